// SPDX-License-Identifier: EUPL-1.2
// Files that say whom to believe are read only when nobody else can write them.
#include "core/base/files/guarded_file.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <string>

using namespace casus;

namespace {

/// The id of what is wrong with a file of these rights; empty when it is read.
std::string wrong_with(mode_t rights, Guarded how) {
  const test::TempDir folder;
  const auto file = folder.write("wie.json", "{}").string();
  REQUIRE(::chmod(file.c_str(), rights) == 0);
  const auto bytes = read_guarded(file, how);
  if (bytes) return *bytes == "{}" ? "" : "other bytes";
  return std::string(bytes.error().message.id());
}

}  // namespace

TEST_CASE("a file that says who is who is not read when others can write it", "[base]") {
  const auto is = [](mode_t rights) { return wrong_with(rights, Guarded::from_writing); };
  CHECK(is(0600).empty());
  CHECK(is(0644).empty());
  CHECK(is(0664) == "wrong.others_may_write");
  CHECK(is(0646) == "wrong.others_may_write");
}

TEST_CASE("a secret is not read when others can read it", "[base]") {
  const auto is = [](mode_t rights) { return wrong_with(rights, Guarded::from_reading); };
  CHECK(is(0400).empty());
  CHECK(is(0600).empty());
  CHECK(is(0604) == "wrong.others_may_read");
  CHECK(is(0640) == "wrong.others_may_read");
  CHECK(is(0620) == "wrong.others_may_write");
}

TEST_CASE("what is wrong with a guarded file names the line that mends it", "[base]") {
  const test::TempDir folder;
  const auto file = folder.write("wie.json", "{}").string();
  REQUIRE(::chmod(file.c_str(), 0666) == 0);
  const auto open = read_guarded(file, Guarded::from_writing);
  REQUIRE_FALSE(open);
  CHECK(open.error().message.part("rights") == "666");
  CHECK(open.error().message.part("file") == file);
  REQUIRE(::chmod(file.c_str(), 0600) == 0);
  if (::chown(file.c_str(), 65534, static_cast<gid_t>(-1)) != 0) return;  // only root may give a file away
  const auto of_another = read_guarded(file, Guarded::from_writing);
  REQUIRE_FALSE(of_another);
  CHECK(of_another.error().message.id() == "wrong.of_another_user");
  CHECK(of_another.error().message.part("owner") == "65534");
}

TEST_CASE("a pipe, a device and a folder are no guarded files, and are not waited for", "[base]") {
  const test::TempDir folder;
  const auto pipe = (folder / "pijp").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  for (const auto& path : {pipe, std::string("/dev/zero"), folder.path().string()}) {
    INFO(path);
    const auto bytes = read_guarded(path, Guarded::from_writing);
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().message == tell("wrong.unread_file", {{"why", tell("wrong.not_regular")}}));
  }
  const auto none = read_guarded((folder / "weg").string(), Guarded::from_writing);
  REQUIRE_FALSE(none);
  CHECK(none.error().message == tell("wrong.unread_file", {{"why", tell("wrong.not_there")}}));
  const auto large = folder.write("groot", std::string(11, 'x')).string();
  CHECK(read_guarded(large, Guarded::from_writing, 11));
  CHECK_FALSE(read_guarded(large, Guarded::from_writing, 10));
}

TEST_CASE("a folder in which others can put files is told", "[base]") {
  const test::TempDir folder;
  CHECK_FALSE(wrong_with_folder(folder.path().string()));
  CHECK_FALSE(wrong_with_folder((folder / "weg").string()));
  REQUIRE(::chmod(folder.path().c_str(), 01777) == 0);
  const auto open = wrong_with_folder(folder.path().string());
  REQUIRE(open);
  CHECK(open->message.id() == "wrong.others_may_write");
  CHECK(open->message.part("rights") == "1777");
}
