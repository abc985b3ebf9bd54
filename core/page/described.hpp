// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/page/page.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

/// What is told to programs as well as to people, described once, so that the two cannot disagree.
namespace casus::page {

/// Properties of one thing: values under keys for programs, and a label with a text for people.
class Properties {
 public:
  using Values = std::vector<std::pair<std::string, nlohmann::json>>;

  /// Told to both. One text may say several values.
  void add(Values values, std::string_view label, std::string_view shown);
  /// Told to programs alone.
  void add(Values values);

  /// Puts the values into an object.
  void into(nlohmann::json& object) const;
  /// Puts labels and texts on a page; an empty text is left out.
  void onto(Page& page) const;

 private:
  struct Property {
    Values values;
    std::string label;
    std::string shown;
  };
  std::vector<Property> all_;
};

}  // namespace casus::page
