// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/recipe_maker.hpp"

#include "core/engine/floor/course.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/floor_limits.hpp"
#include "core/engine/floor/grouping.hpp"

#include <fmt/format.h>

#include <algorithm>

/// Contributions, facts and people.
namespace casus::engine::recipe {

namespace {

/// Who has the role that a choice here gives; when nobody has, the first who can be chosen. Empty: nobody can.
std::string to_be_chosen(const Deciding& d) {
  const auto role = *d.step->choice_moves;
  const auto may = can_be_chosen(d.c, *d.step);
  if (const auto* has = d.c.with(role); std::ranges::find(may, has) != may.end()) return has->id;
  return may.empty() ? std::string() : may.front()->id;
}

}  // namespace

std::vector<Recipe> Maker::fact(method::Fact fact) const {
  const auto presenter = d_.c.with(Role::presenter) == nullptr ? std::string() : d_.c.with(Role::presenter)->id;
  switch (fact) {
    case method::Fact::question:
      return only(AskQuestion{sample("sample.presenters_question") + "?", d_.c.hoped_for}, name_of(presenter));
    case method::Fact::hoped_for: {
      auto question = d_.c.question.empty() ? sample("sample.presenters_question") + "?" : d_.c.question;
      return only(AskQuestion{std::move(question), sample("sample.how_will_notice_useful")}, name_of(presenter));
    }
    case method::Fact::chair: return {{join(Role::chair)}};
    case method::Fact::presenter: {
      const auto choice = choice_giving(Role::presenter);
      return choice ? std::vector<Recipe>{{*choice}, {join(Role::presenter)}}
                    : std::vector<Recipe>{{join(Role::presenter)}};
    }
    case method::Fact::coordinator: return {{join(Role::coordinator)}};
    case method::Fact::resident: return {{join(Role::resident)}};
    case method::Fact::review_date: return only(SetReview{plus_days(d_.today(), 42)}, who_does());
    case method::Fact::basis:
    case method::Fact::purpose: return {};  // no case exists without
  }
  return {};
}

/// People who could make this contribution, the one whose turn it is first.
std::vector<std::string> Maker::speakers(const Wanted& wanted, std::string_view kind) const {
  auto ids = speakers_anywhere(wanted, kind);
  if (const auto place = word(wanted.where, Field::speaker))
    std::erase_if(ids, [&](const std::string& id) {
      const auto* group = d_.c.group_of(id);
      return group == nullptr || group->place.empty() ||
             *place != (d_.c.has_place(*group, id) ? std::string_view(group->place) : method::kOthers);
    });
  return ids;
}

std::vector<std::string> Maker::speakers_anywhere(const Wanted& wanted, std::string_view kind) const {
  if (wanted.is(Field::by)) return {wanted.bound(Field::by)};
  std::vector<std::string> ids;
  const auto add = [&](const Person* person) {
    if (person != nullptr && std::ranges::find(ids, person->id) == ids.end()) ids.push_back(person->id);
  };
  const auto& floor = d_.step->floor;
  if (const auto role = word(wanted.where, Field::role)) {
    if (const auto value = from_key<Role>(*role))
      for (const auto* person : with_any_role(d_.c, {*value})) add(person);
    return ids;
  }
  // Who is asked answers, whoever's turn it is; where the floor is only noticed, others could as well.
  if (floor.is_answered_with(kind))
    for (const auto* person : with_any_role(d_.c, floor.answers)) add(person);
  const auto group = wanted.bound(Field::group);
  for (const auto& turn :
       wanted.is(Field::group) ? std::vector{turn_now(d_.c, *d_.step, group)} : turns_now(d_.c, *d_.step)) {
    if (turn.said == 0) add(turn.current);
    add(turn.next);
    add(turn.current);
  }
  for (const auto* person : speakers_in(d_.c, *d_.step, group)) add(person);
  return ids;
}

std::optional<Command> Maker::choice_giving(Role role) const {
  if (d_.step == nullptr || d_.step->choice_moves != role) return std::nullopt;
  const auto chosen = to_be_chosen(d_);
  const auto by = speakers({}, "choice");
  if (chosen.empty() || by.empty()) return std::nullopt;
  Say say{{.kind = "choice"}};
  say.text = fmt::format("[{}]", method::kind_label(d_.method, say.kind, lang_));
  say.to = name_of(chosen);
  return command(std::move(say), name_of(by.front()));
}

std::string Maker::noted_by(method::Beside what, const Wanted& wanted) const {
  if (wanted.is(Field::by)) return name_of(wanted.bound(Field::by));
  if (d_.step == nullptr || !d_.step->floor.holds_for(what)) return {};
  const auto may = speakers(wanted, {});
  return may.empty() ? std::string() : name_of(may.front());
}

std::vector<Recipe> Maker::branch(const Wanted& wanted) const {
  if (d_.step == nullptr || !d_.step->menu) return {};
  const auto who = with_any_role(d_.c, who_choose(*d_.step->menu));
  const auto by = wanted.is(Field::by) ? name_of(wanted.bound(Field::by))
                  : who.empty()        ? by_
                                       : name_of(who.front()->id);
  const auto one = word(wanted.where, Field::branch);
  std::vector<Recipe> found;
  for (const auto& it : d_.step->menu->branches)
    if (!one || *one == it.id) found.push_back({command(ChooseBranch{it.id}, by)});
  return found;
}

std::vector<Recipe> Maker::say(const Wanted& wanted) const {
  if (d_.step == nullptr) return {};
  std::vector<std::string> kinds;
  for (const auto& condition : wanted.where)
    if (condition.field == Field::kind && condition.op == Condition::Op::one_of)
      for (const auto& literal : condition.literals)
        if (const auto* text = std::get_if<std::string>(&literal)) kinds.push_back(*text);
  if (kinds.empty()) kinds = d_.step->kinds;

  const auto example = [&](const std::string& kind) {
    Say say{{.kind = kind, .text = fmt::format("[{}]", method::kind_label(d_.method, kind, lang_))}};
    if (kind == "question" || kind == "follow_up") say.text += "?";
    if (word(wanted.where, Field::answer)) say.answer = named(wanted.where, Field::answer, Answer::yes);
    else if (flag(wanted.where, Field::answer)) say.answer = Answer::yes;
    if (flag(wanted.where, Field::on)) say.on = d_.today();
    if (wanted.is(Field::to)) say.to = wanted.bound(Field::to);
    else if (flag(wanted.where, Field::to)) say.to = name_of(d_.c.people.front().id);
    if (kind == "choice" && d_.step->choice_moves && say.to.empty()) say.to = name_of(to_be_chosen(d_));
    if (wanted.is(Field::re)) say.re = wanted.bound(Field::re);
    else if (flag(wanted.where, Field::re) && !d_.c.contributions.empty()) say.re = d_.c.contributions.back().id;
    return say;
  };
  std::vector<Recipe> found;
  for (const auto& kind : kinds)
    for (const auto& id : speakers(wanted, kind)) {
      if (kind == kVoteKind) {
        std::ranges::move(votes(wanted), std::back_inserter(found));
        break;
      }
      if (const auto* type = d_.method->record_type(kind)) {
        found.push_back(recorded(*type, wanted, id));
        continue;
      }
      auto say = example(kind);
      const auto* person =
          d_.step->floor.answer_to_question && kind == "answer" && say.re.empty() ? d_.c.person(id) : nullptr;
      if (person != nullptr)
        if (const auto* asked = question_to_answer(d_.c, *person)) say.re = asked->id;
      // What they wrote unseen is told without words: it stands there, and nobody else may read it yet.
      const auto* teller = d_.c.person(id);
      const auto* written = teller == nullptr ? nullptr : untold(d_.c, *teller, d_.step->id, kind);
      if (written != nullptr && (say.re.empty() || say.re == written->id)) {
        say.text.clear();
        say.re.clear();
      }
      found.push_back({command(std::move(say), name_of(id))});
    }
  // Nobody has a role that may speak here: somebody joins first.
  auto roles = d_.step->floor.speakers;
  roles.insert(roles.end(), d_.step->floor.answers.begin(), d_.step->floor.answers.end());
  if (kinds.empty()) return found;
  if (const auto* type = d_.method->record_type(kinds.front()))
    by_newcomers(roles, wanted, record(*type, wanted), found);
  else by_newcomers(roles, wanted, example(kinds.front()), found);
  return found;
}

std::vector<Recipe> Maker::network(const Wanted& wanted) const {
  AskPerson ask;
  const bool asks = flag(wanted.where, Field::asked).value_or(false) ||
                    flag(wanted.where, Field::spoken).value_or(false) || word(wanted.where, Field::answer);
  if (!asks) return noted(method::Beside::network, relative(wanted.where), wanted);
  ask.in_person = flag(wanted.where, Field::spoken).value_or(false);
  ask.answer = named(wanted.where, Field::answer, Answer::yes);
  std::vector<Recipe> found;
  for (const auto& person : d_.c.people) {
    if (!person.network ||
        person.network->professional != flag(wanted.where, Field::professional).value_or(person.network->professional))
      continue;
    auto copy = ask;
    copy.person = name_of(person.id);
    found.push_back({command(std::move(copy))});
  }
  auto add = relative(wanted.where);
  ask.person = add.name;
  found.push_back({command(std::move(add)), command(std::move(ask))});
  return found;
}

}  // namespace casus::engine::recipe
