// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/team.hpp"

#include "core/base/personal_data.hpp"
#include "core/base/text.hpp"
#include "core/engine/deciding.hpp"
#include "core/engine/readable.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

using TeamDecision = Outcome<std::vector<TeamEvent>, Refusal>;

tl::unexpected<Refusal> no_team() {
  return refuse(
      "NoTeam", "", both("Er is nog geen team in dit register.", "There is no team in this store yet."),
      both("Maak het team: casus team init \"Wijkteam Noord\".", "Make the team: casus team init \"Wijkteam Noord\"."));
}

/// R15: what lies with the team may not lead back to anybody.
std::optional<Refusal> leads_back(std::string_view text, const std::vector<std::string>& names) {
  const auto found = personal_data(text, names);
  if (found.empty()) return std::nullopt;
  return Refusal{
      "PersonalData",
      "R15",
      both(fmt::format("Hier staat {}: '{}'. Leerpunten en signalen gaan over het werk, niet over een persoon.",
                       describe(found.front().kind, true), found.front().text),
           fmt::format("This holds {}: '{}'. Learning lines and signals are about the work, not about a person.",
                       describe(found.front().kind, false), found.front().text)),
      both("Schrijf het op zonder dat iemand te herkennen is: 'een moeder', 'een buurman'.",
           "Write it so that nobody can be recognised: 'a mother', 'a neighbour'."),
      {}};
}

const Partner* find_partner(const std::vector<Partner>& partners, std::string_view name) {
  const auto wanted = folded(trimmed(name));
  const auto found = std::ranges::find(partners, wanted, [](const Partner& partner) { return folded(partner.name); });
  return found == partners.end() ? nullptr : &*found;
}

struct TeamDecider {
  const Team& team;
  const TeamCommand& command;
  const std::vector<std::string>& names;

  tl::unexpected<Refusal> not_a_member(const std::string& name) const {
    if (team.name.empty()) return no_team();
    if (blank(name)) return empty_text("de naam van het teamlid", "the name of the team member");
    std::vector<std::string_view> names;
    for (const auto& member : team.members) names.push_back(member.name);
    const auto near = nearest(name, names);
    return refuse(
        "NotInTeam", "",
        both(
            fmt::format("{} hoort niet bij het team.{}", name, near.empty() ? "" : fmt::format(" Bedoel je {}?", near)),
            fmt::format("{} is not in the team.{}", name, near.empty() ? "" : fmt::format(" Did you mean {}?", near))),
        both("Kijk wie er in het team zit: casus team list.", "See who is in the team: casus team list."));
  }

  template <class Event>
  TeamDecision one(Event event) const {
    return std::vector<TeamEvent>{{command.at, TeamEventBody(std::move(event))}};
  }

  TeamDecision operator()(const FoundTeam& c) const {
    if (!team.name.empty())
      return refuse("TeamExists", "",
                    both(fmt::format("Het team '{}' bestaat al in dit register.", team.name),
                         fmt::format("The team '{}' exists in this store already.", team.name)),
                    both("Pas het aan met: casus team set. Een ander team krijgt een eigen register: --store.",
                         "Change it with: casus team set. Another team gets a store of its own: --store."));
    if (blank(c.name)) return empty_text("de naam van het team", "the name of the team");
    if (auto refusal = minutes_off(c.minutes)) return failure(std::move(*refusal));
    return one(TeamFounded{c});
  }
  TeamDecision operator()(const AddMember& c) const {
    if (team.name.empty()) return no_team();
    if (blank(c.name)) return empty_text("de naam van het teamlid", "the name of the team member");
    return one(MemberAdded{c});
  }
  TeamDecision operator()(const SetTeam& c) const {
    if (team.name.empty()) return no_team();
    if (c.minutes)
      if (auto refusal = minutes_off(*c.minutes)) return failure(std::move(*refusal));
    if (!c.minutes && !c.mode && !c.workflow && !c.method)
      return empty_text("wat er anders moet (--minutes, --mode, --workflow of --method)",
                        "what is to change (--minutes, --mode, --workflow or --method)");
    return one(TeamSet{c});
  }
  TeamDecision operator()(const SetAbsence& c) const {
    const auto* member = team.member(c.name);
    if (member == nullptr) return not_a_member(c.name);
    if (c.to && *c.to < c.from)
      return refuse(
          "EndsBeforeItBegins", "",
          both(fmt::format("De afwezigheid eindigt op {} en begint pas op {}.", to_string(*c.to), to_string(c.from)),
               fmt::format("The absence ends on {} and begins on {} only.", to_string(*c.to), to_string(c.from))),
          both("Draai --from en --to om.", "Turn --from and --to round."));
    return one(AbsenceSet{{member->name, c.from, c.to}});
  }
  TeamDecision operator()(const EndAbsence& c) const {
    const auto* member = team.member(c.name);
    if (member == nullptr) return not_a_member(c.name);
    const auto reaches = [&](const Absence& it) { return it.name == member->name && (!it.to || *it.to >= c.from); };
    if (std::ranges::none_of(team.absences, reaches))
      return refuse("NotAway", "",
                    both(fmt::format("{} is op {} en daarna niet afwezig.", member->name, to_string(c.from)),
                         fmt::format("{} is not away on {} or after.", member->name, to_string(c.from))),
                    both("Er hoeft niets te gebeuren.", "Nothing needs to be done."));
    return one(AbsenceEnded{{member->name, c.from}});
  }
  TeamDecision operator()(const NoteLearning& c) const {
    if (blank(c.text)) return empty_text("wat je geleerd hebt", "what you learned", "R15");
    if (auto refusal = leads_back(c.text, names)) return failure(std::move(*refusal));
    if (auto refusal = leads_back(c.theme, names)) return failure(std::move(*refusal));
    return one(LearningNoted{c});
  }
  TeamDecision operator()(const NoteSignal& c) const {
    if (blank(c.text)) return empty_text("het signaal", "the signal", "R15");
    if (blank(c.theme)) return empty_text("het thema van het signaal", "the theme of the signal", "R15");
    if (auto refusal = leads_back(c.text, names)) return failure(std::move(*refusal));
    if (auto refusal = leads_back(c.theme, names)) return failure(std::move(*refusal));
    return one(SignalNoted{c});
  }
  TeamDecision operator()(const AddPartner& c) const {
    if (team.name.empty()) return no_team();
    if (blank(c.name)) return empty_text("de naam van de organisatie", "the name of the organisation");
    PartnerAdded added{c};
    added.name = std::string(trimmed(c.name));
    if (const auto* known = find_partner(team.partners, added.name); known != nullptr) {
      added.name = known->name;
      if (blank(added.purpose)) added.purpose = known->purpose;
    }
    return one(std::move(added));
  }
  TeamDecision operator()(const DropPartner& c) const {
    if (team.name.empty()) return no_team();
    if (const auto* known = find_partner(team.partners, c.name); known != nullptr)
      return one(PartnerDropped{DropPartner{known->name}});
    std::vector<std::string_view> names_known;
    for (const auto& partner : team.partners) names_known.push_back(partner.name);
    const auto near = nearest(c.name, names_known);
    return refuse("NoPartner", "",
                  both(fmt::format("'{}' staat niet op de partnerkaart.{}", c.name,
                                   near.empty() ? "" : fmt::format(" Bedoel je {}?", near)),
                       fmt::format("'{}' is not on the partner map.{}", c.name,
                                   near.empty() ? "" : fmt::format(" Did you mean {}?", near))),
                  both("Kijk wie erop staan: casus team partner list.", "See who is on it: casus team partner list."));
  }
};

struct TeamEvolver {
  Team& team;
  Time at;

  void operator()(const TeamFounded& e) {
    team.name = e.name;
    team.minutes = e.minutes;
    team.mode = e.mode;
    team.workflow = e.workflow;
    team.method = e.method;
  }
  void operator()(const MemberAdded& e) {
    const auto same = std::ranges::find(team.members, folded(e.name), [](const Member& m) { return folded(m.name); });
    if (same == team.members.end()) team.members.push_back({e.name, e.profession});
    else same->profession = e.profession;
  }
  void operator()(const TeamSet& e) {
    if (e.minutes) team.minutes = *e.minutes;
    if (e.mode) team.mode = *e.mode;
    if (e.workflow) team.workflow = *e.workflow;
    if (e.method) team.method = *e.method;
  }
  void operator()(const AbsenceSet& e) { team.absences.push_back({e.name, e.from, e.to}); }
  void operator()(const AbsenceEnded& e) {
    for (auto& it : team.absences)
      if (it.name == e.name && (!it.to || *it.to >= e.from)) it.to = plus_days(e.from, -1);
    std::erase_if(team.absences, [](const Absence& it) { return it.to && *it.to < it.from; });
  }
  void operator()(const LearningNoted& e) { team.learning.push_back({e.text, e.theme, {}, date_of(at)}); }
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
  void operator()(const SignalNoted& e) { team.signals.push_back({e.text, e.theme, e.neighbourhood, date_of(at)}); }
};

}  // namespace

TeamDecision decide(const Team& team, const TeamCommand& command, const std::vector<std::string>& names) {
  const auto refusal = std::visit([](const auto& body) { return unreadable(body); }, command.body);
  if (refusal) return failure(*refusal);
  return std::visit(TeamDecider{team, command, names}, command.body);
}

void evolve(Team& team, const TeamEvent& event) {
  std::visit(TeamEvolver{team, event.at}, event.body);
  ++team.version;
}

}  // namespace casus::engine
