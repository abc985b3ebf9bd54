// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/meeting_minutes.hpp"

#include "core/base/text.hpp"
#include "core/report/discreet.hpp"
#include "core/report/meeting_words.hpp"
#include "core/report/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

using Lines = std::vector<std::string>;

struct MinutesWriter {
  const Definitions& definitions;
  text::Voice voice;

  std::string used(double spent, double planned) const {
    auto out = minutes(spent, voice);
    if (planned > 0 && spent > planned)
      out += text::say(voice, "meeting_minutes.over", "planned"_is = minutes(spent - planned, voice));
    return out;
  }

  /// What was agreed and told while the case was on the table, by the heading under which it stands.
  struct Agreed {
    Lines safety, decisions, actions, told, dissent;
    std::string review;
  };

  Agreed agreed_in(const AgendaItem& item, const CaseRecord& record, Time now) const {
    const auto& c = *record.state;
    const Discreet discreet(c, voice);
    const auto during = [&](Time at) {
      return std::ranges::any_of(item.sittings,
                                 [&](const Sitting& s) { return at >= s.from && at <= s.to.value_or(now); });
    };
    const auto action_name = [&](const std::string& id) {
      const auto planned = std::ranges::find(c.actions, id, [](const Action& a) { return a.plan.id; });
      return planned == c.actions.end() ? id : discreet.text(planned->plan.what);
    };
    const auto mark = [&](std::string_view ref) { return changed_mark(c, ref, voice); };
    Agreed out;
    for (const auto& event : record.events) {
      if (!during(event.at)) continue;
      if (const auto* e = std::get_if<DecisionTaken>(&event.body)) {
        const auto raised = std::ranges::find(c.decisions, e->decision, [](const Decision& d) { return d.raised.id; });
        const auto question = raised == c.decisions.end() ? e->decision : raised->raised.question;
        out.decisions.push_back(discreet.text(fmt::format(
            "{}{} {}{}", question, mark(e->decision), e->outcome,
            e->because.empty() ? "" : text::say(voice, "meeting_minutes.because", "because"_is = e->because))));
        for (const auto& other : e->dissent) out.dissent.push_back(discreet.text(other));
      } else if (const auto* action = std::get_if<ActionAdded>(&event.body)) {
        out.actions.push_back(text::say(voice, "meeting_minutes.checks", "who"_is = discreet.person(action->who),
                                        "what"_is = discreet.text(action->what) + mark(action->id),
                                        "by_when"_is = action->by_when ? due(*action, voice) : "?",
                                        "checks"_is = discreet.person(action->checks)));
      } else if (const auto* done = std::get_if<ActionFinished>(&event.body)) {
        out.actions.push_back(fmt::format("{}: {}{}", action_name(done->action), label(done->state, voice),
                                          done->note.empty() ? "" : "; " + discreet.text(done->note)));
      } else if (const auto* moved = std::get_if<ActionMoved>(&event.body)) {
        out.actions.push_back(text::say(voice, "meeting_minutes.moved", "action"_is = action_name(moved->action),
                                        "by_when"_is = day(moved->by_when, voice),
                                        "because"_is = discreet.text(moved->because)));
      } else if (const auto* heard = std::get_if<ResidentTold>(&event.body)) {
        out.told.push_back(
            fmt::format("{}: {} ({})", discreet.person(heard->who), discreet.text(heard->what), day(heard->on, voice)));
      } else if (const auto* set = std::get_if<ReviewSet>(&event.body)) {
        out.review = day(set->on, voice);
      } else if (std::holds_alternative<ConcernRaised>(event.body)) {
        out.safety.push_back(text::say(voice, "meeting_minutes.safety_concern_reported"));
      } else if (std::holds_alternative<AcuteRaised>(event.body)) {
        out.safety.push_back(text::say(voice, "meeting_minutes.acute_danger_reported"));
      } else if (const auto* step = std::get_if<MeldcodeStepTaken>(&event.body)) {
        out.safety.push_back(text::say(voice, "meeting_minutes.meldcode_step", "step"_is = step->step));
      }
    }
    if (out.told.empty()) out.told.push_back(text::say(voice, "meeting_minutes.written_down_yet_tells_resident"));
    return out;
  }

  void add_agreed(page::Page& page, const Agreed& agreed) const {
    const auto group = [&](const std::string& name, const Lines& lines) {
      if (!lines.empty()) page.paragraph(page::Line().strong(name));
      page.bullets(lines);
    };
    group(text::say(voice, "meeting_minutes.safety"), agreed.safety);
    group(text::say(voice, "meeting_minutes.decisions"), agreed.decisions);
    group(text::say(voice, "meeting_minutes.agreements"), agreed.actions);
    group(text::say(voice, "meeting_minutes.what_resident_told"), agreed.told);
    group(text::say(voice, "meeting_minutes.sees_otherwise"), agreed.dissent);
  }

  void add_item(page::Page& page, const AgendaItem& item, const Meeting& meeting, const std::vector<CaseRecord>& cases,
                Time now) const {
    page.section(capital(item_name(item.line, voice)));
    const auto record = std::ranges::find(cases, item.line.case_id, &CaseRecord::id);
    const bool has_case = record != cases.end() && record->state;
    Agreed agreed;
    std::vector<page::Row> steps;
    if (has_case) {
      const auto& c = *record->state;
      const Naming names(c, definitions, voice);
      const Discreet discreet(c, voice);
      agreed = agreed_in(item, *record, now);
      std::string methods;
      for (const auto& time : step_times(item, c, definitions, now)) {
        const auto name = names.method_with_status(time.method);
        if (methods.find(name) == std::string::npos) methods += (methods.empty() ? "" : ", ") + name;
        steps.push_back({names.step_name(time.phase, time.method, time.step),
                         time.planned > 0 ? minutes(time.planned, voice) : "-", used(time.spent, time.planned)});
      }
      page.fact(text::say(voice, "meeting_minutes.case"), discreet.text(c.title) + changed_mark(c, "title", voice));
      page.fact(text::say(voice, "meeting_minutes.question"),
                c.question.empty() ? "" : discreet.text(c.question) + changed_mark(c, "question", voice));
      page.fact(text::say(voice, "meeting_minutes.method"), methods);
      page.fact(text::say(voice, "meeting_minutes.review"), agreed.review);
    } else if (!item.line.case_id.empty()) {
      page.fact(text::say(voice, "meeting_minutes.case"), record != cases.end() && record->withheld
                                                              ? text::say(voice, "meeting_minutes.table")
                                                              : text::say(voice, "meeting_minutes.erased"));
    }
    page.fact(text::say(voice, "meeting_minutes.why"),
              item.line.why == Why::standard ? "" : why_in_words(item.line, voice));
    if (item.chair != meeting.chair) page.fact(text::say(voice, "meeting_minutes.chair"), item.chair);
    const auto spent = static_cast<double>(item.spent(now).count()) / 60.0;
    page.fact(text::say(voice, "meeting_minutes.time"),
              text::say(voice, "meeting_minutes.of_2", "minutes"_is = used(spent, item.line.minutes),
                        "minutes2"_is = minutes(item.line.minutes, voice)));
    if (item.state == ItemState::untouched)
      page.fact(text::say(voice, "meeting_minutes.discussed"),
                text::say(voice, "meeting_minutes.question_stays_asked"));
    if (item.state == ItemState::parked)
      page.fact(text::say(voice, "meeting_minutes.parked"),
                item.because.empty() ? text::say(voice, "meeting_minutes.later") : item.because);
    add_agreed(page, agreed);
    if (!steps.empty())
      page.table({text::say(voice, "meeting_minutes.step"), text::say(voice, "meeting_minutes.planned"),
                  text::say(voice, "meeting_minutes.used")},
                 steps);
  }
};

}  // namespace

std::vector<StepTime> step_times(const AgendaItem& item, const Case& state, const Definitions& definitions, Time now) {
  const Naming names(state, definitions, Lang::nl);
  std::vector<StepTime> times;
  for (const auto& visit : state.visits) {
    double spent = 0;
    for (const auto& sitting : item.sittings) {
      const auto end = sitting.to.value_or(now);
      if (end - sitting.from > kLongestSitting) continue;
      const auto from = std::max(sitting.from, visit.entered);
      const auto to = std::min(end, visit.left.value_or(end));
      if (to > from) spent += static_cast<double>((to - from).count()) / 60.0;
    }
    if (spent <= 0) continue;
    // What was planned is written when the step is left; until then the method says it.
    const auto* step = visit.left ? nullptr : names.step(visit);
    times.push_back(
        {visit.method, visit.phase, visit.step, step == nullptr ? visit.planned_minutes : step->minutes, spent});
  }
  return times;
}

page::Page minutes_page(const Meeting& meeting, const std::vector<CaseRecord>& cases, const Definitions& definitions,
                        Time now, const text::Voice& voice) {
  const MinutesWriter writer{definitions, voice};
  page::Page page;
  page.title = text::say(voice, "meeting_minutes.minutes_meeting", "on"_is = day(meeting.on(), voice));
  auto there = meeting.present;
  there.insert(there.end(), meeting.were_there.begin(), meeting.were_there.end());
  page.fact(text::say(voice, "meeting_minutes.chair"), meeting.chair);
  page.fact(text::say(voice, "meeting_minutes.note_taker"), meeting.note_taker);
  page.fact(text::say(voice, "meeting_minutes.present"), joined({there.begin(), there.end()}));
  page.fact(text::say(voice, "meeting_minutes.away"), joined({meeting.away.begin(), meeting.away.end()}));
  double spent = 0;
  std::string not_reached;
  for (const auto& item : meeting.items) {
    spent += static_cast<double>(item.spent(now).count()) / 60.0;
    if (item.sittings.empty() && item.state == ItemState::planned && !item.line.case_id.empty())
      not_reached += (not_reached.empty() ? "" : ", ") + item.line.case_id;
  }
  page.fact(text::say(voice, "meeting_minutes.time"),
            text::say(voice, "meeting_minutes.of", "spent"_is = minutes(spent, voice),
                      "minutes"_is = minutes(meeting.minutes, voice)));
  page.fact(text::say(voice, "meeting_minutes.reached"), not_reached);
  if (meeting.signals + meeting.learning > 0)
    page.fact(text::say(voice, "meeting_minutes.noted_team"),
              text::say(voice, "meeting_minutes.signals_lines_learning",
                        "signals"_is = text::msg("meeting_minutes.signals", "count"_is = meeting.signals),
                        "learning"_is = text::msg("meeting_minutes.lessons", "count"_is = meeting.learning)));
  for (const auto& item : meeting.items)
    if (!item.sittings.empty() && (!item.line.case_id.empty() || item.line.why != Why::standard))
      writer.add_item(page, item, meeting, cases, now);
  return page;
}

}  // namespace casus::report
