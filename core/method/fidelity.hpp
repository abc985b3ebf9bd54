// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/method/plugin_api.hpp"

#include <string>
#include <vector>

/// How faithfully a method was kept, read from what was recorded. It says nothing about whether the method helped.
namespace casus::method {

/// One record that shows it.
struct Proof {
  Collection rows{};
  std::size_t row = 0;  ///< its place in the view; not for findings of native rules
  std::string id;       ///< "c3", "a1"; empty for records without one
  std::string by;       ///< person id
  std::string text;     ///< its words, as the view gives them: who shows them looks whether they may be seen
};

/// One item of a method's checklist, judged.
struct Judged {
  enum class Kept {
    yes,
    no,
    not_yet,  ///< its steps have not come up, or what is missing can still come
    nothing,  ///< its steps came up, and there was nobody or nothing that it asks about: not followed, and not broken
  };

  std::string id;  ///< of the declared item, or the rule of a native one
  Text text;
  Mark mark = Mark::own;            ///< whether a source asks for it; a native finding is our own
  std::vector<std::string> source;  ///< keys of Definition::sources
  Kept kept = Kept::no;
  std::vector<Proof> proof;
  /// Not kept, and not broken either: what it forbids was not there, and neither was what it is about. Whoever shows it
  /// says that nothing is to be seen, and not "no".
  bool no_occasion = false;

  /// Whether it says that the point was kept, or that it was broken.
  bool is_judged() const { return (kept == Kept::yes || kept == Kept::no) && !no_occasion; }
};

struct Fidelity {
  std::vector<Judged> items;

  std::size_t kept() const;       ///< items that were kept
  std::size_t judged() const;     ///< items that could be judged: kept, or broken by something that stands there
  std::size_t described() const;  ///< items that a source describes
};

/// A method that a case has been in, and how faithfully it was kept.
struct MethodKept {
  std::string method;                      ///< id
  const Definition* definition = nullptr;  ///< nullptr: this machine does not have it, so nothing is judged
  Fidelity fidelity;
};

/// Judges every declared item of the method, then what its native rules found (`rules` may be null; a finding of weight
/// `info` was kept, any other was not). `visited` holds the ids of the steps of this method that the case has been in.
Fidelity fidelity(const Definition& method, const Rules* rules, const View& view,
                  const std::vector<std::string_view>& visited);

}  // namespace casus::method
