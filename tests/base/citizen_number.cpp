// SPDX-License-Identifier: EUPL-1.2
#include "core/base/citizen_number.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace casus;

TEST_CASE("a citizen service number is found however it is written", "[base][never_kept]") {
  for (const char* text :
       {"123456782",
        "123\n456\n782",
        "123;456;782",
        "123+456=782",
        "\u00B9\u00B2\u00B3456782",
        "\U0001D7CF23456782",
        "\u2460\u2461\u2462456782",
        "BSN 123456782",
        "BSN123456782",
        "bsn:123456782.",
        "zijn nummer is 1234 56 782, zei hij",
        "123.456.782",
        "123-456-782",
        "1234.56.782",
        "123 456 782",
        "1 2 3 4 5 6 7 8 2",
        "12 34 56 78 2",
        "123  456  782",
        "123\t456\t782",
        "123\u00A0456\u00A0782",
        "123\u200B456\u200B782",
        "123\u2011456\u2011782",
        "123\u00AD456\u00AD782",
        "１２３４５６７８２",
        "123/456/782",
        "1_2_3_4_5_6_7_8_2",
        "(123456782)",
        "(123)456782",
        "in 2026 123456782",
        "06-12345678 en 123456782",
        "BSN 12345672",
        "bsn 12012026",
        "sofi-nr 12345672",
        "sofi 12345672",
        "bsn 0123456782",
        "bsn nr. 0123456782",
        "burgerservicenummer 0 123456782",
        "sofi 123 456 7820",
        "nr 0123456782",
        "Nr. 0123456782",
        "zijn nummer is 0123456782.",
        "1\uFE0F\u20E32\uFE0F\u20E33\uFE0F\u20E34\uFE0F\u20E35\uFE0F\u20E36\uFE0F\u20E37\uFE0F\u20E38\uFE0F"
        "\u20E32\uFE0F\u20E3",
        "\u2776\u2777\u2778456782",
        "2026-03-02 123456782",
        "geboren 12-05-1987, 111222333"}) {
    CAPTURE(text);
    CHECK_FALSE(citizen_numbers(text).empty());
  }
}

TEST_CASE("a citizen service number is found through signs of direction, other signs and digits of other scripts",
          "[base][never_kept]") {
  for (const char* text :
       {"\u202A123456782\u202C", "bsn 123\u206645\u20696782", "1234\u202A56782", "123\u2028456\u2029782",
        "1234\u061C56782", "1234\u180E56782", "1234\u3164 56782", "1234\U000E0020\U000E002F56782", "1234\u204456782",
        "1234\u219256782", "1234#56#782", "1234&56!782", "\u0967\u0968\u0969\u096A\u096B\u096C\u096D\u096E\u0968",
        "\u0E51\u0E52\u0E53\u0E54\u0E55\u0E56\u0E57\u0E58\u0E52"}) {
    CAPTURE(text);
    CHECK(citizen_numbers(text).size() == 1);
  }
}

TEST_CASE("what is no citizen service number is left alone", "[base][never_kept]") {
  for (const char* text : {"",
                           "123456789",
                           "000000000",
                           "06-12345678",
                           "+31 6 12345678",
                           "0031612345678",
                           "010 123 45 67",
                           "2026-03-02",
                           "12-05-1987",
                           "1234 AB 12",
                           "NL91ABNA0417164300",
                           "€ 123.456.782",
                           "1234567820",
                           "om 09:30, 6 weken",
                           "van 4 naar 6, 3 keer",
                           "12345672",
                           "1, 2, 3, 4, 5, 6, 7, 8",
                           "2026-03-02 9",
                           "12345\n6782",
                           "0123456782",
                           "bsn opvragen bij de balie, bel 0123456782",
                           "bsn 0123456789",
                           "tel. nr 0123456782",
                           "haar telefoonnummer is 0123456782",
                           "nr 0123 456782",
                           "nr 0123456789",
                           "nr 0612345671",
                           "14012027",
                           "bsn volgt op 12012026",
                           "het bsn volgt, kijk op 20270112",
                           "bsn is bekend, bel 12345672",
                           "zaak 12345672",
                           "Sofie belt, zaak 12345672",
                           "Sofia 0123456782 is thuis"}) {
    CAPTURE(text);
    CHECK(citizen_numbers(text).empty());
  }
}

TEST_CASE("in bytes that are no text a citizen service number is found behind its word alone", "[base][never_kept]") {
  using namespace std::string_literals;
  CHECK(has_called_citizen_number("%PDF-1.4\n<< /Title (BSN 123456782) >>"));
  CHECK(has_called_citizen_number("\xFF\xD8\xFF\xFE\x00\x14"s + "burgerservicenummer: 123.456.782\xFF\xDB"));
  CHECK(has_called_citizen_number("<w:t>sofinummer 111222333</w:t>"));
  CHECK_FALSE(has_called_citizen_number("%PDF-1.4\nxref 123456782 00000 n"));
  CHECK_FALSE(has_called_citizen_number("bsn is niet bekend" + std::string(100, ' ') + "123456782"));
  CHECK_FALSE(has_called_citizen_number(""));
}

TEST_CASE("the place of a citizen service number is the number alone", "[base][never_kept]") {
  const std::string text = "BSN 123.456.782 en nog 111222333.";
  const auto found = citizen_numbers(text);
  REQUIRE(found.size() == 2);
  CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "123.456.782");
  CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "111222333");
}
