// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/reasons.hpp"

#include "core/engine/reason_kept.hpp"
#include "core/meeting/glance.hpp"
#include "core/meeting/lengths.hpp"
#include "core/meeting/meeting.hpp"
#include "core/workflow/terms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>

namespace casus::meeting {

namespace {

/// A term counts from so many days before it ends until so many days after; a case is quiet after so many days. Our
/// own.
constexpr int kTermAhead = 14;
constexpr int kTermGoneFor = 56;
constexpr int kQuiet = 42;

struct TermEnd {
  Date on{};
  std::optional<Basis> basis;  ///< the ground whose term it is
};

/// Of these ends the one that the meeting must know of: the first within two weeks, else the last that ended lately. A
/// term that ended long ago is no reason to talk today: it stands in the case.
std::optional<TermEnd> nearest_end(std::span<const TermEnd> ends, Date today) {
  std::optional<TermEnd> coming, gone;
  for (const auto& it : ends) {
    if (it.on < today) {
      if (days_between(it.on, today) <= kTermGoneFor && (!gone || it.on > gone->on)) gone = it;
    } else if (days_between(today, it.on) <= kTermAhead && (!coming || it.on < coming->on)) {
      coming = it;
    }
  }
  return coming ? coming : gone;
}

/// Terms from the report, for each law its nearest. They count until the case is past its first phase.
std::vector<TermEnd> legal_ends(const workflow::Workflow& workflow, const std::vector<GroundSince>& grounds,
                                Date today) {
  std::vector<TermEnd> ends, found;
  for (const auto& it : workflow::running_terms(workflow, grounds)) ends.push_back({it.end, it.basis});
  std::ranges::stable_sort(ends, {}, &TermEnd::basis);
  for (auto law = ends.begin(); law != ends.end();) {
    const auto next = std::find_if(law, ends.end(), [&](const TermEnd& it) { return it.basis != law->basis; });
    if (const auto end = nearest_end({law, next}, today)) found.push_back(*end);
    law = next;
  }
  // What is still to come can still be met.
  std::ranges::stable_sort(found, {}, [&](const TermEnd& it) { return std::pair(it.on < today, it.on); });
  return found;
}

/// Terms of the phase, while the case is in it. `start`: when it came there; asked only of a workflow with such a term.
template <class Start>
std::optional<TermEnd> phase_end(const workflow::Workflow& workflow, const Start& start, Date today) {
  std::vector<TermEnd> ends;
  for (const auto& term : workflow.terms) {
    if (term.from != workflow::From::phase_entered) continue;
    const std::optional<Date> from = start();
    if (!from) break;
    ends.push_back({workflow::end_of(term, *from), std::nullopt});
  }
  return nearest_end(ends, today);
}

std::optional<Date> phase_from(const Case& state) {
  for (const auto& visit : state.visits)
    if (visit.phase == state.stage.phase && visit.round == state.round) return date_of(visit.entered);
  return std::nullopt;
}

/// One reason for a case to come on, and what it takes. A line is large: it is made once, of all that holds.
struct Reason {
  AgendaPart part{};
  Why why{};
  std::optional<Date> since{};
  Length length{};
  std::vector<std::string> about{};
};

struct Reasoner {
  const Case& c;
  const Situation& s;
  const Memory& memory;
  const engine::Library& library;
  int people;  ///< who are there
  std::vector<Reason> reasons{};

  int room() const { return s.minutes - kOpening - kLearning - kClosing; }

  Reason& add(AgendaPart part, Why why, std::optional<Date> since, Length length) {
    return reasons.emplace_back(Reason{part, why, since, length});
  }

  /// Fills one line with every reason, the gravest first. Its part and length are those of the reason that takes most
  /// time. Something must hold.
  void put_together(AgendaLine& line) const {
    const auto& longest = *std::ranges::max_element(reasons, {}, [](const Reason& one) { return one.length.minutes; });
    line.part = longest.part;
    line.case_id = c.id;
    line.minutes = longest.length.minutes;
    line.by_method = longest.length.by_method;
    line.method = c.method(c.stage.phase).id;
    if (const auto* here = c.here()) {
      line.phase = here->phase;
      line.step = here->step;
    }
    if (const auto* presenter = presents()) line.presenter = presenter->name;
    line.carried = memory.left.contains(c.id);
    std::vector<const Reason*> by_gravity;
    for (const auto& one : reasons) by_gravity.push_back(&one);
    if (reasons.size() > 1)
      std::ranges::stable_sort(by_gravity, {}, [](const Reason* one) { return gravity(one->why); });
    line.why = by_gravity.front()->why;
    line.since = by_gravity.front()->since;
    line.about = by_gravity.front()->about;
    for (const auto* one : std::span(by_gravity).subspan(1)) line.also.push_back({one->why, one->since, one->about});
  }

  /// Who asked for a place presents.
  const Person* presents() const {
    const bool asked = std::ranges::find(reasons, Why::asked, &Reason::why) != reasons.end();
    const auto* asker = asked ? c.person(c.place_asked->by) : nullptr;
    return asker != nullptr ? asker : c.with(Role::presenter);
  }

  /// Whether the day to look back is of a round before this one: then that was done, and this round sets its own.
  bool looked_back() const {
    const auto begun = std::ranges::find(c.visits, c.round, &Visit::round);
    return c.round > 1 && begun != c.visits.end() && *c.review_on <= date_of(begun->entered);
  }

  bool follow_up() {
    std::map<Date, std::vector<std::string>> due_on;
    std::set<std::string> owners;
    for (const auto& action : c.actions) {
      if (action.state != Done::open || !action.plan.by_when || *action.plan.by_when > s.on) continue;
      due_on[*action.plan.by_when].push_back(action.plan.id);
      owners.insert(action.plan.who);
    }
    const bool review = c.review_on && *c.review_on <= s.on && !looked_back();
    if (!review && due_on.empty()) return false;
    const bool evaluating = c.here() != nullptr && c.stage.phase == Phase::evaluation;
    const auto length = evaluating ? evaluation_length(c, library, people)
                                   : follow_up_length(c, library, static_cast<int>(owners.size()));
    if (review) add(AgendaPart::follow_up, Why::review_due, c.review_on, length);
    for (auto& [day, actions] : due_on)
      add(AgendaPart::follow_up, Why::action_due, day, length).about = std::move(actions);
    return true;
  }

  /// The first report of what stands; others may have joined it.
  Date concerned_since() const {
    const auto cleared = std::find_if(c.safety_notes.rbegin(), c.safety_notes.rend(),
                                      [](const SafetyNote& it) { return it.level == Safety::clear; });
    return date_of(cleared == c.safety_notes.rbegin() ? c.changed_at : cleared.base()->at);
  }

  bool safety() {
    if (c.stage.safety != Safety::concern) return false;
    add(AgendaPart::safety, Why::concern, concerned_since(), {kSafetyFlash, false}).about = {
        fmt::format("{}", c.stage.meldcode_step)};
    return true;
  }

  bool term() {
    const auto* workflow = library.pinned_workflow(c.workflow);
    if (workflow == nullptr) return false;
    const auto before = reasons.size();
    const bool past_first = c.here() != nullptr && c.stage.phase != workflow->first();
    if (!past_first)
      for (const auto& end : legal_ends(*workflow, c.grounds(), s.on)) {
        auto& reason = add(AgendaPart::safety, Why::legal_term, end.on, {kSafetyFlash, false});
        if (end.basis) reason.about.emplace_back(key(*end.basis));
        if (end.on < s.on) reason.about.emplace_back(kTermGone);
      }
    if (const auto end = phase_end(
            *workflow, [&] { return phase_from(c); }, s.on))
      add(AgendaPart::safety, Why::workflow_term, end->on, {kSafetyFlash, false});
    return reasons.size() > before;
  }

  /// The law gives a month to answer what a resident asks for: on every agenda until it is done.
  bool right() {
    const RightRequest* first = nullptr;
    for (const auto& one : c.requests)
      if (one.is_open() && (first == nullptr || one.due() < first->due())) first = &one;
    if (first == nullptr) return false;
    add(AgendaPart::safety, Why::right_due, first->due(), {kSafetyFlash, false}).about = {first->asked.id};
    return true;
  }

  bool asked() {
    if (!c.place_asked) return false;
    const auto since = [&](const std::map<std::string, Time>& talks) {
      const auto talk = talks.find(c.id);
      return talk != talks.end() && talk->second >= c.place_asked->at;
    };
    if (since(memory.reviewed) || (since(memory.stopped) && !is_half_way(c, s.on))) return false;
    add(AgendaPart::review, Why::asked, date_of(c.place_asked->at), review_length(c, library, people, room()));
    return true;
  }

  bool evaluation() {
    if (c.here() == nullptr || c.stage.phase != Phase::evaluation || c.stage.life != Life::open) return false;
    add(AgendaPart::review, Why::evaluation_due, date_of(c.here()->entered), evaluation_length(c, library, people));
    return true;
  }

  bool quiet() {
    if (c.stage.life == Life::paused) return false;
    auto last = date_of(c.changed_at);
    if (days_between(last, s.on) < kQuiet) return false;
    if (const auto seen = memory.on_table.find(c.id); seen != memory.on_table.end())
      last = std::max(last, seen->second);
    if (days_between(last, s.on) < kQuiet) return false;
    add(AgendaPart::consult, Why::quiet, last, {kConsult, false});
    return true;
  }

  bool by_hand() {
    const auto found = memory.by_hand.find(c.id);
    if (found == memory.by_hand.end()) return false;
    add(found->second.part, Why::by_hand, std::nullopt, {found->second.minutes, false});
    return true;
  }
};

}  // namespace

std::optional<Date> next_action_day(const Case& state) {
  std::optional<Date> first;
  for (const auto& action : state.actions)
    if (action.state == Done::open && action.plan.by_when && (!first || *action.plan.by_when < *first))
      first = action.plan.by_when;
  return first;
}

Glance glance_of(const Case& state) {
  Glance glance;
  glance.asks = state.place_asked.has_value() || std::ranges::any_of(state.requests, &RightRequest::is_open) ||
                std::ranges::any_of(state.taken_in, [](const auto& one) { return !one.given_back; });
  for (const auto& one : state.grounds())
    if (one.reported_on) glance.grounds.push_back({one.basis, *one.reported_on});
  glance.phase_from = phase_from(state);
  glance.workflow = state.workflow;
  for (const auto& one : state.requests)
    if (one.is_open() && state.into().empty()) glance.requests.push_back({one.asked.id, one.asked.right, one.due()});
  std::ranges::stable_sort(glance.requests, {}, &Glance::Request::due);
  const auto act = state.stage.life == Life::closed ? std::nullopt : next_action_day(state);
  if (act && !glance.requests.empty() && glance.requests.front().due <= *act) glance.acts_on = act;
  return glance;
}

Seen seen_of(const Case& state) {
  return {state.id,
          state.stage,
          state.here() != nullptr,
          state.review_on,
          next_action_day(state),
          date_of(state.changed_at),
          glance_of(state)};
}

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
    if (plus_days(end, kTermGoneFor) >= from) comes(plus_days(end, -kTermAhead));
  };
  std::vector<GroundSince> grounds;
  for (const auto& one : seen.glance.grounds) grounds.push_back({one.basis, one.reported_on});
  const bool past_first = seen.in_step && seen.stage.phase != workflow->first();
  if (!past_first)
    for (const auto& term : workflow::running_terms(*workflow, grounds)) ends(term.end);
  if (const auto entered = seen.glance.phase_from)
    for (const auto& term : workflow->terms)
      if (term.from == workflow::From::phase_entered) ends(workflow::end_of(term, *entered));
  return first;
}

bool may_come_on(const Seen& seen, Date on, const Memory& memory, const engine::Library& library) {
  const auto has_come = [&](const std::optional<Date>& day) { return day && *day <= on; };
  if (seen.glance.asks || seen.stage.safety == Safety::acute || seen.stage.safety == Safety::concern ||
      has_come(seen.review_on) || has_come(seen.action_due) || memory.left.contains(seen.case_id))
    return true;
  if (seen.in_step && seen.stage.phase == Phase::evaluation && seen.stage.life != Life::closed) return true;
  return has_come(day_of_reason(seen, on, library));
}

int gravity(Why why) {
  constexpr std::array kGravest{Why::acute,          Why::concern,    Why::review_due,    Why::action_due,
                                Why::right_due,      Why::legal_term, Why::workflow_term, Why::asked,
                                Why::evaluation_due, Why::quiet,      Why::by_hand};
  return static_cast<int>(std::ranges::find(kGravest, why) - kGravest.begin());
}

Memory remembered(const std::vector<Meeting>& past) {
  Memory memory;
  for (const auto& meeting : past)
    for (const auto& item : meeting.items) {
      if (item.line.case_id.empty() || item.state != ItemState::finished || item.sittings.empty()) continue;
      memory.on_table[item.line.case_id] = meeting.on();
      if (item.line.part == AgendaPart::review || item.line.part == AgendaPart::acute)
        (item.unfinished ? memory.stopped : memory.reviewed)[item.line.case_id] = item.sittings.back().from;
    }
  if (past.empty()) return memory;
  const auto& last = past.back();
  const auto left = [&](AgendaLine line) {
    for (auto* name : {&line.presenter, &line.chair})  // of who was erased
      if (*name == engine::kNameGone) name->clear();
    if (line.case_id.empty()) {
      if (line.why != Why::by_hand) return;
      auto& again = memory.subjects.emplace_back(line);
      again.id.clear();
      again.carried = true;
      again.off = Off::none;
      return;
    }
    memory.left.insert(line.case_id);
    if (line.why == Why::by_hand) memory.by_hand[line.case_id] = line;
  };
  for (const auto& line : last.left_off) left(line);
  for (const auto& item : last.items)
    if (item.state == ItemState::planned || item.state == ItemState::parked || item.state == ItemState::untouched ||
        (item.state == ItemState::finished && item.unfinished))
      left(item.line);
  return memory;
}

int people_there(const Situation& s) {
  return static_cast<int>(
      std::ranges::count_if(s.team.members, [&](const Member& one) { return !s.team.is_away(one.name, s.on); }));
}

std::optional<WantedLine> line_of(const Case& state, const Situation& situation, int people, const Memory& memory,
                                  const engine::Library& library) {
  Reasoner reasoner{state, situation, memory, library, people};
  std::optional<WantedLine> wanted;
  const auto put_together = [&] {
    if (reasoner.reasons.empty()) return;
    reasoner.put_together(wanted.emplace().line);
    wanted->about = &state;
  };
  if (state.stage.safety == Safety::acute) {
    reasoner.add(AgendaPart::acute, Why::acute,
                 date_of(state.safety_notes.empty() ? state.changed_at : state.safety_notes.back().at),
                 {kAcute, false});
    put_together();
    return wanted;
  }
  const bool right = reasoner.right();
  if (state.stage.life == Life::closed) {  // nothing else is left to be done
    put_together();
    return wanted;
  }
  const bool due = reasoner.follow_up();
  const bool flash = static_cast<int>(reasoner.safety()) + static_cast<int>(reasoner.term()) > 0 || due || right;
  const bool asked = reasoner.asked();
  const bool by_hand = !asked && !due && !reasoner.evaluation() && !flash && !reasoner.quiet() && reasoner.by_hand();
  put_together();
  if (by_hand) wanted->line.because = memory.by_hand.find(state.id)->second.because;
  if (asked && flash) {
    std::erase_if(reasoner.reasons, [](const Reason& one) { return one.why == Why::asked; });
    reasoner.put_together(wanted->due.emplace());
  }
  return wanted;
}

}  // namespace casus::meeting
