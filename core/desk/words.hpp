// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace casus::desk {

/// A fixed sentence of the command line, in both languages.
struct Words {
  std::string_view nl;
  std::string_view en;

  constexpr std::string_view in(Lang lang) const { return lang == Lang::nl ? nl : en; }
};

/// The sentence with its places filled, as fmt does: said(lang, {"geen casus '{}'", "no case '{}'"}, id).
template <class... Args>
std::string said(Lang lang, Words words, const Args&... args) {
  return fmt::format(fmt::runtime(words.in(lang)), args...);
}

}  // namespace casus::desk
