// SPDX-License-Identifier: EUPL-1.2
#include "core/base/part_of_name.hpp"
#include "core/desk/words/among_questions.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/method/vocabulary.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>

/// Kinds of what is said: how people name them, and where they stand in a line.
namespace casus::desk {

using text::msg;

namespace {

constexpr std::size_t kLongestKind = 5;  ///< words in the name of a kind

/// A name of a kind without small words and without whose it is: "wens" of "wens van de inwoner".
std::string bare_words(std::string_view name) {
  std::string bare;
  for (auto word : words_in(folded(name))) {
    if (word.ends_with("'s")) word.erase(word.size() - 2);
    if (is_said_as(word, msg("line.link_words")) || is_said_as(word, msg("line.resident_words"))) continue;
    bare += (bare.empty() ? "" : " ") + word;
  }
  return bare;
}

std::string without_sign(std::string text) {
  while (!text.empty() && std::string_view(";,.").find(text.back()) != std::string_view::npos) text.pop_back();
  return text;
}

/// By its key, or by its name: as it is shown here, or in another language of the method.
bool is_called(const service::SaidKind& kind, const std::string& wanted) {
  if (wanted == kind.key || wanted == folded(kind.name) || wanted == spoken(kind.name)) return true;
  return std::ranges::any_of(kind.names, [&](const std::string& name) { return wanted == folded(name); });
}

}  // namespace

std::string LineReader::kind_called(const std::string& typed) const {
  const auto wanted = folded(typed);
  if (wanted.empty()) return {};
  for (const auto* kinds : {&t_.kinds, &t_.other_kinds})
    for (const auto& kind : *kinds)
      if (is_called(kind, wanted)) return kind.key;
  std::string found;
  for (const auto& kind : t_.kinds) {
    if (!folded(kind.name).starts_with(wanted) && !kind.key.starts_with(wanted)) continue;
    if (!found.empty() && found != kind.key) return {};
    found = kind.key;
  }
  if (!found.empty()) return found;
  // "wens inwoner", "resident's wish".
  for (const auto* kinds : {&t_.kinds, &t_.other_kinds})
    for (const auto& kind : *kinds)
      if (const auto bare = bare_words(typed); !bare.empty() && bare == bare_words(spoken(kind.name))) return kind.key;
  // Where only questions fit, what somebody has to tell is a note beside them.
  if (asks_only() && is_said_as(wanted, msg("line.note_words"))) return "note";
  // A kind that does not fit here is passed on: the refusal says why, and what fits.
  for (const auto& kind : method::core_kinds())
    if (wanted == kind.key || wanted == spoken(kind.nl) || wanted == spoken(kind.en)) return std::string(kind.key);
  for (const auto& kind : t_.other_kinds)
    if (wanted.size() > 2 && (spoken(kind.name).starts_with(wanted + ' ') || kind.key.starts_with(wanted)))
      return kind.key;
  return {};
}

std::string LineReader::kind_by_part(std::string_view typed) const {
  std::string found;
  for (const auto& kind : t_.kinds) {
    const auto name = spoken(kind.name);
    // Whose it is tells no kind from another: "wens van de inwoner" is no "inwoner".
    if (!is_part_of_name(typed, bare_words(name)) || found == name) continue;
    if (!found.empty()) return {};
    found = name;
  }
  return found;
}

std::optional<Meant> LineReader::kind_in_the_text(const Head& head) const {
  const auto second = text_.find(':');
  if (head.by.empty() || !head.unknown.empty() || !head.say.kind.empty() || second == std::string::npos)
    return std::nullopt;
  const auto typed = folded(trimmed(text_.substr(0, second)));
  const auto rest = trimmed(std::string_view(text_).substr(second + 1));
  if (typed.empty() || rest.empty()) return std::nullopt;
  for (const auto& kind : t_.kinds) {
    const auto name = spoken(kind.name);
    if (!is_called(kind, typed) && !name.starts_with(typed + ' ')) continue;
    auto say = head.say;
    say.kind = kind.key;
    say.text = rest;
    return GiveCommand{head.by, std::move(say)};
  }
  // A kind of another step, typed in full: kept as that, out of turn, or refused with why.
  for (const auto& kind : t_.other_kinds) {
    if (!is_called(kind, typed)) continue;
    auto say = head.say;
    say.kind = kind.key;
    say.text = rest;
    return GiveCommand{head.by, std::move(say)};
  }
  if (auto asked = kind_misspelt(head, typed, rest)) return std::move(*asked);
  return std::nullopt;
}

/// Shown with the kind that is near. Whoever meant the word itself puts a kind before the colon.
std::optional<Unsure> LineReader::kind_misspelt(const Head& head, const std::string& typed,
                                                std::string_view rest) const {
  constexpr std::size_t kShortest = 4;  // of shorter words too many are near
  const bool other = !head.say.re.empty() || meeting_word(typed) != nullptr || !called(typed, people_).empty();
  if (!t_.in_step || typed.size() < kShortest || other || is_family(typed)) return std::nullopt;
  std::vector<std::string> names;
  for (const auto* kinds : {&t_.kinds, &t_.other_kinds})
    for (const auto& kind : *kinds) {
      names.push_back(spoken(kind.name));
      // "wens" of "wens van de inwoner".
      if (const auto space = names.back().find(' '); space != std::string::npos)
        names.push_back(names.back().substr(0, space));
    }
  auto near = nearest(typed, {names.begin(), names.end()});
  if (near.empty()) near = kind_by_part(typed);
  if (near.empty() || t_.kinds.empty()) return std::nullopt;
  const auto first = spoken(t_.kinds.front().name);
  return Unsure{say(msg("line.kind_near", "who"_is = head.by, "kind"_is = near, "first"_is = first)),
                fmt::format("{} {}: {}", head.by, near, rest), true};
}

std::pair<std::string, std::size_t> LineReader::kind_at(const std::vector<std::string>& words, std::size_t from) const {
  for (auto count = std::min(kLongestKind, words.size() - std::min(from, words.size())); count > 0; --count) {
    const auto typed = without_sign(joined_words(words, from, from + count));
    const auto bare = bare_words(typed);
    // Only a name that is typed in full: of a beginning nobody knows whether it is one.
    for (const auto* kinds : {&t_.kinds, &t_.other_kinds})
      for (const auto& kind : *kinds)
        if (const auto name = spoken(kind.name);
            folded(typed) == name ||
            (!bare.empty() && folded(without_sign(words[from])) == bare && bare == bare_words(name)))
          return {name, count};
  }
  return {};
}

/// "daan kracht hij kan goed koken", "renee wens; weer naar de markt".
std::optional<Unsure> LineReader::kind_without_colon() const {
  if (!t_.in_step) return std::nullopt;
  for (auto end = head_.size() - 1; end > 0; --end) {
    const auto by = called(joined_words(head_, 0, end), people_);
    if (by.empty() || head_.front().size() < 2) continue;
    if (end == 1 && opens_a_sentence()) continue;  // "an idea would be"
    const auto [kind, count] = kind_at(head_, end);
    const std::string rest(behind_signs(joined_words(head_, std::min(end + count, head_.size()), head_.size())));
    if (count == 0 || rest.empty() || is_told_of(rest)) return std::nullopt;
    return Unsure{say("line.kind_meant", "who"_is = by, "kind"_is = kind), fmt::format("{} {}: {}", by, kind, rest),
                  true};
  }
  return std::nullopt;
}

/// "wens van moeder: rust", "daan, wens van de jongen: ...": whose it is stays in the words.
std::optional<Unsure> LineReader::kind_of_somebody(const Head& head) const {
  const auto words = words_in(head.unknown);
  if (!t_.in_step || words.size() < 3 || text_.empty() || text_.ends_with('?')) return std::nullopt;
  auto [kind, count] = kind_at(words, 0);
  while (count > 1 && is_said_as(words[count - 1], msg("line.link_words"))) --count;
  if (count == 0 || count + 1 >= words.size() || !is_said_as(words[count], msg("line.link_words"))) return std::nullopt;
  if (!called(joined_words(words, count + 1, words.size()), people_).empty()) return std::nullopt;
  const auto by = head.by.empty() ? speaker() : head.by;
  if (by.empty()) return whose_kind(kind, text_);
  return Unsure{say(msg("line.kind_meant", "who"_is = by, "kind"_is = kind)),
                fmt::format("{} {}: {} ({})", by, kind, text_, joined_words(words, count, words.size())), true};
}

bool LineReader::is_told_of(std::string_view rest) const { return begins_as(rest, msg("line.told_of_words")) > 0; }

}  // namespace casus::desk
