// SPDX-License-Identifier: EUPL-1.2
#include "core/model/redaction.hpp"
#include "tests/support/catch.hpp"

using namespace casus;

namespace {

Redacted hidden(std::string_view text, const std::vector<std::string>& names) {
  std::vector<HiddenName> all;
  for (const auto& name : names) all.push_back({name, "[x]"});
  return redacted(text, all, "[y]");
}

std::string without(std::string_view text, const std::vector<std::string>& names) { return hidden(text, names).text; }

}  // namespace

TEST_CASE("names are taken out whole, in part, and as an owner", "[model]") {
  const std::vector<std::string> names{"Joke van der Berg", "Piet", "Élise", "Anne-Marie Bos"};
  CHECK(without("joke van der berg belde", names) == "[x] belde");
  CHECK(without("Joke belde mevrouw Berg over Piets auto", names) == "[x] belde mevrouw [x] over [x] auto");
  CHECK(without("Piet's fiets, ÉLISE en Marie", names) == "[x]'s fiets, [x] en [x]");
  CHECK(without("ze liep door het bos, van der weide", names) == "ze liep door het bos, van der weide");
  CHECK(without("Pietje en Jokers blijven", names) == "Pietje en Jokers blijven");
  const auto done = hidden("Piet, Piets zus en PIET", names);
  CHECK(done.text == "[x], [x] zus en [x]");
  CHECK(done.names == 3);
  CHECK(done.numbers == 0);
}

TEST_CASE("numbers that lead to somebody are taken out", "[model]") {
  const auto done =
      hidden("bel 06-12345678 of mail j@x.nl, 3011 AB, geboren 12-05-1987; op 2 maart 2026 om 9.30 u", {});
  CHECK(done.text == "bel [y] of mail [y], [y], geboren [y]; op 2 maart 2026 om 9.30 u");
  CHECK(done.numbers == 4);
}

TEST_CASE("a name that is a word too is hidden where it is the name", "[model]") {
  const std::vector<std::string> names{"Wil", "An", "oma", "tante Els"};
  CHECK(without("Ik wil elke dag buiten zijn, an sich", names) == "Ik wil elke dag buiten zijn, an sich");
  CHECK(without("Samen met Wil en An", names) == "Samen met [x] en [x]");
  CHECK(without("oma haalt de kinderen, Oma ook", names) == "oma haalt de kinderen, Oma ook");
  CHECK(without("Tante Els belt; de tante van Els", names) == "[x] belt; de tante van [x]");
}

TEST_CASE("a verb that begins a sentence is nobody, and a name is one mark", "[model]") {
  CHECK(without("Wil je dat Els komt? Wil hij ook? Wil komt. Ik vroeg Wil je te bellen.", {"Wil", "Els"}) ==
        "Wil je dat [x] komt? Wil hij ook? [x] komt. Ik vroeg [x] je te bellen.");
  CHECK(without("Will you come? I asked Will.", {"Will Baker"}) == "Will you come? I asked [x].");
  CHECK(without("Marie Louise en Marie-Louise komen", {"Marie-Louise"}) == "[x] en [x] komen");
  CHECK(without("meneer De Boer, Jan De Boer en Jan", {"Jan de Boer"}) == "meneer [x], [x] en [x]");
  CHECK(without("de zus van Kim van Dam, van wie", {"Kim van Dam"}) == "de zus van [x], van wie");
}

TEST_CASE("a name that is erased is found in other capitals too, unless a word is meant", "[model]") {
  const auto erased = [](std::string_view text, const std::string& name) {
    return redacted(text, {{name, "[x]", true}}, "").text;
  };
  CHECK(erased("ANNA belt, anna komt, annas zus en aNNa's zus ook; Anna niet", "Anna") ==
        "[x] belt, [x] komt, [x] zus en [x]'s zus ook; [x] niet");
  CHECK(erased("anna en ANNA DE VRIES; mevrouw VRIES, de vries ook", "Anna de Vries") ==
        "[x] en [x]; mevrouw [x], [x] ook");
  CHECK(erased("oma belt bep, BEP belt Oma", "oma Bep") == "oma belt [x], [x] belt Oma");
  CHECK(erased("Ik wil dat WIL en Wil komen", "Wil") == "Ik wil dat [x] en [x] komen");
  CHECK(erased("rene\u0301 en REN\u00C9", "Ren\u00E9") == "[x] en [x]");
  CHECK(erased("oma en Oma", "oma") == "oma en Oma");
  CHECK(erased("hannah, annabel en joanna", "Anna") == "hannah, annabel en joanna");
  // Who is only hidden keeps the words that look like the name.
  CHECK(without("anna komt", {"Anna"}) == "anna komt");
}

TEST_CASE("a last name in small letters is the name, unless a word is meant", "[model]") {
  const std::vector<std::string> names{"Piet Jansen", "Mo Yildiz", "Joke Bakker", "Anja de Groot", "Kim Oosterwold"};
  CHECK(without("jansen belt, jansens zus en de heer jansen ook", names) == "[x] belt, [x] zus en de heer [x] ook");
  CHECK(without("familie yildiz, oosterwold niet thuis", names) == "familie [x], [x] niet thuis");
  CHECK(without("de bakker om de hoek, een groot gezin, groot nieuws", names) ==
        "de bakker om de hoek, een groot gezin, groot nieuws");
  CHECK(without("mevrouw bakker, mevr. j. bakker en gezin de groot", names) ==
        "mevrouw [x], mevr. j. [x] en gezin [x]");
  CHECK(without("piet is de eerste, jansenisme blijft", names) == "piet is de eerste, jansenisme blijft");
  // The names of organisations and roles are made of words.
  CHECK(without("zij is thuis, in noord, bij de buurvrouw van boven",
                {"Veilig Thuis", "Wijkteam Noord", "Buurvrouw Boven", "Oma Bep"}) ==
        "zij is thuis, in noord, bij de buurvrouw van boven");
  // Nor is everything hidden that says what a last name says.
  CHECK(without("ze hoeven haar niet te helpen, het gaat goed met de jonge moeder; het geld is op",
                {"Kim van der Haar", "Jan van der Hoeven", "Ria Goed", "Piet de Jonge", "Els van Geld"}) ==
        "ze hoeven haar niet te helpen, het gaat goed met de jonge moeder; het geld is op");
  CHECK(without("mevrouw van der haar en gezin de jonge; naar den bosch",
                {"Kim van der Haar", "Piet de Jonge", "Wim Bosch"}) == "mevrouw [x] en gezin [x]; naar den bosch");
  CHECK(without("jansen en Jansen, oma niet", {"piet jansen", "oma"}) == "[x] en [x], oma niet");
  CHECK(redacted("jansen en de bakker", {{"Piet Jansen", "[x]", true}, {"Joke Bakker", "[x]", true}}, "").text ==
        "[x] en de bakker");
}

TEST_CASE("two people stay two", "[model]") {
  const auto done =
      redacted("Els zag Joke; Els Bos zag niets", {{"Els", "[1]"}, {"Joke", "[2]"}, {"Els Bos", "[3]"}}, "");
  CHECK(done.text == "[1] zag [2]; [3] zag niets");
  CHECK(redacted("bel 06-12345678", {}, "").text == "bel 06-12345678");
}

TEST_CASE("a text without anybody stays as it is", "[model]") {
  for (const char* text : {"", " ", "Ze maakt de post open.", "é\xC3"}) CHECK(without(text, {"", "A", "Noor"}) == text);
}

TEST_CASE("a name is hidden however its accents, apostrophes and hyphens are written", "[model]") {
  const std::vector<std::string> names{"Marie D'Arcy", "Ren\u00E9", "\u0141ukasz", "\u0623\u062D\u0645\u062F"};
  CHECK(without("Marie D\u2019Arcy en mevrouw D\u02BCArcy", names) == "[x] en mevrouw [x]");
  CHECK(without("Rene, Ren\u00E9, Rene\u0301 en RENE bellen, ren\u00E9 niet", names) ==
        "[x], [x], [x] en [x] bellen, ren\u00E9 niet");
  CHECK(without("\u201CRen\u00E9\u201D zei \u0141ukasz\u2026", names) == "\u201C[x]\u201D zei [x]\u2026");
  CHECK(without("met \u0623\u062D\u0645\u062F naar school", names) == "met [x] naar school");
  CHECK(without("Marie\u00A0 D'Arcy", names) == "[x]");
  CHECK(without("Een caf\u00E9, Ren\u00E9e en een Arcyaan", names) == "Een caf\u00E9, Ren\u00E9e en een Arcyaan");
  CHECK(without("Caf\u00E9 \u201CDe Marie\u201D", names) == "Caf\u00E9 \u201CDe [x]\u201D");
}

TEST_CASE("a part of two letters is hidden, unless it is a word too", "[model]") {
  const std::vector<std::string> names{"Els de Bo", "Na Li", "Jan De Wit", "Kim Van Dam"};
  CHECK(without("Bo belt. De school ook; mevrouw De Bo", names) == "[x] belt. De school ook; mevrouw [x]");
  CHECK(without("Na het gesprek zag Li niets, Na Li wel", names) == "Na het gesprek zag [x] niets, [x] wel");
  CHECK(without("Van wie? De ander", names) == "Van wie? De ander");
}

TEST_CASE("who may not be named in a text is found whole, in any spelling", "[model]") {
  const std::vector<std::string> names{"Ren\u00E9", "Marie D'Arcy", "oma Bep", "Al", "\u0141ukasz"};
  const auto found = [&](std::string_view text) {
    const auto data = personal_data(text, names);
    return data.empty() ? std::string() : data.front().text;
  };
  CHECK(found("Rene vroeg door") == "rene");
  CHECK(found("zoals RENE\u0301 deed") == "rene\u0301");
  CHECK(found("rene vroeg door") == "rene");
  CHECK(found("Renes broer belde") == "renes");
  CHECK(found("marie  d\u2019arcy vroeg door") == "marie  d\u2019arcy");
  CHECK(found("de buren van Oma\u00A0Bep") == "oma\u00A0bep");
  CHECK(found("Re\u200Bn\u00E9 vroeg door") == "re\u200Bn\u00E9");
  CHECK(found("lukasz belt al") == "al");
  for (const char* text : {"Vraag door als iemand zwijgt", "Renee is van een ander", "de renes", "Marie", "oma", ""}) {
    CAPTURE(text);
    CHECK(found(text).empty());
  }
  CHECK(found("bel 06-12345678") == "06-12345678");
  CHECK(found("eerst mevrouw d'arcy bellen") == "d'arcy");
  const std::vector<std::string> more{"Piet Jansen", "Joke Bakker", "Veilig Thuis"};
  CHECK(personal_data("bij Jansen eerst bellen", more).front().text == "jansen");
  CHECK(personal_data("jansens zus", more).front().text == "jansens");
  CHECK(personal_data("het gezin bakker", more).front().text == "bakker");
  CHECK(personal_data("Bakker of buurvrouw: zij is thuis", more).empty());
  CHECK(personal_data("vraag haar eerst wat goed gaat", {"Kim van der Haar", "Ria Goed"}).empty());
}
