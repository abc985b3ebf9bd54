// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/scan.hpp"

#include <algorithm>

/// A scan beside those before it: what one or two people changed is not told.
namespace casus::learning {
namespace {

/// The counts of a question, or of who wants to learn about it.
std::vector<ScanCount> strip_of(const std::vector<ScanCount>& counts, const std::string& item, bool wish) {
  std::vector<ScanCount> strip;
  for (const auto& one : counts)
    if (one.item == item && one.answer.empty() == wish) strip.push_back(one);
  return strip;
}

std::string said(const ScanAnswers& answers, const std::string& item, bool wish) {
  if (wish) return std::ranges::find(answers.learn, item) != answers.learn.end() ? "x" : "";
  const auto found = answers.given.find(item);
  return found == answers.given.end() ? "" : found->second;
}

/// The answers of the same person in another scan; nullptr when they gave none, or are forgotten in one of the two.
const ScanAnswers* same_person(const Session& from, const ScanAnswers& answers, const Session& in, const Team& team) {
  const auto* learner = from.learner(answers.person);
  if (learner == nullptr || learner->gone) return nullptr;
  const auto* there = in.called(learner->name, team);
  return there != nullptr ? in.scan->of(there->id) : nullptr;
}

/// How many people are known to have come, gone, or answered otherwise, as `differs` sees it.
template <class Differs>
int people_who(const Session& then, const Session& now, const Team& team, Differs differs) {
  int count = 0;
  for (const auto& one : now.scan->answers) count += differs(same_person(now, one, then, team), &one) ? 1 : 0;
  for (const auto& one : then.scan->answers)
    if (same_person(then, one, now, team) == nullptr) count += differs(&one, nullptr) ? 1 : 0;
  return count;
}

/// The first of the scans since which what `told` gives is what the last one told.
template <class Told>
const Session& since(const std::vector<Session>& before, Told told) {
  auto at = before.size() - 1;
  while (at > 0 && told(*before[at - 1].scan) == told(*before.back().scan)) --at;
  return before[at];
}

}  // namespace

void keep_what_few_changed(ScanClosed& closed, const Session& now, const std::vector<Session>& before,
                           const Team& team) {
  if (before.empty() || closed.answered < kFewestShown) return;
  const auto& last = *before.back().scan;
  std::vector<ScanCount> counts;
  for (const auto& item : now.scan->instrument.items)
    for (const bool wish : {false, true}) {
      const auto told = [&](const Scan& scan) { return strip_of(scan.counts, item.id, wish); };
      auto strip = strip_of(closed.counts, item.id, wish);
      if (last.instrument.item(item.id) != nullptr && strip != told(last)) {
        const auto differs = [&](const ScanAnswers* then, const ScanAnswers* today) {
          return (then ? said(*then, item.id, wish) : "") != (today ? said(*today, item.id, wish) : "");
        };
        if (people_who(since(before, told), now, team, differs) < kSmallestCount) strip = told(last);
      }
      counts.insert(counts.end(), strip.begin(), strip.end());
    }
  closed.counts = std::move(counts);
  const auto took_part = [](const Scan& scan) { return std::pair(scan.answered, scan.or_more); };
  const auto came_or_went = [](const ScanAnswers* then, const ScanAnswers* today) { return !then || !today; };
  if (people_who(since(before, took_part), now, team, came_or_went) < kSmallestCount)
    std::tie(closed.answered, closed.or_more) = took_part(last);
}

}  // namespace casus::learning
