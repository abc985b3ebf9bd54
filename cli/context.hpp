// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/face.hpp"
#include "cli/screen/progress.hpp"
#include "cli/screen/screen.hpp"
#include "cli/typed/way_on.hpp"
#include "core/base/problem.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/forms/page_format.hpp"
#include "core/desk/forms/slots.hpp"
#include "core/desk/verb.hpp"

#include <string>
#include <vector>

namespace casus::cli {

/// Exit codes (DESIGN 6).
enum Exit { kDone = 0, kRefused = 1, kUsage = 2, kBadDefinition = 3, kSystem = 4, kConflict = 5, kStopped = 130 };

/// Of a reply; what was stopped ends as a shell counts Ctrl-C.
int exit_of(desk::Status status);

/// What every verb takes.
struct Globals {
  Lang lang = Lang::nl;
  bool json = false;
  PageFormat format = PageFormat::text;  ///< of what a verb says, where it has no forms of its own
  std::string store;
  std::string keys;  ///< empty when nobody named a key file
  std::string as;
  std::string typist;  ///< who sits at the keys, when that is not who it is done for; never typed
  /// Where ways on are typed: behind the program's name, or on the screen of a meeting, where store and name are known.
  enum class Typing { shell, screen } typing = Typing::shell;
  std::string case_at_hand;  ///< what is typed on that screen is about this case; empty when it is about another
  bool help = false;
  std::vector<std::string> typed{};  ///< the whole line, with what was asked for on the terminal

  void shape(Slots& slots);
};

/// One run of the program on a terminal: the desk, and the screen that it is drawn on.
class Context : public desk::Desk {
 public:
  explicit Context(Globals globals);
  /// What is said comes into `kept` instead of on the terminal.
  Context(Globals globals, std::string& kept);

  const Globals& globals() const { return globals_; }
  Screen& screen() { return screen_; }

  /// Ways on are lines to type that find the same store and the same person.
  text::Voice own_voice() const override;
  /// Ways on as bare lines, for a part that writes them in a form of its own.
  text::Voice plain_voice() const;

  /// Does what a verb of the desk does, and draws what came of it; the exit code. `title` stands over an answer that is
  /// put out as a page and has none of its own.
  int run(desk::Verb& verb, std::string_view title = {});
  /// Tells what came of a command; the exit code.
  int show(const service::Answer& answer);
  int show(const service::MeetingAnswer& answer);
  int show(const service::LearningAnswer& answer);
  /// Draws a reply; the exit code.
  int draw(const desk::Reply& reply, std::string_view title = {});

 private:
  Globals globals_;
  Screen screen_;
  Progress progress_;
  mutable TypedWays ways_;  ///< made anew for each voice: the store can still change
  TypedWays plain_ways_;
  SpokenWays spoken_ways_;
};

/// Told on the screen.
void print_refusal(Context& context, const Refusal& refusal);
/// Of a line that somebody typed or sent: `line` says which.
void print_line_problems(Context& context, const std::string& line, const Problems& problems);

}  // namespace casus::cli
