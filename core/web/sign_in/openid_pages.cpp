// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid_pages.hpp"

#include "core/desk/from_outside.hpp"
#include "core/desk/meeting/meeting_now.hpp"
#include "core/web/base.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/secrets.hpp"

#include <algorithm>

namespace casus::web {

using text::say;

namespace {

constexpr std::chrono::minutes kTypedIsKept{60};
constexpr std::size_t kMostTyped = 200;
constexpr std::size_t kMostTypedBytes = std::size_t{64} << 10;

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
    : house_(house), settings_(settings) {
  house_.provider = settings_.name;
  provider_.emplace(std::move(settings), std::move(fetch), house_.throttle,
                    [this](Visit& visit, const openid::Told& told, const std::string& back) {
                      return arrive(visit, told, back, visit.now + std::chrono::hours(settings_.hours), {});
                    });
}

OpenidPages::OpenidPages(House& house, openid::Settings settings, openid::SignedIn& everywhere)
    : house_(house), settings_(std::move(settings)), everywhere_(&everywhere) {
  house_.provider = settings_.name;
}

bool OpenidPages::leads_to(const std::string& team) const {
  const auto& groups = settings_.groups;
  return !team.empty() && std::ranges::find(groups, team, &openid::Settings::Group::team) != groups.end();
}

std::string OpenidPages::token_everywhere(const Visit& visit) const {
  return everywhere_ == nullptr ? std::string() : std::string(visit.request.cookie(everywhere_->cookie()));
}

bool OpenidPages::still_in(const Visit& visit) const {
  const auto& session = visit.device->session;
  return session.empty() || (everywhere_ != nullptr && everywhere_->holds(session, token_everywhere(visit)));
}

bool OpenidPages::is_known(const Visit& visit) const {
  return everywhere_ != nullptr && everywhere_->find(token_everywhere(visit), visit.now).has_value();
}

std::string OpenidPages::leave(const Visit& visit) {
  if (everywhere_ == nullptr) return "/signed-out";
  everywhere_->end(token_everywhere(visit), visit.now);
  return house_.server() + "/signed-out";
}

bool OpenidPages::is_path(std::string_view path) {
  return path == "/sign-in" || path == "/signed-in" || path == "/again" || path == "/signed-out";
}

Response OpenidPages::page(Visit& visit) {
  const auto& path = visit.request.path;
  if (visit.posted()) return see_other("/");
  if (path == "/sign-in") return sign_in(visit);
  if (path == "/again") return again(visit);
  // For all teams of a server, to and from the provider is one way.
  if (!provider_) return see_other(house_.server() + "/");
  return path == "/signed-in" ? provider_->come_back(visit) : provider_->signed_out(visit);
}

Response OpenidPages::sign_in(Visit& visit) {
  const auto back = way_back(visit.fields.get("back"));
  if (visit.device && visit.device->meeting.empty()) return see_other(back);
  if (provider_) return provider_->sign_in(visit, back);
  if (const auto session = everywhere_->find(token_everywhere(visit), visit.now))
    return arrive(visit, session->told, back, session->until, session->digest);
  const auto here = with_base(visit.base, "/sign-in?back=" + percent_encoded(back));
  return see_other(house_.server() + "/sign-in?back=" + percent_encoded(here));
}

/// Who came in at the server and is not of this team asked for a case of it: its log keeps as whom the provider knows
/// them, for a name of another team is somebody else's here.
void OpenidPages::turn_away(const Visit& visit, const openid::Told& told, std::string_view back) {
  constexpr std::string_view kCase = "/case/";
  if (everywhere_ == nullptr || !back.starts_with(kCase)) return;
  back.remove_prefix(kCase.size());
  house_.desk.speak(visit.lang);
  house_.desk.sit({told.person, desk::Sureness::signed_in, {}, {}});
  desk::turn_away(house_.desk, std::string(back.substr(0, back.find_first_of("/?"))), CasePart::overview);
}

Response OpenidPages::arrive(Visit& visit, const openid::Told& told, const std::string& back, Time until,
                             const std::string& session) {
  const auto team = desk::team_called(house_.desk);
  const auto who = openid::admitted(told, settings_, team, desk::team_members(house_.desk));
  if (!who) {
    const auto more = told.person.empty() ? std::string()
                                          : say(visit.lang, "web.provider_calls_you", "provider"_is = house_.provider,
                                                "person"_is = told.person);
    turn_away(visit, told, back);
    return not_signed_in(visit, house_.provider, 403, say(visit.lang, words_of(who.error(), team)), more,
                         everywhere_ == nullptr ? std::string() : house_.server() + "/");
  }
  Device device;
  device.name = who->name;
  device.sureness = who->role == openid::Place::keeper ? desk::Sureness::keeper : desk::Sureness::signed_in;
  device.by_provider = true;
  device.session = session;
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

}  // namespace casus::web
