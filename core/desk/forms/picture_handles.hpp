// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/model/refusal.hpp"

#include <string>
#include <utility>
#include <vector>

/// Where people stand on the pictures of a case, for a face on which they are pointed at: what the picture draws, as
/// numbers.
namespace casus::desk {

class Desk;

struct Handle {
  std::string person;  ///< its id; "resident"
  std::string name;    ///< as verbs take it
  std::string words;   ///< what somebody hears who cannot see the picture
  double x = 0;
  double y = 0;
  // On the network map alone.
  std::string shell;  ///< key
  std::string quadrant;
  std::string relation;
  bool professional = false;
};

struct Side {
  std::string key;
  int x = 0;  ///< -1 or 1
  int y = 0;
};

struct PictureHandles {
  double left = 0, top = 0, width = 0, height = 0;  ///< of the picture
  std::vector<Handle> people;
  std::vector<std::pair<std::string, double>> rings;  ///< shells of the network map from within, with their radius
  std::vector<Side> sides;                            ///< its quadrants
};

/// For who works at the table of the case; it stands beside a page of it that was asked for and logged.
Outcome<PictureHandles, Refusal> network_handles(Desk& desk, const std::string& case_id);
Outcome<PictureHandles, Refusal> family_handles(Desk& desk, const std::string& case_id);

}  // namespace casus::desk
