// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/meeting/typed_again.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/completed.hpp"
#include "core/desk/words/line_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

/// What is typed about a case while none lies on the table.
namespace casus::desk {

namespace {

/// What the team learns, as a line for the team: of a name before it nothing is kept there (R15).
std::string as_learning(const std::string& line, const text::Voice& voice) {
  const auto colon = line.find(':');
  const auto text =
      trimmed(colon == std::string::npos ? std::string_view(line) : std::string_view(line).substr(colon + 1));
  return text.empty() ? std::string() : fmt::format("{}: {}", name_of(Ask::learn, voice), text);
}

bool speaks_of_learning(const std::string& line) {
  for (const auto& word : words_in(line))
    if (const auto* known = meeting_word(word.substr(0, word.find_first_of(":,;.")));
        known != nullptr && known->ask == Ask::learn)
      return true;
  return false;
}

/// "next", "action noor: ...", "danger: ...": a word that is for a case is no lesson, however it goes on.
bool is_for_a_case(const std::string& line) {
  const auto* word = word_of_line(line);
  if (word == nullptr || word->ask == Ask::learn) return false;
  const bool of_danger = word->ask == Ask::acute || word->ask == Ask::concern || word->ask == Ask::meldcode;
  return of_danger || line.find(':') != std::string::npos || words_in(line).size() == 1;
}

}  // namespace

std::string GuidedMeeting::case_to_come() const {
  if (!shown_.room) return {};
  for (const auto state : {ItemState::planned, ItemState::parked})
    for (const auto& item : shown_.room->items)
      if (!item.case_id.empty() && item.state == state) return item.case_id;
  return {};
}

bool GuidedMeeting::asks_for_place(const std::string& about) {
  constexpr int kMinutes = 10;
  if (about.empty() || !shown_.room) return false;
  const auto& items = shown_.room->items;
  if (std::ranges::any_of(items, [&](const auto& one) { return one.case_id == about || one.id == about; }))
    return false;
  const auto known = case_ids(desk_);
  if (std::ranges::find(known, about) == known.end()) return false;
  not_done(desk_.say("guided_meeting.not_on_agenda", "case"_is = about, "minutes"_is = kMinutes,
                     "take"_is = name_of(Ask::take, desk_.voice())));
  SteerMeeting place{Ask::take, about, {}};
  place.place_for = kMinutes;
  const auto way = text::way("meeting agenda add", "case"_is = about, "minutes"_is = kMinutes);
  shown_.offer = Offer{lines_ == nullptr ? desk_.voice().write(way) : lines_->written(way), std::move(place)};
  return true;
}

void GuidedMeeting::give_a_place(const SteerMeeting& steer, const std::string& line) {
  AddItem item{.case_id = steer.about, .minutes = steer.place_for};
  tell(desk_.meetings().handle(completed(desk_, meeting_command(std::move(item)))), line);
}

/// What was typed waits, and one Enter takes the case that comes first.
void GuidedMeeting::nothing_at_hand(const std::string& line) {
  const auto next = case_to_come();
  const auto* now = shown_.room ? shown_.room->at_hand() : nullptr;
  if (barred_) tell(*barred_);
  else if (now != nullptr && now->case_id.empty()) {
    const auto meeting = desk_.meetings().open(day());
    const auto* item = meeting.at_hand();
    const bool learns = item != nullptr && item->line.part == AgendaPart::learning;
    if (auto lesson = as_learning(line, desk_.voice());
        !lesson.empty() && !is_for_a_case(line) && (learns || speaks_of_learning(line))) {
      not_done(desk_.say("guided.learning_meant", "line"_is = lesson, "done"_is = name_of(Ask::ready, desk_.voice())));
      shown_.offer = Offer{std::move(lesson)};
      return;
    }
    not_done(desk_.say("guided_meeting.other_item_now", "item"_is = now->what,
                       "done"_is = name_of(Ask::ready, desk_.voice()), "take"_is = name_of(Ask::take, desk_.voice())));
  } else if (shown_.room && !shown_.room->started) {
    not_done(desk_.say("guided.no_case_on_table"));
    return;  // it begins first
  } else if (next.empty()) {
    not_done(desk_.say("guided.no_case_on_table"));
    if (shown_.room) offer_next();
  } else {
    not_done(
        desk_.say("guided_meeting.case_table_type_take", "take"_is = name_of(Ask::take, desk_.voice()) + ' ' + next));
  }
  if (!barred_ && !next.empty()) offer({Ask::take, next, {}});
  else if (!line.empty() && !shown_.offer) shown_.back = line;
}

}  // namespace casus::desk
