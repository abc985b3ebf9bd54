// SPDX-License-Identifier: EUPL-1.2
#include "core/method/phrases.hpp"

#include "core/method/check/text_checks.hpp"
#include "tests/method/files.hpp"
#include "tests/method/made_up_view.hpp"
#include "tests/support/catch.hpp"

#include <random>
#include <set>
#include <string>

namespace casus::method {
namespace {

Said advice_in(std::string_view text) { return said_in(spoken(text), nullptr, kAdvice, {}); }

TEST_CASE("advice in disguise is found, with the phrase that gives it away", "[method]") {
  const auto [text, phrase] = GENERATE(table<const char*, const char*>({
      {"Heb je al gedacht aan schuldhulp?", "heb je al gedacht aan"},
      {"HEB JE AL GEDACHT AAN de buurvrouw", "heb je al gedacht aan"},
      {"Heb je weleens gedacht aan een maatje?", "heb je … gedacht aan"},
      {"Zou je niet eerst bellen?", "zou je niet"},
      {"Waarom bel je haar moeder niet?", "waarom … je … niet"},
      {"Waarom vragen jullie het haar niet?", "waarom … jullie … niet"},
      {"Waarom gaan we niet samen?", "waarom … we … niet"},
      {"Waarom niet gewoon bellen?", "waarom niet gewoon"},
      {"Ja maar moeten we niet gewoon de incassobureaus bellen?", "moeten we niet gewoon"},
      {"Kunnen wij niet beter wachten?", "kunnen wij niet beter"},
      {"Is het niet beter om zijn zus te bellen?", "is het niet beter"},
      {"Shouldn’t we call her first?", "shouldn't we"},
      {"‘Je moet’ nu echt iets doen", "je moet"},
      {"vind je  niet\tdat het tijd is", "vind je niet dat"},
      {"Als ik jou was, ging ik langs.", "als ik jou was"},
      {"Have you thought of a mediator?", "have you thought of"},
      {"Don’t you think she needs rest?", "don't you think"},
      {"Why don't you call?", "why don't you"},
      {"I feel you should wait.", "you should"},
  }));
  INFO(text);
  CHECK(advice_in(text).phrase == phrase);
}

TEST_CASE("a plain question or story is not taken for advice", "[method]") {
  const std::string text = GENERATE(
      "", "…", "?!", "'", "Wat wil de inwoner in plaats hiervan?", "Wat moet je weten om te helpen?",
      "Zoals jij moet ook zij wachten.", "Ik weet niet waarom. Dat is nu niet belangrijk.", "Waarom durft hij niet?",
      "Waarom wil zij geen hulp, en waarom belt haar zus niet?", "Waarom heeft de dochter niets gezegd?",
      "Waarom niet?", "Waarom lukte het toen niet?", "Who would notice first?", "Are you shoulder to shoulder?",
      "Waarom kwam de oudste zoon van de buren vorige week opeens weer langs en vertelde hij niets?",
      "Je moetje niet zo haasten.", "Wat moeten we niet vergeten?", "Is het beter of niet?",
      "\xC3\x28 je \xE2\x80 moet\xFF");
  INFO(text);
  CHECK_FALSE(advice_in(text));
}

TEST_CASE("every phrase of the program finds itself, is written once and in its normal form", "[method]") {
  for (const auto& list : core_phrases()) {
    std::set<std::string_view> seen;
    for (const auto* phrases : {&list.nl, &list.en})
      for (const auto& phrase : *phrases) {
        INFO(phrase);
        CHECK(seen.insert(phrase).second);
        CHECK(normal_phrase(phrase) == phrase);
        CHECK(said_in(spoken("Nou, " + phrase + ", toch?"), nullptr, list.id, {}));
      }
  }
}

TEST_CASE("what is found is what comes first, and says whether the text begins with it", "[method]") {
  const std::vector<std::string> own{"heb je overwogen", "ooit"};
  const auto said = [&](std::string_view text) { return said_in(spoken(text), nullptr, kAdvice, own); };
  CHECK(said("Ooit gebeld?").word == 0);
  CHECK(said("Heb je ooit gebeld?").word == 2);
  CHECK(said("Heb je overwogen wat je moet doen?").phrase == "heb je overwogen");
  CHECK(said("Als je moet, heb je overwogen om te gaan?").phrase == "je moet");
  CHECK_FALSE(said_in(spoken("Je moet gaan."), nullptr, "nobody/knows", {}));
}

TEST_CASE("a phrase gets one form, however it is typed", "[method]") {
  CHECK(normal_phrase("  Heb je … Overwogen? ") == "heb je … overwogen");
  CHECK(normal_phrase("heb je...overwogen") == "heb je … overwogen");
  CHECK(normal_phrase("Don’t you") == "don't you");
  CHECK(normal_phrase("'één'") == "één");
  CHECK(normal_phrase("?!").empty());
  CHECK(normal_phrase("… niet …") == "niet");
  CHECK(normal_phrase("").empty());
}

TEST_CASE("the same words are the same, whatever stands between them", "[method]") {
  CHECK(spaced_words("Zus bellen!") == spaced_words("zus, bellen."));
  CHECK(spaced_words("") == " ");
}

TEST_CASE("words are made ready once, and heard as if each looked at the text itself", "[method]") {
  const std::vector<std::string> parts{
      "Zij",   "één",  "ÉÉN", "Ze zei",  "'ja'", "don’t", "niet veilig",       ". ",  " ", "!",
      "\xC3",  "\n",   "…",   "...",     "-",    "—",     "ik maak me zorgen", "mes", "“", "”",
      "SLAAT", "haar", "×",   "\u00A0é", "7",    ", ",    "hij dreigt",        "?",   "u", "Ĳ"};
  std::mt19937 chance(7);
  int danger = 0, worry = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i)
      (text += parts[std::uniform_int_distribution<std::size_t>(0, parts.size() - 1)(chance)]) += round % 2 ? " " : "";
    INFO(text);
    REQUIRE(words_of_spoken(spoken(text)) == spaced_words(text));
    REQUIRE(spoken(folded(text)) == spoken(text));
    REQUIRE(tells_of_danger(text) == spoken_of_danger(spoken(text)));
    danger += tells_of_danger(text) ? 1 : 0;
    worry += tells_of_worry(text) ? 1 : 0;
  }
  CHECK(danger > 0);
  CHECK(worry > 0);
}

TEST_CASE("a list that is searched by its letters finds what a list finds that is read from top to bottom",
          "[method]") {
  PhraseList list{.nl = {"u", "ik", "ikke", "ik … niet", "slaa", "slaat", "één keer", "één … twee"}};
  const PhraseIndex index(list);
  const auto found = [&](const std::string& text) {
    return index.is_said_in(spoken(text), [](const Place&) { return true; });
  };
  const auto text = GENERATE("u", "Ik", "ikk", "hij slaat", "slaan", "slaa!", "Eén keer", "één. Keer", "één of twee",
                             "één. Twee", "", "niet ik", "bij u thuis", "ui");
  INFO(text);
  CHECK(found(text) == static_cast<bool>(said_in(spoken(text), list.nl)));
}

TEST_CASE("what a list notes of how its phrases begin changes nothing in what is heard", "[method]") {
  PhraseList list{.nl = {"u", "ik", "ik … niet", "slaat", "één keer"}, .en = {"keer", "not you", "u", "a"}};
  auto noted = list;
  noted.note_beginnings();
  CHECK(noted.nl_begins != list.nl_begins);
  CHECK(noted.en_begins != list.en_begins);
  const auto text =
      GENERATE("u", "Ik", "één keer", "hij slaat, not you", "not you. Hij slaat", "een keer", "", "a", "ui",
               "ik ga er vandaag met haar naar toe en niet met u", "zomaar iets van negen woorden of meer");
  INFO(text);
  const auto read = said_in(spoken(text), list), quick = said_in(spoken(text), noted);
  CHECK(quick.phrase == read.phrase);
  CHECK(quick.word == read.word);
}

TEST_CASE("a text check listens where, to what and to whom it says", "[method]") {
  const auto [method, problems] = parse(source_file("tests/method/round.json"));
  REQUIRE(problems.empty());
  MadeUpView at;
  at.definition = &method;
  at.step = "clarify";
  at.add(Collection::participants, {{Field::id, "bo"}, {Field::role, "member"}});
  at.add(Collection::participants, {{Field::id, "ria"}, {Field::role, "presenter"}});
  const auto heard = [&](const char* by, const char* kind, const char* text) {
    const auto found = text_checks(method, at, {by, kind, text, "", ""});
    return found.empty() ? std::string{} : found.front().rule + ": " + found.front().message.en;
  };
  CHECK(heard("bo", "question", "Maar hoe dan?") == "demo/no-buts: Leave out 'but'.");
  CHECK(heard("bo", "question", "Ja, dat kan, alleen hoe?") == "demo/no-buts: Leave out 'but'.");
  CHECK(heard("bo", "question", "Kun je niet bellen?") == "demo/no-buts: Leave out 'but'.");
  CHECK(heard("bo", "question", "Hoe dan?").empty());
  CHECK(heard("bo", "question", "Maar zou je niet bellen?").empty());  // advice: told by R6
  CHECK(heard("bo", "follow_up", "Maar hoe dan?").empty());
  CHECK(heard("ria", "question", "Maar hoe dan?").empty());
  at.step = "present";
  CHECK(heard("bo", "question", "Maar hoe dan?").empty());
}

TEST_CASE("danger and worry are heard as people say them, and plain sentences are not", "[method][R14]") {
  for (const auto* text : {"hij slaat haar",
                           "Haar man slaat.",
                           "vader sloeg de kinderen",
                           "zij wordt geslagen",
                           "hij bedreigt haar",
                           "ze wordt bedreigd",
                           "hij dreigt haar te slaan",
                           "hij heeft een mes",
                           "er ligt een wapen in huis",
                           "hij stond met een mes voor de deur",
                           "zij praat over zelfmoord",
                           "een zelfmoordpoging vorige week",
                           "ze heeft zelfmoordgedachten",
                           "hij is suïcidaal",
                           "suicide",
                           "zij wil niet meer leven",
                           "hij heeft geen zin om te leven als hij naar school moet",
                           "ze heeft geen zin meer in het leven",
                           "ik wil dood",
                           "zij wil uit het leven stappen",
                           "er een einde aan maken",
                           "ze zit opgesloten op haar kamer",
                           "de kinderen zijn in gevaar",
                           "she talks of suicide",
                           "he is suicidal",
                           "she wants to end it all",
                           "he tried to take his own life",
                           "killing herself",
                           "he hit her",
                           "he slapped the children",
                           "he threatened her",
                           "she is being threatened",
                           "he has a gun",
                           "he came with a knife",
                           "they are in danger"}) {
    CAPTURE(text);
    CHECK(tells_of_danger(text));
  }
  for (const auto* text :
       {"ik maak me zorgen over zijn veiligheid", "Ik maak me zorgen.", "wij maken ons zorgen om de kinderen",
        "de baby heeft blauwe plekken", "thuis is het niet veilig: zij is niet veilig", "zij is bang voor haar man",
        "I am worried about his safety", "we're worried about the children", "she does not feel safe at home",
        "he is not safe there"}) {
    CAPTURE(text);
    CHECK(tells_of_worry(text));
  }
  for (const auto* text : {"hij snijdt brood met een mes",
                           "zij eet met een mes en vork",
                           "haar uitkering is in gevaar",
                           "zij is niet in gevaar",
                           "vader slaat een beurt over",
                           "hij voelt zich opgesloten in huis",
                           "geweldig gedaan",
                           "hij stopt de post dicht in een la",
                           "zij wil weer leren dansen",
                           "de klok slaat twaalf uur",
                           "ik maak me geen zorgen",
                           "zij zorgt goed voor zichzelf",
                           "hij wil dat het stil is",
                           "she cuts bread with a knife",
                           "her benefit is in danger",
                           "she is not in danger",
                           "he hit him hard news",
                           "she runs her own life",
                           "we are not worried",
                           "the children hit the road",
                           "he wants to live here"}) {
    CAPTURE(text);
    CHECK_FALSE(tells_of_danger(text));
    CHECK_FALSE(tells_of_worry(text));
  }
}

TEST_CASE("danger is heard in the words that people use for it at the table", "[method][R14]") {
  for (const auto* text : {"hij heeft haar in elkaar geslagen",
                           "hij heeft me gisteren weer geslagen",
                           "zij is door haar man geslagen",
                           "hij kneep haar keel dicht",
                           "ze wil er een eind aan maken, zegt ze",
                           "anders maak ik er een einde aan",
                           "ze heeft pillen geslikt vannacht",
                           "zij heeft al haar pillen geslikt",
                           "hij dreigt haar wat aan te doen",
                           "hij dreigde de kinderen iets aan te doen",
                           "hij heeft gedreigd haar wat aan te doen",
                           "vader had gedreigd hem te slaan",
                           "straks gaat zij zich iets aandoen",
                           "hij zit aan zijn dochter",
                           "hij heeft aan de kinderen gezeten",
                           "hij zei 'dan spring ik wel voor de trein'",
                           "zij wil van het balkon springen",
                           "hij wil zich ophangen",
                           "zij snijdt in haar arm",
                           "he beat him up last week",
                           "she took pills last night",
                           "he threatens to do something to her",
                           "he touches his daughter",
                           "then I will jump in front of the train",
                           "she wanted to hang herself",
                           "he put an end to it all",
                           "mishandeling!!",
                           "hij wordt thuis geslagen",
                           "de kinderen werden vaak geslagen",
                           "hij is al twee dagen vermist",
                           "hij is weggelopen",
                           "hij dreigt het huis in brand te steken",
                           "de baby ligt de hele dag alleen",
                           "kindje van 2, niemand weet waar zij nu is",
                           "she gets beaten at home",
                           "her son has been missing for two days",
                           "he threatens to set the house on fire",
                           "the baby is alone all day",
                           "a toddler, nobody knows where she is now",
                           "er is acuut gevaar, hij heeft de gaskraan open",
                           "gevaar, hij staat op het dak",
                           "hij heeft gisteren gezegd dat hij er een eind aan maakt",
                           "vanochtend heeft zijn stiefvader hem met een riem geslagen",
                           "haar vriend schreeuwt veel, en vorige week sloeg hij haar",
                           "ze heeft gisteren het gas open laten staan",
                           "there is immediate danger",
                           "he left the gas on all night",
                           "his stepfather hit him with a belt"}) {
    CAPTURE(text);
    CHECK(tells_of_danger(text));
  }
  for (const auto* text : {"wij moeten de handen in elkaar slaan",
                           "de gemeente slaat de handen in elkaar",
                           "hij heeft een kast in elkaar gezet",
                           "zij heeft haar pillen geslikt en sliep goed",
                           "hij zit aan zijn dochter te denken",
                           "hij zit met zijn dochter aan tafel",
                           "hij trekt zich er wat van aan",
                           "zij kocht een kaartje voor de trein",
                           "wij willen aan het pesten een eind aan maken",
                           "she took pills for the pain",
                           "he put an end to the talk",
                           "niemand wordt geslagen",
                           "wij volgen een training mishandeling",
                           "de hond is weggelopen",
                           "de baby is niet alleen",
                           "niemand weet waar het formulier is",
                           "the form is missing",
                           "the baby is not alone",
                           "er is geen acuut gevaar",
                           "hij maakt er een feest van",
                           "zij heeft hem de brief gegeven"}) {
    CAPTURE(text);
    CHECK_FALSE(tells_of_danger(text));
  }
}

}  // namespace
}  // namespace casus::method
