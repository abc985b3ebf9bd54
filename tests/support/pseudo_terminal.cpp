// SPDX-License-Identifier: EUPL-1.2
// The one source that knows libvterm.
#include "tests/support/pseudo_terminal.hpp"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <system_error>

#include <vterm.h>

namespace casus::test {

using Milliseconds = std::chrono::milliseconds;

namespace {

void put_utf8(std::string& out, std::uint32_t point) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
  if (point < 0x80) {
    byte(point);
  } else if (point < 0x800) {
    byte(0xC0U | (point >> 6U));
    byte(0x80U | (point & 0x3FU));
  } else if (point < 0x10000) {
    byte(0xE0U | (point >> 12U));
    byte(0x80U | ((point >> 6U) & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  } else {
    byte(0xF0U | (point >> 18U));
    byte(0x80U | ((point >> 12U) & 0x3FU));
    byte(0x80U | ((point >> 6U) & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  }
}

}  // namespace

struct PseudoTerminal::State {
  pid_t pid = -1;
  int master = -1;
  int rows = 0, columns = 0;
  VTerm* terminal = nullptr;
  VTermScreen* screen = nullptr;
  std::string written;
  bool ended = false;
};

PseudoTerminal::PseudoTerminal(std::vector<std::string> arguments, const Environment& environment,
                               const std::filesystem::path& folder, int rows, int columns)
    : state_(std::make_unique<State>()) {
  auto& s = *state_;
  s.rows = rows;
  s.columns = columns;
  s.terminal = vterm_new(rows, columns);
  vterm_set_utf8(s.terminal, 1);
  s.screen = vterm_obtain_screen(s.terminal);
  vterm_screen_enable_altscreen(s.screen, 1);
  vterm_screen_reset(s.screen, 1);
  std::vector<char*> words;
  for (auto& word : arguments) words.push_back(word.data());
  words.push_back(nullptr);
  std::vector<std::string> settings;
  for (const auto& [name, value] : environment) settings.push_back(name + '=' + value);
  std::vector<char*> variables;
  for (auto& setting : settings) variables.push_back(setting.data());
  variables.push_back(nullptr);
  winsize window{};
  window.ws_row = static_cast<unsigned short>(rows);
  window.ws_col = static_cast<unsigned short>(columns);
  const auto path = folder.string();
  s.pid = ::forkpty(&s.master, nullptr, nullptr, &window);
  if (s.pid < 0) throw std::system_error(errno, std::generic_category(), "no pseudo-terminal");
  if (s.pid == 0) {
    if (::chdir(path.c_str()) != 0) ::_exit(126);
    ::execve(words[0], words.data(), variables.data());
    ::_exit(127);
  }
}

PseudoTerminal::~PseudoTerminal() {
  auto& s = *state_;
  if (s.pid > 0) {
    ::kill(-s.pid, SIGKILL);  // it leads a session of its own
    ::waitpid(s.pid, nullptr, 0);
  }
  if (s.master >= 0) ::close(s.master);
  vterm_free(s.terminal);
}

void PseudoTerminal::type(const std::string& keys) {
  for (std::size_t at = 0; at < keys.size();) {
    const auto put = ::write(state_->master, keys.data() + at, keys.size() - at);
    if (put < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category(), "cannot type");
    if (put > 0) at += static_cast<std::size_t>(put);
  }
}

void PseudoTerminal::resize(int rows, int columns) {
  auto& s = *state_;
  s.rows = rows;
  s.columns = columns;
  vterm_set_size(s.terminal, rows, columns);
  winsize window{};
  window.ws_row = static_cast<unsigned short>(rows);
  window.ws_col = static_cast<unsigned short>(columns);
  ::ioctl(s.master, TIOCSWINSZ, &window);
}

void PseudoTerminal::signal(int number) const { ::kill(state_->pid, number); }

/// False when nothing came in that time, or the program has ended.
bool PseudoTerminal::read_for(Milliseconds time) {
  auto& s = *state_;
  if (s.ended) return false;
  pollfd wanted{s.master, POLLIN, 0};
  if (::poll(&wanted, 1, static_cast<int>(time.count())) <= 0) return false;
  std::array<char, 1 << 14> part{};
  const auto got = ::read(s.master, part.data(), part.size());
  if (got <= 0) {
    s.ended = got == 0 || errno != EINTR;
    return !s.ended;
  }
  s.written.append(part.data(), static_cast<std::size_t>(got));
  vterm_input_write(s.terminal, part.data(), static_cast<std::size_t>(got));
  // What a terminal answers when it is asked.
  std::array<char, 1024> answer{};
  while (const auto more = vterm_output_read(s.terminal, answer.data(), answer.size()))
    type(std::string(answer.data(), more));
  return true;
}

bool PseudoTerminal::shows(const std::string& text, Milliseconds at_most) {
  const auto end = std::chrono::steady_clock::now() + at_most;
  while (window().find(text) == std::string::npos) {
    if (std::chrono::steady_clock::now() > end || state_->ended) return window().find(text) != std::string::npos;
    read_for(Milliseconds(100));
  }
  return true;
}

bool PseudoTerminal::hides(const std::string& text, Milliseconds at_most) {
  const auto end = std::chrono::steady_clock::now() + at_most;
  while (window().find(text) != std::string::npos) {
    if (std::chrono::steady_clock::now() > end || state_->ended) return window().find(text) == std::string::npos;
    read_for(Milliseconds(100));
  }
  return true;
}

std::vector<std::string> PseudoTerminal::rows() const {
  std::vector<std::string> all;
  for (int row = 0; row < state_->rows; ++row) {
    std::string line;
    for (int column = 0; column < state_->columns; ++column) {
      VTermScreenCell cell{};
      vterm_screen_get_cell(state_->screen, VTermPos{row, column}, &cell);
      if (cell.chars[0] == 0) line += ' ';
      for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; ++i) put_utf8(line, cell.chars[i]);
      if (cell.width > 1) column += cell.width - 1;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    all.push_back(std::move(line));
  }
  return all;
}

std::string PseudoTerminal::window() const {
  std::string all;
  for (const auto& row : rows()) all += row + '\n';
  return all;
}

const std::string& PseudoTerminal::written() const { return state_->written; }

bool PseudoTerminal::is_coloured() const {
  for (int row = 0; row < state_->rows; ++row)
    for (int column = 0; column < state_->columns; ++column) {
      VTermScreenCell cell{};
      vterm_screen_get_cell(state_->screen, VTermPos{row, column}, &cell);
      if (!VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg)) return true;
    }
  return false;
}

int PseudoTerminal::finish(Milliseconds at_most) {
  auto& s = *state_;
  const auto end = std::chrono::steady_clock::now() + at_most;
  while (!s.ended && std::chrono::steady_clock::now() < end) read_for(Milliseconds(100));
  if (!s.ended) throw std::runtime_error("the program has not ended; the window shows:\n" + window());
  int status = 0;
  while (::waitpid(s.pid, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) throw std::runtime_error("the program left its terminal and lives on");
    ::usleep(10'000);
  }
  s.pid = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace casus::test
