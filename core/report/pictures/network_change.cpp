// SPDX-License-Identifier: EUPL-1.2
#include "core/report/pictures/network_change.hpp"

#include "core/page/safe_text.hpp"
#include "core/report/naming.hpp"
#include "core/report/pictures/network_words.hpp"

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
  const auto found = std::ranges::find_if(state.ties, [&](const Tie& other) { return is_same_pair(tie, other); });
  return found == state.ties.end() ? nullptr : &*found;
}

bool is_same_tie(const Tie& a, const Tie& b) {
  return a.tie.from == b.tie.from && a.tie.strength == b.tie.strength && a.tie.tension == b.tie.tension &&
         a.tie.direction == b.tie.direction;
}

std::string place_in_words(const NetworkPlace& place, Lang lang) {
  return fmt::format("{}, {}", label(place.shell, lang), label(place.quadrant, lang));
}

std::string moved_in_words(const NetworkChange::Moved& moved, const Case& now, Lang lang) {
  auto out = now.name_of(moved.person, lang) + ": ";
  const bool placed = moved.from.shell != moved.to.shell || moved.from.quadrant != moved.to.quadrant;
  if (placed)
    out += fmt::format("{} {} {} {}", pick(lang, "van", "from"), place_in_words(moved.from, lang),
                       pick(lang, "naar", "to"), place_in_words(moved.to, lang));
  if (moved.from.answer == moved.to.answer) return out;
  const auto answer = [&](Answer given) {
    return given == Answer::none ? pick(lang, "nog geen antwoord", "no answer yet") : label(given, lang);
  };
  return out + fmt::format(fmt::runtime(pick(lang, "{}doet mee? eerst {}, nu {}", "{}joins in? first {}, now {}")),
                           placed ? "; " : "", answer(moved.from.answer), answer(moved.to.answer));
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
  NetworkChange out;
  out.then = network_count(then);
  out.now = network_count(now);
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

void add_network_change(page::Page& page, const NetworkChange& change, const Case& now, Lang lang) {
  const auto word = [&](std::string_view nl, std::string_view en) { return std::string(pick(lang, nl, en)); };
  const auto row = [](std::string what, std::size_t then, std::size_t later) {
    return page::Row{std::move(what), std::to_string(then), std::to_string(later)};
  };
  page.table(
      {"", word("Toen", "Then"), word("Nu", "Now")},
      {row(word("Mensen om de inwoner heen", "People around the resident"), change.then.people, change.now.people),
       row(word("Van wie er meedoen", "Of whom join in"), change.then.join, change.now.join),
       row(word("Professionals (apart geteld)", "Professionals (counted apart)"), change.then.professionals,
           change.now.professionals),
       row(word("Banden", "Ties"), change.then.ties, change.now.ties)});
  for (const auto& id : change.came) {
    const auto* person = now.person(id);
    page.bullet(word("Erbij: ", "Came: ") + (person == nullptr ? id : in_words(now, *person, lang)));
  }
  for (const auto& id : change.went) page.bullet(word("Weg: ", "Went: ") + now.name_of(id, lang));
  for (const auto& moved : change.moved)
    page.bullet(word("Veranderd: ", "Changed: ") + moved_in_words(moved, now, lang));
  for (const auto& tie : change.ties_came) page.bullet(word("Nieuwe band: ", "New tie: ") + in_words(now, tie, lang));
  for (const auto& tie : change.ties_went) page.bullet(word("Band weg: ", "Tie gone: ") + in_words(now, tie, lang));
  for (const auto& tie : change.ties_moved)
    page.bullet(fmt::format("{}{}. {}: {}", word("Band veranderd: ", "Tie changed: "), in_words(now, tie.from, lang),
                            word("Nu", "Now"), in_words(now, tie.to, lang)));
  if (change.empty()) page.bullet(word("Er is niets veranderd.", "Nothing changed."));
}

page::Page network_change_page(const NetworkChange& change, const Case& now, Date from, Date to, Lang lang) {
  page::Page page;
  page.title = fmt::format("{} {}: {} - {}", pick(lang, "Netwerk van casus", "Network of case"), now.id,
                           day(from, lang), day(to, lang));
  add_network_change(page, change, now, lang);
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
