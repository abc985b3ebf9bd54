// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/evolve/evolving.hpp"

#include <algorithm>

/// Events of an edition of the paper. All but the proof itself, a round and the number change what stands in it.
namespace casus::learning {
namespace {

Paper& the_paper(Session& it) {
  if (!it.paper) damaged("a step of a paper that was not begun");
  return *it.paper;
}

Paper& changed_paper(Session& it) {
  auto& paper = the_paper(it);
  paper.proof_holds = false;
  return paper;
}

}  // namespace

void evolve_more(Session& it, const PaperBegun& e, Date) {
  auto& paper = it.paper.emplace();
  paper.instrument = parse_instrument(e.definition).first;
  paper.emphasis = e.emphasis;
  paper.others = e.others;
  paper.before = e.before;
  for (const auto& one : e.carried) paper.carried.push_back({one, {}});
}

void evolve_more(Session& it, const OwnLineWritten& e, Date) {
  auto& paper = changed_paper(it);
  paper.own_numbers.given(e.person, e.id);
  // Of who is forgotten the words are gone: that a line stood here is known until they leave.
  paper.own.push_back({e.id, e.person, e.text, e.offered, it.version});
}

void evolve_more(Session& it, const OwnLineOffered& e, Date) {
  for (auto& one : changed_paper(it).own)
    if (is_own(one, e.person, e.line)) one.offered = e.offered;
}

void evolve_more(Session& it, const PaperCardWritten& e, Date) {
  auto& paper = changed_paper(it);
  paper.cards_ever = std::max(paper.cards_ever, number_of(e.id));
  paper.cards.push_back({e.id, e.person, e.question, e.text});
}

void evolve_more(Session& it, const PaperRoundTurned& e, Date) {
  auto& paper = changed_paper(it);
  if (paper.round() != e.round) damaged("a round of a paper out of its order");
  ++paper.turned;
}

void evolve_more(Session& it, const PaperLineSettled& e, Date) {
  auto& paper = changed_paper(it);
  paper.lines_ever = std::max(paper.lines_ever, number_of(e.id));
  paper.lines.push_back({e.id, e.question, e.text});
}

void evolve_more(Session& it, const TakenOutOfPaper& e, Date) {
  auto& paper = changed_paper(it);
  // Ids are never given twice, also not when the event that gave one is destroyed.
  if (e.what.starts_with('i')) paper.own_numbers.given(e.person, e.what);
  std::erase_if(paper.own, [&](const OwnPaperLine& one) { return is_own(one, e.person, e.what); });
  paper.withdrawn += e.withdrawn ? 1 : 0;
  std::erase_if(paper.cards, [&](const PaperCard& one) { return one.id == e.what; });
  std::erase_if(paper.lines, [&](const SettledLine& one) { return one.id == e.what; });
  std::erase_if(paper.promises, [&](const PaperPromise& one) { return one.id == e.what; });
}

void evolve_more(Session& it, const PaperPromised& e, Date) {
  auto& paper = changed_paper(it);
  paper.promises_ever = std::max(paper.promises_ever, number_of(e.id));
  paper.promises.push_back(e);
}

void evolve_more(Session& it, const PromiseAnswered& e, Date) {
  for (auto& one : changed_paper(it).carried)
    if (one.promised.id == e.promise) one.answer = e;
}

void evolve_more(Session& it, const PaperProofed& e, Date on) {
  auto& paper = the_paper(it);
  paper.drawn = e.drawn;
  paper.proofed_on = on;
  paper.proof_holds = true;
}

void evolve_more(Session& it, const PaperPublished& e, Date on) {
  auto& paper = the_paper(it);
  paper.published_on = on;
  paper.number = e.number;
}

void evolve_more(Session& it, const PaperCancelled& e, Date) {
  auto& paper = the_paper(it);
  paper.cancelled = true;
  paper.because = e.because;
}

void forget_in(Paper& paper, const std::string& person) {
  const bool theirs = std::ranges::any_of(paper.own, [&](const auto& one) { return one.person == person; });
  if (theirs) paper.proof_holds = false;
  if (paper.is_out())
    paper.withdrawn += static_cast<int>(
        std::ranges::count_if(paper.own, [&](const OwnPaperLine& one) { return one.person == person && one.offered; }));
  std::erase_if(paper.own, [&](const OwnPaperLine& one) { return one.person == person; });
  for (auto& card : paper.cards)
    if (card.person == person) card.text.clear();
}

}  // namespace casus::learning
