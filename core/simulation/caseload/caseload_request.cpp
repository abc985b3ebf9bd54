// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload_request.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/method/content_hash.hpp"
#include "core/simulation/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>

namespace casus::simulation {

namespace {

/// More than anybody compares, and a table that can still be read.
constexpr std::size_t kMostSettings = 4;
/// Enough for an interval to cover what is skewed.
constexpr int kEnoughPaths = 50;
/// Each path is met by every setting, so few show what a number does.
constexpr int kPathsPerTurn = 12;

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// Where a setting that has a short name stands in the file.
std::string pointer_of(std::string_view name) {
  if (name == "minutes") return "/meeting/minutes";
  if (name == "cases-per-week") return "/team/cases_per_week";
  if (name == "workers") return "/team/workers";
  if (name == "absence") return "/team/absence";
  return std::string(name);
}

/// One request on its way to settings: bytes of assumptions, changed and read again, so that one check serves all.
class Requests {
 public:
  explicit Requests(const CaseloadRequest& request) : request_(request) {}

  Outcome<CaseloadPlan, Problems> plan() {
    whole("teams", request_.teams, 1, 100'000);
    whole("weeks", request_.weeks, 1, 520);
    whole("runs", request_.runs, 0, 1'000'000);
    if (request_.seed < 0) problems_.push_back({"--seed", tell("wrong.seed")});
    auto [own, wrong] = parse_assumptions(request_.assumptions);
    if (!wrong.empty()) {
      std::ranges::move(wrong, std::back_inserter(problems_));
      return failure(std::move(problems_));
    }
    own_ = std::move(own);
    give("minutes", request_.minutes);
    give("cases-per-week", request_.cases_per_week);
    give("workers", request_.workers);
    give("absence", request_.absence);
    for (const auto& one : request_.set) set(one);
    const int paths = request_.sensitivity ? kPathsPerTurn : kEnoughPaths;
    CaseloadPlan plan{.teams = request_.teams};
    plan.runs = request_.runs > 0 ? request_.runs : (paths + plan.teams - 1) / std::max(1, plan.teams);
    plan.scale.weeks = request_.weeks;
    plan.scale.seed = static_cast<std::uint64_t>(request_.seed);
    if (request_.compare.empty()) add(plan, "", request_.method, "--method");
    else compare(plan);
    if (request_.sensitivity && problems_.empty()) turn(plan);
    if (!problems_.empty()) return failure(std::move(problems_));
    return plan;
  }

 private:
  /// A number in place of the file's own, and the option that gave it.
  struct Given {
    std::string path;
    double value = 0;
    std::string option;
  };

  void whole(std::string_view option, int value, int low, int high) {
    if (value < low || value > high)
      problems_.push_back(
          {fmt::format("--{}", option), tell("wrong.whole_range", {{"least", low}, {"most", high}, {"got", value}})});
  }

  void give(std::string_view name, const std::optional<double>& value) {
    if (value) give({pointer_of(name), *value, fmt::format("--{}", name)});
  }

  void give(Given given) {
    if (!std::isfinite(given.value))
      return problems_.push_back({given.option, tell("wrong.expected", {{"expected", tell("wrong.number")},
                                                                        {"got", fmt::to_string(given.value)}})});
    if (auto wrong = not_there(given.path)) return problems_.push_back({given.option, std::move(*wrong)});
    const auto earlier = std::ranges::find(given_, given.path, &Given::path);
    if (earlier != given_.end())
      return problems_.push_back(
          {given.option, tell("wrong.set_already", {{"path", given.path}, {"option", earlier->option}})});
    given_.push_back(std::move(given));
  }

  /// "minutes=60".
  void set(const std::string& said) {
    const auto equals = said.find('=');
    const auto number = equals == std::string::npos ? std::nullopt : number_in(said.substr(equals + 1));
    if (equals == 0 || !number) return problems_.push_back({"--set", tell("wrong.set", {{"got", said}})});
    give({pointer_of(said.substr(0, equals)), *number, "--set " + said});
  }

  /// What is wrong with a path that is no number of the file.
  std::optional<Telling> not_there(const std::string& path) const {
    const auto numbers = numbers_of(own_);
    std::vector<std::string_view> paths;
    for (const auto& at : numbers) {
      paths.emplace_back(at.path);
      const bool named = path == at.path;
      if (at.span == nullptr ? named : path == at.path + "/from" || path == at.path + "/to") return std::nullopt;
      if (named) return tell("wrong.set_of_range", {{"path", path}});
    }
    return tell("wrong.no_number_at", {{"path", path}, {"near", fields::near(path, paths)}});
  }

  /// The file with what was given; without one of those, to see what that one did.
  std::string changed(const Given* without = nullptr) const {
    auto bytes = request_.assumptions;
    for (const auto& given : given_)
      if (&given != without) bytes = with_number(bytes, given.path, given.value).first;
    return bytes;
  }

  /// The file is good, so what is wrong now is of an option: of one without which it would be right.
  Problem of_option(Problem problem) const {
    if (given_.empty()) return problem;
    const auto* of = &given_.back();
    for (const auto& given : given_) {
      const auto left = parse_assumptions(changed(&given)).second;
      if (std::ranges::find(left, problem) == left.end()) of = &given;
    }
    return {of->option, std::move(problem.message)};
  }

  void turn(CaseloadPlan& plan) {
    const auto per_cent = *request_.sensitivity;
    if (!(per_cent >= 1 && per_cent <= 90))
      return problems_.push_back(
          {"--sensitivity",
           tell("wrong.number_range", {{"least", 1}, {"most", 90}, {"got", fmt::format("{:g}", per_cent)}})});
    if (!request_.compare.empty()) return problems_.push_back({"--sensitivity", tell("wrong.sensitivity_and_compare")});
    for (auto& one : turned(changed(), per_cent / 100)) {
      put(plan, fmt::format("{}={:g}", one.turn.path, one.turn.value), parse_assumptions(one.bytes).first,
          request_.method, "--method");
      plan.settings.back().turn = std::move(one.turn);
    }
  }

  void add(CaseloadPlan& plan, std::string name, const std::string& method, const std::string& option) {
    auto [assumptions, wrong] = parse_assumptions(changed());
    for (auto& one : wrong) {
      auto problem = of_option(std::move(one));
      if (std::ranges::find(problems_, problem) == problems_.end()) problems_.push_back(std::move(problem));
    }
    if (wrong.empty()) put(plan, std::move(name), std::move(assumptions), method, option);
  }

  void put(CaseloadPlan& plan, std::string name, Assumptions assumptions, const std::string& method,
           const std::string& option) {
    if (!method.empty()) only(assumptions, method, option);
    plan.settings.push_back({std::move(name), std::move(assumptions)});
  }

  void only(Assumptions& assumptions, const std::string& method, const std::string& option) {
    std::vector<std::string_view> known;
    bool found = false;
    for (auto& use : assumptions.methods) {
      known.push_back(use.method);
      use.weight.value = use.method == method ? 1 : 0;
      found = found || use.method == method;
    }
    if (!found)
      problems_.push_back(
          {option, tell("wrong.not_one_of",
                        {{"known", joined(known)}, {"got", method}, {"near", fields::near(method, known)}})});
  }

  void compare(CaseloadPlan& plan) {
    const auto equals = request_.compare.find('=');
    if (equals == std::string::npos || equals == 0) return problems_.push_back({"--compare", tell("wrong.compare")});
    const auto name = request_.compare.substr(0, equals);
    std::vector<std::string> values;
    for (std::size_t from = equals + 1;;) {
      const auto comma = request_.compare.find(',', from);
      values.push_back(request_.compare.substr(from, comma - from));
      if (comma == std::string::npos) break;
      from = comma + 1;
    }
    if (values.size() < 2 || values.size() > kMostSettings)
      return problems_.push_back(
          {"--compare", tell("wrong.values", {{"most", kMostSettings}, {"got", values.size()}})});
    const auto path = pointer_of(name);
    const bool methods = name == "method";
    if (auto wrong = methods ? std::nullopt : not_there(path))
      return problems_.push_back({"--compare", std::move(*wrong)});
    // The same number written twice is the same setting, and all its differences would be 0.
    for (auto value = values.begin(); value != values.end(); ++value)
      if (const auto number = number_in(*value); std::any_of(values.begin(), value, [&](const std::string& earlier) {
            return earlier == *value || (number && number_in(earlier) == number);
          }))
        return problems_.push_back({"--compare", tell("wrong.compared_with_itself", {{"got", *value}})});
    for (const auto& value : values) {
      const auto label = fmt::format("{}={}", name, value);
      if (methods) {
        add(plan, label, value, "--compare");
        continue;
      }
      const auto number = number_in(value);
      if (!number) {
        problems_.push_back(
            {"--compare", tell("wrong.expected", {{"expected", tell("wrong.number")}, {"got", "'" + value + "'"}})});
        continue;
      }
      given_.push_back({path, *number, "--compare"});
      add(plan, label, request_.method, "--method");
      given_.pop_back();
    }
  }

  const CaseloadRequest& request_;
  Assumptions own_;  ///< as the file has them
  std::vector<Given> given_;
  Problems problems_;
};

}  // namespace

Outcome<CaseloadPlan, Problems> plan_of(const CaseloadRequest& request) { return Requests(request).plan(); }

namespace {

/// What said how many people there are: an option, or else the file.
std::string option_of_workers(const CaseloadRequest& request) {
  const auto of_workers = [](const std::string& said) {
    return pointer_of(said.substr(0, said.find('='))) == "/team/workers";
  };
  if (request.workers) return "--workers";
  if (!request.compare.empty() && of_workers(request.compare)) return "--compare";
  const auto set = std::ranges::find_if(request.set, of_workers);
  return set == request.set.end() ? "/team/workers" : "--set " + *set;
}

}  // namespace

Problems cannot_play(const engine::Library& library, const CaseloadRequest& request, CaseloadPlan& plan) {
  Problems problems;
  const auto look = [&](const Setting& setting) {
    bool plays = true;
    for (const auto& use : setting.assumptions.methods) {
      const auto* method = use.weight.value > 0 ? library.method(use.method) : nullptr;
      const int workers = static_cast<int>(setting.assumptions.workers.value);
      if (method == nullptr || workers >= fewest_at_table(*method)) continue;
      plays = false;
      Problem problem{option_of_workers(request),
                      tell("wrong.too_few_for_method",
                           {{"method", use.method}, {"least", fewest_at_table(*method)}, {"got", workers}})};
      if (!setting.turn && std::ranges::find(problems, problem) == problems.end())
        problems.push_back(std::move(problem));
    }
    return plays;
  };
  std::erase_if(plan.settings, [&](const Setting& setting) { return !look(setting) && setting.turn.has_value(); });
  return problems;
}

std::string definitions_hash(const engine::Library& library, const CaseloadPlan& plan) {
  std::string all;
  for (const auto& setting : plan.settings)
    for (const auto& use : setting.assumptions.methods) {
      const auto* method = library.method(use.method);
      if (method == nullptr || use.weight.value <= 0) continue;
      all += method->hash;
      if (const auto* workflow = library.workflow(method->workflow)) all += workflow->hash;
    }
  return method::content_hash(all);
}

}  // namespace casus::simulation
