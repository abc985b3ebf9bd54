// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/remedies.hpp"

#include "core/engine/explain/recipe_maker.hpp"
#include "core/engine/floor/floor.hpp"

#include <algorithm>

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

std::vector<Recipe> recipes(const Deciding& d, const method::Unmet& leaf, const std::string& by, Lang lang) {
  using recipe::Collection;
  using recipe::Criterion;
  using recipe::Field;
  const auto& criterion = *leaf.criterion;
  const recipe::Maker maker(d, somebody(d.c, by), lang);
  std::vector<Recipe> found;
  const auto add = [&](std::vector<Recipe> more) { std::ranges::move(more, std::back_inserter(found)); };
  switch (criterion.op) {
    case Criterion::Op::present: return maker.fact(criterion.fact);
    case Criterion::Op::count:
      if (criterion.at_least && leaf.found < *criterion.at_least)
        return maker.row(criterion.collection, {criterion.where, {}, {}});
      // Too many: only open actions can become fewer.
      if (criterion.collection == Collection::actions && recipe::word(criterion.where, Field::state) == "open")
        return maker.finish_open_actions();
      return {};
    case Criterion::Op::share: {
      method::Filter both = criterion.where;
      both.insert(both.end(), criterion.of.begin(), criterion.of.end());
      return maker.row(criterion.collection, {std::move(both), {}, {}});
    }
    case Criterion::Op::every:
      for (const auto& id : leaf.lacking) add(maker.amend(criterion.collection, id, criterion.of));
      return found;
    case Criterion::Op::every_in: {
      // In a step that goes round, whoever's turn it is can act without the others first passing.
      auto ids = leaf.lacking;
      // Of whom there are too many, no more helps.
      std::erase_if(ids,
                    [&](const std::string& id) { return std::ranges::find(leaf.beyond, id) != leaf.beyond.end(); });
      if (d.step != nullptr && criterion.on == Field::by && criterion.on_own.empty()) {
        for (const auto& turn : turns_now(d.c, *d.step))
          for (const auto* person : {turn.next, turn.current})
            if (person != nullptr)
              std::ranges::stable_partition(ids, [&](const std::string& id) { return id == person->id; });
      }
      for (const auto& id : ids) add(maker.row(criterion.in, {criterion.of, criterion.on, id, criterion.on_own}));
      return found;
    }
    case Criterion::Op::all:
    case Criterion::Op::any:
    case Criterion::Op::negation: return {};
  }
  return found;
}

}  // namespace casus::engine
