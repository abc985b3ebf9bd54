// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/evolve/evolving.hpp"

#include <algorithm>
#include <cstdlib>

/// Events of a circle of learning.
namespace casus::learning {
namespace {

Circle& the_circle(Session& it) {
  if (!it.circle) damaged("a step of a circle that was not begun");
  return *it.circle;
}

}  // namespace

void evolve_more(Session& it, const CircleBegun& e, Date) {
  auto& circle = it.circle.emplace();
  circle.instrument = parse_instrument(e.definition).first;
  circle.question = e.question;
  circle.others = e.others;
}

void evolve_more(Session& it, const RoundAsked& e, Date) {
  the_circle(it).rounds.push_back({e.id, e.question, e.most, false});
}

void evolve_more(Session& it, const CardWritten& e, Date) {
  auto& circle = the_circle(it);
  circle.cards_ever = std::max(circle.cards_ever, number_of(e.id));
  const auto* round = circle.open_round();
  circle.cards.push_back(
      {e.id, e.person, e.text, e.sort, round != nullptr ? round->id : std::string(), {}, it.version});
}

void evolve_more(Session& it, const CardTakenBack& e, Date) {
  auto& circle = the_circle(it);
  circle.cards_ever = std::max(circle.cards_ever, number_of(e.card));  // the event that gave the number is gone
  std::erase_if(circle.cards, [&](const Card& one) { return one.id == e.card; });
  for (const auto& one : e.counted) circle.cards.push_back({e.card, {}, {}, one.sort, one.round, one.cluster, 0});
}

void evolve_more(Session& it, const CardsShown& e, Date) {
  for (auto& one : the_circle(it).rounds) one.shown = one.shown || one.id == e.round;
}

void evolve_more(Session& it, const CardsClustered& e, Date) {
  auto& circle = the_circle(it);
  const auto found = std::ranges::find(circle.clusters, e.id, &Cluster::id);
  if (found == circle.clusters.end()) circle.clusters.push_back({e.id, e.name, e.round, 0});
  else found->name = e.name;
  for (auto& card : circle.cards)
    if (std::ranges::find(e.cards, card.id) != e.cards.end()) card.cluster = e.apart ? std::string() : e.id;
}

void evolve_more(Session& it, const DotsPlaced& e, Date) {
  auto& dots = the_circle(it).dots;
  auto& placed = dots[e.person];
  placed.clear();
  std::string_view rest = e.clusters;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (end > 0) placed.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (placed.empty()) dots.erase(e.person);  // their key is gone
}

void evolve_more(Session& it, const DotsShown& e, Date) {
  auto& circle = the_circle(it);
  for (auto& cluster : circle.clusters)
    for (const auto& one : e.counts)
      if (one.cluster == cluster.id) cluster.dots = one.dots;
  circle.dots.clear();
  for (auto& round : circle.rounds) round.counted = round.shown;
}

void evolve_more(Session& it, const StoodOnLine& e, Date) {
  auto& line = the_circle(it).line(e.line);
  if (!e.place.empty()) (e.second ? line.second : line.first)[e.person] = std::atoi(e.place.c_str());
}

void evolve_more(Session& it, const LineShown& e, Date) {
  auto& line = the_circle(it).line(e.line);
  (e.second ? line.moved : line.shown) = e;
  if (!e.second) return;
  line.first.clear();
  line.second.clear();
}

void evolve_more(Session& it, const HarvestNoted& e, Date) {
  auto& circle = the_circle(it);
  circle.harvest.push_back({e, "h" + std::to_string(++circle.harvest_ever)});
}

void evolve_more(Session& it, const CircleStepAgreed& e, Date) {
  auto& circle = the_circle(it);
  CircleStep step;
  static_cast<CircleStepFields&>(step) = e;
  step.id = "a" + std::to_string(++circle.steps_ever);
  circle.steps.push_back(std::move(step));
}

void evolve_more(Session& it, const CircleStepAnswered& e, Date) {
  auto& steps = the_circle(it).steps;
  const auto found = std::ranges::find(steps, e.step, &CircleStep::id);
  if (found == steps.end()) damaged("an answer to what nobody agreed");
  found->state = e.state;
  found->outcome = e.outcome;
}

void evolve_more(Session& it, const StruckFromCircle& e, Date) {
  const auto struck = [&](const auto& one) { return one.id == e.what; };
  std::erase_if(the_circle(it).harvest, struck);
  std::erase_if(the_circle(it).steps, struck);
}

void evolve_more(Session& it, const CircleCancelled& e, Date) {
  the_circle(it).cancelled = true;
  the_circle(it).because = e.because;
}

void evolve_more(Session& it, const CircleReported& e, Date on) {
  auto& circle = the_circle(it);
  circle.reported_on = on;
  circle.feedback_until = e.until;
  if (!circle.reported_with) circle.reported_with = static_cast<int>(it.people.size());
}

void evolve_more(Session& it, const CircleObjected& e, Date) {
  auto& objections = the_circle(it).objections;
  if (e.withdrawn || !e.events.empty())
    std::erase_if(objections, [&](const Objection& one) { return one.person == e.person; });
  if (!e.withdrawn) objections.push_back({e.person, e.text, {it.version}});
}

void evolve_more(Session& it, const CircleSettled&, Date on) { the_circle(it).settled_on = on; }

void forget_in(Circle& circle, const std::string& person, Date on) {
  const auto theirs = [&](const auto& one) { return one.person == person; };
  const bool had = std::ranges::any_of(circle.cards, theirs) || std::ranges::any_of(circle.objections, theirs);
  if (had && circle.feedback_until) circle.erased_on = on;  // people read it: a change of it is told
  for (auto& card : circle.cards)
    if (theirs(card)) card.text.clear();
  for (auto& one : circle.objections)
    if (theirs(one)) one.text.clear();
  circle.dots.erase(person);
  for (auto& line : circle.lines) {
    line.first.erase(person);
    line.second.erase(person);
  }
}

}  // namespace casus::learning
