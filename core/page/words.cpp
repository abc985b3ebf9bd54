// SPDX-License-Identifier: EUPL-1.2
#include "core/page/words.hpp"

#include <fmt/format.h>

namespace casus::page {

std::string decimal(std::string text, const text::Voice& voice) {
  if (const auto point = text.find('.'); point != std::string::npos) text.replace(point, 1, voice.say("text.decimal"));
  return text;
}

std::string number(double value, const text::Voice& voice) {
  auto text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return decimal(std::move(text), voice);
}

}  // namespace casus::page
