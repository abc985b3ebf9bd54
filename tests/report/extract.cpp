// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/extract.hpp"

#include "core/report/documents/dossier.hpp"
#include "core/report/history/looks_text.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

Looks sample_looks() {
  return {{at("2026-03-02T09:00:00Z"), {"p1", "Noor", CasePart::overview, Sight::table, ""}},
          {at("2026-03-02T11:00:00Z"), {"p1", "Noor", CasePart::overview, Sight::table, ""}},
          {at("2026-03-05T09:00:00Z"), {"outside", "Piet Vonk", CasePart::dossier, Sight::reason, "waarneming"}},
          {at("2026-03-06T09:00:00Z"), {"outside", "Karel", CasePart::history, Sight::refused, ""}},
          {at("2026-03-07T09:00:00Z"), {"outside", "", CasePart::dossier, Sight::unnamed, ""}}};
}

std::string extract(const Case& state, bool with_safety = false, Lang lang = Lang::nl) {
  return page::page_markdown(
      report::extract_page(state, sample_looks(), {"", with_safety}, sample_definitions(), lang));
}

}  // namespace

TEST_CASE("the extract of a full case reads as it did", "[report][extract]") {
  check_golden("extract.nl.md", extract(full_case()));
  check_golden("extract.en.md", extract(full_case(), false, Lang::en));
}

TEST_CASE("the extract speaks to the resident, without words that only the team has", "[report][extract]") {
  for (const auto privacy : {Privacy::anonymous, Privacy::agreed, Privacy::resident_present}) {
    auto state = full_case();
    state.privacy = privacy;
    const auto dutch = extract(state), english = extract(state, false, Lang::en);
    for (const auto* word :
         {"Trede", "gepland", "Grondslag", "Inbrenger", "Aantekening**", "Stand", "selectielijst", "Leerpunten",
          "variant", "de inwoner zelf", "met de inwoner", "de inwoner zit", "Inwoner is het"})
      CHECK_THAT(dutch, !Contains(word));
    for (const auto* word : {"Rung", "planned", "Legal basis", "Presenter", "State", "selectielijst", "Lessons for",
                             "variant", "with the resident", "the resident is", "resident agrees"})
      CHECK_THAT(english, !Contains(word));
    CHECK_THAT(dutch, Contains("## Wat u wilt bereiken") && Contains("In uw eigen woorden"));
    CHECK_THAT(english, Contains("## What you want to achieve") && Contains("In your own words"));
  }
}

TEST_CASE("the extract holds no name of somebody else, and says how often one was left out", "[report][extract]") {
  auto state = full_case();
  std::vector<std::string> others;
  for (auto& person : state.people) {
    if (works_in_case(person) || person.has(Role::resident) || person.name.empty()) continue;
    others.push_back(person.name);
    person.roles = {Role::circle};
    person.contact = "GEHEIM nummer";
  }
  REQUIRE(others.size() >= 2);
  state.evaluations.front().said.change = "Vaker bellen met " + others[0] + " en " + others[1] + ", 06-12345678";
  const auto text = extract(state);
  for (const auto& name : others) CHECK_THAT(text, !Contains(name));
  CHECK_THAT(text, !Contains("06-12345678"));
  CHECK_THAT(text, Contains("\\[iemand anders\\]"));
  CHECK_THAT(text, Contains("De naam van iemand anders: "));
  CHECK_THAT(text, Contains("De netwerkkaart met "));
  CHECK_THAT(text, !Contains("GEHEIM"));
}

TEST_CASE("the resident's own name stays in the extract, also when others of the family have part of it",
          "[report][extract]") {
  auto state = full_case();
  std::vector<Person*> outside;
  for (auto& person : state.people)
    if (!works_in_case(person) && !person.name.empty()) outside.push_back(&person);
  REQUIRE(outside.size() >= 2);
  auto& resident = *outside[0];
  auto& other = *outside[1];
  resident.name = "Els de Boer";
  other.name = "Ahmed de Boer";
  state.evaluations.front().said.change = "Els de Boer belt met Ahmed de Boer, Boer en Els de Boer-Vos";
  const auto text = page::page_markdown(
      report::extract_page(state, sample_looks(), {resident.id, false}, sample_definitions(), Lang::nl));
  CHECK_THAT(text, Contains("Els de Boer belt met \\[iemand anders"));
  CHECK_THAT(text, !Contains("Ahmed"));
  CHECK_THAT(text, !Contains(", Boer"));
  CHECK_THAT(text, !Contains("Els de \\["));
}

TEST_CASE("notes on safety are in the extract only when somebody weighed that", "[report][extract]") {
  const auto without = extract(full_case());
  CHECK_THAT(without, !Contains("Blauwe plek"));
  CHECK_THAT(without, !Contains("geen zorg gemeld"));
  CHECK_THAT(without, Contains("Aantekeningen over veiligheid: 2"));
  const auto with = extract(full_case(), true);
  CHECK_THAT(with, Contains("Blauwe plek"));
  CHECK_THAT(with, !Contains("Aantekeningen over veiligheid"));
}

TEST_CASE("a line that nobody placed is in no extract, and for the team under a heading of its own",
          "[report][extract]") {
  auto state = full_case();
  const auto before = page::page_markdown(report::dossier_page(state, sample_definitions(), Lang::nl));
  CHECK_THAT(before, !Contains("Nog niet geplaatst"));
  Contribution line;
  line.id = "b99";
  line.by = state.people.front().id;
  line.kind = "unplaced";
  line.text = "noro: zij slaapt slecht";
  line.visit = 0;
  line.at = at("2026-03-02T09:20:00Z");
  state.contributions.push_back(line);
  CHECK_THAT(extract(state), !Contains("zij slaapt slecht"));
  CHECK_THAT(extract(state), Contains("waar het bij hoort: 1 regel."));
  const auto dossier = page::page_markdown(report::dossier_page(state, sample_definitions(), Lang::nl));
  CHECK_THAT(dossier, Contains("## Nog niet geplaatst") && Contains("zij slaapt slecht"));
  CHECK(dossier.find("zij slaapt slecht") == dossier.rfind("zij slaapt slecht"));
}

TEST_CASE("what somebody of the circle said is their own, what workers said is not", "[report][extract]") {
  auto state = full_case();
  state.people.push_back(Person{.id = "p99", .name = "Tante Bep", .roles = {Role::circle}});
  Contribution said;
  said.by = "p99";
  said.kind = "fact";
  said.text = "Ik heb zelf ook schulden";
  said.visit = 0;
  said.at = at("2026-03-02T09:20:00Z");
  state.contributions.push_back(said);
  CHECK_THAT(extract(state), !Contains("Ik heb zelf ook schulden"));
  CHECK_THAT(extract(state), Contains("Wat iemand anders om u heen zelf zei: 1 bijdrage."));
  state.people.back().roles = {Role::member};
  CHECK_THAT(extract(state), Contains("Ik heb zelf ook schulden"));
}

TEST_CASE("the extract tells who looked, when, what and why", "[report][extract]") {
  const auto state = full_case();
  const auto rows = report::looks_rows(sample_looks(), state, Lang::nl);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0][2] == "waar de casus staat (2x)");
  CHECK(rows[0][3] == state.purpose);
  CHECK(rows[1] == page::Row{"5 maart 2026", "Piet Vonk", "het dossier", "niet aan tafel, met als reden: waarneming"});
  CHECK(rows[2][3] == "geweigerd: niets gezien");
  auto sent = sample_looks().front();
  sent.seen.to = "zaken.voorbeeld.nl";
  CHECK(report::looks_rows({sent}, state, Lang::nl).front()[2] == "waar de casus staat (naar zaken.voorbeeld.nl)");
  CHECK(rows[3][1] == "iemand zonder naam");
  CHECK_THAT(extract(state), Contains("niet aan tafel, met als reden: waarneming"));
  CHECK(report::nobody_looked(Lang::nl) == "Nog niemand heeft deze casus bekeken sinds dit wordt bijgehouden.");
}

TEST_CASE("who looked is called as the method of that moment calls the role", "[report]") {
  const auto state = full_case();
  auto definitions = sample_definitions();
  definitions.known_method.roles = {{.role = Role::presenter, .name = {"verteller", "storyteller"}}};
  const auto first = [&](Lang lang, report::LooksFor reader, const report::Definitions* words) {
    return report::looks_rows(sample_looks(), state, lang, reader, words).front()[1];
  };
  using For = report::LooksFor;
  CHECK(first(Lang::nl, For::team, nullptr) == "Noor (inbrenger)");
  CHECK(first(Lang::nl, For::team, &definitions) == "Noor (verteller)");
  CHECK(first(Lang::en, For::numbered, &definitions) == "Noor (storyteller)");
  CHECK(first(Lang::nl, For::resident, &definitions) == "Noor");
  const auto none = no_definitions();
  CHECK(first(Lang::nl, For::team, &none) == "Noor (inbrenger)");
}

TEST_CASE("a log with looks from several accounts says to the team from which each came", "[report][extract]") {
  const auto state = full_case();
  auto looks = sample_looks();
  const auto who = [&](report::LooksFor reader) {
    std::vector<std::string> found;
    for (const auto& row : report::looks_rows(looks, state, Lang::nl, reader)) found.push_back(row[1]);
    return found;
  };
  const auto before = who(report::LooksFor::team);
  for (auto& one : looks) one.seen.account = "nvonk";
  CHECK(who(report::LooksFor::team) == before);  // there is nothing to tell apart
  looks[1].seen.account = "balie";
  looks[4].seen.account.clear();
  const auto told = who(report::LooksFor::team);
  REQUIRE(told.size() == before.size() + 1);  // the same name from another account is another line
  CHECK(told[0] == before[0] + ", aangemeld als nvonk");
  CHECK(told[1] == before[0] + ", aangemeld als balie");
  CHECK(told[4] == "iemand zonder naam");
  for (const auto& one : who(report::LooksFor::resident)) CHECK_THAT(one, !Contains("aangemeld als"));
}

TEST_CASE("nothing that was typed breaks out of the extract", "[report][extract]") {
  auto looks = sample_looks();
  looks[2].seen.name = kHostile;
  looks[2].seen.because = kHostile;
  const auto page = page::page_html(
      report::extract_page(hostile_case(), looks, {"", true}, sample_definitions(), Lang::nl), Lang::nl);
  CHECK(accepted_by("xmllint", "--noout", page));
  CHECK_THAT(page, !Contains("<script"));
  Case gone;
  gone.stage.life = Life::erased;
  CHECK(extract(gone) == "# Deze casus is gewist\n");
}

}  // namespace casus::test
