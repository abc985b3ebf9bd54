// SPDX-License-Identifier: EUPL-1.2
// What the store could not do is told in the language of who reads it, with the place and what to do.
#include "core/desk/fault_words.hpp"
#include "core/plugin/apart.hpp"
#include "core/plugin/misdeed.hpp"
#include "core/store/address.hpp"
#include "core/store/database_fault.hpp"
#include "core/store/files/copy.hpp"
#include "core/store/files/files.hpp"
#include "core/store/files/output_file.hpp"
#include "core/store/sqlite/database.hpp"
#include "core/store/store.hpp"
#include "core/text/problem_words.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <sys/stat.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <set>

namespace casus::test {
namespace {

struct Told {
  std::string nl, en;
  bool operator==(const Told&) const = default;
};

Told told(const std::function<void()>& work) {
  try {
    work();
  } catch (const Fault& fault) {
    CHECK(desk::fault_words(fault, Lang::en) == fault.what());  // a log, and a test, have the English of it
    return {desk::fault_words(fault, Lang::nl), desk::fault_words(fault, Lang::en)};
  }
  return {};
}

struct Store {
  TempDir folder;
  std::string path = (folder / "casus.db").string();
  std::string keys = path + ".keys";

  Store() { store::open_sqlite({path, true}); }
  Told opening() const {
    return told([&] { store::open_sqlite({path, false}); });
  }
};

}  // namespace

TEST_CASE("a file that is no store is told in both languages", "[desk][faults]") {
  const TempDir folder;
  const auto letter = folder.write("brief.txt", "Dit is een brief. " + std::string(2000, '.')).string();
  CHECK(told([&] {
          store::open_sqlite({letter, false});
        }) ==
        Told{"het bestand '" + letter +
                 "': dit bestand is geen database van casus; geef het goede bestand, of zet een reservekopie terug "
                 "(SQLite: file is not a database)",
             "store file '" + letter +
                 "': file is not a database; the file is not a database of casus; give the right file, or restore a "
                 "backup"});
  const auto place = folder.path().string();
  CHECK(told([&] {
          store::open_sqlite({place, false});
        }).nl == "'" + place + "' is geen bestand; geef de plaats van een bestand");
}

TEST_CASE("who only works on a page hears what became of their words, and not where the store lies", "[desk][faults]") {
  using store::DatabaseFault;
  const std::string place = "postgresql://casus@db/casus?team=noord";
  std::set<std::string> all;
  for (const auto lang : {Lang::nl, Lang::en})
    for (const auto why : {DatabaseFault::Why::gone, DatabaseFault::Why::lost, DatabaseFault::Why::unsure,
                           DatabaseFault::Why::slow, DatabaseFault::Why::busy})
      for (const bool sent : {true, false}) {
        const auto said = desk::fault_words_for_all(DatabaseFault(why, place, "at " + place), sent, lang);
        CHECK(said.find("casus") == std::string::npos);
        all.insert(said);
      }
  CHECK(all.size() == 6);  // a look, words that were not kept, and those of which nobody knows
  const DatabaseFault unsure(DatabaseFault::Why::unsure, place, "");
  CHECK_THAT(desk::fault_words_for_all(unsure, true, Lang::nl), Catch::Contains("Kijk straks eerst of het er staat"));
  CHECK_THAT(desk::fault_words_for_all(unsure, false, Lang::nl), Catch::Contains("niets verloren"));
  CHECK(desk::may_be_kept(unsure));
  CHECK_FALSE(desk::may_be_kept(DatabaseFault(DatabaseFault::Why::lost, place, "")));
  const Fault other(Fault::Kind::store, "disk at /var/lib/casus");
  CHECK_THAT(desk::fault_words_for_all(other, true, Lang::en), Catch::Contains("What was typed is not gone"));
  CHECK(desk::fault_words_for_all(other, false, Lang::en).find("/var") == std::string::npos);
  CHECK_FALSE(desk::may_be_kept(other));
}

TEST_CASE("files that others can read, of another kind or of a newer program are told with what to do",
          "[desk][faults]") {
  const Store one;
  REQUIRE(::chmod(one.keys.c_str(), 0640) == 0);
  CHECK(one.opening() ==
        Told{"het sleutelbestand '" + one.keys + "' kan door anderen gelezen worden (rechten 640); doe: chmod 600 " +
                 one.keys,
             "key file '" + one.keys + "' can be read by others (mode 640); do: chmod 600 " + one.keys});
  REQUIRE(::chmod(one.keys.c_str(), 0600) == 0);

  const Store two;
  std::filesystem::copy_file(two.path, two.keys, std::filesystem::copy_options::overwrite_existing);
  CHECK(two.opening().nl ==
        "'" + two.keys + "' is een database, maar geen sleutelbestand van casus; geef het goede bestand");

  store::Database(one.path).run("PRAGMA user_version = 3");
  CHECK(one.opening().nl == "het bestand '" + one.path +
                                "' is van vorm 3, en dit programma kent 1 tot en met 2; gebruik een nieuwere casus");
}

TEST_CASE("an event that is damaged is told with its place and its kind of damage", "[desk][faults]") {
  const Store one;
  store::NewEvent event{.type = "Said", .payload = "{}"};
  REQUIRE(store::open_sqlite({one.path, false})->append("case/1", 0, "c1", {event}, nullptr).has_value());
  store::Database(one.path).run("UPDATE events SET sealed = zeroblob(length(sealed))");
  CHECK(
      told([&] {
        store::open_sqlite({one.path, false})->read("case/1");
      }) ==
      Told{"in het register '" + one.path +
               "' is regel 1 van 'case/1' beschadigd: de inhoud gaat niet open; doe 'store verify' en zet een "
               "reservekopie terug",
           "store file '" + one.path +
               "': event 1 of stream 'case/1' is damaged: its payload does not open; run 'store verify' and restore a "
               "backup"});
}

TEST_CASE("keys that are older than their store are told with what to do", "[desk][faults]") {
  const Store one;
  const auto before = one.folder / "eerder";
  std::filesystem::copy_file(one.keys, before);
  store::NewEvent event{.type = "Said", .payload = "{}"};
  REQUIRE(store::open_sqlite({one.path, false})->append("case/1", 0, "c1", {event}, nullptr).has_value());
  std::filesystem::copy_file(before, one.keys, std::filesystem::copy_options::overwrite_existing);
  const auto words = told([&] { store::open_sqlite({one.path, false})->append("case/2", 0, "c2", {event}, nullptr); });
  CHECK(words.nl == "het sleutelbestand '" + one.keys +
                        "' is ouder dan het register (er zit geen sleutel in voor 'case/1'), en er wordt niets mee "
                        "geschreven; zet het nieuwste terug, of neem dit aan als dat voorgoed weg is");
}

TEST_CASE("an address of a database that cannot be, and a file in the way of a copy, are told", "[desk][faults]") {
  CHECK(told([] { store::address_from("postgresql://server/wijk?team=../x"); }).nl ==
        "in het adres 'postgresql://server/wijk?team=../x' is '../x' geen naam voor een team; gebruik kleine letters, "
        "cijfers en streepjes");
  const Store from;
  const Store to;
  CHECK(told([&] {
          store::copy_store({from.path, false}, {to.path, true});
        }).nl == "er is al een bestand '" + to.path + "'; verplaats dat eerst");
}

TEST_CASE("the log of a store that was moved is told with where it goes", "[desk][faults]") {
  const Store moved;
  std::filesystem::remove(moved.path);
  const auto log = moved.folder.write("casus.db-wal", "7 wat er stond").string();
  CHECK(
      told([&] {
        store::open_sqlite({moved.path, true});
      }) ==
      Told{"'" + log +
               "' hoort bij een register dat hier stond, en daarin kunnen de nieuwste regels staan; zet het bij dat "
               "register, of bewaar het op een andere plaats, en doe het dan opnieuw",
           "'" + log +
               "' belongs to a store that was here, and may hold its newest lines; put it with that store, or keep it "
               "in another place, and do this again"});
}

TEST_CASE("a document that cannot be written is told, and what was there is not lost", "[desk][faults]") {
  const auto words = told([] { store::write_output({"/dev/full"}, "een brief"); });
  CHECK(words == Told{"'/dev/full' kan niet geschreven worden: de schijf is vol; wat er stond is niet weg",
                      "cannot write /dev/full: No space left on device; nothing that was there is lost"});
  // What is not there is the folder, and it is said in one language.
  CHECK(told([] { store::write_output({"/nergens/brief.md"}, "een brief"); }) ==
        Told{"'/nergens/brief.md' kan niet geschreven worden: die map is er niet; wat er stond is niet weg",
             "cannot write /nergens/brief.md: there is no such folder; nothing that was there is lost"});
  CHECK(told([] {
          store::make_private_file("/nergens/casus.db");
        }).nl.starts_with("'/nergens/casus.db' kan niet gemaakt worden: die map is er niet; "));
}

TEST_CASE("what a plugin could not be given by the system is told in both languages", "[desk][faults]") {
  CHECK(told([] {
          throw plugin::Misdeed(Fault::Kind::store, "cannot start a plugin apart: Out of memory",
                                tell("fault.plugin_not_started", {{"error", "Out of memory"}}));
        }) == Told{"het systeem kan een plugin nu niet apart starten (Out of memory); doe het straks nog eens",
                   "cannot start a plugin apart: Out of memory"});
  const auto ended = plugin::run_apart([]() -> std::string { std::_Exit(3); }, std::chrono::seconds(60));
  CHECK(ended.end == plugin::Apart::End::crashed);
  CHECK(text::message_of(ended.why).in(Lang::nl) == "de plugin sloot zelf het proces af, met 3");
  CHECK(text::message_of(ended.why).in(Lang::en) == ended.text);
}

}  // namespace casus::test
