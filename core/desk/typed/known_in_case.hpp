// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/desk/forms/form.hpp"
#include "core/desk/forms/record_form.hpp"
#include "core/model/refusal.hpp"
#include "core/model/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::desk {

class Desk;

/// What a form about a case can point at, so that nobody has to know a number by heart: for who is let in to it.
struct KnownInCase {
  std::vector<FormChoice> people;     ///< at the table; key and label are the name
  std::vector<FormChoice> around;     ///< those, the resident, and who is named of the network and the family
  std::vector<FormChoice> goals;      ///< "g1", and its words
  std::vector<FormChoice> actions;    ///< that are open: "a1", its words, and whose
  std::vector<FormChoice> decisions;  ///< that are not taken: "d1", and what must be decided
  std::vector<FormChoice> branches;   ///< of the menu that the step at hand offers
  std::vector<FormChoice> kinds;    ///< of what is said: those that fit in the step at hand first; none outside a step
  std::vector<RecordForm> records;  ///< that the step at hand takes
  std::vector<FormChoice> refs{};   ///< what can be put right, where that is asked (records_to_mend)
  std::string question{}, hoped_for{};  ///< as they stand: who puts one of them right keeps the other
  bool asked = false;              ///< for who looks from outside: whether they stand in the network, and can answer
  Answer answered = Answer::none;  ///< what they answered so far

  /// For a field by this name; nothing for one that points at none of these.
  const std::vector<FormChoice>* for_field(std::string_view name) const;
};

/// Of the resident and the circle, the actions that are theirs.
Outcome<KnownInCase, Refusal> known_in_case(Desk& desk, const std::string& case_id);

}  // namespace casus::desk
