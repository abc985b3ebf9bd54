// SPDX-License-Identifier: EUPL-1.2
#include "core/web/train/train_pages.hpp"

#include "core/base/fault.hpp"
#include "core/base/text.hpp"
#include "core/desk/fault_words.hpp"
#include "core/desk/places.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/secrets.hpp"
#include "core/web/train/train_group.hpp"
#include "core/web/work/reply_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace casus::web {
namespace {

using text::say;

constexpr std::size_t kMostGroups = 8;  ///< each holds a case and its history in memory
constexpr std::chrono::hours kOnIt{1};  ///< so long after the last page somebody is still at it
constexpr std::size_t kMostTold = 40;
constexpr std::size_t kLongest = 4000;
constexpr std::string_view kMedia = "media/";

std::string one_line(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\t') c = ' ';
  return std::string(trimmed(text));
}

/// 1 for what is no number of weeks.
int weeks_in(const std::string& typed) {
  int weeks = 1;
  (void)std::from_chars(typed.data(), typed.data() + typed.size(), weeks);
  return std::clamp(weeks, 1, 52);
}

}  // namespace

std::string TrainPages::place_of_run(const std::string& run) { return "/train/" + percent_encoded(run); }

TrainPages::TrainPages(House& house, const desk::Setting& setting) : house_(house), setting_(setting) {
  setting_.store = desk::training_store_beside(desk::stem_of(setting.store, setting.keys));
  setting_.keys.clear();
}
TrainPages::~TrainPages() = default;

std::string TrainPages::run_of(const Device& device) {
  return device.meeting.starts_with("train ") ? device.meeting.substr(6) : std::string();
}

TrainPages::Group* TrainPages::group(const std::string& run, Time now) {
  auto found = groups_.find(run);
  if (found == groups_.end()) {
    // One that was played before is taken up where its log ends.
    PageDesk desk(setting_);
    if (!desk::has_training(desk, run)) return nullptr;
    auto taken_up = std::make_unique<Group>(setting_, run);
    if (!has_room(now)) return nullptr;
    found = groups_.emplace(run, std::move(taken_up)).first;
  }
  found->second->used = now;
  return found->second.get();
}

bool TrainPages::has_room(Time now) {
  if (groups_.size() < kMostGroups) return true;
  const auto longest = std::ranges::min_element(groups_, {}, [](const auto& one) { return one.second->used; });
  if (now - longest->second->used < kOnIt) return false;
  groups_.erase(longest);
  return true;
}

std::optional<TrainPages::Joining> TrainPages::joining(std::string_view code) const {
  for (const auto& [run, group] : groups_)
    if (same_secret(group->code, code)) return Joining{run, group->playing.seats()};
  return std::nullopt;
}

bool TrainPages::leads(const Visit& visit, const Group& group) const {
  return run_of(*visit.device).empty() &&
         (group.trainer.empty() || desk::same_name(group.trainer, visit.device->name) ||
          visit.device->sureness == desk::Sureness::named);
}

std::string TrainPages::seat_of(const Visit& visit, const Group& group) const {
  if (!run_of(*visit.device).empty()) return visit.device->name;
  const auto found = group.seats.find(visit.device->digest);
  return found == group.seats.end() ? std::string() : found->second;
}

void TrainPages::publish(Group& group) {
  ++group.version;
  if (house_.streams != nullptr)
    house_.streams->tell("train " + group.playing.run(), event_of(std::to_string(group.version)));
}

void TrainPages::people_changed(const std::string& meeting) {
  for (const auto& [run, group] : groups_)
    if (meeting_of(run) == meeting) publish(*group);
}

Response TrainPages::train(Visit& visit, std::string_view rest) {
  const auto slash = rest.find('/');
  const std::string run(rest.substr(0, slash));
  const auto own = run_of(*visit.device);
  if (!own.empty() && run != own) return said_no(visit, 403, say(visit.lang, "web.not_yours"));
  if (run.empty()) return visit.posted() ? begin(visit) : list(visit, 200, {});
  if (run == "preview" && slash != std::string_view::npos && !visit.posted())
    return preview(visit, std::string(rest.substr(slash + 1)));
  Group* found = nullptr;
  try {
    found = group(run, visit.now);
  } catch (const desk::Usage& usage) {  // of another version of its method
    return said_no(visit, 422, usage.message);
  } catch (const Fault& fault) {  // its log cannot be read
    return said_no(visit, 422, desk::fault_words(fault, visit.lang));
  }
  if (found == nullptr) {
    PageDesk desk(setting_);
    const bool none = !desk::has_training(desk, run);
    return said_no(visit, none ? 404 : 503,
                   say(visit.lang, none ? text::msg("web.no_page") : text::msg("web.train_full")));
  }
  found->desk.speak(visit.lang);
  if (slash != std::string_view::npos) {
    if (rest.substr(slash + 1) == "debrief") return debrief(visit, *found);
    if (rest.substr(slash + 1).starts_with(kMedia) && !visit.posted())
      return medium(visit, *found, std::string(rest.substr(slash + 1 + kMedia.size())));
    return said_no(visit, 404, say(visit.lang, "web.no_page"));
  }
  if (found->trainer.empty() && own.empty()) found->trainer = visit.device->name;
  if (!visit.posted()) return table(visit, *found, 200);
  if (!done_once(visit, *found)) {
    const WhileDrawn drawn(*found, visit.fields);
    return table(visit, *found, 422);
  }
  if (!visit.live) return see_other(place_of_run(run));
  return table(visit, *found, 200);
}

Response TrainPages::live(Visit& visit) {
  const auto own = run_of(*visit.device);
  const auto run = own.empty() ? std::string(std::string_view(visit.fields.get("of")).substr(6)) : own;
  const auto found = groups_.find(run);
  if (found == groups_.end()) return plain(403, {});
  found->second->used = visit.now;
  return news(visit, "train " + run, std::to_string(found->second->version));
}

/// A picture or sound of the scenario, for those who may see it by now.
Response TrainPages::medium(Visit& visit, const Group& group, const std::string& id) {
  auto file = group.playing.medium(id, seat_of(visit, group), leads(visit, group));
  if (!file) return said_no(visit, 404, say(visit.lang, "web.no_page"));
  return Response{.type = std::move(file->type), .body = std::move(file->bytes)};
}

Response TrainPages::list(Visit& visit, int status, const std::string& problem) {
  const auto lang = visit.lang;
  PageDesk desk(setting_);
  desk.speak(lang);
  auto page = document_for(visit, say(lang, "web.train"), "/train");
  std::vector<std::pair<std::string, std::string>> scenarios;
  for (const auto& one : desk::playable_scenarios(desk)) scenarios.emplace_back(one.id, one.name + ": " + one.summary);
  std::vector<std::pair<std::string, std::string>> methods;
  for (const auto& one : desk::playable_methods(desk)) methods.emplace_back(one.id, one.name);
  page.body = el("h1", page.title) + el("p", say(lang, "web.train_about")) +
              (problem.empty() ? Html() : told(Told::warning, problem));
  Html previews;
  for (const auto& one : desk::playable_scenarios(desk))
    previews += el("li", el("a", {{"href", "/train/preview/" + percent_encoded(one.id)}}, one.name));
  Html runs;
  for (const auto& run : desk::trainings_of(desk)) runs += el("li", el("a", {{"href", place_of_run(run)}}, run));
  if (!runs.empty()) page.body += el("h2", say(lang, "web.train_runs")) + el("ul", runs);
  page.body +=
      el("h2", say(lang, "web.train_new")) +
      form({"/train", visit.form_token(), "begin-training"},
           radios(
               {"train-scenario", "scenario", say(lang, "web.train_scenario"), visit.fields.get("scenario"), {}, true},
               scenarios) +
               select({"train-method", "method", say(lang, "web.train_method"), visit.fields.get("method"), {}, true},
                      methods) +
               el("div", {{"class", "row"}}, button(say(lang, "web.train_begin"), {}, {}, "first"))) +
      el("details", {{"id", "previews"}},
         el("summary", say(lang, "web.train_previews")) + el("p", say(lang, "preview.tells_everything")) +
             el("ul", previews));
  return page_response(page, status);
}

/// Not for a phone that plays: who came by a code of a training gets no further than its table.
Response TrainPages::preview(Visit& visit, const std::string& scenario) {
  PageDesk desk(setting_);
  desk.speak(visit.lang);
  const auto looked = desk::scenario_preview(desk, scenario);
  if (!looked) return said_no(visit, 404, say(visit.lang, "web.no_page"));
  auto page = document_for(visit, looked->title, "/train");
  page.body = el("h1", page.title) + of_page(*looked, visit.lang);
  return page_response(page);
}

Response TrainPages::begin(Visit& visit) {
  PageDesk desk(setting_);
  desk.speak(visit.lang);
  if (!has_room(visit.now)) return list(visit, 503, say(visit.lang, "web.train_full"));
  const auto run = desk::begin_training(desk, visit.fields.get("scenario"), visit.fields.get("method"));
  if (!run) return list(visit, 422, run.error());
  auto* made = group(*run, visit.now);
  if (made == nullptr) return list(visit, 422, say(visit.lang, "web.no_page"));
  made->trainer = visit.device->name;
  return see_other(place_of_run(*run));
}

bool TrainPages::done_once(Visit& visit, Group& group) {
  const auto id = visit.command();
  if (group.was_done(id)) return true;  // its answer got lost
  // Each at the table has the button: who presses it as another did goes no step further than the page that was read.
  const auto& seen = visit.fields.get("seen");
  if (visit.fields.get("do") == "next" && !seen.empty() && seen != std::to_string(group.moves)) {
    group.aside = told(Told::warning, say(visit.lang, "guided_meeting.somebody_else_first_how_now"));
    return false;
  }
  if (!take(visit, group)) return false;
  group.mind_done(id);
  return true;
}

bool TrainPages::take(Visit& visit, Group& group) {
  const auto& given = visit.fields;
  const auto& what = given.get("do");
  const bool trainer = leads(visit, group);
  if (what == "seat") {
    const auto seats = group.playing.seats();
    if (std::ranges::find(seats, given.get("seat")) != seats.end())
      group.seats[visit.device->digest] = given.get("seat");
    return true;
  }
  auto text = one_line(given.get("text"));
  if (text.size() > kLongest) text.resize(kLongest);
  const auto seat = seat_of(visit, group);
  hear(group, visit.lang);
  std::optional<desk::Reply> reply;
  if (what == "say" && !seat.empty()) reply = group.playing.says(seat, given.get("kind"), text);
  else if (what == "next" && (trainer || !seat.empty())) reply = group.playing.next(text);
  else if (what == "hint" && trainer) reply = group.playing.hint(visit.device->name);
  else if (what == "wait" && trainer) reply = group.playing.wait_weeks(visit.device->name, weeks_in(text));
  else if (what == "choose" && trainer)
    reply = group.playing.choose(visit.device->name, given.get("decision"), given.get("option"), text);
  else if (what == "back" && trainer) reply = group.playing.take_back(visit.device->name);
  else if (what == "judge" && trainer) return judge(visit, group, text);
  else if (what == "inject" && trainer) reply = group.playing.inject(visit.device->name, given.get("inject"), text);
  else if (what == "line" && trainer) reply = group.playing.line(visit.device->name, text);
  if (!reply) return true;
  const bool at_table = what == "say" || what == "next";
  if (!at_table && group.playing.was_apart()) keep_apart(group, *reply, visit.lang);
  else tell(group, *reply, visit.lang);
  return reply->status == desk::Status::done;
}

bool TrainPages::judge(const Visit& visit, Group& group, const std::string& text) {
  const auto lang = visit.lang;
  const auto &goal = visit.fields.get("goal"), &verdict = visit.fields.get("verdict");
  const auto is_of = [](const std::vector<desk::Choosable>& all, const std::string& id) {
    return std::ranges::find(all, id, &desk::Choosable::id) != all.end();
  };
  const bool knows_goal = is_of(group.playing.goals(), goal);
  if (!knows_goal || !is_of(desk::GroupTraining::verdicts(lang), verdict)) {
    const auto lacks = knows_goal ? text::msg("web.train_judge_how") : text::msg("web.train_judge_goal");
    group.aside = told(Told::warning, say(lang, lacks));
    return false;
  }
  const auto reply = group.playing.judge(visit.device->name, goal, verdict, text);
  keep_apart(group, reply, lang);
  return reply.status == desk::Status::done;
}

void TrainPages::hear(Group& group, Lang lang) {
  if (const auto meanwhile = group.playing.meanwhile(); !meanwhile.sayings().empty()) tell(group, meanwhile, lang);
}

void TrainPages::keep_apart(Group& group, const desk::Reply& reply, Lang lang) {
  auto words = reply_html(reply, lang);
  if (reply.status != desk::Status::done) group.aside = words;
  group.apart.push_back(std::move(words));
  if (group.apart.size() > kMostTold) group.apart.pop_front();
  publish(group);
}

void TrainPages::tell(Group& group, const desk::Reply& reply, Lang lang) {
  group.told.push_back(reply_html(reply, lang));
  if (group.told.size() > kMostTold) group.told.pop_front();
  ++group.moves;
  publish(group);
}

}  // namespace casus::web
