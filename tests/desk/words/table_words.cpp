// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"

namespace casus::test {

TEST_CASE("words of danger work in every form and in anyone's name, and nothing typed is lost", "[desk][guided]") {
  const std::string concern = R"({"do":"RaiseConcern","text":"De kinderen zijn alleen"})";
  for (const auto* line :
       {"zorg: De kinderen zijn alleen", "zorgen: De kinderen zijn alleen", "Veiligheid: De kinderen zijn alleen",
        "safety: De kinderen zijn alleen", "/zorg: De kinderen zijn alleen", "concern: De kinderen zijn alleen"})
    CHECK(given(line) == ": " + concern);
  CHECK(given("daan zorg: De kinderen zijn alleen") == "Daan: " + concern);
  CHECK(given("zorg daan: De kinderen zijn alleen") == "Daan: " + concern);
  CHECK(given("gevaar: Er is geweld") == R"(: {"do":"RaiseAcute","text":"Er is geweld"})");
  CHECK(given("meldcode 2: Overlegd") == R"(: {"do":"TakeMeldcodeStep","step":2,"text":"Overlegd"})");
  CHECK(given("meldcode 2 met collega en Veilig Thuis: Overlegd") ==
        R"(: {"consulted":["colleague","veilig_thuis"],"do":"TakeMeldcodeStep","step":2,"text":"Overlegd"})");
  CHECK(given("meldcode 3 niet gevaar: Dan slaat hij") ==
        R"(: {"do":"TakeMeldcodeStep","not_held":"danger","step":3,"text":"Dan slaat hij"})");
  CHECK(given("meldcode 3 geen contact: Zij doet niet open") ==
        R"(: {"do":"TakeMeldcodeStep","not_held":"losing_contact","step":3,"text":"Zij doet niet open"})");
  CHECK(given("meldcode 4 kinderen nee, vermoeden ja, onveilig nee, hulp ja, aangenomen ja en op tijd nee: Gewogen") ==
        R"(: {"children":false,"do":"TakeMeldcodeStep","help_taken":true,"help_works":true,"safe_in_time":false,)"
        R"("step":4,"suspicion":true,"text":"Gewogen","unsafe":false})");
  CHECK(given("meldcode 5 melden ja, hulp nee: Gemeld") ==
        R"(: {"do":"TakeMeldcodeStep","help_possible":false,"report_needed":true,"step":5,"text":"Gemeld"})");
  CHECK(asked_back("meldcode 2 met de buren: Overlegd").starts_with("'met de buren' begrijp ik hier niet."));
  CHECK(asked_back("acuut er is geweld in huis") ==
        "iemand is nu in gevaar: alles staat stil? Enter als je dat bedoelt | acuut: er is geweld in huis");
  for (const auto* line : {"gevaar: Hij slaat haar", "noodgeval: Hij slaat haar", "alarm: Hij slaat haar",
                           "112: Hij slaat haar", "999: Hij slaat haar", "danger: Hij slaat haar"})
    CHECK(given(line) == R"(: {"do":"RaiseAcute","text":"Hij slaat haar"})");
  for (const auto* line : {"112", "999", "alarm"}) CHECK(asked_back(line) == "zo typ je dit: gevaar: TEKST | gevaar: ");
  CHECK(asked_back("112 bellen!").ends_with("| gevaar: 112 bellen!"));
  CHECK(asked_back("112 is gebeld").ends_with("| Daan: 112 is gebeld"));
  // Whether it is now is asked, one Enter away; no word is lost, whoever says it.
  const std::string now =
      "is er nu gevaar? Enter: alles staat stil. Was het eerder, of is het een zorg? Typ dan: zorg | gevaar";
  CHECK(asked_back("geweld: hij sloeg haar") == now + ": geweld: hij sloeg haar");
  CHECK(asked_back("in danger: she is") == now + ": she is");
  CHECK(asked_back("daan violence: he hit her") == now + " Daan: violence: he hit her");
  CHECK(asked_back("daan: dreiging: hij staat er") == now + " Daan: dreiging: hij staat er");
  CHECK(asked_back("ze is in gevaar") == now + ": ze is in gevaar");
  CHECK(asked_back("she is in danger") == now + ": she is in danger");
  for (const auto* word : {"abuse", "threat", "urgent", "safeguarding", "mishandeling", "bedreiging"})
    CHECK(asked_back(std::string(word) + ": nu").starts_with(now));
  const auto typed = [](const std::string& line) { return std::get<desk::TypedCommand>(meant(line)).arguments; };
  CHECK(typed("/safety step 2 'Overlegd met Veilig Thuis'") ==
        std::vector<std::string>{"case", "safety", "step", "2", "Overlegd met Veilig Thuis"});
  CHECK(typed("safety step 2 Overlegd") == std::vector<std::string>{"case", "safety", "step", "2", "Overlegd"});
  CHECK(typed("/case safety acute 'Nu'") == std::vector<std::string>{"case", "safety", "acute", "Nu"});
  service::Table alone;
  alone.private_time = true;
  CHECK(std::holds_alternative<desk::TypedCommand>(meant("/safety acute 'Nu'", alone)));
}

TEST_CASE("who presents since a moment asks their question by its word, in a step of questions too", "[desk][guided]") {
  auto table = at_table();
  table.presenter = "Noor van Dam";
  table.missing.push_back({"question", "R1", true, {}, {}});
  for (const auto* line : {"vraag: Wat nu?", "noor vraag: Wat nu?", "noor: vraag: Wat nu?"}) {
    CAPTURE(line);
    CHECK(given(meant(line, table)) == R"(Noor van Dam: {"do":"AskQuestion","text":"Wat nu?"})");
  }
  CHECK_THAT(given(meant("daan vraag: Wat nu?", table)), Catch::Matchers::Contains(R"("kind":"question")"));
  // It was asked: a question is one of the talk again.
  table.question = "Wat nu?";
  table.missing.clear();
  CHECK(given(meant("vraag: Wat nu?", table)).find("AskQuestion") == std::string::npos);
}

TEST_CASE("the presenter's question and what they hope for have a word, before the review begins", "[desk][guided]") {
  auto table = at_table();
  table.in_step = false;
  table.kinds.clear();
  table.presenter = "Noor van Dam";
  table.question = "Hoe verder?";
  const std::string hopes = R"(Noor van Dam: {"do":"AskQuestion","hoped_for":"Een stap","text":"Hoe verder?"})";
  for (const auto* line : {"hoopt: Een stap", "hoopt op: Een stap", "opbrengst: Een stap", "hopes: Een stap",
                           "noor hoopt: Een stap", "noor: hoopt: Een stap", "Noor van Dam hopes: Een stap"})
    CHECK(given(meant(line, table)) == hopes);
  for (const auto* line : {"vraag: Wat nu?", "question: Wat nu?", "noor vraag: Wat nu?", "noor: vraag: Wat nu?"})
    CHECK(given(meant(line, table)) == R"(Noor van Dam: {"do":"AskQuestion","text":"Wat nu?"})");
  CHECK(asked_back("hoopt", table) == "zo typ je dit: hoopt: WAT DE INBRENGER HOOPT | hoopt: ");
  const auto offered = [&](const std::string& beginning) {
    return desk::completions_of(beginning, table, kNames, Lang::nl);
  };
  CHECK(offered("hoo") == std::vector<std::string>{"hoopt: "});
  CHECK(offered("noor vr") == std::vector<std::string>{"noor vraag: "});
  table.question.clear();
  CHECK(asked_back("hoopt: Een stap", table).ends_with("| hoopt: Een stap"));
  // In a step a question is a kind of what is said.
  CHECK(given("daan vraag: Wat wil ze zelf?") == R"(Daan: {"do":"Say","kind":"question","text":"Wat wil ze zelf?"})");
  CHECK_THAT(asked_back("vraag: Wat wil ze zelf?"), Catch::Contains("vraag: Wat wil ze zelf?"));
}

TEST_CASE("a line in other words than those of the meeting comes back as the one that does it", "[desk][guided]") {
  CHECK(asked_back("verwijder b2") == "je wilt dit terugnemen? Enter: het telt niet meer mee | trek b2 in");
  for (const auto* line : {"delete b2", "take back b2", "haal b2 weg"})
    CHECK(asked_back(line).ends_with("| trek b2 in"));
  CHECK(
      asked_back("vernietig b2") ==
      "vernietigen is voorgoed, en kan niet ongedaan worden gemaakt; zeg erbij waarom het er niet mag staan: BSN, naam "
      "die er niet mag staan, bijzonder gegeven, verkeerde casus of gaat over iemand anders | /case destroy b2 "
      "--ground ");
  CHECK(asked_back("vernietig b2, er staat een naam in").ends_with("| /case destroy b2 --ground naam"));
  CHECK(asked_back("vernietig titel: BSN").ends_with("| /case destroy titel --ground bsn"));
  CHECK(asked_back("destroy b2").ends_with("| /case destroy b2 --ground "));
  for (const auto* line : {"vernietig b2.", "vernietig b2?", "vernietig regel b2", "b2 vernietigen",
                           "b2 moet vernietigd worden", "daan: vernietig b2", "b2 must be destroyed"})
    CHECK(asked_back(line).ends_with("| /case destroy b2 --ground "));
  // Which ground it is must be told: these say of none that it is the one.
  for (const auto* line : {"vernietig b2, dat gaat over school", "vernietig b2, verkeerde regel",
                           "destroy b2, wrong line", "vernietig b2, zij drinkt niet"})
    CHECK(asked_back(line).ends_with("| /case destroy b2 --ground "));
  CHECK(asked_back("vernietig b2, verkeerde casus").ends_with("| /case destroy b2 --ground verkeerde"));
  CHECK(asked_back("vernietig b2: gaat over iemand anders").ends_with("| /case destroy b2 --ground gaat"));
  CHECK(asked_back("vernietig 12: BSN").ends_with("| /case destroy 12 --ground bsn"));
  for (const auto* line :
       {"vernietig je die brief?", "vernietigen 3 dossiers per week", "vernietig b2: hij slaat haar"})
    CHECK(asked_back(line).find("/case destroy") == std::string::npos);
  // Behind a name it is what somebody asks for, and no line of theirs.
  CHECK(asked_back("daan: trek b2 in") ==
        "dat is geen bijdrage van Daan, maar iets om te doen. Enter: het gebeurt | trek b2 in");
  CHECK(asked_back("ria: zet b2 terug").ends_with("| zet b2 terug"));
  CHECK(asked_back("daan: trek a1 in omdat dubbel").ends_with("| trek a1 in omdat dubbel"));
  CHECK(asked_back("daan: trek a1 in.").ends_with("| trek a1 in."));
  CHECK(asked_back("daan: ongedaan").ends_with("| ongedaan"));
  for (const auto* line : {"daan: trek 3 dagen uit voor de post", "daan: zet 5 stoelen terug", "daan: trek je jas aan"})
    CHECK(asked_back(line).find("iets om te doen") == std::string::npos);
  CHECK(asked_back("sorry, typo").ends_with("| ongedaan"));
  CHECK(asked_back("samira, tijd is om").ends_with("| Samira: tijd is om"));
  // A kind that several may say, without a name.
  auto table = at_table();
  for (auto& one : table.seats) one.has_turn = false;
  CHECK(asked_back("wens: wijkverpleging", table) ==
        "van wie is dit? Zet de naam ervoor: Daan wens: TEKST. Hier praten: Daan, Ria | Daan wens: wijkverpleging");
  // All had their turn.
  for (auto& one : table.seats) one.said = one.speaks ? 1 : 0;
  CHECK(asked_back("pas", table) ==
        "iedereen is aan de beurt geweest. Enter: verder. Nog een ronde, en slaat iemand over? Typ: pas NAAM | verder");
  CHECK(given(meant("pas ria", table)) == R"(Ria: {"do":"Pass"})");
  CHECK(given(meant("ria: pas", table)) == R"(Ria: {"do":"Pass"})");
  // Only questions fit, and this is none.
  table.kinds = {{"question", "vraag"}};
  CHECK(asked_back("daan: wijkverpleging vragen", table).ends_with("| Daan: wijkverpleging vragen?"));
  // Who does what, with a day.
  CHECK(asked_back("Noor belt morgen de wijkverpleging") ==
        "is dit een afspraak van Noor van Dam, voor woensdag 4 maart 2026? Typ wie het nakijkt: de naam is genoeg. "
        "Of Tab, dan staat de regel klaar"
        " | actie Noor van Dam: belt de wijkverpleging; morgen; ");
  CHECK(
      asked_back("Daan will call debt help before Friday").ends_with("| actie Daan: call debt help; before Friday; "));
  CHECK(asked_back("actie daan en ria: bellen; morgen").ends_with("| actie Daan: samen met Ria bellen; morgen"));
  CHECK(asked_back("actie daan en ria: samen op huisbezoek; dinsdag")
            .ends_with("| actie Daan: samen met Ria op huisbezoek; dinsdag"));
  CHECK(asked_back("cijfer oma 6: zij slaapt weer").starts_with("een cijfer geeft iemand die er is"));
  const auto hour = meant("actie noor: Samen bellen; vrijdag om 10 uur; samira");
  CHECK(std::get<desk::GiveCommand>(hour).note.starts_with("alleen de dag is bewaard, de tijd"));
}

}  // namespace casus::test
