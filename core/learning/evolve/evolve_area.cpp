// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/evolve/evolving.hpp"

#include <algorithm>

/// Events of a cycle of the area analysis.
namespace casus::learning {
namespace {

AreaCycle& the_cycle(Session& it) {
  if (!it.area) damaged("a step of an area cycle that was not begun");
  return *it.area;
}

template <class Noted>
void note(Session& it, std::vector<Noted> AreaCycle::*list, const Noted& noted) {
  auto& cycle = the_cycle(it);
  cycle.noted_ever = std::max(cycle.noted_ever, number_of(noted.id));
  (cycle.*list).push_back(noted);
}

}  // namespace

void evolve_more(Session& it, const AreaCycleBegun& e, Date) {
  auto& cycle = it.area.emplace();
  cycle.instrument = parse_instrument(e.definition).first;
  cycle.from = e.from;
  cycle.to = e.to;
  cycle.before = e.before;
  cycle.counts = e.counts;
}

void evolve_more(Session& it, const AreaCycleTurned& e, Date on) {
  auto& cycle = the_cycle(it);
  const auto* step = cycle.step();
  if (step == nullptr || step->id != e.step) damaged("a step of an area cycle out of its order");
  ++cycle.turned;
  if (cycle.step() != nullptr) return;
  cycle.ended_on = on;
  cycle.next_on = e.next_on;
  cycle.outcomes = e.outcomes;
}

void evolve_more(Session& it, const AreaQuestionAnswered& e, Date) {
  auto& answers = the_cycle(it).answers;
  const auto found = std::ranges::find(answers, e.question, &AreaAnswerFields::question);
  if (found == answers.end()) answers.push_back(e);
  else *found = e;
}

void evolve_more(Session& it, const AreaCycleCancelled& e, Date) {
  the_cycle(it).cancelled = true;
  the_cycle(it).because = e.because;
}

void evolve_more(Session& it, const AreaFigureNoted& e, Date on) {
  note(it, &AreaCycle::figures, AreaFigure{e, e.year > static_cast<int>(on.year())});
}
void evolve_more(Session& it, const AreaVoiceNoted& e, Date) { note(it, &AreaCycle::voices, e); }
void evolve_more(Session& it, const AreaPointNoted& e, Date) { note(it, &AreaCycle::points, e); }

void evolve_more(Session& it, const StruckFromArea& e, Date) {
  auto& cycle = the_cycle(it);
  const auto struck = [&](const auto& one) { return one.id == e.what; };
  std::erase_if(cycle.figures, struck);
  std::erase_if(cycle.voices, struck);
  std::erase_if(cycle.points, struck);
}

}  // namespace casus::learning
