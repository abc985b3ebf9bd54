// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace casus {

/// What in a text can lead back to a person. `what` names the kind ("naam", "telefoonnummer", ...), `text` is the
/// place.
struct PersonalData {
  enum class Kind { name, phone, email, postcode, birth_date, citizen_number, account, plate, profile };

  Kind kind{};
  std::string text;
};

/// The words are with their article: "een naam".
constexpr std::array<Named<PersonalData::Kind>, 9> names_of(PersonalData::Kind) {
  using Kind = PersonalData::Kind;
  return {{{Kind::name, "name", "word.personal_data.name"},
           {Kind::phone, "phone", "word.personal_data.phone"},
           {Kind::email, "email", "word.personal_data.email"},
           {Kind::postcode, "postcode", "word.personal_data.postcode"},
           {Kind::birth_date, "birth_date", "word.personal_data.birth_date"},
           {Kind::citizen_number, "citizen_number", "word.personal_data.citizen_number"},
           {Kind::account, "account", "word.personal_data.account"},
           {Kind::plate, "plate", "word.personal_data.plate"},
           {Kind::profile, "profile", "word.personal_data.profile"}}};
}

/// Looks for telephone numbers, e-mail addresses, Dutch postcodes, citizen service numbers (nine digits that pass the
/// eleven test), and what `identifiers.hpp` finds: dates of birth, account numbers, number plates, pages of somebody's
/// own. Names of people: `model/redaction`.
/// It finds patterns, not meaning: an empty answer is no proof that a text is anonymous.
std::vector<PersonalData> personal_data(std::string_view text);

/// Somebody who is called by a title and a name, wherever it stands: "mevrouw De Vries", "dhr. J. Bakker"; empty for
/// none. The titles are our own list (titles.txt); in small letters a common last name is found ("mevrouw jansen").
std::string titled_name(std::string_view text);
/// Whether a word, in lower case and without its full stop, is such a title.
bool is_title(std::string_view word);
/// Whether a word stands between a first name and a last one: "van", "de".
bool is_between(std::string_view word);
/// Whether a word stands before the name of a household: "gezin", "familie".
bool is_household(std::string_view word);

}  // namespace casus
