// SPDX-License-Identifier: EUPL-1.2
#include "core/base/personal_data.hpp"

#include "tests/support/catch.hpp"

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

}  // namespace casus::test
