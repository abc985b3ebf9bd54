// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/beside.hpp"

#include "tests/bench/samples.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>

namespace casus::bench {

namespace {

using nlohmann::json;
using Runs = std::map<std::string, std::vector<double>>;

/// What a run tells of itself that is no figure of ours.
constexpr std::array<std::string_view, 8> kOfTheLoop{"family_index", "per_family_instance_index",
                                                     "repetitions",  "repetition_index",
                                                     "threads",      "iterations",
                                                     "real_time",    "cpu_time"};

std::string name_of(const json& run) {
  auto name = run.at("name").get<std::string>();
  for (const std::string_view more : {"/real_time", "/iterations:1"})
    if (const auto at = name.find(more); at != std::string::npos) name.erase(at, more.size());
  return name;
}

void add(Runs& runs, const std::string& path) {
  std::ifstream file(path);
  const auto whole = json::parse(file);
  for (const auto& run : whole.at("benchmarks")) {
    const auto name = name_of(run);
    runs[fmt::format("{} ({} of the processor)", name, run.at("time_unit").get<std::string>())].push_back(
        run.at("cpu_time").get<double>());
    for (const auto& [key, value] : run.items())
      if (value.is_number() && std::ranges::find(kOfTheLoop, key) == kOfTheLoop.end())
        runs[name + '.' + key].push_back(value.get<double>());
  }
}

std::string told(std::vector<double> values) {
  std::ranges::sort(values);
  return fmt::format("{:.4g} ({:.4g}-{:.4g})", median(values), values.front(), values.back());
}

}  // namespace

std::string beside(const std::vector<std::string>& there, const std::vector<std::string>& here) {
  Runs other, own;
  for (const auto& path : there) add(other, path);
  for (const auto& path : here) add(own, path);
  constexpr auto kLine = "{:<44} {:>28} {:>28} {:>7}\n";
  auto table = fmt::format(kLine, "what", "there", "here", "ratio");
  table += std::string(110, '-') + '\n';
  for (const auto& [what, values] : own) {
    const auto found = other.find(what);
    if (found == other.end()) continue;
    const auto base = median(found->second);
    table += fmt::format(kLine, what, told(found->second), told(values),
                         base > 0 ? fmt::format("{:.3f}", median(values) / base) : "");
  }
  return table;
}

}  // namespace casus::bench
