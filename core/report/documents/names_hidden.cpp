// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/names_hidden.hpp"

#include "core/text/voice.hpp"

#include <algorithm>
#include <string_view>

namespace casus::report {

namespace {

/// Where a name that is kept stands, in order.
std::vector<TextSpan> kept_places(std::string_view text, const std::vector<std::string>& kept,
                                  const std::vector<HiddenName>& names) {
  std::vector<TextSpan> all;
  for (const auto& own : kept)
    for (const auto& it : name_places(text, own))
      if (it.end - it.begin >= own.size()) all.push_back(it);
  for (const auto& one : names)
    for (const auto& other : name_places(text, one.name))
      std::erase_if(all, [&](const TextSpan& it) {
        return other.begin <= it.begin && it.end <= other.end && other.end - other.begin > it.end - it.begin;
      });
  std::ranges::stable_sort(all, {}, &TextSpan::begin);
  return all;
}

}  // namespace

std::vector<HiddenName> with_marks(std::vector<std::string> names, const text::Voice& voice) {
  std::vector<HiddenName> all;
  int number = 0;
  for (auto& name : names) {
    auto mark = text::say(voice, "extract.another_2");
    if (names.size() > 1) mark += ' ' + std::to_string(++number);
    all.push_back({std::move(name), mark + ']'});
  }
  return all;
}

NamesHidden hide_names(page::Page& page, const std::vector<HiddenName>& names, const std::vector<std::string>& kept,
                       const text::Voice& voice) {
  NamesHidden hidden;
  const auto number = text::say(voice, "extract.left_out");
  page::each_text(page, [&](std::string& text) {
    std::string out;
    std::size_t done = 0;
    const auto hide_until = [&](std::size_t end) {
      auto part = redacted(std::string_view(text).substr(done, end - done), names, number);
      hidden.names += part.names;
      hidden.numbers += part.numbers;
      out += part.text;
    };
    for (const auto& it : kept_places(text, kept, names)) {
      if (it.begin < done) continue;
      hide_until(it.begin);
      out.append(text, it.begin, it.end - it.begin);
      done = it.end;
    }
    hide_until(text.size());
    text = std::move(out);
  });
  return hidden;
}

}  // namespace casus::report
