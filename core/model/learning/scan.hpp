// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The quickscan of a team: everybody answers alone, and the team sees what was counted (learning.md 1).
namespace casus {

/// Command. A scan begins, by an instrument of this machine.
struct StartScan {
  static constexpr std::string_view kName = "StartScan";

  std::string instrument = "quickscan";
  std::optional<Date> until;  ///< the day on which it is meant to close

  static void fields(auto& self, auto&& visit) {
    visit.optional("instrument", self.instrument);
    visit.optional("until", self.until);
  }
};

struct ScanStarted {
  static constexpr std::string_view kName = "ScanStarted";
  static constexpr int kVersion = 1;

  std::string instrument;
  std::string definition;  ///< the whole file: what was asked stays, whatever becomes of the file
  std::optional<Date> until;

  static void fields(auto& self, auto&& visit) {
    visit.required("instrument", self.instrument);
    visit.required("definition", self.definition);
    visit.optional("until", self.until);
  }
};

/// Command. Somebody answers, as many items as they like; said again, an answer is replaced.
struct AnswerScan {
  static constexpr std::string_view kName = "AnswerScan";

  std::vector<std::string> answers;  ///< "g1=3"; "g1=" takes an answer back
  std::vector<std::string> learn;    ///< items on which somebody wants to learn
  std::vector<std::string> unlearn;  ///< and no longer
  std::vector<std::string> contact;  ///< items for which colleagues may come to them: shown to the team by name
  std::vector<std::string> uncontact;

  static void fields(auto& self, auto&& visit) {
    visit.optional("answers", self.answers);
    visit.optional("learn", self.learn);
    visit.optional("unlearn", self.unlearn);
    visit.optional("contact", self.contact);
    visit.optional("uncontact", self.uncontact);
  }
};

/// `given` is one text, sealed with the key of the person: core/learning/scan writes and reads it.
struct ScanAnswered {
  static constexpr std::string_view kName = "ScanAnswered";
  static constexpr int kVersion = 1;

  std::string person;
  std::string given;

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.secret("given", self.person, self.given);
  }
};

/// Command. No more answers; what may be shown to the team is counted once, now.
struct CloseScan {
  static constexpr std::string_view kName = "CloseScan";

  static void fields(auto&, auto&&) {}
};

/// How often an answer was given to an item; never a count below the least that is shown.
struct ScanCount {
  std::string item;
  std::string answer;  ///< empty: wants to learn
  int count = 0;
  bool or_more = false;  ///< nearly all: so many, or one or two more

  bool operator==(const ScanCount&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("item", self.item);
    visit.optional("answer", self.answer);
    visit.required("count", self.count);
    visit.optional("or_more", self.or_more);
  }
};

/// The counts stand in the event, so that nobody can work out by subtraction what somebody answered who is erased
/// later.
struct ScanClosed {
  static constexpr std::string_view kName = "ScanClosed";
  static constexpr int kVersion = 1;

  int answered = 0;               ///< how many took part
  std::vector<ScanCount> counts;  ///< empty when fewer took part than are shown
  bool or_more = false;           ///< nearly all took part: `answered`, or one or two more

  static void fields(auto& self, auto&& visit) {
    visit.required("answered", self.answered);
    visit.optional("counts", self.counts);
    visit.optional("or_more", self.or_more);
  }
};

struct ScanCancelFields {
  std::string because;

  static void fields(auto& self, auto&& visit) { visit.required("because", self.because); }
};

/// Command. It was begun by mistake: nothing is counted, and what was answered goes for good.
struct CancelScan : ScanCancelFields {
  static constexpr std::string_view kName = "CancelScan";
};

struct ScanCancelled : ScanCancelFields {
  static constexpr std::string_view kName = "ScanCancelled";
  static constexpr int kVersion = 1;
};

}  // namespace casus
