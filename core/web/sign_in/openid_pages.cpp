// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid_pages.hpp"

#include "core/desk/meeting/meeting_now.hpp"
#include "core/text/label.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/secrets.hpp"

#include <algorithm>
#include <array>
#include <exception>

namespace casus::web {

using text::say;

namespace {

constexpr std::chrono::minutes kTypedIsKept{60};
constexpr std::size_t kMostTyped = 200;
constexpr std::size_t kMostTypedBytes = std::size_t{64} << 10;

/// Only a path on this site, with its query; never another host.
std::string way_back(const std::string& asked) {
  const auto end = std::min(asked.find('?'), asked.size());
  if (!path_from(std::string_view(asked).substr(0, end))) return "/";
  const bool plain = std::ranges::all_of(asked, [](char c) { return c > ' ' && c < 0x7f && c != '#'; });
  return plain ? asked : "/";
}

/// Does something on the thread for errands, and gives what came of it, or throws what it threw.
template <class Result>
struct Fetched {
  std::optional<Result> result;
  std::exception_ptr thrown;

  template <class Work>
  void by(Work work) {
    try {
      result = work();
    } catch (...) {
      thrown = std::current_exception();
    }
  }
  Result& get() {
    if (thrown) std::rethrow_exception(thrown);
    return *result;
  }
};

text::Message words_of(openid::NotAdmitted why, const std::string& team) {
  switch (why) {
    case openid::NotAdmitted::no_person: return text::msg("web.provider_tells_nobody");
    case openid::NotAdmitted::unknown: return text::msg("web.provider_person_unknown");
    case openid::NotAdmitted::no_group: return text::msg("web.provider_no_group", "team"_is = team);
    case openid::NotAdmitted::not_in_team: break;
  }
  return text::msg("web.provider_not_in_team", "team"_is = team);
}

}  // namespace

std::string target_of(const Request& request) {
  std::string target;
  for (std::size_t begin = 1; begin <= request.path.size();) {
    const auto end = std::min(request.path.find('/', begin), request.path.size());
    target += "/" + percent_encoded(std::string_view(request.path).substr(begin, end - begin));
    begin = end + 1;
  }
  return request.query.empty() ? target : target + "?" + request.query;
}

OpenidPages::OpenidPages(House& house, openid::Settings settings, openid::Fetch fetch)
    : house_(house), client_(std::move(settings), std::move(fetch)) {
  house_.provider = client_.settings().name;
}

bool OpenidPages::leads_to(const std::string& team) const {
  const auto& groups = client_.settings().groups;
  return !team.empty() && std::ranges::find(groups, team, &openid::Settings::Group::team) != groups.end();
}

bool OpenidPages::is_path(std::string_view path) {
  return path == "/sign-in" || path == "/signed-in" || path == "/again" || path == "/signed-out";
}

Response OpenidPages::page(Visit& visit) {
  if (visit.posted()) return see_other("/");
  if (visit.request.path == "/sign-in") return sign_in(visit);
  if (visit.request.path == "/signed-in") return come_back(visit);
  if (visit.request.path == "/again") return again(visit);
  return signed_out(visit);
}

Response OpenidPages::not_in(const Visit& visit, int status, const std::string& why, const std::string& more) const {
  auto page = document_for(visit, say(visit.lang, "web.not_signed_in"), "/join");
  page.links.clear();
  page.keep = "*";  // whoever was typing may come in after all
  page.body = el("h1", page.title) + told(Told::warning, why);
  if (!more.empty()) page.body += el("p", more);
  page.body += el("p", el("a", {{"class", "button"}, {"href", "/sign-in"}},
                          say(visit.lang, "web.sign_in_with", "provider"_is = house_.provider))) +
               el("p", link("/join", say(visit.lang, "web.join_instead")));
  return page_response(page, status);
}

Response OpenidPages::distrusted(const Visit& visit, openid::Distrust why) const {
  const bool away = why == openid::Distrust::unreachable;
  return not_in(
      visit, away ? 503 : 403,
      say(visit.lang, "web.provider_distrusted", "provider"_is = house_.provider, "why"_is = text::label(why)));
}

Response OpenidPages::with_provider(Visit& visit, WithProvider then, WithProvider otherwise) {
  if (const auto provider = client_.known(visit.now)) return then(visit, *provider);
  using Found = Outcome<openid::Provider, openid::Distrust>;
  const auto found = std::make_shared<Fetched<Found>>();
  visit.errand = Visit::Errand{[this, found, now = visit.now] { found->by([&] { return client_.find(now); }); },
                               [this, found, then = std::move(then), otherwise = std::move(otherwise)](Visit& later) {
                                 const auto& provider = found->get();
                                 if (provider) return then(later, *provider);
                                 return otherwise ? otherwise(later, {}) : distrusted(later, provider.error());
                               }};
  return {};
}

Response OpenidPages::sign_in(Visit& visit) {
  const auto back = way_back(visit.fields.get("back"));
  if (visit.device && visit.device->meeting.empty()) return see_other(back);
  return with_provider(visit, [this, back](Visit& later, const openid::Provider& provider) {
    const auto begun = journeys_.begin(later.token, back, later.now);
    return see_other(openid::authorization_address(provider, client_.settings(), begun, later.lang));
  });
}

Response OpenidPages::come_back(Visit& visit) {
  const auto lang = visit.lang;
  if (!house_.throttle.may_try(visit.request.peer, visit.now)) return not_in(visit, 429, say(lang, "web.too_often"));
  const auto& given = visit.fields;
  const auto journey = visit.fresh ? std::nullopt : journeys_.end(given.get("state"), visit.token, visit.now);
  if (!journey) return not_in(visit, 403, say(lang, "web.sign_in_mixed_up"));
  if (given.has("error")) return not_in(visit, 403, say(lang, "web.provider_refused", "provider"_is = house_.provider));
  const openid::Client::Returned returned{given.get("code"), given.get("iss"), *journey};
  const auto told = std::make_shared<Fetched<Outcome<openid::Told, openid::Distrust>>>();
  visit.errand = Visit::Errand{
      [this, told, returned, now = visit.now] { told->by([&] { return client_.redeem(returned, now); }); },
      [this, told, back = journey->back](Visit& later) {
        const auto& person = told->get();
        if (person) return arrive(later, *person, back);
        // Whoever makes codes up makes traffic; what else is wrong is not of their making.
        if (person.error() == openid::Distrust::refused) house_.throttle.wrong(later.request.peer, later.now);
        return distrusted(later, person.error());
      }};
  return {};
}

Response OpenidPages::arrive(Visit& visit, const openid::Told& told, const std::string& back) {
  const auto team = desk::team_called(house_.desk);
  const auto who = openid::admitted(told, client_.settings(), team, desk::team_members(house_.desk));
  if (!who) {
    const auto more = told.person.empty() ? std::string()
                                          : say(visit.lang, "web.provider_calls_you", "provider"_is = house_.provider,
                                                "person"_is = told.person);
    return not_in(visit, 403, say(visit.lang, words_of(who.error(), team)), more);
  }
  Device device;
  device.name = who->name;
  device.sureness = who->role == openid::Place::keeper ? desk::Sureness::keeper : desk::Sureness::signed_in;
  device.by_provider = true;
  const auto until = visit.now + std::chrono::hours(client_.settings().hours);
  device.until = std::chrono::duration_cast<std::chrono::seconds>(until.time_since_epoch()).count();
  auto typed = typed_.extract(digest_of(visit.token));
  // What somebody else was typing at this browser is not theirs.
  const bool goes_on = !typed.empty() && typed.mapped().name == device.name && typed.mapped().until >= visit.now;
  auto response = house_.come_in(visit, std::move(device), goes_on ? "/again" : back);
  if (!goes_on) return response;
  typed.key() = digest_of(visit.token);
  typed_.insert(std::move(typed));
  return response;
}

void OpenidPages::forget_typed(Time now) {
  std::erase_if(typed_, [&](const auto& one) { return one.second.until < now; });
}

bool OpenidPages::keep_typed(const Visit& visit) {
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

Response OpenidPages::again(Visit& visit) {
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

Response OpenidPages::signed_out(Visit& visit) {
  const bool all = visit.fields.get("state") == "all";
  const auto draw = [this, all](Visit& later, const openid::Provider& provider) {
    auto page = document_for(later, say(later.lang, "web.is_signed_out"), "/signed-out");
    page.body = el("h1", page.title);
    const auto address = openid::end_session_address(provider, client_.settings());
    if (all) {
      page.body += told(Told::good, say(later.lang, "web.signed_out_all", "provider"_is = house_.provider));
    } else {
      page.body += told(Told::good, say(later.lang, "web.signed_out_here", "provider"_is = house_.provider));
      if (!address.empty())
        page.body += el("p", el("a", {{"class", "button"}, {"href", address}},
                                say(later.lang, "web.sign_out_too", "provider"_is = house_.provider)));
    }
    page.body += el("p", link("/", say(later.lang, "web.begin_again")));
    return page_response(page);
  };
  return with_provider(visit, draw, draw);
}

}  // namespace casus::web
