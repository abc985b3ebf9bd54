// SPDX-License-Identifier: EUPL-1.2
#include "core/base/first_that.hpp"
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include "core/base/citizen_number.hpp"
#include "core/desk/meeting/guided/action_filled.hpp"
#include "core/desk/meeting/typed_again.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/words/line_reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

/// What was typed and asked about stays asked: until it is answered or dropped. What is left is kept by
/// `keep_waiting` (guided_unplaced.cpp).
namespace casus::desk {

using text::msg;

namespace {

/// How much of the words is a name of somebody, or of one and who checks: the most that is.
std::size_t length_of_name(const std::vector<std::string>& words, const std::vector<std::string_view>& people) {
  for (auto end = words.size(); end > 0; --end)
    if (!called(joined_words(words, 0, end), people).empty()) return end;
  return 0;
}

/// "dochter" in answer to "noor wens: rust": the new name stands in the place of the old one, and the kind stays. Of a
/// sentence without a name all of it is said; a name that nobody has ("noro") goes.
std::string said_by(const std::string& name, const WaitingLine& asked, const std::vector<std::string_view>& people) {
  const auto& line = asked.line;
  const auto text = behind_colon(line);
  if (text.empty()) return name + ": " + line;
  // "Daan: nog iets: ..." and "Daan wens: ..." were offered for the line with a name before it.
  if (asked.way.size() > line.size() && asked.way.ends_with(line)) {
    auto before = std::string(trimmed(std::string_view(asked.way).substr(0, asked.way.size() - line.size())));
    const bool colon = before.ends_with(':');
    if (colon) before.pop_back();
    if (!called(before, people).empty()) return name + (colon ? ": " : " ") + line;
  }
  const auto head = words_in(line.substr(0, line.find(':')));
  const auto length = length_of_name(head, people);
  const auto kind = length == 0 ? std::string() : joined_words(head, length, head.size());
  return name + (kind.empty() ? "" : " " + kind) + ": " + text;
}

/// "zorg", "dat was eerder" behind the question whether there is danger now: what was asked about, as a concern. Nobody
/// types it again.
std::string was_before(std::string_view line, const WaitingLine& asked, const text::Voice& voice) {
  line = trimmed(line);
  while (line.ends_with(':')) line.remove_suffix(1);
  if (!asks_of_danger(asked) || !is_said_as(line, msg("line.was_before_words"))) return {};
  return with_word_instead(asked.way, name_of(Ask::concern, voice));
}

}  // namespace

std::string without_numbers(std::string line) {
  auto places = citizen_numbers(line);
  for (auto place = places.rbegin(); place != places.rend(); ++place)
    line.replace(place->begin, place->end - place->begin, "...");
  return line;
}

std::string GuidedMeeting::answered_by_name(const std::string& line) const {
  if (!asks_now_ || waiting_.empty()) return line;
  if (auto concern = was_before(line, waiting_.back(), desk_.voice()); !concern.empty()) return concern;
  std::vector<std::string_view> people;
  if (shown_.table)
    for (const auto& seat : shown_.table->seats) people.emplace_back(seat.name);
  if (shown_.room)
    for (const auto& name : shown_.room->present) people.emplace_back(name);
  std::ranges::sort(people);
  const auto twice = std::ranges::unique(people);
  people.erase(twice.begin(), twice.end());
  auto typed = words_in(line);
  std::erase_if(typed, [](const std::string& word) { return is_said_as(word, msg("line.word_checks")); });
  const auto name = called(joined_words(typed, 0, typed.size()), people);
  const auto& asked = waiting_.back();
  // "weg ruud, voorzitter ": who it is, or "joost neemt het over".
  if (const auto way = trimmed(asked.way); !asked.whole && way.ends_with(name_of(Ask::chair, desk_.voice())))
    if (auto next = name.empty() ? who_takes_over(line, people) : name; !next.empty())
      return std::string(way) + ' ' + next;
  const auto is_action = [](const std::string& one) {
    const auto* word = word_of_line(one);
    return word != nullptr && word->ask == Ask::action && one.find(':') != std::string::npos;
  };
  const auto action = is_action(asked.way) ? asked.way : is_action(asked.line) ? asked.line : std::string();
  if (name.empty()) return action.empty() ? line : action_filled(action, line, people, desk_.today()).value_or(line);
  if (!action.empty()) return action_with_person(name, action);
  // "kijkt bo na" is no name alone.
  if (called(line, people).empty()) return line;
  // Of two in one line the first is whose words they are: "noor zegt: ..." is all hers.
  if (!asked.apart.empty() && called(before_colon(asked.line), people) == name)
    return msg("line.says_all", "name"_is = name, "text"_is = behind_colon(asked.line)).in(desk_.voice());
  auto said = said_by(name, asked, people);
  if (asked.ref.empty()) return said;
  return as_note(said).value_or(std::move(said));
}

std::optional<WaitingLine> GuidedMeeting::taken_as_offered(Ask word) {
  const bool of_waiting = word == Ask::pasted || word == Ask::waiting || word == Ask::drop;
  if (of_waiting || !asks_now_ || waiting_.empty()) return std::nullopt;
  // What waits for a case on the table is not answered by taking one.
  const auto* offered = word_of_line(waiting_.back().way);
  if (offered == nullptr || offered->ask != word) return std::nullopt;
  auto answered = std::move(waiting_.back());
  waiting_.pop_back();
  return answered;
}

/// The halves of a line that held the words of two go with it.
void GuidedMeeting::forget_halves(const WaitingLine& of) {
  if (!of.apart.empty() && pasted_ == of.apart) pasted_.clear();
}

void GuidedMeeting::wait_for_answer(const Unsure& asked, const std::string& line) {
  const bool asked_again = asks_now_ && !waiting_.empty() && is_typed_again(line, asked.line, waiting_.back());
  const auto before = waiting_.size();
  std::optional<service::TypedIn> typed_before;
  const auto was_typed = [&](const WaitingLine& one) {  // typed again it is still the line that was typed then
    if (shown_.table && one.case_id == shown_.table->case_id) typed_before = one.typed;
  };
  std::erase_if(waiting_, [&](const WaitingLine& one) {
    const bool same = folded(one.line) == folded(line);
    if (same) forget_halves(one);
    if (same) was_typed(one);
    return same;
  });
  asks_now_ = asked.waits && !line.empty() && !asked.line.empty() && !line.starts_with('/');
  asks_aside_ = !asks_now_;
  if (!asks_now_) return;
  if (asked_again && waiting_.size() == before) {
    forget_halves(waiting_.back());
    was_typed(waiting_.back());
    waiting_.pop_back();
  }
  auto waits = typed_here(line);
  waits.question = asked.message;
  waits.way = asked.line;
  waits.whole = asked.whole;
  waits.apart = asked.apart;
  waits.where = where_now();
  waits.kind = kind_here(asked);
  if (typed_before) waits.typed = std::move(*typed_before);
  waiting_.push_back(std::move(waits));
}

WaitingLine GuidedMeeting::typed_here(std::string line) const {
  WaitingLine one{.line = std::move(line)};
  one.no_danger = std::ranges::find(no_danger_, folded(one.line)) != no_danger_.end();
  if (!shown_.table) return one;
  one.case_id = shown_.table->case_id;
  one.unnamed = shown_.table->unnamed;
  one.typed = shown_.table->typed;
  return one;
}

const WaitingLine* GuidedMeeting::answered_by(const std::string& line, bool as_offered) const {
  if (waiting_.empty()) return nullptr;
  if (asks_now_ && (as_offered || says_the_same(line, waiting_.back(), true))) return &waiting_.back();
  const auto said = [&](const WaitingLine& one) { return says_the_same(line, one, false); };
  return first_that(waiting_, said);
}

std::string GuidedMeeting::step_typed(const WaitingLine& waits) const {
  const auto* table = shown_.table ? &*shown_.table : nullptr;
  if (table == nullptr || table->case_id != waits.case_id || table->unnamed || waits.unnamed) return {};
  return waits.typed.stay == table->typed.stay ? std::string() : waits.typed.step;
}

std::string GuidedMeeting::step_typed(const std::string& line, bool as_offered) const {
  const auto* waits = instead_of_ ? &*instead_of_ : answered_by(line, as_offered);
  return waits == nullptr ? std::string() : step_typed(*waits);
}

/// Something was done: was it what waited?
void GuidedMeeting::was_answered(const std::string& line, bool as_offered) {
  const auto* answered = answered_by(line, as_offered);
  const bool at_once = std::exchange(asks_now_, false);
  dropped_.clear();
  if (answered == nullptr) return;
  if (at_once && answered == &waiting_.back()) {
    forget_halves(waiting_.back());
    return waiting_.pop_back();
  }
  std::erase_if(waiting_, [&](const WaitingLine& one) {
    const bool said = says_the_same(line, one, false);
    if (said) forget_halves(one);
    return said;
  });
}

/// What was refused and holds words of somebody waits too, as it was typed, but for a number that is kept nowhere and
/// that no shared screen shows.
void GuidedMeeting::refused(const std::string& typed) {
  const auto line = without_numbers(typed);
  const bool report = std::ranges::find(danger_, line) != danger_.end();
  const bool somewhere = shown_.table || (shown_.room && !barred_);
  if (!somewhere || report || behind_colon(line).empty() || shown_.messages.empty()) {
    asks_now_ = false;
    return;
  }
  wait_for_answer({shown_.messages.front().text, line}, line);
}

std::optional<std::size_t> GuidedMeeting::waiting_meant(const std::string& about) const {
  if (waiting_.empty()) return std::nullopt;
  if (about.empty()) {
    // The one that is named as the first: before those of an earlier time, and not the one that was asked just now.
    const auto end = waiting_.end() - (asks_now_ ? 1 : 0);
    const auto first = std::find_if(waiting_.begin(), end, [](const WaitingLine& one) { return one.ref.empty(); });
    return first == end ? 0 : static_cast<std::size_t>(first - waiting_.begin());
  }
  int number = 1;
  if (!read_typed(about, number, {desk_.voice(), desk_.today()}).empty()) return std::nullopt;
  if (number < 1 || static_cast<std::size_t>(number) > waiting_.size()) return std::nullopt;
  return static_cast<std::size_t>(number) - 1;
}

std::string GuidedMeeting::where_now() const {
  if (!shown_.table) return {};
  return shown_.table->case_id + '\n' + (shown_.table->in_step ? shown_.table->phase + '\n' + shown_.table->step : "");
}

void GuidedMeeting::read_once_more(WaitingLine& waits) const {
  const service::Table nobody;
  const auto meant =
      meant_by(waits.line, shown_.table ? *shown_.table : nobody, names(), {desk_.voice(), desk_.today()});
  const auto before = std::exchange(waits.where, where_now());
  const bool moved = before != waits.where;
  if (const auto* asked = std::get_if<Unsure>(&meant); asked != nullptr && !asked->line.empty()) {
    waits.question = without_numbers(asked->message);
    waits.way = without_numbers(asked->line);
    waits.whole = asked->whole;
    waits.apart = asked->apart;
    if (!waits.ref.empty()) ask_kind(waits);
    if (waits.whole && waits.apart.empty()) waits.way = with_kind_typed(waits);
    return;
  }
  const auto drop = name_of(Ask::drop, desk_.voice());
  waits.question =
      (moved ? msg("guided.waits_from_before", "drop"_is = drop) : msg("guided.waits_to_try_again", "drop"_is = drop))
          .in(desk_.voice());
  waits.way = waits.line;
  waits.whole = true;
  waits.apart.clear();
  if (moved || !waits.ref.empty()) ask_kind(waits);
}

void GuidedMeeting::ask_again(const std::string& about) {
  if (undone_ && about.empty() && put_dropped_back()) return;
  const auto at = waiting_meant(about);
  if (!at) return not_done(msg("guided.nothing_waits").in(desk_.voice()));
  // It is the last that was asked now.
  std::rotate(waiting_.begin() + static_cast<std::ptrdiff_t>(*at),
              waiting_.begin() + static_cast<std::ptrdiff_t>(*at) + 1, waiting_.end());
  auto& one = waiting_.back();
  // In another case than its own it would be somebody else's.
  if (!one.case_id.empty() && (!shown_.table || shown_.table->case_id != one.case_id)) {
    asks_now_ = false;
    offer({Ask::take, one.case_id, {}});
    return not_done(msg("guided.waits_elsewhere", "line"_is = one.line, "case"_is = one.case_id,
                        "drop"_is = name_of(Ask::drop, desk_.voice()))
                        .in(desk_.voice()));
  }
  asks_now_ = true;
  one.let_be = false;
  const bool was_refused = one.way == one.line;
  if (one.where && (was_refused || *one.where != where_now())) read_once_more(one);
  say(shown_.conceals()
          ? one.question
          : msg("guided.asked_again", "line"_is = one.line, "question"_is = one.question).in(desk_.voice()),
      Tone::strong);
  offer_or_give_back(one.way, one.whole);
  if (const auto parts = one.apart; !parts.empty()) stand_ready(parts);
}

/// The question that was asked just now, else what waits longest, or the one with that number, or all; "ongedaan" puts
/// them back. All is what waits since now: what waits since an earlier time goes by itself, and is asked about first.
void GuidedMeeting::drop_waiting(const std::string& about, const std::string& line) {
  const auto voice = desk_.voice();
  // Right behind a question about which nothing waits it is that one, and nothing that somebody said.
  if (std::exchange(asks_aside_, false) && about.empty()) return say(msg("guided.not_taken").in(voice), Tone::quiet);
  const bool just_asked = std::exchange(asks_now_, false);
  if (just_asked && about.empty() && !waiting_.empty() && noted_as_help(waiting_.back())) return waiting_.pop_back();
  const bool all = is_said_as(about, msg("line.all_words"));
  if (all) keep_pasted();  // what stands ready waits too
  const auto at = all || waiting_.empty()       ? std::nullopt
                  : just_asked && about.empty() ? std::optional(waiting_.size() - 1)
                                                : waiting_meant(about);
  if (waiting_.empty() || (!all && !at)) return not_done(msg("guided.nothing_waits").in(voice));
  // Those that are dropped stand at the end.
  const auto is_earlier = [](const WaitingLine& one) { return !one.ref.empty(); };
  auto from = waiting_.begin();
  if (at) {
    from = std::rotate(from + static_cast<std::ptrdiff_t>(*at), from + static_cast<std::ptrdiff_t>(*at) + 1,
                       waiting_.end());
  } else {
    from = std::stable_partition(from, waiting_.end(), is_earlier);
    const auto earlier = waiting_.size();
    if (from == waiting_.end() && !asked_before(line))
      return not_done(msg("guided.drop_earlier", "count"_is = earlier, "again"_is = line).in(voice));
    if (from == waiting_.end()) from = waiting_.begin();
  }
  undone_ = false;
  dropped_.assign(std::make_move_iterator(from), std::make_move_iterator(waiting_.end()));
  waiting_.erase(from, waiting_.end());
  for (const auto& one : dropped_) forget_halves(one);
  mind_no_danger(dropped_);
  // Nobody says any more that it is danger: each of the others is asked for itself.
  if (danger_unanswered().empty())
    for (auto& one : waiting_) one.beside = false;
  if (shown_.conceals()) return say(msg("guided.dropped_unseen", "count"_is = dropped_.size()).in(voice), Tone::quiet);
  for (const auto& one : dropped_) say(msg("guided.dropped", "line"_is = one.line).in(voice), Tone::quiet);
  const auto stay = std::ranges::count_if(waiting_, is_earlier);
  if (all && stay > 0)
    say(msg("guided.unplaced_still", "count"_is = static_cast<std::size_t>(stay)).in(voice), Tone::quiet);
}

/// What was dropped last waits again; false when something else was done since.
bool GuidedMeeting::put_dropped_back() {
  if (dropped_.empty()) return false;
  if (dropped_.size() > 1) say(msg("guided.put_back", "count"_is = dropped_.size()).in(desk_.voice()));
  for (auto& one : std::exchange(dropped_, {})) {
    std::erase(no_danger_, folded(one.line));
    waiting_.push_back(std::move(one));
  }
  ask_again(std::to_string(waiting_.size()));
  return true;
}

void GuidedMeeting::forget_unnamed(bool all) {
  const auto here = where_now();
  const auto goes = [&](const WaitingLine& one) {
    return one.unnamed && (all || one.where != here) && !tells_of_danger(one);
  };
  if (!waiting_.empty() && goes(waiting_.back())) asks_now_ = false;
  const auto count = std::erase_if(waiting_, goes);
  if (count == 0) return;
  say(msg("guided.unnamed_forgotten", "count"_is = count).in(desk_.voice()), Tone::warning);
}

void GuidedMeeting::leave() {
  refresh();
  keep_waiting();
  keep_left(true);
}

}  // namespace casus::desk
