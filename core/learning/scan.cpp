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

std::vector<ScanCount> counted(const Scan& scan) {
  std::vector<ScanCount> counts;
  if (std::ssize(scan.answers) < kFewestShown) return counts;
  const auto keep = [&](const Item& item, std::string answer, std::ptrdiff_t count) {
    if (count >= kSmallestCount) counts.push_back({item.id, std::move(answer), static_cast<int>(count)});
  };
  for (const auto& item : scan.instrument.items) {
    const auto gave = [&](std::string_view answer) {
      return std::ranges::count_if(scan.answers, [&](const ScanAnswers& one) {
        const auto found = one.given.find(item.id);
        return found != one.given.end() && found->second == answer;
      });
    };
    if (const auto* scale = scan.instrument.scale(item.scale)) {
      for (const auto& choice : scale->choices) keep(item, choice.key, gave(choice.key));
      keep(item, std::string(kNotKnown), gave(kNotKnown));
    }
    keep(item, "", std::ranges::count_if(scan.answers, [&](const ScanAnswers& one) {
           return std::ranges::find(one.learn, item.id) != one.learn.end();
         }));
  }
  return counts;
}

int count_of(const Scan& scan, std::string_view item, std::string_view answer) {
  for (const auto& one : scan.counts)
    if (one.item == item && one.answer == answer) return one.count;
  return 0;
}

std::vector<Wanted> wanted_topics(const Scan& scan) {
  std::vector<Wanted> topics;
  for (const auto& item : scan.instrument.items)
    if (const auto count = count_of(scan, item.id, ""); count > 0) topics.push_back({&item, count, 0});
  std::ranges::stable_sort(topics, std::greater<>(), &Wanted::count);
  for (std::size_t i = 0; i < topics.size(); ++i)
    topics[i].place = i > 0 && topics[i].count == topics[i - 1].count ? topics[i - 1].place : static_cast<int>(i) + 1;
  return topics;
}

}  // namespace casus::learning
