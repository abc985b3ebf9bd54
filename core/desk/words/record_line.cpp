// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"
#include "core/method/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>

/// "b6 is een feit", "maak van b6 een vraag", "zet a1 op naam van Joost": what stands there by its number, and what it
/// is from now on.
namespace casus::desk {

using text::msg;

namespace {

/// "is geen zorg maar een kracht": what stands behind the last "maar".
std::string behind_but(const std::vector<std::string>& words) {
  for (auto at = words.size(); at-- > 0;)
    if (is_said_as(words[at], msg("line.but_words"))) return joined_words(words, at + 1, words.size());
  return joined_words(words, 0, words.size());
}

/// "is eigenlijk een feit.": "feit".
std::string kind_alone(std::string_view piece) {
  for (auto length = begins_as(piece, msg("line.is_kind_words")); length > 0;
       length = begins_as(piece, msg("line.is_kind_words")))
    piece = trimmed(piece.substr(length));
  auto words = words_in(piece);
  while (words.size() > 1 && is_said_as(words.back(), msg("line.be_words"))) words.pop_back();
  while (!words.empty() && words.back().size() > 1 &&
         std::string_view(".!,").find(words.back().back()) != std::string_view::npos)
    words.back().pop_back();
  return joined_words(words, 0, words.size());
}

}  // namespace

/// Its key and its name; empty for whatever is no kind in full.
std::pair<std::string, std::string> LineReader::kind_in_full(const std::string& typed) const {
  const auto words = words_in(typed);
  const auto [name, count] = kind_at(words, 0);
  if (count > 0 && count == words.size())
    for (const auto* kinds : {&t_.kinds, &t_.other_kinds})
      for (const auto& kind : *kinds)
        if (spoken(kind.name) == name) return {kind.key, name};
  const auto wanted = folded(typed);
  for (const auto& kind : method::core_kinds())
    if (wanted == spoken(kind.nl) || wanted == spoken(kind.en)) return {std::string(kind.key), wanted};
  return {};
}

std::optional<Meant> LineReader::record_edited() const {
  if (t_.case_id.empty() || t_.private_time || has_colon() || line_.ends_with('?')) return std::nullopt;
  const auto verb = begins_as(line_, msg("line.make_of_words"));
  const auto words = words_in(std::string_view(line_).substr(verb));
  if (words.size() < 2) return std::nullopt;
  const auto ref = folded(words.front());
  std::size_t end = 1;
  while (end < words.size() && !is_because(words[end])) ++end;
  const auto rest = joined_words(words, 1, words.size());
  // "a1 naar vrijdag" without such a verb is read with what came of an action.
  if (is_record(ref, 'a') && verb > 0) {
    if (auto moved = action_moved(ref, rest, {})) return moved;
    return action_handed(ref, rest, {});
  }
  if (!is_record(ref, 'b')) return std::nullopt;
  // "b6 is van Joost": it stands in the name of another.
  const auto told = t_.unnamed ? std::vector<Filling>() : fillings(rest, msg("line.record_by_words"));
  for (const auto& [use, open] : told)
    if (const auto who = called_plainly(open, people_); !who.empty()) {
      const auto stands = std::ranges::find(t_.said, ref, &service::SaidLine::id);
      Correct correct;
      correct.ref = ref;
      correct.whose = who;
      auto note = stands == t_.said.end() || stands->who.empty() ? std::string() : was_and_is(stands->who, who);
      return GiveCommand{{}, std::move(correct), std::move(note)};
    }
  const auto typed = kind_alone(behind_but({words.begin() + 1, words.begin() + static_cast<std::ptrdiff_t>(end)}));
  const auto said = std::ranges::find(t_.said, ref, &service::SaidLine::id);
  if (const auto [key, name] = kind_in_full(typed); !key.empty()) {
    Correct correct;
    correct.ref = ref;
    correct.set.push_back("kind=" + key);
    if (end < words.size()) correct.because = joined_words(words, end + 1, words.size());
    auto note = said == t_.said.end() || said->kind.empty() ? std::string() : was_and_is(spoken(said->kind), name);
    return GiveCommand{{}, std::move(correct), std::move(note)};
  }
  // "b6 is een doel": what it becomes has a word of its own, and what was said stays.
  const auto* word = meeting_word(typed);
  const bool becomes = word != nullptr && (word->ask == Ask::goal || word->ask == Ask::concern ||
                                           word->ask == Ask::acute || word->ask == Ask::action);
  if (!becomes || said == t_.said.end() || said->words.empty()) return std::nullopt;
  auto line = word->ask == Ask::action ? fmt::format("{} {}: {}; ", word->name(how_.voice), said->who, said->words)
                                       : fmt::format("{}: {}", word->name(how_.voice), said->words);
  return Unsure{say(msg("line.word_meant", "line"_is = line)), line, word->ask != Ask::action};
}

}  // namespace casus::desk
