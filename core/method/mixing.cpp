// SPDX-License-Identifier: EUPL-1.2
#include "core/method/mixing.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace casus::method {
namespace {

constexpr int kTries = 60;             ///< from so many beginnings the best is looked for
constexpr long kWithWhoStays = 1'000;  ///< sitting with who stays again weighs more than all other pairs
/// Pairs that are looked at in all. Sixty people need a part of it; of hundreds the best of fewer beginnings is taken,
/// so that nobody waits.
constexpr long kMostLooks = 20'000'000;

/// An arrangement: the group of each, by their number among the people.
using Places = std::vector<std::size_t>;

class Mixer {
 public:
  Mixer(const Parallel& how, const PeopleInGroup& people, const PeopleInGroup& stay)
      : people_(people),
        stays_(people.size()),
        together_(people.size(), std::vector<long>(people.size())),
        seats_(sizes_of_groups(how, people.size())) {
    for (std::size_t at = 0; at < people.size(); ++at) numbers_.try_emplace(people[at], at);
    std::size_t next = 0;
    for (const auto& id : stay)
      if (const auto at = number_of(id); at && !stays_[*at] && next < seats_.size()) stays_[*at] = next++;
    for (std::size_t at = 0; at < people.size(); ++at)
      if (!stays_[at]) moving_.push_back(at);
  }

  void sat(const std::vector<PeopleInGroup>& groups) {
    for (const auto& group : groups)
      for (const auto& one : group)
        for (const auto& other : group)
          if (const auto a = number_of(one), b = number_of(other); a && b && *a != *b)
            together_[*a][*b] += stays_[*a] || stays_[*b] ? kWithWhoStays : 1;
  }

  std::vector<PeopleInGroup> best(const std::vector<PeopleInGroup>& last) {
    auto found = in_order(moving_);
    auto least = improved(found);
    for (int round = 1; round < kTries && least > 0 && looked_ < kMostLooks; ++round) {
      auto places = in_order(round == 1 ? dealt(last) : shuffled());
      const auto cost = improved(places);
      if (cost >= least) continue;
      least = cost;
      found = std::move(places);
    }
    std::vector<PeopleInGroup> groups(seats_.size());
    for (std::size_t at = 0; at < people_.size(); ++at) groups[found[at]].push_back(people_[at]);
    return groups;
  }

 private:
  std::optional<std::size_t> number_of(const std::string& id) const {
    const auto found = numbers_.find(id);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
  }

  /// Those who move fill the groups one after the other, beside who stays there.
  Places in_order(const std::vector<std::size_t>& order) const {
    Places places(people_.size());
    auto left = seats_;
    for (std::size_t at = 0; at < people_.size(); ++at)
      if (stays_[at]) --left[places[at] = *stays_[at]];
    std::size_t group = 0;
    for (const auto at : order) {
      while (left[group] == 0) ++group;
      --left[places[at] = group];
    }
    return places;
  }

  /// The first of each group that was, then the second of each: so that neighbours are of different groups.
  std::vector<std::size_t> dealt(const std::vector<PeopleInGroup>& last) const {
    std::vector<std::pair<std::size_t, std::size_t>> seats;  // a seat, and who had it
    for (const auto at : moving_) {
      std::size_t seat = people_.size();
      for (const auto& group : last)
        if (const auto found = std::ranges::find(group, people_[at]); found != group.end())
          seat = static_cast<std::size_t>(found - group.begin());
      seats.emplace_back(seat, at);
    }
    std::ranges::sort(seats);
    std::vector<std::size_t> order;
    for (const auto& [seat, at] : seats) order.push_back(at);
    return order;
  }

  /// By chance that is the same on every machine.
  std::vector<std::size_t> shuffled() {
    auto order = moving_;
    for (auto left = order.size(); left > 1; --left) {
      chance_ = chance_ * 6364136223846793005ULL + 1442695040888963407ULL;
      std::swap(order[left - 1], order[(chance_ >> 33U) % left]);
    }
    return order;
  }

  /// How often each sat before with those who sit in each group now.
  using Known = std::vector<std::vector<long>>;

  Known known_in(const Places& places) const {
    Known known(people_.size(), std::vector<long>(seats_.size()));
    for (std::size_t at = 0; at < places.size(); ++at)
      for (std::size_t other = 0; other < places.size(); ++other) known[at][places[other]] += together_[at][other];
    return known;
  }

  /// Two change places.
  void change(Places& places, Known& known, std::size_t one, std::size_t other) const {
    const auto here = places[one], there = places[other];
    for (std::size_t at = 0; at < places.size(); ++at) {
      const auto moved = together_[at][other] - together_[at][one];
      known[at][here] += moved;
      known[at][there] -= moved;
    }
    std::swap(places[one], places[other]);
  }

  /// Two change places as long as that helps, and there is time; how often people sit together again then.
  long improved(Places& places) {
    auto known = known_in(places);
    for (bool changed = true; changed && looked_ < kMostLooks;) {
      changed = false;
      for (std::size_t i = 0; i < moving_.size(); ++i)
        for (std::size_t j = i + 1; j < moving_.size(); ++j) {
          ++looked_;
          const auto one = moving_[i], other = moving_[j];
          const auto here = places[one], there = places[other];
          if (here == there) continue;
          const auto now = known[one][here] + known[other][there];
          // Where each goes the other sits no more.
          if (known[one][there] + known[other][here] - 2 * together_[one][other] >= now) continue;
          change(places, known, one, other);
          changed = true;
        }
    }
    long sum = 0;
    for (std::size_t at = 0; at < places.size(); ++at) sum += known[at][places[at]];
    return sum;
  }

  const PeopleInGroup& people_;
  std::unordered_map<std::string_view, std::size_t> numbers_;
  std::vector<std::optional<std::size_t>> stays_;  ///< the group of who stays
  std::vector<std::vector<long>> together_;        ///< how often two sat together before
  std::vector<std::size_t> seats_;                 ///< of each group
  std::vector<std::size_t> moving_;                ///< who moves
  std::uint64_t chance_ = 1;
  long looked_ = 0;
};

}  // namespace

std::vector<PeopleInGroup> mixed_groups(const Parallel& how, const std::vector<std::vector<PeopleInGroup>>& before,
                                        const PeopleInGroup& people, const PeopleInGroup& stay) {
  if (people.empty()) return {};
  Mixer mixer(how, people, stay);
  for (const auto& groups : before) mixer.sat(groups);
  return mixer.best(before.empty() ? std::vector<PeopleInGroup>{} : before.back());
}

}  // namespace casus::method
