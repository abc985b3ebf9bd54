// SPDX-License-Identifier: EUPL-1.2
// The papers of a team's year and of a full case. With CASUS_PAPERS they are written there as HTML, for a browser to
// print and to look at (tests/browser/papers.test.mjs).
#include "core/desk/forms/sheets.hpp"
#include "core/desk/today/own_actions.hpp"
#include "core/engine/mending/put_right.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/documents/dossier.hpp"
#include "core/report/documents/evaluation.hpp"
#include "core/report/documents/extract.hpp"
#include "core/report/documents/meeting_minutes.hpp"
#include "core/report/documents/plan_page.hpp"
#include "core/report/pictures/network_map.hpp"
#include "tests/engine/story.hpp"
#include "tests/report/sample.hpp"
#include "tests/service/year.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace casus::test {

namespace {

/// Definitions as they ship.
struct ShippedTexts final : report::Definitions {
  Shipped library;
  const method::Definition* method(const Pin& pin) const override { return library.method(pin.id); }
  const workflow::Workflow* workflow(const Pin& pin) const override { return library.workflow(pin.id); }
};

void keep(const std::string& name, const page::Page& page, Lang lang) {
  const char* const folder = std::getenv("CASUS_PAPERS");
  if (folder == nullptr) return;
  std::ofstream out(std::filesystem::path(folder) / (name + (lang == Lang::nl ? ".nl.html" : ".en.html")));
  out << page::page_html(page, lang);
  REQUIRE(out.good());
}

/// Writes a way on as something that cannot stand in a case.
struct WayMark final : text::WayWriter {
  std::string write(const text::Way&, const text::Voice&) const override { return "(way on)"; }
};

/// As they are when the meeting has ended.
page::Page minutes_of(TeamYear& year, const report::Definitions& definitions, Lang lang) {
  const auto meeting = year.meetings.open(year.day());
  std::vector<report::CaseRecord> records;
  for (const auto& item : meeting.items) {
    const auto& id = item.line.case_id;
    if (!id.empty() && !item.sittings.empty())
      records.push_back({id, year.service.open(id), engine::as_it_reads(year.service.history(id))});
  }
  return report::minutes_page(meeting, records, definitions, year.clock.now(), lang);
}

}  // namespace

TEST_CASE("minutes of every meeting in a team's year begin with who does what, and tell each case once",
          "[report][meeting]") {
  const ShippedTexts definitions;
  TeamYear year;
  std::size_t longest = 0;
  for (int week = 0; week < TeamYear::kMeetings; ++week) {
    year.open_cases(week);
    const auto plan = year.meetings.propose(year.on(), 90).plan;
    year.hold(plan);
    CAPTURE(year.day());
    for (const auto lang : {Lang::nl, Lang::en}) {
      const auto page = minutes_of(year, definitions, lang);
      CHECK(page.dense);
      CHECK(page.sections.at(1).heading == (lang == Lang::nl ? "Wie doet wat" : "Who does what"));
      const auto text = page::page_markdown(page);
      longest = std::max(longest, page::lines_of(text).size());
      for (const auto& item : year.meetings.open(year.day()).items)
        if (!item.line.case_id.empty() && !item.sittings.empty())
          CHECK(text.find(item.line.case_id) != std::string::npos);
      keep("minutes-" + year.day(), page, lang);
    }
    year.next_week();
  }
  CHECK(year.refused == std::vector<std::string>{});
  CHECK(longest > 30);  // else the year was too easy to say anything
}

TEST_CASE("minutes of six cases with nineteen agreements tell all of them", "[report][meeting]") {
  constexpr int kCases = 6;
  constexpr std::size_t kAgreed = 19;
  const ShippedTexts definitions;
  Meeting meeting{.id = "2026-03-02",
                  .version = 1,
                  .chair = "Bram",
                  .note_taker = "Ria",
                  .present = {"Noor", "Bram", "Ria", "Yusuf"}};
  std::vector<report::CaseRecord> records;
  Time now{};
  for (int number = 1; number <= kCases; ++number) {
    auto story = ready();
    const auto from = story.now;
    if (!meeting.started_at) meeting.started_at = from;
    story.does("Bram", NextStep{});
    story.does("Noor", RaiseDecision{"Vragen we oma mee naar het eerste gesprek op school?", false});
    story.does("Noor", TakeDecision{"d1", "Ja, want de kinderen vertrouwen haar", "Moeder wil het", {}, ""});
    story.does("Noor", SetGoal{{.text = "De post gaat elke week samen open, en moeder weet wat er betaald is"}});
    for (int action = 0; action < (number == 1 ? 4 : 3); ++action)
      story.does("Noor", AddAction{"Samen met moeder de post openen en een lijst maken van de rekeningen",
                                   action % 2 == 0 ? "Noor" : "Ria", on("2026-03-09"), "Bram", Rung::self, false, ""});
    story.does("Noor", SetReview{on("2026-04-06")});
    auto state = story.c;
    state.id = "2026-00" + std::to_string(number);
    auto& item = meeting.items.emplace_back();
    item.line.case_id = state.id;
    item.line.minutes = 12;
    item.chair = meeting.chair;
    item.state = ItemState::finished;
    item.sittings = {{from, from + std::chrono::hours(2)}};
    now = std::max(now, story.now);
    records.push_back({state.id, std::move(state), story.history});
  }
  for (const auto lang : {Lang::nl, Lang::en}) {
    const auto page = report::minutes_page(meeting, records, definitions, now, lang);
    CHECK(page.sections.at(1).blocks.at(0).rows.size() == kAgreed);
    keep("busy-minutes", page, lang);
  }
}

TEST_CASE("minutes say of an agreement that comes back how often, beside its day", "[report][meeting]") {
  const ShippedTexts definitions;
  Meeting meeting{.id = "2026-03-02", .version = 1, .chair = "Bram", .present = {"Noor", "Bram", "Ria", "Yusuf"}};
  auto story = ready();
  meeting.started_at = story.now;
  auto& item = meeting.items.emplace_back();
  item.line.case_id = story.c.id;
  item.line.minutes = 12;
  item.chair = meeting.chair;
  item.state = ItemState::finished;
  item.sittings = {{story.now, story.now + std::chrono::hours(2)}};
  story.does("Bram", NextStep{});
  AddAction weekly{"Oma kookt en de kinderen eten mee", "Noor", on("2026-03-04"), "Bram", Rung::network, false, ""};
  weekly.repeats = "FREQ=WEEKLY;BYDAY=WE";
  story.does("Noor", weekly);
  const std::vector<report::CaseRecord> records{{story.c.id, story.c, story.history}};
  for (const auto& [lang, when] :
       {std::pair{Lang::nl, "4 maart 2026, elke woensdag"}, std::pair{Lang::en, "4 March 2026, every Wednesday"}}) {
    const auto page = report::minutes_page(meeting, records, definitions, story.now, lang);
    const auto& rows = page.sections.at(1).blocks.at(0).rows;
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().at(2).text() == when);
    keep("recurring-minutes", page, lang);  // a browser looks whether it fits a phone
  }
}

TEST_CASE("every document of a full case, and of one with hostile texts, is a whole page", "[report]") {
  const auto definitions = sample_definitions();
  auto today = desk::Today{};
  today.on = *date_from("2026-03-10");
  today.who = "Noor";
  today.team = "Wijkteam Voorbeeld";
  for (const auto lang : {Lang::nl, Lang::en})
    for (const auto& [which, state] : {std::pair{"full", full_case()}, std::pair{"hostile", hostile_case()}}) {
      auto then = state;
      then.ties.clear();
      then.changed_at = Time{std::chrono::sys_days{*date_from("2026-03-02")}};
      const auto since = date_of(then.changed_at);
      today.agreed = {{state.id, state.title, "a1", state.actions[0].plan.what, "Noor", today.on, {}, false},
                      {state.id, state.title, "a2", state.actions[1].plan.what, "Daan", today.on, {}, true}};
      const std::pair<const char*, page::Page> pages[] = {
          {"dossier", report::dossier_page(state, definitions, lang, &then)},
          {"extract", report::extract_page(state, {}, {"", true}, definitions, lang)},
          {"plan", report::plan_page(state, today.on, lang)},
          {"plan-check", report::plan_check_page(state, today.on, lang)},
          {"plan-resident",
           report::plan_page_for_resident(state, lang, {"Wijkteam Voorbeeld", "020 000 00 00", today.on})},
          {"evaluation", report::evaluation_page(state, then, since, lang)},
          {"network", report::network_page(state, lang)},
          {"own-actions", desk::own_actions_page(today, lang)}};
      for (const auto& [name, page] : pages) {
        CAPTURE(name, which);
        CHECK_FALSE(page.title.empty());
        CHECK_FALSE(page.sections.empty());
        keep(std::string(name) + '-' + which, page, lang);
      }
    }
}

TEST_CASE("each sheet to print names the buttons as they are on the screen", "[report][desk]") {
  for (const auto lang : {Lang::nl, Lang::en})
    for (const auto& name : names_of(desk::Sheet{})) {
      CAPTURE(name.key);
      const auto page = desk::sheet_page(name.value, lang);
      CHECK(page.sections.size() >= 4);
      keep("sheet-" + std::string(name.key), page, lang);
    }
  const auto text = page::page_text(desk::sheet_page(desk::Sheet::monday, Lang::nl));
  CHECK_THAT(text, Catch::Matchers::Contains("'" + text::say(Lang::nl, "web.lead") + "'"));
}

TEST_CASE("nobody types on a sheet: what to do next stands on the screen, and not on paper", "[report][page]") {
  Case fresh{.id = "2026-001", .title = "Verzonnen huishouden"};
  fresh.stage.life = Life::open;
  const WayMark ways;
  const auto today = *date_from("2026-03-10");
  bool on_screen = false;
  for (const auto lang : {Lang::nl, Lang::en}) {
    const text::Voice voice(lang, nullptr, &ways);
    for (const auto& state : {fresh, full_case()})
      for (const auto& page :
           {report::evaluation_page(state, state, today, voice), report::plan_page(state, today, voice),
            report::plan_check_page(state, today, voice), report::network_page(state, voice)}) {
        CAPTURE(page.title);
        on_screen = on_screen || page::page_text(page).find("(way on)") != std::string::npos;
        CHECK(page::page_html(page, voice).find("(way on)") == std::string::npos);
        CHECK(page::page_markdown(page).find("way on") == std::string::npos);
      }
  }
  CHECK(on_screen);
  page::Page page;
  page.title = "T";
  page.section("Leeg");
  page.paragraph(page::Line().way_on("doe dit"));
  page.section("Vol");
  page.paragraph(page::Line("Nog niets.").way_on("Begin met dit"));
  CHECK(page::page_markdown(page) == "# T\n\n## Vol\n\nNog niets.\n");
  CHECK(page::page_text(page).find("Nog niets. Begin met dit") != std::string::npos);
}

TEST_CASE("a mail of own actions says where the words are, unless there are none", "[desk]") {
  desk::Today today{.who = "Noor"};
  const auto none = desk::own_actions_mail(today, "", Lang::nl);
  CHECK(none.ends_with("Er staat niets open op jouw naam.\r\n"));
  today.agreed.emplace_back().by_when = *date_from("2026-03-09");
  CHECK(desk::own_actions_mail(today, "", Lang::nl).find("dat hoort niet in een mail") != std::string::npos);
}

}  // namespace casus::test
