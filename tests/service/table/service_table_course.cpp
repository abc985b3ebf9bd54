// SPDX-License-Identifier: EUPL-1.2
// What a screen shows of steps that do not always come.
#include "core/page/page.hpp"
#include "core/report/documents/dossier.hpp"
#include "core/report/history/history_text.hpp"
#include "core/service/library_definitions.hpp"
#include "tests/engine/records_story.hpp"
#include "tests/method/declared_records.hpp"
#include "tests/method/files.hpp"
#include "tests/service/table/shown_table.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::test {
namespace {

bool is_kept(const Story& story, const std::string& sentence) {
  const service::LibraryDefinitions definitions(story.library);
  const auto dossier = page::page_markdown(report::dossier_page(story.c, definitions, Lang::nl));
  const auto history = report::history_text(story.history, story.c, definitions, Lang::nl);
  return dossier.find(sentence) != std::string::npos && history.find(sentence) != std::string::npos;
}

Story before_key_question() {
  Story story;
  story.library.offer(method::parse(source_file("plugins/examples/kollegiale-beratung/modules.json")).first);
  story.does("Noor", open_command("kollegiale-beratung/modules"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe krijg ik weer contact?", "Ik weet wie ik morgen bel."});
  story.does("Bram", NextStep{});
  story.does("Noor", say("fact", "Zij doet de deur niet meer open.")).does("Noor", say("wish", "Rust."));
  return story.does("Bram", NextStep{}).does("Bram", NextStep{});
}

/// At the second of three ideas, in a step that comes again for this.
Story at_second_idea(const nlohmann::ordered_json& how) {
  auto file = nlohmann::ordered_json::parse(source_file("plugins/examples/nominal-group/round.json"));
  auto& repeat = file["phases"]["plan_of_action"][2]["repeat"];
  if (!how.is_null()) repeat = how;
  Story story;
  story.library.offer(method::parse(file.dump()).first);
  story.does("Noor", open_command("nominal-group/round"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  story.does("Noor", AddParticipant{"Ria", {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe komt er weer rust?", "Dat er een plan ligt."});
  story.go_to(Phase::plan_of_action, "list");
  for (const auto& [who, idea] : {std::pair{"Noor", "Samen koken"}, {"Ria", "De tuin in"}, {"Noor", "Een vaste dag"}})
    story.does(who, say("idea", idea));
  story.does("Bram", NextStep{"niet alles is gezegd"});
  return story.does("Ria", say("concern", "Dat kost tijd.")).does("Bram", NextStep{});
}

}  // namespace

TEST_CASE("who reads sees how the step goes, and nothing is asked about going on", "[service]") {
  const auto story = at_second_idea(nullptr);
  const auto led = shown(story);
  REQUIRE_FALSE(led.missing.empty());
  const auto read = service::table_as_read(story.c, story.library, story.now, Lang::nl);
  CHECK(read.missing.empty());
  CHECK(service::course_lines(read, Lang::nl) == service::course_lines(led, Lang::nl));
  CHECK(service::turn_line(read, Lang::nl) == service::turn_line(led, Lang::nl));
}

TEST_CASE("a step has a number among those that come", "[service]") {
  auto story = before_key_question();
  CHECK(shown(story).number == 3);
  CHECK(shown(story).of == 5);
  story.does("Noor", say("key_question", "Hoe kom ik weer binnen?"));
  CHECK(shown(story).of == 3);
  story.does("Bram", NextStep{});
  CHECK(shown(story).number == 1);
  CHECK(shown(story).of == 4);  // with ideas, the first of the longest branches
  story.does("Bram", ChooseBranch{"headstand"});
  CHECK(shown(story).of == 7);
  story.does("Bram", NextStep{});
  CHECK(shown(story).number == 2);
}

TEST_CASE("the screen says what was passed over, and why", "[service]") {
  auto story = before_key_question();
  story.does("Noor", say("key_question", "Hoe kom ik weer binnen?")).does("Bram", NextStep{});
  CHECK(service::course_lines(shown(story), Lang::nl) ==
        std::vector<std::string>{
            "Overgeslagen: Sleutelvraag zoeken, omdat dit niet zo is: \"De inbrenger heeft nog geen sleutelvraag.\"",
            "Overgeslagen: Sleutelvraag kiezen, omdat dit niet zo is: \"De inbrenger heeft nog geen sleutelvraag.\""});
  const auto document = service::table_json(shown(story, Lang::en), Lang::en);
  CHECK(document["step"]["passed_over"][0]["step"] == "Find the key question");
  CHECK(document["step"]["passed_over"][0]["when"] == "The presenter has no key question yet.");
}

TEST_CASE("the screen shows the menu, who chooses, and what was chosen", "[service]") {
  auto story = before_key_question();
  CHECK(shown(story).menu.empty());
  story.does("Noor", say("key_question", "Hoe kom ik weer binnen?")).does("Bram", NextStep{});
  CHECK(shown(story).who_choose == "gespreksleider");
  CHECK(shown(story).choosers == std::vector<std::string>{"Bram"});
  REQUIRE(shown(story).missing.size() == 1);
  CHECK(shown(story).missing.front().id == "branch-chosen");
  story.does("Bram", ChooseBranch{"3"});
  CHECK(shown(story).missing.empty());
  CHECK(service::menu_lines(shown(story), Lang::nl) ==
        std::vector<std::string>{"1. Ideeën verzamelen (10 min)", "2. Op de kop (10 min)",
                                 "3. Weerklank (10 min) (gekozen)", "4. Goede raad (10 min)"});
  CHECK(service::table_json(shown(story), Lang::nl)["step"]["menu"]["branches"][2]["chosen"] == true);
}

TEST_CASE("the screen says which time a step is at, and what about", "[service]") {
  using Lines = std::vector<std::string>;
  const auto story = at_second_idea(nullptr);
  CHECK(service::course_lines(shown(story), Lang::nl) == Lines{"2e keer van 3: De tuin in (Ria)"});
  CHECK(service::course_lines(shown(story, Lang::en), Lang::en) == Lines{"Time 2 of 3: De tuin in (Ria)"});
  // What comes again is one step of the phase.
  CHECK(shown(story).number == 3);
  CHECK(shown(story).of == 5);
  const auto repeat = service::table_json(shown(story, Lang::en), Lang::en)["step"]["repeat"];
  CHECK(repeat["time"] == 2);
  CHECK(repeat["of"] == 3);
  CHECK(repeat["at_most"] == false);
  CHECK(repeat["about"]["id"] == story.c.here()->about);
  CHECK(repeat["about"]["text"] == "De tuin in (Ria)");
  CHECK(service::table_json(shown(before_key_question()), Lang::nl)["step"].contains("repeat") == false);
}

TEST_CASE("the screen says what a step that comes again does not come to, and what ends it", "[service]") {
  using Lines = std::vector<std::string>;
  auto few = at_second_idea({{"for_each", {{"kind", "idea"}}}, {"at_most", 2}, {"mark", "own"}});
  CHECK(service::course_lines(shown(few), Lang::nl) ==
        Lines{"2e keer van 2: De tuin in (Ria)",
              "Nog één komt niet aan bod, want dit gaat hoogstens 2 keer: Een vaste dag (Noor)."});
  const auto repeat = service::table_json(shown(few), Lang::nl)["step"]["repeat"];
  CHECK(repeat["left_out"] == 1);
  CHECK(repeat["left_out_what"] == nlohmann::json{"Een vaste dag (Noor)"});
  few.does("Ria", say("concern", "Dat is ver.")).does("Bram", NextStep{});
  REQUIRE(few.c.here()->step == "vote");
  CHECK(service::course_lines(shown(few), Lang::nl) ==
        Lines{"'Eén idee bespreken' is 2 keer gedaan, en vaker gaat niet. Niet aan bod kwam: Een vaste dag (Noor)."});
  CHECK(is_kept(few, "Niet aan bod kwam: Een vaste dag"));
  const auto until = nlohmann::ordered_json::parse(R"({"at_most": 3, "mark": "own", "until": {
    "text": {"nl": "Er is geen bezwaar meer.", "en": "There is no concern any more."},
    "holds": {"count": "contributions", "where": {"kind": "concern"}, "scope": "step", "at_most": 0}}})");
  CHECK(service::course_lines(shown(at_second_idea(until)), Lang::nl) ==
        Lines{"2e keer; hoogstens 3 keer, of tot dit zo is: \"Er is geen bezwaar meer.\""});
}

TEST_CASE("a record that a time is about is called by its text, and not by all its fields", "[service]") {
  auto file = records_file();
  auto& discuss = file["phases"]["plan_of_action"][2];
  discuss["repeat"]["for_each"]["kind"] = "harm";
  auto story = asked_by(file);
  story.go_to(Phase::plan_of_action, "list");
  story.does("Noor", Record{"harm", "Hij valt weg; ernst: 6; wie zag het: familie", {}});
  story.does("Ria", say("idea", "Samen koken")).does("Yusuf", say("idea", "De tuin in")).does("Femke", Pass{});
  story.does("Bram", NextStep{"niet alles is gezegd"});
  REQUIRE(story.c.here()->step == "discuss");
  CHECK(service::course_lines(shown(story), Lang::nl).front() == "1e keer van 1: Hij valt weg (Noor)");
  // Where it is recorded, all its fields stand.
  const auto said = shown(story).said;
  CHECK(std::ranges::any_of(said, [](const auto& line) { return line.text.find("ernst: 6") != std::string::npos; }));
}

TEST_CASE("the screen says that of a phase but one step came, and why each other was passed over", "[service]") {
  using Lines = std::vector<std::string>;
  auto file = nlohmann::ordered_json::parse(source_file("plugins/examples/nominal-group/round.json"));
  file["roles"].push_back({{"role", "observer"}, {"mark", "own"}, {"max", 4}});
  file["roles"].back()["name"] = {{"nl", "luisteraar"}, {"en", "listener"}};
  auto& steps = file["phases"]["network_involvement"];
  auto heard = steps[0];
  heard["id"] = "heard";
  heard["name"] = {{"nl", "Wat hoorde je"}, {"en", "What did you hear"}};
  heard["repeat"] = {{"for_each", {{"role", "observer"}}}, {"at_most", 4}, {"mark", "own"}};
  steps.insert(steps.begin(), heard);
  auto [method, problems] = method::parse(file.dump());
  REQUIRE(lines_of(problems) == Lines{});
  Story story;
  story.library.offer(std::move(method));
  story.does("Noor", open_command("nominal-group/round"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  story.does("Noor", AddParticipant{"Ria", {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe komt er weer rust?", "Dat er een plan ligt."});
  story.go_to(Phase::network_involvement, "who-else");
  CHECK(service::course_lines(shown(story), Lang::nl) ==
        Lines{"Overgeslagen: Wat hoorde je, omdat dit niet zo is: \"Er is nog iemand om langs te gaan: luisteraar.\"",
              "Van netwerk betrekken kwam in deze ronde alleen 'Wie nog meer' aan bod; al het andere is overgeslagen. "
              "Zitten de mensen aan tafel die het nodig heeft?"});
}

TEST_CASE("a repeat that came as often as it may says so, before its last time ends and behind it", "[service]") {
  using Lines = std::vector<std::string>;
  const auto until = nlohmann::ordered_json::parse(R"({"at_most": 3, "mark": "own", "until": {
    "text": {"nl": "Er is geen bezwaar meer.", "en": "There is no concern any more."},
    "holds": {"count": "contributions", "where": {"kind": "concern"}, "scope": "step", "at_most": 0}}})");
  auto early = at_second_idea(until);
  early.does("Ria", say("question", "Hoe dan?")).does("Bram", NextStep{});
  REQUIRE(early.c.here()->step == "vote");
  CHECK(service::course_lines(shown(early), Lang::nl) == Lines{});
  CHECK(is_kept(early, "'Eén idee bespreken' kwam niet nog eens, want dit was zo: \"Er is geen bezwaar meer.\""));
  CHECK_FALSE(is_kept(at_second_idea(until), "kwam niet nog eens"));

  auto story = at_second_idea(until);
  story.does("Ria", say("concern", "Dat is ver.")).does("Bram", NextStep{});
  const std::string time = "3e keer; hoogstens 3 keer, of tot dit zo is: \"Er is geen bezwaar meer.\"";
  CHECK(service::course_lines(shown(story), Lang::nl) == Lines{time});
  story.does("Ria", say("concern", "Dat is te vroeg."));
  CHECK(service::course_lines(shown(story), Lang::nl) ==
        Lines{time,
              "Dit is de laatste keer: hierna gaan jullie verder, ook als dit nog niet zo is: "
              "\"Er is geen bezwaar meer.\""});
  story.does("Bram", NextStep{});
  REQUIRE(story.c.here()->step == "vote");
  CHECK(service::course_lines(shown(story), Lang::nl) ==
        Lines{"'Eén idee bespreken' is 3 keer gedaan, en vaker gaat niet. Kijk of dit nu zo is: "
              "\"Er is geen bezwaar meer.\""});
  CHECK(is_kept(story,
                "'Eén idee bespreken' kwam niet nog eens: 3 keer is het meeste. Het ging om: "
                "\"Er is geen bezwaar meer.\""));
}

TEST_CASE("whether a step comes again is chosen as from a menu, and not behind its last time", "[service]") {
  const auto chosen = nlohmann::ordered_json::parse(R"({"at_most": 2, "mark": "own", "until": {
    "text": {"nl": "Genoeg", "en": "Enough"}, "chosen_by": ["chair"], "again": {"nl": "Nog eens", "en": "Once more"}}})");
  Story story;
  auto file = nlohmann::ordered_json::parse(source_file("plugins/examples/nominal-group/round.json"));
  file["phases"]["analysis"][0]["repeat"] = chosen;
  story.library.offer(method::parse(file.dump()).first);
  story.does("Noor", open_command("nominal-group/round"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe verder?", "Rust."}).does("Bram", NextStep{});
  CHECK(service::menu_lines(shown(story), Lang::nl) ==
        std::vector<std::string>{"1. Genoeg (eigen)", "2. Nog eens (eigen)"});
  story.does("Noor", say("fact", "Zij slaapt slecht.")).does("Bram", ChooseBranch{"2"}).does("Bram", NextStep{});
  CHECK(service::course_lines(shown(story), Lang::nl) == std::vector<std::string>{"2e keer; hoogstens 2 keer."});
  CHECK(shown(story).menu.empty());
  story.does("Noor", say("fact", "De post blijft dicht."));
  auto enough = story;
  enough.does("Bram", ChooseBranch{"1"}).does("Bram", NextStep{"haar wens komt later"});
  CHECK_FALSE(is_kept(enough, "kwam niet nog eens"));  // that was chosen, and is told so
  story.does("Bram", NextStep{"haar wens komt later"});
  CHECK(is_kept(story, "'Vertellen' kwam niet nog eens: 2 keer is het meeste."));
}

TEST_CASE("behind a repeat in groups the screen shows what each group brings of every time", "[service]") {
  Story story;
  story.library.offer(method::parse(source_file("plugins/examples/troika-consulting/threes.json")).first);
  story.does("Noor", open_command("troika-consulting/threes"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke", "Els", "Joost"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe begin ik over geld?", "Dat ik een eerste zin heb."});
  story.go_to(Phase::plan_of_action, "value").go_to(Phase::plan_of_action, "tell");
  for (const auto& group : shown(story).brought) CHECK(group.texts.size() == 1);
  story.go_to(Phase::plan_of_action, "agree");
  const auto brought = shown(story).brought;
  REQUIRE(brought.size() == 2);
  for (const auto& group : brought) CHECK(group.texts.size() == 3);
}

}  // namespace casus::test
