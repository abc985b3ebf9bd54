// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/command_text.hpp"
#include "core/desk/spelling.hpp"
#include "core/desk/training/line_reader.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <tuple>

namespace casus::desk {
namespace {

std::optional<int> number(const text::Voice& voice, const std::string& text) {
  int value = 0;
  if (!read_typed(text, value, {voice, {}}).empty()) return std::nullopt;
  return value;
}

}  // namespace

Understood typed_back(const Trainee& trainee, const std::string& rest) {
  training::TakeBack body;
  if (!rest.empty()) {
    const auto moves = number(trainee.voice, rest);
    if (!moves) return trainee.not_understood("moves.like_back_2_last_two");
    body.moves = *moves;
  }
  return trainee.move(body);
}

Understood typed_wait(const Trainee& trainee, const std::string& rest) {
  const auto words = shell_words(rest).value_or(std::vector<std::string>{});
  const auto amount = words.size() == 2 ? number(trainee.voice, words[0]) : std::nullopt;
  std::optional<training::ClockUnit> unit;
  if (words.size() == 2) {
    const auto typed = folded(words[1]);
    for (const auto& name : names_of(training::ClockUnit{}))
      if (typed == name.key || text::is_word(name.word, typed) ||
          (typed.size() >= 3 && text::begins_word(name.word, typed)))
        unit = name.value;  // dag, week, hour
    if (typed == "minuut") unit = training::ClockUnit::minutes;
    if (typed == "week") unit = training::ClockUnit::weeks;
  }
  if (!amount || !unit) return trainee.not_understood("moves.like_wait_3_weeks_minutes");
  training::Wait body;
  body.amount = *amount;
  body.unit = *unit;
  return trainee.move(body);
}

Understood typed_choose(const Trainee& trainee, const std::string& rest) {
  const training::DecisionPoint* decision = nullptr;
  for (const auto& one : trainee.play.scenario().decisions)
    if (trainee.play.is_up(one.id) && trainee.play.chosen(one.id) == nullptr) decision = &one;
  auto [first, left] = split_first(rest);
  if (const auto* named = trainee.play.scenario().decision(first)) {
    decision = named;
    std::tie(first, left) = split_first(left);
  }
  if (decision == nullptr) return trainee.not_understood("moves.nothing_choose_now");
  if (first.empty()) return trainee.not_understood("moves.like_choose_because", "decision"_is = decision->id);
  training::Choose body{decision->id, folded(first), left};
  if (body.option.size() == 1) {
    const auto index = static_cast<std::size_t>(body.option.front() - 'a');
    if (index < decision->options.size()) body.option = decision->options[index].id;
  }
  body.because.erase(0, body.because.find_first_not_of('-'));
  for (const std::string_view because : {"omdat", "because"})
    if (folded(body.because).starts_with(because)) body.because.erase(0, because.size());
  return trainee.move(body);
}

Understood typed_consult(const Trainee& trainee, const std::string& rest) {
  training::Consult body;
  const auto typed = folded(rest);
  std::size_t length = 0;
  for (const auto& person : trainee.play.scenario().network)
    for (const auto& name : {person.id, folded(person.name)})
      if (typed.starts_with(name) && name.size() > length &&
          (typed.size() == name.size() || !std::isalnum(static_cast<unsigned char>(typed[name.size()])))) {
        body.person = rest.substr(0, name.size());
        length = name.size();
      }
  if (length == 0) std::tie(body.person, body.about) = split_first(rest);
  else body.about = trimmed(std::string_view(rest).substr(length));
  while (body.about.starts_with(':')) body.about = trimmed(std::string_view(body.about).substr(1));
  if (body.person.empty()) return trainee.not_understood("moves.like_speak_name_what_about");
  return trainee.move(std::move(body));
}

Understood typed_observe(const Trainee& trainee, const std::string& rest) {
  if (rest.empty()) return trainee.not_understood("moves.like_observe_ria_strength_try");
  training::Observe body;
  std::string score;
  const std::array<std::tuple<std::string_view, std::string_view, std::string*>, 6> parts{
      {{"punt:", "point:", &body.point},
       {"gezegd:", "said:", &body.said},
       {"effect:", "effect:", &body.effect},
       {"cijfer:", "score:", &score},
       {"sterk:", "strength:", &body.strength},
       {"probeer:", "try:", &body.next_try}}};
  std::string* into = &body.whom;
  for (auto [word, left] = split_first(rest); !word.empty(); std::tie(word, left) = split_first(left)) {
    const auto typed = folded(word);
    const auto found = std::ranges::find_if(
        parts, [&](const auto& part) { return typed == std::get<0>(part) || typed == std::get<1>(part); });
    if (found != parts.end()) into = std::get<2>(*found);
    else *into += (into->empty() ? "" : " ") + word;
  }
  if (!score.empty()) {
    body.score = number(trainee.voice, score);
    if (!body.score) return trainee.not_understood("moves.score_0_1_2");
  }
  if (body.whom.ends_with(':')) body.whom.pop_back();
  return trainee.move(std::move(body));
}

}  // namespace casus::desk
