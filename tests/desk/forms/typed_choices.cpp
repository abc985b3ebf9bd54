// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/spelling.hpp"
#include "core/desk/places.hpp"
#include "core/desk/typed/role_called.hpp"
#include "core/model/case/rights.hpp"
#include "core/model/learning/circle.hpp"
#include "core/model/learning/own.hpp"
#include "core/model/words.hpp"
#include "tests/support/catch.hpp"

// A value of a closed list, as people type it: by its key, by the word they see, or as that word begins.

namespace casus::test {
namespace {

template <class E>
std::optional<E> typed_choice(const std::string& typed) {
  E value{};
  if (!desk::read_typed(typed, value, {Lang::nl, {}}).empty()) return std::nullopt;
  return value;
}

}  // namespace

TEST_CASE("a word that people see is taken, whole and as it begins", "[desk]") {
  CHECK(typed_choice<EvidenceFrom>("nabespreking van een oefening") == EvidenceFrom::debrief);
  CHECK(typed_choice<EvidenceFrom>("Nabespreking") == EvidenceFrom::debrief);
  CHECK(typed_choice<EvidenceFrom>("debrief") == EvidenceFrom::debrief);
  CHECK(typed_choice<Done>("deels") == Done::partly);
  CHECK(typed_choice<Done>("partly") == Done::partly);
  CHECK(typed_choice<CardSort>("gewenst") == CardSort::wished);
  CHECK(typed_choice<CardSort>("wished for") == CardSort::wished);
  CHECK_FALSE(typed_choice<EvidenceFrom>("wat").has_value());   // two begin so
  CHECK_FALSE(typed_choice<EvidenceFrom>("nabe").has_value());  // no whole word
  CHECK_FALSE(typed_choice<Done>("").has_value());
}

TEST_CASE("a choice is taken with its article too, in both languages", "[desk]") {
  for (const auto* typed : {"de samenleving", "samenleving", "De buurt", "the society", "de maatschappij"}) {
    CAPTURE(typed);
    CHECK(typed_choice<Quadrant>(typed) == Quadrant::society);
  }
  for (const auto* typed : {"een collega", "collega", "'n collega", "a colleague"}) {
    CAPTURE(typed);
    CHECK(typed_choice<Consulted>(typed) == Consulted::colleague);
  }
  CHECK(typed_choice<Role>("de voorzitter") == Role::chair);
  CHECK(typed_choice<Role>("een mantelzorger") == Role::circle);
  CHECK(typed_choice<Shell>("een vriend") == Shell::friend_);
  CHECK(typed_choice<Rung>("het netwerk") == Rung::network);
  // An article alone, or before what is no choice, chooses nothing; and what is said back is what was typed.
  for (const auto* typed : {"de", "een ", "de de", "de overkant", "desamenleving"}) {
    CAPTURE(typed);
    CHECK_FALSE(typed_choice<Quadrant>(typed).has_value());
  }
  Quadrant value{};
  CHECK(desk::read_typed("de overkant", value, {Lang::nl, {}}).find("'de overkant'") != std::string::npos);
}

TEST_CASE("a role is taken as people call it, in both languages", "[desk]") {
  for (const auto& [role, called] : std::vector<std::pair<Role, std::vector<std::string>>>{
           {Role::member, {"lid", "Lid", "collega", "deelnemer", "teamlid", "colleague", "participant", "member"}},
           {Role::circle, {"kring", "familie", "mantelzorger", "buurvrouw", "family member", "carer", "neighbour"}},
           {Role::resident, {"cliënt", "client", "bewoner", "service user", "inwoner"}},
           {Role::chair, {"voorzitter", "voorzitster", "chairperson", "facilitator"}},
           {Role::note_taker, {"notulist", "notulant", "minute-taker", "scribe", "note-taker"}},
           {Role::observer, {"toehoorder", "waarnemer", "onlooker"}},
           {Role::referrer, {"verwijzer"}},
           {Role::case_manager, {"regisseur", "casemanager", "case manager"}},
           {Role::professional, {"hulpverlener", "practitioner"}},
           {Role::coordinator, {"coördinator", "coordinator"}},
           {Role::safety_expert, {"aandachtsfunctionaris", "safeguarding lead"}},
           {Role::presenter, {"casusinbrenger", "case presenter"}}})
    for (const auto& typed : called) {
      CAPTURE(typed);
      CHECK(typed_choice<Role>(typed) == role);
    }
  // Who may be more than one of them is asked.
  for (const auto* typed : {"moeder", "deskundige", "baas", "begeleider"}) {
    CAPTURE(typed);
    CHECK_FALSE(typed_choice<Role>(typed).has_value());
  }
}

TEST_CASE("choices with commas of their own stand apart, with the short word to type", "[desk]") {
  const auto refused = [](auto value, Lang lang) { return desk::read_typed("wat dan ook", value, {lang, {}}); };
  const auto has_in = [](const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  };
  CHECK(has_in(refused(Privacy{}, Lang::nl),
               "zonder naam besproken; met naam, afgesproken met de inwoner; de inwoner zit erbij"));
  CHECK(has_in(refused(Basis{}, Lang::nl), "; wgs (wettelijke taak schuldhulp, Wgs (AVG 6.1.e)); wvggz ("));
  CHECK(has_in(refused(Basis{}, Lang::en), "; wgs (statutory task, debt counselling, Wgs (GDPR 6.1.e)); "));
  CHECK(has_in(refused(Basis{}, Lang::en), "; consent"));
  CHECK_FALSE(has_in(refused(Basis{}, Lang::en), "consent (consent)"));
  // Without commas inside they read as any list.
  CHECK(has_in(refused(Mode{}, Lang::nl), "strikt of coachend"));
}

TEST_CASE("a figure is typed in either notation, and asked about where it could be two", "[desk]") {
  Decimal value;
  const auto typed = [&](const std::string& text, Lang lang) { return desk::read_typed(text, value, {lang, {}}); };
  CHECK(typed("12,4", Lang::en).empty());
  CHECK(value == Decimal{124, 1});
  CHECK(typed("12.4", Lang::nl).empty());
  CHECK(value == Decimal{124, 1});
  CHECK(typed("1.200", Lang::nl) ==
        "'1.200' kan 1200 zijn of 1,200; typ 1200 zonder teken, of met een nul erachter: 1,2000");
  CHECK(typed("veel", Lang::nl) ==
        "'veel' is geen getal; typ alleen het getal, met een komma of een punt, en de eenheid apart");
  CHECK(value == Decimal{124, 1});
}

TEST_CASE("a role is taken as any method on this machine calls it", "[desk]") {
  const auto role = [](const char* typed) {
    Role value{};
    const desk::Spelling how{Lang::nl, {}, desk::role_called_here};
    return desk::read_typed(typed, value, how).empty() ? std::string(key(value)) : std::string("?");
  };
  CHECK(role("hoofdpersoon") == "resident");
  CHECK(role("Hoofdpersoon") == "resident");
  CHECK(role("central person") == "resident");
  CHECK(role("verteller") == "presenter");
  CHECK(role("informatiegever") == "professional");
  CHECK(role("lid van de set") == "member");
  CHECK(role("Eigen Kracht-coördinator") == "coordinator");
  CHECK(role("inwoner") == "resident");
  CHECK(role("iemand") == "circle");
  CHECK(role("buitenaards wezen") == "?");
  // Every word for a role that a method shows, in both languages.
  std::size_t words = 0;
  const auto methods = plugin::Catalogue::scan(desk::plugin_folders());
  for (const auto& entry : methods.entries())
    for (const auto& use : entry.definition.roles)
      for (const auto& word : {use.name.nl, use.name.en}) {
        CAPTURE(word);
        CHECK(role(word.c_str()) == key(use.role));
        ++words;
      }
  CHECK(words > 40);
}

TEST_CASE("a ground, a right and its answer, and a partner are taken as people call them", "[desk]") {
  const auto each_is = [](auto value, const std::vector<const char*>& called) {
    for (const auto* typed : called) {
      CAPTURE(typed);
      CHECK(typed_choice<decltype(value)>(typed) == value);
    }
  };
  each_is(Right::rectification, {"rectificatie", "correctie", "verbeteren", "correction"});
  each_is(Right::erasure, {"wissen", "verwijderen", "deletion"});
  each_is(Right::restriction, {"beperken", "restrict"});
  each_is(RightAnswer::granted, {"ingewilligd", "toegewezen", "approved"});
  each_is(RightAnswer::refused, {"geweigerd", "afgewezen", "rejected"});
  each_is(RightAnswer::extended, {"verlengd", "prolonged"});
  each_is(PartnerKind::medical, {"medisch", "huisarts", "GGZ", "hospital"});
  each_is(PartnerKind::religious, {"kerk", "moskee", "mosque"});
  each_is(PartnerKind::school, {"basisschool", "schools"});
  each_is(Basis::jeugdwet, {"jeugdwet", "jeugd", "youth act"});
  each_is(Basis::wgs, {"wgs", "schuldhulpverlening", "debt help"});
  // What could be another law or none is asked.
  for (const auto* typed : {"schulden", "wet", "zorg"}) {
    CAPTURE(typed);
    CHECK_FALSE(typed_choice<Basis>(typed).has_value());
  }
  // Whether it was agreed with the resident is not read from half of the words.
  for (const auto* typed : {"naam", "op naam"}) {
    CAPTURE(typed);
    CHECK_FALSE(typed_choice<Privacy>(typed).has_value());
  }
}

TEST_CASE("a moment is a day as people say it with the time on the wall, or as files write it", "[desk]") {
  const auto typed_moment = [](const std::string& typed, Lang lang = Lang::nl) {
    Time value{};
    const auto wrong = desk::read_typed(typed, value, {lang, *date_from("2026-03-03")});
    return wrong.empty() ? to_string(value) : wrong;
  };
  CHECK(typed_moment("2026-03-02T09:30:00Z") == "2026-03-02T09:30:00Z");
  CHECK(typed_moment("gisteren 14:05") == "2026-03-02T13:05:00Z");
  CHECK(typed_moment("yesterday 14:05", Lang::en) == "2026-03-02T13:05:00Z");
  CHECK(typed_moment("2-3-2026 0:10") == "2026-03-01T23:10:00Z");
  // A moment was: a day without a year is the last.
  CHECK(typed_moment("2 maart 14:05") == "2026-03-02T13:05:00Z");
  CHECK(typed_moment("20 February at 14:05", Lang::en) == "2026-02-20T13:05:00Z");
  CHECK(typed_moment("20 februari om 14:05") == "2026-02-20T13:05:00Z");
  CHECK(typed_moment("20 oktober om 14:05") == "2025-10-20T12:05:00Z");
  CHECK(typed_moment("20 oktober 2026 14:05") == "2026-10-20T12:05:00Z");
  // With summer time, and on the days on which it comes and goes.
  CHECK(typed_moment("1-7-2025 14:05") == "2025-07-01T12:05:00Z");
  CHECK(typed_moment("30-3-2025 1:30") == "2025-03-30T00:30:00Z");
  CHECK(typed_moment("30-3-2025 14:05") == "2025-03-30T12:05:00Z");
  CHECK(typed_moment("26-10-2025 14:05") == "2025-10-26T13:05:00Z");
  // No hour is made up.
  CHECK(typed_moment("gisteren") == "'gisteren' zegt nog niet hoe laat. Zet de tijd erbij, zoals: gisteren 14:05");
  CHECK(typed_moment("20 februari").starts_with("'20 februari' zegt nog niet hoe laat."));
  for (const auto* typed : {"straks", "gisteren 25:00", "elke woensdag 10:00", ""}) {
    CAPTURE(typed);
    CHECK_FALSE(time_from(typed_moment(typed)).has_value());
  }
}

}  // namespace casus::test
