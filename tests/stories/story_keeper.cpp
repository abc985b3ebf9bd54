// SPDX-License-Identifier: EUPL-1.2
// Looking after the store in a name that is not of the team, and without a name.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {

namespace {

const std::string kChosenTwice = "printf 'paard batterij nietje juist\\npaard batterij nietje juist\\n' | ";

}  // namespace

TEST_CASE("who is named and is not of the team copies, saves, locks and makes again nothing of the store",
          "[stories]") {
  const Home home;
  REQUIRE(home.type("casus team init Noord --as Noor && casus team add Noor --as Noor").exit == 0);
  for (const std::string verb : {"backup kopie.db", "rebuild", "copy kopie.db", "keys save kopie.db"}) {
    const auto type = [&](const std::string& who) {
      return home.type("rm -f kopie.db*; " + kChosenTwice + "casus store " + verb + who);
    };
    const auto refused = type(" --as Mallory");
    INFO(verb << refused.out << refused.err);
    CHECK(refused.exit == 1);
    CHECK(refused.err.find("Mallory hoort niet bij het team") != std::string::npos);
    CHECK(home.type("ls kopie.db*").exit != 0);
    CHECK(type("").exit == 0);
    CHECK(type(" --as Noor").exit == 0);
  }
}

TEST_CASE("who is named and is not of the team puts no lock on the keys", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus team init Noord --as Noor && casus team add Noor --as Noor").exit == 0);
  const auto refused = home.type(kChosenTwice + "casus store keys lock --as Mallory");
  INFO(refused.out << refused.err);
  CHECK(refused.exit == 1);
  CHECK(refused.err.find("Mallory hoort niet bij het team") != std::string::npos);
  home.type("casus store keys forget");
  CHECK(home.type("casus team list --as Noor </dev/null").exit == 0);
  CHECK(home.type(kChosenTwice + "casus store keys lock --as Noor").exit == 0);
}

TEST_CASE("of a backup that is damaged nothing is put back, in the reader's language, and the place stays free",
          "[stories]") {
  const Home home;
  REQUIRE(home.type("casus case open Was --id was --as Noor --privacy anonymous --basis wmo --purpose hulp && casus "
                    "store backup goed.db && mv data/casus/casus.db elders.db")
              .exit == 0);
  const auto without = home.type("mv data/casus/casus.db.keys weg.keys && casus store restore goed.db");
  CHECK_THAT(without.err, Catch::Contains("zet het eerst terug"));
  REQUIRE(home.type("mv weg.keys data/casus/casus.db.keys").exit == 0);
  int refused = 0;
  for (const std::string page : {"1", "3", "4", "8", "14", "17", "20", "28"}) {
    const auto said =
        home.type("cp goed.db kapot.db && dd if=/dev/zero of=kapot.db bs=4096 count=1 conv=notrunc seek=" + page +
                  " 2>/dev/null && casus store restore kapot.db");
    INFO(page << said.out << said.err);
    CHECK(said.exit == 4);
    if (said.err.starts_with("fout:")) {
      ++refused;
      CHECK_THAT(said.err, Catch::Contains("kapot.db'") && Catch::Contains("er is niets teruggezet"));
      CHECK(home.type("ls data/casus/casus.db").exit != 0);
    }
    home.type("rm -f data/casus/casus.db data/casus/casus.db-*");
  }
  CHECK(refused > 3);
  CHECK(home.type("casus store restore goed.db").exit == 0);
  CHECK(home.type("casus case show was --as Noor").exit == 0);
}

TEST_CASE("who is not of the team accepts no older keys in the place of the newest", "[stories]") {
  const Home home;
  const std::string open = "casus case open Was --as Noor --privacy anonymous --basis wmo --purpose hulp --id ";
  REQUIRE(home.type("casus team init Wijkteam --as Noor && casus team add Noor --as Noor && " + open +
                    "was && cp data/casus/casus.db.keys toen.keys && " + open +
                    "nieuw && cp data/casus/casus.db.keys straks.keys && cp toen.keys data/casus/casus.db.keys")
              .exit == 0);
  const auto stranger = home.type("casus store keys accept --yes --as Mallory");
  CHECK(stranger.exit == 1);
  CHECK_THAT(stranger.err, Catch::Contains("Mallory hoort niet bij het team"));
  // The newest still fits.
  CHECK(home.type("cp straks.keys data/casus/casus.db.keys && casus case show nieuw --as Noor && casus store verify")
            .exit == 0);
}

}  // namespace casus::test
