// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/typing.hpp"

#include "core/engine/access/access.hpp"
#include "core/engine/access/owning.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

/// Name of who sits at the keys, when that is another than who does it; else empty.
std::string_view typist_for_another(const Deciding& d) {
  const auto& seat = d.command.seat;
  if (!seat || blank(seat->name) || seat->name == d.command.by || same_person(d, seat->name, d.command.by)) return {};
  return trimmed(seat->name);
}

bool has_seat(const Case& c, std::string_view name) {
  const auto* person = c.person(name);
  return person != nullptr && person->has_seat() && !person->erased;
}

/// Whether what is asked gets the typist into the case, makes it theirs, or brings it where they are and it is not.
struct Gains {
  const Deciding& d;
  std::string_view typist;

  /// Whoever is meant is named as everywhere in the case: by a role, or the beginning of a name too.
  bool is_typist(std::string_view name) const {
    const auto* person = d.person(name);
    return same_person(d, person != nullptr ? std::string_view(person->id) : name, typist);
  }
  bool is_of_case() const { return has_seat(d.c, typist); }

  template <class C>
  bool operator()(const C&) const {
    return false;
  }
  bool operator()(const AddParticipant& added) const {
    const bool owns = std::ranges::any_of(
        added.roles, [](Role role) { return role == Role::presenter || role == Role::case_manager; });
    return (owns || !is_of_case()) && is_typist(added.name);
  }
  bool operator()(const HandOver& over) const { return is_typist(over.to); }
  bool operator()(const MergePersons& merge) const { return is_typist(merge.person) || is_typist(merge.into); }
  bool operator()(const MergeCase&) const {
    return !is_of_case() || (d.other != nullptr && d.other->exists() && !has_seat(*d.other, typist));
  }
  bool operator()(const SeparateCase&) const { return !is_of_case(); }
  bool operator()(const MoveOver&) const { return !is_of_case(); }
  bool operator()(const TransferCase&) const { return !is_of_case(); }
  bool operator()(const ConfirmTransfer&) const { return !is_of_case(); }
  bool operator()(const CallBackTransfer&) const { return !is_of_case(); }
};

}  // namespace

std::string known_as(const Deciding& d, std::string_view name) {
  if (const auto* person = d.c.person(name)) return person->name;
  // One who was renamed is no second person beside themselves.
  if (const auto* seat = seat_of_member(d.c, d.library, name)) return seat->name;
  const auto members = d.library.members_meant(name);
  return members.size() == 1 ? members.front() : kept_name(name);
}

bool same_person(const Deciding& d, std::string_view one, std::string_view other) {
  return same_name(known_as(d, one), known_as(d, other));
}

std::optional<Refusal> may_not_type(const Deciding& d) {
  const auto typist = typist_for_another(d);
  // Who came by a link of their own does what is theirs, and nothing for another: told where that is asked.
  if (typist.empty() || d.command.of_meeting || comes_from_outside(d.command.seat->sureness)) return std::nullopt;
  const auto by = known_as(d, d.command.by);
  if (d.library.has_team() && !of_the_team(d.c, d.library, typist) && !has_seat(d.c, typist))
    return no(std::string(kTypedByStranger), "",
              msg("typing.stranger", "seat"_is = typist, "case"_is = d.command.case_id),
              msg("typing.stranger_do", "by"_is = by));
  if (std::visit(Gains{d, typist}, d.command.body))
    return no("TypistGains", "", msg("typing.gains", "seat"_is = typist, "by"_is = by),
              msg("erasing.typed_for_another_do", "by"_is = by));
  return std::nullopt;
}

std::optional<Refusal> typed_for_another(const Deciding& d) {
  const auto typist = typist_for_another(d);
  if (typist.empty()) return std::nullopt;
  return no("TypedForAnother", "", msg("erasing.typed_for_another", "seat"_is = typist, "by"_is = d.command.by),
            msg("erasing.typed_for_another_do", "by"_is = d.command.by));
}

}  // namespace casus::engine
