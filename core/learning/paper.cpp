// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/paper.hpp"

#include <algorithm>

namespace casus::learning {
namespace {

/// Clusters of a circle that stand in a paper: more would be its report.
constexpr std::size_t kMostMentioned = 3;

bool holds(const std::vector<std::string>& all, std::string_view text) {
  return std::ranges::any_of(all, [&](const auto& one) { return folded(one) == folded(text); });
}

/// Headings of clusters alone: the words of a card that stands alone are sealed with whoever wrote it.
PaperCircle in_short(const Circle& circle) {
  PaperCircle out{circle.question, {}, {}};
  std::vector<Mentioned> all;
  for (const auto& round : circle.rounds)
    if (round.shown)
      for (auto& one : order_of_mention(circle, round.id))
        if (!one.cluster.empty() && one.cards > 0) all.push_back(std::move(one));
  std::ranges::stable_sort(all, std::greater<>(), &Mentioned::cards);
  for (const auto& one : all)
    if (out.mentioned.size() < kMostMentioned) out.mentioned.push_back(one.what);
  for (const auto& step : circle.steps) out.agreed.push_back(step.what);
  return out;
}

}  // namespace

bool Paper::is_over(std::string_view wanted) const {
  const auto place = std::ranges::find(kPaperRounds, wanted) - kPaperRounds.begin();
  return static_cast<std::size_t>(place) < turned;
}

int Paper::minutes(std::string_view wanted) const {
  const auto number = [&](const std::string& name) {
    const auto found = instrument.numbers.find(name);
    return found == instrument.numbers.end() ? 0 : found->second;
  };
  const auto base = number("minutes-" + std::string(wanted));
  if (wanted == "me" || emphasis == PaperEmphasis::even) return base;
  const auto favoured = emphasis == PaperEmphasis::team ? "team" : "area";
  return wanted == favoured ? base + number("minutes-shift") : std::max(0, base - number("minutes-shift"));
}

std::vector<std::string> Paper::settled(std::string_view question) const {
  std::vector<std::string> out;
  for (const auto& one : lines)
    if (one.question == question) out.push_back(one.text);
  return out;
}

PaperDrawn drawn_from(const Team& team, const Playbook& book, const std::vector<const Circle*>& circles,
                      const Paper* before) {
  PaperDrawn out;
  const auto is_new = [&](Date on) { return before == nullptr || on >= *before->published_on; };
  const auto stood = [&](const auto& list, const auto& one) {
    return before != nullptr && std::ranges::find(before->drawn.*list, one) != (before->drawn.*list).end();
  };
  for (const auto& line : team.paper) {
    PaperTeamLine drawn{line.layer, line.text};
    if (!line.struck && is_new(line.on) && !stood(&PaperDrawn::lines, drawn)) out.lines.push_back(std::move(drawn));
  }
  for (const auto& focus : team.focuses)
    if (focus.state == Done::open) out.focuses.push_back(focus.chosen.text);
  for (const auto& one : book.sentences)
    if (one.state == SentenceState::adopted && is_new(one.since) && !stood(&PaperDrawn::sentences, one.text))
      out.sentences.push_back(one.text);
  for (const auto* circle : circles) {
    if (!circle->settled_on || !is_new(*circle->settled_on)) continue;
    auto drawn = in_short(*circle);
    if (!stood(&PaperDrawn::circles, drawn)) out.circles.push_back(std::move(drawn));
  }
  return out;
}

std::vector<ComparedLine> compared(const std::vector<std::string>& now, const std::vector<std::string>* before) {
  std::vector<ComparedLine> out;
  for (const auto& one : now)
    out.push_back({one, before == nullptr || holds(*before, one) ? PaperChange::same : PaperChange::fresh});
  if (before == nullptr) return out;
  for (const auto& one : *before)
    if (!holds(now, one)) out.push_back({one, PaperChange::gone});
  return out;
}

}  // namespace casus::learning
