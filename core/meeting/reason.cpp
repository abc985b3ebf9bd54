// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/reason.hpp"

#include "core/meeting/reasons.hpp"

#include <algorithm>
#include <utility>

namespace casus::meeting {

namespace {

/// A term counts from so many days before it ends until so many days after. Our own.
constexpr int kTermAhead = 14;
constexpr int kTermGoneFor = 56;

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

}  // namespace

void put_together(std::span<const Reason> reasons, AgendaLine& line) {
  const auto& longest = *std::ranges::max_element(reasons, {}, [](const Reason& one) { return one.length.minutes; });
  line.part = longest.part;
  line.minutes = longest.length.minutes;
  line.by_method = longest.length.by_method;
  std::vector<const Reason*> by_gravity;
  for (const auto& one : reasons) by_gravity.push_back(&one);
  if (reasons.size() > 1) std::ranges::stable_sort(by_gravity, {}, [](const Reason* one) { return gravity(one->why); });
  line.why = by_gravity.front()->why;
  line.since = by_gravity.front()->since;
  line.about = by_gravity.front()->about;
  for (const auto* one : std::span(by_gravity).subspan(1)) line.also.push_back({one->why, one->since, one->about});
}

void add_legal_terms(const workflow::Workflow& workflow, std::span<const GroundSince> grounds, Date today,
                     std::vector<Reason>& reasons) {
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
  for (const auto& end : found) {
    auto& reason = reasons.emplace_back(Reason{AgendaPart::safety, Why::legal_term, end.on, {kSafetyFlash, false}});
    if (end.basis) reason.about.emplace_back(key(*end.basis));
    if (end.on < today) reason.about.emplace_back(kTermGone);
  }
}

void add_phase_term(const workflow::Workflow& workflow, Date from, Date today, std::vector<Reason>& reasons) {
  std::vector<TermEnd> ends;
  for (const auto& term : workflow.terms)
    if (term.from == workflow::From::phase_entered) ends.push_back({workflow::end_of(term, from), std::nullopt});
  if (const auto end = nearest_end(ends, today))
    reasons.push_back({AgendaPart::safety, Why::workflow_term, end->on, {kSafetyFlash, false}});
}

bool has_phase_term(const workflow::Workflow& workflow) {
  return std::ranges::any_of(workflow.terms,
                             [](const auto& term) { return term.from == workflow::From::phase_entered; });
}

std::optional<Date> day_of_term(Date end, Date from) {
  if (plus_days(end, kTermGoneFor) < from) return std::nullopt;
  return std::max(plus_days(end, -kTermAhead), from);
}

}  // namespace casus::meeting
