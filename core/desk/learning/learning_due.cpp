// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/learning/learning_due.hpp"

#include "core/desk/desk.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>

namespace casus::desk {

using text::msg;

namespace {

constexpr int kScanAgain = 365;
/// A meeting of a course is told of so many days before it.
constexpr int kCourseAhead = 7;

std::optional<learning::Session> last_of(Desk& desk, const std::string& kind) {
  const auto id = desk.learning().current(kind);
  return id.empty() ? std::nullopt : desk.learning().look(id, {});
}

/// What the last edition promised and nobody answered: in the edition that is being made, an answer counts.
int promises_due(Desk& desk, Date on) {
  std::vector<PaperPromise> open;
  for (const auto& id : desk.learning().sessions("paper")) {
    const auto seen = desk.learning().look(id, {});
    if (!seen || !seen->paper || seen->paper->cancelled) continue;
    if (seen->paper->is_out()) open = seen->paper->promises;
    else
      std::erase_if(open, [&](const PaperPromise& one) {
        return std::ranges::any_of(seen->paper->carried, [&](const learning::CarriedPromise& carried) {
          return carried.promised == one && carried.answer;
        });
      });
  }
  return static_cast<int>(std::ranges::count_if(open, [&](const PaperPromise& one) { return one.by_when <= on; }));
}

int contributions_due(Desk& desk, Date on) {
  int due = 0;
  if (const auto team = desk.service().team())
    for (const auto& focus : team->focuses)
      for (const auto& part : focus.contributions)
        due += focus.state == Done::open && part.by_when && *part.by_when <= on ? 1 : 0;
  return due;
}

/// What any circle agreed, until somebody says what came of it.
void add_agreed(Desk& desk, Date on, LearningDue& due) {
  for (const auto& id : desk.learning().sessions("circle")) {
    const auto seen = desk.learning().look(id, {});
    if (!seen || !seen->circle || seen->circle->cancelled) continue;
    for (const auto& one : seen->circle->steps) {
      if (!one.is_due(on)) continue;
      if (due.agreed++ > 0) continue;
      due.agreement = one.id;
      due.agreed_in = id;
    }
  }
}

/// The next meeting of any course that goes on.
void add_course(Desk& desk, Date on, LearningDue& due) {
  for (const auto& id : desk.learning().sessions("course")) {
    const auto seen = desk.learning().look(id, {});
    if (!seen || !seen->course || seen->course->cancelled) continue;
    for (const auto& one : seen->course->meetings) {
      const auto ahead = days_between(on, one.on);
      if (one.dropped || one.held || ahead < 0 || ahead > kCourseAhead || (due.on && *due.on <= one.on)) continue;
      due.meeting = one.id;
      due.on = one.on;
    }
  }
}

}  // namespace

LearningDue learning_due(Desk& desk, Date on) {
  LearningDue due;
  if (const auto book = desk.learning().look(std::string(kBookSession), {})) due.sentences = book->book.due(on);
  if (const auto last = last_of(desk, "circle"); last && last->circle && last->circle->going_on())
    if (const auto until = last->circle->feedback_until; until && *until <= on) due.circle = last->id;
  add_agreed(desk, on, due);
  if (const auto last = last_of(desk, "scan"); last && last->scan) {
    due.scan = !last->scan->open() && days_between(last->begun_on, on) >= kScanAgain;
    if (last->scan->open()) due.scan_until = last->scan->until;
    due.scan_over = due.scan_until && *due.scan_until <= on;
  }
  due.promises = promises_due(desk, on);
  due.contributions = contributions_due(desk, on);
  if (const auto last = last_of(desk, "area"); last && last->area && last->area->next_on)
    due.area = *last->area->next_on <= on;
  add_course(desk, on, due);
  return due;
}

LearningDue learning_due_for_me(Desk& desk, Date on) {
  auto due = learning_due(desk, on);
  if (desk.seat().sureness == Sureness::table || desk.who_or_nobody().empty()) return due;
  if (const auto own = desk.learning().look(std::string(kOwnSession), desk.who_or_nobody()))
    due.goals = static_cast<int>(std::ranges::count_if(
        own->goals, [&](const learning::OwnGoal& one) { return one.open() && one.by_when <= on; }));
  if (const auto id = desk.learning().current("scan"); !id.empty())
    if (const auto seen = desk.learning().look(id, desk.who_or_nobody());
        seen && seen->scan && seen->scan->open() &&
        seen->scan->of(desk.learning().person_in(*seen, desk.who_or_nobody())) == nullptr)
      due.my_scan = id;
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
  if (due.agreed > 0)
    lines.push_back(msg("learn.due.agreed", "count"_is = due.agreed,
                        "answer"_is = text::way("learn circle answer", "step"_is = due.agreement,
                                                "outcome"_is = text::gap(), "circle"_is = due.agreed_in)));
  if (due.promises > 0)
    lines.push_back(msg("learn.due.promises", "count"_is = due.promises, "show"_is = text::way("learn paper show")));
  if (due.contributions > 0)
    lines.push_back(
        msg("learn.due.contributions", "count"_is = due.contributions, "review"_is = text::way("area review")));
  if (!due.meeting.empty())
    lines.push_back(msg("learn.due.meeting", "meeting"_is = due.meeting, "on"_is = text::day_message(*due.on),
                        "sheet"_is = text::way("learn course sheet", "meeting"_is = due.meeting)));
  if (due.area) lines.push_back(msg("learn.due.area", "begin"_is = text::way("area begin")));
  if (!due.my_scan.empty())
    lines.push_back(due.scan_until ? msg("learn.due.my_scan_until", "until"_is = text::day_message(*due.scan_until),
                                         "mine"_is = text::way("learn scan mine"))
                                   : msg("learn.due.my_scan", "mine"_is = text::way("learn scan mine")));
  if (due.scan_over)
    lines.push_back(msg("learn.due.scan_over", "until"_is = text::day_message(*due.scan_until),
                        "close"_is = text::way("learn scan close")));
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
