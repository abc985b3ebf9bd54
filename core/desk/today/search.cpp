// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/today/search.hpp"

#include "core/base/matching.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/model/access.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"

#include <algorithm>

namespace casus::desk {
namespace {

struct Place {
  Found::In in;
  std::string text;
};

/// Everything of a case that may be found; not what is hidden still. `worker`: what was written about safety too.
std::vector<Place> places_of(const Case& c, bool worker) {
  using In = Found::In;
  std::vector<Place> all{{In::id, c.id}, {In::title, c.title}, {In::question, c.question + ' ' + c.hoped_for}};
  all.push_back({In::neighbourhood, c.neighbourhood});
  for (const auto& person : c.people)
    all.push_back({In::person, person.name + (person.network ? ' ' + person.network->relation : std::string())});
  for (const auto* lines : {&c.signals, &c.learning})
    for (const auto& one : *lines) all.push_back({In::theme, one.theme});
  for (const auto& one : c.contributions)
    if (report::is_shown(c, one)) {
      all.push_back({In::said, one.text});
      for (const auto& value : one.values)
        if (value.type == RecordFieldType::text && value.value != one.text) all.push_back({In::said, value.value});
    }
  for (const auto& one : c.goals) all.push_back({In::plan, one.set.text});
  for (const auto& one : c.actions) all.push_back({In::plan, one.plan.what});
  for (const auto& one : c.told) all.push_back({In::plan, one.told.what});
  for (const auto& one : c.evaluations) all.push_back({In::said, one.said.better});
  if (!worker) return all;
  for (const auto& one : c.safety_notes) all.push_back({In::said, one.text});
  for (const auto& one : c.meldcode) all.push_back({In::said, one.taken.text});
  return all;
}

/// Where the first of the words stands, in one line of text.
std::string around(const std::string& text, const std::string& word) {
  constexpr std::size_t kAround = 40;
  auto line = page::one_line(text);
  const auto at = matched(line).find(word);
  auto begin = at == std::string::npos || at < kAround ? 0 : at - kAround;
  begin = std::min(begin, line.size());
  while (begin > 0 && begin < line.size() && (static_cast<unsigned char>(line[begin]) & 0xC0U) == 0x80U) --begin;
  return (begin > 0 ? "\u2026" : "") + line.substr(begin);
}

/// Somebody of the resident's side reads what was written about safety with a worker, and does not come upon it.
bool is_worker(const Desk& desk, const Case& state) {
  const auto* person = state.person(desk.who_or_nobody());
  return !comes_from_outside(desk.seat().sureness) && (person == nullptr || works_in_case(*person));
}

std::optional<Found> found_in(const Desk& desk, const Case& state, const std::vector<std::string>& words) {
  const auto places = places_of(state, is_worker(desk, state));
  const Place* first = nullptr;
  for (const auto& word : words) {
    const auto holds = [&](const Place& one) { return matched(one.text).find(word) != std::string::npos; };
    const auto found = std::ranges::find_if(places, holds);
    if (found == places.end()) return std::nullopt;
    if (first == nullptr) first = &*found;
  }
  return Found{state.id, page::one_line(state.title), first->in, around(first->text, words.front())};
}

}  // namespace

text::Message in_words(Found::In in) {
  using text::msg;
  switch (in) {
    case Found::In::id: return msg("find.in_id");
    case Found::In::title: return msg("find.in_title");
    case Found::In::question: return msg("find.in_question");
    case Found::In::person: return msg("find.in_person");
    case Found::In::neighbourhood: return msg("find.in_neighbourhood");
    case Found::In::theme: return msg("find.in_theme");
    case Found::In::said: return msg("find.in_said");
    case Found::In::plan: return msg("find.in_plan");
  }
  return {};
}

FoundCases find_cases(Desk& desk, const std::string& text) {
  const auto words = words_in(matched(text));
  FoundCases found;
  if (words.empty()) return found;
  (void)desk.who();  // nobody finds nothing, and is told so
  const auto holds = [&](const Case& state) { return found_in(desk, state, words).has_value(); };
  const auto readings = readings_where(desk, CasePart::overview, FoundCases::kMost, holds);
  found.all = readings.all;
  for (const auto& state : readings.first)
    if (auto one = found_in(desk, state, words)) found.first.push_back(std::move(*one));
  return found;
}

}  // namespace casus::desk
