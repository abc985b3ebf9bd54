// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/scan.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::learning {

using nlohmann::json;

std::string written(const ScanAnswers& answers) {
  return json{{"given", answers.given}, {"learn", answers.learn}, {"contact", answers.contact}}.dump();
}

ScanAnswers scan_answers_from(std::string_view text) {
  ScanAnswers out;
  const auto in = json::parse(text, nullptr, false);
  if (!in.is_object()) return out;
  out.given = in.value("given", out.given);
  out.learn = in.value("learn", out.learn);
  out.contact = in.value("contact", out.contact);
  return out;
}

NearlyAll nearly_all(int count, int of) {
  const int least = std::max(kSmallestCount, of - kSmallestCount + 1);
  return {least, count >= least};
}

namespace {

/// The counts of one item that may be seen, out of `of` people.
void hide_few(std::vector<ScanCount>& counts, int of) {
  std::erase_if(counts, [](const ScanCount& one) { return one.count < kSmallestCount; });
  const auto left = [&] {
    int rest = of;
    for (const auto& one : counts) rest -= one.count;
    return rest;
  };
  while (counts.size() > 1 && left() > 0 && left() < kSmallestCount)
    counts.erase(std::ranges::min_element(counts, {}, &ScanCount::count));
  if (counts.size() != 1) return;
  auto& only = counts.front();
  if (const auto all = nearly_all(only.count, of); all.is_one) {
    only.count = all.least;
    only.or_more = true;
  }
}

}  // namespace

ScanClosed counted(const Scan& scan, int members) {
  const auto answered = static_cast<int>(std::ssize(scan.answers));
  ScanClosed closed{answered, {}, false};
  if (answered < kFewestShown) return closed;
  auto all = nearly_all(answered, std::max(members, answered));
  all.least = std::max(all.least, kFewestShown);
  const int of = all.is_one ? std::max(members, answered) : answered;
  if (all.is_one) {
    closed.answered = all.least;
    closed.or_more = true;
  }
  for (const auto& item : scan.instrument.items) {
    std::vector<ScanCount> given;
    const auto gave = [&](const std::string& answer) {
      const auto count = std::ranges::count_if(scan.answers, [&](const ScanAnswers& one) {
        const auto found = one.given.find(item.id);
        return found != one.given.end() && found->second == answer;
      });
      given.push_back({item.id, answer, static_cast<int>(count), false});
    };
    if (const auto* scale = scan.instrument.scale(item.scale)) {
      for (const auto& choice : scale->choices) gave(choice.key);
      gave(std::string(kNotKnown));
    }
    const auto wish = std::ranges::count_if(
        scan.answers, [&](const ScanAnswers& one) { return std::ranges::find(one.learn, item.id) != one.learn.end(); });
    std::vector<ScanCount> wished{{item.id, "", static_cast<int>(wish), false}};
    for (auto* counts : {&given, &wished}) {
      hide_few(*counts, of);
      closed.counts.insert(closed.counts.end(), counts->begin(), counts->end());
    }
  }
  return closed;
}

const ScanCount* count_of(const Scan& scan, std::string_view item, std::string_view answer) {
  for (const auto& one : scan.counts)
    if (one.item == item && one.answer == answer) return &one;
  return nullptr;
}

std::vector<Wanted> wanted_topics(const Scan& scan) {
  std::vector<Wanted> topics;
  for (const auto& item : scan.instrument.items)
    if (const auto* one = count_of(scan, item.id, "")) topics.push_back({&item, one->count, one->or_more, 0});
  std::ranges::stable_sort(topics, std::greater<>(), &Wanted::count);
  for (std::size_t i = 0; i < topics.size(); ++i)
    topics[i].place = i > 0 && topics[i].count == topics[i - 1].count ? topics[i - 1].place : static_cast<int>(i) + 1;
  return topics;
}

}  // namespace casus::learning
