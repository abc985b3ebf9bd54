// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/evolve/evolving.hpp"

#include <algorithm>

/// Events of the playbook.
namespace casus::learning {
namespace {

Sentence& the_sentence(Session& it, std::string_view id) {
  const auto found = std::ranges::find(it.book.sentences, id, &Sentence::id);
  if (found == it.book.sentences.end()) damaged("a sentence that is not in the book");
  found->events.push_back(it.version);
  return *found;
}

Sentence& stands(Session& it, std::string_view id, SentenceStands so, std::string note, int present = 0) {
  auto& one = the_sentence(it, id);
  one.stood.push_back(one);
  one.moments.push_back({so.since, std::string(key(so.state)), std::move(note), present});
  static_cast<SentenceStands&>(one) = so;
  return one;
}

/// It was a slip: it stands as before.
void undo(Session& it, std::string_view id, SentenceState slip, Date on) {
  auto& one = the_sentence(it, id);
  if (one.stood.empty()) damaged("a sentence that stood in no other way before");
  static_cast<SentenceStands&>(one) = one.stood.back();
  one.stood.pop_back();
  one.moments.push_back({on, std::string(kUndone), std::string(key(slip)), 0});
}

}  // namespace

void evolve_more(Session& it, const SentenceProposed& e, Date on) {
  it.book.sentences_ever = std::max(it.book.sentences_ever, number_of(e.id));
  Sentence made;
  made.id = e.id;
  made.events = {it.version};
  made.text = e.text;
  made.theme = e.theme;
  made.element = e.element;
  made.grew = e.grew;
  made.came_up(e.grew);
  made.since = on;
  made.moments.push_back({on, std::string(key(SentenceState::concept_)), {}, 0});
  it.book.sentences.push_back(std::move(made));
}

void evolve_more(Session& it, const SentenceBacked& e, Date) { the_sentence(it, e.sentence).came_up(e.grew); }

void evolve_more(Session& it, const SentenceReworded& e, Date on) {
  auto& one = the_sentence(it, e.sentence);
  one.moments.push_back({on, std::string(kReworded), one.text, 0});
  one.text = e.text;
  one.stood.clear();  // in these words it never stood otherwise
  static_cast<SentenceStands&>(one) = {SentenceState::concept_, on, {}, {}, {}};
}

void evolve_more(Session& it, const SentenceTried& e, Date on) {
  if (e.undone) return undo(it, e.sentence, SentenceState::on_trial, on);
  stands(it, e.sentence, {SentenceState::on_trial, on, e.until, {}, {}}, e.sign);
}

void evolve_more(Session& it, const SentenceAdopted& e, Date on) {
  if (e.undone) return undo(it, e.sentence, SentenceState::adopted, on);
  stands(it, e.sentence, {SentenceState::adopted, on, {}, e.review_on, e.meeting}, {}, e.present);
}

void evolve_more(Session& it, const SentenceLapsed& e, Date on) {
  if (e.undone) return undo(it, e.sentence, SentenceState::lapsed, on);
  stands(it, e.sentence, {SentenceState::lapsed, on, {}, {}, {}}, e.because);
}

void evolve_more(Session& it, const SentenceObjected& e, Date) {
  it.book.objections_ever = std::max(it.book.objections_ever, number_of(e.id));
  auto& objections = the_sentence(it, e.sentence).objections;
  std::erase_if(objections, [&](const SentenceObjection& one) { return one.id == e.id; });
  if (!e.withdrawn) objections.push_back({e.id, e.person, e.text, {}, {it.version}});
}

void evolve_more(Session& it, const ObjectionHeard& e, Date on) {
  for (auto& sentence : it.book.sentences)
    for (auto& one : sentence.objections) {
      if (one.id != e.objection) continue;
      sentence.events.push_back(it.version);
      if (!one.outcome.empty())
        sentence.moments.push_back({on, std::string(kHeardBefore), one.id + ": " + one.outcome, 0});
      one.outcome = e.outcome;
    }
}

void evolve_more(Session& it, const SentenceDestroyed& e, Date) {
  it.book.sentences_ever = std::max(it.book.sentences_ever, number_of(e.sentence));
  std::erase_if(it.book.sentences, [&](const Sentence& one) { return one.id == e.sentence; });
}

void forget_in(Playbook& book, const std::string& person) {
  for (auto& sentence : book.sentences)
    for (auto& one : sentence.objections)
      if (one.person == person) one.text.clear();
}

}  // namespace casus::learning
