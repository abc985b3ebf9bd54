// SPDX-License-Identifier: EUPL-1.2
#include "core/base/identifiers.hpp"

#include "core/base/name_words_data.hpp"
#include "core/base/text.hpp"
#include "core/base/time.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

namespace casus {

namespace {

using Kind = PersonalData::Kind;

bool figure(char c) { return c >= '0' && c <= '9'; }
bool small_letter(char c) { return c >= 'a' && c <= 'z'; }
bool large_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool part_of_word(char c) {
  return figure(c) || small_letter(c) || large_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// A stretch of the text between spaces, without the marks around it.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

std::vector<Piece> pieces_of(std::string_view text) {
  constexpr std::string_view kBefore = "\"'([{<-", kBehind = ".,;:!?\"')]}>";
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < text.size();) {
    const auto end = std::min(text.find_first_of(" \n\t", i), text.size());
    Piece piece{i, end};
    i = end + 1;
    while (piece.begin < piece.end && kBefore.find(text[piece.begin]) != std::string_view::npos) ++piece.begin;
    while (piece.end > piece.begin && kBehind.find(text[piece.end - 1]) != std::string_view::npos) --piece.end;
    if (piece.begin < piece.end) pieces.push_back(piece);
  }
  return pieces;
}

bool is_listed(std::string_view list, std::string_view word) {
  return !word.empty() && list.find(' ' + folded(word) + ' ') != std::string_view::npos;
}

/// ISO 13616: the first four signs go to the end, each letter counts as two figures (A is 10).
bool checks_as_account(std::string_view number) {
  int rest = 0;
  const auto take = [&](char sign) {
    if (figure(sign)) rest = (rest * 10 + (sign - '0')) % 97;
    else rest = (rest * 100 + (sign - 'A' + 10)) % 97;
  };
  for (const char sign : number.substr(4)) take(sign);
  for (const char sign : number.substr(0, 4)) take(sign);
  return rest == 1;
}

int number_of(std::string_view figures) {
  int out = 0;
  for (const char c : figures) out = out * 10 + (c - '0');
  return out;
}

bool all_figures(std::string_view word) { return !word.empty() && std::ranges::all_of(word, figure); }

constexpr int kLastBirthYear = 2015;
/// Words between the word of birth and the day: "geboren te Delft op".
constexpr std::size_t kWordsBefore = 4;

std::optional<int> year_of(std::string_view word, bool said_born) {
  if (!all_figures(word)) return std::nullopt;
  if (word.size() == 4) {
    const int year = number_of(word);
    return year >= 1900 && (said_born ? year <= 2199 : year <= kLastBirthYear) ? std::optional(year) : std::nullopt;
  }
  if (word.size() == 2 && said_born) return 1900 + number_of(word);
  return std::nullopt;
}

bool is_day_of(int year, int month, int day) {
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return date_from(std::to_string(year) + '-' + two(month) + '-' + two(day)).has_value();
}

/// "12-3-1980", "12/03/1980", "1980-03-12": one sign in between, twice.
bool is_birth_day(std::string_view word, bool said_born) {
  const auto first = word.find_first_of("-/.");
  if (first == std::string_view::npos) return false;
  const auto second = word.find(word[first], first + 1);
  if (second == std::string_view::npos) return false;
  auto day = word.substr(0, first);
  const auto month = word.substr(first + 1, second - first - 1);
  auto year = word.substr(second + 1);
  if (day.size() == 4) std::swap(day, year);
  if (!all_figures(day) || !all_figures(month) || day.size() > 2 || month.size() > 2) return false;
  const auto in = year_of(year, said_born);
  return in && is_day_of(*in, number_of(month), number_of(day));
}

/// "12", "12th", "12e"; 0 for anything else.
int day_number(std::string_view word) {
  std::size_t end = 0;
  while (end < word.size() && figure(word[end])) ++end;
  const auto behind = word.substr(end);
  if (end == 0 || end > 2 || behind.size() > 2 || !std::ranges::all_of(behind, small_letter)) return 0;
  const int day = number_of(word.substr(0, end));
  return day <= 31 ? day : 0;
}

/// The groups of a number plate, or none.
bool is_plate(std::string_view word) {
  constexpr std::size_t kSigns = 6, kGroups = 3;
  if (word.size() != kSigns + kGroups - 1) return false;
  std::size_t groups = 1;
  bool letters = false, figures = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == '-') {
      if (i == 0 || i + 1 == word.size() || word[i - 1] == '-') return false;
      ++groups;
      continue;
    }
    const bool letter = small_letter(word[i]) || large_letter(word[i]);
    if (!letter && !figure(word[i])) return false;
    if (small_letter(word[i]) && std::string_view("aeiou").find(word[i]) != std::string_view::npos) return false;
    // A group is of one kind, and of one to three signs.
    if (i > 0 && word[i - 1] != '-' && figure(word[i - 1]) == letter) return false;
    (letter ? letters : figures) = true;
  }
  const auto longest = [&] {
    std::size_t most = 0, now = 0;
    for (const char c : word) most = std::max(most, now = c == '-' ? 0 : now + 1);
    return most;
  };
  if (groups != kGroups || !letters || !figures || longest() > 3) return false;
  // "3-mrt-26" is a day.
  const auto middle = word.substr(word.find('-') + 1);
  return !is_listed(kMonths, middle.substr(0, middle.find('-')));
}

}  // namespace

void find_accounts(std::string_view text, std::vector<PersonalData>& found) {
  constexpr std::size_t kShortest = 15, kLongest = 34;
  for (std::size_t i = 0; i + kShortest <= text.size(); ++i) {
    if (!large_letter(text[i]) && !small_letter(text[i])) continue;
    if (i > 0 && part_of_word(text[i - 1])) continue;
    std::string number;
    std::optional<std::size_t> whole;  // past the last sign of the longest number that checks
    std::size_t group = 0;
    for (auto at = i; at < text.size() && number.size() <= kLongest; ++at) {
      if ((text[at] == ' ' || text[at] == '-') && group == 4) {
        group = 0;
        continue;
      }
      if (!figure(text[at]) && !large_letter(text[at]) && !small_letter(text[at])) break;
      number += small_letter(text[at]) ? static_cast<char>(text[at] - 'a' + 'A') : text[at];
      ++group;
      const auto size = number.size();
      const bool fits = size <= 2 ? large_letter(number.back()) : size > 4 || figure(number.back());
      if (!fits) break;
      const bool ends = at + 1 == text.size() || !part_of_word(text[at + 1]);
      // Letters alone behind the country are a sentence.
      const bool figures = std::ranges::count_if(number, figure) >= 8;
      if (ends && figures && size >= kShortest && size <= kLongest && checks_as_account(number)) whole = at + 1;
      if (group > 4 && at >= i + group && text[at - group] == ' ') break;  // groups are of four
    }
    if (!whole) continue;
    found.push_back({Kind::account, std::string(text.substr(i, *whole - i))});
    i = *whole;
  }
}

void find_plates(std::string_view text, std::vector<PersonalData>& found) {
  for (const auto& piece : pieces_of(text))
    if (is_plate(piece.of(text))) found.push_back({Kind::plate, std::string(piece.of(text))});
}

void find_profiles(std::string_view text, std::vector<PersonalData>& found) {
  for (const auto& piece : pieces_of(text)) {
    const auto written = piece.of(text);
    auto address = written;
    if (const auto scheme = address.find("://"); scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
    const auto slash = address.find('/');
    if (slash == std::string_view::npos || slash + 1 >= address.size()) continue;
    auto host = address.substr(0, slash);
    // "www.", "nl-nl.", "m.": the site has one dot.
    while (std::ranges::count(host, '.') > 1) host.remove_prefix(host.find('.') + 1);
    if (is_listed(kProfileSites, host)) found.push_back({Kind::profile, std::string(written)});
  }
}

void find_birth_dates(std::string_view text, std::vector<PersonalData>& found) {
  const auto pieces = pieces_of(text);
  std::size_t born_since = kWordsBefore + 1;  // pieces since a word of birth
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto word = pieces[i].of(text);
    if (is_listed(kBirthWords, word)) {
      born_since = 0;
      continue;
    }
    const bool said_born = ++born_since <= kWordsBefore;
    if (is_birth_day(word, said_born)) {
      found.push_back({Kind::birth_date, std::string(word)});
      born_since = kWordsBefore;  // one day for one word
      continue;
    }
    if (i + 2 >= pieces.size()) continue;
    const auto next = pieces[i + 1].of(text);
    const bool in_words =
        (day_number(word) != 0 && is_listed(kMonths, next)) || (is_listed(kMonths, word) && day_number(next) != 0);
    const bool spaced = word.size() == 2 && next.size() == 2 && all_figures(word) && all_figures(next) &&
                        number_of(word) >= 1 && number_of(word) <= 31 && number_of(next) >= 1 && number_of(next) <= 12;
    if ((!in_words && !spaced) || !year_of(pieces[i + 2].of(text), said_born)) continue;
    found.push_back({Kind::birth_date, std::string(text.substr(pieces[i].begin, pieces[i + 2].end - pieces[i].begin))});
    born_since = kWordsBefore;
    i += 2;
  }
}

}  // namespace casus
