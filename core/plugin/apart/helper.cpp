// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/apart/helper.hpp"

#include "core/base/fault.hpp"
#include "core/plugin/apart/serve.hpp"
#include "core/plugin/guard.hpp"
#include "core/plugin/misdeed.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <utility>
#include <vector>

namespace casus::plugin {
namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

constexpr std::size_t kMostColumns = 256;                         ///< that one question may ask for
constexpr std::size_t kMostPhrases = 100'000;                     ///< that one question may look for
constexpr std::size_t kMostAskedWords = std::size_t{256} << 10U;  ///< bytes of words in what is asked for
constexpr std::size_t kMostKept = std::size_t{16} << 20U;  ///< bytes of columns in the helper; then they are forgotten
constexpr Patience kLoading{milliseconds{3000}, milliseconds{10'000}};  ///< to start and to load, under a sanitizer too

nanoseconds time_of(int process) {
  clockid_t clock{};
  timespec at{};
  if (::clock_getcpuclockid(process, &clock) != 0 || ::clock_gettime(clock, &at) != 0) return nanoseconds::max();
  return std::chrono::seconds(at.tv_sec) + nanoseconds(at.tv_nsec);
}

[[noreturn]] void cannot_start(int error) {
  const std::string why = std::strerror(error);
  throw Misdeed(Fault::Kind::store, "cannot start a plugin apart: " + why,
                tell("fault.plugin_not_started", {{"error", why}}));
}

/// Nothing of this program's surroundings but where its own libraries lie, and which time zone it takes.
std::vector<std::string> surroundings() {
  std::vector<std::string> out;
  for (const char* name : {"LD_LIBRARY_PATH", "TZ"})
    if (const char* value = std::getenv(name); value != nullptr) out.push_back(fmt::format("{}={}", name, value));
  return out;
}

class Actions {
 public:
  Actions() {
    ::posix_spawn_file_actions_init(&files_);
    ::posix_spawnattr_init(&how_);
  }
  ~Actions() {
    ::posix_spawn_file_actions_destroy(&files_);
    ::posix_spawnattr_destroy(&how_);
  }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;

  /// The three usual files lead nowhere: what a plugin prints would stand between our own lines.
  void give(int socket, int lifeline) {
    for (int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
      ::posix_spawn_file_actions_addopen(&files_, file, "/dev/null", file == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
    ::posix_spawn_file_actions_adddup2(&files_, socket, kHelperSocket);
    ::posix_spawn_file_actions_adddup2(&files_, lifeline, kHelperLifeline);
    ::posix_spawn_file_actions_addclosefrom_np(&files_, kHelperLifeline + 1);
  }
  /// No signal of a terminal reaches it, and none is blocked or ignored.
  void fresh_signals() {
    sigset_t none, all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&how_, &none);
    ::posix_spawnattr_setsigdefault(&how_, &all);
    ::posix_spawnattr_setflags(&how_,
                               static_cast<short>(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID));
  }
  int spawn(int& child, char** arguments, char** environment) {
    return ::posix_spawn(&child, "/proc/self/exe", &files_, &how_, arguments, environment);
  }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t how_{};
};

/// Two files that are one thing, for this process alone until they are given away; -1 and the error when there are
/// none.
class Ends {
 public:
  explicit Ends(auto make) {
    if (make(ends_.data()) != 0) cannot_start(errno);
    // Where the helper's own files are put no end of ours may lie: it would be overwritten before it is copied.
    const int higher = ::fcntl(ends_[0], F_DUPFD_CLOEXEC, kHelperLifeline + 1);
    const int error = errno;
    ::close(std::exchange(ends_[0], higher));
    if (higher < 0) {
      ::close(std::exchange(ends_[1], -1));
      cannot_start(error);
    }
  }
  ~Ends() {
    for (const int end : ends_)
      if (end >= 0) ::close(end);
  }
  Ends(const Ends&) = delete;
  Ends& operator=(const Ends&) = delete;

  int theirs() const { return ends_[0]; }
  int take_ours() { return std::exchange(ends_[1], -1); }

 private:
  std::array<int, 2> ends_{-1, -1};
};

}  // namespace

Helper::Helper(const std::string& library, const std::string& plugin, Patience patience) : patience_(kLoading) {
  start(library, plugin);
  asked_ = Clock::now();
  own_at_start_ = nanoseconds::zero();
  const auto packet = receive();
  if (packet.word == Word::refused) give_up(NoAnswer::Why::refused, printable(packet.body));
  if (packet.word != Word::ready || packet.body.size() != 1) give_up(NoAnswer::Why::garbage);
  shut_ = packet.body[0] == static_cast<char>(Shut::whole) ? Shut::whole : Shut::bounds;
  patience_ = patience;
}

Helper::~Helper() {
  if (child_ > 0) end();
}

void Helper::start(const std::string& library, const std::string& plugin) {
  Ends socket([](int* ends) { return ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends); });
  Ends lifeline([](int* ends) { return ::pipe2(ends, O_CLOEXEC); });
  const char* const setting = std::setlocale(LC_ALL, nullptr);
  std::vector<std::string> arguments{"casus", kHelperMode, library, plugin, setting == nullptr ? "C" : setting};
  auto variables = surroundings();
  std::vector<char*> given, around;
  for (auto& it : arguments) given.push_back(it.data());
  for (auto& it : variables) around.push_back(it.data());
  given.push_back(nullptr);
  around.push_back(nullptr);
  Actions actions;
  actions.give(socket.theirs(), lifeline.theirs());
  actions.fresh_signals();
  const int error = actions.spawn(child_, given.data(), around.data());
  if (error != 0) {
    child_ = -1;
    cannot_start(error);
  }
  socket_ = socket.take_ours();
  lifeline_ = lifeline.take_ours();
  ::fcntl(socket_, F_SETFL, O_NONBLOCK);
}

void Helper::hang_up() {
  ::close(std::exchange(socket_, -1));
  ::close(std::exchange(lifeline_, -1));
}

int Helper::end() {
  hang_up();
  ::kill(child_, SIGKILL);
  int status = 0;
  while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
  }
  child_ = -1;
  return status;
}

void Helper::give_up(NoAnswer::Why why, std::string detail) {
  end();
  throw NoAnswer{why, std::move(detail)};
}

/// The socket was closed. Its process ends by itself, unless the library closed the socket and goes on.
void Helper::gone() {
  int status = 0;
  for (int tries = 0; tries < 500; ++tries) {  // a second: on a busy machine what ends is not gone at once
    if (::waitpid(child_, &status, WNOHANG) == child_) {
      child_ = -1;
      hang_up();
      // Who blocks the signal of a barred call ends without a word.
      if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS) throw NoAnswer{NoAnswer::Why::barred, "a system call"};
      if (WIFSIGNALED(status)) throw NoAnswer{NoAnswer::Why::crashed, ::strsignal(WTERMSIG(status))};
      throw NoAnswer{NoAnswer::Why::ended, std::to_string(WEXITSTATUS(status))};
    }
    ::poll(nullptr, 0, 2);
  }
  give_up(NoAnswer::Why::garbage);
}

void Helper::require_time() {
  const auto passed = std::chrono::duration_cast<milliseconds>(Clock::now() - asked_);
  if (passed >= patience_.clock || (passed >= patience_.own && time_of(child_) - own_at_start_ >= patience_.own))
    give_up(NoAnswer::Why::too_long,
            std::to_string((passed >= patience_.clock ? patience_.clock : patience_.own).count()));
}

/// Until something can be read or written. A helper that works has `own` of its own time, and one that waits, or does
/// not get its turn, `clock`.
void Helper::wait_for(short events) {
  for (;;) {
    require_time();
    const auto passed = std::chrono::duration_cast<milliseconds>(Clock::now() - asked_);
    const auto next =
        passed < patience_.own ? patience_.own - passed : std::min(patience_.clock - passed, milliseconds{20});
    pollfd ready{socket_, events, 0};
    if (::poll(&ready, 1, static_cast<int>(next.count()) + 1) > 0) return;
  }
}

void Helper::send(Word word, const std::string& body) {
  std::string packet(1, static_cast<char>(word));
  const auto size = static_cast<std::uint32_t>(body.size());
  packet.append(reinterpret_cast<const char*>(&size), sizeof size);
  packet += body;
  std::string_view rest = packet;
  while (!rest.empty()) {
    const auto wrote = ::send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (wrote > 0) rest.remove_prefix(static_cast<std::size_t>(wrote));
    else if (wrote < 0 && errno == EAGAIN) wait_for(POLLOUT);
    else if (wrote < 0 && errno == EINTR) continue;
    else return;  // it is gone: what it said last is still to be read
  }
}

/// False when the other end is gone before so much was read.
bool Helper::receive_some(std::size_t wanted) {
  while (unread_.size() < wanted) {
    char part[16 * 1024];
    const auto got = ::recv(socket_, part, sizeof part, 0);
    if (got > 0) unread_.append(part, static_cast<std::size_t>(got));
    else if (got < 0 && errno == EAGAIN) wait_for(POLLIN);
    else if (got < 0 && errno == EINTR) continue;
    else return false;
  }
  return true;
}

Helper::Packet Helper::receive() {
  constexpr std::size_t kHead = 5;
  if (!receive_some(kHead)) gone();
  Packet packet{.word = static_cast<Word>(unread_[0])};
  std::uint32_t size = 0;
  std::memcpy(&size, unread_.data() + 1, sizeof size);
  if (size > kMostFromHelper) give_up(NoAnswer::Why::garbage);
  if (!receive_some(kHead + size)) gone();
  packet.body = unread_.substr(kHead, size);
  unread_.erase(0, kHead + size);
  if (packet.word == Word::barred && size == sizeof(int)) {
    int call = 0;
    std::memcpy(&call, packet.body.data(), sizeof call);
    give_up(NoAnswer::Why::barred, name_of_call(call));
  }
  return packet;
}

/// A case mostly grows at its end, so only what comes after what the helper has is sent.
void Helper::write_rows(Writing& out, const Column& column, const method::View& view) {
  auto rows = rows_of(view, column);
  auto& before = sent_[column];
  const auto common = static_cast<std::size_t>(std::ranges::mismatch(before, rows).in1 - before.begin());
  write(out, column);
  out.number(static_cast<std::uint32_t>(common));
  out.text(std::string_view(rows).substr(common));
  sent_bytes_ += rows.size();
  sent_bytes_ -= before.size();
  before = std::move(rows);
}

std::string Helper::question_of(Function function, std::string_view method, const method::View& view,
                                const method::Draft& draft, const std::set<Column>& habit) {
  Writing question;
  question.byte(static_cast<std::uint8_t>(function));
  question.text(method);
  for (const auto part : {draft.by, draft.kind, draft.text, draft.to, draft.re}) question.text(part);
  const auto position = view.position();
  question.byte(static_cast<std::uint8_t>(position.phase));
  question.number(static_cast<std::uint32_t>(position.round));
  question.text(position.step);
  question.text(position.method);
  for (const auto& it : method::names_of(method::Collection{}))
    question.number(static_cast<std::uint32_t>(view.size(it.value)));
  for (const auto& it : method::names_of(method::Fact{})) question.text(view.fact(it.value));
  const bool forget = sent_bytes_ > kMostKept;
  if (forget) sent_.clear(), sent_bytes_ = 0;
  question.byte(forget ? 1 : 0);
  question.number(static_cast<std::uint32_t>(habit.size()));
  for (const auto& column : habit) write_rows(question, column, view);
  return question.bytes();
}

method::Findings Helper::ask(Function function, std::string_view method, const method::View& view,
                             const method::Draft& draft) {
  asked_ = Clock::now();
  own_at_start_ = time_of(child_);
  char extra = 0;
  if (!unread_.empty() || ::recv(socket_, &extra, 1, MSG_PEEK) > 0) give_up(NoAnswer::Why::garbage);

  auto& habit = habits_[{function, std::string(method)}];
  send(Word::question, question_of(function, method, view, draft, habit));

  std::set<Column> wanted = habit;
  std::size_t words = 0;
  for (const auto& column : wanted) words += column.word.size();
  std::size_t phrases = 0;
  try {
    for (;;) {
      const auto packet = receive();
      switch (packet.word) {
        case Word::column: {
          Reading in(packet.body);
          require_time();  // whoever asks and asks keeps this process at work, and it never waits
          auto column = read_column(in);
          words += column.word.size();
          if (wanted.size() >= kMostColumns || words > kMostAskedWords) throw Garbage("it asks for too much");
          Writing rows;
          write_rows(rows, column, view);
          send(Word::rows, rows.bytes());
          wanted.insert(std::move(column));
          break;
        }
        case Word::said: {
          Reading in(packet.body);
          const auto list = in.text(), text = in.text();
          require_time();
          if (++phrases > kMostPhrases) throw Garbage("it asks for too much");
          const auto said = view.said(list, text);
          Writing out;
          out.number(static_cast<std::uint32_t>(said.word));
          out.text(said.phrase);
          send(Word::phrase, out.bytes());
          break;
        }
        case Word::answer: {
          auto findings = read_findings(packet.body);
          habit = std::move(wanted);
          spent_ += Clock::now() - asked_;
          return findings;
        }
        case Word::threw: give_up(NoAnswer::Why::threw, printable(packet.body));
        case Word::refused: give_up(NoAnswer::Why::refused, printable(packet.body));
        default: throw Garbage("it says what was not asked");
      }
    }
  } catch (const Garbage&) {
    give_up(NoAnswer::Why::garbage);
  }
}

}  // namespace casus::plugin
