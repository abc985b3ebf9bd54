// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/scan.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

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

/// The question in another scan: called so there and in the same instrument, or in the same words; with the same
/// answers to choose from. nullptr when it has none.
const Item* same_question(const Scan& from, const Item& item, const Scan& in) {
  const auto keys = [](const Scan& scan, const Item& of) {
    std::vector<std::string> all;
    if (const auto* scale = scan.instrument.scale(of.scale))
      for (const auto& choice : scale->choices) all.push_back(choice.key);
    return all;
  };
  for (const auto& one : in.instrument.items) {
    const bool called_so = one.id == item.id && in.instrument_id == from.instrument_id;
    const bool says_so = folded(one.title.nl) == folded(item.title.nl);
    if ((called_so || says_so) && keys(in, one) == keys(from, item)) return &one;
  }
  return nullptr;
}

/// How many people came, went, or answered otherwise, as `differs` sees it.
int people_who(const Session& then, const Session& now, const Team& team, auto differs) {
  int count = 0;
  for (const auto& one : now.scan->answers) count += differs(same_person(now, one, then, team), &one) ? 1 : 0;
  for (const auto& one : then.scan->answers)
    if (same_person(then, one, now, team) == nullptr) count += differs(&one, nullptr) ? 1 : 0;
  return count;
}

bool came_or_went(const ScanAnswers* then, const ScanAnswers* now) { return !then || !now; }

/// How many there may be whose answers are forgotten since: each may be one who seems to have come.
int forgotten_in(const Session& it) { return static_cast<int>(std::ranges::count_if(it.people, &Learner::gone)); }

bool few(int count) { return count < kSmallestCount; }

/// What is compared of one scan with another, and the scans that told it themselves, not what was told before them.
template <class Told>
class Earlier {
 public:
  struct First {
    const Session* scan;
    Told told;
  };

  /// What was told before `now` and is told again; nothing when it is told anew. `differ` counts people between an
  /// earlier scan and this one. Whose answers are forgotten since may not have changed.
  const Told* again(auto differ) const {
    for (auto one = firsts_.rbegin(); one != firsts_.rend(); ++one)
      if (few(differ(*one->scan) - forgotten_in(*one->scan))) return &one->told;
    return nullptr;
  }

  /// `differ` counts people between an earlier scan and `scan`, which told this.
  template <class Differ>
  void add(const Session& scan, Told told, Differ differ) {
    for (const auto& one : firsts_)
      if (one.told == told && few(differ(*one.scan))) return;
    firsts_.push_back({&scan, std::move(told)});
  }

 private:
  std::vector<First> firsts_;
};

using Strip = std::vector<ScanCount>;

/// One question, or who wants to learn about it, in all scans.
class Question {
 public:
  Question(const Session& now, const Item& item, bool wish, const Team& team)
      : now_(now), item_(item), wish_(wish), team_(team) {}

  /// What may be told now of what was counted: that, or what was told before, or nothing where few came or went since a
  /// scan that asked other questions: in other words they may be the same.
  Strip told(Strip counted, const std::vector<Session>& before) const {
    Earlier<Strip> earlier;
    for (auto at = before.begin(); at != before.end(); ++at) {
      const auto* there = in(*at);
      if (there == nullptr) continue;
      auto strip = strip_of(at->scan->counts, there->id, wish_);
      for (auto& one : strip) one.item = item_.id;
      if (strip.empty() && waits(*at, before.begin(), at, 0)) continue;
      earlier.add(*at, std::move(strip), [&](const Session& then) { return differ(then, *at); });
    }
    if (const auto* again = earlier.again([&](const Session& then) { return differ(then, now_); })) return *again;
    return waits(now_, before.begin(), before.end(), 1) ? Strip() : counted;
  }

 private:
  const Item* in(const Session& scan) const {
    return &scan == &now_ ? &item_ : same_question(*now_.scan, item_, *scan.scan);
  }

  int differ(const Session& then, const Session& now) const {
    const auto *asked = in(then), *asks = in(now);
    return people_who(then, now, team_, [&](const ScanAnswers* before, const ScanAnswers* today) {
      return (before ? said(*before, asked->id, wish_) : "") != (today ? said(*today, asks->id, wish_) : "");
    });
  }

  /// Whether one or two came or went since a scan that did not ask this. `unsure`: times the forgotten are taken off.
  template <class At>
  bool waits(const Session& scan, At from, At to, int unsure) const {
    return std::any_of(from, to, [&](const Session& then) {
      const int count = people_who(then, scan, team_, came_or_went);
      return in(then) == nullptr && count > 0 && few(count - unsure * forgotten_in(then));
    });
  }

  const Session& now_;
  const Item& item_;
  bool wish_;
  const Team& team_;
};

}  // namespace

void keep_what_few_changed(ScanClosed& closed, const Session& now, const std::vector<Session>& before,
                           const Team& team) {
  if (before.empty() || closed.answered < kFewestShown) return;
  Strip counts;
  for (const auto& item : now.scan->instrument.items)
    for (const bool wish : {false, true}) {
      const auto strip = Question(now, item, wish, team).told(strip_of(closed.counts, item.id, wish), before);
      counts.insert(counts.end(), strip.begin(), strip.end());
    }
  closed.counts = std::move(counts);
  Earlier<std::pair<int, bool>> earlier;
  for (const auto& at : before)
    earlier.add(at, std::pair(at.scan->answered, at.scan->or_more),
                [&](const Session& then) { return people_who(then, at, team, came_or_went); });
  const auto* again = earlier.again([&](const Session& then) { return people_who(then, now, team, came_or_went); });
  if (again != nullptr) std::tie(closed.answered, closed.or_more) = *again;
}

}  // namespace casus::learning
