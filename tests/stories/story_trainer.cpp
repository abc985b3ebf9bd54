// SPDX-License-Identifier: EUPL-1.2
// What a trainer does around a training: look ahead, step in, look back on one run or two, with scenarios of one's own.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace casus::test {
namespace {

namespace fs = std::filesystem;

fs::path kept_log(const Home& home, const std::string& run) {
  return home.folder() / "data/casus/training.db.runs" / (run + ".jsonl");
}

}  // namespace

TEST_CASE("a trainer with a laptop of their own brings something in; the group hears it with its next line",
          "[stories]") {
  const Home home;
  const auto at = home.in_terminal({"train", "play", "debts-and-shame", "--method", "solution-focused/reflecting-team",
                                    "--run", "samen", "--mode", "coaching"},
                                   50);
  const auto play = [&](const std::string& typed, const std::string& answer) {
    at->type(typed + "\r");
    const bool answered = at->shows(answer);
    INFO(typed << "\n" << at->window());
    REQUIRE(answered);
  };
  play("Bram: verder", "Bram begon met de stap Voorbereiden");
  const auto told = home.type("casus train inject samen 'De bel gaat.' --as Ineke");
  CHECK(told.exit == 0);
  CHECK_THAT(told.out, Catch::Contains("Ineke (trainer) bracht een bericht in: De bel gaat.") &&
                           Catch::Contains("casus train play --run samen"));
  CHECK_THAT(told.out, Catch::Contains("Ineke: terug"));
  // What would be lost is not taken.
  CHECK_THAT(home.type("casus train inject samen 'Zij belt.' --fact sister --as Ineke").err,
             Catch::Contains("heeft eigen woorden"));
  CHECK_THAT(home.type("casus train inject samen 'Zij belt.' --answer ja --as Ineke").err,
             Catch::Contains("zeg van wie met --person"));
  CHECK(home.type("casus train inject samen --fact sister --as Ineke").exit == 0);
  play("kijk", "De bel gaat.");
  CHECK(at->shows("Er is een zus, Anja."));
  // The screen has many hands: in whose name it is, the trainer says.
  play("gebeurt nee zus Ik heb zelf genoeg.", "zet die naam ervoor");
  play("Ineke: gebeurt nee zus Ik heb zelf genoeg.", "Anja zegt: nee. Ik heb zelf genoeg.");
  // A mistaken id or name is said, and not told to the group as if it were the trainer's own words.
  play("Ineke: gebeurt feit heatin", "geen feit 'heatin'");
  play("Ineke: gebeurt gebeurtenis first-visit/apply", "geen gebeurtenis 'first-visit/apply'");
  play("Ineke: gebeurt nee Anjaa", "Van 'Anjaa' heeft de groep nog niet gehoord");
  play("Marleen: gebeurt Er komt een brief.", "Er komt een brief.");
  // Nor does anybody else take back what the trainer brought in, or Marleen lose it in the name of who speaks.
  play("terug", "bracht Marleen in: alleen wie");
  play("Marleen: terug", "Marleen nam zetten terug: 1");
  play("spreek zus Wil je meedoen?", "sprak met Anja");
  at->type("stop\r");
  CHECK(at->finish() == 0);
  const auto debrief = home.type("casus train debrief samen --format md").out;
  CHECK_THAT(debrief, Catch::Contains("- Ineke bracht in (feit): Er is een zus, Anja.") &&
                          Catch::Contains("verteld door de trainer: Er is een zus, Anja.") &&
                          Catch::Contains("Ineke bracht in (antwoord): Anja zegt: nee. Ik heb zelf genoeg."));
  CHECK_THAT(debrief,
             !Catch::Contains("bracht in (bericht): Er komt een brief.") && !Catch::Contains("Noor (trainer)"));
  // What cannot be brought in is said with what can.
  const auto refused = home.type("casus train inject samen --fact sister --as Ineke");
  CHECK(refused.exit == 1);
  CHECK_THAT(refused.err, Catch::Contains("De groep weet 'sister' al.") && Catch::Contains("exception"));
  CHECK(home.type("casus train inject samen --fact wish --event letter --as Ineke").exit == 2);
  CHECK(home.type("casus train inject samen --as Ineke").exit == 1);
}

TEST_CASE("what is looked at in a training proposes words of the training", "[stories]") {
  const Home home;
  const auto ran = home.type(
      "printf 'plan\nnetwerk\nstop\n' | casus train play debts-and-shame --method kort/ronde --run kijken --as Noor");
  INFO(ran.out << ran.err);
  CHECK(ran.exit == 0);
  CHECK_THAT(ran.out, Catch::Contains("Zet er een met: doel: TEKST") && Catch::Contains("network add") &&
                          !Catch::Contains("casus plan") && !Catch::Contains("casus network"));
  // What belongs elsewhere is a line of the program.
  CHECK_THAT(ran.out, Catch::Contains("casus train debrief kijken"));
}

TEST_CASE("a scenario is laid open for who leads it, also one's own by its file", "[stories]") {
  const Home home;
  const auto document = nlohmann::json::parse(home.type("casus train preview circle-says-no --json").out);
  CHECK(document.at("facts").size() == 9);
  CHECK(document.at("decisions").at(1).at("options").at(2).at("quality") == 3);
  CHECK(document.at("facts").at(8).at("origin").at("mark") == "documented");
  CHECK_THAT(home.type("casus train preview circle-says-no --lang en").out,
             Catch::Contains("This gives everything away."));
  const auto moving = nlohmann::json::parse(home.type("casus train preview neighbours-quarrel --json").out);
  CHECK(moving.at("counters").at(0).at("counter") == "calm");
  CHECK(moving.at("only_known_to").size() == 2);
  CHECK(moving.at("decisions").at(0).at("otherwise") == "corporation");
  CHECK(home.type("casus train preview circle-says-no --format html --out vooraf.html").exit == 0);
  CHECK_THAT(content_of(home.folder() / "vooraf.html"), Catch::Contains("<svg"));
  home.folder().write("kapot.json", R"({"format": 2})");
  const auto broken = home.type("casus train preview kapot.json");
  CHECK(broken.exit == 3);
  CHECK_THAT(broken.err, Catch::Contains("kapot.json:1:1: 'id' ontbreekt"));
  CHECK(home.type("casus train preview circle-says-yes").exit == 2);
}

TEST_CASE("a draft of one's own is good at once: looked ahead in, played, and checked when it is filled in",
          "[stories]") {
  const Home home;
  const auto made = home.type("casus train new bal-op-straat");
  INFO(made.out << made.err);
  REQUIRE(made.exit == 0);
  const auto own = home.folder() / "data/casus/scenarios/bal-op-straat.json";
  REQUIRE(fs::exists(own));
  // What it says to type next is typed.
  std::vector<std::string> next;
  for (const auto& line : lines_in(made.out))
    if (line.starts_with("  casus ")) next.push_back(line.substr(2));
  REQUIRE(next.size() == 2);
  CHECK(home.type(next[0]).exit == 0);
  CHECK(home.type("printf 'Bram: verder\nkijk\nstop\n' | " + next[1]).exit == 0);
  CHECK_THAT(home.type("casus train list").out, Catch::Contains("bal-op-straat"));
  CHECK(home.type("casus train preview bal-op-straat --lang en").exit == 0);
  // Checked by its name too, also when it is not right and so in no list.
  CHECK_THAT(home.type("casus train check bal-op-straat").out, Catch::Contains("bal-op-straat.json kan al gespeeld"));
  CHECK_THAT(home.type("casus train check young-mother").out, Catch::Contains("young-mother.json is goed"));
  // More than one at a time, each told.
  const auto both = home.type("casus train check bal-op-straat young-mother");
  CHECK(both.exit == 0);
  CHECK_THAT(both.out,
             Catch::Contains("bal-op-straat.json kan al gespeeld") && Catch::Contains("young-mother.json is goed"));
  home.folder().write("data/casus/scenarios/kapot.json", "{\"format\": 2");
  CHECK(home.type("casus train check kapot young-mother").exit == 3);
  const auto broken = home.type("casus train check kapot");
  CHECK(broken.exit == 3);
  CHECK_THAT(broken.out + broken.err, Catch::Contains("kapot.json:1:"));
  fs::remove(home.folder() / "data/casus/scenarios/kapot.json");
  // It can be one of no folder too; nothing is written over, and a name that is none is told.
  CHECK(home.type("casus train new bal-op-straat").exit == 2);
  const auto elsewhere = home.type("casus train new tweede --in hier --lang en");
  CHECK(elsewhere.exit == 0);
  CHECK_THAT(elsewhere.out, Catch::Contains("It can be played when it is in"));
  const auto draft = home.type("casus train check hier/tweede.json");
  CHECK(draft.exit == 0);
  CHECK_THAT(draft.out, !Catch::Contains("is goed") && Catch::Contains("kan al gespeeld worden"));
  CHECK_THAT(draft.err, Catch::Contains("hier/tweede.json:") && Catch::Contains("/persona/wish/nl") &&
                            Catch::Contains("[Wat de inwoner wil, in eigen woorden.]") &&
                            Catch::Contains("vul het in, en haal de haken weg"));
  CHECK_THAT(home.type("casus train check " CASUS_SOURCE_DIR "/workflows/scenarios/young-mother.json").out,
             Catch::Contains("is goed"));
  // A word that is said at any table brings out what nobody asked for.
  CHECK_THAT(draft.err, !Catch::Contains("hoor je ook"));
  auto bare = content_of(home.folder() / "hier/tweede.json");
  const std::string asked_with = "wie/familie/zus/kring + zij/ze/haar";
  REQUIRE(bare.find(asked_with) != std::string::npos);
  bare.replace(bare.find(asked_with), asked_with.size(), "moeilijk");
  home.folder().write("hier/kaal.json", bare);
  const auto before = bare.substr(0, bare.find("\"moeilijk\""));
  const auto line = std::to_string(std::ranges::count(before, '\n') + 1);
  CHECK_THAT(home.type("casus train check hier/kaal.json").err,
             Catch::Contains("hier/kaal.json:" + line + ":") &&
                 Catch::Contains("'moeilijk' hoor je ook in 'Is dit moeilijk?'; zet erbij over wie het gaat"));
  const auto again = home.type("casus train new tweede --in hier");
  CHECK(again.exit == 2);
  CHECK_THAT(again.err, Catch::Contains("hier/tweede.json"));
  CHECK_THAT(home.type("casus train new 'Bal op straat'").err, Catch::Contains("Neem a-z, 0-9"));
  CHECK(nlohmann::json::parse(home.type("casus train new derde --json").out).at("scenario") == "derde");
}

TEST_CASE("an empty line agrees with what a training asked last, and what tells is nobody's question", "[stories]") {
  const Home home;
  const auto played = home.type(
      "printf 'Bram: verder\\nFemke: wij zijn lekker bezig\\n\\nFemke: dit weet ik al\\nkijk\\n\\nFemke: aantekening "
      "Samen kijken\\nplan change a1 --who Ria --because ruil\\n\\nstop\\n' | casus train play debts-and-shame "
      "--method "
      "solution-focused/reflecting-team --mode coaching --run een");
  CHECK_THAT(played.out + played.err, Catch::Contains("Is dit een vraag van Femke?") &&
                                          Catch::Contains("Femke (vraag): wij zijn lekker bezig?") &&
                                          !Catch::Contains("(vraag): dit weet ik al") &&
                                          Catch::Contains("kent geen --because") && !Catch::Contains("zegt Noor dit?"));
}

TEST_CASE("a run is handed to a learning system as statements", "[stories]") {
  const Home home;
  REQUIRE(home.type("printf 'Bram: verder\nRia: vraag Wie is er om hem heen?\nstop\n' | casus train play "
                    "debts-and-shame --method solution-focused/reflecting-team --mode coaching --run een")
              .exit == 0);
  const auto statements =
      nlohmann::json::parse(home.type("casus train xapi een --home https://leren.voorbeeld.invalid").out);
  REQUIRE(statements.size() >= 3);
  CHECK(statements.at(0).at("verb").at("id") == "http://adlnet.gov/expapi/verbs/initialized");
  CHECK(statements.at(1).at("actor").at("account").at("homePage") == "https://leren.voorbeeld.invalid");
  CHECK(home.type("casus train xapi een --out een.json").exit == 0);
  CHECK(nlohmann::json::parse(content_of(home.folder() / "een.json")).size() == statements.size());
  CHECK(home.type("casus train xapi een --out een.json").exit != 0);  // nothing is written over
  const auto wrong = home.type("casus train xapi een --home leren.voorbeeld");
  CHECK(wrong.exit == 2);
  CHECK_THAT(wrong.err, Catch::Contains("https://"));
  CHECK(home.type("casus train xapi twee").exit == 2);
}

TEST_CASE("a run holds its scenario, and is looked back on when the file has changed or gone", "[stories]") {
  const Home home;
  auto scenario =
      nlohmann::ordered_json::parse(content_of(fs::path(CASUS_SOURCE_DIR) / "workflows/scenarios/worn-out-carer.json"));
  scenario["id"] = "eigen";
  scenario["version"] = "2.4.0";
  fs::create_directories(home.folder() / "data/casus/scenarios");
  const auto own = home.folder() / "data/casus/scenarios/eigen.json";
  const auto write = [&] { std::ofstream(own) << scenario.dump(2); };
  write();
  REQUIRE(home.type("printf 'Bram: verder\\nstop\\n' | casus train play eigen --method kort/ronde --run een").exit ==
          0);
  const auto before = home.type("casus train debrief een --format md");
  CHECK(before.exit == 0);
  scenario["version"] = "3.0.0";
  scenario["persona"]["story"]["nl"] = "Iets heel anders.";
  write();
  const auto changed = home.type("casus train debrief een --format md");
  CHECK(changed.exit == 0);
  CHECK_THAT(changed.out, Catch::Contains("Het scenario 'eigen' is sindsdien veranderd (nu 3.0.0). Dit is gespeeld met "
                                          "2.4.0, die in de oefening bewaard is."));
  const auto goes_on = home.type("printf 'kijk\\nstop\\n' | casus train play --run een");
  CHECK(goes_on.exit == 0);
  CHECK_THAT(goes_on.out, !Catch::Contains("Iets heel anders."));
  fs::remove(own);
  CHECK_THAT(home.type("casus train debrief een --format md").out,
             Catch::Contains("Het scenario 'eigen' staat niet meer op deze computer."));
  CHECK(nlohmann::json::parse(home.type("casus train debrief een --json").out).at("notice").is_string());
  // The log is enough on a machine that never had the scenario.
  const Home elsewhere;
  elsewhere.folder().write("een.jsonl", content_of(kept_log(home, "een")));
  CHECK(elsewhere.type("casus train apply een.jsonl").exit == 0);
  CHECK(elsewhere.type("casus train debrief een --format md").exit == 0);
  CHECK(elsewhere.type("casus train play eigen --method kort/ronde").exit == 2);
}

TEST_CASE("a run holds its method too: it is looked back on and played on when that has changed or gone", "[stories]") {
  Home home;
  auto method = nlohmann::ordered_json::parse(content_of(fs::path(CASUS_SOURCE_DIR) / "plugins/kort/ronde.json"));
  method["id"] = "eigen/ronde";
  const auto version = method["version"].get<std::string>();
  fs::create_directories(home.folder() / "mijn/eigen");
  const auto own = home.folder() / "mijn/eigen/ronde.json";
  const auto write = [&] { std::ofstream(own) << method.dump(2); };
  write();
  home.set("CASUS_PLUGINS", (home.folder() / "mijn").string());
  REQUIRE(home.type("printf 'Bram: verder\\nNoor: feit Hij slaapt slecht.\\nstop\\n' | casus train play "
                    "worn-out-carer --method eigen/ronde --mode coaching --run een")
              .exit == 0);
  // All that is said of what was played, without what is said of the files.
  const auto played = [&](const std::string& notice) {
    const auto debrief = home.type("casus train debrief een --format md");
    INFO(debrief.out << debrief.err);
    CHECK(debrief.exit == 0);
    CHECK_THAT(debrief.out, Catch::Contains(notice));
    auto lines = lines_in(debrief.out);
    std::erase_if(lines, [&](const std::string& line) {
      return line.empty() || (!notice.empty() && line.find(notice) != std::string::npos);
    });
    return lines;
  };
  const auto before = played("");
  method["phases"]["analysis"][0]["name"]["nl"] = "Iets heel anders";
  write();
  CHECK(played("De tekst van 'eigen/ronde' " + version + " is intussen veranderd.") == before);
  method["version"] = "9.0.0";
  write();
  CHECK(played("Van 'eigen/ronde' is er intussen een nieuwere versie (9.0.0).") == before);
  CHECK_THAT(home.type("casus train debrief een --format md --lang en").out,
             Catch::Contains(
                 "There is a newer version of 'eigen/ronde' by now (9.0.0). This training was played with " + version));
  // A log of before a run kept its method is helped by the store that it was played in, and by no other.
  const auto log = content_of(kept_log(home, "een"));
  auto setup = nlohmann::ordered_json::parse(lines_in(log).at(0));
  setup["format"] = 2;
  setup.erase("method");
  setup.erase("workflow");
  std::ofstream(kept_log(home, "een"), std::ios::binary) << setup.dump() << log.substr(log.find('\n'));
  CHECK(played("nieuwere versie (9.0.0)") == before);
  Home elsewhere;
  elsewhere.set("CASUS_PLUGINS", (home.folder() / "mijn").string());
  elsewhere.folder().write("oud.jsonl", content_of(kept_log(home, "een")));
  const auto nowhere = elsewhere.type("casus train debrief oud.jsonl");
  CHECK(nowhere.exit == 2);
  CHECK_THAT(nowhere.err, Catch::Contains("gespeeld met een andere versie van eigen/ronde"));
  std::ofstream(kept_log(home, "een"), std::ios::binary) << log;
  // The group goes on by what it began with, also in the case that is made anew when moves are taken back.
  const auto goes_on = home.type("printf 'terug\\nkijk\\nstop\\n' | casus train play --run een");
  INFO(goes_on.out << goes_on.err);
  CHECK(goes_on.exit == 0);
  CHECK_THAT(goes_on.out, Catch::Contains("nieuwere versie (9.0.0)") && !Catch::Contains("Iets heel anders"));
  CHECK(home.type("casus train remark een 'Zij bleven rustig.' --as Ineke").exit == 0);
  fs::remove(own);
  CHECK_THAT(
      home.type("casus train debrief een --format md").out,
      Catch::Contains("'eigen/ronde' staat niet meer op deze computer.") && Catch::Contains("Zij bleven rustig."));
  // The log is enough on a machine that never had the method.
  const Home new_machine;
  new_machine.folder().write("een.jsonl", content_of(kept_log(home, "een")));
  const auto applied = new_machine.type("casus train apply een.jsonl");
  INFO(applied.out << applied.err);
  CHECK(applied.exit == 0);
  CHECK(new_machine.type("casus train debrief een --format md").exit == 0);
}

TEST_CASE("a folder of one's own adds scenarios to those that ship", "[stories]") {
  Home home;
  auto scenario =
      nlohmann::ordered_json::parse(content_of(fs::path(CASUS_SOURCE_DIR) / "workflows/scenarios/worn-out-carer.json"));
  fs::create_directories(home.folder() / "eigen/scenarios");
  // A copy of what ships is no second scenario; another one with its id is told.
  fs::copy_file(fs::path(CASUS_SOURCE_DIR) / "workflows/scenarios/young-mother.json",
                home.folder() / "eigen/scenarios/young-mother.json");
  scenario["id"] = "van-ons";
  std::ofstream(home.folder() / "eigen/scenarios/van-ons.json") << scenario.dump(2);
  home.set("CASUS_WORKFLOWS", (home.folder() / "eigen").string());
  const auto list = nlohmann::json::parse(home.type("casus train list --json").out);
  CHECK(list.at("scenarios").size() == 9);
  CHECK(list.at("broken").empty());
  scenario["id"] = "young-mother";
  std::ofstream(home.folder() / "eigen/scenarios/van-ons.json") << scenario.dump(2);
  CHECK_THAT(home.type("casus train list").err, Catch::Contains("scenario 'young-mother' staat al in"));
}

TEST_CASE("a broken log is told with line and place, and nothing is done", "[stories]") {
  const Home home;
  REQUIRE(
      home.type("printf 'Bram: verder\\nstop\\n' | casus train play quiet-child --method werf/werf --run een").exit ==
      0);
  const auto good = content_of(kept_log(home, "een"));
  for (const auto& [line, wrong] : std::vector<std::pair<std::string, std::string>>{
           {R"({"do":5,"by":"Ria"})", "3: /do"},
           {R"({"do":"Say","by":5,"kind":"question","text":"Wie?"})", "3: /by"},
           {R"({"do":"Wait","by":"Ria","amount":"drie","unit":"weeks"})", "3: /amount"},
           {R"({"do":"Say","by":"Ria","kind":"quest)", "3: /"},
           {R"([1, 2])", "3: /"}}) {
    INFO(line);
    std::ofstream(kept_log(home, "een"), std::ios::binary) << good << line << '\n';
    for (const auto* typed : {"casus train debrief een --format md", "casus train play --run een",
                              "casus train apply een", "casus train remark een 'x' --as Ineke"}) {
      const auto told = home.type(typed);
      CHECK(told.exit == 3);
      CHECK_THAT(told.err, Catch::Contains(wrong) && !Catch::Contains("json.exception"));
    }
    CHECK(content_of(kept_log(home, "een")) == good + line + '\n');
  }
}

TEST_CASE("two groups are looked at beside each other, without a winner", "[stories]") {
  const Home home;
  for (const auto& [run, lines] : std::vector<std::pair<std::string, std::string>>{
           {"blauw", "Bram: verder\\nBram: verder\\nNoor: wens Dat zij kan zingen\\nstop\\n"},
           {"groen", "Bram: verder\\nhint\\nstop\\n"}})
    REQUIRE(home.type("printf '" + lines +
                      "' | casus train play worn-out-carer --method solution-focused/reflecting-team"
                      " --run " +
                      run)
                .exit == 0);
  REQUIRE(home.type("casus train judge groen carer-heard --met deels --because 'half' --as Ineke").exit == 0);
  const auto both = home.type("casus train debrief blauw --with groen --format md");
  CHECK(both.exit == 0);
  CHECK_THAT(both.out, Catch::Contains("# Naast elkaar: Nog even volhouden") &&
                           Catch::Contains("|  | blauw | groen |") && Catch::Contains("| hints | 0 | 1 |") &&
                           Catch::Contains("Ineke (trainer): deels") && Catch::Contains("niet wie het beter deed") &&
                           Catch::Contains("| kwam boven | kwam niet boven |"));
  const auto english = home.type("casus train debrief blauw --with groen --format html --out beide.html --lang en");
  CHECK(english.exit == 0);
  CHECK_THAT(content_of(home.folder() / "beide.html"), Catch::Contains("Side by side: Just a little longer"));
  CHECK(nlohmann::json::parse(home.type("casus train debrief blauw --with groen --json").out).at("runs").size() == 2);
  REQUIRE(home.type("printf 'stop\\n' | casus train play quiet-child --method werf/werf --run anders").exit == 0);
  CHECK(home.type("casus train debrief blauw --with anders").exit == 2);
  CHECK(home.type("casus train debrief blauw --with blauw").exit == 2);
  CHECK(home.type("casus train debrief blauw --with paars").exit == 2);
}

TEST_CASE("a next try becomes a goal with the cases, and no line is given that a register of trainings refuses",
          "[stories]") {
  const Home home;
  const auto debriefed = [&](const std::string& store) {
    REQUIRE(home.type("printf 'Bram: verder\\nobserveer Ria sterk: Bleef stil. probeer: Vraag door.\\nstop\\n' | casus "
                      "train play debts-and-shame --method solution-focused/reflecting-team --run blad" +
                      store)
                .exit == 0);
    return home.type("casus train debrief blad" + store).err;
  };
  CHECK_THAT(debriefed(""), Catch::Contains("casus learn goal 'Vraag door.'"));
  CHECK_THAT(debriefed(" --store oefen.db"), Catch::Contains("Volgende stap van Ria: 'Vraag door.'") &&
                                                 Catch::Contains("bij de casussen van je team") &&
                                                 !Catch::Contains("learn goal"));
}

}  // namespace casus::test
