// SPDX-License-Identifier: EUPL-1.2
#include "core/report/discreet.hpp"

#include "core/base/name_words_data.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"
#include "core/text/voice.hpp"

#include <algorithm>

namespace casus::report {

namespace {

/// How a word says who somebody is: "who", "small" in small letters alone, "beside" with another; empty when it does
/// not.
std::string role_use(const std::string& word) {
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(text::msg("discreet.role_words").in(lang)))
      if (std::ranges::find(use.said, word) != use.said.end()) return use.value;
  return is_relative(word) ? "who" : "";
}

/// "buurvrouw", "de oma": a name that says no more than who somebody is to the resident hides nobody. Words that are
/// surnames too ("Buur", "Meester") are that in small letters alone, and every one behind "van" or "de": "Van Buren",
/// "De Vriend".
bool is_role_word(std::string_view name) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool small = std::ranges::none_of(name, is_capital);
  bool any = false, behind = false;
  for (std::size_t at = 0; at < name.size();) {
    const auto end = std::min(name.find(' ', at), name.size());
    const auto typed = name.substr(at, end - at);
    at = end + 1;
    if (typed.empty()) continue;
    const auto use = role_use(folded(typed));
    if (use.empty() || (use == "small" && !small)) return false;
    if (use != "beside" && behind && is_capital(typed.front())) return false;
    any = any || use != "beside";
    behind = true;
  }
  return any;
}

}  // namespace

std::string Discreet::role_word(const Person& person) const {
  const Naming names(state_, definitions_, voice_);
  for (const auto role : person.roles) return names.role(role, person.team_member);
  if (person.network && person.network->professional) return text::say(voice_, "discreet.professional");
  return text::say(voice_, "discreet.somebody_from_network");
}

/// The role word, numbered where others of the case have the same.
std::string Discreet::word_for(const Person& person) const {
  const auto word = role_word(person);
  int all = 0, number = 0;
  for (const auto& one : state_.people) {
    if (one.team_member || one.merged || role_word(one) != word) continue;
    ++all;
    if (one.id == person.id) number = all;
  }
  return all > 1 ? word + ' ' + std::to_string(number) : word;
}

Discreet::Discreet(const Case& state, const Definitions& definitions, const text::Voice& voice)
    : state_(state), definitions_(definitions), voice_(voice) {
  if (state.privacy != Privacy::anonymous) return;
  for (const auto& person : state.people) {
    if (person.team_member || person.name.empty() || is_role_word(person.name)) continue;
    const auto* known = state.person(person.id);  // an entry that was merged is who it became
    hidden_.push_back({person.name, word_for(known == nullptr ? person : *known)});
  }
}

std::string Discreet::person(std::string_view id) const {
  if (id == "inwoner" || id == "resident") return text::say(voice_, "discreet.resident");
  const auto* found = state_.person(id);
  if (found != nullptr && state_.privacy == Privacy::anonymous && !found->team_member && !is_role_word(found->name))
    return word_for(*found);
  return state_.name_of(id, voice_);
}

std::string Discreet::text(std::string_view typed) const { return redacted(typed, hidden_, {}).text; }

}  // namespace casus::report
