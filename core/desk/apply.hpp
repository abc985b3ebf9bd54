// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/service/commands/command_json.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Commands as lines of JSON: the machine interface, and the stories of the demonstration.
namespace casus::desk {

struct NumberedCommand {
  std::int64_t number = 0;  ///< line in the file, from 1
  service::AnyCommand command;
};

struct LineProblems {
  std::int64_t number = 0;
  Problems problems;
};

struct Story {
  std::vector<NumberedCommand> commands;
  std::vector<LineProblems> problems;  ///< of every line that is wrong
};

/// A whole text, read and understood before anything is done.
Story story_from(std::string_view bytes);

/// Longer lines are refused.
inline constexpr std::size_t kLineBytes = service::kLineBounds.bytes;

/// One line, or what is wrong with it.
Outcome<service::AnyCommand, Problems> line_from(std::string_view line);

/// What came of one line.
using Answered = std::variant<service::Answer, service::MeetingAnswer, service::LearningAnswer>;

/// Does one line, completed as every face does it (completed.hpp), and answers with the case as it is then.
Answered do_line(Desk& desk, service::AnyCommand line);

/// Hands commands over in their order, many in one transaction, each completed as every face does it (completed.hpp).
/// Who hands over what others do is kept beside them, when the seat has a name; a line's own seat counts only when
/// nobody sits here by name.
class Application {
 public:
  using Answered = desk::Answered;
  /// Called for each command once it is durable, in order.
  using Tell = std::function<void(std::int64_t number, const Answered& answer)>;

  Application(Desk& desk, Tell tell);

  void take(NumberedCommand line);
  /// What waits is done now. Where a method's library fails at one of the lines, those before it are done and told
  /// first, and then the fault comes out.
  void hand_over();

  std::int64_t done() const { return done_; }
  std::int64_t done_before() const { return done_before_; }  ///< nothing was done of these now
  std::int64_t refused() const { return refused_; }
  std::int64_t not_there() const { return not_there_; }  ///< of the refused: what they name is not there
  std::int64_t conflicts() const { return conflicts_; }

 private:
  void sit(auto& command) const;
  void take(std::int64_t number, Command command);
  void answer(std::int64_t number, auto answer);
  const std::optional<Team>& team();

  Desk& desk_;
  Tell tell_;
  service::Service& service_;
  std::optional<std::optional<Team>> team_;  ///< as it was last read
  std::vector<Command> waiting_;
  std::vector<std::int64_t> numbers_;
  std::int64_t done_ = 0;
  std::int64_t done_before_ = 0;
  std::int64_t refused_ = 0;
  std::int64_t not_there_ = 0;
  std::int64_t conflicts_ = 0;
};

}  // namespace casus::desk
