// SPDX-License-Identifier: EUPL-1.2
#include "core/text/voice.hpp"

#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"
#include "core/text/field_place.hpp"

namespace casus::text {
namespace {

const Value* argument(const Message& message, std::string_view name) {
  for (const auto& one : message.arguments())
    if (one.name == name) return &one.value;
  return nullptr;
}

/// "é" too; other letters of more than one byte stay as they are.
std::string capital(std::string text) {
  if (text.empty()) return text;
  auto& first = text[0];
  if (first >= 'a' && first <= 'z') first = static_cast<char>(first - 'a' + 'A');
  else if (first == '\xc3' && text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0xa0 && text[1] != '\xb7')
    text[1] = static_cast<char>(text[1] - 0x20);
  return text;
}

}  // namespace

std::string Voice::write(const Way& way) const { return ways_ != nullptr ? ways_->write(way, *this) : way.line(); }

std::string Voice::write(const Value& value) const {
  switch (value.kind()) {
    case Value::Kind::text: return value.text();
    case Value::Kind::number: return std::to_string(value.number());
    case Value::Kind::message:
    case Value::Kind::gap: return say(value.message());
    case Value::Kind::bilingual: return value.bilingual().in(lang_);
    case Value::Kind::way: return write(value.way());
    case Value::Kind::flag: return {};
    case Value::Kind::day: return day_in_words(value.text(), lang_, value.day_form());
    case Value::Kind::list: break;
  }
  std::string out;
  const auto& parts = value.parts();
  // Parts that hold commas of their own are all kept apart by it; "and" and "or" stand before the last alone.
  const bool everywhere = value.joined_by() == "text.semicolon";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0)
      out += !value.joined_by().empty() && (everywhere || i + 1 == parts.size()) ? say(Message(value.joined_by(), {}))
                                                                                 : std::string(", ");
    out += say(parts[i]);
  }
  return out;
}

std::string Voice::say(const Message& message) const {
  if (message.id().empty()) return message.arguments().empty() ? std::string() : write(message.arguments()[0].value);
  auto entry = find(message.id());
  if (entry && ways_ != nullptr && !ways_->by_keys())
    if (const auto of_page = find(std::string(message.id()) + std::string(kOfPage))) entry = of_page;
  if (!entry) return std::string(message.id());
  std::uint64_t count = 1;
  if (const auto* value = argument(message, entry->counts()); value != nullptr && value->kind() == Value::Kind::number)
    count = static_cast<std::uint64_t>(value->number() < 0 ? -value->number() : value->number());
  return filled(entry->text(lang_, count), message);
}

std::string Voice::term(std::string_view name) const {
  std::string key(name);
  const bool upper = key.size() > 1 && key[1] >= 'A' && key[1] <= 'Z';
  if (upper) key[1] = static_cast<char>(key[1] - 'A' + 'a');
  std::string word;
  if (words_ != nullptr)
    if (const auto own = words_->terms.find(key); own != words_->terms.end()) word = own->second.in(lang_);
  if (word.empty())
    if (const auto entry = find(key)) word = entry->text(lang_);
  return upper ? capital(std::move(word)) : word;
}

std::string Voice::filled(std::string_view text, const Message& message) const {
  std::string out;
  out.reserve(text.size() + 32);
  while (!text.empty()) {
    const auto at = text.find_first_of("{}");
    out += text.substr(0, at);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at);
    if (text.size() > 1 && text[1] == text[0]) {  // a brace of the text itself
      out += text[0];
      text.remove_prefix(2);
      continue;
    }
    const auto end = text.find('}');
    auto place = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    const bool upper = place.starts_with('^');
    if (upper) place.remove_prefix(1);
    if (place.starts_with('-')) {
      out += term(place);
    } else if (const auto field = field_place(place)) {
      out += write(way_of(*field));
    } else if (const auto* value = argument(message, place)) {
      out += upper ? capital(write(*value)) : write(*value);
    }
  }
  return out;
}

}  // namespace casus::text
