// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/lacking.hpp"

#include "core/base/utf8.hpp"
#include "core/engine/explain/case_view.hpp"
#include "core/model/case/stays.hpp"
#include "core/model/case/unseen.hpp"

#include <algorithm>
#include <utility>

namespace casus::engine {

using method::Collection;
using method::Criterion;
using method::Scope;

namespace {

/// More than this is a list that nobody reads at a table; `why` and the page of the case have them all.
constexpr std::size_t kThingsNamed = 3;
/// What a thing is known by: its beginning.
constexpr std::size_t kThingSigns = 60;

/// Whether what each is asked is met by what was said without a name. Who lacks it would say whose the text was that
/// somebody took back.
bool asks_without_names(const Deciding& d, const Criterion& asks) {
  if (!d.c.unnamed) return false;
  const auto elsewhere = [&](const method::Condition& it, const std::string& step) {
    return it.field == method::Field::step && it.own.empty() && it.op == method::Condition::Op::one_of &&
           std::ranges::find(it.literals, method::Literal(step)) == it.literals.end();
  };
  return std::ranges::any_of(d.c.visits, [&](const Visit& visit) {
    if (!visit.anonymous || std::ranges::any_of(asks.of, [&](const auto& it) { return elsewhere(it, visit.step); }))
      return false;
    switch (asks.in_scope) {
      case Scope::step: return d.c.here() != nullptr && same_time(visit, *d.c.here());
      case Scope::phase: return visit.round == d.c.round && visit.phase == d.c.stage.phase;
      case Scope::round: return visit.round == d.c.round;
      case Scope::everything: return true;
    }
    return false;
  });
}

template <class T>
void add_once(std::vector<T>& all, const T& one) {
  if (std::ranges::find(all, one) == all.end()) all.push_back(one);
}

/// The people who lack it, by their ids.
void add_people(const method::Unmet& part, std::vector<std::string>& ids) {
  const auto& asks = *part.criterion;
  const bool first = asks.collection == Collection::participants;
  const bool second = asks.also && asks.also->collection == Collection::participants;
  if (asks.op == Criterion::Op::every && first)
    for (const auto& id : part.lacking) add_once(ids, id);
  if (asks.op == Criterion::Op::every_in && (first || second))
    for (const auto& pair : part.pairs) add_once(ids, first ? pair.first : pair.second);
}

Message in_its_words(std::string_view text, const std::string& id) {
  if (text.empty()) return Message::verbatim(id);
  return msg("requirement.thing", "text"_is = first_signs_of(text), "id"_is = id);
}

/// A thing by its words; nothing for what may not be read yet, and for rows that have no words and no number.
Message thing_named(const Case& c, Collection rows, const std::string& id) {
  const auto in = [&](const auto& all, auto id_of) { return std::ranges::find(all, id, id_of); };
  const auto by_words = [&](const auto& all, auto id_of, auto words_of) {
    const auto it = in(all, id_of);
    return it == all.end() ? Message() : in_its_words(words_of(*it), id);
  };
  switch (rows) {
    case Collection::contributions:
    case Collection::records:
      if (const auto it = in(c.contributions, &Contribution::id); it != c.contributions.end() && is_shown(c, *it))
        return in_its_words(it->text, id);
      break;
    case Collection::actions:
      return by_words(
          c.actions, [](const Action& one) { return one.plan.id; }, [](const Action& one) { return one.plan.what; });
    case Collection::goals:
    case Collection::goal_scores:
      return by_words(
          c.goals, [](const Goal& one) { return one.set.id; }, [](const Goal& one) { return one.set.text; });
    case Collection::decisions:
      return by_words(
          c.decisions, [](const Decision& one) { return one.raised.id; },
          [](const Decision& one) { return one.raised.question; });
    case Collection::scores:
      if (const auto it = in(c.scores, [](const Score& one) { return one.given.id; });
          it != c.scores.end() && is_shown(c, *it))
        return in_its_words(it->given.evidence, id);
      break;
    case Collection::network:
      if (const auto* person = c.entry(id); person != nullptr && !person->erased)
        return Message::verbatim(person->name);
      break;
    case Collection::groups:
      if (const auto it = in(c.groups, &TableGroup::id); it != c.groups.end()) {
        const auto before =
            std::count_if(c.groups.begin(), it, [&](const auto& one) { return one.visit == it->visit; });
        return msg("requirement.group", "number"_is = before + 1);
      }
      break;
    default: break;
  }
  return {};
}

/// Whether this row is written unseen and not shown yet.
bool row_is_unseen(const Case& c, const method::RowRef& it) {
  switch (it.rows) {
    case Collection::contributions: return !is_shown(c, c.contributions[it.row]);
    case Collection::scores: return !is_shown(c, c.scores[it.row]);
    case Collection::opinions: return !is_shown(c, c.opinions[it.row]);
    case Collection::records: {
      auto before = it.row;
      for (const auto& said : c.contributions)
        if (said.is_record() && before-- == 0) return !is_shown(c, said);
      return false;
    }
    case Collection::votes: return std::ranges::any_of(c.votes, [&](const Ballot& one) { return !is_shown(c, one); });
    default: return false;
  }
}

/// Whether something that counts for it is written unseen. What is no longer on the list would say what that is about:
/// Ria wrote, and then the first concern had its goal.
bool is_met_unseen(const Case& c, const method::View& view, const Criterion& asks) {
  if (asks.op != Criterion::Op::every_in) return false;
  return counts_unseen(c, view,
                       {.op = Criterion::Op::count, .collection = asks.in, .scope = asks.in_scope, .where = asks.of});
}

/// What was said without a name has no order but that of its ids: the order of the log says who was first.
void in_no_order_of_people(const Case& c, std::vector<std::pair<Collection, std::string>>& things) {
  if (!c.unnamed) return;
  std::ranges::stable_sort(things, {}, [&](const auto& it) {
    return c.is_anonymous(it.second) ? std::string_view(it.second) : std::string_view();
  });
}

/// "'Wie kookt er?' (b3), 'Wie helpt er?' (b4) en nog 2"; nothing when none can be named.
std::vector<Message> things_named(const Case& c, std::vector<std::pair<Collection, std::string>> things) {
  in_no_order_of_people(c, things);
  std::vector<Message> out;
  for (const auto& [rows, id] : things) {
    if (out.size() == kThingsNamed) break;
    if (auto words = thing_named(c, rows, id); !words.empty()) out.push_back(std::move(words));
  }
  if (!out.empty() && out.size() < things.size())
    out.push_back(msg("requirement.more_things", "count"_is = things.size() - out.size()));
  return out;
}

}  // namespace

bool counts_unseen(const Case& c, const method::View& view, const Criterion& criterion) {
  return std::ranges::any_of(method::proof(criterion, view), [&](const auto& it) { return row_is_unseen(c, it); });
}

std::string first_signs_of(std::string_view text) {
  std::string out;
  std::size_t signs = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (signs++ == kThingSigns) return out + "…";
    const auto length = utf8_sign(text, at).length;
    const auto sign = text.substr(at, length);
    out += sign == "\n" || sign == "\t" ? " " : sign;
    at += length;
  }
  return out;
}

void name_what_lacks(const Deciding& d, const Criterion& holds, Missing& missing) {
  std::vector<std::string> people;
  std::vector<std::pair<Collection, std::string>> lacking, beyond;
  bool unnamed = false;
  const CaseView view(d.c, d.at(), d.library);
  for (const auto& part : method::unmet(holds, view)) {
    const auto& asks = *part.criterion;
    if (asks.op != Criterion::Op::every && asks.op != Criterion::Op::every_in) continue;
    const auto before = people.size();
    add_people(part, people);
    if (people.size() > before) unnamed = unnamed || asks_without_names(d, asks);
    if (asks.collection == Collection::participants || is_met_unseen(d.c, view, asks)) continue;
    for (const auto& id : part.lacking) {
      const bool too_many =
          std::ranges::any_of(part.pairs, [&](const auto& pair) { return pair.first == id && pair.too_many; });
      add_once(too_many ? beyond : lacking, std::pair(asks.collection, id));
    }
  }
  // "Still to come: Ria, Bram" is what the chair needs.
  std::string names;
  for (const auto& person : d.c.people)
    if (std::ranges::find(people, person.id) != people.end())
      names += (names.empty() ? "" : ", ") + d.c.name_of(person.id, Lang::nl);
  if (unnamed) missing.who = msg("requirement.how_many", "count"_is = people.size());
  else if (!names.empty()) missing.who = Message::verbatim(std::move(names));
  if (auto those = things_named(d.c, std::move(lacking)); !those.empty())
    missing.text = msg("requirement.not_yet_for", "asked"_is = missing.text, "things"_is = text::all_of(those));
  if (auto those = things_named(d.c, std::move(beyond)); !those.empty())
    missing.text = msg("requirement.too_many_for", "asked"_is = missing.text, "things"_is = text::all_of(those));
}

}  // namespace casus::engine
