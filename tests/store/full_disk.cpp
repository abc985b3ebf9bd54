// SPDX-License-Identifier: EUPL-1.2
// A write that the disk refuses, played by a limit on the size of files.
#include "core/store/checkpoint.hpp"
#include "tests/store/child.hpp"
#include "tests/store/stores.hpp"

#include <sys/resource.h>

#include <algorithm>

using namespace casus;
using namespace casus::store;

namespace {

/// From here on no file of this process can grow beyond `bytes`.
void limit_files(std::uintmax_t bytes) {
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, bytes};
  if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) std::abort();
}

/// Room for the WAL to grow by about this much.
std::uintmax_t size_with(const std::string& path, std::uintmax_t room) {
  return std::max(std::filesystem::file_size(path), std::filesystem::file_size(path + "-shm")) + room;
}

}  // namespace

TEST_CASE("on a full disk an append faults, and nothing acknowledged is lost", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  { put(*open_sqlite({path, true}), "case/1", 0, "c1", {event("begin")}); }
  Child child([&](const Child::Report& report) {
    auto store = open_sqlite({path, false});
    limit_files(size_with(path, 100'000));
    const std::string text(1500, 'x');
    for (std::int64_t at = 1; at < 10'000; ++at) {
      const auto fault = fault_of([&] {
        if (!store->append("case/1", at, "c" + std::to_string(at + 1), {event(text)}, nullptr)) std::abort();
      });
      if (fault.empty()) {
        report(at + 1);
        continue;
      }
      // The program can go on reading, is told again, and the store has not moved.
      if (fault.find("do it again") == std::string::npos) ::_exit(10);
      if (store->head("case/1") != at || store->read("case/1").size() != static_cast<std::size_t>(at)) ::_exit(11);
      if (fault_of([&] { store->append("case/1", at, "again", {event(text)}, nullptr); }).empty()) ::_exit(12);
      if (fault_of([&] { store->append("case/2", 0, "new", {event(text)}, nullptr); }).empty()) ::_exit(13);
      ::_exit(7);
    }
  });
  const auto acknowledged = child.rest();
  CHECK(child.wait() == 7);
  REQUIRE(acknowledged.size() >= 5);

  auto store = open_sqlite({path, false});
  CHECK(findings(*store) == Texts{});
  CHECK(store->head("case/1") >= acknowledged.back());
  CHECK(store->read("case/1").size() == static_cast<std::size_t>(store->head("case/1")));
  put(*store, "case/1", store->head("case/1"), "after", {event("verder")});
  put(*store, "case/2", 0, "after too", {event("verder")});
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("a backup that does not fit names the file that it was for, and the store goes on", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string(), copy = (folder / "elders/copy.db").string();
  std::filesystem::create_directory(folder / "elders");
  {
    auto store = open_sqlite({path, true});
    put(*store, "case/1", 0, "c1", {event(std::string(300'000, 'x'))});
    store->checkpoint(Time{});
  }
  Child child([&](const Child::Report&) {
    auto store = open_sqlite({path, false});
    limit_files(200'000);  // the copy is larger than that; what the store writes itself is not
    const auto fault = fault_of([&] { store->backup(copy, Time{}); });
    if (fault.find("copy '" + copy + "' could not be written") == std::string::npos) ::_exit(10);
    if (fault.find("store file") != std::string::npos) ::_exit(11);
    ::_exit(std::filesystem::exists(copy) ? 12 : 7);
  });
  CHECK(child.wait() == 7);
  auto store = open_sqlite({path, false});
  CHECK(findings(*store) == Texts{});
  store->backup(copy, Time{});
  CHECK(std::filesystem::exists(copy));
}

TEST_CASE("a group that does not fit on the disk leaves nothing behind", "[store]") {
  const bool many = GENERATE(false, true);  // written by a second thread
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  { put(*open_sqlite({path, true}), "case/1", 0, "c1", {event("begin")}); }
  Child child([&](const Child::Report&) {
    auto store = open_sqlite({path, false});
    limit_files(size_with(path, 100'000));
    const auto appends = [&] {
      for (int at = 1; at < 1000; ++at)
        store->append("case/1", at, "g" + std::to_string(at), {event(std::string(1500, 'x'))}, nullptr);
    };
    const auto fault = fault_of([&] {
      if (many) store->together(Coming{}, appends);
      else store->together(appends);
    });
    ::_exit(fault.empty() ? 10 : store->head("case/1") != 1 ? 11 : 7);
  });
  CHECK(child.wait() == 7);
  auto store = open_sqlite({path, false});
  CHECK(payloads(*store, "case/1") == Texts{"begin"});
  CHECK_FALSE(store->receipt("g1").has_value());
  CHECK(findings(*store) == Texts{});
}
