// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/learn/learn_verb.hpp"
#include "core/text/names_in_a_row.hpp"

#include <nlohmann/json.hpp>

/// A course of the team: plan it, change it, hold it; what somebody writes in it is theirs.
namespace casus::desk {
namespace {

using text::gap;
using text::msg;
using text::way;

/// One command to a course that need not be the last. `Base` says whether it is of one person alone.
class CourseVerb : public LearnVerb {};
class CourseOwnVerb : public LearnVerb {
 protected:
  bool is_private() const override { return true; }
};

void which_course(Slots& s, std::string& course) { s.option("course", course, "learnhelp.which_course"); }

template <class Base, class Body, void (*Shape)(Slots&, Body&), text::Message (*Done)(const Body&, const Learned&)>
using OfACourse = OfSession<Gives<Base, Body, Shape, Done>, which_course>;

/// Each number of the source, and whether this plan departs from it.
void tell_totals(Desk& desk, Reply& reply, const std::string& session) {
  const auto seen = session_meant(desk, "course", session, true);
  bool departs = false;
  for (const auto& one : learning::totals_compared(*seen.course)) {
    if (!one.departs) continue;
    departs = true;
    constexpr int kTenths = 10;
    const auto tenths = static_cast<int>(one.is * kTenths + 0.5);
    auto is = std::to_string(tenths / kTenths);
    if (tenths % kTenths != 0) is += (desk.voice().lang() == Lang::nl ? "," : ".") + std::to_string(tenths % kTenths);
    const auto wanted =
        one.total->least == one.total->most
            ? std::to_string(one.total->least)
            : desk.voice().say("learn.course.from_to", "least"_is = one.total->least, "most"_is = one.total->most);
    reply.line(
        desk.voice().say("learn.course.departure", "what"_is = one.total->title, "is"_is = is, "wanted"_is = wanted,
                         "source"_is = one.total->source.empty() ? std::string() : one.total->source.front()),
        Tone::warning);
  }
  if (!departs) reply.line(desk.voice().say("learn.course.all_fit"));
}

/// A command after which the numbers of the course are said.
template <class Body, void (*Shape)(Slots&, Body&), text::Message (*Done)(const Body&, const Learned&)>
class WithTotals : public Gives<LearnVerb, Body, Shape, Done> {
 public:
  void shape(Slots& slots) override {
    Gives<LearnVerb, Body, Shape, Done>::shape(slots);
    if constexpr (!std::same_as<Body, PlanCourse>) which_course(slots, this->session_);
  }

 protected:
  void run(Desk& desk, Reply& reply) override {
    LearnVerb::run(desk, reply);
    if (!desk.json() && reply.status == Status::done && !reply.refusal) tell_totals(desk, reply, this->session_);
  }
};

void plan_slots(Slots& s, PlanCourse& c) {
  s.option(c.from, "learnhelp.course_from");
  s.option(c.weeks, "learnhelp.course_weeks");
  s.option(c.instrument, "learnhelp.course_instrument");
}
text::Message plan_done(const PlanCourse&, const Learned& answer) {
  return msg("learn.course.planned", "course"_is = answer.session,
             "show"_is = way("learn course show", "course"_is = answer.session));
}

/// A plan that began in the past, or beside another, may be meant: it is told.
class CoursePlan final : public WithTotals<PlanCourse, plan_slots, plan_done> {
 protected:
  void run(Desk& desk, Reply& reply) override {
    WithTotals::run(desk, reply);
    if (desk.json() || reply.status != Status::done || reply.refusal) return;
    const auto seen = session_meant(desk, "course", session_, true);
    std::vector<std::string> over;
    for (const auto& one : seen.course->meetings)
      if (one.on < desk.today()) over.push_back(one.id);
    if (!over.empty())
      reply.line(desk.voice().say("learn.course.days_are_over", "meetings"_is = text::names_in_a_row(over)),
                 Tone::warning);
    auto others = courses_going_on(desk);
    std::erase(others, session_);
    if (!others.empty())
      reply.line(desk.voice().say("learn.course.beside", "others"_is = text::names_in_a_row(others)), Tone::warning);
  }
};

void course_change_slots(Slots& s, ChangeCourseMeeting& c) {
  s.word(c.meeting, "learnhelp.course_meeting");
  s.option(c.on, "learnhelp.course_on");
  s.option(c.minutes, "learnhelp.course_minutes");
  s.option(c.study, "learnhelp.course_study");
}
text::Message course_change_done(const ChangeCourseMeeting& c, const Learned&) {
  return msg("learn.course.changed", "meeting"_is = c.meeting);
}

/// A day that is over, or that does not come after the meeting before it, may be meant: it is told.
class CourseChange final : public WithTotals<ChangeCourseMeeting, course_change_slots, course_change_done> {
 protected:
  void run(Desk& desk, Reply& reply) override {
    WithTotals::run(desk, reply);
    if (desk.json() || reply.status != Status::done || reply.refusal || !body_.on) return;
    const auto seen = session_meant(desk, "course", session_, true);
    const learning::PlannedMeeting* before = nullptr;
    for (const auto& one : seen.course->meetings) {
      if (one.id == body_.meeting) {
        if (!one.held && one.on < desk.today())
          reply.line(desk.voice().say("learn.course.day_is_over", "on"_is = desk.day(one.on)), Tone::warning);
        if (before != nullptr && one.on <= before->on)
          reply.line(
              desk.voice().say("learn.course.not_in_order", "before"_is = before->id, "on"_is = desk.day(before->on)),
              Tone::warning);
        return;
      }
      if (!one.dropped) before = &one;
    }
  }
};

void course_drop_slots(Slots& s, DropCourseMeeting& c) {
  s.word(c.meeting, "learnhelp.course_meeting");
  s.option(c.because, "learnhelp.because");
  s.flag(c.undo, "learnhelp.undo");
}
text::Message course_drop_done(const DropCourseMeeting& c, const Learned&) {
  if (c.undo) return msg("learn.course.not_dropped_now", "meeting"_is = c.meeting);
  return msg("learn.course.dropped_now", "meeting"_is = c.meeting);
}

void hold_slots(Slots& s, HoldCourseMeeting& c) {
  s.word(c.meeting, "learnhelp.course_meeting");
  s.word(c.present, "learnhelp.course_present");
  s.flag(c.undo, "learnhelp.undo");
}
text::Message hold_done(const HoldCourseMeeting& c, const Learned&) {
  if (c.undo) return msg("learn.course.not_held_now", "meeting"_is = c.meeting);
  return msg("learn.course.held_now", "meeting"_is = c.meeting, "count"_is = c.present.size());
}

class CourseHeld final : public OfACourse<CourseVerb, HoldCourseMeeting, hold_slots, hold_done> {
 protected:
  /// Said again, it replaces what was said: whoever is left out loses the hours, so that is told.
  text::Message done_at(Desk& desk, const Learned& answer) const override {
    const auto* held = std::get_if<CourseMeetingHeld>(&answer.events.back().body);
    if (held == nullptr || held->undone || held->no_longer.empty()) return done(answer);
    const auto seen = session_meant(desk, "course", answer.session, true);
    std::vector<text::Message> names;
    for (const auto& id : held->no_longer)
      if (const auto* learner = seen.learner(id); learner != nullptr && !learner->gone)
        names.push_back(msg("learn.name", "name"_is = learner->name));
    if (names.empty()) return done(answer);
    return msg("learn.course.held_without", "meeting"_is = body_.meeting, "count"_is = held->present.size(),
               "names"_is = text::all_of(std::move(names)));
  }
};

void homework_slots(Slots& s, WriteHomework& c) {
  s.word(c.meeting, "learnhelp.course_meeting");
  s.word(c.text, "learnhelp.course_homework_text");
  s.option(c.kind, "learnhelp.course_homework_kind");
  s.option(c.instead, "learnhelp.instead");
}
text::Message homework_done(const WriteHomework& c, const Learned& answer) {
  if (c.kind == HomeworkKind::sentence)
    return msg("learn.course.sentence_written", "homework"_is = made_in(answer),
               "propose"_is = way("learn book propose", "text"_is = c.text));
  return msg("learn.course.homework_written", "homework"_is = made_in(answer),
             "finish"_is = way("learn course finish", "homework"_is = made_in(answer), "outcome"_is = gap()));
}

void finish_slots(Slots& s, FinishHomework& c) {
  s.word(c.homework, "learnhelp.course_homework_id");
  s.word(c.outcome, "learnhelp.paper_outcome");
}
text::Message finish_done(const FinishHomework& c, const Learned&) {
  return msg("learn.course.homework_finished", "homework"_is = c.homework);
}

void take_slots(Slots& s, TakeAlong& c) {
  s.word(c.text, "learnhelp.course_take_text");
  s.option(c.instead, "learnhelp.instead");
}
text::Message take_done(const TakeAlong&, const Learned& answer) {
  return msg("learn.course.taken_now", "what"_is = made_in(answer));
}

void course_strike_slots(Slots& s, StrikeFromCourse& c) { s.word(c.what, "learnhelp.course_entry"); }
text::Message course_strike_done(const StrikeFromCourse& c, const Learned&) {
  return msg("learn.own.struck", "entry"_is = c.what);
}

void course_cancel_slots(Slots& s, CancelCourse& c) { s.option(c.because, "learnhelp.because"); }
text::Message course_cancel_done(const CancelCourse&, const Learned& answer) {
  return msg("learn.course.cancelled_now", "course"_is = answer.session);
}

text::Message course_cancel_lost(const std::string& session) {
  return msg("learn.course.cancel_ask", "course"_is = session);
}

using CourseCancel =
    AsksFirst<OfACourse<CourseVerb, CancelCourse, course_cancel_slots, course_cancel_done>, course_cancel_lost>;

}  // namespace

Entries learn_course_verbs() {
  return {
      {"learn course plan", "learnhelp.course_plan", "learnhelp.course_plan_line", fresh<CoursePlan>},
      {"learn course change", "learnhelp.course_change", "learnhelp.course_change_line", fresh<CourseChange>},
      {"learn course drop", "learnhelp.course_drop", "learnhelp.course_drop_line",
       fresh<WithTotals<DropCourseMeeting, course_drop_slots, course_drop_done>>},
      {"learn course held", "learnhelp.course_held", "learnhelp.course_held_line", fresh<CourseHeld>},
      {"learn course homework", "learnhelp.course_homework", "learnhelp.course_homework_line",
       fresh<OfACourse<CourseOwnVerb, WriteHomework, homework_slots, homework_done>>},
      {"learn course finish", "learnhelp.course_finish", "learnhelp.course_finish_line",
       fresh<OfACourse<CourseOwnVerb, FinishHomework, finish_slots, finish_done>>},
      {"learn course take", "learnhelp.course_take", "learnhelp.course_take_line",
       fresh<OfACourse<CourseOwnVerb, TakeAlong, take_slots, take_done>>},
      {"learn course strike", "learnhelp.course_strike", "learnhelp.course_strike_line",
       fresh<OfACourse<CourseOwnVerb, StrikeFromCourse, course_strike_slots, course_strike_done>>},
      {"learn course cancel", "learnhelp.course_cancel", "learnhelp.course_cancel_line", fresh<CourseCancel>},
  };
}

}  // namespace casus::desk
