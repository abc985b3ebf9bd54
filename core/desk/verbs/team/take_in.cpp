// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/keys/unlocking.hpp"
#include "core/desk/places.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/service/commands/taking_in.hpp"
#include "core/store/address.hpp"
#include "core/store/database_fault.hpp"
#include "core/store/files/files.hpp"
#include "core/text/message.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// Two teams that become one: take-in, typed in the store of the team that goes on.
namespace casus::desk {
namespace {

using nlohmann::json;
using text::msg;

class TeamTakeIn final : public Verb {
 public:
  Access access() const override { return here(does(Ground::team)); }

  void shape(Slots& slots) override {
    slots.word("OTHER", other_, "help.store_of_other_team");
    slots.option("with", with_, "help.of_other_team_hands_out").needed_by_rules();
    slots.option("told", told_, "help.what_residents_heard").needed_by_rules();
    slots.option("because", because_, "help.why").needed_by_rules();
    slots.option("same", same_, "help.one_person_in_both");
    slots.option("rename", rename_, "help.another_person_called");
    slots.option("other-keys", keys_, "help.keys_of_other_team");
    slots.names_file("other-keys");
    slots.flag("yes", yes_, "help.do_it_else_only_told");
  }

  void run(Desk& desk, Reply& reply) override {
    auto& here = desk.service();
    const auto team = here.team().value_or(Team{});
    require_other(desk);
    if (is_same_store(desk.store_path(), other_)) return show(desk, reply, service::same_store());
    const auto store = open_other(desk);
    service::Service there(*store, desk.methods(), desk.workflows(), desk.clock());
    service::TakingIn taking(here, there, wanted(desk, team.name));
    const auto watch = [&](std::int64_t done, std::int64_t of) { desk.watch(done, of); };
    const auto plan = yes_ ? taking.run(watch) : taking.plan();
    if (!plan) return show(desk, reply, plan.error());
    if (yes_ && !plan->closed) reply.status = Status::refused;
    if (desk.json()) return reply.json(document(desk, *plan));
    if (plan->before)
      return reply.line(desk.say("takein.done_before", "from"_is = plan->from, "to"_is = plan->to), Tone::good);
    tell(desk, reply, *plan);
    if (!yes_) return ask(desk, reply, *plan);
    if (plan->closed) reply.line(desk.say("takein.done", "from"_is = plan->from, "to"_is = plan->to), Tone::good);
    else reply.line(desk.say("takein.not_all", "from"_is = plan->from), Tone::warning);
  }

 private:
  void require_other(Desk& desk) const {
    if (store::is_mangled_address(other_))
      throw Usage{desk.say("database.mangled", "store"_is = store::without_password(other_))};
    if (!store::in_database(other_) && !store::file_exists(other_))
      throw Usage{desk.say("takein.no_store", "store"_is = other_)};
  }

  std::unique_ptr<store::Store> open_other(Desk& desk) const {
    const auto unlock = [&desk](const std::string& keys) { return key_of_lock(desk, keys); };
    try {
      return store::open_store({other_, false, store::Purpose::cases, keys_of(other_, keys_), unlock});
    } catch (const store::NoStore&) {
      throw Usage{desk.say("takein.no_store", "store"_is = other_)};
    } catch (const store::OtherPurpose&) {
      throw Usage{
          desk.say("desk.store_trainings_all_made_up", "train"_is = desk.to_type("casus train"), "store"_is = other_)};
    }
  }

  /// "Noor", or "Noor=Noor Bakker".
  static std::map<std::string, std::string> pairs(const std::vector<std::string>& typed) {
    std::map<std::string, std::string> all;
    for (const auto& one : typed) {
      const auto sign = one.find('=');
      const auto name = std::string(trimmed(one.substr(0, sign)));
      all[name] = sign == std::string::npos ? std::string() : std::string(trimmed(one.substr(sign + 1)));
    }
    return all;
  }

  service::TakeInWanted wanted(Desk& desk, const std::string& team) const {
    service::TakeInWanted wanted{
        .by = desk.actor(), .seat = desk.typist(), .with = with_, .told = told_, .because = because_};
    wanted.closing = desk.say("takein.went_to", "team"_is = team, "because"_is = because_);
    wanted.same = pairs(same_);
    wanted.otherwise = pairs(rename_);
    for (const auto& [name, called] : wanted.otherwise)
      if (called.empty()) throw Usage{desk.say("takein.rename_how", "name"_is = name)};
    return wanted;
  }

  static json document(Desk& desk, const service::TakingInPlan& plan) {
    auto members = json::array(), cases = json::array();
    for (const auto& one : plan.members)
      members.push_back({{"name", one.name}, {"here", one.here}, {"known", one.known}});
    for (const auto& one : plan.cases) {
      json line{{"case", one.id}, {"closed", one.closed}, {"here", one.here.empty() ? json() : json(one.here)}};
      if (one.refusal) line["refused"] = refusal_json(*one.refusal, desk.voice());
      cases.push_back(std::move(line));
    }
    return {{"from", plan.from},           {"to", plan.to},         {"members", members},
            {"undecided", plan.undecided}, {"cases", cases},        {"erased", plan.erased},
            {"elsewhere", plan.elsewhere}, {"no_key", plan.no_key}, {"meetings", plan.meetings},
            {"closed", plan.closed},       {"before", plan.before}};
  }

  static std::vector<text::Message> names(const std::vector<service::ComingMember>& members, bool known) {
    std::vector<text::Message> all;
    for (const auto& one : members)
      if (one.known == known) all.push_back(text::Message::verbatim(one.here));
    return all;
  }

  static void tell(Desk& desk, Reply& reply, const service::TakingInPlan& plan) {
    reply.line(desk.say("takein.two_become_one", "from"_is = plan.from, "to"_is = plan.to), Tone::strong);
    if (auto come = names(plan.members, false); !come.empty())
      reply.line(desk.say("takein.people_come", "names"_is = std::move(come)));
    if (auto known = names(plan.members, true); !known.empty())
      reply.line(desk.say("takein.people_here", "names"_is = std::move(known)));
    std::size_t open = 0, closed = 0, here = 0;
    for (const auto& one : plan.cases) {
      if (!one.here.empty()) ++here;
      else if (!one.refusal) ++(one.closed ? closed : open);
    }
    if (here > 0) reply.line(desk.say("takein.cases_here", "count"_is = here));
    if (open + closed > 0) reply.line(desk.say("takein.cases_come", "open"_is = open, "closed"_is = closed));
    for (const auto& one : plan.cases) {
      if (one.refusal)
        reply.line(desk.say("takein.case_stays", "case"_is = one.id, "why"_is = one.refusal->reason), Tone::warning);
      else if (!one.here.empty() && one.here != one.id)
        reply.line(desk.say("transfer.other_number", "was"_is = one.id, "case"_is = one.here));
    }
    for (const auto& id : plan.no_key) reply.line(desk.say("takein.no_key", "case"_is = id), Tone::warning);
    if (plan.elsewhere > 0) reply.line(desk.say("takein.elsewhere", "count"_is = plan.elsewhere), Tone::quiet);
    reply.line(
        desk.say("takein.stays_there", "from"_is = plan.from, "meetings"_is = plan.meetings, "erased"_is = plan.erased),
        Tone::quiet);
  }

  void ask(Desk& desk, Reply& reply, const service::TakingInPlan& plan) const {
    if (!plan.undecided.empty()) return show(desk, reply, service::who_is_who(plan));
    if (plan.whole()) reply.line(desk.say("takein.nothing_yet"));
    else reply.line(desk.say("takein.nothing_yet_not_all", "from"_is = plan.from));
  }

  std::string other_;
  std::vector<std::string> with_;
  std::string told_;
  std::string because_;
  std::vector<std::string> same_;
  std::vector<std::string> rename_;
  std::string keys_;
  bool yes_ = false;
};

}  // namespace

Entries take_in_verbs() {
  return {{"team take-in", "help.two_teams_become_one", "help.team_take_in_example", fresh<TeamTakeIn>}};
}

}  // namespace casus::desk
