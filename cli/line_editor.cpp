// SPDX-License-Identifier: EUPL-1.2
// The one source that knows readline.
#include "cli/line_editor.hpp"

#include "core/base/text.hpp"

#include <langinfo.h>
#include <poll.h>
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

void prepare() {
  rl_attempted_completion_function = on_complete;
  rl_completer_word_break_characters = const_cast<char*>(" ");
  rl_completion_query_items = -1;
  rl_readline_name = "casus";
  // What is pasted is taken as typed; the marks around it would stand in what is said.
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
  ::rl_bind_keyseq("\033[5~", on_page_up);
  ::rl_bind_keyseq("\033[6~", on_page_down);
  for (const char* key : {"\033OP", "\033[11~", "\033[[A"}) ::rl_bind_keyseq(key, on_help);
  ::rl_bind_key('?', on_question_mark);
}

LineEditor::~LineEditor() {
  ::rl_callback_handler_remove();
  ::clear_history();
  g_completions = nullptr;
}

bool LineEditor::typed_behind_offer(const std::string& line) const {
  return !offered_.empty() && line.size() > offered_.size() && line.starts_with(offered_);
}

/// What is typed behind an offered line stands in its place. Looked at after every key; what is typed or pasted fast
/// comes as one, with its Enter.
void LineEditor::forget_offer() {
  if (offered_.empty()) return;
  if (g_keyed && typed_behind_offer(g_keyed->text)) g_keyed->text.erase(0, offered_.size());
  const auto now = text();
  if (now == offered_) return;
  const auto behind = typed_behind_offer(now) ? now.substr(offered_.size()) : now;
  put(behind);
}

std::optional<Keyed> LineEditor::read_keys() {
  g_keyed.reset();
  for (pollfd wanted{STDIN_FILENO, POLLIN, POLLIN}; !g_keyed && (wanted.revents & POLLIN) != 0;) {
    ::rl_callback_read_char();
    forget_offer();
    wanted.revents = 0;
    if (::poll(&wanted, 1, 0) < 0) break;
  }
  return std::exchange(g_keyed, std::nullopt);
}

std::string LineEditor::prompt() const { return rl_display_prompt == nullptr ? "> " : rl_display_prompt; }
std::string LineEditor::text() const { return rl_line_buffer == nullptr ? "" : rl_line_buffer; }
std::size_t LineEditor::cursor() const { return static_cast<std::size_t>(std::max(0, rl_point)); }

void LineEditor::put(const std::string& line) {
  offered_.clear();
  ::rl_replace_line(line.c_str(), 1);
  rl_point = rl_end;
}

void LineEditor::offer(const std::string& line) {
  put(line);
  offered_ = line;
}

void LineEditor::remember(const std::string& line) { ::add_history(line.c_str()); }

void LineEditor::complete_with(Completions completions) { g_completions = std::move(completions); }

TypedLines::TypedLines(Screen& screen, bool prompting, Completions completions)
    : screen_(screen),
      edited_(prompting && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0),
      lines_(STDIN_FILENO) {
  if (!edited_) return;
  use_utf8();
  prepare();
  g_completions = std::move(completions);
}

std::optional<std::string> TypedLines::next(const std::string& prompt) {
  if (!edited_) return lines_.next();
  screen_.flush();
  char* const line = ::readline(prompt.c_str());
  if (line == nullptr) return std::nullopt;
  std::string typed(line);
  std::free(line);
  if (!trimmed(typed).empty()) ::add_history(typed.c_str());
  return typed;
}

}  // namespace casus::cli
