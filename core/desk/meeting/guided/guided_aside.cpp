// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/meeting/leading.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/typed/completed.hpp"
#include "core/report/history/naming.hpp"

#include <algorithm>
#include <utility>

/// What was said and is in no case yet lies with the meeting: whoever stops, or is cut off, finds it there again.
namespace casus::desk {

using text::msg;

bool GuidedMeeting::may_see(const LineAside& aside) const {
  if (leads_ || same_name(aside.by, desk_.who_or_nobody())) return true;
  const auto& of = aside.kept.case_id;
  return !shown_.guest && !of.empty() && works_at_table(desk_, of);
}

void GuidedMeeting::find_aside() {
  if (!place_.meeting) return;
  leads_ = shown_.room && !may_not_lead(*shown_.room, desk_.seat());
  const auto voice = desk_.voice();
  for (auto& [day, aside] : desk_.meetings().aside(place_.meeting->meant.day)) {
    if (!may_see(aside)) continue;
    const auto& kept = aside.kept;
    waits_again(aside, day);
    const auto on = report::day(date_from(day).value_or(desk_.today()), voice);
    if (kept.danger) say(msg("guided.danger_aside", "line"_is = kept.text, "day"_is = on).in(voice), Tone::bad);
    else say(msg("guided.line_aside", "line"_is = kept.text, "day"_is = on).in(voice), Tone::warning);
  }
  list_aside();
}

/// Before what is asked now, which stays the last that waits.
void GuidedMeeting::waits_again(const LineAside& aside, const std::string& on) {
  const auto& kept = aside.kept;
  WaitingLine waits{kept.text, msg("guided.aside_which_case").in(desk_.voice()), kept.text, false, kept.case_id};
  if (kept.danger) danger_.push_back(kept.text);
  else waiting_.insert(waiting_.end() - (asks_now_ && !waiting_.empty() ? 1 : 0), std::move(waits));
  aside_.push_back({kept.text, on, kept.id, aside.by});
}

/// Others in this meeting set lines aside, and take them up, by screens of their own; who begins to lead sees those of
/// earlier meetings too, and who leads no more sees none but their own. False: there is nothing new.
bool GuidedMeeting::hear_aside() {
  if (!place_.meeting) return false;
  const bool led = std::exchange(leads_, shown_.room && !may_not_lead(*shown_.room, desk_.seat()));
  std::vector<service::Meetings::Aside> there;
  if (led != leads_) there = desk_.meetings().aside(day());
  else
    for (auto& one : desk_.meetings().open(day()).aside) there.push_back({day(), std::move(one)});
  std::erase_if(there, [&](const auto& one) { return !may_see(one.line); });
  const auto gone = [&](const AsideLine& one) {
    if (led == leads_ && one.day != day()) return false;
    return std::ranges::none_of(there,
                                [&](const auto& has) { return has.day == one.day && has.line.kept.id == one.id; });
  };
  for (const auto& one : aside_) {
    if (!gone(one)) continue;
    std::erase(danger_, one.line);
    if (asks_now_ && !waiting_.empty() && waiting_.back().line == one.line) asks_now_ = false;
    std::erase_if(waiting_, [&](const WaitingLine& waits) { return waits.line == one.line; });
  }
  bool changed = std::erase_if(aside_, gone) > 0;
  for (const auto& one : there)
    if (std::ranges::none_of(aside_,
                             [&](const AsideLine& has) { return has.day == one.day && has.id == one.line.kept.id; })) {
      waits_again(one.line, one.day);
      changed = true;
    }
  return changed;
}

void GuidedMeeting::set_aside(const std::string& line, bool danger, const std::string& case_id) {
  if (!place_.meeting) return;
  if (std::ranges::find(aside_, line, &AsideLine::line) != aside_.end()) return;
  sent_.id.clear();  // that of the line itself
  const auto answer = desk_.meetings().handle(completed(desk_, meeting_command(SetLineAside{{line, danger, case_id}})));
  if (!answer.done()) return;
  for (const auto& event : answer.events)
    if (const auto* kept = std::get_if<LineSetAside>(&event.body))
      aside_.push_back({line, answer.meeting, kept->id, event.by});
}

/// What waits is kept, and what no longer waits is let go: it is in the case on the table, or somebody dropped it.
void GuidedMeeting::mind_aside(bool dropped) {
  for (const auto& line : danger_) set_aside(line, true, {});
  keep_left(false);
  const auto waits = [&](const AsideLine& one) {
    return std::ranges::find(danger_, one.line) != danger_.end() ||
           std::ranges::find(waiting_, one.line, &WaitingLine::line) != waiting_.end();
  };
  std::vector<AsideLine> left;
  for (auto& one : std::exchange(aside_, {})) {
    if (waits(one)) {
      left.push_back(std::move(one));
      continue;
    }
    sent_.id.clear();
    auto command =
        meeting_command(TakeLineUp{one.id, dropped || !shown_.table ? std::string() : shown_.table->case_id});
    command.meeting = one.day;
    const auto answer = desk_.meetings().handle(std::move(command));
    // It is somebody else's, who may have meant it: it waits again, and is asked about.
    const auto was = std::ranges::find(dropped_, one.line, &WaitingLine::line);
    if (!dropped || !answer.refusal || answer.refusal->name != "NotYoursToLetGo" || was == dropped_.end()) continue;
    waiting_.push_back(std::move(*was));
    dropped_.erase(was);
    std::erase(no_danger_, folded(one.line));
    tell(answer, {});
    left.push_back(std::move(one));
  }
  aside_ = std::move(left);
}

/// Nobody answers any more, and no case took it; or nobody can, with that case not on the table.
void GuidedMeeting::keep_left(bool all) {
  const auto lines = in_no_case();
  for (const auto& one : waiting_)
    if (one.ref.empty() && (all || std::ranges::find(lines, one.line) != lines.end()))
      set_aside(one.line, false, one.case_id);
}

void GuidedMeeting::list_aside() {
  shown_.unkept = unkept();
  shown_.aside = in_no_case();
  std::erase_if(shown_.aside,
                [&](const auto& one) { return std::ranges::find(shown_.unkept, one) != shown_.unkept.end(); });
}

std::vector<std::string> GuidedMeeting::unkept() const {
  auto lines = in_no_case();
  std::erase_if(lines, [&](const std::string& line) {
    return std::ranges::find(aside_, line, &AsideLine::line) != aside_.end();
  });
  return lines;
}

}  // namespace casus::desk
