// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/access/around.hpp"
#include "core/engine/explain/remedies.hpp"
#include "core/model/person_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

/// How `recipes` makes rows: a filter is read for what a new row must hold, and the rest is an example.
/// Internal to the recipe sources.
namespace casus::engine::recipe {

using method::Collection;
using method::Condition;
using method::Criterion;
using method::Field;
using method::Filter;

/// The word, truth value or number that a filter asks of a field, when it asks for one.
std::optional<std::string> word(const Filter& filter, Field field);
std::optional<bool> flag(const Filter& filter, Field field);
std::optional<double> amount(const Filter& filter, Field field);

template <class E>
E named(const Filter& filter, Field field, E otherwise) {
  const auto text = word(filter, field);
  return text ? from_key<E>(*text).value_or(otherwise) : otherwise;
}

/// What binds a row to another: a field, and the id that it must hold.
struct RowLink {
  Field on{};
  std::string id;
  std::string own{};  ///< the declared field of a record that does so; then `on` says nothing
};

/// Everything that making one row needs to know.
struct Wanted {
  Filter where;
  std::vector<RowLink> ties{};
  /// The id that this field must hold; empty: any.
  std::string bound(Field field) const {
    for (const auto& tie : ties)
      if (tie.own.empty() && tie.on == field) return tie.id;
    return {};
  }
  bool is(Field field) const { return !bound(field).empty(); }
};

class Maker {
 public:
  Maker(const Deciding& d, std::string by, Lang lang, const std::vector<std::string>& colleagues)
      : d_(d), by_(std::move(by)), lang_(lang), colleagues_(colleagues) {}

  std::vector<Recipe> fact(method::Fact fact) const;
  std::vector<Recipe> told(const std::string& by) const;
  std::vector<Recipe> row(Collection collection, const Wanted& wanted) const;
  std::vector<Recipe> amend(Collection collection, const std::string& id, const Filter& has) const;
  std::vector<Recipe> finish_open_actions() const;
  /// What a field could hold in another row, where it is asked how many different there are: of what is declared, said
  /// about something or to somebody, done by somebody or for a goal. Empty where rows differ in it by themselves.
  std::vector<std::string> other_values(const Criterion::FieldOfRows& of) const;

 private:
  Command command(auto body, std::string by = {}) const {
    return {{}, d_.c.id, by.empty() ? by_ : std::move(by), d_.at(), std::nullopt, CommandBody(std::move(body))};
  }
  std::vector<Recipe> only(auto body, std::string by = {}) const { return {{command(std::move(body), std::move(by))}}; }
  std::string sample(text::Literal id) const { return fmt::format("[{}]", text::say(lang_, id)); }
  /// A name to fill in, of somebody who is not in the case yet: "[naam]", and "[naam 2]" where that one is taken.
  std::string new_name() const {
    auto name = sample("sample.name");
    // Typed as it stands, it is kept without the signs around it.
    const auto taken = [&] {
      return is_in_case(name) || is_in_case(std::string_view(name).substr(1, name.size() - 2));
    };
    for (int number = 2; taken(); ++number)
      name = fmt::format("[{}]", text::say(lang_, "sample.name_number", "number"_is = number));
    return name;
  }
  bool is_in_case(std::string_view name) const {
    return std::ranges::any_of(d_.c.people, [&](const Person& one) { return same_name(one.name, name); });
  }
  static bool is_of_team(Role role) {
    return role != Role::coordinator && role != Role::resident && role != Role::circle && role != Role::professional;
  }
  /// Who could have the role: a colleague who is not in the case, else a name to fill in.
  std::string newcomer(Role role) const {
    const auto other = std::ranges::find_if(colleagues_, [&](const std::string& one) { return !is_in_case(one); });
    return is_of_team(role) && other != colleagues_.end() ? *other : new_name();
  }
  Command join(Role role) const {
    AddParticipant add{.name = newcomer(role), .roles = {role}, .team_member = is_of_team(role)};
    return command(std::move(add), who_brings_in());
  }
  /// Who asks; a colleague at the table when it is not theirs to bring somebody in.
  std::string who_brings_in() const {
    const auto* asks = d_.c.person(by_);
    if (asks != nullptr && is_colleague_here(*asks)) return by_;
    const auto other = std::ranges::find_if(d_.c.people, is_colleague_here);
    return other == d_.c.people.end() ? by_ : other->name;
  }
  /// Who asks; a colleague when they are none.
  std::string who_does() const { return by_colleague(d_.c, by_); }
  AddNetworkPerson relative(const Filter& where) const {
    return AddNetworkPerson{.name = new_name(),
                            .shell = named(where, Field::shell, Shell::friend_),
                            .quadrant = named(where, Field::quadrant, Quadrant::society),
                            .professional = flag(where, Field::professional).value_or(false)};
  }
  AddAction action(const Wanted& wanted) const;
  std::string name_of(const std::string& id) const {
    const auto* person = d_.c.person(id);
    return person == nullptr || person->name.empty() ? id : person->name;
  }

  std::vector<Recipe> say(const Wanted& wanted) const;
  std::vector<Recipe> records(const Wanted& wanted) const;
  std::vector<Recipe> votes(const Wanted& wanted) const;
  Vote vote(const Wanted& wanted) const;
  /// Types that can be recorded in this step, and that the filter lets through.
  std::vector<std::string> record_types(const Wanted& wanted) const;
  Record record(const method::RecordType& type, const Wanted& wanted) const;
  /// Made by this person; where it must refer to something of which nothing was said yet, that is said first.
  Recipe recorded(const method::RecordType& type, const Wanted& wanted, const std::string& id) const;
  std::vector<std::string> other_values(const method::RecordField& field) const;
  std::vector<std::string> ids_said() const;
  std::vector<std::string> ids_here() const;
  std::vector<Recipe> network(const Wanted& wanted) const;
  std::vector<Recipe> decision(const Wanted& wanted) const;
  std::vector<Recipe> opinion(const Wanted& wanted) const;
  std::vector<Recipe> plan(const Wanted& wanted) const;
  std::vector<Recipe> branch(const Wanted& wanted) const;
  std::vector<Recipe> score(const Wanted& wanted) const;
  std::vector<Recipe> goal(const Wanted& wanted) const;
  std::vector<Recipe> goal_score(const Wanted& wanted) const;
  /// An action in the state that is asked for.
  std::vector<Recipe> settled_action(const Wanted& wanted) const;
  std::vector<Recipe> tie(const Wanted& wanted) const;
  std::vector<Recipe> evaluation(const Wanted& wanted) const;
  std::vector<Recipe> meldcode(const Wanted& wanted) const;
  std::vector<std::string> speakers(const Wanted& wanted, std::string_view kind) const;
  /// The same, whichever place it asks that they have in their group.
  std::vector<std::string> speakers_anywhere(const Wanted& wanted, std::string_view kind) const;
  /// The choice of the step that gives somebody this role; nothing where it gives another or none, or nobody can.
  std::optional<Command> choice_giving(Role role) const;
  /// The same by somebody who gets one of these roles for it, where nobody at the table has it: by the choice that the
  /// step is for, or by joining.
  void by_newcomers(const std::vector<Role>& roles, const Wanted& wanted, const auto& body,
                    std::vector<Recipe>& found) const {
    for (const auto role : roles) {
      if (d_.c.with(role) != nullptr || wanted.is(Field::by)) continue;
      if (const auto choice = choice_giving(role))
        found.push_back({*choice, command(body, std::get<Say>(choice->body).to)});
      found.push_back({join(role), command(body, newcomer(role))});
    }
  }
  /// Who notes it: who is asked for, else where it stands under the floor whose turn it is; empty: who asked.
  std::string noted_by(method::Beside what, const Wanted& wanted) const;
  std::vector<Recipe> noted(method::Beside what, const auto& body, const Wanted& wanted) const {
    auto found = only(body, noted_by(what, wanted));
    if (d_.step != nullptr && d_.step->floor.holds_for(what))
      by_newcomers(d_.step->floor.speakers, wanted, body, found);
    return found;
  }

  const Deciding& d_;
  std::string by_;
  Lang lang_;
  const std::vector<std::string>& colleagues_;
};

}  // namespace casus::engine::recipe
