// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/deed.hpp"

#include <fcntl.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

// What a library of a stranger could do to the program that opens it: one deed a method, done when a contribution says
// "nu!", so that the same case can be gone on with.

namespace casus::trial {
namespace {

using method::Draft;
using method::View;

const Deed kDeeds[] = {
    {"segv",
     [](const View&) {
       *reinterpret_cast<volatile int*>(8) = 1;
       return one("went on");
     }},
    {"abort",
     [](const View&) {
       std::abort();
       return one("went on");
     }},
    {"kill-self",
     [](const View&) {
       std::raise(SIGKILL);
       return one("went on");
     }},
    {"stop-self",
     [](const View&) {
       std::raise(SIGSTOP);
       return one("went on");
     }},
    {"quiet-exit",
     [](const View&) {
       ::_exit(0);
       return one("went on");
     }},
    {"exit",
     [](const View&) {
       std::exit(0);
       return one("went on");
     }},
    {"exit-group",
     [](const View&) {
       ::syscall(SYS_exit_group, 7);
       return one("went on");
     }},
    {"loop",
     [](const View&) {
       work_on();
       return one("went on");
     }},
    {"pause",
     [](const View&) {
       for (;;) ::pause();
       return one("went on");
     }},
    {"sleep",
     [](const View&) {
       ::usleep(60'000'000);
       return one("went on");
     }},
    {"lock",
     [](const View&) {
       const std::uint32_t locked = 0;
       for (;;) ::syscall(SYS_futex, &locked, FUTEX_WAIT, 0, nullptr);
       return one("went on");
     }},
    {"fork",
     [](const View&) {
       ::fork();
       return one("went on");
     }},
    {"thread",
     [](const View&) {
       pthread_t thread;
       ::pthread_create(&thread, nullptr, nothing, nullptr);
       return one("went on");
     }},
    {"exec",
     [](const View&) {
       ::execl("/bin/sh", "sh", "-c", "echo gekaapt", nullptr);
       return one("went on");
     }},
    {"read-keys",
     [](const View&) {
       const int file = ::open("data/casus/casus.db.keys", O_RDONLY);
       return one("file " + std::to_string(file));
     }},
    {"write-file",
     [](const View&) {
       const int file = ::open("gekaapt.txt", O_WRONLY | O_CREAT, 0600);
       return one("file " + std::to_string(file));
     }},
    {"unlink",
     [](const View&) {
       ::unlink("data/casus/casus.db");
       return one("went on");
     }},
    {"folder",
     [](const View&) {
       (void)!::chdir("/");
       return one("went on");
     }},
    {"rights-of-files",
     [](const View&) {
       ::umask(0);
       return one("went on");
     }},
    {"shared-memory", [](const View&) { return one("memory " + std::to_string(::shmget(7, 4096, IPC_CREAT | 0600))); }},
    {"parent-memory",
     [](const View&) {
       const int file = ::open(("/proc/" + std::to_string(::getppid()) + "/mem").c_str(), O_RDWR);
       return one("file " + std::to_string(file));
     }},
    {"kill-parent",
     [](const View&) {
       ::kill(::getppid(), SIGKILL);
       return one("went on");
     }},
    {"trace",
     [](const View&) {
       ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr);
       return one("went on");
     }},
    {"network", [](const View&) { return one("socket " + std::to_string(::socket(AF_INET, SOCK_STREAM, 0))); }},
    {"ring",
     [](const View&) {
       ::syscall(SYS_io_uring_setup, 4, nullptr);
       return one("went on");
     }},
    {"memory-file", [](const View&) { return one("file " + std::to_string(::memfd_create("x", 0))); }},
    {"more-bounds",
     [](const View&) {
       const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
       ::setrlimit(RLIMIT_CPU, &more);
       return one("went on");
     }},
    {"own-handler",
     [](const View&) {
       std::signal(SIGSYS, SIG_IGN);
       return one("went on");
     }},
    // As the kernel takes the number of the signal: 32 of its 64 bits.
    {"own-handler-long",
     [](const View&) {
       struct {
         void (*handler)(int);
         unsigned long flags;
         void (*restorer)();
         unsigned long mask;
       } action{nothing_heard, 0, nullptr, 0};
       ::syscall(SYS_rt_sigaction, (1L << 32) | SIGSYS, &action, nullptr, 8);
       return one("went on");
     }},
    {"twice-forked",
     [](const View&) {
       if (::fork() == 0) {
         ::setsid();
         if (::fork() == 0)
           for (;;) ::pause();
         ::_exit(0);
       }
       return one("went on");
     }},
    {"watches", [](const View&) { return one("file " + std::to_string(::inotify_init1(0))); }},
    {"local-socket", [](const View&) { return one("socket " + std::to_string(::socket(AF_UNIX, SOCK_STREAM, 0))); }},
    {"other-name",
     [](const View&) {
       ::prctl(PR_SET_NAME, "kworker");
       return one("went on");
     }},
    {"memory-shared",
     [](const View&) -> Findings {
       std::size_t pages = 0;
       while (::mmap(nullptr, 64U << 20U, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)
         if (++pages > 10'000) return one("went on");
       throw std::runtime_error("no more");
     }},
    {"floating-point",
     [](const View&) {
       std::raise(SIGFPE);
       return one("went on");
     }},
    {"end-without-end",
     [](const View&) {
       std::atexit(work_on_at_the_end);
       std::exit(0);
       return one("went on");
     }},
    {"in-other-name",
     [](const View&) {
       say(packet('e', "plugin 'werf': is broken"));
       work_on();
       return one("went on");
     }},
    {"answers-itself",
     [](const View&) {
       const auto nothing_found = packet('a', std::string(4, '\0'));
       say(nothing_found + nothing_found);
       work_on();
       return one("went on");
     }},
    {"long-questions",
     [](const View& view) {
       for (int i = 0; i < 100; ++i)
         (void)view.has(Collection::participants, 0, Field::role, std::string(200'000, 'x') + std::to_string(i));
       return one("went on");
     }},
    {"throw-silence", [](const View&) -> Findings { throw WithoutWords(); }},
    {"throw-steering",
     [](const View&) -> Findings {
       throw std::runtime_error(
           "a\xc2\x9b"
           "31m \xe2\x80\xae"
           "b");
     }},
    {"own-timer",
     [](const View&) {
       ::alarm(1);
       return one("went on");
     }},
    {"code-away",
     [](const View&) {
       const auto page = reinterpret_cast<std::uintptr_t>(&::write) & ~std::uintptr_t{4095};
       ::mprotect(reinterpret_cast<void*>(page), 4096, PROT_NONE);
       return one("went on");
     }},
    {"twice-freed",
     [](const View&) {
       char* volatile room = new char[32];
       delete[] room;
       delete[] room;
       return one("went on");
     }},
    {"memory",
     [](const View&) {
       for (;;) std::memset(new char[64U << 20U], 1, 1);
       return one("went on");
     }},
    {"stack", [](const View&) { return one(std::to_string(depth(0))); }},
    {"long-answer", [](const View&) { return one(std::string(1U << 20U, 'x')); }},
    {"long-words", [](const View&) { return one(std::string(100'000, 'x')); }},
    {"many-answers",
     [](const View&) {
       Findings all;
       for (int i = 0; i < 20'000; ++i) all.push_back(one("x")[0]);
       return all;
     }},
    {"junk",
     [](const View&) {
       const std::string junk(1U << 20U, '\xff');
       for (int file = 3; file < 16; ++file) (void)!::write(file, junk.data(), junk.size());
       return one("went on");
     }},
    {"half-packet",
     [](const View&) {
       for (int file = 3; file < 16; ++file) (void)!::write(file, "a\xff\xff", 3);
       work_on();
       return one("went on");
     }},
    {"other-word",
     [](const View&) {
       for (int file = 3; file < 16; ++file) (void)!::write(file, "q\0\0\0\0", 5);
       return one("went on");
     }},
    {"hang-up",
     [](const View&) {
       for (int file = 3; file < 16; ++file) ::close(file);
       return one("went on");
     }},
    {"every-word",
     [](const View& view) {
       for (int i = 0; i < 1'000'000; ++i) (void)view.has(Collection::participants, 0, Field::role, std::to_string(i));
       return one("went on");
     }},
    {"no-text", [](const View&) { return one("\xff\xfe"); }},
    {"no-rule",
     [](const View&) {
       return Findings{{"", Finding::Weight::info, {"x", "x"}, {}}};
     }},
    {"odd-weight",
     [](const View&) {
       return Findings{{"trial/x", static_cast<Finding::Weight>(99), {"x", "x"}, {}}};
     }},
    {"throw-number", [](const View&) -> Findings { throw 7; }},
    {"throw-long", [](const View&) -> Findings { throw std::runtime_error(std::string(1U << 20U, 'x')); }},
    // What only changes its own process reaches nobody, so the command is done.
    {"prints",
     [](const View&) {
       std::printf("{\"ok\":true,\"gekaapt\":1}\n");
       std::fflush(stdout);
       (void)!::write(2, "gekaapt\n", 8);
       return one("printed");
     }},
    {"meddles",
     [](const View&) {
       ::setenv("CASUS_STORE", "/nowhere", 1);
       std::setlocale(LC_ALL, "C");
       std::signal(SIGINT, SIG_IGN);
       ::close(0);
       ::close(1);
       ::close(2);
       return one("meddled");
     }},
    {"looks-around",
     [](const View&) {
       std::string words = "sees";
       for (char** it = environ; *it != nullptr; ++it) words += " " + std::string(*it);
       return one(words);
     }},
    {"escapes",
     [](const View&) {
       return one(
           "rood \x1b[31mgevaar\x1b[0m \xc2\x9b"
           "5m en\a klaar");
     }},
    {"odd-questions",
     [](const View& view) {
       (void)view.get(static_cast<Collection>(200), 7, static_cast<Field>(200));
       (void)view.get(Collection::goals, 1U << 30U, Field::text);
       (void)view.fact(static_cast<method::Fact>(99));
       return one("asked");
     }},
};

class Rules final : public method::Rules {
 public:
  explicit Rules(const Deed& deed) : deed_(deed) {}
  Findings review(const View& view, const Draft& draft) const override {
    return draft.text.ends_with("nu!") ? deed_.act(view) : Findings{};
  }

 private:
  const Deed& deed_;
};

const method::Rules* rules_of(std::string_view method_id) {
  for (const auto& deed : kDeeds)
    if (method_id == std::string("trial/") + deed.name) return new Rules(deed);
  return nullptr;
}

}  // namespace
}  // namespace casus::trial

CASUS_METHOD_PLUGIN("trial", "1.0.0", casus::trial::rules_of)
