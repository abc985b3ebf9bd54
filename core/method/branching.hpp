// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/role.hpp"
#include "core/base/text.hpp"
#include "core/method/criterion.hpp"

#include <optional>
#include <string>
#include <vector>

/// What makes the steps of a phase more than one straight line. How they follow then: `course.hpp`.
namespace casus::method {

/// A step is entered only if this holds at the moment the step before it is left; else it is passed over.
struct When {
  Text text;  ///< what must be so, as a full short sentence
  Mark mark = Mark::own;
  std::vector<std::string> source{};  ///< keys of Definition::sources
  Criterion holds;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("text", self.text);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
    visit.required("holds", self.holds);
  }
};

struct Step;

/// One of the ways that a menu offers.
struct Branch {
  std::string id;
  Text name;
  Mark mark = Mark::own;
  std::vector<std::string> source;  ///< keys of Definition::sources
  std::vector<Step> steps;  ///< as read; in a definition they stand behind the menu, among the steps of the phase

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("id", self.id);
    visit.required("name", self.name);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
    visit.required("steps", self.steps);
  }
};

/// The table chooses one of several branches; the steps of the others do not come.
struct Menu {
  std::vector<Role> who;  ///< who may choose; empty: the chair
  std::vector<Branch> branches;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.optional("who", self.who);
    visit.required("branches", self.branches);
  }
};

}  // namespace casus::method
