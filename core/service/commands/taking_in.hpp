// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/service.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Another team becomes one with this: its people come, each case is handed out there and taken over here by the rules
/// of a transfer, and once all of them are here that team is closed. Two stores have no transaction between them: every
/// step has an id of its own, made from both stores and the case, so that who was stopped half-way begins again and
/// nothing is done twice.
namespace casus::service {

struct TakeInWanted {
  std::string by;                 ///< of this team: takes the cases over
  Typist seat;                    ///< who sits at the keys
  std::vector<std::string> with;  ///< of the other team: each hands out what is theirs; the first closes it
  std::string told;               ///< what the residents heard
  std::string because;
  std::string closing;  ///< why that team is closed, for who opens it later: where its cases went
  /// Of the other team, by the name there: who is a member here already, by the name here. An empty one is the same
  /// name.
  std::map<std::string, std::string> same;
  std::map<std::string, std::string> otherwise;  ///< another person than who is called so here: how they are called
};

struct ComingMember {
  std::string name;  ///< there
  std::string here;
  bool known = false;  ///< is a member here already
};

struct ComingCase {
  std::string id;  ///< there
  bool closed = false;
  std::string here;                  ///< its id here, once it came
  std::optional<Refusal> refusal{};  ///< why it does not come
};

struct TakingInPlan {
  std::string from, to;  ///< both teams
  std::vector<ComingMember> members;
  std::vector<std::string> undecided;  ///< there, and somebody here has that name: nobody said whether they are one
  std::vector<ComingCase> cases;
  std::size_t erased = 0;           ///< what is left of them stays there
  std::size_t elsewhere = 0;        ///< another team has them
  std::vector<std::string> no_key;  ///< cannot be read there
  std::size_t meetings = 0;         ///< stay there, as does the team's learning
  bool closed = false;              ///< the other team is
  bool before = false;              ///< nothing is left to do: all of it came here earlier, and that team is closed

  /// Whether nothing keeps the other team from being closed once what can come is here.
  bool whole() const;
};

/// Why nothing is done while somebody is undecided.
Refusal who_is_who(const TakingInPlan& plan);

/// Why a team does not take in itself.
Refusal same_store();

/// `here` takes in `there`. Each service has a store of its own.
class TakingIn {
 public:
  TakingIn(Service& here, Service& there, TakeInWanted wanted);

  /// What would happen, and why not. Keeps nothing.
  Outcome<TakingInPlan, Refusal> plan();
  /// Does it. What cannot come stays there, and then that team is not closed. Refused as a whole when it cannot begin,
  /// or when it is not said of somebody whether they are one. `watch(done, of)` before each case.
  Outcome<TakingInPlan, Refusal> run(const std::function<void(std::int64_t, std::int64_t)>& watch);

 private:
  std::optional<Refusal> cannot_begin();
  std::optional<TakingInPlan> done_before();
  std::optional<Refusal> plan_members(TakingInPlan& plan);
  void plan_cases(TakingInPlan& plan);
  void look_at(const std::string& id, TakingInPlan& plan);
  std::optional<Refusal> bring_members(const TakingInPlan& plan);
  std::optional<Refusal> bring(const TakingInPlan& plan, ComingCase& one);
  std::optional<Refusal> hand_and_take(const TakingInPlan& plan, ComingCase& one, const std::string& by, int attempt);
  std::optional<Refusal> call_back(const std::string& id, const std::string& by, int attempt);
  std::optional<Refusal> confirmed(const std::string& id, const std::string& by, int attempt);
  std::optional<Refusal> close_there();
  std::string hands_out(const std::string& id, std::optional<Refusal>& refusal);
  std::map<std::string, std::string> members_in(const std::string& id, const TakingInPlan& plan);
  Command asked_there(const std::string& id, const std::string& by, CommandBody body) const;
  Typist sits_there(const std::string& name) const;
  int attempts(const std::string& id);
  bool is_under_way_here(const Case& it, int attempt);
  std::string member_id(const std::string& name, const std::string& here) const;
  std::string hand_out_id(const std::string& id, int attempt) const;

  Service& here_;
  Service& there_;
  TakeInWanted wanted_;
  std::string ours_, theirs_;  ///< pseudonyms of the stores: the ids of what is done are made from them
};

}  // namespace casus::service
