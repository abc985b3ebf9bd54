// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/aside.hpp"

#include "core/engine/refusing.hpp"
#include "core/meeting/meeting.hpp"
#include "core/meeting/refusals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace casus::meeting {

namespace {

int number_of(std::string_view id) {
  int number = 0;
  if (!id.empty()) std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return number;
}

}  // namespace

bool is_about_aside(const MeetingBody& body) {
  return std::holds_alternative<SetLineAside>(body) || std::holds_alternative<TakeLineUp>(body) ||
         std::holds_alternative<RewordItem>(body);
}

Outcome<LineSetAside, Refusal> set_aside(const Meeting& meeting, const SetLineAside& command) {
  if (engine::blank(command.text)) return engine::empty_text(msg("meeting.needs_aside_text"));
  LineSetAside kept;
  static_cast<AsideFields&>(kept) = command;
  kept.id = fmt::format("w{}", meeting.last_aside + 1);
  return kept;
}

Outcome<LineTakenUp, Refusal> take_up(const Meeting& meeting, const TakeLineUp& command,
                                      const std::function<bool(const LineAside&)>& may) {
  const auto found = std::ranges::find(meeting.aside, command.line, [](const LineAside& one) { return one.kept.id; });
  if (found != meeting.aside.end()) {
    LineTakenUp taken{.line = command.line, .case_id = command.case_id, .event = found->event};
    if (!command.case_id.empty()) return taken;
    if (!may(*found)) return not_yours_to_let_go(found->kept.id, found->by, meeting.id);
    if (found->kept.danger && engine::blank(command.because))
      return engine::reason_missing(msg("meeting.why_let_go_of_danger"), "R14");
    taken.because = command.because;
    taken.with = command.with;
    return taken;
  }
  std::string known;
  for (const auto& one : meeting.aside) known += (known.empty() ? "" : ", ") + one.kept.id;
  return engine::refuse(
      "LineNotThere", "", msg("meeting.line_not_there", "line"_is = command.line),
      known.empty() ? msg("meeting.line_not_there_do") : msg("remedy.choose_from", "known"_is = known));
}

Outcome<std::vector<ItemReworded>, Refusal> reworded(const Meeting& meeting, const RewordItem& command) {
  ItemReworded now;
  static_cast<RewordingFields&>(now) = command;
  std::vector<ItemReworded> all;
  if (command.item == kReopening) {
    now.events = meeting.reopened_in;
  } else if (const auto let_go = std::ranges::find(meeting.let_go, command.item, &LineLetGo::line);
             let_go != meeting.let_go.end()) {
    now.item = let_go->line;
    now.why = true;
    now.events = let_go->because_in;
  } else {
    const auto* item = meeting.item(command.item);
    if (item == nullptr) return no_item(command.item, meeting);
    now.item = item->line.id;
    now.why = !item->because.empty();
    now.events = now.why ? item->because_in : item->subject_in;
    if (!now.why && item->line.case_id.empty() && engine::blank(command.text))
      return engine::empty_text(msg("meeting.needs_subject"));
    // What was planned with the item is words at it as well, and is shown again when why it waits is gone.
    const bool planned = command.ground && now.why && !item->subject_in.empty() && !item->line.case_id.empty();
    if (planned) all.push_back({{now.item, {}, command.ground}, false, item->subject_in});
    auto gone = now.events;
    if (planned) gone.insert(gone.end(), item->subject_in.begin(), item->subject_in.end());
    // The events that go hold the subjects of other lines too.
    for (const auto& other : meeting.items) {
      const auto shares = [&](std::int64_t number) {
        return std::ranges::find(other.subject_in, number) != other.subject_in.end();
      };
      if (!command.ground || &other == item || other.line.because.empty() || !other.because.empty() ||
          std::ranges::none_of(gone, shares))
        continue;
      all.push_back({{other.line.id, other.line.because, {}}, false, {}});
    }
  }
  if (now.events.empty())
    return engine::refuse(
        "NoWordsThere", "", msg("meeting.no_words_there", "item"_is = command.item),
        msg("meeting.no_words_there_do", "show"_is = engine::way("meeting show", "date"_is = meeting.id)));
  all.insert(all.begin(), std::move(now));
  return all;
}

void evolve_aside(Meeting& meeting, const ItemReworded& event, std::int64_t number) {
  if (event.item == kReopening) {
    if (event.ground) meeting.reopened_in.clear();
    return;
  }
  const auto gone = std::ranges::find(meeting.let_go, event.item, &LineLetGo::line);
  if (gone != meeting.let_go.end()) {
    gone->because = event.text;
    if (event.ground) gone->because_in.clear();
    if (!event.text.empty()) gone->because_in.push_back(number);
    return;
  }
  const auto found = std::ranges::find(meeting.items, event.item, [](const AgendaItem& one) { return one.line.id; });
  if (found == meeting.items.end()) return;
  auto& in = event.why ? found->because_in : found->subject_in;
  (event.why ? found->because : found->line.because) = event.text;
  if (event.ground) in.clear();
  if (!event.text.empty()) in.push_back(number);
}

void take_out_words(MeetingEventBody& body) {
  const auto lines = [](auto& planned) {
    for (auto* all : {&planned.lines, &planned.left_off})
      for (auto& line : *all) line.because.clear();
  };
  std::visit(
      [&](auto& event) {
        if constexpr (requires { event.lines; }) lines(event);
        else if constexpr (requires { event.line.because; }) event.line.because.clear();
        else if constexpr (requires { event.because; }) event.because.clear();
        else if constexpr (requires { event.text; }) event.text.clear();
      },
      body);
}

void evolve_aside(Meeting& meeting, const LineSetAside& event, std::int64_t number, const std::string& by, Time at) {
  meeting.aside.push_back({event, number, by, at});
  meeting.last_aside = std::max(meeting.last_aside, number_of(event.id));
}

/// Words that are gone leave their number: an id is never given twice.
void evolve_aside(Meeting& meeting, const LineTakenUp& event, std::int64_t number) {
  std::erase_if(meeting.aside, [&](const LineAside& one) { return one.kept.id == event.line; });
  meeting.last_aside = std::max(meeting.last_aside, number_of(event.line));
  if (!event.because.empty()) meeting.let_go.push_back({event.line, event.because, {number}});
}

}  // namespace casus::meeting
