// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/meeting_minutes.hpp"

#include "core/report/agenda_text.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/declared_records.hpp"
#include "tests/support/has.hpp"
#include "tests/support/typed_voice.hpp"

#include <functional>

using namespace casus;
using namespace casus::test;

namespace {

/// Definitions as they ship.
struct ShippedDefinitions : report::Definitions {
  const Shipped& library;
  explicit ShippedDefinitions(const Shipped& from) : library(from) {}
  const method::Definition* method(const Pin& pin) const override { return library.method(pin.id); }
  const workflow::Workflow* workflow(const Pin& pin) const override { return library.workflow(pin.id); }
};

/// A meeting that had this case on the table for forty minutes from its first step on.
struct Review {
  Story story = ready();
  Meeting meeting;

  explicit Review(bool busy = false, const std::function<void(Story&)>& more = {}) {
    meeting.id = "2026-03-02";
    meeting.chair = "Bram";
    meeting.present = {"Noor", "Bram"};
    meeting.version = 1;
    meeting.started_at = story.now;
    auto& item = meeting.items.emplace_back();
    item.line.case_id = story.c.id;
    item.line.why = Why::quiet;
    item.line.since = on("2026-01-05");
    item.line.minutes = 35;
    item.chair = "Bram";
    item.state = ItemState::finished;
    item.sittings = {{story.now, story.now + std::chrono::minutes(40)}};
    story.does("Noor", AddParticipant{"Fatima Eik", {Role::resident}, false, false, ""});
    story.does("Bram", NextStep{});
    story.does("Noor", RaiseDecision{"Gaan we samen bellen?", false});
    story.does("Noor", TakeDecision{"d1", "Ja, met fatima eik erbij", "Zij wil het", {"Ria wacht liever"}, ""});
    story.does("Noor", AddAction{"Fatima Eik bellen", "Noor", on("2026-03-09"), "Bram", Rung::self, true, ""});
    if (busy) {
      story.does("Noor", AddAction{"Zus bellen", "Noor", on("2026-03-05"), "Noor", Rung::network, false, ""});
      story.does("Noor", AddAction{"Brief lezen", "Bram", on("2026-03-20"), "Noor", Rung::network, false, ""});
    }
    if (more) more(story);
    story.does("Noor", TellResident{"Dat wij meedenken", "Noor", {}});
    story.does("Noor", SetReview{on("2026-04-06")});
    story.now += std::chrono::hours(1);
    story.does("Noor", AddAction{"Na het overleg", "Noor", on("2026-03-10"), "Bram", Rung::self, true, ""});
  }

  std::string minutes(Lang lang = Lang::nl) const {
    return page::page_markdown(report::minutes_page(meeting, {{story.c.id, story.c, story.history}},
                                                    ShippedDefinitions(story.library), story.now, lang));
  }
};

}  // namespace

TEST_CASE("minutes say what was decided and agreed at the table, and not what was agreed after", "[report][meeting]") {
  const auto text = Review().minutes();
  CAPTURE(text);
  CHECK(has(text, "# Verslag van het overleg van 2 maart 2026"));
  CHECK(has(text, "**Gespreksleider:** Bram. **Aanwezig:** Noor, Bram. **Tijd:** 40 minuten van 90 minuten."));
  CHECK(has(text, "| Noor | inwoner bellen | 9 maart 2026 | Bram | 2026-001 |"));
  CHECK(has(text, "- **afspraken:** Noor: inwoner bellen\n"));
  CHECK(has(text, "- **inwoner hoort:** Dat wij meedenken (Noor, 2 maart 2026)"));
  CHECK(has(text, "- **ziet het anders:** Ria wacht liever"));
  CHECK(has(text, "- **terug op:** 6 april 2026"));
  CHECK(has(text, "- **minuten:** 2026-001 40 van 35"));
  CHECK(has(text, "- **methode:** Oplossingsgericht reflecterend team"));
  CHECK_FALSE(has(text, "Na het overleg"));
}

TEST_CASE("minutes begin with what each person does, by person and by day, before anything of a case",
          "[report][meeting]") {
  const auto text = Review(true).minutes();
  CAPTURE(text);
  const auto bram = text.find("| Bram | Brief lezen"), noor = text.find("| Noor | Zus bellen | 5 maart 2026 |  |"),
             later = text.find("| Noor | inwoner bellen"), cases = text.find("## Per casus");
  REQUIRE(cases != std::string::npos);
  CHECK((bram < noor && noor < later && later < cases));
}

TEST_CASE("an action that was moved or reported twice at the table stands in the minutes once, as it is now",
          "[report][meeting]") {
  const Review review(false, [](Story& story) {
    story.does("Noor", MoveAction{{"a1", on("2026-03-11"), "zij werkt maandag"}});
    story.does("Noor", AddAction{"Brief lezen", "Noor", on("2026-03-20"), "Bram", Rung::network, false, ""});
    story.does("Noor", FinishAction{{"a2", Done::partly, "half"}});
    story.does("Noor", FinishAction{{"a2", Done::done, "toch alles"}});
  });
  const auto text = review.minutes();
  CAPTURE(text);
  CHECK(has(text, "| Noor | inwoner bellen | 11 maart 2026 | Bram | 2026-001 |"));
  CHECK_FALSE(has(text, "9 maart 2026 |"));
  CHECK(has(text, "- **afspraken:** Noor: inwoner bellen\n"));
  CHECK(has(text, "toch alles"));
  CHECK_FALSE(has(text, "half"));
}

TEST_CASE("what was only looked at takes one line of the minutes", "[report][meeting]") {
  Review review;
  auto& item = review.meeting.items[0];
  for (auto& sitting : item.sittings) {
    sitting.from += std::chrono::hours(3);
    sitting.to = *sitting.to + std::chrono::hours(3);
  }
  const auto text = review.minutes();
  CAPTURE(text);
  CHECK(has(text, "Er is niets nieuws afgesproken."));
  CHECK(has(text, "- **ook bekeken:** 2026-001, terug op 6 april 2026\n"));
  CHECK_FALSE(has(text, "## Per casus"));
  item.state = ItemState::parked;
  item.because = "wacht op de huisarts";
  CHECK(has(review.minutes(), "2026-001, terug op 6 april 2026 (geparkeerd: wacht op de huisarts)"));
}

TEST_CASE("minutes say at which step a talk was left half-way, and that the case comes back", "[report][meeting]") {
  Review review;
  review.meeting.items[0].unfinished = true;
  const auto text = review.minutes();
  CAPTURE(text);
  CHECK(has(text, "- **hoe het staat:** niet af: gebleven bij 'Voorbereiden' (analyse); komt volgende keer terug"));
  // What was only looked at is no longer a name in a row when it is not finished.
  auto& item = review.meeting.items[0];
  for (auto& sitting : item.sittings) {
    sitting.from += std::chrono::hours(3);
    sitting.to = *sitting.to + std::chrono::hours(3);
  }
  CHECK(has(review.minutes(), "gebleven bij 'Voorbereiden' (analyse)"));
  CHECK_FALSE(has(review.minutes(), "ook bekeken"));
}

TEST_CASE("minutes count what nobody placed, in the case and in none, and say nothing of it", "[report][meeting]") {
  const auto unplaced = [](const Review& review, const std::string& text) {
    Contribution line;
    line.id = text;
    line.by = review.story.c.people.front().id;
    line.kind = "unplaced";
    line.text = text;
    line.visit = 0;
    line.at = review.meeting.items[0].sittings[0].from;
    return line;
  };
  Review review;
  CHECK_FALSE(has(review.minutes(), "nog niet geplaatst"));
  auto& said = review.story.c.contributions;
  said.push_back(unplaced(review, "noro: zij slaapt slecht"));
  CHECK(has(review.minutes(), "- **nog niet geplaatst:** 1 regel; die wacht als de casus weer op tafel komt"));
  said.push_back(unplaced(review, "noro: zij eet weinig"));
  CHECK(has(review.minutes(), "2 regels; ze wachten als de casus weer op tafel komt"));
  CHECK(has(review.minutes(Lang::en), "2 lines; they wait when the case is on the table again"));
  CHECK_FALSE(has(review.minutes(), "slaapt slecht"));
  // One of a later meeting is none of these.
  said.back().at = *review.meeting.items[0].sittings[0].to + std::chrono::hours(24);
  CHECK(has(review.minutes(), "1 regel; die wacht"));
  review.meeting.aside.emplace_back();
  CHECK(has(review.minutes(), "1 regel die in geen casus staat; die wacht in het volgende overleg"));
}

TEST_CASE("an agenda says that lines wait to be put in a case, and never what they say", "[report][meeting]") {
  Meeting meeting{.id = "2026-03-02"};
  const auto voice = typed_in(Lang::nl);
  const auto all = [&] {
    return report::agenda_text(meeting, {}, Time{}, voice) +
           page::page_markdown(report::agenda_page(meeting, {}, Time{}, voice));
  };
  CHECK_FALSE(has(all(), "in geen casus"));
  for (const char* id : {"w1", "w3"}) {
    LineAside line;
    line.kept.id = id;
    line.kept.text = "opa Verboden slaat";
    meeting.aside.push_back(line);
  }
  CHECK(has(report::agenda_text(meeting, {}, Time{}, voice), "2 regels staan nog in geen casus (w1, w3)."));
  CHECK(has(page::page_markdown(report::agenda_page(meeting, {}, Time{}, voice)), "2 regels staan nog in geen casus"));
  CHECK(has(all(), "casus meeting taken-up w1"));
  CHECK_FALSE(has(all(), "Verboden"));
}

TEST_CASE("a day to look back that has come is no next day in minutes", "[report][meeting]") {
  Review review;
  for (auto& sitting : review.meeting.items[0].sittings) {
    sitting.from += std::chrono::hours(24 * 40);
    sitting.to = *sitting.to + std::chrono::hours(24 * 40);
  }
  review.story.now += std::chrono::hours(24 * 40);
  CHECK_FALSE(has(review.minutes(), "terug op"));
}

TEST_CASE("of an anonymous case the minutes call residents by their role, in the team's own texts too",
          "[report][meeting]") {
  Review review;
  const auto text = review.minutes();
  CAPTURE(text);
  CHECK_FALSE(has(text, "Fatima"));
  CHECK_FALSE(has(text, "fatima"));
  CHECK(has(text, "Gaan we samen bellen? Ja, met inwoner erbij (want: Zij wil het)"));
  CHECK(has(text, "| Noor | inwoner bellen |"));
  review.story.c.privacy = Privacy::agreed;
  CHECK(has(review.minutes(), "| Noor | Fatima Eik bellen |"));
}

TEST_CASE("a role word in the minutes is that of the method", "[report][meeting]") {
  struct Renamed final : ShippedDefinitions {
    method::Definition own;
    explicit Renamed(const Story& story) : ShippedDefinitions(story.library) {
      own = *library.method(story.c.method(story.c.stage.phase).id);
      std::erase_if(own.roles, [](const auto& use) { return use.role == Role::resident; });
      own.roles.push_back({.role = Role::resident, .name = {"hoofdpersoon", "central person"}});
    }
    const method::Definition* method(const Pin& pin) const override { return pin.id == own.id ? &own : nullptr; }
  };
  const Review review;
  const auto& story = review.story;
  const auto text = page::page_markdown(report::minutes_page(review.meeting, {{story.c.id, story.c, story.history}},
                                                             Renamed(story), story.now, Lang::nl));
  CHECK(has(text, "| Noor | hoofdpersoon bellen |"));
}

TEST_CASE("minutes of an erased case keep the time alone, and say so", "[report][meeting]") {
  const Review review;
  const auto text =
      page::page_markdown(report::minutes_page(review.meeting, {{review.story.c.id, std::nullopt, {}}},
                                               ShippedDefinitions(review.story.library), review.story.now, Lang::en));
  CHECK(has(text, "- **also looked at:** 2026-001 (erased)"));
  CHECK(has(text, "40 minutes"));
  CHECK_FALSE(has(text, "decided"));
}

TEST_CASE("when nobody says who tells the resident, the minutes ask that once for all cases",
          "[report][meeting][R16]") {
  Review review;
  std::erase_if(review.story.history, [](const Event& e) { return std::holds_alternative<ResidentTold>(e.body); });
  CHECK(has(review.minutes(Lang::en), "- **still to be agreed who tells the resident:** 2026-001"));
}

TEST_CASE("no rule and no step is called by its id in minutes", "[report][meeting]") {
  for (const auto lang : {Lang::nl, Lang::en}) {
    const auto text = Review().minutes(lang);
    for (const auto* const id : {"(R", " R1", "solution-focused", "prepare"}) CHECK_FALSE(has(text, id));
  }
}

TEST_CASE("time is told for each meeting, case and step", "[report][meeting]") {
  const Review review;
  const auto text = report::time_text({review.meeting}, {{review.story.c.id, review.story.c, review.story.history}},
                                      ShippedDefinitions(review.story.library), review.story.now, Lang::nl);
  CAPTURE(text);
  CHECK(has(text, "2 maart 2026  1     90       40        -50"));
  CHECK(has(text, "2026-001  1     35       40        +5"));
  CHECK(has(text, "Oplossingsgericht reflecterend team: Voorbereiden  1     5        38        +33"));
}

TEST_CASE("in minutes a role word stays, and a telling that was agreed is not asked for", "[report]") {
  Review review;
  auto& story = review.story;
  review.meeting.items.front().sittings = {{story.now, story.now + std::chrono::minutes(40)}};
  story.does("Noor", AddNetworkPerson{"buurvrouw", "", Shell::friend_, Quadrant::society, false});
  story.does("Noor", AddAction{"Soep brengen", "buurvrouw", on("2026-03-20"), "Noor", Rung::network, false, ""});
  const auto open = review.minutes();
  CHECK(has(open, "buurvrouw"));
  CHECK_FALSE(has(open, "iemand uit het netwerk"));
  CHECK(has(open, "nog af te spreken wie het de inwoner vertelt"));
  // Of the work of colleagues nobody is told.
  auto about_work = review;
  for (auto& pin : about_work.story.c.methods) pin.id = "werf/werf";
  CHECK_FALSE(has(about_work.minutes(), "nog af te spreken wie het de inwoner vertelt"));
  AddAction tells{"Vertellen wat is besproken", "Noor", on("2026-03-20"), "Noor", Rung::self, false, ""};
  tells.tells_resident = true;
  story.does("Noor", tells);
  CHECK_FALSE(has(review.minutes(), "nog af te spreken wie het de inwoner vertelt"));
}

TEST_CASE("a surname that is a role word too is a name when it is written as one", "[report]") {
  const auto minutes_with = [](const std::string& name) {
    Review review;
    auto& story = review.story;
    review.meeting.items.front().sittings = {{story.now, story.now + std::chrono::minutes(40)}};
    story.does("Noor", AddNetworkPerson{name, "", Shell::friend_, Quadrant::society, false});
    story.does("Noor", AddAction{"Soep brengen", name, on("2026-03-20"), "Noor", Rung::network, false, ""});
    return review.minutes();
  };
  CHECK(has(minutes_with("buur"), "buur"));
  CHECK_FALSE(has(minutes_with("buur"), "iemand uit het netwerk"));
  CHECK_FALSE(has(minutes_with("Buur"), "Buur"));
  CHECK(has(minutes_with("Buur"), "iemand uit het netwerk"));
  for (const auto* name : {"Van Buren", "De Vriend"}) {
    CAPTURE(name);
    const auto minutes = minutes_with(name);
    CHECK_FALSE(has(minutes, name));
    CHECK(has(minutes, "iemand uit het netwerk"));
  }
  CHECK_FALSE(has(minutes_with("De vriend"), "iemand uit het netwerk"));
}

TEST_CASE("minutes tell the choice and what was done about danger, and no agreement that is finished",
          "[report][meeting]") {
  Review review;
  auto& story = review.story;
  review.meeting.items[0].sittings.push_back({story.now, story.now + std::chrono::hours(1)});
  story.does("Noor", RaiseAcute{"Hij staat voor de deur"});
  story.does("Noor", RaiseAcute{"Hij bonst op het raam"});
  story.does("Noor", HandleAcute{"De wijkagent nam hem mee"});
  story.does("Noor", AddAction{"Slot vervangen", "Noor", on("2026-03-05"), "Bram", Rung::self, false, ""});
  story.does("Noor", FinishAction{story.c.actions.back().plan.id, Done::done, "meteen gedaan"});
  story.does("Noor", CountSignal{"wonen"});
  const auto text = review.minutes();
  CAPTURE(text);
  CHECK(has(text, "acuut gevaar gemeld; wat er gedaan is: De wijkagent nam hem mee"));
  CHECK_FALSE(has(text, "| Slot vervangen |"));
  CHECK(has(text, "Slot vervangen: gelukt, meteen gedaan"));
  CHECK(has(text, "1 signaal"));
  // The same case twice on the agenda is told once.
  review.meeting.items.push_back(review.meeting.items[0]);
  review.meeting.items.back().state = ItemState::planned;
  review.meeting.items.back().sittings.clear();
  const auto again = review.minutes();
  CHECK_FALSE(has(again, "niet aan toegekomen"));
  CHECK(again.find("### 2026-001") == again.rfind("### 2026-001"));
}

namespace {

/// The example in which ideas are named, and then ranked unseen; the case is on the table from there on.
struct RankedReview {
  Story story;
  Meeting meeting;

  RankedReview() {
    auto [method, problems] = parsed(ranking());
    REQUIRE(problems.empty());
    story.library.offer(std::move(method));
    story.does("Noor", open_command(kRecordsMethod));
    story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
    for (const char* name : {"Ria", "Yusuf", "Femke"})
      story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
    story.does("Noor", AddParticipant{"Fatima Eik", {Role::resident}, false, false, {}});
    story.does("Noor", AskQuestion{"Hoe komt er weer rust?", "Dat er een plan ligt."});
    story.go_to(Phase::plan_of_action, "list");
    story.does("Noor", say("idea", "Samen koken met Fatima Eik")).does("Ria", say("idea", "De tuin in"));
    story.go_to(Phase::plan_of_action, "vote");
  }

  /// Puts the case on the table until now, and gives the minutes of that.
  std::string minutes(Time from, Lang lang) {
    meeting = {};
    meeting.id = "2026-03-02";
    meeting.chair = "Bram";
    meeting.version = 1;
    meeting.started_at = from;
    auto& item = meeting.items.emplace_back();
    item.line.case_id = story.c.id;
    item.state = ItemState::finished;
    item.sittings = {{from, story.now}};
    return page::page_markdown(report::minutes_page(meeting, {{story.c.id, story.c, story.history}},
                                                    ShippedDefinitions(story.library), story.now, lang));
  }
};

}  // namespace

TEST_CASE("minutes say what got most of a vote that became known at the table", "[report][meeting]") {
  RankedReview review;
  auto& story = review.story;
  std::vector<std::string> ideas;
  for (const auto& one : story.c.contributions)
    if (one.kind == "idea" && (one.text.starts_with("Samen") || one.text.starts_with("De tuin")))
      ideas.push_back(one.id);
  REQUIRE(ideas.size() == 2);
  const auto began = story.now;
  story.does("Noor", Vote{{ideas[0]}}).does("Ria", Vote{{ideas[0], ideas[1]}});
  CHECK_FALSE(has(review.minutes(began, Lang::nl), "meeste stemmen"));  // each still votes unseen
  story.does("Bram", NextStep{"klaar"});
  const auto points = [&](std::size_t of) {
    int all = 0;
    for (const auto& ballot : story.c.votes)
      for (const auto& choice : ballot.choices) all += choice.of == ideas[of] ? choice.points : 0;
    return std::to_string(all);
  };
  const auto text = review.minutes(began, Lang::nl);
  CAPTURE(text);
  CHECK(has(text, "- **meeste stemmen:** Samen koken met inwoner: " + points(0) + " (2 stemden)\n"));
  CHECK_FALSE(has(text, "De tuin in: "));
  CHECK(has(review.minutes(began, Lang::en), "- **most votes:** "));
  // A later meeting has no vote to tell of.
  story.now += std::chrono::hours(24);
  const auto later = story.now;
  story.does("Noor", AddAction{"Bellen", "Noor", on("2026-03-20"), "Bram", Rung::self, true, ""});
  CHECK_FALSE(has(review.minutes(later, Lang::nl), "meeste stemmen"));
}
