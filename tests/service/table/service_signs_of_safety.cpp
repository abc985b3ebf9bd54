// SPDX-License-Identifier: EUPL-1.2
// The example with records of its own: its story, played by the engine, and what the table sees of it.
#include "core/engine/explain/case_view.hpp"
#include "core/method/fidelity.hpp"
#include "core/page/page.hpp"
#include "core/report/case_json.hpp"
#include "core/report/case_view.hpp"
#include "core/report/documents/dossier.hpp"
#include "core/report/exchange/xes.hpp"
#include "core/report/history/event_shown.hpp"
#include "core/report/history/history_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/service/commands/command_json.hpp"
#include "core/service/library_definitions.hpp"
#include "core/service/play/rehearsal.hpp"
#include "core/service/table/table.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

using namespace casus;
using namespace casus::test;

namespace {

const std::string kMapping = "signs-of-safety/mapping";

/// The story up to the command with this id, or all of it.
Story told(const std::string& through = {}) {
  auto [method, problems] = method::parse(source_file("plugins/examples/" + kMapping + ".json"));
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  Story story;
  story.c.id = "huishouden-wilg";
  story.library.offer(std::move(method));
  std::istringstream lines(source_file("plugins/examples/signs-of-safety/faithful.jsonl"));
  for (std::string line; std::getline(lines, line);) {
    const auto any = service::any_command_from(line);
    INFO(line);
    REQUIRE(any.has_value());
    const auto* command = std::get_if<Command>(&*any);
    if (command == nullptr) continue;
    story.now = command->at;
    story.done(*command);
    if (command->id == through) break;
  }
  return story;
}

service::Table table_of(const Story& story, Lang lang = Lang::nl) {
  return service::table(story.c, story.library, story.now, text::Voice(lang), "Bram", nullptr);
}

}  // namespace

TEST_CASE("the story of the safety map is done to the end, and was faithful", "[service]") {
  const auto story = told();
  CHECK(story.c.stage.life == Life::closed);
  const auto* method = story.library.method(kMapping);
  const engine::CaseView view(story.c, story.now, story.library, method);
  for (const auto& item : method->fidelity) {
    INFO(item.id);
    CHECK(method::holds(item.holds, view));
  }
  CHECK(story.refolded().contributions.size() == story.c.contributions.size());
}

TEST_CASE("each judges safety unseen, and the table reads it when all did", "[service]") {
  const auto shown = [](const Story& story, std::string_view words) {
    const auto table = table_of(story);
    return std::ranges::any_of(
        table.said, [&](const service::SaidLine& line) { return line.text.find(words) != std::string::npos; });
  };
  const auto before = told("signs-of-safety-023");
  CHECK(table_of(before).hidden_count == 4);
  CHECK_FALSE(shown(before, "Twee keer in een week is veel"));
  CHECK(report::case_json(before.c, service::LibraryDefinitions(before.library)).dump().find("Twee keer") ==
        std::string::npos);
  auto after = told("signs-of-safety-024");
  CHECK(shown(after,
              "Twee keer in een week is veel; cijfer: 3 (0: zo erg dat het kind niet thuis kan zijn, "
              "10: ieder weet dat het veilig genoeg is om te stoppen)"));
  CHECK(shown(after, "hoe we het weten: van een ander"));
  const auto table = table_of(after);
  REQUIRE_FALSE(table.kinds.empty());
  CHECK(table.kinds.front().asks ==
        "wat de ouder dan doet; wat het kind dan merkt; hoort bij: nummer van wat gezegd is");
}

TEST_CASE("what each judged unseen is told together when all can read it: lowest, middle, highest", "[service]") {
  const std::string together = "'Ieder schat in', cijfer: laagste 3, midden 4, hoogste 6 (van 4).";
  CHECK(table_of(told("signs-of-safety-023")).numbers.empty());
  const auto after = told("signs-of-safety-024");
  CHECK(table_of(after).numbers == std::vector<std::string>{together});
  CHECK(table_of(after, Lang::en).numbers ==
        std::vector<std::string>{"'Each judges', number: lowest 3, middle 4, highest 6 (of 4)."});
  const auto lines = service::course_lines(table_of(after), Lang::nl);
  CHECK(std::ranges::find(lines, together) != lines.end());
  // Who wrote again in a later stay of that step, changed their mind; who wrote two in one, wrote of two things.
  const auto once_more = [&](int visit) {
    auto story = told("signs-of-safety-024");
    auto& all = story.c.contributions;
    auto again = *std::ranges::find(all, "safety_scale", &Contribution::kind);  // Noor, 5
    REQUIRE_FALSE(again.values.empty());
    for (auto& value : again.values)
      if (value.field == "value") value.value = "9";
    again.id = "b90";
    if (visit >= 0) {
      auto stay = story.c.visits[static_cast<std::size_t>(again.visit)];
      story.c.visits.insert(story.c.visits.begin() + again.visit + 1, stay);
      again.visit += 1;
    }
    all.push_back(std::move(again));
    return table_of(story).numbers;
  };
  CHECK(once_more(-1).empty());
  CHECK(once_more(1) ==
        std::vector<std::string>{"'Ieder schat in', cijfer: laagste 3, midden 4,5, hoogste 9 (van 4)."});
  // Two steps later it is no feedback any more, and of two people there is no middle.
  CHECK(table_of(told("signs-of-safety-034")).numbers.empty());
  const auto whole = told();
  const auto dossier =
      page::page_markdown(report::dossier_page(whole.c, service::LibraryDefinitions(whole.library), Lang::nl));
  CHECK(dossier.find(together) != std::string::npos);
  CHECK(dossier.find("laagste", dossier.find(together) + together.size()) == std::string::npos);
}

TEST_CASE("the history as JSON holds nothing of what is written unseen before the table may read it", "[service][R4]") {
  const auto written = [](const Story& story) {
    auto all = nlohmann::json::array();
    for (std::size_t i = 0; i < story.history.size(); ++i)
      all.push_back(service::event_json(story.history[i], static_cast<std::int64_t>(i) + 1,
                                        report::is_shown(story.c, story.history, i)));
    return all;
  };
  auto before = told("signs-of-safety-023");
  const auto all = written(before);
  CHECK(all.dump().find("Twee keer in een week") == std::string::npos);
  REQUIRE(std::ranges::count_if(all, [](const auto& one) { return one.value("unseen", false); }) == 4);
  const auto one = *std::ranges::find_if(all, [](const auto& it) { return it.value("unseen", false); });
  std::vector<std::string> keys;
  for (const auto& [key, value] : one.items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"at", "by", "event", "id", "number", "unseen"});
  // Nor what was put right in it, also when it was taken back after that.
  const auto said = std::ranges::find_if(before.c.contributions, &Contribution::hidden);
  REQUIRE(said != before.c.contributions.end());
  const auto id = said->id;
  const auto by = before.c.name_of(said->by, Lang::nl);
  before.does(by, Correct{.ref = id, .text = "Drie keer in een maand", .because = "anders bedoeld"});
  CHECK(written(before).dump().find("Drie keer") == std::string::npos);
  before.does(by, Withdraw{id, "toch niet"});
  CHECK(written(before).dump().find("Drie keer") == std::string::npos);
  CHECK(report::history_text(before.history, before.c, service::LibraryDefinitions(before.library), Lang::nl)
            .find("Drie keer") == std::string::npos);
  const auto after = told("signs-of-safety-024");
  CHECK(written(after).dump().find("Twee keer in een week") != std::string::npos);
}

TEST_CASE("the event log tells of which kind somebody wrote unseen when the table could read it", "[service][xes]") {
  const auto kinds = [](const Story& story) {
    const auto log = report::xes_trace(1, story.history);
    std::size_t found = 0;
    const auto type = std::ranges::find_if(story.c.contributions, &Contribution::hidden)->kind;
    for (auto at = log.find('"' + type + '"'); at != std::string::npos; at = log.find('"' + type + '"', at + 1))
      ++found;
    return found;
  };
  CHECK(kinds(told("signs-of-safety-023")) == 0);
  CHECK(kinds(told("signs-of-safety-024")) == 4);
}

TEST_CASE("a danger without a goal keeps the table in the step", "[service]") {
  auto story = told("signs-of-safety-025");
  CHECK(story.when("Bram", NextStep{}).missing() == std::vector<std::string>{"paired"});
  const auto dossier =
      page::page_text(report::dossier_page(story.c, service::LibraryDefinitions(story.library), Lang::nl));
  CHECK(dossier.find("Veiligheidsdoel") != std::string::npos);
}

TEST_CASE("a reference to what was taken back since says so", "[service][mending]") {
  auto story = told("signs-of-safety-016");
  const auto dossier = [&] {
    return page::page_markdown(report::dossier_page(story.c, service::LibraryDefinitions(story.library), Lang::nl));
  };
  CHECK(dossier().find("b3 (ingetrokken)") == std::string::npos);
  story.does("Noor", Withdraw{"b3", "dubbel"});
  CHECK(dossier().find("b3 (ingetrokken)") != std::string::npos);
}

TEST_CASE("the map can be played by what it asks for", "[service]") {
  const auto methods = plugin::Catalogue::scan({CASUS_SOURCE_DIR "/plugins/examples"});
  const auto workflows = workflow::Catalogue::scan({CASUS_SOURCE_DIR "/workflows"});
  const auto played = service::rehearse(methods, workflows, kMapping, Lang::nl);
  CHECK(played.through);
  CHECK(std::ranges::count_if(played.state.contributions, &Contribution::is_record) > 4);
}

TEST_CASE("the page of a case shows each field of a record with its name and value in the reader's language",
          "[service]") {
  const auto after = told("signs-of-safety-024");
  const service::LibraryDefinitions definitions(after.library);
  const auto dutch = page::page_markdown(report::case_page(after.c, definitions, Lang::nl));
  CHECK(dutch.find("- hoe we het weten: van een ander\n") != std::string::npos);
  CHECK(dutch.find("- cijfer: 3") != std::string::npos);
  const auto english = page::page_markdown(report::case_page(after.c, definitions, Lang::en));
  CHECK(english.find("- how we know: from somebody else\n") != std::string::npos);
  const auto out = report::case_json(after.c, definitions, Lang::nl);
  const auto& all = out.at("contributions");
  const auto harm = std::ranges::find_if(all, [](const nlohmann::json& said) { return said.at("kind") == "harm"; });
  REQUIRE(harm != all.end());
  const auto& fields = harm->at("record");
  const auto known =
      std::ranges::find_if(fields, [](const nlohmann::json& field) { return field.at("field") == "known"; });
  REQUIRE(known != fields.end());
  CHECK(known->at("value") == "others");
  CHECK(known->at("name") == "hoe we het weten");
  CHECK(known->at("words") == "van een ander");
}
