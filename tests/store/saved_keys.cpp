// SPDX-License-Identifier: EUPL-1.2
// Keys kept in another place: sealed with a passphrase, put back whole, and never a way back to what was erased.
#include "core/store/keys/saved_keys.hpp"

#include "core/store/checkpoint.hpp"
#include "core/store/files/files.hpp"
#include "core/store/files/output_file.hpp"
#include "core/store/keys/seal.hpp"
#include "tests/store/stores.hpp"

using namespace casus;
using namespace casus::store;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPassphrase = "paard batterij nietje juist";

struct Kept {
  test::TempDir folder;
  std::string path = (folder / "casus.db").string();
  std::string keys = path + ".keys";
  std::string saved;

  Kept() {
    auto store = open_sqlite({path, true});
    put(*store, "case/1", 0, "c1", {event("een zin"), event("nog een zin")});
    put(*store, "case/2", 0, "c2", {event("een andere casus")});
    saved = saved_keys(keys, kPassphrase);  // while the store is open
  }
};

}  // namespace

TEST_CASE("saved keys open the store again, and say nothing without the passphrase", "[store]") {
  const Kept kept;
  CHECK(kept.saved.find("case/1") == std::string::npos);
  fs::remove(kept.keys);
  CHECK_THAT(fault_of([&] { open_sqlite({kept.path, false}); }), Catch::Contains("is missing"));
  CHECK_FALSE(restore_keys(kept.saved, "een andere wachtzin", kept.keys, kept.path));
  CHECK_FALSE(fs::exists(kept.keys));
  REQUIRE(restore_keys(kept.saved, kPassphrase, kept.keys, kept.path));
  CHECK(fs::status(kept.keys).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  auto store = open_sqlite({kept.path, false});
  CHECK(payloads(*store, "case/1") == Texts{"een zin", "nog een zin"});
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("what was erased after the keys were saved stays erased when they are put back", "[store]") {
  const Kept kept;
  {
    auto store = open_sqlite({kept.path, false});
    store->destroy_event("case/1", 2);
    store->erase_keys("case/2");
  }
  fs::remove(kept.keys);
  REQUIRE(restore_keys(kept.saved, kPassphrase, kept.keys, kept.path));
  auto store = open_sqlite({kept.path, false});
  CHECK(payloads(*store, "case/1") == Texts{"een zin", "(erased)"});
  CHECK(payloads(*store, "case/2") == Texts{"(erased)"});
  const auto found = store->verify();
  CHECK(found.findings.empty());
  CHECK(found.finished.size() == 2);
}

TEST_CASE("keys are put back only where there are none, and only those of this store", "[store]") {
  const Kept kept;
  const auto before = test::content_of(kept.keys);
  CHECK_THAT(fault_of([&] { restore_keys(kept.saved, kPassphrase, kept.keys, kept.path); }),
             Catch::Contains("move it away first"));
  CHECK(test::content_of(kept.keys) == before);

  const Kept other;
  fs::remove(other.keys);
  CHECK_THAT(fault_of([&] { restore_keys(kept.saved, kPassphrase, other.keys, other.path); }),
             Catch::Contains("belong to another store"));
  CHECK_FALSE(fs::exists(other.keys));
  CHECK_FALSE(fs::exists(other.keys + ".casus-part"));
}

TEST_CASE("saved keys that were cut short or changed are refused", "[store]") {
  const Kept kept;
  fs::remove(kept.keys);
  const auto put_back = [&](const std::string& saved) {
    return restore_keys(saved, kPassphrase, kept.keys, kept.path);
  };
  CHECK_FALSE(fault_of([&] { put_back("iets anders"); }).empty());
  CHECK_FALSE(fault_of([&] { put_back(kept.saved.substr(0, 40)); }).empty());
  CHECK_FALSE(put_back(kept.saved.substr(0, kept.saved.size() - 1)));
  auto changed = kept.saved;
  changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
  CHECK_FALSE(put_back(changed));
  auto greedy = kept.saved;  // the memory it asks for
  greedy[greedy.find('\n') + 14] = '\x7f';
  CHECK_THAT(fault_of([&] { put_back(greedy); }), Catch::Contains("more work"));
  CHECK_FALSE(fault_of([&] { put_back(seal_with_passphrase(kPassphrase, "geen sleutels")); }).empty());
  CHECK_FALSE(fs::exists(kept.keys));
}

TEST_CASE("keys may lie elsewhere than beside the store", "[store]") {
  const test::TempDir folder;
  const Options elsewhere{(folder / "casus.db").string(), true, Purpose::cases, (folder / "safe/casus.keys").string()};
  {
    auto store = open_sqlite(elsewhere);
    put(*store, "case/1", 0, "c1", {event("een zin")});
    CHECK(store->info().keys_path == elsewhere.keys);
  }
  CHECK(fs::exists(elsewhere.keys));
  CHECK_FALSE(fs::exists(elsewhere.path + ".keys"));
  CHECK(payloads(*open_sqlite(elsewhere), "case/1") == Texts{"een zin"});
  CHECK_THAT(fault_of([&] { open_sqlite({elsewhere.path, false}); }), Catch::Contains("is missing"));
  CHECK_THROWS_AS(check_output({elsewhere.keys, true}), OutputRefused);
}

TEST_CASE("a store that others may read is not opened", "[store]") {
  const Kept kept;
  fs::permissions(kept.path, fs::perms::group_read, fs::perm_options::add);
  CHECK_THAT(fault_of([&] { open_sqlite({kept.path, false}); }), Catch::Contains("chmod 600"));
  fs::permissions(kept.path, fs::perms::group_read, fs::perm_options::remove);
  CHECK(payloads(*open_sqlite({kept.path, false}), "case/2") == Texts{"een andere casus"});
}

TEST_CASE("nothing is put in the place of a store or its keys while it is served", "[store]") {
  const Kept kept;
  const auto backup = (kept.folder / "kopie.db").string();
  open_sqlite({kept.path, false})->backup(backup, Time{});
  const auto serving = kept.path + std::string(kServing);
  make_private_file(serving);
  CHECK_FALSE(is_held(serving));
  fs::rename(kept.path, kept.path + ".weg");
  {
    const FileHeld server(serving);
    REQUIRE(is_held(serving));
    CHECK_THAT(fault_of([&] { restore_copy(backup, kept.path, kept.keys); }), Catch::Contains("is being served"));
    CHECK_FALSE(fs::exists(kept.path));
    fs::rename(kept.keys, kept.keys + ".weg");
    CHECK_THAT(fault_of([&] { restore_keys(kept.saved, kPassphrase, kept.keys, kept.path); }),
               Catch::Contains("is being served"));
    CHECK_FALSE(fs::exists(kept.keys));
    fs::rename(kept.keys + ".weg", kept.keys);
  }
  // A file that a killed server left holds nobody up.
  restore_copy(backup, kept.path, kept.keys);
  CHECK(fs::exists(kept.path));
}

TEST_CASE("keys of a store in a database are not put back while a server shows it", "[store]") {
  const test::TempDir folder;
  const auto serving = (folder / "wijk").string() + std::string(kServing);
  make_private_file(serving);
  const FileHeld server(serving);
  const auto keys = (folder / "wijk.keys").string();
  CHECK_THAT(fault_of([&] { restore_keys({}, kPassphrase, keys, "postgresql://server/casus?team=wijk"); }),
             Catch::Contains("is being served"));
}
