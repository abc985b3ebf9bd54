// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Two cases that are one: everything of the one goes on in the other, and the first ends with that. Commands and their
/// events; each of them has a half in either case.
namespace casus {

/// Command, to the case that ends. All that is open, known and agreed in it goes on in the other one.
struct MergeCase {
  static constexpr std::string_view kName = "MergeCase";

  std::string into;     ///< id of the case that stays
  std::string because;  ///< how one knows that they are one
  std::string with;     ///< whose the other case is, when it is not that of who does this; a name

  static void fields(auto& self, auto&& visit) {
    visit.required("into", self.into);
    visit.optional("because", self.because);
    visit.optional("with", self.with);
  }
};

/// In the case that ends. What is done in it from now on is done in the other.
struct CaseMerged {
  static constexpr std::string_view kName = "CaseMerged";
  static constexpr int kVersion = 1;

  std::string into;
  std::string because;
  std::string with;

  static void fields(auto& self, auto&& visit) {
    visit.required("into", self.into);
    visit.optional("because", self.because);
    visit.optional("with", self.with);
  }
};

/// Who somebody of the other case is here; ids.
struct TakenPerson {
  std::string was;
  std::string is;

  bool operator==(const TakenPerson&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("was", self.was);
    visit.required("is", self.is);
  }
};

/// Where an event comes from that stands behind a CaseTakenIn, and when it happened there.
struct TakenLine {
  std::int64_t event = 0;  ///< number in the other case; 0: from no event of its own
  Time at{};

  bool operator==(const TakenLine&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("event", self.event);
    visit.required("at", self.at);
  }
};

/// In the case that stays. What it brings stands behind it, an event for each of `lines`, in that order.
struct CaseTakenIn {
  static constexpr std::string_view kName = "CaseTakenIn";
  static constexpr int kVersion = 1;

  std::string case_id;  ///< that ended
  std::string because;
  std::string with;
  std::string title;                ///< what it was called there
  std::string question;             ///< what was asked there, when the case that stays has a question of its own
  std::optional<Date> reported_on;  ///< day of the report there, when it is the earlier one: the terms run from it
  std::vector<TakenPerson> people;
  std::vector<TakenLine> lines;

  static void fields(auto& self, auto&& visit) {
    visit.required("case", self.case_id);
    visit.optional("title", self.title);
    visit.optional("question", self.question);
    visit.optional("because", self.because);
    visit.optional("with", self.with);
    visit.optional("reported_on", self.reported_on);
    visit.required("people", self.people);
    visit.required("lines", self.lines);
  }
};

/// Command, to the case that ended. They are two cases after all.
struct SeparateCase {
  static constexpr std::string_view kName = "SeparateCase";

  std::string because;
  std::string with;

  static void fields(auto& self, auto&& visit) {
    visit.optional("because", self.because);
    visit.optional("with", self.with);
  }
};

/// In the case that had ended: it is where it was.
struct CaseSeparated {
  static constexpr std::string_view kName = "CaseSeparated";
  static constexpr int kVersion = 1;

  std::string into;  ///< the case that it was in
  std::string because;
  std::string with;

  static void fields(auto& self, auto&& visit) {
    visit.required("into", self.into);
    visit.optional("because", self.because);
    visit.optional("with", self.with);
  }
};

/// In the case that it was in. What it brought is destroyed and taken back behind this.
struct CaseGivenBack {
  static constexpr std::string_view kName = "CaseGivenBack";
  static constexpr int kVersion = 1;

  std::string case_id;
  std::string because;
  std::string with;
  std::vector<std::string> changed;  ///< ids of what was brought and had more said of it since: that is lost

  static void fields(auto& self, auto&& visit) {
    visit.required("case", self.case_id);
    visit.optional("because", self.because);
    visit.optional("with", self.with);
    visit.optional("changed", self.changed);
  }
};

}  // namespace casus
