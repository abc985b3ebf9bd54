// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/unfilled.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/base/json/json_place.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace casus::training {
namespace {

using nlohmann::json;

/// Fewer signs between brackets are a mark: "[1]", "[sic]".
constexpr std::size_t kFewestSigns = 6;

/// The first that stands in brackets, with them; empty when nothing does.
std::string in_brackets(std::string_view text) {
  const auto from = text.find('[');
  const auto to = from == std::string_view::npos ? from : text.find(']', from);
  if (to == std::string_view::npos || to - from <= kFewestSigns) return {};
  return std::string(text.substr(from, to - from + 1));
}

void look_for_brackets(const json& in, const std::string& pointer, Problems& problems) {
  if (in.is_string())
    if (auto found = in_brackets(in.get_ref<const std::string&>()); !found.empty())
      problems.push_back({pointer, tell("wrong.unfilled", {{"text", found}})});
  if (in.is_array())
    for (std::size_t i = 0; i < in.size(); ++i) look_for_brackets(in[i], pointer + '/' + std::to_string(i), problems);
  if (in.is_object())
    for (const auto& [name, value] : in.items()) look_for_brackets(value, fields::child(pointer, name), problems);
}

}  // namespace

Problems unfilled(std::string_view bytes) {
  Problems problems;
  const auto in = json::parse(bytes, nullptr, false);
  if (in.is_discarded()) return problems;
  look_for_brackets(in, "", problems);
  place(problems, bytes);
  const auto at_place = [](const Problem& it) { return std::pair(it.at.line, it.at.column); };
  std::ranges::stable_sort(problems, {}, at_place);
  return problems;
}

}  // namespace casus::training
