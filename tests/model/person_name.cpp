// SPDX-License-Identifier: EUPL-1.2
#include "core/model/person_name.hpp"

#include "core/model/team/team.hpp"
#include "tests/support/catch.hpp"

using namespace casus;

TEST_CASE("one name in several writings is one name", "[model][identity]") {
  const std::pair<const char*, const char*> same[] = {{"Ren\u00E9e", "Rene\u0301e"},
                                                      {"Ren\u00E9e", "renee"},
                                                      {"O'Brien", "O\u2019Brien"},
                                                      {"O'Brien", "O\u02BCBrien"},
                                                      {"Mo\u200B Yildiz", "Mo Yildiz"},
                                                      {" Noor  Bakker ", "noor bakker"},
                                                      {"Noor\u00A0Bakker", "Noor Bakker"},
                                                      {"Anne-Fleur", "Anne\u2011Fleur"},
                                                      {"Noord", "No\u00ADord"},
                                                      {"\u0130lker", "ilker"},
                                                      {"S\u0430mira", "Samira"},            // Cyrillic a
                                                      {"\u0405\u0410\u041CIRA", "samira"},  // Cyrillic capitals
                                                      {"\u039Door", "Noor"},                // Greek capital Nu
                                                      {"\u0412ram", "bram"},
                                                      {"I\u015F\u0131l", "Isil"},
                                                      {"\u0141ukasz", "lukasz"}};
  for (const auto& [one, other] : same) {
    CAPTURE(one, other);
    CHECK(same_name(one, other));
  }
  CHECK_FALSE(same_name("Noor", "Noortje"));
  CHECK_FALSE(same_name("Noor Bakker", "Noor Visser"));
  CHECK(name_key("\u200B").empty());
  CHECK(kept_name(" Rene\u0301e\u200B  d\u2019Arc ") == "Ren\u00E9e d'Arc");
}

TEST_CASE("names are the same exactly when their keys are", "[model][identity]") {
  const std::vector<std::string> names{"Noor",       "noor",      "No\u00F6r",  "NOOR ",   " noor",     "\u00C5sa",
                                       "A\u030Asa",  "asa",       "Bram",       "`t Hart", "'t Hart",   "\u2019t Hart",
                                       "\u0130lker", "ilker",     "Ilker",      "12-a",    "",          " ",
                                       "-",          "noor\xFF",  "Noor\xFF",   "Lid 1",   "Lid 2",     "lid 2 ",
                                       "Lid \u00B2", "Noo\uFF32", "\u041Eskar", "oskar",   "Rut\u04BB", "ruth",
                                       "No\u00F6",   "Noo\u0308", "Noo-",       "Noo'"};
  for (const auto& one : names)
    for (const auto& other : names) {
      CAPTURE(one, other);
      CHECK(same_name(one, other) == (one == other || name_key(one) == name_key(other)));
    }
}

TEST_CASE("a beginning means whoever alone has it, and the whole name goes first", "[model][identity]") {
  const std::vector<std::string_view> names{"Mo Yildiz", "Noor Bakker", "Noor Visser", "Noor"};
  using Places = std::vector<std::size_t>;
  CHECK(who_is_meant("mo", names) == Places{0});
  CHECK(who_is_meant("Noor", names) == Places{3});
  CHECK(who_is_meant("Noor ", names) == Places{3});
  CHECK(who_is_meant("noor b", names) == Places{1});
  CHECK(who_is_meant("noo", names) == Places{1, 2, 3});
  CHECK(who_is_meant("Yildiz", names).empty());
  CHECK(who_is_meant("", names).empty());
}

TEST_CASE("a name with the full stop of a sentence behind it is that name, when nobody is called so",
          "[model][identity]") {
  const std::vector<std::string_view> names{"Noor", "Noor B.", "Anne d'Hoore", "Mo Yildiz"};
  using Places = std::vector<std::size_t>;
  CHECK(who_is_meant("Noor.", names) == Places{0});
  CHECK(who_is_meant("noor b.", names) == Places{1});
  CHECK(who_is_meant("Anne d\u2019Hoore.", names) == Places{2});
  CHECK(who_is_meant("Mo Yildiz.", names) == Places{3});
  // A beginning with a stop is an initial, and whose that is has to be said.
  CHECK(who_is_meant("Mo.", names).empty());
  CHECK(who_is_meant("M.", names).empty());
  CHECK(who_is_meant(".", names).empty());
  CHECK(who_is_meant("Noor..", names).empty());
}

TEST_CASE("a member is known by a former name too", "[model][identity]") {
  Team team{.members = {{"Noor Bakker", "", {"Noor de Wit"}}, {"Mo Yildiz", "", {}}}};
  CHECK(team.member("noor de wit")->name == "Noor Bakker");
  CHECK(team.members_meant("Noor").size() == 1);
  CHECK(team.member("Noor") == nullptr);
  CHECK(team.members_meant("Piet").empty());
}
