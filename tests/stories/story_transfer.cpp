// SPDX-License-Identifier: EUPL-1.2
// A case that goes from one team to another, as both teams type it.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <regex>

namespace casus::test {

namespace {

const std::string kNorth = " --store noord.db --as Noor";
const std::string kSouth = " --store zuid.db --as Samira";
const std::string kPhraseTwice = "printf 'paard batterij nietje juist\\npaard batterij nietje juist\\n' | ";
const std::string kPhraseOnce = "echo 'paard batterij nietje juist' | ";
const std::string kTransfer =
    "casus case transfer 2026-001 --to 'Wijkteam Zuid' --told 'Joke weet het en wil het zo' --because verhuisd --out "
    "joke.casus";

void two_teams(const Home& home) {
  const auto made = home.type(
      "casus team init 'Wijkteam Noord' --store noord.db && casus team add Noor --store noord.db && "
      "casus team add Bram --store noord.db && casus team init 'Wijkteam Zuid' --store zuid.db && "
      "casus team add Samira --store zuid.db && casus team add Bram --store zuid.db && "
      "casus case open 'Moeder met twee kinderen' --id 2026-001 --privacy anonymous --basis wmo --purpose hulp" +
      kNorth + " && casus case join 2026-001 Bram --role chair" + kNorth +
      " && casus case question 2026-001 'Wie helpt met de post?' --hoped-for 'een stap'" + kNorth +
      " && casus case next 2026-001 --store noord.db --as Bram");
  INFO(made.err);
  REQUIRE(made.exit == 0);
}

std::string receipt_in(const std::string& out) {
  std::smatch found;
  const std::regex code("ontvangstcode[^:]*: ([0-9A-Z]{4}(-[0-9A-Z]{4}){3})");
  REQUIRE(std::regex_search(out, found, code));
  return found[1];
}

}  // namespace

TEST_CASE("a case goes to another team: locked in a file, taken over there, confirmed here", "[stories][transfer]") {
  const Home home;
  two_teams(home);
  const auto handed = home.type(kPhraseTwice + kTransfer + kNorth);
  INFO(handed.out << handed.err);
  REQUIRE(handed.exit == 0);
  CHECK(handed.out.find("op slot in 'joke.casus'") != std::string::npos);
  CHECK(handed.out.find("met: casus case take-over joke.casus --as NAAM") != std::string::npos);
  CHECK(home.type("grep -aq 'twee kinderen' joke.casus").exit != 0);
  CHECK(home.type("stat -c %a joke.casus").out == "600\n");
  const auto waits = home.type("casus case show 2026-001" + kNorth);
  CHECK(waits.out.find("Nog niet gehoord dat zij hem hebben") != std::string::npos);
  CHECK(home.type("casus case list" + kNorth).out.find("bij Wijkteam") != std::string::npos);
  CHECK(home.type("casus today" + kNorth).out.find("Wijkteam Zuid") != std::string::npos);

  const auto wrong = home.type("echo 'een andere wachtzin' | casus case take-over joke.casus" + kSouth);
  CHECK(wrong.exit == 1);
  CHECK(wrong.err.find("De casus staat nog bij hen") != std::string::npos);
  CHECK(home.type(kPhraseOnce + "casus case take-over joke.casus --store zuid.db --as Piet").exit == 1);
  const auto taken = home.type(kPhraseOnce + "casus case take-over joke.casus" + kSouth);
  INFO(taken.out << taken.err);
  REQUIRE(taken.exit == 0);
  const auto receipt = receipt_in(taken.out);
  const auto there = home.type("casus case show 2026-001" + kSouth);
  CHECK(there.out.find("Wie helpt met de post?") != std::string::npos);
  CHECK(there.out.find("Overgenomen van Wijkteam Noord") != std::string::npos);
  CHECK(home.type("casus store verify --store zuid.db").exit == 0);

  const auto early = home.type("casus case received 2026-001 AAAA-AAAA-AAAA-AAAA" + kNorth);
  CHECK(early.exit == 1);
  CHECK(home.type("casus case received 2026-001 " + receipt + kNorth).exit == 0);
  const auto done = home.type("casus case show 2026-001" + kNorth);
  CHECK(done.out.find("Wijkteam Zuid heeft deze casus sinds") != std::string::npos);
  CHECK(home.type("casus case call-back 2026-001 --because x" + kNorth).exit == 1);
  CHECK(home.type("casus team leave Noor --as Noor --store noord.db").exit == 0);  // nothing is Noor's any more

  const auto again = home.type(kPhraseOnce + "casus case take-over joke.casus" + kSouth);
  CHECK(again.exit == 0);
  CHECK(again.out.find("al overgenomen: 2026-001") != std::string::npos);
  CHECK(receipt_in(again.out) == receipt);
}

TEST_CASE("a case that comes back says where what stayed here is, and that its receipt is waited for",
          "[stories][transfer]") {
  const Home home;
  two_teams(home);
  REQUIRE(home.type(kPhraseTwice + kTransfer + kNorth).exit == 0);
  const auto taken = home.type(kPhraseOnce + "casus case take-over joke.casus" + kSouth);
  REQUIRE(taken.exit == 0);
  CHECK(taken.out.find("was hier eerder") == std::string::npos);
  REQUIRE(home.type(kPhraseTwice + "casus case transfer 2026-001 --to 'Wijkteam Noord' --told 'Joke weet het' " +
                    "--because terug --out terug.casus" + kSouth)
              .exit == 0);
  const auto back = home.type(kPhraseOnce + "casus case take-over terug.casus --store noord.db --as Bram");
  INFO(back.out << back.err);
  REQUIRE(back.exit == 0);
  CHECK(
      back.out.find("Deze casus was hier eerder. Wat hier bleef toen hij naar Wijkteam Zuid ging, staat in 2026-001") !=
      std::string::npos);
  CHECK(back.out.find("casus case received 2026-001 ONTVANGSTCODE --as Bram") != std::string::npos);
  CHECK(back.out.find("(Wijkteam Zuid) (Wijkteam Noord)") == std::string::npos);
  CHECK(home.type("casus case received 2026-001 " + receipt_in(taken.out) + kNorth).exit == 0);
}

TEST_CASE("who erases a case that the other team may not have yet is told so first", "[stories][transfer]") {
  const Home home;
  two_teams(home);
  REQUIRE(home.type(kPhraseTwice + kTransfer + kNorth).exit == 0);
  const auto erase = "casus case erase 2026-001 --because verhuisd --with Bram" + kNorth + " </dev/null";
  const std::string told = "Wijkteam Zuid heeft nog niet laten weten dat zij deze casus hebben";
  const auto early = home.type(erase);
  INFO(early.out << early.err);
  CHECK(early.exit == 2);
  CHECK(early.err.find(told) != std::string::npos);
  CHECK(early.err.find("casus case received 2026-001 ") != std::string::npos);
  const auto taken = home.type(kPhraseOnce + "casus case take-over joke.casus" + kSouth);
  REQUIRE(home.type("casus case received 2026-001 " + receipt_in(taken.out) + kNorth).exit == 0);
  const auto late = home.type(erase);
  CHECK(late.exit == 2);
  CHECK(late.err.find(told) == std::string::npos);
}

TEST_CASE("a half of a transfer that is refused leaves nothing, and says where the case is", "[stories][transfer]") {
  const Home home;
  two_teams(home);
  // Here: nothing that may not be written over, no short passphrase, nobody but the owner.
  CHECK(home.type(kPhraseTwice + "casus case transfer 2026-001 --to Zuid --told x --because y --out noord.db" + kNorth)
            .exit == 2);
  CHECK(home.type("printf 'kort\\nkort\\n' | " + kTransfer + kNorth).exit == 2);
  CHECK(home.type(kPhraseTwice + kTransfer + " --store noord.db --as Bram").exit == 1);
  CHECK(home.type(kPhraseTwice + "casus case transfer 2026-001 --to Zuid --told x --because y --out weg/joke.casus" +
                  kNorth)
            .exit == 4);
  CHECK(home.type("test -e joke.casus").exit != 0);
  CHECK(home.type("casus case join 2026-001 Mo --role member" + kNorth).exit == 0);

  REQUIRE(home.type(kPhraseTwice + kTransfer + kNorth).exit == 0);
  // There: a file for another team, one that is cut off, one that is none.
  REQUIRE(home.type("casus team init 'Wijkteam Oost' --store oost.db && casus team add Mo --store oost.db").exit == 0);
  const auto others = home.type(kPhraseOnce + "casus case take-over joke.casus --store oost.db --as Mo");
  CHECK(others.exit == 2);
  CHECK((others.out + others.err).find("Wijkteam Zuid") != std::string::npos);
  CHECK(home.type("head -c 200 joke.casus > half.casus").exit == 0);
  CHECK(home.type(kPhraseOnce + "casus case take-over half.casus" + kSouth).exit == 1);
  CHECK(home.type("echo hallo > geen.casus && " + kPhraseOnce + "casus case take-over geen.casus" + kSouth).exit == 1);
  CHECK(home.type("casus case list" + kSouth).out.find("2026-001") == std::string::npos);
  // It is not going after all: it is where it was.
  REQUIRE(home.type("casus case call-back 2026-001 --because 'verhuist toch niet'" + kNorth).exit == 0);
  CHECK(home.type("casus case join 2026-001 Ria --role member" + kNorth).exit == 0);
  // A file of before that came in all the same is an older copy, and it says so.
  REQUIRE(home.type(kPhraseOnce + "casus case take-over joke.casus" + kSouth).exit == 0);
  // Nor is it written over: there may be no other copy of what is in it.
  CHECK(home.type(kPhraseTwice + kTransfer + " --overwrite" + kNorth).exit == 2);
  REQUIRE(home.type("rm joke.casus && " + kPhraseTwice + kTransfer + kNorth).exit == 0);
  const auto newer = home.type(kPhraseOnce + "casus case take-over joke.casus" + kSouth);
  CHECK(newer.exit == 0);
  CHECK(newer.out.find("was hier al als 2026-001") != std::string::npos);
  CHECK(home.type(kPhraseTwice +
                  "casus case transfer 2026-001 --to 'wijkteam noord' --told x --because y --out z.casus" + kNorth)
            .exit == 1);
  CHECK(home.type("casus store verify --store noord.db").exit == 0);
}

TEST_CASE("what another team or another day needs is not written where nothing stays", "[stories][transfer]") {
  const Home home;
  two_teams(home);
  REQUIRE(home.type("mkfifo pijp").exit == 0);
  const auto transfer = kTransfer.substr(0, kTransfer.rfind(' ') + 1);
  for (const std::string place : {"/dev/null", "/dev/full", "pijp", "/dev/stdout"})
    for (const auto& line : {kPhraseTwice + transfer + place + " --overwrite" + kNorth,
                             kPhraseTwice + "casus store keys save " + place + " --overwrite" + kNorth}) {
      INFO(line);
      const auto ran = home.type("{ " + line + "; } | cat");
      CHECK_THAT(ran.err, Catch::Contains("geen naam voor een bestand"));
    }
  CHECK(home.type("test -p pijp && test -c /dev/null && test -c /dev/full").exit == 0);
  CHECK(home.type("casus case show 2026-001" + kNorth).out.find("overgedragen") == std::string::npos);
}

}  // namespace casus::test
