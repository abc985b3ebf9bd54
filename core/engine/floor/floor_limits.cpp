// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/floor_limits.hpp"

#include "core/base/role_apart.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/group_places.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/method/vocabulary.hpp"
#include "core/model/case/stays.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

bool is_asking(std::string_view kind) { return kind == "question" || kind == "follow_up"; }

Refusal floor_broken(std::string name, Message reason, Message remedy) {
  return no(std::move(name), "R4", std::move(reason), std::move(remedy));
}

const Person* with_id(const Case& state, std::string_view id) {
  const auto found = std::ranges::find(state.people, id, [](const Person& p) { return std::string_view(p.id); });
  return found == state.people.end() ? nullptr : &*found;
}

/// Everybody whom a choice since the case came into this phase names, in that order.
std::vector<const Person*> all_chosen(const Case& state) {
  std::vector<const Person*> chosen;
  for (const auto& it : state.contributions) {
    if (it.kind != "choice" || !counts_in_phase(state, it.visit)) continue;
    const auto* person = named_by(state, it.to, it.re);
    if (person != nullptr && std::ranges::find(chosen, person) == chosen.end()) chosen.push_back(person);
  }
  return chosen;
}

bool is_in(const std::vector<std::string>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

}  // namespace

const Person* named_by(const Case& state, const std::string& to, const std::string& re) {
  if (!to.empty()) return with_id(state, to);
  const auto said = std::ranges::find(state.contributions, re, &Contribution::id);
  return re.empty() || said == state.contributions.end() || state.is_anonymous(*said) ? nullptr
                                                                                      : with_id(state, said->by);
}

std::vector<const Person*> can_be_chosen(const Case& state, const method::Step& step) {
  auto may = with_any_role(state, step.floor.speakers);
  const auto apart = step.choice_moves ? role_apart_from(*step.choice_moves) : std::nullopt;
  if (apart) std::erase_if(may, [&](const Person* person) { return person->has(*apart); });
  return may;
}

const method::Step* told_later(const Case& state, const Library& library, const method::Step& step,
                               std::string_view kind) {
  if (!is_in(step.floor.hidden_kinds, kind)) return nullptr;  // nearly always
  const auto* workflow = library.pinned_workflow(state.workflow);
  if (workflow == nullptr) return nullptr;
  bool after = false;
  for (const auto& rule : workflow->phases) {
    const auto* method = library.pinned_method(state.method(rule.phase));
    if (method == nullptr) continue;
    for (const auto& it : method->steps(rule.phase)) {
      if (after && is_in(it.kinds, kind) && !is_in(it.floor.hidden_kinds, kind) && !it.floor.anonymous) return &it;
      after = after || &it == &step;
    }
  }
  return nullptr;
}

const Contribution* untold(const Case& state, const Person& person, std::string_view step, std::string_view kind) {
  for (const auto& it : state.contributions)
    if (it.hidden && it.told_in == step && it.by == person.id && it.kind == kind && it.visit >= 0 &&
        state.visits[static_cast<std::size_t>(it.visit)].round == state.round && !state.is_told(it))
      return &it;
  return nullptr;
}

const Person* chosen_now(const Case& state) {
  for (auto it = state.contributions.rbegin(); it != state.contributions.rend(); ++it) {
    if (it->kind != "choice" || !counts_in_phase(state, it->visit)) continue;
    if (const auto* person = named_by(state, it->to, it->re)) return person;
  }
  return nullptr;
}

PartInTalk part_in_talk(const Case& state, const method::Step& step, const Person& person) {
  const auto& floor = step.floor;
  if (listens_in_group(state, step, person)) return {};
  PartInTalk part{person.has_any(floor.speakers), person.has_any(floor.answers)};
  if (part.speaks && person.has_any(floor.only_chosen)) {
    const auto* chosen = chosen_now(state);
    part.speaks = chosen == nullptr || chosen == &person;
  }
  return part;
}

std::vector<std::string> kinds_for(const Case& state, const method::Step& step, const Person& person) {
  const auto part = part_in_talk(state, step, person);
  auto kinds = step.kinds_that_fit();
  std::erase_if(kinds, [&](const std::string& kind) {
    return !(part.speaks && is_in(step.kinds, kind)) && !(part.answers && step.floor.is_answered_with(kind));
  });
  return kinds;
}

bool can_ask(const Deciding& d) { return std::ranges::any_of(kinds_for(d.c, *d.step, *d.actor), is_asking); }

const Contribution* question_to_answer(const Case& state, const Person& person) {
  const auto own = group_of(state, person.id);  // what another group asks each other is not for them
  const auto asks = [&](const Contribution& it) {
    return is_asking(it.kind) && it.by != person.id && (own.empty() || goes_on_as(state, it.group) == own) &&
           (it.to.empty() || it.to == person.id) && counts_here(state, it.visit, it.group);
  };
  const Contribution* last = nullptr;
  const Contribution* later = nullptr;
  const Contribution* open = nullptr;
  bool answered_between = false;
  for (auto it = state.contributions.rbegin(); it != state.contributions.rend(); ++it) {
    if (it->by == person.id && !it->re.empty() && counts_here(state, it->visit, it->group)) answered_between = true;
    if (!asks(*it)) continue;
    if (last == nullptr) last = &*it;
    // Asked one after the other, they are answered so; an answer ends what others asked before it.
    if (later != nullptr && it->by != later->by && answered_between) break;
    const auto answers = [&](const Contribution& other) { return other.re == it->id && other.by == person.id; };
    if (std::ranges::none_of(state.contributions, answers)) open = &*it;
    later = &*it;
    answered_between = false;
  }
  return open != nullptr ? open : last;
}

bool is_beside_the_talk(const Deciding& d, const Say& say) {
  if (say.kind == method::kUnplacedKind) return true;
  const auto& step = *d.step;
  const bool note = say.kind == "note";
  if (std::ranges::find(step.kinds, say.kind) != step.kinds.end() || (!note && say.kind != "fact")) return false;
  const auto asks = [](const std::string& kind) { return is_asking(kind) || kind == "answer"; };
  if (d.c.mode == Mode::coaching && !step.kinds.empty() && std::ranges::all_of(step.kinds, asks)) return true;
  const bool answers = d.actor->has_any(step.floor.answers) && !step.floor.answer_to_question;
  // Whoever may speak and is not sure what it is, notes it: no remark goes beside that.
  const bool speaks = d.c.mode == Mode::coaching && !step.kinds.empty() && d.actor->has_any(step.floor.speakers);
  return note && (answers || speaks || d.c.stage.safety == Safety::acute ||
                  d.actor->has_any({Role::chair, Role::note_taker, Role::coordinator}));
}

std::vector<Refusal> beyond_step(const Deciding& d, const Say& say) {
  const auto limit = d.step->floor.per_step.find(say.kind);
  if (limit == d.step->floor.per_step.end()) return {};
  // Each group may say as much.
  const auto group = group_of(d.c, d.actor->id);
  const auto have = std::ranges::count_if(d.c.contributions, [&](const Contribution& it) {
    return it.kind == say.kind && counts_here(d.c, it.visit, it.group) &&
           (group.empty() || goes_on_as(d.c, it.group) == group);
  });
  if (have < limit->second) return {};
  return {floor_broken(
      "StepIsFull",
      msg("floor.step_is_full", "step"_is = d.step->name,
          "kind"_is = text::in_both([&](Lang lang) { return method::kind_label(d.method, say.kind, lang); }),
          "times"_is = limit->second),
      msg("floor.step_is_full_do", "next"_is = way("case next", "case"_is = d.c.id)))};
}

std::vector<Refusal> outside_pair(const Deciding& d, const Say& say) {
  const auto& floor = d.step->floor;
  if (floor.only_chosen.empty()) return {};
  const auto* chosen = chosen_now(d.c);
  std::vector<Role> others;
  for (const auto role : floor.speakers)
    if (std::ranges::find(floor.only_chosen, role) == floor.only_chosen.end()) others.push_back(role);
  const auto choosers = with_any_role(d.c, others);
  const bool chooses = std::ranges::find(choosers, d.actor) != choosers.end();

  if (chooses) {
    const auto among = all_chosen(d.c);
    const auto* to =
        say.kind == "choice"
            ? named_by(d.c, say.to.empty() || d.person(say.to) == nullptr ? std::string() : d.person(say.to)->id,
                       say.re)
            : nullptr;
    if (to == nullptr || among.empty() || std::ranges::find(among, to) != among.end()) return {};
    return {floor_broken("NotAmongChosen",
                         msg("floor.not_among_chosen", "to"_is = to->name, "among"_is = names_of_people(among)),
                         msg("floor.not_among_chosen_do", "back"_is = way("case back", "case"_is = d.c.id)))};
  }
  if (chosen == d.actor) return {};
  const auto first = choosers.empty() ? std::string() : choosers.front()->name;
  if (chosen == nullptr)
    return {floor_broken("NobodyChosen", msg("floor.nobody_chosen", "step"_is = d.step->name, "first"_is = first),
                         msg("floor.nobody_chosen_do",
                             "say"_is = way("case say", "case"_is = d.c.id, "kind"_is = "choice", "text"_is = gap(),
                                            "to"_is = gap("gap.name"), "as"_is = first),
                             "first"_is = first))};
  return {floor_broken("TalkOfTwo",
                       msg("floor.talk_of_two", "step"_is = d.step->name, "first"_is = first,
                           "chosen"_is = chosen->name, "actor"_is = d.actor->name),
                       msg("floor.talk_of_two_do"))};
}

std::vector<Refusal> without_question(const Deciding& d, const Say& say) {
  if (!d.step->floor.answer_to_question || say.kind != "answer") return {};
  const auto asked = std::ranges::find_if(d.c.contributions, [&](const Contribution& it) {
    return it.id == say.re && counts_here(d.c, it.visit, it.group) && is_asking(it.kind) && it.by != d.actor->id;
  });
  if (asked != d.c.contributions.end()) return {};
  auto reason = msg("floor.here_only_make_statements_answer");
  const auto* open = question_to_answer(d.c, *d.actor);
  if (open == nullptr)
    return {floor_broken("NoQuestionAnswered", std::move(reason),
                         can_ask(d) ? msg("floor.no_question_answered_do") : msg("floor.wait_for_question_do"))};
  const auto* asker = with_id(d.c, open->by);
  const auto& name = asker == nullptr ? open->by : asker->name;
  const auto answer = way("case say", "case"_is = d.c.id, "kind"_is = "answer", "text"_is = gap(), "re"_is = open->id,
                          "as"_is = d.actor->name);
  return {floor_broken(
      "NoQuestionAnswered", std::move(reason),
      can_ask(d) ? msg("floor.no_question_answered_do_2", "open"_is = open->id, "name"_is = name, "answer"_is = answer)
                 : msg("floor.say_which_question_do", "open"_is = open->id, "name"_is = name, "answer"_is = answer))};
}

}  // namespace casus::engine
