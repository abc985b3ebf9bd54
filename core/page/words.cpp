// SPDX-License-Identifier: EUPL-1.2
#include "core/page/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::page {

std::string number(double value, Lang lang) {
  auto text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  if (lang == Lang::nl) std::ranges::replace(text, '.', ',');
  return text;
}

}  // namespace casus::page
