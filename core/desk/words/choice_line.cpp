// SPDX-License-Identifier: EUPL-1.2
#include "core/base/matching.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/method/vocabulary.hpp"
#include "core/service/table/saying_kind.hpp"

#include <fmt/format.h>

#include <algorithm>

/// Where the presenter chooses, where ideas are told and where facts are: what is none of those is asked about. What
/// was said stays beside its place for good, so no remark becomes a choice or an idea by itself.
namespace casus::desk {

using text::msg;

namespace {

/// The words of a text that say what it is about.
std::vector<std::string> words_that_tell(std::string_view text) {
  auto words = words_in(matched(text));
  for (auto& word : words)
    while (!word.empty() && std::string_view(".,;:!?").find(word.back()) != std::string_view::npos) word.pop_back();
  std::erase_if(words,
                [](const std::string& word) { return word.empty() || is_said_as(word, msg("line.small_of_choice")); });
  return words;
}

/// Without "ja", "nee" in front: "ja, dat klopt".
std::string_view behind_yes_or_no(std::string_view text) {
  const auto words = words_in(text);
  if (words.size() < 2 || !answer_called(words.front().substr(0, words.front().find_last_not_of(",.!") + 1)))
    return text;
  return trimmed(text.substr(text.find(words.front()) + words.front().size()));
}

/// A remark about what somebody else said: a verdict, or one of the ways to begin one.
bool is_remark(std::string_view text, const std::vector<std::string_view>& people) {
  const auto said = without_excuse(behind_yes_or_no(without_excuse(text)));
  if (begins_as(said, msg("line.remark_words")) > 0 || is_verdict(text, people)) return true;
  // "mooi! daar kunnen we wat mee": a verdict, and a remark behind it.
  const auto end = text.find_first_of(",.!;");
  if (end == std::string_view::npos || !is_verdict(text.substr(0, end), people)) return false;
  return begins_as(without_excuse(behind_signs(text.substr(end + 1))), msg("line.remark_words")) > 0;
}

bool is_asked_or_noted(const service::SaidKind& kind) {
  return kind.key == "question" || kind.key == "follow_up" || kind.key == "answer" || kind.key == "note";
}

/// Of who tells or chooses, what ends on a question mark is neither: "wie kijkt er terug?". What somebody asked, as it
/// is told, stands behind a colon or in quotes.
std::optional<Unsure> question_with_mark(const service::Table& table, const text::Voice& voice,
                                         const service::Seat& seat, const std::string& text) {
  const auto question = std::ranges::find(table.other_kinds, "question", &service::SaidKind::key);
  const bool fits = std::ranges::find(table.kinds, "question", &service::SaidKind::key) != table.kinds.end();
  if (!seat.speaks || !table.notes_beside || fits || question == table.other_kinds.end()) return std::nullopt;
  constexpr std::size_t kFewest = 3;
  if (may_tell_of_danger(text)) return std::nullopt;
  if (text.find_first_of(":\"") != std::string::npos || words_in(text).size() < kFewest) return std::nullopt;
  return Unsure{voice.say(msg("line.question_told", "who"_is = seat.name)),
                fmt::format("{} {}: {}", seat.name, spoken(question->name), text), true};
}

}  // namespace

bool is_verdict(std::string_view text, const std::vector<std::string_view>& people) {
  constexpr std::string_view kSigns = ",.!;";
  bool judges = false;
  for (auto word : words_in(text)) {
    word.resize(word.find_last_not_of(kSigns) + 1);
    if (word.empty()) continue;
    const auto use = use_in_list(word, msg("line.verdict_words"));
    judges = judges || use == "judges";
    if (use.empty() && called_plainly(word, people).empty()) return false;
  }
  return judges;
}

bool judges_an_idea(std::string_view text) {
  return std::ranges::any_of(words_in(text),
                             [](const std::string& word) { return is_said_as(word, msg("line.judged_words")); });
}

/// Whether that is all that is told here, beside questions and answers.
const service::SaidKind* LineReader::only_kind(std::string_view key) const {
  const auto kind = std::ranges::find(t_.kinds, key, &service::SaidKind::key);
  if (kind == t_.kinds.end()) return nullptr;
  const bool only = std::ranges::all_of(
      t_.kinds, [&](const service::SaidKind& one) { return one.key == key || is_asked_or_noted(one); });
  return only ? &*kind : nullptr;
}

/// The choice, where plain words would become one.
const service::SaidKind* LineReader::chosen_first() const {
  const auto told =
      std::ranges::find_if(t_.kinds, [](const service::SaidKind& one) { return !is_asked_or_noted(one); });
  return told == t_.kinds.end() || told->key != "choice" ? nullptr : &*told;
}

/// "De zus erbij", behind the idea "Vraag de zus erbij": every word of it that tells something was said.
bool LineReader::picks_what_was_said(std::string_view text) const {
  const auto picked = words_that_tell(text);
  if (picked.empty()) return false;
  std::vector<std::string> said;
  for (const auto& line : t_.said)
    if (is_record(line.id, 'b') && !line.here)
      for (auto& word : words_that_tell(line.text)) said.push_back(std::move(word));
  return std::ranges::all_of(picked, [&](const auto& word) { return std::ranges::find(said, word) != said.end(); });
}

/// What is agreed in it, as the line that agrees on it; nothing for whatever else is told.
std::optional<Unsure> LineReader::agreed_in(const std::string& text) const {
  const LineReader inner(text, t_, names_, how_);
  if (inner.has_colon() || inner.head_.empty()) return std::nullopt;
  if (auto asked = inner.tells_resident()) return asked;
  if (auto asked = inner.agreed_in_sentence()) return asked;
  return inner.action_told();
}

/// What does not sound like what this step asks for is kept all the same, as a note: one word makes it that after all.
/// In a strict case only who leads notes something beside it, and it is asked.
Meant LineReader::kind_or_note(const std::string& by, const std::string& text, const service::SaidKind& kind) const {
  if (t_.notes_beside) {
    Say note;
    note.kind = "note";
    note.text = text;
    return GiveCommand{by, std::move(note), say(msg("line.note_beside_kind", "kind"_is = spoken(kind.name)))};
  }
  const auto& notes = t_.acting.empty() ? by : t_.acting;
  return Unsure{say(msg("line.kind_or_note", "kind"_is = spoken(kind.name), "who"_is = by)),
                fmt::format("{} {}: {}", notes, method::kind_label(nullptr, "note", how_.voice), text), true};
}

std::optional<Meant> LineReader::not_of_this_step(const std::string& by, const std::string& text) const {
  const auto seat = std::ranges::find(t_.seats, by, &service::Seat::name);
  if (!t_.in_step || seat == t_.seats.end() || text.empty()) return std::nullopt;
  // What may answer the question that is open is no remark.
  if (seat->asked && (asks_only() || service::may_well_answer(text, seat->question))) return std::nullopt;
  if (t_.stage.safety == Safety::acute || t_.hidden || !t_.menu.empty()) return std::nullopt;
  if (text.ends_with('?')) {
    // A choice that was said before may be put as a question.
    const bool chooses = only_kind("choice") != nullptr && value_told(text, msg("line.choice_words")).empty() &&
                         !picks_what_was_said(text);
    if (!chooses && !takes_kind("fact")) return std::nullopt;
    if (auto asked = question_with_mark(t_, how_.voice, *seat, text)) return std::move(*asked);
    return std::nullopt;
  }
  const bool asks = service::asks_without_mark(text);
  if (const auto* choice = chosen_first(); choice != nullptr && seat->speaks && t_.choice_gives.empty() && !asks) {
    if (auto agreed = agreed_in(text)) return std::move(*agreed);
    if (!value_told(text, msg("line.choice_words")).empty() || picks_what_was_said(text)) return std::nullopt;
    if (auto danger = danger_behind(by)) return std::move(*danger);
    return kind_or_note(by, text, *choice);
  }
  // Who only listens makes a remark: it is kept as one, and not asked about.
  const bool listens = !seat->speaks && t_.notes_beside;
  const auto* idea = only_kind("idea") != nullptr ? only_kind("idea") : only_kind("advice");
  if (idea != nullptr && !asks && !listens)
    if (is_remark(text, people_) || !value_told(text, msg("line.right_words")).empty())
      return kind_or_note(by, text, *idea);
  // Who tells asks nothing where only facts are told; in a strict case it would be refused.
  const auto question = std::ranges::find(t_.other_kinds, "question", &service::SaidKind::key);
  if (asks && seat->speaks && t_.notes_beside && takes_kind("fact") && question != t_.other_kinds.end())
    return Unsure{say("line.question_told", "who"_is = by), fmt::format("{} {}: {}?", by, spoken(question->name), text),
                  true};
  return std::nullopt;
}

std::string only_answerer(const service::Table& table, const std::string& line, bool asks_only) {
  if (!table.in_step || table.hidden || table.unnamed || line.ends_with('?')) return {};
  if (asks_only ? service::asks_among_questions(line) : service::asks_without_mark(line)) return {};
  // "kunnen we geen bewind aanvragen" is of who thinks along.
  if (asks_only && begins_as(line, msg("table.proposal_words")) > 0) return {};
  const auto only = [&](auto has) {
    std::string found;
    if (std::ranges::count_if(table.seats, has) == 1) found = std::ranges::find_if(table.seats, has)->name;
    return found;
  };
  // Whoever did not ask it themselves counts as asked; of one it waits for an answer.
  auto asked = only([](const service::Seat& seat) { return seat.asked && !seat.question.empty(); });
  if (asked.empty()) asked = only(&service::Seat::asked);
  return !asked.empty() || !asks_only ? asked : only(&service::Seat::answers);
}

/// Who listens asks where facts are told: whose question it is, is no guess.
std::optional<Unsure> LineReader::whose_question() const {
  if (!t_.in_step || !takes_kind("fact") || takes_kind("question")) return std::nullopt;
  // "wat zegt hij zelf?" is of whoever listens: who tells the case asks nothing.
  constexpr std::size_t kFewest = 3;
  const bool others = std::ranges::any_of(t_.seats, [](const service::Seat& one) { return !one.speaks; });
  const bool marked =
      line_.ends_with('?') && head_.size() >= kFewest && line_.find_first_of(",;:") == std::string::npos;
  if (!(marked && others) && !service::asks_without_mark(line_)) return std::nullopt;
  return Unsure{say("line.question_whose"), line_};
}

std::optional<Meant> LineReader::choice_in_the_text(const Head& head) const {
  const auto words = words_in(text_);
  const auto* word = words.size() < 2 || head.by.empty() ? nullptr : meeting_word(words.front());
  if (word == nullptr || word->ask != Ask::choose || !t_.menu.empty() || !takes_kind("choice")) return std::nullopt;
  const auto what = joined_words(words, 1, words.size());
  if (!is_record(folded(what), 'b') && called(what, people_).empty()) return std::nullopt;
  return GiveCommand{head.by, chosen(what)};
}

}  // namespace casus::desk
