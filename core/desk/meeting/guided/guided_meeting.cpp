// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include "core/desk/forms/record_days.hpp"
#include "core/desk/meeting/guided/unread.hpp"
#include "core/desk/meeting/leading.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/completed.hpp"
#include "core/desk/words/among_questions.hpp"
#include "core/desk/words/line_reader.hpp"

#include <algorithm>
#include <utility>

namespace casus::desk {
namespace {

bool is_drop(const Meant& meant) {
  const auto* steers = std::get_if<SteerMeeting>(&meant);
  return steers != nullptr && steers->what == Ask::drop;
}

bool is_report(const CommandBody& body) {
  return std::holds_alternative<RaiseAcute>(body) || std::holds_alternative<RaiseConcern>(body);
}

bool is_mending(const CommandBody& body) {
  return std::holds_alternative<Correct>(body) || std::holds_alternative<Withdraw>(body);
}

}  // namespace

GuidedMeeting::GuidedMeeting(Desk& desk, Place place, CommandLines* lines)
    : desk_(desk), place_(std::move(place)), lines_(lines) {
  shown_.voice = desk_.voice();
  shown_.choice = place_.meeting;
}

std::optional<Refusal> GuidedMeeting::open() {
  if (place_.meeting) {
    const auto meeting = desk_.meetings().open(day());
    if (auto refusal = not_of_the_team(desk_, &meeting)) return refusal;
  }
  refresh();
  if (barred_ && !place_.meeting) return barred_;
  greet();
  find_aside();
  opened_ = true;
  wait_unplaced();
  tell_unplaced();
  list_waiting();
  if (barred_) tell(*barred_);
  return std::nullopt;
}

std::string GuidedMeeting::acting() const {
  if (!sent_.by.empty()) return sent_.by;
  if (shown_.table && !shown_.table->acting.empty()) return shown_.table->acting;
  return desk_.who();
}

text::Voice GuidedMeeting::voice() const { return lines_ == nullptr ? desk_.voice() : lines_->voice(); }

Typist GuidedMeeting::typist() const { return desk_.typist(); }

MeetingCommand GuidedMeeting::meeting_command(MeetingBody body) const {
  MeetingCommand command;
  command.id = sent_.id;
  command.meeting = day();
  command.by = !sent_.by.empty()                            ? sent_.by
               : shown_.room && !shown_.room->chair.empty() ? shown_.room->chair
                                                            : desk_.who();
  command.body = std::move(body);
  command.seat = typist();
  return command;
}

void GuidedMeeting::take(Meant meant, Sent sent) {
  sent_ = std::move(sent);
  refresh();
  if (auto* given = std::get_if<GiveCommand>(&meant); given != nullptr && !shown_.table && is_report(given->body)) {
    if (!given->by.empty()) sent_.by = given->by;
    return report({}, {}, std::move(given->body), std::move(sent_));
  }
  (void)begins_by_talking(meant);
  // Only that: what is sent once more, when its answer got lost, must be the same.
  if (const auto* given = std::get_if<GiveCommand>(&meant); given != nullptr && shown_.table && !shown_.table->hidden)
    if (const auto* said = std::get_if<Say>(&given->body); said && said->re.empty() && surely_tells(said->text))
      if (auto kept = said_among_questions(*shown_.table, given->by, *said, desk_.voice())) meant = std::move(*kept);
  taken(std::move(meant), {});
}

void GuidedMeeting::taken(Meant meant, const std::string& line) {
  ++shown_.told;
  just_said_.reset();
  shown_.answers.reset();
  shown_.worry.reset();
  shown_.taken_back.reset();
  hear_aside();
  meant = noted_beside_danger(std::move(meant), line);
  const bool undoes = undoes_asked(meant, line);
  shown_.done = !std::holds_alternative<Unsure>(meant);
  const auto begins_with = [&](const std::optional<std::string>& offer) {
    return offer && !offer->empty() && !line.empty() && folded(line).starts_with(folded(trimmed(*offer)));
  };
  // With more behind it, what was offered is another line; what was given back to mend is that one.
  const bool as_offered =
      (shown_.offer && folded(trimmed(line)) == folded(trimmed(shown_.offer->line))) || begins_with(shown_.back);
  shown_.messages.clear();
  for (auto& told : std::exchange(told_before_, {})) shown_.messages.push_back(std::move(told));
  shown_.page.reset();
  shown_.offer.reset();
  shown_.back.reset();
  if (!std::holds_alternative<Unsure>(meant) && !is_drop(meant)) asks_aside_ = false;
  const auto* steers = std::get_if<SteerMeeting>(&meant);
  if (steers == nullptr || folded(asked_) != folded(trimmed(line))) asked_.clear();
  const bool takes = steers != nullptr && steers->what == Ask::take && steers->place_for == 0;
  const bool was_barred = barred_.has_value();
  auto answered = steers == nullptr || !as_offered ? std::nullopt : taken_as_offered(steers->what);
  typed_in_ = step_typed(line, as_offered);
  kind_typed_ = kind_typed(line, as_offered);
  do_meant(meant, line);
  if (undoes) {
    undone_ = true;
    say(desk_.say("guided.undone_asked", "waiting"_is = name_of(Ask::waiting, desk_.voice())), Tone::quiet);
  }
  if (shown_.done) {
    seats_before_were(meant);
    mind_noted(meant);
  }
  refresh();
  wait_unplaced();
  if (shown_.done && (answered || (takes && as_offered))) asks_now_ = false;
  else if (answered) waiting_.push_back(std::move(*answered));
  const bool says = std::holds_alternative<GiveCommand>(meant) || std::holds_alternative<GiveCommands>(meant) ||
                    std::holds_alternative<NoteLine>(meant) || std::holds_alternative<TypedCommand>(meant);
  tell_still_here(meant);
  if (says && shown_.done) mind_last(meant, line);
  if (says && shown_.done) was_answered(line, as_offered);
  else if (says) refused(line);
  forget_unnamed(false);
  mind_aside(steers != nullptr && steers->what == Ask::drop);
  list_aside();
  tell_waiting();
  if (barred_ && !was_barred) tell(*barred_);
  // The meeting that is to begin stays one Enter away.
  if (!shown_.offer && !shown_.back && !shown_.stopped) offer_begin();
  if (takes && shown_.done) leads_into_case();
  if (noted_ && shown_.table) noted_->comes_beside(*shown_.table);
}

void GuidedMeeting::do_meant(Meant& meant, const std::string& line) {
  std::visit(
      [&](auto& one) {
        using T = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<T, Unsure>) {
          do_unsure(one, line);
        } else if constexpr (std::is_same_v<T, GiveCommand> || std::is_same_v<T, GiveCommands>) {
          give(one, line);
        } else if constexpr (std::is_same_v<T, NoteLine>) {
          keep(one, line);
        } else if constexpr (std::is_same_v<T, LookAt>) {
          look(one);
        } else if constexpr (std::is_same_v<T, SteerMeeting>) {
          steer(one, line);
        } else if constexpr (std::is_same_v<T, TypedCommand>) {
          run(std::move(one), line);
        }
      },
      meant);
}

void GuidedMeeting::do_unsure(Unsure& asked, const std::string& line) {
  asked.line = without_numbers(std::move(asked.line));
  asked.message = without_numbers(std::move(asked.message));
  if (shown_.unseen())
    asked.message = without_offered(without_quoted(std::move(asked.message), *shown_.table, line), asked.line, line);
  if (stands_beside_danger(asked, without_numbers(line))) return;
  wait_for_answer(asked, without_numbers(line));
  if (asked.guest) asked_ = asked.line;
  if (!asked.apart.empty()) stand_ready(asked.apart);
  ask_about(std::move(asked.message));
  if (!asked.line.empty()) offer_or_give_back(std::move(asked.line), asked.whole);
}

void GuidedMeeting::leads_into_case() {
  tell_unplaced();
  give_back_kept();
  ready_from_before();
  if (!shown_.table || shown_.table->stage.life != Life::intake || shown_.offer || shown_.back) return;
  auto missing = shown_.table->missing;
  // In coaching it keeps nobody from beginning, and is asked for all the same.
  if (coached_ && shown_.table->hoped_for.empty()) missing.emplace_back().id = "hoped-for";
  (void)offers_word(missing);
}

void GuidedMeeting::give(const GiveCommand& given, const std::string& line) {
  const auto* undoes = std::get_if<Withdraw>(&given.body);
  // "trek laatste in" is about what was kept, and no line that was dropped.
  const bool in_a_word = line.empty() || meeting_word(line) != nullptr;
  if (undoes != nullptr && undoes->ref.empty() && in_a_word && !undone_ && put_dropped_back()) return;
  if (undoes != nullptr && undoes->ref.empty() && in_a_word && seats_before_) return put_seats_back();
  if (undoes != nullptr && undoes->ref.empty() && in_a_word && noted_)
    if (noted_->is_last(shown_.table ? &*shown_.table : nullptr)) return take_noted_back(given.by);
  const bool danger = is_report(given.body);
  if (!shown_.table && danger && !barred_) return keep_danger(line);
  if (!shown_.table) return nothing_at_hand(line);
  Command command{.id = sent_.id,
                  .case_id = shown_.table->case_id,
                  .by = given.by.empty() ? acting() : given.by,
                  .body = given.body};
  command = as_typed(beside_danger(std::move(command)));
  if (undoes != nullptr && undoes->ref.empty() && !in_a_word) {
    // The last that still stands: only "ongedaan" puts back what was taken back before.
    auto last = desk_.service().withdrawing_last(std::move(command));
    if (!last) return not_done(desk_.say("line.nothing_said"));
    command = std::move(*last);
  } else if (given.by.empty()) {
    command = desk_.service().by_whoever_said_it(std::move(command));
  }
  command.seat = typist();
  const auto* said = std::get_if<Say>(&command.body);
  const bool guessed = said != nullptr && said->kind.empty() && shown_.table->in_step;
  command = with_days_read(desk_, desk_.service().completed(std::move(command)));
  auto asked = guessed ? which_kind(command) : std::nullopt;
  const bool sorts = asked && may_be_noted(command);
  if (asked && !sorts) return not_done(std::move(*asked));
  if (sorts) std::get<Say>(command.body).kind = "note";
  const auto by = command.by;
  // What the person sees is what is moved on from.
  if (std::holds_alternative<NextStep>(command.body) || std::holds_alternative<BackStep>(command.body))
    command.expect = sent_.seen.value_or(shown_.table->version);
  const auto given_body = command.body;
  auto answer = handed_over(desk_, std::move(command));
  const bool lacks_reason = answer.refusal && answer.refusal->name == "ReasonMissing";
  if (lacks_reason && is_mending(given_body)) answer.refusal->remedies.clear();  // said below, as it is typed
  tell(answer, line);
  tell_what_it_may_be(answer, guessed, line);
  if (undoes != nullptr && undoes->ref.empty()) tell_taken_back(answer);
  // What was taken by mistake is no line, and goes off the table otherwise.
  if (undoes != nullptr && shown_.room && answer.refusal && answer.refusal->name == "NothingToUndo")
    say(desk_.say("guided.undo_wrong_item", "park"_is = name_of(Ask::park, desk_.voice())), Tone::quiet);
  if (danger && shown_.done) {
    was_reported(line);
    keep_beside(line);
  }
  if (shown_.done && std::holds_alternative<HandleAcute>(given_body)) note_help(line);
  if (lacks_reason) offers_because(given_body, line);
  if (said != nullptr && answer.refusal && answer.refusal->name == "NotBegun") asks_for_question();
  const auto* kept = std::get_if<Say>(&given_body);
  const bool fits =
      std::ranges::find(shown_.table->kinds, "note", &service::SaidKind::key) != shown_.table->kinds.end();
  const bool told_why = guessed || !given.note.empty();
  if (sorts) tell_which_kind(answer);
  else if (shown_.done && told_why && kept != nullptr && kept->kind == "note" && !fits)
    tell_why_note(answer, by, !given.note.empty());
  if (shown_.done && !given.note.empty()) say(given.note, Tone::warning);
}

void GuidedMeeting::steer(const SteerMeeting& steer, const std::string& line) {
  if (steer.what == Ask::stop) {
    if (!may_stop(line)) return;
    keep_waiting();
    keep_left(true);
    shown_.stopped = true;
    return;
  }
  if (steer.what == Ask::pasted) return do_pasted();
  if (steer.what == Ask::waiting) return ask_again(steer.about);
  if (steer.what == Ask::drop) return drop_waiting(steer.about, line);
  if (!shown_.room) {
    return not_done(desk_.say("guided_meeting.one_case_without_meeting_cannot"));
  }
  const auto give = [&](MeetingBody body) {
    tell(desk_.meetings().handle(completed(desk_, meeting_command(std::move(body)))), line);
  };
  switch (steer.what) {
    case Ask::start: return begin_with(steer.about, line);
    case Ask::take:
      if (steer.place_for > 0) return give_a_place(steer, line);
      if (asks_for_place(steer.about)) return;
      // The opening is over when somebody turns to a case.
      if (const auto* now = shown_.room->at_hand(); now != nullptr && now->case_id.empty() && !steer.about.empty()) {
        const auto over = desk_.meetings().handle(meeting_command(FinishItem{}));
        if (!over.done()) return tell(over, line);
        for (const auto& event : over.events) say(told(desk_, event, *over.after), Tone::good);
      }
      if (!steer.note.empty()) say(steer.note, Tone::strong);
      return give(TakeItem{steer.about, {}});
    case Ask::park:
      if (!may_leave_danger(steer.what, line)) return;
      keep_waiting();
      return give(ParkItem{steer.because});
    case Ask::ready:
      if (!may_be_done(line)) return;
      keep_waiting();
      return give(FinishItem{});
    case Ask::chair:
    case Ask::arrive:
    case Ask::leave: return change_seats(steer, line);
    case Ask::finish:
      if (!may_end(line)) return;
      keep_waiting();
      keep_left(true);
      return give(FinishMeeting{});
    case Ask::other: return turn_to_other(steer.about);
    default: return;
  }
}

}  // namespace casus::desk
