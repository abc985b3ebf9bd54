// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/keeper_links.hpp"

#include "core/desk/meeting/meeting_now.hpp"
#include "core/text/day_words.hpp"

namespace casus::web {
using text::say;

namespace {

std::string day_of_link(std::int64_t seconds, Lang lang) {
  return text::day_in_words(date_of(Time(std::chrono::seconds(seconds))), lang);
}

Html open_link(const Visit& visit, const Invitation& link, const std::string& name) {
  const auto lang = visit.lang;
  const auto& own = visit.device->name;
  const auto day = day_of_link(link.made(), lang);
  auto words = desk::same_name(name, own)
                   ? say(lang, "web.keeper_link_yours", "keeper"_is = link.by, "day"_is = day)
                   : say(lang, "web.keeper_link", "keeper"_is = link.by, "day"_is = day, "name"_is = name);
  auto all = told(Told::warning, words);
  if (desk::same_name(link.by, own)) return all;
  return all + el("p", text(say(lang, "web.keeper_link_code", "name"_is = name) + " ") + el("code", link.code));
}

}  // namespace

Html keeper_links(const Visit& visit, House& house) {
  Html all;
  for (const auto& one : house.devices.invitations(visit.now)) {
    if (one.by.empty()) continue;
    const auto name = desk::member_now(house.desk, one.name, one.made());
    if (!name.empty()) all += open_link(visit, one, name);
  }
  for (const auto& one : house.devices.came_by_keeper(visit.now))
    if (desk::same_name(desk::member_now(house.desk, one.name, one.at), visit.device->name))
      all += told(Told::warning, say(visit.lang, "web.keeper_link_used", "keeper"_is = one.by,
                                     "day"_is = day_of_link(one.at, visit.lang))) +
             el("p", link("/sessions", say(visit.lang, "web.sessions")));
  return all;
}

}  // namespace casus::web
