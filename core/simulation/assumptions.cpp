// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/assumptions.hpp"

#include "core/base/definition_file.hpp"
#include "core/base/json_fields.hpp"
#include "core/base/json_place.hpp"
#include "core/method/content_hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

namespace casus::simulation {

namespace {

using nlohmann::json;

constexpr int kAssumptionsFormat = 1;

/// A group of numbers in the file, whose members lie flat in the struct.
template <class Read>
void group(fields::ObjectReader& file, const json& in, std::string_view name, Problems& problems, Read read) {
  file.allow(name);
  const auto found = in.find(name);
  if (found == in.end()) {
    problems.push_back({"", fields::missing(name)});
    return;
  }
  const auto pointer = "/" + std::string(name);
  if (!found->is_object()) return fields::wrong(*found, tell("wrong.object"), pointer, problems);
  fields::ObjectReader reader(*found, pointer, problems);
  read(reader);
  reader.finish();
}

Assumptions read_assumptions(const json& in, Problems& problems) {
  Assumptions out;
  fields::ObjectReader file(in, "", problems);
  file.format(kAssumptionsFormat);
  file.required("id", out.id);
  file.required("version", out.version);
  file.required("name", out.name);
  file.required("sources", out.sources);
  group(file, in, "team", problems, [&](auto& at) {
    at.required("workers", out.workers);
    at.required("cases_per_week", out.cases_per_week);
    at.required("absence", out.absence);
  });
  group(file, in, "meeting", problems, [&](auto& at) {
    at.required("minutes", out.minutes);
    at.required("fixed_minutes", out.fixed_minutes);
    at.required("overrun", out.overrun);
    at.required("untimed_minutes", out.untimed_minutes);
    at.required("spread", out.spread);
    at.required("skip_soft", out.skip_soft);
    at.required("concern_minutes", out.concern_minutes);
  });
  group(file, in, "days", problems, [&](auto& at) {
    at.required("intake", out.intake_days);
    at.required("review", out.review_days);
    at.required("late_after", out.late_after_days);
    at.required("warm_up_weeks", out.warm_up_weeks);
  });
  group(file, in, "actions", problems, [&](auto& at) {
    at.required("number", out.actions);
    at.required("done", out.action_done);
    at.required("partly", out.action_partly);
    for (const auto& rung : names_of(Rung{}))
      at.required(rung.key, out.rungs.emplace_back(rung.value, Assumed{}).second);
  });
  group(file, in, "network", problems, [&](auto& at) { at.required("says_yes", out.says_yes); });
  group(file, in, "ending", problems, [&](auto& at) {
    at.required("closes", out.closes);
    at.required("closes_per_supporter", out.closes_per_supporter);
    at.required("most_rounds", out.most_rounds);
  });
  file.required("problems", out.problems);
  file.required("methods", out.methods);
  file.required("terms", out.terms);
  file.finish();
  return out;
}

/// Visits every number with its path: `each(path, low, high, source)`.
class Meaning {
 public:
  explicit Meaning(Problems& problems) : problems_(problems) {}

  void number(const std::string& path, const Assumed& it, double low, double high) {
    if (!(it.value >= low && it.value <= high))
      problems_.push_back({path + "/value", tell("wrong.number_range", {{"least", fmt::to_string(low)},
                                                                        {"most", fmt::to_string(high)},
                                                                        {"got", fmt::to_string(it.value)}})});
    sources_.emplace_back(path, it.source);
  }
  void whole(const std::string& path, const Assumed& it, double low, double high) {
    number(path, it, low, high);
    if (it.value != std::floor(it.value))
      problems_.push_back({path + "/value", tell("wrong.expected", {{"expected", tell("wrong.whole_number")},
                                                                    {"got", fmt::to_string(it.value)}})});
  }
  void chance(const std::string& path, const Assumed& it) { number(path, it, 0, 1); }
  void span(const std::string& path, const Range& it, double low, double high) {
    if (!(it.from >= low && it.to <= high && it.from <= it.to))
      problems_.push_back({path, tell("wrong.from_to", {{"least", fmt::to_string(low)},
                                                        {"most", fmt::to_string(high)},
                                                        {"from", fmt::to_string(it.from)},
                                                        {"to", fmt::to_string(it.to)}})});
    sources_.emplace_back(path, it.source);
  }
  void source(const std::string& path, const std::string& key) { sources_.emplace_back(path, key); }
  void weights(const std::string& path, double sum) {
    if (!(sum > 0)) problems_.push_back({path, tell("wrong.weights")});
  }

  const std::vector<std::pair<std::string, std::string>>& sources() const { return sources_; }

 private:
  Problems& problems_;
  std::vector<std::pair<std::string, std::string>> sources_;
};

void look(const Assumptions& it, Meaning& at) {
  at.whole("/team/workers", it.workers, 2, 60);
  at.number("/team/cases_per_week", it.cases_per_week, 0, 1000);
  at.number("/team/absence", it.absence, 0, 0.95);
  at.number("/meeting/minutes", it.minutes, 1, 1440);
  at.number("/meeting/fixed_minutes", it.fixed_minutes, 0, 1440);
  at.number("/meeting/overrun", it.overrun, 0, 240);
  at.number("/meeting/untimed_minutes", it.untimed_minutes, 0, 240);
  at.chance("/meeting/spread", it.spread);
  at.chance("/meeting/skip_soft", it.skip_soft);
  at.number("/meeting/concern_minutes", it.concern_minutes, 0, 240);
  at.span("/days/intake", it.intake_days, 0, 365);
  at.span("/days/review", it.review_days, 1, 365);
  at.number("/days/late_after", it.late_after_days, 0, 365);
  at.whole("/days/warm_up_weeks", it.warm_up_weeks, 0, 520);
  at.span("/actions/number", it.actions, 1, 12);
  at.chance("/actions/done", it.action_done);
  at.chance("/actions/partly", it.action_partly);
  double rungs = 0;
  for (const auto& [rung, weight] : it.rungs) {
    at.number(fmt::format("/actions/{}", key(rung)), weight, 0, 1000);
    rungs += weight.value;
  }
  at.weights("/actions", rungs);
  at.chance("/network/says_yes", it.says_yes);
  at.chance("/ending/closes", it.closes);
  at.chance("/ending/closes_per_supporter", it.closes_per_supporter);
  at.whole("/ending/most_rounds", it.most_rounds, 1, 20);
  double problems = 0;
  for (std::size_t i = 0; i < it.problems.size(); ++i) {
    const auto path = fmt::format("/problems/{}", i);
    const auto& kind = it.problems[i];
    at.number(path + "/weight", kind.weight, 0, 1000);
    at.number(path + "/size", kind.size, 0.1, 10);
    at.chance(path + "/concern", kind.concern);
    at.span(path + "/network", kind.network, 0, 12);
    problems += kind.weight.value;
  }
  at.weights("/problems", problems);
  double methods = 0;
  for (std::size_t i = 0; i < it.methods.size(); ++i) {
    const auto path = fmt::format("/methods/{}", i);
    at.number(path + "/weight", it.methods[i].weight, 0, 1000);
    at.span(path + "/outside_days", it.methods[i].outside_days, 0, 365);
    methods += it.methods[i].weight.value;
  }
  at.weights("/methods", methods);
  for (std::size_t i = 0; i < it.terms.size(); ++i) at.source(fmt::format("/terms/{}", i), it.terms[i].source);
}

constexpr std::string_view kAssumption = "assumption";

}  // namespace

std::pair<Assumptions, Problems> parse_assumptions(std::string_view bytes) {
  Problems problems;
  const auto in = strict_json(bytes, kDefinitionBounds, problems);
  if (!in.is_object()) return {Assumptions{}, std::move(problems)};
  auto read = read_assumptions(in, problems);
  read.hash = method::content_hash(bytes);
  // What has the wrong shape was told already; its meaning would be told of a default.
  if (!problems.empty()) return {std::move(read), std::move(problems)};
  Meaning meaning(problems);
  look(read, meaning);
  std::vector<std::string_view> known{kAssumption};
  for (const auto& source : read.sources) known.push_back(source.key);
  for (const auto& [path, source] : meaning.sources())
    if (std::ranges::find(known, source) == known.end())
      problems.push_back(
          {path + "/source", tell("wrong.no_source_there", {{"got", source}, {"near", fields::near(source, known)}})});
  if (read.action_done.value + read.action_partly.value > 1)
    problems.push_back(
        {"/actions",
         tell("wrong.more_than_one", {{"sum", fmt::to_string(read.action_done.value + read.action_partly.value)}})});
  if (read.fixed_minutes.value >= read.minutes.value)
    problems.push_back({"/meeting/fixed_minutes", tell("wrong.no_time_left")});
  return {std::move(read), std::move(problems)};
}

std::pair<std::string, Problems> with_number(std::string_view bytes, const std::string& pointer, double value) {
  Problems problems;
  (void)strict_json(bytes, kDefinitionBounds, problems);
  if (!problems.empty()) return {{}, std::move(problems)};
  try {
    // In the order of the file: "format" stays first.
    auto in = nlohmann::ordered_json::parse(bytes);
    const nlohmann::ordered_json::json_pointer path(pointer);
    auto* at = &in.at(path);
    if (at->is_object() && at->contains("value")) at = &at->at("value");
    if (at->is_number()) {
      *at = value;
      return {in.dump(), {}};
    }
  } catch (const json::exception&) {
    // told below, with the same words
  }
  return {{}, {{pointer, tell("wrong.no_number")}}};
}

Rests rests_on(const Assumptions& assumptions) {
  Problems ignored;
  Meaning meaning(ignored);
  look(assumptions, meaning);
  Rests rests;
  for (const auto& [path, source] : meaning.sources()) ++(source == kAssumption ? rests.assumed : rests.sourced);
  return rests;
}

}  // namespace casus::simulation
