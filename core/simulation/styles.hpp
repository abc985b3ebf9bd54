// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"
#include "core/base/text.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Made-up people who show a review, with what they are like and what they may say. Read from a file; the chances in it
/// are assumptions that make rules visible and measure nobody.
namespace casus::simulation {

/// Chances of what somebody does in a step besides what the method asks.
struct Style {
  std::string id;
  Text name;
  double passes = 0;     ///< gives up the turn
  double advises = 0;    ///< says outright what to do
  double disguises = 0;  ///< puts advice as a question
  double jumps_in = 0;   ///< speaks while another has the floor
  double goes_on = 0;    ///< says more than a turn holds

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("name", self.name);
    visit.required("passes", self.passes);
    visit.required("advises", self.advises);
    visit.required("disguises", self.disguises);
    visit.required("jumps_in", self.jumps_in);
    visit.required("goes_on", self.goes_on);
  }
};

struct MadeUpPerson {
  std::string name;
  std::string style;

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.required("style", self.style);
  }
};

struct MadeUpCase {
  Text title;
  Text purpose;

  static void fields(auto& self, auto&& visit) {
    visit.required("title", self.title);
    visit.required("purpose", self.purpose);
  }
};

struct Participants {
  std::string id;
  std::string version;
  Text name;
  Text note;
  MadeUpCase about;
  std::vector<Style> styles;
  std::vector<MadeUpPerson> people;  ///< the first brings the case in, the second leads
  std::vector<std::string> others;   ///< names for who comes to the table or is named later
  /// By kind of contribution or name of a command; "statement" and "text" stand in for what is not there.
  std::map<std::string, std::vector<Text>> sentences;

  const Style* style(std::string_view id) const;
};

/// Parses and checks one file; usable only when there are no problems.
std::pair<Participants, Problems> parse_participants(std::string_view bytes);

}  // namespace casus::simulation
