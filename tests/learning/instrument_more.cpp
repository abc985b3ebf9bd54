// SPDX-License-Identifier: EUPL-1.2
#include "tests/learning/broken_file.hpp"

// Files of a course, a paper and an area analysis, each broken: what is wrong, where, and what to do.

namespace casus::test {
const std::vector<BrokenFile>& broken_more() {
  static const std::vector<BrokenFile> all{
      {"course", R"([{"op":"remove","path":"/numbers"}])", {"/numbers: \"weeks\" ontbreekt. Voeg \"weeks\" toe."}},
      {"course",
       R"([{"op":"remove","path":"/meetings"},{"op":"remove","path":"/totals"}])",
       {"/meetings: een cursus zonder bijeenkomsten. Voeg \"meetings\" toe."}},
      {"course",
       R"([{"op":"replace","path":"/meetings/0/parts/0/line","value":"trainen"}])",
       {"/meetings/0/parts/0/line: \"trainen\" ken ik hier niet. Kies uit training, method, werf."}},
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
       {"/items/0/group: \"ik\" ken ik hier niet. Kies uit me, team, area.",
        "/items: er is geen onderdeel in de groep \"me\". Voeg een onderdeel toe met \"group\": \"me\"."}},
      {"paper",
       R"([{"op":"replace","path":"/numbers/cards","value":"drie"}])",
       {"/numbers/cards: hier hoort een heel getal van 0 tot 100000, en er staat \"drie\". Zet hier een heel getal van "
        "0 tot 100000."}},
      {"paper",
       R"([{"op":"replace","path":"/numbers/minutes-me","value":0}])",
       {"/numbers/minutes-me: 0 past hier niet. Geef een getal van 1 tot en met 240."}},
      {"paper",
       R"([{"op":"replace","path":"/items/2/id","value":"want"}])",
       {"/items/2/id: \"want\" staat hier twee keer. Geef een van de twee een andere naam."}},
      {"paper",
       R"([{"op":"remove","path":"/sources"}])",
       {"/items/0/source/0: de bron \"S3\" staat niet bij \"sources\". Zet hem in de lijst \"sources\", of haal hem "
        "hier "
        "weg.",
        "/items/1/source/0: de bron \"S3\" staat niet bij \"sources\". Zet hem in de lijst \"sources\", of haal hem "
        "hier "
        "weg.",
        "/items/2/source/0: de bron \"S3\" staat niet bij \"sources\". Zet hem in de lijst \"sources\", of haal hem "
        "hier "
        "weg.",
        "/items/3/source/0: de bron \"S3\" staat niet bij \"sources\". Zet hem in de lijst \"sources\", of haal hem "
        "hier "
        "weg.",
        "/items/4/source/0: de bron \"S3\" staat niet bij \"sources\". Zet hem in de lijst \"sources\", of haal hem "
        "hier "
        "weg.",
        "/items/5/source/0: de bron \"S3\" staat niet bij \"sources\". Zet hem in de lijst \"sources\", of haal hem "
        "hier "
        "weg.",
        "/items/6/source/0: de bron \"S3\" staat niet bij \"sources\". Zet hem in de lijst \"sources\", of haal hem "
        "hier "
        "weg."}},
      {"paper", R"([{"op":"remove","path":"/items/1/group"}])", {"/items/1: \"group\" ontbreekt. Voeg \"group\" toe."}},
      {"paper",
       R"([{"op":"replace","path":"/items/6/text/en","value":""}])",
       {"/items/6/text/en: hier staan geen woorden. Schrijf de tekst in deze taal."}},
      {"paper",
       R"([{"op":"add","path":"/numers","value":{"lines":2}}])",
       {"/numers: de sleutel \"numers\" ken ik niet. Bedoelde je \"numbers\"?"}},
      {"paper",
       R"([{"op":"replace","path":"/items/1/text_mark","value":true}])",
       {"/items/1/text_mark: true ken ik hier niet. Kies uit documented, variant, reconstruction, own."}},
      {"paper",
       R"([{"op":"replace","path":"/name","value":["Wijkkrant"]}])",
       {"/name: hier hoort een blok met sleutels, en er staat [\"Wijkkrant\"]. Zet hier een blok met sleutels."}},
      {"area",
       R"([{"op":"replace","path":"/items/0/group","value":"stap"}])",
       {"/items/0/group: \"stap\" ken ik hier niet. Kies uit step, question."}},
      {"area",
       R"([{"op":"remove","path":"/items/5/source"}])",
       {"/items/5/source: \"documented\" zonder bron. Noem in \"source\" waar het staat, of maak het \"own\"."}},
      {"area",
       R"([{"op":"replace","path":"/format","value":0}])",
       {"/format: dit is format 0, en dit programma leest format 1. Zet \"format\" op 1."}},
      {"area",
       R"([{"op":"replace","path":"/items/7/id","value":"goals"}])",
       {"/items/7/id: \"goals\" staat hier twee keer. Geef een van de twee een andere naam."}},
      {"area",
       R"([{"op":"replace","path":"/items/0/source/1","value":"VJ"}])",
       {"/items/0/source/1: de bron \"VJ\" staat niet bij \"sources\". Voeg hem daar toe, of kies uit S2, WTW1, "
        "VJ13."}},
      {"area", R"([{"op":"remove","path":"/items/1/title"}])", {"/items/1: \"title\" ontbreekt. Voeg \"title\" toe."}},
      {"area",
       R"([{"op":"replace","path":"/items/2/mark","value":"bron"}])",
       {"/items/2/mark: \"bron\" ken ik hier niet. Kies uit documented, variant, reconstruction, own."}},
      {"area",
       R"([{"op":"remove","path":"/items/7"},{"op":"remove","path":"/items/6"},{"op":"remove","path":"/items/5"}])",
       {"/items: er is geen onderdeel in de groep \"question\". Voeg een onderdeel toe met \"group\": \"question\"."}},
      {"area",
       R"([{"op":"replace","path":"/sources/2/text/en","value":" "}])",
       {"/sources/2/text/en: hier staan geen woorden. Schrijf de tekst in deze taal."}},
      {"area",
       R"([{"op":"replace","path":"/items/3/text/nl","value":3}])",
       {"/items/3/text/nl: hier hoort een tekst tussen aanhalingstekens, en er staat 3. Zet hier een tekst tussen "
        "aanhalingstekens."}},
      {"area",
       R"([{"op":"replace","path":"/version","value":"een"}])",
       {"/version: \"een\" is geen versie. Drie getallen met punten, zoals 1.0.0."}},
      {"learn-work",
       R"([{"op":"remove","path":"/numbers/weeks"}])",
       {"/numbers: \"weeks\" ontbreekt. Voeg \"weeks\" toe."}},
      {"learn-work",
       R"([{"op":"replace","path":"/meetings/0/parts/0/line","value":"visie"}])",
       {"/meetings/0/parts/0/line: \"visie\" ken ik hier niet. Kies uit vision, training, circle, enrolment."}},
      {"learn-work",
       R"([{"op":"replace","path":"/meetings/2/parts/0/minutes","value":0}])",
       {"/meetings/2/parts/0/minutes: nul minuten. Geef minstens één minuut, of haal het onderdeel weg."}},
      {"learn-work",
       R"([{"op":"replace","path":"/meetings/1/id","value":"v1"}])",
       {"/meetings/1/id: \"v1\" staat hier twee keer. Geef een van de twee een andere naam."}},
      {"learn-work",
       R"([{"op":"remove","path":"/meetings/8/source"}])",
       {"/meetings/8/source: \"documented\" zonder bron. Noem in \"source\" waar het staat, of maak het \"own\"."}},
      {"learn-work",
       R"([{"op":"add","path":"/meetings/3/open","value":"nee"}])",
       {"/meetings/3/open: hier hoort true of false, en er staat \"nee\". Zet hier true of false."}},
      {"learn-work",
       R"([{"op":"replace","path":"/totals/2/least","value":4}])",
       {"/totals/2/most: 4 is meer dan 3. Zet het kleinste getal bij \"least\"."}},
      {"learn-work",
       R"([{"op":"replace","path":"/totals/0/group","value":"central"}])",
       {"/totals/0/group: er is geen bijeenkomst in de groep \"central\". Noem een groep van \"meetings\", of laat "
        "\"group\" weg."}},
      {"learn-work",
       R"([{"op":"remove","path":"/items/5"},{"op":"remove","path":"/items/4"}])",
       {"/items: er is geen onderdeel in de groep \"homework\". Voeg een onderdeel toe met \"group\": \"homework\"."}},
      {"learn-work",
       R"([{"op":"replace","path":"/meetings/6/parts","value":{"line":"circle","minutes":180}}])",
       {"/meetings/6/parts: hier hoort een lijst ([...]), en er staat {\"line\":\"circle\",\"minutes\":180}. Zet hier "
        "een "
        "lijst ([...])."}},
      {"playbook",
       R"([{"op":"remove","path":"/numbers/letters"}])",
       {"/numbers: \"letters\" ontbreekt. Voeg \"letters\" toe."}},
      {"playbook",
       R"([{"op":"replace","path":"/numbers/review-days","value":0}])",
       {"/numbers/review-days: 0 past hier niet. Geef een getal van 28 tot en met 1830."}},
      {"playbook",
       R"([{"op":"replace","path":"/items/1/id","value":"strength"}])",
       {"/items/1/id: \"strength\" ken ik hier niet. Kies uit direction, own-strength, context, methodical, other."}},
      {"playbook",
       R"([{"op":"replace","path":"/items/5/id","value":"together"}])",
       {"/items/5/id: \"together\" ken ik hier niet. Kies uit community, practice, identity, meaning."}},
      {"playbook",
       R"([{"op":"replace","path":"/items/9/group","value":"state"}])",
       {"/items/9/group: \"state\" ken ik hier niet. Kies uit theme, element, rule."}},
      {"playbook",
       R"([{"op":"remove","path":"/items/0/source"}])",
       {"/items/0/source: \"documented\" zonder bron. Noem in \"source\" waar het staat, of maak het \"own\"."}},
      {"playbook",
       R"([{"op":"replace","path":"/items/6/id","value":"community"}])",
       {"/items/6/id: \"community\" staat hier twee keer. Geef een van de twee een andere naam."}},
      {"playbook",
       R"([{"op":"replace","path":"/items/2/title/nl","value":""}])",
       {"/items/2/title/nl: hier staan geen woorden. Schrijf de tekst in deze taal."}},
      {"playbook",
       R"([{"op":"replace","path":"/items/3/source/0","value":"S2"}])",
       {"/items/3/source/0: de bron \"S2\" staat niet bij \"sources\". Voeg hem daar toe, of kies uit S1, S0."}},
      {"playbook",
       R"([{"op":"replace","path":"/kind","value":"book"}])",
       {"/kind: \"book\" ken ik hier niet. Kies uit scan, goals, circle, cards, paper, course, area, playbook."}}};
  return all;
}

TEST_CASE("a broken course, paper or area analysis is told with its place and what to do", "[learning]") {
  for (const auto& one : broken_more()) {
    INFO(one.name << " " << one.patch);
    CHECK(told(patched(one.name, one.patch)) == one.lines);
  }
}

}  // namespace casus::test
