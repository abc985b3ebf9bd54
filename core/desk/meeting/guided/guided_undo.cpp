// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include "core/desk/today/own_words.hpp"
#include "core/desk/words/line_reader.hpp"

#include <algorithm>
#include <variant>

/// What "ongedaan" is about: the line that was asked about just now, or else what was kept last.
namespace casus::desk {

using text::msg;

bool GuidedMeeting::undoes_asked(Meant& meant, const std::string& line) {
  const auto* given = std::get_if<GiveCommand>(&meant);
  const auto* undoes = given == nullptr ? nullptr : std::get_if<Withdraw>(&given->body);
  if (undoes == nullptr || !undoes->ref.empty() || !asks_now_ || waiting_.empty()) return false;
  if (!line.empty() && meeting_word(line) == nullptr) return false;
  const auto& asked = waiting_.back();
  // A slip of the pen in this very word waits, and is answered by it.
  if (folded(trimmed(asked.way)) == folded(trimmed(line))) return false;
  SteerMeeting drop;
  drop.what = Ask::drop;
  // By its number: "nee" alone tells that help is no end of the danger, and keeps it.
  drop.about = std::to_string(waiting_.size());
  meant = std::move(drop);
  if (asked.ref.empty()) return true;
  // What waits since an earlier time was not typed just now, and waits on.
  asks_now_ = false;
  asks_aside_ = true;
  return false;
}

void GuidedMeeting::tell_taken_back(const service::Answer& answer) {
  if (!answer.done() || !shown_.table || shown_.conceals()) return;
  for (const auto& event : answer.events) {
    const auto* withdrawn = std::get_if<Withdrawn>(&event.body);
    if (withdrawn == nullptr) continue;
    const auto said = std::ranges::find(shown_.table->said, withdrawn->ref, &service::SaidLine::id);
    if (said == shown_.table->said.end() || said->text.empty()) continue;
    // Where no numbers are told, the words stand in what was told of it.
    say(msg("guided.taken_back_words", "line"_is = said->text).in(desk_.voice()), {}, Tone::quiet);
  }
}

}  // namespace casus::desk
