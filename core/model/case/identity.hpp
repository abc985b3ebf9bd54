// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

/// Who is who in a case, over time: handing over, and two entries that are one person. Commands and their events.
namespace casus {

struct HandOverFields {
  std::string person;  ///< whose roles and open actions they were
  std::string to;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.required("to", self.to);
    visit.optional("because", self.because);
  }
};

/// Command. Somebody gives all that is theirs in the case to a colleague, roles and open actions, and leaves the table.
/// Who is not at the table but of the team may do it for them, with a reason: people leave, and their cases stay.
struct HandOver : HandOverFields {
  static constexpr std::string_view kName = "HandOver";
};

/// Two ids. What it led to stands beside it: who left, who took the roles, each action that goes over.
struct HandedOver : HandOverFields {
  static constexpr std::string_view kName = "HandedOver";
  static constexpr int kVersion = 2;  ///< version 1 did not say when it was typed

  std::optional<Time> written{};  ///< when it was typed, when it was said to have happened earlier

  static void fields(auto& self, auto&& visit) {
    HandOverFields::fields(self, visit);
    visit.optional("written", self.written);
  }
};

struct PersonMergeFields {
  std::string person;  ///< the entry that goes
  std::string into;    ///< the one that stays
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.required("into", self.into);
    visit.optional("because", self.because);
  }
};

/// Command. Two entries are one person ("tante", "tante Els"): all that the first said, does and is tied to becomes
/// that of the second. The history keeps who was entered when.
struct MergePersons : PersonMergeFields {
  static constexpr std::string_view kName = "MergePersons";
};

/// Two ids.
struct PersonsMerged : PersonMergeFields {
  static constexpr std::string_view kName = "PersonsMerged";
  static constexpr int kVersion = 1;
};

}  // namespace casus
