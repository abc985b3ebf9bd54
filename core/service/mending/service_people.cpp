// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/engine.hpp"
#include "core/engine/floor/seats.hpp"
#include "core/engine/refusing.hpp"
#include "core/model/access.hpp"
#include "core/model/person_name.hpp"
#include "core/service/mending/still_has_words.hpp"
#include "core/service/service_state.hpp"

#include <algorithm>

/// Whom a name means that somebody gave: read once, for every face. A person is a seat, not a string.
namespace casus::service {

namespace {

using text::msg;

template <class Meant>
std::vector<std::string_view> names_of(const std::vector<const Meant*>& meant) {
  std::vector<std::string_view> names;
  for (const auto* one : meant) names.push_back(one->name);
  return names;
}

/// Somebody of the case who is no colleague: the resident, or who is around them.
bool is_around(const Person& person) {
  return person.has(Role::resident) || person.has(Role::circle) || (!works_in_case(person) && !person.team_member);
}

}  // namespace

std::string Service::called_in(const Case& it, const std::string& given) {
  const auto held = state_->session.hold();
  auto name = named(it, given);
  return name ? std::move(*name) : given;
}

/// In the case's or the team's own spelling. A name that is nobody's stays as it was given: what an outsider may do is
/// decided elsewhere. Refused when it could be that of several people.
Outcome<std::string, Refusal> Service::named(const Case& it, const std::string& given) {
  const auto* here = it.exists() ? it.person(given) : nullptr;
  if (trimmed(given).empty() || (here != nullptr && here->id == given)) return given;
  // Somebody of the case is most often who is meant: then the team as it was last heard will do.
  if (here == nullptr || is_around(*here) || state_->heard < 0) hear_team();
  const auto members = state_->definitions.known_team().members_meant(given);
  if (here != nullptr && !is_around(*here)) {
    // The seat of who was called so when the case began; since then two in the team may be.
    if (here->team_member && members.size() > 1) return failure(engine::which_one(given, names_of(members)));
    return given;
  }
  if (here != nullptr) {
    // The colleague and the aunt have one name, and only one of them sits at these keys.
    if (members.empty() || !same_name(members.front()->name, here->name)) return given;
    return failure(engine::no(
        "TwoOfOneName", "", msg("identity.two_of_one_name", "name"_is = here->name, "case"_is = it.id),
        msg("identity.two_of_one_name_do", "rename"_is = text::way("team rename", "name"_is = members.front()->name,
                                                                   "to"_is = text::gap("gap.full_name")))));
  }
  if (members.size() > 1) return failure(engine::which_one(given, names_of(members)));
  if (members.size() == 1) {
    const auto& member = *members.front();
    if (it.exists() && it.person(member.name) == nullptr)
      for (const auto& name : member.formerly)  // a case from before they were called so
        if (const auto* person = it.person(name); person != nullptr && person->team_member) return person->name;
    return member.name;
  }
  if (!it.exists()) return given;
  auto meant = it.people_meant(given);
  std::erase_if(meant, [](const Person* one) { return !one->has_seat(); });
  if (meant.size() > 1) return failure(engine::which_one(given, names_of(meant)));
  return meant.empty() ? given : meant.front()->name;
}

/// Puts the people of a command in the spelling of the case; refused when one of them could be several.
std::optional<Refusal> Service::name_people(const Case& it, Command& command) {
  // Who came by the link of the resident or the circle is that person, however a colleague is called.
  if (command.seat && comes_from_outside(command.seat->sureness)) return std::nullopt;
  auto by = named(it, command.by);
  if (!by) return std::move(by.error());
  command.by = std::move(*by);
  if (command.seat)
    if (auto typist = named(it, command.seat->name)) command.seat->name = std::move(*typist);
  return std::nullopt;
}

/// Nobody new comes in without a word: a colleague whom the team does not know may be a slip of the key.
/// Whoever is a stranger too lets nobody into the team: somebody of it does.
void Service::remark_strangers(const std::string& by, const Events& decided, std::vector<engine::Remark>& remarks) {
  for (const auto& event : decided) {
    const auto* added = std::get_if<ParticipantAdded>(&event.body);
    if (added == nullptr || !added->team_member) continue;
    const auto& name = added->name;
    const auto& team = state_->definitions.known_team();
    if (team.members.empty() || team.member(name) != nullptr) continue;
    std::vector<std::string_view> names;
    for (const auto& member : team.members) names.push_back(member.name);
    const auto add = team.members_meant(by).size() == 1
                         ? text::way("team add", "name"_is = name)
                         : text::way("team add", "name"_is = name, "as"_is = text::gap("gap.name"));
    remarks.push_back({"", msg("identity.stranger", "name"_is = name,
                               "near"_is = engine::did_you_mean(nearest(name, names)), "add"_is = add)});
  }
}

std::vector<Service::StillHas> Service::still_has(const std::string& member) {
  const auto held = state_->session.hold();
  const auto& team = state_->teams.current(TeamStream::kId);
  std::vector<std::string> names{member};
  if (const auto* one = team.member(member)) {
    names.push_back(one->name);
    names.insert(names.end(), one->formerly.begin(), one->formerly.end());
  }
  std::vector<StillHas> out;
  each_case([&](const Case& it) {
    if (it.given_over) return;  // what was theirs went along
    for (const auto& person : it.people) {
      const auto is_it = [&](const std::string& name) { return same_name(name, person.name); };
      if (person.erased || person.merged || is_around(person) || std::ranges::none_of(names, is_it)) continue;
      StillHas has{it.id, person.id, {}, 0};
      // A seat alone is given up with the team; not the last one, or nobody would answer for the case.
      const bool last = std::ranges::none_of(
          it.people, [&](const Person& other) { return other.at_table() && other.id != person.id; });
      if (person.has_seat() && it.stage.life != Life::closed)
        for (const auto role : person.roles)
          if (last || (role != Role::member && role != Role::chair && role != Role::note_taker))
            has.roles.push_back(role);
      for (const auto& action : it.actions)
        if (action.state == Done::open && (action.plan.who == person.id || action.plan.checks == person.id))
          ++has.actions;
      if (!has.roles.empty() || has.actions > 0) out.push_back(std::move(has));
    }
  });
  return out;
}

/// Whoever leaves the team leaves every table, of what is closed too: they look at no case and answer for none.
void Service::leave_tables(const std::vector<std::string>& names, const TeamCommand& left) {
  std::vector<std::pair<std::string, std::string>> seats;
  each_case([&](const Case& it) {
    for (const auto& person : it.people) {
      const auto is_it = [&](const std::string& name) { return same_name(name, person.name); };
      if (person.has_seat() && !person.erased && !is_around(person) && std::ranges::any_of(names, is_it))
        seats.emplace_back(it.id, person.id);
    }
  });
  for (const auto& [case_id, person] : seats) {
    Command leaves{.id = left.id + '/' + case_id,
                   .case_id = case_id,
                   .by = left.by.empty() ? names.front() : left.by,
                   .at = left.at,
                   .body = RemoveParticipant{{person}},
                   .seat = left.seat};
    state_->cases.keep(leaves, [&](const Case& it, const Command& asked) -> Outcome<Events, Refusal> {
      return engine::left_with_the_team(it, asked, state_->definitions, person);
    });
  }
}

/// Where somebody who left the team and is erased there still sits, or sat, under their own name; each case erases it
/// by its own rule, which asks its owner; where nobody is that, `by`, or `mends` when that is somebody.
std::optional<engine::Remark> Service::named_in_cases(const std::vector<std::string>& names, const std::string& by,
                                                      const std::string& mends) {
  std::vector<text::Message> places;
  each_case([&](const Case& it) {
    for (const auto& person : it.people) {
      const auto is_it = [&](const std::string& name) { return same_name(name, person.name); };
      if (person.erased || person.merged || is_around(person) || std::ranges::none_of(names, is_it)) continue;
      auto erase = text::way("case erase", "case"_is = it.id, "person"_is = person.id, "because"_is = text::gap(),
                             "with"_is = text::gap("gap.name"));
      const auto* owner = it.owner();
      const auto& who = owner != nullptr && !same_name(owner->name, by) ? owner->name : mends;
      if (!who.empty()) erase.fields.push_back("as"_is = who);
      places.push_back(
          msg("named.place", "where"_is = msg("named.case", "case"_is = it.id), "destroy"_is = std::move(erase)));
    }
  });
  if (places.empty()) return std::nullopt;
  return engine::Remark{
      "AVG 17", msg("remark.member_in_cases", "places"_is = text::Value::list(std::move(places), "text.semicolon"))};
}

/// Cases in which somebody around the resident is called as this colleague, as far as whoever adds them works there:
/// of all others nothing may be known.
std::optional<engine::Remark> Service::called_as_somebody(const std::string& name, const std::string& by) {
  std::vector<text::Message> cases;
  if (trimmed(by).empty()) return std::nullopt;
  each_case([&](const Case& it) {
    const auto* adds = it.person(by);
    if (adds == nullptr || !adds->has_seat() || !works_in_case(*adds) || it.stage.life == Life::erased) return;
    const auto* named = it.person(name);
    if (named != nullptr && !named->erased && is_around(*named)) cases.push_back(text::Message::verbatim(it.id));
  });
  if (cases.empty()) return std::nullopt;
  return engine::Remark{
      "", msg("identity.called_as_somebody", "name"_is = name, "cases"_is = text::all_of(std::move(cases)),
              "rename"_is = text::way("team rename", "name"_is = name, "to"_is = text::gap("gap.full_name")))};
}

/// The case as it is now. Whoever sat at its table for a time that is over leaves it first: nobody has to think of it.
Case& Service::end_seats(const std::string& case_id) {
  auto& it = state_->cases.current(case_id);
  const auto over = engine::seats_over(it, date_of(state_->clock.now()));
  if (over.empty()) return it;
  for (const auto& person : over) {
    Command leaves{.case_id = case_id, .by = person, .body = RemoveParticipant{{person}}};
    state_->cases.keep(leaves, [&](const Case& there, const Command& asked) -> Outcome<Events, Refusal> {
      const auto still = engine::seats_over(there, date_of(asked.at));
      if (std::ranges::find(still, person) == still.end()) return Events();
      return engine::left_with_the_team(there, asked, state_->definitions, person);
    });
  }
  return state_->cases.current(case_id);
}

/// Nobody leaves with what is theirs: it is listed, and handed over first.
std::optional<Refusal> Service::hand_over_first(const std::string& member) {
  const auto has = still_has(member);
  if (has.empty()) return std::nullopt;
  std::vector<text::Message> cases;
  for (const auto& one : has) cases.push_back(still_has_words(one));
  return engine::no("HandOverFirst", "",
                    msg("team.hand_over_first", "person"_is = member,
                        "cases"_is = text::Value::list(std::move(cases), "text.semicolon")),
                    msg("team.hand_over_first_do",
                        "handover"_is = text::way("team handover", "name"_is = member, "to"_is = text::gap("gap.name"),
                                                  "because"_is = text::gap())));
}

}  // namespace casus::service
