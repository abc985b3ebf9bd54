// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/assumptions.hpp"

#include "core/base/files/definition_file.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/method/content_hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::simulation {

namespace {

using nlohmann::json;

constexpr int kAssumptionsFormat = 1;

/// A group of numbers in the file, whose members lie flat in the struct.
void group(fields::ObjectReader& file, const json& in, std::string_view name, Problems& problems, auto read) {
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

/// The numbers in the order of the file.
class Numbers {
 public:
  void number(std::string path, const Assumed& it, double low, double high) {
    all.push_back({std::move(path), &it, nullptr, low, high});
  }
  void whole(std::string path, const Assumed& it, double low, double high) {
    all.push_back({std::move(path), &it, nullptr, low, high, true});
  }
  void chance(std::string path, const Assumed& it) { number(std::move(path), it, 0, 1); }
  void span(std::string path, const Range& it, double low, double high) {
    all.push_back({std::move(path), nullptr, &it, low, high});
  }

  std::vector<NumberAt> all;
};

/// What a number means where it stands: whether it lies where it may.
void check_number(const NumberAt& at, Problems& problems) {
  if (at.span != nullptr) {
    const auto& it = *at.span;
    if (!(it.from >= at.low && it.to <= at.high && it.from <= it.to))
      problems.push_back({at.path, tell("wrong.from_to", {{"least", fmt::to_string(at.low)},
                                                          {"most", fmt::to_string(at.high)},
                                                          {"from", fmt::to_string(it.from)},
                                                          {"to", fmt::to_string(it.to)}})});
    return;
  }
  const double value = at.value->value;
  if (!(value >= at.low && value <= at.high))
    problems.push_back({at.path + "/value", tell("wrong.number_range", {{"least", fmt::to_string(at.low)},
                                                                        {"most", fmt::to_string(at.high)},
                                                                        {"got", fmt::to_string(value)}})});
  if (at.whole && value != std::floor(value))
    problems.push_back({at.path + "/value", tell("wrong.expected", {{"expected", tell("wrong.whole_number")},
                                                                    {"got", fmt::to_string(value)}})});
}

/// Of what is shared out by weight, something must have one.
void check_weights(const Assumptions& it, Problems& problems) {
  const auto weigh = [&](const char* path, const auto& all, const auto& weight) {
    double sum = 0;
    for (const auto& one : all) sum += weight(one);
    if (!(sum > 0)) problems.push_back({path, tell("wrong.weights")});
  };
  weigh("/actions", it.rungs, [](const auto& rung) { return rung.second.value; });
  weigh("/problems", it.problems, [](const auto& kind) { return kind.weight.value; });
  weigh("/methods", it.methods, [](const auto& use) { return use.weight.value; });
}

/// What every number and term says it rests on, with its path.
std::vector<std::pair<std::string, std::string>> sources_in(const Assumptions& it) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& at : numbers_of(it)) all.emplace_back(at.path, at.source());
  for (std::size_t i = 0; i < it.terms.size(); ++i) all.emplace_back(fmt::format("/terms/{}", i), it.terms[i].source);
  return all;
}

}  // namespace

std::vector<NumberAt> numbers_of(const Assumptions& it) {
  Numbers at;
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
  for (const auto& [rung, weight] : it.rungs) at.number(fmt::format("/actions/{}", key(rung)), weight, 0, 1000);
  at.chance("/network/says_yes", it.says_yes);
  at.chance("/ending/closes", it.closes);
  at.chance("/ending/closes_per_supporter", it.closes_per_supporter);
  at.whole("/ending/most_rounds", it.most_rounds, 1, 20);
  for (std::size_t i = 0; i < it.problems.size(); ++i) {
    const auto path = fmt::format("/problems/{}", i);
    const auto& kind = it.problems[i];
    at.number(path + "/weight", kind.weight, 0, 1000);
    at.number(path + "/size", kind.size, 0.1, 10);
    at.chance(path + "/concern", kind.concern);
    at.span(path + "/network", kind.network, 0, 12);
  }
  for (std::size_t i = 0; i < it.methods.size(); ++i) {
    const auto path = fmt::format("/methods/{}", i);
    at.number(path + "/weight", it.methods[i].weight, 0, 1000);
    at.span(path + "/outside_days", it.methods[i].outside_days, 0, 365);
  }
  return std::move(at.all);
}

std::pair<Assumptions, Problems> parse_assumptions(std::string_view bytes) {
  Problems problems;
  const auto in = strict_json(bytes, kDefinitionBounds, problems);
  if (!in.is_object()) return {Assumptions{}, std::move(problems)};
  auto read = read_assumptions(in, problems);
  read.hash = method::content_hash(bytes);
  // What has the wrong shape was told already; its meaning would be told of a default.
  if (!problems.empty()) return {std::move(read), std::move(problems)};
  std::vector<std::string_view> known{kAssumption};
  for (const auto& source : read.sources) known.push_back(source.key);
  for (const auto& at : numbers_of(read)) check_number(at, problems);
  check_weights(read, problems);
  for (const auto& [path, source] : sources_in(read))
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
  Rests rests;
  for (const auto& [path, source] : sources_in(assumptions)) ++(source == kAssumption ? rests.assumed : rests.sourced);
  return rests;
}

}  // namespace casus::simulation
