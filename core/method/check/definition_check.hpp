// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The pieces of the meaning check, for the sources of this folder only.
namespace casus::method::checks {

/// Kinds are keys of the criteria vocabulary, which is written with underscores.
bool is_kind(std::string_view text);

/// Keys that were met, with where.
using Seen = std::map<std::string, std::string, std::less<>>;

/// Collects problems and knows what the whole definition declares.
class Check {
 public:
  /// What the definition declares. Nothing when a declaration could not be read: then references to it are not judged,
  /// as one mistake would be told ten times.
  struct Declared {
    std::set<std::string_view> names;
    bool complete = true;

    bool may_have(std::string_view name) const { return !complete || names.contains(name); }
  };

  /// `shape`: what the first pass found wrong. Where that is, the definition holds a default that says nothing.
  Check(const Definition& definition, const Problems& shape);

  const Definition& definition;
  Problems problems;

  void add(std::string pointer, Telling message) { problems.push_back({std::move(pointer), std::move(message)}); }

  /// Whether the shape is right here, and all above and below it.
  bool sound(std::string_view pointer) const;

  void id(std::string_view id, const std::string& pointer);
  void words(const Text& text, const std::string& pointer);
  void kind(std::string_view kind, const std::string& pointer);
  void step(std::string_view step, const std::string& pointer);
  /// A phase that something is asked of: one that the method has.
  void phase(std::string_view phase, const std::string& pointer);
  void phrase_lists(const std::vector<std::string>& lists, const std::string& pointer);
  void role(Role role, const std::string& pointer);
  void roles(const std::vector<Role>& roles, const std::string& pointer);
  void sources(const std::vector<std::string>& keys, const std::string& pointer);
  /// Where something comes from: keys that are declared, and at least one when a source is said to describe it.
  /// `what` is what is marked (tell("wrong.a_prompt")), `pointer` its place; `prefix` stands before "mark" and "source"
  /// in its keys.
  void origin(Mark mark, const std::vector<std::string>& keys, Telling what, const std::string& pointer,
              const std::string& prefix = {});
  /// What only a method can know of a criterion: its kinds and its steps.
  void criterion(const Criterion& criterion, const std::string& pointer);

  /// " (did you mean 'x'?)", as long as there are not too many problems to care.
  Telling near(std::string_view word, const std::vector<std::string_view>& known) const;
  Telling near(std::string_view word, const Declared& known) const;

  /// Tells when a key was seen before, with the place where.
  void unique(Seen& seen, std::string_view key, Telling what, const std::string& pointer);

  bool knows_kind(std::string_view kind) const;

 private:
  bool readable(std::string_view list, std::string_view key) const;

  std::set<std::string, std::less<>> broken_;  ///< pointers; a set, as a hostile file has many
  Declared roles_;
  Declared kinds_;
  Declared steps_;
  Declared sources_;
  Declared phrases_;
};

/// Second pass: what is wrong with the meaning, apart from what follows from a wrong shape.
Problems check_meaning(const Definition& definition, const Problems& shape);

void check_phrase_lists(Check& check);
void check_record_types(Check& check);
/// A condition on a declared field: it is one of a type that the filter lets through, and compared with what fits it.
void check_own_field(const Filter& filter, const Condition& found, const std::string& pointer, Check& check);
/// The declared fields by which rows are joined.
void check_own_joins(const Criterion& criterion, const std::string& pointer, Check& check);
void check_text_checks(Check& check);

/// Every step: its floor, its kinds, what must be there before it is left, and how it is come to.
void check_steps(Check& check);
/// Roles that go round: which, among whom, and with what.
void check_rotations(Check& check);
/// A step that goes on in several groups: how many, of whom, and what they bring.
void check_parallel(Phase phase, std::size_t step, Check& check);
/// Phases without steps: why, and whether enough is left. What points to one of them is told too.
void check_left_out(Check& check);
/// A step that comes again: what it is repeated for, what ends it, how often, and up to where.
void check_repeat(Phase phase, std::size_t step, Check& check);

}  // namespace casus::method::checks
