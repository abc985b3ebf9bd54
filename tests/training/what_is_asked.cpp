// SPDX-License-Identifier: EUPL-1.2
#include "core/training/play/what_is_asked.hpp"

#include "core/training/debrief/debrief.hpp"
#include "core/training/play/called.hpp"
#include "tests/support/catch.hpp"
#include "tests/training/training.hpp"

// Who says that something is not asked, or tells what another asked, asks nothing.

namespace casus::training {
TEST_CASE("a question that denies something is asked all the same", "[training]") {
  for (const auto* line :
       {"Wat wil hij zelf?", "Waarom durft hij het niet te vragen?", "Is er niemand om hem heen?",
        "Heeft hij geen familie?", "Ik vraag me af of hij niet bang is, klopt dat?",
        "Je hoeft niet te antwoorden, maar wat wil hij zelf?", "Ik hoef niet alles te weten, maar wat wil hij zelf?",
        "We weten nog niet wie er om hem heen is?", "Wil hij niet praten over zijn zus?",
        "Heb je hem gevraagd wat hij wil?", "Hoe redt hij zich zonder te vragen om hulp?",
        "Does he never ask for help?", "Why doesn't he want his sister to know?", "Who doesn't he trust?"}) {
    INFO(line);
    CHECK(what_is_asked(line) == line);
  }
}

TEST_CASE("whoever says that it is not asked asks nothing", "[training]") {
  for (const auto* line :
       {"We vragen hem NIET wat hij wil, toch?", "Vragen we haar nooit wat zij wil?", "Ik vraag niet wie er is, goed?",
        "Niet vragen wat hij durft, goed?", "Zullen we het niet hebben over zijn familie?",
        "Laten we het niet over zijn zus hebben, ja?", "Ik hoef toch niet te weten of hij bang is?",
        "Niemand hoeft te weten wat hij zelf wil, toch?", "Kun je hem niet vragen wat hij wil?",
        "Wat hij wil doet er niet toe, toch?", "Los van wat hij wil, wie belt er?",
        "Kunnen we beginnen zonder te vragen wat hij wil?", "We don\u2019t ask what he wants, do we?",
        "Couldn't you ask what he wants?", "Let's not talk about his family, shall we?",
        "It doesn't matter what he wants, right?"}) {
    INFO(line);
    CHECK(what_is_asked(line).empty());
  }
}

TEST_CASE("who asks whether, when or by whom something is asked, or reproaches, asks nothing of the resident",
          "[training]") {
  for (const auto* line : {"Zullen we later eens vragen wat hij wil?",
                           "Zullen we haar later vragen wat ze wil?",
                           "Waarom zou iemand vragen wat hij wil?",
                           "Vraag ik te veel als ik vraag wat hij wil?",
                           "Zal ik hem vragen wat hij wil, of doe jij het?",
                           "Moeten wij weten wie er om haar heen is?",
                           "Wie vroeg er net wat hij wil?",
                           "Femke, jij vroeg wat hij wil, toch?",
                           "Wie van ons durft het hem te zeggen?",
                           "Wie gaat met hem praten, jij of ik?",
                           "Weet iemand wie hem gaat bellen?",
                           "Wie heeft haar gebeld vanochtend?",
                           "Wie belt hem morgen?",
                           "Hoe durft hij zijn huur niet te betalen?",
                           "Schaamt hij zich niet kapot?",
                           "Wat wil hij nou weer?",
                           "Denk je nu echt dat hij weet wat hij wil?",
                           "Shall we ask him later what he wants?",
                           "Which of us will see him?",
                           "Who is going to call her?",
                           "Why would anyone ask what he wants?",
                           "How dare he say he is ashamed?"}) {
    INFO(line);
    CHECK(what_is_asked(line).empty());
  }
  for (const auto* line : {"Wie belt hem wel eens?", "Wie helpt hem?", "Durft hij te vragen?", "Schaamt hij zich?",
                           "Is hij nou helemaal alleen?", "Kent iemand van ons zijn familie?", "Who calls her?",
                           "Who does he ask for help?"}) {
    INFO(line);
    CHECK(what_is_asked(line) == line);
  }
}

TEST_CASE("what asks of the table, reassures, counts the cost or blames is no question about the resident",
          "[training]") {
  for (const auto* line : {"Had jij hem dat moeten vragen, wat hij wil?",
                           "Kun je hem zeggen dat hij zich niet hoeft te schamen?",
                           "Hij hoeft zich toch niet te schamen?",
                           "Zeg je haar dat zij niet bang hoeft te zijn?",
                           "Zal ik hem maar aanmelden bij iemand die hem helpt?",
                           "Kan iemand anders hem van mij overnemen?",
                           "Wie heeft er tijd voor hem deze maand?",
                           "Is er iemand die hier tijd voor heeft, voor haar?",
                           "Wie kan haar er deze week bij hebben?",
                           "Wie kan er maandag, dan komt hij weer?",
                           "Is er iemand die haar morgen kan bellen?",
                           "Wie in het team kent hem?",
                           "Is er iemand van ons die hem kent?",
                           "Wanneer lukte het wel om hem te bereiken?",
                           "Was jij bang bij hem?",
                           "Ben jij wel veilig als je bij haar bent?",
                           "Wat vind jij belangrijk voor hem?",
                           "Is het belangrijk voor hem of voor ons?",
                           "Wat zou hij ons kosten?",
                           "Valt hij onder de Wmo?",
                           "Werkt hij wel mee?",
                           "Wanneer begon de afspraak?",
                           "Wat moet zij nou van ons?",
                           "Heeft hij geen schaamte, om ons dit te vragen?",
                           "Wat wil hij nou met ons, ons voor de gek houden?",
                           "Waarom zijn wij dan nodig, als hij familie heeft?",
                           "Waarom hebben we hem niet eerder aangemeld?",
                           "Has he no shame?",
                           "What does she want with us?",
                           "Who in our team knows her?",
                           "Who has time for him this week?",
                           "When did it work to call her?",
                           "Were you safe at her place?",
                           "Should you not have asked what he wants?"}) {
    INFO(line);
    CHECK(what_is_asked(line).empty());
  }
  for (const auto* line : {"Is er iemand die haar even kan aflossen?",
                           "Wie heeft er tijd voor hem?",
                           "Waar is hij bang voor?",
                           "Is het veilig bij haar thuis?",
                           "Wat is belangrijk voor hem?",
                           "Valt hij vaak?",
                           "Werkt hij 's nachts?",
                           "Wanneer begon de ruzie?",
                           "Wanneer lukte het wel?",
                           "Schaamt hij zich voor ons?",
                           "Wat wil hij van ons?",
                           "Wat moet zij van haar moeder?",
                           "Who has time for him?",
                           "Is she safe at her place?",
                           "Wat moet ze allemaal van ons?",
                           "Wat moet zij van ons?",
                           "Wat wil hij met ons bespreken?",
                           "Is er iemand bij wie hij zich niet hoeft te schamen?",
                           "Bij wie weet zij dat zij niet bang hoeft te zijn?",
                           "Is hij bang dat mensen hem voor de gek houden?",
                           "Wie om haar heen kan dit van ons overnemen?",
                           "Is er iemand om haar heen die hier tijd voor heeft?",
                           "Wie kan er morgen bij haar zijn?",
                           "Wie kan er dinsdag op Theo passen?",
                           "Wie heeft er tijd voor haar deze zomer?",
                           "Is zij banger voor de dokter of voor ons?",
                           "Hoeveel moeite zou dat kosten voor hem?",
                           "Wanneer werkte hij wel mee?",
                           "Werkt hij nog mee aan het plan?",
                           "Wanneer lukte het wel om hem te spreken?",
                           "Wie had je kunnen vragen?",
                           "Ben je bang bij haar?",
                           "Does she fall under the stairs?",
                           "Is there anyone with whom he has no reason to be ashamed?"}) {
    INFO(line);
    CHECK(what_is_asked(line) == line);
  }
}

TEST_CASE("whoever calls the resident 'die man' or 'ie' asks about the resident", "[training]") {
  CHECK(with_pronouns("Wat wil hij zelf?") == "Wat wil hij zelf?");
  CHECK(with_pronouns("Wat wil Die Man zelf?") == "Wat wil Die Man zelf?\nwat wil hij zelf?\nwat wil hem zelf?");
  CHECK(with_pronouns("Waarom maakt ie z'n post niet open?") ==
        "Waarom maakt ie z'n post niet open?\nwaarom maakt hij zijn post niet open?\nwaarom maakt hem zijn post niet "
        "open?");
  CHECK(with_pronouns("Is het moeilijk voor die vrouw?").ends_with("\nis het moeilijk voor haar?"));
  CHECK(with_pronouns("Who helps that lady?").ends_with("\nwho helps her?"));
  // Who it is stands behind it, or it is part of another word.
  for (const auto* line :
       {"Wat wil die man van de bank?", "Wie zijn die mannen?", "Die maatschappij wil geld.", "Is hij ziek?"}) {
    INFO(line);
    CHECK(with_pronouns(line) == line);
  }
}

TEST_CASE("the resident is asked about by name, in either language, with a title or without", "[training]") {
  CHECK(with_pronouns("Waar droomt meneer Berk met zijn dochter van?", "Meneer Berk")
            .ends_with("\nwaar droomt hem met zijn dochter van?"));
  CHECK(with_pronouns("Waar droomt Meneer Berk van?", "Meneer Berk").find("\nwaar droomt hij van?") !=
        std::string::npos);
  CHECK(with_pronouns("What makes Mrs Linde happy?", "Mevrouw Linde").ends_with("\nwhat makes her happy?"));
  const auto kim = with_pronouns("Wat is goed voor Kim?", "Kim");
  CHECK((kim.find("voor haar?") != std::string::npos && kim.find("voor hem?") != std::string::npos));
  // Somebody else of that name, or part of a word.
  for (const auto* line :
       {"Wat wil mevrouw Berk?", "Wie is Berk?", "Waar droomt meneer Berkhout van?", "Is hij ziek?"}) {
    INFO(line);
    CHECK(with_pronouns(line, "Meneer Berk") == line);
  }
  for (const auto& [scenario, question] : std::vector<std::pair<std::string, std::string>>{
           {"circle-says-no", "Waar verlangt mevrouw Varen naar?"},
           {"debts-and-shame", "Waar droomt meneer Berk van?"},
           {"debts-and-shame", "Wat zou voor hem een goede dag zijn?"},
           {"neighbours-quarrel", "Waar zou meneer Vos mee geholpen zijn?"},
           {"refuses-help", "Wat is voor meneer Eik het belangrijkst?"},
           {"refuses-help", "Hoe ziet hij zijn oude dag voor zich?"},
           {"worn-out-carer", "Waar zou mevrouw Linde zelf blij van worden?"},
           {"worn-out-carer", "What would make Mrs Linde happy?"},
           {"young-mother", "Hoe ziet voor Kim een fijn leven eruit?"},
           {"young-mother", "Wat is belangrijk voor Kim?"}}) {
    INFO(question);
    auto replay = begun(shipped_scenario(scenario), "solution-focused/reflecting-team", 1, Mode::coaching);
    REQUIRE_FALSE(replay.play().take(by("Bram", CommandBody(NextStep{}))).refusal);
    REQUIRE_FALSE(replay.play().take(says("Ria", "question", question)).refusal);
    CHECK(replay.play().is_known("wish"));
  }
}

TEST_CASE("a question about a colleague, or about what is of the table, is not about the case", "[training]") {
  const NamesAtTable names{{"Noor", "Bram", "Ria"}, "Noor", {"Meneer Berk", "Anja"}};
  for (const auto* line :
       {"Hoeveel nachten draait Bram?", "Zit Bram straks alleen met de notulen?", "Zegt Noor overal ja op?",
        "Wanneer lukte het wel, jouw vakantie, Noor?", "How many nights does Bram work?", "Is onze planning beter?"}) {
    INFO(line);
    CHECK(without_the_table(line, names).empty());
  }
  // Called by name, or with somebody of the case in it.
  for (const auto* line :
       {"Wanneer lukte het wel, Noor?", "Bram, wanneer lukte het wel?", "Ria wanneer ging het beter?",
        "Kent Bram zijn zus Anja?", "Wat zei hij tegen Bram?", "Wanneer lukte het volgens Bram wel?",
        "Weet Noor wat meneer Berk wil?", "Wanneer ging het beter?", "Is er brambosjam?"}) {
    INFO(line);
    CHECK(without_the_table(line, names) == line);
  }
  CHECK(without_the_table("Slaapt Bram slecht? Wanneer lukte het wel?", names) == " Wanneer lukte het wel?");
  for (const auto& [scenario, question] :
       std::vector<std::pair<std::string, std::string>>{{"plan-gives-way", "Zit Bram straks alleen met de notulen?"},
                                                        {"worn-out-carer", "Hoeveel nachten draait Bram?"},
                                                        {"young-mother", "Wanneer lukte het wel, jouw vakantie, Noor?"},
                                                        {"young-mother", "Zegt Noor overal ja op?"},
                                                        {"quiet-child", "Wanneer gaat het beter met ons rooster?"},
                                                        {"refuses-help", "Ben jij bang voor hem, Noor?"}}) {
    INFO(question);
    auto replay = begun(shipped_scenario(scenario), "solution-focused/reflecting-team", 1, Mode::coaching);
    REQUIRE_FALSE(replay.play().take(by("Bram", CommandBody(NextStep{}))).refusal);
    const auto& beat = replay.play().take(says("Ria", "question", question));
    REQUIRE_FALSE(beat.refusal);
    CHECK(out_of(beat).empty());
  }
}

TEST_CASE("who tells that somebody was not reached spoke with nobody", "[training]") {
  for (const auto* about : {"kreeg alleen de voicemail", "was niet thuis, briefje in de bus gedaan", "deed niet open",
                            "nam niet op", "ligt in het ziekenhuis, niet gesproken", "is ziek vandaag",
                            "geen tijd voor gehad", "left a message", "did not answer", "zijn telefoon staat uit"}) {
    INFO(about);
    CHECK(tells_not_reached(about));
  }
  for (const auto* about :
       {"", "Hoe is het?", "Zou je niet willen komen?", "waarom zij niet komt", "over haar nee", "of zij niet wil",
        "Uw moeder ligt straks alleen.", "\"Het is niet erg\"", "Het hoeft niet van jou", "Buren horen te helpen."}) {
    INFO(about);
    CHECK_FALSE(tells_not_reached(about));
  }
}

TEST_CASE("what else the line asks is asked", "[training]") {
  CHECK(what_is_asked("We vragen hem niet wat hij wil. Wie is er om hem heen?") == " Wie is er om hem heen?");
  CHECK(what_is_asked("We vragen niet wat hij wil, maar wat hij kan?") == ", maar wat hij kan?");
  CHECK(what_is_asked("Wie is er nog? We don't ask what he wants.") == "Wie is er nog?");
}

TEST_CASE("what another said is not asked, and a question in quotes is", "[training]") {
  const auto asks_the_wish = [](std::string_view line) { return what_is_asked(line).find("wil") != std::string::npos; };
  CHECK_FALSE(asks_the_wish("De huisarts vroeg: \"Wat wil hij zelf?\" Wie was daarbij?"));
  CHECK_FALSE(asks_the_wish("\u201CWat wil hij zelf?\u201D zei de huisarts, of niet?"));
  CHECK_FALSE(asks_the_wish("'Wat wil hij zelf', stond er in de brief, klopt dat?"));
  CHECK_FALSE(asks_the_wish("Zij schreef \u2018wat wil hij\u2019. Waarom?"));
  CHECK(asks_the_wish("\"Wat wil hij zelf?\""));
  CHECK(asks_the_wish("Zal ik beginnen met: \"Wat wilt u zelf?\""));
  CHECK(asks_the_wish("'s Avonds zei hij weinig, wat wil hij zelf?"));
  CHECK(asks_the_wish("Zij zei: \"Ik weet het niet.\" Wat wil hij zelf?"));
}

TEST_CASE("nothing comes out by what is not asked, and the debrief praises nobody for it", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team", 1, Mode::coaching);
  auto& play = replay.play();
  REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);
  CHECK(out_of(play.take(says("Ria", "question", "We vragen hem niet wat hij wil, toch?"))).empty());
  CHECK(out_of(play.take(says("Yusuf", "question", "Zullen we het niet hebben over zijn familie?"))).empty());
  CHECK(out_of(play.take(says("Femke", "question", "De huisarts zei: \"Wat wil hij zelf?\" Klopt dat?"))).empty());
  CHECK(out_of(play.take(by("Noor", Consult{"Esra", "Niet vragen wat hij durft, goed?"}))) ==
        std::vector<std::string>{"eviction-date", "corporation"});  // she was spoken to, and that is all
  for (const auto& note : debrief(play, replay.library()).people)
    if (note.name == "Ria" || note.name == "Yusuf" || note.name == "Femke")
      CHECK((note.strength.empty() ||
             note.strength.in(Lang::nl) != "hierdoor kwam iets boven dat nog niet op tafel lag"));
  CHECK(out_of(play.take(says("Ria", "question", "Waarom wil hij niet zeggen wat hij wil?"))) ==
        std::vector<std::string>{"wish"});
  CHECK(out_of(play.take(says("Yusuf", "question", "Is er niemand om hem heen, ook geen zus?"))) ==
        std::vector<std::string>{"sister"});
}

TEST_CASE("who asks what people say or see asks nobody of the circle by it", "[training]") {
  for (const auto& file : shipped_scenarios())
    for (const auto* line :
         {"Wat zou het met hem doen als iemand ziet dat die stapel daar ligt?", "Schrikt zij als iemand aanbelt?",
          "Wat denkt hij dat mensen van hem zeggen?", "Vertrouwt zij ons wel?",
          "What would it do to her if somebody saw that pile?", "What does he think people say about him?"}) {
      INFO(file.scenario.id << ": " << line);
      auto replay = begun(file.scenario, "solution-focused/reflecting-team", 1, Mode::coaching);
      auto& play = replay.play();
      REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);
      REQUIRE_FALSE(play.take(says("Ria", "question", line)).refusal);
      for (const auto& fact : file.scenario.facts)
        if (fact.when && fact.shows == Shows::network) CHECK_FALSE(play.is_known(fact.id));
    }
}

TEST_CASE("a colleague who is asked with 'you' is not the resident", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team", 1, Mode::coaching);
  auto& play = replay.play();
  REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);
  Say to_femke{{.kind = "question", .text = "Wat wil je zelf?", .to = "Femke"}};
  CHECK(out_of(play.take(by("Ria", CommandBody(to_femke)))).empty());
  CHECK(out_of(play.take(says("Ria", "question", "Femke, wie helpt u?"))).empty());
  CHECK(out_of(play.take(says("Ria", "question", "Durft u dat, Bram?"))).empty());
  // What is asked of a colleague about the resident is asked, and so is the resident in words for the resident.
  to_femke.text = "Wat wil hij zelf?";
  CHECK(out_of(play.take(by("Ria", CommandBody(to_femke)))) == std::vector<std::string>{"wish"});
  CHECK(out_of(play.take(says("Ria", "question", "Wie helpt u?"))) == std::vector<std::string>{"sister"});
}

TEST_CASE("of the words for something those that call nobody 'you' are left", "[training]") {
  CHECK(without_you({{"wie helpt u", "wie + hij/u", "uw zus", "zijn zus", "u + zus"}, {"your sister", "his sister"}}) ==
        Phrases{{"wie + hij", "zijn zus"}, {"his sister"}});
}

}  // namespace casus::training
