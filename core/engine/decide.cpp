// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/deciding.hpp"
#include "core/engine/readable.hpp"

#include <algorithm>
#include <type_traits>

namespace casus::engine {

namespace {

template <class Command, class... Others>
constexpr bool is_one_of = (std::is_same_v<Command, Others> || ...);

/// Who is around the resident can be put right at any time that the case takes people.
template <class C>
constexpr bool is_about_people =
    is_one_of<C, NameForNetwork, LeaveNetwork, EndTie, PlaceInFamily, LinkParent, LinkPartners, CutFamily>;

/// Commands that make sense before the first step.
template <class C>
constexpr bool in_intake =
    is_one_of<C, SetBasis, AskQuestion, AskForPlace, AddParticipant, RemoveParticipant, ChangeMethod, AdoptDefinitions,
              NextStep, OptInDomain, SetGoal, SetReview, TellResident, AddNetworkPerson, AskPerson, AddTie, ErasePerson,
              EraseCase, ChangeGoal, AgreePlan> ||
    is_about_people<C>;

/// Commands that a paused case takes: people, agreements and terms go on, the review itself does not.
template <class C>
constexpr bool while_paused =
    is_one_of<C, ResumeCase, SetBasis, AddParticipant, RemoveParticipant, SetReview, TellResident, FinishAction,
              MoveAction, AddNetworkPerson, AskPerson, AddTie, AdoptDefinitions, ChangeMethod, ErasePerson, EraseCase,
              ChangeGoal, ChangeAction, AgreePlan> ||
    is_about_people<C>;

/// A closed case takes what came of its agreements, what the resident was told, and what it needs to open again: people
/// who are still there and a method that is.
template <class C>
constexpr bool when_closed = is_one_of<C, ReopenCase, AddParticipant, TellResident, FinishAction, AdoptDefinitions,
                                       ChangeMethod, ErasePerson, EraseCase>;

/// What acute danger interrupts (R14).
template <class C>
constexpr bool interrupted = is_one_of<C, NextStep, BackStep, Say, Pass, StartRound, CloseCase, PauseCase>;

/// What private time still takes (R13): moving on, and safety.
template <class C>
constexpr bool in_private_time =
    is_one_of<C, NextStep, BackStep, RaiseConcern, RaiseAcute, TakeMeldcodeStep, HandleAcute, ClearSafety, PauseCase,
              CloseCase, ChangeMethod, AdoptDefinitions, RemoveParticipant, ErasePerson, EraseCase>;

/// What needs the method to be there: everything that walks through its steps.
template <class C>
constexpr bool needs_method = is_one_of<C, NextStep, BackStep, Say, Pass, StartRound>;

template <class C>
std::optional<Refusal> out_of_place(const Deciding& d) {
  const auto no = [](auto refusal) { return std::optional<Refusal>(std::move(refusal.value())); };
  switch (d.c.stage.life) {
    case Life::erased:
      return no(refuse("CaseErased", "",
                       both("Deze casus is gewist. Er is niets meer van te lezen.",
                            "This case is erased. Nothing of it can be read any more."),
                       both("Open een nieuwe casus: casus case open.", "Open a new case: casus case open.")));
    case Life::intake:
      if (!in_intake<C>)
        return no(refuse(
            "NotBegun", "",
            both("De bespreking van deze casus is nog niet begonnen.", "The review of this case has not begun yet."),
            both(fmt::format("Ga naar de eerste stap: casus case next {}.", d.c.id),
                 fmt::format("Go to the first step: casus case next {}.", d.c.id))));
      break;
    case Life::paused:
      if (!while_paused<C>)
        return no(refuse("CasePaused", "", both("Deze casus staat op pauze.", "This case is paused."),
                         both(fmt::format("Ga verder waar jullie waren: casus case resume {}.", d.c.id),
                              fmt::format("Go on where you were: casus case resume {}.", d.c.id))));
      break;
    case Life::closed:
      if (!when_closed<C>)
        return no(
            refuse("CaseClosed", "", both("Deze casus is afgesloten.", "This case is closed."),
                   both(fmt::format("Open hem opnieuw, met een reden: casus case reopen {} --because \"...\".", d.c.id),
                        fmt::format("Open it again, with a reason: casus case reopen {} --because \"...\".", d.c.id))));
      break;
    case Life::open: break;
  }
  if (d.c.stage.safety == Safety::acute && interrupted<C>)
    return no(
        refuse("AcuteSafety", "R14",
               both("Er is acute onveiligheid gemeld. Die gaat voor: de bespreking staat stil.",
                    "Acute danger was reported. That comes first: the review stands still."),
               both(fmt::format("Doe eerst wat nodig is voor de veiligheid en leg vast wat er is gedaan: casus case "
                                "safety handle {} \"...\".",
                                d.c.id),
                    fmt::format("First do what safety needs and write down what was done: casus case safety handle {} "
                                "\"...\".",
                                d.c.id))));
  if (d.step != nullptr && d.step->floor.is_private && !in_private_time<C> && d.c.stage.life == Life::open)
    return no(
        refuse("PrivateTime", "R13",
               both("Dit is besloten tijd van de kring. Er wordt niets vastgelegd.",
                    "This is the circle's private time. Nothing is recorded."),
               both(fmt::format("Wacht tot de kring jullie terugroept en ga dan verder: casus case next {}.", d.c.id),
                    fmt::format("Wait until the circle calls you back, then go on: casus case next {}.", d.c.id))));
  return std::nullopt;
}

/// The definitions of the case must be on this machine for whatever walks through steps.
std::optional<Refusal> missing_definition(const Deciding& d) {
  const auto& pin = d.c.method(d.c.stage.phase);
  auto why = d.library.unusable(pin.id);
  if (d.method != nullptr && d.workflow != nullptr && why.empty()) return std::nullopt;
  if (d.workflow == nullptr) return workflow_missing(d);
  if (why.empty())
    why = both(fmt::format("De methode '{}' van deze casus staat niet op deze computer.", pin.id),
               fmt::format("The method '{}' of this case is not on this machine.", pin.id));
  return Refusal{
      "MethodMissing",
      "",
      std::move(why),
      both(fmt::format("Bekijken en exporteren kan wel. Zet de methode terug (casus method list) of kies een andere: "
                       "casus case method {} METHODE.",
                       d.c.id),
           fmt::format("Looking and exporting work. Put the method back (casus method list) or choose another: "
                       "casus case method {} METHOD.",
                       d.c.id)),
      {}};
}

struct Decider {
  Deciding d;

  template <class C>
  Decided operator()(const C& body) {
    if (auto refusal = unreadable(d.command, body)) return failure(std::move(*refusal));
    if constexpr (std::is_same_v<C, OpenCase>) {
      return decide_on(d, body);
    } else {
      if (!d.c.exists())
        return refuse("CaseUnknown", "",
                      both(fmt::format("Er is geen casus '{}'.", d.command.case_id),
                           fmt::format("There is no case '{}'.", d.command.case_id)),
                      both("Kijk welke er zijn met: casus case list.", "See which there are: casus case list."));
      if (d.c.stage.life == Life::erased) return failure(*out_of_place<C>(d));
      if (d.command.at < d.c.changed_at)
        return refuse(
            "TimeRunsBack", "",
            both(fmt::format("Dit zou gebeurd zijn op {}, maar de casus is al bijgewerkt op {}.",
                             to_string(d.command.at), to_string(d.c.changed_at)),
                 fmt::format("This would have happened at {}, but the case was changed at {}.", to_string(d.command.at),
                             to_string(d.c.changed_at))),
            both("Laat het tijdstip weg, of geef een later tijdstip.", "Leave the time out, or give a later one."));
      if (d.actor == nullptr || !d.actor->at_table()) {
        // Who may erase is told there; and a case that nobody sits at any more can be taken over.
        constexpr bool kErases = std::is_same_v<C, EraseCase> || std::is_same_v<C, ErasePerson>;
        const bool abandoned = std::ranges::none_of(d.c.people, &Person::at_table);
        if (!kErases && !(std::is_same_v<C, AddParticipant> && abandoned)) return not_at_table();
      }
      if (auto refusal = out_of_place<C>(d)) return failure(std::move(*refusal));
      if constexpr (needs_method<C>)
        if (auto refusal = missing_definition(d)) return failure(std::move(*refusal));
      return decide_on(d, body);
    }
  }

  Decided not_at_table() const {
    if (blank(d.command.by))
      return refuse("WhoIsThis", "", both("Het is niet duidelijk wie dit doet.", "It is not clear who does this."),
                    both("Zeg erbij wie je bent: --as NAAM.", "Say who you are: --as NAME."));
    std::vector<std::string_view> names;
    for (const auto& person : d.c.people)
      if (person.at_table() && !person.erased) names.push_back(person.name);
    const auto near = nearest(d.command.by, names);
    const auto nl = near.empty() ? std::string() : fmt::format(" Bedoel je {}?", near);
    const auto en = near.empty() ? std::string() : fmt::format(" Did you mean {}?", near);
    return refuse(
        "NotAtTheTable", "",
        both(fmt::format("{} doet niet mee aan deze casus.{}", d.command.by, nl),
             fmt::format("{} does not take part in this case.{}", d.command.by, en)),
        both(fmt::format("Laat een deelnemer {0} toevoegen: casus case join {1} \"{0}\" --role member --as {2}.",
                         d.command.by, d.c.id, names.empty() ? "NAAM" : names.front()),
             fmt::format("Let a participant add {0}: casus case join {1} \"{0}\" --role member --as {2}.", d.command.by,
                         d.c.id, names.empty() ? "NAME" : names.front())));
  }
};

/// Who sat at the keys, if that was not the actor. Somebody of the case by id, so that erasing a person reaches it.
std::optional<Typist> typist_beside(const Case& state, const Command& command, const std::string& actor) {
  auto typist = command.seat.value_or(Typist{command.by, {}, {}});
  typist.name = std::string(trimmed(typist.name));
  if (const auto* person = state.person(typist.name)) typist.name = person->id;
  const bool opens = !state.exists() && folded(typist.name) == folded(trimmed(command.by));
  if (opens || typist.name == actor) return std::nullopt;
  return typist;
}

}  // namespace

Decided decide(const Case& state, const Command& command, const Library& library) {
  Deciding d{state, command, library};
  if (state.exists()) {
    d.actor = state.person(command.by);
    d.workflow = library.pinned_workflow(state.workflow);
    d.method = library.pinned_method(state.method(state.stage.phase));
    if (const auto* here = state.here(); here != nullptr && d.method != nullptr)
      d.step = d.method->step(here->phase, here->step);
  }
  auto decided = std::visit(Decider{d}, command.body);
  if (!decided) return decided;
  for (auto& event : *decided) event.seat = typist_beside(state, command, event.by);
  return decided;
}

const Person* Deciding::person(std::string_view text) const {
  if (const auto* found = c.person(text)) return found;
  const auto wanted = folded(trimmed(text));
  for (const auto& name : names_of(Role{}))
    if (wanted == name.key || wanted == folded(name.nl) || wanted == folded(name.en)) return c.with(name.value);
  return nullptr;
}

Refusal workflow_missing(const Deciding& d) {
  return {"WorkflowMissing",
          "",
          both(fmt::format("De werkwijze '{}' van deze casus staat niet op deze computer.", d.c.workflow.id),
               fmt::format("The workflow '{}' of this case is not on this machine.", d.c.workflow.id)),
          both("Zet het bestand terug en kijk met: casus workflow list.",
               "Put the file back and look with: casus workflow list."),
          {}};
}

tl::unexpected<Refusal> nobody(const Deciding& d, std::string_view text) {
  std::vector<std::string_view> names;
  for (const auto& person : d.c.people)
    if (!person.erased) names.push_back(person.name);
  const auto near = nearest(text, names);
  return refuse("NobodyCalled", "",
                both(fmt::format("Niemand in deze casus heet '{}'.{}", text,
                                 near.empty() ? "" : fmt::format(" Bedoel je {}?", near)),
                     fmt::format("Nobody in this case is called '{}'.{}", text,
                                 near.empty() ? "" : fmt::format(" Did you mean {}?", near))),
                both(fmt::format("Staat deze persoon er nog niet bij? Voeg toe: casus case join {0} NAAM --role ROL, "
                                 "of in het netwerk: casus network add "
                                 "{0} NAAM.",
                                 d.c.id),
                     fmt::format("Is this person not here yet? Add: casus case join {0} NAME --role ROLE, or to the "
                                 "network: casus network add {0} NAME.",
                                 d.c.id)));
}

tl::unexpected<Refusal> nothing(std::string_view what_nl, std::string_view what_en, std::string_view id,
                                const std::vector<std::string_view>& known) {
  return refuse("NotFound", "",
                both(fmt::format("Er is geen {} '{}' in deze casus.", what_nl, id),
                     fmt::format("There is no {} '{}' in this case.", what_en, id)),
                known.empty() ? both("Er zijn er nog geen.", "There are none yet.")
                              : both(fmt::format("Kies uit: {}.", joined(known)),
                                     fmt::format("Choose from: {}.", joined(known))));
}

std::string role_name(const method::Definition* method, Role role, Lang lang) {
  if (method != nullptr)
    for (const auto& use : method->roles)
      if (use.role == role && !use.name.empty()) return use.name.in(lang);
  return std::string(label(role, lang));
}

Text role_words(const method::Definition* method, const std::vector<Role>& roles) {
  Text words;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (i > 0) {
      words.nl += i + 1 == roles.size() ? " of " : ", ";
      words.en += i + 1 == roles.size() ? " or " : ", ";
    }
    words.nl += role_name(method, roles[i], Lang::nl);
    words.en += role_name(method, roles[i], Lang::en);
  }
  return words;
}

}  // namespace casus::engine
