// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/desk/training/line_reader.hpp"
#include "core/desk/training/name_first.hpp"
#include "core/desk/words/words_of_line.hpp"
#include "core/training/play/what_is_asked.hpp"

#include <algorithm>

/// Lines of people who speak as if it were real: they want a break, ring somebody up, or ask somebody who is not there.
namespace casus::desk {
namespace {

std::string_view without_end_signs(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && std::string_view(".,!? ").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

/// By the whole name, or by its last word: "Kers" is meneer Kers.
std::size_t called_first(std::string_view text, const training::Acquaintance& person, std::string_view behind = {}) {
  return std::max(name_length_first(text, person.name, behind), name_length_first(text, person.last_name(), behind));
}

/// "Esra, wanneer ...?", "aan Esra: wanneer ...?", "wanneer ..., Esra?": what is asked; empty when this is not whom it
/// is asked of.
std::string asked_of_absent(std::string_view text, const training::Acquaintance& person) {
  text = trimmed(text);
  const auto [first, rest] = split_first(text);
  const std::string_view named = is_to_whom(first) ? std::string_view(rest) : text;
  if (const auto length = called_first(named, person, named.size() < text.size() ? ":" : ",:");
      length > 0 && length < named.size())
    return std::string(trimmed(named.substr(length + 1)));
  const auto comma = text.rfind(',');
  if (comma == std::string_view::npos) return {};
  const auto last = without_end_signs(text.substr(comma + 1));
  if (last.empty() || called_first(last, person) != last.size()) return {};
  return std::string(trimmed(text.substr(0, comma))) + '?';
}

}  // namespace

std::optional<Understood> typed_pause(const Trainee& trainee, std::string_view said) {
  if (use_in_list(without_end_signs(said), text::msg("line.look_words")) != "pause") return std::nullopt;
  const auto& run = trainee.play.setup().run;
  return trainee.not_understood("words.pause", "again"_is = text::way("train play", "run"_is = run));
}

std::optional<Understood> typed_call(const Trainee& trainee, const std::string& text) {
  const auto length = begins_as(text, text::msg("line.call_words"));
  if (length == 0) return std::nullopt;
  const auto rest = std::string(trimmed(std::string_view(text).substr(length)));
  const auto [first, behind] = split_first(rest);
  const auto whom = text::is_word("train_word.consult_with", first) ? behind : rest;
  const auto& network = trainee.play.scenario().network;
  if (std::ranges::none_of(network, [&](const auto& person) { return called_first(whom, person) > 0; }))
    return std::nullopt;
  return typed_consult(trainee, whom);
}

std::optional<Understood> typed_approach(const Trainee& trainee, const std::string& said) {
  const auto [first, behind] = split_first(said);
  const bool to_whom = is_to_whom(first);
  const auto verb = begins_as(said, text::msg("line.approach_words"));
  if (!to_whom && verb == 0) return std::nullopt;
  const auto whom = to_whom ? behind : std::string(trimmed(std::string_view(said).substr(verb)));
  const auto& play = trainee.play;
  const training::Acquaintance* person = nullptr;
  std::size_t length = 0;
  for (const auto& one : play.scenario().network)
    if (const auto here = called_first(whom, one); here > length) {
      person = &one;
      length = here;
    }
  const auto* seated = person == nullptr ? nullptr : play.state().person(person->name);
  if (person == nullptr || (seated != nullptr && seated->at_table())) return std::nullopt;
  auto about = trimmed(std::string_view(whom).substr(length));
  const bool put = about.starts_with(':') || about.starts_with(',');
  if (put) about = trimmed(about.substr(1));
  // "Noor belt Saskia donderdag" is for later.
  if (!put && (to_whom || !training::begins_topic(about))) return std::nullopt;
  const auto seen = play.in_view();
  if (std::ranges::find(seen, person) == seen.end())
    return trainee.not_understood("play_moves.group_has_heard_yet", "person"_is = person->name);
  if (put && is_question(about)) return typed_consult(trainee, person->name + ": " + std::string(about));
  auto line = consult_line(trainee, person->name, std::string(about));
  auto asked = trainee.not_understood("words.is_a_talk", "person"_is = person->name, "line"_is = line);
  std::get<NotUnderstood>(asked).meant = std::move(line);
  return asked;
}

Understood asked_elsewhere(const Trainee& trainee, Understood understood) {
  const auto* move = std::get_if<training::Move>(&understood);
  const auto* command = move == nullptr ? nullptr : std::get_if<CommandBody>(&move->body);
  const auto* say = command == nullptr ? nullptr : std::get_if<Say>(command);
  if (say == nullptr || !say->to.empty() || (say->kind != "question" && say->kind != "follow_up")) return understood;
  for (const auto* person : trainee.play.in_view()) {
    const auto* seated = trainee.play.state().person(person->name);
    if (!person->speaks_for_self || (seated != nullptr && seated->at_table())) continue;
    const auto about = asked_of_absent(say->text, *person);
    if (about.empty()) continue;
    auto asks = trainee;
    asks.by = move->by;
    const auto line = consult_line(asks, person->name, about);
    return trainee.not_understood("words.asks_elsewhere", "person"_is = person->name, "line"_is = line);
  }
  return understood;
}

}  // namespace casus::desk
