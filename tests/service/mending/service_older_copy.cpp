// SPDX-License-Identifier: EUPL-1.2
// An older copy of the database, put back with the keys of now: what was destroyed since is gone, and the case is still
// somebody's.
#include "core/store/checkpoint.hpp"
#include "tests/service/house.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>
#include <string>

using namespace casus;
using namespace casus::test;

namespace {

struct Copied {
  House house;
  Desk desk{house};
  std::string backup = (house.folder / "backup.db").string();

  Copied() { desk.begin(); }

  void done(const std::string& by, auto body) {
    const auto answer = desk.does(by, std::move(body));
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
    REQUIRE(answer.done());
  }
  void copies() { desk.store->backup(backup, *time_from("2026-03-03T09:00:00Z")); }
  /// What there is when the database is lost, and the copy is put back beside the keys of now.
  Desk put_back() {
    std::filesystem::copy_file(house.folder / "casus.db.keys", backup + ".keys",
                               std::filesystem::copy_options::overwrite_existing);
    return Desk(house, store::open_sqlite({backup, true}));
  }
};

Correct other_words(const std::string& ref, const std::string& text) {
  return Correct{ref, text, {}, {}, "dat mag hier niet staan"};
}

}  // namespace

TEST_CASE("whose title is destroyed keeps the case, in an older copy of the database too", "[service][mending]") {
  Copied it;
  it.done("Noor Bakker", other_words("title", "Een gezin"));
  it.copies();
  it.done("Noor Bakker", Destroy{"title", DestroyGround::special, false});
  auto older = it.put_back();
  const auto state = older.service.open("c-1");
  CHECK(state.title.empty());  // what the title says now was written down again, after the copy
  REQUIRE(state.owner() != nullptr);
  CHECK(state.owner()->name == "Noor Bakker");
  CHECK(older.does("Noor Bakker", HandOver{{"Noor Bakker", "Bram", "Noor is weg"}}).done());
}

TEST_CASE("that a case was erased is said again where an older copy was put back", "[service][mending]") {
  Copied it;
  it.copies();
  it.done("Noor Bakker", EraseCase{"op verzoek", "Bram"});
  auto older = it.put_back();
  older.store->accept_backup(it.house.clock.now());
  older.service.rebuild({});
  REQUIRE(older.service.is_erased("c-1"));
  CHECK(older.service.erasures("c-1").empty());  // who did it, and why, was written after the copy
  CHECK(older.service.say_erased_before() == std::vector<std::string>{"c-1"});
  CHECK(older.service.say_erased_before().empty());
  REQUIRE(older.service.erasures("c-1").size() == 1);
  CHECK(older.service.erasures("c-1").front().done.before_copy);
  CHECK(older.store->verify().findings.empty());
  // Where it was erased, it stands already.
  CHECK(it.desk.service.say_erased_before().empty());
}

TEST_CASE("with keys of another time a case of which something was destroyed is not called erased",
          "[service][mending]") {
  Copied it;
  it.copies();
  const auto database = (it.house.folder / "casus.db").string();
  const auto older_keys = (it.house.folder / "older.keys").string();
  std::filesystem::copy_file(database + ".keys", older_keys);
  it.done("Noor Bakker", other_words("title", "Een gezin"));
  it.done("Noor Bakker", Destroy{"title", DestroyGround::name, true});
  // Beside the newest database they follow what was destroyed; what is left of it, they do not get.
  { store::open_sqlite({database, false, store::Purpose::cases, older_keys}); }
  std::filesystem::copy_file(older_keys, it.backup + ".keys");
  {
    Desk older(it.house, store::open_sqlite({it.backup, true}));
    CHECK_THROWS_AS(older.service.is_erased("c-1"), store::KeyMissing);
    older.store->accept_backup(it.house.clock.now());
    older.service.rebuild({});
    CHECK(older.service.say_erased_before().empty());
    CHECK(older.service.cases_without_key() == std::vector<std::string>{"c-1"});
    CHECK(older.service.index_findings().empty());
    CHECK_THROWS_AS(older.service.open("c-1"), store::KeyMissing);
  }
  // The newest key file has it.
  CHECK(it.put_back().service.open("c-1").title.empty());
}

TEST_CASE("a name that is destroyed takes neither the title nor the purpose with it", "[service][mending]") {
  for (const bool mended : {false, true}) {
    CAPTURE(mended);
    Copied it;
    if (mended) {
      it.done("Noor Bakker", other_words("title", "Een gezin"));
      it.done("Noor Bakker", Destroy{"title", DestroyGround::name, true});
    }
    it.done("Noor Bakker", other_words("p1", "Noor Jansen"));
    it.done("Noor Jansen", Destroy{"p1", DestroyGround::name, true});
    const auto state = it.desk.service.open("c-1");
    CHECK(state.title == (mended ? "Een gezin" : "Moeder met twee kinderen"));
    CHECK(state.purpose == "samen een eerste stap vinden");
  }
}

TEST_CASE("a name that is destroyed later is in no older copy either", "[service][mending]") {
  Copied it;
  it.done("Noor Bakker", other_words("title", "Een gezin"));
  it.copies();
  it.done("Noor Bakker", Destroy{"title", DestroyGround::special, false});
  it.done("Noor Bakker", other_words("p1", "Noor Jansen"));
  CHECK(it.put_back().service.open("c-1").owner()->name == "Noor Bakker");
  it.done("Noor Jansen", Destroy{"p1", DestroyGround::name, false});
  CHECK(it.put_back().service.open("c-1").owner()->name == "Noor Jansen");
}

TEST_CASE("the name of who is erased is in no older copy, whatever was destroyed before", "[service][mending]") {
  Copied it;
  it.done("Noor Bakker", AddParticipant{"Els", {Role::circle}, false, false, "06-1"});
  it.done("Noor Bakker", other_words("Els", "Elsbeth"));
  it.copies();
  it.done("Noor Bakker", Destroy{"Elsbeth", DestroyGround::name, false});
  CHECK(it.put_back().service.open("c-1").person("p3")->name == "Elsbeth");
  it.house.clock.set("2026-03-04T09:00:00Z");
  it.done("Noor Bakker", ErasePerson{"Elsbeth", "op verzoek", "Bram"});
  CHECK(it.put_back().service.open("c-1").person("p3")->name.empty());
}

TEST_CASE("who was erased after the copy that is put back is told: their name stands again in what was said",
          "[service][mending]") {
  Copied it;
  it.done("Noor Bakker", AddParticipant{"Els", {Role::circle}, false, false, "06-1"});
  it.done("Noor Bakker", title("Els belde"));
  it.copies();
  it.house.clock.set("2026-03-04T09:00:00Z");
  it.done("Noor Bakker", ErasePerson{"Els", "op verzoek", "Bram"});
  CHECK(it.desk.service.erased_since().empty());
  CHECK(it.desk.service.open("c-1").contributions.back().text != "Els belde");

  auto older = it.put_back();
  older.store->accept_backup(it.house.clock.now());
  older.service.rebuild({});
  CHECK(older.service.open("c-1").person("p3")->name.empty());
  CHECK(older.service.open("c-1").contributions.back().text == "Els belde");
  const std::set<service::Service::ErasedSince> els{{"c-1", "p3"}};
  CHECK(older.service.erased_since() == els);
  std::set<service::Service::ErasedSince> on_the_way;
  CHECK(older.service.index_findings(&on_the_way).empty());
  CHECK(on_the_way == els);

  // Once it was read through, it is said there that they are erased.
  const auto again = older.does("Noor Bakker", ErasePerson{"p3", "op verzoek", "Bram"});
  if (again.refusal) FAIL(again.refusal->reason.in(Lang::en));
  REQUIRE(again.done());
  CHECK(older.service.erased_since().empty());
  CHECK(older.does("Noor Bakker", ErasePerson{"p3", "op verzoek", "Bram"}).refusal->name == "ErasedAlready");
  CHECK(older.store->verify().findings.empty());
}

TEST_CASE("who had no name any more when their case went on in another is not taken for erased since",
          "[service][merging]") {
  Copied it;
  it.desk.begin("c-2");
  it.done("Noor Bakker", AddParticipant{"Els", {Role::circle}, false, false, "06-1"});
  it.house.clock.set("2026-03-04T09:00:00Z");
  it.done("Noor Bakker", ErasePerson{"Els", "op verzoek", "Bram"});
  it.done("Noor Bakker", MergeCase{.into = "c-2", .because = "dezelfde"});
  REQUIRE(std::ranges::any_of(it.desk.service.open("c-2").people, &Person::erased));
  CHECK(it.desk.service.erased_since().empty());
}

TEST_CASE("a case in an older copy goes on after what was destroyed since", "[service][mending]") {
  Copied it;
  it.copies();
  it.done("Noor Bakker", AddParticipant{"Els", {Role::circle}, false, false, "06-1"});
  it.done("Noor Bakker", other_words("Els", "Elsbeth"));
  it.done("Noor Bakker", Destroy{"Elsbeth", DestroyGround::name, false});
  auto older = it.put_back();
  older.store->accept_backup(it.house.clock.now());
  for (const std::string name : {"Fatma", "Joris", "Anneke"})
    REQUIRE(older.does("Noor Bakker", AddParticipant{name, {Role::circle}, false, false, "06-2"}).done());
  CHECK(older.service.open("c-1").person("p3")->name == "Fatma");
  CHECK(older.store->verify().findings.empty());
}

TEST_CASE("of looks that an older copy cannot show it is said how many there are", "[service][mending]") {
  TeamDesk it;
  it.found_team({"Noor Bakker", "Bram", "Daan"});
  it.desk.begin();
  const auto looks = [&](const std::string& because) {
    it.house.clock.advance(std::chrono::hours(1));
    REQUIRE(it.desk.service.look("c-1", {"Daan", CasePart::overview, because, false, Sureness::named}));
  };
  const auto destroys_all = [&] {
    it.house.clock.advance(std::chrono::hours(1));
    for (const auto& look : it.desk.service.looks("c-1"))
      if (!look.seen.reworded)
        CHECK(it.does("Noor Bakker", Destroy{"l" + std::to_string(look.number), DestroyGround::name, false}).empty());
  };
  looks("Ria vroeg ernaar");
  const auto backup = (it.house.folder / "backup.db").string();
  it.desk.store->backup(backup, it.house.clock.now());
  destroys_all();
  looks("Els belde");
  destroys_all();
  CHECK(it.desk.service.looks("c-1").size() == 2);
  CHECK(it.desk.service.accountability("c-1").unread == 0);

  std::filesystem::copy_file(it.house.folder / "casus.db.keys", backup + ".keys");
  Desk older(it.house, store::open_sqlite({backup, true}));
  older.store->accept_backup(it.house.clock.now());
  const auto told = older.service.accountability("c-1");
  CHECK(told.looks.empty());
  CHECK(told.unread == 2);  // the one that is in the copy, and the place of the one that was destroyed after it
}
