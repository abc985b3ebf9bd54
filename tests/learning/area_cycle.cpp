// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/area.hpp"

#include "core/learning/pages/pages.hpp"
#include "core/report/documents/area_counts.hpp"
#include "tests/learning/session.hpp"

#include <nlohmann/json.hpp>

// The area analysis as a cycle: nothing about a person, each step with what it is about, two cycles side by side.

namespace casus::test {
namespace {

LearningStory begun_cycle(const std::string& id = "area-1", const char* now = "2027-01-05T09:00:00Z") {
  LearningStory story(id);
  story.now = *time_from(now);
  return story;
}

AreaFigureFields figure(const std::string& what, Decimal value, const std::string& source = "CBS") {
  return {what, value, 2026, source, "%"};
}

}  // namespace

TEST_CASE("a cycle is about a period that is over and that no other cycle counted", "[learning]") {
  auto story = begun_cycle();
  CHECK(story.refused("Samira", BeginAreaCycle{{}, date_from("2027-01-05"), "area"}) == "PeriodNotOver");
  CHECK(story.refused("Samira", BeginAreaCycle{date_from("2026-12-01"), date_from("2026-11-01"), "area"}) ==
        "PeriodOff");
  story.known.area.counted_to = date_from("2026-06-30");
  CHECK(story.refused("Samira", BeginAreaCycle{date_from("2026-06-30"), {}, "area"}) == "PeriodCounted");
  CHECK(story.refused("Samira", BeginAreaCycle{date_from("2026-07-02"), {}, "area"}) == "PeriodNotWhole");
  CHECK(story.refused("Samira", BeginAreaCycle{{}, date_from("2026-12-30"), "area"}) == "PeriodNotWhole");
  story.known.area.going_on = "area-0";
  CHECK(story.refused("Samira", BeginAreaCycle{}) == "CycleGoesOn");
  story.known.area.going_on.clear();
  story.does("Samira", BeginAreaCycle{});
  CHECK(story.it.area->from == *date_from("2026-07-01"));
  CHECK(story.it.area->to == *date_from("2026-12-31"));
  const auto year = learning::area_period({{}, date_from("2026-12-31"), "area"}, {}, *date_from("2027-01-05"));
  CHECK(year.from == *date_from("2026-01-01"));
}

TEST_CASE("right after a cycle the remedy names the day on which the next can begin", "[learning]") {
  auto story = begun_cycle();
  story.known.area.counted_to = date_from("2026-12-31");
  const auto refused = story.decided("Samira", BeginAreaCycle{});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().name == "PeriodCounted");
  CHECK(refused.error().remedies.front().hint.in(Lang::en).find("1 April 2027") != std::string::npos);
  story.now = *time_from("2027-04-01T09:00:00Z");
  story.does("Samira", BeginAreaCycle{});
  CHECK(story.it.area->from == *date_from("2027-01-01"));
  CHECK(story.it.area->to == *date_from("2027-03-31"));
}

TEST_CASE("the period of a cancelled cycle begins again, with the counts it had", "[learning]") {
  auto story = begun_cycle("area-2");
  story.known.area.counted_to = date_from("2026-12-31");
  story.known.area.cancelled = {{*date_from("2026-01-01"), *date_from("2026-12-31"), {{"signals", "", 12}}}};
  story.known.area_counts = {{"signals", "", 13}};  // one was put right since
  CHECK(story.refused("Samira", BeginAreaCycle{date_from("2026-04-01"), date_from("2026-12-31"), "area"}) ==
        "PeriodCounted");
  story.does("Samira", BeginAreaCycle{});
  CHECK(story.it.area->from == *date_from("2026-01-01"));
  CHECK(story.it.area->counts.front().count == 12);
}

TEST_CASE("a focus point that is finished stands with what came of it, who contributed and when", "[learning]") {
  auto story = begun_cycle();
  story.does("Samira", BeginAreaCycle{});
  story.team.focuses = {{{"f1", "Een plek om elkaar te zien", "", "", {}},
                         *date_from("2027-01-05"),
                         {{"f1", "de bibliotheek", "een zaal", date_from("2027-02-01")}},
                         Done::partly,
                         "Elke dinsdag veertien mensen"}};
  const auto page = [&] {
    return page::page_text(learning::area_page(story.seen("Ria"), nullptr, story.team, Lang::nl));
  };
  const auto told = [&] {
    const auto text = page();
    for (const auto* part : {"Een plek om elkaar te zien", "de bibliotheek: een zaal", "1 februari 2027",
                             "Elke dinsdag veertien mensen", "deels"}) {
      INFO(part << "\n" << text);
      CHECK(text.find(part) != std::string::npos);
    }
    CHECK(text.find("Nog geen speerpunten") == std::string::npos);
  };
  told();
  story.it.area->outcomes = {{"f1", "Een plek om elkaar te zien", "Elke dinsdag veertien mensen"}};
  story.it.area->ended_on = date_from("2027-03-01");
  told();
}

TEST_CASE("a figure has a source and a year, a voice is of three or more, and nobody is named", "[learning]") {
  auto story = begun_cycle();
  CHECK(story.refused("Ria", NoteAreaFigure{figure("Huurachterstand", {41})}) == "NoCycle");
  story.does("Samira", BeginAreaCycle{});
  CHECK(story.refused("Ria", NoteAreaFigure{figure("Huurachterstand", {41}, " ")}) == "EmptyText");
  CHECK(story.refused("Ria", NoteAreaFigure{{"Huurachterstand", {41}, 26, "CBS", ""}}) == "YearOff");
  CHECK(story.refused("Ria", NoteAreaVoice{{"Geen plek", "gesprek", 2, {}}}) == "TooFewVoices");
  CHECK(story.refused("Ria", NoteAreaVoice{{"Daan zegt: geen plek", "gesprek", 9, {}}}) == "PersonalData");
  CHECK(story.refused("Ria", NoteAreaVoice{{"Bel 06-12345678", "gesprek", 9, {}}}) == "PersonalData");
  CHECK(story.refused("Ria", NoteAreaVoice{{"Geen plek", "gesprek", 9, date_from("2027-02-01")}}) == "DayToCome");
  story.does("Ria", NoteAreaFigure{figure("Huurachterstand", {41})});
  story.does("Ria", NoteAreaVoice{{"Geen plek om elkaar te zien", "bewonersgesprek", 14, {}}});
  story.does("Ria", NoteAreaPoint{{AreaSort::strength, "Buren helpen elkaar", ""}});
  CHECK(story.refused("Ria", StrikeFromArea{{"a9"}}) == "NothingThere");
  story.does("Ria", StrikeFromArea{{"a2"}});
  CHECK(story.it.area->voices.empty());
  story.does("Ria", NoteAreaVoice{{"Geen plek om elkaar te zien", "bewonersgesprek", 14, {}}});
  CHECK(story.it.area->voices.front().id == "a4");
}

TEST_CASE("a figure keeps its decimals, and stands as the language writes them", "[learning]") {
  auto story = begun_cycle();
  story.does("Samira", BeginAreaCycle{});
  story.does("Ria", NoteAreaFigure{{"Zonder werk", {1240, 2}, 2026, "CBS", "%"}});
  const auto seen = story.seen("Ria");
  const auto shown = [&](Lang lang) { return page::page_text(learning::area_page(seen, nullptr, story.team, lang)); };
  CHECK(shown(Lang::nl).find("12,40 % (2026)") != std::string::npos);
  CHECK(shown(Lang::en).find("12.40 % (2026)") != std::string::npos);
  CHECK(learning::area_json(seen, nullptr)["figures"][0]["value"] == 12.4);
}

TEST_CASE("a figure of a year that is still to come is a forecast", "[learning]") {
  auto story = begun_cycle();
  story.does("Samira", BeginAreaCycle{});
  story.does("Ria", NoteAreaFigure{{"Huishoudens", {4100}, 2030, "Gemeente, prognose", ""}});
  story.does("Ria", NoteAreaFigure{{"Huishoudens", {3900}, 2026, "CBS", ""}});
  const auto seen = story.seen("Ria");
  const auto page = page::page_markdown(learning::area_page(seen, nullptr, story.team, Lang::nl));
  CHECK(page.find("4100 (2030, verwachting)") != std::string::npos);
  CHECK(page.find("3900 (2026)") != std::string::npos);
  CHECK(learning::area_json(seen, nullptr)["figures"][0]["forecast"] == true);
}

TEST_CASE("a voice of a day to come is refused in words about voices", "[learning]") {
  auto story = begun_cycle();
  story.does("Samira", BeginAreaCycle{});
  const auto refused =
      story.decided("Ria", NoteAreaVoice{{"Geen plek", "bewonersgesprek", 9, date_from("2027-02-01")}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().remedies.front().hint.in(Lang::nl) == "Schrijf op wat bewoners al zeiden.");
}

TEST_CASE("each step asks for what it is about before the next", "[learning]") {
  auto story = begun_cycle();
  story.does("Samira", BeginAreaCycle{});
  CHECK(story.refused("Samira", TurnAreaCycle{}) == "ProfileEmpty");
  story.does("Ria", NoteAreaFigure{figure("Huurachterstand", {41})});
  CHECK(story.refused("Samira", TurnAreaCycle{date_from("2028-01-01")}) == "NotTheLast");
  story.does("Samira", TurnAreaCycle{});
  story.does("Samira", TurnAreaCycle{});
  CHECK(story.refused("Samira", TurnAreaCycle{}) == "NoFocus");
  story.known.focuses = {{"f1", "Een plek om elkaar te zien", true, 0, ""}};
  story.does("Samira", TurnAreaCycle{});
  CHECK(story.refused("Samira", TurnAreaCycle{}) == "NoContribution");
  story.known.focuses.front().contributions = 1;
  story.does("Samira", TurnAreaCycle{});
  CHECK(story.refused("Samira", TurnAreaCycle{}) == "FocusOpen");
  story.known.focuses = {{"f1", "Een plek om elkaar te zien", false, 1, "Een kamer in de bibliotheek"}};
  CHECK(story.refused("Samira", TurnAreaCycle{}) == "QuestionOpen");
  for (const auto* question : {"goals", "composition", "methods"})
    story.does("Samira", AnswerAreaQuestion{{question, "Dit verandert er"}});
  CHECK(story.refused("Samira", AnswerAreaQuestion{{"money", "Meer"}}) == "NoItem");
  CHECK(story.refused("Samira", TurnAreaCycle{date_from("2027-01-01")}) == "DayIsPast");
  story.does("Samira", TurnAreaCycle{});
  CHECK_FALSE(story.it.area->going_on());
  CHECK(story.it.area->next_on == date_from("2028-01-05"));
  CHECK(story.it.area->outcomes.front().outcome == "Een kamer in de bibliotheek");
  CHECK(story.refused("Ria", NoteAreaFigure{figure("Nog een", {1})}) == "NoCycle");
}

TEST_CASE("a cycle shows the one before beside it, and counts that were taken once", "[learning]") {
  auto first = begun_cycle();
  first.known.area_counts = {{"signals", "post", 7}, {"signals", "wonen", std::nullopt}, {"signals", "", 12}};
  first.does("Samira", BeginAreaCycle{});
  first.does("Ria", NoteAreaFigure{figure("Huurachterstand", {41})});
  auto second = begun_cycle("area-2", "2028-01-05T09:00:00Z");
  second.known.area = {"area-1", {}, first.it.area->to, {}};
  second.known.area_counts = {{"signals", "post", 5}, {"signals", "", 5}};
  second.does("Samira", BeginAreaCycle{});
  second.does("Ria", NoteAreaFigure{{"huurachterstand", {38}, 2027, "CBS", "%"}});
  CHECK(second.it.area->before == "area-1");
  const auto page = learning::area_page(second.seen("Ria"), &first.it, second.team, Lang::nl);
  const auto text = page::page_text(page);
  CHECK(text.find("38 % (2027)") != std::string::npos);
  CHECK(text.find("41 % (2026)") != std::string::npos);
  CHECK(text.find("vorige keer") != std::string::npos);
  CHECK(text.find("·") != std::string::npos);
  CHECK(text.find("[WTW1]") != std::string::npos);
  const auto counts = learning::area_json(second.seen("Ria"), &first.it)["counts_before"];
  CHECK(counts[1]["count"].is_null());
}

TEST_CASE("what a cycle counts is counted in fives, each in one quarter", "[learning]") {
  Team team;
  const auto signal = [&](const char* theme, const char* on, int times) {
    for (int i = 0; i < times; ++i) team.signals.push_back({"Iets", theme, "", *date_from(on), {}, false});
  };
  signal("post", "2026-03-01", 8);
  signal("Post", "2026-04-01", 1);
  signal("wonen", "2026-03-01", 2);
  signal("geld", "2026-03-01", 6);
  signal("geld", "2027-03-01", 4);  // with the one that waits, five of the next period
  report::AreaFigures figures;
  figures.opened[""] = {{report::quarter_of(*date_from("2026-05-01")), 9}};
  const auto shown = [&](int year, std::string_view table, std::string_view line) -> std::int64_t {
    const auto on = [&](const char* day) { return *date_from(std::to_string(year) + day); };
    for (const auto& one : report::area_counts(team, figures, {on("-01-01"), on("-12-31")}))
      if (one.table == table && one.line == line) return *one.count;
    return -1;
  };
  CHECK(shown(2026, "signals", "post") == 5);
  CHECK(shown(2026, "signals", "wonen") == -1);
  CHECK(shown(2026, "signals", "geld") == 5);
  CHECK(shown(2026, "signals", "") == 10);
  CHECK(shown(2026, "opened", "-") == 5);
  CHECK(shown(2026, "rungs", "") == -1);
  CHECK(shown(2027, "signals", "geld") == 5);
}

}  // namespace casus::test
