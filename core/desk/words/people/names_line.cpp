// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/people/names_line.hpp"

#include "core/desk/words/line_reader.hpp"
#include "core/model/person_name.hpp"

#include <utility>

namespace casus::desk {
namespace {

bool links(std::string_view word) {
  return word == "&" || word == "+" || is_said_as(word, text::msg("line.names_joined"));
}

/// What stands between commas and words such as "en".
std::vector<std::string> pieces_in(std::string_view typed) {
  std::vector<std::string> pieces(1);
  for (auto word : words_in(typed)) {
    if (links(word)) {
      pieces.emplace_back();
      continue;
    }
    const bool ends = word.ends_with(',') || word.ends_with(';');
    while (word.ends_with(',') || word.ends_with(';')) word.pop_back();
    for (std::size_t at = 0; at <= word.size();) {
      const auto comma = std::min(word.find_first_of(",;", at), word.size());
      if (at > 0) pieces.emplace_back();
      pieces.back() += (pieces.back().empty() || comma == at ? "" : " ") + word.substr(at, comma - at);
      at = comma + 1;
    }
    if (ends) pieces.emplace_back();
  }
  std::erase(pieces, std::string());
  return pieces;
}

/// The name of somebody, of more than a letter or two when others stand beside it: "de" begins the name of Denise.
std::string name_in_row(const std::string& typed, bool alone, const std::vector<std::string_view>& people) {
  constexpr std::size_t kShort = 3;
  auto name = called(typed, people);
  if (alone || typed.size() >= kShort || name.empty()) return name;
  return same_name(words_in(name).front(), typed) ? name : std::string();
}

/// "noor daan": people whose names stand behind each other; nothing when a word of it is nobody's.
std::vector<std::string> in_a_row(const std::string& piece, const std::vector<std::string_view>& people) {
  const auto words = words_in(piece);
  std::vector<std::string> names;
  for (std::size_t at = 0; at < words.size();) {
    auto end = words.size() + 1;
    std::string name;
    while (name.empty() && --end > at) name = name_in_row(joined_words(words, at, end), words.size() == 1, people);
    if (name.empty()) return {};
    names.push_back(std::move(name));
    at = end;
  }
  return names;
}

}  // namespace

std::vector<std::string> NamesRead::all() const {
  auto names = known;
  names.insert(names.end(), unknown.begin(), unknown.end());
  return names;
}

NamesRead read_names(std::string_view typed, const std::vector<std::string_view>& people) {
  NamesRead read;
  const auto add = [](std::vector<std::string>& list, std::string name) {
    if (std::ranges::find(list, name) == list.end()) list.push_back(std::move(name));
  };
  if (auto whole = called(typed, people); !whole.empty()) {
    read.known.push_back(std::move(whole));
    return read;
  }
  for (const auto& piece : pieces_in(typed)) {
    auto names = in_a_row(piece, people);
    if (names.empty()) add(read.unknown, piece);
    for (auto& name : names) add(read.known, std::move(name));
  }
  return read;
}

}  // namespace casus::desk
