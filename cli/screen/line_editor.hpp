// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/screen/lines.hpp"
#include "cli/screen/screen.hpp"

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// A line that somebody types and edits: moving about in it, the lines before it, Tab. Readline does all of it.
namespace casus::cli {

/// What came from the person at the keyboard, or from the terminal itself.
struct Keyed {
  enum class What {
    tick,     ///< nothing: time went on
    changed,  ///< the line that is being typed is another now, or the window has another size
    line,     ///< a whole line, in `text`
    lines,    ///< several lines that were typed ahead, or pasted in a terminal that puts no marks around them
    pasted,   ///< several lines at once, with what stood in the line before and behind them; the line is empty now
    matches,  ///< Tab, and there is more than one way on: those are in `text`
    page_up,
    page_down,
    help,
    redraw,   ///< Ctrl-L: something else wrote in the window
    cleared,  ///< Ctrl-C in a line that was begun: it is empty now
    leave,    ///< Ctrl-C or Ctrl-D on an empty line, a terminal that went away, or somebody ended the program
  };

  What what = What::tick;
  std::string text;
};

/// The lines that a beginning could become.
using Completions = std::function<std::vector<std::string>(const std::string& beginning)>;

/// Letters beyond ASCII need a locale that has them, for the keyboard and for the window.
void use_utf8();

/// One line inside a window that is drawn by somebody else. One per process. What was typed is kept in memory only.
class LineEditor {
 public:
  explicit LineEditor(const std::string& prompt);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  /// Takes the keys that wait on standard input, all that were typed so far, and gives the first thing that they say.
  /// Several lines that were there at once belong together.
  std::optional<Keyed> read_keys();
  /// What those keys said besides; to be asked for before waiting for more.
  std::optional<Keyed> next_waiting();

  std::string prompt() const;
  std::string text() const;
  /// Byte in the text that the cursor stands before.
  std::size_t cursor() const;

  /// What stands in the line now, to go on editing at its end.
  void put(const std::string& line);
  /// What Tab puts in an empty line; empty for nothing.
  void offer(const std::string& line);
  /// For the up arrow.
  void remember(const std::string& line);
  void complete_with(Completions completions);

 private:
  std::deque<Keyed> waiting_;
};

/// Lines behind a prompt: edited on a terminal, elsewhere as they come and without a prompt.
class TypedLines {
 public:
  /// `prompting`: whether somebody sits there who wants a prompt.
  TypedLines(Screen& screen, bool prompting, Completions completions);

  /// The next line, waiting for it; nothing at the end, or when Ctrl-C was typed: then whoever asked says what that
  /// left.
  std::optional<std::string> next(const std::string& prompt);

 private:
  Screen& screen_;
  bool edited_;
  Lines lines_;
};

}  // namespace casus::cli
