// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/spoken_line.hpp"
#include "core/service/table/saying_kind.hpp"
#include "tests/desk/lines_at_table.hpp"
#include "tests/desk/short_round.hpp"
#include "tests/support/has.hpp"

#include <algorithm>

// Plain lines, as people say them where a choice, an idea or a fact is asked for: a remark is none of those, a line
// that asks is a question without its mark too, and where it is not clear it is asked.

namespace casus::test {
namespace {

using Lines = std::vector<std::string>;

/// Noor chooses; what the others thought of was said in the step before.
service::Table at_choice() {
  auto table = at_table();
  table.presenter = "Noor van Dam";
  table.acting = "Samira";
  table.notes_beside = true;
  table.seats = {seat("p1", "Noor van Dam", true), seat("p2", "Samira"), seat("p3", "Daan"), seat("p4", "Ria")};
  table.kinds = {{"choice", "keuze"}};
  table.other_kinds = {{"idea", "idee"}, {"fact", "feit"}, {"question", "vraag"}};
  const auto idea = [&](const char* id, const char* text) {
    service::SaidLine said;
    said.id = id;
    said.who = "Daan";
    said.text = text;
    table.said.push_back(said);
  };
  idea("b1", "Vraag de zus erbij");
  idea("b2", "Een vaste middag met de buurman");
  idea("b3", "Ask his brother");
  return table;
}

service::Table at_ideas() {
  auto table = at_choice();
  table.kinds = {{"idea", "idee"}};
  table.other_kinds = {{"choice", "keuze"}, {"fact", "feit"}, {"question", "vraag"}};
  return table;
}

service::Table at_telling() {
  auto table = at_choice();
  table.kinds = {{"fact", "feit"}, {"wish", "wens van de inwoner"}};
  table.other_kinds = {{"question", "vraag"}, {"idea", "idee"}};
  return table;
}

/// What comes of it behind the name of Noor: "said" as it stands, "note" when it is kept or offered as that, "action"
/// when that is offered.
std::string becomes(const std::string& line, const service::Table& table) {
  const auto answer = meant("noor: " + line, table);
  if (const auto* asked = std::get_if<desk::Unsure>(&answer)) {
    if (asked->line == "Noor van Dam aantekening: " + line) return "note";
    return asked->line.starts_with("actie ") ? "action" : asked->line;
  }
  if (has(given(answer), R"("do":"Say","kind":"note")")) return "note";
  return has(given(answer), R"("do":"Say","kind":"")") ? "said" : given(answer);
}

}  // namespace

TEST_CASE("where a choice is made only words of choosing and a pick of an idea are one", "[desk][guided]") {
  const auto table = at_choice();
  for (const auto* line :
       {"ik kies de buurman", "we gaan voor de vaste middag", "ik wil eerst met school praten", "ik neem de zus mee",
        "Opa, dat wordt het", "De zus erbij", "de buurman", "we beginnen met de huur", "laten we klein beginnen",
        "I choose the brother", "let us go with the brother", "we will take the sister", "I want to start small",
        "I'll go with the sister", "his brother", "that's the one"}) {
    CAPTURE(line);
    CHECK(becomes(line, table) == "said");
  }
  for (const auto* line : {"Daan belt morgen met oma", "morgen belt Ria de school", "Ria gaat vrijdag langs bij opa",
                           "Daan will ring grandma tomorrow", "tomorrow Ria will ring the school"}) {
    CAPTURE(line);
    CHECK(becomes(line, table) == "action");
  }
  for (const auto* line :
       {"we moeten wel oppassen met de buren", "zij slaapt slecht de laatste tijd", "dat vindt de school nooit goed",
        "de huur is een probleem", "het is een lastige tijd", "we have to be careful with the neighbours",
        "she sleeps badly these days", "the rent is a problem", "it is a hard time"}) {
    CAPTURE(line);
    CHECK(becomes(line, table) == "note");
  }
  // It is kept at once, and one word makes the choice of it.
  const auto kept = meant("noor: de huur is een probleem", table);
  CHECK(given(kept) == R"(Noor van Dam: {"do":"Say","kind":"note","text":"de huur is een probleem"})");
  REQUIRE(std::holds_alternative<desk::GiveCommand>(kept));
  CHECK(std::get<desk::GiveCommand>(kept).note ==
        "bewaard als aantekening: dit klinkt niet als keuze. Is het dat toch? Typ: keuze");
  // In a strict case nobody but who leads notes something, and it is asked.
  auto strict = table;
  strict.notes_beside = false;
  strict.acting.clear();
  CHECK(asked_back("noor: de huur is een probleem", strict) ==
        "dit klinkt niet als: keuze. Enter bewaart het als aantekening. Is het dat toch? Typ: Noor van Dam keuze: TEKST"
        " | Noor van Dam aantekening: de huur is een probleem");
}

TEST_CASE("a remark about an idea is no idea", "[desk][guided]") {
  const auto table = at_ideas();
  for (const auto* line :
       {"dat hebben we al geprobeerd", "mooi idee van Ria", "goed idee", "daar ben ik het mee eens", "dat werkt niet",
        "Ria heeft gelijk", "dat is lastig", "we already tried that", "good idea of Ria", "I agree with Ria",
        "that does not work", "Ria is right", "that is difficult"}) {
    CAPTURE(line);
    CHECK(becomes(line, table) == "note");
  }
  for (const auto* line :
       {"de buurvrouw een sleutel geven", "samen naar de markt", "een kwartier per week samen openen",
        "give the neighbour a key", "to the market together"}) {
    CAPTURE(line);
    CHECK(becomes(line, table) == "said");
  }
}

TEST_CASE("a verdict on what somebody said is no idea, in whatever words", "[desk][guided]") {
  const auto table = at_ideas();
  for (const auto* line :
       {"ja ben ik het mee eens", "super idee Ria", "heel goed plan", "snap ik heel goed", "dat is wel zorgelijk",
        "mooi! daar kunnen we wat mee", "nee, dat klopt niet, ze lacht gewoon nog", "dit moeten we wel serieus nemen",
        "yes, I agree with you Ria", "brilliant idea Ria"}) {
    CAPTURE(line);
    CHECK(becomes(line, table) == "note");
  }
  for (const auto* line : {"een mooie kaart sturen", "een goede buur zoeken", "fijn samen eten", "mooi! de zus vragen",
                           "a nice card for her", "a good meal together"}) {
    CAPTURE(line);
    CHECK(becomes(line, table) == "said");
  }
  // Without a name it is not of whose turn it is.
  for (const auto* line : {"super idee ria", "goed plan ria", "great idea ria"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, table), "van wie is dit?"));
  }
  for (const auto* line : {"eens", "top", "snap ik", "nice one"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, table), "dit is niet bewaard."));
  }
  // Of who was asked it may be the answer.
  auto asked = table;
  asked.seats.front().asked = true;
  CHECK(asked_back("perfect", asked).ends_with(" | Noor van Dam: perfect"));
  for (const auto* line : {"goed idee", "helemaal mee eens", "great idea"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, asked), "dit is niet bewaard."));
  }
}

TEST_CASE("a line that asks is a question without its mark", "[desk][guided]") {
  for (const auto* line : {"hoe oud is hij eigenlijk",
                           "wie is de vader",
                           "heeft ze al werk",
                           "waar woont hij nu",
                           "hoe lang speelt dit",
                           "welke school is dat",
                           "hoeveel kinderen heeft zij",
                           "wat doet hij dan",
                           "wil ze zelf hulp",
                           "met wie woont zij samen",
                           "how old is he",
                           "who is the father",
                           "does she have work",
                           "where does he live",
                           "how long has this been going on",
                           "which school is that",
                           "how many children does she have",
                           "is there any money",
                           "can he read",
                           "what does she want"}) {
    CAPTURE(line);
    CHECK(service::asks_without_mark(line));
  }
  for (const auto* line :
       {"hoe oud hij is weten we niet", "wie van deze post weet, zegt ze niet", "wat hij wil is rust",
        "is al jaren alleen", "heeft het moeilijk", "komt hij laat thuis dan slaapt hij lang",
        "wie is de vader weten we niet", "hij weet niet wie dat is", "waar", "wie weet", "how old he is we do not know",
        "what he wants is quiet", "has no work", "is often alone", "who", "when he is alone he drinks",
        "she knows who he is"}) {
    CAPTURE(line);
    CHECK_FALSE(service::asks_without_mark(line));
  }
  for (const auto* line : {"is er een uitkering", "zit er al iemand van schuldhulp op", "zijn er broers of zussen",
                           "kan ie lezen en schrijven", "bedoel je dat hij rijdt"}) {
    CAPTURE(line);
    CHECK(service::asks_among_questions(line));
  }
  for (const auto* line : {"zijn er broers of zussen", "is er een uitkering of werkt ze",
                           "zit er al iemand van schuldhulp op", "loopt er nog een aanvraag"})
    CHECK(service::asks_without_mark(line));
  for (const auto* line : {"heeft er een hekel aan", "zijn er niet geweest", "heeft er veel last van",
                           "was er gisteren bij", "komt er elke week", "is er niet meer"}) {
    CAPTURE(line);
    CHECK_FALSE(service::asks_without_mark(line));
  }
  const auto table = at_telling();
  CHECK(asked_back("noor: wie is de vader", table).ends_with("| Noor van Dam vraag: wie is de vader?"));
  CHECK(asked_back("wie is de vader", table) ==
        "dit klinkt als een vraag. Wie vraagt het? Zet de naam ervoor: NAAM: tekst | wie is de vader");
  CHECK(becomes("de vader woont in Breda", table) == "said");
}

TEST_CASE("among questions a line that asks is one at once, with its mark put behind it", "[desk][guided]") {
  auto table = at_telling();
  table.kinds = {{"question", "vraag"}};
  table.seats = {seat("p1", "Noor van Dam"), seat("p2", "Samira"), seat("p3", "Daan", true), seat("p4", "Ria", true)};
  table.seats.front().answers = true;
  for (const auto* line :
       {"welke verhuurder is het, woonstad of de andere", "slapen de kinderen nog goed, de middelste zag er moe uit",
        "weet de huisarts van het geheugen", "bedoel je dat hij gevaarlijk rijdt of dat je het niet fijn vindt",
        "kan ie naar de dagbesteding", "is er een uitkering of werkt ze", "en hoe gaat het met oma",
        "maar weet de school het al", "does the GP know about this"}) {
    CAPTURE(line);
    CHECK(given(meant(std::string("daan: ") + line, table)) ==
          std::string(R"(Daan: {"do":"Say","kind":"","text":")") + line + R"(?"})");
  }
  CHECK(given(meant("daan vraag: welke school is dat.", table)) ==
        R"(Daan: {"do":"Say","kind":"question","text":"welke school is dat?"})");
  // What may be told as well is asked about; who answers asks nothing.
  for (const auto* line : {"daan: weet de school niet", "daan: is er niet meer geweest",
                           "daan: hoe oud hij is, weet zij niet", "daan: snapt zij dat wel"}) {
    CAPTURE(line);
    CHECK(asked_back(line, table).starts_with("in deze stap passen vragen."));
  }
  CHECK(given(meant("noor: is de hele dag thuis", table)) ==
        R"(Noor van Dam: {"do":"Say","kind":"","text":"is de hele dag thuis"})");
}

TEST_CASE("among questions what only tells is a note at once, where each may note", "[desk][guided]") {
  auto table = at_telling();
  table.kinds = {{"question", "vraag"}, {"answer", "antwoord"}};
  table.seats = {seat("p1", "Noor van Dam"), seat("p2", "Samira"), seat("p3", "Daan", true), seat("p4", "Ria", true)};
  table.seats.front().answers = true;
  for (const auto* line :
       {"via de wmo is dat 15 euro per maand", "de huisarts zegt dat ze ook vergeetachtig wordt",
        "dan kan hij ook geen uitkering krijgen", "dat kan, ik heb donderdagochtend ruimte",
        "leerplicht er niet bijhalen nu", "GP says she is getting forgetful too", "let us do that first then"}) {
    CAPTURE(line);
    const auto note = meant(std::string("daan: ") + line, table);
    CHECK(given(note) == std::string(R"(Daan: {"do":"Say","kind":"note","text":")") + line + R"("})");
    REQUIRE(std::holds_alternative<desk::GiveCommand>(note));
    CHECK(has(std::get<desk::GiveCommand>(note).note, "Is het toch een vraag? Typ: vraag"));
  }
  // In a strict case only who leads notes something there, and it is asked.
  table.notes_beside = false;
  CHECK(asked_back("daan: via de wmo is dat 15 euro per maand", table).starts_with("in deze stap passen vragen."));
}

TEST_CASE("a question that nobody's name stands before is not put in the mouth of who tells", "[desk][guided]") {
  const auto table = at_telling();
  for (const auto* line : {"weet ze zelf hoe hoog het totaal is?", "en wie vertelt het aan moeder?",
                           "what does the boy say himself?", "who's telling mum?", "zijn er kinderen in huis?"}) {
    CAPTURE(line);
    CHECK(asked_back(line, table) ==
          std::string("dit klinkt als een vraag. Wie vraagt het? Zet de naam ervoor: NAAM: tekst | ") + line);
  }
  // Where everybody has the floor it is offered, and stays as it was typed.
  auto all = table;
  for (auto& one : all.seats) one.speaks = one.has_turn = true;
  CHECK(has(asked_back("zijn er kinderen in huis?", all), "zijn er kinderen in huis?"));
}

TEST_CASE("what is said in plain lines is kept as what it is, in each step of the short round", "[desk][guided]") {
  ShortRound at;
  at.after("daan: hoe oud is hij eigenlijk");
  CHECK(at.said().back() == "Daan question: hoe oud is hij eigenlijk");
  at.after("wie is de vader");
  at.after("ria");
  CHECK(at.said().back() == "Ria question: wie is de vader");
  at.after("noor wens: rust");
  for (const auto* line : {"verder omdat het kan", "verder omdat het kan"}) at.after(line);
  REQUIRE(at.meeting.now().table->kinds.front().key == "idea");
  CHECK(has(at.after("daan: dat hebben we al geprobeerd"), "dit klinkt niet als idee. Is het dat toch? Typ: idee"));
  CHECK(at.said().back() == "Daan note: dat hebben we al geprobeerd");
  at.after("idee");
  CHECK(at.said().back() == "Daan idea: dat hebben we al geprobeerd");
  at.after("daan: mooi idee van Ria");
  CHECK(at.said().back() == "Daan note: mooi idee van Ria");
  at.after("daan: vraag oma erbij");
  CHECK(at.said().back() == "Daan idea: vraag oma erbij");
  at.after("verder omdat het kan");
  REQUIRE(at.meeting.now().table->kinds.front().key == "choice");
  at.after("noor: Daan belt morgen met oma");
  CHECK(at.meeting.now().back == "actie Daan: belt met oma; morgen; ");
  at.after("laat");
  at.after("noor: we moeten wel oppassen met de buren");
  CHECK(at.said().back() == "Noor note: we moeten wel oppassen met de buren");
  CHECK(at.waiting().empty());
  at.after("keuze");
  CHECK(at.said().back() == "Noor choice: we moeten wel oppassen met de buren");
  at.after("noor: de huur is een probleem");
  at.after("noor: oppassen met de buren is lastig");
  at.after("keuze");  // of the last alone
  CHECK(at.said().back() == "Noor choice: oppassen met de buren is lastig");
  CHECK(at.said()[at.said().size() - 2] == "Noor note: de huur is een probleem");
  at.after("noor: oma");
  CHECK(at.said().back() == "Noor choice: oma");
  CHECK(at.waiting().empty());
}

TEST_CASE("who got up is noted by who leads the meeting", "[desk][guided]") {
  ShortRound at;
  at.after("weg daan");
  const auto it = at.now();
  REQUIRE(it.person("Daan")->away);
  const auto events = service::Unlogged(at.Sat::desk.service()).history("2026-003");
  const auto left = std::find_if(events.rbegin(), events.rend(), [](const Event& event) {
    return std::holds_alternative<ParticipantLeft>(event.body);
  });
  REQUIRE(left != events.rend());
  CHECK(it.person(left->by)->name == "Samira");
}

TEST_CASE("a line that waits is told in full once, and then in short", "[desk][guided]") {
  ShortRound at;
  at.after("noro: Zij slaapt slecht");
  CHECK(has(at.after("noor: De post ligt dicht"), "wacht op antwoord: 'noro: Zij slaapt slecht'"));
  const auto again = at.after("noor: De oudste helpt");
  CHECK(has(again, "wacht op antwoord: 1. Typ: wacht of: laat"));
  CHECK_FALSE(has(again, "Zij slaapt slecht"));
}

TEST_CASE("what tells of danger where a choice is asked for is asked about as danger, and is no note",
          "[desk][guided][R14]") {
  const auto asked = asked_back("noor: hij dreigt zichzelf iets aan te doen", at_choice());
  CHECK(asked.ends_with("| gevaar Noor van Dam: hij dreigt zichzelf iets aan te doen"));
  CHECK(asked_back("ze slaat soms de kinderen").ends_with("| gevaar: ze slaat soms de kinderen"));
  CHECK(asked_back("hij slaat het eten van de kinderen over").find("| gevaar") == std::string::npos);
  CHECK(asked_back("noor: de brieven blijven dicht", at_choice()) == "sure");
}

TEST_CASE("a goal that is named gets other words, and the same outcome twice is one", "[desk][guided]") {
  CHECK(asked_back("doel g1: rust").ends_with("| corrigeer g1: rust"));
  CHECK(asked_back("goal G1: rust").ends_with("| corrigeer g1: rust"));
  CHECK(given("doel: rust") == R"(: {"do":"SetGoal","text":"rust"})");
  CHECK(given("doel 1: rust") == given("doel: rust"));
  // A goal has no day and is nobody's: what stands before the colon is asked about, and stays.
  CHECK(asked_back("doel g1 op vrijdag: rust").ends_with("| corrigeer g1: rust (op vrijdag)"));
  CHECK(asked_back("doel voor de zomer: rust").ends_with("| doel: rust (voor de zomer)"));
  CHECK(asked_back("doel g1 omdat zij dat wil: rust").ends_with("| corrigeer g1 omdat zij dat wil: rust"));
  auto table = at_table();
  table.open_actions = {{"a2", "oma bellen"}};
  for (const auto* line : {"gelukt. gedaan", "gelukt, gedaan.", "Gelukt! Gedaan"}) {
    CAPTURE(line);
    const auto offered = asked_back(line, table);
    CHECK(offered.starts_with("gaat dit over a2 (oma bellen)? Enter als dat klopt | resultaat a2: "));
    CHECK(has(given(meant(offered.substr(offered.rfind("| ") + 2), table)), R"("action":"a2","do":"FinishAction")"));
  }
}

TEST_CASE("the next of the agenda is asked for in both languages", "[desk][guided]") {
  for (const auto* line : {"neem de volgende", "take the next", "take the next case"}) {
    CAPTURE(line);
    CHECK(asked_back(line).ends_with("| neem"));
  }
}

TEST_CASE("who is not in the case and gets an action is let in by a word, and the action waits", "[desk][guided]") {
  const auto joins = [](std::string_view role) {
    return text::way("case join", "case"_is = "c", "name"_is = "oma", "role"_is = role, "absent"_is = text::yes());
  };
  CHECK(desk::word_for(joins("circle"), Lang::nl) == "netwerk: oma");
  CHECK(desk::word_for(joins("circle"), Lang::en) == "network: oma");
  CHECK_FALSE(desk::word_for(joins("professional"), Lang::nl));
  ShortRound at;
  at.after("noor wens: rust");
  for (const auto* next : {"verder omdat het kan", "verder omdat het kan", "verder omdat het kan"}) at.after(next);
  const std::string line = "actie oma: taart bakken; woensdag; daan";
  CHECK(has(at.after(line), "Niemand in deze casus heet 'oma'"));
  CHECK(at.waiting() == Lines{line});
  at.after("netwerk: oma");
  CHECK(at.waiting() == Lines{line});
  at.after("wacht");
  at.after("");
  CHECK(at.waiting().empty());
  REQUIRE(at.now().actions.size() == 1);
  CHECK(at.now().actions.front().plan.what == "taart bakken");
}

}  // namespace casus::test
