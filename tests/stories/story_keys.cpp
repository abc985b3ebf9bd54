// SPDX-License-Identifier: EUPL-1.2
// The keys of a store, saved and put back as somebody types it.
#include "core/store/sqlite/database.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {

namespace {

const std::string kOpen =
    "casus case open Was --id was --as Noor --privacy anonymous --basis wmo --purpose hulp >/dev/null && ";
const std::string kTwice = "printf 'paard batterij nietje juist\\npaard batterij nietje juist\\n' | ";

}  // namespace

TEST_CASE("keys are saved with a passphrase and put back by whoever knows it", "[stories]") {
  const Home home;
  const auto saved = home.type(kOpen + kTwice + "casus store keys save sleutels.casus");
  INFO(saved.err);
  REQUIRE(saved.exit == 0);
  CHECK(saved.out.find("sleutels bewaard in sleutels.casus") != std::string::npos);
  CHECK(home.type(kTwice + "casus store keys save sleutels.casus").exit == 2);  // never over what is there

  REQUIRE(home.type("mv data/casus/casus.db.keys elders.keys").exit == 0);
  CHECK(home.type("casus case show was --as Noor").exit == 4);
  CHECK(home.type("casus store verify --keys elders.keys").exit == 0);
  const auto wrong = home.type("echo 'niet de goede zin' | casus store keys restore sleutels.casus");
  CHECK(wrong.exit == 1);
  CHECK(wrong.err.find("niet de wachtzin") != std::string::npos);
  REQUIRE(home.type("echo 'paard batterij nietje juist' | casus store keys restore sleutels.casus").exit == 0);
  CHECK(home.type("casus case show was --as Noor").exit == 0);
  CHECK(home.type("echo 'paard batterij nietje juist' | casus store keys restore sleutels.casus").exit == 4);
}

TEST_CASE("CASUS_KEYS names the keys of the usual store, and of no other", "[stories]") {
  Home home;
  home.set("CASUS_KEYS", (home.folder() / "safe/casus.keys").string());
  REQUIRE(home.type(kOpen + "true").exit == 0);
  CHECK(home.type("test -e safe/casus.keys && test ! -e data/casus/casus.db.keys").exit == 0);
  CHECK(home.type("casus case show was --as Noor").exit == 0);
  CHECK(home.type("casus team init Ander --store ander.db && test -e ander.db.keys").exit == 0);
  CHECK(home.type("casus demo --out demo").exit == 0);
  CHECK(home.type("echo stop | casus train play debts-and-shame --method werf/werf --as Noor").exit == 0);
  CHECK(home.type("casus case show was --as Noor").exit == 0);
}

TEST_CASE("a store that the environment names from here is named whole in a line to type", "[stories]") {
  Home home;
  home.set("CASUS_STORE", "mijn register.db");
  home.set("CASUS_KEYS", "mijn sleutels");
  REQUIRE(home.type(kOpen + "true").exit == 0);
  const auto told = home.type("casus case close was --as Noor").err;
  CAPTURE(told);
  const auto begin = told.find("casus case why was --as Noor --store '/");
  REQUIRE(begin != std::string::npos);
  const auto line = told.substr(begin, told.find(')', begin) - begin);
  CHECK(line.find("/mijn register.db' --keys '/") != std::string::npos);
  CHECK(home.type("cd / && " + line).exit == 0);
}

TEST_CASE("a file that is no backup leaves the place free for the right one", "[stories]") {
  const Home home;
  REQUIRE(home.type(kOpen + "casus store backup goed.db && mv data/casus/casus.db elders.db && "
                            "echo 'een brief, en geen register' > brief.txt")
              .exit == 0);
  for (const std::string wrong : {"brief.txt", "data/casus/casus.db.keys"}) {
    CAPTURE(wrong);
    const auto said = home.type("casus store restore " + wrong);
    INFO(said.err);
    CHECK(said.exit == 4);
    CHECK(said.err.find(wrong) != std::string::npos);
    CHECK(home.type("test ! -e data/casus/casus.db").exit == 0);
  }
  CHECK(home.type("casus store restore goed.db").exit == 0);
  CHECK(home.type("casus case show was --as Noor").exit == 0);
}

TEST_CASE("a fault names the verb that helps, with the store that it is about", "[stories]") {
  const Home home;
  const std::string open =
      "casus case open Was --as Noor --privacy anonymous --basis wmo --purpose hulp "
      "--store 'mijn register.db' --id ";
  REQUIRE(home.type(open + "was && cp 'mijn register.db.keys' toen.keys && " + open + "nieuw").exit == 0);
  REQUIRE(home.type("cp toen.keys 'mijn register.db.keys'").exit == 0);
  const auto older = home.type(open + "nog");
  INFO(older.err);
  CHECK(older.exit == 4);
  CHECK(older.err.find("doe dit: casus store keys accept --store '") != std::string::npos);
  CHECK(older.err.find("/mijn register.db'") != std::string::npos);
  CHECK(home.type(open + "nog --json").out.find("\"then\":\"casus store keys accept --store '") != std::string::npos);
}

TEST_CASE("a passphrase is not shown, is not short, and is typed twice", "[stories]") {
  const Home home;
  REQUIRE(home.type(kOpen + "true").exit == 0);
  CHECK(home.type("printf 'kort\\nkort\\n' | casus store keys save s.casus").exit == 2);
  CHECK(home.type("printf 'een lange wachtzin\\neen andere wachtzin\\n' | casus store keys save s.casus").exit == 2);
  CHECK(home.type("casus store keys save s.casus </dev/null").exit == 2);
  CHECK(home.type("test -e s.casus").exit != 0);

  auto window = home.in_terminal({"store", "keys", "save", "s.casus"});
  REQUIRE(window->shows("wachtzin"));
  window->type("paard batterij nietje juist\r");
  REQUIRE(window->shows("Nog een keer"));
  CHECK_FALSE(window->shows("batterij", std::chrono::milliseconds(200)));
  window->type("paard batterij nietje juist\r");
  CHECK(window->shows("sleutels bewaard"));
  CHECK_FALSE(window->shows("batterij", std::chrono::milliseconds(200)));
}

TEST_CASE("keys that are locked ask their passphrase once, and a server is given it when it starts", "[stories]") {
  Home home;
  const std::string phrase = "paard batterij nietje juist";
  REQUIRE(home.type(kOpen + "true").exit == 0);
  {
    auto window = home.in_terminal({"store", "keys", "lock"});
    REQUIRE(window->shows("wachtzin"));
    window->type(phrase + "\r");
    REQUIRE(window->shows("Nog een keer"));
    window->type(phrase + "\r");
    CHECK(window->shows("op slot"));
    CHECK(window->finish() == 0);
  }
  // Forgotten, as on the next morning; a pipe is no place to ask in.
  home.type("casus store keys forget");
  const auto piped = home.type("echo " + phrase + " | casus case show was --as Noor");
  CHECK(piped.exit == 2);
  CHECK(piped.err.find("op slot") != std::string::npos);
  {
    auto window = home.in_terminal({"case", "show", "was", "--as", "Noor"});
    REQUIRE(window->shows("wachtzin"));
    window->type("niet de goede zin\r");
    REQUIRE(window->shows(
        "Dat was niet de wachtzin. Probeer het nog eens:"));  // what is typed before it asks is thrown away
    window->type(phrase + "\r");
    CHECK(window->shows("Casus was"));
    CHECK_FALSE(window->shows("batterij", std::chrono::milliseconds(200)));
    CHECK(window->finish() == 0);
  }
  home.type("casus store keys forget");
  // A server gets it by a descriptor, or from its environment.
  CHECK(home.type("casus case show was --as Noor 3<<'END'\n" + phrase + "\nEND").exit == 2);
  CHECK(home.type("CASUS_PASSPHRASE_FD=3 casus case show was --as Noor 3<<'END'\n" + phrase + "\nEND").exit == 0);
  home.type("casus store keys forget");
  CHECK(home.type("CASUS_PASSPHRASE='" + phrase + "' casus case show was --as Noor").exit == 0);
  home.type("casus store keys forget");
  CHECK(home.type("CASUS_PASSPHRASE='niet de goede zin' casus case show was --as Noor").exit == 2);
  // Or from the folder that systemd gives a service to read.
  home.folder().write("given/casus.passphrase", phrase + "\n");
  CHECK(home.type("CREDENTIALS_DIRECTORY=elders casus case show was --as Noor").exit == 2);
  CHECK(home.type("CREDENTIALS_DIRECTORY=given casus case show was --as Noor").exit == 0);
  home.type("casus store keys forget");
  CHECK(home.type("CASUS_PASSPHRASE='niet de goede zin' CREDENTIALS_DIRECTORY=given casus case show was --as Noor")
            .exit == 2);
  CHECK(home.type("CASUS_PASSPHRASE='" + phrase + "' casus store keys unlock").exit == 0);
  CHECK(home.type("casus case show was --as Noor").exit == 0);
}

TEST_CASE("the minutes of an ended meeting carry a code that proves the store", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus team init Wijkteam --as Noor && casus team add Noor --as Noor && " + kOpen +
                    "casus meeting ask was 'Hoe verder?' --as Noor && casus meeting plan --date " + today() +
                    " --as Noor && "
                    "casus meeting start --as Noor && casus meeting finish --as Noor")
              .exit == 0);
  const auto minutes = home.type("casus meeting minutes --as Noor");
  INFO(minutes.out << minutes.err);
  REQUIRE(minutes.exit == 0);
  const auto at = minutes.out.find("controlecode");
  REQUIRE(at != std::string::npos);
  CHECK(minutes.out.find("volgend overleg") == std::string::npos);
  REQUIRE(home.type("casus meeting plan --date 'over 2 weken' --as Noor").exit == 0);
  CHECK(home.type("casus meeting minutes --as Noor").out.find("volgend overleg") != std::string::npos);
  auto code = minutes.out.substr(minutes.out.find_first_of("ABCDEFGHJKMNPQRSTVWXYZ0123456789", at), 19);
  CHECK(home.type("casus store verify --against " + code).exit == 0);
  code[0] = code[0] == 'A' ? 'B' : 'A';
  const auto other = home.type("casus store verify --against " + code);
  CHECK(other.exit == 4);
  CHECK(other.err.starts_with("geen controlepunt heeft de code " + code));
  // A variable that was never set is no code, no key and no store: it would prove or take what nobody meant.
  for (const std::string line : {"store verify --against ''", "store verify --against ' '", "store info --store ''",
                                 "store info --keys ''", "method install x.casus-method --key ''"}) {
    CAPTURE(line);
    const auto empty = home.type("casus " + line);
    CHECK(empty.exit == 2);
    CHECK(empty.err.find("hier staat niets; vul het in of laat het weg") != std::string::npos);
  }
}

TEST_CASE("a case whose key is gone for good is given up by two, and the proof says so", "[stories]") {
  const Home home;
  const std::string give_up = "casus store keys give-up nieuw --because 'Schijf stuk, geen kopie' --yes --as Noor";
  REQUIRE(home.type(kOpen + "cp data/casus/casus.db.keys toen.keys && casus case open Nieuw --id nieuw --as Noor "
                            "--privacy anonymous --basis wmo --purpose hulp")
              .exit == 0);
  const auto here = home.type(give_up + " --with Samira");
  CHECK(here.exit == 1);
  CHECK(here.err.find("De sleutel van casus nieuw is hier") != std::string::npos);
  REQUIRE(home.type("cp data/casus/casus.db.keys straks.keys && cp toen.keys data/casus/casus.db.keys").exit == 0);
  CHECK(home.type(give_up + " --with Samira").exit == 4);  // first somebody says that no newer one is left
  const auto unsure = home.type("casus store keys accept </dev/null");
  CHECK(unsure.exit == 2);
  CHECK(unsure.err.find("is daarna niet meer te lezen") != std::string::npos);
  CHECK(unsure.err.find("nieuw") != std::string::npos);  // the case that goes
  CHECK(unsure.err.find("--yes") != std::string::npos);
  {
    auto window = home.in_terminal({"store", "keys", "accept"});
    CHECK(window->shows("casus.db.keys"));
    window->type("ja\r");
    CHECK(window->shows("niets gedaan"));
    CHECK(window->finish() == 1);
  }
  CHECK(home.type(give_up + " --with Samira").exit == 4);  // nothing was accepted yet
  REQUIRE(home.type("casus store keys accept --yes").exit == 0);
  CHECK(home.type("casus store keys accept").exit == 0);  // nothing to ask: they are of today
  const auto before = home.type("casus store verify");
  CHECK(before.exit == 4);
  CHECK(before.err.find("store keys give-up nieuw") != std::string::npos);

  CHECK(home.type(give_up + " --with Noor").exit == 1);
  CHECK(home.type("casus store keys give-up nieuw --because kwijt --with Samira --as Noor </dev/null").exit == 2);
  const auto done = home.type(give_up + " --with Samira");
  INFO(done.err);
  REQUIRE(done.exit == 0);
  const auto after = home.type("casus store verify");
  INFO(after.out << after.err);
  CHECK(after.exit == 0);
  CHECK(after.out.find("opgegeven omdat de sleutel weg is: casus nieuw") != std::string::npos);
  CHECK(after.out.find("Schijf stuk, geen kopie") != std::string::npos);
  const auto seen = home.type("casus case seen nieuw --as Noor");
  CHECK(seen.out.find("casus opgegeven, want de sleutel was weg, door Noor samen met Samira") != std::string::npos);
  CHECK(home.type("casus case show was --as Noor").exit == 0);
  // The newest file, found again, brings nothing back.
  REQUIRE(home.type("cp straks.keys data/casus/casus.db.keys").exit == 0);
  CHECK(home.type("casus case show nieuw --as Noor").out.find("Nieuw") == std::string::npos);
}

TEST_CASE("a copy of before something was destroyed is put back, says what is not in it, and goes on", "[stories]") {
  const Home home;
  REQUIRE(home.type(kOpen + "casus case question was 'Hoe verder?' --as Noor && casus case join was Bram --role "
                            "gespreksleider --as Noor && casus case next was --because 'Later' --as Noor && casus "
                            "store backup toen.db "
                            "&& casus case say was vraag 'Belde oom Ferdinand?' --as Noor && casus case destroy was b1 "
                            "--ground name --yes --as Noor && rm data/casus/casus.db")
              .exit == 0);
  const auto restored = home.type("casus store restore toen.db");
  INFO(restored.out << restored.err);
  CHECK(restored.exit == 0);
  CHECK(restored.out.find("Ontbreekt in casus was: minstens 1 gebeurtenis van na deze kopie.") != std::string::npos);
  CHECK(restored.out.find("De sleutel van 1 gebeurtenis daarvan was vernietigd") != std::string::npos);
  for (const std::string text : {"Wat lukt er?", "Wie helpt er?"})
    CHECK(home.type("casus case say was vraag '" + text + "' --as Noor").exit == 0);
  const auto proof = home.type("casus store verify");
  INFO(proof.out << proof.err);
  CHECK(proof.exit == 0);
  CHECK(proof.out.find("ging casus was verder op 1 plaats van wat vernietigd is") != std::string::npos);
  CHECK(home.type("casus case dossier was --as Noor | grep -c Ferdinand").out == "0\n");
}

TEST_CASE("a copy of before somebody was erased is put back, and says where that name may stand again", "[stories]") {
  const Home home;
  REQUIRE(home.type(kOpen + "casus case join was Samira --role chair --as Noor >/dev/null && casus case join was 'Els "
                            "Bos' --role resident --as Noor >/dev/null && casus case question was 'Hoe helpen we Els "
                            "Bos?' --as Noor >/dev/null && casus store backup toen.db && casus case erase was --person "
                            "'Els Bos' --because vraag --with Samira --yes --as Noor && rm data/casus/casus.db")
              .exit == 0);
  const std::string told = "In casus was is iemand gewist";
  const std::string erase = "casus case erase was --person p3";
  const auto restored = home.type("casus store restore toen.db");
  INFO(restored.out << restored.err);
  CHECK(restored.exit == 0);
  CHECK(restored.out.find(told) != std::string::npos);
  CHECK(restored.out.find("casus case history was") != std::string::npos);
  CHECK(restored.out.find(erase) != std::string::npos);
  CHECK(home.type("casus case show was --as Noor").out.find("Els Bos") != std::string::npos);
  const auto proof = home.type("casus store verify");
  CHECK(proof.exit == 0);
  CHECK(proof.out.find(told) != std::string::npos);
  const std::string in_json = R"("names_to_check":[{"case":"was","person":"p3"}])";
  CHECK(home.type("casus store verify --json").out.find(in_json) != std::string::npos);
  CHECK(home.type(erase + " --because 'Nagelezen' --with Samira --yes --as Noor").exit == 0);
  CHECK(home.type("casus store verify").out.find(told) == std::string::npos);
}

TEST_CASE("beside newer keys it is said which file is older, that no case opens, and what to do", "[stories]") {
  const Home home;
  REQUIRE(home.type(kOpen + "casus store backup toen.db && casus case question was 'Hoe verder?' --as Noor && casus "
                            "store anchor && mv data/casus/casus.db nieuw.db && rm -f data/casus/casus.db-* && cp "
                            "toen.db data/casus/casus.db")
              .exit == 0);
  const auto shown = home.type("casus case show was --as Noor");
  INFO(shown.err);
  CHECK(shown.exit == 4);
  CHECK(shown.err.find("casus.db' is ouder dan de sleutels") != std::string::npos);
  CHECK(shown.err.find("daarom gaat er geen casus open") != std::string::npos);
  const auto proof = home.type("casus store verify");
  INFO(proof.err);
  CHECK(proof.exit == 4);
  CHECK(proof.err.find("zet het nieuwste register terug op ") != std::string::npos);
  CHECK(proof.err.find("casus store restore") != std::string::npos);
  CHECK(home.type("mv data/casus/casus.db ouder.db && rm -f data/casus/casus.db-* && casus store restore ouder.db")
            .exit == 0);
  CHECK(home.type("casus case show was --as Noor").exit == 0);
}

TEST_CASE("a meeting that cannot be read any more is told, though nothing of the store was changed", "[stories]") {
  const Home home;
  REQUIRE(
      home.type("casus team init Noord --as Noor && casus team add Noor --as Noor && casus team add Samira --as "
                "Noor && casus team add Bram --as Noor && casus meeting plan --chair Bram --as Noor && casus meeting "
                "start --as Samira && casus meeting take --as Samira && casus meeting done --as Samira && casus "
                "meeting finish --as Samira && casus store verify")
          .exit == 0);
  // What is left of events without the name lies in later ones and with the keys, and then both are of before.
  REQUIRE(home.type("cp data/casus/casus.db toen.db && cp data/casus/casus.db.keys toen.keys && casus team leave Bram "
                    "--as Noor && casus team erase Bram --with Samira --yes --as Noor && cp toen.keys "
                    "data/casus/casus.db.keys && casus store verify && rm data/casus/casus.db")
              .exit == 0);
  const auto restored = home.type("casus store restore toen.db");
  INFO(restored.out << restored.err);
  CHECK(restored.exit == 4);
  CHECK(restored.err.find("meeting/") != std::string::npos);
  // The team's own record is not taken for none.
  CHECK(restored.err.find("team/main: niet te lezen: ") != std::string::npos);
  const auto team = home.type("casus team list --as Noor");
  CHECK(team.exit == 4);
  CHECK(team.err.find("niet van dezelfde tijd") != std::string::npos);
  const auto proof = home.type("casus store verify");
  INFO(proof.out << proof.err);
  CHECK(proof.exit == 4);
  CHECK(proof.err.find("niet te lezen: ") != std::string::npos);
  CHECK(proof.out.find("alles klopt") == std::string::npos);
}

TEST_CASE("a backup is written over when that is asked, and it is said what goes; another store never", "[stories]") {
  const Home home;
  REQUIRE(
      home.type("casus team init Noord --as Noor && casus team add Noor --as Noor && casus store backup toen.db --as "
                "Noor && casus team add Bram --as Noor && casus store backup later.db --as Noor")
          .exit == 0);
  const auto twice = home.type("casus store backup later.db --overwrite --as Noor");
  INFO(twice.out << twice.err);
  CHECK(twice.exit == 0);
  CHECK(twice.out.find("overschreven: de reservekopie van ") != std::string::npos);
  CHECK(twice.out.find("Die kopie was van voordat") == std::string::npos);
  // Of before an older copy was put back.
  REQUIRE(home.type("rm data/casus/casus.db && casus store restore toen.db").exit == 0);
  const auto over = home.type("casus store backup later.db --overwrite --as Noor");
  INFO(over.out << over.err);
  CHECK(over.exit == 0);
  CHECK(over.out.find("Die kopie was van voordat een oudere kopie is teruggezet") != std::string::npos);
  const auto unasked = home.type("casus store backup later.db --as Noor");
  CHECK(unasked.exit == 2);
  CHECK(unasked.err.find("zeg er --overwrite bij") != std::string::npos);
  // A copy of another store, and one that was taken into use.
  REQUIRE(home.type("casus team init Ander --store ander.db && casus store backup kopie.db --store ander.db && cp "
                    "data/casus/casus.db gebruik.db")
              .exit == 0);
  for (const std::string file : {"kopie.db", "ander.db", "gebruik.db"}) {
    const auto before = content_of(home.folder() / file);
    const auto refused = home.type("casus store backup " + file + " --overwrite --as Noor");
    CHECK(refused.exit == 2);
    CHECK(refused.err.find("hoort bij een register") != std::string::npos);
    CHECK(content_of(home.folder() / file) == before);
  }
}

TEST_CASE("what verify finds is said in the reader's language, and of the keys that those are put back first",
          "[stories]") {
  const Home home;
  REQUIRE(home.type(kOpen + "casus store anchor").exit == 0);
  store::Database(home.store().string() + ".keys").run("DELETE FROM meta WHERE name = 'begun'");
  const auto found = home.type("casus store verify");
  INFO(found.out << found.err);
  CHECK(found.exit == 4);
  CHECK(found.err.find("welk controlepunt het laatst begon") != std::string::npos);
  CHECK(found.err.find("zet de nieuwste kopie van het sleutelbestand terug op ") != std::string::npos);
  CHECK(found.err.find("casus store keys restore") != std::string::npos);
  CHECK(home.type("casus store verify --lang en").err.find("which checkpoint was begun last") != std::string::npos);
  const std::string rule = R"("rule":"finding.begun_taken_out")";
  for (const std::string lang : {"nl", "en"})
    CHECK(home.type("casus store verify --json --lang " + lang).out.find(rule) != std::string::npos);
}

}  // namespace casus::test
