// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/apart.hpp"

#include "core/plugin/guard.hpp"
#include "core/plugin/misdeed.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace casus::plugin {
namespace {

constexpr rlim_t kMemory = rlim_t{2} << 30U;

/// The first byte of what a child says: without it, the child never came to its end.
constexpr char kDone = 'd';
constexpr char kFailed = 'f';

void write_all(int pipe, std::string_view text) {
  while (!text.empty()) {
    const auto wrote = ::write(pipe, text.data(), text.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(wrote));
  }
}

[[noreturn]] void be_child(int pipe, const std::function<std::string()>& work) {
  // What the plugin prints would stand between our own lines.
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(nowhere, STDOUT_FILENO);
  ::dup2(nowhere, STDERR_FILENO);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // these map more than any machine has
  const rlimit memory{kMemory, kMemory};
  ::setrlimit(RLIMIT_AS, &memory);
#endif
  std::string answer;
  if (const auto thrown = thrown_by([&] { answer = kDone + work(); })) answer = kFailed + *thrown;
  write_all(pipe, answer);
  ::_exit(0);  // no destructors of the parent's things
}

[[noreturn]] void cannot_check(int error) {
  const std::string why = std::strerror(error);
  throw Misdeed(Fault::Kind::store, "cannot check a plugin apart: " + why,
                tell("fault.plugin_not_checked", {{"error", why}}));
}

/// Everything until the pipe is closed; false when that takes too long.
bool read_until(int pipe, std::chrono::steady_clock::time_point end, std::string& out) {
  char part[4096];
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
    pollfd ready{pipe, POLLIN, 0};
    if (left <= 0 || ::poll(&ready, 1, static_cast<int>(left)) == 0) return false;
    const auto got = ::read(pipe, part, sizeof part);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return true;
    out.append(part, static_cast<std::size_t>(got));
  }
}

}  // namespace

Apart run_apart(const std::function<std::string()>& work, std::chrono::milliseconds limit) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) cannot_check(errno);
  const pid_t child = ::fork();
  if (child < 0) {
    const int error = errno;
    ::close(ends[0]);
    ::close(ends[1]);
    cannot_check(error);
  }
  if (child == 0) {
    ::close(ends[0]);
    be_child(ends[1], work);
  }
  ::close(ends[1]);
  std::string said;
  const bool in_time = read_until(ends[0], std::chrono::steady_clock::now() + limit, said);
  ::close(ends[0]);
  if (!in_time) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!in_time)
    return {Apart::End::too_long, fmt::format("no answer within {} ms", limit.count()),
            tell("wrong.apart_too_long", {{"limit", limit.count()}})};
  if (WIFSIGNALED(status)) {
    const char* const signal = ::strsignal(WTERMSIG(status));
    return {Apart::End::crashed, signal, Telling(signal)};
  }
  if (said.empty())
    return {Apart::End::crashed, fmt::format("it ended the process with {}", WEXITSTATUS(status)),
            tell("wrong.apart_ended", {{"code", WEXITSTATUS(status)}})};
  if (said.front() == kDone) return {Apart::End::done, said.substr(1)};
  return {Apart::End::failed, said.substr(1), Telling(said.substr(1))};
}

}  // namespace casus::plugin
