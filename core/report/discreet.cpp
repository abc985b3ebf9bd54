// SPDX-License-Identifier: EUPL-1.2
#include "core/report/discreet.hpp"

#include "core/report/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <algorithm>

namespace casus::report {

namespace {

std::string role_word(const Person& person, const text::Voice& voice) {
  for (const auto role : person.roles) return label(role, voice);
  if (person.network && person.network->professional) return text::say(voice, "discreet.professional");
  return text::say(voice, "discreet.somebody_from_network");
}

/// The role word, numbered where others of the case have the same.
std::string word_for(const Case& state, const Person& person, const text::Voice& voice) {
  const auto word = role_word(person, voice);
  int all = 0, number = 0;
  for (const auto& one : state.people) {
    if (one.team_member || one.merged || role_word(one, voice) != word) continue;
    ++all;
    if (one.id == person.id) number = all;
  }
  return all > 1 ? word + ' ' + std::to_string(number) : word;
}

}  // namespace

Discreet::Discreet(const Case& state, const text::Voice& voice) : state_(state), voice_(voice) {
  if (state.privacy != Privacy::anonymous) return;
  for (const auto& person : state.people) {
    if (person.team_member || person.name.empty()) continue;
    const auto* known = state.person(person.id);  // an entry that was merged is who it became
    hidden_.push_back({person.name, word_for(state, known == nullptr ? person : *known, voice)});
  }
}

std::string Discreet::person(std::string_view id) const {
  if (id == "inwoner" || id == "resident") return text::say(voice_, "discreet.resident");
  const auto* found = state_.person(id);
  if (found != nullptr && state_.privacy == Privacy::anonymous && !found->team_member)
    return word_for(state_, *found, voice_);
  return state_.name_of(id, voice_);
}

std::string Discreet::text(std::string_view typed) const { return redacted(typed, hidden_, {}).text; }

}  // namespace casus::report
