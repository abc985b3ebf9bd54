// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/unread.hpp"

#include "core/base/matching.hpp"
#include "core/base/text.hpp"
#include "core/desk/words/words_of_line.hpp"
#include "core/service/table/table.hpp"

#include <algorithm>
#include <utility>

namespace casus::desk {
namespace {

constexpr std::string_view kUnread = "…";
/// Shorter, and without its spaces, it may stand in a line by chance.
constexpr std::size_t kTellsEnough = 4;

std::string without_spaces(std::string_view words) {
  auto text = folded(words);
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t'; });
  return text;
}

bool is_of_a_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// As words of their own: "9" does not stand in "1998".
bool stands_in(std::string_view words, std::string_view line) {
  for (auto at = line.find(words); at != std::string_view::npos; at = line.find(words, at + 1)) {
    const auto end = at + words.size();
    if ((at == 0 || !is_of_a_word(line[at - 1])) && (end == line.size() || !is_of_a_word(line[end]))) return true;
  }
  return false;
}

bool is_known_name(std::string_view words, const service::Table& table) {
  const auto is = [&](std::string_view name) { return matched(name) == matched(words); };
  return std::ranges::any_of(table.seats, [&](const auto& seat) { return is(seat.name); }) ||
         std::ranges::any_of(table.kinds, [&](const auto& kind) {
           return is(kind.key) || is(kind.name) || std::ranges::any_of(kind.names, is);
         });
}

bool is_typed(std::string_view words, const service::Table& table, std::string_view line) {
  words = trimmed(words);
  if (words.empty() || is_known_name(words, table)) return false;
  if (stands_in(folded(words), folded(line))) return true;
  const auto close = without_spaces(words);
  return close.size() >= kTellsEnough && without_spaces(line).find(close) != std::string::npos;
}

text::Value unread_value(const text::Value& value, const service::Table& table, std::string_view line) {
  using Kind = text::Value::Kind;
  if (value.kind() == Kind::text && is_typed(value.text(), table, line)) return {kUnread};
  if (value.kind() == Kind::message) return {without_typed(value.message(), table, line)};
  if (value.kind() == Kind::list) {
    auto parts = value.parts();
    for (auto& part : parts) part = without_typed(part, table, line);
    return parts == value.parts() ? value : text::Value(std::move(parts));
  }
  if (value.kind() == Kind::way) {
    auto way = value.way();
    for (auto& field : way.fields)
      if (field.name != "case") field.value = unread_value(field.value, table, line);
    return {std::move(way)};
  }
  return value;
}

}  // namespace

text::Message without_typed(const text::Message& message, const service::Table& table, std::string_view line) {
  auto arguments = message.arguments();
  for (auto& one : arguments) one.value = unread_value(one.value, table, line);
  return {message.id(), std::move(arguments)};
}

std::string without_quoted(std::string sentence, const service::Table& table, std::string_view line) {
  for (auto from = sentence.find('\''); from != std::string::npos; from = sentence.find('\'', from + 1)) {
    // The longest: what is quoted may have an apostrophe of its own.
    for (auto to = sentence.rfind('\''); to > from; to = sentence.rfind('\'', to - 1)) {
      const auto quoted = std::string_view(sentence).substr(from + 1, to - from - 1);
      if (!is_typed(quoted, table, line)) continue;
      sentence.replace(from + 1, quoted.size(), kUnread);
      from += kUnread.size() + 1;
      break;
    }
  }
  return sentence;
}

std::string without_offered(std::string sentence, std::string_view offered, std::string_view line) {
  const auto colon = offered.find(": ");
  if (colon == std::string_view::npos) return sentence;
  const auto text = trimmed(offered.substr(colon + 2));
  const auto typed = folded(line);
  const bool holds_typed = std::ranges::any_of(words_in(text), [&](const std::string& word) {
    return word.size() >= kTellsEnough && stands_in(folded(word), typed);
  });
  if (!holds_typed) return sentence;
  for (auto at = sentence.find(text); at != std::string::npos; at = sentence.find(text, at + kUnread.size()))
    sentence.replace(at, text.size(), kUnread);
  return sentence;
}

}  // namespace casus::desk
