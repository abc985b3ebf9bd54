// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/text.hpp"

#include <string>

/// Words that no catalogue holds yet, as a value of a message.
namespace casus::text {

/// The word for a value of a closed vocabulary.
template <NamedEnum E>
Text label(E value) {
  return {std::string(casus::label(value, Lang::nl)), std::string(casus::label(value, Lang::en))};
}

/// What a function of the language gives.
template <class Function>
Text in_both(Function words) {
  return {std::string(words(Lang::nl)), std::string(words(Lang::en))};
}

}  // namespace casus::text
