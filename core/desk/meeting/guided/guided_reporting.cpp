// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/meeting/meeting_now.hpp"
#include "core/desk/meeting/typed_again.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/typed/completed.hpp"

#include <fmt/format.h>

#include <algorithm>

/// Danger that is told by a form: about a case of the agenda, whatever is on the table, or about one that somebody else
/// has to find. No word of it is lost.
namespace casus::desk {

using text::msg;

namespace {

std::string& text_of(CommandBody& danger) {
  auto* acute = std::get_if<RaiseAcute>(&danger);
  return acute != nullptr ? acute->text : std::get<RaiseConcern>(danger).text;
}

/// As it would be typed: "gevaar Noor: hij staat voor de deur".
std::string as_told(Ask word, const std::string& by, std::string text, const text::Voice& voice) {
  std::ranges::replace_if(
      text, [](char sign) { return sign == '\n' || sign == '\r'; }, ' ');
  return fmt::format("{}{}: {}", name_of(word, voice), by.empty() ? "" : ' ' + by, trimmed(text));
}

/// What is told in such a line. Whose words they are stays before them, where that is another than who reported it.
std::string told_in(const std::string& line, const std::string& by) {
  const auto text = behind_colon(line);
  if (text.empty()) return line;
  const auto head = line.substr(0, line.find(':'));
  const auto space = head.find(' ');
  const auto who = space == std::string::npos ? std::string() : std::string(trimmed(head.substr(space)));
  return who.empty() || same_name(who, by) ? text : fmt::format("{}: {}", who, text);
}

}  // namespace

bool GuidedMeeting::keep_report(const std::string& line, const std::string& case_id) {
  auto command = completed(desk_, meeting_command(SetLineAside{{line, true, case_id}}));
  const auto answer = desk_.meetings().handle(std::move(command));
  if (!answer.done()) {
    tell(answer, {});
    return false;
  }
  for (const auto& event : answer.events)
    if (const auto* kept = std::get_if<LineSetAside>(&event.body)) {
      danger_.push_back(line);
      aside_.push_back({line, answer.meeting, kept->id, event.by});
    }
  return true;
}

/// It is in a case now: its words go from the meeting.
void GuidedMeeting::take_up(const std::string& line, const std::string& case_id) {
  std::erase(danger_, line);
  const auto lies = std::ranges::find(aside_, line, &AsideLine::line);
  if (lies == aside_.end()) return;
  sent_.id.clear();  // that of the report itself
  auto command = meeting_command(TakeLineUp{lies->id, case_id});
  command.meeting = lies->day;
  desk_.meetings().handle(std::move(command));
  aside_.erase(lies);
}

/// What was told before goes, whatever comes of this.
void GuidedMeeting::begin_by_button(Sent sent) {
  sent_ = std::move(sent);
  refresh();
  hear_aside();
  ++shown_.told;
  quiet();
  shown_.page.reset();
  shown_.done = true;
}

void GuidedMeeting::report(const std::string& about, const std::string& waits, CommandBody danger, Sent sent) {
  begin_by_button(std::move(sent));
  const auto voice = desk_.voice();
  const bool lies = !waits.empty();
  const auto show = [&] {
    if (shown_.done) noted_.reset();  // it is the last thing no more
    shown_.noted = noted_.has_value();
    list_waiting();
    list_aside();
  };
  if (was_done(desk_, sent_.id)) return show();  // its answer got lost
  if (lies && std::ranges::find(danger_, waits) == danger_.end()) return waits_no_more();
  auto& text = text_of(danger);
  const auto told_by = std::ranges::find(aside_, waits, &AsideLine::line);
  const auto by = lies && told_by != aside_.end() ? told_by->by : acting();
  if (lies) text = told_in(waits, by);
  if (trimmed(text).empty()) return not_done(msg("guided.report_empty").in(voice));
  const auto word = std::holds_alternative<RaiseAcute>(danger) ? Ask::acute : Ask::concern;
  const auto line = lies ? waits : as_told(word, by, text, voice);
  // A guest says nothing in a case but theirs, while that is on the table.
  const bool here = shown_.table && shown_.table->case_id == about;
  const auto case_id = shown_.guest && !here ? std::string() : about;
  const auto known = names().cases;
  if (!case_id.empty() && std::ranges::find(known, case_id) == known.end())
    return not_done(msg("guided.report_which_case").in(voice));
  if (!case_id.empty()) {
    Command command{.id = sent_.id, .case_id = case_id, .by = by, .body = std::move(danger), .seat = typist()};
    tell(handed_over(desk_, std::move(command)), {});
    if (shown_.done) {
      say(msg("guided.reported_in", "case"_is = case_id).in(voice), Tone::strong);
      if (lies) take_up(waits, case_id);
      refresh();
      return show();
    }
  } else if (lies) {
    return not_done(msg("guided.report_which_case").in(voice));
  }
  // Who is not at that table told it all the same.
  if (!place_.meeting) return nothing_at_hand(line);
  if (!lies && keep_report(line, case_id)) {
    shown_.done = true;
    say(msg("guided.report_waits").in(voice), Tone::strong);
  }
  show();
}

}  // namespace casus::desk
