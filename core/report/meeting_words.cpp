// SPDX-License-Identifier: EUPL-1.2
#include "core/report/meeting_words.hpp"

#include "core/base/text.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/message.hpp"
#include "core/text/names_in_a_row.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

namespace casus::report {

namespace {

std::string listed(const std::vector<std::string>& parts) { return joined({parts.begin(), parts.end()}); }

/// Each event type has its own sentence; a new type without one does not compile.
struct MeetingTeller {
  const Meeting& m;
  text::Voice voice;
  std::string_view by = {};

  std::string named(const std::string& id) const {
    const auto* item = m.item(id);
    return item == nullptr ? id : item_name(item->line, voice);
  }
  std::string because(const std::string& text) const {
    return text.empty() ? "" : text::say(voice, "meeting.because", "words"_is = text);
  }

  std::string operator()(const MeetingPlanned& e) const {
    auto out = text::say(voice, "meeting.planned_meeting_items_minutes", "lines"_is = e.lines.size(),
                         "minutes"_is = e.minutes);
    if (!e.chair.empty()) out += text::say(voice, "meeting.chair", "chair"_is = e.chair);
    return out;
  }
  std::string operator()(const ItemAdded& e) const {
    return text::say(voice, "meeting.put_agenda_minutes", "line"_is = item_name(e.line, voice),
                     "minutes"_is = text::msg("count.minutes", "count"_is = e.line.minutes)) +
           (e.line.case_id.empty() ? "" : because(e.line.because));
  }
  std::string operator()(const ItemDropped& e) const {
    return text::say(voice, "meeting.took_off_agenda", "item"_is = named(e.item)) + because(e.because);
  }
  std::string operator()(const ItemMoved& e) const {
    if (e.before.empty()) return text::say(voice, "meeting.moved_end", "item"_is = named(e.item));
    return text::say(voice, "meeting.moved_before", "item"_is = named(e.item), "before"_is = named(e.before));
  }
  std::string operator()(const ItemMinutesSet& e) const {
    return text::say(voice, "meeting.gave_minutes", "item"_is = named(e.item),
                     "minutes"_is = text::msg("count.minutes", "count"_is = e.minutes));
  }
  std::string operator()(const RoundMade& e) const {
    std::vector<std::string> names;
    for (const auto& id : e.items) names.push_back(named(id));
    return text::say(voice, "meeting.made_round", "items"_is = listed(names),
                     "minutes"_is = text::msg("count.minutes", "count"_is = e.minutes));
  }
  std::string operator()(const MeetingStarted& e) const {
    if (!e.note_taker.empty())
      return text::say(voice, "meeting.started_meeting_with_note_taker", "chair"_is = e.chair,
                       "note_taker"_is = e.note_taker, "present"_is = listed(e.present));
    return text::say(voice, "meeting.started_meeting_chair_present", "chair"_is = e.chair,
                     "present"_is = listed(e.present));
  }
  std::string operator()(const Arrived& e) const { return text::say(voice, "meeting.saw_join", "e"_is = e.name); }
  std::string operator()(const LeftMeeting& e) const { return text::say(voice, "meeting.saw_leave", "e"_is = e.name); }
  std::string operator()(const ChairTaken& e) const {
    if (e.name == by) return text::say(voice, "meeting.took_chair");
    return text::say(voice, "meeting.made_chair", "e"_is = e.name);
  }
  std::string operator()(const ItemTaken& e) const {
    auto out = text::say(voice, "meeting.began_chair", "item"_is = named(e.item), "chair"_is = e.chair);
    if (!e.presenter.empty()) out += text::say(voice, "meeting.presenter", "presenter"_is = e.presenter);
    if (e.chair != m.chair && e.presenter == m.chair)
      out += text::say(voice, "meeting.r3_presents", "chair"_is = m.chair);
    return out;
  }
  std::string operator()(const ItemParked& e) const {
    return text::say(voice, "meeting.parked", "item"_is = named(e.item)) + because(e.because);
  }
  std::string operator()(const ItemFinished& e) const {
    if (e.untouched) return text::say(voice, "meeting.ended_without_word_said_question", "item"_is = named(e.item));
    const auto* item = m.item(e.item);
    const auto spent = item == nullptr ? 0.0 : static_cast<double>(item->spent(m.changed_at).count()) / 60.0;
    return text::say(voice, "meeting.finished_after", "item"_is = named(e.item),
                     "spent"_is = spent_minutes(spent, voice)) +
           (e.unfinished ? text::say(voice, "meeting.left_half_way") : std::string());
  }
  std::string operator()(const MeetingSignalCounted& e) const {
    return text::say(voice, "meeting.noted_signal_team", "theme"_is = e.theme);
  }
  std::string operator()(const MeetingLearningCounted&) const {
    return text::say(voice, "history.noted_learning_line_team");
  }
  std::string operator()(const MeetingFinished&) const { return text::say(voice, "meeting.ended_meeting"); }
  std::string operator()(const MeetingReopened& e) const {
    return text::msg("meeting.told_reopened", "because"_is = e.because).in(voice);
  }
  std::string operator()(const ItemReworded& e) const {
    if (e.item == kGuest) return text::say(voice, "meeting.told_guest_gone");
    if (e.item == kColleague) return text::say(voice, "meeting.told_colleague_gone");
    const auto item = e.item == kReopening ? text::say(voice, "meeting.of_reopening") : e.item;
    if (e.ground)
      return text::msg("meeting.told_destroyed", "item"_is = item, "ground"_is = text::label(*e.ground)).in(voice);
    return text::msg("meeting.told_reworded", "item"_is = item, "text"_is = e.text).in(voice);
  }
  std::string operator()(const LineSetAside& e) const {
    return text::msg("meeting.told_set_aside", "line"_is = e.id).in(voice);
  }
  std::string operator()(const LineTakenUp& e) const {
    if (!e.case_id.empty())
      return text::msg("meeting.told_taken_up", "line"_is = e.line, "case"_is = e.case_id).in(voice);
    auto out = text::msg("meeting.told_let_go", "line"_is = e.line).in(voice);
    if (!e.with.empty()) out += text::say(voice, "meeting.told_let_go_with", "name"_is = e.with);
    if (!e.because.empty()) out += text::say(voice, "meeting.told_let_go_because", "because"_is = e.because);
    return out;
  }
};

}  // namespace

std::string item_name(const AgendaLine& line, const text::Voice& voice) {
  if (!line.case_id.empty()) return fmt::format("{} {}", text::say(voice, "meeting.case_2"), line.case_id);
  if (!line.because.empty()) return line.because;
  return label(line.part, voice);
}

namespace {

/// By its law, which the line names; a term of no law says no more than that there is one.
std::string legal_term(const AgendaLine& line, const std::string& on, const text::Voice& voice) {
  const auto basis = line.about.empty() ? std::nullopt : from_key<Basis>(line.about.front());
  const auto law = basis ? law_of(*basis) : std::string_view();
  const bool gone = !line.about.empty() && line.about.back() == kTermGone;
  if (law.empty())
    return gone ? text::say(voice, "meeting.other_term_gone", "on"_is = on)
                : text::say(voice, "meeting.other_term", "on"_is = on);
  return gone ? text::say(voice, "meeting.legal_term_gone", "law"_is = law, "on"_is = on)
              : text::say(voice, "meeting.legal_term", "law"_is = law, "on"_is = on);
}

}  // namespace

std::string why_in_words(const AgendaLine& line, const text::Voice& voice) {
  const auto on = line.since ? day(*line.since, voice) : std::string("?");
  const auto sentence = [&] {
    switch (line.why) {
      case Why::standard: return text::say(voice, "meeting.part_every_meeting");
      case Why::acute: return text::say(voice, "meeting.acutely_unsafe_before_everything_r14");
      case Why::review_due:
        return text::say(voice, "meeting.review_agreed_r10", "on"_is = on) +
               (line.about.empty() ? "" : text::say(voice, "meeting.due", "about"_is = listed(line.about)));
      case Why::action_due:
        return text::say(voice, "meeting.action_due_r10", "about"_is = text::names_in_a_row(line.about),
                         "count"_is = line.about.size(), "on"_is = on);
      case Why::concern:
        return text::say(voice, "meeting.safety_concern_step_meldcode_r14", "about"_is = listed(line.about));
      case Why::legal_term: return legal_term(line, on, voice);
      case Why::workflow_term: return text::say(voice, "meeting.workflows_term_ends", "on"_is = on);
      case Why::asked: return text::say(voice, "meeting.asked_place_r1", "presenter"_is = line.presenter, "on"_is = on);
      case Why::evaluation_due: return text::say(voice, "meeting.evaluation_open_since", "on"_is = on);
      case Why::quiet: return text::say(voice, "meeting.quiet_since", "on"_is = on);
      case Why::right_due:
        return text::msg("meeting.right_due", "request"_is = listed(line.about), "on"_is = on).in(voice);
      case Why::by_hand:
        return line.because.empty() || line.case_id.empty() ? text::say(voice, "meeting.added_team") : line.because;
    }
    return std::string();
  }();
  auto all = sentence;
  for (const auto& [why, since, about] : line.also) {
    auto other = line;
    other.why = why;
    other.since = since;
    other.about = about;
    other.carried = false;
    other.also.clear();
    all += "; " + why_in_words(other, voice);
  }
  return line.carried ? all + text::say(voice, "meeting.left_last_time") : all;
}

std::string off_in_words(const AgendaLine& line, const text::Voice& voice) {
  switch (line.off) {
    case Off::none: return {};
    case Off::no_time:
      if (line.minutes == 0) return std::string(label(line.off, voice));  // of a long list: nobody opened the case
      return text::say(voice, "meeting.does_fit_any_more_comes", "minutes"_is = minutes(line.minutes, voice));
    case Off::presenter_away:
      return text::say(voice, "meeting.away_comes_first_next_time", "presenter"_is = line.presenter);
  }
  return {};
}

std::string event_in_words(const MeetingEvent& event, const Meeting& after, const text::Voice& voice) {
  return std::visit(MeetingTeller{after, voice, event.by}, event.body);
}

}  // namespace casus::report
