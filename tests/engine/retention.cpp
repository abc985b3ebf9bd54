// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/retention.hpp"
#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;

namespace {

Case closed(Basis basis, const char* when) {
  Case it{.id = "c", .version = 9, .basis = basis};
  it.stage.life = Life::closed;
  it.opened_at = at("2001-01-01T09:00:00Z");
  it.changed_at = at(when);
  return it;
}

}  // namespace

TEST_CASE("what is kept is counted from the end of the help, by the basis", "[engine][retention]") {
  const auto due = [](Basis basis, const char* ended, const char* on) {
    return engine::due_for_erasure(closed(basis, ended), *date_from(on)).has_value();
  };
  CHECK_FALSE(due(Basis::wmo, "2011-03-02T09:00:00Z", "2026-03-01"));
  CHECK(due(Basis::wmo, "2011-03-02T09:00:00Z", "2026-03-02"));
  CHECK_FALSE(due(Basis::jeugdwet, "2011-03-02T09:00:00Z", "2031-03-01"));
  CHECK(due(Basis::jeugdwet, "2011-03-02T09:00:00Z", "2031-03-02"));
  CHECK_FALSE(due(Basis::consent, "2001-03-02T09:00:00Z", "2100-03-02"));  // no fixed term is known
  CHECK_FALSE(due(Basis::wmo, "2008-02-29T09:00:00Z", "2023-02-28"));
  CHECK(due(Basis::wmo, "2008-02-29T09:00:00Z", "2023-03-01"));
}

TEST_CASE("what is done in a case that is closed begins no term of keeping again", "[engine][retention]") {
  const auto ended_in = [](const char* day) {
    auto it = closed(Basis::wmo, day);
    it.endings.push_back({{-1, "p1", at(day), 9}, Life::closed, ""});
    return it;
  };
  const auto due_on = [](const Case& it) { return engine::retentions(it).front().due; };
  auto it = ended_in("2005-06-10T10:00:00Z");
  // A request and its answer, a colleague who leaves: each changes the case, and none is help.
  it.changed_at = at("2019-05-01T10:00:00Z");
  CHECK(engine::retentions(it).front().ended == on("2005-06-10"));
  CHECK(due_on(it) == on("2020-06-10"));
  CHECK(engine::due_for_erasure(it, *date_from("2020-06-10")));
  // Handed to another team while it was closed, which confirmed it later; and called back.
  it.endings.push_back({{-1, "p1", at("2018-01-01T10:00:00Z"), 11}, Life::closed, "verhuisd"});
  CHECK(due_on(it) == on("2020-06-10"));
  // Opened again, the help went on; it ended when it was closed once more.
  it.endings.push_back({{-1, "p1", at("2018-02-01T10:00:00Z"), 12}, Life::open, ""});
  it.endings.push_back({{-1, "p1", at("2018-03-01T10:00:00Z"), 13}, Life::closed, ""});
  CHECK(due_on(it) == on("2033-03-01"));
  // What was put right later is a change of the file: the Jeugdwet counts from that, the Wmo does not.
  it.mendings.push_back(Mending{{.at = at("2018-04-01T10:00:00Z")}});
  CHECK(due_on(it) == on("2033-03-01"));
  it.basis = Basis::jeugdwet;
  CHECK(due_on(it) == on("2038-04-01"));
  it.mendings.front().at = at("2018-02-15T10:00:00Z");
  CHECK(due_on(it) == on("2038-03-01"));
}

TEST_CASE("where the law counts from the last change of the file, all that was written in it later counts",
          "[engine][retention]") {
  auto it = closed(Basis::jeugdwet, "2019-05-01T10:00:00Z");
  it.endings.push_back({{-1, "p1", at("2005-06-10T10:00:00Z"), 9}, Life::closed, ""});
  const auto due_on = [&] { return engine::retentions(it).front().due; };
  CHECK(due_on() == on("2025-06-10"));  // a request of the resident was the last that came
  it.mendings.resize(2);
  it.mendings.front().at = at("2012-04-01T10:00:00Z");
  it.mendings.back().at = at("2004-01-01T10:00:00Z");  // the husk of an older text stands last
  CHECK(due_on() == on("2032-04-01"));
  it.told.emplace_back().at = at("2013-04-01T10:00:00Z");
  CHECK(due_on() == on("2033-04-01"));
  it.contributions.emplace_back().at = at("2014-04-01T10:00:00Z");  // brought over from another case
  CHECK(due_on() == on("2034-04-01"));
  it.more_bases.emplace_back().at = at("2015-04-01T10:00:00Z");
  CHECK(due_on() == on("2035-04-01"));
  // What came of an agreement has no day of its own: nothing is due sooner than it could be.
  auto& agreed = it.actions.emplace_back();
  agreed.at = at("2005-01-01T10:00:00Z");
  agreed.state = Done::done;
  CHECK(due_on() == on("2035-04-01"));  // done before it was closed
  it.visits.emplace_back().explained = {"open-actions"};
  CHECK(due_on() == on("2039-05-01"));
  agreed.state = Done::open;
  CHECK(due_on() == on("2035-04-01"));
  it.visits.back().explained.clear();  // opened again since
  CHECK(due_on() == on("2039-05-01"));
  agreed.state = Done::done;
  agreed.at = at("2006-01-01T10:00:00Z");  // to be told, and told
  CHECK(due_on() == on("2039-05-01"));
  CHECK(engine::retentions(it).front().ended == on("2005-06-10"));
}

TEST_CASE("what came of an agreement of a youth after the closing is a change of the file", "[engine][retention]") {
  auto story = begun();
  story.does("Noor", AddBasis{{Basis::jeugdwet, "hulp aan de zoon", ""}});
  story.does("Noor", action("Bellen"));
  story.does("Bram", CloseCase{"het gezin verhuist"});
  story.now = at("2031-04-01T09:00:00Z");
  story.does("Noor", FinishAction{{"a1", Done::done, "gelukt"}, false});
  for (const auto& one : engine::retentions(story.c))
    if (one.term->basis == "jeugdwet") CHECK(one.due == on("2051-04-01"));
}

TEST_CASE("a case that is asked for after it was closed is kept no longer for it", "[engine][retention]") {
  auto story = begun();
  story.does("Bram", CloseCase{"het gezin verhuist"});
  REQUIRE(story.c.stage.life == Life::closed);
  const auto due = [&] { return engine::retentions(story.c).front().due; };
  const auto before = due();
  REQUIRE(before);
  story.now = at("2031-04-01T09:00:00Z");
  story.does("Noor", AskRight{.right = Right::access});
  CHECK(due() == before);
  story.does("Noor", AnswerRight{{.request = "r1", .answer = RightAnswer::granted}});
  CHECK(due() == before);
  CHECK(engine::retentions(story.c).front().ended < *date_from("2031-01-01"));
}

TEST_CASE("a case that nobody closed and in which nothing happened for a year is told, as no term runs for it",
          "[engine][retention]") {
  auto it = closed(Basis::wmo, "2024-03-02T09:00:00Z");
  CHECK_FALSE(engine::silent_since(it, *date_from("2040-03-02")));  // it has a term
  for (const auto life : {Life::intake, Life::open, Life::paused}) {
    it.stage.life = life;
    CHECK_FALSE(engine::silent_since(it, *date_from("2025-03-01")));
    CHECK(engine::silent_since(it, *date_from("2025-03-02")) == on("2024-03-02"));
  }
  it.stage.life = Life::erased;
  CHECK_FALSE(engine::silent_since(it, *date_from("2040-03-02")));
}

TEST_CASE("help that goes on has no end to count from", "[engine][retention]") {
  for (const auto life : {Life::intake, Life::open, Life::paused, Life::erased}) {
    auto it = closed(Basis::wmo, "2001-03-02T09:00:00Z");
    it.stage.life = life;
    CHECK(engine::retentions(it).empty());
    CHECK_FALSE(engine::due_for_erasure(it, *date_from("2090-01-01")));
  }
}

TEST_CASE("every term names its law and how sure it is", "[engine][retention]") {
  for (const auto& term : retention_terms()) {
    CAPTURE(term.basis, term.record);
    CHECK_FALSE(term.law.empty());
    CHECK_FALSE(term.text.empty());
    CHECK((term.mark == "own" || !term.source.empty()));
    CHECK((term.years.has_value() || term.mark == "own"));
  }
}

TEST_CASE("how long a workflow says that something is kept is what the list of what is due goes by",
          "[engine][retention]") {
  const Shipped library;
  int compared = 0;
  for (const auto* id : {"weekly-review", "network-first", "intervision"}) {
    const auto* workflow = library.workflow(id);
    REQUIRE(workflow != nullptr);
    for (const auto& term : workflow->terms) {
      if (term.from != workflow::From::ended) continue;
      CAPTURE(id, term.id);
      REQUIRE(term.basis);
      CHECK(term.unit == workflow::Unit::years);
      const auto& kept = retention_terms();
      CHECK(std::ranges::any_of(
          kept, [&](const RetentionTerm& one) { return one.basis == key(*term.basis) && one.years == term.amount; }));
      ++compared;
    }
  }
  CHECK(compared == 9);
}

TEST_CASE("a case is erased from the list of what is due by two, and not before", "[engine][retention]") {
  auto story = begun();
  story.when("Noor", EraseDue{"Bram"}).refused("NotDue");
  story.when("Mallory", EraseDue{"Bram"}).refused("NotYoursToErase");  // and hears nothing of the case
  story.c.stage.life = Life::closed;
  story.when("Noor", EraseDue{"Bram"}).refused("NotDue");
  story.now = at("2041-04-01T09:00:00Z");
  const auto says = [&](const std::string& by, const EraseDue& body) {
    const auto outcome =
        engine::decide(story.c, {{}, story.c.id, by, story.now, std::nullopt, CommandBody(body)}, story.library);
    return outcome ? std::get<CaseErased>(outcome->front().body).because : outcome.error().name;
  };
  CHECK(says("Noor", {"Bram"}) == "Wmo 2015 art. 5.3.4");
  CHECK(says("Noor", {""}) == "SecondPersonNeeded");
  CHECK(says("Noor", {"Noor"}) == "SecondPersonNeeded");
  CHECK(says("Mallory", {"Bram"}) == "NotYoursToErase");
}

TEST_CASE("a case is opened on several grounds at once, each said once", "[engine][retention][R2]") {
  Story story;
  auto open = open_command();
  open.more_bases = {Basis::jeugdwet, Basis::wmo, Basis::jeugdwet};
  REQUIRE(open.basis == Basis::wmo);
  story.when("Noor", open).then({"CaseOpened", "BasisAdded"});
  story.does("Noor", open);
  REQUIRE(story.c.more_bases.size() == 1);
  CHECK(story.c.more_bases.front().added.basis == Basis::jeugdwet);
  CHECK(story.c.more_bases.front().added.purpose == open.purpose);
  Story other;
  open.more_bases = {Basis::veilig_thuis};
  other.when("Noor", open).refused("GroundMissing", "R2");
}

TEST_CASE("a case stands on several grounds, each with its purpose and its terms", "[engine][retention][R2]") {
  auto story = begun();  // Wmo
  story.when("Noor", AddBasis{{Basis::wmo, "x", ""}}).refused("BasisAlready", "R2");
  story.when("Noor", AddBasis{{Basis::wgs, "", ""}}).refused("GroundMissing", "R2");
  story.when("Noor", AddBasis{{Basis::veilig_thuis, "melden", ""}}).refused("GroundMissing", "R2");
  story.does("Noor", AddBasis{{Basis::jeugdwet, "hulp aan de zoon", ""}});
  story.does("Noor", AddBasis{{Basis::wgs, "de schulden", ""}});
  story.c.stage.life = Life::closed;
  const auto ended = story.c.changed_at;
  const auto records = [&] {
    std::vector<std::string> out;
    for (const auto& one : engine::retentions(story.c)) out.push_back(one.term->basis + " " + one.term->record);
    return out;
  };
  CHECK(records() == std::vector<std::string>{"wmo case", "wmo plan_only", "jeugdwet case", "wgs case"});
  // Of one ground no term is known: the municipality's list decides, not this program.
  CHECK_FALSE(engine::due_for_erasure(story.c, *date_from("2090-01-01")));
  story.when("Noor", DropBasis{{Basis::wgs, ""}}).refused("ReasonMissing");
  story.when("Noor", DropBasis{{Basis::wmo, "x"}}).refused("BasisOfCase", "R2");
  story.when("Noor", DropBasis{{Basis::consent, "x"}}).refused("BasisNotThere");
  story.does("Noor", DropBasis{{Basis::wgs, "er waren geen schulden"}});
  story.c.stage.life = Life::closed;
  story.c.changed_at = ended;
  CHECK_FALSE(engine::due_for_erasure(story.c, *date_from("2046-03-01")));
  const auto due = engine::due_for_erasure(story.c, *date_from("2046-03-02"));
  REQUIRE(due);
  CHECK(due->term->basis == "jeugdwet");  // the longest of the two
  story.c.stage.life = Life::open;
  // The ground of the case becomes another: it is not counted twice.
  story.does("Noor", SetBasis{{Privacy::anonymous, Basis::jeugdwet, "hulp", ""}});
  CHECK(story.c.more_bases.empty());
}

TEST_CASE("whoever came by a link of the resident erases nothing from the list", "[engine][retention]") {
  auto story = begun();
  story.c.stage.life = Life::closed;
  const auto decided = [&](const std::string& by, Sureness sureness) {
    Command command{{}, story.c.id, by, at("2041-04-01T09:00:00Z"), std::nullopt, CommandBody(EraseDue{"Bram"})};
    command.seat = Typist{by, sureness, {}};
    const auto outcome = engine::decide(story.c, command, story.library);
    return outcome ? std::string("done") : outcome.error().name;
  };
  CHECK(decided("Mallory", Sureness::resident) == "NotAtTheTable");
  CHECK(decided("Noor", Sureness::resident) == "NotAtTheTable");
  CHECK(decided("Mallory", Sureness::circle) == "NotAtTheTable");
  CHECK(decided("Beheer", Sureness::keeper) == "done");
  CHECK(decided("Noor", Sureness::keeper) == "NotAtTheTable");
}
