// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/proposal.hpp"

#include "core/base/text.hpp"
#include "core/meeting/lengths.hpp"
#include "core/meeting/reasons.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>
#include <tuple>

namespace casus::meeting {

namespace {

AgendaLine fixed_line(AgendaPart part, int minutes) {
  AgendaLine line;
  line.part = part;
  line.why = Why::standard;
  line.minutes = minutes;
  return line;
}

/// What is due may not wait for what was left; among the rest that goes first.
bool is_due(const AgendaLine& line) {
  return line.why == Why::acute || line.has(Why::review_due) || line.has(Why::action_due);
}
bool is_safety(const AgendaLine& line) {
  return line.has(Why::concern) || line.has(Why::legal_term) || line.has(Why::workflow_term);
}

/// Since when the first thing that is due was due.
Date due_since(const AgendaLine& line) {
  auto first = line.since.value_or(Date{});
  for (const auto& one : line.also)
    if (one.since && (one.why == Why::review_due || one.why == Why::action_due)) first = std::min(first, *one.since);
  return first;
}

/// The case by its id, so that two are never alike. Looks into the line.
auto rank_of(const AgendaLine& line) {
  const auto group = line.part == AgendaPart::acute ? 0 : is_due(line) ? 1 : is_safety(line) ? 2 : 3;
  const auto by = is_due(line) ? 0 : gravity(line.why);
  return std::tuple(group, !line.carried, by, is_due(line) ? due_since(line) : line.since.value_or(Date{}),
                    std::string_view(line.case_id));
}

/// Lines are large, and a long list has hundreds: their places are put in order, by ranks that are made once.
std::vector<std::size_t> in_order(const std::vector<WantedLine>& wanted) {
  std::vector<std::pair<decltype(rank_of(wanted.front().line)), std::size_t>> ranks;
  ranks.reserve(wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) ranks.emplace_back(rank_of(wanted[i].line), i);
  std::ranges::sort(ranks);
  std::vector<std::size_t> order;
  order.reserve(ranks.size());
  for (const auto& [rank, place] : ranks) order.push_back(place);
  return order;
}

/// A place of its own that the presenter must fill; what is due or about safety goes on without them.
bool needs_presenter(const AgendaLine& line) {
  return line.part == AgendaPart::review || line.part == AgendaPart::consult;
}

/// What is left of the phase alone, for a case whose whole sitting does not fit.
int shorter(const AgendaLine& line, const Case* about, const Situation& s, const engine::Library& library, int room) {
  if (about == nullptr || room <= 0 || !line.has(Why::asked) || !line.by_method) return 0;
  const auto people = static_cast<int>(s.team.members.size());
  const auto length = review_length(*about, library, people, room);
  return length.by_method ? length.minutes : 0;
}

/// Who chairs a line that the chair presents: the next in the rota who is there and does not present it.
std::string instead(const std::vector<RotaPlace>& rota, const std::string& presenter) {
  for (const auto& place : rota)
    if (!place.away && !same_name(place.name, presenter)) return place.name;
  return {};
}

}  // namespace

Proposal propose(const Situation& s, const engine::Library& library) {
  const auto memory = remembered(s.past);
  std::vector<WantedLine> wanted;
  const auto people = people_there(s);
  for (const auto& state : s.cases)
    if (auto line = line_of(state, s, people, memory, library)) wanted.push_back(std::move(*line));
  for (const auto& subject : memory.subjects) wanted.push_back({subject, std::nullopt});
  return fitted(s, std::move(wanted), library);
}

Proposal fitted(const Situation& s, std::vector<WantedLine> wanted, const engine::Library& library) {
  Proposal proposal;
  auto& plan = proposal.plan;
  plan.minutes = s.minutes;
  proposal.rota = rota(s.team, s.past, s.on, Duty::chair);
  plan.chair = s.chair;
  plan.note_taker = s.note_taker;
  if (plan.chair.empty() && !proposal.rota.empty() && !proposal.rota.front().away)
    plan.chair = proposal.rota.front().name;
  for (const auto& place : rota(s.team, s.past, s.on, Duty::note_taker))
    if (!place.away && place.name != plan.chair && plan.note_taker.empty()) plan.note_taker = place.name;
  for (const auto& member : s.team.members)
    if (s.team.is_away(member.name, s.on)) plan.away.push_back(member.name);

  plan.lines.push_back(fixed_line(AgendaPart::opening, kOpening));
  int room = s.minutes - kOpening - kLearning - kClosing;
  bool due_fell_off = false;
  /// Puts a line on the agenda when it fits; says else why not.
  const auto fits = [&](AgendaLine& line, const Case* about) {
    line.off = Off::none;
    if (needs_presenter(line) && s.team.is_away(line.presenter, s.on)) line.off = Off::presenter_away;
    else if (line.minutes > room) line.off = Off::no_time;
    // Nothing new passes what is due and did not fit.
    if (due_fell_off && !is_due(line) && !is_safety(line)) line.off = Off::no_time;
    if (line.off == Off::no_time && !due_fell_off)
      if (const auto part = shorter(line, about, s, library, room); part > 0 && part <= room) {
        line.minutes = part;
        line.off = Off::none;
      }
    if (line.off != Off::none) return false;
    if (!plan.chair.empty() && folded(line.presenter) == folded(plan.chair))
      line.chair = instead(proposal.rota, line.presenter);
    room -= line.minutes;
    plan.lines.push_back(line);
    return true;
  };
  plan.left_off.reserve(wanted.size());
  for (const auto place : in_order(wanted)) {
    auto& [line, due, about] = wanted[place];
    if (fits(line, about)) continue;
    // What cannot wait goes on alone; what was asked stays asked.
    if (due && fits(*due, about)) {
      line.why = Why::asked;
      line.also.clear();
    } else {
      due_fell_off = due_fell_off || is_due(line);
    }
    plan.left_off.push_back(std::move(line));
  }
  plan.lines.push_back(fixed_line(AgendaPart::learning, kLearning));
  plan.lines.push_back(fixed_line(AgendaPart::closing, kClosing));
  return proposal;
}

}  // namespace casus::meeting
