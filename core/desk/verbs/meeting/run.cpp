// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/meetings_meant.hpp"
#include "core/desk/verbs/meeting/meeting_verb.hpp"
#include "core/desk/verbs/signal_form.hpp"
#include "core/service/meetings/meetings.hpp"
#include "core/text/day_words.hpp"

/// Running a meeting: start, arrive, leave, chair, take, park, done, signal, learn, finish.
namespace casus::desk {
namespace {

class MeetingStart final : public MeetingVerb {
 protected:
  void parameters(Slots& slots) override {
    slots.of(start_);
    slots.option("present", start_.present, "help.each_person_else_whole_team");
    slots.option(start_.chair, "help.chair_else_as_planned");
    slots.option(start_.note_taker, "help.note_taker");
  }

  std::string meant(Desk& desk, Reply& reply) override {
    tell_forgotten(desk, reply);
    const auto next = meeting_to_start(desk.meetings(), desk.today());
    if (!next) return meeting_meant(desk);
    if (*next != to_string(at_ ? date_of(*at_) : desk.today())) not_of_today(desk, *next);
    return *next;
  }

  /// Names may stand behind a comma too, as on the screen.
  MeetingBody body(Desk&) override {
    auto start = start_;
    start.present.clear();
    for (const auto& given : start_.present)
      for (std::size_t at = 0; at <= given.size();) {
        const auto end = std::min(given.find(',', at), given.size());
        if (const auto name = trimmed(std::string_view(given).substr(at, end - at)); !name.empty())
          start.present.emplace_back(name);
        at = end + 1;
      }
    return start;
  }

  void after(Desk& desk, Reply& reply, const service::MeetingAnswer& answer) override {
    // A day that was named and is not today: which agenda lies open is said.
    if (const auto day = date_from(answer.meeting); day && *day != desk.today())
      reply.line(desk.say("run.meeting_of_day", "day"_is = text::day_in_full(*day, desk.voice())), Tone::warning);
    const auto take = meeting_meant(desk) == answer.meeting ? text::way("meeting take")
                                                            : text::way("meeting take", "date"_is = answer.meeting);
    reply.line(desk.say("run.first_item", "take"_is = take), Tone::quiet);
  }

 private:
  /// Nobody named the day, and the next that is planned is another: whether that one is to begin is asked.
  [[noreturn]] static void not_of_today(Desk& desk, const std::string& next) {
    const auto day = date_from(next);
    const auto in_words = day ? text::day_in_full(*day, desk.voice()) : next;
    const auto start = text::way("meeting start", "date"_is = next);
    const auto today = to_string(desk.today());
    if (desk.meetings().exists(today))
      throw Usage{desk.say("run.next_is_of_another_day", "day"_is = in_words, "start"_is = start)};
    throw Usage{desk.say("run.none_planned_today", "day"_is = in_words, "start"_is = start,
                         "plan"_is = text::way("meeting plan", "date"_is = today))};
  }

  StartMeeting start_;
};

void parameters_of(Slots& slots, Arrive& body) { slots.word(body.name, "help.joins_2"); }

void parameters_of(Slots& slots, LeaveMeeting& body) { slots.word(body.name, "help.leaves"); }

void parameters_of(Slots& slots, TakeChair& body) { slots.word(body.name, "help.takes_over_else"); }

void parameters_of(Slots& slots, ParkItem& body) { slots.option(body.because, "help.why_without_names_2"); }

void parameters_of(Slots&, FinishItem&) {}

void parameters_of(Slots&, FinishMeeting&) {}

void parameters_of(Slots& slots, ReopenMeeting& body) {
  slots.option(body.because, "help.why_goes_without_names_residents");
}

void parameters_of(Slots& slots, SetLineAside& body) {
  slots.word("TEXT", body.text, "help.line_in_no_case");
  slots.flag(body.danger, "help.tells_of_danger");
  slots.option("about", body.case_id, "help.case_it_seems_of");
}

void parameters_of(Slots& slots, TakeLineUp& body) {
  slots.word(body.line, "help.line_like_w1");
  slots.option("into", body.case_id, "help.case_it_is_in_now");
  slots.option(body.because, "help.why_line_let_go");
  slots.option("with", body.with, "help.line_let_go_with");
}

void parameters_of(Slots& slots, RewordItem& body) {
  slots.word(body.item, "help.item_or_reopening");
  slots.maybe("TEXT", body.text, "help.other_words_else_none");
  slots.option(body.ground, "help.why_words_destroyed");
}

class MeetingTake final : public MeetingVerb {
 protected:
  void parameters(Slots& slots) override {
    slots.of(take_);
    slots.word(take_.item, "help.item_i3_case_else_next");
    slots.option(take_.chair, "help.chairs_item");
  }
  MeetingBody body(Desk&) override { return take_; }

  void after(Desk& desk, Reply& reply, const service::MeetingAnswer& answer) override {
    std::size_t seated = 0;
    for (const auto& seat : answer.seats) seated += seat.done() ? 1 : 0;
    if (seated > 0) reply.line(desk.say("run.table_case_now_holds_those"), Tone::quiet);
    if (!answer.after) return;
    const auto* item = answer.after->at_hand();
    if (item == nullptr || item->line.case_id.empty()) return;
    const auto show = text::way("case show", "case"_is = item->line.case_id);
    reply.look_on(desk.say("answers.look", "show"_is = show));
    reply.ways.push_back(show);
  }

 private:
  TakeItem take_;
};

/// A line for the team, said in the meeting.
template <class Count, class Note>
class MeetingLine final : public MeetingVerb {
 protected:
  void parameters(Slots& slots) override { line_for_team(slots, count_, note_); }
  MeetingBody body(Desk&) override { return count_; }
  service::MeetingAnswer hand_over(Desk& desk, MeetingCommand command) override {
    note_.theme = count_.theme;
    return desk.meetings().note(std::move(command), TeamCommand{{}, {}, note_});
  }

 private:
  Count count_;
  Note note_;
};

/// That of today, which is over.
class MeetingReopen final : public MeetingVerb {
 protected:
  void parameters(Slots& slots) override {
    slots.of(reopen_);
    parameters_of(slots, reopen_);
  }
  std::string meant(Desk& desk, Reply&) override {
    return meeting_ended(desk.meetings(), desk.today()).value_or(to_string(desk.today()));
  }
  MeetingBody body(Desk&) override { return reopen_; }

 private:
  ReopenMeeting reopen_;
};

}  // namespace

Entries meeting_run_verbs() {
  return {
      {"meeting start", "help.start_meeting", "help.meeting_start_present_noor_present", fresh<MeetingStart>},
      {"meeting take", "help.next_item_table_another", "help.meeting_take_2026_001_as", fresh<MeetingTake>},
      {"meeting done", "help.item_table_done", "help.meeting_done_as_samira",
       fresh<PlainMeeting<FinishItem, parameters_of>>},
      {"meeting park", "help.put_item_table_aside_next", "help.meeting_park_because_noor_has",
       fresh<PlainMeeting<ParkItem, parameters_of>>},
      {"meeting chair", "help.another_chair_swap_before_take", "help.meeting_chair_daan_as_samira",
       fresh<PlainMeeting<TakeChair, parameters_of>>},
      {"meeting arrive", "help.somebody_joins_later", "help.meeting_arrive_daan_as_samira",
       fresh<PlainMeeting<Arrive, parameters_of>>},
      {"meeting leave", "help.somebody_leaves_early", "help.meeting_leave_daan_as_samira",
       fresh<PlainMeeting<LeaveMeeting, parameters_of>>},
      {"meeting signal", "help.signal_about_area_kept_team", "help.meeting_signal_waiting_time_half",
       fresh<MeetingLine<CountMeetingSignal, NoteSignal>>},
      {"meeting learn", "help.line_learning_kept_team", "help.meeting_learn_first_ask_what",
       fresh<MeetingLine<CountMeetingLearning, NoteLearning>>},
      {"meeting finish", "help.end_meeting", "help.meeting_finish_as_samira",
       fresh<PlainMeeting<FinishMeeting, parameters_of>>},
      {"meeting reword", "help.other_words_in_meeting", "help.meeting_reword_example",
       fresh<PlainMeeting<RewordItem, parameters_of>>},
      {"meeting keep", "help.keep_line_in_no_case", "help.meeting_keep_example",
       fresh<PlainMeeting<SetLineAside, parameters_of>>},
      {"meeting taken-up", "help.line_is_in_case_now", "help.meeting_taken_up_example",
       fresh<PlainMeeting<TakeLineUp, parameters_of>>},
      {"meeting reopen", "help.go_meeting_today_ended_too", "help.meeting_reopen_because_one_case",
       fresh<MeetingReopen>},
  };
}

}  // namespace casus::desk
