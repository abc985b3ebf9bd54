// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"
#include "core/desk/catalogue.hpp"
#include "core/report/exchange/scxml.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// What the verbs about methods and workflows share.
namespace casus::desk {

enum class Drawing { mermaid, dot, scxml };

constexpr std::array<Named<Drawing>, 3> names_of(Drawing) {
  return {{{Drawing::mermaid, "mermaid", "word.drawing.mermaid"},
           {Drawing::dot, "dot", "word.drawing.dot"},
           {Drawing::scxml, "scxml", "word.drawing.scxml"}}};
}

/// How a definition is to be drawn.
struct DrawingChoice {
  Drawing drawing = Drawing::mermaid;
  std::optional<report::DataModel> model{};  ///< of a chart only

  void shape(Slots& slots);
  /// The one that was asked for. Throws Usage when a data model was named for what is no chart.
  report::DataModel data_model(const Desk& desk) const;
};

/// {"pointer", "line", "column", "message", "do"}: without a line of what is no file, without "do" where the message
/// says it.
nlohmann::json problems_json(const Problems& problems, const text::Voice& voice);

/// "<path>:<line>:<column>", as editors read it; the path alone where no place is known.
std::string placed(const std::string& path, FilePlace at);

/// "<path>:<line>:<column>: <pointer>: <message>; <what to do>" of one problem.
std::string problem_in(const std::string& path, const Problem& problem, const text::Voice& voice);

/// The same of all, one line each, on standard error.
void print_problems(Reply& reply, const text::Voice& voice, const std::string& path, const Problems& problems);

/// The same for doubts, each marked as one.
void print_notes(Desk& desk, Reply& reply, const std::string& path, const Problems& notes);

/// Answers that this file cannot be used, with all that is wrong with it.
void not_usable(Desk& desk, Reply& reply, const std::string& path, const Problems& problems,
                Status status = Status::bad_definition);

/// What one file came to; with no problem in it, it is good.
struct Checked {
  nlohmann::json problems, warnings;
};
/// Says what it came to, unless a program asks.
using CheckFile = std::function<Checked(const std::string& file, Reply& reply)>;

/// Checks the file, or each definition that lies in the folder, and answers for all of them. Throws Usage when there is
/// no such file, or no definition in the folder.
void check_files(Desk& desk, Reply& reply, const std::vector<std::string>& paths, const CheckFile& check);

/// Whether the file that somebody named is there. Throws Usage when it is no file to read: a folder, a pipe, a device.
bool is_there(Desk& desk, const std::string& path);

/// What a file that somebody gives holds: only a list can be cut in two.
enum class FileOf { one_thing, lines };

/// The whole file. Throws Usage with what to do when it cannot be read, is a pipe or a device, or is larger than
/// `limit` bytes.
std::string read_file(Desk& desk, const std::string& path, std::size_t limit, FileOf holds = FileOf::one_thing);

}  // namespace casus::desk
