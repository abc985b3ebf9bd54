// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"

#include <fmt/format.h>

namespace casus::test {

TEST_CASE("what was said is put right in both languages, and a sentence stays a sentence", "[desk][guided][mending]") {
  const std::string words = R"({"do":"Correct","ref":"b3","text":"Zij belt elke week"})";
  CHECK(given("corrigeer b3: Zij belt elke week") == ": " + words);
  CHECK(given("Correct B3: Zij belt elke week") == R"(: {"do":"Correct","ref":"B3","text":"Zij belt elke week"})");
  CHECK(given("corrigeer titel omdat te vaag: Moeder, huur") ==
        R"(: {"because":"te vaag","do":"Correct","ref":"titel","text":"Moeder, huur"})");
  CHECK(given("trek b3 in") == R"(: {"do":"Withdraw","ref":"b3"})");
  CHECK(given("withdraw 12 because twice") == R"(: {"because":"twice","do":"Withdraw","ref":"12"})");
  CHECK(given("trek g1 in omdat dubbel") == R"(: {"because":"dubbel","do":"Withdraw","ref":"g1"})");
  CHECK(given("zet b3 terug") == R"(: {"do":"Restore","ref":"b3"})");
  CHECK(given("restore 12 because a slip") == R"(: {"because":"a slip","do":"Restore","ref":"12"})");
  CHECK(given("ongedaan") == R"(: {"do":"Withdraw"})");
  CHECK(given("undo") == R"(: {"do":"Withdraw"})");
  CHECK(asked_back("corrigeer b3") == "zo typ je dit: corrigeer b3 [omdat REDEN]: TEKST | corrigeer b3: ");
  CHECK(asked_back("trek") == "wat? trek b3 in [omdat REDEN] | trek ");
  // Not a word of the meeting: who says it is asked.
  CHECK(asked_back("trek je niets aan van de buren").find("zegt Daan dit?") == 0);
}

TEST_CASE("a field of a record is put right by its name, before the colon or behind it", "[desk][guided][mending]") {
  auto table = just_told("Vertrouwen");
  table.said.back().record = true;
  const std::string field = R"("text":"norm: Wat ik beloof"})";
  CHECK(given(meant("corrigeer b4 norm: Wat ik beloof", table)) == R"(: {"do":"Correct","ref":"b4",)" + field);
  CHECK(given(meant("corrigeer b4: norm: Wat ik beloof", table)) == R"(: {"do":"Correct","ref":"b4",)" + field);
  CHECK(given(meant("corrigeer b4 norm omdat verkeerd gehoord: Wat ik beloof", table)) ==
        R"(: {"because":"verkeerd gehoord","do":"Correct","ref":"b4",)" + field);
  const auto last = meant("corrigeer laatste norm: Wat ik beloof", table);
  REQUIRE(std::holds_alternative<desk::GiveCommand>(last));
  CHECK(std::get<Correct>(std::get<desk::GiveCommand>(last).body).text == "norm: Wat ik beloof");
  // What has no fields has no such name before it.
  table.said.back().record = false;
  CHECK(given(meant("corrigeer b4 graag: Wat ik beloof", table)) ==
        R"(: {"do":"Correct","ref":"b4","text":"Wat ik beloof"})");
}

TEST_CASE("a kind typed by a part of its name is proposed where just one is called so", "[desk][guided]") {
  auto table = at_table();
  table.kinds = {{"question", "vraag"}, {"experience", "eigen ervaring"}, {"wish", "wens van de inwoner"}};
  CHECK(asked_back("daan ervaring: Ik zag het ook", table) ==
        "'ervaring' is geen soort bijdrage; hier past: vraag, eigen ervaring of wens van de inwoner | Daan eigen "
        "ervaring: Ik zag het ook");
  CHECK(asked_back("daan: ervaring: Ik zag het ook", table).ends_with("| Daan eigen ervaring: Ik zag het ook"));
  CHECK(given(meant("Daan eigen ervaring: Ik zag het ook", table)) ==
        R"(Daan: {"do":"Say","kind":"experience","text":"Ik zag het ook"})");
  table.kinds.push_back({"other-experience", "andere ervaring"});
  CHECK(asked_back("daan ervaring: Ik zag het ook", table).ends_with("| Daan: Ik zag het ook"));
}

TEST_CASE("choosing from a menu is typed with a number or a name, by who may", "[desk][guided]") {
  auto table = at_table();
  table.acting = "Samira";
  table.menu = {{"ideas", "Ideeën verzamelen", 10, false}, {"headstand", "Op de kop", 10, false}};
  table.choosers = {"Samira"};
  CHECK(given(meant("kies 2", table)) == R"(: {"branch":"2","do":"ChooseBranch"})");
  CHECK(given(meant("choose op de kop", table)) == R"(: {"branch":"op de kop","do":"ChooseBranch"})");
  CHECK(asked_back("kies", table) == "wat wordt het? typ: kies NUMMER of NAAM | kies ");
  // Where another chooses, the line is asked back in that name, and then taken so.
  table.choosers = {"Noor van Dam"};
  CHECK(asked_back("kies 2", table) ==
        "Kiezen doet Noor van Dam. Kiest Noor van Dam dit? Enter als dat klopt. | Noor van Dam: kies 2");
  CHECK(given(meant("Noor van Dam: kies 2", table)) == R"(Noor van Dam: {"branch":"2","do":"ChooseBranch"})");
}

TEST_CASE("who sits in which group is typed with a name and a number, where there are groups", "[desk][guided]") {
  auto table = at_table();
  table.groups = {{1, "Samira, Daan"}, {2, "Noor van Dam, Els"}};
  CHECK(given(meant("groep daan 2", table)) == R"(: {"do":"MoveToGroup","group":2,"person":"Daan"})");
  CHECK(given(meant("group daan 3", table)) == R"(: {"do":"MoveToGroup","group":3,"person":"Daan"})");
  // Elsewhere it is a sentence.
  CHECK(asked_back("groep 7 gaat op kamp").find("zegt Daan dit?") == 0);
}

TEST_CASE("a contribution is typed by name, in whatever way is quickest", "[desk][guided]") {
  const std::string question = R"({"do":"Say","kind":"","text":"Wat wil ze zelf?"})";
  CHECK(given("daan: Wat wil ze zelf?") == "Daan: " + question);
  CHECK(given("DAAN:Wat wil ze zelf?") == "Daan: " + question);
  CHECK(given("d: Wat wil ze zelf?") == "Daan: " + question);
  CHECK(given("noor: Wat wil ze zelf?") == "Noor van Dam: " + question);
  CHECK(given("noor van dam: Wat wil ze zelf?") == "Noor van Dam: " + question);
  CHECK(given(": Wat wil ze zelf?") == "Daan: " + question);
  const std::string wish = R"({"do":"Say","kind":"wish","text":"Weer slapen"})";
  CHECK(given("daan wens: Weer slapen") == "Daan: " + wish);
  CHECK(given("wens daan: Weer slapen") == "Daan: " + wish);
  CHECK(given("daan, wens van de inwoner: Weer slapen") == "Daan: " + wish);
  CHECK(asked_back("wens: Weer slapen").ends_with("| Daan wens: Weer slapen"));
  CHECK(given("daan vraag aan noor b4: Hoe laat?") ==
        R"(Daan: {"do":"Say","kind":"question","re":"b4","text":"Hoe laat?","to":"Noor van Dam"})");
  CHECK(given("samira controle ja: Dat is de vraag") ==
        R"(Samira: {"answer":"yes","do":"Say","kind":"check","text":"Dat is de vraag"})");
  CHECK(given("- daan: Hoe lang speelt dit?") == R"(Daan: {"do":"Say","kind":"","text":"Hoe lang speelt dit?"})");
  // A kind of the method, whoever made it, by the name that is shown.
  CHECK(given("daan sleutelvraag: Wat wil ze zelf?") ==
        R"(Daan: {"do":"Say","kind":"key-question","text":"Wat wil ze zelf?"})");
  // A kind that does not fit here goes on to the engine, which says why.
  CHECK(given("daan advies: Bel haar") == R"(Daan: {"do":"Say","kind":"advice","text":"Bel haar"})");
}

TEST_CASE("words of the meeting become commands", "[desk][guided]") {
  CHECK(given("verder") == R"(: {"do":"NextStep"})");
  CHECK(given("v") == R"(: {"do":"NextStep"})");
  CHECK(given("next because it is late") == R"(: {"because":"it is late","do":"NextStep"})");
  CHECK(given("verder omdat: het is laat") == R"(: {"because":"het is laat","do":"NextStep"})");
  CHECK(given("verder: het is laat") == R"(: {"because":"het is laat","do":"NextStep"})");
  // Typed behind what the screen gave back: no step is left with such a reason.
  CHECK(asked_back("verder omdat waarom") ==
        "'waarom' is geen reden, maar een woord van het overleg; Enter als je waarom bedoelt | waarom");
  CHECK(given("terug clarify omdat er nieuws is") ==
        R"(: {"because":"er nieuws is","do":"BackStep","step":"clarify"})");
  CHECK(given("pas") == R"(Daan: {"do":"Pass"})");
  CHECK(given("pas ria") == R"(Ria: {"do":"Pass"})");
  CHECK(given("doel: Elke dag de post") == R"(: {"do":"SetGoal","text":"Elke dag de post"})");
  for (const auto* line : {"doel in eigen woorden: Elke dag de post", "doel van de inwoner: Elke dag de post",
                           "goal in own words: Elke dag de post", "doel: in eigen woorden: Elke dag de post",
                           "doel: Elke dag de post; in woorden van de inwoner",
                           "doel: Elke dag de post (eigen woorden)", "doel: Elke dag de post --resident-words"}) {
    CAPTURE(line);
    CHECK(given(line) == R"(: {"do":"SetGoal","resident_words":true,"text":"Elke dag de post"})");
  }
  // Whose daughter it is, is in no words of the resident.
  for (const auto* text : {"Contact met de dochter (van de inwoner)", "Contact met de zus; van de inwoner",
                           "See the daughter (of the resident)"})
    CHECK(given(std::string("doel: ") + text) == R"(: {"do":"SetGoal","text":")" + std::string(text) + R"("})");
  CHECK(given("doel: Elke dag (ook op zondag) de post") ==
        R"(: {"do":"SetGoal","text":"Elke dag (ook op zondag) de post"})");
  CHECK(given("actie noor: Samen bellen; +7d; samira; zelf; eerste stap; g1") ==
        R"(: {"by_when":"2026-03-10","checks":"Samira","do":"AddAction","first_step":true,"goal":"g1","rung":"self",)"
        R"("what":"Samen bellen","who":"Noor van Dam"})");
  CHECK(given("resultaat a2 deels: Twee van de drie") ==
        R"(: {"action":"a2","do":"FinishAction","note":"Twee van de drie","state":"partly"})");
  CHECK(given("cijfer noor 6: De huur is betaald; Zij slaapt door") ==
        R"(Noor van Dam: {"do":"GiveScore","evidence":"De huur is betaald","next_point":"Zij slaapt door","value":6})");
  CHECK(given("terugkijken +2w") == R"(: {"do":"SetReview","on":"2026-03-17"})");
  CHECK(given("vertel noor: Wat wij bespraken; vrijdag") ==
        R"(: {"do":"TellResident","on":"2026-03-06","what":"Wat wij bespraken","who":"Noor van Dam"})");
  CHECK(given("zorg: De kinderen zijn alleen") == R"(: {"do":"RaiseConcern","text":"De kinderen zijn alleen"})");

  const auto signal = meant("signaal wachttijd: Een half jaar");
  const auto* note = std::get_if<desk::NoteLine>(&signal);
  REQUIRE(note != nullptr);
  CHECK(std::get<NoteSignal>(note->line).text == "Een half jaar");
  CHECK(std::get<CountSignal>(note->count).theme == "wachttijd");
  const auto form = meant(
      "signaal wachttijd: Een half jaar; of langer; sinds de zomer; ook de huisarts; agenda gemeente; wijk Noord");
  const auto whole = std::get<NoteSignal>(std::get<desk::NoteLine>(form).line);
  CHECK(whole.text == "Een half jaar; of langer");
  CHECK(whole.form.since == "de zomer");
  CHECK(whole.form.seen_by == "de huisarts");
  CHECK(whole.form.agenda == "gemeente");
  CHECK(whole.neighbourhood == "Noord");

  const auto take = meant("neem 14");
  REQUIRE(std::get_if<desk::SteerMeeting>(&take) != nullptr);
  CHECK(std::get<desk::SteerMeeting>(take).about == "2026-014");
  CHECK(std::get<desk::SteerMeeting>(meant("voorzitter yus")).about == "Yusuf");
  CHECK(std::get<desk::SteerMeeting>(meant("parkeer omdat Noor belt")).because == "Noor belt");
  CHECK(std::get<desk::LookAt>(meant("?")).what == desk::Ask::help);
  CHECK(std::get<desk::LookAt>(meant("help actie")).about == "actie");
  CHECK(std::get<desk::TypedCommand>(meant("/plan action 'Oma'\\''s huis' --who Noor")).arguments ==
        std::vector<std::string>{"plan", "action", "Oma's huis", "--who", "Noor"});
  CHECK(std::holds_alternative<std::monostate>(meant("   ")));
}

TEST_CASE("what is not clear is asked back with the line as it was probably meant", "[desk][guided]") {
  CHECK(asked_back("daam: Wat wil ze zelf?") ==
        "niemand aan tafel heet 'daam'; bedoelde je Daan? Enter als dat klopt | Daan: Wat wil ze zelf?");
  CHECK(asked_back("daan wenz: Weer slapen") ==
        "'wenz' is geen soort bijdrage; hier past: vraag, vervolgvraag of wens van de inwoner | Daan: Weer slapen");
  CHECK(
      asked_back("daan vraach: Hoe laat?") ==
      "'vraach' is geen soort bijdrage; hier past: vraag, vervolgvraag of wens van de inwoner | Daan vraag: Hoe laat?");
  CHECK(asked_back("verdr") == "'verdr' ken ik niet; bedoelde je 'verder'? Enter als dat klopt | verder");
  CHECK(asked_back("xyz") == "'xyz' ken ik niet; typ ? voor wat er kan, of NAAM: wat er gezegd wordt | xyz");
  CHECK(asked_back("wat wil ze zelf?") ==
        "zegt Daan dit? Enter als dat klopt; anders zet je de goede naam ervoor | Daan: wat wil ze zelf?");
  CHECK(asked_back("om half 10: bellen we haar") ==
        "zegt Daan dit? Enter als dat klopt; anders zet je de goede naam ervoor | Daan: om half 10: bellen we haar");
  CHECK(asked_back("piet: Ja") ==
        "niemand aan tafel heet 'piet'; aan tafel: Noor van Dam, Samira, Daan, Ria, Yusuf. Schuift er iemand aan? Typ: "
        "erbij piet | piet: Ja");
  CHECK(asked_back("daan:") == "wat zegt Daan? | daan: ");
  CHECK(asked_back("signaal: Een half jaar") == "zo typ je dit: signaal THEMA: TEKST | signaal overig: Een half jaar");
  CHECK(asked_back("terugkijken straks") ==
        "'straks' zegt nog niet welke dag. Typ een dag, zoals: woensdag, 2 december of over 2 weken. | terugkijken "
        "straks");
  CHECK(asked_back("/plan action 'open") == "er staat een aanhalingsteken open | /plan action 'open");
  // Who is named did not say it, and it is kept as nobody's words.
  for (const std::string command :
       {"/case destroy b1 --ground naam", "/safety acute 'Nu'", "/verder", "casus case destroy b1"})
    CHECK(asked_back("noor: " + command) ==
          "een opdracht met / staat vooraan de regel, zonder naam ervoor; wie hem typt, geeft hem | " + command);
  CHECK(given("daan wens: /5 keer per week") == R"(Daan: {"do":"Say","kind":"wish","text":"/5 keer per week"})");
  CHECK(given("daan wens: casus 14 gaat goed") == R"(Daan: {"do":"Say","kind":"wish","text":"casus 14 gaat goed"})");
  auto free = at_table();
  for (auto& one : free.seats) one.has_turn = false;
  CHECK(asked_back("wat wil ze zelf?", free) ==
        "van wie is dit? zet de naam ervoor, met een dubbele punt: NAAM: tekst | wat wil ze zelf?");
}

TEST_CASE("days in a line are what people say, and what is not understood is quoted", "[desk][guided][days]") {
  CHECK(given("actie noor: Samen bellen; woensdag; samira") ==
        R"(: {"by_when":"2026-03-04","checks":"Samira","do":"AddAction","what":"Samen bellen","who":"Noor van Dam"})");
  CHECK(given("actie noor: Samen bellen, volgende week maandag, samira kijkt na") ==
        R"(: {"by_when":"2026-03-09","checks":"Samira","do":"AddAction","what":"Samen bellen","who":"Noor van Dam"})");
  CHECK(given("actie noor: Bij oma eten; elke woensdag; samira") ==
        R"(: {"by_when":"2026-03-04","checks":"Samira","do":"AddAction","repeats":"FREQ=WEEKLY;BYDAY=WE",)"
        R"("what":"Bij oma eten","who":"Noor van Dam"})");
  CHECK(given("terugkijken over 6 weken") == R"(: {"do":"SetReview","on":"2026-04-14"})");
  CHECK(given("terugkijken: 2 april") == R"(: {"do":"SetReview","on":"2026-04-02"})");
  CHECK(asked_back("actie noor: Samen bellen; woensdg; samira") ==
        "'woensdg' herken ik niet als dag. Bedoel je 'woensdag'? | actie noor: Samen bellen; woensdg; samira");
  CHECK(asked_back("actie noor: Samen bellen; 31 februari; samira") ==
        "'31 februari' staat op geen kalender. Typ een dag die bestaat. | actie noor: Samen bellen; 31 februari; "
        "samira");
  CHECK(asked_back("actie noor: Samen bellen; iets heel anders dan dat") ==
        "'iets heel anders dan dat' snap ik niet in een actie: het is geen dag, geen naam van iemand aan tafel en geen "
        "trede (zelf, netwerk, vrijwilliger of buurt, algemene voorziening of maatwerk) | actie noor: Samen bellen; "
        "iets heel anders "
        "dan dat");
  // The day in the text is shown as it would be typed, and taken only when it is sent so.
  CHECK(asked_back("actie noor: samen bellen volgende week woensdag") ==
        "is de dag woensdag 11 maart 2026? zet er puntkomma's tussen, en wie het nakijkt | actie noor: samen bellen; "
        "volgende week woensdag; ");
}

TEST_CASE("what begins as a day and is none is quoted, and is nobody who checks", "[desk][guided][days]") {
  for (const auto* part : {"na vakantie", "na de vakantie", "voor de zomer", "in kerstvakantie"}) {
    const auto asked = asked_back(fmt::format("actie noor: de school bellen; {}", part));
    CAPTURE(asked);
    CHECK(asked.starts_with(fmt::format("'{}' zegt nog niet welke dag. Typ een dag, zoals: ", part)));
  }
  CHECK(asked_back("terugkijken na de vakantie").find("'na de vakantie' zegt nog niet welke dag") != std::string::npos);
  CHECK(given("actie noor: de school bellen; voor kerst; Daan").find("\"by_when\":\"2026-12-24\"") !=
        std::string::npos);
}

TEST_CASE("somebody is guessed only when the name is nearly theirs", "[desk][guided]") {
  for (const auto* name : {"opa", "oma", "mama", "hans", "jaap", "mia"}) {
    const auto asked = asked_back(fmt::format("{}: Hij komt vaak", name));
    CAPTURE(asked);
    CHECK((asked.find("bedoelde je") != std::string::npos) == (std::string(name) == "mia"));
  }
  CHECK(asked_back("noro: Hij komt vaak").find("bedoelde je Noor van Dam?") == std::string::npos);
  CHECK(asked_back("dana: Hij komt vaak").find("bedoelde je Daan?") != std::string::npos);
  CHECK(asked_back("samria: Hij komt vaak").find("bedoelde je Samira?") != std::string::npos);
}

TEST_CASE("a line that begins with a name or a word begins anew, also behind a reason", "[desk][guided]") {
  CHECK(given("verder omdat daan: Moeder heeft schulden") ==
        R"(Daan: {"do":"Say","kind":"","text":"Moeder heeft schulden"})");
  CHECK(given("verder omdat doel: De post gaat open") == R"(: {"do":"SetGoal","text":"De post gaat open"})");
  CHECK(given("verder omdat het is: laat") == R"(: {"because":"het is: laat","do":"NextStep"})");
  CHECK(given("daan: wens: Zij wil weer slapen") == R"(Daan: {"do":"Say","kind":"wish","text":"Zij wil weer slapen"})");
  CHECK(asked_back("daan moeder heeft schulden") == "zegt Daan dit? Enter als dat klopt | Daan: moeder heeft schulden");
  CHECK(asked_back("daan en ria: Wij denken van wel") ==
        "een bijdrage is van één persoon: zei Daan dit? Enter als dat klopt, of zet Ria ervoor | Daan: Wij denken van "
        "wel");
}

TEST_CASE("what is pasted falls apart in the lines that it holds", "[desk][guided]") {
  using Lines = std::vector<std::string>;
  const auto lines = [](const std::string& text) { return desk::pasted_lines(text, at_table(), kNames, kTuesday); };
  CHECK(lines("daan: Zij slaapt slecht\nen eet weinig\n\nook in het weekend\n") ==
        Lines{"daan: Zij slaapt slecht\nen eet weinig\nook in het weekend"});
  CHECK(lines("- Daan: Hoe lang al?\r\n- Ria: En de school?\r\ndoel: Weer slapen\r\nplan is er nog niet\r\n") ==
        Lines{"Daan: Hoe lang al?", "Ria: En de school?", "doel: Weer slapen\nplan is er nog niet"});
  CHECK(lines("Let op: dit is lang\nklaar\nneem 2026-014") == Lines{"Let op: dit is lang", "klaar", "neem 2026-014"});
  CHECK(lines("doel: hij werkt weer\nterugkijken over 6 weken\na1 is gelukt\nactie ria oma bellen vrijdag\nen dan "
              "verder kijken") == Lines{"doel: hij werkt weer", "terugkijken over 6 weken", "a1 is gelukt",
                                        "actie ria oma bellen vrijdag\nen dan verder kijken"});
  CHECK(lines("\n \n").empty());
}

TEST_CASE("a step goes on at the word of who leads it, and not of who types", "[desk][guided][R13]") {
  for (const bool is_private : {false, true}) {
    auto table = at_table();
    table.acting = "Samira";
    table.leaders = {"Coby Linde", "Joke"};
    table.private_time = is_private;
    CHECK(asked_back("verder", table) ==
          "Deze stap eindigt als Coby Linde of Joke dat zegt. Zegt Coby Linde dit? Enter als dat klopt. | Coby Linde: "
          "verder");
    CHECK(given(meant("Coby Linde: verder", table)) == R"(Coby Linde: {"do":"NextStep"})");
    CHECK(given(meant("joke: terug omdat er is nog een vraag", table)) ==
          R"(Joke: {"because":"er is nog een vraag","do":"BackStep"})");
    CHECK_FALSE(given(meant("Samira: verder", table)) == R"(Samira: {"do":"NextStep"})");
    table.acting = "Joke";
    CHECK(given(meant("verder", table)) == R"(: {"do":"NextStep"})");
  }
}

TEST_CASE("a kind without words tells what was written unseen, where something waits", "[desk][guided]") {
  auto table = at_table();
  table.kinds.push_back({"advice", "advies"});
  CHECK(asked_back("ria advies:", table) != "sure");
  table.hidden_count = 1;
  CHECK(given(meant("ria advies:", table)) == R"(Ria: {"do":"Say","kind":"advice","text":""})");
  CHECK(asked_back("ria:", table) != "sure");
}

TEST_CASE("in private time a line is never kept, and the way on and safety stay", "[desk][guided][R13]") {
  service::Table table;
  table.private_time = true;
  for (const auto* line : {"daan: Wat wil ze zelf?", ": Wij denken", "actie noor: bellen", "signaal geld: te weinig",
                           "plan", "/case say fact 'Stiekem'", "zomaar iets"})
    CHECK(asked_back(line, table) ==
          "Dit is besloten tijd: er wordt niets vastgelegd. Roept de kring jullie terug? Typ: verder | ");
  CHECK(given(meant("verder", table)) == R"(: {"do":"NextStep"})");
  CHECK(given(meant("acuut: Er wordt gevochten", table)) == R"(: {"do":"RaiseAcute","text":"Er wordt gevochten"})");
}

TEST_CASE("the tab key offers names, kinds behind a name, words and cases", "[desk][guided]") {
  const auto offered = [](const std::string& beginning) {
    return desk::completions_of(beginning, at_table(), kNames, Lang::nl);
  };
  CHECK(offered("sa") == std::vector<std::string>{"Samira: "});
  CHECK(offered("d") == std::vector<std::string>{"Daan: ", "doel "});
  CHECK(offered("daan v") == std::vector<std::string>{"daan vraag: ", "daan vervolgvraag: "});
  CHECK(offered("neem 2026-0") == std::vector<std::string>{"neem 2026-001", "neem 2026-014"});
  CHECK(offered("pas r") == std::vector<std::string>{"pas Ria"});
  CHECK(offered("daan: wat ").empty());
  CHECK(offered("verder s").empty());
  auto table = at_table();
  table.open_actions = {{"a2", "oma bellen"}};
  table.kinds = {{"exception", "uitzondering: toen ging het beter"}};
  CHECK(desk::completions_of("resultaat a", table, kNames, Lang::nl) == std::vector<std::string>{"resultaat a2 "});
  CHECK(desk::completions_of("daan u", table, kNames, Lang::nl) == std::vector<std::string>{"daan uitzondering: "});
}

TEST_CASE("every word of the meeting is read back as itself, in every language", "[desk][guided]") {
  for (const auto& word : desk::meeting_words()) {
    for (const auto lang : text::languages())
      for (const auto name : word.names(lang)) {
        CAPTURE(name);
        REQUIRE(desk::meeting_word(name) != nullptr);
        CHECK(desk::meeting_word(name)->ask == word.ask);
      }
    if (word.ask == desk::Ask::help) continue;
    CHECK(word.form.in(Lang::nl).starts_with(word.name(Lang::nl)));
    CHECK(word.form.in(Lang::en).starts_with(word.name(Lang::en)));
  }
}

}  // namespace casus::test
