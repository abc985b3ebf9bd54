// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/stamp.hpp"
#include "tests/plugin/trial.hpp"
#include "tests/support/catch.hpp"

#include <cstring>

// A library is held against this build field by field, and the refusal says which field, what and what to do.

namespace casus::test {
namespace {

using method::Stamp;
using plugin::difference;

const std::string kRebuildNl = "; bouw de plugin opnieuw tegen deze versie van casus";
const std::string kRebuildEn = "; rebuild the plugin against this version of casus";

Text refusal_of(std::string_view trial) {
  const auto stamp = plugin::stamp_of(trial_library(trial), "trial");
  return stamp ? Text{"goed", "good"} : stamp.error();
}

/// What this build puts in a field, which is not the same in every build.
std::string own(const char* text) { return "'" + std::string(text) + "'"; }

}  // namespace

TEST_CASE("a library of this build has its stamp", "[plugin]") {
  const auto stamp = plugin::stamp_of(trial_library("good"), "trial");
  REQUIRE(stamp);
  const auto expected = method::stamp_for("trial", "1.0.0");
  CHECK(std::memcmp(&*stamp, &expected, sizeof expected) == 0);
  CHECK_FALSE(difference(*stamp, "trial"));
}

TEST_CASE("a wrong stamp is refused by the field that differs", "[plugin]") {
  CHECK(refusal_of("wrong-magic") ==
        Text{"de bibliotheek wrong-magic.so: het kenmerk (magic) is '?ASUSPLG', verwacht 'CASUSPLG'" + kRebuildNl,
             "library wrong-magic.so: the mark (magic) is '?ASUSPLG', expected 'CASUSPLG'" + kRebuildEn});
  CHECK(refusal_of("wrong-size") ==
        Text{"de bibliotheek wrong-size.so: de maat van de stempel (size) is 160, verwacht 152" + kRebuildNl,
             "library wrong-size.so: the size of the stamp (size) is 160, expected 152" + kRebuildEn});
  CHECK(refusal_of("wrong-api") ==
        Text{"de bibliotheek wrong-api.so: het nummer van de koppeling (api) is 999, verwacht 3" + kRebuildNl,
             "library wrong-api.so: the number of the interface (api) is 999, expected 3" + kRebuildEn});
  const auto view = std::to_string(sizeof(method::View));
  CHECK(refusal_of("wrong-view-size") ==
        Text{"de bibliotheek wrong-view-size.so: de maat van View (view_size) is 7, verwacht " + view + kRebuildNl,
             "library wrong-view-size.so: the size of View (view_size) is 7, expected " + view + kRebuildEn});
  const auto finding = std::to_string(sizeof(method::Finding));
  CHECK(
      refusal_of("wrong-finding-size") ==
      Text{"de bibliotheek wrong-finding-size.so: de maat van Finding (finding_size) is 7, verwacht " + finding +
               kRebuildNl,
           "library wrong-finding-size.so: the size of Finding (finding_size) is 7, expected " + finding + kRebuildEn});
  CHECK(refusal_of("other-toolchain") ==
        Text{"de bibliotheek other-toolchain.so: de compiler (toolchain) is 'msvc/stl', verwacht " +
                 own(CASUS_TOOLCHAIN) + "; bouw de plugin opnieuw met dezelfde compiler als casus",
             "library other-toolchain.so: the compiler (toolchain) is 'msvc/stl', expected " + own(CASUS_TOOLCHAIN) +
                 "; rebuild the plugin with the compiler of casus"});
  CHECK(refusal_of("wrong-flavour") ==
        Text{"de bibliotheek wrong-flavour.so: de soort build (flavour) is 'other', verwacht " + own(CASUS_FLAVOUR) +
                 "; bouw de plugin opnieuw in dezelfde soort build als casus",
             "library wrong-flavour.so: the kind of build (flavour) is 'other', expected " + own(CASUS_FLAVOUR) +
                 "; rebuild the plugin in the same kind of build as casus"});
  CHECK(refusal_of("other-plugin") ==
        Text{"de bibliotheek other-plugin.so: de naam van de plugin (plugin) is 'somebody-else', verwacht 'trial'; leg "
             "de bibliotheek in de map van haar eigen plugin, of bouw haar opnieuw met deze naam",
             "library other-plugin.so: the name of the plugin (plugin) is 'somebody-else', expected 'trial'; move the "
             "library to the folder of its own plugin, or rebuild it with this name"});
}

TEST_CASE("fields are compared in the order in which they stand, and the version is not", "[plugin]") {
  auto stamp = method::stamp_for("trial", "99.0.0");
  CHECK_FALSE(difference(stamp, "trial"));
  stamp.flavour[0] = 'x';
  stamp.finding_size = 1;
  stamp.api = 4;
  CHECK(difference(stamp, "trial")->en == "the number of the interface (api) is 4, expected 3" + kRebuildEn);
}

TEST_CASE("a field that fills its place to the last byte, with anything in it, is shown safely", "[plugin]") {
  auto stamp = method::stamp_for("trial", "1.0.0");
  std::memset(stamp.plugin, '\n', sizeof stamp.plugin);
  CHECK(difference(stamp, "trial")->en == "the name of the plugin (plugin) is '" + std::string(48, '?') +
                                              "', expected 'trial'; move the library to the folder of its own plugin, "
                                              "or rebuild it with this name");
  // What stands behind the end of a text counts too: it is not how this build makes it.
  stamp = method::stamp_for("trial", "1.0.0");
  stamp.flavour[sizeof stamp.flavour - 1] = 'x';
  CHECK(difference(stamp, "trial"));
}

TEST_CASE("a library that is no library is refused with what to do", "[plugin]") {
  const TempDir dir;
  const auto refusal = [&](const std::string& path) { return plugin::stamp_of(path, "trial").error(); };
  CHECK(refusal((dir / "gone.so").string()) ==
        Text{"de bibliotheek gone.so is er niet; bouw de plugin, of haal \"library\" weg uit het methodebestand",
             "library gone.so is not there; build the plugin, or take \"library\" out of the method's file"});
  CHECK(refusal(dir.write("empty.so", "").string()) ==
        Text{"de bibliotheek empty.so is geen programmabibliotheek" + kRebuildNl,
             "library empty.so is not a shared library" + kRebuildEn});
  CHECK(refusal(dir.write("text.so", "hello, this is a text\n").string()) ==
        Text{"de bibliotheek text.so is geen programmabibliotheek" + kRebuildNl,
             "library text.so is not a shared library" + kRebuildEn});
  CHECK(
      refusal_of("no-stamp") ==
      Text{"de bibliotheek no-stamp.so heeft geen stempel (.casus_stamp) en is dus geen plugin van casus" + kRebuildNl,
           "library no-stamp.so has no stamp (.casus_stamp), so it is not a plugin of casus" + kRebuildEn});
  const auto whole = content_of(trial_library("good"));
  CHECK(refusal(dir.write("cut.so", std::string_view(whole).substr(0, whole.size() / 2)).string()) ==
        Text{"de bibliotheek cut.so is niet compleet: het einde ontbreekt; kopieer cut.so opnieuw",
             "library cut.so is not complete: its end is missing; copy cut.so again"});
}

}  // namespace casus::test
