// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/personal_data.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace casus {

/// Part of a text, by bytes.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Where a text names somebody, each place once, in order. A name of several parts: whole, without regard to case, and
/// each part that begins with a capital as it is written. A name of one part: as it is written, or in capitals ("Wil"
/// is not "wil"), unless it is the verb that begins a sentence ("Wil je"). The small words of a name belong to the
/// place
/// ("meneer De Boer"), and its parts side by side are one place. A last name in small letters too ("jansen"), unless it
/// is a word ("bakker"): then where a title or a household stands before it ("mevrouw bakker", "gezin bakker"). Accents
/// and kinds of apostrophe make no difference
/// ("Rene", "René"). With a possessive s behind it too. A part that is a word as well ("De", "Na") counts in the whole
/// name alone. A name without a capital ("oma") is a role word, and is nobody's, unless a common last name is in it
/// ("piet jansen"). Another name for somebody is not found: no place is no proof that nobody is to be recognised.
std::vector<TextSpan> name_places(std::string_view text, std::string_view name);

/// What in a text can lead back to a person: what the patterns find, and these names, each whole (with a possessive s
/// too), without regard to case, accents and kinds of apostrophe, and the last name of one by itself, unless the word
/// is meant. Stricter than `name_places`: here a role word that somebody goes by counts too.
std::vector<PersonalData> personal_data(std::string_view text, const std::vector<std::string>& names);

/// Somebody whose name is hidden, and what stands there instead.
struct HiddenName {
  std::string name;
  std::string mark;
  /// The name is erased: every part of it in capitals counts too, and the first name in any case ("anna"), unless it is
  /// a word as well ("wil").
  bool in_any_case = false;
};

/// Whether a text names one of them, as `redacted` finds it.
bool is_named(std::string_view text, const std::vector<HiddenName>& names);

/// A text in which names and numbers were replaced.
struct Redacted {
  std::string text;
  std::size_t names = 0;    ///< places where a name stood
  std::size_t numbers = 0;  ///< telephone, e-mail, postcode, date of birth, citizen service number
};

/// Replaces each name by its mark wherever `name_places` finds it, and numbers and addresses that `personal_data` finds
/// by `number_mark`; no numbers when that is empty. Where two names fit, the longer one stood there.
Redacted redacted(std::string_view text, const std::vector<HiddenName>& names, std::string_view number_mark);

}  // namespace casus
