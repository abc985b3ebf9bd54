// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/keys/older_copy.hpp"

#include "core/base/fault.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/fault_words.hpp"
#include "core/desk/reply.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/service/learning.hpp"
#include "core/service/meetings/meetings.hpp"
#include "core/store/address.hpp"
#include "core/store/database_fault.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace casus::desk {

namespace {

std::string of_new_team(const Desk& desk, std::string address) {
  const auto team = "team=" + store::address_from(address).team;
  const auto other = "team=" + desk.say("gap.new_team");
  if (const auto at = address.find(team, address.find('?')); at != std::string::npos)
    return address.replace(at, team.size(), other);
  return address + (address.find('?') == std::string::npos ? "?" : "&") + other;
}

}  // namespace

std::string restored_by_way_of_file(const Desk& desk, const std::string& backup) {
  const auto line = [&](std::string_view verb, const std::string& what) {
    return fmt::format("{} {} --store {} --keys {}", desk.to_type(fmt::format("casus {}", verb)), shell_quoted(what),
                       desk.say("gap.new_file"), shell_quoted(desk.keys_path()));
  };
  return desk.say("database.no_restore", "restore"_is = line("store restore", backup),
                  "copy"_is = line("store copy", of_new_team(desk, desk.store_path())));
}

text::Message where_in(const std::string& stream) {
  const auto id_behind = [&](std::string_view prefix) {
    return stream.starts_with(prefix) ? stream.substr(prefix.size()) : std::string();
  };
  if (const auto id = id_behind("case/"); !id.empty()) return text::msg("copied.case", "case"_is = id);
  if (const auto id = id_behind("access/"); !id.empty()) return text::msg("copied.looks", "case"_is = id);
  if (const auto id = id_behind("meeting/"); !id.empty())
    return text::msg("copied.meeting", "day"_is = text::day_message(id));
  if (stream.starts_with("team/")) return text::msg("copied.team");
  return text::msg("copied.other", "stream"_is = stream);
}

nlohmann::json in_json(const store::AcceptedBackup& copy) {
  auto all = nlohmann::json::array();
  for (const auto& one : copy.missing)
    all.push_back(
        {{"stream", one.stream}, {"events", one.events}, {"destroyed", one.destroyed}, {"erased", one.erased}});
  return all;
}

nlohmann::json in_json(const std::vector<store::PlacesAnew>& anew) {
  auto all = nlohmann::json::array();
  for (const auto& one : anew) all.push_back({{"stream", one.stream}, {"places", one.places}});
  return all;
}

nlohmann::json in_json(const std::set<service::Service::ErasedSince>& since) {
  auto all = nlohmann::json::array();
  for (const auto& one : since) all.push_back({{"case", one.case_id}, {"person", one.person}});
  return all;
}

void find_not_to_be_read(Desk& desk, store::Verification& found) {
  const auto is_read = [&](const std::string& stream, const auto& read) {
    try {
      read();
    } catch (const store::DatabaseFault&) {
      throw;  // nothing is known of it then
    } catch (const Fault& fault) {
      const bool keys = dynamic_cast<const store::KeyMissing*>(&fault) != nullptr;
      found.findings.push_back(
          {stream, 0, text::msg("store.not_to_be_read", "why"_is = fault_words(fault, desk.voice())), false, keys});
      found.absent_keys += keys ? 1 : 0;
    }
  };
  for (const auto& id : std::set(desk.service().met_without_key()))
    is_read("case/" + id, [&] { desk.service().exists(id); });
  is_read("team/main", [&] { desk.service().team(); });
  const auto each = [&](const std::string& prefix, const auto& read) {
    for (const auto& stream : desk.store().streams(prefix))
      is_read(stream, [&] { read(stream.substr(prefix.size())); });
  };
  each("meeting/", [&](const std::string& day) { desk.meetings().kept(day); });
  each("learning/", [&](const std::string& session) { desk.learning().look(session, {}); });
}

void say_not_in_copy(Desk& desk, Reply& reply, const store::AcceptedBackup& copy) {
  for (const auto& one : copy.missing) {
    const auto where = where_in(one.stream);
    if (one.erased) {
      reply.line(desk.say("copied.erased_since", "where"_is = where), Tone::warning);
      continue;
    }
    reply.line(desk.say("copied.missing", "where"_is = where,
                        "events"_is = text::msg("count.events", "count"_is = one.events)),
               Tone::warning);
    if (one.destroyed > 0)
      reply.line(desk.say("copied.destroyed_since", "where"_is = where,
                          "events"_is = text::msg("count.events", "count"_is = one.destroyed)),
                 Tone::warning);
  }
}

void say_names_to_check(Desk& desk, Reply& reply, const std::set<service::Service::ErasedSince>& since) {
  if (since.empty()) return;
  std::vector<text::Message> cases;
  for (const auto& one : since)
    if (auto where = text::msg("copied.case", "case"_is = one.case_id); std::ranges::find(cases, where) == cases.end())
      cases.push_back(std::move(where));
  reply.line(desk.say("store.names_to_check", "cases"_is = text::all_of(std::move(cases))), Tone::warning);
  for (const auto& [case_id, person] : since)
    reply.line(desk.say("store.names_to_check_do", "where"_is = text::msg("copied.case", "case"_is = case_id),
                        "person"_is = person, "history"_is = text::way("case history", "case"_is = case_id),
                        "destroy"_is = text::way("case destroy", "case"_is = case_id, "ref"_is = text::gap(),
                                                 "ground"_is = key(DestroyGround::other_person)),
                        "erase"_is = text::way("case erase", "case"_is = case_id, "person"_is = person,
                                               "because"_is = text::gap(), "with"_is = text::gap("gap.name"))),
               Tone::warning);
}

}  // namespace casus::desk
