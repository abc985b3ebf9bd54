// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/deciding.hpp"
#include "core/model/access.hpp"

#include <algorithm>

/// Erasing a person or a case. Our own rule, as nothing in the sources says who: what cannot be brought back takes two,
/// of whom one owns the case.
namespace casus::engine {

namespace {

/// Whose case it is: the case manager, else who presents it. Nobody when neither is at the table any more.
const Person* owner_of(const Case& c) {
  for (const auto role : {Role::case_manager, Role::presenter})
    if (const auto* person = c.with(role)) return person;
  return nullptr;
}

/// Somebody who answers for the case: works at its table, or is of the team.
bool answers_for(const Deciding& d, std::string_view name) {
  const auto* person = d.c.person(name);
  if (person != nullptr && !person->erased && works_in_case(*person)) return true;
  return d.library.in_team(name);
}

std::string known_as(const Deciding& d, std::string_view name) {
  const auto* person = d.c.person(name);
  return person == nullptr ? std::string(trimmed(name)) : person->name;
}

bool same_person(const Deciding& d, std::string_view one, std::string_view other) {
  return folded(known_as(d, one)) == folded(known_as(d, other));
}

Refusal not_the_owner(const Deciding& d, const Person* owner) {
  const auto who = owner == nullptr ? both("een collega die aan deze casus werkte, of iemand uit het team",
                                           "a colleague who worked in this case, or somebody of the team")
                                    : both(owner->name, owner->name);
  return {"NotYoursToErase",
          "",
          both(fmt::format("{} gaat niet over het wissen van deze casus.", d.command.by),
               fmt::format("Erasing in this case is not up to {}.", d.command.by)),
          both(fmt::format("Dat doet {}, samen met een tweede persoon.", who.nl),
               fmt::format("That is done by {}, together with a second person.", who.en)),
          {}};
}

/// Colleagues at the table who could be the second.
std::string who_could(const Deciding& d) {
  std::vector<std::string_view> names;
  for (const auto& person : d.c.people)
    if (person.at_table() && !person.erased && works_in_case(person) && !same_person(d, person.name, d.command.by))
      names.push_back(person.name);
  return joined(names);
}

Refusal second_person(const Deciding& d, std::string_view with) {
  const auto names = who_could(d);
  auto reason = both("Wissen kan niet ongedaan worden gemaakt. Daarom doe je het met zijn tweeën.",
                     "Erasing cannot be undone. That is why it takes two.");
  if (!blank(with))
    reason = same_person(d, with, d.command.by)
                 ? both("De tweede persoon is iemand anders dan wie het doet.",
                        "The second person is somebody else than who does it.")
                 : both(fmt::format("{} werkt niet in deze casus en hoort niet bij het team.", with),
                        fmt::format("{} does not work in this case and is not of the team.", with));
  return {"SecondPersonNeeded",
          "",
          std::move(reason),
          both(fmt::format("Noem een collega die het met je eens is: --with NAAM{}.",
                           names.empty() ? "" : fmt::format(" (aan tafel: {})", names)),
               fmt::format("Name a colleague who agrees: --with NAME{}.",
                           names.empty() ? "" : fmt::format(" (at the table: {})", names))),
          {}};
}

std::optional<Refusal> may_not_erase(const Deciding& d, std::string_view with) {
  if (blank(d.command.by))
    return Refusal{"WhoIsThis",
                   "",
                   both("Het is niet duidelijk wie dit doet.", "It is not clear who does this."),
                   both("Zeg erbij wie je bent: --as NAAM.", "Say who you are: --as NAME."),
                   {}};
  const auto* owner = owner_of(d.c);
  // Who presented may have left the team long ago: then whoever answers for the case takes over.
  const bool may = owner == nullptr ? answers_for(d, d.command.by) : d.c.person(d.command.by) == owner;
  if (!may) return not_the_owner(d, owner);
  if (blank(with) || same_person(d, with, d.command.by) || !answers_for(d, with)) return second_person(d, with);
  return std::nullopt;
}

}  // namespace

Decided decide_on(const Deciding& d, const ErasePerson& command) {
  const auto* person = d.person(command.person);
  if (person == nullptr) return nobody(d, command.person);
  if (person->erased)
    return refuse("ErasedAlready", "",
                  both("Van deze persoon is al niets meer te lezen.", "Nothing of this person can be read any more."),
                  both("Er hoeft niets te gebeuren.", "Nothing needs to be done."));
  if (auto refusal = may_not_erase(d, command.with)) return failure(std::move(*refusal));
  if (blank(command.because))
    return reason_missing("Wissen kan niet ongedaan worden gemaakt. Waarom moet het?",
                          "Erasing cannot be undone. Why must it be done?");
  if (person->at_table() && works_in_case(*person))
    return refuse(
        "HandOverFirst", "",
        both(fmt::format("{} zit nog aan tafel. Zonder naam kan {} niets meer doen of overdragen.", person->name,
                         person->name),
             fmt::format("{} is still at the table. Without a name {} cannot do or hand over anything.", person->name,
                         person->name)),
        both(fmt::format("Geef eerst door wat {1} hier doet (casus case join {0} NAAM --role ROL), en laat {1} "
                         "dan weggaan: casus case leave {0} \"{1}\".",
                         d.c.id, person->name),
             fmt::format("First hand over what {1} does here (casus case join {0} NAME --role ROLE), then let "
                         "{1} leave: casus case leave {0} \"{1}\".",
                         d.c.id, person->name)));
  PersonErased erased;
  erased.person = person->id;
  erased.because = command.because;
  erased.with = known_as(d, command.with);
  return d.one(std::move(erased));
}

Decided decide_on(const Deciding& d, const EraseCase& command) {
  if (auto refusal = may_not_erase(d, command.with)) return failure(std::move(*refusal));
  if (blank(command.because))
    return reason_missing("Wissen kan niet ongedaan worden gemaakt. Waarom moet het?",
                          "Erasing cannot be undone. Why must it be done?");
  CaseErased erased;
  erased.because = command.because;
  erased.with = known_as(d, command.with);
  return d.one(std::move(erased));
}

}  // namespace casus::engine
