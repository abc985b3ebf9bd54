// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/case_json.hpp"
#include "core/report/case_view.hpp"
#include "core/report/guidance.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fits_terminal.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {

using Catch::Matchers::Contains;
using report::case_json;

namespace {

std::string case_text(const Case& state, const report::Definitions& definitions, Lang lang) {
  return page::page_text(report::case_page(state, definitions, lang));
}

}  // namespace

TEST_CASE("what case show prints reads as it did", "[report]") {
  check_golden("case.nl.txt", case_text(full_case(), sample_definitions(), Lang::nl));
  check_golden("case.en.txt", case_text(full_case(), sample_definitions(), Lang::en));
}

TEST_CASE("case show says how the step goes, and by which id a later command names what was recorded", "[report]") {
  const auto text =
      page::page_text(report::case_page(full_case(), sample_definitions(), Lang::nl, {"2e keer van 5: Samen koken"}));
  CHECK_THAT(text, Contains("  Nu               2e keer van 5: Samen koken\n") && Contains(" [d2]\n"));
}

TEST_CASE("who is not there now is shown apart from who sits at the table", "[report]") {
  auto state = full_case();
  CHECK_THAT(case_text(state, sample_definitions(), Lang::nl), !Contains("Nu niet aan tafel"));
  CHECK_FALSE(case_json(state, sample_definitions())["people"][2].contains("away"));
  state.people[2].away = true;
  CHECK_THAT(case_text(state, sample_definitions(), Lang::nl),
             Contains("Nu niet aan tafel") && Contains("Anouk (gast)") && !Contains("(gespreksleider); Anouk"));
  CHECK(case_json(state, sample_definitions())["people"][2]["away"] == true);
}

TEST_CASE("case show always tells the state of safety", "[report]") {
  Case state{.id = "2026-001"};
  CHECK_THAT(case_text(state, no_definitions(), Lang::nl), Contains("geen zorg gemeld"));
  CHECK_THAT(case_text(full_case(), no_definitions(), Lang::nl),
             Contains("zorg over veiligheid: stap 2 van 5 van de meldcode"));
  // Who closes a concern does not unsay it.
  auto closed = state;
  SafetyNote over;
  over.at = time_from("2026-03-02T10:00:00Z").value();
  over.level = Safety::clear;
  over.text = "het was een val van de trap";
  closed.safety_notes.push_back(over);
  CHECK_THAT(case_text(closed, no_definitions(), Lang::nl),
             Contains("gemeld en afgesloten op 2 maart 2026") && !Contains("geen zorg gemeld"));
  CHECK_THAT(case_text(closed, no_definitions(), Lang::en), Contains("reported and closed on 2 March 2026"));
  state.stage.safety = Safety::acute;
  CHECK_THAT(case_text(state, no_definitions(), Lang::en), Contains("acute danger: safety comes first"));
}

TEST_CASE("case show fits 80 columns, whatever was typed", "[report]") {
  for (const auto& state : {full_case(), hostile_case(), Case{}})
    for (const auto lang : {Lang::nl, Lang::en}) {
      const auto text = case_text(state, sample_definitions(), lang);
      CHECK_THAT(text, !Contains("\x1b") && !Contains("GEHEIM"));
      for (const auto& line : page::lines_of(text)) CHECK(fits_terminal(line));
    }
}

TEST_CASE("case show works without the method, and says so", "[report]") {
  const auto text = case_text(full_case(), no_definitions(), Lang::nl);
  CHECK_THAT(text,
             Contains("! De methode 'sample/round' staat niet op deze computer.") && Contains("Deze stap: write"));
}

TEST_CASE("case show tells of each ground when it was reported, and how long it is kept", "[report]") {
  auto state = full_case();
  state.basis = Basis::wgs;
  state.reported_on = date_from("2026-03-01");
  state.more_bases.clear();
  auto text = case_text(state, no_definitions(), Lang::nl);
  CHECK_THAT(text, Contains("Gemeld op        1 maart 2026"));
  CHECK_THAT(text, Contains("Bewaartermijn    Wgs: schuldhulpverlening heeft een eigen termijn"));
  MoreBasis more;
  more.added.basis = Basis::jeugdwet;
  more.added.reported_on = date_from("2026-03-09");
  state.more_bases.push_back(more);
  text = case_text(state, no_definitions(), Lang::nl);
  CHECK_THAT(text, Contains("Gemeld op        Wgs: 1 maart 2026"));
  CHECK_THAT(text, Contains("Gemeld op        Jeugdwet: 9 maart 2026"));
  CHECK_THAT(text, Contains("Wgs: schuldhulpverlening") && Contains("Jeugdwet art. 7.3.8: een jeugdhulpdossier"));
  // Every ground has a line, whatever the workflow says of others.
  for (const auto& basis : names_of(Basis{})) {
    CAPTURE(basis.key);
    Case one{.id = "2026-001", .basis = basis.value};
    CHECK_THAT(case_text(one, no_definitions(), Lang::nl), Contains("Bewaartermijn"));
  }
}

TEST_CASE("consent is said of a case only where somebody said why it holds", "[report]") {
  Case one{.id = "2026-001", .basis = Basis::consent, .purpose = "leren van ons werk"};
  CHECK_THAT(case_text(one, no_definitions(), Lang::nl), !Contains("toestemming"));
  CHECK(case_json(one, no_definitions()).at("basis").is_null());
  one.basis_text = "zij wil het zelf";
  CHECK_THAT(case_text(one, no_definitions(), Lang::nl), Contains("zonder naam besproken; toestemming"));
  CHECK(case_json(one, no_definitions()).at("basis") == "consent");
}

TEST_CASE("a checklist of which nothing can be judged yet is not told as nought of nought", "[report]") {
  const auto known = sample_definitions();
  method::MethodKept kept{"sample/round", &known.known_method, {}};
  kept.fidelity.items.push_back(
      {"asked", {"Er is gevraagd.", "Somebody asked."}, method::Mark::own, {}, method::Judged::Kept::not_yet, {}});
  const auto text = report::fidelity_text({kept}, full_case(), known, Lang::nl);
  CHECK_THAT(text, Contains(": nog niets te beoordelen") && !Contains("0 van 0"));
}

TEST_CASE("an erased case shows nothing", "[report]") {
  auto state = full_case();
  state.stage = {Life::erased, {}, {}, 0};
  CHECK(case_text(state, sample_definitions(), Lang::nl) ==
        "Casus 2026-014 is gewist. Er is niets meer van te lezen. Wie dat deed, met wie\nen waarom, staat bij wie er "
        "keek.\n");
  CHECK(case_json(state, sample_definitions()) ==
        nlohmann::json{{"format", 1}, {"id", "2026-014"}, {"life", "erased"}});
}

TEST_CASE("the JSON of a full case is as it was", "[report]") {
  check_golden("case.json", case_json(full_case(), sample_definitions()).dump(2) + "\n");
}

TEST_CASE("the JSON leaves out what is hidden and counts it", "[report]") {
  const auto out = case_json(full_case(), sample_definitions());
  CHECK_THAT(out.dump(), !Contains("GEHEIM"));
  CHECK(out.at("hidden") == nlohmann::json{{"contributions", 1}, {"opinions", 1}});
  CHECK(out.at("contributions").size() == 6);
  CHECK(out.at("learning") == 1);
  CHECK(out.at("signals") == 1);
}

TEST_CASE("the keys of the JSON do not depend on what is in the case", "[report]") {
  const auto keys = [](const nlohmann::json& in) {
    std::vector<std::string> out;
    for (const auto& [key, value] : in.items()) out.push_back(key);
    return out;
  };
  CHECK(keys(case_json(Case{}, no_definitions())) == keys(case_json(full_case(), sample_definitions())));
  CHECK(case_json(full_case(), no_definitions()).at("methods").at("analysis").at("name").is_null());
}

}  // namespace casus::test
