// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Names of people as people compare them. A person is more than a string: é is e, composed or not, one apostrophe is
/// another, and signs of no width count for nothing.
namespace casus {

/// What two writings of one name have in common: lower case, without accents, apostrophes of one kind, one space
/// between parts, and the Latin letter for each that looks as one. Empty for a name without a sign that can be seen.
std::string name_key(std::string_view name);

bool same_name(std::string_view one, std::string_view other);

/// A name, or a neighbourhood, as it is kept: composed signs, one kind of apostrophe, one space, nothing that cannot be
/// seen.
std::string kept_name(std::string_view name);

/// A text as names are looked for in it, sign by sign: letters without accents, apostrophes and hyphens of one kind,
/// one space between words, a point for every other sign that is no letter. Capitals stay.
struct Spelled {
  std::u32string signs;
  std::u32string lower;             ///< the same without capitals
  std::vector<std::size_t> places;  ///< where each sign began in the text; and where the text ended
};
Spelled spelled(std::string_view text);

/// Which of these names is meant, by their place: those that are the same name; when there are none, those that begin
/// so. One place: that is who is meant. More: it has to be asked.
std::vector<std::size_t> who_is_meant(std::string_view typed, const std::vector<std::string_view>& names);

}  // namespace casus
