// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/scan.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace casus::learning {
namespace {

/// What is offered is there for all once its round is over: without whose it is, nor which came first.
void hide_others(Paper& paper, std::string_view person, bool few) {
  for (auto& one : paper.own) {
    if (!person.empty() && one.person == person) continue;
    if (one.offered && !few && paper.is_over("me")) one = {{}, {}, one.text, true, 0};
    else one.text.clear();
  }
  std::erase_if(paper.own, [](const OwnPaperLine& one) { return one.text.empty(); });
  std::ranges::sort(paper.own, {}, [](const OwnPaperLine& one) { return std::pair(one.id.empty(), one.text); });
  std::erase_if(paper.cards, [&](const PaperCard& one) {
    const auto* item = paper.instrument.item(one.question);
    const bool shown = item != nullptr && paper.is_over(item->group);
    return !shown && (person.empty() || one.person != person);
  });
}

/// Who was where is for that person; all see how many there were.
void hide_others(Course& course, std::string_view person) {
  const auto other = [&](const auto& one) { return person.empty() || one.person != person; };
  std::erase_if(course.homework, other);
  std::erase_if(course.taken, other);
  for (auto& meeting : course.meetings)
    std::erase_if(meeting.present, [&](const std::string& id) { return id != person; });
}

}  // namespace

bool few_were_there(const Session& paper) { return std::ssize(paper.people) < kFewestShown; }

int withdrawn_lines(const Session& paper) {
  return few_were_there(paper) || paper.paper->cancelled ? 0 : paper.paper->withdrawn;
}

std::vector<std::string> offered_lines(const Session& it) {
  std::vector<std::string> out;
  if (few_were_there(it)) return out;
  for (const auto& one : it.paper->own)
    if (one.offered && !one.text.empty()) out.push_back(one.text);
  std::ranges::sort(out);  // not in the order in which they were written
  return out;
}

bool holds_of(const Session& it, std::string_view person) {
  if (person.empty()) return false;
  const auto theirs = [&](const auto& all) {
    return std::ranges::any_of(all, [&](const auto& one) { return one.person == person; });
  };
  const auto placed = [&](const auto& by_person) { return by_person.contains(std::string(person)); };
  if (theirs(it.goals) || theirs(it.log) || (it.scan && theirs(it.scan->answers))) return true;
  for (const auto& sentence : it.book.sentences)
    if (theirs(sentence.objections)) return true;
  if (it.circle && (theirs(it.circle->cards) || theirs(it.circle->objections) || placed(it.circle->dots))) return true;
  if (it.circle)
    for (const auto& line : it.circle->lines)
      if (placed(line.first) || placed(line.second)) return true;
  if (it.paper && (theirs(it.paper->own) || theirs(it.paper->cards))) return true;
  if (!it.course) return false;
  const auto was_there = [&](const PlannedMeeting& one) {
    return std::ranges::find(one.present, person) != one.present.end();
  };
  return theirs(it.course->homework) || theirs(it.course->taken) || std::ranges::any_of(it.course->meetings, was_there);
}

Session seen_by(const Session& whole, std::string_view person) {
  Session out = whole;
  const auto other = [&](const auto& one) { return one.person != person; };
  std::erase_if(out.goals, other);
  std::erase_if(out.log, other);
  if (out.id == kOwnSession) std::erase_if(out.people, [&](const Learner& one) { return one.id != person; });
  if (out.scan) {
    out.scan->enough = std::ssize(out.scan->answers) >= kFewestShown;
    for (auto& one : out.scan->answers) {
      if (one.person == person) continue;
      one.given.clear();
      one.learn.clear();
      if (!out.scan->closed_on) one.contact.clear();
    }
    // Whether a colleague took part is theirs to say: who only answered leaves no trace here.
    std::erase_if(out.scan->answers, [&](const auto& one) { return other(one) && one.contact.empty(); });
  }
  if (out.circle) {
    auto& circle = *out.circle;
    for (auto& card : circle.cards) {
      const auto* round = circle.round(card.round);
      if (card.person != person && (round == nullptr || !round->shown)) card.text.clear();
    }
    std::erase_if(circle.dots, [&](const auto& one) { return one.first != person; });
    for (auto& line : circle.lines)
      for (auto* places : {&line.first, &line.second})
        std::erase_if(*places, [&](const auto& one) { return one.first != person; });
  }
  if (out.paper) hide_others(*out.paper, person, few_were_there(out));
  if (out.course) hide_others(*out.course, person);
  return out;
}

}  // namespace casus::learning
