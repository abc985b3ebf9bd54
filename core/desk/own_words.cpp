// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/own_words.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/reading.hpp"
#include "core/report/naming.hpp"

#include <algorithm>

namespace casus::desk {
namespace {

bool in_this_step(const Case& state, const Contribution& it) {
  return it.visit >= 0 && it.visit == state.visit_index();
}

std::vector<OwnWord> said_here(Desk& desk, const std::string& case_id, bool this_step_alone) {
  std::vector<OwnWord> own;
  // From outside it stands beside the plan, which was asked for.
  const bool outside = comes_from_outside(desk.seat().sureness);
  const auto let_in =
      outside ? read(desk, case_id, CasePart::plan) : read_again(desk, case_id, CasePart::overview, {}, Sight::table);
  if (!let_in) return own;
  const auto& state = let_in->state;
  const auto* person = state.person(desk.who());
  if (person == nullptr) return own;
  const report::Naming names(state, desk.definitions(), desk.voice());
  for (const auto& it : state.contributions)
    if (it.by == person->id && (!this_step_alone || in_this_step(state, it)))
      own.push_back({it.id, names.kind_name(it), it.text, !report::is_shown(state, it)});
  return own;
}

}  // namespace

std::vector<OwnWord> own_words_of(Desk& desk, const std::string& case_id) {
  desk.require_case(case_id);
  auto own = said_here(desk, case_id, false);
  std::ranges::reverse(own);
  return own;
}

std::vector<OwnWord> own_words_in_step(Desk& desk, const std::string& case_id) {
  return said_here(desk, case_id, true);
}

void refused_to_mend(Desk& desk, const std::string& case_id, const std::string& ref) {
  const auto own = own_words_of(desk, case_id);
  if (std::ranges::find(own, ref, &OwnWord::id) == own.end()) turn_away(desk, case_id, CasePart::texts);
}

}  // namespace casus::desk
