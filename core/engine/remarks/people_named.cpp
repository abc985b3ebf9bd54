// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/people_named.hpp"

#include "core/base/text.hpp"
#include "core/engine/refusing.hpp"
#include "core/engine/remarks/likely_names.hpp"
#include "core/engine/remarks/word_lists.hpp"
#include "core/model/person_name.hpp"
#include "core/model/redaction.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

/// "De buurvrouw": nobody is known by it, and many are called so.
bool says_only_role(std::string_view name) {
  return std::ranges::all_of(words_of(name), [](const Word& word) { return word_lists().is_role_word(word.lower); });
}

/// One of them is the other with more behind it.
bool is_longer_of(std::string_view one, std::string_view other) {
  const auto a = name_key(one), b = name_key(other);
  return a.starts_with(b + ' ') || b.starts_with(a + ' ');
}

std::string_view name_of_new(const Command& command) {
  if (const auto* joins = std::get_if<AddParticipant>(&command.body)) return joins->name;
  if (const auto* listed = std::get_if<NameForNetwork>(&command.body)) return listed->name;
  if (const auto* added = std::get_if<AddNetworkPerson>(&command.body)) return added->name;
  return {};
}

}  // namespace

std::string resident_named(const Case& c, std::string_view text) {
  for (const auto& person : c.people) {
    if (!person.has(Role::resident) || person.erased || person.name.empty() || says_only_role(person.name)) continue;
    if (const auto places = name_places(text, person.name); !places.empty())
      return std::string(text.substr(places.front().begin, places.front().end - places.front().begin));
  }
  return {};
}

std::optional<Remark> called_nearly(const Case& before, const Command& command) {
  const auto name = trimmed(name_of_new(command));
  if (name.empty() || before.person(name) != nullptr || says_only_role(name)) return std::nullopt;
  for (const auto& person : before.people) {
    if (person.erased || person.merged || person.name.empty() || says_only_role(person.name)) continue;
    if (!is_longer_of(name, person.name)) continue;
    return Remark{"", msg("remark.called_nearly", "before"_is = person.name, "name"_is = name,
                          "same"_is = way("case same", "case"_is = before.id, "person"_is = name,
                                          "into"_is = person.name, "because"_is = gap()))};
  }
  return std::nullopt;
}

}  // namespace casus::engine
