// SPDX-License-Identifier: EUPL-1.2
#include "core/report/pictures/genogram.hpp"

#include <algorithm>
#include <map>

namespace casus::report {

namespace {

constexpr double kColumn = 132;
constexpr double kRow = 168;

/// Partners who stand beside each other, and the families of their children below them.
struct Household {
  std::vector<const FamilyMember*> members;
  std::vector<std::size_t> below;
  bool hangs = false;  ///< below another household
  double width = 0;    ///< of itself and all below it
};

class Sheet {
 public:
  explicit Sheet(const Family& family) : family_(family) {
    const auto rows = generations(family);
    if (rows) rows_ = *rows;
    for (const auto& member : family.members)
      if (!home_.contains(member.person)) gather(member);
    hang();
    order();
  }

  std::vector<OnSheet> places() {
    double x = 0;
    for (std::size_t i = 0; i < homes_.size(); ++i) {
      if (homes_[i].hangs) continue;
      measure(i);
      place(i, x);
      x += homes_[i].width;
    }
    return std::move(out_);
  }

 private:
  const FamilyMember* of(std::string_view person) const { return family_.find(person); }

  /// A member with its partners, and theirs.
  void gather(const FamilyMember& first) {
    const auto index = homes_.size();
    homes_.emplace_back().members.push_back(&first);
    home_[first.person] = index;
    for (std::size_t i = 0; i < homes_[index].members.size(); ++i) {
      const auto person = homes_[index].members[i]->person;
      for (const auto& link : family_.partners) {
        if (link.one != person && link.other != person) continue;
        const auto& other = link.one == person ? link.other : link.one;
        if (home_.contains(other) || of(other) == nullptr) continue;
        home_[other] = index;
        homes_[index].members.push_back(of(other));
      }
    }
  }

  bool is_child(std::string_view person) const {
    return std::ranges::any_of(family_.parents, [&](const ParentLink& link) { return link.child == person; });
  }

  /// Through whom a household hangs below its parents: the resident's own line before that of a partner.
  const FamilyMember* line_of(const Household& home) const {
    for (const auto* member : home.members)
      if (member->person == "resident" && is_child(member->person)) return member;
    for (const auto* member : home.members)
      if (is_child(member->person)) return member;
    return home.members.front();
  }

  void hang() {
    for (std::size_t i = 0; i < homes_.size(); ++i) {
      const auto* line = line_of(homes_[i]);
      for (const auto& link : family_.parents) {
        if (link.child != line->person || home_.at(link.parent) == i) continue;
        homes_[home_.at(link.parent)].below.push_back(i);
        homes_[i].hangs = true;
        break;
      }
    }
    for (auto& home : homes_)
      std::ranges::stable_sort(home.below, {}, [&](std::size_t child) {
        const int rank = line_of(homes_[child])->rank;
        return rank == 0 ? 1000 : rank;  // who has no rank comes last, in the order in which they were placed
      });
  }

  /// Former partners to the left of whom the household hangs by, present ones to the right.
  void order() {
    for (auto& home : homes_) {
      const auto* line = line_of(home);
      const auto side = [&](const FamilyMember* member) {
        if (member == line) return 1;
        for (const auto& link : family_.partners) {
          const bool joins = (link.one == line->person && link.other == member->person) ||
                             (link.other == line->person && link.one == member->person);
          if (joins) return link.bond == Bond::ended && home.members.size() > 2 ? 0 : 2;
        }
        return 3;
      };
      std::ranges::stable_sort(home.members, {}, side);
    }
  }

  double measure(std::size_t index) {
    auto& home = homes_[index];
    double below = 0;
    for (const auto child : home.below) below += measure(child);
    home.width = std::max(kColumn * static_cast<double>(home.members.size()), below);
    return home.width;
  }

  void place(std::size_t index, double left) {
    const auto& home = homes_[index];
    const double own = kColumn * static_cast<double>(home.members.size());
    double x = left + (home.width - own) / 2 + kColumn / 2;
    for (const auto* member : home.members) {
      const int row = rows_.contains(member->person) ? rows_.at(member->person) : 0;
      out_.push_back({member, {x, kRow * row}, row});
      x += kColumn;
    }
    double below = 0;
    for (const auto child : home.below) below += homes_[child].width;
    double child_left = left + (home.width - below) / 2;
    for (const auto child : home.below) {
      place(child, child_left);
      child_left += homes_[child].width;
    }
  }

  const Family& family_;
  std::map<std::string, int> rows_;
  std::map<std::string, std::size_t> home_;
  std::vector<Household> homes_;
  std::vector<OnSheet> out_;
};

}  // namespace

std::vector<OnSheet> genogram_places(const Family& family) {
  auto places = Sheet(family).places();
  // The earliest generation is the first row, whatever number it got.
  int top = 0;
  for (const auto& place : places) top = std::min(top, place.row);
  for (auto& place : places) {
    place.row -= top;
    place.at.y = kRow * place.row;
  }
  return places;
}

}  // namespace casus::report
