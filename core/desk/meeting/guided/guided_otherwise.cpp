// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/meeting/typed_again.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>
#include <utility>

/// "ik bedoel: ..." right behind a line that was not kept, or that is kept where nobody reads it on the screen.
namespace casus::desk {

using text::msg;

namespace {

/// "oeps, over 3 weken want Noor is vrij", "nee, de 14e": the day, where a slip and perhaps a reason are all there is
/// beside it.
std::string day_behind_slip(const std::string& line, Date today) {
  auto right = behind_not_but(line);
  if (right.empty()) right = without_slip(line);
  const auto words = words_in(right);
  const auto reason = std::ranges::find_if(words, [](const std::string& word) { return is_because(word); });
  auto day = joined_words(words, 0, static_cast<std::size_t>(reason - words.begin()));
  while (day.ends_with(',')) day.pop_back();
  const auto read = read_day(day, today);
  return read && !read.again && *read.day > today ? day : std::string();
}

bool is_figure_at(const std::string& line, std::size_t at) {
  return at < line.size() && line[at] >= '0' && line[at] <= '9';
}

bool is_of_action(const std::string& line) {
  const auto* word = word_of_line(line);
  return word != nullptr && word->ask == Ask::action;
}

/// The line with other words behind its colon. Of an action the day goes in the place of its day, and other words in
/// the place of what is done: the rest of it stays.
std::string with_words_instead(const std::string& line, const std::string& text, Date today) {
  const auto colon = line.find(':');
  if (colon == std::string::npos || is_figure_at(line, colon + 1)) return text;
  const auto head = line.substr(0, colon) + ": ";
  const auto behind = behind_colon(line);
  if (!is_of_action(line) || text.find(';') != std::string::npos || behind.find(';') == std::string::npos)
    return head + text;
  const bool is_day = read_day(text, today).day.has_value();
  std::string out;
  bool put = false;
  for (std::size_t at = 0, number = 0; at <= behind.size(); ++number) {
    const auto end = std::min(behind.find(';', at), behind.size());
    const auto field = std::string(trimmed(std::string_view(behind).substr(at, end - at)));
    const bool here = !put && (is_day ? number > 0 && read_day(field, today).day.has_value() : number == 0);
    put = put || here;
    out += (number == 0 ? "" : "; ") + (here ? text : field);
    at = end + 1;
  }
  return head + out + (put ? "" : "; " + text);
}

/// Whether what was given stands on the screen as a line that was said, or begins a step in which nothing is said yet.
bool is_said_line(const CommandBody& body) {
  return std::holds_alternative<Say>(body) || std::holds_alternative<AddAction>(body) ||
         std::holds_alternative<SetGoal>(body) || std::holds_alternative<GiveScore>(body) ||
         std::holds_alternative<RaiseDecision>(body) || std::holds_alternative<NextStep>(body) ||
         std::holds_alternative<BackStep>(body);
}

/// What leaves the last line what it was.
bool adds_no_line(const CommandBody& body) {
  return std::holds_alternative<Correct>(body) || std::holds_alternative<Withdraw>(body) ||
         std::holds_alternative<Restore>(body) || std::holds_alternative<Pass>(body);
}

}  // namespace

std::optional<std::string> GuidedMeeting::instead_of_asked(const std::string& line) {
  constexpr std::size_t kMostWithoutColon = 3;
  if (!asks_now_ && !asks_aside_) return std::nullopt;
  const std::string typed(trimmed(line));
  auto told = other_words_in(typed);
  std::string by;
  if (!told) {  // "daan: ik bedoel: ..."
    told = other_words_in(behind_colon(typed));
    by = before_colon(typed);
    if (!told || !told->colon || by.empty()) return std::nullopt;
  }
  // Without a colon, and longer than a day or a number, somebody may say it.
  if (told->text.empty() || (!told->colon && words_in(told->text).size() > kMostWithoutColon)) return std::nullopt;
  const auto whole = by.empty() ? told->text : by + ": " + told->text;
  // The question whether there is danger stays.
  if (!asks_now_ || waiting_.empty() || tells_of_danger(waiting_.back()))
    return told->colon ? std::optional(whole) : std::nullopt;
  const auto& asked = waiting_.back();
  // "typfoutje: 84 ipv 82": where what waits does not hold it, it is about a line that is kept.
  const auto pair = slip_pair(told->text);
  const bool of_part = pair.figures() || pair.instead;
  const auto put = of_part ? put_instead(asked.line, pair.denied()) : std::nullopt;
  if (of_part && told->colon && !put) return std::nullopt;
  if (!by.empty() && by != before_colon(asked.line) && by != before_colon(asked.way)) return std::nullopt;
  const service::Table nobody;
  const LineReader reader(told->text, shown_.table ? *shown_.table : nobody, names(), {desk_.voice(), desk_.today()});
  std::string made;
  if (put) made = *put;
  else if (other_words_in(asked.line)) made = typed;
  else if (!by.empty() || reader.begins_anew()) made = whole;
  else if (made = answered_by_name(told->text); made == told->text)
    made = with_words_instead(asked.line, told->text, desk_.today());
  forget_halves(asked);
  instead_of_ = std::move(waiting_.back());
  waiting_.pop_back();
  asks_now_ = false;
  return made;
}

/// What stood there is not kept, and neither is it forgotten when nothing came in its place.
void GuidedMeeting::tell_instead() {
  if (!instead_of_) return;
  auto before = std::move(*instead_of_);
  instead_of_.reset();
  if (!shown_.done && !asks_now_) {
    waiting_.push_back(std::move(before));
    return list_waiting();
  }
  if (!shown_.conceals()) say(msg("guided.instead_of", "line"_is = before.line).in(desk_.voice()), Tone::quiet);
}

void GuidedMeeting::mind_last(const Meant& meant, const std::string& line) {
  const auto* given = std::get_if<GiveCommand>(&meant);
  if (given != nullptr && adds_no_line(given->body)) return;
  const auto* all = std::get_if<GiveCommands>(&meant);
  const bool said = given != nullptr ? is_said_line(given->body)
                                     : all != nullptr && !all->bodies.empty() && is_said_line(all->bodies.back());
  last_apart_ = said ? std::string() : line;
  // "half januari kijken we terug": as the word for it.
  const auto* review = given == nullptr ? nullptr : std::get_if<SetReview>(&given->body);
  const auto* word = review == nullptr ? nullptr : word_of_line(line);
  if (review != nullptr && (word == nullptr || word->ask != Ask::review))
    last_apart_ = name_of(Ask::review, desk_.voice()) + ' ' + text::day_in_full(review->on, desk_.voice());
  last_where_ = where_now();
}

std::optional<Meant> GuidedMeeting::meant_of_apart(const std::string& line) const {
  if (last_apart_.empty() || last_where_ != where_now() || !shown_.table) return std::nullopt;
  const auto told = other_words_in(line);
  const auto* word = word_of_line(last_apart_);
  if (!told && word != nullptr && word->ask == Ask::review &&
      std::ranges::none_of(shown_.table->seats, &service::Seat::asked))
    if (const auto day = day_behind_slip(line, desk_.today()); !day.empty()) {
      auto again = name_of(Ask::review, desk_.voice()) + ' ' + day;
      auto asks = msg("line.word_meant", "line"_is = again).in(desk_.voice());
      return Unsure{std::move(asks), std::move(again), true};
    }
  if (!told || told->text.empty()) return std::nullopt;
  if (word != nullptr && word->ask == Ask::review && read_day(told->text, desk_.today())) {
    const auto again = name_of(Ask::review, desk_.voice()) + ' ' + told->text;
    auto meant = meant_by(again, *shown_.table, names(), {desk_.voice(), desk_.today()});
    if (auto* given = std::get_if<GiveCommand>(&meant))
      given->note = msg("line.was_and_is", "was"_is = last_apart_, "now"_is = again).in(desk_.voice());
    return meant;
  }
  const auto correct = name_of(Ask::correct, desk_.voice());
  return Unsure{msg("line.which_is_meant", "last"_is = last_apart_, "correct"_is = correct).in(desk_.voice()),
                correct + ' '};
}

}  // namespace casus::desk
