// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/said.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/history_text.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

namespace casus::test {

using Catch::Matchers::Contains;
using report::history_text;

TEST_CASE("every event has a sentence of its own in both languages", "[report]") {
  const auto events = one_of_each();
  REQUIRE(events.size() == EventBody::kCount);
  for (std::size_t i = 0; i < events.size(); ++i) REQUIRE(events[i].body.index() == i);
  std::set<std::string> all;
  for (const auto lang : {Lang::nl, Lang::en})
    for (const auto& event : events) all.insert(report::event_in_words(event, full_case(), sample_definitions(), lang));
  CHECK(all.size() == 2 * events.size());
  check_golden("history.nl.txt", history_text(events, full_case(), sample_definitions(), Lang::nl));
  check_golden("history.en.txt", history_text(events, full_case(), sample_definitions(), Lang::en));
}

TEST_CASE("who goes by themselves is not taken off the table, and of a seat that is over the day is told", "[report]") {
  auto state = full_case();
  auto& person = state.people.front();
  const Event left{at("2026-03-09T09:01:00Z"), person.id, ParticipantLeft{{person.id}}};
  const auto told = [&] { return report::event_in_words(left, state, sample_definitions(), Lang::nl); };
  CHECK(told() == "ging van de tafel; wat gezegd is, blijft");
  person.until = date_from("2026-03-09");  // they went before their time was over
  CHECK(told() == "ging van de tafel; wat gezegd is, blijft");
  person.until = date_from("2026-03-08");
  CHECK(told() == "ging van de tafel: de plaats was tot en met 8 maart 2026; wat gezegd is, blijft");
}

TEST_CASE("who is not there today has not left: the history says that they are of the case still", "[report]") {
  const auto state = full_case();
  const auto& person = state.people.front();
  const auto told = [&](const std::string& by) {
    const Event away{at("2026-03-09T09:01:00Z"), by, ParticipantLeft{{person.id, true}}};
    return report::event_in_words(away, state, sample_definitions(), Lang::nl);
  };
  CHECK(told(person.id) == "zit vandaag niet aan tafel en blijft bij de casus horen");
  CHECK(told("p2") == "noteerde dat " + person.name + " vandaag niet aan tafel zit en bij de casus blijft horen");
}

TEST_CASE("the history calls who joined as the method of that moment calls the role", "[report]") {
  auto state = full_case();
  REQUIRE_FALSE(state.visits.empty());
  auto known = sample_definitions();
  known.known_method.roles = {{Role::member, {"meedenker", "thinker"}, 2, 0}};
  const auto told = [&](Role role, bool of_the_team) {
    ParticipantAdded joined;
    joined.person = state.people.front().id;
    joined.roles = {role};
    joined.team_member = of_the_team;
    return report::event_in_words({state.visits.front().entered, "p2", joined}, state, known, Lang::nl);
  };
  CHECK_THAT(told(Role::member, true), Contains("aan tafel: meedenker"));
  CHECK_THAT(told(Role::member, false), Contains("aan tafel: gast"));
  CHECK_THAT(told(Role::chair, true), Contains("aan tafel: gespreksleider"));
  const Event turned{state.visits.front().entered, "p2", RoleTurned{Role::member, state.people.front().id}};
  CHECK_THAT(report::event_in_words(turned, state, known, Lang::nl), Contains("de rol van meedenker"));
  for (auto& visit : state.visits) visit.method = "elsewhere/unknown";
  CHECK_THAT(told(Role::member, true), Contains("aan tafel: teamlid"));
}

TEST_CASE("a contribution that became one of another kind is told by the name of that kind", "[report][mending]") {
  const auto state = full_case();
  Corrected corrected{.ref = "c1", .now = {{"kind", "advice"}}, .because = "verkeerd gekozen"};
  const Event event{at("2026-03-09T09:01:00Z"), "p2", corrected};
  const auto told = report::event_in_words(event, state, sample_definitions(), Lang::nl);
  CHECK_THAT(told, Contains("soort: advies"));
  CHECK_THAT(told, !Contains("advice"));
}

TEST_CASE("a correction without words ends without a colon, and a day that was taken away is named",
          "[report][mending]") {
  const auto told = [](std::vector<FieldNow> now) {
    const Event event{at("2026-03-09T09:01:00Z"), "p2", Corrected{.ref = "a1", .event = 1, .now = std::move(now)}};
    return report::event_in_words(event, full_case(), sample_definitions(), Lang::nl);
  };
  CHECK_THAT(told({{"what", "Bellen"}}), Contains("verbeterde a1: Bellen"));
  for (const auto& gone : {std::vector<FieldNow>{}, {{"what", ""}}, {{"what", ""}, {"goal", ""}}})
    CHECK_THAT(told(gone), Contains("verbeterde a1") && !Contains("verbeterde a1:"));
  CHECK_THAT(told({{"by_when", ""}, {"goal", ""}}), Contains("verbeterde a1: ") && Contains("doel"));
}

TEST_CASE("the history does not tell what is still hidden", "[report]") {
  Contributed secret;
  secret.id = "c6";
  secret.kind = "advice";
  secret.text = "GEHEIM ADVIES";
  secret.hidden = true;
  auto events = one_of_each();
  events.push_back({at("2026-03-09T09:01:00Z"), "p3", secret});
  auto state = full_case();
  CHECK_THAT(history_text(events, state, sample_definitions(), Lang::nl), !Contains("GEHEIM"));
  state.visits.back().left = at("2026-03-09T09:10:00Z");
  CHECK_THAT(history_text(events, state, sample_definitions(), Lang::nl), Contains("zei (advies): GEHEIM ADVIES"));
}

TEST_CASE("who typed at the team that a case came from is that team, and not a name nobody here knows", "[report]") {
  auto state = full_case();
  CameFrom came{{.at = at("2026-03-03T09:00:00Z")}};
  came.what.team = "Wijkteam Oost";
  state.came_from.push_back(came);
  GoalSet goal;
  goal.text = "Rust";
  const auto typed = [&](const char* when, const char* by) {
    const Events events{{at(when), "p1", goal, Typist{by, Sureness::named, "balie-oost"}}};
    return history_text(events, state, sample_definitions(), Lang::nl);
  };
  CHECK_THAT(typed("2026-03-02T09:00:00Z", "Vreemde"), Contains("Fatima (getypt door iemand van Wijkteam Oost)"));
  CHECK_THAT(typed("2026-03-02T09:00:00Z", ""), !Contains("balie-oost"));
  // Who sat at the table is known here; and since it came in it is typed here.
  CHECK_THAT(typed("2026-03-02T09:00:00Z", "Joris"), Contains("Fatima (getypt door Joris)"));
  CHECK_THAT(typed("2026-03-04T09:00:00Z", "Vreemde"), Contains("Fatima (getypt door Vreemde)"));
}

namespace {

/// The same case with the words of all that was said, agreed and set destroyed.
Case case_without_words() {
  auto state = full_case();
  for (auto& one : state.contributions) {
    one.text.clear();
    for (auto& value : one.values)
      if (value.type == RecordFieldType::text) value.value.clear();
  }
  for (auto& goal : state.goals) goal.set.text.clear();
  for (auto& action : state.actions) action.plan.what.clear();
  return state;
}

/// Where a sentence promises words and none follow; empty for one that reads well.
std::string left_bare(std::string_view told) {
  for (const auto* bare : {": ;", ": .", ": ,", ": )", ":  ", ": (op", ": (on", "\"\"", "()", "( ", " )", "  ", ", ,",
                           "; ;", ". .", " ;", " ,"})
    if (told.find(bare) != std::string_view::npos) return bare;
  return told.empty() || std::string_view(" :;,").find(told.back()) != std::string_view::npos ? "the end" : "";
}

}  // namespace

TEST_CASE("of every kind of event the sentence stays whole when its words are destroyed", "[report][mending]") {
  const auto state = case_without_words();
  auto events = one_of_each();
  Contributed to_one{{.kind = "question", .text = "Wat wil hij?"}, "c91"};
  to_one.re = "c1";
  Contributed answer{{.kind = "fact", .text = "Ja"}, "c92"};
  answer.answer = Answer::yes;
  GoalScored reached{{.goal = "g1", .evidence = "Hij belde", .state = Done::done}};
  MeldcodeStepTaken passed{{.step = 3, .text = "dat is te gevaarlijk", .not_held = NotHeld::danger}};
  Corrected partly{.ref = "a1", .event = 19, .now = {{"note", "x"}, {"checks", ""}}};
  for (const auto& body : std::vector<EventBody>{
           to_one, answer, reached, passed, partly, PlanAnswered{{.accepted = true, .because = "goed"}},
           PlanAgreed{.line = "a1", .note = "ja", .on = on("2026-03-03")}, ResidentTold{.what = "alles"},
           Corrected{.ref = "a1", .event = 19, .now = {{"checks", ""}}},
           Corrected{.ref = "a1", .event = 19, .now = {{"what", "Bellen"}}, .whose = "p2"},
           Recorded{.id = "c93", .type = "harm", .values = {{"what", RecordFieldType::text, "Hij viel"}}}})
    events.push_back({at("2026-03-02T09:00:00Z"), "p1", body});
  for (auto& event : events) {
    engine::take_out_texts(event.body);
    for (const auto lang : {Lang::nl, Lang::en}) {
      const auto told = report::event_in_words(event, state, sample_definitions(), lang);
      INFO(name_of(event.body) << ": " << told);
      CHECK(left_bare(told).empty());
    }
  }
  CHECK(left_bare("stelde de vraag: ") == "the end");
  CHECK(left_bare("sprak af: ; wie: Noor") == ": ;");
  const auto told = [&](EventBody body) {
    engine::take_out_texts(body);
    return report::event_in_words({at("2026-03-02T09:00:00Z"), "p1", body}, state, sample_definitions(), Lang::nl);
  };
  CHECK(told(QuestionAsked{{.text = "Hoe nu verder?"}}) == "stelde de vraag: (tekst weg)");
  CHECK(told(GoalSet{{{.text = "Rust"}, "g1"}}) == "stelde een doel: (tekst weg)");
  CHECK_THAT(told(ActionAdded{{{.what = "Bellen", .who = "p2"}, "a1"}}),
             Catch::StartsWith("sprak af: (tekst weg); wie: "));
  CHECK_THAT(told(ActionFinished{{.action = "a1"}}), Catch::StartsWith("meldde van de actie \"(tekst weg)\": "));
}

TEST_CASE("a choice that needed no words tells what it names, and is not called destroyed", "[report][mending]") {
  auto state = full_case();
  REQUIRE_FALSE(state.contributions.empty());
  auto& said = state.contributions.front();
  said.text = "Samen koken";
  Contributed choice{{.kind = "question"}, "c91"};
  const auto told = [&] {
    return report::event_in_words({at("2026-03-02T09:00:00Z"), "p1", choice}, state, sample_definitions(), Lang::nl);
  };
  choice.to = "p2";
  CHECK_THAT(told(), Catch::EndsWith("): " + state.people[1].name));
  choice.to.clear();
  choice.re = said.id;
  CHECK_THAT(told(), Catch::EndsWith("): " + said.id + " (Samen koken)"));
  // Of who was erased the words are gone, also where they were about something.
  state.people.front().erased = true;
  REQUIRE(state.people.front().id == "p1");
  CHECK_THAT(told(), Catch::EndsWith("): (tekst weg)"));
  state.people.front().erased = false;
  state.mendings.push_back({.ground = DestroyGround::name});
  state.mendings.back().ref = "c91";
  CHECK_THAT(told(), Catch::EndsWith("): (tekst weg)"));
}

TEST_CASE("the history says a day once, as people say it, above what happened on it", "[report]") {
  GoalSet goal;
  goal.text = "Rust";
  const auto told = [&](std::initializer_list<const char*> moments, Lang lang) {
    Events events;
    for (const auto* moment : moments) events.push_back({at(moment), "p1", goal});
    return history_text(events, full_case(), sample_definitions(), lang);
  };
  const auto text = told({"2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", "2026-03-09T09:00:00Z"}, Lang::nl);
  CHECK_THAT(text, Catch::StartsWith("2 maart 2026\n  Fatima "));
  CHECK_THAT(text, Contains("\n\n9 maart 2026\n  Fatima ") && !Contains("2026-03"));
  CHECK(std::ranges::count(text, '\n') == 6);
  CHECK_THAT(told({"2026-03-02T09:00:00Z"}, Lang::en), Catch::StartsWith("2 March 2026\n  Fatima "));
}

TEST_CASE("each event is one line, whatever was typed, and no name of an erased person is told", "[report]") {
  Events events;
  GoalSet goal;
  goal.text = kHostile;
  events.push_back({at("2026-03-02T09:00:00Z"), "p1", goal});
  const auto text = history_text(events, hostile_case(), no_definitions(), Lang::nl);
  CHECK(std::ranges::count(text, '\n') == 2);  // the day, and what happened
  CHECK_THAT(text, !Contains("\x1b"));
  auto state = full_case();
  state.people[0].erased = true;
  CHECK_THAT(history_text(one_of_each(), state, sample_definitions(), Lang::nl),
             !Contains("Fatima") && Contains("(gewist)"));
  CHECK(history_text({}, Case{}, no_definitions(), Lang::en).empty());
}

}  // namespace casus::test
