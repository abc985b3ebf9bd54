// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/named_places.hpp"

#include "core/engine/said.hpp"
#include "core/model/person_name.hpp"
#include "core/model/redaction.hpp"
#include "core/model/ref_words.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace casus::engine {

namespace {

using text::msg;

/// What is destroyed with the texts of this event.
std::string ref_of(const EventBody& body, std::size_t place) {
  if (auto mended = mended_ref(body); !mended.empty()) return mended;
  auto ref = about(body).ref;
  return ref.empty() ? std::to_string(place + 1) : ref;
}

bool names(const EventBody& body, std::string_view name) {
  const auto names_them = [&](const FieldNow& one) { return !name_places(one.to, name).empty(); };
  if (std::ranges::any_of(texts_of(body), names_them)) return true;
  const auto* corrected = std::get_if<Corrected>(&body);
  return corrected != nullptr && std::ranges::any_of(corrected->now, names_them);
}

}  // namespace

std::vector<NamedPlace> where_named(const Case& state, const Events& history, std::string_view name) {
  std::vector<NamedPlace> out;
  const auto add = [&](text::Message where, std::string ref) {
    if (std::ranges::find(out, ref, &NamedPlace::ref) == out.end()) out.push_back({std::move(where), std::move(ref)});
  };
  // That somebody was erased is what the team answers for.
  const auto told = [](const EventBody& body) {
    return std::holds_alternative<PersonErased>(body) || std::holds_alternative<CaseErased>(body) ||
           std::holds_alternative<PersonNamed>(body);
  };
  for (std::size_t place = 0; place < history.size(); ++place) {
    const auto& body = history[place].body;
    if (told(body) || !names(body, name)) continue;
    auto ref = ref_of(body, place);
    auto where = ref_words(ref);
    add(std::move(where), std::move(ref));
  }
  for (const auto& person : state.people) {
    if (person.erased || same_name(person.name, name)) continue;
    const auto named = [&](std::string_view text) { return !name_places(text, name).empty(); };
    if (named(person.contact) || named(person.listed_relation) || (person.network && named(person.network->relation)))
      add(msg("mending.ref_name", "person"_is = person.name), person.id);
  }
  return out;
}

}  // namespace casus::engine
