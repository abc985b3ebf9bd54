// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/apart/confine.hpp"

#include "core/plugin/apart/wire.hpp"

#include <fcntl.h>
#include <poll.h>
#include <seccomp.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <initializer_list>
#include <memory>

namespace casus::plugin {
namespace {

constexpr rlim_t kMostMemory = rlim_t{1} << 30U;
constexpr rlim_t kMostSeconds = 30;
constexpr rlim_t kMostFiles = 16;

// What the handler of a barred call needs; a handler has no arguments of ours. Set before the filter is, once.
int told_at = -1;
std::array<char, 4096> library_path{};
volatile int library_file = -1;

void limit(decltype(RLIMIT_AS) what, rlim_t most) {
  const rlimit bound{most, most};
  ::setrlimit(what, &bound);
}

#if defined(__x86_64__)
constexpr bool kCanAnswer = true;
long argument(const ucontext_t& at, int number) {
  constexpr int kPlaces[] = {REG_RDI, REG_RSI, REG_RDX};
  return at.uc_mcontext.gregs[kPlaces[number]];
}
void answer(ucontext_t& at, long value) { at.uc_mcontext.gregs[REG_RAX] = value; }
#elif defined(__aarch64__)
constexpr bool kCanAnswer = true;
long argument(const ucontext_t& at, int number) { return static_cast<long>(at.uc_mcontext.regs[number]); }
void answer(ucontext_t& at, long value) { at.uc_mcontext.regs[0] = static_cast<unsigned long long>(value); }
#else
constexpr bool kCanAnswer = false;
long argument(const ucontext_t&, int) { return 0; }
void answer(ucontext_t&, long) {}
#endif

const char* path_at(const ucontext_t& at) {
  return reinterpret_cast<const char*>(argument(at, 1));  // NOLINT(performance-no-int-to-ptr)
}

/// A call that is shut off. The loader opens the library through here, and gets the file that was opened before; what
/// is asked about an open file is answered, and of no other. All else is told and ends. Runs in the place of the call,
/// so it does only what a signal handler may.
void on_barred_call(int, siginfo_t* info, void* context) {
  auto& at = *static_cast<ucontext_t*>(context);
  if (info->si_syscall == SYS_openat && library_file >= 0 && std::strcmp(path_at(at), library_path.data()) == 0) {
    answer(at, library_file);
    library_file = -1;
    return;
  }
  if (info->si_syscall == SYS_newfstatat) {
    const bool open_file = path_at(at) != nullptr && *path_at(at) == '\0';
    answer(at, open_file && ::syscall(SYS_fstat, argument(at, 0), argument(at, 2)) == 0 ? 0 : -EACCES);
    return;
  }
  if (info->si_syscall == SYS_close) {
    answer(at, -EBADF);
    return;
  }
  std::array<char, 9> packet{};
  packet[0] = static_cast<char>(Word::barred);
  const std::uint32_t size = 4;
  std::memcpy(packet.data() + 1, &size, sizeof size);
  std::memcpy(packet.data() + 5, &info->si_syscall, sizeof size);
  if (::write(told_at, packet.data(), packet.size()) < 0) ::_exit(98);
  ::_exit(99);
}

struct Release {
  void operator()(void* filter) const { seccomp_release(filter); }
};

using Filter = std::unique_ptr<void, Release>;

bool add(const Filter& filter, std::uint32_t action, std::initializer_list<int> calls) {
  for (const int call : calls)
    // A call that this machine does not have needs no rule.
    if (const int done = seccomp_rule_add(filter.get(), action, call, 0); done != 0 && done != -EDOM) return false;
  return true;
}

bool allow_calls(const Filter& filter) {
  return add(filter, SCMP_ACT_ALLOW,
             {SCMP_SYS(read),
              SCMP_SYS(write),
              SCMP_SYS(writev),
              SCMP_SYS(pread64),
              SCMP_SYS(lseek),
              SCMP_SYS(fstat),
              SCMP_SYS(mmap),
              SCMP_SYS(munmap),
              SCMP_SYS(mprotect),
              SCMP_SYS(mremap),
              SCMP_SYS(brk),
              SCMP_SYS(madvise),
              SCMP_SYS(futex),
              SCMP_SYS(rt_sigreturn),
              SCMP_SYS(rt_sigprocmask),
              SCMP_SYS(sigaltstack),
              SCMP_SYS(restart_syscall),
              SCMP_SYS(exit),
              SCMP_SYS(exit_group),
              SCMP_SYS(getrandom),
              SCMP_SYS(clock_gettime),
              SCMP_SYS(clock_getres),
              SCMP_SYS(gettimeofday),
              SCMP_SYS(time),
              SCMP_SYS(getpid),
              SCMP_SYS(getppid),
              SCMP_SYS(gettid),
              SCMP_SYS(getuid),
              SCMP_SYS(geteuid),
              SCMP_SYS(getgid),
              SCMP_SYS(getegid),
              SCMP_SYS(sched_yield),
              SCMP_SYS(rseq),
              SCMP_SYS(set_robust_list)}) &&
         // Libraries ask these by habit (printf asks for the kind of its output): they get no, and live with it.
         add(filter, SCMP_ACT_ERRNO(EACCES),
             {SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(statx), SCMP_SYS(access), SCMP_SYS(faccessat),
              SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(ioctl), SCMP_SYS(fcntl),
              SCMP_SYS(sysinfo), SCMP_SYS(uname), SCMP_SYS(sched_getaffinity)});
}

/// A call whose first argument is a number from 0 to `most`, but `not_this`. Each number is a rule: the filter compares
/// 64 bits and the kernel takes 32 of them, so with "all but this one" there would be other ways to write it.
bool allow_numbers(const Filter& filter, int call, int most, int not_this) {
  for (int number = 0; number <= most; ++number)
    if (number != not_this && seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 1,
                                               SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(number))) != 0)
      return false;
  return true;
}

/// Signals to this process alone, so that an abort is seen as one; handlers of all signals but that of a barred call;
/// bounds may be read, never set; all files but the lifeline may be closed.
bool allow_some(const Filter& filter, int lifeline) {
  const auto self = static_cast<scmp_datum_t>(::getpid());
  return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, self)) == 0 &&
         allow_numbers(filter, SCMP_SYS(rt_sigaction), SIGRTMAX, SIGSYS) &&
         allow_numbers(filter, SCMP_SYS(close), static_cast<int>(kMostFiles), lifeline) &&
         seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, SCMP_A0(SCMP_CMP_EQ, 0),
                          SCMP_A2(SCMP_CMP_EQ, 0)) == 0;
}

/// The kernel kills this process when the other end of the lifeline is closed; or it is already, and then it ends now.
void live_by(int lifeline) {
  ::fcntl(lifeline, F_SETSIG, SIGKILL);
  ::fcntl(lifeline, F_SETOWN, ::getpid());
  ::fcntl(lifeline, F_SETFL, O_ASYNC);
  pollfd other{lifeline, 0, 0};
  if (::poll(&other, 1, 0) > 0 && (other.revents & POLLHUP) != 0) ::_exit(0);
}

}  // namespace

void bound(int socket, int lifeline) {
  assert(lifeline == socket + 1);
  if (socket > 3) ::close_range(3, static_cast<unsigned>(socket) - 1, 0);
  ::close_range(static_cast<unsigned>(lifeline) + 1, ~0U, 0);
  live_by(lifeline);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CPU, kMostSeconds);
  limit(RLIMIT_NOFILE, kMostFiles);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  limit(RLIMIT_AS, kMostMemory);
#endif
}

Shut shut_in(int socket, int lifeline, const std::string& library) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  // A sanitizer looks things up in files of its own when it has something to say.
  (void)socket, (void)lifeline, (void)library, (void)allow_calls, (void)allow_some, (void)on_barred_call,
      (void)kCanAnswer;
  return Shut::bounds;
#else
  if (!kCanAnswer || library.size() >= library_path.size()) return Shut::bounds;
  const Filter filter(seccomp_init(SCMP_ACT_TRAP));
  if (!filter || !allow_calls(filter) || !allow_some(filter, lifeline)) return Shut::bounds;
  told_at = socket;
  std::memcpy(library_path.data(), library.c_str(), library.size() + 1);
  library_file = ::open(library.c_str(), O_RDONLY | O_CLOEXEC);
  struct sigaction action {};
  action.sa_sigaction = on_barred_call;
  action.sa_flags = SA_SIGINFO;
  ::sigaction(SIGSYS, &action, nullptr);
  return seccomp_load(filter.get()) == 0 ? Shut::whole : Shut::bounds;
#endif
}

void loaded() { library_file = -1; }

std::string name_of_call(int number) {
  char* const name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, number);
  std::string out = name == nullptr ? std::to_string(number) : name;
  std::free(name);
  return out;
}

}  // namespace casus::plugin
