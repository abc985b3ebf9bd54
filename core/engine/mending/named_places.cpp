// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/named_places.hpp"

#include "core/engine/mending/said.hpp"
#include "core/model/person_name.hpp"
#include "core/model/redaction.hpp"
#include "core/model/ref_words.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace casus::engine {

namespace {

using text::msg;

/// What is destroyed with the texts of this event. What rests on a person or a record, or put a name right, goes by its
/// own number: the name itself stays.
std::string ref_of(const Case& state, const EventBody& body, std::size_t place) {
  auto mended = mended_ref(body);
  if (!mended.empty() && state.entry(mended) == nullptr) return mended;
  auto what = about(body);
  return mended.empty() && what.words && !what.ref.empty() ? what.ref : std::to_string(place + 1);
}

bool names(const EventBody& body, const std::vector<HiddenName>& names) {
  const auto names_them = [&](const FieldNow& one) { return is_named(one.to, names); };
  if (std::ranges::any_of(texts_of(body), names_them)) return true;
  const auto* corrected = std::get_if<Corrected>(&body);
  return corrected != nullptr && std::ranges::any_of(corrected->now, names_them);
}

/// That somebody was erased is what the team answers for.
bool is_told(const EventBody& body) {
  return std::holds_alternative<PersonErased>(body) || std::holds_alternative<CaseErased>(body) ||
         std::holds_alternative<PersonNamed>(body);
}

}  // namespace

bool says_erased(const Events& history, std::string_view person) {
  return std::ranges::any_of(history, [&](const Event& event) {
    const auto* erased = std::get_if<PersonErased>(&event.body);
    return erased != nullptr && erased->person == person;
  });
}

std::vector<std::string> erased_since_copy(const Case& state, const Events& history) {
  std::vector<std::string> ids;
  for (const auto& person : state.people) {
    if (!person.erased || person.merged) continue;
    const auto came_along = [&](const TakenIn& one) {
      return std::ranges::find(one.taken.people, person.id, &TakenPerson::is) != one.taken.people.end();
    };
    if (std::ranges::none_of(state.taken_in, came_along) && !says_erased(history, person.id)) ids.push_back(person.id);
  }
  return ids;
}

std::vector<std::int64_t> lines_naming(const Events& history, const std::vector<HiddenName>& called) {
  std::vector<std::int64_t> lines;
  for (std::size_t place = 0; place < history.size(); ++place)
    if (!is_told(history[place].body) && names(history[place].body, called))
      lines.push_back(static_cast<std::int64_t>(place) + 1);
  return lines;
}

std::vector<NamedPlace> where_named(const Case& state, const Events& history, const std::vector<HiddenName>& called) {
  std::vector<NamedPlace> out;
  const auto add = [&](text::Message where, std::string ref) {
    if (std::ranges::find(out, ref, &NamedPlace::ref) == out.end()) out.push_back({std::move(where), std::move(ref)});
  };
  for (const auto number : lines_naming(history, called)) {
    const auto place = static_cast<std::size_t>(number - 1);
    auto ref = ref_of(state, history[place].body, place);
    auto where = ref_words(ref);
    add(std::move(where), std::move(ref));
  }
  for (const auto& person : state.people) {
    const auto is_them = [&](const HiddenName& one) { return same_name(one.name, person.name); };
    if (person.erased || std::ranges::any_of(called, is_them)) continue;
    const auto named = [&](std::string_view text) { return is_named(text, called); };
    if (named(person.contact) || named(person.listed_relation) || (person.network && named(person.network->relation)))
      add(msg("mending.ref_name", "person"_is = person.name), person.id);
  }
  return out;
}

}  // namespace casus::engine
