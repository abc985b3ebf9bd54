// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit/audit_talk.hpp"

#include "core/base/role_apart.hpp"
#include "core/method/audit/audit_references.hpp"
#include "core/method/audit/audit_rules.hpp"
#include "core/method/choosing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::method {
namespace {

bool lists(const std::vector<std::string>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

class TalkAudit {
 public:
  TalkAudit(const Definition& definition, std::vector<Remark>& remarks) : d_(definition), remarks_(remarks) {}

  void look() {
    for (std::size_t i = 0; i < d_.rotations.size(); ++i) rotation(i);
    for (std::size_t i = 0; i < d_.record_types.size(); ++i)
      for (std::size_t k = 0; k < d_.record_types[i].parts.size(); ++k) reference(i, k);
    for (const auto phase : kAllPhases)
      for (std::size_t i = 0; i < d_.steps(phase).size(); ++i) {
        const auto& step = d_.steps(phase)[i];
        const auto place = d_.place(phase, i);
        if (step.floor.per_person == 0) warn(place + "/floor/per_person", tell("wrong.limits_nothing"));
        if (step.choice_moves) choice(step.floor.speakers, *step.choice_moves, place + "/choice_moves");
        if (step.floor.anonymous) few(step.floor, place + "/floor/anonymous");
        if (step.vote) vote(phase, i, place + "/vote");
        if (step.parallel) groups(phase, step, place + "/parallel");
        else
          for (std::size_t k = 0; k < step.done_when.size(); ++k)
            sayers(step, step.done_when[k], fmt::format("{}/done_when/{}/who", place, k));
      }
  }

 private:
  void warn(std::string pointer, Telling message) {
    remarks_.push_back({Remark::Weight::warning, {std::move(pointer), std::move(message)}});
  }
  void error(std::string pointer, Telling message) {
    remarks_.push_back({Remark::Weight::error, {std::move(pointer), std::move(message)}});
  }

  /// Who is named as able to meet what must be said here is told so when it is refused: one of them has to speak here.
  void sayers(const Step& step, const Requirement& need, std::string pointer) {
    const auto& holds = need.holds;
    if (holds.op != Criterion::Op::count || holds.collection != Collection::contributions) return;
    if (holds.scope != Scope::step || holds.at_least.value_or(0) <= 0) return;
    const auto speaks = [&](Role role) {
      const auto among = [role](const std::vector<Role>& roles) {
        return std::ranges::find(roles, role) != roles.end();
      };
      return among(step.floor.speakers) || among(step.floor.answers);
    };
    if (need.who.empty() || step.floor.speakers.empty() || std::ranges::any_of(need.who, speaks)) return;
    warn(std::move(pointer), tell("wrong.who_says_nothing_here", {{"role", key(need.who.front())}}));
  }

  /// A role goes by a choice to one of who speaks, who does not have it yet.
  void choice(const std::vector<Role>& speakers, Role role, std::string pointer) {
    if (gives_to_nobody(speakers, role))
      error(std::move(pointer), tell("wrong.chooses_nobody_else", {{"role", key(role)}}));
    else if (std::ranges::find(speakers, Role::member) == speakers.end())
      warn(std::move(pointer), tell("wrong.moves_to_member", {{"role", key(role)}}));
  }

  void rotation(std::size_t i) {
    const auto& one = d_.rotations[i];
    if (!one.among.empty() &&
        std::ranges::all_of(one.among, [&](Role other) { return role_apart_from(one.role) == other; }))
      error(fmt::format("/rotations/{}/among", i), tell("wrong.goes_to_nobody", {{"role", key(one.role)}}));
    if (nobody_need_have(one.role))
      warn(fmt::format("/rotations/{}/role", i), tell("wrong.goes_from_nobody", {{"role", key(one.role)}}));
  }

  /// Who goes first is who was given it. Somebody presents and somebody leads in any case.
  bool nobody_need_have(Role role) const {
    if (role == Role::presenter || role == Role::chair) return false;
    for (const auto& steps : d_.phases)
      if (std::ranges::any_of(steps, [&](const Step& step) { return step.choice_moves == role; })) return false;
    return std::ranges::none_of(d_.roles, [&](const RoleUse& use) { return use.role == role && use.min > 0; });
  }

  bool said_in_a_step(std::string_view kind) const {
    return std::ranges::any_of(d_.phases, [&](const auto& steps) {
      return std::ranges::any_of(steps, [&](const Step& step) { return step.fits(kind); });
    });
  }

  /// Whether all of these come up behind the last step of one phase that takes this type, and in no other: in the first
  /// round there is nothing of them yet.
  bool all_later(const std::string& type, const std::vector<std::string>& kinds) const {
    const std::vector<Step>* phase = nullptr;
    std::size_t last = 0;
    for (const auto& steps : d_.phases)
      for (std::size_t at = 0; at < steps.size(); ++at)
        if (steps[at].fits(type)) {
          if (phase != nullptr && phase != &steps) return false;
          phase = &steps;
          last = at;
        }
    bool any = false;
    for (const auto& steps : d_.phases)
      for (std::size_t at = 0; at < steps.size() && phase != nullptr; ++at)
        for (const auto& kind : kinds) {
          if (!steps[at].fits(kind)) continue;
          const bool again = !steps[at].in_repeat.empty() && steps[at].in_repeat == (*phase)[last].in_repeat;
          if (&steps != phase || at <= last || again) return false;
          any = true;
        }
    return any;
  }

  /// The first record of a type cannot refer to one of its own.
  void reference(std::size_t i, std::size_t k) {
    const auto& type = d_.record_types[i];
    const auto& field = type.parts[k];
    if (field.to.empty()) return;
    if (all_later(type.id, field.to))
      warn(fmt::format("/record_types/{}/fields/{}/to", i, k),
           tell("wrong.refers_to_later", {{"type", type.id}, {"kind", field.to.front()}}));
    if (!field.required) return;
    if (std::ranges::any_of(field.to, [&](const auto& to) { return to != type.id && said_in_a_step(to); })) return;
    const auto place = fmt::format("/record_types/{}/fields/{}/to{}", i, k, field.to.size() == 1 ? "/0" : "");
    if (lists(field.to, type.id)) error(place, tell("wrong.refers_to_own", {{"type", type.id}}));
    else error(place, tell("wrong.refers_to_nothing", {{"kind", field.to.front()}}));
  }

  /// Whether something of this kind can be there to vote on; `in_step`: said in that one.
  bool said_before(Phase phase, std::size_t at, std::string_view kind, std::string_view in_step) const {
    const auto& voting = d_.steps(phase)[at];
    for (const auto other : kAllPhases)
      for (std::size_t i = 0; i < d_.steps(other).size(); ++i) {
        const auto& step = d_.steps(other)[i];
        const bool again = !voting.in_repeat.empty() && step.in_repeat == voting.in_repeat;
        if (other == phase && i > at && !again) continue;
        if (!in_step.empty() && step.id != in_step) continue;
        if (&step == &voting && step.floor.hidden) continue;  // nobody sees it before the step is left
        if (step.fits(kind) && !lists(step.floor.hidden_kinds, kind)) return true;
      }
    return false;
  }

  void vote(Phase phase, std::size_t at, const std::string& place) {
    const auto& vote = *d_.steps(phase)[at].vote;
    std::vector<std::size_t> unheard;
    bool elsewhere = false;
    for (std::size_t k = 0; k < vote.kinds.size(); ++k) {
      const auto& kind = vote.kinds[k];
      if (kind == kVoteKind) error(fmt::format("{}/kinds/{}", place, k), tell("wrong.vote_on_votes"));
      else if (!said_before(phase, at, kind, vote.step)) {
        unheard.push_back(k);
        elsewhere = elsewhere || said_before(phase, at, kind, {});
      }
    }
    const bool none = unheard.size() == vote.kinds.size();
    if (none && elsewhere) return error(place + "/step", tell("wrong.vote_step", {{"step", vote.step}}));
    for (const auto k : unheard) {
      const auto where = fmt::format("{}/kinds/{}", place, k);
      if (none) error(where, tell("wrong.not_heard_before", {{"kind", vote.kinds[k]}}));
      else warn(where, tell("wrong.not_heard_before", {{"kind", vote.kinds[k]}}));
    }
    if (!none && !lists(vote.kinds, kVoteKind)) vote_on_nothing(phase, at, place);
  }

  static bool asks_for_votes(const Criterion& rule) {
    using Op = Criterion::Op;
    if (rule.op == Op::all) return std::ranges::any_of(rule.parts, asks_for_votes);
    if (rule.op == Op::count) return rule.collection == Collection::votes && rule.at_least.value_or(0) > 0;
    return rule.op == Op::every_in && rule.in == Collection::votes && rule.least_each() > 0;
  }

  /// Votes that must be cast where there may be nothing to vote on: then the step is never left.
  void vote_on_nothing(Phase phase, std::size_t at, const std::string& place) {
    const auto& voting = d_.steps(phase)[at];
    const auto must = [](const Requirement& it) { return it.level == Level::hard; };
    if (voting.when || voting.repeat || !voting.in_repeat.empty() ||
        std::ranges::none_of(voting.done_when,
                             [&](const Requirement& it) { return must(it) && asks_for_votes(it.holds); }))
      return;
    for (const auto other : kAllPhases)
      for (const auto& step : d_.steps(other)) {
        // Of another phase it may have been said in whatever order the workflow has them.
        const bool before = other != phase || &step < &voting;
        if (before && std::ranges::any_of(step.done_when, [&](const Requirement& it) {
              return must(it) && needs_one(it.holds, step, voting.vote->kinds);
            }))
          return;
      }
    warn(place + "/kinds", tell("wrong.vote_on_nothing", {{"kind", voting.vote->kinds.front()}}));
  }

  /// One person has no crowd to go up in, and of two each knows the other.
  void few(const Floor& floor, const std::string& place) {
    int most = 0;
    for (const auto role : floor.speakers) {
      const auto use = std::ranges::find(d_.roles, role, &RoleUse::role);
      const int of_role = use == d_.roles.end() ? 0 : use->max;
      if (of_role == 0) return few_in_all(place);
      most += of_role;
    }
    if (most < 3) warn(place, tell("wrong.anonymous_few", {{"most", most}}));
    else few_in_all(place);
  }
  void few_in_all(const std::string& place) {
    if (d_.people.max > 0 && d_.people.max < 3) warn(place, tell("wrong.anonymous_few", {{"most", d_.people.max}}));
  }

  /// Whether people can have sat in groups before this step: another one has some, or it comes again itself.
  bool sat_before(const Step& step) const {
    if (!step.in_repeat.empty()) return true;
    for (const auto& steps : d_.phases)
      for (const auto& other : steps)
        if (other.parallel) return &other != &step;
    return false;
  }

  void groups(Phase phase, const Step& step, const std::string& place) {
    const auto& how = *step.parallel;
    constexpr int kFewest = 2;  // one person alone is no group
    if (const int most = d_.people.max; most > 0) {
      if (how.size && *how.size > most) warn(place + "/size", tell("wrong.groups_people", {{"most", most}}));
      if (how.groups && *how.groups * kFewest > most)
        warn(place + "/groups", tell("wrong.groups_people", {{"most", most}}));
    }
    if (how.mixes && !sat_before(step)) warn(place + "/mixes", tell("wrong.mixes_first"));
    const auto* joined = how.joins.empty() ? nullptr : d_.step(phase, how.joins);
    if (joined == nullptr || !joined->parallel) return;
    // As large as they were, or as many: the same people go on together, which is what it says.
    const auto& before = *joined->parallel;
    if (how.size && before.size && *how.size < *before.size)
      warn(place + "/size", tell("wrong.groups_stay", {{"step", how.joins}, {"size", *before.size}}));
    if (how.groups && before.groups && *how.groups > *before.groups)
      warn(place + "/groups", tell("wrong.as_many_groups", {{"step", how.joins}, {"groups", *before.groups}}));
  }

  const Definition& d_;
  std::vector<Remark>& remarks_;
};

}  // namespace

void audit_talk(const Definition& definition, std::vector<Remark>& remarks) { TalkAudit(definition, remarks).look(); }

}  // namespace casus::method
