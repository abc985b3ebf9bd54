// SPDX-License-Identifier: EUPL-1.2
#include "core/service/table/table.hpp"
#include "core/service/table/table_votes.hpp"

#include <nlohmann/json.hpp>

namespace casus::service {

namespace {

using nlohmann::json;

constexpr std::string_view word_of(Countdown::Pace pace) {
  switch (pace) {
    case Countdown::Pace::untimed: return "untimed";
    case Countdown::Pace::running: return "running";
    case Countdown::Pace::nearly: return "nearly";
    case Countdown::Pace::over: return "over";
    case Countdown::Pace::stale: return "stale";
  }
  return "";
}

json seats_json(const std::vector<Seat>& seats) {
  auto out = json::array();
  for (const auto& seat : seats)
    out.push_back({{"id", seat.id},
                   {"name", seat.name},
                   {"roles", seat.roles},
                   {"speaks", seat.speaks},
                   {"answers", seat.answers},
                   {"turn", seat.has_turn},
                   {"next", seat.is_next},
                   {"said", seat.said},
                   {"passed", seat.passed}});
  for (std::size_t i = 0; i < seats.size(); ++i)
    if (seats[i].group > 0) out[i]["group"] = seats[i].group;
  for (std::size_t i = 0; i < seats.size(); ++i) out[i]["kinds"] = seats[i].kinds;
  return out;
}

json groups_json(const Table& table) {
  auto groups = json::array();
  for (const auto& one : table.groups) {
    groups.push_back({{"number", one.number}, {"people", one.people}, {"turn", one.turn}});
    if (!one.one.empty()) groups.back().update({{"one", one.one}, {"place", one.place}});
  }
  return groups;
}

json brought_json(const Table& table) {
  auto brought = json::array();
  for (const auto& one : table.brought)
    brought.push_back({{"number", one.number}, {"people", one.people}, {"texts", one.texts}});
  return brought;
}

json said_json(const std::vector<SaidLine>& said, Lang lang) {
  auto out = json::array();
  for (const auto& line : said) {
    auto noticed = json::array();
    for (const auto& one : line.noticed) noticed.push_back({{"rule", one.rule}, {"message", one.message.in(lang)}});
    out.push_back({{"id", line.id},
                   {"who", line.who},
                   {"kind", line.kind},
                   {"text", line.text},
                   {"step", line.step},
                   {"here", line.here},
                   {"noticed", std::move(noticed)}});
  }
  return out;
}

json passed_json(const std::vector<PassedOver>& passed) {
  auto out = json::array();
  for (const auto& one : passed)
    out.push_back(one.is_phase ? json{{"phase", one.step}, {"why", one.when}}
                               : json{{"step", one.step}, {"when", one.when}});
  return out;
}

json repeat_json(const TimeOf& repeat) {
  json out{{"time", repeat.time},
           {"of", repeat.of},
           {"at_most", repeat.at_most},
           {"left_out", repeat.left_out.size()},
           {"left_out_what", repeat.left_out}};
  if (!repeat.about_id.empty()) out["about"] = {{"id", repeat.about_id}, {"text", repeat.about}};
  if (!repeat.until.empty()) out["until"] = repeat.until;
  return out;
}

json menu_json(const Table& table) {
  auto branches = json::array();
  for (const auto& one : table.menu)
    branches.push_back({{"branch", one.id}, {"name", one.name}, {"minutes", one.minutes}, {"chosen", one.chosen}});
  return {{"who", table.who_choose}, {"branches", std::move(branches)}};
}

json step_json(const Table& table) {
  if (!table.in_step) return nullptr;
  auto kinds = json::array();
  for (const auto& kind : table.kinds) {
    kinds.push_back({{"kind", kind.key}, {"name", kind.name}});
    if (!kind.asks.empty()) kinds.back()["fields"] = kind.asks;
    if (!kind.whose.empty()) kinds.back()["whose"] = kind.whose;
    if (kind.unseen) kinds.back()["unseen"] = true;
  }
  json out{{"name", table.step},       {"phase", table.phase},     {"number", table.number},
           {"of", table.of},           {"floor", table.floor},     {"kinds", std::move(kinds)},
           {"prompts", table.prompts}, {"records", table.records}, {"advice_locked", table.advice_locked},
           {"hidden", table.hidden}};
  if (table.vote) out["vote"] = vote_json(*table.vote);
  if (!table.numbers.empty()) out["numbers"] = table.numbers;
  if (table.repeat) out["repeat"] = repeat_json(*table.repeat);
  if (!table.passed_over.empty()) out["passed_over"] = passed_json(table.passed_over);
  if (!table.menu.empty()) out["menu"] = menu_json(table);
  if (!table.groups.empty()) out["groups"] = groups_json(table);
  if (!table.ended_at_most.empty()) out["ended_at_most"] = table.ended_at_most;
  if (!table.only_step.empty()) out["only_step"] = table.only_step;
  if (!table.role_turns.empty()) out["role_turns"] = table.role_turns;
  if (!table.brought.empty()) out["brought"] = brought_json(table);
  return out;
}

}  // namespace

json countdown_json(const Countdown& clock) {
  return {
      {"pace", word_of(clock.pace)}, {"planned_seconds", clock.planned.count()}, {"left_seconds", clock.left.count()}};
}

json table_json(const Table& table, const text::Voice& voice) {
  const auto lang = voice.lang();
  auto missing = json::array();
  for (const auto& one : table.missing)
    missing.push_back({{"id", one.id},
                       {"rule", one.rule},
                       {"hard", one.hard},
                       {"text", one.text.in(lang)},
                       {"who", one.who.in(lang)}});
  json out{{"case", table.case_id},  {"version", table.version},           {"life", key(table.stage.life)},
           {"safety", table.safety}, {"private_time", table.private_time}, {"acting", table.acting}};
  if (!table.leaders.empty()) out["leaders"] = table.leaders;
  if (table.private_time) return out;
  out.update({{"title", table.title},
              {"question", table.question},
              {"hoped_for", table.hoped_for},
              {"standing", table.standing},
              {"method", table.method},
              {"seats", seats_json(table.seats)},
              {"step", step_json(table)},
              {"time", countdown_json(table.time)},
              {"said", said_json(table.said, lang)},
              {"hidden", table.hidden_count},
              {"missing", std::move(missing)},
              {"no_way", table.no_way ? json{{"name", table.no_way->name},
                                             {"reason", table.no_way->reason.in(lang)},
                                             {"remedy", table.no_way->remedies_in(voice)}}
                                      : json()}});
  return out;
}

}  // namespace casus::service
