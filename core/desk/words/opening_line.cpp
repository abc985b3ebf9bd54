// SPDX-License-Identifier: EUPL-1.2
#include "core/base/matching.hpp"
#include "core/desk/words/line_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

/// How a line opens when another sign stands where its colon does: "zorg, hij valt vaker", "kracht, ze kookt elke dag".
/// Bare and behind a name. It may be a sentence that begins so as well, so it is asked, with every word of it.
namespace casus::desk {

using text::msg;

namespace {

constexpr std::string_view kOpeningSigns = ",;.-:=";

bool is_sign(char c) { return kOpeningSigns.find(c) != std::string_view::npos; }

bool is_question(std::string_view key) { return key == "question" || key == "follow_up"; }

/// What stands behind so many words, as it was typed.
std::string_view behind_words(std::string_view text, const std::vector<std::string>& words, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < count; ++i) at = text.find(words[i], at) + words[i].size();
  return trimmed(text.substr(at));
}

/// "kracht, dat is wat zij nodig heeft": the sentence goes on about its first word.
bool goes_on(std::string_view rest) { return begins_as(rest, msg("line.goes_on_words")) > 0; }

}  // namespace

std::string_view behind_signs(std::string_view text) {
  constexpr std::string_view kDash = "\u2013";
  const auto at_front = [&]() -> std::size_t {
    if (text.starts_with(kDash)) return kDash.size();
    return !text.empty() && (is_sign(text.front()) || text.front() == '!') ? 1 : 0;
  };
  for (text = trimmed(text); at_front() > 0;) text = trimmed(text.substr(at_front()));
  return text;
}

std::string_view behind_each(std::string_view text, const text::Message& list) {
  text = trimmed(text);
  for (auto length = begins_as(text, list); length > 0 && length < text.size(); length = begins_as(text, list))
    text = behind_signs(text.substr(length));
  return text;
}

bool LineReader::opens_a_sentence() const {
  const auto list = msg("line.opening_words");
  if (is_said_in(how_.voice, head_.front(), list)) return true;
  if (!is_said_as(head_.front(), list)) return false;
  const auto typed = matched(head_.front());
  return std::ranges::none_of(people_, [&](std::string_view name) {
    const auto words = words_in(matched(name));
    return !words.empty() && words.front() == typed;
  });
}

std::optional<KindOpening> LineReader::kind_opening(const std::string& text) const {
  const auto words = words_in(text);
  const auto [kind, count] = kind_at(words, 0);
  if (!t_.in_step || count == 0 || count >= words.size()) return std::nullopt;
  KindOpening found;
  found.kind = kind;
  const auto behind = behind_words(text, words, count);
  found.rest = behind_signs(behind);
  found.sign = is_sign(words[count - 1].back()) || found.rest.size() < behind.size();
  if (found.rest.empty()) return std::nullopt;
  for (const auto* kinds : {&t_.kinds, &t_.other_kinds})
    for (const auto& one : *kinds)
      if (found.key.empty() && spoken(one.name) == kind) {
        found.key = one.key;
        found.fits = kinds == &t_.kinds;
      }
  // "vraag, hoe lang speelt dit?" can be nothing else.
  const bool asks = found.sign && is_question(found.key) && found.rest.ends_with('?');
  if (!asks && (found.sign ? goes_on(found.rest) : is_told_of(found.rest))) return std::nullopt;
  return found;
}

std::optional<Meant> LineReader::kind_begins_text(const Head& head) const {
  if (head.by.empty() || !head.unknown.empty() || !head.say.kind.empty()) return std::nullopt;
  const auto opening = kind_opening(text_);
  if (!opening || (!opening->fits && !opening->sign)) return std::nullopt;
  const bool asks = opening->sign && is_question(opening->key);
  if (asks && opening->rest.ends_with('?')) {
    auto question = head.say;
    question.kind = opening->key;
    question.text = opening->rest;
    return GiveCommand{head.by, std::move(question)};
  }
  if (text_.find('?') != std::string::npos) return std::nullopt;
  const auto first = t_.kinds.empty() ? std::string() : spoken(t_.kinds.front().name);
  return Unsure{say("line.kind_near", "who"_is = head.by, "kind"_is = opening->kind, "first"_is = first),
                fmt::format("{} {}: {}", head.by, opening->kind, opening->rest), true};
}

std::optional<Unsure> LineReader::kind_opens_line() const {
  const auto opening = has_colon() ? std::nullopt : kind_opening(line_);
  if (!opening || !opening->sign || !speaker().empty()) return std::nullopt;
  if (line_.find('?') != std::string::npos && !is_question(opening->key)) return std::nullopt;
  return whose_kind(opening->kind, opening->rest);
}

std::optional<WordOpening> LineReader::word_opening(const std::string& text) const {
  static constexpr std::array<Ask, 8> kTold{Ask::concern, Ask::acute,  Ask::handled, Ask::goal,
                                            Ask::hopes,   Ask::action, Ask::learn,   Ask::signal};
  const auto words = words_in(text);
  if (words.size() < 2) return std::nullopt;
  auto typed = words.front();
  const auto behind = behind_words(text, words, 1);
  if (typed.ends_with(':') || behind.starts_with(':')) return std::nullopt;  // with its colon it is that word
  while (typed.size() > 1 && is_sign(typed.back())) typed.pop_back();
  const auto rest = behind_signs(behind);
  const bool sign = typed.size() < words.front().size() || rest.size() < behind.size();
  const auto* word = !sign || rest.empty() || typed.find(':') != std::string::npos ? nullptr : meeting_word(typed);
  if (word == nullptr || std::ranges::find(kTold, word->ask) == kTold.end()) return std::nullopt;
  if (!called(typed, people_).empty() || goes_on(rest) || text.ends_with('?')) return std::nullopt;
  if (word->ask == Ask::handled && t_.stage.safety != Safety::acute) return std::nullopt;
  // "112, de politie komt": the number is part of what happened.
  const bool number = typed.front() >= '0' && typed.front() <= '9';
  WordOpening found{word, number ? std::string(trimmed(text)) : std::string(rest)};
  const bool reports = word->ask == Ask::concern || word->ask == Ask::acute;
  if (reports && is_beside_safety(*word, {}, found.rest)) return std::nullopt;
  return found;
}

std::optional<Meant> LineReader::word_opens_line() const {
  // "vraag, noor: ..." has its name there.
  const auto opening = has_colon() ? std::nullopt : word_opening(line_);
  if (!opening) return std::nullopt;
  const auto& word = *opening->word;
  const bool of_team = word.ask == Ask::learn || word.ask == Ask::signal;
  const bool of_safety = word.ask == Ask::concern || word.ask == Ask::acute || word.ask == Ask::handled;
  if ((t_.case_id.empty() && !of_team && !of_safety) || (of_safety && is_no_danger())) return std::nullopt;
  // Where concerns are what this step asks for it is one of those.
  if (of_safety && takes_kind(kind_called(std::string(word.name(how_.voice))))) return std::nullopt;
  auto line = fmt::format("{}: {}", word.name(how_.voice), opening->rest);
  if (of_safety)
    return private_or(word, Unsure{say(msg("line.danger_meant", "what"_is = word.about.in(how_.voice))), line, true});
  auto meant = again(line);
  if (auto* asked = std::get_if<Unsure>(&meant)) {
    if (!asked->whole && word.ask != Ask::action) return std::nullopt;
    return private_or(word, std::move(*asked));
  }
  return private_or(word, Unsure{say("line.word_meant", "line"_is = line), line, true});
}

std::optional<Unsure> LineReader::word_begins_text(const Head& head) const {
  const bool plain = head.kind.empty() && head.unknown.empty() && head.say.re.empty() && head.say.to.empty();
  const auto opening = head.by.empty() || !plain || t_.case_id.empty() ? std::nullopt : word_opening(text_);
  if (!opening) return std::nullopt;
  const auto& word = *opening->word;
  const auto name = std::string(word.name(how_.voice));
  if (takes_kind(kind_called(name)) || (word.ask != Ask::action && is_no_danger())) return std::nullopt;
  const bool of_somebody =
      word.ask == Ask::concern || word.ask == Ask::acute || word.ask == Ask::handled || word.ask == Ask::action;
  auto line = word.ask == Ask::hopes ? fmt::format("{} {}: {}", head.by, name, opening->rest)
              : of_somebody          ? fmt::format("{} {}: {}", name, head.by, opening->rest)
                                     : fmt::format("{}: {}", name, opening->rest);
  const auto meant = again(line);
  bool whole = true;
  if (const auto* asked = std::get_if<Unsure>(&meant)) {
    if (word.ask != Ask::action && !asked->whole) return std::nullopt;
    line = asked->line;
    whole = asked->whole;
  }
  if (t_.kinds.empty()) return Unsure{say("line.word_meant", "line"_is = line), line, whole};
  return Unsure{say("line.kind_near", "who"_is = head.by, "kind"_is = name, "first"_is = spoken(t_.kinds.front().name)),
                line, whole};
}

}  // namespace casus::desk
