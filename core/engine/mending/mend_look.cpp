// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/access.hpp"
#include "core/engine/access/owning.hpp"
#include "core/engine/access/typing.hpp"
#include "core/engine/mending/reason_kept.hpp"
#include "core/engine/remarks/readable.hpp"
#include "core/model/retention/retention_terms.hpp"

#include <string>

/// The reason that somebody gave for looking, or for erasing, can hold what may not be kept, and lies beside the case.
namespace casus::engine {

namespace {

bool looked(const Deciding& d, const CaseSeen& seen) {
  if (d.actor != nullptr && d.actor->id == seen.person) return true;
  return !seen.name.empty() && same_person(d, d.command.by, seen.name);
}

/// Whoever gave the reason says it better; whose the case is sees to it that nothing stays that may not be kept.
std::optional<Refusal> not_theirs_to_mend(const Deciding& d, const CaseSeen& seen) {
  const bool destroys = std::holds_alternative<Destroy>(d.command.body);
  if (destroys ? owns(d.c, d.library, d.command.by) : looked(d, seen)) return std::nullopt;
  if (!destroys)
    return no("NotYoursToMend", "", msg("looks.not_your_reason", "by"_is = d.command.by), msg("looks.who_gave_it"));
  const auto* owner = d.c.owner();
  const auto who = owner == nullptr ? msg("erasing.who_may") : Message::verbatim(owner->name);
  return no("NotYoursToMend", "", msg("looks.not_your_case", "by"_is = d.command.by),
            msg("mending.not_yours_do", "who"_is = who));
}

bool did_it(const Deciding& d, std::string_view name, const ErasureRecorded& erased) {
  return same_person(d, name, erased.by) || same_person(d, name, erased.with);
}

/// Why this is no second person for destroying why it was erased; nothing when it is one.
std::optional<Refusal> not_the_other_of_two(const Deciding& d, std::string_view with, const ErasureRecorded& erased,
                                            Time erased_at) {
  const auto needed = [](Message reason) {
    return no("SecondPersonNeeded", "", std::move(reason),
              msg("erasing.second_person_needed_do", "names"_is = Message()));
  };
  if (blank(with)) return needed(msg("erasing.takes_two"));
  if (same_person(d, with, d.command.by)) return needed(msg("erasing.somebody_else"));
  if (did_it(d, with, erased)) return std::nullopt;
  if (!owns(d.c, d.library, with)) return needed(msg("erasing.not_of_the_case", "with"_is = with));
  const auto since = d.library.in_team_since(with);
  if (since && *since > erased_at && date_of(*since) >= d.today())
    return needed(msg("erasing.came_today", "with"_is = known_as(d, with)));
  return std::nullopt;
}

}  // namespace

Outcome<CaseSeen, Refusal> mend_look(const Case& state, const Command& command, const CaseSeen* seen,
                                     const Library& library) {
  Deciding d{state, command, library};
  d.actor = state.person(command.by);
  const auto* correct = std::get_if<Correct>(&command.body);
  auto refusal =
      correct != nullptr ? unreadable(command, *correct) : unreadable(command, std::get<Destroy>(command.body));
  if (refusal) return failure(std::move(*refusal));
  if (blank(command.by)) return refuse("WhoIsThis", "", msg("access.unclear_who"), msg("remedy.say_who_you_are"));
  if ((refusal = may_not_type(d)) || (refusal = typed_for_another(d))) return failure(std::move(*refusal));
  const auto& ref = correct != nullptr ? correct->ref : std::get<Destroy>(command.body).ref;
  if (seen == nullptr || seen->because.empty()) return nothing(msg("looks.reason_of_look"), ref, {});
  if ((refusal = not_theirs_to_mend(d, *seen))) return failure(std::move(*refusal));
  auto now = *seen;
  now.reworded = command.at;
  now.because = kNameGone;
  if (correct == nullptr) return now;
  if (blank(correct->text)) return empty_text(msg("mending.needs_text"));
  now.because = std::string(trimmed(correct->text));
  return now;
}

Outcome<std::string, Refusal> forget_why(const Case& state, const Command& command, const ErasureRecorded& erased,
                                         Time erased_at, const Library& library) {
  const Deciding d{state, command, library};
  const auto& asked = std::get<Destroy>(command.body);
  if (auto refusal = unreadable(command, asked)) return failure(std::move(*refusal));
  if (blank(command.by)) return refuse("WhoIsThis", "", msg("access.unclear_who"), msg("remedy.say_who_you_are"));
  if (auto refusal = typed_for_another(d)) return failure(std::move(*refusal));
  const bool outside = command.seat && comes_from_outside(command.seat->sureness);
  if (outside || !(did_it(d, command.by, erased) || owns(state, library, command.by)))
    return refuse("NotYoursToMend", "", msg("looks.not_your_case", "by"_is = command.by),
                  msg("mending.not_yours_do", "who"_is = Message::verbatim(erased.by)));
  // By which law it was erased is nobody's data, and what the team answers with.
  if (erased.because.empty() || erased.because == kNameGone || is_law(erased.because))
    return nothing(msg("looks.reason_of_erasure"), asked.ref, {});
  if (auto refusal = not_the_other_of_two(d, asked.with, erased, erased_at)) return failure(std::move(*refusal));
  return known_as(d, asked.with);
}

}  // namespace casus::engine
