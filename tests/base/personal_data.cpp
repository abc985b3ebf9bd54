// SPDX-License-Identifier: EUPL-1.2
#include "core/base/personal_data.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <utility>

namespace casus::test {

TEST_CASE("somebody called by a title and a name is found wherever it stands", "[base]") {
  CHECK(titled_name("Zoals bij mevrouw Bakker, die belt") == "mevrouw Bakker");
  CHECK(titled_name("Dhr. De Vries kwam") == "Dhr. De Vries");
  CHECK(titled_name("dr. Bos belde") == "dr. Bos");
  CHECK(titled_name("de dokter belde").empty());
  CHECK(titled_name("wat mevrouw jansen en meneer bakker willen") == "mevrouw jansen");
  CHECK(titled_name("dat mevrouw jong moeder werd").empty());
  CHECK(titled_name("wat mevrouw de jong wil") == "mevrouw de jong");
  CHECK(titled_name("bij meneer van den berg") == "meneer van den berg");
  CHECK(titled_name("wat mw. van der Berg zei") == "mw. van der Berg");
  CHECK(titled_name("met Mevrouw J. de Vries") == "Mevrouw J");
  CHECK(titled_name("Wij helpen mevrouw Élise") == "mevrouw Élise");
  for (const auto* text : {"", "mevrouw", "Wij vragen wat mevrouw wil", "wat mevrouw van de WMO krijgt",
                           "de MS Vereniging", "de heer des huizes", "Bakker op de hoek"}) {
    INFO(text);
    CHECK(titled_name(text).empty());
  }
}

TEST_CASE("an account, a plate, a page and a date of birth lead to one person", "[base]") {
  using Kind = PersonalData::Kind;
  const auto only = [](std::string_view text) {
    const auto found = personal_data(text);
    return found.size() == 1 ? std::pair(found.front().kind, found.front().text) : std::pair(Kind::name, std::string());
  };
  CHECK(only("op NL91ABNA0417164300.") == std::pair(Kind::account, std::string("NL91ABNA0417164300")));
  CHECK(only("op NL91 ABNA 0417 1643 00 staan") == std::pair(Kind::account, std::string("NL91 ABNA 0417 1643 00")));
  CHECK(only("nl91 abna 0417 1643 00").first == Kind::account);
  CHECK(only("GB82 WEST 1234 5698 7654 32").first == Kind::account);
  CHECK(only("kenteken 12-ABC-3") == std::pair(Kind::plate, std::string("12-ABC-3")));
  CHECK(only("de auto (XX-99-XX) staat er").second == "XX-99-XX");
  CHECK(only("12-bcd-3").first == Kind::plate);
  CHECK(only("zie https://www.facebook.com/jan.")  //
        == std::pair(Kind::profile, std::string("https://www.facebook.com/jan")));
  CHECK(only("facebook.com/jan").first == Kind::profile);
  for (const auto* text : {"geboren 12-3-1980", "zij is van 12/03/1980", "1980-03-12", "12 maart 1980",
                           "geboren op 2 mei 2021", "geboren op 3-5-21", "born March 12, 1980", "12 05 1987"}) {
    CAPTURE(text);
    CHECK(only(text).first == Kind::birth_date);
  }
  for (const auto* text :
       {"NL91ABNA0417164301", "deze week 12 keer", "3-mrt-26", "1-op-100", "9-tot-12u", "facebook.com", "zie facebook",
        "12-3-2026", "op 12 maart 2026", "3-5-21", "1.2.3", "versie 2-3-4", "de baby is op 2 mei geboren"}) {
    CAPTURE(text);
    CHECK(personal_data(text).empty());
  }
}

}  // namespace casus::test
