// SPDX-License-Identifier: EUPL-1.2
#include "tests/stories/program.hpp"

#include "core/base/time.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <sstream>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace casus::test {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

namespace {

/// What of the machine may be seen: how to find programs, and how sanitizers behave.
bool is_passed_on(std::string_view variable) {
  return variable.starts_with("PATH=") || variable.starts_with("ASAN_") || variable.starts_with("UBSAN_") ||
         variable.starts_with("TSAN_") || variable.starts_with("LSAN_") || variable.starts_with("LD_LIBRARY_PATH=");
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (auto& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

/// The code of a checkpoint is another in every store.
void replace_codes(std::string& text) {
  static const std::string_view kShape = "XXXX-XXXX-XXXX-XXXX";
  for (std::size_t at = 0; at + kShape.size() <= text.size(); ++at) {
    const auto fits = [&](std::size_t i) {
      const auto sign = static_cast<unsigned char>(text[at + i]);
      return kShape[i] == '-' ? sign == '-' : std::isdigit(sign) != 0 || std::isupper(sign) != 0;
    };
    std::size_t i = 0;
    while (i < kShape.size() && fits(i)) ++i;
    if (i == kShape.size()) text.replace(at, kShape.size(), "$CODE");
  }
}

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

}  // namespace

std::string today() { return to_string(date_of(SystemClock{}.now())); }

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) all.push_back(line);
  return all;
}

Process::Process(const std::vector<std::string>& arguments, const Environment& environment, const fs::path& folder,
                 const std::string& input) {
  auto words = arguments;
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable)
    if (is_passed_on(*variable) && std::ranges::none_of(environment, [&](const auto& own) {
          return std::string_view(*variable).starts_with(own.first + "=");
        }))
      variables.emplace_back(*variable);
  for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);

  int ends[2][2];
  for (auto& pair : ends)
    if (::pipe2(pair, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[0][1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1][1], STDERR_FILENO);
  posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  const int failed =
      posix_spawn(&pid_, words[0].c_str(), &actions, &attributes, pointers(words).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  for (int i = 0; i < 2; ++i) {
    ::close(ends[i][1]);
    pipes_[i] = ends[i][0];
  }
  if (failed != 0) {
    pid_ = -1;
    for (const int pipe : pipes_) ::close(pipe);
    throw std::system_error(failed, std::generic_category(), "cannot start " + words[0]);
  }
}

Process::Process(Process&& other) noexcept : pid_(std::exchange(other.pid_, -1)), ran_(std::move(other.ran_)) {
  for (int i = 0; i < 2; ++i) pipes_[i] = std::exchange(other.pipes_[i], -1);
}

Process::~Process() {
  if (pid_ > 0) {
    kill();
    ::waitpid(pid_, nullptr, 0);
  }
  for (const int pipe : pipes_)
    if (pipe >= 0) ::close(pipe);
}

/// False when both pipes are closed.
bool Process::read_once(int milliseconds) {
  pollfd both[2] = {{pipes_[0], POLLIN, 0}, {pipes_[1], POLLIN, 0}};  // poll passes over a negative descriptor
  if (pipes_[0] < 0 && pipes_[1] < 0) return false;
  if (::poll(both, 2, milliseconds) <= 0) return true;
  std::array<char, 1 << 16> part;
  for (int i = 0; i < 2; ++i) {
    if (both[i].revents == 0) continue;
    const auto got = ::read(pipes_[i], part.data(), part.size());
    if (got > 0) {
      (i == 0 ? ran_.out : ran_.err).append(part.data(), static_cast<std::size_t>(got));
    } else if (got == 0 || errno != EINTR) {
      ::close(std::exchange(pipes_[i], -1));
    }
  }
  return true;
}

void Process::listen(Milliseconds time) {
  const auto end = Clock::now() + time;
  for (auto left = time; left.count() > 0; left = std::chrono::ceil<Milliseconds>(end - Clock::now()))
    if (!read_once(static_cast<int>(left.count()))) return;
}

void Process::listen_until_lines(std::ptrdiff_t lines, Milliseconds at_most) {
  const auto end = Clock::now() + at_most;
  while (std::ranges::count(ran_.out, '\n') < lines && Clock::now() < end)
    if (!read_once(10)) return;
}

void Process::kill() const { ::kill(-pid_, SIGKILL); }

void Process::interrupt(int signal) const {
  // Before it catches the signal, a program would just end.
  const auto status = "/proc/" + std::to_string(pid_) + "/status";
  for (int tries = 0; tries < 60'000; ++tries) {
    const auto text = content_of(status);
    const auto at = text.find("SigCgt:");
    if (at != std::string::npos && (std::stoull(text.substr(at + 7), nullptr, 16) & (1ULL << (signal - 1))) != 0) {
      ::kill(pid_, signal);
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  throw std::runtime_error("the program never caught the signal");
}

Ran Process::finish(Milliseconds at_most) {
  listen(at_most);
  if (pipes_[0] >= 0 || pipes_[1] >= 0)
    throw std::runtime_error("not ready after " + std::to_string(at_most.count()) + " ms; it wrote:\n" + ran_.out +
                             ran_.err);
  int status = 0;
  ::waitpid(std::exchange(pid_, -1), &status, 0);
  ran_.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran_;
}

Home::Home() {
  const auto path = std::getenv("PATH");
  environment_ = {{"HOME", folder_.path().string()},
                  {"XDG_DATA_HOME", (folder_ / "data").string()},
                  {"TZ", "UTC"},
                  {"LC_ALL", "C.UTF-8"},
                  {"PATH", fs::path(CASUS_BINARY).parent_path().string() + ":" + (path == nullptr ? "" : path)}};
}

Process Home::begin(const std::string& line) const {
  return Process({"/bin/sh", "-c", line}, environment_, folder_.path());
}

Process Home::begin_casus(std::vector<std::string> arguments, const std::string& input) const {
  arguments.insert(arguments.begin(), CASUS_BINARY);
  return Process(arguments, environment_, folder_.path(), input);
}

std::unique_ptr<PseudoTerminal> Home::in_terminal(std::vector<std::string> arguments, int rows, int columns) const {
  arguments.insert(arguments.begin(), CASUS_BINARY);
  auto variables = environment_;
  for (char** variable = environ; *variable != nullptr; ++variable)
    if (const std::string_view text(*variable); is_passed_on(text) && !text.starts_with("PATH="))
      variables.emplace_back(text.substr(0, text.find('=')), text.substr(text.find('=') + 1));
  if (std::ranges::none_of(variables, [](const auto& pair) { return pair.first == "TERM"; }))
    variables.emplace_back("TERM", "xterm-256color");
  return std::make_unique<PseudoTerminal>(std::move(arguments), variables, folder_.path(), rows, columns);
}

Ran Home::type(const std::string& line) const { return begin(line).finish(); }

void Home::own_kit(const std::vector<std::string>& plugins) {
  const auto shipped = fs::path(CASUS_BINARY).parent_path().parent_path();
  const auto kit = folder_ / "kit";
  fs::create_directories(kit / "bin");
  fs::create_directories(kit / "plugins");
  std::error_code other_disk;
  fs::create_hard_link(CASUS_BINARY, kit / "bin/casus", other_disk);
  if (other_disk) fs::copy_file(CASUS_BINARY, kit / "bin/casus");
  for (const auto& plugin : plugins) fs::copy(shipped / "plugins" / plugin, kit / "plugins" / plugin);
  fs::copy(shipped / "workflows", kit / "workflows", fs::copy_options::recursive);
  const auto path = std::ranges::find(environment_, "PATH", &std::pair<std::string, std::string>::first);
  path->second = (kit / "bin").string() + ":" + path->second;
}

void Home::set(const std::string& variable, const std::string& value) {
  std::erase_if(environment_, [&](const auto& pair) { return pair.first == variable; });
  environment_.emplace_back(variable, value);
}

std::string Home::plain(std::string text) const {
  replace_all(text, folder_.path().string(), "$HOME");
  replace_all(text, fs::path(CASUS_BINARY).parent_path().parent_path().string(), "$CASUS");
  replace_all(text, today(), "$TODAY");
  for (const auto lang : text::languages()) replace_all(text, text::day_in_words(*date_from(today()), lang), "$TODAY");
  replace_codes(text);
  return text;
}

fs::path example_of(std::string method) {
  std::ranges::replace(method, '/', '-');
  return fs::path(CASUS_SOURCE_DIR) / "workflows" / "example" / (method + ".jsonl");
}

}  // namespace casus::test
