// SPDX-License-Identifier: EUPL-1.2
#include "core/report/pictures/network_change.hpp"

#include "core/base/first_that.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/pictures/network_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report {

using nlohmann::json;

namespace {

const NetworkPlace* place_of(const Case& state, std::string_view id) {
  const auto found = std::ranges::find(state.people, id, &Person::id);
  return found == state.people.end() || !found->network ? nullptr : &*found->network;
}

bool is_same_pair(const Tie& a, const Tie& b) {
  return (a.tie.from == b.tie.from && a.tie.to == b.tie.to) || (a.tie.from == b.tie.to && a.tie.to == b.tie.from);
}

const Tie* tie_like(const Case& state, const Tie& tie) {
  return first_that(state.ties, [&](const Tie& other) { return is_same_pair(tie, other); });
}

bool is_same_tie(const Tie& a, const Tie& b) {
  return a.tie.from == b.tie.from && a.tie.strength == b.tie.strength && a.tie.tension == b.tie.tension &&
         a.tie.direction == b.tie.direction;
}

std::string place_in_words(const NetworkPlace& place, const text::Voice& voice) {
  return fmt::format("{}, {}", label(place.shell, voice), label(place.quadrant, voice));
}

std::string moved_in_words(const NetworkChange::Moved& moved, const Case& now, const text::Voice& voice) {
  auto out = now.name_of(moved.person, voice) + ": ";
  const bool placed = moved.from.shell != moved.to.shell || moved.from.quadrant != moved.to.quadrant;
  if (placed)
    out += fmt::format("{} {} {} {}", text::say(voice, "network_change.from"), place_in_words(moved.from, voice),
                       text::say(voice, "network_change.to"), place_in_words(moved.to, voice));
  if (moved.from.answer == moved.to.answer) return out;
  const auto answer = [&](Answer given) {
    return given == Answer::none ? text::say(voice, "network.answer_yet") : label(given, voice);
  };
  return out + text::say(voice, "network_change.joins_first_now", "placed"_is = placed ? "; " : "",
                         "answer"_is = answer(moved.from.answer), "answer2"_is = answer(moved.to.answer));
}

json place_json(const NetworkPlace& place) {
  return {{"shell", key(place.shell)},
          {"quadrant", key(place.quadrant)},
          {"professional", place.professional},
          {"answer", key(place.answer)}};
}

json tie_json(const Tie& tie) {
  return {{"from", tie.tie.from},
          {"to", tie.tie.to},
          {"strength", key(tie.tie.strength)},
          {"tension", tie.tie.tension},
          {"direction", key(tie.tie.direction)}};
}

json ties_json(const std::vector<Tie>& ties) {
  auto out = json::array();
  for (const auto& tie : ties) out.push_back(tie_json(tie));
  return out;
}

}  // namespace

NetworkCount network_count(const Case& state) {
  NetworkCount out;
  for (const auto& person : state.people) {
    if (!person.network) continue;
    if (person.network->professional) ++out.professionals;
    else ++out.people;
    if (!person.network->professional && person.network->answer == Answer::yes) ++out.join;
  }
  out.ties = state.ties.size();
  return out;
}

NetworkChange network_change(const Case& then, const Case& now) {
  NetworkChange out{.then = network_count(then), .now = network_count(now)};
  for (const auto& person : now.people) {
    if (!person.network) continue;
    const auto* before = place_of(then, person.id);
    if (before == nullptr) out.came.push_back(person.id);
    else if (before->shell != person.network->shell || before->quadrant != person.network->quadrant ||
             before->answer != person.network->answer)
      out.moved.push_back({person.id, *before, *person.network});
  }
  for (const auto& person : then.people)
    if (person.network && place_of(now, person.id) == nullptr) out.went.push_back(person.id);
  for (const auto& tie : now.ties) {
    const auto* before = tie_like(then, tie);
    if (before == nullptr) out.ties_came.push_back(tie);
    else if (!is_same_tie(*before, tie)) out.ties_moved.push_back({*before, tie});
  }
  for (const auto& tie : then.ties)
    if (tie_like(now, tie) == nullptr) out.ties_went.push_back(tie);
  return out;
}

void add_network_change(page::Page& page, const NetworkChange& change, const Case& now, const text::Voice& voice) {
  const auto row = [](std::string what, std::size_t then, std::size_t later) {
    return page::Row{std::move(what), std::to_string(then), std::to_string(later)};
  };
  page.table({"", text::say(voice, "network_change.then"), text::say(voice, "network_change.now")},
             {row(text::say(voice, "network.people_around_resident"), change.then.people, change.now.people),
              row(text::say(voice, "network_change.whom_join"), change.then.join, change.now.join),
              row(text::say(voice, "network_change.professionals_counted_apart"), change.then.professionals,
                  change.now.professionals),
              row(text::say(voice, "network.ties"), change.then.ties, change.now.ties)});
  for (const auto& id : change.came) {
    const auto* person = now.person(id);
    page.bullet(text::say(voice, "network_change.came") + (person == nullptr ? id : in_words(now, *person, voice)));
  }
  for (const auto& id : change.went) page.bullet(text::say(voice, "network_change.went") + now.name_of(id, voice));
  for (const auto& moved : change.moved)
    page.bullet(text::say(voice, "network_change.changed") + moved_in_words(moved, now, voice));
  for (const auto& tie : change.ties_came)
    page.bullet(text::say(voice, "network_change.new_tie") + in_words(now, tie, voice));
  for (const auto& tie : change.ties_went)
    page.bullet(text::say(voice, "network_change.tie_gone") + in_words(now, tie, voice));
  for (const auto& tie : change.ties_moved)
    page.bullet(fmt::format("{}{}. {}: {}", text::say(voice, "network_change.tie_changed"),
                            in_words(now, tie.from, voice), text::say(voice, "network_change.now"),
                            in_words(now, tie.to, voice)));
  if (change.empty()) page.bullet(text::say(voice, "network_change.nothing_changed"));
}

page::Page network_change_page(const NetworkChange& change, const Case& now, Date from, Date to,
                               const text::Voice& voice) {
  page::Page page;
  page.title =
      fmt::format("{} {}: {} - {}", text::say(voice, "network.network_case"), now.id, day(from, voice), day(to, voice));
  add_network_change(page, change, now, voice);
  return page;
}

json network_count_json(const NetworkCount& count) {
  return {{"people", count.people}, {"professionals", count.professionals}, {"join", count.join}, {"ties", count.ties}};
}

json network_change_json(const NetworkChange& change) {
  auto moved = json::array();
  for (const auto& one : change.moved)
    moved.push_back({{"person", one.person}, {"from", place_json(one.from)}, {"to", place_json(one.to)}});
  auto ties_moved = json::array();
  for (const auto& one : change.ties_moved)
    ties_moved.push_back({{"from", tie_json(one.from)}, {"to", tie_json(one.to)}});
  return {{"then", network_count_json(change.then)},
          {"now", network_count_json(change.now)},
          {"came", change.came},
          {"went", change.went},
          {"changed", std::move(moved)},
          {"ties_came", ties_json(change.ties_came)},
          {"ties_went", ties_json(change.ties_went)},
          {"ties_changed", std::move(ties_moved)}};
}

}  // namespace casus::report
