// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/reason_kept.hpp"
#include "core/engine/team/team.hpp"
#include "core/engine/team/team_mending.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>
#include <utility>

/// What the team's events make of it.
namespace casus::engine {

namespace {

struct TeamEvolver {
  Team& team;
  Time at;

  std::vector<Member>::iterator find(std::string_view name) {
    return std::ranges::find_if(team.members, [&](const Member& it) { return same_name(it.name, name); });
  }

  void operator()(const TeamFounded& e) {
    team.name = e.name;
    team.minutes = e.minutes;
    team.mode = e.mode;
    team.workflow = e.workflow;
    team.method = e.method;
  }
  /// Whose name is gone is nobody any more, and no other whose name is gone.
  void operator()(const MemberAdded& e) {
    if (e.name == kNameGone) return;
    const auto same = find(e.name);
    if (same == team.members.end()) team.members.push_back({e.name, e.profession, {}, e.written.value_or(at)});
    else same->profession = e.profession;
  }
  void operator()(const MemberRenamed& e) {
    const auto member = find(e.name);
    if (member == team.members.end()) return;
    if (!e.profession.empty()) member->profession = e.profession;
    if (e.to.empty() || e.to == member->name) return;
    for (auto& it : team.absences)
      if (it.name == member->name) it.name = e.to;
    member->formerly.push_back(std::exchange(member->name, e.to));
  }
  void operator()(const MemberLeft& e) {
    const auto member = find(e.name);
    if (member == team.members.end()) return;
    team.left.push_back(*member);
    team.members.erase(member);
    std::erase_if(team.absences, [&](const Absence& it) { return it.name == e.name; });
  }
  void operator()(const TeamSet& e) {
    if (e.minutes) team.minutes = *e.minutes;
    if (e.mode) team.mode = *e.mode;
    if (e.workflow) team.workflow = *e.workflow;
    if (e.method) team.method = *e.method;
    if (e.phone) team.phone = *e.phone;
  }
  /// A name that was destroyed is none: the team has had another since.
  void operator()(const TeamRenamed& e) {
    if (!e.name.empty()) team.name = e.name;
  }
  void operator()(const TeamClosed& e) {
    team.closed_at = at;
    team.closed_because = e.because;
  }
  void operator()(const TeamReopened&) {
    team.closed_at.reset();
    team.closed_because.clear();
  }
  void operator()(const AbsenceSet& e) {
    if (e.name != kNameGone) team.absences.push_back({e.name, e.from, e.to});
  }
  void operator()(const AbsenceEnded& e) {
    for (auto& it : team.absences)
      if (it.name == e.name && (!it.to || *it.to >= e.from)) it.to = plus_days(e.from, -1);
    std::erase_if(team.absences, [](const Absence& it) { return it.to && *it.to < it.from; });
  }
  void operator()(const LearningNoted& e) {
    team.learning.push_back({e.text, e.theme, {}, date_of(at), "l" + std::to_string(++team.learned)});
  }
  void operator()(const PhraseAdded& e) { team.phrases[e.list].push_back(e.phrase); }
  void operator()(const PhraseRemoved& e) {
    auto& own = team.phrases[e.list];
    std::erase(own, e.phrase);
    if (own.empty()) team.phrases.erase(e.list);
  }
  void operator()(const PartnerAdded& e) {
    const Partner fresh{e.name, e.kind, e.partnership, e.purpose, date_of(at)};
    const auto same = std::ranges::find(team.partners, e.name, &Partner::name);
    if (same == team.partners.end()) return team.partners.push_back(fresh);
    const auto since = same->partnership == e.partnership ? same->since : fresh.since;
    *same = fresh;
    same->since = since;
  }
  void operator()(const PartnerDropped& e) {
    std::erase_if(team.partners, [&](const Partner& partner) { return partner.name == e.name; });
  }
  void operator()(const SignalNoted& e) {
    team.signals.push_back(
        {e.text, e.theme, e.neighbourhood, date_of(at), "s" + std::to_string(++team.signalled), false, e.form});
  }
  void operator()(const PaperLineWritten& e) {
    ++team.papered;
    team.paper.push_back({e.id, e.layer, e.text, date_of(at), false});
  }
  void operator()(const PaperLineStruck& e) {
    for (auto& line : team.paper)
      if (line.id == e.line) line.struck = true;
  }
  void operator()(const FocusChosen& e) {
    ++team.focused;
    team.focuses.push_back({e, date_of(at), {}, Done::open, {}});
  }
  void operator()(const ContributionAgreed& e) {
    for (auto& focus : team.focuses)
      if (focus.chosen.id == e.focus) focus.contributions.push_back(e);
  }
  void operator()(const FocusFinished& e) {
    for (auto& focus : team.focuses)
      if (focus.chosen.id == e.focus) {
        focus.state = e.state;
        focus.outcome = e.outcome;
      }
  }

  void changed(const std::string& line) {
    for (auto* lines : {&team.learning, &team.signals})
      for (auto& one : *lines)
        if (one.id == line) one.changed = true;
  }
  /// What its form says besides was not there before: the line reads as it did.
  void operator()(const LineCorrected& e) {
    if (!std::ranges::all_of(e.now, [](const FieldNow& now) { return SignalForm::asks(now.field); })) changed(e.line);
  }
  void operator()(const MemberErased&) {}  // what is left of the events says it
  void operator()(const LineWithdrawn&) {}
  void operator()(const LineRestored&) {}
  void operator()(const LineDestroyed& e) {
    if (e.earlier) changed(e.line);
  }
};

}  // namespace

void leave_out(Team& team, const TeamEvent& event) {
  if (std::holds_alternative<LearningNoted>(event.body)) ++team.learned;
  if (std::holds_alternative<SignalNoted>(event.body)) ++team.signalled;
  if (std::holds_alternative<PaperLineWritten>(event.body)) ++team.papered;
  if (std::holds_alternative<FocusChosen>(event.body)) ++team.focused;
  ++team.version;
}

void evolve(Team& team, const TeamEvent& event) {
  std::visit(TeamEvolver{team, event.at}, event.body);
  ++team.version;
}

}  // namespace casus::engine
