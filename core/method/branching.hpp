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

/// This step, or this one and those behind it, again and again.
struct Repeat {
  std::vector<std::string> for_each;  ///< once for each contribution of these kinds in this round ...
  std::optional<Criterion> until;     ///< ... or until this holds when the last of them is left
  int most = 0;                       ///< never more often
  std::string through;                ///< the last step that is repeated; empty: this one
  Mark mark = Mark::own;
  std::vector<std::string> source{};  ///< keys of Definition::sources

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.optional("for_each", self.for_each);
    visit.optional("until", self.until);
    visit.required("most", self.most);
    visit.optional("through", self.through);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
  }
};

}  // namespace casus::method
