// SPDX-License-Identifier: EUPL-1.2
// The one reader of days, by tables of what people say and by what must hold for every day and every text.
#include "core/desk/words/days/days.hpp"

#include "core/desk/forms/spelling.hpp"
#include "core/text/day_words.hpp"
#include "tests/house/tree.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/times.hpp"

#include <fmt/format.h>

#include <array>
#include <random>

namespace casus::test {
namespace {

using desk::read_day;

const Date kThursday = on("2026-11-26");

std::string found(std::string_view typed, Date today = kThursday) {
  const auto read = read_day(typed, today);
  if (!read) return "?";
  return to_string(*read.day) + (read.again ? ' ' + to_string(*read.again) : "");
}

/// Rows that are read otherwise than the table says.
std::vector<std::string> wrong_in(const std::string& table, std::size_t& rows) {
  std::vector<std::string> wrong;
  const auto files = files_in({table});
  REQUIRE(files.size() == 1);
  for (const auto line : lines_of(files.front().text)) {
    const auto bar = line.rfind(" | ");
    if (line.empty() || line.front() == '#' || bar == std::string_view::npos) continue;
    ++rows;
    const auto got = found(line.substr(0, bar));
    if (got != line.substr(bar + 3)) wrong.push_back(std::string(line) + " -> " + got);
  }
  return wrong;
}

}  // namespace

TEST_CASE("days are understood as people say them, in Dutch and in English", "[desk][days]") {
  for (const auto* table : {"tests/desk/days/nl.txt", "tests/desk/days/en.txt"}) {
    std::size_t rows = 0;
    CHECK(wrong_in(table, rows) == std::vector<std::string>{});
    CHECK(rows >= 120);
  }
}

TEST_CASE("a day that is said back in full is read as that day, whatever day it is today", "[desk][days]") {
  const std::array todays{on("2026-11-26"), on("2000-02-29"), on("2031-12-31")};
  std::size_t days = 0;
  for (auto day = on("1999-12-28"); day < on("2041-01-05"); day = plus_days(day, 3), ++days)
    for (const auto lang : {Lang::nl, Lang::en})
      for (const auto today : todays) {
        const auto full = text::day_in_full(day, lang);
        if (found(full, today) != to_string(day) || found(text::day_in_words(day, lang), today) != to_string(day))
          FAIL(full + " on " + to_string(today) + " is read as " + found(full, today));
      }
  CHECK(days > 4000);
}

TEST_CASE("without a year a day is the first that comes, and never lies before today", "[desk][days]") {
  for (int ahead = 0; ahead < 400; ++ahead) {
    const auto today = plus_days(kThursday, ahead * 3);
    for (const auto* typed :
         {"2 december", "pasen", "3-1", "woensdag", "de 31e", "eind januari", "begin mei", "week 1", "week 53",
          "first Monday of March", "kerst", "nieuwjaar", "first week of January", "voor pasen"}) {
      const auto read = read_day(typed, today);
      if (!read) {  // it lay within the last month: which one is asked
        CHECK_THAT(read.problem.in(Lang::en), Catch::Contains("is already over"));
        continue;
      }
      INFO(typed << " on " << to_string(today) << " is " << to_string(*read.day));
      CHECK(plus_days(*read.day, 6) >= today);
      CHECK(days_between(today, *read.day) <= 8 * 366);
    }
  }
}

TEST_CASE("a year of two figures lies near, or is asked for", "[desk][days]") {
  for (int year = 0; year < 100; ++year) {
    const auto typed = fmt::format("2-12-{:02}", year);
    const auto read = read_day(typed, kThursday);
    const bool near = year >= 21 && year <= 46;
    CHECK(read.day.has_value() == near);
    if (near) CHECK(static_cast<int>(read.day->year()) == 2000 + year);
    else CHECK(read.problem.in(Lang::en).starts_with("It is not clear which year '" + typed + "'"));
  }
}

TEST_CASE("a year of four figures is kept, or refused with the words that were typed", "[desk][days]") {
  for (int year = 1000; year < 10000; year += 37) {
    const auto read = read_day(fmt::format("2 december {}", year), kThursday);
    if (year >= 1900 && year <= 2199) CHECK(static_cast<int>(read.day.value().year()) == year);
    else CHECK(read.problem.in(Lang::nl).find(std::to_string(year)) != std::string::npos);
  }
}

TEST_CASE("no text makes the reader of days fall over, and what it refuses it quotes", "[desk][days]") {
  const std::array<std::string_view, 41> parts{
      "over",  "2",     "week", "weken",    "elke", "woensdag", "31",   "februari", "eind",     "volgende", "de",
      "5e",    "-",     "99",   "maand",    "jaar", "half",     "om",   "in",       "next",     "the",      "last",
      "first", "every", "tot",  "t/m",      "en",   "keer",     "2x",   "werkdag",  "maandags", "2-12",     "+14d",
      "9999",  "\xff",  "\xc3", "kwartaal", "now",  "weekend",  "a.s.", "december"};
  std::mt19937 chance(12);
  std::size_t refused = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string typed;
    for (auto left = chance() % 7; left > 0; --left) typed += std::string(parts[chance() % parts.size()]) + ' ';
    const auto read = read_day(typed, kThursday);
    if (read) {
      const auto year = static_cast<int>(read.day->year());
      if (!read.day->ok() || year < 1900 || year > 2199) FAIL(typed);
      if (read.again && recurrence_from(to_string(*read.again)) != read.again) FAIL(typed);
      continue;
    }
    ++refused;
    if (read.problem.in(Lang::nl).empty()) FAIL("no problem said: " + typed);
  }
  CHECK(refused > 1000);
  CHECK(found(std::string(100000, '9')) == "?");
  CHECK(found(std::string(5000, ' ')) == "?");
}

TEST_CASE("a day that could be two, or is years away, is asked about; an hour is said not to be kept", "[desk][days]") {
  const Date friday = on("2026-11-27");
  const auto problem = [&](const char* typed, Lang lang) { return read_day(typed, friday).problem.in(lang); };
  CHECK(
      problem("dinsdag over 8 dagen", Lang::nl) ==
      "'dinsdag over 8 dagen' kan twee dagen zijn: dinsdag 8 december 2026 of zaterdag 5 december 2026. Typ de dag die "
      "je bedoelt.");
  CHECK(problem("Friday in 8 days", Lang::en) ==
        "'Friday in 8 days' can be two days: Friday 4 December 2026 or Saturday 5 December 2026. Type the day that you "
        "mean.");
  CHECK(problem("29 feb", Lang::nl) == "29 februari is er pas weer in 2028. Bedoel je dat, typ dan het jaar erbij.");
  CHECK(found("29 februari", on("2028-01-03")) == "2028-02-29");
  for (const auto* typed : {"vrijdag over 14 dagen", "vrijdag over twee weken", "Friday in two weeks",
                            "over twee weken vrijdag", "in two weeks on Friday"})
    CHECK(found(typed, friday) == "2026-12-11");
  CHECK(found("vrijdag over een week", friday) == "2026-12-04");
  CHECK(found("woensdag over een week", friday) == "2026-12-09");
  for (const auto* typed : {"vrijdag om 10 uur", "on Friday at 10", "vrijdag 14:00"})
    CHECK(read_day(typed, kThursday).note.in(Lang::nl) ==
          fmt::format("alleen de dag is bewaard, de tijd in '{}' niet: zet die in de tekst", typed));
  // Where it cannot be said, no hour is taken.
  Date day{};
  CHECK(desk::read_typed("vrijdag om 10 uur", day, {Lang::nl, kThursday}) ==
        "'vrijdag om 10 uur' is een tijd. Typ hier alleen de dag; de tijd kan in de tekst.");
  std::vector<text::Message> beside;
  CHECK(desk::read_typed("vrijdag om tien uur", day, {Lang::nl, kThursday, {}, &beside}).empty());
  CHECK(beside.size() == 1);
  CHECK(desk::read_typed("om tien uur", day, {Lang::nl, kThursday, {}, &beside}) ==
        "'om tien uur' is een tijd. Typ hier alleen de dag; de tijd kan in de tekst.");
}

TEST_CASE("a day without a year that is over this year is said to be of next year, when that is far off",
          "[desk][days]") {
  const Date monday = on("2026-11-30");
  const auto said = [&](std::string_view typed) {
    return desk::said_with(typed, read_day(typed, monday), monday).in(Lang::nl);
  };
  for (const auto* typed : {"20-10", "20 oktober", "op 20 oktober", "20 October", "begin oktober"}) {
    const auto day = read_day(typed, monday).day;
    REQUIRE(day);
    CHECK(said(typed) ==
          fmt::format("'{}' is dit jaar al geweest; nu staat er {}", typed, text::day_in_words(*day, Lang::nl)));
  }
  // Near enough to be what was meant, with its year, counted from today, or what comes again.
  for (const auto* typed : {"20 december", "15 januari", "1 mei", "20-10-2027", "over 11 maanden", "over 300 dagen",
                            "2027-10-20", "elke woensdag", "volgend jaar", "geen dag", ""})
    CHECK(said(typed).empty());
  // Every face that takes a day says so; one that cannot, takes it all the same.
  Date day{};
  std::vector<text::Message> beside;
  CHECK(desk::read_typed("20-10", day, {Lang::en, monday, {}, &beside}).empty());
  REQUIRE(beside.size() == 1);
  CHECK(beside.front().in(Lang::en) == "'20-10' has already passed this year, so this is 20 October 2027");
  CHECK(desk::read_typed("20-10", day, {Lang::en, monday}).empty());
  CHECK(day == on("2027-10-20"));
}

TEST_CASE("where a day is asked that was, one without a year is the last", "[desk][days]") {
  const auto was = [](const char* typed, const char* today) {
    const auto day = desk::day_gone_by(typed, *date_from(today));
    return day ? to_string(*day) : std::string();
  };
  for (const auto* typed : {"3 november", "3 November", "3-11"}) CHECK(was(typed, "2026-11-30") == "2026-11-03");
  for (const auto* typed : {"20 oktober", "20 October", "20-10"}) CHECK(was(typed, "2026-11-30") == "2026-10-20");
  CHECK(was("20 november", "2027-01-10") == "2026-11-20");
  // What `read_day` knows, what comes again, and what would be long ago.
  for (const auto* typed : {"gisteren", "30 november", "2026-10-20", "3-11-2026", "morgen", "elke woensdag",
                            "2 december", "over 2 weken", "zomaar", "", "3 november 14:05", "3 november om 14:05"})
    CHECK(was(typed, "2026-11-30").empty());
}

TEST_CASE("this week ends on Friday, and said in its weekend on Sunday", "[desk][days]") {
  CHECK(found("deze week", on("2026-11-27")) == "2026-11-27");
  CHECK(found("deze week", on("2026-11-28")) == "2026-11-29");
  CHECK(found("this week", on("2026-11-29")) == "2026-11-29");
  CHECK(found("eind van de week", on("2026-11-28")) == "2026-11-29");
}

TEST_CASE("of the week or month that goes on no day is taken that is over", "[desk][days]") {
  std::size_t asked = 0, taken = 0;
  for (int ahead = 0; ahead < 1200; ++ahead) {
    const auto today = plus_days(kThursday, ahead);
    for (const auto* typed : {"this Friday",
                              "deze vrijdag",
                              "deze maandag",
                              "vrijdag deze week",
                              "Monday this week",
                              "dit weekend",
                              "voor het weekend",
                              "by the weekend",
                              "begin van de maand",
                              "begin deze maand",
                              "half deze maand",
                              "halverwege de week",
                              "start of this week",
                              "eerste maandag van de maand",
                              "first Monday of this month",
                              "eerste week van de maand",
                              "first week of January",
                              "laatste week van deze maand",
                              "woensdag in week 12",
                              "week 53",
                              "eerste dag van de maand",
                              "begin van het kwartaal",
                              "midden van het jaar",
                              "voor kerst",
                              "before Easter",
                              "voor koningsdag",
                              "by New Year",
                              "eerste weekend van mei",
                              "deze week",
                              "deze maand"}) {
      const auto read = read_day(typed, today);
      INFO(typed << " on " << to_string(today));
      if (read.day) CHECK(*read.day >= today);
      else CHECK(read.problem.in(Lang::nl).starts_with(fmt::format("'{}'", typed)));
      ++(read.day ? taken : asked);
    }
  }
  CHECK(taken > 20 * 1200);
  CHECK(asked > 1200);
  CHECK(found("this Friday", on("2026-11-28")) == "2026-12-04");
  CHECK(found("deze vrijdag", on("2026-11-27")) == "2026-11-27");
  CHECK(found("voor kerst", on("2026-12-25")) == "2027-12-24");
  CHECK(found("voor kerst", on("2026-12-24")) == "2026-12-24");
  CHECK(found("dit weekend", on("2026-11-29")) == "2026-11-29");
  CHECK(read_day("vrijdag deze week", on("2026-11-28")).problem.in(Lang::nl) ==
        "'vrijdag deze week' is al geweest: dat was vrijdag 27 november 2026. Welke dag bedoel je?");
  CHECK(read_day("Friday this week", on("2026-11-28")).problem.in(Lang::en) ==
        "'Friday this week' is already over: that was Friday 27 November 2026. Which day do you mean?");
}

TEST_CASE("a number in words is the number in figures, in every row that has one", "[desk][days]") {
  const std::array<std::string_view, 12> dutch{"een",   "twee", "drie",  "vier", "vijf", "zes",
                                               "zeven", "acht", "negen", "tien", "elf",  "twaalf"};
  const std::array<std::string_view, 12> english{"one",   "two",   "three", "four", "five",   "six",
                                                 "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
  const auto same = [](std::string_view row, std::string_view word, int number) {
    const auto spoken = fmt::format(fmt::runtime(row), word), figures = fmt::format(fmt::runtime(row), number);
    INFO(spoken);
    CHECK(found(spoken) != "?");
    CHECK(found(spoken) == found(figures));
  };
  for (int number = 1; number <= 12; ++number) {
    const auto at = static_cast<std::size_t>(number - 1);
    for (const auto* row : {"over {} weken", "over {} dagen", "{} maanden", "binnen {} jaar", "elke {} weken",
                            "om de {} weken", "week {}", "{} december", "{} weken na morgen", "{} weken geleden"})
      same(row, dutch[at], number);
    for (const auto* row : {"in {} weeks", "in {} days", "within {} months", "{} years", "every {} weeks", "week {}",
                            "{} weeks from now", "in {} weeks' time", "{} weeks ago", "December {}"})
      same(row, english[at], number);
  }
}

TEST_CASE("what comes again goes on by its rule", "[desk][days]") {
  const auto days = [](const char* typed) {
    const auto read = read_day(typed, kThursday);
    std::vector<std::string> all{to_string(read.day.value())};
    auto day = *read.day;
    for (int i = 0; i < 2; ++i) {
      const auto next = next_after(read.again.value(), day);
      if (!next) break;
      all.push_back(to_string(day = *next));
    }
    return all;
  };
  using Days = std::vector<std::string>;
  CHECK(days("elke woensdag") == Days{"2026-12-02", "2026-12-09", "2026-12-16"});
  CHECK(days("om de week op maandag") == Days{"2026-11-30", "2026-12-14", "2026-12-28"});
  CHECK(days("elke laatste vrijdag van de maand") == Days{"2026-11-27", "2026-12-25", "2027-01-29"});
  CHECK(days("elke maand op de 31e") == Days{"2026-11-30", "2026-12-31", "2027-01-31"});
  CHECK(days("every quarter") == Days{"2027-02-26", "2027-05-26", "2027-08-26"});
  CHECK(days("elke woensdag en vrijdag") == Days{"2026-11-27", "2026-12-02", "2026-12-04"});
  CHECK(days("om de week op ma en do") == Days{"2026-11-30", "2026-12-03", "2026-12-14"});
  CHECK(days("elke werkdag") == Days{"2026-11-27", "2026-11-30", "2026-12-01"});
  CHECK(days("elke vrijdag tot 4 december") == Days{"2026-11-27", "2026-12-04"});
  CHECK(days("every week until 5 December") == Days{"2026-12-03"});
  for (const auto* wrong : {"FREQ=WEEKLY;BYDAY=", "FREQ=WEEKLY;BYDAY=WE,", "FREQ=WEEKLY;BYDAY=FR,WE",
                            "FREQ=WEEKLY;BYDAY=WE,1FR", "FREQ=MONTHLY;BYDAY=1WE,FR", "FREQ=WEEKLY;BYDAY=WE;BYDAY=FR",
                            "FREQ=WEEKLY;UNTIL=20261331", "FREQ=WEEKLY;UNTIL=2026-12-25"}) {
    INFO(wrong);
    CHECK(recurrence_from(wrong) == std::nullopt);
  }
  CHECK(recurrence_from("FREQ=WEEKLY;BYDAY=XX") == std::nullopt);
  CHECK(recurrence_from("FREQ=YEARLY") == std::nullopt);
  CHECK(recurrence_from("FREQ=WEEKLY;INTERVAL=0") == std::nullopt);
}

TEST_CASE("how something comes again is said so that it is read as the same", "[desk][days]") {
  using Unit = Recurrence::Unit;
  std::vector<Recurrence> rules;
  for (const int every : {1, 2, 3, 6}) {
    rules.push_back({Unit::day, every, 0, 0});
    rules.push_back({Unit::week, every, 0, 0});
    rules.push_back({Unit::month, every, 0, 0});
    for (unsigned weekday = 1; weekday <= 7; ++weekday) {
      rules.push_back({Unit::week, every, weekday, 0});
      for (const int nth : {1, 2, 3, 4, -1}) rules.push_back({Unit::month, every, weekday, nth});
    }
    for (int day = 1; day <= 31; ++day) rules.push_back({Unit::month, every, 0, day});
    rules.push_back({Unit::week, every, 3, 0, {5}});
    rules.push_back({Unit::week, every, 1, 0, {2, 3, 4, 5}});
  }
  for (auto ended = rules; auto& rule : ended) {
    rule.until = on("2041-12-31");
    rules.push_back(std::move(rule));
  }
  for (const auto& rule : rules)
    for (const auto lang : {Lang::nl, Lang::en}) {
      const auto said = text::again_in_words(rule, lang);
      const auto read = read_day(said, kThursday);
      INFO(to_string(rule) << ": " << said);
      REQUIRE(read.again);
      CHECK(to_string(*read.again) == to_string(rule));
    }
  CHECK(text::again_in_words({Unit::week, 1, 3, 0}, Lang::nl) == "elke woensdag");
  CHECK(text::again_in_words({Unit::month, 1, 1, 1}, Lang::en) == "every first Monday of the month");
  CHECK(text::again_in_words({Unit::week, 2, 0, 0}, Lang::nl) == "elke 2 weken");
  CHECK(text::again_in_words({Unit::week, 1, 3, 0, {5}}, Lang::nl) == "elke woensdag en vrijdag");
  CHECK(text::again_in_words({Unit::week, 1, 1, 0, {2, 3, 4, 5}}, Lang::en) == "every working day");
  CHECK(text::again_in_words({Unit::week, 1, 5, 0, {}, on("2026-12-24")}, Lang::nl) ==
        "elke vrijdag tot en met donderdag 24 december 2026");
}

TEST_CASE("how often without on which days, and an end before the beginning, are asked about", "[desk][days]") {
  const auto problem = [](const char* typed, Lang lang) { return read_day(typed, kThursday).problem.in(lang); };
  for (const auto* typed : {"twee keer per week", "2x per week", "drie keer in de week"})
    CHECK(problem(typed, Lang::nl) ==
          fmt::format("'{}' zegt nog niet op welke dagen. Typ die dagen, zoals: elke maandag en donderdag.", typed));
  CHECK(problem("twice a week", Lang::en) ==
        "'twice a week' does not say on which days. Type the days, for instance: every Monday and Thursday.");
  CHECK(problem("elke woensdag tot vrijdag", Lang::nl) ==
        "In 'elke woensdag tot vrijdag' valt geen enkele keer. Typ een einddag die later is, of laat die weg.");
  CHECK(problem("every Wednesday until Friday", Lang::en) ==
        "'every Wednesday until Friday' would not come round even once. Type a later last day, or leave it out.");
}

TEST_CASE("an option for one day says so when something comes again", "[desk][days]") {
  Date day{};
  CHECK(desk::read_typed("elke woensdag", day, {Lang::nl, kThursday}) ==
        "'elke woensdag' komt steeds terug, en hier past maar één dag. Bedoel je woensdag 2 december 2026? Typ dan die "
        "dag.");
  CHECK(desk::read_typed("na de vakantie", day, {Lang::nl, kThursday}) ==
        "'na de vakantie' zegt nog niet welke dag. Typ een dag, zoals: woensdag, 2 december of over 2 weken.");
  CHECK(desk::read_typed("2 maart dit jaar", day, {Lang::nl, kThursday}) ==
        "'2 maart dit jaar' is al geweest: dat was maandag 2 maart 2026. Welke dag bedoel je?");
  CHECK(desk::read_typed("volgende week maandag", day, {Lang::nl, kThursday}).empty());
  CHECK(to_string(day) == "2026-11-30");
  CHECK(desk::read_typed("maandag 2 december", day, {Lang::nl, kThursday}) ==
        "2 december 2026 is een woensdag, geen maandag. Welke dag bedoel je?");
}

}  // namespace casus::test
