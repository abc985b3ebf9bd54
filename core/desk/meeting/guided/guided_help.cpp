// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include "core/desk/meeting/typed_again.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/method/phrases.hpp"

#include <utility>

/// What is told about danger that is no danger itself: help that was called, and lines of which it was asked.
namespace casus::desk {
namespace {

/// It was asked whether this is what was done about the danger.
bool is_told_help(const WaitingLine& one) {
  const auto* word = word_of_line(one.way);
  return one.whole && word != nullptr && word->ask == Ask::handled &&
         (method::tells_of_help(one.line) || method::calls_for_help(one.line));
}

}  // namespace

/// While the danger stands too: only the answer to the question ends it, and "112 is gebeld" is never lost.
bool GuidedMeeting::noted_as_help(const WaitingLine& one) {
  if (!shown_.table || shown_.conceals() || one.case_id != shown_.table->case_id || !is_told_help(one)) return false;
  const auto named = speaker_named(one.line, *shown_.table);
  Say note{{.kind = "note", .text = named.empty() ? one.line : behind_colon(one.line), .typed_in = step_typed(one)}};
  Command command{
      .case_id = one.case_id, .by = named.empty() ? acting() : named, .body = std::move(note), .seat = typist()};
  const auto answer = handed_over(desk_, beside_danger(std::move(command)));
  if (!answer.done()) return false;
  tell(answer, {});
  refresh();
  return true;
}

/// By a button no line is typed that could be asked about: it is kept at once, and the question stands beside it.
void GuidedMeeting::tell_what_it_may_be(const service::Answer& answer, bool guessed, const std::string& line) {
  if (guessed) tell_answered(answer, true);
  const bool can_ask = line.empty() && answer.done() && answer.after && !shown_.conceals();
  if (!can_ask || answer.after->stage.safety != Safety::acute) return;
  for (const auto& event : answer.events) {
    const auto* said = std::get_if<Contributed>(&event.body);
    const auto* person = said == nullptr || said->hidden ? nullptr : answer.after->person(event.by);
    if (person == nullptr || said->kind != "note" || trimmed(said->text).ends_with('?')) continue;
    const bool helps = method::calls_for_help(said->text) ||
                       (method::tells_of_help(said->text) && !method::tells_of_danger(said->text));
    if (!helps) continue;
    say(desk_.say("guided.help_noted"), Tone::strong);
    shown_.answers = Answering{said->id, false, {}, true};
    just_said_ = JustSaid{said->id, person->name, said->text, {}, false, {}, true};
  }
}

/// The danger is over by what was reported; whatever else was told of help meanwhile stays with the talk.
void GuidedMeeting::note_help(const std::string& reported) {
  refresh();
  std::vector<WaitingLine> left;
  bool last = false;
  for (auto& one : std::exchange(waiting_, {})) {
    const bool answered = folded(trimmed(reported)) == folded(trimmed(one.way)) || says_the_same(reported, one, false);
    last = !answered && noted_as_help(one);
    if (!last) left.push_back(std::move(one));
  }
  waiting_ = std::move(left);
  if (last) asks_now_ = false;
}

void GuidedMeeting::mind_no_danger(const std::vector<WaitingLine>& lines) {
  for (const auto& one : lines)
    if (tells_of_danger(one)) no_danger_.push_back(folded(one.line));
}

}  // namespace casus::desk
