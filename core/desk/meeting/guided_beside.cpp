// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/completed.hpp"
#include "core/desk/meeting/guided_meeting.hpp"
#include "core/desk/meeting/typed_again.hpp"
#include "core/desk/own_words.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/page/safe_text.hpp"

#include <algorithm>
#include <utility>

/// What is typed while it is asked whether there is danger, or while danger stands: kept once, with one question left.
namespace casus::desk {

using text::msg;

/// Beside danger nobody is asked whose words these are: they are noted by whoever leads.
Meant GuidedMeeting::noted_beside_danger(Meant meant, const std::string& line) const {
  const auto* unsure = std::get_if<Unsure>(&meant);
  if (unsure == nullptr || !unsure->speech || line.empty() || !shown_.table ||
      shown_.table->stage.safety != Safety::acute)
    return meant;
  Say note;
  note.kind = "note";
  note.text = trimmed(line);
  return GiveCommand{{}, std::move(note)};
}

bool GuidedMeeting::stands_beside_danger(const Unsure& asked, const std::string& line) {
  if (!shown_.table || shown_.conceals() || !asked.waits || !asked.apart.empty()) return false;
  if (line.empty() || asked.line.empty() || line.starts_with('/')) return false;
  // What moves the meeting on is no part of what is told.
  if (const auto* moves = word_of_line(asked.line); asked.whole && moves != nullptr && !moves->text) return false;
  // The last question whether there is danger, or a worry about safety, that is open here.
  const auto asks = [&](const WaitingLine& one) {
    const auto* word = word_of_line(one.way);
    return one.whole && one.case_id == shown_.table->case_id && word != nullptr &&
           (word->ask == Ask::acute || word->ask == Ask::concern);
  };
  const auto last = std::find_if(waiting_.rbegin(), waiting_.rend(), asks);
  if (last == waiting_.rend() || is_typed_again(line, asked.line, *last)) return false;
  WaitingLine one{line, asked.message, asked.line, asked.whole, last->case_id};
  if (tells_of_danger(one)) {
    // More danger is asked about itself, and those before are answered with it.
    last->beside = true;
    return false;
  }
  one.beside = true;
  auto danger = std::move(*last);
  danger.beside = false;
  waiting_.erase(std::next(last).base());
  std::erase_if(waiting_, [&](const WaitingLine& before) { return folded(before.line) == folded(line); });
  waiting_.push_back(std::move(one));
  not_done(msg("guided.beside_danger_asked", "line"_is = line, "question"_is = danger.question).in(desk_.voice()));
  shown_.offer = danger.way;
  waiting_.push_back(std::move(danger));
  asks_now_ = true;
  asks_aside_ = false;
  return true;
}

void GuidedMeeting::keep_beside(const std::string& reported) {
  refresh();
  if (!shown_.table || shown_.conceals() || (shown_.table->vote && !shown_.table->vote->on.empty())) return;
  const auto goes = [&](const WaitingLine& one) {
    return one.beside && one.case_id == shown_.table->case_id && !says_the_same(reported, one, false);
  };
  Say note;
  note.kind = "note";
  for (const auto& one : waiting_)
    if (goes(one)) note.text += (note.text.empty() ? "" : "\n") + one.line;
  if (note.text.empty()) return;
  const auto lines = page::one_line(note.text);
  Command command;
  command.case_id = shown_.table->case_id;
  command.by = acting();
  command.body = std::move(note);
  command.seat = typist();
  if (!handed_over(desk_, beside_danger(std::move(command))).done()) return;
  std::erase_if(waiting_, goes);
  say(msg("guided.kept_beside", "line"_is = lines).in(desk_.voice()), Tone::good);
}

}  // namespace casus::desk
