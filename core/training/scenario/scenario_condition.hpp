// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/role.hpp"
#include "core/method/criterion.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::training {

/// Steps of the virtual clock.
enum class ClockUnit { minutes, hours, days, weeks };

constexpr std::array<Named<ClockUnit>, 4> names_of(ClockUnit) {
  return {{{ClockUnit::minutes, "minutes", "word.clock_unit.minutes"},
           {ClockUnit::hours, "hours", "word.clock_unit.hours"},
           {ClockUnit::days, "days", "word.clock_unit.days"},
           {ClockUnit::weeks, "weeks", "word.clock_unit.weeks"}}};
}

struct Span {
  int amount = 0;
  ClockUnit unit = ClockUnit::days;

  std::chrono::seconds seconds() const;
  bool operator==(const Span&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("amount", self.amount);
    visit.required("unit", self.unit);
  }
};

/// Longer is a typing mistake: two years.
inline constexpr std::chrono::seconds kLongestSpan = std::chrono::days(731);

/// Words that somebody may ask with, in both languages: people mix them, and either list will do. "hard + for him/for
/// her" is a combination: all its parts stand in the same line, in any order, and of what a stroke separates one.
struct Phrases {
  std::vector<std::string> nl;
  std::vector<std::string> en;

  bool operator==(const Phrases&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("nl", self.nl);
    visit.required("en", self.en);
  }
};

/// A phrase by the parts that it asks for, and each part by its choices; one part of one choice where it is no
/// combination. Views into the phrase.
std::vector<std::vector<std::string_view>> parts_of(std::string_view phrase);

/// Whether one of the phrases stands in the text: as the beginning of a word, capitals and accents of case aside. In a
/// combination a word of three letters or fewer is heard whole, and it is not heard in a line about the table: one with
/// a word of table_words.txt that the combination itself does not name. "Wat wil hij drinken?" asks nothing of a case.
bool mentions(std::string_view text, const Phrases& phrases);

/// In `Condition::to`: at the table, and not to somebody of the network who is spoken to elsewhere.
inline constexpr std::string_view kTheTable = "table";

/// When a fact comes out, an event happens, a decision comes up, and what is counted for a learning goal. In JSON one
/// of:
///
///     {"said": {"kinds": [KIND...], "about": {"nl": [...], "en": [...]}, "by": [ROLE...], "to": [WHO...],
///     "at_least": N}}
///                                      each part may be left out; "to": while speaking with one of these of the
///                                      network, or with "table" to whomever at the table; one alone needs no list
///     {"consulted": PERSON}            somebody of the scenario's network was asked
///     {"reached": {"phase": PHASE, "round": N}}   {"reached": {"steps": [STEP...]}}   one of these steps, of any
///     method
///     {"passed": {"amount": 3, "unit": "weeks"}}   since the beginning
///     {"chosen": {"decision": ID, "options": [ID...]}}
///     {"known": FACT}   {"happened": EVENT}
///     {"counter": {"id": COUNTER, "at_least": N, "at_most": N}}   one of the two, or both
///     {"before": {"first": CONDITION, "then": CONDITION}}   the first came, and the other did not, or by a later move
///     {"holds": CRITERION}             on the case, by the one evaluator (core/method/criterion.hpp)
///     {"all": [CONDITION...]}   {"any": [CONDITION...]}   {"not": CONDITION}
struct Condition {
  enum class Op {
    said,
    consulted,
    reached,
    passed,
    chosen,
    known,
    happened,
    counter,
    before,
    holds,
    all,
    any,
    negation
  };

  Op op = Op::all;
  std::vector<std::string> kinds;  ///< said: one of these; empty: any
  Phrases about;                   ///< said: one of these words; empty: whatever was said
  std::vector<Role> by;            ///< said: somebody with one of these roles; empty: anybody
  std::vector<std::string> to;     ///< said: one of these in the network, or `kTheTable`; empty: to whomever
  int at_least = 1;                ///< said: so many times
  std::string id;            ///< consulted: person; chosen: decision; known: fact; happened: event; counter: its own
  std::optional<int> least;  ///< counter
  std::optional<int> most;   ///< counter
  std::vector<std::string> options;  ///< chosen: one of these
  std::optional<Phase> phase;        ///< reached
  int round = 1;                     ///< reached: in this round or a later one
  std::vector<std::string> steps;    ///< reached
  Span passed;
  method::Criterion holds;
  std::vector<Condition> parts;  ///< all, any, not; before: the first, then the other

  /// Whether it holds by words that are heard, and not by what was done.
  bool hears_words() const { return op == Op::said && !about.nl.empty(); }
};

/// Reads a condition; every problem is added with its JSON pointer. Found by the field reader.
void read(const nlohmann::json& in, Condition& out, const std::string& pointer, Problems& problems);

/// Calls `seen` for the condition and all parts of it, with their JSON pointers.
void each_part(const Condition& condition, const std::string& pointer,
               const std::function<void(const Condition&, const std::string&)>& seen);

}  // namespace casus::training
