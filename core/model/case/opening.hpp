// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/phase.hpp"
#include "core/base/role.hpp"
#include "core/base/time.hpp"
#include "core/model/words.hpp"

#include <optional>
#include <string>
#include <vector>

/// Opening a case: who, on what ground, with which question, by which method. Commands and the events they lead to.
namespace casus {

/// The definition that a case works by, fixed by content: an edited file is another definition.
struct Pin {
  std::string id;
  std::string version;
  std::string hash;

  bool operator==(const Pin&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("version", self.version);
    visit.required("hash", self.hash);
  }
};

/// Command. Makes the case, in intake. The one who opens it becomes its first participant and casusinbrenger.
/// R2: privacy, ground and purpose come with the first text that is typed; refused without them.
struct OpenCase {
  static constexpr std::string_view kName = "OpenCase";

  std::string title;  ///< how the team recognises the case; role words, no names
  std::optional<Privacy> privacy;
  std::optional<Basis> basis;
  std::string purpose;       ///< what this review is for
  std::string basis_text;    ///< needed when needs_explaining(basis): why this ground holds
  std::string method;        ///< empty: the workflow's default
  std::string workflow;      ///< empty: the method's default
  std::optional<Mode> mode;  ///< nothing: strict
  std::string neighbourhood;
  std::optional<Date> reported_on;  ///< day of the report, from which legal terms run
  std::vector<Basis> more_bases{};  ///< grounds beside the first, for the same purpose: debts beside youth care

  static void fields(auto& self, auto&& visit) {
    visit.required("title", self.title);
    visit.optional("privacy", self.privacy);
    visit.optional("basis", self.basis);
    visit.optional("purpose", self.purpose);
    visit.optional("basis_text", self.basis_text);
    visit.optional("method", self.method);
    visit.optional("workflow", self.workflow);
    visit.optional("mode", self.mode);
    visit.optional("neighbourhood", self.neighbourhood);
    visit.optional("reported_on", self.reported_on);
    visit.optional("more_bases", self.more_bases);
  }
};

struct CaseOpened {
  static constexpr std::string_view kName = "CaseOpened";
  static constexpr int kVersion = 2;  ///< version 1 did not say when it was typed

  std::string title;
  Privacy privacy{};
  Basis basis{};
  std::string purpose;
  std::string basis_text;
  Pin workflow;
  Pin method;  ///< for all four phases
  Mode mode = Mode::strict;
  std::string neighbourhood;
  std::optional<Date> reported_on;
  std::string person;  ///< id of the one who opened it
  std::string name;
  std::optional<Time> written{};  ///< when it was typed, when it was said to have happened earlier

  static void fields(auto& self, auto&& visit) {
    visit.required("title", self.title);
    visit.required("privacy", self.privacy);
    visit.required("basis", self.basis);
    visit.required("purpose", self.purpose);
    visit.optional("basis_text", self.basis_text);
    visit.required("workflow", self.workflow);
    visit.required("method", self.method);
    visit.required("mode", self.mode);
    visit.optional("neighbourhood", self.neighbourhood);
    visit.optional("reported_on", self.reported_on);
    visit.required("person", self.person);
    visit.secret("name", self.person, self.name);
    visit.optional("written", self.written);
  }
};

struct BasisFields {
  Privacy privacy{};
  Basis basis{};
  std::string purpose;
  std::string basis_text;

  static void fields(auto& self, auto&& visit) {
    visit.required("privacy", self.privacy);
    visit.required("basis", self.basis);
    visit.required("purpose", self.purpose);
    visit.optional("basis_text", self.basis_text);
  }
};

/// Command. Changes how the case may be discussed, and why.
struct SetBasis : BasisFields {
  static constexpr std::string_view kName = "SetBasis";
};

struct BasisSet : BasisFields {
  static constexpr std::string_view kName = "BasisSet";
  static constexpr int kVersion = 1;
};

struct MoreBasisFields {
  Basis basis{};
  std::string purpose;
  std::string basis_text;
  std::optional<Date> reported_on{};  ///< from which the terms of this ground run

  static void fields(auto& self, auto&& visit) {
    visit.required("basis", self.basis);
    visit.required("purpose", self.purpose);
    visit.optional("basis_text", self.basis_text);
    visit.optional("reported_on", self.reported_on);
  }
};

/// Command. One more ground beside the one of the case, for a purpose of its own: debts beside youth care.
struct AddBasis : MoreBasisFields {
  static constexpr std::string_view kName = "AddBasis";
};

/// Version 1 had no day of a report.
struct BasisAdded : MoreBasisFields {
  static constexpr std::string_view kName = "BasisAdded";
  static constexpr int kVersion = 2;
};

struct BasisDropFields {
  Basis basis{};
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("basis", self.basis);
    visit.optional("because", self.because);
  }
};

/// Command. One of the further grounds was none: from here on its terms do not count.
struct DropBasis : BasisDropFields {
  static constexpr std::string_view kName = "DropBasis";
};

struct BasisDropped : BasisDropFields {
  static constexpr std::string_view kName = "BasisDropped";
  static constexpr int kVersion = 1;
};

struct QuestionFields {
  std::string text;
  std::string hoped_for;  ///< how the presenter will notice that the review was useful

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("hoped_for", self.hoped_for);
  }
};

/// Command. The one question of the presenter (R1); asked again, it replaces the earlier one.
struct AskQuestion : QuestionFields {
  static constexpr std::string_view kName = "AskQuestion";
};

struct QuestionAsked : QuestionFields {
  static constexpr std::string_view kName = "QuestionAsked";
  static constexpr int kVersion = 1;
};

/// Command. The owner asks for a place on the agenda of the next meeting, with the question of the case (R1): the one
/// that is there, or a new one.
struct AskForPlace {
  static constexpr std::string_view kName = "AskForPlace";

  std::string question;    ///< empty: the question that the case has
  bool no_longer = false;  ///< takes the asking back

  static void fields(auto& self, auto&& visit) {
    visit.optional("question", self.question);
    visit.optional("no_longer", self.no_longer);
  }
};

struct PlaceAsked {
  static constexpr std::string_view kName = "PlaceAsked";
  static constexpr int kVersion = 1;

  bool no_longer = false;

  static void fields(auto& self, auto&& visit) { visit.optional("no_longer", self.no_longer); }
};

/// Command. Brings a person to the table, or gives one who is there more roles. Somebody of the case who does not sit
/// at the table (`absent`: the resident, their circle, a professional elsewhere) can still have an action.
struct AddParticipant {
  static constexpr std::string_view kName = "AddParticipant";

  std::string name;
  std::vector<Role> roles;
  bool team_member = true;  ///< works in the team that reviews the case
  bool caseload = false;    ///< carries this household on the caseload
  std::string contact;
  bool absent = false;          ///< belongs to the case, and does not sit at the table
  std::optional<Date> until{};  ///< the last day of a seat for a time: somebody of another team who is asked along

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.required("roles", self.roles);
    visit.optional("team_member", self.team_member);
    visit.optional("caseload", self.caseload);
    visit.optional("contact", self.contact);
    visit.optional("absent", self.absent);
    visit.optional("until", self.until);
  }
};

/// Version 1 knew only people at the table.
struct ParticipantAdded {
  static constexpr std::string_view kName = "ParticipantAdded";
  static constexpr int kVersion = 3;  ///< version 2 did not say when it was typed

  std::string person;
  std::string name;
  std::vector<Role> roles;  ///< all roles the person now has
  bool team_member = true;
  bool caseload = false;
  std::string contact;
  bool absent = false;
  std::optional<Time> written{};  ///< when it was typed, when it was said to have happened earlier

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.secret("name", self.person, self.name);
    visit.required("roles", self.roles);
    visit.required("team_member", self.team_member);
    visit.required("caseload", self.caseload);
    visit.secret("contact", self.person, self.contact);
    visit.optional("absent", self.absent);
    visit.optional("written", self.written);
  }
};

/// Right behind the event that gives a seat: it is one for a time. After its last day whoever sat there leaves the
/// table by an event of its own, at the first time that anybody comes to the case.
struct SeatLimited {
  static constexpr std::string_view kName = "SeatLimited";
  static constexpr int kVersion = 1;

  std::string person;
  Date until{};

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.required("until", self.until);
  }
};

struct LeavingFields {
  std::string person;    ///< name or id
  bool for_now = false;  ///< not there today, and still of the case

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.optional("for_now", self.for_now);
  }
};

/// Command. Somebody is no longer at the table; what they said stays.
struct RemoveParticipant : LeavingFields {
  static constexpr std::string_view kName = "RemoveParticipant";
};

struct ParticipantLeft : LeavingFields {
  static constexpr std::string_view kName = "ParticipantLeft";
  static constexpr int kVersion = 3;  ///< version 1 did not say when it was typed, 2 knew no leaving for now

  std::optional<Time> written{};  ///< when it was typed, when it was said to have happened earlier

  static void fields(auto& self, auto&& visit) {
    LeavingFields::fields(self, visit);
    visit.optional("written", self.written);
  }
};

/// Command. Another method for one phase, or for all that follow; what was recorded stays.
struct ChangeMethod {
  static constexpr std::string_view kName = "ChangeMethod";

  std::string method;
  std::optional<Phase> phase;  ///< nothing: every phase
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("method", self.method);
    visit.optional("phase", self.phase);
    visit.optional("because", self.because);
  }
};

struct MethodChanged {
  static constexpr std::string_view kName = "MethodChanged";
  static constexpr int kVersion = 1;

  Pin method;
  std::vector<Phase> phases;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("method", self.method);
    visit.required("phases", self.phases);
    visit.optional("because", self.because);
  }
};

/// Command. Moves the case onto the workflow and methods as they are on this machine now.
struct AdoptDefinitions {
  static constexpr std::string_view kName = "AdoptDefinitions";

  static void fields(auto&, auto&&) {}
};

struct DefinitionsAdopted {
  static constexpr std::string_view kName = "DefinitionsAdopted";
  static constexpr int kVersion = 1;

  Pin workflow;
  std::vector<Pin> methods;  ///< one for each phase, in the order of `Phase`

  static void fields(auto& self, auto&& visit) {
    visit.required("workflow", self.workflow);
    visit.required("methods", self.methods);
  }
};

}  // namespace casus
