// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/refusals.hpp"

#include <fmt/format.h>

namespace casus::meeting {

Text called(const AgendaItem& item) {
  if (!item.line.case_id.empty())
    return both(fmt::format("casus {}", item.line.case_id), fmt::format("case {}", item.line.case_id));
  if (!item.line.because.empty()) return both(item.line.because, item.line.because);
  return both(std::string(label(item.line.part, Lang::nl)), std::string(label(item.line.part, Lang::en)));
}

tl::unexpected<Refusal> not_a_day(const std::string& id) {
  return refuse("NotADay", "",
                both(fmt::format("'{}' is geen dag. Een overleg heet naar zijn dag.", id),
                     fmt::format("'{}' is not a day. A meeting is called by its day.", id)),
                both("Schrijf de dag zoals 2026-03-02.", "Write the day like 2026-03-02."));
}

tl::unexpected<Refusal> not_planned(const std::string& id) {
  return refuse("MeetingNotPlanned", "",
                both(fmt::format("Voor {} is nog geen overleg gepland.", id),
                     fmt::format("No meeting is planned for {} yet.", id)),
                both(fmt::format("Plan het: casus meeting plan --date {}.", id),
                     fmt::format("Plan it: casus meeting plan --date {}.", id)));
}

tl::unexpected<Refusal> planned_already(const std::string& id) {
  return refuse("MeetingPlannedAlready", "",
                both(fmt::format("Het overleg van {} is al gepland.", id),
                     fmt::format("The meeting of {} is planned already.", id)),
                both(fmt::format("Pas de agenda aan met casus meeting agenda, of maak hem opnieuw: casus meeting plan "
                                 "--date {} --again.",
                                 id),
                     fmt::format("Change the agenda with casus meeting agenda, or make it anew: casus meeting plan "
                                 "--date {} --again.",
                                 id)));
}

tl::unexpected<Refusal> started_already(const std::string& id) {
  return refuse(
      "MeetingStartedAlready", "",
      both(fmt::format("Het overleg van {} is al begonnen.", id),
           fmt::format("The meeting of {} has started already.", id)),
      both("Ga verder met het volgende punt: casus meeting take.", "Go on with the next item: casus meeting take."));
}

tl::unexpected<Refusal> not_started(const std::string& id) {
  return refuse("MeetingNotStarted", "",
                both(fmt::format("Het overleg van {} is nog niet begonnen.", id),
                     fmt::format("The meeting of {} has not started yet.", id)),
                both("Begin het, met wie er zijn: casus meeting start --present NAAM.",
                     "Start it, with who is there: casus meeting start --present NAME."));
}

tl::unexpected<Refusal> finished_already(const std::string& id) {
  return refuse(
      "MeetingOver", "",
      both(fmt::format("Het overleg van {} is afgesloten.", id), fmt::format("The meeting of {} is over.", id)),
      both("Wat er nog lag komt vanzelf op de volgende agenda: casus meeting propose.",
           "What was left comes on the next agenda by itself: casus meeting propose."));
}

tl::unexpected<Refusal> runs_back(const MeetingCommand& command, const Meeting& meeting) {
  return refuse("TimeRunsBack", "",
                both(fmt::format("Dit zou gebeurd zijn op {}, maar het overleg is al bijgewerkt op {}.",
                                 to_string(command.at), to_string(meeting.changed_at)),
                     fmt::format("This would have happened at {}, but the meeting was changed at {}.",
                                 to_string(command.at), to_string(meeting.changed_at))),
                both("Laat het tijdstip weg, of geef een later tijdstip.", "Leave the time out, or give a later one."));
}

tl::unexpected<Refusal> nobody_there() {
  return refuse("NobodyThere", "", both("Er staat niet bij wie er zijn.", "It does not say who is there."),
                both("Noem iedereen aan tafel: casus meeting start --present NAAM --present NAAM.",
                     "Name everybody at the table: casus meeting start --present NAME --present NAME."));
}

tl::unexpected<Refusal> no_chair() {
  return refuse("NoChair", "R3",
                both("Er is nog geen gespreksleider die er ook is.", "There is no chair yet who is also there."),
                both("Kies iemand die er is: casus meeting start --chair NAAM.",
                     "Choose somebody who is there: casus meeting start --chair NAME."));
}

tl::unexpected<Refusal> not_there(const std::string& name) {
  return refuse("NotThere", "",
                both(fmt::format("{} is niet bij dit overleg.", name), fmt::format("{} is not at this meeting.", name)),
                both(fmt::format("Schuift {0} nu aan? Zeg dat eerst: casus meeting arrive \"{0}\".", name),
                     fmt::format("Does {0} join now? Say so first: casus meeting arrive \"{0}\".", name)));
}

tl::unexpected<Refusal> not_in_team(const std::string& name, const std::vector<std::string_view>& team) {
  const auto near = nearest(name, team);
  return refuse(
      "NotInTeam", "R3",
      both(fmt::format("{} hoort niet bij het team.{}", name, near.empty() ? "" : fmt::format(" Bedoel je {}?", near)),
           fmt::format("{} is not in the team.{}", name, near.empty() ? "" : fmt::format(" Did you mean {}?", near))),
      both(fmt::format("Kies een teamlid ({}), of voeg toe: casus team add \"{}\".", joined(team), name),
           fmt::format("Choose a team member ({}), or add: casus team add \"{}\".", joined(team), name)));
}

tl::unexpected<Refusal> not_of_meeting(const std::string& name, const std::vector<std::string_view>& team) {
  const auto near = nearest(name, team);
  return refuse("NotOfMeeting", "",
                both(fmt::format("{} hoort niet bij het team en is niet bij dit overleg.{}", name,
                                 near.empty() ? "" : fmt::format(" Bedoel je {}?", near)),
                     fmt::format("{} is not in the team and not at this meeting.{}", name,
                                 near.empty() ? "" : fmt::format(" Did you mean {}?", near))),
                both(fmt::format("Laat een teamlid dit doen ({}), of laat die {} binnen: casus meeting arrive \"{}\".",
                                 joined(team), name, name),
                     fmt::format("Let a team member do this ({}), or let {} in: casus meeting arrive \"{}\".",
                                 joined(team), name, name)));
}

tl::unexpected<Refusal> chair_presents(const std::string& name) {
  return refuse("ChairIsPresenter", "R3",
                both(fmt::format("{} brengt deze casus in en kan dan niet ook gespreksleider zijn.", name),
                     fmt::format("{} presents this case and cannot be the chair as well.", name)),
                both("Laat een ander dit punt voorzitten: --chair NAAM.", "Let somebody else chair it: --chair NAME."));
}

tl::unexpected<Refusal> nobody_else_chairs(const std::string& presenter) {
  return refuse("NobodyElseChairs", "R3",
                both(fmt::format("Alleen {} is er, en die brengt deze casus in.", presenter),
                     fmt::format("Only {} is there, and presents this case.", presenter)),
                both("Parkeer dit punt tot er een tweede is.", "Park this item until somebody else is there."));
}

tl::unexpected<Refusal> no_item(const std::string& item, const Meeting& meeting) {
  std::vector<std::string> names;
  for (const auto& one : meeting.items)
    if (one.state != ItemState::dropped)
      names.push_back(one.line.case_id.empty() ? one.line.id : fmt::format("{} ({})", one.line.id, one.line.case_id));
  const auto list = joined({names.begin(), names.end()});
  return refuse(
      "ItemUnknown", "",
      both(fmt::format("'{}' staat niet op deze agenda.", item), fmt::format("'{}' is not on this agenda.", item)),
      names.empty() ? both("Zet het erop: casus meeting agenda add CASUS.", "Put it on: casus meeting agenda add CASE.")
                    : both(fmt::format("Kies uit: {}.", list), fmt::format("Choose from: {}.", list)));
}

tl::unexpected<Refusal> at_hand_already(const AgendaItem& item) {
  const auto name = called(item);
  return refuse(
      "ItemAtHand", "",
      both(fmt::format("Jullie zijn nog bezig met {}.", name.nl), fmt::format("You are still busy with {}.", name.en)),
      both("Rond dat eerst af (casus meeting done) of zet het even weg (casus meeting park).",
           "Finish that first (casus meeting done) or put it aside (casus meeting park)."));
}

tl::unexpected<Refusal> nothing_at_hand() {
  return refuse("NothingAtHand", "", both("Er ligt nu geen punt op tafel.", "No item is on the table now."),
                both("Neem er een: casus meeting take.", "Take one: casus meeting take."));
}

tl::unexpected<Refusal> nothing_left() {
  return refuse(
      "NothingLeft", "", both("Alle punten zijn geweest.", "All items have been done."),
      both("Sluit het overleg af: casus meeting finish. Of neem een geparkeerd punt: casus meeting take PUNT.",
           "End the meeting: casus meeting finish. Or take a parked item: casus meeting take ITEM."));
}

tl::unexpected<Refusal> item_over(const AgendaItem& item) {
  const auto name = called(item);
  return refuse(
      "ItemOver", "",
      both(fmt::format("{}: {}.", name.nl, label(item.state, Lang::nl)),
           fmt::format("{}: {}.", name.en, label(item.state, Lang::en))),
      item.line.case_id.empty()
          ? both("Neem een ander punt: casus meeting show.", "Take another item: casus meeting show.")
          : both(fmt::format("Zet de casus opnieuw op de agenda: casus meeting agenda add {}.", item.line.case_id),
                 fmt::format("Put the case on the agenda again: casus meeting agenda add {}.", item.line.case_id)));
}

tl::unexpected<Refusal> on_agenda_already(const AgendaItem& item) {
  return refuse("OnAgendaAlready", "",
                both(fmt::format("Casus {} staat al op de agenda ({}).", item.line.case_id, item.line.id),
                     fmt::format("Case {} is on the agenda already ({}).", item.line.case_id, item.line.id)),
                both(fmt::format("Verzet dat punt: casus meeting agenda move {} --before PUNT.", item.line.id),
                     fmt::format("Move that item: casus meeting agenda move {} --before ITEM.", item.line.id)));
}

tl::unexpected<Refusal> case_gone(const std::string& id, bool erased) {
  if (erased)
    return refuse("CaseErased", "", both(fmt::format("Casus {} is gewist.", id), fmt::format("Case {} is erased.", id)),
                  both("Haal het punt van de agenda: casus meeting agenda drop.",
                       "Take the item off the agenda: casus meeting agenda drop."));
  return refuse("CaseUnknown", "",
                both(fmt::format("Er is geen casus '{}'.", id), fmt::format("There is no case '{}'.", id)),
                both("Kijk welke er zijn met: casus case list.", "See which there are: casus case list."));
}

tl::unexpected<Refusal> item_minutes_off(int minutes) {
  return refuse("MinutesOff", "",
                both(fmt::format("Een punt van {} minuten kan niet.", minutes),
                     fmt::format("An item of {} minutes is not possible.", minutes)),
                both("Kies 1 tot 240 minuten.", "Choose 1 to 240 minutes."));
}

tl::unexpected<Refusal> names_somebody(const std::string& found) {
  return refuse("PersonalData", "R2",
                both(fmt::format("Hier staat '{}'. De agenda noemt geen inwoners en geen gegevens van hen.", found),
                     fmt::format("This holds '{}'. The agenda names no residents and no data of theirs.", found)),
                both("Schrijf het zonder naam of nummer; de casus zelf staat er al bij.",
                     "Write it without a name or number; the case itself stands beside it."));
}

}  // namespace casus::meeting
