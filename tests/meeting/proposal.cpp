// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/proposal.hpp"

#include "core/engine/mending/reason_kept.hpp"
#include "core/meeting/foresee.hpp"
#include "core/meeting/lengths.hpp"
#include "core/report/meeting_words.hpp"
#include "tests/engine/story.hpp"

#include <algorithm>

namespace casus::test {

namespace {

/// "part why case minutes", one line each.
std::vector<std::string> told(const std::vector<AgendaLine>& lines) {
  std::vector<std::string> out;
  for (const auto& line : lines)
    if (!line.case_id.empty())
      out.push_back(std::string(key(line.part)) + " " + std::string(key(line.why)) + " " + line.case_id + " " +
                    std::to_string(line.minutes));
  return out;
}

using Told = std::vector<std::string>;

/// The situation of Monday 6 April 2026 with these cases.
struct Monday {
  Shipped library;
  meeting::Situation situation;

  Monday() {
    situation.on = on("2026-04-06");
    situation.team.name = "Noord";
    for (const char* name : {"Noor", "Bram", "Ria", "Yusuf", "Femke"}) situation.team.members.push_back({name, ""});
  }

  Monday& with(Story story, const std::string& id) {
    story.c.id = id;
    situation.cases.push_back(story.c);
    return *this;
  }
  PlanMeeting plan() const { return meeting::propose(situation, library).plan; }
};

/// A case in its first step, reviewed later than the Monday unless it is said otherwise.
Story calm(const char* review = "2026-06-01") {
  auto story = begun();
  story.does("Noor", SetReview{on(review)});
  return story;
}

}  // namespace

TEST_CASE("each action that is late stands there with its own day", "[meeting]") {
  Monday monday;
  auto story = calm();
  story.does("Noor", AddAction{"Bellen", "Noor", on("2026-03-30"), "Bram", Rung::network, true, ""});
  story.does("Noor", AddAction{"Schrijven", "Noor", on("2026-04-02"), "Bram", Rung::network, false, ""});
  story.does("Noor", AddAction{"Koken", "Ria", on("2026-03-30"), "Bram", Rung::network, false, ""});
  const auto plan = monday.with(story, "c-late").plan();
  const auto line = std::ranges::find(plan.lines, "c-late", &AgendaLine::case_id);
  REQUIRE(line != plan.lines.end());
  CHECK(report::why_in_words(*line, Lang::nl) ==
        "acties a1 en a3 moesten klaar zijn op 30 maart 2026; actie a2 moest klaar zijn op 2 april 2026");
  CHECK(report::why_in_words(*line, Lang::en) ==
        "actions a1 and a3 were due on 30 March 2026; action a2 was due on 2 April 2026");
}

TEST_CASE("an empty week has the fixed parts, and a chair who is next in the rota", "[meeting]") {
  const auto plan = Monday().plan();
  REQUIRE(plan.lines.size() == 3);
  CHECK(plan.lines[0].part == AgendaPart::opening);
  CHECK(plan.lines[1].part == AgendaPart::learning);
  CHECK(plan.lines[2].part == AgendaPart::closing);
  CHECK(plan.chair == "Noor");
  CHECK(plan.note_taker == "Bram");
}

TEST_CASE("danger first, then what is due, safety, terms, who asked, and who was quiet", "[meeting][R10][R14]") {
  Monday monday;
  auto asked = calm();
  asked.does("Noor", AskForPlace{});
  monday.with(asked, "c-asked");
  monday.with(begun(), "c-quiet");  // nothing since 2 March: not yet six weeks
  auto concern = calm();
  concern.does("Noor", RaiseConcern{"Blauwe plekken"});
  monday.with(concern, "c-concern");
  monday.with(calm("2026-04-01"), "c-review");
  auto action_due = calm();
  action_due.does("Noor", AddAction{"Bellen", "Noor", on("2026-03-30"), "Bram", Rung::network, true, ""});
  monday.with(action_due, "c-action");
  auto acute = calm("2026-04-01");
  acute.does("Noor", RaiseAcute{"Er is nu gevaar"});
  monday.with(acute, "c-acute");
  auto term = ready();
  term.c.reported_on = on("2026-03-02");
  monday.with(term, "c-term");
  CHECK(told(monday.plan().lines) == Told{"acute acute c-acute 15", "follow_up action_due c-action 5",
                                          "follow_up review_due c-review 5", "safety concern c-concern 3",
                                          "safety legal_term c-term 3", "review asked c-asked 35"});
  std::ranges::reverse(monday.situation.cases);
  CHECK(told(monday.plan().lines).front() == "acute acute c-acute 15");
  monday.situation.on = on("2026-04-20");
  const auto later = told(monday.plan().lines);
  CHECK(std::ranges::find(later, "consult quiet c-quiet 3") != later.end());
  CHECK(monday.plan().lines[1].presenter == "Noor");
}

TEST_CASE("a term of law is on the agenda by its own law, and not for ever", "[meeting]") {
  const auto terms = [](const char* today, std::optional<Date> wmo, std::optional<Date> debts) {
    auto story = ready();
    story.c.reported_on = wmo;
    story.does("Noor", AddBasis{{Basis::wgs, "de schulden", "", debts}});
    Monday monday;
    monday.with(story, "c");
    monday.situation.on = on(today);
    Told out;
    for (const auto& line : monday.plan().lines) {
      if (line.case_id.empty()) continue;
      const auto add = [&](Why why, std::optional<Date> since, const std::vector<std::string>& about) {
        if (why == Why::legal_term) out.push_back(joined({about.begin(), about.end()}, " ") + " " + to_string(*since));
      };
      add(line.why, line.since, line.about);
      for (const auto& one : line.also) add(one.why, one.since, one.about);
    }
    return out;
  };
  const auto report = on("2026-02-27");
  // Six weeks under the Wmo end on 10 April, four weeks under the Wgs on 27 March.
  CHECK(terms("2026-04-06", report, {}) == Told{"wmo 2026-04-10"});
  CHECK(terms("2026-04-06", {}, report) == Told{"wgs gone 2026-03-27"});
  CHECK(terms("2026-03-23", report, report) == Told{"wgs 2026-03-27", "wmo gone 2026-03-06"});
  CHECK(terms("2026-04-06", report, report) == Told{"wmo 2026-04-10", "wgs gone 2026-03-27"});
  CHECK(terms("2026-06-01", report, report) == Told{"wmo gone 2026-04-10"});
  CHECK(terms("2029-04-06", report, report).empty());
}

TEST_CASE("the day on which a case first comes on again is known beforehand", "[meeting][R10]") {
  const auto action = [](Story story, const char* day) {
    story.does("Noor", AddAction{"Bellen", "Noor", on(day), "Bram", Rung::network, true, ""});
    return story;
  };
  auto by_law = ready();
  by_law.c.reported_on = on("2026-05-25");
  const std::pair<Story, const char*> all[]{{calm(), "2026-04-13"},  // six weeks of silence after 2 March
                                            {calm("2026-04-08"), "2026-04-08"},
                                            {action(calm("2026-04-12"), "2026-04-10"), "2026-04-10"},
                                            {action(calm(), "2026-09-01"), "2026-04-13"},
                                            {by_law, "2026-04-13"}};
  for (const auto& [story, day] : all) {
    Monday monday;
    monday.with(story, "c");
    const auto comes = [&] { return monday.plan().lines.size() > 3; };
    const auto seen = meeting::seen_of(monday.situation.cases.front());
    const auto first = meeting::day_of_reason(seen, monday.situation.on, monday.library);
    REQUIRE(first == on(day));
    for (; monday.situation.on < *first; monday.situation.on = plus_days(monday.situation.on, 1)) CHECK_FALSE(comes());
    CHECK(comes());
    CHECK(meeting::day_of_reason(seen, plus_days(*first, 9), monday.library) == plus_days(*first, 9));
  }
}

TEST_CASE("a case comes once, with every reason that holds, the gravest first", "[meeting][R10][R14]") {
  const auto reasons = [](const AgendaLine& line) {
    Told out{std::string(key(line.why))};
    for (const auto& one : line.also) out.emplace_back(key(one.why));
    return out;
  };
  Monday monday;
  auto all = calm("2026-04-01");
  all.does("Noor", AddAction{"Bellen", "Noor", on("2026-03-30"), "Bram", Rung::network, true, ""});
  all.does("Noor", AskForPlace{"Wie kan er mee?", false});
  all.does("Noor", RaiseConcern{"Blauwe plekken"});
  monday.with(all, "c-all");
  const auto plan = monday.plan();
  REQUIRE(plan.lines.size() == 4);
  CHECK(reasons(plan.lines[1]) == Told{"concern", "review_due", "action_due", "asked"});
  CHECK(plan.lines[1].part == AgendaPart::review);  // the whole sitting that was asked for
  CHECK(plan.lines[1].minutes == 35);
  CHECK(plan.lines[1].has(Why::action_due));
  CHECK_FALSE(plan.lines[1].has(Why::quiet));

  // What cannot wait goes on alone when the whole cannot be held; what was asked stays asked.
  monday.situation.team.absences = {{"Noor", on("2026-04-01"), on("2026-04-10")}};
  const auto tight = monday.plan();
  CHECK(told(tight.lines) == Told{"follow_up concern c-all 5"});
  CHECK(reasons(tight.lines[1]) == Told{"concern", "review_due", "action_due"});
  REQUIRE(tight.left_off.size() == 1);
  CHECK(reasons(tight.left_off[0]) == Told{"asked"});
  CHECK(tight.left_off[0].off == Off::presenter_away);
}

TEST_CASE("what is due and does not fit comes first next time, and nothing new passes it", "[meeting][R10]") {
  Monday monday;
  monday.situation.minutes = 22;  // room for two follow-ups of five minutes
  for (const char* id : {"c-1", "c-2", "c-3"}) monday.with(calm("2026-04-01"), id);
  auto asked = calm();
  asked.does("Noor", AskForPlace{});
  monday.with(asked, "c-asked");
  const auto plan = monday.plan();
  CHECK(told(plan.lines) == Told{"follow_up review_due c-1 5", "follow_up review_due c-2 5"});
  CHECK(told(plan.left_off) == Told{"follow_up review_due c-3 5", "review asked c-asked 10"});
  CHECK(plan.left_off[0].off == Off::no_time);
  Meeting before{.id = "2026-03-30", .left_off = plan.left_off};
  monday.situation.past = {before};
  const auto next = monday.plan();
  CHECK(told(next.lines) == Told{"follow_up review_due c-3 5", "follow_up review_due c-1 5"});
  CHECK(next.lines[1].carried);
}

TEST_CASE("who is away keeps a case of their own for later, not what is due", "[meeting]") {
  Monday monday;
  auto asked = calm();
  asked.does("Noor", AskForPlace{});
  monday.with(asked, "c-asked").with(calm("2026-04-01"), "c-review");
  monday.situation.team.absences = {{"Noor", on("2026-04-01"), on("2026-04-10")}};
  const auto plan = monday.plan();
  CHECK(told(plan.lines) == Told{"follow_up review_due c-review 5"});
  CHECK(told(plan.left_off) == Told{"review asked c-asked 35"});
  CHECK(plan.left_off[0].off == Off::presenter_away);
  CHECK(plan.away == Told{"Noor"});
  CHECK(plan.chair == "Bram");
}

TEST_CASE("the chair who presents a line gets somebody else for it", "[meeting][R3]") {
  Monday monday;
  monday.with(calm("2026-04-01"), "c-review");
  const auto plan = monday.plan();
  CHECK(plan.chair == "Noor");
  CHECK(plan.lines[1].presenter == "Noor");
  CHECK(plan.lines[1].chair == "Bram");
}

TEST_CASE("the day to look back of a round that is over keeps no case on the agenda", "[meeting][R10]") {
  auto again = calm("2026-03-30");
  CHECK(told(Monday().with(again, "c-again").plan().lines) == Told{"follow_up review_due c-again 5"});
  again.c.round = 2;
  again.c.visits.push_back(again.c.visits.back());
  again.c.visits.back().round = 2;
  again.c.visits.back().entered = at("2026-04-01T09:00:00Z");
  CHECK(told(Monday().with(again, "c-again").plan().lines).empty());
  again.c.review_on = on("2026-04-03");  // of this round
  CHECK(told(Monday().with(again, "c-again").plan().lines) == Told{"follow_up review_due c-again 5"});
}

TEST_CASE("what was left over of somebody who was erased since is put on again without them", "[meeting]") {
  Monday monday;
  AgendaLine line{.part = AgendaPart::review,
                  .why = Why::by_hand,
                  .minutes = 5,
                  .presenter = std::string(engine::kNameGone),
                  .because = "De verjaardag"};
  Meeting before{.id = "2026-03-30", .left_off = {line}};
  monday.situation.past = {before};
  const auto plan = monday.plan();
  const auto again = std::ranges::find(plan.lines, "De verjaardag", &AgendaLine::because);
  REQUIRE(again != plan.lines.end());
  CHECK(again->presenter.empty());
}

TEST_CASE("a place that was asked for is answered by a place that was finished", "[meeting][R1]") {
  Monday monday;
  auto asked = calm();
  asked.does("Noor", AskForPlace{});
  monday.with(asked, "c-asked");
  Meeting before{.id = "2026-03-30"};
  AgendaItem item{.line = monday.plan().lines[1],
                  .state = ItemState::parked,
                  .sittings = {{at("2026-03-30T09:10:00Z"), at("2026-03-30T09:40:00Z")}}};
  before.items = {item};
  monday.situation.past = {before};
  CHECK(monday.plan().lines[1].carried);
  // It was on the table for half an hour: what is said is true of that as well.
  const auto why = [&](Lang lang) { return report::why_in_words(monday.plan().lines[1], lang); };
  CHECK(why(Lang::nl).ends_with("; kwam de vorige keer niet af"));
  CHECK(why(Lang::en).ends_with("; not finished last time"));
  monday.situation.past.front().items.front().state = ItemState::finished;
  CHECK(told(monday.plan().lines).empty());
}

TEST_CASE("asking for a place takes the owner, and one question", "[engine][R1]") {
  auto story = ready();
  story.when("Bram", AskForPlace{}).refused("NotYourCase", "R1");
  story.when("Noor", AskForPlace{"Wat nu? En dan?", false}).refused("MoreThanOneQuestion", "R1");
  story.when("Noor", AskForPlace{}).then({"PlaceAsked"});
  story.when("Noor", AskForPlace{"Wie kan er mee?", false}).then({"QuestionAsked", "PlaceAsked"});
  story.when("Noor", AskForPlace{"", true}).refused("NotAsked");
  story.does("Noor", AskForPlace{}).when("Noor", AskForPlace{"", true}).then({"PlaceAsked"});
  Story bare;
  bare.does("Noor", open_command());
  bare.when("Noor", AskForPlace{})
      .refused("QuestionMissing", "R1")
      .says("Een casus komt op de agenda met één vraag, en die is er nog niet.",
            "A case goes on the agenda with one question, and there is none yet.");
}

TEST_CASE("lengths are the method's own: the whole of one sitting, or our own where there are none", "[meeting]") {
  const auto minutes = [](const std::string& method, int people, int room = 80) {
    const auto story = ready(method);
    return meeting::review_length(story.c, story.library, people, room);
  };
  CHECK(minutes("solution-focused/reflecting-team", 5).minutes == 35);
  CHECK(minutes("solution-focused/reflecting-team", 5).by_method);
  CHECK(minutes("solution-focused/reflecting-team", 5, 25).minutes == 21);  // the analysis alone
  CHECK(minutes("eigen-kracht/lens", 5).minutes == 20);
  CHECK(minutes("action-learning/advice-round", 6).minutes == 27);
  CHECK(meeting::follow_up_length(ready("action-learning/learning-set").c, Shipped(), 3).minutes == 6);
}

TEST_CASE("the rota owes nothing for days away, and counts a swap as it went", "[meeting][R3]") {
  Team team;
  for (const char* name : {"Noor", "Bram", "Ria"}) team.members.push_back({name, ""});
  const auto held = [](const char* day, const std::string& chair, std::vector<std::string> present) {
    return Meeting{.id = day, .chair = chair, .present = std::move(present), .started_at = at("2026-03-02T09:00:00Z")};
  };
  const auto next = [&](const std::vector<Meeting>& past) {
    return meeting::rota(team, past, on("2026-04-06"), meeting::Duty::chair).front().name;
  };
  CHECK(next({}) == "Noor");
  CHECK(next({held("2026-03-02", "Noor", {"Noor", "Bram", "Ria"})}) == "Bram");
  CHECK(next({held("2026-03-02", "Bram", {"Noor", "Bram", "Ria"})}) == "Noor");
  CHECK(next({held("2026-03-02", "Noor", {"Noor", "Bram"}), held("2026-03-09", "Bram", {"Noor", "Bram"})}) == "Ria");
  Meeting planned{.id = "2026-03-09", .chair = "Bram"};
  CHECK(next({held("2026-03-02", "Noor", {"Noor", "Bram", "Ria"}), planned}) == "Bram");
  team.absences = {{"Noor", on("2026-04-01"), std::nullopt}};
  CHECK(next({}) == "Bram");
}

}  // namespace casus::test
