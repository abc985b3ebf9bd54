// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include "core/desk/typed/answers.hpp"
#include "core/desk/words/line_reader.hpp"

#include <utility>

/// A line as it was typed, up to what it means.
namespace casus::desk {

bool GuidedMeeting::enters_nothing(std::string& line) {
  if (!trimmed(line).empty()) return false;
  if (shown_.page && shown_.page->what != Ask::pasted) {
    shown_.page.reset();
    return true;
  }
  if (shown_.offer) line = shown_.offer->line;
  // A line that lacks something is sent by no Enter: that is said once, and it stays to be taken.
  const auto takes_tab = desk_.voice().say("guided.takes_tab");
  const bool stands = !shown_.offer && shown_.back && !trimmed(*shown_.back).empty();
  if (!stands || (!shown_.messages.empty() && shown_.messages.back().text == takes_tab)) return false;
  ++shown_.told;
  say(takes_tab, {}, Tone::quiet);
  return true;
}

bool GuidedMeeting::answered_shortly(std::string& line) {
  // "nee hoor, geen gevaar" is a no where that was asked; "geen acuut gevaar" makes a concern of it.
  const bool asks_danger = asks_now_ && !waiting_.empty() && asks_of_danger(waiting_.back());
  const bool declines = is_said_as(line, text::msg("line.no_answer_words")) ||
                        (asks_danger && is_said_as(line, text::msg("line.no_danger_words")) &&
                         !is_said_as(line, text::msg("line.was_before_words")));
  const bool agrees = is_said_as(line, text::msg("line.yes_answer_words"));
  const auto answer = declines ? std::optional(Answer::no)
                      : agrees ? std::optional(Answer::yes)
                               : answer_called(trimmed(line));
  if (answer == Answer::yes && !asked_.empty()) {
    line = asked_;
  } else if (answer == Answer::yes && shown_.offer) {
    line = shown_.offer->line;
  } else if (answer == Answer::no && (shown_.offer || asks_now_ || asks_aside_)) {
    const auto offered = shown_.offer;
    note(offered ? desk_.voice().say("guided.not_taken_that", "line"_is = offered->line)
                 : desk_.voice().say("guided.not_taken"),
         Tone::quiet);
    shown_.offer.reset();
    asks_aside_ = false;
    if (asks_now_) drop_waiting({}, line);
    tell_waiting();
    return true;
  } else {
    auto other = instead_of_asked(line);
    line = other ? std::move(*other) : filled(answered_by_name(line));
  }
  return false;
}

Meant GuidedMeeting::meant_here(std::string& line) {
  const service::Table nobody;
  const auto read = [&] {
    return meant_by(line, shown_.table ? *shown_.table : nobody, names(), {desk_.voice(), desk_.today()});
  };
  // What is offered is done as it is: a value is not read from its own words.
  const bool steers = shown_.offer && shown_.offer->steers && line == shown_.offer->line;
  auto meant = steers ? Meant(*shown_.offer->steers) : read();
  if (auto whole = plain_reason(line, meant)) {
    line = std::move(*whole);
    meant = read();
  }
  if (auto both = danger_and_safe(line, meant)) meant = std::move(*both);
  if (auto apart = meant_of_apart(line)) meant = std::move(*apart);
  if (auto other = answered_otherwise(line)) meant = std::move(*other);
  if (begins_by_talking(meant)) meant = read();  // now there is a step, with its kinds
  return meant;
}

void GuidedMeeting::take(const std::string& typed, Sent sent) {
  sent_ = std::move(sent);
  auto line = typed;
  if (enters_nothing(line)) return;
  refresh();  // what others did meanwhile counts
  let_in_who_speaks(line);
  if (answered_shortly(line)) return;
  auto meant = meant_here(line);
  taken(std::move(meant), line);
  tell_instead();
}

}  // namespace casus::desk
