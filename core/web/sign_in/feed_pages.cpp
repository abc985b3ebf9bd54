// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/meeting_now.hpp"
#include "core/desk/today/calendar_days.hpp"
#include "core/web/server/head.hpp"
#include "core/web/sign_in/sign_in_pages.hpp"

#include <algorithm>

/// A calendar program reads somebody's days by a secret link; the link is made and ended by that person, and ended by
/// who looks after the store.
namespace casus::web {

using text::say;

bool SignInPages::may_have_feed(std::string_view name) {
  const auto team = desk::team_members(house_.desk);
  return std::ranges::any_of(team, [&](const std::string& one) { return desk::same_name(one, name); });
}

Response SignInPages::feed(Visit& visit, std::string_view rest) {
  constexpr std::string_view kEnding = ".ics";
  visit.fresh = false;  // a calendar program keeps no cookie
  const bool is_calendar = rest.size() > kEnding.size() && rest.ends_with(kEnding);
  auto name = is_calendar ? house_.feeds.whose(rest.substr(0, rest.size() - kEnding.size())) : std::nullopt;
  if (name && !may_have_feed(*name)) name.reset();
  if (!name) {
    if (!house_.throttle.may_try(visit.request.peer, visit.now)) return plain(429, {});
    house_.throttle.wrong(visit.request.peer, visit.now);
    return plain(404, {});
  }
  house_.desk.speak(visit.lang);
  house_.desk.sit({*name, desk::Sureness::invited, {}, {}});
  return Response{.type = "text/calendar; charset=utf-8", .body = desk::calendar_feed(house_.desk, *name)};
}

Html SignInPages::own_feed(const Visit& visit, const std::string& link) {
  const auto lang = visit.lang;
  const auto& name = visit.device->name;
  const bool has = house_.feeds.has(name);
  const auto made = link.empty() ? Html()
                                 : told(Told::good, say(lang, "web.feed_made")) + el("p", el("code", link)) +
                                       el("p", say(lang, "web.feed_once"));
  const auto ends = has ? form({"/sessions", visit.form_token(), "feed-end"},
                               button(say(lang, "web.feed_end"), "feed", "end", "plain"))
                        : Html();
  return el("h2", say(lang, "web.feed")) + made + el("p", say(lang, "web.feed_about")) +
         form({"/sessions", visit.form_token(), "feed-make"},
              button(say(lang, has ? text::msg("web.feed_again") : text::msg("web.feed_make")), "feed", "make")) +
         ends;
}

Html SignInPages::all_feeds(const Visit& visit) {
  const auto lang = visit.lang;
  Html list;
  int number = 0;
  for (const auto& name : house_.feeds.names())
    if (may_have_feed(name))  // not who left since: that link works no more
      list += el("li", text(name + " ") +
                           form({"/devices", visit.form_token(), "feed-" + std::to_string(++number)},
                                button(say(lang, "web.feed_end_of", "name"_is = name), "end-feed", name, "plain")));
  return list.empty() ? list : el("h2", say(lang, "web.feeds")) + el("ul", list);
}

}  // namespace casus::web
