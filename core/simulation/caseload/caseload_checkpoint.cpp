// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload_checkpoint.hpp"

#include "core/base/json/json_fields.hpp"

#include <stdexcept>

namespace casus::simulation {

namespace {

using nlohmann::json;

constexpr int kCheckpointFormat = 3;
/// Above what is found or can be asked for.
constexpr int kMostWarmUp = 4 * kLastLook;

json unit_json(const UnitResult& it) {
  json periods = json::array();
  for (const auto& period : it.periods) {
    json parts = json::array();
    for (const auto& part : period) parts.push_back({part.sum, part.of});
    periods.push_back(std::move(parts));
  }
  return {{"unit", {it.unit.setting, it.unit.run, it.unit.team}},
          {"periods", std::move(periods)},
          {"waits", it.waits},
          {"lives", it.lives},
          {"doings", {it.doings.commands, it.doings.events, it.doings.refused, it.doings.replanned}}};
}

/// Throws std::exception for what does not fit.
UnitResult unit_from(const json& in) {
  UnitResult it{.unit = {in.at("unit").at(0), in.at("unit").at(1), in.at("unit").at(2)}};
  for (const auto& parts : in.at("periods")) {
    auto& period = it.periods.emplace_back();
    for (std::size_t i = 0; i < kMeasures; ++i) period[i] = {parts.at(i).at(0), parts.at(i).at(1)};
  }
  if (it.periods.size() != kPeriods) throw std::invalid_argument("periods");
  in.at("waits").get_to(it.waits);
  in.at("lives").get_to(it.lives);
  const auto& doings = in.at("doings");
  it.doings = {doings.at(0), doings.at(1), doings.at(2), doings.at(3)};
  return it;
}

json three_json(const Interval& it) { return {it.mean, it.low, it.high}; }
Interval three_from(const json& in) { return {in.at(0), in.at(1), in.at(2)}; }

json settling_json(const Settling& it) {
  return {{"rest", key(it.rest)},        {"weeks", it.weeks},
          {"warm_up", it.warm_up},       {"growth", three_json(it.growth)},
          {"open", three_json(it.open)}, {"waiting", {it.waiting.mean, it.waiting.tenth, it.waiting.ninetieth}}};
}

Settling settling_from(const json& in) {
  Settling it;
  const auto rest = from_key<Rest>(in.at("rest").get<std::string>());
  if (!rest) throw std::invalid_argument("rest");
  it.rest = *rest;
  in.at("weeks").get_to(it.weeks);
  in.at("warm_up").get_to(it.warm_up);
  it.growth = three_from(in.at("growth"));
  it.open = three_from(in.at("open"));
  const auto& waiting = in.at("waiting");
  waiting.at(0).get_to(it.waiting.mean);
  waiting.at(1).get_to(it.waiting.tenth);
  waiting.at(2).get_to(it.waiting.ninetieth);
  const auto weeks = it.waiting.mean.size();
  if (it.waiting.tenth.size() != weeks || it.waiting.ninetieth.size() != weeks) throw std::invalid_argument("waiting");
  return it;
}

}  // namespace

std::string checkpoint_json(const CaseloadCheckpoint& checkpoint) {
  json done = json::array();
  for (const auto& unit : checkpoint.done) done.push_back(unit_json(unit));
  json settling = json::array();
  for (const auto& one : checkpoint.settling) settling.push_back(settling_json(one));
  return json{{"format", kCheckpointFormat},           {"request", fields::write(checkpoint.request)},
              {"definitions", checkpoint.definitions}, {"settling", std::move(settling)},
              {"warm_up", checkpoint.warm_up},         {"done", std::move(done)}}
             .dump() +
         "\n";
}

Outcome<CaseloadCheckpoint, Problems> checkpoint_from(std::string_view bytes) {
  const auto in = json::parse(bytes, nullptr, false);
  if (!in.is_object() || in.value("format", 0) != kCheckpointFormat)
    return failure(Problems{{"", tell("wrong.no_checkpoint")}});
  CaseloadCheckpoint out;
  Problems problems;
  try {
    fields::read(in.at("request"), out.request, "/request", problems);
    in.at("definitions").get_to(out.definitions);
    for (const auto& one : in.at("settling")) out.settling.push_back(settling_from(one));
    in.at("warm_up").get_to(out.warm_up);
    if (out.warm_up < 0 || out.warm_up > kMostWarmUp) throw std::invalid_argument("warm_up");
    for (const auto& unit : in.at("done")) out.done.push_back(unit_from(unit));
  } catch (const std::exception&) {
    problems.push_back({"", tell("wrong.damaged")});
  }
  if (!problems.empty()) return failure(std::move(problems));
  return out;
}

}  // namespace casus::simulation
