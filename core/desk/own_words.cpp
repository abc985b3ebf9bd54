// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/own_words.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/reading.hpp"
#include "core/report/naming.hpp"

#include <algorithm>

namespace casus::desk {

std::vector<OwnWord> own_words_of(Desk& desk, const std::string& case_id) {
  std::vector<OwnWord> own;
  desk.require_case(case_id);
  const auto let_in = read_again(desk, case_id, CasePart::overview, {}, Sight::table);
  if (!let_in) return own;
  const auto& state = let_in->state;
  const auto* person = state.person(desk.who());
  if (person == nullptr) return own;
  const report::Naming names(state, desk.definitions(), desk.voice());
  for (const auto& it : state.contributions)
    if (it.by == person->id) own.push_back({it.id, names.kind_name(it), it.text, !report::is_shown(state, it)});
  std::ranges::reverse(own);
  return own;
}

}  // namespace casus::desk
