// SPDX-License-Identifier: EUPL-1.2
// Files that the program writes for a person: whole or not at all, and never over what is kept.
#include "core/store/files/output_file.hpp"

#include "core/store/checkpoint.hpp"
#include "core/store/files/files.hpp"
#include "tests/store/child.hpp"
#include "tests/store/stores.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <fstream>

using namespace casus;
using namespace casus::store;
namespace fs = std::filesystem;

namespace {

/// Why nothing may be written there; nothing when it was written.
std::optional<OutputRefused::Why> refused(const OutputFile& file) {
  try {
    write_output(file, "dossier");
    return std::nullopt;
  } catch (const OutputRefused& no) {
    return no.why;
  }
}

/// Names in a folder, sorted.
Texts names_in(const fs::path& folder) {
  Texts names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

}  // namespace

TEST_CASE("a new file is whole, for its owner only, and leaves nothing beside it", "[store][output]") {
  const test::TempDir folder;
  const auto path = (folder / "dossier.md").string();
  {
    OutputWriter writer({path});
    for (int i = 0; i < 10'000; ++i) writer.add("twaalf tekens");
    CHECK_FALSE(fs::exists(path));
    writer.finish();
  }
  CHECK(test::content_of(path).size() == 130'000);
  struct stat found {};
  REQUIRE(::stat(path.c_str(), &found) == 0);
  CHECK((found.st_mode & 0777U) == 0600U);
  { OutputWriter left_half({(folder / "half.md").string()}); }
  CHECK(names_in(folder.path()) == Texts{"dossier.md"});
}

TEST_CASE("what is there stays, unless it is asked for", "[store][output]") {
  const test::TempDir folder;
  const auto path = folder.write("dossier.md", "van gisteren").string();
  CHECK(refused({path}) == OutputRefused::Why::exists);
  CHECK(refused({folder.path().string(), true}) == OutputRefused::Why::folder);
  CHECK(refused({"-", true}) == OutputRefused::Why::no_file);
  CHECK(test::content_of(path) == "van gisteren");
  CHECK_FALSE(refused({path, true}));
  CHECK(test::content_of(path) == "dossier");
  // An empty file was made for this, by mktemp for one.
  CHECK_FALSE(refused({folder.write("leeg.md", "").string()}));
  CHECK_FALSE(refused({"/dev/null"}));
}

TEST_CASE("a store and what lies beside it is never written over, by whatever name", "[store][output]") {
  const test::TempDir folder;
  const auto path = (folder / "casus.db").string();
  const auto store = open_sqlite({path, true});
  put(*store, "case/1", 0, "c1", {event("begin")});
  const auto other = (folder / "ander.sqlite").string();
  { put(*open_sqlite({other, true}), "case/1", 0, "c1", {event("begin")}); }
  fs::create_symlink(path, folder / "link.md");
  fs::create_symlink(folder / "link.md", folder / "link-to-link.md");
  fs::create_symlink(folder.path(), folder / "map");
  fs::create_symlink(path + "-journal", folder / "journal.md");  // of a file that is not there
  fs::create_directory(path + ".runs");
  for (const auto& name :
       {"casus.db", "casus.db.keys", "casus.db-wal", "casus.db-shm", "casus.db-journal", "casus.db.keys-wal",
        "casus.db.keys-journal", "ander.sqlite", "ander.sqlite.keys", "link.md", "link-to-link.md", "map/casus.db",
        "./casus.db", "journal.md", "casus.db.devices", "casus.db.cards", "casus.db.passphrases", "casus.db.feeds",
        "casus.db.serving", "map/casus.db.cards", "casus.db.runs/huis-1.jsonl",
        // As a file system that knows no capitals would take them.
        "casus.db-WAL", "casus.db-Journal", "casus.db.KEYS", "casus.db.keys-WAL", "casus.db.Cards",
        "casus.db.RUNS/huis-1.jsonl"}) {
    INFO(name);
    for (const bool overwrite : {false, true})
      CHECK(refused({(folder / name).string(), overwrite}) == OutputRefused::Why::store_file);
  }
  // The server writes its own there, and nothing else of a store.
  CHECK_FALSE(refused({path + ".devices", true, true}));
  CHECK(refused({path + ".keys", true, true}) == OutputRefused::Why::store_file);
  CHECK_FALSE(refused({(folder / "of-no-store.cards").string()}));
  fs::create_hard_link(path, folder / "hard.md");
  CHECK(refused({(folder / "hard.md").string(), true}) == OutputRefused::Why::store_file);
  CHECK(findings(*store) == Texts{});
  CHECK(findings(*open_sqlite({path, false})) == Texts{});
  CHECK(findings(*open_sqlite({other, false})) == Texts{});
}

TEST_CASE("keys that were saved, and a sealed case, are never written over, by whatever name", "[store][output]") {
  const test::TempDir folder;
  const auto sealed = seal_with_passphrase("paard batterij nietje", "hier ligt iets in");
  const auto path = folder.write("bewaard", sealed).string();
  fs::create_symlink(path, folder / "verslag.md");
  for (const auto& name : {"bewaard", "./bewaard", "verslag.md"})
    for (const bool overwrite : {false, true}) {
      INFO(name);
      CHECK(refused({(folder / name).string(), overwrite}) == OutputRefused::Why::sealed);
      CHECK_THROWS_AS(write_output({(folder / name).string(), overwrite}, "dossier"), OutputRefused);
    }
  CHECK(test::content_of(path) == sealed);
}

TEST_CASE("a writer that is killed leaves nothing, and yesterday's file as it was", "[store][output]") {
  const test::TempDir folder;
  const auto path = folder.write("dossier.md", "van gisteren").string();
  {
    Child child([&](const Child::Report& report) {
      OutputWriter writer({path, true});
      writer.add(std::string(1'000'000, 'x'));
      report(1);
      for (;;) ::pause();
    });
    REQUIRE(child.next() == 1);
  }
  CHECK(names_in(folder.path()) == Texts{"dossier.md"});
  CHECK(test::content_of(path) == "van gisteren");
}

TEST_CASE("what a kill left of a backup goes at the next one, and at the next opening", "[store][output]") {
  const test::TempDir folder;
  const auto path = (folder / "casus.db").string();
  const auto left = [&](const std::string& name) { return folder.write(name, "half").string(); };
  auto store = open_sqlite({path, true});
  put(*store, "case/1", 0, "c1", {event("begin")});
  const auto of_backup = left("maandag.db.casus-part");
  const auto of_another = left("download.part");
  store->backup((folder / "dinsdag.db").string(), moment(0));
  CHECK_FALSE(fs::exists(of_backup));
  CHECK(fs::exists(of_another));
  {
    const Unfinished held((folder / "woensdag.db").string());  // somebody is writing it now
    store->backup((folder / "donderdag.db").string(), moment(0));
    CHECK(fs::exists(held.path()));
  }
  store.reset();
  fs::create_directory(path + ".backups");
  const auto of_restore = left("casus.db.casus-part"), of_keys = left("casus.db.keys.casus-part"),
             beside = left("casus.db.backups/casus-1.db.casus-part");
  open_sqlite({path, false});
  for (const auto& name : {of_restore, of_keys, beside}) CHECK_FALSE(fs::exists(name));
}

TEST_CASE("on a full disk yesterday's file is still there, whole", "[store][output]") {
  const test::TempDir folder;
  const auto path = folder.write("dossier.md", "van gisteren").string();
  Child child([&](const Child::Report& report) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) std::abort();
    const auto fault = fault_of([&] { write_output({path, true}, std::string(100'000, 'x')); });
    report(fault.find("nothing that was there is lost") == std::string::npos ? 1 : 0);
  });
  CHECK(child.rest() == std::vector<std::int64_t>{0});
  CHECK(child.wait() == 0);
  CHECK(test::content_of(path) == "van gisteren");
  CHECK(names_in(folder.path()) == Texts{"dossier.md"});
}

TEST_CASE("a file that was written for now is taken back, with what was there before", "[store][output]") {
  const test::TempDir folder;
  const auto path = (folder / "zaak.casus").string();
  {
    OutputWriter writer({path});
    writer.add("een casus");
    writer.finish_for_now();
    CHECK(test::content_of(path) == "een casus");
    writer.take_back();
  }
  CHECK(names_in(folder.path()) == Texts{});
  folder.write("zaak.casus", "van gisteren");
  fs::create_symlink(path, folder / "link");
  fs::create_symlink(folder / "link", folder / "link-to-link");
  for (const auto& name : {"zaak.casus", "link-to-link"}) {
    OutputWriter writer({(folder / name).string(), true});
    writer.add("een casus");
    writer.finish_for_now();
    CHECK(test::content_of(path) == "een casus");
    writer.take_back();
    writer.take_back();
    CHECK(test::content_of(path) == "van gisteren");
  }
  CHECK(fs::is_symlink(folder / "link-to-link"));
  {
    OutputWriter writer({path, true});
    writer.add("een casus");
    writer.finish_for_now();
  }
  CHECK(test::content_of(path) == "een casus");
  CHECK(names_in(folder.path()) == Texts{"link", "link-to-link", "zaak.casus"});
  // What somebody put there since is theirs.
  OutputWriter writer({path, true});
  writer.add("nog een");
  writer.finish_for_now();
  fs::rename(folder.write("van-een-ander", "van een ander"), path);
  writer.take_back();
  CHECK(test::content_of(path) == "van een ander");
}

TEST_CASE("a pipe is written and never taken away, and holds nothing that has to stay", "[store][output]") {
  const test::TempDir folder;
  const auto pipe = (folder / "pijp").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  REQUIRE(reader >= 0);
  {
    OutputWriter writer({pipe, true});
    writer.add("een casus");
    writer.finish_for_now();
    writer.take_back();
  }
  std::string got(20, ' ');
  CHECK(::read(reader, got.data(), got.size()) == 9);
  ::close(reader);
  CHECK(fs::is_fifo(pipe));
  for (const auto& place : {pipe, std::string("/dev/null"), std::string("/dev/full")})
    CHECK(refused({place, true, false, false, true}) == OutputRefused::Why::no_file);
  CHECK(fs::is_fifo(pipe));
  const auto disk = (folder / "schijf").string();
  if (::mknod(disk.c_str(), S_IFBLK | 0600, makedev(7, 200)) != 0) return;  // only root makes one
  CHECK(refused({disk, true}) == OutputRefused::Why::no_file);
  CHECK(fs::is_block_file(disk));
}

TEST_CASE("nothing is written over an empty file with a log or keys beside it", "[store][output]") {
  const test::TempDir folder;
  for (const auto* ending : {"-wal", "-journal", ".keys"}) {
    const auto path = folder.write("leeg" + std::string(ending) + ".db", "").string();
    CHECK_FALSE(refused({path}));
    std::ofstream(path, std::ios::trunc).close();
    folder.write("leeg" + std::string(ending) + ".db" + ending, "iets");
    CHECK(refused({path, true}) == OutputRefused::Why::store_file);
    CHECK(fs::file_size(path) == 0);
  }
}
