// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/words_of_line.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>

/// Figures from 0 to 10 as people say them: "5", "vijf", "vijf en een half", "van 4 naar 6", "tussen 5 en 6", "6/10".
namespace casus::desk {

using text::msg;

namespace {

constexpr int kMostFigure = 10;

std::optional<int> value_of(std::string_view digits) {
  constexpr std::size_t kLongest = 2;
  if (digits.empty() || digits.size() > kLongest || digits.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  const int value = std::stoi(std::string(digits));
  return value <= kMostFigure ? std::optional(value) : std::nullopt;
}

std::string_view without_end(std::string_view typed) {
  typed = trimmed(typed);
  while (typed.size() > 1 && std::string_view(",.!").find(typed.back()) != std::string_view::npos)
    typed.remove_suffix(1);
  return typed;
}

/// "een 5" behind "tussen" is 5; "een" alone is 1.
std::optional<int> figure_with_article(const std::vector<std::string>& words) {
  if (words.size() == 1) return figure_in(words.front());
  return words.size() == 2 && is_said_as(words.front(), msg("line.article_words")) ? figure_in(words.back())
                                                                                   : std::nullopt;
}

/// "5,5", "5½", "vijf en een half", "vijfenhalf".
std::optional<int> half_in(std::string_view typed) {
  for (const std::string_view half : {",5", ".5", "\u00BD"})
    if (typed.ends_with(half)) return value_of(trimmed(typed.substr(0, typed.size() - half.size())));
  for (const auto& [use, open] : fillings(typed, msg("line.half_figure_words")))
    if (const auto figure = figure_with_article(words_in(open))) return figure;
  return std::nullopt;
}

}  // namespace

std::optional<int> figure_in(std::string_view typed) {
  while (typed.size() > 1 && (typed.back() == ',' || typed.back() == '.')) typed.remove_suffix(1);
  if (const auto digits = value_of(typed)) return digits;
  const auto wanted = folded(typed);
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(msg("line.figure_words").in(lang)))
      if (std::ranges::find(use.said, wanted) != use.said.end()) return value_of(use.value);
  return std::nullopt;
}

std::optional<FigureSaid> figure_said(std::string_view typed) {
  typed = without_end(typed);
  if (const auto figure = figure_in(typed)) return FigureSaid{*figure, {}, false};
  if (const auto half = half_in(typed); half && *half < kMostFigure) return FigureSaid{*half, *half + 1, false};
  for (const auto& [use, open] : fillings(typed, msg("line.score_of_ten_words")))
    if (const auto figure = figure_with_article(words_in(open))) return FigureSaid{*figure, {}, false, true};
  // "van 4 naar 6", "tussen een 5 en een 6", "5 of 6".
  const auto moves = begins_as(typed, msg("line.from_words"));
  const auto lies = begins_as(typed, msg("line.between_words"));
  const auto words = words_in(typed.substr(std::max(moves, lies)));
  for (std::size_t link = 1; link + 1 < words.size(); ++link) {
    const bool to = is_said_as(words[link], msg("line.up_to_words"));
    const bool either = is_said_as(words[link], msg("line.either_words"));
    const bool both = is_said_as(words[link], msg("line.names_joined"));
    if (moves > 0 ? !to : lies > 0 ? !both && !either : !either) continue;
    const auto at = words.begin() + static_cast<std::ptrdiff_t>(link);
    const auto first = figure_with_article({words.begin(), at}), other = figure_with_article({at + 1, words.end()});
    if (!first || !other || *first == *other) continue;
    return moves > 0 ? FigureSaid{*other, *first, true} : FigureSaid{*first, *other, false};
  }
  return std::nullopt;
}

}  // namespace casus::desk
