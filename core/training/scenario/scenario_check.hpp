// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/json/json_fields.hpp"
#include "core/training/scenario/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::training {

/// What is wrong with the meaning of a scenario: `check` of scenario.hpp, a room for each part of the file. Here: what
/// the parts share.
class ScenarioCheck {
 public:
  explicit ScenarioCheck(const Scenario& scenario) : s_(scenario) {}

  Problems run();

 private:
  using Pointer = std::string;
  using Names = std::vector<std::string_view>;

  template <class T>
  static Names ids_of(const std::vector<T>& all) {
    Names names;
    for (const auto& one : all) names.push_back(one.id);
    return names;
  }

  void add(Pointer pointer, Telling message) { problems_.push_back({std::move(pointer), std::move(message)}); }
  /// All these say nothing when it is right.
  void words(const Text& text, const Pointer& pointer);
  void words(const std::string& text, const Pointer& pointer);
  void known(std::string_view id, const Names& among, Telling what, const Pointer& pointer);
  void known_kind(const std::string& kind, const Pointer& pointer);
  void span(const Span& span, const Pointer& pointer, bool zero_too);
  void range(int got, int least, int most, const Pointer& pointer);

  template <class T>
  void not_empty(const std::vector<T>& list, const Pointer& pointer, Telling what) {
    if (list.empty()) add(pointer, tell("wrong.one_of_these", {{"what", std::move(what)}}));
  }

  template <class T>
  void ids(const std::vector<T>& list, const Pointer& pointer, const Telling& what) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto place = fmt::format("{}/{}/id", pointer, i);
      if (!is_id(list[i].id)) add(place, tell("wrong.id", {{"got", list[i].id}}));
      else if (!seen.insert(list[i].id).second)
        add(place, tell("wrong.there_already", {{"what", what}, {"id", list[i].id}}));
    }
  }

  // Of the file as a whole: scenario_check.cpp.
  void head();
  void goals();
  void people();
  void hints();
  void observe();
  void media();

  // When something holds: scenario_check_conditions.cpp.
  void conditions();
  void condition(const Condition& when, const Pointer& pointer);
  void phrases(const std::vector<std::string>& list, const Pointer& pointer);
  void chosen(const Condition& part, const Pointer& place);
  void counted(const Condition& part, const Pointer& place);
  void criterion(const method::Criterion& in, const Pointer& pointer);

  // What comes out, happens and is chosen: scenario_check_course.cpp.
  void counters();
  bool moved(const std::string& counter) const;
  void changes(const Changes& all, const Pointer& place);
  void delivery(const Delivery& delivery, const Pointer& place);
  void origin(const Provenance& of, const Pointer& pointer);
  void facts();
  void events();
  void decisions();
  void timed(const DecisionPoint& decision, const Pointer& place);
  void option(const Option& option, const Pointer& place);
  void paths();

  const Scenario& s_;
  Problems problems_;
};

}  // namespace casus::training
