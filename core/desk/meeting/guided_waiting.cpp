// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided_meeting.hpp"

#include "core/desk/own_words.hpp"
#include "core/desk/words/line_reader.hpp"

#include <algorithm>
#include <utility>

/// What was typed and asked about stays asked: until it is answered or dropped, and else it is kept as a note.
namespace casus::desk {

using text::msg;

namespace {

std::string behind_colon(const std::string& line) {
  const auto colon = line.find(':');
  return colon == std::string::npos ? std::string() : std::string(trimmed(std::string_view(line).substr(colon + 1)));
}

std::string before_colon(const std::string& line) {
  const auto colon = line.find(':');
  return colon == std::string::npos ? std::string() : folded(trimmed(std::string_view(line).substr(0, colon)));
}

std::vector<std::string> plain_words(const std::string& text) {
  auto words = words_in(folded(text));
  for (auto& word : words)
    while (!word.empty() && std::string_view(".,;:!?").find(word.back()) != std::string_view::npos) word.pop_back();
  std::erase(words, std::string());
  return words;
}

std::size_t shared(const std::vector<std::string>& wanted, const std::vector<std::string>& there) {
  return static_cast<std::size_t>(std::ranges::count_if(
      wanted, [&](const std::string& word) { return std::ranges::find(there, word) != there.end(); }));
}

/// Whether `line` is `waits` typed again: of the same speaker or of none, and nearly the same from begin to end. What
/// another says in those words is a line of its own.
bool is_typed_again(const std::string& line, const std::string& way, const WaitingLine& waits) {
  const auto by = before_colon(line), before = before_colon(waits.line);
  const auto text_of = [](const std::string& one) {
    return plain_words(behind_colon(one).empty() ? one : behind_colon(one));
  };
  if (by != before && !by.empty() && !before.empty()) return folded(trimmed(way)) == folded(trimmed(waits.way));
  const auto text = text_of(line), waiting = text_of(waits.line);
  return shared(waiting, text) * 4 >= std::max(text.size(), waiting.size()) * 3;
}

/// Whether what was done says what waits: nearly all of its words right behind the question, later every one of them,
/// and not many more. Words of somebody stay theirs: their name is in it, or it is the line that was asked about.
bool says_the_same(const std::string& line, const WaitingLine& waits, bool at_once) {
  const auto text = behind_colon(waits.line);
  const auto wanted = plain_words(text.empty() ? waits.line : text);
  const auto there = plain_words(line);
  const auto found = shared(wanted, there);
  if (at_once ? found * 4 < wanted.size() * 3 : found < wanted.size()) return false;
  if (plain_words(behind_colon(line)).size() > wanted.size() * 2 + 2) return false;
  if (text.empty()) return true;
  const auto whose = plain_words(before_colon(waits.line));
  const auto by = before_colon(line);
  return shared(whose, there) == whose.size() || (!by.empty() && before_colon(waits.way).starts_with(by));
}

}  // namespace

std::string GuidedMeeting::answered_by_name(const std::string& line) const {
  if (!asks_now_ || waiting_.empty()) return line;
  std::vector<std::string_view> people;
  if (shown_.table)
    for (const auto& seat : shown_.table->seats) people.emplace_back(seat.name);
  if (shown_.room)
    for (const auto& name : shown_.room->present) people.emplace_back(name);
  std::ranges::sort(people);
  const auto twice = std::ranges::unique(people);
  people.erase(twice.begin(), twice.end());
  const auto name = called(line, people);
  if (name.empty()) return line;
  // "noro: zij slaapt slecht", and then "noor": the name stands in the place of one that nobody has.
  const auto& asked = waiting_.back().line;
  const auto text = behind_colon(asked);
  return name + ": " + (text.empty() || !called(asked.substr(0, asked.find(':')), people).empty() ? asked : text);
}

void GuidedMeeting::wait_for_answer(const Unsure& asked, const std::string& line) {
  const bool asked_again = asks_now_ && !waiting_.empty() && is_typed_again(line, asked.line, waiting_.back());
  const auto before = waiting_.size();
  std::erase_if(waiting_, [&](const WaitingLine& one) { return folded(one.line) == folded(line); });
  asks_now_ = asked.waits && !line.empty() && !asked.line.empty() && !line.starts_with('/');
  if (!asks_now_) return;
  if (asked_again && waiting_.size() == before) waiting_.pop_back();
  waiting_.push_back(
      {line, asked.message, asked.line, asked.whole, shown_.table ? shown_.table->case_id : std::string()});
}

/// Something was done: was it what waited?
void GuidedMeeting::was_answered(const std::string& line, bool as_offered) {
  const bool at_once = std::exchange(asks_now_, false);
  if (waiting_.empty()) return;
  if (at_once && (as_offered || says_the_same(line, waiting_.back(), true))) return waiting_.pop_back();
  std::erase_if(waiting_, [&](const WaitingLine& one) { return says_the_same(line, one, false); });
}

/// What was refused and holds words of somebody waits too, as it was typed.
void GuidedMeeting::refused(const std::string& line) {
  const bool report = std::ranges::find(danger_, line) != danger_.end();
  const bool somewhere = shown_.table || (shown_.room && !barred_);
  if (!somewhere || report || behind_colon(line).empty() || shown_.messages.empty()) {
    asks_now_ = false;
    return;
  }
  wait_for_answer({shown_.messages.front().text, line}, line);
}

void GuidedMeeting::tell_waiting() {
  shown_.waiting.clear();
  for (const auto& one : waiting_) shown_.waiting.push_back(one.line);
  if (waiting_.empty() || asks_now_) return;
  if (shown_.conceals()) return say(msg("guided.waits_unseen", "count"_is = waiting_.size()).in(desk_.voice()));
  const auto more = waiting_.size() - 1;
  say(more == 0 ? msg("guided.waits", "line"_is = waiting_.front().line).in(desk_.voice())
                : msg("guided.waits_more", "line"_is = waiting_.front().line, "count"_is = more).in(desk_.voice()),
      Tone::warning);
}

std::optional<std::size_t> GuidedMeeting::waiting_meant(const std::string& about) const {
  if (waiting_.empty()) return std::nullopt;
  int number = 1;
  if (!about.empty() && !read_typed(about, number, {desk_.voice(), desk_.today()}).empty()) return std::nullopt;
  if (number < 1 || static_cast<std::size_t>(number) > waiting_.size()) return std::nullopt;
  return static_cast<std::size_t>(number) - 1;
}

void GuidedMeeting::ask_again(const std::string& about) {
  const auto at = waiting_meant(about);
  if (!at) return not_done(msg("guided.nothing_waits").in(desk_.voice()));
  // It is the last that was asked now.
  std::rotate(waiting_.begin() + static_cast<std::ptrdiff_t>(*at),
              waiting_.begin() + static_cast<std::ptrdiff_t>(*at) + 1, waiting_.end());
  const auto& one = waiting_.back();
  asks_now_ = true;
  say(msg("guided.asked_again", "line"_is = one.line, "question"_is = one.question).in(desk_.voice()), Tone::strong);
  (one.whole ? shown_.offer : shown_.back) = one.way;
}

void GuidedMeeting::drop_waiting(const std::string& about) {
  // Right behind the question it is that one, else the first.
  const auto at =
      asks_now_ && about.empty() && !waiting_.empty() ? std::optional(waiting_.size() - 1) : waiting_meant(about);
  asks_now_ = false;
  if (!at) return not_done(msg("guided.nothing_waits").in(desk_.voice()));
  say(msg("guided.dropped", "line"_is = waiting_[*at].line).in(desk_.voice()), Tone::quiet);
  waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(*at));
}

/// The case goes from the table: nobody answers any more, so it is kept as it was typed.
void GuidedMeeting::keep_waiting() {
  std::vector<WaitingLine> left;
  for (auto& one : std::exchange(waiting_, {})) {
    if (one.case_id.empty() || !shown_.table || shown_.table->case_id != one.case_id) {
      left.push_back(std::move(one));
      continue;
    }
    Command command;
    command.case_id = one.case_id;
    command.by = acting();
    Say note;
    note.kind = "note";
    note.text = one.line;
    command.body = std::move(note);
    command.seat = typist();
    const auto answer = handed_over(desk_, beside_danger(std::move(command), one.line));
    if (answer.done()) say(msg("guided.kept_as_note", "line"_is = one.line).in(desk_.voice()), Tone::warning);
    else left.push_back(std::move(one));
  }
  waiting_ = std::move(left);
  asks_now_ = false;
}

void GuidedMeeting::leave() {
  refresh();
  keep_waiting();
  keep_left(true);
}

}  // namespace casus::desk
