// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

/// What a team writes down apart from every case (R15): lines of learning and signals for the area.
namespace casus {

struct LearningFields {
  std::string text;
  std::string theme;

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("theme", self.theme);
  }
};

/// Command. A line of learning, without personal data, without a trace to the case (R15).
struct NoteLearning : LearningFields {
  static constexpr std::string_view kName = "NoteLearning";
};

struct LearningNoted : LearningFields {
  static constexpr std::string_view kName = "LearningNoted";
  static constexpr int kVersion = 1;
};

/// What the signal form asks beside what is going on and where [S2]. Each may be filled in later, or never.
struct SignalForm {
  std::string since;    ///< since when, in words: "sinds de zomer"
  std::string seen_by;  ///< who else sees it: an organisation or a trade, never a name
  std::string agenda;   ///< who should have it on the agenda

  /// Whether this field of a signal is one of its form; the neighbourhood is, and counts too.
  static constexpr bool asks(std::string_view field) {
    return field == "neighbourhood" || field == "since" || field == "seen_by" || field == "agenda";
  }
  bool empty() const { return since.empty() && seen_by.empty() && agenda.empty(); }

  static void fields(auto& self, auto&& visit) {
    visit.optional("since", self.since);
    visit.optional("seen_by", self.seen_by);
    visit.optional("agenda", self.agenda);
  }
};

struct SignalFields {
  std::string text;
  std::string theme;
  std::string neighbourhood;
  SignalForm form = {};

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.required("theme", self.theme);
    visit.optional("neighbourhood", self.neighbourhood);
    SignalForm::fields(self.form, visit);
  }
};

/// Command. A signal for the area, without personal data (R15).
struct NoteSignal : SignalFields {
  static constexpr std::string_view kName = "NoteSignal";
};

struct SignalNoted : SignalFields {
  static constexpr std::string_view kName = "SignalNoted";
  static constexpr int kVersion = 2;  ///< version 1 had no form
};

}  // namespace casus
