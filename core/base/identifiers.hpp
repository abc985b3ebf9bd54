// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/personal_data.hpp"

#include <string_view>
#include <vector>

namespace casus {

/// What else than a number to call leads to one person: each adds what it finds.

/// International account numbers, in one piece or in groups of four, whose check digits are right (ISO 13616: the
/// number, turned, is 1 modulo 97).
void find_accounts(std::string_view text, std::vector<PersonalData>& found);
/// Dutch number plates: six signs in three groups with dashes, letters and digits each in a group of their own. In
/// small letters without vowels alone, as "1-op-100" is none.
void find_plates(std::string_view text, std::vector<PersonalData>& found);
/// Somebody's page at a site where people have one: "facebook.com/jan".
void find_profiles(std::string_view text, std::vector<PersonalData>& found);
/// Days up to 2015, in figures ("12-3-1980", "1980-03-12") or with the month in a word ("12 maart 1980", "March 12,
/// 1980"): a coming day is an agreement. Behind a word of birth a later year, and one of two figures, too.
void find_birth_dates(std::string_view text, std::vector<PersonalData>& found);

}  // namespace casus
