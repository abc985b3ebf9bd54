// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/decide/deciding.hpp"

#include "core/text/day_words.hpp"

#include <algorithm>

/// A course: planned by a template, changed as it goes, held with who was there. What departs from the source is told
/// and never refused: a team makes its own course.
namespace casus::learning {
namespace {

constexpr std::size_t kLongestTopic = 160;

std::optional<Refusal> not_planned(const Session& it) {
  if (!it.course)
    return no("NoCourse", msg("learn.course.none"),
              msg("learn.course.none_do", "plan"_is = way("learn course plan", "from"_is = gap())));
  if (!it.course->cancelled) return std::nullopt;
  return no("CourseCancelled", msg("learn.course.is_cancelled", "course"_is = it.id),
            msg("learn.course.none_do", "plan"_is = way("learn course plan", "from"_is = gap())));
}

/// A meeting of the course, that is not dropped or that is.
Outcome<const PlannedMeeting*, Refusal> planned(const Deciding& at, const std::string& id, bool dropped = false) {
  if (auto refusal = not_planned(at.it)) return failure(std::move(*refusal));
  const auto& course = *at.it.course;
  const auto* meeting = course.meeting(id);
  if (meeting != nullptr && meeting->dropped == dropped) return meeting;
  if (meeting != nullptr && dropped)
    return refuse("NotDropped", msg("learn.course.not_dropped", "meeting"_is = id), {});
  std::vector<std::string_view> known;
  for (const auto& one : course.meetings)
    if (!one.dropped) known.push_back(one.id);
  return refuse("NoMeeting",
                meeting != nullptr ? msg("learn.course.is_dropped", "meeting"_is = id)
                                   : msg("learn.course.no_meeting", "meeting"_is = id),
                msg("learn.scan.no_such_answer_do", "known"_is = joined(known)));
}

std::optional<Refusal> number_off(const std::optional<int>& number, int least, int most) {
  if (!number || (*number >= least && *number <= most)) return std::nullopt;
  return no("TooMany", msg("learn.course.number_off", "count"_is = *number),
            msg("learn.circle.others_off_do", "least"_is = least, "most"_is = most));
}

Refusal no_entry(const std::string& entry) {
  return no("NoEntry", msg("learn.course.no_entry", "entry"_is = entry),
            msg("learn.course.no_entry_do", "mine"_is = way("learn course mine")));
}

}  // namespace

LearningDecision decide_course(Deciding& at, const PlanCourse& c) {
  if (at.it.course)
    return refuse("CourseThere", msg("learn.course.there", "course"_is = at.it.id),
                  msg("learn.look_at_it", "show"_is = way("learn course show", "course"_is = at.it.id)));
  if (at.facts.instrument == nullptr) return failure(no_instrument(at, c.instrument));
  if (c.weeks && (*c.weeks < 1 || *c.weeks > kMostWeeks))
    return refuse("NoWeeks", msg("learn.course.no_weeks"), msg("learn.course.no_weeks_do", "most"_is = kMostWeeks));
  const auto given = at.facts.instrument->numbers.find("weeks");
  const int weeks = c.weeks ? *c.weeks : given != at.facts.instrument->numbers.end() ? given->second : 1;
  at.add(CoursePlanned{std::string(at.facts.definition), course_days(*at.facts.instrument, c.from, weeks)});
  return std::move(at).events();
}

LearningDecision decide_course(Deciding& at, const ChangeCourseMeeting& c) {
  const auto meeting = planned(at, c.meeting);
  if (!meeting) return failure(meeting.error());
  if (!c.on && !c.minutes && !c.study)
    return refuse("NothingToChange", msg("learn.own.nothing_to_change"), msg("learn.course.nothing_to_change_do"));
  if (auto refusal = number_off(c.minutes, 1, kMostMinutes)) return failure(std::move(*refusal));
  if (auto refusal = number_off(c.study, 0, kMostStudy)) return failure(std::move(*refusal));
  at.add(CourseMeetingChanged{c});
  return std::move(at).events();
}

LearningDecision decide_course(Deciding& at, const FillCourseMeeting& c) {
  const auto meeting = planned(at, c.meeting);
  if (!meeting) return failure(meeting.error());
  const auto* made = at.it.course->instrument.meeting(c.meeting);
  if (made == nullptr || (!made->open && !made->empty))
    return refuse("NotOpen", msg("learn.course.not_open", "meeting"_is = c.meeting),
                  msg("learn.course.not_open_do", "show"_is = way("learn course show")));
  if (auto refusal = empty_text(c.topic, msg("learn.course.the_topic"))) return failure(std::move(*refusal));
  if (letters_in(c.topic) > kLongestTopic)
    return refuse("LineTooLong", msg("learn.paper.too_long", "most"_is = kLongestTopic),
                  msg("learn.paper.too_long_do"));
  if (auto refusal = leads_back(c.topic, names_of_team(at.facts))) return failure(std::move(*refusal));
  at.add(CourseMeetingFilled{{c.meeting, std::string(trimmed(c.topic)), c.grew}});
  return std::move(at).events();
}

LearningDecision decide_course(Deciding& at, const DropCourseMeeting& c) {
  const auto meeting = planned(at, c.meeting, c.undo);
  if (!meeting) return failure(meeting.error());
  if (c.undo) {
    at.add(CourseMeetingDropped{c.meeting, {}, true});
    return std::move(at).events();
  }
  if (blank(c.because)) return refuse("ReasonMissing", msg("learn.course.why_drop"), msg("refuse.reason_missing_do"));
  if (auto refusal = leads_back(c.because, names_of_team(at.facts))) return failure(std::move(*refusal));
  at.add(CourseMeetingDropped{c.meeting, c.because, false});
  return std::move(at).events();
}

LearningDecision decide_course(Deciding& at, const HoldCourseMeeting& c) {
  const auto meeting = planned(at, c.meeting);
  if (!meeting) return failure(meeting.error());
  if (c.undo) {
    if (!(*meeting)->held)
      return refuse("NotHeld", msg("learn.course.not_held", "meeting"_is = c.meeting),
                    msg("learn.look_at_it", "show"_is = way("learn course show", "course"_is = at.it.id)));
    at.add(CourseMeetingHeld{c.meeting, {}, (*meeting)->present, true});
    return std::move(at).events();
  }
  if ((*meeting)->on > at.today)
    return refuse("MeetingToCome",
                  msg("learn.course.to_come", "meeting"_is = c.meeting, "on"_is = text::day_message((*meeting)->on)),
                  msg("learn.course.to_come_do", "change"_is = way("learn course change", "meeting"_is = c.meeting,
                                                                   "on"_is = to_string(at.today))));
  std::vector<std::string> ids;
  for (const auto& name : c.present) {
    const auto* team = at.facts.team;
    const auto* member = team != nullptr ? team->member(name) : nullptr;
    if (team != nullptr && !team->members.empty() && member == nullptr)
      return refuse("NotOfTheTeam", msg("learn.not_of_team", "name"_is = name),
                    msg("learn.paper.not_of_team_do", "add"_is = way("team add", "name"_is = name)));
    auto id = at.person(member != nullptr ? member->name : name);
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
  }
  if (ids.empty()) return failure(*empty_text("", msg("learn.course.who_was_there")));
  std::vector<std::string> no_longer;
  for (const auto& id : (*meeting)->present)
    if (std::ranges::find(ids, id) == ids.end()) no_longer.push_back(id);
  at.add(CourseMeetingHeld{c.meeting, std::move(ids), std::move(no_longer), false});
  return std::move(at).events();
}

LearningDecision decide_course(Deciding& at, const WriteHomework& c) {
  const auto meeting = planned(at, c.meeting);
  if (!meeting) return failure(meeting.error());
  if (auto refusal = own_text_off(c.text, msg("learn.course.the_homework"))) return failure(std::move(*refusal));
  HomeworkWritten written{at.it.course->homework_numbers.next("h", at.actor()),
                          at.actor(),
                          c.meeting,
                          c.kind,
                          std::string(trimmed(c.text)),
                          {}};
  if (!c.instead.empty()) {
    const auto& all = at.it.course->homework;
    const auto mine =
        std::ranges::find_if(all, [&](const Homework& one) { return is_own(one, at.actor(), c.instead); });
    if (mine == all.end()) return failure(no_entry(c.instead));
    written.id = mine->id;
    written.events = mine->events;
  }
  at.add(std::move(written));
  return std::move(at).events();
}

LearningDecision decide_course(Deciding& at, const FinishHomework& c) {
  if (auto refusal = not_planned(at.it)) return failure(std::move(*refusal));
  if (auto refusal = own_text_off(c.outcome, msg("learn.paper.what_came"))) return failure(std::move(*refusal));
  for (const auto& one : at.it.course->homework)
    if (is_own(one, at.actor(), c.homework)) {
      at.add(HomeworkFinished{c.homework, at.actor(), std::string(trimmed(c.outcome))});
      return std::move(at).events();
    }
  return failure(no_entry(c.homework));
}

LearningDecision decide_course(Deciding& at, const TakeAlong& c) {
  if (auto refusal = not_planned(at.it)) return failure(std::move(*refusal));
  if (auto refusal = own_text_off(c.text, msg("learn.course.the_takeaway"))) return failure(std::move(*refusal));
  TakenAlong taken{at.it.course->taken_numbers.next("t", at.actor()), at.actor(), std::string(trimmed(c.text)), {}};
  if (!c.instead.empty()) {
    const auto& all = at.it.course->taken;
    const auto mine =
        std::ranges::find_if(all, [&](const Takeaway& one) { return is_own(one, at.actor(), c.instead); });
    if (mine == all.end()) return failure(no_entry(c.instead));
    taken.id = mine->id;
    taken.events = {mine->event};
  }
  at.add(std::move(taken));
  return std::move(at).events();
}

LearningDecision decide_course(Deciding& at, const StrikeFromCourse& c) {
  if (auto refusal = not_planned(at.it)) return failure(std::move(*refusal));
  for (const auto& one : at.it.course->homework)
    if (is_own(one, at.actor(), c.what)) {
      at.add(StruckFromCourse{c.what, one.events, at.actor()});
      return std::move(at).events();
    }
  for (const auto& one : at.it.course->taken)
    if (is_own(one, at.actor(), c.what)) {
      at.add(StruckFromCourse{c.what, {one.event}, at.actor()});
      return std::move(at).events();
    }
  return failure(no_entry(c.what));
}

LearningDecision decide_course(Deciding& at, const CancelCourse& c) {
  if (auto refusal = not_planned(at.it)) return failure(std::move(*refusal));
  if (auto refusal = cancel_reason_off(at, c.because)) return failure(std::move(*refusal));
  for (const auto& one : at.it.people)
    if (!one.gone) at.add(LearnerForgotten{one.id});
  at.add(CourseCancelled{c});
  return std::move(at).events();
}

}  // namespace casus::learning
