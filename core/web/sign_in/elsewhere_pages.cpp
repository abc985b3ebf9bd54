// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/elsewhere_pages.hpp"

#include "core/desk/from_outside.hpp"
#include "core/desk/meeting/meeting_now.hpp"
#include "core/web/seconds_of.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/secrets.hpp"

#include <algorithm>
#include <chrono>

namespace casus::web {

using text::say;

namespace {

constexpr std::chrono::minutes kTypedIsKept{60};
constexpr std::size_t kMostTyped = 200;
constexpr std::size_t kMostTypedBytes = std::size_t{64} << 10;

text::Message words_of(NotAdmitted why, const std::string& team) {
  switch (why) {
    case NotAdmitted::no_person: return text::msg("web.provider_tells_nobody");
    case NotAdmitted::unknown: return text::msg("web.provider_person_unknown");
    case NotAdmitted::no_group: return text::msg("web.provider_no_group", "team"_is = team);
    case NotAdmitted::not_in_team: break;
  }
  return text::msg("web.provider_not_in_team", "team"_is = team);
}

}  // namespace

std::string way_back(const std::string& asked) {
  const auto end = std::min(asked.find('?'), asked.size());
  if (!path_from(std::string_view(asked).substr(0, end))) return "/";
  const bool plain = std::ranges::all_of(asked, [](char c) { return c > ' ' && c < 0x7f && c != '#'; });
  return plain ? asked : "/";
}

std::string target_of(const Request& request) {
  std::string target;
  for (std::size_t begin = 1; begin <= request.path.size();) {
    const auto end = std::min(request.path.find('/', begin), request.path.size());
    target += "/" + percent_encoded(std::string_view(request.path).substr(begin, end - begin));
    begin = end + 1;
  }
  return request.query.empty() ? target : target + "?" + request.query;
}

bool ElsewherePages::leads_to(const std::string& team) const { return admission().leads_to(team); }

bool ElsewherePages::lets_in(const Device& device, const std::string& team) const {
  const auto& tables = admission();
  // A name that went to somebody else is not theirs any more.
  const auto is_theirs = [&](const Admission::Person& row) {
    return row.name == device.name && row.is_for(team) &&
           (device.account.empty() || same_secret(digest_of(row.id), device.account));
  };
  return std::ranges::any_of(tables.people, is_theirs) &&
         std::ranges::any_of(tables.groups, [&](const Admission::Group& row) {
           return row.team == team && sureness_of(row.role) == device.sureness;
         });
}

bool ElsewherePages::is_path(std::string_view path) {
  return path == "/sign-in" || path == "/signed-in" || path == "/again" || path == "/signed-out";
}

Response ElsewherePages::page(Visit& visit) {
  if (visit.posted()) return see_other("/");
  const auto& path = visit.request.path;
  if (path == "/signed-in") return come_back(visit);
  if (path == "/again") return again(visit);
  if (path == "/signed-out") return signed_out(visit);
  const auto back = way_back(visit.fields.get("back"));
  if (visit.device && visit.device->meeting.empty()) return see_other(back);
  return sign_in(visit, back);
}

Response not_signed_in(const Visit& visit, const std::string& provider, int status, const std::string& why,
                       const std::string& more, const std::string& front) {
  auto page = document_for(visit, say(visit.lang, "web.not_signed_in"), "/join");
  page.links.clear();
  page.keep = "*";  // whoever was typing may come in after all
  page.body = el("h1", page.title) + told(Told::warning, why);
  if (!more.empty()) page.body += el("p", more);
  if (!front.empty()) page.body += el("p", link(front, say(visit.lang, "web.front_mine")));
  else
    page.body += el("p", el("a", {{"class", "button"}, {"href", "/sign-in"}},
                            say(visit.lang, "web.sign_in_with", "provider"_is = provider)));
  if (!visit.around_teams) page.body += el("p", link("/join", say(visit.lang, "web.join_instead")));
  return page_response(page, status);
}

Response left_page(const Visit& visit, const std::string& provider, const text::Message& words,
                   const std::string& elsewhere) {
  auto page = document_for(visit, say(visit.lang, "web.is_signed_out"), "/signed-out");
  page.body = el("h1", page.title) + told(Told::good, say(visit.lang, words));
  if (!elsewhere.empty())
    page.body += el("p", el("a", {{"class", "button"}, {"href", elsewhere}},
                            say(visit.lang, "web.sign_out_too", "provider"_is = provider)));
  page.body += el("p", link("/", say(visit.lang, "web.begin_again")));
  return page_response(page);
}

desk::Sureness sureness_of(Place role) {
  return role == Place::keeper ? desk::Sureness::keeper : desk::Sureness::signed_in;
}

std::string ElsewherePages::leave(const Visit&) { return "/signed-out"; }

/// Who is known to a server of several teams and is not of this one asked for a case of it: its log keeps as whom they
/// are known there, for a name of another team is somebody else's here.
bool ElsewherePages::turn_away(const Visit& visit, const Subject& told, std::string_view back, CasePart part) {
  constexpr std::string_view kCase = "/case/";
  if (!house_.among_teams || told.person.empty() || !back.starts_with(kCase)) return true;
  if (!house_.may_be_sent_away(told.person, visit.now)) return false;
  back.remove_prefix(kCase.size());
  house_.desk.speak(visit.lang);
  house_.desk.sit({told.person, desk::Sureness::signed_in, {}, {}});
  desk::turn_away(house_.desk, std::string(back.substr(0, back.find_first_of("/?"))), part);
  return true;
}

void ElsewherePages::keep_stranger(const Visit& visit) {
  if (!visit.request.path.starts_with("/case/")) return;
  const auto told = known(visit);
  if (!told) return;
  const auto team = desk::team_called(house_.desk);
  if (admitted(*told, admission(), team, desk::team_members(house_.desk))) return;
  (void)turn_away(visit, *told, visit.request.path, CasePart::typing);
}

Response ElsewherePages::arrive(Visit& visit, const Subject& told, const std::string& back) {
  return arrive(visit, told, back, visit.now + std::chrono::hours(admission().hours), {});
}

Response ElsewherePages::arrive(Visit& visit, const Subject& told, const std::string& back, Time until,
                                const std::string& session) {
  const auto team = desk::team_called(house_.desk);
  const auto who = admitted(told, admission(), team, desk::team_members(house_.desk));
  if (!who) {
    const auto more = told.person.empty() ? std::string()
                                          : say(visit.lang, "web.provider_calls_you", "provider"_is = house_.provider,
                                                "person"_is = told.person);
    if (!turn_away(visit, told, back, CasePart::overview))
      return not_signed_in(visit, house_.provider, 429, say(visit.lang, "web.too_often"));
    return not_signed_in(visit, house_.provider, 403, say(visit.lang, words_of(who.error(), team)), more,
                         house_.among_teams ? house_.server() + "/" : std::string());
  }
  Device device{.name = who->name,
                .sureness = sureness_of(who->role),
                .by_provider = true,
                .until = seconds_of(until),
                .session = session,
                .account = digest_of(told.person)};
  auto typed = typed_.extract(digest_of(visit.token));
  // What somebody else was typing at this browser is not theirs.
  const bool goes_on = !typed.empty() && typed.mapped().name == device.name && typed.mapped().until >= visit.now;
  auto response = house_.come_in(visit, std::move(device), goes_on ? "/again" : back);
  if (!goes_on) return response;
  typed.key() = digest_of(visit.token);
  typed_.insert(std::move(typed));
  return response;
}

void ElsewherePages::forget_typed(Time now) {
  std::erase_if(typed_, [&](const auto& one) { return one.second.until < now; });
}

bool ElsewherePages::keep_typed(const Visit& visit) {
  const auto who = house_.devices.ran_out(visit.token);
  if (!who || !visit.file.name.empty()) return false;
  std::size_t bytes = 0;
  for (const auto& field : visit.fields.each()) bytes += field.name.size() + field.value.size();
  forget_typed(visit.now);
  const auto browser = digest_of(visit.token);
  if (bytes > kMostTypedBytes || (typed_.size() >= kMostTyped && !typed_.contains(browser))) return false;
  typed_[browser] = {who->name, target_of(visit.request), visit.fields, visit.now + kTypedIsKept};
  return true;
}

Response ElsewherePages::again(Visit& visit) {
  if (!visit.device) return see_other("/sign-in?back=/again");
  forget_typed(visit.now);
  const auto found = typed_.find(visit.device->digest);
  if (found == typed_.end()) return see_other("/");
  const auto& typed = found->second;
  auto page = document_for(visit, say(visit.lang, "web.signed_in_again"), "/again");
  Html inside;
  int areas = 0;
  for (const auto& field : typed.fields.each()) {
    if (field.name == "token") continue;
    if (is_typed(field.name) && !trimmed(field.value).empty())
      inside += text_area({"typed-" + std::to_string(++areas), field.name, say(visit.lang, "web.typed"), field.value});
    else inside += hidden(field.name, field.value);
  }
  page.body = el("h1", page.title) + told(Told::good, say(visit.lang, "web.typed_is_here", "name"_is = typed.name)) +
              form({typed.target, visit.form_token(), "again-form"},
                   inside + el("div", {{"class", "row"}}, button(say(visit.lang, "web.send_typed"), {}, {}, "first"))) +
              el("p", link("/", say(visit.lang, "web.begin_again")));
  return page_response(page);
}

}  // namespace casus::web
