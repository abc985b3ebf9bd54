// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/dossier.hpp"

#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

std::string dossier_markdown(const Case& state, const report::Definitions& definitions, Lang lang) {
  return page::page_markdown(report::dossier_page(state, definitions, lang));
}

std::ptrdiff_t lines_that_begin(const std::string& text, std::string_view with) {
  std::ptrdiff_t count = text.starts_with(with) ? 1 : 0;
  const auto wanted = "\n" + std::string(with);
  for (auto at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("the dossier of a full case reads as it did", "[report]") {
  check_golden("dossier.nl.md", dossier_markdown(full_case(), sample_definitions(), Lang::nl));
  check_golden("dossier.en.md", dossier_markdown(full_case(), sample_definitions(), Lang::en));
}

TEST_CASE("who is not there today takes part in the case still", "[report]") {
  auto state = full_case();
  state.people[2].away = true;
  CHECK_THAT(dossier_markdown(state, sample_definitions(), Lang::nl), Contains("| Gast | Anouk (nu niet aan tafel) |"));
}

TEST_CASE("the dossier keeps hidden what is still hidden", "[report]") {
  auto state = full_case();
  for (const auto lang : {Lang::nl, Lang::en}) {
    const auto text = dossier_markdown(state, sample_definitions(), lang);
    CHECK_THAT(text, !Contains("GEHEIM"));
    CHECK_THAT(text, Contains("Vraag de buurvrouw mee"));
  }
  state.visits.back().left = at("2026-03-09T09:10:00Z");
  state.decisions.back().taken = DecisionTaken{};
  const auto later = dossier_markdown(state, sample_definitions(), Lang::nl);
  CHECK_THAT(later, Contains("GEHEIM ADVIES"));
  CHECK_THAT(later, Contains("GEHEIME MENING"));
  CHECK_THAT(later, !Contains("GEHEIM THEMA"));
  CHECK_THAT(later, !Contains("GEHEIM SIGNAAL"));
}

TEST_CASE("the dossier tells the talk in its order, each question with its answer", "[report]") {
  auto state = full_case();
  // Said in turns: a question, a fact, and a question again.
  const auto question = std::ranges::find(state.contributions, std::string("question"), &Contribution::kind);
  REQUIRE(question != state.contributions.end());
  auto fact = *question, again = *question;
  fact.id = "b90";
  fact.kind = "fact";
  fact.text = "TUSSENDOOR";
  again.id = "b91";
  again.text = "NOG EEN VRAAG?";
  state.contributions.push_back(fact);
  state.contributions.push_back(again);
  const auto text = dossier_markdown(state, sample_definitions(), Lang::nl);
  const auto first = text.find("**Vraag** (Anouk, aan Fatima)"), answer = text.find("  - Fatima: Ja, dat wil hij"),
             between = text.find("TUSSENDOOR"), last = text.find("NOG EEN VRAAG?");
  CAPTURE(text);
  REQUIRE(answer != std::string::npos);
  CHECK((first < answer && answer < between && between < last && last != std::string::npos));
}

TEST_CASE("how long a step took begins as a sentence, also when it took seconds", "[report]") {
  auto state = full_case();
  state.visits.front().left = state.visits.front().entered + std::chrono::seconds(20);
  CHECK_THAT(dossier_markdown(state, sample_definitions(), Lang::nl),
             Contains("2 maart 2026. Minder dan een minuut, gepland 5."));
  CHECK_THAT(dossier_markdown(state, sample_definitions(), Lang::en),
             Contains("2 March 2026. Less than a minute, planned 5."));
}

TEST_CASE("what was withdrawn is called by what it was, by whom and when", "[report][mending]") {
  auto state = full_case();
  const auto taken_back = [&](const char* type, const char* ref, std::int64_t event) {
    TakenBack mark;
    mark.type = type;
    mark.ref = ref;
    mark.event = event;
    mark.by = "p3";
    mark.visit = 0;
    state.taken_back.push_back(mark);
    Mending mending;
    mending.how = Mend::withdrawn;
    mending.events = {event};
    mending.by = "p1";
    mending.at = at("2026-03-04T10:00:00Z");
    state.mendings.push_back(mending);
  };
  taken_back("TieAdded", "", 74);
  taken_back("GoalSet", "g2", 75);
  taken_back("PersonNamed", "p4", 76);
  taken_back("SomethingOfAnotherTime", "", 77);
  const auto text = dossier_markdown(state, sample_definitions(), Lang::nl);
  for (const auto* what :
       {"een band tussen twee mensen", "een doel (g2)", "een andere naam", "iets uit de geschiedenis"})
    CHECK_THAT(text, Contains(std::string("- Anouk, ") + what + ": ingetrokken door Fatima op 4 maart 2026\n"));
  CHECK_THAT(text, !Contains("regel 7"));
  CHECK_THAT(dossier_markdown(state, sample_definitions(), Lang::en),
             Contains("- Anouk, a goal (g2): withdrawn by Fatima on 4 March 2026\n"));
  // As the history says it: whoever typed it for her.
  state.mendings.back().seat = Typist{"p3", Sureness::table, ""};
  CHECK_THAT(dossier_markdown(state, sample_definitions(), Lang::nl),
             Contains("iets uit de geschiedenis: ingetrokken door Fatima (getypt door Anouk) op 4 maart 2026\n"));
}

TEST_CASE("a concern stands in the dossier once, though it is the first step of the meldcode too", "[report][R14]") {
  auto state = full_case();
  SafetyNote concern{{}, Safety::concern, "Een tweede zorg"};
  concern.by = "p3";
  concern.at = at("2026-03-04T10:00:00Z");
  concern.event = 80;
  MeldcodeNote first;
  first.taken.step = 1;
  first.taken.text = concern.text;
  first.by = concern.by;
  first.at = concern.at;
  first.event = concern.event;
  state.safety_notes.push_back(concern);
  state.meldcode.push_back(first);
  const auto text = dossier_markdown(state, sample_definitions(), Lang::nl);
  CHECK_THAT(text, Contains("- 4 maart 2026, Anouk: zorg over veiligheid (meldcode, stap 1). Een tweede zorg\n"));
  CHECK(text.find("Een tweede zorg") == text.rfind("Een tweede zorg"));
  // A first step that was set by itself is no concern, and stands.
  state.meldcode.back().event = 81;
  CHECK_THAT(dossier_markdown(state, sample_definitions(), Lang::nl), Contains("Meldcode, stap 1"));
}

TEST_CASE("lines that were pasted as one stand in the dossier as words with spaces", "[report]") {
  auto state = full_case();
  state.contributions.front().text = "Moeder belde\nde school\r\n\nvroeg om hulp";
  const auto page = report::dossier_page(state, sample_definitions(), Lang::nl);
  for (const auto& shown : {page::page_markdown(page), page::page_html(page, Lang::nl)})
    CHECK_THAT(shown, Contains("Moeder belde de school vroeg om hulp"));
}

TEST_CASE("people read no id of a rule in a dossier, nor a nudge beside somebody's name", "[report]") {
  auto state = full_case();
  for (auto& visit : state.visits) visit.explained = {"question", "network-first", "own-rule"};
  const auto text = dossier_markdown(state, sample_definitions(), Lang::nl);
  CHECK_THAT(text, !Contains("R6") && !Contains("lijkt op een advies") && !Contains("own-rule") &&
                       !Contains("network-first") && Contains("een regel van de methode"));
}

TEST_CASE("the dossier says which definitions are missing and shows ids", "[report]") {
  const auto text = dossier_markdown(full_case(), no_definitions(), Lang::nl);
  CHECK_THAT(text, Contains("De methode 'sample/round' staat niet op deze computer."));
  CHECK_THAT(text, Contains("De werkwijze 'sample-week' staat niet op deze computer."));
  CHECK_THAT(text, Contains("### clarify"));
  CHECK_THAT(dossier_markdown(full_case(), no_definitions(), Lang::en),
             Contains("The method 'sample/round' is not on this computer."));
}

TEST_CASE("an empty and an erased case have a dossier too", "[report]") {
  CHECK_THAT(dossier_markdown(Case{.id = "2026-001"}, no_definitions(), Lang::nl), Contains("# 2026-001"));
  auto erased = full_case();
  erased.stage = {Life::erased, {}, {}, 0};
  const auto text = dossier_markdown(erased, sample_definitions(), Lang::nl);
  CHECK(text == "# Deze casus is gewist\n\n- **Casus:** 2026-014\n");
}

TEST_CASE("hostile texts do not change the shape of the dossier", "[report]") {
  const auto plain = dossier_markdown(full_case(), sample_definitions(), Lang::nl);
  const auto hostile = dossier_markdown(hostile_case(), sample_definitions(), Lang::nl);
  CHECK(is_utf8(hostile));
  for (const auto* const mark : {"# ", "## ", "### ", "|---", "```", "    ", "==="}) {
    INFO(mark);
    CHECK(lines_that_begin(hostile, mark) == lines_that_begin(plain, mark));
  }
  // Everything that was typed is on the line where it belongs: no table gets another row.
  CHECK(lines_that_begin(hostile, "| ") == lines_that_begin(plain, "| "));
  CHECK_THAT(hostile, !Contains("<script"));
  CHECK_THAT(hostile, Contains("{{w.what}}"));
}

TEST_CASE("what was typed in an earlier step says so where it was placed", "[report]") {
  auto state = full_case();
  const auto said = std::ranges::find_if(
      state.contributions, [&](const Contribution& it) { return it.visit > 0 && report::is_shown(state, it); });
  REQUIRE(said != state.contributions.end());
  auto& stay = state.visits[static_cast<std::size_t>(said->visit)];
  const auto& first = state.visits.front();
  const auto definitions = sample_definitions();
  const auto step = report::Naming(state, definitions, Lang::nl).step_name(first);
  CHECK_THAT(dossier_markdown(state, definitions, Lang::nl), !Contains("getypt bij"));
  said->typed_visit = 0;
  stay.round = first.round;
  CHECK_THAT(dossier_markdown(state, definitions, Lang::nl), Contains("(getypt bij " + step + ')'));
  CHECK_THAT(dossier_markdown(state, definitions, Lang::en), Contains("(typed during "));
  stay.round = first.round + 1;
  CHECK_THAT(dossier_markdown(state, definitions, Lang::nl),
             Contains("(getypt bij " + step + ", ronde " + std::to_string(first.round) + ')'));
  // Where nobody reads who wrote what it would say whose a line was.
  stay.anonymous = true;
  state.unnamed = true;
  CHECK_THAT(dossier_markdown(state, definitions, Lang::nl), !Contains("getypt bij"));
}

TEST_CASE("the dossier as HTML is whole, well-formed and without anything from elsewhere", "[report]") {
  for (const auto& state : {full_case(), hostile_case(), Case{}}) {
    const auto page = page::page_html(report::dossier_page(state, sample_definitions(), Lang::nl), Lang::nl);
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">\n"));
    CHECK(page.ends_with("</html>\n"));
    CHECK(accepted_by("xmllint", "--noout", page));
    for (const auto* const bad : {"<script", "<img", "<link", "<a ", "<iframe", "@import", "url("})
      CHECK_THAT(page, !Contains(bad));
  }
}

TEST_CASE("HTML and Markdown say the same of a case", "[report]") {
  // Each line of the Markdown without its signs stands in the page.
  const auto page = report::dossier_page(full_case(), sample_definitions(), Lang::nl);
  const auto html = page::page_html(page, Lang::nl);
  for (const auto& section : page.sections) {
    CHECK_THAT(html, Contains(page::xml_safe(section.heading)));
    for (const auto& block : section.blocks)
      for (const auto& item : block.items)
        for (const auto& run : item.line.runs) CHECK_THAT(html, Contains(page::xml_safe(trimmed(run.text))));
  }
}

}  // namespace casus::test
