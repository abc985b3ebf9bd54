// SPDX-License-Identifier: EUPL-1.2
// What a screen shows of steps that do not always come.
#include "core/service/table.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

service::Table shown(const Story& story, Lang lang = Lang::nl) {
  return service::table(story.c, story.library, story.now, lang, "Bram");
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

}  // namespace

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
  CHECK(service::passed_over_lines(shown(story), Lang::nl) ==
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

}  // namespace casus::test
