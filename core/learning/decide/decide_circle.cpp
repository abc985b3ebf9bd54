// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/decide/deciding_circle.hpp"
#include "core/learning/scan.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>

/// A circle of learning: cards that stay hidden until they are shown, what belongs together, dots.
namespace casus::learning {
namespace {

Refusal no_card(const std::string& card) {
  return no("NoCard", msg("learn.circle.no_card", "card"_is = card),
            msg("learn.circle.no_card_do", "show"_is = way("learn circle show")));
}

Refusal dots_are_shown(Message remedy) {
  return no("DotsShown", msg("learn.circle.dots_are_shown"), std::move(remedy));
}

Refusal counted_already() {
  return dots_are_shown(
      msg("learn.circle.dots_are_shown_do", "ask"_is = way("learn circle ask", "question"_is = gap())));
}

Refusal no_cluster(const std::string& cluster) {
  return no("NoCluster", msg("learn.circle.no_cluster", "cluster"_is = cluster),
            msg("learn.circle.no_card_do", "show"_is = way("learn circle show")));
}

}  // namespace

std::optional<Refusal> circle_not_going_on(const Session& it) {
  if (!it.circle)
    return no("NoCircle", msg("learn.circle.none"),
              msg("learn.begin_one", "begin"_is = way("learn circle start", "question"_is = gap())));
  if (it.circle->cancelled)
    return no("CircleCancelled", msg("learn.circle.is_cancelled", "circle"_is = it.id),
              msg("learn.begin_one", "begin"_is = way("learn circle start", "question"_is = gap())));
  if (!it.circle->settled_on) return std::nullopt;
  return no("CircleSettled", msg("learn.circle.settled", "on"_is = text::day_message(*it.circle->settled_on)),
            msg("learn.circle.settled_do", "begin"_is = way("learn circle start", "question"_is = gap())));
}

const Card* shown_card(const Session& it, std::string_view id) {
  const auto* card = it.circle ? it.circle->card(id) : nullptr;
  const auto* round = card != nullptr ? it.circle->round(card->round) : nullptr;
  return round != nullptr && round->shown && !card->text.empty() ? card : nullptr;
}

CardTakenBack without_card(const Circle& circle, const Card& card) {
  CardTakenBack back{card.id, {card.event}, {}};
  const auto* round = circle.round(card.round);
  if (round != nullptr && round->counted) back.counted.push_back({card.sort, card.round, card.cluster});
  return back;
}

std::optional<Refusal> not_at_the_table(const Session& it) {
  if (auto refusal = circle_not_going_on(it)) return refusal;
  if (!it.circle->feedback_until) return std::nullopt;
  return no("ReportIsOut",
            msg("learn.circle.report_is_out", "until"_is = text::day_message(*it.circle->feedback_until)),
            msg("learn.circle.report_is_out_do", "object"_is = way("learn circle object", "text"_is = gap())));
}

int circle_number(const Circle& circle, std::string_view name, int otherwise) {
  const auto found = circle.instrument.numbers.find(std::string(name));
  return found == circle.instrument.numbers.end() ? otherwise : found->second;
}

Outcome<std::string, Refusal> whose(Deciding& at, int guest) {
  if (guest == 0) return at.actor();
  const auto others = at.it.circle->others;
  if (guest > 0 && guest <= others) return std::string(kGuests) + "-" + std::to_string(guest);
  return refuse("NoGuest", msg("learn.circle.no_guest", "guest"_is = guest),
                others == 0 ? msg("learn.circle.no_guests_do") : msg("learn.circle.no_guest_do", "most"_is = others));
}

LearningDecision decide_circle(Deciding& at, const BeginCircle& c) {
  if (at.it.circle)
    return refuse("CircleThere", msg("learn.circle.there", "circle"_is = at.it.id),
                  msg("learn.look_at_one", "show"_is = way("learn circle show", "circle"_is = at.it.id)));
  if (const auto& other = at.facts.circle_going_on; !other.empty())
    return refuse("CircleGoesOn", msg("learn.circle.goes_on", "circle"_is = other),
                  msg("learn.circle.goes_on_do", "show"_is = way("learn circle show"),
                      "cancel"_is = way("learn circle cancel", "because"_is = gap())));
  if (at.facts.instrument == nullptr) return failure(no_instrument(at, c.instrument));
  if (auto refusal = text_off(at, c.question, msg("learn.circle.the_question"))) return failure(std::move(*refusal));
  constexpr int kMostGuests = 200;
  if (c.others < 0 || c.others > kMostGuests)
    return refuse("TooMany", msg("learn.circle.others_off", "count"_is = c.others),
                  msg("learn.circle.others_off_do", "least"_is = 0, "most"_is = kMostGuests));
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
  if (c.most < 0 || c.most > kMostCards)
    return refuse("TooMany", msg("learn.circle.most_off", "count"_is = c.most),
                  msg("learn.circle.others_off_do", "least"_is = 1, "most"_is = kMostCards));
  at.add(RoundAsked{"r" + std::to_string(circle.rounds.size() + 1), std::string(trimmed(c.question)),
                    c.most > 0 ? c.most : circle_number(circle, "cards", 5)});
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
  if (round == nullptr || card->text.empty() || (theirs && !round->shown)) return failure(no_card(c.card));
  if (theirs)
    return refuse("NotYourCard", msg("learn.circle.not_your_card", "card"_is = c.card),
                  msg("learn.circle.not_your_card_do"));
  at.add(without_card(circle, *card));
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
  const auto* known = circle.cluster(c.name);
  if ((c.apart || !c.called.empty()) && known == nullptr) return failure(no_cluster(c.name));
  if (!c.called.empty()) {
    if (auto refusal = text_off(at, c.called, msg("learn.circle.the_cluster"))) return failure(std::move(*refusal));
    if (const auto* other = circle.cluster(c.called); other != nullptr && other != known)
      return refuse("ClusterThere", msg("learn.circle.cluster_there", "name"_is = other->name),
                    msg("learn.circle.cluster_there_do",
                        "cluster"_is = way("learn circle cluster", "name"_is = other->name, "cards"_is = gap())));
  }
  const bool only_the_name = !c.called.empty() && !c.apart && c.cards.empty();
  if (known != nullptr && circle.round(known->round)->counted && !only_the_name)
    return failure(
        dots_are_shown(msg("learn.circle.only_the_name_do",
                           "name"_is = way("learn circle cluster", "name"_is = c.name, "called"_is = gap()))));
  std::string round;
  for (auto one = circle.rounds.rbegin(); one != circle.rounds.rend() && round.empty(); ++one)
    if (one->shown) round = one->id;
  for (const auto& id : c.cards) {
    const auto* card = circle.card(id);
    const auto* of = card != nullptr ? circle.round(card->round) : nullptr;
    if (of == nullptr || !of->shown || (c.apart && card->cluster != known->id)) return failure(no_card(id));
    if (of->counted) return failure(counted_already());
    round = of->id;
  }
  if (c.apart && c.cards.empty())
    return refuse("NoCards", msg("learn.circle.which_apart"),
                  msg("learn.circle.no_card_do", "show"_is = way("learn circle show")));
  if (round.empty())
    return refuse("NotShown", msg("learn.circle.not_shown"),
                  msg("learn.circle.round_open_do", "reveal"_is = way("learn circle reveal")));
  if (known == nullptr && circle.round(round)->counted) return failure(counted_already());
  const auto name = !c.called.empty() ? c.called : known != nullptr ? known->name : c.name;
  at.add(CardsClustered{known != nullptr ? known->id : "k" + std::to_string(circle.clusters.size() + 1),
                        std::string(trimmed(name)), c.cards, known != nullptr ? known->round : round, c.apart});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const PlaceDots& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto& circle = *at.it.circle;
  const auto most = circle_number(circle, "dots", 3);
  if (std::ssize(c.clusters) > most)
    return refuse("TooManyDots", msg("learn.circle.too_many_dots", "most"_is = most),
                  msg("learn.circle.too_many_dots_do"));
  std::string all;
  for (const auto& one : c.clusters) {
    const auto* cluster = circle.cluster(one);
    if (cluster == nullptr) return failure(no_cluster(one));
    if (circle.round(cluster->round)->counted) return failure(counted_already());
    all += (all.empty() ? "" : " ") + cluster->id;
  }
  if (all.empty()) return failure(*empty_text("", msg("learn.circle.the_dots")));
  const auto person = whose(at, c.guest);
  if (!person) return failure(person.error());
  at.add(DotsPlaced{*person, all});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const ShowDots&) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto& circle = *at.it.circle;
  const auto to_count = [](const Round& one) { return one.shown && !one.counted; };
  if (!circle.rounds.empty() && std::ranges::none_of(circle.rounds, to_count)) return failure(counted_already());
  // Of three people each would work out the dots of the other two.
  if (of_the_team(circle.dots) < kFewestShown)
    return refuse("TooFew", msg("learn.circle.too_few", "least"_is = kFewestShown), msg("learn.circle.too_few_do"));
  DotsShown shown;
  for (const auto& cluster : circle.clusters) {
    if (circle.round(cluster.round)->counted) continue;
    int dots = 0;
    for (const auto& [person, placed] : circle.dots) dots += static_cast<int>(std::ranges::count(placed, cluster.id));
    shown.counts.push_back({cluster.id, dots});
  }
  at.add(std::move(shown));
  return std::move(at).events();
}

}  // namespace casus::learning
