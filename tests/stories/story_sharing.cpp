// SPDX-License-Identifier: EUPL-1.2
// A method goes from one house to another: packed and signed, checked and installed, replaced and taken away again.
#include "core/base/time.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/has.hpp"

#include <nlohmann/json.hpp>

#include <sys/stat.h>

namespace casus::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Somebody who wrote a method and packed it.
struct Maker {
  explicit Maker(const std::string& version = "0.1.0") {
    REQUIRE(home.type("casus method new --id buurt/kring").exit == 0);
    if (version != "0.1.0") change(version);
    pack();
  }

  void change(const std::string& version) {
    auto text = content_of(home.folder() / "buurt/kring.json");
    const auto at = text.find("\"0.1.0\"");
    REQUIRE(at != std::string::npos);
    home.folder().write("buurt/kring.json", text.replace(at, 7, '"' + version + '"'));
  }

  void pack() {
    const auto ran = home.type("casus method pack buurt --overwrite --json");
    INFO(ran.out << ran.err);
    REQUIRE(ran.exit == 0);
    packed = json::parse(ran.out);
  }

  std::string print() const { return packed["fingerprint"]; }
  std::string file() const { return content_of(home.folder() / "buurt.casus-method"); }

  Home home;
  json packed;
};

/// Another house, that gets a file.
struct House {
  Ran install(const Maker& maker, const std::string& options = "") {
    home.folder().write("in/buurt.casus-method", maker.file());
    return home.type("casus method install in/buurt.casus-method " + options);
  }
  fs::path place() const { return home.folder() / "data/casus/plugins/buurt"; }
  std::string listed() const { return home.type("casus method list").out; }

  Home home;
};

}  // namespace

TEST_CASE("who has no folder of their own gets no key beside what they send", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus method new --id buurt/kring").exit == 0);
  for (const auto* verb : {"pack buurt", "key"}) {
    const auto ran = home.type(std::string("env -u HOME -u XDG_DATA_HOME casus method ") + verb);
    INFO(verb << "\n" << ran.out << ran.err);
    CHECK(ran.exit == 2);
    CHECK(has(ran.err, "Zet HOME of XDG_DATA_HOME op een map die alleen jij leest."));
    CHECK_FALSE(fs::exists(home.folder() / "casus/method.key"));
    CHECK_FALSE(fs::exists(home.folder() / "buurt.casus-method"));
  }
}

TEST_CASE("a method is packed, installed by its fingerprint, used, and taken away while its case goes on",
          "[stories]") {
  const Maker maker;
  House house;
  const auto unknown = house.install(maker);
  CHECK(unknown.exit == 1);
  CHECK(has(unknown.err, "De vingerafdruk is " + maker.print()));
  CHECK(has(unknown.err, "casus method install in/buurt.casus-method --key " + maker.print()));
  CHECK_FALSE(fs::exists(house.place()));

  const auto other = house.install(maker, "--key AAAA-AAAA-AAAA-AAAA");
  CHECK(other.exit == 1);
  CHECK(has(other.err, "Dit is ondertekend met " + maker.print() + ", niet met AAAA-AAAA-AAAA-AAAA."));

  const auto done = house.install(maker, "--key " + maker.print() + " --as Ria");
  INFO(done.out << done.err);
  REQUIRE(done.exit == 0);
  CHECK(has(done.out, "Methoden met de sleutel " + maker.print() + " mogen vanaf nu op deze computer."));
  CHECK(has(done.out, "buurt/kring 0.1.0 is geïnstalleerd in " + house.place().string() + "."));
  CHECK(has(house.listed(), "buurt/kring"));
  CHECK(has(house.listed(), "werf/werf"));                               // what ships is there as well
  const auto where = house.home.type("casus method where --format md");  // in a window its cells break over lines
  CHECK(has(where.out, "geïnstalleerd op " + today() + ", sleutel " + maker.print()));
  CHECK(has(where.out, "hoort bij het programma"));
  CHECK(has(where.out, "methoden van deze maker mogen erbij: " + maker.print() + " (sinds " + today() + ", door Ria)"));
  const auto again = house.install(maker);
  CHECK(again.exit == 0);
  CHECK(has(again.out, "buurt/kring 0.1.0 staat er al."));
  // What somebody changed by hand is put right.
  house.home.folder().write("data/casus/plugins/buurt/kring.json", "{}");
  CHECK(has(house.install(maker).out, "buurt/kring 0.1.0 is geïnstalleerd in "));
  CHECK(has(house.listed(), "buurt/kring"));

  REQUIRE(
      house.home
          .type("export CASUS_AS=Noor; casus case open Post --id k --privacy anonymous --basis wmo --purpose doel "
                "--method buurt/kring && casus case join k Bram --role chair && casus case join k Ria --role member "
                "&& casus case join k Daan --role member && casus case question k 'Hoe nu?' --hoped-for Rust && "
                "casus case next k --as Bram")
          .exit == 0);
  const auto kept = house.home.type("casus method remove buurt");
  CHECK(kept.exit == 1);
  CHECK(has(kept.err, "'buurt' is nog in gebruik. Zeg waarom hij weg moet."));
  CHECK(has(kept.err, "1 casus gebruikt hem: k"));
  CHECK(has(kept.err, "Die gaan verder met de versie die bij de casus bewaard is."));
  CHECK(has(kept.err, "casus method remove buurt --because"));
  CHECK(fs::exists(house.place()));

  const auto gone = house.home.type("casus method remove buurt/kring --because 'We doen iets anders'");
  INFO(gone.err);
  CHECK(gone.exit == 0);
  CHECK_FALSE(fs::exists(house.place()));
  CHECK_FALSE(has(house.listed(), "buurt/kring"));
  const auto on = house.home.type("casus case say k wens 'Rust in huis' --as Noor && casus case next k --as Bram");
  INFO(on.err);
  CHECK(on.exit == 0);
  CHECK(has(on.out, "Deze casus gaat verder met versie 0.1.0"));
  CHECK(has(content_of(house.home.folder() / "data/casus/methods.json"), "We doen iets anders"));
  CHECK(house.home.type("casus method remove buurt").exit == 2);
}

TEST_CASE("another version takes the place of the first only when somebody asks", "[stories]") {
  Maker maker;
  House house;
  REQUIRE(house.install(maker, "--key " + std::string(maker.packed["key"])).exit == 0);
  maker.change("0.2.0");
  maker.pack();
  const auto refused = house.install(maker);
  CHECK(refused.exit == 1);
  CHECK(has(refused.err, "Er staat al een andere versie van 'buurt', op " + today()));
  CHECK(has(house.listed(), "0.1.0"));
  const auto replaced = house.install(maker, "--overwrite");
  INFO(replaced.err);
  CHECK(replaced.exit == 0);
  CHECK(has(house.listed(), "0.2.0"));
  CHECK(std::distance(fs::directory_iterator(house.place().parent_path()), fs::directory_iterator()) == 2);  // .lock

  const Maker stranger("0.3.0");
  const auto other = house.install(stranger, "--overwrite --key " + stranger.print());
  CHECK(other.exit == 1);
  CHECK(has(other.err, "'buurt' komt van een andere sleutel: " + maker.print()));
  CHECK(has(house.listed(), "0.2.0"));
  REQUIRE(house.home.type("casus method remove buurt").exit == 0);
  CHECK(house.install(stranger, "--key " + stranger.print()).exit == 0);
  CHECK(has(house.listed(), "0.3.0"));
}

TEST_CASE("what ships, what was put there by hand and what was added keep their names", "[stories]") {
  const Maker maker;
  House house;
  house.home.folder().write("data/casus/plugins/buurt/eigen.json", "{}");
  const auto by_hand = house.install(maker, "--overwrite --key " + maker.print());
  CHECK(by_hand.exit == 1);
  CHECK(has(by_hand.err, "is met de hand neergezet; dat blijft staan."));
  CHECK(content_of(house.place() / "eigen.json") == "{}");
  CHECK(has(house.home.type("casus method remove buurt").err, "haal die map zelf weg"));
  fs::remove_all(house.place());

  house.home.folder().write("mijn/buurt/eigen.json", "{}");
  house.home.set("CASUS_PLUGINS", (house.home.folder() / "mijn").string());
  const auto added = house.install(maker, "--key " + maker.print());
  CHECK(added.exit == 1);
  CHECK(has(added.err,
            "'buurt' staat al in een map van CASUS_PLUGINS: " + (house.home.folder() / "mijn/buurt").string()));

  const Home home;  // one's own is let in without asking, and may not be called as what ships is
  const auto ran = home.type(
      "casus method new --id werf/anders && casus method pack werf && casus method install werf.casus-method");
  CHECK(ran.exit == 1);
  CHECK(has(ran.err, "Er is al een plugin 'werf': "));
  const auto own = home.type(
      "casus method new --id buurt/kring && casus method pack buurt && casus method install buurt.casus-method");
  INFO(own.err);
  CHECK(own.exit == 0);
}

TEST_CASE("whoever packs a folder reads by name what goes along and what does not", "[stories]") {
  Home home;
  REQUIRE(home.type("casus method new --id buurt/kring").exit == 0);
  home.folder().write("buurt/notities.txt", "over de familie");
  home.folder().write("buurt/foto.png", "x");
  const auto ran = home.type("casus method pack buurt");
  INFO(ran.out << ran.err);
  REQUIRE(ran.exit == 0);
  for (const auto* line :
       {"\nmee: README.md\n", "\nmee: kring.json\n", "\nmee: notities.txt\n", "\nniet mee: foto.png\n"})
    CHECK(ran.out.find(line) != std::string::npos);
  const auto packed = json::parse(home.type("casus method pack buurt --overwrite --json").out);
  CHECK(packed["packed"] == json::array({"README.md", "kring.json", "notities.txt"}));
  CHECK(packed["left_out"] == json::array({"foto.png"}));
}

TEST_CASE("a method that is not right is not packed, and not installed", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus method new --id buurt/kring").exit == 0);
  auto text = content_of(home.folder() / "buurt/kring.json");
  home.folder().write("buurt/kring.json", text.replace(text.find("\"minutes\""), 9, "\"minuts\""));
  const auto ran = home.type("casus method pack buurt");
  CHECK(ran.exit == 3);
  CHECK(has(ran.err, "onbekende sleutel 'minuts'"));
  CHECK_FALSE(fs::exists(home.folder() / "buurt.casus-method"));
  CHECK_FALSE(fs::exists(home.folder() / "data/casus/method.key"));
}

TEST_CASE("the key is for its owner alone, can be locked, and is asked for then", "[stories]") {
  const Home home;
  const auto made = home.type("casus method key");
  CHECK(made.exit == 0);
  CHECK(has(made.out, "Er is een sleutel voor je gemaakt: "));
  const auto file = home.folder() / "data/casus/method.key";
  struct stat found {};
  REQUIRE(::stat(file.c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0600);
  const auto key = json::parse(home.type("casus method key --json").out)["key"];

  REQUIRE(home.type("casus method new --id buurt/kring").exit == 0);
  ::chmod(file.c_str(), 0644);
  const auto open = home.type("casus method pack buurt");
  CHECK(open.exit == 4);
  CHECK(has(open.err, "method.key"));
  ::chmod(file.c_str(), 0600);

  const auto locked = home.type("printf 'paard batterij nietje\\npaard batterij nietje\\n' | casus method key --lock");
  INFO(locked.err);
  CHECK(locked.exit == 0);
  CHECK(home.type("casus method pack buurt </dev/null").exit == 2);
  CHECK(home.type("echo 'niet de goede zin' | casus method pack buurt").exit == 2);
  CHECK_FALSE(fs::exists(home.folder() / "buurt.casus-method"));
  const auto packed = home.type("echo 'paard batterij nietje' | casus method pack buurt --json");
  INFO(packed.err);
  REQUIRE(packed.exit == 0);
  CHECK(json::parse(packed.out)["key"] == key);
}

TEST_CASE("another program finds the signature good, and that of a changed file not", "[stories]") {
  const Maker maker;
  // The signature is the first four lines, what is signed is the rest.
  const std::string cut = "head -n 4 buurt.casus-method >content.minisig && tail -n +5 buurt.casus-method >content";
  const std::string verify = "minisign -V -m content -x content.minisig -P ";
  CHECK(has(content_of(fs::path(CASUS_SOURCE_DIR) / "plugins/README.md"),
            "    " + cut + "\n    " + verify + "KEY\n"));  // as the guide tells to type it
  const auto split = maker.home.type(cut + " && which minisign");
  REQUIRE(split.exit == 0);
  const auto check = verify + std::string(maker.packed["key"]);
  const auto good = maker.home.type(check);
  INFO(good.out << good.err);
  CHECK(good.exit == 0);
  CHECK(has(good.out, "Trusted comment: buurt: buurt/kring 0.1.0 (" + today() + ")"));
  CHECK(maker.home.type("echo >>content && " + check).exit != 0);
  // And it can sign with the key that was made here.
  CHECK(maker.home
            .type("echo iets >x && echo | minisign -S -W -s data/casus/method.key -m x -x x.sig; "
                  "minisign -V -m x -x x.sig -p data/casus/method.pub")
            .exit == 0);
}

}  // namespace casus::test
