// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/learn/learn_verb.hpp"
#include "core/desk/verbs/team/team_verb.hpp"
#include "core/engine/access/no_name.hpp"
#include "core/engine/team/team_people.hpp"
#include "core/model/person_name.hpp"
#include "core/service/mending/still_has_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

/// The team over time. Who is in it: rename, leave, erase, handover; and for who looks after the store the team itself:
/// name, close, reopen.
namespace casus::desk {
namespace {

using text::msg;

class TeamRename final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(rename_);
    slots.word(rename_.name, "help.called_otherwise");
    slots.option(rename_.to, "help.new_name");
    slots.option(rename_.profession, "help.new_profession");
  }

  void run(Desk& desk, Reply& reply) override {
    const auto done = rename_.to.empty()
                          ? msg("team.profession_changed", "name"_is = rename_.name)
                          : msg("team.renamed", "name"_is = rename_.name, "to"_is = engine::new_name(rename_.to));
    return give(desk, reply, rename_, done.in(desk.voice()));
  }

 private:
  RenameMember rename_;
};

class TeamLeave final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(leave_);
    slots.word(leave_.name, "help.leaves_2");
    slots.flag("yes", yes_, "learnhelp.yes");
  }

  void run(Desk& desk, Reply& reply) override {
    if (!yes_ && asks(desk, reply)) return;
    return give(desk, reply, leave_, msg("team.left", "name"_is = leave_.name).in(desk.voice()));
  }

 private:
  /// What they wrote for themselves goes along for good. Whoever still has something in a case does not leave yet, and
  /// hears that first.
  bool asks(Desk& desk, Reply& reply) const {
    if (desk.who_or_nobody().empty()) return false;  // who it is comes first
    const auto team = desk.service().team().value_or(Team{});
    const auto meant = team.members_meant(leave_.name);
    if (meant.size() != 1 || !desk.service().still_has(meant.front()->name).empty()) return false;
    const auto& name = meant.front()->name;
    if (desk.learning().sessions_of(name) == 0) return false;
    reply.status = Status::usage;
    reply.confirmation = sure_of(desk, msg("team.leave_ask", "name"_is = name), name);
    return true;
  }

  LeaveTeam leave_;
  bool yes_ = false;
};

/// The name of somebody who left. What is erased cannot be brought back, so it is asked once more.
class TeamErase final : public TeamVerb {
 public:
  bool by_own_hand() const override { return true; }
  void shape(Slots& slots) override {
    slots.of(erase_);
    slots.word(erase_.name, "help.team_erase_name");
    slots.option(erase_.with, "help.colleague_does");
    slots.flag("yes", yes_, "learnhelp.yes");
  }

  void run(Desk& desk, Reply& reply) override {
    desk.who();
    if (yes_) return give(desk, reply, erase_, desk.say("team.erased"));
    reply.status = Status::usage;
    reply.confirmation = sure_of(desk, msg("team.erase_ask", "name"_is = erase_.name), erase_.name);
  }

 private:
  EraseMember erase_;
  bool yes_ = false;
};

/// What somebody still has, and with --to all of it to a colleague: one command for each case, all or none.
class TeamHandover final : public Verb {
 public:
  Access access() const override { return does(Ground::team); }
  void shape(Slots& slots) override {
    slots.word("NAME", name_, "help.hands_over_2");
    slots.option("to", to_, "help.takes_over_else_only_list");
    slots.option("because", because_, "help.why");
  }

  void run(Desk& desk, Reply& reply) override {
    const auto team = desk.service().team().value_or(Team{});
    const auto meant = team.members_meant(name_);
    const auto name = meant.size() == 1 ? meant.front()->name : name_;
    const auto has = desk.service().still_has(name);
    // Who left may still have something; a name that nobody knows has nothing because it is nobody's.
    if (has.empty() && meant.size() != 1 && !has_left(team, name_))
      if (const auto member = engine::member_meant(team, name_); !member) return show(desk, reply, member.error());
    if (to_.empty() || has.empty()) return list(desk, reply, name, has);
    std::vector<Command> commands;
    for (const auto& one : has) {
      Command command;
      if (!command_id.empty()) command.id = command_id + '/' + one.case_id;
      command.case_id = one.case_id;
      command.by = desk.actor();
      command.seat = desk.typist();
      command.body = HandOver{{.person = one.person, .to = to_, .because = because_}};
      commands.push_back(std::move(command));
    }
    const auto answers = desk.service().handle_all(std::move(commands), true);
    if (!answers.back().done()) return show(desk, reply, answers.back());
    if (desk.json()) reply.json({{"ok", true}, {"name", name}, {"to", to_}, {"cases", has.size()}});
    else
      reply.line(msg("team.handed_over", "name"_is = name, "to"_is = to_, "count"_is = has.size()).in(desk.voice()),
                 Tone::good);
  }

 private:
  using Has = std::vector<service::Service::StillHas>;

  static bool has_left(const Team& team, const std::string& name) {
    return std::ranges::any_of(team.left, [&](const Member& one) { return same_name(one.name, name); });
  }

  static void list(Desk& desk, Reply& reply, const std::string& name, const Has& has) {
    if (desk.json()) {
      auto all = nlohmann::json::array();
      for (const auto& one : has) {
        auto roles = nlohmann::json::array();
        for (const auto role : one.roles) roles.push_back(key(role));
        all.push_back({{"case", one.case_id}, {"roles", std::move(roles)}, {"actions", one.actions}});
      }
      return reply.json({{"name", name}, {"has", std::move(all)}});
    }
    if (has.empty()) return reply.line(msg("team.has_nothing", "name"_is = name).in(desk.voice()));
    for (const auto& one : has) reply.line(service::still_has_words(one).in(desk.voice()));
  }

  std::string name_;
  std::string to_;
  std::string because_;
};

/// Of the team as a whole, by somebody with a name.
template <class Body, void (*Shape)(Slots&, Body&), text::Message (*Done)(const Body&)>
class WholeTeam final : public PlainTeam<Body, Shape, Done> {
 public:
  Access access() const override { return does(Ground::store); }

 protected:
  void run(Desk& desk, Reply& reply) override {
    (void)desk.who();
    PlainTeam<Body, Shape, Done>::run(desk, reply);
  }
};

void team_name_slots(Slots& slots, RenameTeam& rename) { slots.word(rename.name, "help.team_new_name"); }
text::Message team_named(const RenameTeam& rename) { return msg("team.named", "name"_is = kept_name(rename.name)); }

void team_close_slots(Slots& slots, CloseTeam& close) { slots.option(close.because, "help.why").needed_by_rules(); }
text::Message team_closed(const CloseTeam&) {
  return msg("team.closed", "reopen"_is = text::way("team reopen", "because"_is = text::gap()));
}

void team_reopen_slots(Slots& slots, ReopenTeam& reopen) { slots.option(reopen.because, "help.why").needed_by_rules(); }
text::Message team_reopened(const ReopenTeam&) { return msg("team.reopened"); }

}  // namespace

Entries team_people_verbs() {
  return {
      {"team rename", "help.member_has_another_name_profession", "help.team_rename_noor_noor_bakker",
       fresh<TeamRename>},
      {"team handover", "help.what_somebody_still_has_handing", "help.team_handover_daan_samira_because",
       fresh<TeamHandover>},
      {"team leave", "help.somebody_leaves_team_once_all", "help.team_leave_daan_as_samira", fresh<TeamLeave>},
      {"team erase", "help.team_erase", "help.team_erase_example", fresh<TeamErase>},
      {"team name", "help.team_has_another_name", "help.team_name_example",
       fresh<WholeTeam<RenameTeam, team_name_slots, team_named>>},
      {"team close", "help.team_works_no_more", "help.team_close_example",
       fresh<WholeTeam<CloseTeam, team_close_slots, team_closed>>},
      {"team reopen", "help.team_works_again", "help.team_reopen_example",
       fresh<WholeTeam<ReopenTeam, team_reopen_slots, team_reopened>>},
  };
}

}  // namespace casus::desk
