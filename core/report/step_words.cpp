// SPDX-License-Identifier: EUPL-1.2
#include "core/report/step_words.hpp"

#include "core/method/course.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace casus::report {

namespace {

std::string amount(int count, const text::Voice& voice) {
  static constexpr std::array<text::Literal, 5> kSmall{"step.amount_none", "step.amount_one", "step.amount_two",
                                                       "step.amount_three", "step.amount_four"};
  if (count >= 0 && count < 5) return text::say(voice, kSmall[static_cast<std::size_t>(count)]);
  return std::to_string(count);
}

/// "één vraag en één vervolgvraag": the order of a map is alphabetical, so the kinds of the core go in their own order,
/// question before follow-up.
std::string per_turn(const method::Definition& definition, const std::map<std::string, int>& most,
                     const text::Voice& voice) {
  std::vector<std::string> parts;
  std::vector<std::string> order;
  for (const auto& kind : method::core_kinds())
    if (most.contains(std::string(kind.key))) order.emplace_back(kind.key);
  for (const auto& [kind, count] : most)
    if (std::ranges::find(order, kind) == order.end()) order.push_back(kind);
  for (const auto& kind : order)
    parts.push_back(fmt::format("{} {}", amount(most.at(kind), voice), method::kind_label(&definition, kind, voice)));
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i)
    out += (i == 0 ? "" : i + 1 == parts.size() ? text::say(voice, "text.and") : ", ") + parts[i];
  return out;
}

/// Most steps in the sources count on about six people.
constexpr int kUsualPeople = 6;

}  // namespace

std::string mark_note(method::Mark mark, const text::Voice& voice) {
  return mark == method::Mark::documented ? std::string() : fmt::format(" ({})", label(mark, voice));
}

std::string mark_note(const std::optional<method::Mark>& mark, const text::Voice& voice) {
  return mark ? mark_note(*mark, voice) : std::string();
}

std::string origin_in_words(method::Mark mark, const std::vector<std::string>& source, const text::Voice& voice) {
  auto out = label(mark, voice);
  for (std::size_t i = 0; i < source.size(); ++i) out += (i == 0 ? ": " : ", ") + source[i];
  return out;
}

std::string name_with_status(const method::Definition& definition, const text::Voice& voice) {
  return fmt::format("{} ({})", definition.name.empty() ? definition.id : definition.name.in(voice),
                     label(definition.status, voice));
}

namespace {

/// `way` picks the steps of a phase that come.
double minutes_of_sitting(const method::Definition& definition, bool looking_back, auto way) {
  const int people = definition.people.best > 0 ? definition.people.best : kUsualPeople;
  const auto minutes_of = [&](const method::Step& step) { return method::minutes_with(step, people); };
  double sum = 0;
  for (const auto phase : kAllPhases)
    if ((phase == Phase::evaluation) == looking_back)
      for (const auto* step : way(definition.steps(phase), minutes_of, people)) sum += minutes_of(*step);
  return sum;
}

}  // namespace

double sitting_minutes(const method::Definition& definition, bool looking_back) {
  return minutes_of_sitting(definition, looking_back, method::longest_way);
}

double least_sitting_minutes(const method::Definition& definition, bool looking_back) {
  return minutes_of_sitting(definition, looking_back, method::shortest_way);
}

std::string role_name(const method::Definition& definition, Role role, const text::Voice& voice) {
  for (const auto& use : definition.roles)
    if (use.role == role && !use.name.empty()) return use.name.in(voice);
  return label(role, voice);
}

std::string roles_in_words(const method::Definition& definition, const std::vector<Role>& list,
                           const text::Voice& voice) {
  std::string out;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += i + 1 == list.size() ? text::say(voice, "text.and") : ", ";
    out += role_name(definition, list[i], voice);
  }
  return out;
}

std::string floor_in_words(const method::Definition& definition, const method::Floor& floor, const text::Voice& voice,
                           bool in_groups) {
  if (floor.is_private) return text::say(voice, "step.circle_among_itself_nothing_recorded");
  if (floor.speakers.empty())
    return std::string(floor.hidden ? text::say(voice, "step.nobody") : text::say(voice, "step.nobody_quiet"));
  auto out = roles_in_words(definition, floor.speakers, voice);
  if (floor.hidden) out += text::say(voice, "step.everyone_writes_alone_hidden_until");
  if (floor.anonymous) out += text::say(voice, "step.without_names");
  if (floor.order == method::Order::turns) out += text::say(voice, "step.turn");
  if (const auto each = per_turn(definition, floor.per_turn, voice); !each.empty())
    out += fmt::format("{} {}", floor.order == method::Order::turns ? "," : ";", each);
  if (const int each = floor.per_person.value_or(0); each > 0)
    out += text::say(voice, "step.contributions_each", "count"_is = each, "number"_is = amount(each, voice));
  for (const auto& [kind, count] : floor.per_step) {
    const auto name = std::string(method::kind_label(&definition, kind, voice));
    out += in_groups ? text::say(voice, "step.most_times_each_group", "count"_is = count, "kind"_is = name)
                     : text::say(voice, "step.most_times_all_together", "count"_is = count, "kind"_is = name);
  }
  for (const auto& kind : floor.hidden_kinds)
    out += text::say(voice, "step.kind_unseen", "kind"_is = method::kind_label(&definition, kind, voice));
  if (!floor.only_chosen.empty())
    out += text::say(voice, "step.as_only_one_chosen",
                     "only_chosen"_is = roles_in_words(definition, floor.only_chosen, voice));
  if (!floor.answers.empty())
    out += text::say(voice, "step.may_answer_between", "count"_is = floor.answers.size(),
                     "roles"_is = roles_in_words(definition, floor.answers, voice));
  for (const auto& kind : floor.answers_with)
    if (kind != "answer")
      out += text::say(voice, "step.answers_with", "kind"_is = method::kind_label(&definition, kind, voice));
  for (const auto what : floor.also) out += text::say(voice, "step.also", "what"_is = label(what, voice));
  if (floor.answer_to_question) out += text::say(voice, "step.answer_names_question_another");
  return out;
}

std::string minutes_in_words(const method::Step& step, const text::Voice& voice, bool with_mark) {
  if (step.minutes <= 0) return text::say(voice, "step.time_set");
  auto out = minutes(step.minutes, voice);
  if (step.minutes_per_person) out += text::say(voice, "step.per_person");
  return with_mark ? out + mark_note(step.minutes_mark, voice) : out;
}

std::string repeat_in_words(const method::Definition& definition, const method::Step& step, const text::Voice& voice) {
  if (!step.repeat) return {};
  const auto& repeat = *step.repeat;
  const auto name_of = [&](std::string_view id) {
    for (const auto phase : kAllPhases)
      if (const auto* named = definition.step(phase, id)) return named->name.in(voice);
    return std::string(id);
  };
  std::string out;
  if (repeat.for_each && repeat.for_each->role)
    out = text::say(voice, "step.once_each", "what"_is = role_name(definition, *repeat.for_each->role, voice));
  else if (repeat.for_each)
    out = text::say(voice, "step.once_each", "what"_is = method::kind_label(&definition, repeat.for_each->kind, voice));
  if (repeat.for_each && !repeat.for_each->step.empty())
    out += text::say(voice, "step.once_each_of", "step"_is = name_of(repeat.for_each->step));
  if (repeat.until && repeat.until->holds)
    out = text::say(voice, "step.again_until", "until"_is = repeat.until->text.in(voice));
  else if (repeat.until)
    out = text::say(voice, "step.again_until_chosen",
                    "who"_is = roles_in_words(definition, repeat.until->chosen_by, voice),
                    "until"_is = repeat.until->text.in(voice));
  out += text::say(voice, "step.most_times", "count"_is = repeat.at_most);
  if (!repeat.through.empty() && repeat.through != step.id)
    out += text::say(voice, "step.repeat_through", "step"_is = name_of(repeat.through));
  return out;
}

std::string parallel_in_words(const method::Definition& definition, const method::Step& step,
                              const text::Voice& voice) {
  const auto& how = *step.parallel;
  auto out = how.groups      ? text::say(voice, "step.in_so_many_groups", "count"_is = *how.groups)
             : how.size == 2 ? text::say(voice, "step.in_pairs")
                             : text::say(voice, "step.in_groups_of", "count"_is = how.size.value_or(2));
  for (const auto phase : kAllPhases)
    if (const auto* before = how.joins.empty() ? nullptr : definition.step(phase, how.joins))
      out += text::say(voice, "step.groups_join", "step"_is = before->name.in(voice));
  if (how.mixes) out += text::say(voice, "step.groups_mix");
  if (!how.one) return out;
  const auto place = how.one->name.in(voice);
  out += (!step.floor.one ? text::say(voice, "step.one_in_each", "place"_is = place)
          : *step.floor.one == method::PartOfOne::listens
              ? text::say(voice, "step.one_in_each_listens", "place"_is = place)
              : text::say(voice, "step.one_in_each_speaks", "place"_is = place));
  return how.mixes == method::Mixes::others ? out + text::say(voice, "step.one_in_each_stays", "place"_is = place)
                                            : out;
}

std::string kinds_in_words(const method::Definition& definition, const std::vector<std::string>& kinds,
                           const text::Voice& voice) {
  std::string out;
  for (const auto& kind : kinds)
    out += (out.empty() ? "" : ", ") + std::string(method::kind_label(&definition, kind, voice));
  return out;
}

std::string requirement_in_words(const method::Requirement& requirement, const text::Voice& voice, bool with_mark) {
  const auto level = requirement.level == method::Level::hard ? text::say(voice, "step.must_hold")
                                                              : text::say(voice, "step.may_passed_reason");
  const auto& text = requirement.text.empty() ? requirement.id : requirement.text.in(voice);
  return fmt::format("{} ({}{}{}){}", text, level, requirement.rule.empty() ? "" : "; ", requirement.rule,
                     with_mark ? mark_note(requirement.mark, voice) : std::string());
}

std::vector<Phase> phase_order(const method::Definition& method) {
  std::vector<Phase> order(kAllPhases.begin(), kAllPhases.end());
  for (std::size_t pass = 0; pass < kPhases; ++pass)
    for (const auto& [first, second] : method.before) {
      const auto a = std::ranges::find(order, first);
      const auto b = std::ranges::find(order, second);
      if (a != order.end() && b != order.end() && a > b) std::rotate(b, a, a + 1);
    }
  std::erase_if(order, [&](Phase phase) { return method.leaves_out(phase).has_value(); });
  return order;
}

}  // namespace casus::report
