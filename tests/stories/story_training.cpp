// SPDX-License-Identifier: EUPL-1.2
// Training as a group meets it: in a terminal, on another machine, and never among real cases.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

namespace casus::test {
namespace {

namespace fs = std::filesystem;

fs::path log_of(const Home& home, const std::string& run) {
  return home.folder() / "data/casus/training.db.runs" / (run + ".jsonl");
}

}  // namespace

TEST_CASE("a group steps back twice, branches, and finishes; the log gives the same run on another machine",
          "[stories]") {
  const Home home;
  const auto at = home.in_terminal({"train", "play", "debts-and-shame", "--method", "solution-focused/reflecting-team",
                                    "--run", "eerste", "--seed", "7"},
                                   50);
  for (const auto& [typed, answer] : std::vector<std::pair<std::string, std::string>>{
           {"Bram: next", "Bram begon met de stap Voorbereiden"},
           {"Bram: verder", "Bram begon met de stap Presenteren"},
           {"Noor: wens Dat zijn dochter kan blijven slapen", "Noor (wens van de inwoner): Dat zijn dochter"},
           {"Bram: verder", "Bram begon met de stap Verhelderen"},
           {"Ria: Heb je al gedacht aan schuldhulp?", "klinkt als advies"},
           {"terug", "nam zetten terug: 1"},
           {"Ria: vraag Wie is er om hem heen?", "Er is een zus, Anja."},
           {"terug", "nam zetten terug: 1"},
           {"tak tweede 4", "verder in tweede, vanaf zet 4"},
           {"Ria: Wanneer lukte het wel?", "Ruud, in de pauze"},
           {"wacht 1 week", "KEUZEPUNT corporation"},
           {"kies c omdat het zijn verhaal is", "omdat het zijn verhaal is"}}) {
    at->type(typed + "\r");
    const bool answered = at->shows(answer);
    INFO(typed << "\n" << at->window());
    REQUIRE(answered);
  }
  at->type("stop\r");
  CHECK(at->finish() == 0);
  CHECK_THAT(at->written(), Catch::Contains("7 zetten bewaard in oefening tweede"));

  Home elsewhere;
  elsewhere.set("TZ", "Pacific/Chatham");
  elsewhere.set("LC_ALL", "tr_TR.UTF-8");
  elsewhere.set("OMP_NUM_THREADS", "7");
  for (const std::string run : {"eerste", "tweede"}) {
    INFO(run);
    const auto log = content_of(log_of(home, run));
    elsewhere.folder().write(run + "-log.jsonl", log);
    const auto there = elsewhere.type("casus train apply " + run + "-log.jsonl --json");
    CHECK(there.exit == 0);
    CHECK(there.err.empty());
    CHECK(there == home.type("casus train apply " + run + " --json"));
    CHECK(content_of(log_of(elsewhere, run)) == log);
    for (const auto* format : {"md", "html"})
      CHECK(elsewhere.type("casus train debrief " + run + " --format " + format) ==
            home.type("casus train debrief " + run + " --format " + format));
  }
  // The first run counts its retries, the branch begins without them, and neither changed the other.
  const auto first = nlohmann::json::parse(home.type("casus train debrief eerste --json").out);
  const auto second = nlohmann::json::parse(home.type("casus train debrief tweede --json").out);
  CHECK(first.at("taken_back") == 2);
  CHECK(second.at("taken_back") == 0);
  CHECK(second.at("decisions").at(1).at("quality") == 3);
}

TEST_CASE("a training and real cases never share a store, and each is told what to do", "[stories]") {
  const Home home;
  REQUIRE(home.type("printf 'stop\\n' | casus train play quiet-child --method werf/werf --run een").exit == 0);
  REQUIRE(
      home.type("casus case open 'Iemand' --id 2026-001 --privacy anonymous --basis wmo --purpose 'Kijken' --as Noor")
          .exit == 0);
  const auto real = home.type("casus case list --store data/casus/training.db");
  CHECK(real.exit == 2);
  CHECK(real.err ==
        "data/casus/training.db is een oefenregister: alles daarin is verzonnen; gebruik het met casus train, of geef "
        "het register met de echte "
        "casussen met --store\nuitleg: casus case list --help\n");
  const auto training = home.type(
      "printf 'stop\\n' | casus train play quiet-child --method werf/werf --store ./data/casus/casus.db --lang en");
  CHECK(training.exit == 2);
  CHECK(training.err ==
        "./data/casus/casus.db is a store of real cases, and training never goes into it; leave out --store, or give "
        "another file\nhelp: casus "
        "train play --help\n");
  // The real store lists its one case, and nothing of the training.
  const auto cases = nlohmann::json::parse(home.type("casus case list --json").out).at("cases");
  REQUIRE(cases.size() == 1);
  CHECK(cases.at(0).at("case") == "2026-001");
}

TEST_CASE("the check of a scenario says what can never come out, with its place, and for which method", "[stories]") {
  const Home home;
  auto scenario =
      nlohmann::ordered_json::parse(content_of(fs::path(CASUS_SOURCE_DIR) / "workflows/scenarios/young-mother.json"));
  scenario["facts"][1]["when"] = {{"known", "wish"}};
  home.folder().write("kapot.json", scenario.dump());
  const auto circular = home.type("casus train check kapot.json");
  CHECK(circular.exit == 3);
  CHECK_THAT(circular.err, Catch::Contains("kapot.json:1:5248: /facts/1/when: feit 'wish' kan nooit uitkomen"));
  scenario["facts"][1]["when"] = {{"said", {{"kinds", {"affirmation"}}}}};
  home.folder().write("eenzijdig.json", scenario.dump());
  const auto one_sided = home.type("casus train check eenzijdig.json --json");
  CHECK(one_sided.exit == 3);
  CHECK_THAT(one_sided.out, Catch::Contains("kan niet uitkomen met methode 'werf/werf'"));
  CHECK(home.type("casus train check " CASUS_SOURCE_DIR "/workflows/scenarios/young-mother.json").exit == 0);
  // A baby that a goal wants spoken to: with its place and what to do, and the scenario can still be played.
  scenario =
      nlohmann::ordered_json::parse(content_of(fs::path(CASUS_SOURCE_DIR) / "workflows/scenarios/young-mother.json"));
  scenario["goals"][0]["counted"] = {{"consulted", "kind"}};
  home.folder().write("baby.json", scenario.dump());
  const auto baby = home.type("casus train check baby.json");
  CHECK(baby.exit == 3);
  CHECK_THAT(baby.err, Catch::Contains("/goals/0/counted/consulted: ") &&
                           Catch::Contains("spreekt niet voor zichzelf") &&
                           Catch::Contains("noem iemand die over diegene kan vertellen"));
}

TEST_CASE("who only looks on says what they saw, and a name that is nearly another one is asked about", "[stories]") {
  const Home home;
  const auto ran = home.type(
      "printf 'Sanne: Noor vroeg goed door\nSanne: verder\nYusff: wat wil hij zelf?\ncase join Yusff --role "
      "teamlid\nIneke: opmerking Rustig begonnen\nInekee: opmerking Nog iets\nstop\n' | casus train play "
      "debts-and-shame --method kort/ronde --run zien --as Noor");
  const auto told = ran.out + ran.err;
  INFO(told);
  CHECK(ran.exit == 0);
  CHECK_THAT(told, Catch::Contains("Sanne zag bij Noor: Noor vroeg goed door") &&
                       Catch::Contains("Sanne kijkt mee en zit niet aan tafel.") &&
                       Catch::Contains("niemand heet hier 'Yusff'; bedoel je Yusuf?") &&
                       Catch::Contains("Yusuf zit al aan tafel; typte je 'Yusff' per ongeluk?") &&
                       Catch::Contains("deze oefening leidt Ineke; typte je 'Inekee' per ongeluk?"));
  CHECK_THAT(told, !Catch::Contains("Sanne doet niet mee") && !Catch::Contains("Nog iets"));
}

TEST_CASE("what is typed in a meeting is typed in a training", "[stories]") {
  const Home home;
  const auto at = home.in_terminal(
      {"train", "play", "debts-and-shame", "--method", "solution-focused/reflecting-team", "--run", "woorden"}, 50);
  for (const auto& [typed, answer] : std::vector<std::pair<std::string, std::string>>{
           {"Bram: verder", "Bram begon met de stap Voorbereiden"},
           {"verder", "Noor begon met de stap Presenteren"},
           {"Noor: Hij doet niet open", "Noor (feit): Hij doet niet open"},
           {"noor wens: Rust in huis", "Noor (wens van de inwoner): Rust in huis"},
           {"Bram: verder omdat we genoeg weten", "reden: we genoeg weten"},
           {"ria: Wie merkt dat het eerst?", "Ria (vraag): Wie merkt dat het eerst?"},
           {"noor: Zijn dochter", "Noor (antwoord): Zijn dochter"},
           {"Femke pas", "kan niet"},
           {"pas yusuf", "Yusuf liet een beurt voorbijgaan"},
           {"waarom", "en kan nog niet verder"},
           {"tip", "Wat je nu kunt vragen of doen:"},
           {"doel: Lot eet weer bij haar vader", "Noor stelde een doel: Lot eet weer bij haar vader"},
           {"actie noor: bellen met Esra; +7d; ria; netwerk", "Noor sprak af: bellen met Esra; wie: Noor"},
           {"action noor: de buurvrouw bellen; +8d; ria; netwerk", "sprak af: de buurvrouw bellen; wie: Noor"},
           {"Noor: actie: de fiets halen; +9d; ria; netwerk", "sprak af: de fiets halen; wie: Noor"},
           {"Bram: actie Noor: kaartje sturen; +3d; ria; netwerk", "sprak af: kaartje sturen; wie: Noor"},
           {"actie: langsgaan", "Vul aan: wie het doet, voor wanneer en wie het nakijkt."},
           {"hulp doel", "doel: TEKST"},
           {"neem", "in een oefening is er één casus"},
           {"erbij Lot", "Noor zette Lot aan tafel: iemand uit de kring"},
           {"erbij Ruud", "Van 'Ruud' heeft de groep nog niet gehoord"},
           {"erbij Piet", "Noor zette Piet aan tafel: teamlid"},
           {"erbij Ria", "Ria zit al aan tafel"},
           {"spreek met kers over de post", "Van 'Meneer Kers' heeft de groep nog niet gehoord"},
           {"leer gesprek: Eerst vragen", "Noor (leerpunt): Eerst vragen"},
           {"Noo\t", "Noor> Noor:"},                               // Tab
           {"\x15\033[A", "Noor> leer gesprek: Eerst vragen"}}) {  // Ctrl-U, arrow up: the line before
    at->type(typed + (typed.ends_with('\t') || typed.ends_with('A') ? "" : "\r"));
    const bool answered = at->shows(answer);
    INFO(typed << "\n" << at->window());
    REQUIRE(answered);
  }
  at->type("\x15stop\r");
  CHECK(at->finish() == 0);
  const auto log = home.type("casus train debrief woorden");
  CHECK(log.exit == 0);
}

TEST_CASE("who is asked is who answers, also where the floor is only noticed", "[stories]") {
  const Home home;
  const auto played = home.type(
      "printf 'Bram: verder\\nBram: verder omdat door\\nBram: verder omdat door\\nRia: Wie merkt het?\\nwaarom\\n' | "
      "casus train play neighbours-quarrel --method solution-focused/reflecting-team --mode coaching --run antwoord");
  CHECK(played.exit == 0);
  CHECK_THAT(played.out, Catch::Contains("  Noor antwoord b1: [antwoord]\n") && !Catch::Contains("Yusuf antwoord"));
}

TEST_CASE("what is proposed inside a training is proposed on its day", "[stories]") {
  const Home home;
  home.folder().write(
      "session.txt",
      "Bram: next\nBram: next\nBram: next --because x\nBram: next --because x\nBram: next --because x\n"
      "Bram: next --because x\nRia: idee Stel dat Ruud een pauze heeft.\nBram: next --because x\nwaarom\n");
  const auto played =
      home.type("casus train play debts-and-shame --method solution-focused/reflecting-team --run dag < session.txt");
  REQUIRE(played.exit == 0);
  CHECK_THAT(played.out, Catch::Contains("--by-when 2026-03-16") && Catch::Contains("case review 2026-04-13"));
  // A trainer writes about the run afterwards, and is told which finding there is.
  CHECK(home.type("casus train judge dag own-words --met deels --because 'half' --as Ineke").exit == 0);
  const auto wrong = home.type("casus train overrule dag talk/questins --because x --as Ineke");
  CHECK(wrong.exit == 2);
  CHECK_THAT(wrong.err, Catch::Contains("talk/questions"));
  const auto document = nlohmann::json::parse(home.type("casus train debrief dag --json").out);
  CHECK(document.at("goals").at(3).at("met") == "partly");
  CHECK(document.at("goals").at(3).at("judgement").at("by") == "Ineke");
  // And takes it back, with a reason, by the number that the debrief has behind it.
  const auto number = std::to_string(document.at("goals").at(3).at("judgement").at("move").get<int>());
  const auto retract = "casus train retract dag " + number + " --because 'Ik zat er niet bij' --as ";
  CHECK(home.type(retract + "Marleen").exit == 1);
  CHECK(home.type("casus train retract dag " + number + " --as Ineke").exit == 2);
  const auto back = home.type(retract + "Ineke");
  CHECK(back.exit == 0);
  CHECK_THAT(back.out, Catch::Contains("Ineke nam zet " + number + " terug, omdat Ik zat er niet bij"));
  const auto after = nlohmann::json::parse(home.type("casus train debrief dag --json").out);
  CHECK(after.at("goals").at(3).at("met").is_null());
  CHECK(after.at("goals").at(3).at("judgement").is_null());
  const auto page = home.type("casus train debrief dag --format md").out;
  CHECK_THAT(page, !Catch::Contains("oordeel van Ineke") && Catch::Contains("Ik zat er niet bij"));
}

TEST_CASE("on a terminal lines break between words, and never in what is to be typed", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus case open 'Vader en dochter' --id voorbeeld --privacy anonymous --basis wmo --purpose "
                    "'Samen bekijken wat helpt' --as Noor")
              .exit == 0);
  const auto at = home.in_terminal({"case", "say", "voorbeeld", "fact", "Zij belt", "--as", "Samira"}, 24, 60);
  CHECK(at->finish() == 1);
  INFO(at->window());
  CHECK_THAT(at->written(), Catch::Contains("\ncasus case join voorbeeld Samira --role teamlid --as Noor.\r\n"));
  const auto narrow = home.in_terminal({"case", "history", "voorbeeld", "--as", "Noor"}, 24, 60);
  CHECK(narrow->finish() == 0);
  INFO(narrow->window());
  CHECK_THAT(narrow->written(), Catch::Contains("met de methode\r\n  Oplossingsgericht reflecterend team"));
}

TEST_CASE("a good play of a scenario scores higher than a poor one on each score that can be higher", "[stories]") {
  const fs::path stories = fs::path(CASUS_SOURCE_DIR) / "tests/stories/training";
  int scenarios = 0;
  for (const auto& entry : fs::directory_iterator(stories)) {
    const auto name = entry.path().filename().string();
    if (!name.ends_with("_good")) continue;
    ++scenarios;
    const auto debrief_of = [&](const fs::path& story) {
      const Home home;
      home.folder().write("session.txt", content_of(story / "session.txt"));
      for (const auto& line : lines_in(content_of(story / "args"))) {
        const auto ran = home.type(line + " --json");
        REQUIRE(ran.exit == 0);
        if (line.find("train debrief") != std::string::npos) return nlohmann::json::parse(ran.out);
      }
      return nlohmann::json();
    };
    INFO(name);
    const auto good = debrief_of(entry.path());
    const auto poor = debrief_of(stories / (name.substr(0, name.size() - 4) + "poor"));
    const auto share = [](const nlohmann::json& debrief, const char* level) {
      const auto& score = debrief.at("levels").at(level);
      return score.at("of") == 0 ? 0.0 : score.at("points").get<double>() / score.at("of").get<double>();
    };
    for (const auto* level : {"protocol", "content", "decisions", "reflection"}) {
      INFO(level);
      CHECK(share(good, level) > share(poor, level));
    }
    for (const auto& goal : good.at("goals")) CHECK(goal.at("counted") == true);
    for (const auto& goal : poor.at("goals")) CHECK(goal.at("counted") == false);
    // Whether a goal was met no program says.
    for (const auto& goal : good.at("goals")) CHECK(goal.at("met").is_null());
    for (const auto& goal : good.at("goals")) CHECK_FALSE(goal.at("moves").empty());
    CHECK_FALSE(good.contains("mark"));
  }
  CHECK(scenarios >= 6);
}

TEST_CASE("what cannot be read back from a log is not taken, and the training goes on", "[stories]") {
  const Home home;
  home.folder().write("odd.txt", "Bram: next\nNoor: titel \033[A\nNoor: titel \xff\nNoor: titel Een\ttab\n");
  const auto odd = home.type("casus train play refuses-help --method werf/werf --run een < odd.txt");
  CHECK(odd.exit == 0);
  const std::string told =
      "deze regel bevat tekens die niet te lezen zijn, zoals die van een pijltjestoets; typ hem opnieuw\n";
  CHECK(odd.err == told + told);
  CHECK_THAT(odd.out, Catch::Contains("Noor (titel): Een tab [b1]"));
  CHECK(home.type("printf 'stop\\n' | casus train play --run een").exit == 0);
}

TEST_CASE("a session from a program answers with one document, and goes on where it stopped", "[stories]") {
  const Home home;
  home.folder().write("one.txt", "Bram: next\nRia: vraag Te vroeg?\nonzin\n");
  const auto first = home.type("casus train play refuses-help --method werf/werf --run een --json < one.txt");
  CHECK(first.exit == 0);
  const auto document = nlohmann::json::parse(first.out);
  CHECK(document.at("moves").size() == 2);
  CHECK(document.at("moves").at(1).at("refused").at("rule") == "R4");
  home.folder().write("two.txt", "Noor: titel De deur\n");
  const auto second = nlohmann::json::parse(home.type("casus train play --run een --json < two.txt").out);
  CHECK(second.at("moves").size() == 3);
  CHECK(second.at("moves").at(2).at("ok") == true);
  const auto list = nlohmann::json::parse(home.type("casus train list --json").out);
  CHECK(list.at("runs") == nlohmann::json{"een"});
  CHECK(list.at("scenarios").size() >= 6);
  const auto unknown = home.type("casus train play debts-and-shme --method werf/werf");
  CHECK(unknown.exit == 2);
  CHECK(unknown.err ==
        "er is geen scenario 'debts-and-shme' (bedoelde je 'debts-and-shame'?); kijk met: casus train list\nuitleg: "
        "casus train play --help\n");
}

TEST_CASE("whose a line without a name is, is said beforehand; what an observer wrote is printed as theirs",
          "[stories]") {
  const Home home;
  const auto ran = home.type(
      "printf 'Bram: verder\nobserveer Ria punt: shame gezegd: Wat lukte wel? effect: Het werd stil cijfer: 1\n"
      "Sanne: Noor vroeg goed door\nstop\n' | casus train play debts-and-shame --method kort/ronde --run blad");
  INFO(ran.out << ran.err);
  CHECK(ran.exit == 0);
  CHECK_THAT(ran.out, Catch::Contains("zonder naam ervoor is een regel van Noor, en een observatie van Sanne") &&
                          Catch::Contains("Sanne zag bij Ria: Wat lukte wel?"));
  CHECK_THAT(
      home.type("casus train debrief blad --format md").out,
      Catch::Contains("op het blad van Sanne · punt: Hoe wordt er over schaamte gepraat: vragend of invullend? · "
                      "gezegd: Wat lukte wel? · effect: Het werd stil · cijfer: 1 van 2") &&
          Catch::Contains("op het blad van Sanne · gezegd: Noor vroeg goed door"));
}

TEST_CASE("who plays does not lead, and of a citizen service number nothing is kept", "[stories]") {
  const Home home;
  REQUIRE(home.type("printf 'Bram: verder\nNoor feit: zijn bsn is 123456782\nstop\n' | casus train play "
                    "debts-and-shame --method kort/ronde --run leiden")
              .exit == 0);
  const auto path = log_of(home, "leiden");
  const auto log = content_of(path);
  for (const auto* typed : {"judge leiden own-words --met ja --because 'x' --as Bram",
                            "overrule leiden talk/questions --because 'x' --as Ria",
                            "inject leiden 'De bel gaat' --as ria", "remark leiden 'x' --as Sanne"}) {
    const auto told = home.type(std::string("casus train ") + typed);
    INFO(typed << '\n' << told.err);
    CHECK(told.exit == 2);
    CHECK_THAT(told.err, Catch::Contains("heeft een plek in deze oefening"));
  }
  CHECK(content_of(path) == log);
  const auto screen = home.type("printf 'opmerking Goed\nstop\n' | casus train play --run leiden --as Bram");
  CHECK_THAT(screen.out + screen.err, Catch::Contains("zet die naam ervoor"));
  const auto told = home.type("casus train remark leiden 'BSN 123456782' --as Ineke");
  CHECK(told.exit == 1);
  CHECK_THAT(told.err, Catch::Contains("er is niets bewaard"));
  CHECK(content_of(path).find("123456782") == std::string::npos);
  const auto debrief = home.type("casus train debrief leiden --format md").out;
  CHECK_THAT(debrief, !Catch::Contains("123456782") &&
                          Catch::Contains("Noor wilde iets zeggen; de tekst is niet bewaard") &&
                          Catch::Contains("Ineke wilde iets opmerken; de tekst is niet bewaard"));

  // What stands in the log as its scenario is what the run goes by, also where the same scenario is at hand.
  auto setup = nlohmann::ordered_json::parse(log.substr(0, log.find('\n')));
  setup["scenario"] = "rommel";
  std::ofstream(path, std::ios::binary) << setup.dump() << log.substr(log.find('\n'));
  for (const auto* typed : {"casus train debrief leiden", "printf 'stop\n' | casus train play --run leiden"}) {
    const auto broken = home.type(typed);
    CHECK(broken.exit == 3);
    CHECK_THAT(broken.err, Catch::Contains("Het scenario dat in oefening leiden bewaard is"));
  }
}

}  // namespace casus::test
