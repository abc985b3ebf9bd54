// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/base/first_that.hpp"
#include "core/learning/evolve/evolving.hpp"
#include "core/learning/session.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>

namespace casus::learning {
namespace {

class Evolver {
 public:
  Evolver(Session& it, const LearningEvent& event) : it_(it), on_(date_of(event.at)), by_(event.by) {}

  void operator()(const LearnerJoined& e) { it_.people.push_back({e.person, e.name, e.name.empty()}); }
  void operator()(const LearnerForgotten& e) {
    for (auto& one : it_.people)
      if (one.id == e.person) one = {one.id, {}, true};
    if (it_.scan) std::erase_if(it_.scan->answers, [&](const auto& one) { return one.person == e.person; });
    if (it_.circle) forget_in(*it_.circle, e.person, on_);
    if (it_.paper) forget_in(*it_.paper, e.person);
    if (it_.course) forget_in(*it_.course, e.person);
    forget_in(it_.book, e.person);
    std::erase_if(it_.goals, [&](const auto& one) { return one.person == e.person; });
    std::erase_if(it_.log, [&](const auto& one) { return one.person == e.person; });
  }

  void operator()(const ScanStarted& e) {
    auto& scan = it_.scan.emplace();
    scan.instrument_id = e.instrument;
    scan.instrument = parse_instrument(e.definition).first;
    scan.until = e.until;
  }
  void operator()(const ScanAnswered& e) {
    if (e.given.empty()) return;  // its key is gone
    auto& answers = scan().answers;
    auto now = scan_answers_from(e.given);
    now.person = e.person;
    const auto before = std::ranges::find(answers, e.person, &ScanAnswers::person);
    if (before == answers.end()) answers.push_back(std::move(now));
    else *before = std::move(now);
  }
  void operator()(const ScanClosed& e) {
    scan().closed_on = on_;
    scan().answered = e.answered;
    scan().or_more = e.or_more;
    scan().counts = e.counts;
  }
  void operator()(const ScanCancelled&) { scan().cancelled = true; }

  void operator()(const OwnGoalSet& e) {
    it_.goal_numbers.given(e.person, e.id);
    if (!e.text.empty()) it_.goals.push_back({e.id, e.person, e.text, e.by_when, e.on, {}, {}, {}, {it_.version}});
  }
  void operator()(const OwnGoalChanged& e) {
    auto* goal = this->goal(e.person, e.goal);
    if (goal == nullptr) return;
    if (!e.text.empty()) goal->text = e.text;
    if (e.by_when) goal->by_when = *e.by_when;
    goal->events.push_back(it_.version);
  }
  void operator()(const OwnEvidenceAdded& e) {
    it_.evidence_numbers.given(e.person, e.id);
    auto* goal = this->goal(e.person, e.goal);
    if (goal == nullptr || e.text.empty()) return;
    goal->evidence.push_back({e.id, e.text, e.source, on_});
    goal->events.push_back(it_.version);
  }
  void operator()(const OwnGoalReviewed& e) {
    auto* goal = this->goal(e.person, e.goal);
    if (goal == nullptr) return;
    goal->reviews.push_back({e.better, e.course, on_});
    goal->course = e.course;
    if (e.by_when) goal->by_when = *e.by_when;
    goal->events.push_back(it_.version);
  }
  void operator()(const OwnLogWritten& e) {
    it_.log_numbers.given(e.person, e.id);
    if (!e.text.empty()) it_.log.push_back({e.id, e.person, e.text, e.way, e.on, it_.version});
  }
  void operator()(const OwnStruck& e) {
    (e.entry.starts_with('g') ? it_.goal_numbers : it_.log_numbers).given(e.person, e.entry);
    const auto struck = [&](const auto& one) { return is_own(one, e.person, e.entry); };
    std::erase_if(it_.goals, struck);
    std::erase_if(it_.log, struck);
  }

  void operator()(const SessionLineDestroyed&) {}  // what is left of the events says it

  template <class Event>
  requires requires(Session& it, const Event& e) { evolve_more(it, e, Date{}); }
  void operator()(const Event& e) {
    if constexpr (requires { Event::kOfItsActor; }) {
      // Written before events of this kind said whose it is: only that person could do it.
      auto known = e;
      if (known.person.empty()) known.person = by_;
      evolve_more(it_, known, on_);
    } else {
      evolve_more(it_, e, on_);
    }
  }

 private:
  Scan& scan() {
    if (!it_.scan) damaged("an answer to a scan that was not begun");
    return *it_.scan;
  }
  OwnGoal* goal(std::string_view person, std::string_view id) {
    return first_that(it_.goals, [&](const OwnGoal& one) { return is_own(one, person, id); });
  }

  Session& it_;
  Date on_;
  const std::string& by_;
};

}  // namespace

int number_of(std::string_view id) {
  int number = 0;
  for (const char c : id.substr(std::min<std::size_t>(1, id.size())))
    if (c >= '0' && c <= '9') number = number * 10 + (c - '0');
  return number;
}

void damaged(std::string_view what) {
  throw Fault(Fault::Kind::store, "learning history does not fit: " + std::string(what));
}

const ScanAnswers* Scan::of(std::string_view person) const { return first_with(answers, person, &ScanAnswers::person); }

const Learner* Session::learner(std::string_view person) const { return with_id(people, person); }

const Learner* Session::called(std::string_view name, const Team& team) const {
  std::vector<std::string> names{std::string(name)};
  if (const auto* member = team.member(name)) {
    names.push_back(member->name);
    names.insert(names.end(), member->formerly.begin(), member->formerly.end());
  }
  for (const auto& one : people)
    if (!one.gone && std::ranges::any_of(names, [&](const auto& each) { return same_name(each, one.name); }))
      return &one;
  return nullptr;
}

const OwnGoal* Session::goal(std::string_view person, std::string_view wanted) const {
  return first_that(goals, [&](const OwnGoal& one) { return is_own(one, person, wanted); });
}

void evolve(Session& it, const LearningEvent& event) {
  if (++it.version == 1) it.begun_on = date_of(event.at);
  it.changed_at = event.at;
  std::visit(Evolver(it, event), event.body);
}

}  // namespace casus::learning
