// SPDX-License-Identifier: EUPL-1.2
#include "core/model/case.hpp"

#include "core/base/first_that.hpp"
#include "core/base/text.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>
#include <set>

namespace casus {

bool Person::has(Role role) const { return std::ranges::find(roles, role) != roles.end(); }

bool Person::has_any(const std::vector<Role>& of) const {
  return std::ranges::any_of(of, [this](Role role) { return has(role); });
}

bool Person::has_any(std::initializer_list<Role> of) const {
  return std::ranges::any_of(of, [this](Role role) { return has(role); });
}

double Visit::minutes() const {
  if (!left) return 0;
  return std::chrono::duration<double, std::ratio<60>>(*left - entered - idle).count();
}

double Visit::overrun() const {
  constexpr double kOneSitting = 240;
  const double spent = minutes();
  return planned_minutes > 0 && spent <= kOneSitting ? std::max(0.0, spent - planned_minutes) : 0.0;
}

std::vector<GroundSince> Case::grounds() const {
  std::vector<GroundSince> all{{basis, reported_on}};
  for (const auto& one : more_bases) all.push_back({one.added.basis, one.added.reported_on});
  return all;
}

const Visit* Case::here() const { return visits.empty() || visits.back().left ? nullptr : &visits.back(); }

std::vector<const TableGroup*> Case::groups_here() const {
  std::vector<const TableGroup*> here;
  if (groups.empty() || visit_index() < 0) return here;
  for (const auto& one : groups)
    if (one.visit == visit_index()) here.push_back(&one);
  return here;
}

const TableGroup* Case::group_of(std::string_view person_id) const {
  for (const auto* one : groups_here())
    if (std::ranges::any_of(one->people, [&](const std::string& id) { return became(id) == became(person_id); }))
      return one;
  return nullptr;
}

bool Case::has_place(const TableGroup& group, std::string_view person_id) const {
  return !group.one.empty() && became(group.one) == became(person_id);
}

const Person* Case::person(std::string_view id_or_name) const {
  if (id_or_name.empty()) return nullptr;
  for (const auto& it : people)
    if (it.id == id_or_name) return it.merged ? person(became(it.id)) : &it;
  const auto wanted = trimmed(id_or_name);
  for (const auto& it : people)
    if (!it.erased && !it.merged && same_name(it.name, wanted)) return &it;
  return nullptr;
}

const Person* Case::entry(std::string_view id) const { return with_id(people, id); }

std::string_view Case::became(std::string_view id) const {
  for (const auto& one : merged)
    if (one.person == id) id = one.into;
  return id;
}

std::vector<const Person*> Case::people_meant(std::string_view name) const {
  std::vector<const Person*> named;
  std::vector<std::string_view> names;
  for (const auto& it : people)
    if (!it.erased && !it.merged && !it.name.empty()) {
      named.push_back(&it);
      names.push_back(it.name);
    }
  std::vector<const Person*> out;
  for (const auto place : who_is_meant(name, names)) out.push_back(named[place]);
  return out;
}

Date RightRequest::due() const {
  using namespace std::chrono;
  const bool put_off =
      std::ranges::any_of(answers, [](const RightAnswered& one) { return one.answer == RightAnswer::extended; });
  const auto on = asked.on + months(put_off ? 3 : 1);
  return on.ok() ? on : Date(on.year() / on.month() / last);
}

bool RightRequest::restricts() const {
  if (asked.right != Right::restriction || lifted) return false;
  return is_open() || answers.back().answer != RightAnswer::refused;
}

const RightRequest* Case::restriction() const { return first_that(requests, &RightRequest::restricts); }

const TakenLine* Case::taken_line(std::int64_t number) const {
  for (const auto& one : taken_in)
    if (const auto* found = one.line(number)) return found;
  return nullptr;
}

const TakenLine* TakenIn::line(std::int64_t number) const {
  const auto place = number - event - 1;  // they stand right behind it
  return place < 0 || place >= std::ssize(taken.lines) ? nullptr : &taken.lines[static_cast<std::size_t>(place)];
}

std::string_view TakenIn::person(std::string_view was) const {
  const auto found = std::ranges::find(taken.people, was, &TakenPerson::was);
  return found == taken.people.end() ? std::string_view() : std::string_view(found->is);
}

bool Case::had(const Person& person, Role role, std::int64_t event) const {
  const auto then = std::ranges::find_if(
      roles_until, [&](const RolesUntil& it) { return it.event >= event && became(it.person) == person.id; });
  return then == roles_until.end() ? person.has(role) : std::ranges::find(then->roles, role) != then->roles.end();
}

const Person* Case::with(Role role) const {
  return first_that(people, [&](const Person& p) { return p.at_table() && p.has(role); });
}

const Person* Case::owner() const {
  for (const auto role : {Role::case_manager, Role::presenter}) {
    if (const auto* person = with(role)) return person;
    const auto away = std::ranges::find_if(people, [&](const Person& p) { return p.has_seat() && p.has(role); });
    if (away != people.end()) return &*away;
  }
  return nullptr;
}

const Made* Case::record(std::string_view id) const {
  const auto in = [&](const auto& records, const auto& id_of) -> const Made* {
    return first_with(records, id, [&](const auto& one) { return std::string_view(id_of(one)); });
  };
  const Made* made = in(contributions, [](const Contribution& one) { return std::string_view(one.id); });
  if (made == nullptr) made = in(goals, [](const Goal& one) { return std::string_view(one.set.id); });
  if (made == nullptr) made = in(actions, [](const Action& one) { return std::string_view(one.plan.id); });
  if (made == nullptr) made = in(scores, [](const Score& one) { return std::string_view(one.given.id); });
  if (made == nullptr) made = in(files, [](const Attachment& one) { return std::string_view(one.file.id); });
  if (made == nullptr) made = in(decisions, [](const Decision& one) { return std::string_view(one.raised.id); });
  if (made == nullptr) made = in(requests, [](const RightRequest& one) { return std::string_view(one.asked.id); });
  return made;
}

bool Case::is_told(const Contribution& written) const {
  return !written.told_in.empty() && std::ranges::any_of(contributions, [&](const Contribution& it) {
    return it.re == written.id && it.by == written.by && it.visit >= 0 &&
           visits[static_cast<std::size_t>(it.visit)].step == written.told_in;
  });
}

const Mending* Case::mended(std::string_view ref, std::int64_t event) const {
  for (auto it = mendings.rbegin(); it != mendings.rend(); ++it)
    if ((!ref.empty() && it->ref == ref) || (event > 0 && std::ranges::find(it->events, event) != it->events.end()))
      return &*it;
  return nullptr;
}

std::size_t Case::taken_back_of(char letter) const {
  std::set<std::string_view> ids;
  for (const auto& one : taken_back)
    if (!one.ref.empty() && one.ref.front() == letter) ids.insert(one.ref);
  // Somebody may have gone off the map and still be at the table.
  std::erase_if(ids, [&](std::string_view id) { return letter == 'p' && person(id) != nullptr; });
  return ids.size();
}

bool Case::is_anonymous(const Made& said) const {
  if (said.by == kSomebody) return true;
  const auto visit = static_cast<std::size_t>(said.visit);
  return said.visit >= 0 && visit < visits.size() && visits[visit].anonymous;
}

bool Case::is_anonymous(std::string_view ref) const {
  if (!unnamed) return false;
  const auto is_it = [&](std::string_view id, const Made& one) {
    return (!ref.empty() && id == ref) || (one.event > 0 && std::to_string(one.event) == ref);
  };
  for (const auto& it : contributions)
    if (is_it(it.id, it)) return is_anonymous(it);
  for (const auto& it : scores)
    if (is_it(it.given.id, it)) return is_anonymous(it);
  for (const auto& it : votes)
    if (is_it({}, it)) return is_anonymous(it);
  for (const auto& it : taken_back)
    if (is_it(it.ref, it)) return is_anonymous(it);
  // What puts such a thing right has a number too.
  for (const auto& it : mendings)
    if (is_it({}, it) && it.ref != ref) return is_anonymous(it.ref);
  return false;
}

bool Case::is_anonymous(const TakenBack& gone) const {
  const bool said = gone.ref.empty() ? gone.type == Voted::kName : gone.ref[0] == 'b' || gone.ref[0] == 's';
  return said && is_anonymous(static_cast<const Made&>(gone));
}

Time Case::said_at(const Made& said) const {
  if (!is_anonymous(said)) return said.at;
  if (said.visit < 0) return std::chrono::floor<std::chrono::days>(said.at);  // brought from another case
  const auto& visit = visits[static_cast<std::size_t>(said.visit)];
  return visit.left.value_or(visit.entered);
}

std::string Case::name_of(std::string_view person_id, const text::Voice& voice) const {
  if (person_id == kSomebody) return voice.say("case.somebody_at_the_table");
  for (const auto& person : people)
    if (person.id == person_id) {
      if (!person.erased && !person.name.empty()) return person.name;
      return voice.say("text.erased");
    }
  return std::string(person_id);
}

}  // namespace casus
