// SPDX-License-Identifier: EUPL-1.2
#include "core/web/page_site.hpp"

#include "core/base/fault.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/fault_words.hpp"
#include "core/desk/forms/sheets.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/meeting/meeting_now.hpp"
#include "core/desk/store_pulse.hpp"
#include "core/web/assets/assets.hpp"
#include "core/web/base.hpp"
#include "core/web/keep/keep_pages.hpp"
#include "core/web/meeting/meeting_pages.hpp"
#include "core/web/ours/ours_pages.hpp"
#include "core/web/routes.hpp"
#include "core/web/sent_form.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/metrics.hpp"
#include "core/web/server/multipart.hpp"
#include "core/web/sign_in/gateway_pages.hpp"
#include "core/web/sign_in/openid_pages.hpp"
#include "core/web/sign_in/sign_in_pages.hpp"
#include "core/web/train/train_pages.hpp"
#include "core/web/visit.hpp"
#include "core/web/work/case_tabs.hpp"
#include "core/web/work/work_pages.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace casus::web {
namespace {

using text::say;

/// When somebody may guess again, as a header says it.
std::string guess_again() { return std::to_string(std::chrono::seconds(Throttle::kWindow).count()); }

}  // namespace

struct PageSite::Inside {
  explicit Inside(Setting the_setting)
      : setting(std::move(the_setting)),
        house(setting.desk),
        meeting(house),
        training(house, setting.desk),
        sign_in(house, meeting, training),
        work(house),
        our(house),
        keeping(house) {
    house.secure = setting.secure;
    house.base = setting.base;
    house.among_teams = setting.among_teams;
    if (setting.by_header) {
      elsewhere = std::make_unique<GatewayPages>(house, std::move(*setting.by_header));
    } else if (setting.sign_in) {
      setting.sign_in->base = setting.base;
      if (setting.everywhere != nullptr)
        elsewhere = std::make_unique<OpenidPages>(house, std::move(*setting.sign_in), *setting.everywhere);
      else elsewhere = std::make_unique<OpenidPages>(house, std::move(*setting.sign_in), std::move(setting.fetch));
    }
  }

  Response routed(Visit& visit) {
    const auto& path = visit.request.path;
    if (path.starts_with("/card/")) return our.card(visit, path.substr(6));
    if (path.starts_with("/feed/")) return sign_in.feed(visit, std::string_view(path).substr(6));
    if (elsewhere && ElsewherePages::is_path(path)) return elsewhere->page(visit);
    if (goes_round(visit))
      return visit.live ? plain(403, {}) : see_other("/sign-in?back=" + percent_encoded(target_of(visit.request)));
    if (visit.device && comes_from_outside(visit.device->sureness)) return from_outside(visit);
    if (visit.device && visit.device->sureness == desk::Sureness::keeper) return for_keeper(visit);
    if (visit.device && !TrainPages::run_of(*visit.device).empty()) return for_trainee(visit);
    visit.guest = visit.device && house.is_of_guest(*visit.device);
    if (visit.guest) return for_guest(visit);
    if (is_of_card(path) && !visit.device) return said_no(visit, 403, say(visit.lang, "web.card_come_again"), {});
    if (is_of_card(path)) return said_no(visit, 403, say(visit.lang, "web.no_page"));
    if (path == "/") return start(visit);
    if (path == "/join") return sign_in.join(visit);
    if (path.starts_with("/in/")) return sign_in.link(visit, path.substr(4));
    if (path == "/enter") return sign_in.enter(visit);
    if (path == "/leave") return visit.posted() ? leave(visit) : see_other("/");
    if (path == "/language") return choose_language(visit);
    if (path.starts_with("/sheet/")) return sheet(visit, path.substr(7));
    if (path == "/sessions") return sign_in.sessions(visit);
    if (path == "/devices") return sign_in.devices(visit);
    if (path == "/keep") return visit.device ? keeping.keep(visit) : see_other("/join");
    if (path == "/screen") return meeting.screen(visit);
    if (path == "/mine") return meeting.mine(visit);
    if (path == "/lead") return meeting.lead(visit);
    if (path == "/live")
      return visit.fields.get("of").starts_with("train ") ? training_live(visit) : meeting.live(visit);
    if (is_work(path)) return work_page(visit);
    return said_no(visit, 404, say(visit.lang, "web.no_page"));
  }

  static bool is_work(const std::string& path) {
    return path == "/today" || path == "/find" || path == "/open" || path == "/cases" || path == "/cards" ||
           path == "/train" || path.starts_with("/train/") || path == "/all" || path.starts_with("/case/") ||
           path.starts_with("/do/");
  }

  /// Where a form is done for somebody, and for nobody without a device.
  static bool needs_device(const std::string& path) {
    return is_work(path) || path == "/mine" || path == "/lead" || path.starts_with("/ours/");
  }

  /// A form of a device that is not signed in any more.
  Response cut_off(const Visit& visit) {
    if (is_of_card(visit.request.path)) return too_late(visit, say(visit.lang, "web.card_come_again"));
    const bool kept = elsewhere && elsewhere->keep_typed(visit);
    return too_late(visit, say(visit.lang, kept ? text::msg("web.ran_out") : text::msg("web.signed_out")), kept);
  }

  /// Who is at a meeting no more. A page that asks only whether there is something new is put anew by that, and then
  /// they read why.
  Response put_out(Visit& visit) {
    if (!visit.posted() && (visit.live || visit.request.path == "/live")) return plain(403, {});
    const auto why = sign_in.why_out(visit);
    if (!visit.live) sign_in.leave(visit);
    visit.device.reset();
    return too_late(visit, say(visit.lang, why));
  }

  /// Whether a page is asked for by somebody who is signed in elsewhere and not here, as when a session ran out, or
  /// when there is no seat in this team yet: they are sent round by there, and what was being typed on that page stays
  /// on their device.
  bool goes_round(const Visit& visit) const {
    const auto& path = visit.request.path;
    const bool is_place = (is_work(path) || path == "/" || path == "/mine" || path == "/lead" || path == "/screen" ||
                           path == "/keep" || path == "/devices" || path == "/sessions");
    return elsewhere && !visit.device && !visit.posted() && is_place && elsewhere->sends_round(visit);
  }

  /// Who came in for something else, and asks for a case all the same: the log of that case keeps it.
  Response sent_away(Visit& visit, const std::string& why) {
    const std::string_view path = visit.request.path;
    std::string case_id;
    auto part = CasePart::overview;
    if (path == "/cards") case_id = visit.case_asked();
    if (path.starts_with("/case/")) {
      const auto rest = path.substr(6);
      const auto slash = std::min(rest.find('/'), rest.size());
      case_id = rest.substr(0, slash);
      const auto* tab = case_tab(rest.substr(std::min(slash + 1, rest.size())));
      const auto* page = tab == nullptr ? nullptr : desk::entry_at(tab->page);
      if (page != nullptr) part = page->fresh()->access().part.value_or(part);
    }
    if (!case_id.empty()) {
      // Not by the device: who signs in anew is the same.
      const auto& one = *visit.device;
      const auto who = one.card.empty() ? one.meeting + ' ' + one.name : one.card;
      if (!house.may_be_sent_away(who, visit.now)) return said_no(visit, 429, say(visit.lang, "web.too_often"));
      house.sit(visit);
      desk::turn_away(house.desk, case_id, part, case_id == visit.device->case_id);
    }
    return said_no(visit, 403, why);
  }

  /// For who came by a link of their own: who gave the code of a meeting is there for that meeting.
  Response work_page(Visit& visit) {
    if (!visit.device) return see_other("/join");
    if (!visit.device->meeting.empty()) return sent_away(visit, say(visit.lang, "web.own_link_only"));
    if (house.lacks_passphrase(*visit.device)) return see_other("/sessions");
    const std::string_view path = visit.request.path;
    if (path == "/today") return work.today(visit);
    if (path == "/find") return work.find(visit);
    if (path == "/open") return work.open(visit);
    if (path == "/cases") return work.cases(visit);
    if (path == "/cards") return our.cards_of(visit, visit.case_asked());
    if (path == "/all") return work.all(visit);
    if (path == "/train" || path.starts_with("/train/"))
      return training.train(visit, path.size() > 7 ? path.substr(7) : std::string_view());
    if (path.starts_with("/case/")) return work.a_case(visit, path.substr(6));
    return work.a_verb(visit, path.substr(4));
  }

  /// Who came by a card has one page, and what every page has at its foot.
  Response from_outside(Visit& visit) {
    const std::string_view path = visit.request.path;
    if (path == "/leave") return visit.posted() ? leave(visit) : see_other("/ours");
    if (path == "/language") return choose_language(visit);
    if (path == "/") return see_other("/ours");
    if (path == "/ours") return our.ours(visit, {});
    if (path.starts_with("/ours/")) return our.ours(visit, path.substr(6));
    return sent_away(visit, say(visit.lang, "web.not_yours"));
  }

  Response training_live(Visit& visit) {
    const bool may = visit.device && (visit.device->meeting.empty() || !TrainPages::run_of(*visit.device).empty());
    return may ? training.live(visit) : plain(403, {});
  }

  /// Who came by the code of a training plays, and nothing else.
  Response for_trainee(Visit& visit) {
    const std::string_view path = visit.request.path;
    const auto run = TrainPages::run_of(*visit.device);
    if (path == "/leave") return visit.posted() ? leave(visit) : see_other("/");
    if (path == "/language") return choose_language(visit);
    if (path == "/sessions") return sign_in.sessions(visit);
    if (path == "/live") return training_live(visit);
    if (path == "/") return see_other("/train/" + run);
    if (path.starts_with("/train/")) return training.train(visit, path.substr(7));
    return sent_away(visit, say(visit.lang, "web.own_link_only"));
  }

  /// Who was let in for one case has one page: the screen in the room and the agenda tell of others.
  Response for_guest(Visit& visit) {
    const std::string_view path = visit.request.path;
    if (path == "/leave") return visit.posted() ? leave(visit) : see_other("/mine");
    if (path == "/language") return choose_language(visit);
    if (path.starts_with("/sheet/")) return sheet(visit, path.substr(7));
    if (path == "/sessions") return sign_in.sessions(visit);
    if (path == "/" || path == "/join") return see_other("/mine");
    if (path == "/mine") return meeting.mine(visit);
    if (path == "/live") return meeting.live(visit);
    return sent_away(visit, say(visit.lang, "web.guest_only"));
  }

  /// Who looks after the store has its pages, and nothing of a case or a meeting.
  Response for_keeper(Visit& visit) {
    const std::string_view path = visit.request.path;
    if (path == "/leave") return visit.posted() ? leave(visit) : see_other("/keep");
    if (path == "/language") return choose_language(visit);
    if (path.starts_with("/sheet/")) return sheet(visit, path.substr(7));
    if (path == "/sessions") return sign_in.sessions(visit);
    if (house.lacks_passphrase(*visit.device)) return see_other("/sessions");
    if (path == "/") return see_other("/keep");
    if (path == "/keep") return keeping.keep(visit);
    if (path == "/devices") return sign_in.devices(visit);
    if (path.starts_with("/do/store/")) return work.a_verb(visit, path.substr(4));
    return sent_away(visit, say(visit.lang, "web.not_for_keeper"));
  }

  Response leave(Visit& visit) {
    const bool elsewhere_too = visit.device && visit.device->by_provider && elsewhere;
    sign_in.leave(visit);
    return see_other(elsewhere_too ? elsewhere->leave(visit) : "/");
  }

  Response start(const Visit& visit) const {
    if (!visit.device) return see_other("/join");
    return see_other(visit.device->meeting.empty() ? "/today" : "/mine");
  }

  /// A sheet to print holds nothing of anybody.
  static Response sheet(Visit& visit, std::string_view which) {
    const auto found = from_key<desk::Sheet>(which);
    if (!found) return said_no(visit, 404, say(visit.lang, "web.no_page"));
    const auto made = desk::sheet_page(*found, visit.lang);
    auto page = document_for(visit, made.title, "/sheet/" + std::string(which));
    page.body = el("h1", made.title) + of_page(made, visit.lang);
    return page_response(page);
  }

  /// Who came by a sign-in elsewhere is here by its tables, as they are now: who was taken out of them since is out,
  /// and so is everybody when nobody is signed in elsewhere any more.
  void end_those_let_in_no_more() {
    for (const auto& device : house.devices.all(house.desk.now()))
      if (device.by_provider && (!elsewhere || !elsewhere->lets_in(device, team))) house.devices.end(device.handle);
  }

  Setting setting;
  House house;
  MeetingPages meeting;
  TrainPages training;
  SignInPages sign_in;
  std::unique_ptr<ElsewherePages> elsewhere;  ///< where people are signed in elsewhere
  WorkPages work;
  OursPages our;
  KeepPages keeping;
  std::string team;                          ///< as it calls itself
  std::pair<std::int64_t, int> seen{-1, 0};  ///< events in the store, and who came and went, at the last tick
};

PageSite::PageSite(Setting setting) : inside_(std::make_unique<Inside>(std::move(setting))) {
  (void)desk::day_meant(inside_->house.desk);    // opens the store, or says at once why it cannot
  (void)desk::store_pulse(inside_->house.desk);  // and whether another server has it
  const auto& called = inside_->team = desk::team_called(inside_->house.desk);
  if (inside_->elsewhere && !inside_->elsewhere->leads_to(called))
    throw desk::Usage{inside_->house.desk.say("web.sign_in_no_team", "team"_is = called)};
  inside_->end_those_let_in_no_more();
  inside_->house.forget_who_left();
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
  if (!asked) return plain(400, {});
  auto& visit = *asked;
  visit.base = in.setting.base;
  if (const auto* device = in.house.devices.find(visit.token, visit.now)) visit.device = *device;
  Response response;
  try {
    if (visit.device) visit.device = in.house.called_now(std::move(*visit.device));
    if (in.elsewhere) in.elsewhere->look_again(visit);
    else if (visit.device && !visit.device->session.empty()) visit.device.reset();
    if (in.elsewhere && visit.posted() && !visit.device) in.elsewhere->keep_stranger(visit);
    if (in.sign_in.is_out(visit)) response = in.put_out(visit);
    else if (visit.posted() && lacks_token(visit) && SignInPages::is_second_press(visit)) response = see_other("/");
    else if (visit.posted() && lacks_token(visit)) response = too_late(visit, say(visit.lang, "web.old_form"));
    else if (visit.posted() && !visit.device && in.needs_device(visit.request.path)) response = in.cut_off(visit);
    else response = page(visit);
  } catch (const desk::Usage& usage) {
    response = said_no(visit, 422, usage.message);
  } catch (const Fault& fault) {
    // Where the store lies is for who holds it or looks after it.
    const bool may_know = visit.device && (visit.device->sureness == desk::Sureness::named ||
                                           visit.device->sureness == desk::Sureness::keeper);
    response = said_no(visit, 503, may_know ? desk::fault_words(fault, visit.lang) : say(visit.lang, "web.fault"));
    response.fault = desk::fault_name(fault);
  }
  if (visit.errand) {
    response.errand = std::make_shared<const Errand>(
        Errand{std::move(visit.errand->away),
               [this, request, then = std::move(visit.errand->then)] { return answered(request, then); }});
    return response;
  }
  if (response.status == 429) response.headers.push_back({"Retry-After", guess_again()});
  for (auto& header : response.headers)
    if (header.name == "Location") header.value = with_base(visit.base, header.value);
  if (visit.fresh && response.topic.empty()) response.headers.push_back({"Set-Cookie", in.house.cookie(visit.token)});
  return response;
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
  in.meeting.tick(now != in.seen);
  in.seen = now;
  return {pulse.events, pulse.reconnects};
}

}  // namespace casus::web
