// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/one_of.hpp"
#include "core/base/time.hpp"
#include "core/model/area.hpp"
#include "core/model/words.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// The team that reviews the cases, with what it keeps apart from every case file: learning lines and signals (R15).
namespace casus {

/// Command and event. The team begins; once per store.
struct FoundTeam {
  static constexpr std::string_view kName = "FoundTeam";

  std::string name;
  int minutes = 90;          ///< length of the weekly meeting
  Mode mode = Mode::strict;  ///< for new cases
  std::string workflow = "weekly-review";
  std::string method;  ///< empty: the workflow's default

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("name", self.name);
    visit.optional("minutes", self.minutes);
    visit.optional("mode", self.mode);
    visit.optional("workflow", self.workflow);
    visit.optional("method", self.method);
  }
};

struct TeamFounded : FoundTeam {
  static constexpr std::string_view kName = "TeamFounded";

  /// What has a default of its own is always written, so that another default later changes no team that is there.
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("name", self.name);
    visit.required("minutes", self.minutes);
    visit.required("mode", self.mode);
    visit.required("workflow", self.workflow);
    visit.optional("method", self.method);
  }
};

/// Command and event. Somebody joins the team; said again, the profession is replaced.
struct AddMember {
  static constexpr std::string_view kName = "AddMember";

  std::string name;
  std::string profession;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("name", self.name);
    visit.optional("profession", self.profession);
  }
};

struct MemberAdded : AddMember {
  static constexpr std::string_view kName = "MemberAdded";
};

/// Command and event. Other settings; what is left out stays.
struct SetTeam {
  static constexpr std::string_view kName = "SetTeam";

  std::optional<int> minutes;
  std::optional<Mode> mode;
  std::optional<std::string> workflow;
  std::optional<std::string> method;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.optional("minutes", self.minutes);
    visit.optional("mode", self.mode);
    visit.optional("workflow", self.workflow);
    visit.optional("method", self.method);
  }
};

struct TeamSet : SetTeam {
  static constexpr std::string_view kName = "TeamSet";
};

/// Command. A line of learning, without personal data, without a trace to the case (R15).
struct NoteLearning {
  static constexpr std::string_view kName = "NoteLearning";

  std::string text;
  std::string theme;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("text", self.text);
    visit.optional("theme", self.theme);
  }
};

struct LearningNoted : NoteLearning {
  static constexpr std::string_view kName = "LearningNoted";
};

/// Command. A signal for the area, without personal data (R15).
struct NoteSignal {
  static constexpr std::string_view kName = "NoteSignal";

  std::string text;
  std::string theme;
  std::string neighbourhood;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("text", self.text);
    visit.required("theme", self.theme);
    visit.optional("neighbourhood", self.neighbourhood);
  }
};

struct SignalNoted : NoteSignal {
  static constexpr std::string_view kName = "SignalNoted";
};

/// Command and event. Somebody is away on these days, both included; no reason is kept. Without a last day: until told.
struct SetAbsence {
  static constexpr std::string_view kName = "SetAbsence";

  std::string name;
  Date from{};
  std::optional<Date> to;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("name", self.name);
    visit.required("from", self.from);
    visit.optional("to", self.to);
  }
};

struct AbsenceSet : SetAbsence {
  static constexpr std::string_view kName = "AbsenceSet";
};

/// Command and event. Somebody is there again from this day: every absence that reaches it ends on the day before.
struct EndAbsence {
  static constexpr std::string_view kName = "EndAbsence";

  std::string name;
  Date from{};

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("name", self.name);
    visit.required("from", self.from);
  }
};

struct AbsenceEnded : EndAbsence {
  static constexpr std::string_view kName = "AbsenceEnded";
};

/// Command and event. A phrase of the team's own in a list that text checks listen for ("casus/advice", "werf/advice").
struct AddPhrase {
  static constexpr std::string_view kName = "AddPhrase";

  std::string list;    ///< whole name
  std::string phrase;  ///< in the event in the form of method::normal_phrase

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("list", self.list);
    visit.required("phrase", self.phrase);
  }
};

struct PhraseAdded : AddPhrase {
  static constexpr std::string_view kName = "PhraseAdded";
};

/// Command and event. The team takes back a phrase of its own.
struct RemovePhrase : AddPhrase {
  static constexpr std::string_view kName = "RemovePhrase";
};

struct PhraseRemoved : AddPhrase {
  static constexpr std::string_view kName = "PhraseRemoved";
};

/// Command and event. An organisation that the team works with, or wants to [S4]; said again, it is replaced.
struct AddPartner {
  static constexpr std::string_view kName = "AddPartner";

  std::string name;
  PartnerKind kind = PartnerKind::other;
  Partnership partnership = Partnership::present;
  std::string purpose;  ///< what for; left out, what was said before stays

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("name", self.name);
    visit.required("kind", self.kind);
    visit.optional("partnership", self.partnership);
    visit.optional("purpose", self.purpose);
  }
};

struct PartnerAdded : AddPartner {
  static constexpr std::string_view kName = "PartnerAdded";
};

/// Command and event. An organisation goes off the map.
struct DropPartner {
  static constexpr std::string_view kName = "DropPartner";

  std::string name;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("name", self.name);
  }
};

struct PartnerDropped : DropPartner {
  static constexpr std::string_view kName = "PartnerDropped";
};

using TeamVariant = std::variant<FoundTeam, AddMember, SetTeam, NoteLearning, NoteSignal, SetAbsence, EndAbsence,
                                 WritePaperLine, StrikePaperLine, ChooseFocus, AgreeContribution, FinishFocus,
                                 AddPhrase, RemovePhrase, AddPartner, DropPartner>;
extern template class OneOf<TeamVariant>;
struct TeamBody : OneOf<TeamVariant> {
  using OneOf::OneOf;
};
using TeamEventVariant = std::variant<TeamFounded, MemberAdded, TeamSet, LearningNoted, SignalNoted, AbsenceSet,
                                      AbsenceEnded, PaperLineWritten, PaperLineStruck, FocusChosen, ContributionAgreed,
                                      FocusFinished, PhraseAdded, PhraseRemoved, PartnerAdded, PartnerDropped>;
extern template class OneOf<TeamEventVariant>;
struct TeamEventBody : OneOf<TeamEventVariant> {
  using OneOf::OneOf;
};

struct TeamCommand {
  std::string id;
  Time at{};
  TeamBody body;
};

struct TeamEvent {
  Time at{};
  TeamEventBody body;
};

struct Member {
  std::string name;
  std::string profession;
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
  std::vector<Member> members;
  std::vector<TeamLine> learning;
  std::vector<TeamLine> signals;
  std::vector<PaperLine> paper;
  std::vector<Focus> focuses;
  std::vector<Absence> absences;
  std::map<std::string, std::vector<std::string>, std::less<>> phrases;  ///< by whole name of the list; none is empty
  std::vector<Partner> partners;

  /// In the team's own spelling; nullptr for somebody outside it.
  const Member* member(std::string_view called) const;
  bool is_away(std::string_view called, Date on) const;
};

}  // namespace casus
