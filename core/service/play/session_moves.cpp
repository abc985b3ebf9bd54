// SPDX-License-Identifier: EUPL-1.2
#include "core/service/play/session_moves.hpp"

#include "core/engine/floor/course.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/engine/floor/voting.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::service {

using engine::with_any_role;
using text::Literal;

namespace {

/// Of a hundred moves in a step.
enum class Doing { saying, passing, choosing, recording, going_back, coming, leaving, going_on };
const std::vector<double> kHowOften{48, 6, 6, 8, 5, 1, 1, 25};

constexpr int kMoreThanAsked = 2;  ///< people of a role, at most
constexpr double kOutOfPlace = 0.1;

}  // namespace

std::vector<AddParticipant> MovesByChance::people(const method::Definition& method) {
  std::vector<AddParticipant> all;
  for (const auto& use : method.roles) {
    if (use.role == Role::presenter) continue;  // who opens the case
    const int most = use.max > 0 ? use.max : use.min + kMoreThanAsked;
    for (int left = chance_.whole(use.min, std::max(use.min, most)); left > 0; --left) {
      AddParticipant one{.name = person(static_cast<int>(all.size()) + 1),
                         .roles = {use.role},
                         .team_member = use.role != Role::resident && use.role != Role::circle};
      all.push_back(std::move(one));
    }
  }
  // What the roles alone do not come to: whoever there may be more of.
  const auto more = std::ranges::find_if(method.roles, [](const method::RoleUse& use) {
    return use.max == 0 && use.role != Role::presenter && use.role != Role::chair;
  });
  while (more != method.roles.end() && static_cast<int>(all.size()) + 1 < method.people.min) {
    AddParticipant one{.name = person(static_cast<int>(all.size()) + 1),
                       .roles = {more->role},
                       .team_member = more->role != Role::resident && more->role != Role::circle};
    all.push_back(std::move(one));
  }
  return all;
}

std::string MovesByChance::person(int number) const {
  return text::say(lang_, "sessions.person", "number"_is = number);
}

std::string MovesByChance::words(Literal id) { return fmt::format("[{} {}]", text::say(lang_, id), ++said_); }

std::string MovesByChance::reason() { return chance_.happens(0.5) ? words("sample.why") : std::string(); }

std::string MovesByChance::anybody() {
  std::vector<std::string> names;
  for (const auto& one : c_.people)
    if (one.at_table()) names.push_back(one.name);
  return names.empty() ? std::string() : one_of(names);
}

std::string MovesByChance::somebody(const std::vector<Role>& roles) {
  const auto may = with_any_role(c_, roles);
  return may.empty() ? anybody() : one_of(may)->name;
}

std::string MovesByChance::speaker(const method::Step& step) {
  if (chance_.happens(kOutOfPlace)) return anybody();
  if (!step.floor.answers.empty() && chance_.happens(0.25)) return somebody(step.floor.answers);
  const auto turns = engine::turns_now(c_, step);
  if (const auto& turn = turns.size() == 1 ? turns.front() : one_of(turns); turn.current != nullptr)
    return (turn.next != nullptr && turn.said > 0 && chance_.happens(0.5) ? turn.next : turn.current)->name;
  const auto may = engine::speakers_in(c_, step, {});
  return may.empty() ? anybody() : one_of(may)->name;
}

std::string MovesByChance::kind(const method::Step& step) {
  const auto fit = step.kinds_that_fit();
  if (!fit.empty() && !chance_.happens(kOutOfPlace)) return one_of(fit);
  return std::string(one_of(method::core_kinds()).key);
}

CommandBody MovesByChance::declared(const method::RecordType& type) {
  Record record{type.id, {}, {}};
  if (chance_.happens(0.1)) return record;  // telling what was written
  for (const auto& field : type.parts) {
    if (!field.required && chance_.happens(0.5)) continue;
    std::string value;
    switch (field.type) {
      case RecordFieldType::text: value = fmt::format("[{} {}]", field.name.in(lang_), ++said_); break;
      case RecordFieldType::choice: value = one_of(field.options).id; break;
      case RecordFieldType::checklist:
        for (const auto& option : field.options)
          if (chance_.happens(0.7)) value += (value.empty() ? "" : "|") + option.id;
        break;
      case RecordFieldType::number:
        value = std::to_string(field.scale ? chance_.whole(field.scale->min, field.scale->max) : chance_.whole(0, 9));
        break;
      case RecordFieldType::day: value = to_string(date_of(c_.changed_at)); break;
      case RecordFieldType::person: value = anybody(); break;
      case RecordFieldType::reference:
        if (!c_.contributions.empty()) value = one_of(c_.contributions).id;
        break;
    }
    if (chance_.happens(kOutOfPlace)) value = "?";
    record.set.push_back(field.id + "=" + value);
  }
  return record;
}

CommandBody MovesByChance::say(const method::Step& step) {
  Say say{{.kind = kind(step)}};
  const auto* here = c_.here();
  const auto* method = here == nullptr ? nullptr : library_.pinned_method(c_.method(here->phase));
  if (say.kind == kVoteKind && method != nullptr) {
    Vote vote;
    for (const auto* one : engine::voted_on(c_, {*method, step, *here}))
      if (chance_.happens(0.5)) vote.choices.push_back(one->id);
    return vote;
  }
  if (const auto* type = method == nullptr ? nullptr : method->record_type(say.kind)) return declared(*type);
  const bool asks = say.kind == "question" || say.kind == "follow_up";
  say.text = fmt::format("[{} {}]{}", method::kind_label(method, say.kind, lang_), ++said_, asks ? "?" : "");
  if (chance_.happens(0.1)) say.text.clear();  // telling what was written
  if (!c_.contributions.empty() && (say.kind == "answer" || chance_.happens(0.15)))
    say.re = c_.contributions[static_cast<std::size_t>(
                                  chance_.whole(std::max(0, static_cast<int>(c_.contributions.size()) - 6),
                                                static_cast<int>(c_.contributions.size()) - 1))]
                 .id;
  if (say.kind == "choice" || chance_.happens(0.05)) say.to = anybody();
  if (chance_.happens(0.3)) say.answer = chance_.happens(0.5) ? casus::Answer::yes : casus::Answer::no;
  return say;
}

/// What is noted in any step, wherever the method asks for it.
CommandBody MovesByChance::record() {
  switch (chance_.whole(0, 11)) {
    case 0: return GiveScore{{.value = chance_.whole(0, 10), .evidence = words("sample.what_shows")}};
    case 1: return SetGoal{{.text = words("sample.what_will_done"), .resident_words = chance_.happens(0.5)}};
    case 2:
    case 3: {
      AddAction action;
      action.what = words("sample.what_will_done");
      action.who = anybody();
      action.checks = anybody();
      action.by_when = plus_days(date_of(c_.changed_at), chance_.whole(1, 30));
      action.rung = one_of(std::vector{Rung::self, Rung::network, Rung::volunteer, Rung::general, Rung::customised});
      return action;
    }
    case 4: return SetReview{plus_days(date_of(c_.changed_at), 42)};
    case 5: return TellResident{words("sample.what_resident_told"), {}, {}};
    case 6: return Evaluate{words("sample.what_better"), {}, {}, {}};
    case 7: {
      AddNetworkPerson near;
      near.name = text::say(lang_, "sample.name_number", "number"_is = ++said_);
      near.relation = text::say(lang_, "sample.name");
      return near;
    }
    case 8: return RaiseDecision{words("sample.what_decided"), chance_.happens(0.3)};
    case 9:
      return TakeDecision{c_.decisions.empty() ? "d1" : c_.decisions.back().raised.id,
                          words("sample.what_decided"),
                          words("sample.why"),
                          {},
                          reason()};
    case 10: return CountLearning{{words("sample.theme")}};
    default: return AskQuestion{words("sample.presenters_question") + "?", words("sample.how_will_notice_useful")};
  }
}

MovesByChance::Move MovesByChance::forward(const method::Step* step) {
  const auto by = chance_.happens(kOutOfPlace) ? anybody() : engine::goes_on(c_, step, anybody());
  return {by, NextStep{reason()}};
}

MovesByChance::Move MovesByChance::next() {
  const auto* step = engine::step_here(c_, library_);
  if (step == nullptr) return forward(step);
  auto often = kHowOften;
  const bool waits = step->menu && engine::branch_taken(c_, *step).empty();
  if (waits) often[static_cast<std::size_t>(Doing::choosing)] *= 5;
  if (step->floor.order != method::Order::turns) often[static_cast<std::size_t>(Doing::passing)] /= 6;
  switch (static_cast<Doing>(chance_.pick(often))) {
    case Doing::saying: {
      auto body = say(*step);
      return {speaker(*step), std::move(body)};
    }
    case Doing::passing: return {speaker(*step), Pass{}};
    case Doing::choosing:
      if (!step->menu && step->parallel) return {somebody({Role::chair}), MoveToGroup{anybody(), chance_.whole(1, 4)}};
      if (!step->menu) return {anybody(), ChooseBranch{"1"}};
      return {somebody(engine::who_choose(*step->menu)), ChooseBranch{one_of(step->menu->branches).id}};
    case Doing::recording: {
      auto body = record();
      return {anybody(), std::move(body)};
    }
    case Doing::going_back: {
      BackStep back{.because = reason()};
      if (chance_.happens(0.4)) back.step = one_of(c_.visits).step;
      return {engine::goes_on(c_, step, anybody()), std::move(back)};
    }
    case Doing::coming: {
      AddParticipant one{.name = person(chance_.whole(30, 60)), .roles = {Role::member}, .team_member = true};
      return {anybody(), std::move(one)};
    }
    case Doing::leaving: {
      RemoveParticipant leaves{{.person = anybody()}};  // drawn before who says it
      return {anybody(), std::move(leaves)};
    }
    case Doing::going_on: break;
  }
  return forward(step);
}

}  // namespace casus::service
