// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/foresee.hpp"

#include "core/meeting/reasons.hpp"

#include <algorithm>
#include <utility>

namespace casus::meeting {

Seen seen_of(const Case& state) {
  Seen seen{.case_id = state.id, .stage = state.stage, .round = state.round};
  if (const auto* here = state.here()) seen.step = here->step;
  seen.method = state.method(state.stage.phase).id;
  seen.review_on = state.review_on;
  seen.action_due = next_action_day(state);
  seen.changed_on = date_of(state.changed_at);
  seen.glance = glance_of(state);
  return seen;
}

namespace {

std::vector<GroundSince> grounds_of(const Glance& glance) {
  std::vector<GroundSince> grounds;
  for (const auto& one : glance.grounds) grounds.push_back({one.basis, one.reported_on});
  return grounds;
}

bool past_first(const Seen& seen, const workflow::Workflow& workflow) {
  return !seen.step.empty() && seen.stage.phase != workflow.first();
}

}  // namespace

std::optional<Date> day_of_reason(const Seen& seen, Date from, const engine::Library& library) {
  if (seen.stage.life == Life::closed) return std::nullopt;
  std::optional<Date> first;
  const auto comes = [&](Date day) {
    const auto then = std::max(day, from);
    first = first ? std::min(*first, then) : then;
  };
  if (seen.review_on) comes(*seen.review_on);
  if (seen.action_due) comes(*seen.action_due);
  comes(plus_days(seen.changed_on, kQuiet));
  const auto* workflow = library.pinned_workflow(seen.glance.workflow);
  if (workflow == nullptr) return first;
  const auto ends = [&](Date end) {
    if (const auto day = day_of_term(end, from)) comes(*day);
  };
  if (!past_first(seen, *workflow))
    for (const auto& term : workflow::running_terms(*workflow, grounds_of(seen.glance))) ends(term.end);
  if (const auto entered = seen.glance.phase_from)
    for (const auto& term : workflow->terms)
      if (term.from == workflow::From::phase_entered) ends(workflow::end_of(term, *entered));
  return first;
}

namespace {

/// What the line says of a case, reason by reason, as `line_of` has them in its order.
struct Foreseer {
  const Seen& seen;
  Date on{};
  const Memory& memory;
  const engine::Library& library;
  Foreseen out{};

  /// `since` is nothing when the line does not say it; `least` are minutes that it takes at least.
  void add(AgendaPart part, Why why, std::optional<Date> since, int least) {
    out.reasons.push_back({part, why, since, {least, false}});
  }

  void requests() {
    if (!seen.glance.requests.empty())
      add(AgendaPart::safety, Why::right_due, seen.glance.requests.front().due, kSafetyFlash);
  }

  bool follow_up() {
    const auto before = out.reasons.size();
    if (seen.review_on && *seen.review_on <= on) {
      add(AgendaPart::follow_up, Why::review_due, seen.review_on, 1);
      out.sure = out.sure && seen.round == 1;  // of a later round it may be looked back already
    }
    if (seen.action_due && *seen.action_due <= on) {
      add(AgendaPart::follow_up, Why::action_due, seen.action_due, 1);
      out.sure = out.sure && seen.glance.requests.empty();  // the day of a request stands in the same column
    }
    return out.reasons.size() > before;
  }

  void terms() {
    const auto* workflow = library.pinned_workflow(seen.glance.workflow);
    if (workflow == nullptr) return;
    if (!past_first(seen, *workflow)) add_legal_terms(*workflow, grounds_of(seen.glance), on, out.reasons);
    if (seen.glance.phase_from) add_phase_term(*workflow, *seen.glance.phase_from, on, out.reasons);
  }

  void quiet() {
    if (seen.stage.life == Life::paused) return;
    auto last = seen.changed_on;
    if (const auto found = memory.on_table.find(seen.case_id); found != memory.on_table.end())
      last = std::max(last, found->second);
    if (days_between(last, on) >= kQuiet) add(AgendaPart::consult, Why::quiet, last, kConsult);
  }

  /// What holds only when nothing else does.
  void otherwise() {
    if (!seen.step.empty() && seen.stage.phase == Phase::evaluation && seen.stage.life == Life::open)
      add(AgendaPart::review, Why::evaluation_due, std::nullopt, 1);
    if (!out.reasons.empty()) return;
    quiet();
    const auto by_hand = memory.by_hand.find(seen.case_id);
    if (!out.reasons.empty() || by_hand == memory.by_hand.end()) return;
    add(by_hand->second.part, Why::by_hand, std::nullopt, by_hand->second.minutes);
    out.sure = false;  // the words of the team go with it
  }

  void all() {
    if (seen.stage.safety == Safety::acute) return add(AgendaPart::acute, Why::acute, std::nullopt, kAcute);
    requests();
    if (seen.stage.life == Life::closed) return;
    const bool due = follow_up();
    if (seen.stage.safety == Safety::concern) add(AgendaPart::safety, Why::concern, std::nullopt, kSafetyFlash);
    terms();
    if (seen.glance.asks) {
      add(AgendaPart::review, Why::asked, std::nullopt, 1);
      out.sure = false;  // it may have been answered
    }
    if (!due || !out.sure) otherwise();
  }
};

}  // namespace

Foreseen foresee(const Seen& seen, Date on, const Memory& memory, const engine::Library& library) {
  Foreseer foreseer{seen, on, memory, library};
  foreseer.all();
  return std::move(foreseer.out);
}

AgendaLine line_foreseen(const Seen& seen, const Foreseen& foreseen, const Memory& memory) {
  AgendaLine line;
  put_together(foreseen.reasons, line);
  line.case_id = seen.case_id;
  line.method = seen.method;
  if (!seen.step.empty()) {
    line.phase = seen.stage.phase;
    line.step = seen.step;
  }
  line.carried = memory.left.contains(seen.case_id);
  return line;
}

}  // namespace casus::meeting
