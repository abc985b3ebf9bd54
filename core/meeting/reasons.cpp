// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/reasons.hpp"

#include "core/engine/mending/reason_kept.hpp"
#include "core/meeting/glance.hpp"
#include "core/meeting/lengths.hpp"
#include "core/meeting/meeting.hpp"
#include "core/meeting/reason.hpp"
#include "core/model/case/waits_here.hpp"
#include "core/workflow/terms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace casus::meeting {

namespace {

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

  void fill(AgendaLine& line) const {
    put_together(reasons, line);
    line.case_id = c.id;
    line.method = c.method(c.stage.phase).id;
    if (const auto* here = c.here()) {
      line.phase = here->phase;
      line.step = here->step;
    }
    if (const auto* presenter = presents()) line.presenter = presenter->name;
    line.carried = memory.left.contains(c.id);
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
    if (!past_first) add_legal_terms(*workflow, c.grounds(), s.on, reasons);
    if (has_phase_term(*workflow))
      if (const auto from = phase_from(c)) add_phase_term(*workflow, *from, s.on, reasons);
    return reasons.size() > before;
  }

  /// The law gives a month to answer what a resident asks for: on every agenda until it is done.
  bool right() {
    const RightRequest* first = nullptr;
    for (const auto& one : c.requests)
      if (waits_here(c, one) && (first == nullptr || one.due() < first->due())) first = &one;
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
  const auto wants = [&] {
    if (reasoner.reasons.empty()) return;
    reasoner.fill(wanted.emplace().line);
    wanted->about = &state;
  };
  if (state.stage.safety == Safety::acute) {
    reasoner.add(AgendaPart::acute, Why::acute,
                 date_of(state.safety_notes.empty() ? state.changed_at : state.safety_notes.back().at),
                 {kAcute, false});
    wants();
    return wanted;
  }
  const bool right = reasoner.right();
  if (state.stage.life == Life::closed) {  // nothing else is left to be done
    wants();
    return wanted;
  }
  const bool due = reasoner.follow_up();
  const bool flash = static_cast<int>(reasoner.safety()) + static_cast<int>(reasoner.term()) > 0 || due || right;
  const bool asked = reasoner.asked();
  const bool by_hand = !asked && !due && !reasoner.evaluation() && !flash && !reasoner.quiet() && reasoner.by_hand();
  wants();
  if (by_hand) wanted->line.because = memory.by_hand.find(state.id)->second.because;
  if (asked && flash) {
    std::erase_if(reasoner.reasons, [](const Reason& one) { return one.why == Why::asked; });
    reasoner.fill(wanted->due.emplace());
  }
  return wanted;
}

}  // namespace casus::meeting
