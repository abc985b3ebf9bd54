// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/engine/deciding.hpp"

#include <algorithm>

/// Opening: ground, question, people, method. Rules R1 (the question itself), R2 and R3.
namespace casus::engine {

namespace {

template <class E>
std::string choices(Lang lang) {
  std::string out;
  for (const auto& name : names_of(E{}))
    out += fmt::format("{}{} ({})", out.empty() ? "" : ", ", name.key, lang == Lang::nl ? name.nl : name.en);
  return out;
}

/// R2: on what ground the case may be discussed.
std::optional<Refusal> ground_missing(std::optional<Privacy> privacy, std::optional<Basis> basis,
                                      std::string_view purpose, std::string_view basis_text) {
  std::string nl;
  std::string en;
  const auto add = [&](std::string_view in_nl, std::string_view in_en) {
    nl += (nl.empty() ? "" : "; ") + std::string(in_nl);
    en += (en.empty() ? "" : "; ") + std::string(in_en);
  };
  if (!privacy)
    add(fmt::format("hoe de casus besproken wordt, --privacy: {}", choices<Privacy>(Lang::nl)),
        fmt::format("how the case is discussed, --privacy: {}", choices<Privacy>(Lang::en)));
  if (!basis)
    add(fmt::format("de grondslag, --basis: {}", choices<Basis>(Lang::nl)),
        fmt::format("the legal ground, --basis: {}", choices<Basis>(Lang::en)));
  if (blank(purpose))
    add("het doel van de bespreking, --purpose \"...\"", "the purpose of the review, --purpose \"...\"");
  if (basis && (*basis == Basis::vital_interest || *basis == Basis::consent) && blank(basis_text))
    add(fmt::format("waarom '{}' hier de grondslag is, --basis-text \"...\"", label(*basis, Lang::nl)),
        fmt::format("why '{}' is the ground here, --basis-text \"...\"", label(*basis, Lang::en)));
  if (nl.empty()) return std::nullopt;
  return Refusal{"GroundMissing",
                 "R2",
                 both("Voordat er iets over een gezin wordt opgeschreven, moet vaststaan waarom dat mag.",
                      "Before anything is written about a household, it must be clear why that is allowed."),
                 both("Vul aan: " + nl + ".", "Add: " + en + "."),
                 {}};
}

/// The workflow of a case that is open stays; before that it can still be chosen.
std::optional<Refusal> does_not_fit(const workflow::Workflow& workflow, const method::Definition& method, bool opened) {
  const auto misfit = workflow.misfit(method);
  if (!misfit) return std::nullopt;
  return Refusal{
      "MethodDoesNotFit",
      "",
      both(fmt::format("'{}' past niet bij de werkwijze '{}': {} moet voor {} komen.", method.name.nl, workflow.name.nl,
                       label(misfit->first, Lang::nl), label(misfit->second, Lang::nl)),
           fmt::format("'{}' does not fit the workflow '{}': {} must come before {}.", method.name.en, workflow.name.en,
                       label(misfit->first, Lang::en), label(misfit->second, Lang::en))),
      opened ? both("Kies een methode die hierbij past; casus method list noemt ze.",
                    "Choose a method that fits; casus method list names them.")
             : both(fmt::format("Open de casus met --workflow {}, of kies een andere methode.", method.workflow),
                    fmt::format("Open the case with --workflow {}, or choose another method.", method.workflow)),
      {}};
}

tl::unexpected<Refusal> unknown_definition(std::string_view id, const std::vector<std::string_view>& known,
                                           bool method) {
  const auto near = nearest(id, known);
  const auto nl = near.empty() ? std::string() : fmt::format(" Bedoel je '{}'?", near);
  const auto en = near.empty() ? std::string() : fmt::format(" Did you mean '{}'?", near);
  if (method)
    return refuse("MethodUnknown", "",
                  both(fmt::format("Er is geen methode '{}' op deze computer.{}", id, nl),
                       fmt::format("There is no method '{}' on this machine.{}", id, en)),
                  both("Kijk welke er zijn: casus method list.", "See which there are: casus method list."));
  return refuse("WorkflowUnknown", "",
                both(fmt::format("Er is geen werkwijze '{}' op deze computer.{}", id, nl),
                     fmt::format("There is no workflow '{}' on this machine.{}", id, en)),
                both("Kijk welke er zijn: casus workflow list.", "See which there are: casus workflow list."));
}

/// A method that cannot be worked with here is no choice for a case.
std::optional<Refusal> not_usable(const Deciding& d, std::string_view method) {
  auto why = d.library.unusable(method);
  if (why.empty()) return std::nullopt;
  return Refusal{"MethodMissing",
                 "",
                 std::move(why),
                 both("Kies een andere methode: casus method list.", "Choose another method: casus method list."),
                 {}};
}

Pin pin_of(const method::Definition& it) { return {it.id, it.version, it.hash}; }
Pin pin_of(const workflow::Workflow& it) { return {it.id, it.version, it.hash}; }

/// The events that put the case on the first step of its phase again, after the method or its text changed under it.
void restart_phase(const Deciding& d, const method::Definition& method, Events& events) {
  StepLeft left;
  left.seconds = static_cast<int>((d.at() - d.c.here()->entered - d.c.here()->idle).count());
  left.back = true;
  events.push_back(d.event(left));
  const auto phase = d.c.stage.phase;
  events.push_back(d.event(StepEntered{phase, method.steps(phase).front().id, method.id, {}, {}}));
}

}  // namespace

Decided decide_on(const Deciding& d, const OpenCase& command) {
  if (d.c.exists())
    return refuse("CaseExists", "",
                  both(fmt::format("Casus '{}' bestaat al.", d.c.id), fmt::format("Case '{}' exists already.", d.c.id)),
                  both("Laat het nummer weg; dan krijgt de casus er zelf een.",
                       "Leave the number out; the case then gets one by itself."));
  if (!is_id(d.command.case_id))
    return refuse("CaseIdNotUsable", "",
                  both(fmt::format("'{}' kan geen nummer van een casus zijn.", d.command.case_id),
                       fmt::format("'{}' cannot be the number of a case.", d.command.case_id)),
                  both("Gebruik kleine letters, cijfers en streepjes, zoals 2026-014. Zet er geen naam in.",
                       "Use small letters, digits and hyphens, like 2026-014. Keep names out of it."));
  if (blank(d.command.by))
    return refuse("WhoIsThis", "",
                  both("Het is niet duidelijk wie de casus inbrengt.", "It is not clear who brings the case."),
                  both("Zeg erbij wie je bent: --as NAAM.", "Say who you are: --as NAME."));
  if (auto refusal = ground_missing(command.privacy, command.basis, command.purpose, command.basis_text))
    return failure(std::move(*refusal));
  if (blank(command.title))
    return empty_text("een titel waaraan het team de casus herkent", "a title by which the team knows the case");

  const method::Definition* method = nullptr;
  const workflow::Workflow* workflow = nullptr;
  if (!command.method.empty()) {
    method = d.library.method(command.method);
    if (method == nullptr) return unknown_definition(command.method, d.library.method_ids(), true);
  }
  const std::string workflow_id = !command.workflow.empty() ? command.workflow
                                  : method != nullptr       ? method->workflow
                                                            : "weekly-review";
  workflow = d.library.workflow(workflow_id);
  if (workflow == nullptr) return unknown_definition(workflow_id, d.library.workflow_ids(), false);
  if (method == nullptr) {
    method = d.library.method(workflow->method);
    if (method == nullptr) return unknown_definition(workflow->method, d.library.method_ids(), true);
  }
  if (auto refusal = does_not_fit(*workflow, *method, false)) return failure(std::move(*refusal));
  if (auto refusal = not_usable(d, method->id)) return failure(std::move(*refusal));

  CaseOpened opened;
  opened.title = command.title;
  opened.privacy = *command.privacy;
  opened.basis = *command.basis;
  opened.purpose = command.purpose;
  opened.basis_text = command.basis_text;
  opened.workflow = pin_of(*workflow);
  opened.method = pin_of(*method);
  opened.mode = command.mode;
  opened.neighbourhood = command.neighbourhood;
  opened.reported_on = command.reported_on;
  opened.person = "p1";
  opened.name = std::string(trimmed(d.command.by));
  return d.one(std::move(opened));
}

Decided decide_on(const Deciding& d, const SetBasis& command) {
  if (auto refusal = ground_missing(command.privacy, command.basis, command.purpose, command.basis_text))
    return failure(std::move(*refusal));
  return d.one(BasisSet{command});
}

Decided decide_on(const Deciding& d, const AskQuestion& command) {
  if (!is_question(command.text))
    return refuse("NotAQuestion", "R1",
                  both("De hulpvraag moet één vraag zijn die eindigt op een vraagteken.",
                       "The help question must be one question that ends in a question mark."),
                  both("Bijvoorbeeld: \"Hoe krijg ik weer contact met de vader?\"",
                       "For example: \"How do I get in touch with the father again?\""));
  if (std::ranges::count(command.text, '?') > 1)
    return refuse(
        "MoreThanOneQuestion", "R1",
        both("Dit zijn meerdere vragen. Een casus heeft er één.", "These are several questions. A case has one."),
        both("Kies de vraag waar je vandaag het meest aan hebt.", "Choose the one that helps you most today."));
  if (!d.actor->has(Role::presenter)) {
    const auto* presenter = d.c.with(Role::presenter);
    const auto name = presenter == nullptr ? std::string("-") : presenter->name;
    return refuse(
        "NotYourQuestion", "R1",
        both(fmt::format("De hulpvraag is van de inbrenger ({}).", name),
             fmt::format("The help question is the presenter's ({}).", name)),
        both(fmt::format("Laat {0} de vraag zelf stellen: casus case question {1} \"...\" --as \"{0}\".", name, d.c.id),
             fmt::format("Let {0} ask it: casus case question {1} \"...\" --as \"{0}\".", name, d.c.id)));
  }
  return d.one(QuestionAsked{command});
}

Decided decide_on(const Deciding& d, const AskForPlace& command) {
  if (!d.actor->has(Role::presenter) && !d.actor->has(Role::case_manager)) {
    const auto* presenter = d.c.with(Role::presenter);
    const auto name = presenter == nullptr ? std::string("-") : presenter->name;
    return refuse("NotYourCase", "R1",
                  both(fmt::format("Een plek op de agenda vraagt wie de casus inbrengt ({}).", name),
                       fmt::format("A place on the agenda is asked for by the one whose case it is ({}).", name)),
                  both(fmt::format("Laat {} erom vragen: casus meeting ask {} --as \"{}\".", name, d.c.id, name),
                       fmt::format("Let {} ask: casus meeting ask {} --as \"{}\".", name, d.c.id, name)));
  }
  if (command.no_longer) {
    if (d.c.place_asked) return d.one(PlaceAsked{true});
    return refuse("NotAsked", "", both("Voor deze casus is geen plek gevraagd.", "No place was asked for this case."),
                  both("Er hoeft niets te gebeuren.", "Nothing needs to be done."));
  }
  Events events;
  if (!blank(command.question) && command.question != d.c.question) {
    auto asked = decide_on(d, AskQuestion{command.question, d.c.hoped_for});
    if (!asked) return asked;
    events = std::move(*asked);
  } else if (blank(d.c.question)) {
    return refuse("QuestionMissing", "R1",
                  both("Een casus komt op de agenda met één vraag, en die is er nog niet.",
                       "A case comes on the agenda with one question, and there is none yet."),
                  both(fmt::format("Zet hem erbij: casus meeting ask {} \"Hoe krijg ik weer contact?\"", d.c.id),
                       fmt::format("Add it: casus meeting ask {} \"How do I get in touch again?\"", d.c.id)));
  }
  events.push_back(d.event(PlaceAsked{}));
  return events;
}

Decided decide_on(const Deciding& d, const AddParticipant& command) {
  if (blank(command.name)) return empty_text("de naam van de deelnemer", "the name of the participant");
  if (command.roles.empty())
    return refuse("RoleMissing", "",
                  both(fmt::format("Er staat niet bij welke rol {} heeft.", command.name),
                       fmt::format("It does not say which role {} has.", command.name)),
                  both("Geef een rol, zoals --role member of --role chair.",
                       "Give a role, such as --role member or --role chair."));
  const auto* known = d.c.person(command.name);
  if (known != nullptr && known->erased) known = nullptr;

  ParticipantAdded added;
  added.person = known != nullptr ? known->id : next_id('p', d.c.people.size());
  added.name = known != nullptr ? known->name : std::string(trimmed(command.name));
  added.contact = !command.contact.empty() ? command.contact : known != nullptr ? known->contact : std::string();
  if (known != nullptr && !known->left) added.roles = known->roles;
  for (const auto role : command.roles)
    if (std::ranges::find(added.roles, role) == added.roles.end()) added.roles.push_back(role);
  const auto has = [&](Role role) { return std::ranges::find(added.roles, role) != added.roles.end(); };
  const bool outside = has(Role::resident) || has(Role::circle);
  added.team_member = command.team_member && !outside;
  added.caseload = command.caseload || (known != nullptr && known->caseload);

  if (has(Role::chair) && has(Role::presenter))
    return refuse("ChairIsPresenter", "R3",
                  both(fmt::format("{} brengt de casus in en kan dan niet ook gespreksleider zijn.", added.name),
                       fmt::format("{} presents the case and cannot be the chair as well.", added.name)),
                  both("Kies een ander teamlid als gespreksleider.", "Choose another team member as chair."));
  for (const auto role : {Role::presenter, Role::chair, Role::coordinator}) {
    const auto* other = d.c.with(role);
    if (has(role) && other != nullptr && other->id != added.person)
      return refuse(
          "RoleTaken", role == Role::presenter ? "R1" : "R3",
          both(fmt::format("{} is al {}; er kan er maar één zijn.", other->name, role_name(d.method, role, Lang::nl)),
               fmt::format("{} is already {}; there can be only one.", other->name,
                           role_name(d.method, role, Lang::en))),
          both(fmt::format(
                   "Laat {0} eerst opstaan: casus case leave {1} \"{0}\". Daarna kan {0} weer aanschuiven in een "
                   "andere rol.",
                   other->name, d.c.id),
               fmt::format("Let {0} get up first: casus case leave {1} \"{0}\". Then {0} can sit down again in another "
                           "role.",
                           other->name, d.c.id)));
  }
  if (has(Role::coordinator) && (added.team_member || added.caseload))
    return refuse(
        "CoordinatorNotIndependent", "R3",
        both(fmt::format(
                 "De coördinator moet onafhankelijk zijn. {} werkt in het team of heeft dit gezin in de caseload.",
                 added.name),
             fmt::format(
                 "The coordinator must be independent. {} works in the team or carries this family on the caseload.",
                 added.name)),
        both(
            fmt::format("Kies iemand van buiten het team: casus case join {} NAAM --role coordinator --external.",
                        d.c.id),
            fmt::format("Choose somebody from outside the team: casus case join {} NAME --role coordinator --external.",
                        d.c.id)));
  return d.one(std::move(added));
}

Decided decide_on(const Deciding& d, const RemoveParticipant& command) {
  const auto* person = d.person(command.person);
  if (person == nullptr) return nobody(d, command.person);
  if (!person->at_table())
    return refuse("NotThere", "",
                  both(fmt::format("{} doet al niet meer mee.", person->name),
                       fmt::format("{} no longer takes part.", person->name)),
                  both("Er hoeft niets te gebeuren.", "Nothing needs to be done."));
  if (std::ranges::count_if(d.c.people, &Person::at_table) == 1)
    return refuse(
        "LastAtTheTable", "",
        both(fmt::format("{} is de laatste die aan deze casus meedoet.", person->name),
             fmt::format("{} is the last who takes part in this case.", person->name)),
        both(fmt::format("Laat eerst iemand anders meedoen: casus case join {} NAAM --role presenter.", d.c.id),
             fmt::format("Let somebody else join first: casus case join {} NAME --role presenter.", d.c.id)));
  return d.one(ParticipantLeft{{person->id}});
}

Decided decide_on(const Deciding& d, const ChangeMethod& command) {
  const auto* method = d.library.method(command.method);
  if (method == nullptr) return unknown_definition(command.method, d.library.method_ids(), true);
  if (d.workflow != nullptr)
    if (auto refusal = does_not_fit(*d.workflow, *method, true)) return failure(std::move(*refusal));
  if (auto refusal = not_usable(d, method->id)) return failure(std::move(*refusal));

  MethodChanged changed;
  changed.method = pin_of(*method);
  changed.because = command.because;
  for (const auto phase : kAllPhases)
    if ((!command.phase || *command.phase == phase) && !(d.c.method(phase) == changed.method))
      changed.phases.push_back(phase);
  if (changed.phases.empty())
    return refuse("SameMethod", "",
                  both(fmt::format("Deze casus werkt al met '{}'.", method->name.nl),
                       fmt::format("This case already works with '{}'.", method->name.en)),
                  both("Er hoeft niets te gebeuren.", "Nothing needs to be done."));
  const bool here = std::ranges::find(changed.phases, d.c.stage.phase) != changed.phases.end();
  Events events{d.event(std::move(changed))};
  if (here && d.c.stage.life == Life::open && d.c.here() != nullptr) restart_phase(d, *method, events);
  return events;
}

Decided decide_on(const Deciding& d, const AdoptDefinitions&) {
  const auto* workflow = d.library.workflow(d.c.workflow.id);
  if (workflow == nullptr) return unknown_definition(d.c.workflow.id, d.library.workflow_ids(), false);
  DefinitionsAdopted adopted;
  adopted.workflow = pin_of(*workflow);
  bool changed = !(adopted.workflow == d.c.workflow);
  for (const auto phase : kAllPhases) {
    const auto* method = d.library.method(d.c.method(phase).id);
    if (method == nullptr) return unknown_definition(d.c.method(phase).id, d.library.method_ids(), true);
    if (auto refusal = does_not_fit(*workflow, *method, true)) return failure(std::move(*refusal));
    adopted.methods.push_back(pin_of(*method));
    changed = changed || !(adopted.methods.back() == d.c.method(phase));
  }
  if (!changed)
    return refuse("SameDefinitions", "",
                  both("Deze casus werkt al met de definities van deze computer.",
                       "This case already works with the definitions of this machine."),
                  both("Er hoeft niets te gebeuren.", "Nothing needs to be done."));
  Events events{d.event(std::move(adopted))};
  if (d.c.stage.life == Life::open && d.c.here() != nullptr) {
    const auto* method = d.library.method(d.c.method(d.c.stage.phase).id);
    if (method->step(d.c.stage.phase, d.c.here()->step) == nullptr) restart_phase(d, *method, events);
  }
  return events;
}

}  // namespace casus::engine
