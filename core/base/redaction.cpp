// SPDX-License-Identifier: EUPL-1.2
#include "core/base/redaction.hpp"

#include "core/base/personal_data.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <cctype>

namespace casus {

namespace {

struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool name = false;
};

bool word_sign(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

bool capital_first(std::string_view word) {
  return word.size() >= 3 && folded(word.substr(0, 2)) != word.substr(0, 2) && folded(word) != word;
}

/// The whole name in `folded_text`, or one of its parts in `text`: the same offsets, as folding keeps the length.
void find_word(std::string_view where, std::string_view word, std::vector<Place>& found) {
  for (auto at = where.find(word); at != std::string_view::npos; at = where.find(word, at + 1)) {
    auto end = at + word.size();
    if (at > 0 && word_sign(where[at - 1])) continue;
    if (end < where.size() && where[end] == 's') ++end;  // "Piets moeder"
    if (end < where.size() && word_sign(where[end])) continue;
    found.push_back({at, end, true});
  }
}

std::vector<std::string_view> parts_of(std::string_view name) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= name.size(); ++i)
    if (i == name.size() || name[i] == ' ' || name[i] == '-') {
      if (i > begin) parts.push_back(name.substr(begin, i - begin));
      begin = i + 1;
    }
  return parts;
}

}  // namespace

Redacted redacted(std::string_view text, const std::vector<std::string>& names, std::string_view mark,
                  std::string_view number_mark) {
  std::vector<Place> found;
  const auto lower = folded(text);
  for (const auto& each : names) {
    const auto name = trimmed(each);
    if (name.size() < 2) continue;
    find_word(lower, folded(name), found);
    for (const auto part : parts_of(name))
      if (part.size() < name.size() && capital_first(part)) find_word(text, part, found);
  }
  for (const auto& data : personal_data(text, {}))
    for (auto at = text.find(data.text); at != std::string_view::npos; at = text.find(data.text, at + data.text.size()))
      found.push_back({at, at + data.text.size(), false});
  std::ranges::sort(
      found, [](const Place& a, const Place& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });

  Redacted out;
  std::size_t done = 0;
  for (const auto& place : found) {
    if (place.begin < done) continue;
    out.text += text.substr(done, place.begin - done);
    out.text += place.name ? mark : number_mark;
    ++(place.name ? out.names : out.numbers);
    done = place.end;
  }
  out.text += text.substr(done);
  return out;
}

}  // namespace casus
