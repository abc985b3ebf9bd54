// SPDX-License-Identifier: EUPL-1.2
// A file that comes in the place of another for now, where a file system knows no second name for a file (a stick, some
// folders of a network): what was there is copied first.
#include "core/store/files/output_file.hpp"
#include "tests/store/child.hpp"
#include "tests/store/stores.hpp"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <stdexcept>

namespace casus::store {

namespace {

namespace fs = std::filesystem;

/// From here on this process gives no file a second name. A file without one, which only Linux's own file systems know,
/// still gets its first.
void do_without_links() {
  constexpr auto kArgument = [](int at) {
    return static_cast<std::uint32_t>(offsetof(seccomp_data, args)) + 8U * static_cast<std::uint32_t>(at);
  };
  constexpr std::uint32_t kNo = SECCOMP_RET_ERRNO | static_cast<std::uint32_t>(EPERM);
#ifdef SYS_link
  constexpr std::uint32_t kLink = SYS_link;
#else
  constexpr std::uint32_t kLink = SYS_linkat;
#endif
  std::array<sock_filter, 7> rules{{
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_linkat, 1, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kLink, 3, 2),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kArgument(4)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AT_SYMLINK_FOLLOW, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_RET | BPF_K, kNo),
  }};
  const sock_fprog program{static_cast<unsigned short>(rules.size()), rules.data()};
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
    throw std::runtime_error("no rule for this process alone can be set here");
}

std::int64_t inode_of(const std::string& path) {
  struct stat found {};
  return ::stat(path.c_str(), &found) == 0 ? static_cast<std::int64_t>(found.st_ino) : -1;
}

Texts names_there(const fs::path& folder) {
  Texts names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

}  // namespace

TEST_CASE("where a file can have no second name it is copied before another comes in its place for now",
          "[store][output]") {
  for (const bool links : {true, false}) {
    INFO("with links: " << links);
    const test::TempDir folder;
    const auto path = folder.write("zaak.casus", "van gisteren").string();
    const auto before = inode_of(path);
    Child child([&](const Child::Report& report) {
      if (!links) do_without_links();
      OutputWriter writer({path, true});
      writer.add("een casus");
      writer.finish_for_now();
      report(test::content_of(path) == "een casus" ? 1 : 0);
      report(static_cast<std::int64_t>(names_there(folder.path()).size()));  // and what was there
      writer.take_back();
      report(test::content_of(path) == "van gisteren" ? 1 : 0);
    });
    CHECK(child.rest() == std::vector<std::int64_t>{1, 2, 1});
    CHECK(child.wait() == 0);
    CHECK(test::content_of(path) == "van gisteren");
    CHECK(names_there(folder.path()) == Texts{"zaak.casus"});
    // The same file when it only had another name meanwhile; else the copy.
    CHECK((inode_of(path) == before) == links);
  }
}

TEST_CASE("a copy that was made for now goes when what came in its place stays", "[store][output]") {
  const test::TempDir folder;
  const auto path = folder.write("zaak.casus", "van gisteren").string();
  Child child([&](const Child::Report& report) {
    do_without_links();
    OutputWriter writer({path, true});
    writer.add("een casus");
    writer.finish_for_now();
    report(1);
  });
  CHECK(child.rest() == std::vector<std::int64_t>{1});
  CHECK(child.wait() == 0);
  CHECK(test::content_of(path) == "een casus");
  CHECK(names_there(folder.path()) == Texts{"zaak.casus"});
}

TEST_CASE("without room for the copy the file of yesterday stays where it is", "[store][output]") {
  const test::TempDir folder;
  const std::string yesterday(5000, 'g');
  const auto path = folder.write("zaak.casus", yesterday).string();
  const auto before = inode_of(path);
  Child child([&](const Child::Report& report) {
    do_without_links();
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) std::abort();
    const auto fault = fault_of([&] {
      OutputWriter writer({path, true});
      writer.add("een casus");  // fits; the copy of what is there does not
      writer.finish_for_now();
    });
    report(fault.find("nothing that was there is lost") == std::string::npos ? 1 : 0);
  });
  CHECK(child.rest() == std::vector<std::int64_t>{0});
  CHECK(child.wait() == 0);
  CHECK(test::content_of(path) == yesterday);
  CHECK(inode_of(path) == before);
  CHECK(names_there(folder.path()) == Texts{"zaak.casus"});
}

}  // namespace casus::store
