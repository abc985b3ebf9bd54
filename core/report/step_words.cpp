// SPDX-License-Identifier: EUPL-1.2
#include "core/report/step_words.hpp"

#include "core/report/naming.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

std::string roles(const method::Definition& definition, const std::vector<Role>& list, Lang lang) {
  std::string out;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += i + 1 == list.size() ? pick(lang, " en ", " and ") : ", ";
    out += role_name(definition, list[i], lang);
  }
  return out;
}

std::string amount(int count, Lang lang) {
  static constexpr std::string_view kSmall[2][5] = {{"geen", "één", "twee", "drie", "vier"},
                                                    {"no", "one", "two", "three", "four"}};
  if (count >= 0 && count < 5) return std::string(kSmall[lang == Lang::nl ? 0 : 1][count]);
  return std::to_string(count);
}

/// "één vraag en één vervolgvraag": the order of a map is alphabetical, so the kinds of the core go in their own order,
/// question before follow-up.
std::string per_turn(const method::Definition& definition, const std::map<std::string, int>& most, Lang lang) {
  std::vector<std::string> parts;
  std::vector<std::string> order;
  for (const auto& kind : method::core_kinds())
    if (most.contains(std::string(kind.key))) order.emplace_back(kind.key);
  for (const auto& [kind, count] : most)
    if (std::ranges::find(order, kind) == order.end()) order.push_back(kind);
  for (const auto& kind : order)
    parts.push_back(fmt::format("{} {}", amount(most.at(kind), lang), method::kind_label(&definition, kind, lang)));
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i)
    out += (i == 0 ? "" : i + 1 == parts.size() ? std::string(pick(lang, " en ", " and ")) : ", ") + parts[i];
  return out;
}

/// Most steps in the sources count on about six people.
constexpr int kUsualPeople = 6;

}  // namespace

std::string mark_note(method::Mark mark, Lang lang) {
  return mark == method::Mark::documented ? std::string() : fmt::format(" ({})", label(mark, lang));
}

std::string mark_note(const std::optional<method::Mark>& mark, Lang lang) {
  return mark ? mark_note(*mark, lang) : std::string();
}

std::string origin_in_words(method::Mark mark, const std::vector<std::string>& source, Lang lang) {
  std::string out(label(mark, lang));
  for (std::size_t i = 0; i < source.size(); ++i) out += (i == 0 ? ": " : ", ") + source[i];
  return out;
}

std::string name_with_status(const method::Definition& definition, Lang lang) {
  return fmt::format("{} ({})", definition.name.empty() ? definition.id : definition.name.in(lang),
                     label(definition.status, lang));
}

double sitting_minutes(const method::Definition& definition, bool looking_back) {
  const int people = definition.people.best > 0 ? definition.people.best : kUsualPeople;
  double sum = 0;
  for (const auto phase : kAllPhases)
    if ((phase == Phase::evaluation) == looking_back)
      for (const auto& step : definition.steps(phase)) sum += step.minutes * (step.minutes_per_person ? people : 1);
  return sum;
}

std::string role_name(const method::Definition& definition, Role role, Lang lang) {
  for (const auto& use : definition.roles)
    if (use.role == role && !use.name.empty()) return use.name.in(lang);
  return std::string(label(role, lang));
}

std::string floor_in_words(const method::Definition& definition, const method::Floor& floor, Lang lang) {
  if (floor.is_private)
    return std::string(pick(lang, "de kring is onder elkaar; er wordt niets vastgelegd",
                            "the circle is among itself; nothing is recorded"));
  if (floor.speakers.empty())
    return std::string(floor.hidden ? pick(lang, "niemand", "nobody")
                                    : pick(lang, "niemand: het is stil", "nobody: it is quiet"));
  auto out = roles(definition, floor.speakers, lang);
  if (floor.hidden)
    out += pick(lang, "; ieder schrijft voor zich, verborgen tot de stap klaar is",
                "; everyone writes alone, hidden until the step is over");
  if (floor.order == method::Order::turns) out += pick(lang, "; om de beurt", "; in turn");
  if (const auto each = per_turn(definition, floor.per_turn, lang); !each.empty())
    out += fmt::format("{} {}", floor.order == method::Order::turns ? "," : ";", each);
  if (floor.per_person > 0)
    out += fmt::format(
        fmt::runtime(floor.per_person == 1
                         ? pick(lang, "; hooguit {} bijdrage per persoon", "; at most {} contribution each")
                         : pick(lang, "; hooguit {} bijdragen per persoon", "; at most {} contributions each")),
        amount(floor.per_person, lang));
  for (const auto& [kind, count] : floor.per_step)
    out += fmt::format(
        fmt::runtime(pick(lang, "; van allen samen hooguit {} keer '{}'", "; at most {} times '{}' by all together")),
        count, method::kind_label(&definition, kind, lang));
  if (!floor.only_chosen.empty())
    out += fmt::format(fmt::runtime(pick(lang, "; als {} alleen wie gekozen is", "; as {} only the one chosen")),
                       roles(definition, floor.only_chosen, lang));
  if (!floor.answers.empty()) {
    const bool one = floor.answers.size() == 1;
    out += fmt::format("; {} {}", roles(definition, floor.answers, lang),
                       one ? pick(lang, "mag tussendoor antwoorden", "may answer in between")
                           : pick(lang, "mogen tussendoor antwoorden", "may answer in between"));
  }
  if (floor.answer_to_question)
    out += pick(lang, "; een antwoord noemt de vraag van een ander", "; an answer names the question of another");
  return out;
}

std::string minutes_in_words(const method::Step& step, Lang lang, bool with_mark) {
  if (step.minutes <= 0) return std::string(pick(lang, "geen tijd afgesproken", "no time set"));
  auto out = minutes(step.minutes, lang);
  if (step.minutes_per_person) out += pick(lang, " per persoon", " per person");
  return with_mark ? out + mark_note(step.minutes_mark, lang) : out;
}

std::string kinds_in_words(const method::Definition& definition, const method::Step& step, Lang lang) {
  std::string out;
  for (const auto& kind : step.kinds_that_fit())
    out += (out.empty() ? "" : ", ") + std::string(method::kind_label(&definition, kind, lang));
  return out;
}

std::string requirement_in_words(const method::Requirement& requirement, Lang lang, bool with_mark) {
  const auto level = requirement.level == method::Level::hard
                         ? pick(lang, "moet", "must hold")
                         : pick(lang, "mag je met een reden overslaan", "may be passed with a reason");
  const auto& text = requirement.text.empty() ? requirement.id : requirement.text.in(lang);
  return fmt::format("{} ({}{}{}){}", text, level, requirement.rule.empty() ? "" : "; ", requirement.rule,
                     with_mark ? mark_note(requirement.mark, lang) : std::string());
}

std::vector<Phase> phase_order(const method::Definition& method) {
  std::vector<Phase> order(kAllPhases.begin(), kAllPhases.end());
  for (std::size_t pass = 0; pass < kPhases; ++pass)
    for (const auto& [first, second] : method.before) {
      const auto a = std::ranges::find(order, first);
      const auto b = std::ranges::find(order, second);
      if (a != order.end() && b != order.end() && a > b) std::rotate(b, a, a + 1);
    }
  return order;
}

}  // namespace casus::report
