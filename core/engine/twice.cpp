// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/twice.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <chrono>

namespace casus::engine {

namespace {

constexpr std::chrono::minutes kAtOnce{1};

bool same_words(std::string_view one, std::string_view other) {
  return !trimmed(one).empty() && folded(trimmed(one)) == folded(trimmed(other));
}

template <class Record, class Id, class Same>
std::string twice(const std::vector<Record>& records, Id id_of, std::string_view id, Same same) {
  const auto now = std::ranges::find(records, id, [&](const Record& one) { return std::string_view(id_of(one)); });
  if (now == records.end()) return {};
  const auto is_it = [&](const Record& one) {
    return &one != &*now && now->at >= one.at && now->at - one.at < kAtOnce && same(one, *now);
  };
  return std::any_of(records.begin(), now, is_it) ? std::string(id) : std::string();
}

}  // namespace

bool can_be_twice(const Event& event) {
  return std::holds_alternative<CaseOpened>(event.body) || std::holds_alternative<ActionAdded>(event.body) ||
         std::holds_alternative<GoalSet>(event.body) || std::holds_alternative<Contributed>(event.body) ||
         std::holds_alternative<Recorded>(event.body) || std::holds_alternative<Scored>(event.body);
}

std::string recorded_twice(const Case& after, const Event& event) {
  if (const auto* added = std::get_if<ActionAdded>(&event.body))
    return twice(
        after.actions, [](const Action& one) -> const auto& { return one.plan.id; }, added->id,
        [](const Action& one, const Action& other) {
          return same_words(one.plan.what, other.plan.what) && one.plan.who == other.plan.who &&
                 one.plan.by_when == other.plan.by_when;
        });
  if (const auto* set = std::get_if<GoalSet>(&event.body))
    return twice(
        after.goals, [](const Goal& one) -> const auto& { return one.set.id; }, set->id,
        [](const Goal& one, const Goal& other) { return same_words(one.set.text, other.set.text); });
  if (const auto* said = std::get_if<Contributed>(&event.body))
    return twice(
        after.contributions, [](const Contribution& one) -> const auto& { return one.id; }, said->id,
        [](const Contribution& one, const Contribution& other) {
          // What was written unseen and is told now stands there once: the telling names it.
          const bool tells = other.re == one.id;
          return !tells && one.by == other.by && one.kind == other.kind && same_words(one.text, other.text);
        });
  if (const auto* said = std::get_if<Recorded>(&event.body))
    return twice(
        after.contributions, [](const Contribution& one) -> const auto& { return one.id; }, said->id,
        [](const Contribution& one, const Contribution& other) {
          return other.re != one.id && one.by == other.by && one.kind == other.kind && one.values == other.values;
        });
  if (const auto* scored = std::get_if<Scored>(&event.body))
    return twice(
        after.scores, [](const Score& one) -> const auto& { return one.given.id; }, scored->id,
        [](const Score& one, const Score& other) {
          return one.by == other.by && one.given.scale == other.given.scale && one.given.domain == other.given.domain &&
                 one.given.value == other.given.value && same_words(one.given.evidence, other.given.evidence);
        });
  return {};
}

std::string action_there_already(const Case& after, const Event& event) {
  const auto* added = std::get_if<ActionAdded>(&event.body);
  if (added == nullptr) return {};
  const auto is_it = [&](const Action& one) {
    return one.plan.id != added->id && one.state == Done::open && same_words(one.plan.what, added->what);
  };
  const auto found = std::ranges::find_if(after.actions, is_it);
  return found == after.actions.end() ? std::string() : found->plan.id;
}

bool opened_twice(const Case& one, const Case& other) {
  const auto apart =
      one.opened_at > other.opened_at ? one.opened_at - other.opened_at : other.opened_at - one.opened_at;
  return one.id != other.id && apart < kAtOnce && same_words(one.title, other.title);
}

}  // namespace casus::engine
