// SPDX-License-Identifier: EUPL-1.2
#include "core/web/page_site.hpp"

#include "core/base/fault.hpp"
#include "core/desk/fault_words.hpp"
#include "core/desk/meeting/meeting_now.hpp"
#include "core/desk/store_pulse.hpp"
#include "core/web/assets/assets.hpp"
#include "core/web/base.hpp"
#include "core/web/page_paths.hpp"
#include "core/web/routes.hpp"
#include "core/web/sent_form.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/metrics.hpp"
#include "core/web/server/multipart.hpp"
#include "core/web/server/secrets.hpp"
#include "core/web/sign_in/openid_pages.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace casus::web {
namespace {

using text::say;

/// How a browser says that it goes to the answer, and does not read it with a script.
constexpr std::string_view kFetchMode = "sec-fetch-mode";

/// Who asks for the page of this address, as far as what answered a form is theirs alone.
FormAnswers::Asker asker_of(const Visit& visit) {
  return {digest_of(visit.token), visit.device ? visit.device->handle : std::string(), visit.request.path, visit.lang};
}

/// Of these a browser shows what they say, and they bring nothing else.
bool is_whole_page(const Response& page) {
  constexpr std::array kSaid{200, 403, 404, 409, 422, 503};
  return page.type.starts_with("text/html") && page.topic.empty() && page.headers.empty() && !page.body.empty() &&
         std::ranges::find(kSaid, page.status) != kSaid.end();
}

/// Which of the forms of its page this is. Danger and a worry are two buttons of one.
std::string which_form(const Visit& visit) {
  const auto& what = visit.fields.get("do");
  return (what == "acute" ? "concern" : what) + ' ' + visit.fields.get("verb");
}

/// Whether what is kept of it hangs on what stands in the store.
bool hangs_on_store(Again again) { return again == Again::while_same || again == Again::typed; }

/// The page of this address, with what was typed in its form before. Nothing is done.
Response typed_again(Visit& visit, const std::string& sent, const std::function<Response(Visit&)>& page) {
  if (auto fields = fields_from(sent)) {
    visit.fields = std::move(*fields);
    visit.typed_before = true;
  }
  return page(visit);
}

/// When somebody may guess again, as a header says it.
std::string guess_again() { return std::to_string(std::chrono::seconds(Throttle::kWindow).count()); }

}  // namespace

PageSite::PageSite(Setting setting) : inside_(std::make_unique<Inside>(std::move(setting))) {
  (void)desk::day_meant(inside_->house.desk);    // opens the store, or says at once why it cannot
  (void)desk::store_pulse(inside_->house.desk);  // and whether another server has it
  const auto& called = inside_->team = desk::team_called(inside_->house.desk);
  if (inside_->elsewhere && !inside_->elsewhere->leads_to(called))
    throw desk::Usage{inside_->house.desk.say("web.sign_in_no_team", "team"_is = called)};
  inside_->end_those_let_in_no_more();
  inside_->house.forget_who_left();
  inside_->house.forget_what_ran_out();
}

PageSite::~PageSite() = default;

void PageSite::at(std::string origin, Streams& streams) {
  inside_->house.origin = std::move(origin) + inside_->setting.base;
  inside_->house.streams = &streams;
}

const std::string& PageSite::team() const { return inside_->team; }

std::string PageSite::first_link() {
  auto& house = inside_->house;
  return house.origin + "/in/" +
         house.devices.invite(inside_->setting.desk.seat.name, desk::Sureness::named, house.desk.now());
}

std::optional<Response> PageSite::at_once(const Request& request) {
  const auto& base = inside_->setting.base;
  if (request.path == "/robots.txt") return plain(200, "User-agent: *\nDisallow: /\n");
  if (request.path == "/favicon.ico") return see_other(with_base(base, icon_path()));
  const auto path = without_base(base, request.path);
  if (!path) return plain(404, {});
  if (auto found = asset(*path, request)) return found;
  const bool form =
      is_plain_form(request) || (is_multipart(request.header("content-type")) && takes_file(request.path));
  if (request.method == "POST" && (is_from_elsewhere(request) || !form)) return plain(form ? 403 : 415, {});
  return std::nullopt;
}

bool PageSite::takes_file(const std::string& address) const {
  const auto path = without_base(inside_->setting.base, address);
  return path && path->starts_with("/case/") && path->ends_with("/files");
}

Response PageSite::answer(const Request& request) {
  const auto page = [this](Visit& visit) { return inside_->routed(visit); };
  const auto path = without_base(inside_->setting.base, request.path);
  if (!path) return plain(404, {});
  if (*path == request.path) return answered(request, page);
  auto own = request;
  own.path = *path;
  return answered(own, page);
}

Response PageSite::answered(const Request& request, const std::function<Response(Visit&)>& page) {
  auto& in = *inside_;
  auto asked = visit_of(request, in.house.cookie_name(), lang_of(request, in.house.lang), in.house.desk.now());
  if (!asked) return no_address(request, lang_of(request, in.house.lang), in.setting.base);
  auto& visit = *asked;
  visit.base = in.setting.base;
  if (const auto* device = in.house.devices.find(visit.token, visit.now)) visit.device = *device;
  Response response;
  const auto late = [&](Response words) {
    visit.again = Again::lasting;  // it holds their own words alone, to be copied
    return words;
  };
  try {
    if (visit.device) visit.device = in.house.called_now(std::move(*visit.device));
    if (in.elsewhere) in.elsewhere->look_again(visit);
    else if (visit.device && !visit.device->session.empty()) visit.device.reset();
    if (in.elsewhere && visit.posted() && !visit.device) in.elsewhere->keep_stranger(visit);
    if (in.sign_in.is_out(visit)) response = late(in.put_out(visit));
    else if (visit.posted() && lacks_token(visit) && SignInPages::is_second_press(visit)) response = see_other("/");
    else if (visit.posted() && lacks_token(visit)) response = late(too_late(visit, say(visit.lang, "web.old_form")));
    else if (visit.posted() && !visit.device && in.needs_device(visit.request.path)) response = late(in.cut_off(visit));
    else if (visit.cleaned) response = late(without_signs(visit));
    else if (auto seen = in.seen_before(visit); !seen) response = page(visit);
    else if (seen->sent.empty()) response = std::move(seen->page);
    else if (!seen->typed) return asked_anew(request, std::move(seen->sent), page);
    else response = typed_again(visit, seen->sent, page);
  } catch (const desk::Usage& usage) {
    response = said_no(visit, 422, usage.message);
  } catch (const Fault& fault) {
    // Where the store lies is for who holds it or looks after it.
    const bool may_know = visit.device && (visit.device->sureness == desk::Sureness::named ||
                                           visit.device->sureness == desk::Sureness::keeper);
    const auto words =
        may_know ? desk::fault_words(fault, visit.lang) : desk::fault_words_for_all(fault, visit.posted(), visit.lang);
    response = visit.posted() ? late(not_for_now(visit, words, desk::may_be_kept(fault))) : said_no(visit, 503, words);
    response.fault = desk::fault_name(fault);
  }
  if (visit.errand) {
    response.errand = std::make_shared<const Errand>(
        Errand{std::move(visit.errand->away),
               [this, request, then = std::move(visit.errand->then)] { return answered(request, then); }});
    return response;
  }
  response = in.sent_on(visit, std::move(response));
  if (response.status == 429) response.headers.push_back({"Retry-After", guess_again()});
  for (auto& header : response.headers)
    if (header.name == "Location") header.value = with_base(visit.base, header.value);
  if (visit.fresh && response.topic.empty()) response.headers.push_back({"Set-Cookie", in.house.cookie(visit.token)});
  return response;
}

std::optional<FormAnswers::Seen> PageSite::Inside::seen_before(const Visit& visit) {
  const auto& id = visit.fields.get(FormAnswers::kField);
  if (visit.posted() || visit.live || id.empty()) return std::nullopt;
  return answers.find(id, asker_of(visit), visit.now, [&] { return desk::store_pulse(house.desk).events; });
}

Response PageSite::Inside::sent_on(const Visit& visit, Response page) {
  const auto& request = visit.request;
  if (visit.posted() && page.status == (visit.live ? 200 : 303))
    answers.forget_typed(asker_of(visit), which_form(visit));
  if (!visit.posted() || visit.live || request.header(kFetchMode) != "navigate" || !is_whole_page(page)) return page;
  FormAnswers::Answer answer{asker_of(visit), visit.again, 0, {}, page, which_form(visit)};
  answer.page.fault.clear();  // it stands in the log once
  if (visit.again == Again::anew || (visit.again == Again::typed && is_plain_form(request))) answer.sent = request.body;
  try {
    if (hangs_on_store(visit.again)) answer.events = desk::store_pulse(house.desk).events;
  } catch (const Fault&) {
    return page;  // it is answered as it came
  }
  const auto id = answers.keep(std::move(answer), visit.now);
  if (!id) return page;
  auto on = see_other(target_of(request) + (request.query.empty() ? '?' : '&') + std::string(FormAnswers::kField) +
                      '=' + *id);
  on.fault = std::move(page.fault);
  return on;
}

Response PageSite::asked_anew(Request request, std::string sent, const std::function<Response(Visit&)>& page) {
  request.method = "POST";
  request.body = std::move(sent);
  // It is there already, and is sent on no more.
  std::erase_if(request.headers, [](const Header& header) { return header.name == kFetchMode; });
  return answered(request, page);
}

std::string_view PageSite::route(const std::string& address) const {
  const auto path = without_base(inside_->setting.base, address);
  return path ? route_of(*path) : kNoRoute;
}

/// Without a question to the store, and without knowing who it is.
Response PageSite::refusal(const Request& request, Refused why) const {
  return refused_for_now(request, why, lang_of(request, inside_->house.lang), inside_->setting.base);
}

Response PageSite::no_path(const Request& request) const {
  return no_address(request, lang_of(request, inside_->house.lang), inside_->setting.base);
}

SiteFigures PageSite::tick(Streams&) {
  auto& in = *inside_;
  const auto pulse = desk::store_pulse(in.house.desk);
  const std::pair now(pulse.events, in.house.joins);
  if (now.first != in.seen.first) {
    in.team = desk::team_called(in.house.desk);
    in.house.forget_who_left();
  }
  in.house.forget_what_ran_out();
  in.answers.forget(in.house.desk.now(), pulse.events);
  in.meeting.tick(now != in.seen);
  in.seen = now;
  return {pulse.events, pulse.reconnects};
}

}  // namespace casus::web
