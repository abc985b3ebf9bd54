// SPDX-License-Identifier: EUPL-1.2
#include "core/workflow/terms.hpp"

#include <algorithm>

namespace casus::workflow {

Date end_of(const Term& term, Date from) {
  const auto clipped = [](Date day) { return day.ok() ? day : day.year() / day.month() / std::chrono::last; };
  switch (term.unit) {
    case Unit::days: return plus_days(from, term.amount);
    case Unit::weeks: return plus_days(from, 7 * term.amount);
    case Unit::months: return clipped(from + std::chrono::months(term.amount));
    case Unit::years: return clipped(from + std::chrono::years(term.amount));
  }
  return from;
}

std::vector<Running> running_terms(const Workflow& workflow, std::span<const GroundSince> grounds) {
  std::vector<Running> all;
  for (const auto& term : workflow.terms) {
    if (term.from != From::reported) continue;
    const auto ground = std::ranges::find_if(
        grounds, [&](const GroundSince& one) { return one.reported_on && (!term.basis || *term.basis == one.basis); });
    if (ground != grounds.end()) all.push_back({&term, term.basis, end_of(term, *ground->reported_on)});
  }
  return all;
}

std::vector<Running> open_terms(const Workflow& workflow, std::span<const GroundSince> grounds, Date today) {
  const auto all = running_terms(workflow, grounds);
  std::vector<Running> open;
  for (const auto& one : all) {
    const auto outlived = [&](const Running& other) {
      return other.basis == one.basis && (other.end >= today || other.end > one.end);
    };
    if (one.end >= today || std::ranges::none_of(all, outlived)) open.push_back(one);
  }
  return open;
}

std::vector<const Term*> keeping_terms(const Workflow& workflow, std::span<const GroundSince> grounds) {
  std::vector<const Term*> all;
  for (const auto& term : workflow.terms)
    if (term.from == From::ended &&
        (!term.basis || std::ranges::find(grounds, *term.basis, &GroundSince::basis) != grounds.end()))
      all.push_back(&term);
  return all;
}

Text cited(const Term& term) {
  const auto with_law = [&](const std::string& name) {
    const std::string law(term.basis ? law_of(*term.basis) : "");
    const auto& called = name.empty() ? term.id : name;
    return law.empty() || called.find(law) != std::string::npos ? called : law + ": " + called;
  };
  return {with_law(term.name.nl), with_law(term.name.en)};
}

}  // namespace casus::workflow
