// SPDX-License-Identifier: EUPL-1.2
#include "core/report/discreet.hpp"

#include "core/base/text.hpp"
#include "core/report/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <algorithm>

namespace casus::report {

namespace {

bool of_a_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

std::string word_for(const Person& person, const text::Voice& voice) {
  for (const auto role : person.roles) return std::string(label(role, voice));
  if (person.network && person.network->professional) return text::say(voice, "discreet.professional");
  return text::say(voice, "discreet.somebody_from_network");
}

}  // namespace

Discreet::Discreet(const Case& state, const text::Voice& voice) : state_(state), voice_(voice) {
  if (state.privacy != Privacy::anonymous) return;
  for (const auto& person : state.people)
    if (!person.team_member && !person.name.empty()) hidden_.emplace_back(folded(person.name), word_for(person, voice));
  std::ranges::stable_sort(hidden_, [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

std::string Discreet::person(std::string_view id) const {
  if (id == "inwoner" || id == "resident") return text::say(voice_, "discreet.resident");
  const auto* found = state_.person(id);
  if (found != nullptr && state_.privacy == Privacy::anonymous && !found->team_member) return word_for(*found, voice_);
  return state_.name_of(id, voice_);
}

std::string Discreet::text(std::string_view typed) const {
  std::string out(typed);
  for (const auto& [name, word] : hidden_) {
    // Folding keeps the length, so a place in the folded text is the same place in the text.
    auto low = folded(out);
    for (auto at = low.find(name); at != std::string::npos; at = low.find(name, at)) {
      const auto end = at + name.size();
      const bool whole = (at == 0 || !of_a_word(low[at - 1])) && (end == low.size() || !of_a_word(low[end]));
      if (!whole) {
        at = end;
        continue;
      }
      out.replace(at, name.size(), word);
      low = folded(out);
      at += word.size();
    }
  }
  return out;
}

}  // namespace casus::report
