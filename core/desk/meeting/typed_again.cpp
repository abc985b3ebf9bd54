// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/typed_again.hpp"

#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/words/line_reader.hpp"

#include <algorithm>

namespace casus::desk {
namespace {

std::vector<std::string> plain_words(const std::string& text) {
  auto words = words_in(folded(text));
  for (auto& word : words)
    while (!word.empty() && std::string_view(".,;:!?").find(word.back()) != std::string_view::npos) word.pop_back();
  std::erase(words, std::string());
  return words;
}

}  // namespace

std::string behind_colon(const std::string& line) {
  const auto colon = line.find(':');
  return colon == std::string::npos ? std::string() : std::string(trimmed(std::string_view(line).substr(colon + 1)));
}

std::string before_colon(const std::string& line) {
  const auto colon = line.find(':');
  return colon == std::string::npos ? std::string() : folded(trimmed(std::string_view(line).substr(0, colon)));
}

const MeetingWord* word_of_line(const std::string& line) {
  const auto words = words_in(line.substr(0, line.find(':')));
  return words.empty() ? nullptr : meeting_word(words.front());
}

std::string speaker_named(const std::string& line, const service::Table& table) {
  const auto colon = line.find(':');
  if (colon == std::string::npos) return {};
  std::vector<std::string_view> seated;
  for (const auto& seat : table.seats) seated.emplace_back(seat.name);
  const auto head = words_in(line.substr(0, colon));
  for (auto end = head.size(); end > 0; --end)
    if (auto name = called_plainly(joined_words(head, 0, end), seated); !name.empty()) return name;
  return {};
}

namespace {

/// The words that are said: behind the name, kind or word and its colon.
std::vector<std::string> words_said(const std::string& line) {
  const auto text = behind_colon(line);
  return plain_words(text.empty() ? line : text);
}

/// What is done by a word of the meeting is mended by typing it again: a day that is spelled right, who checks behind
/// it. Every word of it must be there, or one that is near.
bool mends(const std::string& line, const std::string& waits) {
  const auto* word = word_of_line(waits);
  if (word == nullptr || !word->text || word_of_line(line) != word) return false;
  // The same is agreed with the same person; what stands behind it, the day or who checks, was mended.
  const auto part = waits.find(';');
  if (part != std::string::npos && plain_words(line.substr(0, line.find(';'))) == plain_words(waits.substr(0, part)))
    return true;
  const auto wanted = words_said(waits), there = plain_words(line);
  const std::vector<std::string_view> known(there.begin(), there.end());
  return std::ranges::all_of(wanted, [&](const std::string& one) {
    return std::ranges::find(there, one) != there.end() || !nearest(one, known).empty();
  });
}

/// Whether what stands between the semicolons of a line that waits, and is no field, is said in this line too: "ria:
/// zij is bang; hij slaat haar" is not answered by "ria: zij is bang; sinds: mei".
bool says_all_but_fields(const std::string& line, const std::string& waits) {
  const auto parts = [](const std::string& whole) {
    std::vector<std::vector<std::string>> all;
    for (auto at = whole.find(';'); at != std::string::npos;) {
      const auto end = whole.find(';', at + 1);
      const auto part = whole.substr(at + 1, end == std::string::npos ? end : end - at - 1);
      if (part.find_first_of(":=") == std::string::npos) all.push_back(plain_words(part));
      at = end;
    }
    return all;
  };
  const auto said = parts(line);
  return std::ranges::all_of(
      parts(waits), [&](const auto& part) { return part.empty() || std::ranges::find(said, part) != said.end(); });
}

/// A record of which a field was put right, or added: the same text behind the same words, and other fields behind it.
bool mends_fields(const std::string& line, const std::string& waits) {
  const auto fields = std::min(line.find(';'), line.size());
  if (line.find_first_of(":=", fields) == std::string::npos || behind_colon(waits).empty()) return false;
  const auto first = [](const std::string& whole) { return whole.substr(0, whole.find(';')); };
  return before_colon(line) == before_colon(waits) && plain_words(first(line)) == plain_words(first(waits)) &&
         says_all_but_fields(line, waits);
}

}  // namespace

std::string with_word_instead(const std::string& line, const std::string& word) {
  return word + line.substr(std::min(line.find_first_of(" :"), line.size()));
}

bool tells_of_the_same(const std::string& report, const std::string& line) {
  constexpr std::size_t kShort = 2, kShared = 2;
  auto told = words_said(report);
  std::ranges::sort(told);
  const auto twice = std::ranges::unique(told);
  told.erase(twice.begin(), twice.end());
  std::erase_if(told, [](const std::string& word) {
    return word.size() <= kShort || is_said_as(word, text::msg("line.small_in_report"));
  });
  const auto there = plain_words(line);
  const auto shared = std::ranges::count_if(
      told, [&](const std::string& word) { return std::ranges::find(there, word) != there.end(); });
  return shared > 0 && static_cast<std::size_t>(shared) >= std::min(kShared, told.size());
}

bool is_typed_again(const std::string& line, const std::string& way, const WaitingLine& waits) {
  if (mends(line, waits.line) || mends_fields(line, waits.line)) return true;
  // What was offered for it stands in its place.
  if (waits.whole && waits.apart.empty() && folded(trimmed(line)) == folded(trimmed(waits.way))) return true;
  const auto by = before_colon(line), before = before_colon(waits.line);
  if (by != before && !by.empty() && !before.empty() && folded(trimmed(way)) != folded(trimmed(waits.way)))
    return false;
  return words_said(line) == words_said(waits.line);
}

bool says_the_same(const std::string& line, const WaitingLine& waits, bool at_once) {
  if (mends(line, waits.line) || mends_fields(line, waits.line)) return true;
  const auto there = words_said(line);
  if (there == plain_words(waits.line)) return true;
  if (there != words_said(waits.line)) return false;
  if (at_once || behind_colon(waits.line).empty()) return true;
  const auto whose = plain_words(before_colon(waits.line));
  const auto all = plain_words(line);
  const auto named = [&](const std::string& one) { return std::ranges::find(all, one) != all.end(); };
  const auto by = before_colon(line);
  return std::ranges::all_of(whose, named) || (!by.empty() && before_colon(waits.way).starts_with(by));
}

}  // namespace casus::desk
