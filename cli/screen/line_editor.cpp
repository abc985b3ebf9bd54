// SPDX-License-Identifier: EUPL-1.2
// The one source that knows readline.
#include "cli/screen/line_editor.hpp"

#include "core/base/text.hpp"

#include <langinfo.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <readline/history.h>
#include <readline/readline.h>

namespace casus::cli {

namespace {

constexpr int kHistory = 200;

// Readline knows functions without a place for data.
std::optional<Keyed> g_keyed;
Completions g_completions;
std::string g_offered;
bool g_broken_off = false;

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
/// Readline would clear a window that it does not draw.
int on_redraw(int, int) {
  g_keyed = Keyed{Keyed::What::redraw, {}};
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

/// Tab in an empty line takes what is offered; elsewhere it completes.
int on_tab(int count, int key) {
  if (rl_end > 0 || g_offered.empty()) return rl_complete(count, key);
  rl_insert_text(g_offered.c_str());
  return 0;
}

/// Ctrl-C behind a prompt, where it is a key (KeyNotSignal).
int on_break(int count, int key) {
  g_broken_off = true;
  return rl_newline(count, key);
}

/// While it lives, Ctrl-C comes as a key: as a signal it would end the program in the middle of a question, without a
/// word.
class KeyNotSignal {
 public:
  KeyNotSignal() {
    if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
    auto now = before_;
    now.c_cc[VINTR] = _POSIX_VDISABLE;
    changed_ = tcsetattr(STDIN_FILENO, TCSADRAIN, &now) == 0;
  }
  ~KeyNotSignal() {
    if (changed_) tcsetattr(STDIN_FILENO, TCSADRAIN, &before_);
  }
  KeyNotSignal(const KeyNotSignal&) = delete;
  KeyNotSignal& operator=(const KeyNotSignal&) = delete;

 private:
  termios before_{};
  bool changed_ = false;
};

/// What stands between the marks of a paste. One line goes into the line; several are handed over whole.
int on_paste(int, int) {
  constexpr std::string_view kEnd = "\033[201~";
  constexpr std::size_t kMost = 200000;  // what is beyond is left out, and is not taken as typed either
  std::string text, tail;
  while (tail != kEnd) {
    const int key = rl_read_key();
    if (key < 0) break;
    tail += static_cast<char>(key);
    if (tail.size() <= kEnd.size()) continue;
    const char kept = tail.front();
    tail.erase(0, 1);
    if (text.size() < kMost) text += kept == '\r' ? '\n' : kept == '\t' ? ' ' : kept;
  }
  if (tail != kEnd) text += tail;
  const auto inside = std::string(trimmed(text));
  if (inside.find('\n') == std::string::npos) {
    rl_insert_text(inside.c_str());
    return 0;
  }
  const std::string line(rl_line_buffer);
  const auto at = static_cast<std::size_t>(rl_point);
  g_keyed = Keyed{Keyed::What::pasted, line.substr(0, at) + inside + line.substr(at)};
  rl_replace_line("", 1);
  return 0;
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

void prepare() {
  rl_attempted_completion_function = on_complete;
  rl_completer_word_break_characters = const_cast<char*>(" ");
  rl_completion_query_items = -1;
  rl_readline_name = "casus";
  // Marks around what is pasted are asked for and read by the window itself.
  for (const auto& [name, value] : {std::pair{"bell-style", "none"},
                                    {"completion-ignore-case", "on"},
                                    {"show-all-if-ambiguous", "on"},
                                    {"enable-bracketed-paste", "off"}})
    ::rl_variable_bind(name, value);
  ::stifle_history(kHistory);
}

}  // namespace

void use_utf8() {
  std::setlocale(LC_CTYPE, "");
  if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0) std::setlocale(LC_CTYPE, "C.UTF-8");
}

LineEditor::LineEditor(const std::string& prompt) {
  g_keyed.reset();
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_prep_term_function = nullptr;
  rl_deprep_term_function = nullptr;
  rl_redisplay_function = no_redisplay;
  rl_completion_display_matches_hook = on_matches;
  ::rl_callback_handler_install(prompt.c_str(), on_line);
  prepare();
  ::rl_bind_key('\t', on_tab);
  ::rl_bind_key('\f', on_redraw);
  ::rl_bind_keyseq("\033[200~", on_paste);
  ::rl_bind_keyseq("\033[5~", on_page_up);
  ::rl_bind_keyseq("\033[6~", on_page_down);
  for (const char* key : {"\033OP", "\033[11~", "\033[[A"}) ::rl_bind_keyseq(key, on_help);
  ::rl_bind_key('?', on_question_mark);
}

LineEditor::~LineEditor() {
  ::rl_callback_handler_remove();
  ::clear_history();
  g_completions = nullptr;
  g_offered.clear();
}

std::optional<Keyed> LineEditor::read_keys() {
  if (auto waiting = next_waiting()) return waiting;
  g_keyed.reset();
  for (pollfd wanted{STDIN_FILENO, POLLIN, POLLIN}; (wanted.revents & POLLIN) != 0;) {
    ::rl_callback_read_char();
    if (g_keyed) waiting_.push_back(*std::exchange(g_keyed, std::nullopt));
    if (!waiting_.empty() && waiting_.back().what != Keyed::What::line) break;
    wanted.revents = 0;
    if (::poll(&wanted, 1, 0) < 0) break;
  }
  // One of them may be asked about: what comes behind it is no answer to that.
  const auto is_typed = [](const Keyed& one) { return one.what == Keyed::What::line && !trimmed(one.text).empty(); };
  if (std::ranges::count_if(waiting_, is_typed) < 2 || waiting_.back().what != Keyed::What::line) return next_waiting();
  Keyed all{Keyed::What::lines, {}};
  for (const auto& one : waiting_) all.text += one.text + '\n';
  waiting_.clear();
  return all;
}

std::optional<Keyed> LineEditor::next_waiting() {
  if (waiting_.empty()) return std::nullopt;
  auto first = std::move(waiting_.front());
  waiting_.pop_front();
  return first;
}

std::string LineEditor::prompt() const { return rl_display_prompt == nullptr ? "> " : rl_display_prompt; }
std::string LineEditor::text() const { return rl_line_buffer == nullptr ? "" : rl_line_buffer; }
std::size_t LineEditor::cursor() const { return static_cast<std::size_t>(std::max(0, rl_point)); }

void LineEditor::put(const std::string& line) {
  ::rl_replace_line(line.c_str(), 1);
  rl_point = rl_end;
}

void LineEditor::offer(const std::string& line) { g_offered = line; }

void LineEditor::remember(const std::string& line) { ::add_history(line.c_str()); }

void LineEditor::complete_with(Completions completions) { g_completions = std::move(completions); }

TypedLines::TypedLines(Screen& screen, bool prompting, Completions completions)
    : screen_(screen),
      edited_(prompting && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0),
      lines_(STDIN_FILENO) {
  if (!edited_) return;
  use_utf8();
  prepare();
  for (auto* const keys : {emacs_standard_keymap, vi_insertion_keymap, vi_movement_keymap})
    ::rl_bind_key_in_map('\x03', on_break, keys);
  g_completions = std::move(completions);
}

std::optional<std::string> TypedLines::next(const std::string& prompt) {
  if (!edited_) return lines_.next();
  g_broken_off = false;
  const KeyNotSignal as_key;
  screen_.flush();
  char* const line = ::readline(prompt.c_str());
  if (line == nullptr) return std::nullopt;
  std::string typed(line);
  std::free(line);
  if (g_broken_off) return std::nullopt;
  if (!trimmed(typed).empty()) ::add_history(typed.c_str());
  return typed;
}

}  // namespace casus::cli
