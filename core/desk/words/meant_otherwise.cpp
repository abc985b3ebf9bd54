// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/from_outside.hpp"
#include "core/desk/words/among_questions.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

/// Lines that say what they want, in words that are not those of the meeting: each comes back as the line that does it.
namespace casus::desk {

using text::msg;

namespace {

bool is_one_of(std::string typed, std::string_view use) {
  while (!typed.empty() && std::string_view(",.!").find(typed.back()) != std::string_view::npos) typed.pop_back();
  for (const auto lang : text::languages())
    for (const auto& word : text::day_words(msg("line.take_back_words").in(lang)))
      if (word.value == use && std::ranges::find(word.said, typed) != word.said.end()) return true;
  return false;
}

}  // namespace

std::optional<Unsure> LineReader::takes_back() const {
  constexpr std::size_t kShort = 4;
  if (head_.empty() || head_.size() > kShort || has_colon()) return std::nullopt;
  const auto last = folded(head_.back());
  // "verwijder b2", "take back b2", "haal b2 weg".
  for (const auto& ref : {last, head_.size() > 1 ? folded(head_[1]) : std::string()})
    if (is_ref(ref) && is_one_of(folded(joined_words(head_, 0, head_.back() == ref ? head_.size() - 1 : 1)), "delete"))
      return Unsure{say(msg("line.take_back")), msg("line.withdraw_it", "ref"_is = ref).in(how_.voice), true};
  // "b2 moet weg", "a2 niet doen"; what came of an action is that.
  const auto first = folded(head_.front());
  const auto behind = head_.size() > 1 ? folded(joined_words(head_, 1, head_.size())) : std::string();
  const bool record = std::ranges::any_of(std::string_view("bgasdpf"), [&](char c) { return is_record(first, c); });
  const bool outcome = is_record(first, 'a') && !value_told(behind, msg("line.outcome_words")).empty();
  if (record && !outcome && is_one_of(behind, "gone"))
    return Unsure{say(msg("line.take_back")), msg("line.withdraw_it", "ref"_is = first).in(how_.voice), true};
  // "schrap dat laatste".
  if (is_one_of(folded(head_.front()), "delete") && is_said_as(head_.back(), msg("line.last_words")))
    return Unsure{say(msg("line.take_back_last")), name_of(Ask::undo, how_.voice), true};
  const auto oops = [](const std::string& typed) { return is_one_of(typed, "sorry") || is_one_of(typed, "slip"); };
  // "o nee" alone is that; "o nee, hij viel" tells something.
  const bool both = head_.size() > 1 && oops(folded(joined_words(head_, 0, 2))) &&
                    (head_.size() == 2 || oops(folded(joined_words(head_, 2, head_.size()))));
  // "sorry 84 niet 82" names what it puts right.
  const bool names = slip_pair(line_).figures();
  if ((oops(folded(head_.front())) || both) && !names && !says_to_go(line_) && !may_tell_of_danger(line_))
    return Unsure{say(msg("line.take_back_last")), name_of(Ask::undo, how_.voice), true};
  return std::nullopt;
}

Meant LineReader::presented(Ask ask, const std::string& by, const std::string& text) const {
  if (ask == Ask::hopes && t_.question.empty() && !t_.case_id.empty())
    return Unsure{say(msg("line.question_first")), line_};
  if (ask == Ask::question && text.find('?') == std::string::npos)
    return Unsure{say("line.question_mark"), line_ + '?', true};
  return GiveCommand{by.empty() ? t_.presenter : by,
                     AskQuestion{ask == Ask::question ? text : t_.question, ask == Ask::hopes ? text : t_.hoped_for}};
}

/// "noor hoopt: ...", "noor: hoopt op: ...".
std::optional<Meant> LineReader::presented_by(const Head& head) const {
  if (head.by.empty() || t_.case_id.empty()) return std::nullopt;
  const bool asks_here = presenter_asks_here() && head.by == t_.presenter;
  const auto their_question = [&]() -> std::optional<Meant> {
    const bool plain = head.kind.empty() && head.unknown.empty() && head.say.re.empty();
    if (!asks_here || takes_kind("question") || !plain || !text_.ends_with('?')) return std::nullopt;
    return Unsure{say(msg("line.is_their_question", "who"_is = head.by)),
                  fmt::format("{} {}: {}", name_of(Ask::question, how_.voice), head.by, text_), true};
  };
  auto typed = head.kind;
  auto text = text_;
  if (typed.empty()) {
    const auto second = text_.find(':');
    if (second == std::string::npos) return their_question();
    typed = text_.substr(0, second);
    text = trimmed(std::string_view(text_).substr(second + 1));
  }
  const auto words = words_in(typed);
  const auto* word = words.empty() ? nullptr : meeting_word(words.front());
  if (word == nullptr || words.size() > 2 || text.empty()) return their_question();
  if (word->ask == Ask::hopes || (word->ask == Ask::question && (!t_.in_step || asks_here)))
    return presented(word->ask, head.by, text);
  return std::nullopt;
}

Unsure LineReader::whose_kind(const std::string& kind, const std::string& text) const {
  // "wens: ..." among the questions: what is told of the resident is of who brought the case in.
  if (const auto key = kind_called(kind); t_.in_step && !t_.presenter.empty() && !text.empty() && !takes_kind(key) &&
                                          (key == "wish" || key == "fact" || key == "strength"))
    return {say(msg("line.kind_meant", "who"_is = t_.presenter, "kind"_is = kind)),
            fmt::format("{} {}: {}", t_.presenter, kind, text), true};
  std::vector<std::string_view> may;
  for (const auto& seat : t_.seats)
    if (seat.speaks) may.push_back(seat.name);
  if (may.empty()) return {say("contribution.whose_words_these_put_name_2"), line_};
  return {say(msg("line.whose_kind", "kind"_is = kind, "names"_is = joined(may), "first"_is = may.front())),
          fmt::format("{} {}: {}", may.front(), kind, text)};
}

std::string LineReader::as_question() const { return with_question_mark(text_); }

std::optional<Meant> LineReader::no_question(const Head& head) const {
  if (!head.say.kind.empty() || !asks_only() || text_.empty() || has_question_mark(text_)) return std::nullopt;
  const auto seat = std::ranges::find(t_.seats, head.by, &service::Seat::name);
  // Who does not have the floor is told so, and not that this is no question.
  if (seat == t_.seats.end() || !(seat->speaks || seat->answers) || (seat->answers && seat->asked)) return std::nullopt;
  if (t_.stage.safety == Safety::acute) return std::nullopt;
  if (auto danger = danger_behind(head.by)) return std::move(*danger);
  if (!seat->speaks) return std::nullopt;  // who is there to answer tells something beside the questions
  auto said = head.say;
  said.text = text_;
  if (auto given = said_among_questions(t_, head.by, std::move(said), how_.voice)) return std::move(*given);
  // In a strict case only who leads notes something beside the questions.
  const auto& notes = t_.notes_beside || t_.acting.empty() ? head.by : t_.acting;
  return Unsure{say(msg("line.no_question", "who"_is = head.by, "notes"_is = notes)),
                fmt::format("{}: {}?", head.by, text_), true};
}

}  // namespace casus::desk
