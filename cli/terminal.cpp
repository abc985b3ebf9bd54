// SPDX-License-Identifier: EUPL-1.2
// The one source that knows ncurses and readline. Readline edits the line and draws nothing; ncurses draws everything.
#include "cli/terminal.hpp"

#include "core/base/fault.hpp"
#include "core/base/text.hpp"
#include "core/report/safe_text.hpp"

#define NCURSES_NOMACROS 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

#include <readline/history.h>
#include <readline/readline.h>

namespace casus::cli {

namespace {

constexpr int kMostLineRows = 3;
constexpr int kHistory = 200;

volatile sig_atomic_t g_interrupted = 0;
volatile sig_atomic_t g_ended = 0;
volatile sig_atomic_t g_resized = 0;

// Readline knows functions without a place for data.
std::optional<Keyed> g_keyed;
std::function<std::vector<std::string>(const std::string&)> g_completions;

void on_signal(int signal) {
  if (signal == SIGINT) g_interrupted = 1;
  else if (signal == SIGWINCH) g_resized = 1;
  else g_ended = 1;
}

void on_line(char* line) {
  if (line == nullptr) {
    g_keyed = Keyed{Keyed::What::leave, {}};
    return;
  }
  g_keyed = Keyed{Keyed::What::line, line};
  std::free(line);
}

void no_redisplay() {}

/// `matches[0]` is what they have in common.
void on_matches(char** matches, int count, int) {
  std::string all;
  for (int i = 1; i <= count; ++i) {
    if (i > 1) all += "  ";
    all += trimmed(matches[i]);
  }
  g_keyed = Keyed{Keyed::What::matches, std::move(all)};
}

int on_page_up(int, int) {
  g_keyed = Keyed{Keyed::What::page_up, {}};
  return 0;
}
int on_page_down(int, int) {
  g_keyed = Keyed{Keyed::What::page_down, {}};
  return 0;
}
int on_help(int, int) {
  g_keyed = Keyed{Keyed::What::help, {}};
  return 0;
}
/// A question mark in an empty line asks for help; elsewhere it is a question mark.
int on_question_mark(int count, int key) {
  if (rl_end == 0) return on_help(count, key);
  return rl_insert(count, key);
}

char* copied(const std::string& text) { return strdup(text.c_str()); }

/// Readline replaces the part from `start`, so the matches lose what stands before it.
char** on_complete(const char*, int start, int end) {
  rl_attempted_completion_over = 1;
  rl_completion_suppress_append = 1;
  if (!g_completions) return nullptr;
  const auto found = g_completions(std::string(rl_line_buffer, static_cast<std::size_t>(end)));
  if (found.empty()) return nullptr;
  std::vector<std::string> tails;
  for (const auto& line : found)
    if (line.size() >= static_cast<std::size_t>(start)) tails.push_back(line.substr(static_cast<std::size_t>(start)));
  if (tails.empty()) return nullptr;
  // All letters that the matches share, whatever their case.
  std::string common = tails.front();
  for (const auto& tail : tails) {
    std::size_t same = 0;
    while (same < std::min(common.size(), tail.size()) && common[same] == tail[same]) ++same;
    common.resize(same);
  }
  const std::string typed(rl_line_buffer + start, static_cast<std::size_t>(end - start));
  if (common.size() < typed.size()) common = typed;
  while (!is_utf8(common)) common.pop_back();
  auto** const matches = static_cast<char**>(std::calloc(tails.size() + 2, sizeof(char*)));
  matches[0] = copied(common);
  if (tails.size() > 1)
    for (std::size_t i = 0; i < tails.size(); ++i) matches[i + 1] = copied(tails[i]);
  return matches;
}

/// Letters beyond ASCII need a locale that has them, for the keyboard and for the window.
void use_utf8() {
  std::setlocale(LC_CTYPE, "");
  if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0) std::setlocale(LC_CTYPE, "C.UTF-8");
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
  std::string offered;  ///< stands in the line, and nobody typed it
  SCREEN* screen = nullptr;
  struct sigaction before[4]{};

  /// Prompt and line as they are shown, broken into rows, and where the cursor is.
  struct Line {
    std::vector<std::string> rows;
    int row = 0;
    int column = 0;
  };

  bool typed_behind_offer(const std::string& line) const {
    return !offered.empty() && line.size() > offered.size() && line.starts_with(offered);
  }

  /// What is typed behind an offered line stands in its place. Looked at after every key; what is typed or pasted fast
  /// comes as one, with its Enter.
  void forget_offer() {
    if (offered.empty() || rl_line_buffer == nullptr) return;
    if (g_keyed && typed_behind_offer(g_keyed->text)) g_keyed->text.erase(0, offered.size());
    const std::string now(rl_line_buffer);
    if (now == offered) return;
    if (typed_behind_offer(now)) {
      ::rl_replace_line(now.substr(offered.size()).c_str(), 1);
      rl_point = rl_end;
    }
    offered.clear();
  }

  std::string prompt() const { return rl_display_prompt == nullptr ? "> " : rl_display_prompt; }

  Line line(int width) const {
    Line out;
    std::string text = prompt();
    const auto before = text.size();
    std::string typed(rl_line_buffer == nullptr ? "" : rl_line_buffer);
    text += typed;
    const auto cursor = before + static_cast<std::size_t>(std::max(0, rl_point));
    const auto secret = conceal ? text.find_first_of(": ", before) : std::string::npos;
    std::string row;
    int used = 0;
    for (std::size_t at = 0; at < text.size();) {
      if (at == cursor) out.row = static_cast<int>(out.rows.size()), out.column = used;
      const auto length = length_at(text, at);
      std::string shown = text.substr(at, length);
      if (static_cast<unsigned char>(shown[0]) < 0x20 || shown[0] == 0x7F) shown = " ";
      if (secret != std::string::npos && at > secret && shown != " ") shown = "\u2022";
      const int wide = static_cast<int>(report::columns(shown));
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
      const auto text = report::columns(span.text) + static_cast<std::size_t>(used) > static_cast<std::size_t>(width)
                            ? report::clipped(span.text, static_cast<std::size_t>(std::max(0, width - used)))
                            : span.text;
      ::wattrset(stdscr, static_cast<int>(attributes(span.tone) | bar));
      ::waddstr(stdscr, text.c_str());
      used += static_cast<int>(report::columns(text));
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
  g_keyed.reset();
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_prep_term_function = nullptr;
  rl_deprep_term_function = nullptr;
  rl_redisplay_function = no_redisplay;
  rl_completion_display_matches_hook = on_matches;
  rl_attempted_completion_function = on_complete;
  rl_completer_word_break_characters = const_cast<char*>(" ");
  rl_completion_query_items = -1;
  rl_readline_name = "casus";
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
  ::rl_callback_handler_install("> ", on_line);
  ::rl_variable_bind("bell-style", "none");
  ::rl_variable_bind("completion-ignore-case", "on");
  ::rl_variable_bind("show-all-if-ambiguous", "on");
  ::stifle_history(kHistory);
  ::rl_bind_keyseq("\033[5~", on_page_up);
  ::rl_bind_keyseq("\033[6~", on_page_down);
  for (const char* key : {"\033OP", "\033[11~", "\033[[A"}) ::rl_bind_keyseq(key, on_help);
  ::rl_bind_key('?', on_question_mark);
}

Terminal::~Terminal() {
  ::rl_callback_handler_remove();
  ::clear_history();
  g_completions = nullptr;
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
  ::wmove(stdscr, height - bottom + line.row - first, std::min(line.column, width - 1));
  ::wrefresh(stdscr);
}

Keyed Terminal::wait(int milliseconds) {
  auto& s = *state_;
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
    if (rl_end == 0) return {Keyed::What::leave, {}};
    put_back({});
    return {Keyed::What::cleared, {}};
  }
  if (ready <= 0) return {};
  if ((wanted.revents & POLLIN) == 0) return {Keyed::What::leave, {}};  // the terminal went away
  // All that was typed so far, so that a pasted line is not drawn letter by letter.
  g_keyed.reset();
  while (!g_keyed && (wanted.revents & POLLIN) != 0) {
    ::rl_callback_read_char();
    s.forget_offer();
    wanted.revents = 0;
    if (::poll(&wanted, 1, 0) < 0) break;
  }
  if (!g_keyed) return {Keyed::What::changed, {}};
  auto keyed = std::move(*g_keyed);
  if (keyed.what == Keyed::What::line && !s.conceal && !keyed.text.empty()) ::add_history(keyed.text.c_str());
  return keyed;
}

void Terminal::put_back(const std::string& line) {
  state_->offered.clear();
  ::rl_replace_line(line.c_str(), 1);
  rl_point = rl_end;
}

void Terminal::offer(const std::string& line) {
  put_back(line);
  state_->offered = line;
}

void Terminal::conceal(bool yes) { state_->conceal = yes; }

void Terminal::complete_with(std::function<std::vector<std::string>(const std::string&)> completions) {
  g_completions = std::move(completions);
}

}  // namespace casus::cli
