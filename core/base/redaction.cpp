// SPDX-License-Identifier: EUPL-1.2
#include "core/base/redaction.hpp"

#include "core/base/personal_data.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <cctype>

namespace casus {

namespace {

struct Place {
  TextSpan span;
  const std::string* mark = nullptr;  ///< none: a number
};

bool word_sign(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

bool has_capital(std::string_view word) { return folded(word) != word; }

bool capital_first(std::string_view word) {
  const auto first = word.substr(0, 2);
  return word.size() >= 3 && folded(first) != first;
}

bool in_capitals(std::string_view written, std::string_view name) {
  return std::ranges::none_of(written, [](char c) { return c >= 'a' && c <= 'z'; }) && folded(written) == folded(name);
}

/// Each place of a whole word; folding keeps the length, so places in a folded text are places in the text.
void find_word(std::string_view where, std::string_view word, std::vector<TextSpan>& found) {
  for (auto at = where.find(word); at != std::string_view::npos; at = where.find(word, at + 1)) {
    auto end = at + word.size();
    if (at > 0 && word_sign(where[at - 1])) continue;
    if (end < where.size() && where[end] == 's') ++end;  // "Piets moeder"
    if (end < where.size() && word_sign(where[end])) continue;
    found.push_back({at, end});
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

/// By where it begins, the longest first.
bool goes_before(const TextSpan& a, const TextSpan& b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
}

}  // namespace

std::vector<TextSpan> name_places(std::string_view text, std::string_view name) {
  std::vector<TextSpan> found;
  name = trimmed(name);
  if (name.size() < 2 || !has_capital(name)) return found;
  const auto lower = folded(text);
  const auto parts = parts_of(name);
  find_word(lower, folded(name), found);
  if (parts.size() == 1)
    std::erase_if(found, [&](const TextSpan& span) {
      const auto written = text.substr(span.begin, name.size());
      return written != name && !in_capitals(written, name);
    });
  for (const auto part : parts)
    if (part.size() < name.size() && capital_first(part)) find_word(text, part, found);
  std::ranges::sort(found, goes_before);
  std::size_t done = 0;
  std::erase_if(found, [&](const TextSpan& span) {
    if (span.begin < done) return true;
    done = span.end;
    return false;
  });
  return found;
}

Redacted redacted(std::string_view text, const std::vector<HiddenName>& names, std::string_view number_mark) {
  std::vector<Place> found;
  for (const auto& one : names)
    for (const auto& span : name_places(text, one.name)) found.push_back({span, &one.mark});
  if (!number_mark.empty())
    for (const auto& data : personal_data(text, {}))
      for (auto at = text.find(data.text); at != std::string_view::npos;
           at = text.find(data.text, at + data.text.size()))
        found.push_back({{at, at + data.text.size()}, nullptr});
  std::ranges::stable_sort(found, goes_before, &Place::span);

  Redacted out;
  std::size_t done = 0;
  for (const auto& [span, mark] : found) {
    if (span.begin < done) continue;
    out.text += text.substr(done, span.begin - done);
    out.text += mark != nullptr ? std::string_view(*mark) : number_mark;
    ++(mark != nullptr ? out.names : out.numbers);
    done = span.end;
  }
  out.text += text.substr(done);
  return out;
}

}  // namespace casus
