// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The words of a day as letters. Internal to the reader of days.
namespace casus::desk {

/// Letters for what has a value: D a day with its year, P a day and month, N a number, Y a year, O "first", W a
/// weekday, S "mondays", M a month, U a unit (days; from 100 months times 100), R a day near today, G a day with a
/// name, E a feast by its days after Easter, Z "weekly". The small letters are words: those of `days.word` in the
/// catalogue.
struct DayToken {
  char letter{};
  int value = 0;  ///< of D and P the day of the month
  int month = 0;
  std::optional<int> year;
};

struct DayTokens {
  std::string row;  ///< the letters
  std::vector<DayToken> tokens;
  std::string unknown;  ///< the first word that is none of these
  std::string near;     ///< all that was typed, with the word that was probably meant
  bool begins = false;  ///< the first word is one of those small ones: "na", "voor", "eind"
};

/// Words of all languages of the catalogue together.
DayTokens day_tokens(std::string_view typed);

/// "2 maart volgend jaar", "volgend jaar in week 3", "kerst dit jaar": the year becomes one of figures behind the day.
/// Whether it was "dit jaar".
bool name_the_year(DayTokens& words, int this_year);

/// So many of the words, from one on.
DayTokens part_of(const DayTokens& words, std::size_t from, std::size_t count = std::string::npos);

}  // namespace casus::desk
