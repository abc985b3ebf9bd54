// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/learning/evolving.hpp"
#include "core/learning/session.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>
#include <cstdlib>

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
    if (it_.circle) forget(*it_.circle, e.person);
    if (it_.paper) forget_in(*it_.paper, e.person);
    if (it_.course) forget_in(*it_.course, e.person);
    for (auto& sentence : it_.book.sentences)
      for (auto& one : sentence.objections)
        if (one.person == e.person) one.text.clear();
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
    scan().counts = e.counts;
  }
  void operator()(const ScanCancelled&) { scan().cancelled = true; }

  void operator()(const OwnGoalSet& e) {
    it_.goal_numbers.given(e.person, e.id);
    if (!e.text.empty()) it_.goals.push_back({e.id, e.person, e.text, e.by_when, e.on, on_, {}, {}, {}, {it_.version}});
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

  void operator()(const CircleBegun& e) {
    auto& circle = it_.circle.emplace();
    circle.instrument = parse_instrument(e.definition).first;
    circle.question = e.question;
    circle.others = e.others;
  }
  void operator()(const RoundAsked& e) { circle().rounds.push_back({e.id, e.question, e.most, false}); }
  void operator()(const CardWritten& e) {
    circle().cards_ever = std::max(circle().cards_ever, number_of(e.id));
    const auto* round = circle().open_round();
    circle().cards.push_back({e.id, e.person, e.text, e.sort, round != nullptr ? round->id : std::string(), {}});
  }
  void operator()(const CardTakenBack& e) {
    std::erase_if(circle().cards, [&](const Card& one) { return one.id == e.card; });
  }
  void operator()(const CardsShown& e) {
    for (auto& one : circle().rounds) one.shown = one.shown || one.id == e.round;
  }
  void operator()(const CardsClustered& e) {
    if (circle().cluster(e.id) == nullptr) circle().clusters.push_back({e.id, e.name, e.round, 0});
    for (auto& card : circle().cards)
      if (std::ranges::find(e.cards, card.id) != e.cards.end()) card.cluster = e.id;
  }
  void operator()(const DotsPlaced& e) {
    auto& placed = circle().dots[e.person];
    placed.clear();
    std::string_view rest = e.clusters;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(' '), rest.size());
      if (end > 0) placed.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (placed.empty()) circle().dots.erase(e.person);  // their key is gone
  }
  void operator()(const DotsShown& e) {
    for (auto& cluster : circle().clusters)
      for (const auto& one : e.counts)
        if (one.cluster == cluster.id) cluster.dots = one.dots;
    circle().dots.clear();
    circle().dots_shown = true;
  }
  void operator()(const StoodOnLine& e) {
    auto& line = circle().line(e.line);
    if (!e.place.empty()) (e.second ? line.second : line.first)[e.person] = std::atoi(e.place.c_str());
  }
  void operator()(const LineShown& e) {
    auto& line = circle().line(e.line);
    (e.second ? line.moved : line.shown) = e;
    if (!e.second) return;
    line.first.clear();
    line.second.clear();
  }
  void operator()(const HarvestNoted& e) {
    circle().harvest.push_back({e, "h" + std::to_string(++circle().harvest_ever)});
  }
  void operator()(const CircleStepAgreed& e) {
    circle().steps.push_back({e, "a" + std::to_string(++circle().steps_ever)});
  }
  void operator()(const StruckFromCircle& e) {
    const auto struck = [&](const auto& one) { return one.id == e.what; };
    std::erase_if(circle().harvest, struck);
    std::erase_if(circle().steps, struck);
  }
  void operator()(const CircleCancelled& e) {
    circle().cancelled = true;
    circle().because = e.because;
  }
  void operator()(const CircleReported& e) {
    circle().reported_on = on_;
    circle().feedback_until = e.until;
  }
  void operator()(const CircleObjected& e) { circle().objections.push_back({e.person, e.text}); }
  void operator()(const CircleSettled&) { circle().settled_on = on_; }

  void operator()(const SentenceProposed& e) {
    Sentence made;
    made.id = e.id;
    made.text = e.text;
    made.theme = e.theme;
    made.element = e.element;
    made.grew = e.grew;
    made.since = on_;
    made.moments.push_back({on_, "concept", {}, 0});
    it_.book.sentences.push_back(std::move(made));
  }
  void operator()(const SentenceBacked& e) { ++sentence(e.sentence).backed; }
  void operator()(const SentenceReworded& e) {
    auto& one = sentence(e.sentence);
    one.moments.push_back({on_, "reworded", one.text, 0});
    one.text = e.text;
    one.state = SentenceState::concept_;
    one.since = on_;
    one.trial_ends.reset();
    one.review_on.reset();
  }
  void operator()(const SentenceTried& e) {
    auto& one = stands(e.sentence, SentenceState::on_trial, e.sign, 0);
    one.trial_ends = e.until;
  }
  void operator()(const SentenceAdopted& e) {
    auto& one = stands(e.sentence, SentenceState::adopted, {}, e.present);
    one.review_on = e.review_on;
  }
  void operator()(const SentenceLapsed& e) { stands(e.sentence, SentenceState::lapsed, e.because, 0); }
  void operator()(const SentenceObjected& e) {
    it_.book.objections_ever = std::max(it_.book.objections_ever, number_of(e.id));
    sentence(e.sentence).objections.push_back({e.id, e.person, e.text, {}});
  }
  void operator()(const ObjectionHeard& e) {
    for (auto& one : it_.book.sentences)
      for (auto& objection : one.objections)
        if (objection.id == e.objection) objection.outcome = e.outcome;
  }
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
  static void forget(Circle& circle, const std::string& person) {
    for (auto& card : circle.cards)
      if (card.person == person) card.text.clear();
    for (auto& one : circle.objections)
      if (one.person == person) one.text.clear();
    circle.dots.erase(person);
    for (auto& line : circle.lines) {
      line.first.erase(person);
      line.second.erase(person);
    }
  }
  Circle& circle() {
    if (!it_.circle) damaged("a step of a circle that was not begun");
    return *it_.circle;
  }
  Sentence& sentence(std::string_view id) {
    const auto found = std::ranges::find(it_.book.sentences, id, &Sentence::id);
    if (found == it_.book.sentences.end()) damaged("a sentence that is not in the book");
    return *found;
  }
  Sentence& stands(std::string_view id, SentenceState state, std::string note, int present) {
    auto& one = sentence(id);
    one.state = state;
    one.since = on_;
    one.moments.push_back({on_, std::string(key(state)), std::move(note), present});
    return one;
  }
  Scan& scan() {
    if (!it_.scan) damaged("an answer to a scan that was not begun");
    return *it_.scan;
  }
  OwnGoal* goal(std::string_view person, std::string_view id) {
    const auto found = std::ranges::find_if(it_.goals, [&](const OwnGoal& one) { return is_own(one, person, id); });
    return found == it_.goals.end() ? nullptr : &*found;
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

const ScanAnswers* Scan::of(std::string_view person) const {
  const auto found = std::ranges::find(answers, person, &ScanAnswers::person);
  return found == answers.end() ? nullptr : &*found;
}

const Learner* Session::learner(std::string_view person) const {
  const auto found = std::ranges::find(people, person, &Learner::id);
  return found == people.end() ? nullptr : &*found;
}

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
  const auto found = std::ranges::find_if(goals, [&](const OwnGoal& one) { return is_own(one, person, wanted); });
  return found == goals.end() ? nullptr : &*found;
}

void evolve(Session& it, const LearningEvent& event) {
  if (++it.version == 1) it.begun_on = date_of(event.at);
  it.changed_at = event.at;
  std::visit(Evolver(it, event), event.body);
}

}  // namespace casus::learning
