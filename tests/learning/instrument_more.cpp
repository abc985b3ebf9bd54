// SPDX-License-Identifier: EUPL-1.2
#include "tests/learning/broken_file.hpp"

// Files of a course, a paper and an area analysis, each broken: what is wrong, where, and what to do.

namespace casus::test {
namespace {

const std::vector<BrokenFile>& broken_more() {
  static const std::vector<BrokenFile> all{
      {"course", R"([{"op":"remove","path":"/numbers"}])", {"/numbers: \"weeks\" ontbreekt. Voeg \"weeks\" toe."}},
      {"course",
       R"([{"op":"remove","path":"/meetings"},{"op":"remove","path":"/totals"}])",
       {"/meetings: een cursus zonder bijeenkomsten. Voeg \"meetings\" toe."}},
      {"course",
       R"([{"op":"replace","path":"/meetings/0/parts/0/line","value":"trainen"}])",
       {"/meetings/0/parts/0/line: trainen ken ik hier niet. Kies uit training, method, werf."}},
      {"course",
       R"([{"op":"replace","path":"/meetings/0/parts/0/minutes","value":0}])",
       {"/meetings/0/parts/0/minutes: nul minuten. Geef minstens één minuut, of haal het onderdeel weg."}},
      {"course",
       R"([{"op":"replace","path":"/meetings/0/parts","value":[]}])",
       {"/meetings/0/parts: een bijeenkomst zonder minuten. Zeg in \"parts\" hoeveel minuten op welke lijn."}},
      {"course",
       R"([{"op":"replace","path":"/meetings/1/id","value":"b1"}])",
       {"/meetings/1/id: \"b1\" staat hier twee keer. Geef een van de twee een andere naam."}},
      {"course",
       R"([{"op":"remove","path":"/meetings/4/source"}])",
       {"/meetings/4/source: \"documented\" zonder bron. Noem in \"source\" waar het staat, of maak het \"own\"."}},
      {"course",
       R"([{"op":"replace","path":"/totals/4/most","value":10}])",
       {"/totals/4/most: 12 is meer dan 10. Zet het kleinste getal bij \"least\"."}},
      {"course",
       R"([{"op":"replace","path":"/totals/1/group","value":"thema"}])",
       {"/totals/1/group: er is geen bijeenkomst in de groep \"thema\". Noem een groep van \"meetings\", of laat "
        "\"group\" weg."}},
      {"course",
       R"([{"op":"replace","path":"/totals/0/of","value":"hours"}])",
       {"/totals/0/of: \"hours\" ken ik hier niet. Kies uit meetings, contact_hours, study_hours, months."}},
      {"course",
       R"([{"op":"replace","path":"/totals/0/source/0","value":"S9"}])",
       {"/totals/0/source/0: de bron \"S9\" staat niet bij \"sources\". Voeg hem daar toe, of kies uit S1."}},
      {"course",
       R"([{"op":"replace","path":"/meetings/0/before/nl","value":" "}])",
       {"/meetings/0/before/nl: hier staan geen woorden. Schrijf de tekst in deze taal."}},
      {"paper", R"([{"op":"remove","path":"/numbers/lines"}])", {"/numbers: \"lines\" ontbreekt. Voeg \"lines\" toe."}},
      {"paper",
       R"([{"op":"replace","path":"/items/0/group","value":"ik"}])",
       {"/items/0/group: ik ken ik hier niet. Kies uit me, team, area.",
        "/items: er is geen onderdeel in de groep \"me\". Voeg een onderdeel toe met \"group\": \"me\"."}},
      {"paper",
       R"([{"op":"replace","path":"/numbers/cards","value":"drie"}])",
       {"/numbers/cards: hier hoort een heel getal van 0 tot 100000, en er staat \"drie\". Zet hier een heel getal van "
        "0 tot 100000."}},
      {"area",
       R"([{"op":"replace","path":"/items/0/group","value":"stap"}])",
       {"/items/0/group: stap ken ik hier niet. Kies uit step, question."}},
      {"area",
       R"([{"op":"remove","path":"/items/5/source"}])",
       {"/items/5/source: \"documented\" zonder bron. Noem in \"source\" waar het staat, of maak het \"own\"."}}};
  return all;
}

}  // namespace

TEST_CASE("a broken course, paper or area analysis is told with its place and what to do", "[learning]") {
  for (const auto& one : broken_more()) {
    INFO(one.name << " " << one.patch);
    CHECK(told(patched(one.name, one.patch)) == one.lines);
  }
}

}  // namespace casus::test
