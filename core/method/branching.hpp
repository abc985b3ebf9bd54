// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/role.hpp"
#include "core/base/text.hpp"
#include "core/method/criterion.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What makes the steps of a phase more than one straight line. How they follow then: `course.hpp`.
namespace casus::method {

/// A step is entered only if this holds at the moment the step before it is left; else it is passed over.
struct When {
  Text text;  ///< what must be so, as a full short sentence
  Mark mark = Mark::own;
  std::vector<std::string> source{};  ///< keys of Definition::sources
  Criterion holds;

  static void fields(auto& self, auto&& visit) {
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

  static void fields(auto& self, auto&& visit) {
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
  bool of_repeat = false;  ///< made of a repeat that lasts until it is chosen to end: its branches have no steps

  static void fields(auto& self, auto&& visit) {
    visit.optional("who", self.who);
    visit.required("branches", self.branches);
  }
};

/// What a repeat goes through, one at a time: what was said of a kind, or the people who have a role.
struct ForEach {
  std::string kind;          ///< of what was said earlier in this round
  std::string step;          ///< and only in this step; empty: in any that comes before
  std::optional<Role> role;  ///< of those at the table

  static void fields(auto& self, auto&& visit) {
    visit.optional("kind", self.kind);
    visit.optional("step", self.step);
    visit.optional("role", self.role);
  }
};

/// What ends a repeat: that something holds, or that the table chooses to end it.
struct Until {
  Text text;                       ///< what must be so, or what is chosen, as a full short sentence
  std::optional<Criterion> holds;  ///< asked when the last step is left
  std::vector<Role> chosen_by;     ///< who choose at the last step
  std::optional<Text> again;       ///< what they choose to go on with it

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("holds", self.holds);
    visit.optional("chosen_by", self.chosen_by);
    visit.optional("again", self.again);
  }
};

inline constexpr int kFewestTimes = 2;  ///< once is no repeat
inline constexpr int kMostTimes = 30;   ///< more is no sitting

/// A step, or the steps up to `through`, that come again. Over nothing they do not come at all.
struct Repeat {
  Mark mark = Mark::own;
  std::vector<std::string> source{};  ///< keys of Definition::sources
  std::optional<ForEach> for_each;
  std::optional<Until> until;
  int at_most = 0;
  std::string through;  ///< the last step of it; empty: this one

  static void fields(auto& self, auto&& visit) {
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
    visit.optional("for_each", self.for_each);
    visit.optional("until", self.until);
    visit.required("at_most", self.at_most);
    visit.optional("through", self.through);
  }
};

enum class Per { round, repeat };

constexpr std::array<Named<Per>, 2> names_of(Per) { return {{{Per::round, "round"}, {Per::repeat, "repeat"}}}; }

/// A role that goes round: with each round, or each time that a repeat comes again, the next at the table has it, in
/// the order in which they joined. Who has it first is who was given it.
struct Rotation {
  Role role{};
  Per per = Per::round;
  std::string step;         ///< with a repeat: the step where that begins
  std::vector<Role> among;  ///< the roles of those whom it goes round, besides who has it
  Mark mark = Mark::own;
  std::vector<std::string> source{};  ///< keys of Definition::sources

  static void fields(auto& self, auto&& visit) {
    visit.required("role", self.role);
    visit.required("per", self.per);
    visit.optional("step", self.step);
    visit.required("among", self.among);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
  }
};

/// What the floor of a step in groups says of the one who has the place in each: only listens, or alone speaks.
enum class PartOfOne { listens, speaks };

constexpr std::array<Named<PartOfOne>, 2> names_of(PartOfOne) {
  return {{{PartOfOne::listens, "listens"}, {PartOfOne::speaks, "speaks"}}};
}

/// A place that one person in each group has: who tells while the others ask, say. In steps that have the same place it
/// stays with the same people; each time that a repeat comes again the next in the group has it.
struct OneInGroup {
  std::string key;  ///< what criteria call it
  Text name;        ///< what people call who has it
  Mark mark = Mark::own;
  std::vector<std::string> source{};  ///< keys of Definition::sources

  static void fields(auto& self, auto&& visit) {
    visit.required("key", self.key);
    visit.required("name", self.name);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
  }
};

/// Who sits with others than before, each time that a step with groups comes: everybody, or all but who has the place
/// in their group, who stays.
enum class Mixes { all, others };

constexpr std::array<Named<Mixes>, 2> names_of(Mixes) { return {{{Mixes::all, "all"}, {Mixes::others, "others"}}}; }

inline constexpr int kMostInParallel = 12;  ///< groups, or people in one: more is no talk

/// The people of a step talk in several groups at the same time, each with the floor to itself. Afterwards everybody
/// sees what they brought. Who sits with whom: `grouping.hpp`, `mixing.hpp`.
struct Parallel {
  Mark mark = Mark::own;
  std::vector<std::string> source{};  ///< keys of Definition::sources
  std::optional<int> size{};          ///< how many sit together; nothing: `groups` says how many groups
  std::optional<int> groups{};        ///< how many groups; nothing: `size` says how large they are
  std::string joins;                  ///< the earlier step whose groups go together here; empty: they are made anew
  std::vector<std::string> brings;    ///< kinds that a group takes back to all; empty: all that it says
  std::optional<OneInGroup> one{};    ///< the place that one person in each has; nothing: all are alike
  std::optional<Mixes> mixes{};       ///< who sits with others than before in this round; nothing: nobody has to

  static void fields(auto& self, auto&& visit) {
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
    visit.optional("size", self.size);
    visit.optional("groups", self.groups);
    visit.optional("joins", self.joins);
    visit.optional("brings", self.brings);
    visit.optional("one", self.one);
    visit.optional("mixes", self.mixes);
  }
};

/// The branches of the menu that a repeat has which lasts until it is chosen to end.
inline constexpr std::string_view kEnough = "enough";
inline constexpr std::string_view kAgain = "again";

}  // namespace casus::method
