// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/deciding.hpp"
#include "core/learning/scan.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>

/// A circle of learning: each step when its time has come, hidden until it is shown, settled once.
namespace casus::learning {
namespace {

std::optional<Refusal> not_going_on(const Session& it) {
  if (!it.circle)
    return no("NoCircle", msg("learn.circle.none"),
              msg("learn.circle.none_do", "begin"_is = way("learn circle start", "question"_is = gap())));
  if (it.circle->cancelled)
    return no("CircleCancelled", msg("learn.circle.is_cancelled", "circle"_is = it.id),
              msg("learn.circle.none_do", "begin"_is = way("learn circle start", "question"_is = gap())));
  if (!it.circle->settled_on) return std::nullopt;
  return no("CircleSettled", msg("learn.circle.settled", "on"_is = text::day_message(*it.circle->settled_on)),
            msg("learn.circle.settled_do", "begin"_is = way("learn circle start", "question"_is = gap())));
}

/// A report that people read is not changed under their eyes.
std::optional<Refusal> not_at_the_table(const Session& it) {
  if (auto refusal = not_going_on(it)) return refusal;
  if (!it.circle->feedback_until) return std::nullopt;
  return no("ReportIsOut",
            msg("learn.circle.report_is_out", "until"_is = text::day_message(*it.circle->feedback_until)),
            msg("learn.circle.report_is_out_do", "object"_is = way("learn circle object", "text"_is = gap())));
}

std::optional<Refusal> text_off(const Deciding& at, const std::string& text, Message what) {
  if (auto refusal = empty_text(text, std::move(what))) return refusal;
  return leads_back(text, names_of_team(at.facts));
}

Refusal no_card(const std::string& card) {
  return no("NoCard", msg("learn.circle.no_card", "card"_is = card),
            msg("learn.circle.no_card_do", "show"_is = way("learn circle show")));
}

int number(const Circle& circle, std::string_view name, int otherwise) {
  const auto found = circle.instrument.numbers.find(std::string(name));
  return found == circle.instrument.numbers.end() ? otherwise : found->second;
}

Outcome<const Item*, Refusal> item_of(const Circle& circle, const std::string& id,
                                      std::vector<std::string_view> groups) {
  std::vector<std::string_view> known;
  for (const auto& one : circle.instrument.items) {
    if (std::ranges::find(groups, one.group) == groups.end()) continue;
    if (one.id == id) return &one;
    known.push_back(one.id);
  }
  return refuse("NoItem", msg("learn.circle.no_item", "item"_is = id),
                msg("learn.scan.no_such_answer_do", "known"_is = joined(known)));
}

}  // namespace

LearningDecision decide_circle(Deciding& at, const BeginCircle& c) {
  if (at.it.circle)
    return refuse("CircleThere", msg("learn.circle.there", "circle"_is = at.it.id),
                  msg("learn.circle.there_do", "show"_is = way("learn circle show", "circle"_is = at.it.id)));
  if (const auto& other = at.facts.circle_going_on; !other.empty())
    return refuse("CircleGoesOn", msg("learn.circle.goes_on", "circle"_is = other),
                  msg("learn.circle.goes_on_do", "show"_is = way("learn circle show"),
                      "cancel"_is = way("learn circle cancel", "because"_is = gap())));
  if (at.facts.instrument == nullptr)
    return refuse("NoInstrument", msg("learn.no_instrument", "id"_is = c.instrument),
                  msg("learn.no_instrument_do", "list"_is = way("learn instruments")));
  if (auto refusal = text_off(at, c.question, msg("learn.circle.the_question"))) return failure(std::move(*refusal));
  constexpr int kMostGuests = 200;
  if (c.others < 0 || c.others > kMostGuests)
    return refuse("TooMany", msg("learn.circle.others_off", "count"_is = c.others),
                  msg("learn.circle.others_off_do", "most"_is = kMostGuests));
  at.add(CircleBegun{std::string(trimmed(c.question)), c.others, std::string(at.facts.definition)});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const AskRound& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto& circle = *at.it.circle;
  if (circle.open_round() != nullptr)
    return refuse("RoundOpen", msg("learn.circle.round_open"),
                  msg("learn.circle.round_open_do", "reveal"_is = way("learn circle reveal")));
  if (auto refusal = text_off(at, c.question, msg("learn.circle.the_question"))) return failure(std::move(*refusal));
  constexpr int kMostCards = 20;
  if (c.most < 0 || c.most > kMostCards)
    return refuse("TooMany", msg("learn.circle.most_off", "count"_is = c.most),
                  msg("learn.circle.others_off_do", "most"_is = kMostCards));
  at.add(RoundAsked{"r" + std::to_string(circle.rounds.size() + 1), std::string(trimmed(c.question)),
                    c.most > 0 ? c.most : number(circle, "cards", 5)});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const WriteCard& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto& circle = *at.it.circle;
  const auto* round = circle.open_round();
  if (round == nullptr)
    return refuse("NoRound", msg("learn.circle.no_round"),
                  msg("learn.circle.no_round_do", "ask"_is = way("learn circle ask", "question"_is = gap())));
  if (auto refusal = text_off(at, c.text, msg("learn.circle.the_card"))) return failure(std::move(*refusal));
  if (letters_in(c.text) > kLongestCard)
    return refuse("CardTooLong", msg("learn.circle.too_long", "most"_is = kLongestCard),
                  msg("learn.circle.too_long_do"));
  const auto& person = c.guest ? std::string(kGuests) : at.actor();
  const auto mine = std::ranges::count_if(
      circle.cards, [&](const Card& one) { return one.round == round->id && one.person == person; });
  const auto most = c.guest ? round->most * circle.others : round->most;
  if (mine >= most)
    return refuse("EnoughCards", msg("learn.circle.enough", "most"_is = most),
                  msg("learn.circle.enough_do", "back"_is = way("learn circle back", "card"_is = gap())));
  at.add(CardWritten{"c" + std::to_string(circle.cards_ever + 1), person, std::string(trimmed(c.text)), c.sort});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const TakeCardBack& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto& circle = *at.it.circle;
  const auto* card = circle.card(c.card);
  const auto* round = card != nullptr ? circle.round(card->round) : nullptr;
  const bool theirs = card != nullptr && card->person != at.actor() && card->person != kGuests;
  if (round == nullptr || (theirs && !round->shown)) return failure(no_card(c.card));
  if (theirs)
    return refuse("NotYourCard", msg("learn.circle.not_your_card", "card"_is = c.card),
                  msg("learn.circle.not_your_card_do"));
  if (round->shown && circle.dots_shown)
    return refuse("DotsShown", msg("learn.circle.dots_are_shown"), msg("learn.circle.card_stays"));
  at.add(CardTakenBack{{c.card}});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const ShowCards&) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto* round = at.it.circle->open_round();
  if (round == nullptr)
    return refuse("NoRound", msg("learn.circle.no_round"),
                  msg("learn.circle.no_round_do", "ask"_is = way("learn circle ask", "question"_is = gap())));
  at.add(CardsShown{round->id});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const ClusterCards& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto& circle = *at.it.circle;
  if (auto refusal = text_off(at, c.name, msg("learn.circle.the_cluster"))) return failure(std::move(*refusal));
  if (circle.dots_shown)
    return refuse("DotsShown", msg("learn.circle.dots_are_shown"), msg("learn.circle.dots_are_shown_do"));
  std::string round;
  for (auto one = circle.rounds.rbegin(); one != circle.rounds.rend() && round.empty(); ++one)
    if (one->shown) round = one->id;
  for (const auto& id : c.cards) {
    const auto* card = circle.card(id);
    const auto* of = card != nullptr ? circle.round(card->round) : nullptr;
    if (of == nullptr || !of->shown) return failure(no_card(id));
    round = of->id;
  }
  if (round.empty())
    return refuse("NotShown", msg("learn.circle.not_shown"),
                  msg("learn.circle.round_open_do", "reveal"_is = way("learn circle reveal")));
  const auto* known = circle.cluster(c.name);
  at.add(CardsClustered{known != nullptr ? known->id : "k" + std::to_string(circle.clusters.size() + 1),
                        known != nullptr ? known->name : std::string(trimmed(c.name)), c.cards,
                        known != nullptr ? known->round : round});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const PlaceDots& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto& circle = *at.it.circle;
  if (circle.dots_shown)
    return refuse("DotsShown", msg("learn.circle.dots_are_shown"), msg("learn.circle.dots_are_shown_do"));
  const auto most = number(circle, "dots", 3);
  if (std::ssize(c.clusters) > most)
    return refuse("TooManyDots", msg("learn.circle.too_many_dots", "most"_is = most),
                  msg("learn.circle.too_many_dots_do"));
  std::string all;
  for (const auto& one : c.clusters) {
    const auto* cluster = circle.cluster(one);
    if (cluster == nullptr)
      return refuse("NoCluster", msg("learn.circle.no_cluster", "cluster"_is = one),
                    msg("learn.circle.no_card_do", "show"_is = way("learn circle show")));
    all += (all.empty() ? "" : " ") + cluster->id;
  }
  if (all.empty()) return failure(*empty_text("", msg("learn.circle.the_dots")));
  at.add(DotsPlaced{at.actor(), all});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const ShowDots&) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto& circle = *at.it.circle;
  if (circle.dots_shown)
    return refuse("DotsShown", msg("learn.circle.dots_are_shown"), msg("learn.circle.dots_are_shown_do"));
  // Of three people each would work out the dots of the other two.
  if (std::ssize(circle.dots) < kFewestShown)
    return refuse("TooFew", msg("learn.circle.too_few", "least"_is = kFewestShown), msg("learn.circle.too_few_do"));
  DotsShown shown;
  for (const auto& cluster : circle.clusters) {
    int dots = 0;
    for (const auto& [person, placed] : circle.dots) dots += static_cast<int>(std::ranges::count(placed, cluster.id));
    shown.counts.push_back({cluster.id, dots});
  }
  at.add(std::move(shown));
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const StandOnLine& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto line = item_of(*at.it.circle, c.line, {"line"});
  if (!line) return failure(line.error());
  if (c.place < 0 || c.place > 10)
    return refuse("OffTheLine", msg("learn.circle.off_the_line", "place"_is = c.place),
                  msg("learn.circle.off_the_line_do"));
  auto circle = *at.it.circle;
  const auto& known = circle.line(c.line);
  if (known.moved)
    return refuse("LineDone", msg("learn.circle.line_done", "line"_is = c.line), msg("learn.circle.line_done_do"));
  at.add(StoodOnLine{at.actor(), c.line, known.shown.has_value(), std::to_string(c.place)});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const ShowLine& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto item = item_of(*at.it.circle, c.line, {"line"});
  if (!item) return failure(item.error());
  if (!c.step.empty())
    if (auto refusal = leads_back(c.step, names_of_team(at.facts))) return failure(std::move(*refusal));
  auto circle = *at.it.circle;
  const auto& line = circle.line(c.line);
  if (line.moved)
    return refuse("LineDone", msg("learn.circle.line_done", "line"_is = c.line), msg("learn.circle.line_done_do"));
  const bool second = line.shown.has_value();
  const auto& places = second ? line.second : line.first;
  if (std::ssize(places) < kFewestShown)
    return refuse("TooFew", msg("learn.circle.too_few", "least"_is = kFewestShown), msg("learn.circle.too_few_do"));
  LineShown shown{c.line, second, bands(places), 0, 0, std::string(trimmed(c.step))};
  if (second) {
    for (const auto& [person, place] : line.second) {
      const auto before = line.first.find(person);
      if (before == line.first.end()) continue;
      shown.up += place > before->second ? 1 : 0;
      shown.down += place < before->second ? 1 : 0;
    }
    if (shown.up < kSmallestCount) shown.up = 0;
    if (shown.down < kSmallestCount) shown.down = 0;
  }
  at.add(std::move(shown));
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const NoteHarvest& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto item = item_of(*at.it.circle, c.item, {"five-v", "harvest"});
  if (!item) return failure(item.error());
  if (auto refusal = text_off(at, c.text, msg("learn.circle.the_harvest"))) return failure(std::move(*refusal));
  at.add(HarvestNoted{{c.item, std::string(trimmed(c.text))}});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const AgreeCircleStep& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  if (auto refusal = empty_text(c.who, msg("learn.circle.who"))) return failure(std::move(*refusal));
  if (auto refusal = empty_text(c.what, msg("learn.circle.what"))) return failure(std::move(*refusal));
  if (auto refusal = leads_back(c.what, {})) return failure(std::move(*refusal));
  if (c.by_when < at.today)
    return refuse("DayIsPast", msg("learn.day_is_past", "on"_is = text::day_message(c.by_when)),
                  msg("learn.day_is_past_do"));
  at.add(CircleStepAgreed{{std::string(trimmed(c.who)), std::string(trimmed(c.what)), c.by_when}});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const StrikeFromCircle& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto& circle = *at.it.circle;
  const auto is_it = [&](const auto& one) { return one.id == c.what; };
  if (std::ranges::none_of(circle.harvest, is_it) && std::ranges::none_of(circle.steps, is_it))
    return refuse("NothingThere", msg("learn.area.nothing_called", "what"_is = c.what),
                  msg("learn.area.nothing_called_do", "show"_is = way("learn circle show")));
  at.add(StruckFromCircle{c});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const CancelCircle& c) {
  if (auto refusal = not_going_on(at.it)) return failure(std::move(*refusal));
  if (blank(c.because)) return refuse("ReasonMissing", msg("learn.why_cancel"), msg("refuse.reason_missing_do"));
  if (auto refusal = leads_back(c.because, names_of_team(at.facts))) return failure(std::move(*refusal));
  for (const auto& one : at.it.people)
    if (!one.gone) at.add(LearnerForgotten{one.id});
  at.add(CircleCancelled{c});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const ReportCircle& c) {
  if (auto refusal = not_going_on(at.it)) return failure(std::move(*refusal));
  if (at.it.circle->open_round() != nullptr)
    return refuse("RoundOpen", msg("learn.circle.round_open"),
                  msg("learn.circle.round_open_do", "reveal"_is = way("learn circle reveal")));
  if (c.until < at.today)
    return refuse("DayIsPast", msg("learn.day_is_past", "on"_is = text::day_message(c.until)),
                  msg("learn.day_is_past_do"));
  at.add(CircleReported{{c.until}});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const ObjectToCircle& c) {
  if (auto refusal = not_going_on(at.it)) return failure(std::move(*refusal));
  if (!at.it.circle->feedback_until)
    return refuse("NoReport", msg("learn.circle.no_report"),
                  msg("learn.circle.no_report_do", "report"_is = way("learn circle report", "until"_is = gap())));
  if (auto refusal = text_off(at, c.text, msg("learn.circle.the_objection"))) return failure(std::move(*refusal));
  at.add(CircleObjected{at.actor(), std::string(trimmed(c.text))});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const SettleCircle&) {
  if (auto refusal = not_going_on(at.it)) return failure(std::move(*refusal));
  const auto& circle = *at.it.circle;
  if (!circle.feedback_until)
    return refuse("NoReport", msg("learn.circle.no_report"),
                  msg("learn.circle.no_report_do", "report"_is = way("learn circle report", "until"_is = gap())));
  if (at.today < *circle.feedback_until)
    return refuse("FeedbackOpen",
                  msg("learn.circle.feedback_open", "on"_is = text::day_message(*circle.feedback_until)),
                  msg("learn.circle.feedback_open_do"));
  at.add(CircleSettled{});
  return std::move(at).events();
}

}  // namespace casus::learning
