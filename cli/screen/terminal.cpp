// SPDX-License-Identifier: EUPL-1.2
// The one source that knows ncurses. The line is edited by LineEditor, which draws nothing; ncurses draws everything.
#include "cli/screen/terminal.hpp"

#include "core/base/fault.hpp"
#include "core/page/safe_text.hpp"

#define NCURSES_NOMACROS 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace casus::cli {

namespace {

constexpr int kMostLineRows = 3;

volatile sig_atomic_t g_interrupted = 0;
volatile sig_atomic_t g_ended = 0;
volatile sig_atomic_t g_resized = 0;

void on_signal(int signal) {
  if (signal == SIGINT) g_interrupted = 1;
  else if (signal == SIGWINCH) g_resized = 1;
  else g_ended = 1;
}

void catch_signal(int signal, struct sigaction& before) {
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);  // without SA_RESTART: waiting for a key ends
  sigaction(signal, &action, &before);
}

int colour_of(Screen::Tone tone) {
  switch (tone) {
    case Screen::Tone::good: return 1;
    case Screen::Tone::warning: return 2;
    case Screen::Tone::bad: return 3;
    default: return 0;
  }
}

/// Asks the terminal to put marks around what is pasted ("bracketed paste"); one that cannot ignores it.
void mark_pastes(bool yes) {
  std::fputs(yes ? "\033[?2004h" : "\033[?2004l", stdout);
  std::fflush(stdout);
}

/// The bytes of the character that begins at `at`.
std::size_t length_at(const std::string& text, std::size_t at) {
  std::size_t length = 1;
  while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U) ++length;
  return length;
}

}  // namespace

struct Terminal::State {
  bool colour = false;
  bool conceal = false;
  std::string beside;  ///< what is offered, shown while the line is empty
  std::optional<LineEditor> editor;
  SCREEN* screen = nullptr;
  struct sigaction before[4]{};

  /// Prompt and line as they are shown, broken into rows, and where the cursor is.
  struct Line {
    std::vector<std::string> rows;
    int row = 0;
    int column = 0;
  };

  Line line(int width) const {
    Line out;
    std::string text = editor->prompt();
    const auto before = text.size();
    text += editor->text();
    const auto cursor = before + editor->cursor();
    const auto secret = conceal ? text.find_first_of(": ", before) : std::string::npos;
    std::string row;
    int used = 0;
    for (std::size_t at = 0; at < text.size();) {
      if (at == cursor) out.row = static_cast<int>(out.rows.size()), out.column = used;
      const auto length = length_at(text, at);
      std::string shown = text.substr(at, length);
      if (shown == "\n") shown = "\u21b5";
      if (static_cast<unsigned char>(shown[0]) < 0x20 || shown[0] == 0x7F) shown = " ";
      if (secret != std::string::npos && at > secret && shown != " ") shown = "\u2022";
      const int wide = static_cast<int>(page::columns(shown));
      if (used + wide > width) {
        out.rows.push_back(std::move(row));
        row.clear();
        used = 0;
        if (at == cursor) out.row = static_cast<int>(out.rows.size()), out.column = 0;
      }
      row += shown;
      used += wide;
      at += length;
    }
    if (used >= width) {
      out.rows.push_back(std::move(row));
      row.clear();
      used = 0;
    }
    if (cursor >= text.size()) out.row = static_cast<int>(out.rows.size()), out.column = used;
    out.rows.push_back(std::move(row));
    return out;
  }

  attr_t attributes(Screen::Tone tone) const {
    if (tone == Screen::Tone::strong) return A_BOLD;
    if (tone == Screen::Tone::quiet) return colour ? A_DIM : A_NORMAL;
    const int pair = colour_of(tone);
    return pair > 0 && colour ? static_cast<attr_t>(COLOR_PAIR(pair)) : A_NORMAL;
  }

  void put(int row, const ScreenRow& content, int width) const {
    ::wmove(stdscr, row, 0);
    int used = 0;
    const attr_t bar = content.bar ? A_REVERSE : A_NORMAL;
    for (const auto& span : content.spans) {
      const auto text = page::columns(span.text) + static_cast<std::size_t>(used) > static_cast<std::size_t>(width)
                            ? page::clipped(span.text, static_cast<std::size_t>(std::max(0, width - used)))
                            : span.text;
      ::wattrset(stdscr, static_cast<int>(attributes(span.tone) | bar));
      ::waddstr(stdscr, text.c_str());
      used += static_cast<int>(page::columns(text));
    }
    ::wattrset(stdscr, static_cast<int>(bar));
    if (content.bar)
      for (; used < width; ++used) ::waddch(stdscr, ' ');
    ::wattrset(stdscr, A_NORMAL);
  }
};

Terminal::Terminal(bool colour) : state_(std::make_unique<State>()) {
  auto& s = *state_;
  use_utf8();
  g_interrupted = 0;
  g_ended = 0;
  g_resized = 0;
  s.screen = ::newterm(nullptr, stdout, stdin);
  if (s.screen == nullptr) throw Fault(Fault::Kind::store, "this terminal cannot be drawn on; try --plain");
  ::cbreak();
  ::noecho();
  ::nonl();
  termios settings{};
  if (tcgetattr(STDIN_FILENO, &settings) == 0) {
    settings.c_iflag &= ~static_cast<tcflag_t>(IXON);  // Ctrl-S would freeze the meeting
    tcsetattr(STDIN_FILENO, TCSANOW, &settings);
    ::def_prog_mode();
  }
  s.colour = colour && ::has_colors() != FALSE;
  if (s.colour) {
    ::start_color();
    ::use_default_colors();
    ::init_pair(1, COLOR_GREEN, -1);
    ::init_pair(2, COLOR_YELLOW, -1);
    ::init_pair(3, COLOR_RED, -1);
  }
  const int signals[] = {SIGINT, SIGHUP, SIGTERM, SIGWINCH};
  for (int i = 0; i < 4; ++i) catch_signal(signals[i], s.before[i]);
  s.editor.emplace("> ");
  mark_pastes(true);
}

Terminal::~Terminal() {
  state_->editor.reset();
  mark_pastes(false);
  ::endwin();
  const int signals[] = {SIGINT, SIGHUP, SIGTERM, SIGWINCH};
  for (int i = 0; i < 4; ++i) sigaction(signals[i], &state_->before[i], nullptr);
  ::delscreen(state_->screen);
}

Terminal::Size Terminal::size() const { return {LINES, COLS}; }

int Terminal::line_rows() const {
  const auto rows = static_cast<int>(state_->line(std::max(1, COLS)).rows.size());
  return std::clamp(rows, 1, std::min(kMostLineRows, std::max(1, LINES / 4)));
}

void Terminal::draw(const std::vector<ScreenRow>& rows) {
  const int height = LINES, width = COLS;
  const int bottom = line_rows();
  ::werase(stdscr);
  for (int row = 0; row < height - bottom && row < static_cast<int>(rows.size()); ++row)
    state_->put(row, rows[static_cast<std::size_t>(row)], width);
  const auto line = state_->line(std::max(1, width));
  // A line longer than its rows shows the part with the cursor.
  const int first = std::max(0, std::min(line.row, static_cast<int>(line.rows.size()) - bottom));
  for (int i = 0; i < bottom && first + i < static_cast<int>(line.rows.size()); ++i) {
    ::wmove(stdscr, height - bottom + i, 0);
    ::waddstr(stdscr, line.rows[static_cast<std::size_t>(first + i)].c_str());
  }
  if (state_->editor->text().empty() && !state_->beside.empty() && !state_->conceal) {
    const auto room = static_cast<std::size_t>(std::max(0, width - line.column - 2));
    ::wmove(stdscr, height - bottom, std::min(line.column + 1, width - 1));
    ::wattrset(stdscr, static_cast<int>(state_->attributes(Screen::Tone::quiet)));
    ::waddstr(stdscr, page::clipped(state_->beside, room).c_str());
    ::wattrset(stdscr, A_NORMAL);
  }
  ::wmove(stdscr, height - bottom + line.row - first, std::min(line.column, width - 1));
  ::wrefresh(stdscr);
}

Keyed Terminal::wait(int milliseconds) {
  auto& s = *state_;
  if (auto waiting = s.editor->next_waiting()) return std::move(*waiting);
  pollfd wanted{STDIN_FILENO, POLLIN, 0};
  const int ready = ::poll(&wanted, 1, milliseconds);
  if (g_ended != 0) return {Keyed::What::leave, {}};
  if (g_resized != 0) {
    g_resized = 0;
    winsize window{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_row > 0) {
      ::resizeterm(window.ws_row, window.ws_col);
      ::wclear(stdscr);
    }
    return {Keyed::What::changed, {}};
  }
  if (g_interrupted != 0) {
    g_interrupted = 0;
    if (s.editor->text().empty()) return {Keyed::What::leave, {}};
    put({});
    return {Keyed::What::cleared, {}};
  }
  if (ready <= 0) return {};
  if ((wanted.revents & POLLIN) == 0) return {Keyed::What::leave, {}};  // the terminal went away
  // All that was typed so far, so that a pasted line is not drawn letter by letter.
  auto keyed = s.editor->read_keys();
  if (!keyed) return {Keyed::What::changed, {}};
  if (keyed->what == Keyed::What::redraw) ::wclear(stdscr);  // whatever stands there, all of it is drawn
  if (keyed->what == Keyed::What::line && !s.conceal && !keyed->text.empty()) s.editor->remember(keyed->text);
  return std::move(*keyed);
}

void Terminal::put(const std::string& line) { state_->editor->put(line); }

void Terminal::offer(const std::optional<std::string>& line, bool whole) {
  state_->editor->offer(line.value_or(std::string()));
  state_->beside = !line ? std::string() : fmt::format("[{}: {}]", whole ? "Enter" : "Tab", page::one_line(*line));
}

void Terminal::conceal(bool yes) { state_->conceal = yes; }

void Terminal::complete_with(Completions completions) { state_->editor->complete_with(std::move(completions)); }

}  // namespace casus::cli
