// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/screen/line_editor.hpp"
#include "cli/screen/screen.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace casus::cli {

/// A piece of a row, in one tone.
struct Span {
  std::string text;
  Screen::Tone tone = Screen::Tone::plain;
};

struct ScreenRow {
  std::vector<Span> spans;
  bool bar = false;  ///< drawn the other way round over its whole width
};

/// The whole window, with one line at the bottom that can be edited (readline: moving, history, completion) while the
/// rows above it are drawn anew (ncurses). The terminal is as it was when this ends. One per process.
///
/// What was typed is kept in memory only, and not at all when asked so.
class Terminal {
 public:
  struct Size {
    int rows = 24;
    int columns = 80;
  };

  explicit Terminal(bool colour);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  Size size() const;
  /// How many rows at the bottom the line takes now.
  int line_rows() const;

  /// The rows above the line; those too many are left out.
  void draw(const std::vector<ScreenRow>& rows);

  /// Waits for a key or a signal, at most this long.
  Keyed wait(int milliseconds);

  /// What stands in the line now, to go on editing at its end.
  void put(const std::string& line);

  /// A line shown beside the empty one, never in it: Tab puts it in the line. `whole`: Enter sends it, which the owner
  /// of this sees as an empty line.
  void offer(const std::optional<std::string>& line, bool whole);

  /// From here on nothing behind the first word is shown, and nothing remembered.
  void conceal(bool yes);

  /// What the part of the line before the cursor could become, each as the whole line up to there.
  void complete_with(Completions completions);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace casus::cli
