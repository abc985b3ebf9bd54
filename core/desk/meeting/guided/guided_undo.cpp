// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include "core/desk/today/own_words.hpp"
#include "core/desk/words/line_reader.hpp"

#include <algorithm>
#include <variant>

/// What "ongedaan" is about: the line that was asked about just now, or else what was kept last, in a case or at the
/// team.
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

void GuidedMeeting::keep(const NoteLine& note, const std::string& line) {
  const auto minds = [&](NotedForTeam noted) {
    noted_.reset();
    const auto team = desk_.service().team();
    const auto* signal = std::get_if<NoteSignal>(&note.line);
    const auto* learned = std::get_if<NoteLearning>(&note.line);
    const auto last = [&](const std::vector<TeamLine>& lines, const std::string& words) {
      noted.words = words;
      const auto is_it = [&](const TeamLine& one) { return one.text == words; };
      const auto found = std::find_if(lines.rbegin(), lines.rend(), is_it);
      if (found != lines.rend()) noted.line = found->id;
    };
    if (team && signal != nullptr) last(team->signals, signal->text);
    if (team && learned != nullptr) last(team->learning, learned->text);
    if (!noted.line.empty()) noted_ = std::move(noted);
  };
  if (shown_.table) {
    Command count{.id = sent_.id, .case_id = shown_.table->case_id, .by = acting(), .seat = typist()};
    NotedForTeam noted{.case_id = count.case_id, .by = count.by};
    count.body = note.count;
    const auto answer = desk_.service().note(std::move(count), TeamCommand{{}, {}, note.line});
    if (!answer.done()) return tell(answer, line);
    say(desk_.say("guided_meeting.noted_team_apart_from_case"), Tone::good);
    noted.count = answer.version;
    if (!answer.repeated) minds(std::move(noted));
    return;
  }
  if (barred_ || !shown_.room) return nothing_at_hand(line);
  const auto* const signal = std::get_if<CountSignal>(&note.count);
  MeetingBody body = signal != nullptr ? MeetingBody(CountMeetingSignal{signal->theme})
                                       : MeetingBody(CountMeetingLearning{std::get<CountLearning>(note.count).theme});
  const auto answer = desk_.meetings().note(meeting_command(std::move(body)), TeamCommand{{}, {}, note.line});
  tell(answer, line);
  if (answer.done() && !answer.repeated) minds({});
}

/// Whatever else is done is the last thing from then on; the table that goes on to another point is none.
void GuidedMeeting::mind_noted(const Meant& meant) {
  const auto* steers = std::get_if<SteerMeeting>(&meant);
  const bool goes_on = steers != nullptr && (steers->what == Ask::take || steers->what == Ask::ready ||
                                             steers->what == Ask::park || steers->what == Ask::waiting);
  if (!goes_on && !std::holds_alternative<LookAt>(meant) && !std::holds_alternative<NoteLine>(meant)) noted_.reset();
  shown_.noted = noted_.has_value();
}

/// In the case that counted it and at the team; at the team alone, where the meeting did.
void GuidedMeeting::take_noted_back(const std::string& by) {
  const auto noted = *noted_;
  const auto at_once = msg("guided.noted_not_meant").in(desk_.voice());
  service::Answer answer;
  if (noted.case_id.empty()) {
    WithdrawLine back{noted.line, at_once};
    answer = desk_.service().handle(TeamCommand{sent_.id, {}, std::move(back), by.empty() ? acting() : by, typist()});
  } else {
    const auto withdrawn = [&](std::string because) {
      Command back{.id = sent_.id, .case_id = noted.case_id, .by = noted.by, .seat = typist()};
      back.body = Withdraw{std::to_string(noted.count), std::move(because)};
      return handed_over(desk_, std::move(back));
    };
    answer = withdrawn({});
    // Another seat may have gone on in that case meanwhile; who presses a button cannot say why.
    if (answer.refusal && answer.refusal->name == "ReasonMissing") answer = withdrawn(at_once);
  }
  if (!answer.done()) return tell(answer, {});
  say(msg("guided.noted_taken_back", "line"_is = noted.words).in(desk_.voice()), Tone::good);
}

void GuidedMeeting::take_back_noted(Sent sent) {
  begin_by_button(std::move(sent));
  if (!noted_) return waits_no_more();
  take_noted_back(sent_.by);
  if (shown_.done) {
    noted_.reset();
    asks_now_ = false;  // what was asked waits on
  }
  shown_.noted = noted_.has_value();
  refresh();
  list_waiting();
  list_aside();
}

}  // namespace casus::desk
