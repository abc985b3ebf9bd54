// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/names_given.hpp"

#include "core/engine/refusing.hpp"

#include <string>
#include <variant>
#include <vector>

namespace casus::meeting {

namespace {

struct NamesGiven {
  std::vector<std::string> all;

  void operator()(const PlanMeeting& c) {
    add(c.chair);
    add(c.note_taker);
    for (const auto& name : c.away) add(name);
  }
  void operator()(const StartMeeting& c) {
    add(c.chair);
    add(c.note_taker);
    for (const auto& name : c.present) add(name);
  }
  void operator()(const Arrive& c) { add(c.name); }
  void operator()(const LeaveMeeting& c) { add(c.name); }
  void operator()(const TakeChair& c) { add(c.name); }
  void operator()(const TakeLineUp& c) { add(c.with); }
  template <class C>
  void operator()(const C&) {}

 private:
  void add(const std::string& name) {
    if (!name.empty()) all.push_back(name);
  }
};

}  // namespace

std::optional<Refusal> unclear_name(std::string_view name, const Team& team) {
  const auto meant = team.members_meant(name);
  if (meant.size() < 2) return std::nullopt;
  std::vector<std::string_view> names;
  for (const auto* one : meant) names.push_back(one->name);
  return engine::which_one(name, names);
}

std::optional<Refusal> unclear_name(const MeetingBody& body, const Team& team) {
  NamesGiven given;
  std::visit(given, body);
  for (const auto& name : given.all)
    if (auto refusal = unclear_name(name, team)) return refusal;
  return std::nullopt;
}

}  // namespace casus::meeting
