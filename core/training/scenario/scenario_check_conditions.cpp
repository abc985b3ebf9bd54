// SPDX-License-Identifier: EUPL-1.2
#include "core/training/scenario/scenario_check.hpp"

#include "core/base/text.hpp"
#include "core/base/utf8.hpp"

/// When something holds: whatever a condition names is there, and it can be said.
namespace casus::training {

void ScenarioCheck::conditions() {
  each_condition(s_, [&](const Condition& when, const Pointer& place) { condition(when, place); });
}

void ScenarioCheck::condition(const Condition& when, const Pointer& pointer) {
  each_part(when, pointer, [&](const Condition& part, const Pointer& place) {
    switch (part.op) {
      case Condition::Op::said:
        for (std::size_t i = 0; i < part.kinds.size(); ++i)
          known_kind(part.kinds[i], fmt::format("{}/said/kinds/{}", place, i));
        phrases(part.about.nl, place + "/said/about/nl");
        phrases(part.about.en, place + "/said/about/en");
        if (part.about.nl.empty() != part.about.en.empty()) add(place + "/said/about", tell("wrong.both_languages"));
        if (part.kinds.empty() && part.about.nl.empty() && part.by.empty() && part.to.empty())
          add(place + "/said", tell("wrong.said_nothing"));
        for (const auto& whom : part.to)
          if (whom != kTheTable) known(whom, ids_of(s_.network), tell("wrong.known_person"), place + "/said/to");
        range(part.at_least, 1, 99, place + "/said/at_least");
        break;
      case Condition::Op::consulted:
        known(part.id, ids_of(s_.network), tell("wrong.known_person"), place + "/consulted");
        break;
      case Condition::Op::reached:
        range(part.round, 1, 9, place + "/reached/round");
        if (!part.phase) not_empty(part.steps, place + "/reached/steps", tell("wrong.a_step_word"));
        break;
      case Condition::Op::passed: span(part.passed, place + "/passed", false); break;
      case Condition::Op::chosen: chosen(part, place + "/chosen"); break;
      case Condition::Op::known: known(part.id, ids_of(s_.facts), tell("wrong.what_fact"), place + "/known"); break;
      case Condition::Op::happened:
        known(part.id, ids_of(s_.events), tell("wrong.what_event"), place + "/happened");
        break;
      case Condition::Op::counter: counted(part, place + "/counter"); break;
      case Condition::Op::holds: criterion(part.holds, place + "/holds"); break;
      case Condition::Op::before:
      case Condition::Op::all:
      case Condition::Op::any:
      case Condition::Op::negation: break;
    }
  });
}

/// Who writes the word that people see ("vraag") is told what stands for it in a file.
void ScenarioCheck::known_kind(const std::string& kind, const Pointer& pointer) {
  std::vector<std::string_view> kinds;
  std::string_view meant = kind;
  for (const auto& one : method::core_kinds()) {
    kinds.push_back(one.key);
    for (const auto shown : {one.nl, one.en})
      if (folded(shown.substr(0, shown.find(':'))) == folded(kind)) meant = one.key;
  }
  if (std::ranges::find(kinds, kind) == kinds.end())
    add(pointer, tell("wrong.there_is_no",
                      {{"what", tell("wrong.known_kind")}, {"id", kind}, {"near", fields::near(meant, kinds)}}));
}

void ScenarioCheck::phrases(const std::vector<std::string>& list, const Pointer& pointer) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto place = fmt::format("{}/{}", pointer, i);
    words(list[i], place);
    if (trimmed(list[i]).empty()) continue;
    for (const auto& choices : parts_of(list[i]))
      for (const auto choice : choices) {
        // "ja" would hear "jaar" and "jas": a word so short is heard in everything.
        const auto word = trimmed(choice);
        if (word.empty()) add(place, tell("wrong.no_words"));
        else if (utf8_sign(word, 0).length == word.size()) add(place, tell("wrong.short_phrase", {{"got", word}}));
      }
  }
}

void ScenarioCheck::chosen(const Condition& part, const Pointer& place) {
  const auto* decision = s_.decision(part.id);
  if (decision == nullptr)
    return known(part.id, ids_of(s_.decisions), tell("wrong.what_decision"), place + "/decision");
  not_empty(part.options, place + "/options", tell("wrong.what_option"));
  for (std::size_t i = 0; i < part.options.size(); ++i)
    known(part.options[i], ids_of(decision->options), tell("wrong.known_option", {{"decision", part.id}}),
          fmt::format("{}/options/{}", place, i));
}

void ScenarioCheck::counted(const Condition& part, const Pointer& place) {
  const auto* counter = s_.counter(part.id);
  if (counter == nullptr) return known(part.id, ids_of(s_.counters), tell("wrong.what_counter"), place + "/id");
  if (part.least) range(*part.least, counter->least, counter->most, place + "/at_least");
  if (part.most) range(*part.most, counter->least, counter->most, place + "/at_most");
  if (part.least && part.most && *part.least > *part.most)
    add(place, tell("wrong.counter_never", {{"least", *part.least}, {"most", *part.most}}));
}

/// A scenario is played with any method, so it can ask only for what all methods share.
void ScenarioCheck::criterion(const method::Criterion& in, const Pointer& pointer) {
  method::each_condition(
      in, pointer,
      [&](const method::Criterion&, method::Collection rows, const method::Condition& found, const std::string& place) {
        if (found.field == method::Field::step && type_of(rows, found.field) == method::FieldType::word)
          add(place, tell("wrong.scenario_step"));
        if (found.field != method::Field::kind) return;
        for (const auto& literal : found.literals)
          if (const auto* kind = std::get_if<std::string>(&literal)) known_kind(*kind, place);
      });
}

}  // namespace casus::training
