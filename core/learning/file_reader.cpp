// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/file_reader.hpp"

#include <algorithm>

namespace casus::learning {

using text::msg;

namespace {

/// As somebody would recognise it in the file, cut short.
std::string shown(const json& value) {
  auto text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  constexpr std::size_t kMost = 40;
  if (text.size() <= kMost) return text;
  auto end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not inside a letter
  return text.substr(0, end) + "...";
}

text::Message kind_of(std::string_view what) {
  if (what == "text") return msg("learnfile.a_text");
  if (what == "truth") return msg("learnfile.a_truth");
  if (what == "number") return msg("learnfile.a_number");
  if (what == "list") return msg("learnfile.a_list");
  return msg("learnfile.an_object");
}

}  // namespace

void FileReader::missing(std::string_view key) {
  problems_.push_back(
      {pointer_, msg("learnfile.missing", "key"_is = key), msg("learnfile.missing_do", "key"_is = key)});
}

void FileReader::finish() {
  for (const auto& [key, value] : in_.items()) {
    if (std::ranges::find(known_, key) != known_.end()) continue;
    const auto near = nearest(key, known_);
    problems_.push_back({fields::child(pointer_, key), msg("learnfile.unknown", "key"_is = key),
                         near.empty() ? msg("learnfile.unknown_do") : msg("learn.did_you_mean", "near"_is = near)});
  }
}

void expected(const char* what, const json& got, const std::string& pointer, FileProblems& problems) {
  problems.push_back({pointer, msg("learnfile.expected", "what"_is = kind_of(what), "got"_is = shown(got)),
                      msg("learnfile.expected_do", "what"_is = kind_of(what))});
}

void not_one_of(const std::vector<std::string_view>& known, const json& got, const std::string& pointer,
                FileProblems& problems) {
  problems.push_back({pointer, msg("learnfile.not_one_of", "got"_is = shown(got)),
                      msg("learnfile.not_one_of_do", "known"_is = joined(known))});
}

}  // namespace casus::learning
