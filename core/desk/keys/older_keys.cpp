// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/keys/older_keys.hpp"

#include "core/base/text.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/reply.hpp"

#include <nlohmann/json.hpp>

namespace casus::desk {

namespace {

constexpr std::string_view kLooks = "access/";

std::string in_a_line(const std::vector<std::string>& names) { return joined({names.begin(), names.end()}); }

/// "access/c" is said as "c", which is how people know it.
std::vector<std::string> without(std::string_view prefix, std::vector<std::string> names) {
  for (auto& name : names)
    if (name.starts_with(prefix)) name.erase(0, prefix.size());
  return names;
}

}  // namespace

bool is_of_looks(std::string_view stream) { return stream.starts_with(kLooks); }

store::AcceptedKeys accept_keys(Desk& desk) { return desk.store().accept_keys(kLooks, desk.now()); }

nlohmann::json in_json(const store::AcceptedKeys& accepted) {
  return {{"older", accepted.older}, {"begun_anew", accepted.begun_anew}, {"lost", accepted.lost}};
}

void say_accepted(Desk& desk, Reply& reply, const store::AcceptedKeys& accepted) {
  if (accepted.older) reply.line(desk.say("store.keys.were_older"), Tone::warning);
  if (!accepted.begun_anew.empty())
    reply.line(desk.say("store.keys.looks_begun_anew", "cases"_is = in_a_line(without(kLooks, accepted.begun_anew))),
               Tone::warning);
  if (!accepted.lost.empty())
    reply.line(desk.say("store.keys.lost", "streams"_is = in_a_line(without("case/", accepted.lost))), Tone::warning);
}

}  // namespace casus::desk
