// SPDX-License-Identifier: EUPL-1.2
#include "core/report/pictures/network_places.hpp"

#include "core/base/first_that.hpp"
#include "core/page/safe_text.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace casus::report {

namespace {

constexpr double kNarrowestShell = 78;  ///< width of a shell without people
constexpr double kWider = 16;
constexpr double kGrid = 9;
constexpr double kEdge = 5;         ///< kept free along rings and axes
constexpr double kSignWidth = 7.6;  ///< of the 13 px letters of a name, on the wide side
constexpr double kNameHeight = 17;
constexpr std::size_t kLongestName = 15;
constexpr double kArrow = 18;  ///< kept free around the resident, for the arrow of who stands nearest

Box box_at(Point middle, double width) {
  constexpr double kHalf = NetworkPlaces::kSymbol;
  const double half = std::max(kHalf, width / 2) + 2;
  return {middle.x - half, middle.y - kHalf - 2, middle.x + half, middle.y + kHalf + kNameHeight};
}

/// Whether the box lies in one quarter of the ring between two radii.
bool is_inside(const Box& box, Point side, double inner, double outer) {
  const double near_x = side.x > 0 ? box.left : -box.right;
  const double far_x = side.x > 0 ? box.right : -box.left;
  const double near_y = side.y > 0 ? box.top : -box.bottom;
  const double far_y = side.y > 0 ? box.bottom : -box.top;
  return near_x >= kEdge && near_y >= kEdge && std::hypot(near_x, near_y) >= inner + kEdge &&
         std::hypot(far_x, far_y) <= outer - kEdge;
}

/// The free spot nearest to the wished one, or nothing.
std::optional<Point> spot(Point wish, double width, Point side, double inner, double outer,
                          const std::vector<Box>& taken) {
  std::optional<Point> best;
  double distance = 0;
  for (double x = kGrid; x < outer; x += kGrid)
    for (double y = kGrid; y < outer; y += kGrid) {
      const Point middle{x * side.x, y * side.y};
      const double d = std::hypot(middle.x - wish.x, middle.y - wish.y);
      if (best && d >= distance) continue;
      const auto box = box_at(middle, width);
      if (!is_inside(box, side, inner, outer)) continue;
      if (std::ranges::any_of(taken, [&](const Box& other) { return box.overlaps(other); })) continue;
      best = middle;
      distance = d;
    }
  return best;
}

/// All people of a shell between two radii, or nothing when they do not fit.
std::optional<std::vector<Placed>> shell_between(double inner, double outer, const std::vector<Placed>& members) {
  // The name of the ring stands on the upper axis.
  std::vector<Box> taken{{-52, -outer, 52, -outer + NetworkPlaces::kRingName + 2}};
  std::vector<Placed> out;
  for (const auto& quadrant : names_of(Quadrant{})) {
    std::vector<Placed> here;
    for (const auto& member : members)
      if (member.person->network->quadrant == quadrant.value) here.push_back(member);
    const auto side = side_of(quadrant.value);
    for (std::size_t i = 0; i < here.size(); ++i) {
      const double angle = std::numbers::pi / 2 * (static_cast<double>(i) + 0.5) / static_cast<double>(here.size());
      const double middle = (inner + outer) / 2;
      const double width = static_cast<double>(page::columns(here[i].label)) * kSignWidth;
      const Point wish{std::cos(angle) * middle * side.x, std::sin(angle) * middle * side.y};
      const auto found = spot(wish, width, side, inner, outer, taken);
      if (!found) return std::nullopt;
      here[i].at = *found;
      here[i].box = box_at(*found, width);
      taken.push_back(here[i].box);
      out.push_back(here[i]);
    }
  }
  return out;
}

}  // namespace

Point side_of(Quadrant quadrant) {
  switch (quadrant) {
    case Quadrant::family: return {-1, -1};
    case Quadrant::peers: return {1, -1};
    case Quadrant::professionals: return {1, 1};
    default: return {-1, 1};
  }
}

bool is_resident(const Case& state, std::string_view id) {
  if (id == "inwoner" || id == "resident") return true;
  const auto* person = state.person(id);
  return person != nullptr && person->has(Role::resident) && !person->network;
}

const Placed* NetworkPlaces::find(std::string_view id) const {
  return first_with(people, id, [](const Placed& placed) { return placed.person->id; });
}

NetworkPlaces placed(const Case& state, const text::Voice& voice) {
  NetworkPlaces places;
  double inner = NetworkPlaces::kCentre;
  for (std::size_t shell = 0; shell < places.rings.size(); ++shell) {
    std::vector<Placed> members;
    for (const auto& person : state.people)
      if (person.network && static_cast<std::size_t>(person.network->shell) == shell) {
        Placed member;
        member.person = &person;
        member.label = page::clipped(page::one_line(state.name_of(person.id, voice)), kLongestName);
        members.push_back(std::move(member));
      }
    double width = kNarrowestShell;
    const double free = shell == 0 ? inner + kArrow : inner;
    auto found = shell_between(free, inner + width, members);
    for (; !found; found = shell_between(free, inner + width, members)) width += kWider;
    places.people.insert(places.people.end(), found->begin(), found->end());
    inner += width;
    places.rings[shell] = inner;
  }
  return places;
}

}  // namespace casus::report
