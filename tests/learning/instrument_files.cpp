// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/pages/pages.hpp"
#include "tests/learning/broken_file.hpp"
#include "tests/support/schema_file.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <set>

// The files that a team learns by: sound as they are shipped, and told what is wrong with them in the reader's
// language.

namespace casus::test {
const std::vector<BrokenFile>& broken() {
  static const std::vector<BrokenFile> all{
      {"quickscan",
       R"([{"op":"replace","path":"/format","value":2}])",
       {"/format: dit is format 2, en dit programma leest format 1. Zet \"format\" op 1."}},
      {"quickscan",
       R"([{"op":"remove","path":"/items/0/title"}])",
       {"/items/0: \"title\" ontbreekt. Voeg \"title\" toe."}},
      {"quickscan",
       R"([{"op":"add","path":"/items/0/sorce","value":["KBS"]}])",
       {"/items/0/sorce: de sleutel \"sorce\" ken ik niet. Bedoelde je \"source\"?"}},
      {"quickscan",
       R"([{"op":"replace","path":"/items/0/mark","value":"dokumented"}])",
       {"/items/0/mark: \"dokumented\" ken ik hier niet. Kies uit documented, variant, reconstruction, own."}},
      {"quickscan",
       R"([{"op":"remove","path":"/items/0/source"}])",
       {"/items/0/source: \"documented\" zonder bron. Noem in \"source\" waar het staat, of maak het \"own\"."}},
      {"quickscan",
       R"([{"op":"replace","path":"/items/0/source/0","value":"XYZ"}])",
       {"/items/0/source/0: de bron \"XYZ\" staat niet bij \"sources\". Voeg hem daar toe, of kies uit KBS, HMO, S3."}},
      {"quickscan",
       R"([{"op":"replace","path":"/items/1/id","value":"g1"}])",
       {"/items/1/id: \"g1\" staat hier twee keer. Geef een van de twee een andere naam."}},
      {"quickscan",
       R"([{"op":"replace","path":"/items/0/scale","value":"offen"}])",
       {"/items/0/scale: er is geen schaal \"offen\". Kies uit often, enough."}},
      {"quickscan",
       R"([{"op":"replace","path":"/items/0/text/nl","value":" "}])",
       {"/items/0/text/nl: hier staan geen woorden. Schrijf de tekst in deze taal."}},
      {"quickscan",
       R"([{"op":"replace","path":"/items/0/text","value":"tekst"}])",
       {"/items/0/text: hier hoort een blok met sleutels, en er staat \"tekst\". Zet hier een blok met sleutels."}},
      {"quickscan",
       R"([{"op":"replace","path":"/version","value":"1"}])",
       {"/version: \"1\" is geen versie. Drie getallen met punten, zoals 1.0.0."}},
      {"quickscan",
       R"([{"op":"add","path":"/items/23/scale","value":"often"}])",
       {"/items/23/scale: een open vraag heeft geen schaal. Haal \"scale\" weg."}},
      {"quickscan",
       R"([{"op":"replace","path":"/scales/1/choices","value":[]}])",
       {"/scales/1/choices: een schaal met 0 antwoorden. Geef er twee tot 9."}},
      {"goals", R"([{"op":"remove","path":"/words"}])", {"/words: \"absence\" ontbreekt. Voeg \"absence\" toe."}},
      {"goals",
       R"([{"op":"replace","path":"/words/absence/nl","value":"niet meer"}])",
       {"/words/absence/nl: hier hoort een lijst ([...]), en er staat \"niet meer\". Zet hier een lijst ([...])."}},
      {"goals",
       R"([{"op":"replace","path":"/items","value":[]}])",
       {"/items: deze lijst is leeg. Voeg onderdelen toe; hun \"group\" is een van question."}},
      {"goals",
       R"([{"op":"replace","path":"/items/0/group","value":"general"}])",
       {"/items/0/group: \"general\" ken ik hier niet. Kies uit question.",
        "/items: er is geen onderdeel in de groep \"question\". Voeg een onderdeel toe met \"group\": \"question\"."}},
      {"goals",
       R"([{"op":"add","path":"/items/0/empty","value":true}])",
       {"/items/0/text: een lege plek heeft geen tekst: die is in openbare bronnen niet gevonden. Haal de tekst weg, "
        "of zet "
        "\"empty\" op false en noem de bron."}},
      {"goals",
       R"([{"op":"replace","path":"/id","value":"Leerdoelen!"}])",
       {"/id: \"Leerdoelen!\" is geen id. Gebruik kleine letters, cijfers, streepje en punt."}},
      {"goals",
       R"([{"op":"replace","path":"/kind","value":"goal"}])",
       {"/kind: \"goal\" ken ik hier niet. Kies uit scan, goals, circle, cards, paper, course, area, playbook."}},
      {"goals",
       R"([{"op":"add","path":"/numbers","value":{"cards":-1}}])",
       {"/numbers/cards: hier hoort een heel getal van 0 tot 100000, en er staat -1. Zet hier een heel getal van 0 tot "
        "100000."}},
      {"goals",
       R"([{"op":"add","path":"/sources/-","value":{"key":"S2","text":{"nl":"x","en":"x"}}}])",
       {"/sources/1/key: \"S2\" staat hier twee keer. Geef een van de twee een andere naam."}},
      {"circle",
       R"([{"op":"remove","path":"/numbers"}])",
       {"/numbers: \"cards\" ontbreekt. Voeg \"cards\" toe.", "/numbers: \"dots\" ontbreekt. Voeg \"dots\" toe."}},
      {"circle",
       R"([{"op":"add","path":"/numbers/dots","value":2.5}])",
       {"/numbers/dots: hier hoort een heel getal van 0 tot 100000, en er staat 2.5. Zet hier een heel getal van 0 tot "
        "100000."}},
      {"circle",
       R"([{"op":"add","path":"/items/12/text","value":{"nl":"Vierde","en":"Fourth"}}])",
       {"/items/12/text: een lege plek heeft geen tekst: die is in openbare bronnen niet gevonden. Haal de tekst weg, "
        "of zet "
        "\"empty\" op false en noem de bron."}},
      {"circle",
       R"([{"op":"remove","path":"/items/12/source"}])",
       {"/items/12/source: \"documented\" zonder bron. Noem in \"source\" waar het staat, of maak het \"own\"."}},
      {"circle",
       R"([{"op":"replace","path":"/items/0/group","value":"agendas"}])",
       {"/items/0/group: \"agendas\" ken ik hier niet. Kies uit agenda, line, five-v, harvest."}},
      {"circle",
       R"([{"op":"replace","path":"/items/6/id","value":"Team"}])",
       {"/items/6/id: \"Team\" is geen id. Gebruik kleine letters, cijfers, streepje en punt."}},
      {"circle", R"([{"op":"remove","path":"/name/en"}])", {"/name: \"en\" ontbreekt. Voeg \"en\" toe."}},
      {"circle",
       R"([{"op":"replace","path":"/status","value":7}])",
       {"/status: 7 ken ik hier niet. Kies uit documented, variant, reconstruction, own."}},
      {"circle",
       R"([{"op":"replace","path":"/items/0/source","value":"S4"}])",
       {"/items/0/source: hier hoort een lijst ([...]), en er staat \"S4\". Zet hier een lijst ([...])."}},
      {"circle",
       R"([{"op":"replace","path":"/items/12/empty","value":"ja"}])",
       {"/items/12/empty: hier hoort true of false, en er staat \"ja\". Zet hier true of false.",
        "/items/12/text/nl: hier staan geen woorden. Schrijf de tekst in deze taal.",
        "/items/12/text/en: hier staan geen woorden. Schrijf de tekst in deze taal."}},
      {"cards",
       R"([{"op":"replace","path":"/items/0/group","value":"cards"}])",
       {"/items/0/group: \"cards\" ken ik hier niet. Kies uit card."}},
      {"cards",
       R"([{"op":"remove","path":"/items/3/source"}])",
       {"/items/3/source: \"documented\" zonder bron. Noem in \"source\" waar het staat, of maak het \"own\"."}},
      {"cards",
       R"([{"op":"add","path":"/items/3/text","value":{"nl":"Wie is wie","en":"Who is who"}}])",
       {"/items/3/text: een lege plek heeft geen tekst: die is in openbare bronnen niet gevonden. Haal de tekst weg, "
        "of zet "
        "\"empty\" op false en noem de bron."}},
      {"cards",
       R"([{"op":"remove","path":"/items/3/empty"}])",
       {"/items/3/text/nl: hier staan geen woorden. Schrijf de tekst in deze taal.",
        "/items/3/text/en: hier staan geen woorden. Schrijf de tekst in deze taal."}},
      {"cards",
       R"([{"op":"replace","path":"/items/0/source/1","value":"MI3"}])",
       {"/items/0/source/1: de bron \"MI3\" staat niet bij \"sources\". Voeg hem daar toe, of kies uit S0, S1, B5V, "
        "MI1, MI2."}},
      {"cards",
       R"([{"op":"replace","path":"/items/1/id","value":"mi-spirit"}])",
       {"/items/1/id: \"mi-spirit\" staat hier twee keer. Geef een van de twee een andere naam."}},
      {"cards",
       R"([{"op":"replace","path":"/items/4/id","value":"Groep!"}])",
       {"/items/4/id: \"Groep!\" is geen id. Gebruik kleine letters, cijfers, streepje en punt."}},
      {"cards",
       R"([{"op":"replace","path":"/items/0/text/en","value":""}])",
       {"/items/0/text/en: hier staan geen woorden. Schrijf de tekst in deze taal."}},
      {"cards",
       R"([{"op":"remove","path":"/items/4/title/nl"}])",
       {"/items/4/title: \"nl\" ontbreekt. Voeg \"nl\" toe."}},
      {"cards",
       R"([{"op":"replace","path":"/items/0/text_mark","value":"ours"}])",
       {"/items/0/text_mark: \"ours\" ken ik hier niet. Kies uit documented, variant, reconstruction, own."}},
      {"cards",
       R"([{"op":"replace","path":"/items","value":[]}])",
       {"/items: deze lijst is leeg. Voeg onderdelen toe; hun \"group\" is een van card."}},
      {"goals",
       R"([{"op":"replace","path":"/summary/en","value":""}])",
       {"/summary/en: hier staan geen woorden. Schrijf de tekst in deze taal."}}};
  return all;
}

TEST_CASE("every shipped instrument is sound, and its schema says so too", "[learning]") {
  const auto all = learning::Instruments::scan({std::string(CASUS_SOURCE_DIR) + "/workflows/learning"});
  const SchemaFile schema("workflows/learning/instrument.schema.json");
  REQUIRE(all.files().size() == 9);
  for (const auto& file : all.files()) {
    INFO(file.path);
    CHECK(told(file.bytes) == Lines{});
    CHECK(schema.accepts(nlohmann::json::parse(file.bytes)));
    for (const auto& item : file.instrument.items) CHECK((item.mark == method::Mark::own || !item.source.empty()));
  }
}

TEST_CASE("the quickscan asks what was designed: 24 items, each with its mark and source", "[learning]") {
  const auto scan = learning::parse_instrument(shipped("quickscan")).first;
  CHECK(scan.items.size() == 24);
  CHECK(scan.in_group("general").size() == 7);
  CHECK(scan.in_group("domain").size() == 14);
  CHECK(scan.in_group("open").size() == 3);
  for (const auto& item : scan.items) CHECK(item.text_mark == method::Mark::own);
}

TEST_CASE("a model that is named and not public is an empty place that says where it is named", "[learning]") {
  const auto cards = learning::parse_instrument(shipped("cards")).first;
  int empty = 0;
  for (const auto& one : cards.items) {
    INFO(one.id);
    CHECK(one.empty == one.text.empty());
    CHECK_FALSE(one.source.empty());
    empty += one.empty ? 1 : 0;
  }
  CHECK(empty == 7);
  CHECK(cards.items.size() == 10);
  for (const auto lang : {Lang::nl, Lang::en}) {
    const auto page = page::page_text(learning::instrument_page(cards, lang));
    CHECK(page.find("[S0]") != std::string::npos);
    CHECK(page.find(text::Voice(lang).say("learn.group.card")) != std::string::npos);
  }
}

TEST_CASE("a broken instrument is told with its place and what to do", "[learning]") {
  for (const auto& one : broken()) {
    INFO(one.name << " " << one.patch);
    CHECK(told(patched(one.name, one.patch)) == one.lines);
  }
}

TEST_CASE("each shipped instrument is broken in ten ways and more", "[learning]") {
  std::map<std::string, std::set<std::string>> ways;
  for (const auto* all : {&broken(), &broken_more()})
    for (const auto& one : *all) ways[one.name].insert(one.lines.front());
  const auto instruments = learning::Instruments::scan({std::string(CASUS_SOURCE_DIR) + "/workflows/learning"});
  for (const auto& file : instruments.files()) {
    INFO(file.instrument.id);
    CHECK(ways[file.instrument.id].size() >= 10);
  }
}

TEST_CASE("a file with the id of another says which, where, and what to do", "[learning]") {
  const TempDir folder;
  auto own = ordered_json::parse(shipped("goals"));
  own["name"]["nl"] = "Onze doelen";
  const auto path = folder.write("own.json", own.dump(2));
  const auto ships = std::string(CASUS_SOURCE_DIR) + "/workflows/learning";
  const auto all = learning::Instruments::scan({ships, folder.path().string()});
  const auto told_of = [](const learning::InstrumentFile& file) {
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems.front().pointer == "/id");
    CHECK(file.problems.front().at.line == 3);
    CHECK(file.problems.front().what.in(Lang::nl).find("goals.json") != std::string::npos);
    CHECK(file.problems.front().remedy.in(Lang::en).find("id") != std::string::npos);
  };
  told_of(all.files().back());
  told_of(all.among_them(learning::instrument_file(path)));
  CHECK(all.among_them(learning::instrument_file(ships + "/goals.json")).problems.empty());
  CHECK(all.of_kind(learning::InstrumentKind::goals)->instrument.id == "goals");
  own["id"] = "onze-doelen";
  folder.write("own.json", own.dump(2));
  const auto with_own = learning::Instruments::scan({ships, folder.path().string()});
  CHECK(with_own.of_kind(learning::InstrumentKind::goals)->instrument.id == "onze-doelen");
  CHECK(learning::Instruments::scan({folder.path().string(), ships})
            .of_kind(learning::InstrumentKind::goals)
            ->instrument.id == "onze-doelen");
}

TEST_CASE("what is no JSON is told too", "[learning]") {
  CHECK(told("{").size() == 1);
  CHECK(told("[]").size() == 1);
  CHECK(told("").size() == 1);
}

TEST_CASE("what the schema of an instrument refuses, the check refuses", "[learning]") {
  const SchemaFile schema("workflows/learning/instrument.schema.json");
  for (const auto* name :
       {"quickscan", "goals", "circle", "cards", "paper", "course", "learn-work", "area", "playbook"})
    for (const auto& one : spoilt(ordered_json::parse(shipped(name)))) {
      const auto document = nlohmann::json::parse(one.bytes, nullptr, false);
      if (document.is_discarded() || schema.accepts(document)) continue;
      INFO(name << " " << one.how);
      CHECK_FALSE(told(one.bytes).empty());
    }
}

}  // namespace casus::test
