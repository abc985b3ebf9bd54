// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/explain.hpp"
#include "core/method/definition.hpp"
#include "core/report/history/naming.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace casus;
using namespace casus::test;

namespace {

Say choice(const std::string& text, const std::string& to, const std::string& re = "") {
  auto it = say("choice", text, re);
  it.to = to;
  return it;
}

/// Noor opened it, Bram is the chair; each named an incident.
Story choosing(Mode mode = Mode::strict) {
  Story story;
  story.does("Noor", open_command("incident/short", mode));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Bram", NextStep{"wij kiezen eerst"});
  for (const char* name : {"Noor", "Ria", "Yusuf", "Femke"}) story.does(name, say("title", "Een gesprek."));
  story.does("Bram", NextStep{});
  return story;
}

/// Ria presents; everybody asked, and the team thinks without her.
Story thinking() {
  auto story = choosing();
  story.does("Bram", choice("Het gesprek van Ria.", "Ria"));
  story.does("Ria", AskQuestion{"Wat gebeurde daar?", "Ik merk het eerder."});
  story.does("Ria", say("fact", "Zij werd stil."));
  story.does("Bram", NextStep{});
  story.go_to(Phase::analysis, "analyse");
  return story;
}

bool shown(const Story& story, const std::string& id) {
  const auto found = std::ranges::find(story.c.contributions, id, &Contribution::id);
  REQUIRE(found != story.c.contributions.end());
  return report::is_shown(story.c, *found);
}

}  // namespace

TEST_CASE("who brings the incident is chosen in the meeting, and asks the question there", "[engine][R1]") {
  auto story = choosing();
  story.when("Ria", AskQuestion{"Wat gebeurde daar?", {}}).refused("NotYourQuestion", "R1");
  CHECK(story.when("Bram", choice("Dat van Ria.", "Ria")).gives<Contributed>().moves == Role::presenter);
  story.does("Bram", choice("Dat van Ria.", "Ria"));
  CHECK(story.c.with(Role::presenter)->name == "Ria");
  CHECK_FALSE(story.c.person("Ria")->has(Role::member));
  CHECK(story.c.person("Noor")->roles == std::vector{Role::member});
  const auto missing = story.when("Bram", NextStep{}).missing();
  CHECK(std::ranges::find(missing, "question") != missing.end());
  story.does("Ria", say("fact", "Zij werd stil."));
  story.does("Ria", AskQuestion{"Wat gebeurde daar?", "Ik merk het eerder."});
  story.does("Bram", NextStep{});
  CHECK(story.c.here()->step == "information");
  story.when("Noor", say("question", "Wie was erbij?")).then({"Contributed"});
  story.when("Ria", say("question", "Wie was erbij?")).refused("NotYourFloor", "R4");
  CHECK(story.refolded().with(Role::presenter)->name == "Ria");
}

TEST_CASE("a choice names who brought it, by name or by what they said, and never the chair", "[engine][R3]") {
  const auto story = choosing();
  story.when("Bram", choice("Dat ene gesprek.", ""))
      .refused("WhoIsChosen")
      .says("Zeg erbij wie gekozen is: die wordt inbrenger.", "Say who is chosen: that person becomes presenter.");
  const auto title = std::ranges::find(story.c.contributions, story.c.person("Yusuf")->id, &Made::by);
  REQUIRE(title != story.c.contributions.end());
  auto other = story;
  other.does("Femke", choice("Dit.", "", title->id));
  CHECK(other.c.with(Role::presenter)->name == "Yusuf");
  story.when("Ria", choice("Bram zelf.", "Bram"))
      .refused("ChairIsPresenter", "R3")
      .says("Bram is gespreksleider en kan dan niet ook inbrenger worden.",
            "Bram is chair and cannot become presenter as well.")
      .asks("Kies een van hen: Noor, Ria, Yusuf, Femke.", "Choose one of them: Noor, Ria, Yusuf, Femke.");
}

TEST_CASE("a choice gives the chair to anybody but the presenter, also when it is put right", "[engine][R3]") {
  auto file = nlohmann::ordered_json::parse(source_file("plugins/incident/short.json"));
  file["phases"]["analysis"][1]["choice_moves"] = "chair";
  auto [method, problems] = method::parse(file.dump());
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  Story story;
  story.library.offer(std::move(method));
  story.does("Noor", open_command("incident/short"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Wat gebeurde daar?", "Ik merk het eerder."});
  story.does("Bram", NextStep{});
  for (const char* name : {"Noor", "Ria", "Yusuf", "Femke"}) story.does(name, say("title", "Een gesprek."));
  story.does("Bram", NextStep{});
  story.when("Ria", choice("Noor leidt.", "Noor"))
      .refused("ChairIsPresenter", "R3")
      .says("Noor is inbrenger en kan dan niet ook gespreksleider worden.",
            "Noor is presenter and cannot become chair as well.");
  story.does("Ria", choice("Yusuf leidt.", "Yusuf"));
  CHECK(story.c.with(Role::chair)->name == "Yusuf");
  Correct correct{.ref = story.c.contributions.back().id, .set = {"to=Noor"}};
  story.when("Ria", correct).refused("ChairIsPresenter", "R3");
  correct.set = {"to=Femke"};
  story.does("Ria", correct);
  CHECK(story.c.with(Role::chair)->name == "Femke");
}

TEST_CASE("a choice taken back or put right gives the role back, or to whom was meant", "[engine][mending]") {
  auto story = choosing();
  story.does("Bram", choice("Dat van Ria.", "Ria"));
  const auto id = story.c.contributions.back().id;
  auto right = story;
  right.does("Bram", Correct{.ref = id, .set = {"to=Yusuf"}});
  CHECK(right.c.with(Role::presenter)->name == "Yusuf");
  CHECK(right.c.person("Ria")->roles == std::vector{Role::member});
  story.does("Bram", Withdraw{id, {}});
  CHECK(story.c.with(Role::presenter)->name == "Noor");
  CHECK(story.c.person("Ria")->roles == std::vector{Role::member});
}

TEST_CASE("a choice taken back later gives no role that somebody else took since", "[engine][mending]") {
  auto story = choosing();
  story.does("Bram", choice("Dat van Ria.", "Ria"));
  const auto id = story.c.contributions.back().id;
  const auto presenters = [](const Case& c) {
    std::vector<std::string> names;
    for (const auto& person : c.people)
      if (person.at_table() && person.has(Role::presenter)) names.push_back(person.name);
    return names;
  };
  auto joined = story;
  joined.does("Bram", RemoveParticipant{"Ria"});
  joined.does("Bram", AddParticipant{"Yusuf", {Role::presenter}, true, false, {}});
  joined.when("Bram", Withdraw{id, "vergissing"})
      .refused("RoleTakenSince", "R1")
      .says("Zo zou Noor weer inbrenger worden, en dat is nu Yusuf.",
            "That would make Noor presenter again, and that is Yusuf now.");
  Correct correct{.ref = id, .set = {"to=Femke"}, .because = "vergissing"};
  joined.when("Bram", correct).refused("RoleTakenSince", "R1");
  // What may not be kept goes all the same, and the role stays.
  joined.does("Bram", Destroy{id, DestroyGround::citizen_number, false});
  CHECK(presenters(joined.refolded()) == std::vector<std::string>{"Yusuf"});

  // What was taken back does not come again over somebody's head either.
  story.does("Bram", Withdraw{id, {}}).does("Bram", RemoveParticipant{"Noor"});
  story.does("Bram", AddParticipant{"Yusuf", {Role::presenter}, true, false, {}});
  CHECK(presenters(story.c) == std::vector<std::string>{"Yusuf"});
  story.when("Bram", Restore{id, "toch wel"}).refused("RoleTakenSince", "R1");
}

TEST_CASE("a question of who brought the case until now goes when another is chosen", "[engine][R1]") {
  auto story = choosing();
  story.does("Noor", AskQuestion{"Wat doen wij?", "Dat ik het weet."});
  auto own = story;
  own.does("Bram", choice("Dat van Noor.", "Noor"));
  CHECK(own.c.question == "Wat doen wij?");
  story.does("Bram", choice("Dat van Ria.", "Ria"));
  CHECK(story.c.question.empty());
}

TEST_CASE("where the chosen one has left, a presenter is asked for, and the way on gives one", "[engine][explain]") {
  auto story = choosing();
  story.does("Bram", choice("Het gesprek van Ria.", "Ria")).does("Bram", RemoveParticipant{"Ria"});
  CHECK(story.when("Bram", NextStep{}).missing() ==
        std::vector<std::string>{"told", "presenter", "question", "hoped-for"});
  const auto way = engine::explain(story.c, story.library, "Bram", story.tick(), Lang::nl);
  CHECK_FALSE(way.stuck);
  for (const auto& command : way.way) story.done(command);
  CHECK(story.c.here()->step != "choose");
}

TEST_CASE("where the chosen one has left, the way on is the choice that the step is for, and not a newcomer",
          "[engine][explain]") {
  auto story = choosing(Mode::coaching);  // strict, one choice is all that this step takes
  story.does("Bram", choice("Het gesprek van Ria.", "Ria")).does("Bram", RemoveParticipant{"Ria"});
  const auto way = engine::explain(story.c, story.library, "Bram", story.tick(), Lang::nl).way;
  const auto chooses = std::ranges::find_if(way, [](const Command& it) {
    const auto* say = std::get_if<Say>(&it.body);
    return say != nullptr && say->kind == "choice" && !say->to.empty();
  });
  REQUIRE(chooses != way.end());
  CHECK(std::ranges::none_of(way, [](const Command& it) { return std::holds_alternative<AddParticipant>(it.body); }));
  for (const auto& command : way) story.done(command);
  CHECK(story.c.with(Role::presenter) != nullptr);
}

TEST_CASE("who cannot be chosen is not among whom to choose from", "[engine][R4]") {
  auto story = choosing();
  story.does("Noor", AddParticipant{"Mo", {Role::coordinator}, false, false, {}});
  const auto refused = story.when("Femke", choice("Dat van Mo.", "Mo")).refused("NotToBeChosen", "R4").refusal();
  const auto words = refused.remedies_in(Lang::nl);
  CHECK(words.find("Yusuf") != std::string::npos);
  CHECK(words.find("Bram") == std::string::npos);  // the chair
}

TEST_CASE("advice is written unseen while the presenter is away, and told in the step for it", "[engine][R6]") {
  auto story = thinking();
  const auto written = story.when("Yusuf", say("advice", "Laat haar de dag kiezen.")).gives<Contributed>();
  CHECK(written.hidden);
  CHECK(written.told_in == "advise");
  CHECK(written.noticed.empty());  // R6 waits for nobody who does not see it
  story.does("Yusuf", say("advice", "Laat haar de dag kiezen."));
  const auto card = story.c.contributions.back().id;
  story.does("Femke", say("advice", "Neem een map mee."));
  const auto other = story.c.contributions.back().id;
  story.does("Noor", say("insight", "Haar zoon kwam binnen."));
  CHECK(shown(story, story.c.contributions.back().id));
  CHECK_FALSE(shown(story, card));
  story.does("Bram", NextStep{});
  CHECK(story.c.here()->step == "advise");
  CHECK_FALSE(shown(story, card));  // the step is over, and it is not told yet

  // Without words of their own it is what they wrote; nobody tells that of another.
  story.does("Noor", Pass{});
  story.when("Femke", say("advice", "", card)).refused("TheirsToTell", "R4");
  const auto told = story.when("Yusuf", say("advice", "")).gives<Contributed>();
  CHECK(told.text == "Laat haar de dag kiezen.");
  CHECK(told.re == card);
  CHECK_FALSE(told.hidden);
  story.does("Yusuf", say("advice", ""));
  CHECK(shown(story, card));
  CHECK_FALSE(shown(story, other));
  const auto missing = story.when("Bram", NextStep{}).missing();
  CHECK(std::ranges::find(missing, "all-told") != missing.end());
  // In other words it is told too.
  auto others = story;
  CHECK(others.when("Femke", say("advice", "Neem een lege map mee.")).gives<Contributed>().re == other);
  const auto way = engine::explain(story.c, story.library, "Bram", story.tick()).way;
  REQUIRE_FALSE(way.empty());
  // It is told as it was written; whoever asks for the way on does not read it.
  const auto* tells = std::get_if<Say>(&way.front().body);
  REQUIRE(tells != nullptr);
  CHECK(tells->text.empty());
  story.done(way.front());
  CHECK(story.c.contributions.back().text == "Neem een map mee.");
  CHECK(story.c.contributions.back().re == other);
  for (auto command = way.begin() + 1; command != way.end(); ++command) story.done(*command);
  CHECK(shown(story, other));
}

TEST_CASE("what was written unseen and never told is there when the step for it is over", "[engine][R6]") {
  auto story = thinking();
  story.does("Noor", say("insight", "Haar zoon kwam binnen."));
  for (const char* name : {"Yusuf", "Femke"}) story.does(name, say("advice", "Wacht even."));
  const auto left = story.c.contributions.back().id;
  story.does("Bram", NextStep{});
  story.does("Noor", Pass{});
  story.does("Yusuf", say("advice", ""));
  story.does("Bram", BackStep{});
  CHECK_FALSE(shown(story, left));  // back to thinking: telling goes on later
  story.does("Noor", say("insight", "Ook was het laat."));
  story.does("Noor", say("advice", "Bel haar morgen."));
  story.does("Bram", NextStep{});
  story.does("Noor", Pass{});
  story.does("Yusuf", say("advice", "Nog iets."));
  story.does("Bram", NextStep{"Femke moest weg"});
  CHECK(shown(story, left));
}

TEST_CASE("the work of colleagues asks nothing about a resident", "[engine][R16]") {
  for (const auto* id : {"incident/short", "werf/werf"}) {
    CAPTURE(id);
    Story story;
    story.does("Noor", open_command(id));
    std::vector<std::string> asked;
    for (int moves = 0; moves < 40 && story.c.round == 1; ++moves) {
      const auto explained = engine::explain(story.c, story.library, "Noor", story.tick());
      for (const auto& it : explained.missing) asked.push_back(it.id);
      REQUIRE_FALSE(explained.way.empty());
      for (const auto& command : explained.way) story.done(command);
    }
    for (const auto* of_resident : {"resident-wish", "resident-told", "network-or-signal"})
      CHECK(std::ranges::find(asked, of_resident) == asked.end());
  }
}
