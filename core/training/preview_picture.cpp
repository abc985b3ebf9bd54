// SPDX-License-Identifier: EUPL-1.2
#include "core/page/picture.hpp"
#include "core/training/preview.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace casus::training {
namespace {

constexpr double kColumn = 260, kGap = 70, kRow = 56, kHead = 60, kMargin = 20;

/// Cut to what fits a box, between letters.
std::string cut(const std::string& text, std::size_t most) {
  if (text.size() <= most) return text;
  auto end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

double left_of(std::size_t column) { return kMargin + static_cast<double>(column) * (kColumn + kGap); }
double middle_of(std::size_t row) { return kHead + kMargin + static_cast<double>(row) * kRow + (kRow - 12) / 2; }

}  // namespace

std::string paths_picture(const Scenario& scenario, const text::Voice& voice) {
  static constexpr std::array<page::Pen, 4> kPens{
      {{"#0b5c8a", 3, {}}, {"#8a3b0b", 3, "9 5"}, {"#2f6b2f", 3, "3 4"}, {"#5b2f8a", 3, "12 4 3 4"}}};
  std::size_t most = 1;
  for (const auto& decision : scenario.decisions) most = std::max(most, decision.options.size());
  const auto rows = kHead + kMargin + static_cast<double>(most) * kRow;
  const auto height = rows + kMargin + 24.0 * static_cast<double>(scenario.paths.size());
  const auto width = 2 * kMargin + static_cast<double>(scenario.decisions.size()) * (kColumn + kGap) - kGap;
  page::Picture picture(width, height);
  std::string about;
  for (std::size_t column = 0; column < scenario.decisions.size(); ++column) {
    const auto& decision = scenario.decisions[column];
    picture.text({left_of(column), 24}, decision.id, {"start", 13, true});
    picture.text({left_of(column), 44}, cut(decision.question.in(voice), 38), {"start", 11});
    for (std::size_t row = 0; row < decision.options.size(); ++row) {
      const auto& option = decision.options[row];
      picture.box({left_of(column), middle_of(row) - (kRow - 12) / 2}, kColumn, kRow - 12, "#ffffff", true);
      picture.text({left_of(column) + 8, middle_of(row) - 4}, fmt::format("{} · {}", option.id, option.quality),
                   {"start", 12, true});
      picture.text({left_of(column) + 8, middle_of(row) + 14}, cut(option.text.in(voice), 38), {"start", 11});
    }
  }
  for (std::size_t i = 0; i < scenario.paths.size(); ++i) {
    const auto& path = scenario.paths[i];
    const auto& pen = kPens[i % kPens.size()];
    std::vector<page::Point> points;
    about += (about.empty() ? "" : ". ") + path.name.in(voice) + ':';
    for (std::size_t column = 0; column < scenario.decisions.size(); ++column) {
      const auto& decision = scenario.decisions[column];
      const auto chosen = path.choices.find(decision.id);
      const auto* option = chosen == path.choices.end() ? nullptr : decision.option(chosen->second);
      if (option == nullptr) continue;
      about += fmt::format(" {} = {}", decision.id, option->id);
      // Paths that share an option run beside each other.
      const auto y = middle_of(static_cast<std::size_t>(option - decision.options.data())) +
                     6 * (static_cast<double>(i) - static_cast<double>(scenario.paths.size() - 1) / 2);
      points.push_back({left_of(column) - 8, y});
      points.push_back({left_of(column) + kColumn + 8, y});
    }
    // Across a box the line would hide the words, so only what lies between them is drawn.
    for (std::size_t at = 0; at + 1 < points.size(); at += 2) {
      picture.circle(points[at], 4, true);
      if (at + 2 < points.size()) picture.line(points[at + 1], points[at + 2], pen);
    }
    const auto below = rows + 16 + 24.0 * static_cast<double>(i);
    picture.line({kMargin, below}, {kMargin + 50, below}, pen);
    picture.text({kMargin + 60, below + 4}, path.name.in(voice), {"start", 13});
  }
  return picture.svg(text::say(voice, "preview.paths"), about);
}

}  // namespace casus::training
