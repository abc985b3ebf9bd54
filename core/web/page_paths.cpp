// SPDX-License-Identifier: EUPL-1.2
#include "core/web/page_paths.hpp"

#include "core/desk/catalogue.hpp"
#include "core/desk/forms/sheets.hpp"
#include "core/desk/from_outside.hpp"
#include "core/web/routes.hpp"
#include "core/web/sent_form.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/secrets.hpp"
#include "core/web/sign_in/gateway_pages.hpp"
#include "core/web/sign_in/openid_pages.hpp"
#include "core/web/work/case_tabs.hpp"
#include "core/web/work/verb_form.hpp"

#include <algorithm>
#include <memory>
#include <utility>

/// Which path is which page, for who asks.
namespace casus::web {

using text::say;

PageSite::Inside::Inside(Setting the_setting)
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

Response PageSite::Inside::routed(Visit& visit) {
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
  if (path == "/live") return visit.fields.get("of").starts_with("train ") ? training_live(visit) : meeting.live(visit);
  if (is_work(path)) return work_page(visit);
  return said_no(visit, 404, say(visit.lang, "web.no_page"));
}

bool PageSite::Inside::is_work(const std::string& path) {
  return path == "/today" || path == "/find" || path == "/open" || path == "/cases" || path == "/cards" ||
         path == "/train" || path.starts_with("/train/") || path == "/all" || path.starts_with("/case/") ||
         path.starts_with("/do/");
}

bool PageSite::Inside::needs_device(const std::string& path) {
  return is_work(path) || path == "/mine" || path == "/lead" || path.starts_with("/ours/");
}

Response PageSite::Inside::cut_off(const Visit& visit) {
  if (is_of_card(visit.request.path)) return too_late(visit, say(visit.lang, "web.card_come_again"));
  const bool kept = elsewhere && elsewhere->keep_typed(visit);
  return too_late(visit, say(visit.lang, kept ? text::msg("web.ran_out") : text::msg("web.signed_out")), kept);
}

Response PageSite::Inside::put_out(Visit& visit) {
  if (!visit.posted() && (visit.live || visit.request.path == "/live")) return plain(403, {});
  const auto why = sign_in.why_out(visit);
  if (!visit.live) sign_in.leave(visit);
  visit.device.reset();
  return too_late(visit, say(visit.lang, why));
}

bool PageSite::Inside::goes_round(const Visit& visit) const {
  const auto& path = visit.request.path;
  const bool is_place = (is_work(path) || path == "/" || path == "/mine" || path == "/lead" || path == "/screen" ||
                         path == "/keep" || path == "/devices" || path == "/sessions");
  return elsewhere && !visit.device && !visit.posted() && is_place && elsewhere->sends_round(visit);
}

Response PageSite::Inside::sent_away(Visit& visit, const std::string& why) {
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

Response PageSite::Inside::work_page(Visit& visit) {
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

Response PageSite::Inside::from_outside(Visit& visit) {
  const std::string_view path = visit.request.path;
  if (path == "/leave") return visit.posted() ? leave(visit) : see_other("/ours");
  if (path == "/language") return choose_language(visit);
  if (path == "/") return see_other("/ours");
  if (path == "/ours") return our.ours(visit, {});
  if (path.starts_with("/ours/")) return our.ours(visit, path.substr(6));
  return sent_away(visit, say(visit.lang, "web.not_yours"));
}

Response PageSite::Inside::training_live(Visit& visit) {
  const bool may = visit.device && (visit.device->meeting.empty() || !TrainPages::run_of(*visit.device).empty());
  return may ? training.live(visit) : plain(403, {});
}

Response PageSite::Inside::for_trainee(Visit& visit) {
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

Response PageSite::Inside::for_guest(Visit& visit) {
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

Response PageSite::Inside::for_keeper(Visit& visit) {
  const std::string_view path = visit.request.path;
  if (path == "/leave") return visit.posted() ? leave(visit) : see_other("/keep");
  if (path == "/language") return choose_language(visit);
  if (path.starts_with("/sheet/")) return sheet(visit, path.substr(7));
  if (path == "/sessions") return sign_in.sessions(visit);
  if (house.lacks_passphrase(*visit.device)) return see_other("/sessions");
  if (path == "/") return see_other("/keep");
  if (path == "/keep") return keeping.keep(visit);
  if (path == "/devices") return sign_in.devices(visit);
  if (path.starts_with("/do/") && is_of_keeper(verb_of_path(path.substr(4)))) return work.a_verb(visit, path.substr(4));
  return sent_away(visit, say(visit.lang, "web.not_for_keeper"));
}

Response PageSite::Inside::leave(Visit& visit) {
  const bool elsewhere_too = visit.device && visit.device->by_provider && elsewhere;
  sign_in.leave(visit);
  answers.forget_of(digest_of(visit.token));
  return see_other(elsewhere_too ? elsewhere->leave(visit) : "/");
}

Response PageSite::Inside::start(const Visit& visit) const {
  if (!visit.device) return see_other("/join");
  return see_other(visit.device->meeting.empty() ? "/today" : "/mine");
}

Response PageSite::Inside::sheet(Visit& visit, std::string_view which) {
  const auto found = from_key<desk::Sheet>(which);
  if (!found) return said_no(visit, 404, say(visit.lang, "web.no_page"));
  const auto made = desk::sheet_page(*found, visit.lang);
  auto page = document_for(visit, made.title, "/sheet/" + std::string(which));
  page.body = el("h1", made.title) + of_page(made, visit.lang);
  return page_response(page);
}

void PageSite::Inside::end_those_let_in_no_more() {
  for (const auto& device : house.devices.all(house.desk.now()))
    if (device.by_provider && (!elsewhere || !elsewhere->lets_in(device, team))) house.devices.end(device.handle);
}

}  // namespace casus::web
