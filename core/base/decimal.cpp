// SPDX-License-Identifier: EUPL-1.2
#include "core/base/decimal.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace casus {
namespace {

constexpr std::size_t kGroup = 3;

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Takes a sign in front; whether it was a minus.
bool take_sign(std::string_view& text) {
  const bool minus = text.starts_with('-');
  if (minus || text.starts_with('+')) text.remove_prefix(1);
  return minus;
}

std::optional<Decimal> made(bool minus, const std::string& front, std::string_view behind) {
  const auto all = front + std::string(behind);
  if (!all_digits(front) || (!behind.empty() && !all_digits(behind)) || all.size() > kMostDigits ||
      behind.size() > kMostPlaces)
    return std::nullopt;
  Decimal number{0, static_cast<int>(behind.size())};
  for (const char c : all) number.digits = number.digits * 10 + (c - '0');
  if (minus) number.digits = -number.digits;
  return number;
}

/// "1.234.567" by its sign between thousands; empty when that does not stand where it belongs.
std::string ungrouped(std::string_view text, char sign) {
  std::string out;
  for (std::size_t from = 0; from <= text.size();) {
    const auto to = std::min(text.find(sign, from), text.size());
    const auto part = text.substr(from, to - from);
    const bool fits = from == 0 ? !part.empty() && part.size() <= kGroup : part.size() == kGroup;
    if (!fits) return {};
    out += part;
    from = to + 1;
  }
  return out;
}

}  // namespace

std::string to_string(Decimal number) {
  const bool minus = number.digits < 0;
  auto text = std::to_string(number.digits);
  if (minus) text.erase(0, 1);
  const auto places = static_cast<std::size_t>(std::max(number.places, 0));
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  if (places > 0) text.insert(text.size() - places, 1, '.');
  return minus ? "-" + text : text;
}

std::optional<Decimal> decimal_from(std::string_view text) {
  const auto whole = text;
  const bool minus = take_sign(text);
  if (whole.starts_with('+')) return std::nullopt;
  const auto point = text.find('.');
  if (point == std::string_view::npos) return made(minus, std::string(text), {});
  if (point + 1 == text.size()) return std::nullopt;
  return made(minus, std::string(text.substr(0, point)), text.substr(point + 1));
}

DecimalRead decimal_as_typed(std::string_view typed) {
  auto text = trimmed(typed);
  const bool minus = take_sign(text);
  const auto last = text.find_last_of(".,");
  if (last == std::string_view::npos) return {made(minus, std::string(text), {}), {}, {}};
  const char sign = text[last];
  const auto front = text.substr(0, last), behind = text.substr(last + 1);
  if (behind.empty()) return {};
  // The same sign again stands between thousands, another one in front of it too.
  if (front.find(sign) != std::string_view::npos) return {made(minus, ungrouped(text, sign), {}), {}, {}};
  if (const auto other = front.find_first_of(".,"); other != std::string_view::npos)
    return {made(minus, ungrouped(front, front[other]), behind), {}, {}};
  const auto number = made(minus, std::string(front), behind);
  const bool thousands = behind.size() == kGroup && front.size() <= kGroup && !front.starts_with('0');
  if (!number || !thousands) return {number, {}, {}};
  return {std::nullopt, number, made(minus, ungrouped(text, sign), {})};
}

}  // namespace casus
