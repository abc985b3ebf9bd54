// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/one_of.hpp"
#include "core/base/time.hpp"
#include "core/model/team/area.hpp"
#include "core/model/team/team_erasing.hpp"
#include "core/model/team/team_life.hpp"
#include "core/model/team/team_lines.hpp"
#include "core/model/team/team_mending.hpp"
#include "core/model/typist.hpp"
#include "core/model/words.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// The team that reviews the cases, with what it keeps apart from every case file: learning lines and signals (R15).
namespace casus {

struct FoundingFields {
  std::string name;
  int minutes = 90;            ///< length of the weekly meeting
  Mode mode = Mode::coaching;  ///< for new cases
  std::string workflow = "weekly-review";
  std::string method;  ///< empty: the workflow's default

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.optional("minutes", self.minutes);
    visit.optional("mode", self.mode);
    visit.optional("workflow", self.workflow);
    visit.optional("method", self.method);
  }
};

/// Command. The team begins; once per store.
struct FoundTeam : FoundingFields {
  static constexpr std::string_view kName = "FoundTeam";
};

struct TeamFounded : FoundingFields {
  static constexpr std::string_view kName = "TeamFounded";
  static constexpr int kVersion = 1;

  /// What has a default of its own is always written, so that another default later changes no team that is there.
  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.required("minutes", self.minutes);
    visit.required("mode", self.mode);
    visit.required("workflow", self.workflow);
    visit.optional("method", self.method);
  }
};

struct MemberFields {
  std::string name;
  std::string profession;

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.optional("profession", self.profession);
  }
};

/// Command. Somebody joins the team. Said again with the same profession, or none, it is the same person; otherwise it
/// is asked, as two may have one name.
struct AddMember : MemberFields {
  static constexpr std::string_view kName = "AddMember";
};

struct MemberAdded : MemberFields {
  static constexpr std::string_view kName = "MemberAdded";
  static constexpr int kVersion = 2;  ///< version 1 did not say when it was typed

  std::optional<Time> written{};  ///< when it was typed, when it was said to have happened earlier

  static void fields(auto& self, auto&& visit) {
    MemberFields::fields(self, visit);
    visit.optional("written", self.written);
  }
};

struct RenameFields {
  std::string name;
  std::string to;          ///< empty: the name stays
  std::string profession;  ///< empty: it stays

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.optional("to", self.to);
    visit.optional("profession", self.profession);
  }
};

/// Command. A member is called otherwise from now on, or has another profession. The old name stays known as theirs.
struct RenameMember : RenameFields {
  static constexpr std::string_view kName = "RenameMember";
};

struct MemberRenamed : RenameFields {
  static constexpr std::string_view kName = "MemberRenamed";
  static constexpr int kVersion = 1;
};

struct LeaveTeamFields {
  std::string name;

  static void fields(auto& self, auto&& visit) { visit.required("name", self.name); }
};

/// Command. A member leaves the team. What they still have in cases is handed over first; see Service::still_has.
struct LeaveTeam : LeaveTeamFields {
  static constexpr std::string_view kName = "LeaveTeam";
};

struct MemberLeft : LeaveTeamFields {
  static constexpr std::string_view kName = "MemberLeft";
  static constexpr int kVersion = 1;
};

struct TeamSettingFields {
  std::optional<int> minutes;
  std::optional<Mode> mode;
  std::optional<std::string> workflow;
  std::optional<std::string> method;
  std::optional<std::string> phone{};  ///< on what a resident gets; an empty one is taken away

  static void fields(auto& self, auto&& visit) {
    visit.optional("minutes", self.minutes);
    visit.optional("mode", self.mode);
    visit.optional("workflow", self.workflow);
    visit.optional("method", self.method);
    visit.optional("phone", self.phone);
  }
};

/// Command. Other settings; what is left out stays.
struct SetTeam : TeamSettingFields {
  static constexpr std::string_view kName = "SetTeam";
};

struct TeamSet : TeamSettingFields {
  static constexpr std::string_view kName = "TeamSet";
  static constexpr int kVersion = 2;  ///< version 1 had no telephone
};

struct AbsenceFields {
  std::string name;
  Date from{};
  std::optional<Date> to;

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.required("from", self.from);
    visit.optional("to", self.to);
  }
};

/// Command. Somebody is away on these days, both included; no reason is kept. Without a last day: until told.
struct SetAbsence : AbsenceFields {
  static constexpr std::string_view kName = "SetAbsence";
};

struct AbsenceSet : AbsenceFields {
  static constexpr std::string_view kName = "AbsenceSet";
  static constexpr int kVersion = 1;
};

struct AbsenceEndFields {
  std::string name;
  Date from{};

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.required("from", self.from);
  }
};

/// Command. Somebody is there again from this day: every absence that reaches it ends on the day before.
struct EndAbsence : AbsenceEndFields {
  static constexpr std::string_view kName = "EndAbsence";
};

struct AbsenceEnded : AbsenceEndFields {
  static constexpr std::string_view kName = "AbsenceEnded";
  static constexpr int kVersion = 1;
};

struct PhraseFields {
  std::string list;    ///< whole name
  std::string phrase;  ///< in the event in the form of method::normal_phrase

  static void fields(auto& self, auto&& visit) {
    visit.required("list", self.list);
    visit.required("phrase", self.phrase);
  }
};

/// Command. A phrase of the team's own in a list that text checks listen for ("casus/advice", "werf/advice").
struct AddPhrase : PhraseFields {
  static constexpr std::string_view kName = "AddPhrase";
};

struct PhraseAdded : PhraseFields {
  static constexpr std::string_view kName = "PhraseAdded";
  static constexpr int kVersion = 1;
};

/// Command. The team takes back a phrase of its own.
struct RemovePhrase : PhraseFields {
  static constexpr std::string_view kName = "RemovePhrase";
};

struct PhraseRemoved : PhraseFields {
  static constexpr std::string_view kName = "PhraseRemoved";
  static constexpr int kVersion = 1;
};

struct PartnerFields {
  std::string name;
  PartnerKind kind = PartnerKind::other;
  Partnership partnership = Partnership::present;
  std::string purpose;  ///< what for; left out, what was said before stays

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.required("kind", self.kind);
    visit.optional("partnership", self.partnership);
    visit.optional("purpose", self.purpose);
  }
};

/// Command. An organisation that the team works with, or wants to [S4]; said again, it is replaced.
struct AddPartner : PartnerFields {
  static constexpr std::string_view kName = "AddPartner";
};

struct PartnerAdded : PartnerFields {
  static constexpr std::string_view kName = "PartnerAdded";
  static constexpr int kVersion = 1;
};

struct PartnerDropFields {
  std::string name;

  static void fields(auto& self, auto&& visit) { visit.required("name", self.name); }
};

/// Command. An organisation goes off the map.
struct DropPartner : PartnerDropFields {
  static constexpr std::string_view kName = "DropPartner";
};

struct PartnerDropped : PartnerDropFields {
  static constexpr std::string_view kName = "PartnerDropped";
  static constexpr int kVersion = 1;
};

using TeamVariant =
    std::variant<FoundTeam, AddMember, SetTeam, NoteLearning, NoteSignal, SetAbsence, EndAbsence, WritePaperLine,
                 StrikePaperLine, ChooseFocus, AgreeContribution, FinishFocus, AddPhrase, RemovePhrase, AddPartner,
                 DropPartner, CorrectLine, WithdrawLine, DestroyLine, RenameMember, LeaveTeam, RestoreLine, RenameTeam,
                 CloseTeam, ReopenTeam, EraseMember>;
extern template class OneOf<TeamVariant>;
struct TeamBody : OneOf<TeamVariant> {
  using OneOf::OneOf;
};
using TeamEventVariant =
    std::variant<TeamFounded, MemberAdded, TeamSet, LearningNoted, SignalNoted, AbsenceSet, AbsenceEnded,
                 PaperLineWritten, PaperLineStruck, FocusChosen, ContributionAgreed, FocusFinished, PhraseAdded,
                 PhraseRemoved, PartnerAdded, PartnerDropped, LineCorrected, LineWithdrawn, LineDestroyed,
                 MemberRenamed, MemberLeft, LineRestored, TeamRenamed, TeamClosed, TeamReopened, MemberErased>;
extern template class OneOf<TeamEventVariant>;
struct TeamEventBody : OneOf<TeamEventVariant> {
  using OneOf::OneOf;
};

struct TeamCommand {
  std::string id;
  Time at{};
  TeamBody body;
  std::string by{};              ///< name of who does it; empty: nobody said
  std::optional<Typist> seat{};  ///< who sat at the keys; nothing: the one who does it
};

struct TeamEvent {
  Time at{};
  TeamEventBody body;
  /// Name of who did it. Empty: nobody said, or it is a line of learning or a signal, whose writer would lead back to
  /// the case that it came from (R15).
  std::string by{};
  std::optional<Typist> seat{};  ///< who sat at the keys, when that was somebody else, or from afar
};

struct Member {
  std::string name;
  std::string profession;
  std::vector<std::string> formerly{};  ///< other names that were theirs
  Time since{};                         ///< when they joined
};

struct Absence {
  std::string name;
  Date from{};
  std::optional<Date> to;
};

struct TeamLine {
  std::string text;
  std::string theme;
  std::string neighbourhood;
  Date on{};
  std::string id = {};   ///< "l1" of learning, "s1" of signals
  bool changed = false;  ///< reads otherwise than it was first written
  SignalForm form = {};  ///< of a signal alone
};

struct Partner {
  std::string name;
  PartnerKind kind{};
  Partnership partnership{};
  std::string purpose;
  Date since{};  ///< the day on which it came to stand so
};

struct Team {
  std::int64_t version = 0;
  std::string name;
  int minutes = 90;
  Mode mode = Mode::strict;
  std::string workflow;
  std::string method;
  std::string phone;                ///< where a resident can call; empty when nobody wrote it down
  std::optional<Time> closed_at{};  ///< since then nothing begins here, and what is there can be read
  std::string closed_because;       ///< and why: where its cases went
  std::vector<Member> members;
  std::vector<Member> left;  ///< who were members
  std::vector<TeamLine> learning;
  std::vector<TeamLine> signals;
  std::vector<PaperLine> paper;
  std::vector<Focus> focuses;
  std::vector<Absence> absences;
  std::map<std::string, std::vector<std::string>, std::less<>> phrases;  ///< by whole name of the list; none is empty
  std::vector<Partner> partners;
  // How many there ever were, taken back or not: an id is never given twice.
  int learned = 0;
  int signalled = 0;
  int papered = 0;
  int focused = 0;

  /// Who is called so (same_name), now or formerly, in the team's own spelling; nullptr for somebody outside it.
  const Member* member(std::string_view called) const;
  /// The organisation on the partner map that is called so; nullptr when none is.
  const Partner* partner(std::string_view called) const;
  /// Whom a name may mean: who is called so, else all whose name begins so.
  std::vector<const Member*> members_meant(std::string_view name) const;
  bool is_away(std::string_view called, Date on) const;
};

}  // namespace casus
