// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/proposal.hpp"

#include "core/base/text.hpp"
#include "core/meeting/lengths.hpp"
#include "core/meeting/reasons.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <queue>
#include <tuple>
#include <utility>

namespace casus::meeting {

namespace {

AgendaLine fixed_line(AgendaPart part, int minutes) {
  return AgendaLine{.part = part, .why = Why::standard, .minutes = minutes};
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

using Rank = decltype(rank_of(AgendaLine{}));
using Ranked = std::pair<Rank, std::size_t>;

/// Lines are large, and a long list has hundreds: their places are put in order, by ranks that are made once.
template <class Line>
std::vector<Ranked> in_order(const std::vector<Line>& lines) {
  std::vector<Ranked> ranks;
  ranks.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) ranks.emplace_back(rank_of(lines[i].line), i);
  std::ranges::sort(ranks);
  return ranks;
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
  if (length.by_method) return length.minutes;
  return kReview <= room ? kReview : 0;  // a phase without times of its own takes what any review takes
}

/// Who chairs a line that the chair presents: the next in the rota who is there and does not present it.
std::string instead(const std::vector<RotaPlace>& rota, const std::string& presenter) {
  for (const auto& place : rota)
    if (!place.away && !same_name(place.name, presenter)) return place.name;
  return {};
}

/// So many fall off as the case itself says it; of what comes behind those, its line in the index is enough.
constexpr std::size_t kReadOff = 200;

/// The meeting as it fills, line by line in the order of their ranks.
class Filling {
 public:
  Filling(const Situation& situation, const engine::Library& library)
      : s_(situation), library_(library), room_(s_.minutes - kOpening - kLearning - kClosing) {
    auto& plan = proposal_.plan;
    plan.minutes = s_.minutes;
    proposal_.rota = rota(s_.team, s_.past, s_.on, Duty::chair);
    plan.chair = s_.chair;
    plan.note_taker = s_.note_taker;
    if (plan.chair.empty() && !proposal_.rota.empty() && !proposal_.rota.front().away)
      plan.chair = proposal_.rota.front().name;
    for (const auto& place : rota(s_.team, s_.past, s_.on, Duty::note_taker))
      if (!place.away && place.name != plan.chair && plan.note_taker.empty()) plan.note_taker = place.name;
    for (const auto& member : s_.team.members)
      if (s_.team.is_away(member.name, s_.on)) plan.away.push_back(member.name);
    plan.lines.push_back(fixed_line(AgendaPart::opening, kOpening));
  }

  void place(WantedLine wanted) {
    auto& [line, due, about] = wanted;
    if (fits(line, about)) return;
    // What cannot wait goes on alone; what was asked stays asked.
    if (due && fits(*due, about)) {
      line.why = Why::asked;
      line.also.clear();
    } else {
      due_fell_off_ = due_fell_off_ || is_due(line);
    }
    proposal_.plan.left_off.push_back(std::move(line));
  }

  /// Lets a line fall off that takes at least its minutes, when that is sure and the list of those is long.
  bool leaves(AgendaLine& line) {
    const bool passes = due_fell_off_ && !is_due(line) && !is_safety(line);
    if (proposal_.plan.left_off.size() < kReadOff || (line.minutes <= room_ && !passes)) return false;
    line.off = Off::no_time;
    line.minutes = 0;  // what it really takes, only the case says
    due_fell_off_ = due_fell_off_ || is_due(line);
    proposal_.plan.left_off.push_back(std::move(line));
    return true;
  }

  Proposal done() {
    proposal_.plan.lines.push_back(fixed_line(AgendaPart::learning, kLearning));
    proposal_.plan.lines.push_back(fixed_line(AgendaPart::closing, kClosing));
    return std::move(proposal_);
  }

 private:
  /// Puts a line on the agenda when it fits; says else why not.
  bool fits(AgendaLine& line, const Case* about) {
    line.off = Off::none;
    if (needs_presenter(line) && s_.team.is_away(line.presenter, s_.on)) line.off = Off::presenter_away;
    else if (line.minutes > room_) line.off = Off::no_time;
    // Nothing new passes what is due and did not fit.
    if (due_fell_off_ && !is_due(line) && !is_safety(line)) line.off = Off::no_time;
    if (line.off == Off::no_time && !due_fell_off_)
      if (const auto part = shorter(line, about, s_, library_, room_); part > 0 && part <= room_) {
        line.minutes = part;
        line.off = Off::none;
      }
    if (line.off != Off::none) return false;
    if (const auto& chair = proposal_.plan.chair; !chair.empty() && same_name(line.presenter, chair))
      line.chair = instead(proposal_.rota, line.presenter);
    room_ -= line.minutes;
    proposal_.plan.lines.push_back(line);
    return true;
  }

  const Situation& s_;
  const engine::Library& library_;
  Proposal proposal_;
  int room_;
  bool due_fell_off_ = false;
};

/// A case of which only the line in the index was read, and the line that it would have.
struct Waiting {
  AgendaLine line;
  bool sure = false;
};

std::vector<Waiting> waiting_of(const Unopened& unopened, Date on, const Memory& memory,
                                const engine::Library& library) {
  std::vector<Waiting> waiting;
  for (const auto& seen : unopened.seen)
    if (const auto foreseen = foresee(seen, on, memory, library); !foreseen.reasons.empty())
      waiting.push_back({line_foreseen(seen, foreseen, memory), foreseen.sure});
  return waiting;
}

}  // namespace

Proposal propose(const Situation& s, const engine::Library& library, const Unopened& unopened) {
  const auto memory = remembered(s.past);
  const auto people = people_there(s);
  std::deque<WantedLine> wanted;  // ranks look into its lines, which stay where they are
  std::priority_queue<Ranked, std::vector<Ranked>, std::greater<>> ready;
  const auto make_ready = [&](WantedLine line) {
    wanted.push_back(std::move(line));
    ready.emplace(rank_of(wanted.back().line), wanted.size() - 1);
  };
  for (const auto& state : s.cases)
    if (auto line = line_of(state, s, people, memory, library)) make_ready(std::move(*line));
  for (const auto& subject : memory.subjects) make_ready({subject, std::nullopt});
  auto waiting = waiting_of(unopened, s.on, memory, library);
  const auto turns = in_order(waiting);
  Filling filling(s, library);
  std::deque<Case> opened;  // what a line is about
  const auto open = [&](const std::string& case_id) {
    const auto* state = unopened.open(case_id);
    if (state == nullptr) return;
    auto line = line_of(*state, s, people, memory, library);
    if (!line) return;
    line->about = line->line.has(Why::asked) ? &opened.emplace_back(*state) : nullptr;
    make_ready(std::move(*line));
  };
  // A case has its turn when no line that is ready goes before the best that it can be.
  for (auto turn = turns.begin(); turn != turns.end() || !ready.empty();) {
    if (turn == turns.end() || (!ready.empty() && ready.top() < *turn)) {
      const auto place = ready.top().second;
      ready.pop();
      filling.place(std::move(wanted[place]));
      continue;
    }
    auto& [line, sure] = waiting[(turn++)->second];
    if (!sure || !filling.leaves(line)) open(line.case_id);
  }
  return filling.done();
}

Proposal fitted(const Situation& s, std::vector<WantedLine> wanted, const engine::Library& library) {
  Filling filling(s, library);
  for (const auto& [rank, place] : in_order(wanted)) filling.place(std::move(wanted[place]));
  return filling.done();
}

}  // namespace casus::meeting
