// SPDX-License-Identifier: EUPL-1.2
#include "core/web/visit.hpp"

#include "core/base/fault.hpp"
#include "core/base/record_field.hpp"
#include "core/desk/forms/form.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/meeting/guest_of.hpp"
#include "core/desk/meeting/meeting_now.hpp"
#include "core/desk/outsider.hpp"
#include "core/desk/places.hpp"
#include "core/text/catalogue.hpp"
#include "core/web/base.hpp"
#include "core/web/sent_form.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/multipart.hpp"
#include "core/web/server/secrets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <iterator>

namespace casus::web {
namespace {

/// Empty when it is not there: nobody signed in yet.
std::string whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string beside(const desk::Setting& setting, std::string_view ending) {
  return desk::stem_of(setting.store, setting.keys) + std::string(ending);
}

/// What is to be kept goes whole into this file beside the store.
std::function<void(const std::string&)> kept_in(desk::Desk& desk, std::string file) {
  return [&desk, file = std::move(file)](const std::string& bytes) {
    desk::write_file(desk, {file, true, true}, bytes);
  };
}

}  // namespace

std::string PageWords::write(const text::Way& way, const text::Voice& voice) const {
  if (const auto field = text::field_of(way)) return desk::field_in_words(form, *field, voice);
  if (buttons != nullptr)
    if (const auto words = buttons(way)) return fmt::format("“{}”", words->in(voice));
  // Of the form that is open it is the field that is still to be filled in.
  if (way.path == form)
    for (const auto& field : way.fields)
      if (field.value.kind() == text::Value::Kind::gap)
        return fmt::format("“{}”", desk::field_label(form, field.name, voice));
  const auto* entry = desk::entry_at(way.path);
  return fmt::format("“{}”", entry == nullptr ? std::string(way.path) : entry->about.in(voice));
}

std::string Visit::case_asked() const {
  const auto asked = fields_from(request.query);
  return asked ? asked->get("case") : std::string();
}

std::string Visit::form_token() const { return digest_of("form " + token).substr(0, 32); }

std::optional<Visit> visit_of(const Request& request, const std::string& cookie_name, Lang lang, Time now) {
  Visit visit{request, {}, {}, lang, now, {}, false, {}, false};
  visit.live = request.header("x-live") == "1";
  if (request.method == "POST" && is_multipart(request.header("content-type"))) {
    auto parts = multipart_from(request.header("content-type"), request.body);
    if (!parts) return std::nullopt;
    visit.fields = std::move(parts->fields);
    visit.file = {std::move(parts->file_name), std::move(parts->file)};
    visit.cleaned = parts->cleaned;
  } else if (request.method == "POST") {
    auto sent = form_from(request.body);
    if (!sent) return std::nullopt;
    visit.fields = std::move(sent->fields);
    visit.cleaned = sent->cleaned;
  } else {
    auto fields = fields_from(request.query);
    if (!fields) return std::nullopt;
    visit.fields = std::move(*fields);
  }
  visit.token = request.cookie(cookie_name);
  if (visit.token.size() >= 40 && visit.token.size() <= 64) return visit;
  visit.token = new_token();
  visit.fresh = true;
  return visit;
}

Lang lang_of(const Request& request, Lang otherwise) {
  if (const auto chosen = text::language(request.cookie("casus-lang"))) return *chosen;
  const auto wanted = request.header("accept-language").substr(0, 2);
  if (wanted.empty()) return otherwise;
  return text::language(wanted).value_or(otherwise);
}

Response choose_language(const Visit& visit) {
  if (!visit.posted()) return see_other("/");
  auto response = see_other(path_back(visit.fields.get("back")));
  if (const auto lang = text::language(visit.fields.get("lang")))
    response.headers.push_back(
        {"Set-Cookie", fmt::format("casus-lang={}; Path={}; HttpOnly; SameSite=Lax; Max-Age=31536000",
                                   text::code(*lang), cookie_path(visit.base))});
  return response;
}

House::House(desk::Setting setting)
    : one(beside(setting, store::kServing), setting.store),
      desk(setting),
      devices(whole_file(beside(setting, store::kDevices)), kept_in(desk, beside(setting, store::kDevices))),
      cards(whole_file(beside(setting, store::kCards)), kept_in(desk, beside(setting, store::kCards))),
      passphrases(whole_file(beside(setting, store::kPassphrases)),
                  kept_in(desk, beside(setting, store::kPassphrases))),
      feeds(whole_file(beside(setting, store::kFeeds)), kept_in(desk, beside(setting, store::kFeeds))),
      lang(desk.lang()) {}

bool House::may_be_sent_away(const std::string& who, Time now) {
  if (!sent_away.may_try(who, now)) return false;
  sent_away.wrong(who, now);
  return true;
}

Html House::told_once(const Visit& visit) {
  auto told = told_.extract(visit.device->digest);
  return told.empty() ? Html() : std::move(told.mapped());
}

bool House::is_of_guest(const Device& device) {
  return device.sureness == desk::Sureness::invited && device.person.empty() && date_from(device.meeting) &&
         desk::guest_of(desk, device.meeting, device.name).has_value();
}

bool House::is_of_who_left(const Device& device) {
  return device.person.empty() && date_from(device.meeting).has_value() && desk::has_left(desk, device.name);
}

void House::forget_who_left() {
  auto team = desk::members_since(desk);
  // Before there is a team nobody can have left it; and nobody did while it is the same.
  if (team.empty() || team == team_) return;
  const auto called = [&](const std::string& name, std::int64_t known) { return desk::member_now(desk, name, known); };
  passphrases.forget_others(called);
  feeds.forget_others(called);
  devices.tell_under(called);
  for (const auto& one : devices.all(desk.now()))
    if (one.person.empty() && one.meeting.empty()) (void)called_now(one);
  for (const auto& one : devices.invitations(desk.now()))
    if (one.sureness == desk::Sureness::invited && desk::member_now(desk, one.name, one.made()).empty())
      devices.end_invitation(one.handle);
  team_ = std::move(team);
}

void House::forget_what_ran_out() {
  const auto now = desk.now();
  if (now < write_again_) return;
  try {
    devices.keep_what_is_left(now);
    cards.keep_what_is_left(now);
  } catch (...) {
    write_again_ = now + std::chrono::minutes(1);
  }
}

std::optional<Device> House::called_now(Device device) {
  const bool own = device.sureness == desk::Sureness::invited || device.sureness == desk::Sureness::signed_in;
  if (!device.person.empty()) device.name = desk::name_in_case(desk, device.case_id, device.person);
  else if (own && device.meeting.empty()) device.name = desk::member_now(desk, device.name, device.since);
  if (!device.name.empty()) return device;
  if (device.person.empty()) {
    devices.end(device.handle);  // with it goes the name that lay beside the store
    if (streams != nullptr) streams->end(device.handle);
  }
  return std::nullopt;
}

void House::sit(const Visit& visit, bool as_table) {
  desk.speak(visit.lang);
  desk.at_form({});
  desk.at_buttons(nullptr);
  desk::Seat seat;
  if (visit.device) {
    seat.name = visit.device->name;
    seat.sureness = as_table ? desk::Sureness::table : visit.device->sureness;
  }
  desk.sit(std::move(seat));
}

bool House::lacks_passphrase(const Device& device) const {
  const bool own = device.sureness == desk::Sureness::invited || device.sureness == desk::Sureness::keeper;
  return passphrases.required() && own && !device.by_provider && device.meeting.empty() &&
         !passphrases.has(device.name, device.sureness);
}

std::string House::cookie(const std::string& token) const {
  return fmt::format("{}={}; Path={}; HttpOnly; SameSite=Lax{}", cookie_name(), token, cookie_path(base),
                     secure ? "; Secure" : "");
}

Response House::come_in(Visit& visit, Device who, const std::string& to, const std::string& way) {
  const auto before = visit.token;
  // Its cookie may never have come: this browser is one device.
  const auto earlier = way.empty() ? std::nullopt : devices.just_came_in(way, before, visit.now);
  if (earlier) devices.end(earlier->handle);
  visit.token = devices.sign_in(std::move(who), visit.now);
  if (!way.empty()) devices.came_in(way, before, visit.token, visit.now);
  visit.fresh = false;
  ++joins;
  auto response = see_other(to);
  response.headers.push_back({"Set-Cookie", cookie(visit.token)});
  return response;
}

bool is_typed(std::string_view field) {
  constexpr std::array<std::string_view, 16> kTyped{
      "text", "what",    "title",   "purpose",          "question", "note", "evidence", "because",
      "line", "outcome", "dissent", "without-opinions", "better",   "keep", "change",   "stop"};
  return field.starts_with(kOwnField) || std::ranges::find(kTyped, field) != kTyped.end();
}

Document document_for(const Visit& visit, std::string title, std::string here) {
  Document page{.lang = visit.lang,
                .title = std::move(title),
                .here = std::move(here),
                .form_token = visit.form_token(),
                .base = visit.base};
  if (!visit.device) return page;
  page.who = visit.device->name;
  const auto link = [&](const char* path, std::string words) { page.links.push_back({path, std::move(words)}); };
  if (!visit.device->case_id.empty()) {
    link("/ours", text::say(visit.lang, "web.ours"));
    return page;
  }
  page.own_place = "/sessions";
  // Who came by the code of a training has one place.
  if (visit.device->meeting.starts_with("train ")) {
    link(("/train/" + visit.device->meeting.substr(6)).c_str(), text::say(visit.lang, "web.train"));
    return page;
  }
  if (visit.guest) {
    link("/mine", text::say(visit.lang, "web.mine"));
    return page;
  }
  const bool keeps = visit.device->sureness == desk::Sureness::keeper;
  const bool at_work = visit.device->meeting.empty() && !keeps;
  if (at_work) link("/today", text::say(visit.lang, "web.today"));
  if (at_work) link("/cases", text::say(visit.lang, "web.cases"));
  if (!keeps) {
    link("/mine", text::say(visit.lang, "web.mine"));
    link("/lead", text::say(visit.lang, "web.lead"));
    link("/screen", text::say(visit.lang, "web.screen"));
  }
  if (at_work) link("/train", text::say(visit.lang, "web.train"));
  if (at_work) link("/all", text::say(visit.lang, "web.all"));
  if (keeps || visit.device->sureness == desk::Sureness::named) {
    link("/keep", text::say(visit.lang, "web.keeping"));
    link("/devices", text::say(visit.lang, "web.devices"));
  }
  return page;
}

Response said_no(const Visit& visit, int status, const std::string& words) {
  return said_no(visit, status, words, link("/", text::say(visit.lang, "web.begin_again")));
}

Response said_no(const Visit& visit, int status, const std::string& words, const Html& way_on) {
  auto page = document_for(visit, text::say(visit.lang, "web.not_now"), "/");
  page.body = el("h1", page.title) + told(Told::warning, words) + (way_on.empty() ? Html() : el("p", way_on));
  return page_response(page, status);
}

Response shown_elsewhere(const Visit& visit) {
  constexpr int kElsewhere = 502;
  auto response = said_no(visit, kElsewhere, text::say(visit.lang, "web.team_elsewhere"));
  response.headers.push_back({"Retry-After", "1"});
  return response;
}

std::optional<Response> no_such_case(const Visit& visit, desk::Desk& desk, const std::string& case_id) {
  try {
    // Who is told nothing of any case is told so by the page itself, as of one that is there.
    if (desk::missing_case(desk, case_id)) return std::nullopt;
  } catch (const desk::Usage& unknown) {
    return said_no(visit, 403, unknown.message, link("/cases", text::say(visit.lang, "web.cases")));
  }
  return std::nullopt;
}

Visit visit_of_anybody(const Request& request, Lang lang, const std::string& base) {
  Visit visit{request, {}, {}, lang, {}, {}, false, {}, false};
  visit.base = base;
  return visit;
}

Response no_address(const Request& request, Lang lang, const std::string& base) {
  return said_no(visit_of_anybody(request, lang, base), 400, text::say(lang, "web.no_address"));
}

Response refused_for_now(const Request& request, Refused why, Lang lang, const std::string& base) {
  const auto visit = visit_of_anybody(request, lang, base);
  const auto form = without_base(base, request.path).value_or("/");
  switch (why) {
    case Refused::size:
      return said_no(visit, 413, text::say(lang, "web.too_large"),
                     link(path_back(form), text::say(lang, "web.back_where")));
    case Refused::files:
    case Refused::queue: return said_no(visit, 503, text::say(lang, "web.busy"));
    default: return said_no(visit, 429, text::say(lang, "web.too_much_at_once"));
  }
}

std::string event_of(const std::string& version) { return fmt::format("id: {0}\ndata: {0}\n\n", version); }

Response news(const Visit& visit, std::string topic, const std::string& version) {
  const auto last = visit.request.header("last-event-id");
  const std::string seen(last.empty() ? std::string_view(visit.fields.get("since")) : last);
  Response response{.body = "retry: 1000\n\n", .topic = std::move(topic), .owner = visit.device->handle};
  if (seen != version) response.body += event_of(version);
  return response;
}

Html refusal_html(const Refusal& refusal, const text::Voice& voice) {
  auto words = refusal.reason.in(voice);
  auto all = told(Told::warning, refusal.rule.empty() ? words : fmt::format("{} ({})", words, refusal.rule));
  if (!refusal.remedies.empty()) all += el("p", refusal.remedies_in(voice));
  return all;
}

}  // namespace casus::web
