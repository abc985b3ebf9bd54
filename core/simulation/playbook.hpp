// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/model/commands.hpp"
#include "core/model/events.hpp"

#include <optional>
#include <string>
#include <vector>

/// The commands of a case life, written down once for a method and a number of people at the table, so that many cases
/// can live by them. Found by asking the engine for the way on (engine::explain), never by rules of our own.
namespace casus::simulation {

/// A text in a command that names a record (b3, a1, g1): which text, and the line that made the record.
struct Link {
  std::size_t text = 0;  ///< counted in the order of the command's fields
  std::size_t line = 0;  ///< number of the line
};

struct Line {
  /// What is left when the line is not given, tried on the engine: nothing may be left out where a hard demand or the
  /// order of turns needs it.
  enum class Without { never, fine, passes };

  std::size_t number = 0;  ///< in the whole playbook
  Command command;
  Without without = Without::never;
  std::vector<Link> links;
};

struct StepScript {
  Phase phase{};
  std::string step;
  double minutes = 0;    ///< by the method, for everybody who may speak; 0: no timer
  bool recorded = true;  ///< false in private time, where nothing but moving on is taken
  std::vector<Line> lines;
};

/// People are called by role words: "Inbrenger", "Gespreksleider", "Lid 1", ...
struct Playbook {
  std::string method;
  std::string workflow;
  int people = 0;  ///< team members at the table
  std::size_t lines = 0;
  Command open;
  std::vector<Line> intake;
  std::vector<StepScript> first;  ///< the first round, step by step, in the order of the workflow
  std::vector<StepScript> again;  ///< a later round
};

/// Ids of the records that the lines made in one case, by the number of the line; empty: none.
using MadeIds = std::vector<std::string>;

/// The command of a line for a case in which `made` was made so far: its days lie as far from `at` as they lay from the
/// line's own moment. Nothing when it names a record that was not made.
std::optional<Command> command_of(const Line& line, const MadeIds& made, const std::string& case_id, Time at);

/// Keeps what an accepted line made.
void remember(const Line& line, const Events& events, MadeIds& made);

/// Throws Fault(definition) when the engine finds no way through the method: nothing can be simulated with it then.
Playbook playbook(const engine::Library& library, const std::string& method, int people);

/// Who leads, by the playbook's names.
inline constexpr const char* kPresenterName = "Inbrenger";
inline constexpr const char* kChairName = "Gespreksleider";

}  // namespace casus::simulation
