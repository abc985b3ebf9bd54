// SPDX-License-Identifier: EUPL-1.2
#include "core/report/number_spread.hpp"

#include "core/model/case/stays.hpp"
#include "core/model/case/unseen.hpp"
#include "core/page/words.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace casus::report {

namespace {

/// Fewer have no middle that says anything.
constexpr std::size_t kFewestNumbers = 3;

double middle_of(const std::vector<int>& sorted) {
  const auto half = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
}

std::string told_together(std::vector<int> values, text::Value what, const std::string& step,
                          const text::Voice& voice) {
  std::ranges::sort(values);
  return text::say(voice, "table.numbers_together", "step"_is = step, "what"_is = std::move(what),
                   "lowest"_is = values.front(), "middle"_is = page::number(middle_of(values), voice),
                   "highest"_is = values.back(), "count"_is = values.size());
}

/// One number of each: of who came back to the step, the last.
class NumberOfEach {
 public:
  void add(const Made& made, int value) {
    const auto [at, is_first] = by_person_.try_emplace(made.by, made.visit, value);
    if (is_first) return;
    of_several_ |= at->second.first == made.visit;
    at->second = {made.visit, value};
  }
  /// Who wrote two in one stay wrote about several things, and those have no middle together: then there are none.
  std::vector<int> values() const {
    std::vector<int> all;
    if (of_several_) return all;
    for (const auto& [person, last] : by_person_) all.push_back(last.second);
    return all;
  }

 private:
  std::map<std::string, std::pair<int, int>> by_person_;  ///< the stay and the number
  bool of_several_ = false;
};

std::optional<int> whole_number(const std::string& value) {
  int number = 0;
  const auto* const end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, number);
  return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

}  // namespace

std::vector<std::string> number_spreads(const Case& state, const Naming& names, int visit) {
  if (visit < 0) return {};
  const auto& here = state.visits[static_cast<std::size_t>(visit)];
  const auto counts = [&](const Made& made) {
    return made.visit >= 0 && same_time(state.visits[static_cast<std::size_t>(made.visit)], here);
  };
  std::vector<std::string> told;
  const auto step = names.step_name(here);
  if (const auto* method = names.method(here.method)) {
    for (const auto& type : method->record_types)
      for (const auto& field : type.parts) {
        if (!field.scale) continue;
        NumberOfEach numbers;
        for (const auto& said : state.contributions) {
          if (said.kind != type.id || !said.hidden || !counts(said)) continue;
          if (!is_shown(state, said)) return {};
          const auto one = std::ranges::find(said.values, field.id, &RecordedValue::field);
          if (one == said.values.end()) continue;
          if (const auto value = whole_number(one->value)) numbers.add(said, *value);
        }
        if (auto values = numbers.values(); values.size() >= kFewestNumbers)
          told.push_back(told_together(std::move(values), field.name, step, names.voice()));
      }
  }
  // Of the scales of the program; life domains are each a number of their own.
  std::map<Scale, NumberOfEach> scores;
  for (const auto& score : state.scores) {
    if (!score.given.hidden || !score.given.domain.empty() || !counts(score)) continue;
    if (!is_shown(state, score)) return {};
    scores[score.given.scale].add(score, score.given.value);
  }
  for (const auto& [scale, numbers] : scores)
    if (auto values = numbers.values(); values.size() >= kFewestNumbers)
      told.push_back(told_together(std::move(values), text::label(scale), step, names.voice()));
  return told;
}

}  // namespace casus::report
