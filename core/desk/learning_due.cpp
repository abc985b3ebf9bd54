// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/learning_due.hpp"

#include "core/desk/desk.hpp"

#include <algorithm>

namespace casus::desk {

using text::msg;

namespace {

constexpr int kScanAgain = 365;

std::optional<learning::Session> last_of(Desk& desk, const std::string& kind) {
  const auto id = desk.learning().current(kind);
  return id.empty() ? std::nullopt : desk.learning().look(id, {});
}

}  // namespace

LearningDue learning_due(Desk& desk, Date on) {
  LearningDue due;
  if (const auto book = desk.learning().look(std::string(kBookSession), {})) due.sentences = book->book.due(on);
  if (const auto last = last_of(desk, "circle"); last && last->circle && !last->circle->settled_on)
    if (const auto until = last->circle->feedback_until; until && *until <= on) due.circle = last->id;
  if (const auto last = last_of(desk, "scan"); last && last->scan && !last->scan->open())
    due.scan = days_between(last->begun_on, on) >= kScanAgain;
  return due;
}

LearningDue learning_due_for_me(Desk& desk, Date on) {
  auto due = learning_due(desk, on);
  if (desk.seat().sureness == Sureness::table || desk.who_or_nobody().empty()) return due;
  if (const auto own = desk.learning().look(std::string(kOwnSession), desk.who_or_nobody()))
    due.goals = static_cast<int>(std::ranges::count_if(
        own->goals, [&](const learning::OwnGoal& one) { return one.open() && one.by_when <= on; }));
  return due;
}

std::vector<text::Message> in_words(const LearningDue& due) {
  std::vector<text::Message> lines;
  if (due.goals > 0)
    lines.push_back(msg("learn.due.goals", "count"_is = due.goals, "mine"_is = text::way("learn mine")));
  if (due.sentences > 0)
    lines.push_back(msg("learn.due.sentences", "count"_is = due.sentences, "show"_is = text::way("learn book show")));
  if (!due.circle.empty())
    lines.push_back(msg("learn.due.circle", "circle"_is = due.circle, "settle"_is = text::way("learn circle settle")));
  if (due.scan) lines.push_back(msg("learn.due.scan", "start"_is = text::way("learn scan start")));
  return lines;
}

std::vector<std::string> agreed_sentences(Desk& desk) {
  std::vector<std::string> agreed;
  if (const auto book = desk.learning().look(std::string(kBookSession), {}))
    for (const auto& one : book->book.sentences)
      if (one.state == learning::SentenceState::adopted) agreed.push_back(one.text);
  return agreed;
}

}  // namespace casus::desk
