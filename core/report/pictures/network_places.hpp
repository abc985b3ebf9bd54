// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/text/voice.hpp"

#include <array>
#include <string>
#include <vector>

namespace casus::report {

struct Point {
  double x = 0;
  double y = 0;
};

/// The room that a symbol with its name takes.
struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;

  bool overlaps(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

/// The part of the plane that a picture shows.
struct Frame {
  double left = 0, top = 0, width = 0, height = 0;
};

/// Somebody on the map. The resident is at (0, 0); y goes down, as on the screen.
struct Placed {
  const Person* person = nullptr;
  Point at;           ///< middle of the symbol
  std::string label;  ///< the name, clipped; below the symbol
  Box box;            ///< symbol and name
};

struct NetworkPlaces {
  static constexpr double kSymbol = 15;  ///< half the width of a symbol
  static constexpr double kCentre = 46;  ///< radius of the resident's circle
  static constexpr double kRingName = 20;

  std::vector<Placed> people;
  std::array<double, 4> rings{};  ///< outer radius of each shell

  double radius() const { return rings.back(); }
  const Placed* find(std::string_view id) const;  ///< nullptr for somebody who is not on the map
};

/// Whether this id means the resident in the middle.
bool is_resident(const Case& state, std::string_view id);

/// The quarter of the map: -1 or 1 for left or right, up or down.
Point side_of(Quadrant quadrant);

/// Places everybody who has a place in the network. A shell is made wider until all its people fit with their names,
/// so this ends for any number of people. Depends on the order of people and on nothing else.
NetworkPlaces placed(const Case& state, const text::Voice& voice);

/// What network_svg shows of it, its legend too.
Frame frame_of(const NetworkPlaces& places);

}  // namespace casus::report
