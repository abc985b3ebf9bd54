// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/remedies.hpp"

#include "core/engine/explain/case_view.hpp"
#include "core/engine/explain/lacking.hpp"
#include "core/engine/explain/recipe_maker.hpp"
#include "core/engine/floor/floor.hpp"

#include <algorithm>
#include <cmath>

namespace casus::engine {

std::string somebody(const Case& state, const std::string& by) {
  const auto* asked = state.person(by);
  if (asked == nullptr || !asked->at_table()) asked = state.with(Role::chair);
  if (asked == nullptr)
    for (const auto& person : state.people)
      if (asked == nullptr && person.at_table()) asked = &person;
  if (asked == nullptr) return by;
  return asked->name.empty() ? asked->id : asked->name;
}

method::Criterion numbers_as_asked(const method::Criterion& median, double found) {
  using Is = method::Condition::Op;
  const bool low = median.at_least && found < *median.at_least;
  // Whole numbers are given.
  const auto limit = low ? std::ceil(*median.at_least) : std::floor(median.at_most.value_or(found));
  const auto& [field, own] = *median.numbers;
  auto share = median;
  share.op = method::Criterion::Op::share;
  share.numbers.reset();
  share.of = median.where;
  share.of.push_back({field, Is::present, {}, own});
  share.where = {{field, low ? Is::at_least : Is::at_most, {limit}, own}};
  share.at_least = 1;
  share.at_most.reset();
  return share;
}

std::vector<Recipe> recipes(const Deciding& d, const method::Unmet& leaf, const std::string& by, Lang lang,
                            const std::vector<std::string>& colleagues) {
  using recipe::Collection;
  using recipe::Criterion;
  using recipe::Field;
  const auto& criterion = *leaf.criterion;
  const recipe::Maker maker(d, somebody(d.c, by), lang, colleagues);
  std::vector<Recipe> found;
  const auto add = [&](std::vector<Recipe> more) { std::ranges::move(more, std::back_inserter(found)); };
  switch (criterion.op) {
    case Criterion::Op::present: return maker.fact(criterion.fact);
    case Criterion::Op::count:
      if (criterion.at_least && leaf.found < *criterion.at_least) {
        add(maker.row(criterion.collection, {criterion.where}));
        // Another like those that are there counts for nothing: of the rest, what differs from them.
        if (const auto& different = criterion.different)
          for (const auto& value : maker.other_values(*different))
            add(maker.row(criterion.collection, {criterion.where, {{different->field, value, different->own}}}));
        return found;
      }
      // Too many: only open actions can become fewer.
      if (criterion.collection == Collection::actions && recipe::word(criterion.where, Field::state) == "open")
        return maker.finish_open_actions();
      return {};
    case Criterion::Op::share: {
      method::Filter both = criterion.where;
      both.insert(both.end(), criterion.of.begin(), criterion.of.end());
      return maker.row(criterion.collection, {std::move(both)});
    }
    case Criterion::Op::median: {
      // Which number would help goes by the others, and of what is unseen nobody may learn that.
      if (counts_unseen(d.c, CaseView(d.c, d.at(), d.library), criterion)) return {};
      const auto as_asked = numbers_as_asked(criterion, leaf.found);
      auto both = as_asked.where;
      both.insert(both.end(), criterion.where.begin(), criterion.where.end());
      return maker.row(criterion.collection, {std::move(both)});
    }
    // Nobody is told what to differ in, or to agree on.
    case Criterion::Op::spread: return {};
    case Criterion::Op::every:
      for (const auto& id : leaf.lacking) add(maker.amend(criterion.collection, id, criterion.of));
      return found;
    case Criterion::Op::every_in: {
      // Of what there is too much, no more helps; what has no id nothing can name.
      auto pairs = leaf.pairs;
      std::erase_if(pairs, [](const auto& pair) { return pair.too_many || pair.first.empty(); });
      // In a step that goes round, whoever's turn it is can act without the others first passing.
      const auto by_whom = [&](const auto& pair) -> const std::string& {
        static const std::string nobody;
        if (criterion.on == Field::by && criterion.on_own.empty()) return pair.first;
        const auto& also = criterion.also;
        return also && also->on == Field::by && also->on_own.empty() ? pair.second : nobody;
      };
      if (d.step != nullptr)
        for (const auto& turn : turns_now(d.c, *d.step))
          for (const auto* person : {turn.next, turn.current})
            if (person != nullptr)
              std::ranges::stable_partition(pairs, [&](const auto& pair) { return by_whom(pair) == person->id; });
      for (const auto& pair : pairs) {
        recipe::Wanted wanted{criterion.of, {{criterion.on, pair.first, criterion.on_own}}};
        if (criterion.also) wanted.ties.push_back({criterion.also->on, pair.second, criterion.also->on_own});
        add(maker.row(criterion.in, wanted));
      }
      return found;
    }
    case Criterion::Op::all:
    case Criterion::Op::any:
    case Criterion::Op::negation: return {};
  }
  return found;
}

}  // namespace casus::engine
