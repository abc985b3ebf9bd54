// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"
#include "tests/desk/room.hpp"
#include "tests/support/has.hpp"

#include "core/service/unlogged.hpp"

// A second measured meeting: what people say in a sentence comes where it belongs, or is asked about; and the sentences
// beside each of those, which are only told.

namespace casus::test {
namespace {

using StandApart = std::vector<std::string>;

/// Noor tells, in coaching.
service::Table noor_tells() {
  auto table = at_table();
  table.presenter = "Noor van Dam";
  table.acting = "Samira";
  table.notes_beside = true;
  table.seats = {seat("p1", "Noor van Dam", true), seat("p2", "Samira"), seat("p3", "Daan"), seat("p4", "Ria")};
  table.kinds = {{"fact", "feit"}, {"wish", "wens van de inwoner"}, {"strength", "kracht"}};
  table.other_kinds = {{"question", "vraag"}, {"idea", "idee"}, {"choice", "keuze"}};
  return table;
}

/// Daan and Ria ask, nobody has the turn.
service::Table they_ask() {
  auto table = noor_tells();
  table.seats = {seat("p1", "Noor van Dam"), seat("p2", "Samira"), seat("p3", "Daan", true), seat("p4", "Ria", true)};
  table.seats.front().answers = true;
  table.kinds = {{"question", "vraag"}};
  table.other_kinds = {{"fact", "feit"}, {"wish", "wens van de inwoner"}, {"strength", "kracht"}, {"idea", "idee"}};
  return table;
}

/// Noor chooses.
service::Table noor_chooses() {
  auto table = noor_tells();
  table.kinds = {{"choice", "keuze"}};
  table.other_kinds = {{"fact", "feit"}, {"question", "vraag"}, {"idea", "idee"}};
  return table;
}

/// The same, right behind an action of Daan.
service::Table daan_does() {
  auto table = noor_chooses();
  service::SaidLine said;
  said.id = "a1";
  said.here = true;
  said.who = "Samira";
  said.text = "Daan: brief schrijven (voor vrijdag 6 maart 2026)";
  said.words = "brief schrijven";
  table.said = {said};
  table.open_actions = {{"a1", "brief schrijven", "Daan", "", date_from("2026-03-06")}};
  return table;
}

service::SaidLine words_of_noor(const char* id, const char* words) {
  service::SaidLine said;
  said.id = id;
  said.who = "Noor van Dam";
  said.here = true;
  said.text = said.words = words;
  return said;
}

bool is_kept_without_kind(const std::string& line, const service::Table& table) {
  return given(meant(line, table)).find(R"("do":"Say","kind":"")") != std::string::npos;
}

/// What one Enter would do; empty where the line asks for more, or nothing is asked.
std::string on_enter(const std::string& line, const service::Table& table) {
  const auto answer = meant(line, table);
  const auto* asked = std::get_if<desk::Unsure>(&answer);
  return asked == nullptr || !asked->whole ? std::string() : asked->line;
}

/// A face on which lines are typed, without commands of its own.
class LinesTyped : public desk::CommandLines {
 public:
  text::Voice voice() const override { return Lang::nl; }
  std::string written(const Command&) const override { return {}; }
  std::string written(const text::Way&) const override { return {}; }
  Answer run(std::vector<std::string>, const std::string&, const std::string&) override { return {}; }
};

}  // namespace

TEST_CASE("what the resident wants is offered as their wish, in a sentence and in their own words", "[desk][guided]") {
  const auto table = noor_tells();
  for (const auto* said :
       {"moeder wil weer durven opendoen als de bel gaat", "ze wil het huis weer netjes krijgen",
        "hij wil graag onder de mensen", "mevrouw wil liever zelf koken", "zij wil gewoon rust in huis",
        "wat hij wil is dat er weer samen gegeten wordt", "haar wens is een eigen kamer"}) {
    CAPTURE(said);
    const auto wish = std::string("Noor van Dam wens van de inwoner: ") + said;
    CHECK(on_enter(std::string("noor: ") + said, table) == wish);
    CHECK(on_enter(said, table) == wish);
  }
  CHECK(on_enter("hij zegt zelf: ik wil gewoon weer een normaal gezin", table) ==
        "Noor van Dam wens van de inwoner: hij zegt zelf: ik wil gewoon weer een normaal gezin");
  // What somebody around them can do, what the resident does not want, and what others want are told.
  for (const auto* told :
       {"oma wil graag oppassen", "hij wil niet naar de huisarts", "hij wil liever niet meer naar school",
        "de school wil weer een gesprek", "moeder wil morgen bellen", "ze zegt dat het wel gaat"}) {
    CAPTURE(told);
    CHECK(is_kept_without_kind(std::string("noor: ") + told, table));
  }
  // What was thought or done, what nobody knows yet, and what may be danger, which is told first.
  for (const auto* told : {"hij zou gewoon weer gaan drinken", "ze zou weer naar school gaan deze week",
                           "he would just sit there all day", "wat hij wil is nog onduidelijk",
                           "haar wens is ons niet bekend", "what she wants is unclear", "hij zegt: ik wil dood"}) {
    CAPTURE(told);
    CHECK(on_enter(std::string("noor: ") + told, table).find("wens van de inwoner") == std::string::npos);
    CHECK(on_enter(told, table).find("wens van de inwoner") == std::string::npos);
  }
  CHECK(on_enter("noor: hij zou graag weer werken", table) ==
        "Noor van Dam wens van de inwoner: hij zou graag weer werken");
  // Where no wish is asked for it is an answer or a note, as before.
  CHECK(on_enter("noor: hij wil graag onder de mensen", they_ask()).find("wens") == std::string::npos);
}

TEST_CASE("a wish that is still to be written down is offered as one among the questions too", "[desk][guided]") {
  auto table = they_ask();
  Missing wish;
  wish.id = "resident-wish";
  table.missing.push_back(wish);
  const std::string offered = "Noor van Dam wens van de inwoner: ";
  CHECK(on_enter("noor: hij wil graag onder de mensen", table) == offered + "hij wil graag onder de mensen");
  CHECK(on_enter("hij wil graag onder de mensen", table) == offered + "hij wil graag onder de mensen");
  CHECK(on_enter("noor: hij wil morgen bellen", table).find("wens") == std::string::npos);
  CHECK(on_enter("daan: hij wil graag onder de mensen", table).find("wens") == std::string::npos);
  // What answers a question is the answer.
  table.seats.front().asked = true;
  CHECK(on_enter("noor: hij wil graag onder de mensen", table).find("wens") == std::string::npos);
}

TEST_CASE("a resident with a title and a name wants something as well", "[desk][guided]") {
  const auto table = noor_tells();
  for (const auto* said : {"mw. Yilmaz wil vooral dat de kinderen hier blijven", "meneer Bos wil graag weer werken",
                           "mevrouw van den Berg wil graag weer koken", "mevr. El Amrani wil liever hier blijven",
                           "dhr. Özdemir wil graag weer werken", "mevrouw yilmaz wil graag rust"}) {
    CAPTURE(said);
    CHECK(on_enter(std::string("noor: ") + said, table) == std::string("Noor van Dam wens van de inwoner: ") + said);
  }
  for (const auto* told : {"mw. Yilmaz wil niet naar de bank", "mw. Yilmaz wil morgen bellen",
                           "mevrouw haar zus wil graag oppassen", "de school van Mo wil graag een gesprek"}) {
    CAPTURE(told);
    CHECK(is_kept_without_kind(std::string("noor: ") + told, table));
  }
}

TEST_CASE("what is said to be strong is offered as a strength", "[desk][guided]") {
  const auto table = noor_tells();
  for (const auto* said : {"haar sterke kant is dat ze goed kan koken", "positief is dat hij elke dag de hond uitlaat",
                           "wat goed gaat is het ontbijt", "zijn kracht is humor"}) {
    CAPTURE(said);
    CHECK(on_enter(std::string("noor: ") + said, table) == std::string("Noor van Dam kracht: ") + said);
  }
  for (const auto* told : {"haar sterke kant is niet meer te zien", "haar kracht neemt af", "positief over school"}) {
    CAPTURE(told);
    CHECK(is_kept_without_kind(std::string("noor: ") + told, table));
  }
  for (const auto* gone : {"haar kracht is op", "wat goed gaat is weinig", "his strength is gone"}) {
    CAPTURE(gone);
    CHECK(on_enter(std::string("noor: ") + gone, table) != std::string("Noor van Dam kracht: ") + gone);
  }
}

TEST_CASE("of who tells or chooses, a question with its mark is a question", "[desk][guided]") {
  CHECK(on_enter("noor: zijn we niet verplicht iets te doen?", noor_tells()) ==
        "Noor van Dam vraag: zijn we niet verplicht iets te doen?");
  CHECK(on_enter("noor: wie kijkt er terug?", noor_chooses()) == "Noor van Dam vraag: wie kijkt er terug?");
  CHECK(on_enter("noor: hij bedreigt haar?", noor_tells()).find("vraag") == std::string::npos);
  // What somebody asked, as it is told, and a choice that is put so.
  CHECK(is_kept_without_kind("noor: moeder vraagt steeds: wat doe ik verkeerd?", noor_tells()));
  CHECK(on_enter("noor: ik kies voor de buurman, toch?", noor_chooses()).empty());
}

TEST_CASE("that the table goes on is heard in more than one piece, and in the words of who leads", "[desk][guided]") {
  const auto table = noor_tells();
  for (const auto* line : {"ok verder", "iedereen geweest? verder", "niemand meer? dan door naar de ideeën",
                           "mooi, verder", "kunnen we verder?"}) {
    CAPTURE(line);
    CHECK(on_enter(line, table) == "verder");
    CHECK(on_enter(std::string("samira: ") + line, table) == "verder");
  }
  for (const auto* line :
       {"klaar, door naar de laatste", "afgerond, volgende", "volgende casus graag", "op naar de volgende casus"}) {
    CAPTURE(line);
    CHECK(on_enter(line, table) == "klaar");
  }
  // Of who is asked something it is the answer.
  auto asked = they_ask();
  asked.seats.front().asked = true;
  for (const auto* answer : {"afgerond", "nou, afgerond"}) {
    CAPTURE(answer);
    CHECK(on_enter(answer, asked) != "klaar");
    CHECK(on_enter(std::string("noor: ") + answer, they_ask()) != "klaar");
    CHECK(on_enter(answer, they_ask()) == "klaar");
  }
  // Between the cases nothing is to be done first.
  CHECK(on_enter("neem de eerste casus maar", service::Table{}) == "neem");
  CHECK(on_enter("klaar, eerste casus", service::Table{}) == "klaar");
  for (const auto* told : {"ok, hij gaat weer naar school", "klaar met school is hij", "mooi, verder gaat het goed",
                           "goed, oma komt", "hij is klaar, verder niets bekend", "de laatste tijd gaat het beter"}) {
    CAPTURE(told);
    const auto offered = on_enter(told, table);
    CHECK(offered != "verder");
    CHECK(offered != "klaar");
    CHECK(offered != "neem");
  }
}

TEST_CASE("that something is ready on a day to come is another day, and no outcome", "[desk][guided]") {
  const auto table = daan_does();
  for (const auto* line : {"a1 is klaar op 14 maart", "a1 is klaar op 14 maart ipv 6", "a1 is pas klaar op 14 maart",
                           "a1 is af op 14 maart", "a1 naar 14 maart in plaats van vrijdag"}) {
    CAPTURE(line);
    CHECK(asked_back(line, table).ends_with("| a1 naar 14 maart omdat "));
  }
  for (const auto* line : {"a1 is klaar", "a1 is klaar, vrijdag belt hij terug", "a1 is gelukt"}) {
    CAPTURE(line);
    CHECK(given(meant(line, table)).find(R"("do":"FinishAction")") != std::string::npos);
  }
}

TEST_CASE("who checks is heard however it is said, and no word of it is left in what is done", "[desk][guided]") {
  const auto table = noor_chooses();
  CHECK(on_enter("daan belt vrijdag de school, ria houdt hem scherp", table) ==
        "actie Daan: belt de school; vrijdag; Ria");
  CHECK(on_enter("daan belt vrijdag de school, ria kijkt of het gebeurd is", table) ==
        "actie Daan: belt de school; vrijdag; Ria");
  CHECK(on_enter("daan belt de dochter morgen, check: ria", table) == "actie Daan: belt de dochter; morgen; Ria");
  CHECK(on_enter("daan belt de moedergroep op dinsdag 10 maart - ria vraagt hoe het was", table) ==
        "actie Daan: belt de moedergroep; op dinsdag 10 maart; Ria");
  // Who "ik" is nobody knows: it is asked who checks.
  CHECK(asked_back("daan belt de kringloop uiterlijk vrijdag, ik check dat", table)
            .ends_with("| actie Daan: belt de kringloop; uiterlijk vrijdag; "));
  CHECK(asked_back("daan praat het donderdag met hem door", table)
            .ends_with("| actie Daan: praat het met hem door; donderdag; "));
  CHECK(asked_back("daan belt oma het komende weekend", table).find("belt oma het;") == std::string::npos);
  // What stands before a comma is no part of the day, and the word for an action in front changes nothing.
  for (const auto* line :
       {"daan haalt de post op, uiterlijk vrijdag", "actie: daan haalt de post op, uiterlijk vrijdag",
        "afspraak: daan haalt de post op, uiterlijk vrijdag"}) {
    CAPTURE(line);
    CHECK(asked_back(line, table).ends_with("| actie Daan: haalt de post op; uiterlijk vrijdag; "));
  }
  CHECK(asked_back("actie daan: haalt de post op, uiterlijk vrijdag; ria", table).find("post; op") ==
        std::string::npos);
  // A part of the day means nothing without it, and is not lost.
  CHECK(asked_back("daan to see her tomorrow morning", table)
            .ends_with("| actie Daan: see her tomorrow morning; tomorrow; "));
  CHECK(
      asked_back("daan ringing the school tomorrow", table).ends_with("| actie Daan: ringing the school; tomorrow; "));
  CHECK_FALSE(has(asked_back("daan being tested tomorrow", table), "actie Daan"));
  // Right behind an action a line of its own says so; of who does it, or behind words, it does not.
  for (const auto* line : {"ria kijkt dat na", "ria checkt het", "ria houdt dat in de gaten"}) {
    CAPTURE(line);
    CHECK(on_enter(line, daan_does()) == "ik bedoel: Ria kijkt na");
  }
  CHECK(on_enter("daan kijkt dat na", daan_does()) != "ik bedoel: Daan kijkt na");
  CHECK(on_enter("ria kijkt dat na", table) != "ik bedoel: Ria kijkt na");
  CHECK(given(meant("ik bedoel: Ria kijkt na", daan_does())).find(R"("set":["checks=Ria"])") != std::string::npos);
}

TEST_CASE("two numbered ideas in one line stand apart, and who wonders asks", "[desk][guided]") {
  auto table = noor_tells();
  table.seats = {seat("p1", "Noor van Dam"), seat("p2", "Samira"), seat("p3", "Daan", true, true),
                 seat("p4", "Ria", true)};
  table.kinds = {{"idea", "idee"}};
  table.other_kinds = {{"fact", "feit"}, {"question", "vraag"}};
  const auto both = meant("daan: idee 1: opruimcoach, en idee 2: de kringloop laten komen", table);
  const auto* asked = std::get_if<desk::Unsure>(&both);
  REQUIRE(asked != nullptr);
  CHECK(asked->apart == StandApart{"Daan idee: opruimcoach", "Daan idee: de kringloop laten komen"});
  CHECK(on_enter("daan: idee 1: opruimcoach", table) == "Daan idee: opruimcoach");
  for (const auto* line :
       {"daan vroeg zich af wie er thuis is", "daan vraagt zich af wie er thuis is", "daan vraagt wie er thuis is"}) {
    CAPTURE(line);
    CHECK(on_enter(line, they_ask()) == "Daan vraag: wie er thuis is");
  }
}

TEST_CASE("what is told of the resident among the questions is of who brought the case in", "[desk][guided]") {
  CHECK(on_enter("wens: rust in huis", they_ask()) == "Noor van Dam wens: rust in huis");
  CHECK(on_enter("kracht: zij kookt elke dag", they_ask()) == "Noor van Dam kracht: zij kookt elke dag");
  CHECK(on_enter("idee: de buurvrouw", they_ask()).empty());
  // By another word for the kind it is the same line.
  CHECK(given(meant("sterk: zij kookt elke dag", noor_tells())) ==
        given(meant("kracht: zij kookt elke dag", noor_tells())));
}

TEST_CASE("a slip of the pen that is named puts right the word it is about", "[desk][guided][mending]") {
  auto table = noor_tells();
  table.said = {words_of_noor("b1", "zij gaat naar de kredietbank, zegt ze"),
                words_of_noor("b2", "de deurwaarder komt 8 maart")};
  for (const auto* line : {"typo: kredietbank moet stadsbank zijn", "sorry, typo: kredietbank moet stadsbank zijn",
                           "tikfout: de kredietbank moet de stadsbank zijn"}) {
    CAPTURE(line);
    CHECK(on_enter(line, table) == "corrigeer b1: zij gaat naar de stadsbank, zegt ze");
  }
  CHECK(given(meant("typfout: het is 9 maart", table)) ==
        R"(: {"do":"Correct","ref":"b2","text":"de deurwaarder komt 9 maart"})");
}

TEST_CASE("talk beside the case is not offered as somebody's words, and a fact with a sigh is", "[desk][guided]") {
  const auto table = noor_tells();
  for (const auto* line : {"pff, wat een verhaal", "even plassen hoor", "wacht ff, telefoon", "dat is een goeie",
                           "leuk!", "fijn overleg was dit", "tot volgende week!", "beurt van ria"}) {
    CAPTURE(line);
    CHECK(on_enter(line, table).empty());
  }
  for (const auto* told :
       {"pff hij gamet weer elke avond", "leuk vindt hij alleen gamen", "leuk is het thuis al lang niet"}) {
    CAPTURE(told);
    CHECK(on_enter(told, table) == std::string("Noor van Dam: ") + told);
  }
}

TEST_CASE("behind a name too, what may be danger lies ready to be reported where lines are typed",
          "[desk][guided][R14]") {
  TeamRoom room;
  room.opens_coached("2026-003", {{"Samira", Role::chair}, {"Daan", Role::member}});
  auto desk = room.desk("Samira");
  LinesTyped lines;
  desk::GuidedMeeting meeting(desk, desk::GuidedMeeting::Place{std::nullopt, "2026-003", {}}, &lines);
  REQUIRE_FALSE(meeting.open());
  meeting.take("verder");
  meeting.take("noor: hij kookt elke dag");
  CHECK_FALSE(meeting.now().back);
  meeting.take("noor: hij zegt dat hij er niet meer wil zijn");
  REQUIRE(meeting.now().back == "gevaar Noor: hij zegt dat hij er niet meer wil zijn");
  CHECK_FALSE(meeting.now().offer);
  const auto ready = *meeting.now().back;
  meeting.take(ready);
  const auto state = service::Unlogged(desk.service()).open("2026-003");
  CHECK(state.stage.safety == Safety::acute);
  CHECK(state.contributions.size() == 2);
}

}  // namespace casus::test
