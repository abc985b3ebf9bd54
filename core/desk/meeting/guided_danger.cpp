// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided_meeting.hpp"

#include "core/desk/own_words.hpp"

#include <algorithm>
#include <utility>

/// Danger in a meeting: it can be reported whatever is on the table, and no word of it is lost.
namespace casus::desk {

using text::msg;

CommandBody GuidedMeeting::beside_danger(const CommandBody& body) {
  const auto* said = std::get_if<Say>(&body);
  if (said == nullptr || shown_.table->stage.safety != Safety::acute || trimmed(said->text).empty()) return body;
  say(msg("guided.danger_beside").in(desk_.voice()), Tone::strong);
  return RaiseAcute{said->text};
}

void GuidedMeeting::keep_danger(const std::string& line) {
  const auto voice = desk_.voice();
  std::vector<text::Message> cases;
  std::string only;
  for (const auto& id : names().cases) {
    cases.push_back(text::Message::verbatim(id));
    only = id;
  }
  if (cases.empty()) return nothing_at_hand(line);
  const auto colon = line.find(':');
  if (danger_.empty() || colon == std::string::npos) danger_ = line;
  else danger_ += "; " + std::string(trimmed(std::string_view(line).substr(colon + 1)));
  const bool one = cases.size() == 1;
  not_done(msg("guided.danger_no_case", "cases"_is = text::all_of(std::move(cases))).in(voice));
  if (one) shown_.offer = name_of(Ask::take, voice) + ' ' + only;
}

void GuidedMeeting::give_back_kept() {
  if (danger_.empty() || !shown_.table) return;
  say(msg("guided.danger_kept_ready").in(desk_.voice()), Tone::strong);
  shown_.offer.reset();
  shown_.back = std::exchange(danger_, {});
}

bool GuidedMeeting::may_end(const std::string& line) {
  if (line.empty() || std::exchange(ending_, false) || !shown_.room || !shown_.room->started) return true;
  std::vector<text::Message> left;
  for (const auto& item : shown_.room->items)
    if (!item.case_id.empty() && (item.state == ItemState::at_hand || item.state == ItemState::planned))
      left.push_back(text::Message::verbatim(item.case_id));
  if (left.empty()) return true;
  const auto voice = desk_.voice();
  not_done(msg("guided.still_open", "cases"_is = text::all_of(std::move(left)), "end"_is = name_of(Ask::finish, voice))
               .in(voice));
  ending_ = true;
  return false;
}

}  // namespace casus::desk
