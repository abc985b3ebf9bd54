// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/circle.hpp"

#include "core/base/first_that.hpp"
#include "core/learning/scan.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>
#include <functional>

namespace casus::learning {
namespace {

void count(Mentioned& out, const Card& card) {
  ++out.cards;
  out.chances += card.sort == CardSort::chance ? 1 : 0;
  out.problems += card.sort == CardSort::problem ? 1 : 0;
}

}  // namespace

const Round* Circle::open_round() const { return rounds.empty() || rounds.back().shown ? nullptr : &rounds.back(); }
const Round* Circle::round(std::string_view id) const { return with_id(rounds, id); }
const Card* Circle::card(std::string_view id) const { return with_id(cards, id); }

const Cluster* Circle::cluster(std::string_view id_or_name) const {
  if (const auto* found = with_id(clusters, id_or_name)) return found;
  const auto wanted = folded(id_or_name);
  return first_that(clusters, [&](const Cluster& one) { return folded(one.name) == wanted; });
}

ScaleLine& Circle::line(std::string_view id) {
  const auto found = std::ranges::find(lines, id, &ScaleLine::id);
  if (found != lines.end()) return *found;
  lines.push_back({std::string(id), {}, {}, {}, {}});
  return lines.back();
}

std::vector<Mentioned> order_of_mention(const Circle& circle, std::string_view round) {
  std::vector<Mentioned> all;
  for (const auto& cluster : circle.clusters)
    if (cluster.round == round) all.push_back({cluster.name, cluster.id, cluster.id, 0, 0, 0, cluster.dots, 0});
  for (const auto& card : circle.cards) {
    if (card.round != round) continue;
    const auto same = [&](const Mentioned& one) {
      return card.cluster.empty() ? one.cluster.empty() && folded(one.what) == folded(card.text)
                                  : one.cluster == card.cluster;
    };
    auto found = std::ranges::find_if(all, same);
    if (found == all.end()) {
      if (card.text.empty()) continue;  // forgotten, or not to be seen
      all.push_back({card.text, {}, {}, 0, 0, 0, 0, 0});
      found = all.end() - 1;
    }
    if (card.cluster.empty()) found->id += (found->id.empty() ? "" : " ") + card.id;
    count(*found, card);
  }
  std::ranges::stable_sort(all, std::greater<>(), &Mentioned::cards);
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].place = i > 0 && all[i].cards == all[i - 1].cards ? all[i - 1].place : static_cast<int>(i) + 1;
  return all;
}

int cards_of(const Circle& circle, CardSort sort) {
  return static_cast<int>(std::ranges::count_if(circle.cards, [&](const Card& card) {
    const auto* round = circle.round(card.round);
    return card.sort == sort && round != nullptr && round->shown;
  }));
}

std::vector<NamedPartner> named_partners(const Circle& circle) {
  std::vector<NamedPartner> all;
  for (const auto& card : circle.cards) {
    const auto* round = circle.round(card.round);
    const bool partner = card.sort == CardSort::present || card.sort == CardSort::wished;
    if (!partner || card.text.empty() || round == nullptr || !round->shown) continue;
    const auto found = std::ranges::find_if(
        all, [&](const NamedPartner& one) { return one.sort == card.sort && same_name(one.name, card.text); });
    if (found == all.end()) all.push_back({kept_name(card.text), card.sort, 1});
    else ++found->cards;
  }
  std::ranges::stable_sort(all, std::greater<>(), &NamedPartner::cards);
  return all;
}

bool few_differ(const ScaleLine& line) {
  // Who stood there the first time and is forgotten, is not in `first` any more, and is in the spread.
  int shown = 0;
  if (line.shown)
    for (const auto& band : line.shown->spread) shown += band.count;
  auto differ = std::max(0, shown - static_cast<int>(std::ssize(line.first)));
  for (const auto& [person, place] : line.first) differ += line.second.contains(person) ? 0 : 1;
  for (const auto& [person, place] : line.second) differ += line.first.contains(person) ? 0 : 1;
  return differ > 0 && differ < kSmallestCount;
}

bool few_crossed(const std::vector<LineBand>& first, const std::vector<LineBand>& second) {
  const auto up_to = [](const std::vector<LineBand>& bands, int place) -> std::optional<int> {
    int count = 0;
    for (const auto& band : bands) {
      count += band.count;
      if (band.to == place) return count;
    }
    return std::nullopt;
  };
  return std::ranges::any_of(first, [&](const LineBand& band) {
    const auto then = up_to(first, band.to), now = up_to(second, band.to);
    return now && *now != *then && std::abs(*now - *then) < kSmallestCount;
  });
}

CircleAt is_at(const Circle& circle) {
  if (circle.open_round() != nullptr) return CircleAt::writing;
  const auto walked = [](const ScaleLine& line) { return line.moved.has_value(); };
  const auto stands = [](const ScaleLine& line) { return line.shown || !line.first.empty(); };
  if (!circle.harvest.empty() || !circle.steps.empty()) return CircleAt::harvest;
  if (std::ranges::any_of(circle.lines, stands))
    return std::ranges::all_of(circle.lines, walked) ? CircleAt::harvest : CircleAt::walking;
  if (circle.rounds.empty()) return CircleAt::asking;
  if (circle.rounds.back().counted) return CircleAt::walking;
  if (!circle.dots.empty()) return CircleAt::dots;
  const auto of_last = [&](const Cluster& one) { return one.round == circle.rounds.back().id; };
  return std::ranges::any_of(circle.clusters, of_last) ? CircleAt::weighing : CircleAt::explaining;
}

std::vector<LineBand> bands(const std::map<std::string, int>& places) {
  if (std::ssize(places) < kFewestShown) return {};
  std::vector<LineBand> all{{0, 3, 0}, {4, 6, 0}, {7, 10, 0}};
  for (const auto& [person, stands] : places)
    for (auto& band : all) band.count += band.from <= stands && stands <= band.to ? 1 : 0;
  // One that is too small stands with its neighbour: none, one and two look the same.
  for (auto small = all.begin(); small != all.end() && all.size() > 1;) {
    if (small->count >= kSmallestCount) {
      ++small;
      continue;
    }
    const auto left = small == all.begin() ? small : small - 1;
    left->to = (left + 1)->to;
    left->count += (left + 1)->count;
    all.erase(left + 1);
    small = all.begin();
  }
  return all;
}

}  // namespace casus::learning
