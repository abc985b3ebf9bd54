// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/face.hpp"
#include "cli/screen.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/slots.hpp"

#include <string>

namespace casus::cli {

/// Exit codes (DESIGN 6).
enum Exit { kDone = 0, kRefused = 1, kUsage = 2, kBadDefinition = 3, kSystem = 4, kConflict = 5 };

/// What every verb takes.
struct Globals {
  Lang lang = Lang::nl;
  bool json = false;
  std::string store;
  std::string as;
  bool help = false;

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

  /// Tells what came of a command; the exit code.
  int show(const service::Answer& answer);
  int show(const service::MeetingAnswer& answer);

 private:
  Globals globals_;
  Screen screen_;
};

/// A text on the screen, in the file `out` (then `written` says so, with its name), or as JSON: what is known `about`
/// it with its "content" or its "file".
int put_document(Context& context, nlohmann::json about, const std::string& bytes, const store::OutputFile& out,
                 Words written = {"geschreven: {}", "written: {}"}, Screen::Tone tone = Screen::Tone::good);

}  // namespace casus::cli
