// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/days/days.hpp"

#include "core/desk/words/days/recurring_days.hpp"
#include "core/desk/words/days/said_days.hpp"
#include "core/text/day_words.hpp"
#include "core/text/voice.hpp"

#include <algorithm>
#include <array>

/// A text becomes a row of letters, one for each word that counts, and the row is looked up: "W" a weekday, "inU" and
/// so on. `day_tokens.hpp` says which letter is what.
namespace casus::desk {
namespace {

using namespace std::chrono;
using text::msg;

constexpr int kHalfYear = 183;

class DayReader : SaidDays {
 public:
  using SaidDays::SaidDays;

  DayRead read() {
    const auto& row = tokens_.row;
    if (!tokens_.unknown.empty() || row.empty()) return not_known();
    const bool this_year = name_the_year(tokens_, static_cast<int>(today_.year()));
    if (auto day = without_hour(); day || day.over) return day;
    if (row.find('!') != std::string::npos) return {{}, {}, msg("days.no_exception", "typed"_is = typed_)};
    if (is_several()) return {{}, {}, msg("days.several", "typed"_is = typed_)};
    if (row.find('z') != std::string::npos) return {{}, {}, msg("days.is_time", "typed"_is = typed_)};
    if (row.find('q') != std::string::npos) return vague();
    auto found = with_weekday();
    if (this_year && found && !found.again) found = to_come(found.day);
    if (!found.problem.empty() || found) return checked(std::move(found));
    return row.find('a') != std::string::npos ? vague() : not_known();
  }

 private:
  using Row = std::string_view;

  /// "dinsdag of woensdag", "ma, wo en vr", "2 of 3 december": more days than one, and nothing that comes again.
  bool is_several() const {
    auto row = tokens_.row;
    std::erase(row, 'd');
    if (row.size() < 2) return false;
    if (row.find_first_not_of('W') == std::string::npos) return true;
    return row.size() > 2 && row.back() == 'M' && row.find_first_not_of('N') == row.size() - 1;
  }

  /// "vrijdag om 10 uur": the day is kept, and it is said that the hour is not.
  DayRead without_hour() const {
    static constexpr std::array<Row, 11> kHours{"xhNz", "@hNz", "xNz", "@Nz", "xhN", "@hN",
                                                "Nz",   "xz",   "@z",  "xN",  "@N"};
    const Row row = tokens_.row;
    const auto read_rest = [&](std::size_t from, std::size_t count) -> DayRead {
      auto rest = *this;
      rest.tokens_.row.erase(from, count);
      const auto begin = rest.tokens_.tokens.begin() + static_cast<std::ptrdiff_t>(from);
      rest.tokens_.tokens.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
      auto day = rest.tokens_.row.empty() ? DayRead{} : rest.checked(rest.with_weekday());
      if (day || day.over) day.note = msg("days.hour_not_kept", "typed"_is = typed_);
      return day;
    };
    for (const auto hour : kHours) {
      if (row.ends_with(hour)) return read_rest(row.size() - hour.size(), hour.size());
      const bool surely = hour.back() == 'z' || hour.front() == '@';
      if (surely && row.starts_with(hour)) return read_rest(0, hour.size());
    }
    if (row.size() > 1 && row.back() == 'z') return read_rest(row.size() - 1, 1);
    return {};
  }

  /// "woensdag 2 december": the weekday must be that of the day.
  DayRead with_weekday() {
    if (auto again = recurring(); again || !again.problem.empty()) return again;
    auto found = whole(tokens_.row, 0);
    if (found || !found.problem.empty()) return found;
    const auto row = tokens_.row;
    for (const std::size_t place : {std::size_t{0}, row.size() - 1}) {
      if (row[place] != 'W' || row.size() < 2) continue;
      const auto wanted = static_cast<unsigned>(value(place));
      auto rest = *this;
      rest.tokens_.row.erase(place, 1);
      rest.tokens_.tokens.erase(rest.tokens_.tokens.begin() + static_cast<std::ptrdiff_t>(place));
      const Row left = rest.tokens_.row;
      if (left != "D" && left != "P" && left != "O" && left.find('M') == Row::npos) continue;
      auto day = rest.whole(left, wanted);
      if (!day) return day;
      // "vrijdag 3 december", when that is a Thursday, is no day of another year.
      const bool no_year = left == "P" || (left.find('M') != Row::npos && left.find('Y') == Row::npos);
      if (const auto first = no_year ? rest.whole(left, 0) : DayRead{}) day = first;
      if (weekday_of(*day.day) == wanted) return day;
      const auto said = *day.day;
      return {{}, {}, other_weekday(said, wanted)};
    }
    return {};
  }

  /// The whole row but a weekday before or behind a date; `wanted` is that weekday.
  DayRead whole(Row row, unsigned wanted) const {
    if (auto found = behind_a_day(row); found || !found.problem.empty()) return found;
    if (auto found = counted_from_a_day(row); found || !found.problem.empty()) return found;
    if (auto found = week_of_a_day(row); found || !found.problem.empty()) return found;
    if (auto found = relative(row); found || !found.problem.empty()) return found;
    return calendar(row, wanted);
  }

  /// "eerste werkdag na nieuwjaar", "10 werkdagen na 1 december", "de eerste maandag na kerst", "laatste werkdag van
  /// december".
  DayRead behind_a_day(Row row) const {
    if (row == "OgM" || row == "OgMY") return working_day_of_month(row);
    const auto place = row.find('a');
    if (place == Row::npos || place == 0 || place + 1 >= row.size()) return {};
    const auto what = row.substr(0, place);
    const bool works = what == "g" || what == "Og" || what == "Ng";
    const bool weekday = what == "W" || what == "OW";
    const int count = what.front() == 'O' || what.front() == 'N' ? value(0) : 1;
    if ((!works && !weekday) || count < 1 || std::string_view("GEDPNOMW").find(row[place + 1]) == Row::npos) return {};
    const auto day = DayReader(typed_, part_of(tokens_, place + 1), today_).read();
    if (!day || day.again) return day.again ? not_known() : day;
    auto from = *this;
    from.today_ = *day.day;
    if (works) return a_day(from.working_days_on(count));
    const auto first = from.coming(static_cast<unsigned>(of('W')));
    return a_day(plus_days(first, 7 * (std::min(count, kMost) - 1)));
  }
  /// "2 dagen voor kerst", "de dag na kerst", "vrijdag voor pasen". "De week voor kerst" says no day.
  DayRead counted_from_a_day(Row row) const {
    const auto place = row.find_first_of("ay");
    if (place == Row::npos || place == 0 || place + 1 >= row.size()) return {};
    const auto what = row.substr(0, place);
    const bool back = row[place] == 'y', weekday = back && what == "W";
    if ((what != "NU" && what != "U" && !weekday) || std::string_view("GEDPNO").find(row[place + 1]) == Row::npos)
      return {};
    if (what == "U" && of('U') != 1) return vague();
    const auto day = DayReader(typed_, part_of(tokens_, place + 1), today_).read();
    if (!day || day.again) return day.again ? not_known() : day;
    auto from = *this;
    from.today_ = *day.day;
    auto found = weekday ? a_day(from.last_before(static_cast<unsigned>(of('W'))))
                 : back  ? a_day(from.minus(what == "U" ? 1 : value(0), of('U')))
                         : a_day(from.plus(what == "U" ? 1 : value(0), of('U')));
    found = checked(std::move(found));
    return found ? to_come(found.day) : found;
  }
  /// "de week van 7 december" begins on its Monday; that of today is "deze week".
  DayRead week_of_a_day(Row row) const {
    const std::size_t place = row.starts_with("WU") ? 1 : 0;
    const auto day_row = row.substr(std::min(place + 1, row.size()));
    if (!row.substr(place).starts_with('U') || value(place) != 7 || day_row.find_first_of("MPD") == Row::npos ||
        day_row.find_first_not_of("NOMYPD") != Row::npos)
      return {};
    const auto day = DayReader(typed_, part_of(tokens_, place + 1), today_).read();
    if (!day) return day;
    if (place == 1) return to_come(in_week_of(*day.day, static_cast<unsigned>(value(0))));
    const auto monday = monday_of(*day.day);
    return monday < today_ && *day.day >= today_ ? edge('e', 7, 0) : a_day(monday);
  }
  DayRead working_day_of_month(Row row) const {
    const auto year = row.ends_with('Y') ? std::optional(value(row.size() - 1)) : std::nullopt;
    const auto edge = edge_of_month(of('O') < 0 ? 'e' : 'b', of('M'), year);
    if (!edge) return edge;
    if (of('O') < 0) return a_day(working_day_until(*edge.day));
    auto from = *this;
    from.today_ = plus_days(*edge.day, -1);
    return a_day(from.working_days_on(of('O')));
  }

  /// What is counted from today.
  DayRead relative(Row row) const {
    const auto weekday = [&] { return static_cast<unsigned>(of('W')); };
    if (row == "R") return a_day(plus_days(today_, of('R')));
    if (row == "RiNU" || row == "NUR" || row == "NUfR" || row == "RNU" || row == "RNUj")
      return of('U') < kMonth ? a_day(plus_days(plus(of('N'), of('U')), of('R')))
                              : a_day(plus_months(plus_days(today_, of('R')), of('N') * (of('U') / kMonth)));
    if (row == "NUaR") return a_day(plus_days(plus(of('N'), of('U')), of('R')));
    if (row == "iNUN" || row == "NUN")
      return value(row.size() - 3) == 1 ? a_day(plus(value(row.size() - 1), of('U'))) : DayRead{};
    if (row == "ilU" || row == "lU") return and_a_half(1, of('U'));
    if (row == "iNUl" || row == "NUl" || row == "iNlU" || row == "NlU") return and_a_half(of('N'), of('U'));
    if (row == "UaR" && of('U') < kMonth) return a_day(plus_days(today_, of('R') + of('U')));
    if (row == "RU") return a_day(plus_days(today_, of('R') + of('U') % kMonth));
    if (row == "iNU" || row == "NU" || row == "NUj" || row == "NUf" || row == "aNU")
      return a_day(plus(of('N'), of('U')));
    if (row == "ihU" || row == "iNhU" || row == "ihNU" || row == "hU" || row == "hNU") return half(of('U'));
    if (row == "nU" || row == "cU" || row == "tnU") return next_unit(of('U'));
    if (row == "Wan" || row == "nWU")
      return row == "Wan" ? a_day(plus_days(coming(weekday()), 7)) : weeks_on(coming(weekday()), of('U'));
    if (row == "cg" || row == "ng") return a_day(working_days_on(1));
    if (row == "Og") return of('O') == 1 ? a_day(working_days_on(1)) : DayRead{};
    if (row == "iNg" || row == "Ngj" || row == "Ngf" || row == "Ng") return a_day(working_days_on(of('N')));
    if (row == "g") return vague();
    if (row == "Uan") return a_day(plus(2, of('U')));
    if (row == "bW" || row == "Wb") return a_day(coming(weekday()));
    if (row == "W" || row == "cW" || row == "Wc" || row == "tcW") return a_day(coming(weekday()));
    if (row == "Rj") return a_day(plus_days(today_, of('R')));
    if (row == "Wj" || row == "cWj") return a_day(coming(weekday()));
    if (row == "tW" || row == "tWj") return a_day(weekday_of(today_) == weekday() ? today_ : coming(weekday()));
    if (row == "tUW" || row == "WtU") return of('U') == 7 ? to_come(in_week_of(today_, weekday())) : DayRead{};
    if (row == "nW" || row == "Wn") return a_day(plus_days(in_week_of(today_, weekday()), 7));
    if (row == "nUW" || row == "WnU" || row == "cUW" || row == "WcU")
      return of('U') == 7 ? a_day(plus_days(in_week_of(today_, weekday()), 7)) : DayRead{};
    if (row == "pW") return a_day(last_before(weekday()));
    if (row == "WU" || row == "UW") return weeks_on(coming(weekday()), of('U'));
    if (row == "NUfW" || row == "NUaW")
      return of('U') < kMonth ? a_day(plus_days(coming(weekday()), of('N') * of('U'))) : DayRead{};
    if (row == "NUW") return in_days(weekday(), of('N'), of('U'), true);
    if (row == "WiNU") return in_days(weekday(), of('N'), of('U'), of('N') == 1);
    if (row == "iNUW") return in_days(weekday(), of('N'), of('U'), false);
    if (row == "NUp") return a_day(minus(of('N'), of('U')));
    if (row == "NU<") return a_day(minus(of('N'), of('U')));
    // "over 2 weken terug" goes on and back.
    if (row == "iNU<" || row == "iNUp") return which_of(plus(of('N'), of('U')), minus(of('N'), of('U')));
    if (row == "pU")
      return of('U') < kMonth ? a_day(plus_days(today_, -of('U'))) : a_day(plus_months(today_, -of('U') / kMonth));
    return {};
  }
  /// What is on a calendar.
  DayRead calendar(Row row, unsigned wanted) const {
    const auto weekday = [&] { return static_cast<unsigned>(of('W')); };
    const auto year = [&]() -> std::optional<int> {
      const auto place = row.find('Y');
      if (place == Row::npos) return std::nullopt;
      return value(place);
    };
    if (row == "D") return dated(at(0).month, at(0).value, at(0).year, 0);
    if (row == "P") return dated(at(0).month, at(0).value, std::nullopt, wanted);
    if (row == "NM" || row == "MN" || row == "NMY" || row == "MNY") return dated(of('M'), of('N'), year(), wanted);
    if (row == "NMN") return dated(of('M'), value(0), value(2), wanted);
    if (row == "OM" || row == "MO" || row == "OMY" || row == "MOY")
      return of('O') < 0 ? edge_of_month('e', of('M'), year()) : dated(of('M'), of('O'), year(), wanted);
    if (row == "O") return of('O') > 0 ? maybe(day_of_month(of('O'), wanted)) : DayRead{};
    if (row == "GY") return dated(of('G') / 100, of('G') % 100, year(), 0);
    if (row == "G") return maybe(on(of('G') / 100, of('G') % 100, {}, 0));  // a feast is the one that comes
    if (row == "bM" || row == "mM" || row == "hM" || row == "eM" || row == "bMY" || row == "mMY" || row == "hMY" ||
        row == "eMY")
      return edge_of_month(row[0], of('M'), year());
    if (row == "bMn" || row == "M" || row == "MY") return vague();
    if (row == "bY") return from_working_day(maybe(on(1, 1, value(1), 0)));
    if (row == "eY") return maybe(on(12, 31, value(1), 0));
    if (row == "mY" || row == "hY") return maybe(on(7, 1, value(1), 0));
    if (row == "Y") return vague();
    if (row == "tU" || row == "eU" || row == "etU" || row == "jtU" || row == "tUj") return edge('e', of('U'), 0);
    if (row == "bU" || row == "btU") return edge('b', of('U'), 0);
    if (row == "mU" || row == "mtU" || row == "htU") return edge('m', of('U'), 0);
    if (row == "bnU" || row == "mnU" || row == "hnU" || row == "enU" || row == "ecU" || row == "bcU")
      return edge(row[0], of('U'), 1);
    if (row == "nUb" || row == "nUm" || row == "nUe") return edge(row[2], of('U'), 1);
    if (row == "nUO" || row == "OnU")
      return of('U') == kMonth ? maybe(in_month(this_month() + months(1), of('O'))) : DayRead{};
    if (row == "OU" && of('U') == kMonth) return of('O') > 0 ? maybe(day_of_month(of('O'), 0)) : DayRead{};
    if (row == "OtU" && of('U') == kMonth) return maybe(in_month(this_month(), of('O')));
    if (row == "E" || row == "EY") return maybe(feast(of('E'), year()));
    if (const auto week = weeks_of_month(row, year()); week || !week.problem.empty()) return week;
    if (row == "OUU" && value(1) == 1 && value(2) == 12 * kMonth)
      return of('O') == -1 ? edge('e', 12 * kMonth, 0) : of('O') == 1 ? dated(1, 1, std::nullopt, 0) : DayRead{};
    if (row == "OUU" && value(1) == 1 && value(2) == kMonth)
      return of('O') < 0 ? edge('e', kMonth, 0) : maybe(day_of_month(of('O'), 0));
    if (row == "OUnU" && value(1) == 1 && value(3) == kMonth) return maybe(in_month(this_month() + months(1), of('O')));
    if ((row == "OUM" || row == "OUMY") && value(1) == 1)
      return of('O') < 0 ? edge_of_month('e', of('M'), year()) : dated(of('M'), of('O'), year(), 0);
    if (row == "OWM" || row == "OWMY") return maybe(nth_of_month(of('O'), weekday(), of('M'), year()));
    if (row == "OWU" || row == "OWtU" || row == "OWnU") {
      if (of('U') == 12 * kMonth && row == "OWU")
        return maybe(nth_of_month(of('O'), weekday(), of('O') < 0 ? 12 : 1, {}));
      if (of('U') != kMonth) return {};
      const auto of_month = [&](int ahead) { return nth_weekday(this_month() + months(ahead), weekday(), of('O')); };
      const auto day = of_month(row == "OWnU" ? 1 : 0);
      if (row == "OWtU") return to_come(day);
      return maybe(day && *day < today_ ? of_month(1) : day);
    }
    if (row == "k" || row == "ck" || row == "tk" || row == "tkj") return a_day(std::max(today_, in_week_of(today_, 6)));
    if (row == "nk") return a_day(plus_days(in_week_of(today_, 6), 7));
    if (row == "yk" || row == "ytk") return a_day(weekday_of(today_) == 5 ? today_ : coming(5));
    if (row == "yE" || row == "yEY" || row == "yG" || row == "yGY") return eve();
    if (row == "OkM" || row == "OkMY") return maybe(nth_of_month(of('O'), 6, of('M'), year()));
    if (row == "ak" || row == "atk") return a_day(plus_days(monday_of(today_), 7));
    return weeks(row);
  }

  /// "voor kerst" is the day before, and with no year never one that is over.
  DayRead eve() const {
    auto reader = *this;
    reader.tokens_.tokens.erase(reader.tokens_.tokens.begin());
    reader.tokens_.row.erase(0, 1);
    if (tokens_.row.back() != 'Y') reader.today_ = plus_days(today_, 1);
    auto day = reader.calendar(reader.tokens_.row, 0);
    if (day) day.day = plus_days(*day.day, -1);
    return day;
  }
  /// "de eerste week van januari".
  DayRead weeks_of_month(Row row, std::optional<int> year) const {
    if (!row.starts_with("OU") || value(1) != 7) return {};
    if (row == "OUM" || row == "OUMY") return maybe(week_of_month(of('O'), of('M'), year));
    const int length = row == "OUnU" || row == "OUtU" ? value(3) : row == "OUU" ? value(2) : 0;
    if (length != kMonth) return {};
    const auto now = week_in(this_month(), of('O')), next = week_in(this_month() + months(1), of('O'));
    if (row == "OUtU") return to_come(now);
    return maybe(row == "OUnU" || (now && *now < today_) ? next : now);
  }

  /// "week 50", "woensdag in week 50", "eind week 50".
  DayRead weeks(Row row) const {
    if (row.find('U') == Row::npos || of('U') != 7 || row.find('N') == Row::npos || row.find('N') != row.find('U') + 1)
      return {};
    const bool dated = row.ends_with('Y');
    const auto year = dated ? std::optional(value(row.size() - 1)) : std::nullopt;
    if (dated) row.remove_suffix(1);
    const auto monday = week(of('N'), year);
    if (row == "UN" && !dated && monday && *monday < today_) return edge('e', 7, 0);  // as "deze week"
    if (!monday) return row.ends_with("UN") || row == "UNW" ? no_such() : DayRead{};
    const auto of_week = [&](unsigned weekday) {
      const auto day = in_week_of(*monday, weekday);
      return dated ? a_day(day) : to_come(day);
    };
    if (row == "UN" || row == "bUN") return of_week(1);
    if (row == "WUN" || row == "UNW") return of_week(static_cast<unsigned>(of('W')));
    if (row == "mUN") return of_week(3);
    if (row == "eUN") return of_week(5);
    return {};
  }

  /// What comes again: "elke woensdag en vrijdag", and until when.
  DayRead recurring() const {
    const auto end = tokens_.row.find_first_of("us");
    const auto rule = recurrence_in(part_of(tokens_, 0, end));
    if (!rule) {
      if (!lacks_weekdays(part_of(tokens_, 0, end))) return {};
      return {{}, {}, msg("days.which_weekdays", "typed"_is = typed_)};
    }
    if (!recurrence_from(to_string(*rule))) return no_such();
    DayRead found{first_of(*rule, today_), rule, {}};
    if (end == std::string::npos) return found;
    const auto last = DayReader(typed_, part_of(tokens_, end + 1), today_).read();
    if (!last || last.again) return last.again ? not_known() : last;
    // "tot 1 februari" and "tot kerst": the day itself counts, and it is said back so.
    if (*last.day < *found.day) return {{}, {}, msg("days.never_comes", "typed"_is = typed_)};
    found.again->until = last.day;
    return found;
  }
};

}  // namespace

namespace {

/// "'24 december'": the quotation marks around it say nothing.
std::string_view without_quotes(std::string_view text) {
  text = trimmed(text);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kMarks{
      {{"'", "'"}, {"\"", "\""}, {"\u2018", "\u2019"}, {"\u201C", "\u201D"}}};
  for (const auto& [opens, closes] : kMarks)
    if (text.size() > opens.size() + closes.size() && text.starts_with(opens) && text.ends_with(closes))
      return trimmed(text.substr(opens.size(), text.size() - opens.size() - closes.size()));
  return text;
}

}  // namespace

DayRead read_day(std::string_view typed, Date today) {
  const auto text = without_quotes(typed);
  if (const auto day = date_from(text)) return {day, {}, {}};
  return DayReader(text, day_tokens(text), today).read();
}

text::Message said_with(std::string_view typed, const DayRead& read, Date today) {
  if (!read || read.again || !read.note.id().empty() || days_between(today, *read.day) <= kHalfYear) return read.note;
  // Read as on the first of January it was a day of this year; and it is no day that is counted from today.
  const auto this_year = read_day(typed, today.year() / January / 1).day;
  const bool was = this_year && this_year->year() == today.year() && *this_year < today;
  if (!was || read_day(typed, plus_days(today, 1)).day != read.day) return {};
  return msg("days.next_year", "typed"_is = typed, "day"_is = text::day_message(*read.day));
}

std::optional<Date> day_gone_by(std::string_view typed, Date today) {
  const auto read = read_day(typed, today);
  if (!read) return read.note.id().empty() ? read.over : std::nullopt;  // with an hour it is said that none is kept
  if (*read.day <= today || read.again) return std::nullopt;
  const auto year = static_cast<int>(today.year());
  for (const auto in : {year, year - 1})
    for (const auto* sign : {" ", "-"}) {
      const auto day = read_day(std::string(typed) + sign + std::to_string(in), today).day;
      if (day && *day <= today && days_between(*day, today) <= kHalfYear) return day;
    }
  return std::nullopt;
}

}  // namespace casus::desk
