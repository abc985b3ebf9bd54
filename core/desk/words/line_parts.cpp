// SPDX-License-Identifier: EUPL-1.2
#include "core/base/matching.hpp"
#include "core/base/name_words_data.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/method/phrases.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

/// What a line is made of: words, numbers of records, names.
namespace casus::desk {

namespace {

constexpr std::size_t kShortestPart = 3;  ///< of a name that is called by another word than its first

bool is_between_words(char c) { return std::string_view(" \t\n.,!?;").find(c) != std::string_view::npos; }

}  // namespace

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find_first_not_of(" \t\n", at);
    if (begin == std::string_view::npos) break;
    const auto end = std::min(text.find_first_of(" \t\n", begin), text.size());
    all.emplace_back(text.substr(begin, end - begin));
    at = end;
  }
  return all;
}

std::string joined_words(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string out;
  for (auto i = from; i < to; ++i) out += (out.empty() ? "" : " ") + words[i];
  return out;
}

bool is_because(std::string_view word) {
  if (word.ends_with(':')) word.remove_suffix(1);
  const auto wanted = folded(word);
  return wanted == "omdat" || wanted == "want" || wanted == "because";
}

bool is_record(std::string_view text, char letter) {
  return text.size() > 1 && text[0] == letter &&
         std::ranges::all_of(text.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_ref(std::string_view text) {
  const auto word = folded(text);
  if (text::typed_as<CaseText>(word)) return true;
  if (word.starts_with('#')) return is_ref(std::string_view(word).substr(1));
  const bool number = !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
  return number || std::ranges::any_of(std::string_view("bgasdpf"), [&](char c) { return is_record(word, c); });
}

std::string correcting(std::string_view ref, std::string_view text, const text::Voice& voice) {
  return fmt::format("{} {}: {}", name_of(Ask::correct, voice), ref, text);
}

std::string called(std::string_view typed, const std::vector<std::string_view>& known) {
  const auto wanted = matched(trimmed(typed));
  if (wanted.empty()) return {};
  for (const auto name : known)
    if (matched(name) == wanted) return std::string(name);
  std::string found;
  for (const auto name : known) {
    if (!matched(name).starts_with(wanted)) continue;
    if (!found.empty()) return {};
    found = name;
  }
  if (!found.empty() || wanted.size() < kShortestPart) return found;
  // "van dam" of "Noor van Dam".
  for (const auto name : known) {
    if ((' ' + matched(name) + ' ').find(' ' + wanted + ' ') == std::string::npos) continue;
    if (!found.empty()) return {};
    found = name;
  }
  return found;
}

std::size_t begins_as(std::string_view text, const text::Message& list) {
  const auto plain = folded(text);
  std::size_t longest = 0;
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(list.in(lang)))
      for (const auto& said : use.said) {
        const bool ends =
            plain.size() == said.size() || (plain.size() > said.size() && is_between_words(plain[said.size()]));
        if (plain.starts_with(said) && ends) longest = std::max(longest, said.size());
      }
  return longest;
}

namespace {

/// Without what ends a sentence.
std::string_view without_marks_behind(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && is_between_words(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

bool is_said_as(std::string_view text, const text::Message& list) {
  text = without_marks_behind(text);
  return !text.empty() && begins_as(text, list) == text.size();
}

std::vector<std::string> without_end_signs(std::vector<std::string> words) {
  for (auto& word : words)
    while (word.size() > 1 && std::string_view(",;:.-()!?").find(word.back()) != std::string_view::npos)
      word.pop_back();
  return words;
}

bool is_signs_only(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return c == ' ' || (c > 0 && std::ispunct(static_cast<unsigned char>(c)) != 0); });
}

bool is_said_in(Lang lang, std::string_view text, const text::Message& list) {
  const auto plain = folded(without_marks_behind(text));
  return std::ranges::any_of(text::day_words(list.in(lang)),
                             [&](const auto& use) { return std::ranges::find(use.said, plain) != use.said.end(); });
}

bool is_family(std::string_view text) {
  text = without_marks_behind(text);
  return is_relative(folded(text)) || is_said_as(text, text::msg("line.family_words"));
}

std::string value_told(std::string_view text, const text::Message& list) {
  const auto spoken = method::spoken(text);
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(list.in(lang)))
      if (method::said_in(spoken, use.said)) return use.value;
  return {};
}

std::vector<Filling> fillings(std::string_view text, const text::Message& list) {
  const auto plain = [](std::string_view word) {
    while (word.size() > 1 && is_between_words(word.back())) word.remove_suffix(1);
    return word;
  };
  const auto words = words_in(text);
  std::vector<Filling> found;
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(list.in(lang)))
      for (const auto& said : use.said) {
        const auto form = words_in(said);
        const auto place = std::ranges::find_if(form, [](const std::string& word) { return word.starts_with('*'); });
        const auto open = static_cast<std::size_t>(place - form.begin());
        if (place == form.end() || words.size() < form.size()) continue;
        const auto longer = words.size() - form.size();
        bool same = true;
        for (std::size_t i = 0; i < form.size() && same; ++i)
          same = i == open || folded(plain(words[i < open ? i : i + longer])) == form[i];
        auto typed = std::string(plain(joined_words(words, open, open + longer + 1)));
        // "*'s here": what is written onto the open word is no part of it.
        const auto tail = std::string_view(*place).substr(1);
        same = same && typed.size() > tail.size() && folded(typed).ends_with(tail);
        if (same) found.push_back({use.value, typed.substr(0, typed.size() - tail.size())});
      }
  std::ranges::stable_sort(found, {}, [](const Filling& one) { return one.open.size(); });
  return found;
}

std::string called_plainly(std::string_view typed, const std::vector<std::string_view>& known) {
  auto name = called(typed, known);
  const auto wanted = matched(trimmed(typed));
  if (wanted.size() >= kShortestPart || name.empty()) return name;
  const auto whole = matched(name);
  return whole.substr(0, whole.find(' ')) == wanted ? name : std::string();
}

std::string_view without_bullet(std::string_view line) {
  line = trimmed(line);
  for (const std::string_view sign : {"- ", "* ", "\u2022 ", "\u2013 ", "> "})
    if (line.starts_with(sign)) return trimmed(line.substr(sign.size()));
  // "1) daan: ...", "2. ria: ...".
  const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const auto sign = line.substr(digits, 2);
  // "1) nee 2) die ligt er al" holds several: none of their numbers is dropped.
  const auto next = digits > 0 && digits < 3 ? " " + std::to_string(std::stoi(std::string(line.substr(0, digits))) + 1)
                                             : std::string();
  if (!next.empty() &&
      (line.find(next + ") ") != std::string_view::npos || line.find(next + ". ") != std::string_view::npos))
    return line;
  if (digits > 0 && digits < 3 && (sign == ") " || (sign == ". " && line.find(": ") != std::string_view::npos)))
    return trimmed(line.substr(digits + 2));
  return line;
}

std::string spoken(std::string_view name) { return folded(trimmed(name.substr(0, name.find_first_of(":(")))); }

}  // namespace casus::desk
