// SPDX-License-Identifier: EUPL-1.2
#include "core/model/case/recorded.hpp"

#include <algorithm>

namespace casus {

namespace {

constexpr std::string_view kBefore = "own_";

}  // namespace

std::string RecordedValue::key() const { return std::string(kBefore) + std::string(casus::key(type)) + '.' + field; }

std::optional<RecordedKey> recorded_key(std::string_view key) {
  const auto dot = key.find('.');
  if (!key.starts_with(kBefore) || dot == std::string_view::npos) return std::nullopt;
  const auto type = from_key<RecordFieldType>(key.substr(kBefore.size(), dot - kBefore.size()));
  if (!type) return std::nullopt;
  return RecordedKey{*type, key.substr(dot + 1)};
}

std::string first_text(const std::vector<RecordedValue>& values) {
  const auto found = std::ranges::find_if(
      values, [](const RecordedValue& one) { return one.type == RecordFieldType::text && !one.value.empty(); });
  return found == values.end() ? std::string() : found->value;
}

}  // namespace casus
