// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/sign_in_pages.hpp"

#include "core/desk/meeting/meeting_now.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/secrets.hpp"
#include "core/web/sign_in/passphrase_field.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace casus::web {

using text::say;

std::string SignInPages::open_meeting() { return desk::day_meant(house_.desk); }

std::vector<std::string> SignInPages::expected(const std::string& day) {
  const auto meeting = desk::meeting_now(house_.desk, day);
  if (!meeting) return {};
  auto names = meeting->expected;
  for (const auto& name : meeting->present)
    if (!desk::has_left(house_.desk, name) &&
        std::ranges::none_of(names, [&](const auto& one) { return desk::same_name(one, name); }))
      names.push_back(name);
  return names;
}

Response SignInPages::ask_code(Visit& visit, const std::string& code, int status, const std::string& problem) {
  auto page = document_for(visit, say(visit.lang, "web.join_in"), "/join");
  page.links.clear();
  Field field{"code", "code", say(visit.lang, "web.code"), code, say(visit.lang, "web.code_hint"), true};
  // Where the municipality signs its people in, nobody of them comes in by less.
  const auto otherwise = house_.provider.empty()
                             ? web::link("/enter", say(visit.lang, "web.enter_instead"))
                             : el("a", {{"class", "button"}, {"href", "/sign-in"}},
                                  say(visit.lang, "web.sign_in_with", "provider"_is = house_.provider));
  page.body = el("h1", page.title) + (problem.empty() ? Html() : told(Told::warning, problem)) +
              form({"/join", visit.form_token(), "join-form"},
                   input(field) + el("div", {{"class", "row"}}, button(say(visit.lang, "web.on"), {}, {}, "first"))) +
              el("p", otherwise);
  return page_response(page, status);
}

Response SignInPages::ask_name(Visit& visit, const std::string& code, const std::vector<std::string>& names,
                               const std::string& problem) {
  auto page = document_for(visit, say(visit.lang, "web.who_are_you"), "/join");
  Html choices;
  for (const auto& name : names) choices += el("div", {{"class", "row"}}, button(name, "name", name));
  page.body = el("h1", page.title) + (problem.empty() ? Html() : told(Told::warning, problem)) +
              el("p", say(visit.lang, "web.seen_by_chair")) +
              form({"/join", visit.form_token(), "name-form"}, hidden("code", code) + choices);
  return page_response(page, problem.empty() ? 200 : 409);
}

Response SignInPages::come_in(Visit& visit, const std::string& name, desk::Sureness sureness,
                              const std::string& meeting, const std::string& to, const std::string& way) {
  return house_.come_in(visit, Device{.name = name, .sureness = sureness, .meeting = meeting}, to, way);
}

bool SignInPages::is_second_press(const Visit& visit) {
  const auto& path = visit.request.path;
  const bool comes_in = path == "/join" || path.starts_with("/in/");
  return comes_in && visit.device &&
         Time(std::chrono::seconds(visit.device->since)) + Devices::kPressedAgain >= visit.now;
}

Response SignInPages::join(Visit& visit) {
  if (visit.device) return see_other("/");
  visit.again = Again::lasting;
  if (!visit.posted()) return ask_code(visit, visit.fields.get("code"), 200, {});
  const auto day = open_meeting();
  const auto code = code_typed(visit.fields.get("code"));
  if (!house_.throttle.may_try(visit.request.peer, visit.now))
    return ask_code(visit, {}, 429, say(visit.lang, "web.too_often"));
  if (const auto joining = training_.joining(code)) return join_training(visit, code, *joining);
  if (day.empty() || !same_secret(code, house_.devices.code_of(day))) {
    house_.throttle.wrong(visit.request.peer, visit.now);
    return ask_code(visit, {}, 403, say(visit.lang, "web.wrong_code"));
  }
  const auto& name = visit.fields.get("name");
  const auto names = expected(day);
  if (name.empty()) return ask_name(visit, code, names, {});
  if (std::ranges::find(names, name) == names.end())
    return ask_name(visit, code, names, say(visit.lang, "web.not_expected"));
  const auto way = "join " + day + ' ' + name;
  if (house_.devices.is_taken(name, day, visit.now) && !house_.devices.just_came_in(way, visit.token, visit.now))
    return ask_name(visit, code, names, say(visit.lang, "web.name_taken", "name"_is = name));
  auto response = come_in(visit, name, desk::Sureness::invited, day, "/mine", way);
  meeting_.publish(day);
  return response;
}

/// Whom somebody plays is chosen; two may play one together.
Response SignInPages::join_training(Visit& visit, const std::string& code, const TrainPages::Joining& joining) {
  const auto& name = visit.fields.get("name");
  if (name.empty()) return ask_name(visit, code, joining.seats, {});
  if (std::ranges::find(joining.seats, name) == joining.seats.end())
    return ask_name(visit, code, joining.seats, say(visit.lang, "web.not_expected"));
  const auto of = TrainPages::meeting_of(joining.run);
  auto response =
      come_in(visit, name, desk::Sureness::invited, of, "/train/" + joining.run, "join " + joining.run + ' ' + name);
  training_.people_changed(of);
  return response;
}

Response SignInPages::link(Visit& visit, const std::string& token) {
  const auto way = "link " + digest_of(token);
  auto invitation = house_.devices.invitation(token, visit.now);
  const auto before = invitation ? std::nullopt : house_.devices.just_came_in(way, visit.token, visit.now);
  if (before) invitation = Invitation{{}, {}, before->name, before->sureness, 0, {}, {}};
  if (!invitation) {
    if (!house_.throttle.may_try(visit.request.peer, visit.now))
      return said_no(visit, 429, say(visit.lang, "web.too_often"));
    house_.throttle.wrong(visit.request.peer, visit.now);
    return said_no(visit, 403, say(visit.lang, "web.link_used"));
  }
  // A link alone is not enough for somebody with a passphrase: who else got it comes in nowhere.
  const bool has_passphrase =
      invitation->sureness != desk::Sureness::named && house_.passphrases.has(invitation->name, invitation->sureness);
  const bool has_code = !invitation->code.empty();
  std::string problem;
  if (visit.posted()) {
    if ((has_code || has_passphrase) && !house_.throttle.may_try(visit.request.peer, visit.now))
      return said_no(visit, 429, say(visit.lang, "web.too_often"));
    const bool code_fits = !has_code || same_secret(code_typed(visit.fields.get("code")), invitation->code);
    if (code_fits && (!has_passphrase || house_.passphrases.fits(invitation->name, invitation->sureness,
                                                                 visit.fields.get("passphrase")))) {
      house_.devices.redeem(token, visit.now);
      return come_in(visit, invitation->name, invitation->sureness, {}, "/", way);
    }
    house_.throttle.wrong(visit.request.peer, visit.now);
    problem = say(visit.lang, code_fits ? text::msg("web.wrong_passphrase") : text::msg("web.wrong_link_code"));
  }
  auto page = document_for(visit, say(visit.lang, "web.hello", "name"_is = invitation->name), "/");
  Html asked;
  if (has_code)
    asked =
        input({"link-code", "code", say(visit.lang, "web.link_code"), {}, say(visit.lang, "web.link_code_hint"), true});
  if (has_passphrase) asked += input(passphrase_field("link-passphrase", say(visit.lang, "web.passphrase")));
  page.body = el("h1", page.title) + (problem.empty() ? Html() : told(Told::warning, problem)) +
              el("p", say(visit.lang, "web.link_once")) +
              form({"/in/" + token, visit.form_token(), "link-form"},
                   asked + el("div", {{"class", "row"}}, button(say(visit.lang, "web.come_in"), {}, {}, "first")));
  return page_response(page, problem.empty() ? 200 : 403);
}

void SignInPages::end(std::string_view handle) {
  const auto ended = house_.devices.end(handle);
  if (!ended) return;
  meeting_.forget(*ended);
  ++house_.joins;
  meeting_.publish(ended->meeting);
  training_.people_changed(ended->meeting);
}

void SignInPages::leave(const Visit& visit) {
  if (visit.device) end(visit.device->handle);
  else house_.devices.told_why_out(visit.token);
}

bool SignInPages::is_out(const Visit& visit) {
  if (visit.device) return house_.is_of_who_left(*visit.device);
  constexpr std::array<std::string_view, 5> kOfMeeting{"/", "/mine", "/lead", "/screen", "/live"};
  return std::ranges::find(kOfMeeting, visit.request.path) != kOfMeeting.end() &&
         house_.devices.why_out(visit.token).has_value();
}

text::Message SignInPages::why_out(const Visit& visit) const {
  const auto why = visit.device ? std::nullopt : house_.devices.why_out(visit.token);
  if (!why) return text::msg("web.left_team");
  return *why == Devices::Out::meeting_over ? text::msg("web.out_meeting_over") : text::msg("web.out_by_leader");
}

}  // namespace casus::web
