// SPDX-License-Identifier: EUPL-1.2
// What the table sees of a case, with the shipped methods.
#include "core/service/table/table.hpp"

#include "core/service/table/saying_kind.hpp"
#include "tests/engine/story.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::test {

namespace {

using service::Countdown;
using service::Table;

Table seen(const Story& story, std::chrono::seconds later = std::chrono::seconds(0), std::string_view chair = {}) {
  return service::table(story.c, story.library, story.now + later, Lang::nl, chair);
}

std::string name_of(const service::Seat* seat) { return seat == nullptr ? "nobody" : seat->name; }

std::string kind_of(const Story& story, const std::string& by, const std::string& text) {
  return service::completed(story.c, story.library, by, say("", text)).kind;
}

Story clarifying() {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  return story;
}

}  // namespace

TEST_CASE("the table says whose turn it is, who follows and who may answer", "[service][table][R4]") {
  auto story = clarifying();
  auto table = seen(story);
  CHECK(table.step == "Verhelderen");
  CHECK(table.number == 3);
  CHECK(table.of == 4);
  CHECK(name_of(table.turn()) == "Ria");
  CHECK(name_of(table.next_turn()) == "Yusuf");
  std::string answering;
  for (const auto& seat : table.seats)
    if (seat.answers) answering += seat.name;
  CHECK(answering == "Noor");
  story.does("Ria", say("question", "Wat wil ze zelf?")).does("Noor", say("answer", "Rust")).does("Ria", Pass{});
  table = seen(story);
  CHECK(name_of(table.turn()) == "Yusuf");
  CHECK(name_of(table.next_turn()) == "Femke");
  const auto ria = std::ranges::find(table.seats, "Ria", &service::Seat::name);
  CHECK(ria->passed);
  CHECK(ria->said == 1);
  REQUIRE(table.said.size() >= 2);
  CHECK(table.said.back().text == "Rust");
  CHECK(table.said.back().here);
}

TEST_CASE("each at the table is offered what they may say there, and a refusal names no more", "[service][table][R4]") {
  const auto story = clarifying();
  const auto table = seen(story);
  const auto offered = [&](const char* name) {
    const auto seat = std::ranges::find(table.seats, name, &service::Seat::name);
    REQUIRE(seat != table.seats.end());
    std::string keys;
    for (const auto& kind : service::kinds_of(table, *seat)) keys += (keys.empty() ? "" : " ") + kind.key;
    return keys;
  };
  CHECK(offered("Ria") == "question follow_up");
  CHECK(offered("Noor") == "answer");
  CHECK(offered("Bram") == "question follow_up answer");  // listens; the table may let him speak all the same
  CHECK(table.kinds.front().whose.empty());
  CHECK(table.kinds.back().whose == "inbrenger");
  const auto told = service::table_json(table, Lang::nl);
  for (const auto& seat : told["seats"]) CHECK((seat["kinds"] == nlohmann::json{"answer"}) == (seat["name"] == "Noor"));
  const auto ways = story.when("Noor", say("idea", "Bel haar.")).refusal().remedies_in(Lang::nl);
  CHECK(ways.find("Hier past: antwoord.") != std::string::npos);
  CHECK(ways.find("vervolgvraag") == std::string::npos);
}

TEST_CASE("what is missing at the table is what going on would be refused for", "[service][table]") {
  const auto story = clarifying();
  const auto table = seen(story);
  const auto came = story.when("Bram", NextStep{});
  std::vector<std::string> shown;
  for (const auto& one : table.missing) shown.push_back(one.id);
  CHECK(shown == came.missing());
  CHECK_FALSE(shown.empty());
  CHECK_FALSE(table.no_way);
}

TEST_CASE("acute danger is why the table cannot go on, not something missing", "[service][table][R14]") {
  auto story = clarifying();
  story.does("Noor", RaiseAcute{"Er wordt geslagen"});
  const auto table = seen(story);
  REQUIRE(table.no_way);
  CHECK(table.no_way->name == "AcuteSafety");
  CHECK(table.missing.empty());
  CHECK(table.safety.starts_with("acuut onveilig"));
}

TEST_CASE("the chair of the meeting acts when at the table, else the chair of the case", "[service][table]") {
  const auto story = clarifying();
  CHECK(seen(story).acting == "Bram");
  CHECK(seen(story, {}, "yusuf").acting == "Yusuf");
  CHECK(seen(story, {}, "Iemand anders").acting == "Bram");
}

TEST_CASE("where nobody leads a colleague acts, and not the resident who came before them", "[service][table]") {
  Story story;
  story.does("Noor", open_command());
  story.does("Noor", AddParticipant{"Joke", {Role::resident}, false, false, {}});
  story.does("Noor", AddParticipant{"Yusuf", {Role::member}, true, false, {}});
  CHECK(seen(story).acting == "Noor");
  story.c.people.front().away = true;
  CHECK(seen(story).acting == "Yusuf");
  story.c.people.back().away = true;
  CHECK(seen(story).acting == "Joke");
}

TEST_CASE("hidden writing is counted at the table and not shown before its step is over", "[service][table][R4]") {
  auto story = begun("action-learning/advice-round");
  story.go_to(Phase::plan_of_action, "silent-writing");
  story.does("Ria", say("advice", "Een geheim plan"));
  auto table = seen(story);
  CHECK(table.hidden);
  CHECK(table.hidden_count == 1);
  const auto holds = [](const Table& at, const std::string& text) {
    return service::table_json(at, Lang::nl).dump().find(text) != std::string::npos;
  };
  CHECK_FALSE(holds(table, "geheim"));
  const auto ria = std::ranges::find(table.seats, "Ria", &service::Seat::name);
  CHECK(ria->said == 0);
  story.does("Bram", NextStep{"Wij gaan door"});
  CHECK(holds(seen(story), "Een geheim plan"));
  CHECK(seen(story).hidden_count == 0);
}

TEST_CASE("going back from where each writes unseen opens nothing, and going back to it hides nothing",
          "[service][table][R4]") {
  auto story = begun("action-learning/advice-round");
  story.go_to(Phase::plan_of_action, "silent-writing");
  story.does("Ria", say("advice", "Een geheim plan"));
  const auto shows = [&] {
    return service::table_json(seen(story), Lang::nl).dump().find("geheim plan") != std::string::npos;
  };
  story.does("Bram", BackStep{"", "eerst nog een vraag"});
  REQUIRE(story.c.here()->step != "silent-writing");
  CHECK_FALSE(shows());
  CHECK(seen(story).hidden_count == 1);
  story.go_to(Phase::plan_of_action, "silent-writing");
  CHECK_FALSE(shows());
  story.does("Bram", NextStep{"Wij gaan door"});
  CHECK(shows());
  CHECK(seen(story).hidden_count == 0);
  story.does("Bram", BackStep{});
  REQUIRE(story.c.here()->step == "silent-writing");
  CHECK(shows());  // the table read it
  story.does("Yusuf", say("advice", "Nog iets stils"));
  CHECK(seen(story).hidden_count == 1);
}

TEST_CASE("the table says at whose word a step ends, and nobody's in particular where the table goes on",
          "[service][table][R3]") {
  auto story = begun("eigen-kracht/conference");
  story.go_to(Phase::plan_of_action, "information");
  CHECK(seen(story).leaders == std::vector{story.c.with(Role::coordinator)->name});
  CHECK(seen(begun()).leaders.empty());
}

TEST_CASE("the table says what a choice gives, and which kind is written unseen until when", "[service][table]") {
  auto story = begun("incident/short");
  CHECK(seen(story).choice_gives.empty());
  story.go_to(Phase::analysis, "choose");
  CHECK(seen(story).choice_gives == "inbrenger");
  story.go_to(Phase::analysis, "analyse");
  const auto table = seen(story);
  CHECK(table.choice_gives.empty());
  const auto kind = [&](std::string_view key) { return std::ranges::find(table.kinds, key, &service::SaidKind::key); };
  REQUIRE(kind("advice") != table.kinds.end());
  CHECK(kind("advice")->told_in == "Advies geven");
  CHECK(kind("insight")->told_in.empty());
  CHECK(service::kind_at_table(*kind("advice"), Lang::nl) == "advies (ongezien)");
  CHECK(service::kind_at_table(*kind("insight"), Lang::nl) == kind("insight")->name);
  const auto told = service::table_json(table, Lang::nl);
  for (const auto& one : told["step"]["kinds"]) CHECK(one.contains("unseen") == (one["kind"] == "advice"));
  const auto who = story.c.with(Role::member)->name;
  story.does(who, say("advice", "Wacht even."));
  CHECK(seen(story).hidden_count == 1);
  const auto after = seen(story);
  CHECK(std::ranges::find(after.said, "Wacht even.", &service::SaidLine::text) == after.said.end());
}

TEST_CASE("in private time the table tells nothing of the case", "[service][table][R13]") {
  auto story = begun("eigen-kracht/conference");
  story.go_to(Phase::plan_of_action, "private-time");
  const auto table = seen(story);
  CHECK(table.private_time);
  CHECK(table.seats.empty());
  CHECK(table.said.empty());
  CHECK(table.missing.empty());
  const auto document = service::table_json(table, Lang::nl);
  CHECK_FALSE(document.contains("title"));
  CHECK_FALSE(document.contains("said"));
  CHECK_FALSE(document.contains("question"));
}

TEST_CASE("a contribution without a kind gets the one that its words and its speaker point to", "[service][table]") {
  auto story = clarifying();
  CHECK(kind_of(story, "Ria", "Wat wil ze zelf?") == "question");
  story.does("Ria", say("question", "Wat wil ze zelf?"));
  CHECK(kind_of(story, "Ria", "En daarna?") == "follow_up");
  CHECK(kind_of(story, "Noor", "Dat de post open gaat") == "answer");
  CHECK(kind_of(story, "Noor", "Trouwens, de zoon is ziek") == "note");
  CHECK(service::completed(story.c, story.library, "Ria", say("advice", "Bel haar")).kind == "advice");
  story.go_to(Phase::analysis, "affirm");
  CHECK(kind_of(story, "Ria", "Knap dat je bent blijven komen") == "affirmation");
  // Who brought the case in listens to them.
  CHECK(kind_of(story, "Noor", "Daar had ik niet aan gedacht") == "note");
  CHECK(kind_of(story, "Noor", "Dat raakt me") == "note");
}

TEST_CASE("what is told without a name, or answers a question, gives nobody the role of presenter",
          "[service][table]") {
  auto story = begun("incident/short", Mode::coaching);
  story.go_to(Phase::analysis, "choose");
  const auto presenter = story.c.with(Role::presenter)->name, member = story.c.with(Role::member)->name;
  CHECK(kind_of(story, presenter, "Zij werd stil") == "fact");
  story.does(member, say("question", "Wanneer was dat?"));
  const auto answer = service::completed(story.c, story.library, presenter, say("", "Gisteren"));
  CHECK(answer.kind != "choice");
  story.does(presenter, answer);
  CHECK(story.c.with(Role::presenter)->name == presenter);
  // Who is named is chosen.
  auto choice = say("", "Dat gesprek");
  choice.to = member;
  CHECK(service::completed(story.c, story.library, presenter, choice).kind == "choice");
}

TEST_CASE("where an answer must name its question, it gets the last one of somebody else", "[service][table][R4]") {
  auto story = begun("action-learning/learning-set");
  story.go_to(Phase::analysis, "clarify");
  story.does("Ria", say("question", "Wat heb je al geprobeerd?"));
  const auto asked = story.c.contributions.back().id;
  const auto answer = service::completed(story.c, story.library, "Noor", say("", "Elke dag langsgaan"));
  CHECK(answer.kind == "answer");
  CHECK(answer.re == asked);
  story.does("Noor", answer);
}

TEST_CASE("an answer closes the oldest question of the turn that is open still", "[service][table][R4]") {
  auto story = clarifying();
  story.does("Ria", say("question", "Wat wil ze zelf?"));
  const auto first = story.c.contributions.back().id;
  story.does("Ria", say("follow_up", "En sinds wanneer?"));
  const auto second = story.c.contributions.back().id;
  const auto answer = [&](const std::string& text) {
    return service::completed(story.c, story.library, "Noor", say("answer", text)).re;
  };
  CHECK(answer("Rust") == first);
  story.does("Noor", say("answer", "Rust", first));
  CHECK(answer("Sinds de zomer") == second);
  story.does("Noor", say("answer", "Sinds de zomer", second));
  // Everything was answered: what is called an answer is one still, and what is not called so answers nothing.
  CHECK(kind_of(story, "Noor", "Eigenlijk al langer") == "note");
  CHECK(service::open_question(story.c, *story.c.person("Noor")) == nullptr);
  CHECK(answer("Eigenlijk al langer") == second);
  // A question of the next turn is the one that is meant, whatever was left before.
  story.does("Yusuf", say("question", "Wanneer ging het goed?"));
  CHECK(answer("In mei") == story.c.contributions.back().id);
}

TEST_CASE("only time at the table counts: not what passed while the meeting spoke of something else",
          "[service][table][R5]") {
  const auto story = clarifying();
  const auto entered = story.c.visits.back().entered;
  using std::chrono::minutes;
  const auto left = [&](const std::vector<Sitting>* sittings) {
    return service::table(story.c, story.library, entered + minutes(90), Lang::nl, {}, sittings).time.left;
  };
  const auto planned = service::table(story.c, story.library, entered, Lang::nl, {}).time.left;
  CHECK(left(nullptr) == planned - minutes(90));
  // Two minutes before it was parked, and three since it was taken again.
  const std::vector<Sitting> sittings{{entered - minutes(5), entered + minutes(2)}, {entered + minutes(87), {}}};
  CHECK(left(&sittings) == planned - minutes(5));
}

TEST_CASE("a countdown warns near the end and over it, and says nothing after a night", "[service][table][R5]") {
  using std::chrono::seconds;
  const auto pace = [](double minutes, int spent) { return service::countdown(minutes, seconds(spent)).pace; };
  CHECK(pace(0, 100) == Countdown::Pace::untimed);
  CHECK(pace(5, 0) == Countdown::Pace::running);
  CHECK(pace(5, 239) == Countdown::Pace::running);
  CHECK(pace(5, 240) == Countdown::Pace::nearly);
  CHECK(pace(20, 960) == Countdown::Pace::nearly);
  CHECK(pace(5, 300) == Countdown::Pace::nearly);
  CHECK(pace(5, 301) == Countdown::Pace::over);
  CHECK(service::countdown(5, seconds(430)).left == seconds(-130));
  CHECK(pace(5, 4 * 3600 + 1) == Countdown::Pace::stale);
}

TEST_CASE("a pause does not count as time in the step", "[service][table][R5]") {
  auto story = clarifying();
  const auto before = seen(story).time.left;
  story.does("Bram", PauseCase{"Koffie", date_from("2026-06-01")});
  CHECK(seen(story, std::chrono::minutes(30)).time.left == before - std::chrono::minutes(1));
}

}  // namespace casus::test
