// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided_meeting.hpp"

#include "core/desk/completed.hpp"
#include "core/report/naming.hpp"

#include <algorithm>
#include <utility>

/// What is said when the screen opens: which meeting this is, who is expected, and what is likely typed first.
namespace casus::desk {

using text::msg;

void GuidedMeeting::greet() {
  shown_.messages.clear();
  shown_.offer.reset();
  shown_.back.reset();
  if (place_.meeting) say_which();
  if (!shown_.room || shown_.room->started) {
    say(desk_.say({"Typ ? voor wat je hier kunt typen. Alles wordt meteen bewaard.",
                   "Type ? for what you can type here. Everything is kept at once."}),
        Tone::quiet);
    if (shown_.room) offer_next();
    return;
  }
  say(msg("guided.who_is_there").in(desk_.lang()));
  std::string names;
  for (const auto& name : expected_at(desk_.meetings().open(day()), desk_.service().team()))
    names += (names.empty() ? "" : ", ") + name;
  shown_.offer = name_of(Ask::start, desk_.lang()) + ' ' + names;
}

/// Which meeting this is, when it is not that of today; and the others.
void GuidedMeeting::say_which() {
  const auto& [meant, named, others] = *place_.meeting;
  const auto lang = desk_.lang();
  const auto today = desk_.today();
  const auto spoken = [&](const std::string& day) { return report::day(date_from(day).value_or(today), lang); };
  if (const auto on = date_from(meant.day); on && *on != today && !named) {
    if (meant.started)
      say(desk_.say({"Dit is het overleg van {}: begonnen, en nooit afgesloten.",
                     "This is the meeting of {}: begun, and never ended."},
                    spoken(meant.day)),
          Tone::warning);
    else
      say(desk_.say(
              {"Vandaag is er geen overleg; dit is dat van {}.", "There is no meeting today; this is that of {}."},
              spoken(meant.day)),
          Tone::warning);
  }
  for (const auto& other : others)
    say(other.started ? desk_.say({"Het overleg van {} is nooit afgesloten; daarheen: ander {}",
                                   "The meeting of {} was never ended; to go there: other {}"},
                                  spoken(other.day), other.day)
                      : desk_.say({"Gepland staat ook dat van {}; daarheen: ander {}",
                                   "That of {} is planned too; to go there: other {}"},
                                  spoken(other.day), other.day),
        Tone::warning);
}

/// With nothing on the table the next word is nearly always the same: one Enter then does it.
void GuidedMeeting::offer_next() {
  const auto meeting = desk_.meetings().open(day());
  if (!meeting.running() || meeting.at_hand() != nullptr) return;
  shown_.offer = name_of(meeting.next() != nullptr ? Ask::take : Ask::finish, desk_.lang());
}

void GuidedMeeting::turn_to_other(const std::string& day) {
  auto& choice = *place_.meeting;
  const auto other = day.empty() ? choice.others.begin() : std::ranges::find(choice.others, day, &MeetingThere::day);
  if (other == choice.others.end()) {
    return not_done(desk_.say({"er is geen ander overleg om heen te gaan", "there is no other meeting to go to"}));
  }
  std::swap(choice.meant, *other);
  shown_.choice = choice;
  refresh();
  greet();
}

}  // namespace casus::desk
