// SPDX-License-Identifier: EUPL-1.2
// Whatever shows a case: no name beside what was said in a stay without names.
#include "core/engine/mending/one_case.hpp"
#include "core/method/fidelity.hpp"
#include "core/page/page.hpp"
#include "core/report/case_json.hpp"
#include "core/report/case_view.hpp"
#include "core/report/documents/dossier.hpp"
#include "core/report/documents/extract.hpp"
#include "core/report/documents/plan_scores.hpp"
#include "core/report/exchange/xes.hpp"
#include "core/report/guidance.hpp"
#include "core/report/history/event_shown.hpp"
#include "core/report/history/history_text.hpp"
#include "core/report/history/nameless.hpp"
#include "core/report/history/naming.hpp"
#include "core/service/commands/command_json.hpp"
#include "core/service/library_definitions.hpp"
#include "core/service/table/table.hpp"
#include "tests/engine/anonymous.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

using namespace casus;
using namespace casus::test;

namespace {

const std::vector<std::string> kUnnamedTexts{"Samen koken",      "De tuin in",         "Hij viel",
                                             "Elke week bellen", "er is een dag rust", "zij lacht weer"};

/// Written and voted, put right and taken back, and the table went on.
Story all_done_without_names() {
  auto story = written_without_names();
  const auto of = [&](std::string_view text) {
    return std::ranges::find(story.c.contributions, text, &Contribution::text)->id;
  };
  const auto cook = of("Samen koken"), call = of("Elke week bellen");
  story.does("Bram", NextStep{"wie wilde schreef"});
  story.does("Ria", Correct{.ref = cook, .text = "Samen koken op dinsdag", .because = "duidelijker"});
  story.c = story.refolded();
  story.does("Femke", Withdraw{call, "toch niet"});
  story.c = story.refolded();
  story.go_to(Phase::plan_of_action, "vote");
  for (const char* name : {"Noor", "Ria", "Yusuf", "Femke"}) story.does(name, Vote{{first_said_in(story, "list")}});
  story.does("Bram", NextStep{});
  return story;
}

/// Lines in which one of these texts stands with a name.
std::vector<std::string> names_beside(const std::string& shown) {
  std::vector<std::string> found;
  std::istringstream lines(shown);
  for (std::string line; std::getline(lines, line);) {
    const auto has = [&](const std::string& part) { return line.find(part) != std::string::npos; };
    const std::vector<std::string> names{"Noor", "Ria", "Yusuf", "Femke", "Bram"};
    if (std::ranges::any_of(kUnnamedTexts, has) && std::ranges::any_of(names, has)) found.push_back(line);
  }
  return found;
}

bool shows_all(const std::string& shown) {
  return std::ranges::all_of(kUnnamedTexts, [&](const std::string& text) {
    return text == "Elke week bellen" || shown.find(text) != std::string::npos;  // that was taken back
  });
}

}  // namespace

TEST_CASE("no page or document names who said something without a name", "[service]") {
  const auto story = all_done_without_names();
  const service::LibraryDefinitions definitions(story.library);
  for (const auto lang : {Lang::nl, Lang::en}) {
    const text::Voice voice(lang);
    const auto somebody = story.c.name_of(kSomebody, voice);
    for (const auto& page :
         {report::case_page(story.c, definitions, voice), report::dossier_page(story.c, definitions, voice)}) {
      const auto shown = page::page_markdown(page);
      CHECK(names_beside(shown) == std::vector<std::string>{});
      CHECK(shows_all(shown));
      CHECK(shown.find(somebody) != std::string::npos);
    }
    CHECK(names_beside(page::page_markdown(report::extract_page(story.c, {}, {}, definitions, voice))).empty());
    for (const auto& series : report::score_series(story.c, voice)) CHECK(series.who == somebody);
  }
}

TEST_CASE("the table names nobody beside what was said without a name", "[service]") {
  const auto story = all_done_without_names();
  const auto table = service::table(story.c, story.library, story.now, text::Voice(Lang::nl), "Bram", nullptr);
  int unnamed = 0;
  for (const auto& line : table.said)
    if (std::ranges::any_of(kUnnamedTexts,
                            [&](const auto& text) { return line.text.find(text) != std::string::npos; })) {
      CHECK(line.who == "iemand aan tafel");
      ++unnamed;
    }
  CHECK(unnamed == 5);
}

TEST_CASE("the history tells that something was written, and neither who nor what", "[service]") {
  const auto story = all_done_without_names();
  const service::LibraryDefinitions definitions(story.library);
  const auto shown = report::history_text(story.history, story.c, definitions, text::Voice(Lang::nl));
  for (const auto& text : kUnnamedTexts) CHECK(shown.find(text) == std::string::npos);
  CHECK(shown.find("iemand aan tafel schreef iets op, zonder naam") != std::string::npos);
  CHECK(shown.find("iemand aan tafel gaf een score, zonder naam") != std::string::npos);
  CHECK(shown.find("iemand aan tafel stemde, zonder naam") != std::string::npos);
  const auto lines = report::read_lines(story.c, story.history);
  CHECK(lines.size() == story.history.size());
  for (const auto& [event, number, kept, is_shown, unnamed] : lines) {
    const auto one = service::event_json(event, number, is_shown, unnamed);
    for (const auto& text : kUnnamedTexts) CHECK(one.dump().find(text) == std::string::npos);
    const auto& body = event.body;
    if (std::holds_alternative<Scored>(body) || std::holds_alternative<Voted>(body) ||
        std::holds_alternative<Corrected>(body) || std::holds_alternative<Withdrawn>(body)) {
      CHECK(unnamed);
      CHECK(one.at("by") == "somebody");
      for (const auto* key : {"id", "ref", "number", "seat", "because", "now"}) CHECK_FALSE(one.contains(key));
    }
  }
}

TEST_CASE("what a merged case brought without a name does not say at which place it stood there",
          "[service][merging]") {
  const auto there = all_done_without_names();
  Story here;
  here.c.id = "2026-002";
  here.does("Noor", open_command());
  const Command merges{{}, there.c.id, "Noor", there.now, std::nullopt, MergeCase{here.c.id, "dezelfde", {}}};
  const auto brought = engine::take_in(here.c, merges, there.c, there.library);
  REQUIRE(brought.has_value());
  auto history = here.history;
  const auto place = history.size();
  history.insert(history.end(), brought->begin(), brought->end());
  const auto state = engine::fold(here.c.id, history);
  const auto& kept = std::get<CaseTakenIn>(history[place].body).lines;
  const auto read = std::get<CaseTakenIn>(report::Nameless(history).as_read(place).body).lines;
  REQUIRE(read.size() == kept.size());
  int unnamed = 0, named = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i].event == 0) continue;
    const bool somebody = history[place + 1 + i].by == kSomebody;
    CHECK(read[i].event == (somebody ? 0 : kept[i].event));
    ++(somebody ? unnamed : named);
  }
  CHECK(unnamed == 3 + 2);  // one was taken back; votes stay there
  CHECK(named > 0);
}

TEST_CASE("what is said in the second in which a stay without names ends keeps its name", "[service]") {
  auto story = written_without_names();
  story.does("Bram", NextStep{"wie wilde schreef"});
  story.done({{}, story.c.id, "Noor", story.now, std::nullopt, CommandBody(say("idea", "Een vaste dag"))});
  int named = 0, unnamed = 0;
  for (const auto& event : story.history)
    if (const auto* said = std::get_if<Contributed>(&event.body); said != nullptr && said->kind == "idea") {
      const bool is_named = !report::is_unnamed(story.c, event);
      CHECK(is_named == (said->text == "Een vaste dag"));
      ++(is_named ? named : unnamed);
    }
  CHECK(named == 1);
  CHECK(unnamed == 3);
}

TEST_CASE("the JSON and the event log name nobody for what was said without a name", "[service]") {
  const auto story = all_done_without_names();
  const auto all = report::case_json(story.c, service::LibraryDefinitions(story.library));
  int unnamed = 0;
  for (const auto* list : {"contributions", "scores", "votes"})
    for (const auto& one : all.at(list)) {
      const auto visit = one.at("visit").get<int>();
      if (visit < 0 || !story.c.visits[static_cast<std::size_t>(visit)].anonymous) continue;
      CHECK(one.at("by") == "somebody");
      CHECK(one.at("at") == to_string(*story.c.visits[static_cast<std::size_t>(visit)].left));
      ++unnamed;
    }
  CHECK(unnamed == 3 + 2 + 4);
  for (const auto& one : all.at("taken_back")) CHECK(one.at("by") == "somebody");
  REQUIRE_FALSE(all.at("put_right").empty());
  for (const auto& one : all.at("put_right")) {
    CHECK(one.at("by") == "somebody");
    for (const auto* key : {"ref", "at", "because", "visit"}) CHECK_FALSE(one.contains(key));
    CHECK(one.at("events").empty());  // in their order people wrote
  }
  int turns = 0;
  for (const auto& one : all.at("turns")) {
    const auto place = one.at("visit").get<int>();
    if (place < 0 || !story.c.visits[static_cast<std::size_t>(place)].anonymous) continue;
    const auto& visit = story.c.visits[static_cast<std::size_t>(place)];
    CHECK(one.at("by") == "somebody");
    CHECK(one.at("at") == to_string(*visit.left));
    ++turns;
  }
  CHECK(turns > 0);
  const auto log = report::xes_trace(1, story.history);
  std::size_t somebody = 0;
  for (auto from = log.find("\"somebody\""); from != std::string::npos; from = log.find("\"somebody\"", from + 1))
    ++somebody;
  CHECK(somebody >= 4 + 2 + 4 + 2);
  for (const auto& text : kUnnamedTexts) CHECK(log.find(text) == std::string::npos);
}

TEST_CASE("what was said without a name stands together at the end of its stay, in the order of its kinds",
          "[service]") {
  const auto story = all_done_without_names();
  const auto lines = report::read_lines(story.c, story.history);
  std::size_t unnamed = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].unnamed) continue;
    ++unnamed;
    REQUIRE(i + 1 < lines.size());
    const auto& next = lines[i + 1];
    CHECK(lines[i].number == 0);
    CHECK(lines[i].event.at == next.event.at);
    if (next.unnamed) CHECK(lines[i].event.body.index() <= next.event.body.index());
    else CHECK(std::holds_alternative<StepLeft>(next.event.body));
  }
  // Four wrote, two scored and had the turn by it, one corrected, one withdrew, four voted.
  CHECK(unnamed >= 4 + 2 + 1 + 1 + 4);
}

TEST_CASE("whoever says it, first or last, and puts it right, the history reads the same", "[service]") {
  // `people`, `order`: how far the row of who and of what is turned.
  const auto told = [](std::ptrdiff_t people, std::ptrdiff_t order) {
    auto story = began_without_names();
    story.go_to(Phase::plan_of_action, "write");
    std::vector<std::string> who{"Noor", "Yusuf", "Femke"};
    std::vector<CommandBody> what{say("idea", "Samen koken"), Record{"harm", "Hij viel; ernst: 6", {}},
                                  say("idea", "Elke week bellen")};
    std::ranges::rotate(who, who.begin() + people);
    std::ranges::rotate(what, what.begin() + order);
    for (std::size_t i = 0; i < who.size(); ++i) story.does(who[i], what[i]);
    story.does("Bram", NextStep{"wie wilde schreef"});
    const auto cook = std::ranges::find(story.c.contributions, "Samen koken", &Contribution::text);
    REQUIRE(cook != story.c.contributions.end());
    Correct correct{.ref = cook->id, .text = "Samen koken op dinsdag", .because = "duidelijker"};
    story.does(story.c.person(cook->by)->name, correct);
    story.c = story.refolded();
    return story;
  };
  const auto one = told(0, 0);
  const service::LibraryDefinitions definitions(one.library);
  const text::Voice nl(Lang::nl);
  const auto shown = report::history_text(one.history, one.c, definitions, nl);
  CHECK(shown.find("verbeterde iets dat zonder naam gezegd is") != std::string::npos);
  CHECK(shown.find("duidelijker") == std::string::npos);
  CHECK(shown.find("(gewijzigd)") == std::string::npos);
  const auto json = [](const Story& story) {
    auto all = nlohmann::json::array();
    for (const auto& line : report::read_lines(story.c, story.history))
      all.push_back(service::event_json(line.event, line.number, line.shown, line.unnamed));
    return all.dump();
  };
  for (const auto& other : {told(1, 0), told(0, 1), told(1, 2)}) {
    CHECK(shown == report::history_text(other.history, other.c, definitions, nl));
    CHECK(report::xes_trace(1, one.history) == report::xes_trace(1, other.history));
    CHECK(json(one) == json(other));
  }
  // What is kept differs, and so does who may put it right.
  CHECK(told(1, 0).history.back().by != one.history.back().by);
}

TEST_CASE("of a text without a name it is told beside the stay that something was changed, once all could read it",
          "[service]") {
  auto story = written_without_names();
  const auto cook = std::ranges::find(story.c.contributions, "Samen koken", &Contribution::text)->id;
  const service::LibraryDefinitions definitions(story.library);
  const text::Voice nl(Lang::nl);
  const auto pages = [&] {
    return page::page_markdown(report::case_page(story.c, definitions, nl)) +
           page::page_markdown(report::dossier_page(story.c, definitions, nl));
  };
  const auto says = [&](const std::string& part) {
    std::size_t times = 0;
    const auto all = pages();
    for (auto at = all.find(part); at != std::string::npos; at = all.find(part, at + 1)) ++times;
    return times;
  };
  const auto changed = [&](const std::string& by, const std::string& text) {
    story.does(by, Correct{.ref = cook, .text = text, .because = "duidelijker"});
    story.c = story.refolded();
  };
  changed("Ria", "Samen eten");
  story.does("Bram", NextStep{"wie wilde schreef"});
  CHECK(says("Iemand aan tafel wijzigde hier iets") == 0);  // nobody had read the words of before
  CHECK(says("(gewijzigd)") == 0);
  changed("Ria", "Samen koken op dinsdag");
  CHECK(says("Iemand aan tafel wijzigde hier iets") == 2);  // once on each page
  CHECK(says("(gewijzigd)") == 0);
  CHECK(says("Samen koken op dinsdag") >= 2);
}

TEST_CASE("what was taken back without a name says neither by whom nor on which day", "[service]") {
  const auto story = all_done_without_names();
  const service::LibraryDefinitions definitions(story.library);
  const report::Naming names(story.c, definitions, text::Voice(Lang::nl));
  REQUIRE(story.c.taken_back.size() == 1);
  const auto words = names.taken_back(story.c.taken_back.front());
  CHECK(words.find("iemand aan tafel") == 0);
  CHECK(words.find(" door ") == std::string::npos);
  CHECK(words.find("2026") == std::string::npos);
}

TEST_CASE("the number of what put a text without a name right is no way to whose it is", "[service]") {
  auto story = all_done_without_names();
  const auto place =
      std::ranges::find_if(story.history, [](const Event& it) { return std::holds_alternative<Corrected>(it.body); });
  REQUIRE(place != story.history.end());
  const auto number = std::to_string(place - story.history.begin() + 1);
  CHECK(story.c.is_anonymous(std::string_view(number)));
  const auto refused = story.when("Yusuf", Destroy{number, DestroyGround::name, false}).refusal();
  for (const auto lang : {Lang::nl, Lang::en})
    CHECK((refused.reason.in(lang) + refused.remedies_in(lang)).find("Ria") == std::string::npos);
}

TEST_CASE("what shows that a method was followed names nobody, and is in no order of people", "[service]") {
  const auto story = all_done_without_names();
  const auto* method = story.library.method(kRecordsMethod);
  REQUIRE(method != nullptr);
  method::MethodKept kept{.method = method->id, .definition = method};
  method::Judged item{"ideas", {"idee", "idea"}, method::Mark::own, {}, method::Judged::Kept::yes, {}};
  for (const auto& it : story.c.contributions)
    item.proof.push_back({method::Collection::contributions, 0, it.id, it.by, it.text});
  std::ranges::reverse(item.proof);
  kept.fidelity.items.push_back(item);
  const auto shown = report::fidelity_json({kept}, story.c, text::Voice(Lang::nl));
  std::vector<std::string> ids;
  for (const auto& one : shown.at(0).at("items").at(0).at("proof")) {
    const auto id = one.at("id").get<std::string>();
    if (!story.c.is_anonymous(std::string_view(id))) continue;
    CHECK(one.at("by") == "somebody");
    ids.push_back(id);
  }
  CHECK(ids.size() == 3);
  CHECK(std::ranges::is_sorted(ids));
}
