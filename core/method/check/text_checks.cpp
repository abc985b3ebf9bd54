// SPDX-License-Identifier: EUPL-1.2
#include "core/method/check/text_checks.hpp"

#include "core/method/reading.hpp"

#include <algorithm>

namespace casus::method {
namespace {

bool any_or_among(const auto& list, const auto& word) {
  return list.empty() || std::ranges::find(list, word) != list.end();
}

bool listens_to(const TextCheck& check, const View& view, const Draft& draft) {
  if (!any_or_among(check.steps, view.position().step) || !any_or_among(check.kinds, draft.kind)) return false;
  return check.by.empty() ||
         std::ranges::any_of(check.by, [&](Role role) { return has_role(view, draft.by, key(role)); });
}

}  // namespace

Findings text_checks(const Definition& method, const View& view, const Draft& draft) {
  Findings findings;
  const auto said = [&](const std::string& list) { return static_cast<bool>(view.said(list, draft.text)); };
  for (const auto& check : method.text_checks) {
    if (!listens_to(check, view, draft)) continue;
    if (!check.says.empty() && std::ranges::none_of(check.says, said)) continue;
    if (std::ranges::any_of(check.lacks, said)) continue;
    findings.push_back({phrase_list_name(method.id, check.id), Finding::Weight::warning, check.text, {}});
  }
  return findings;
}

}  // namespace casus::method
