// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/readable.hpp"

#include "core/engine/refusing.hpp"
#include "core/model/case/mending.hpp"
#include "core/model/event_field.hpp"
#include "core/text/catalogue.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>
#include <initializer_list>
#include <set>

namespace casus::engine {

namespace {

/// Letters, marks and signs of the plain alphabet, and too few digits for a citizen service number: most texts are, and
/// then there is nothing more to look for in them. Eight signs at once.
bool is_plain_with_few_digits(std::string_view text) {
  constexpr std::uint64_t kEach = 0x0101010101010101U, kHigh = 0x80 * kEach;
  constexpr int kDigits = 8;
  int digits = 0;
  while (!text.empty()) {
    std::uint64_t eight = ' ' * kEach;
    const auto taken = std::min(text.size(), sizeof eight);
    std::memcpy(&eight, text.data(), taken);
    text.remove_prefix(taken);
    const bool plain = (eight & kHigh) == 0, has_nul = ((eight - kEach) & ~eight & kHigh) != 0;
    if (!plain || has_nul) return false;
    // 0x30 to 0x39 become 0 to 9; what is more than 9 carries into the high bit.
    const auto more_than_nine = ((eight ^ ('0' * kEach)) + 0x76 * kEach) & kHigh;
    if (more_than_nine != kHigh) digits += static_cast<int>(sizeof eight) - std::popcount(more_than_nine);
  }
  return digits < kDigits;
}

/// As people call the field: who has no word for it is not shown the key that files write.
text::Value called_by_people(std::string_view key) {
  for (const auto& name : names_of(EventField{}))
    if (name.key == key) return text::label(name.value);
  if (const auto field = from_key<NameField>(key)) return text::label(*field);
  const auto is = [&](std::initializer_list<std::string_view> keys) {
    return std::ranges::find(keys, key) != keys.end();
  };
  if (is({"by", "as", "seat", "with", "person", "chair", "presenter", "note_taker", "present", "whose", "account"}))
    return text::label(EventField::name);
  if (is({"case", "into", "item", "ref", "id"})) return msg("word.text_field.number");
  if (is({"phone"})) return msg("word.text_field.phone");
  if (is({"profession"})) return msg("word.text_field.profession");
  if (is({"effect"})) return msg("word.text_field.effect");
  return msg("word.text_field.other");
}

/// A gap of a line that the program printed ("NAAM", "JA-OF-NEE"), in any of its languages. Gaps stand in capitals, so
/// that hardly any text asks for the list of them.
bool is_gap(std::string_view text) {
  if (std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; })) return false;
  static const auto kGaps = [] {
    std::set<std::string_view, std::less<>> gaps;
    for (std::size_t i = 0; i < text::size(); ++i)
      if (const auto entry = text::entry(i); entry.id.starts_with("gap."))
        for (const auto lang : text::languages())
          if (const auto word = entry.text(lang); word.size() > 2) gaps.insert(word);
    return gaps;
  }();
  return kGaps.contains(text);
}

/// Nothing of one's own: a place that an example left open, taken over as it stood.
bool is_placeholder(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return false;
  if (text.find_first_not_of(".") == std::string_view::npos || text == "\u2026") return true;
  const auto end = text.find_last_not_of(".?!");
  for (const std::string_view pair : {"[]", "<>", "{}"})
    if (text.front() == pair.front() && end != std::string_view::npos && text.find(pair.back()) == end) return true;
  return is_gap(text);
}

}  // namespace

void ReadableTexts::take(std::string_view key, const std::string& text) {
  if (refusal_) return;
  if (text.size() <= kLongestText && is_plain_with_few_digits(text) && !(typed_ && is_placeholder(text))) return;
  // What somebody has to say is called a field by no form: it is what they wrote.
  const bool said = key == "text";
  const auto field = called_by_people(key);
  if (text.size() > kLongestText) {
    refusal_ =
        no("TextTooLong", "",
           said ? msg("refuse.said_too_long", "size"_is = text.size(), "limit"_is = kLongestText)
                : msg("refuse.text_too_long", "field"_is = field, "size"_is = text.size(), "limit"_is = kLongestText),
           msg("refuse.text_too_long_do"));
  } else if (!is_utf8(text) || text.find('\0') != std::string::npos) {
    refusal_ = no("TextNotReadable", "",
                  said ? msg("refuse.said_not_readable") : msg("refuse.text_not_readable", "field"_is = field),
                  msg("refuse.text_not_readable_do"));
  } else if (!citizen_numbers(text).empty()) {
    refusal_ = no("CitizenNumber", "",
                  said ? msg("refuse.said_citizen_number") : msg("refuse.citizen_number", "field"_is = field),
                  msg("refuse.citizen_number_do"));
  } else if (typed_ && is_placeholder(text)) {
    refusal_ = no("StillToFill", "",
                  said ? msg("refuse.said_still_to_fill", "text"_is = trimmed(text))
                       : msg("refuse.still_to_fill", "text"_is = trimmed(text), "field"_is = field),
                  msg("refuse.still_to_fill_do"));
  }
}

}  // namespace casus::engine
