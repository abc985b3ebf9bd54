// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/decide/deciding.hpp"

#include <algorithm>

/// An edition of the paper: three rounds in their order, a proof, and out. What people wrote alone stays theirs.
namespace casus::learning {
namespace {

constexpr int kMostOthers = 200;
/// Own lines of one person: it is a moment to think, not to write a report.
constexpr std::ptrdiff_t kMostOwnLines = 5;

std::optional<Refusal> paper_text_off(const Deciding& at, const std::string& text, Message what) {
  if (auto refusal = empty_text(text, std::move(what))) return refusal;
  if (letters_in(text) > kLongestPaperLine)
    return no("LineTooLong", msg("learn.paper.too_long", "most"_is = kLongestPaperLine),
              msg("learn.paper.too_long_do"));
  return leads_back(text, names_of_team(at.facts));
}

std::optional<Refusal> not_made(const Session& it) {
  if (!it.paper)
    return no("NoPaper", msg("learn.paper.none"), msg("learn.start_one", "start"_is = way("learn paper start")));
  if (it.paper->cancelled)
    return no("PaperCancelled", msg("learn.paper.is_cancelled", "paper"_is = it.id),
              msg("learn.start_one", "start"_is = way("learn paper start")));
  return std::nullopt;
}

std::optional<Refusal> not_in_the_making(const Session& it) {
  if (auto refusal = not_made(it)) return refusal;
  if (it.paper->going_on()) return std::nullopt;
  return no("PaperOut", msg("learn.paper.is_out", "number"_is = it.paper->number),
            msg("learn.paper.is_out_do", "start"_is = way("learn paper start"),
                "cancel"_is = way("learn paper cancel", "because"_is = gap())));
}

std::optional<Refusal> other_round(const Paper& paper, std::string_view wanted) {
  if (paper.round() == wanted) return std::nullopt;
  if (paper.is_over(wanted))
    return no("RoundOver", msg("learn.paper.round_over", "round"_is = paper_round_name(wanted)),
              msg("learn.paper.round_over_do",
                  "settle"_is = way("learn paper settle", "question"_is = gap(), "text"_is = gap())));
  return no("RoundToCome",
            msg("learn.paper.round_to_come", "round"_is = paper_round_name(wanted),
                "now"_is = paper_round_name(paper.round())),
            msg("learn.paper.round_to_come_do", "next"_is = way("learn paper next")));
}

/// A question of the second or third round.
Outcome<const Item*, Refusal> question_of(const Paper& paper, const std::string& id) {
  return item_meant(paper.instrument, id, {kPaperRounds.begin() + 1, kPaperRounds.end()});
}

Refusal nothing_called(const std::string& what) {
  return no(
      "NothingThere", msg("learn.paper.nothing_called", "what"_is = what),
      msg("learn.paper.nothing_called_do", "show"_is = way("learn paper show"), "mine"_is = way("learn paper mine")));
}

int paper_number(const Paper& paper, const std::string& name, int otherwise) {
  const auto found = paper.instrument.numbers.find(name);
  return found == paper.instrument.numbers.end() ? otherwise : found->second;
}

const OwnPaperLine* own_line(Deciding& at, const std::string& id) {
  for (const auto& one : at.it.paper->own)
    if (is_own(one, at.actor(), id) && !one.text.empty()) return &one;
  return nullptr;
}

}  // namespace

Message paper_round_name(std::string_view round) {
  if (round == "me") return msg("learn.paper.round_me");
  if (round == "team") return msg("learn.paper.round_team");
  if (round == "area") return msg("learn.paper.round_area");
  return msg("learn.paper.round_done");
}

LearningDecision decide_paper(Deciding& at, const BeginPaper& c) {
  if (at.it.paper)
    return refuse("PaperThere", msg("learn.paper.there", "paper"_is = at.it.id),
                  msg("learn.paper.there_do", "show"_is = way("learn paper show", "paper"_is = at.it.id)));
  const auto& before = at.facts.paper;
  if (!before.going_on.empty())
    return refuse("PaperGoingOn", msg("learn.paper.going_on", "paper"_is = before.going_on),
                  msg("learn.paper.going_on_do", "show"_is = way("learn paper show"),
                      "cancel"_is = way("learn paper cancel", "because"_is = gap())));
  if (at.facts.instrument == nullptr) return failure(no_instrument(at, c.instrument));
  if (c.others < 0 || c.others > kMostOthers)
    return refuse("TooMany", msg("learn.circle.others_off", "count"_is = c.others),
                  msg("learn.circle.others_off_do", "least"_is = 0, "most"_is = kMostOthers));
  for (const auto& name : c.present) {
    if (at.facts.team != nullptr && !at.facts.team->members.empty() && at.facts.team->member(name) == nullptr)
      return refuse("NotOfTheTeam", msg("learn.not_of_team", "name"_is = name),
                    msg("learn.paper.not_of_team_do", "add"_is = way("team add", "name"_is = name)));
    (void)at.person(
        at.facts.team != nullptr && at.facts.team->member(name) != nullptr ? at.facts.team->member(name)->name : name);
  }
  at.add(PaperBegun{c.emphasis, c.others, std::string(at.facts.definition), before.session, before.promises});
  return std::move(at).events();
}

LearningDecision decide_paper(Deciding& at, const WriteOwnLine& c) {
  if (auto refusal = not_in_the_making(at.it)) return failure(std::move(*refusal));
  const auto& paper = *at.it.paper;
  if (auto refusal = other_round(paper, "me")) return failure(std::move(*refusal));
  if (auto refusal = paper_text_off(at, c.text, msg("learn.paper.the_line"))) return failure(std::move(*refusal));
  const auto mine = std::ranges::count(paper.own, at.actor(), &OwnPaperLine::person);
  if (mine >= kMostOwnLines)
    return refuse("EnoughLines", msg("learn.paper.enough_own", "most"_is = kMostOwnLines),
                  msg("learn.paper.enough_own_do", "out"_is = way("learn paper out", "what"_is = gap())));
  at.add(OwnLineWritten{paper.own_numbers.next("i", at.actor()), at.actor(), std::string(trimmed(c.text)), c.offer});
  return std::move(at).events();
}

LearningDecision decide_paper(Deciding& at, const OfferOwnLine& c) {
  if (auto refusal = not_in_the_making(at.it)) return failure(std::move(*refusal));
  const auto* line = own_line(at, c.line);
  if (line == nullptr) return failure(nothing_called(c.line));
  if (line->offered == !c.keep) return LearningEvents{};
  at.add(OwnLineOffered{c.line, !c.keep, at.actor()});
  return std::move(at).events();
}

LearningDecision decide_paper(Deciding& at, const WritePaperCard& c) {
  if (auto refusal = not_in_the_making(at.it)) return failure(std::move(*refusal));
  const auto& paper = *at.it.paper;
  const auto question = question_of(paper, c.question);
  if (!question) return failure(question.error());
  if (auto refusal = other_round(paper, (*question)->group)) return failure(std::move(*refusal));
  if (auto refusal = empty_text(c.text, msg("learn.circle.the_card"))) return failure(std::move(*refusal));
  if (letters_in(c.text) > kLongestCard)
    return refuse("CardTooLong", msg("learn.circle.too_long", "most"_is = kLongestCard),
                  msg("learn.circle.too_long_do"));
  if (auto refusal = leads_back(c.text, names_of_team(at.facts))) return failure(std::move(*refusal));
  const auto mine = std::ranges::count_if(
      paper.cards, [&](const PaperCard& one) { return one.question == (*question)->id && one.person == at.actor(); });
  const auto most = paper_number(paper, "cards", 3);
  if (mine >= most)
    return refuse("EnoughCards", msg("learn.circle.enough", "most"_is = most),
                  msg("learn.circle.enough_do", "back"_is = way("learn paper out", "what"_is = gap())));
  at.add(PaperCardWritten{"c" + std::to_string(paper.cards_ever + 1), at.actor(), (*question)->id,
                          std::string(trimmed(c.text))});
  return std::move(at).events();
}

LearningDecision decide_paper(Deciding& at, const TurnPaperRound&) {
  if (auto refusal = not_in_the_making(at.it)) return failure(std::move(*refusal));
  const auto round = at.it.paper->round();
  if (round.empty())
    return refuse("RoundsOver", msg("learn.paper.rounds_over"),
                  msg("learn.paper.rounds_over_do", "proof"_is = way("learn paper proof")));
  at.add(PaperRoundTurned{std::string(round)});
  return std::move(at).events();
}

LearningDecision decide_paper(Deciding& at, const SettlePaperLine& c) {
  if (auto refusal = not_in_the_making(at.it)) return failure(std::move(*refusal));
  const auto& paper = *at.it.paper;
  const auto question = question_of(paper, c.question);
  if (!question) return failure(question.error());
  const auto& group = (*question)->group;
  if (!paper.is_over(group) && paper.round() != group) return failure(*other_round(paper, group));
  if (!paper.is_over(group))
    return refuse("CardsHidden", msg("learn.paper.cards_hidden", "round"_is = paper_round_name(group)),
                  msg("learn.paper.round_to_come_do", "next"_is = way("learn paper next")));
  if (auto refusal = paper_text_off(at, c.text, msg("learn.paper.the_line"))) return failure(std::move(*refusal));
  const auto there = paper.settled((*question)->id);
  if (std::ranges::any_of(there, [&](const auto& one) { return folded(one) == folded(trimmed(c.text)); }))
    return LearningEvents{};
  const auto most = paper_number(paper, "lines", 2);
  if (std::ssize(there) >= most)
    return refuse("EnoughLines", msg("learn.paper.enough", "most"_is = most),
                  msg("learn.paper.enough_own_do", "out"_is = way("learn paper out", "what"_is = gap())));
  at.add(PaperLineSettled{"l" + std::to_string(paper.lines_ever + 1), (*question)->id, std::string(trimmed(c.text))});
  return std::move(at).events();
}

LearningDecision decide_paper(Deciding& at, const PromiseInPaper& c) {
  if (auto refusal = not_in_the_making(at.it)) return failure(std::move(*refusal));
  if (auto refusal = empty_text(c.who, msg("learn.circle.who"))) return failure(std::move(*refusal));
  if (auto refusal = paper_text_off(at, c.what, msg("learn.circle.what"))) return failure(std::move(*refusal));
  if (auto refusal = leads_back(c.who, names_of_team(at.facts))) return failure(std::move(*refusal));
  if (auto refusal = day_is_past(c.by_when, at.today)) return failure(std::move(*refusal));
  constexpr std::ptrdiff_t kMostPromises = 5;
  if (std::ssize(at.it.paper->promises) >= kMostPromises)
    return refuse("EnoughLines", msg("learn.paper.enough", "most"_is = kMostPromises),
                  msg("learn.paper.enough_own_do", "out"_is = way("learn paper out", "what"_is = gap())));
  at.add(PaperPromised{{"t" + std::to_string(at.it.paper->promises_ever + 1), std::string(trimmed(c.who)),
                        std::string(trimmed(c.what)), c.by_when}});
  return std::move(at).events();
}

LearningDecision decide_paper(Deciding& at, const AnswerPromise& c) {
  if (auto refusal = not_in_the_making(at.it)) return failure(std::move(*refusal));
  std::vector<std::string_view> known;
  for (const auto& one : at.it.paper->carried) known.push_back(one.promised.id);
  if (std::ranges::find(known, c.promise) == known.end())
    return refuse("NoPromise", msg("learn.paper.no_promise", "promise"_is = c.promise),
                  known.empty() ? msg("learn.paper.no_promises_do")
                                : msg("learn.scan.no_such_answer_do", "known"_is = joined(known)));
  if (c.state == Done::open)
    return refuse("StillOpen", msg("learn.paper.still_open"), msg("learn.paper.still_open_do"));
  if (auto refusal = paper_text_off(at, c.outcome, msg("learn.paper.what_came"))) return failure(std::move(*refusal));
  at.add(PromiseAnswered{{c.promise, c.state, std::string(trimmed(c.outcome))}});
  return std::move(at).events();
}

LearningDecision decide_paper(Deciding& at, const TakeOutOfPaper& c) {
  if (auto refusal = not_made(at.it)) return failure(std::move(*refusal));
  const auto& paper = *at.it.paper;
  if (const auto* line = own_line(at, c.what)) {
    at.add(TakenOutOfPaper{c.what, {line->event}, at.actor(), line->offered && paper.is_out()});
    return std::move(at).events();
  }
  if (auto refusal = not_in_the_making(at.it)) return failure(std::move(*refusal));
  const auto card = std::ranges::find(paper.cards, c.what, &PaperCard::id);
  bool there = std::ranges::find(paper.lines, c.what, &SettledLine::id) != paper.lines.end() ||
               std::ranges::find(paper.promises, c.what, &PaperPromise::id) != paper.promises.end();
  if (card != paper.cards.end()) {
    const auto question = question_of(paper, card->question);
    there = card->person == at.actor() || (question && paper.is_over((*question)->group));
  }
  if (!there) return failure(nothing_called(c.what));
  at.add(TakenOutOfPaper{c.what, {}, {}, false});
  return std::move(at).events();
}

LearningDecision decide_paper(Deciding& at, const ProofPaper&) {
  if (auto refusal = not_in_the_making(at.it)) return failure(std::move(*refusal));
  const auto& paper = *at.it.paper;
  if (!paper.round().empty())
    return refuse("RoundOpen", msg("learn.paper.round_open", "round"_is = paper_round_name(paper.round())),
                  msg("learn.paper.round_to_come_do", "next"_is = way("learn paper next")));
  if (paper.proof_holds && paper.drawn == at.facts.drawn) return LearningEvents{};
  at.add(PaperProofed{at.facts.drawn});
  return std::move(at).events();
}

LearningDecision decide_paper(Deciding& at, const PublishPaper&) {
  if (auto refusal = not_in_the_making(at.it)) return failure(std::move(*refusal));
  const auto& paper = *at.it.paper;
  for (const auto& one : paper.carried)
    if (!one.answer)
      return refuse("PromiseOpen",
                    msg("learn.paper.promise_open", "promise"_is = one.promised.id, "what"_is = one.promised.what),
                    msg("learn.paper.promise_open_do",
                        "answer"_is = way("learn paper answer", "promise"_is = one.promised.id, "outcome"_is = gap())));
  if (!paper.proofed_on)
    return refuse("NoProof", msg("learn.paper.no_proof"),
                  msg("learn.paper.no_proof_do", "proof"_is = way("learn paper proof")));
  if (!paper.proof_holds || paper.drawn != at.facts.drawn)
    return refuse("ProofIsOld", msg("learn.paper.proof_is_old"),
                  msg("learn.paper.no_proof_do", "proof"_is = way("learn paper proof")));
  at.add(PaperPublished{at.facts.paper.number + 1});
  return std::move(at).events();
}

LearningDecision decide_paper(Deciding& at, const CancelPaper& c) {
  if (auto refusal = not_made(at.it)) return failure(std::move(*refusal));
  if (auto refusal = cancel_reason_off(at, c.because)) return failure(std::move(*refusal));
  for (const auto& one : at.it.people)
    if (!one.gone) at.add(LearnerForgotten{one.id});
  at.add(PaperCancelled{{c.because}});
  return std::move(at).events();
}

}  // namespace casus::learning
