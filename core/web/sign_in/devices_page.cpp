// SPDX-License-Identifier: EUPL-1.2
#include "core/base/citizen_number.hpp"
#include "core/desk/meeting/meeting_now.hpp"
#include "core/desk/reading.hpp"
#include "core/text/day_words.hpp"
#include "core/web/server/head.hpp"
#include "core/web/sign_in/sign_in_pages.hpp"

#include <algorithm>
#include <optional>

/// Who is in from where, for who looks after the store.
namespace casus::web {

using text::say;

namespace {

Time time_of(std::int64_t seconds) { return Time(std::chrono::seconds(seconds)); }

std::string what_for(const Device& device, Lang lang) {
  if (device.sureness == desk::Sureness::keeper) return say(lang, "web.device_keeper", "name"_is = device.name);
  if (!device.case_id.empty()) return say(lang, "web.device_card", "case"_is = device.case_id);
  if (const auto run = TrainPages::run_of(device); !run.empty())
    return say(lang, "web.device_training", "name"_is = device.name, "run"_is = run);
  if (device.meeting.empty()) return say(lang, "web.device_work", "name"_is = device.name);
  const auto day = date_from(device.meeting);
  return say(lang, "web.device_meeting", "name"_is = device.name,
             "day"_is = day ? text::day_in_full(*day, lang) : device.meeting);
}

}  // namespace

Html device_line(const Visit& visit, const Device& device, const std::string& here) {
  const auto lang = visit.lang;
  const auto idle = std::chrono::duration_cast<std::chrono::minutes>(visit.now - time_of(device.seen)).count();
  auto words = what_for(device, lang) + " · " +
               say(lang, "web.device_seen", "day"_is = text::day_in_words(date_of(time_of(device.since)), lang),
                   "count"_is = idle) +
               " ";
  if (visit.device->handle == device.handle) words += say(lang, "web.this_device") + " ";
  // A card stands for a person of a case, whose name is no business of who looks after the store.
  const auto end = device.case_id.empty() ? say(lang, "web.end_device", "name"_is = device.name)
                                          : say(lang, "web.end_card_device", "case"_is = device.case_id);
  return el("li", text(words) + form({here, visit.form_token(), "end-" + device.handle},
                                     button(end, "end", device.handle, "plain")));
}

namespace {

/// As people are called now: who left the team is in no list, and their name lies beside the store no longer.
Html devices_in(const Visit& visit, House& house) {
  Html list;
  for (const auto& one : house.devices.all(visit.now)) {
    // That of a card is of a person of a case, who is not looked up for this.
    const auto device = one.person.empty() ? house.called_now(one) : std::optional(one);
    if (device) list += device_line(visit, *device, "/devices");
  }
  return list;
}

Html invitations(const Visit& visit, House& house) {
  Html list;
  for (auto& one : house.devices.invitations(visit.now)) {
    if (one.sureness == desk::Sureness::invited) one.name = desk::member_now(house.desk, one.name, one.made());
    if (one.name.empty()) {
      house.devices.end_invitation(one.handle);
      continue;
    }
    list += el("li", text(one.name + " ") + form({"/devices", visit.form_token(), "take-back-" + one.handle},
                                                 button(say(visit.lang, "web.end_invitation", "name"_is = one.name),
                                                        "take-back", one.handle, "plain")));
  }
  if (list.empty()) return list;
  return el("h2", say(visit.lang, "web.invitations")) + el("ul", list);
}

Html invite_forms(const Visit& visit, const std::vector<std::string>& team) {
  const auto lang = visit.lang;
  std::vector<std::pair<std::string, std::string>> names{{"", say(lang, "web.choose")}};
  for (const auto& member : team) names.emplace_back(member, member);
  const auto made = [&] { return el("div", {{"class", "row"}}, button(say(lang, "web.make_link"), {}, {}, "first")); };
  return el("h2", say(lang, "web.invite")) +
         form({"/devices", visit.form_token(), "invite"},
              select({"invite-name", "name", say(lang, "web.who"), {}, say(lang, "web.invite_hint"), true}, names) +
                  made()) +
         el("h2", say(lang, "web.invite_keeper")) +
         form({"/devices", visit.form_token(), "invite-keeper"},
              input({"keeper-name", "keeper", say(lang, "web.who"), {}, say(lang, "web.invite_keeper_hint"), true}) +
                  made());
}

Html passphrases(const Visit& visit, const Passphrases& all, const std::vector<std::string>& team) {
  const auto lang = visit.lang;
  Html list;
  const auto line = [&](const std::string& name, const std::string& words, const char* field) {
    list +=
        el("li", text(name + " ") + form({"/devices", visit.form_token(), {}}, button(words, field, name, "plain")));
  };
  for (const auto& name : team)
    if (all.has(name, desk::Sureness::invited))
      line(name, say(lang, "web.forget_passphrase_of", "name"_is = name), "forget");
  // Nothing else tells that a keeper left.
  for (const auto& name : all.keepers())
    line(name, say(lang, "web.forget_passphrase_of_keeper", "name"_is = name), "forget-keeper");
  return el("h2", say(lang, "web.passphrases")) +
         el("p", say(lang, all.required() ? text::msg("web.passphrases_asked") : text::msg("web.passphrases_free"))) +
         form({"/devices", visit.form_token(), "require"},
              button(say(lang, all.required() ? text::msg("web.passphrases_not") : text::msg("web.passphrases_ask")),
                     "require", all.required() ? "0" : "1")) +
         (list.empty() ? list : el("ul", list));
}

}  // namespace

Response SignInPages::devices(Visit& visit) {
  if (!visit.device) return see_other("/join");
  house_.sit(visit);
  const auto lang = visit.lang;
  auto page = document_for(visit, say(lang, "web.devices"), "/devices");
  if (const auto refusal = desk::barred(house_.desk, desk::does(desk::Ground::store))) {
    page.body = el("h1", page.title) + refusal_html(*refusal, house_.desk.voice());
    return page_response(page, 403);
  }
  const auto& given = visit.fields;
  const auto team = desk::team_members(house_.desk);
  std::string link, with_code_for;
  if (visit.posted() && given.has("name")) {
    if (std::ranges::find(team, given.get("name")) == team.end())
      return said_no(visit, 422, say(lang, "web.not_in_team", "name"_is = given.get("name")));
    // Who reads no case comes in as nobody who does: the other half of the link is with the team.
    const bool by_keeper = visit.device->sureness == desk::Sureness::keeper;
    if (by_keeper) with_code_for = given.get("name");
    link = house_.devices.invite(given.get("name"), desk::Sureness::invited, visit.now,
                                 by_keeper ? visit.device->name : std::string());
  } else if (visit.posted() && given.has("keeper")) {
    const auto name = std::string(trimmed(given.get("keeper")));
    if (name.empty() || name.size() > 80) return said_no(visit, 422, say(lang, "web.invite_keeper_hint"));
    if (!citizen_numbers(name).empty()) return said_no(visit, 422, say(lang, "web.name_citizen_number"));
    link = house_.devices.invite(name, desk::Sureness::keeper, visit.now);
  } else if (visit.posted()) {
    if (given.has("end")) end(given.get("end"));
    if (given.has("take-back")) house_.devices.end_invitation(given.get("take-back"));
    if (given.has("end-feed")) house_.feeds.end(given.get("end-feed"));
    if (given.has("forget")) house_.passphrases.forget(given.get("forget"), desk::Sureness::invited);
    if (given.has("forget-keeper")) house_.passphrases.forget(given.get("forget-keeper"), desk::Sureness::keeper);
    if (given.has("require")) house_.passphrases.require(given.get("require") == "1");
    return see_other("/devices");
  }
  const auto list = devices_in(visit, house_);
  page.body = el("h1", page.title);
  if (!link.empty()) {
    visit.again = Again::briefly;
    page.body += told(Told::good, say(lang, "web.link_made")) + el("p", el("code", house_.origin + "/in/" + link));
    if (!with_code_for.empty())
      page.body += told(Told::good, say(lang, "web.link_code_apart", "name"_is = with_code_for));
  }
  page.body += el("ul", list) + invitations(visit, house_) + invite_forms(visit, team) +
               passphrases(visit, house_.passphrases, team) + all_feeds(visit);
  return page_response(page);
}

}  // namespace casus::web
