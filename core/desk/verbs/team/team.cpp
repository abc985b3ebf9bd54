// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/team/team_line.hpp"
#include "core/desk/verbs/team/team_verb.hpp"
#include "core/engine/access/no_name.hpp"
#include "core/page/layout.hpp"
#include "core/report/pictures/partner_map.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

/// The team: init, add, list, set; and its partners.
namespace casus::desk {
namespace {

using nlohmann::json;

class TeamInit final : public TeamVerb {
 public:
  Access access() const override { return does(Ground::store); }
  void shape(Slots& slots) override {
    slots.of(team_);
    slots.word(team_.name, "help.name_team").asks = "ask.team";
    slots.option(team_.minutes, "help.length_weekly_meeting");
    slots.option(team_.mode, "help.strict_coaching_new_cases");
    slots.option(team_.workflow, "help.workflow_new_cases");
    slots.option(team_.method, "help.method_new_cases");
  }

  void run(Desk& desk, Reply& reply) override {
    // Before a store is made for it; after that the engine says so.
    if (!team_.method.empty()) desk.require_method(team_.method);
    if (!team_.workflow.empty()) desk.require_workflow(team_.workflow);
    // Who founds it is not of it by that: it may be somebody of the municipality.
    const auto& who = desk.who_or_nobody();
    return give(
        desk, reply, team_,
        who.empty()
            ? desk.say("team.team_has_begun_add_people",
                       "add"_is = text::way("team add", "name"_is = text::gap("gap.name")), "team"_is = team_.name)
            : desk.say("team.team_has_begun_add_yourself", "add"_is = text::way("team add", "name"_is = who),
                       "team"_is = team_.name, "who"_is = who),
        Desk::Make::yes);
  }

 private:
  FoundTeam team_;
};

class TeamAdd final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(member_);
    slots.word(member_.name, "help.joins").asks = "ask.joins";
    slots.word(member_.profession, "help.profession");
  }
  text::Message if_not_of_the_team() const override {
    return text::msg("team.member_adds_do",
                     "add"_is = text::way("team add", "name"_is = member_.name, "as"_is = text::gap("gap.name")));
  }

  void run(Desk& desk, Reply& reply) override {
    const auto team = desk.service().team().value_or(Team{});
    const auto* before = team.member(member_.name);
    if (before == nullptr) before = team.member(engine::new_name(member_.name));
    if (before == nullptr) {
      const auto name = engine::new_name(member_.name);
      give(desk, reply, member_, text::say(desk.voice(), "team.joined", "name"_is = name));
      return tell_who_is_left_out(desk, reply, name, team.members.empty());
    }
    // The same name is the same person; whoever meant another has to hear it.
    const auto add = text::way("team add", "name"_is = text::gap("gap.full_name"));
    const bool other = !member_.profession.empty() && member_.profession != before->profession;
    return give(desk, reply, member_,
                other ? text::say(desk.voice(), "team.already_with_profession", "name"_is = before->name,
                                  "profession"_is = member_.profession, "add"_is = add)
                      : text::say(desk.voice(), "team.already", "name"_is = before->name, "add"_is = add));
  }

 private:
  /// With the first member the team has a door: whoever let them in and is not of it cannot come in any more.
  static void tell_who_is_left_out(Desk& desk, Reply& reply, const std::string& first, bool opened) {
    const auto& who = desk.who_or_nobody();
    if (!opened || who.empty() || reply.status != Status::done) return;
    const auto team = desk.service().team().value_or(Team{});
    if (team.members.empty() || !team.members_meant(who).empty()) return;
    reply.error(desk.say("team.you_are_not_in_it", "who"_is = who, "first"_is = first,
                         "add"_is = text::way("team add", "name"_is = who, "as"_is = first)),
                Tone::warning);
  }

  AddMember member_;
};

class TeamAbsent final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(absence_);
    slots.word(absence_.name, "help.away");
    slots.option("from", from_, "help.first_day_else_today");
    slots.option(absence_.to, "help.last_day_else_until_say");
  }

  void run(Desk& desk, Reply& reply) override {
    absence_.from = from_.value_or(desk.today());
    return give(desk, reply, absence_,
                absence_.to ? desk.say("team.away_from", "absence"_is = absence_.name,
                                       "from"_is = desk.day(absence_.from), "to"_is = desk.day(*absence_.to))
                            : desk.say("team.away_from_once_back", "back"_is = text::way("team back"),
                                       "absence"_is = absence_.name, "from"_is = desk.day(absence_.from)));
  }

 private:
  std::optional<Date> from_;
  SetAbsence absence_;
};

class TeamBack final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(back_);
    slots.word(back_.name, "help.back");
    slots.option("from", from_, "help.from_which_day_else_today");
  }

  void run(Desk& desk, Reply& reply) override {
    back_.from = from_.value_or(desk.today());
    return give(desk, reply, back_,
                desk.say("team.back_from", "back"_is = back_.name, "from"_is = desk.day(back_.from)));
  }

 private:
  std::optional<Date> from_;
  EndAbsence back_;
};

class TeamSet final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(set_);
    slots.option(set_.minutes, "help.length_weekly_meeting");
    slots.option(set_.mode, "help.strict_coaching_new_cases");
    slots.option(set_.workflow, "help.workflow_new_cases");
    slots.option(set_.method, "help.method_new_cases");
    slots.option(set_.phone, "help.phone_of_the_team");
  }

  void run(Desk& desk, Reply& reply) override {
    const bool only_phone = set_.phone && !set_.minutes && !set_.mode && !set_.workflow && !set_.method;
    if (only_phone) return give(desk, reply, set_, desk.say("team.phone_set", "phone"_is = *set_.phone));
    return give(desk, reply, set_, desk.say("team.settings_changed_new_cases"));
  }

 private:
  SetTeam set_;
};

class PartnerAdd final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(partner_);
    slots.word(partner_.name, "help.organisation");
    slots.option(partner_.kind, "help.partner_kind");
    slots.flag("wished", wished_, "help.we_want_work_them");
    slots.option(partner_.purpose, "help.what");
  }

  void run(Desk& desk, Reply& reply) override {
    partner_.partnership = wished_ ? Partnership::wished : Partnership::present;
    return give(desk, reply, partner_,
                desk.say("team.partner_map", "partner"_is = partner_.name,
                         "kind"_is = label(partner_.partnership, desk.voice())));
  }

 private:
  AddPartner partner_;
  bool wished_ = false;
};

void partner_drop_slots(Slots& slots, DropPartner& drop) { slots.word(drop.name, "help.organisation"); }
text::Message partner_dropped(const DropPartner& drop) {
  return text::msg("team.off_partner_map", "drop"_is = drop.name);
}

class PartnerMap final : public Verb {
 public:
  Access access() const override { return reads(Ground::house); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto team = desk.service().team().value_or(Team{});
    if (desk.json()) reply.json(report::partners_json(team));
    else reply.text(report::partners_text(team, desk.voice()));
  }
};

class TeamList final : public Verb {
 public:
  Access access() const override { return reads(Ground::house); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    auto team = desk.service().team();
    // They come from cases, and are no matter of who looks after the store.
    if (team && desk.seat().sureness == Sureness::keeper) {
      team->learning.clear();
      team->signals.clear();
    }
    if (desk.json()) reply.json(team ? document(*team) : json{{"team", nullptr}});
    else if (team) print(desk, reply, *team);
    else
      reply.line(
          desk.say("team.none_yet_begin", "init"_is = text::way("team init", "name"_is = text::gap("gap.name"))));
  }

 private:
  static json lines(const std::vector<TeamLine>& all) {
    json out = json::array();
    for (const auto& line : all) out.push_back(team_line_json(line));
    return out;
  }

  static json document(const Team& team) {
    json members = json::array();
    for (const auto& member : team.members)
      members.push_back({{"name", member.name}, {"profession", member.profession}});
    json absences = json::array();
    for (const auto& it : team.absences)
      absences.push_back(
          {{"name", it.name}, {"from", to_string(it.from)}, {"to", it.to ? json(to_string(*it.to)) : json()}});
    json out{{"team", team.name},
             {"minutes", team.minutes},
             {"mode", key(team.mode)},
             {"workflow", team.workflow},
             {"method", team.method},
             {"phone", team.phone},
             {"members", std::move(members)},
             {"absences", std::move(absences)},
             {"learning", lines(team.learning)},
             {"signals", lines(team.signals)},
             {"phrases", team.phrases}};
    if (team.closed_at) {
      out["closed"] = to_string(date_of(*team.closed_at));
      out["closed_because"] = team.closed_because;
    }
    return out;
  }

  static void print_lines(Desk& desk, Reply& reply, Words heading, const std::vector<TeamLine>& all) {
    if (all.empty()) return;
    reply.line();
    reply.line(desk.say(heading), Tone::strong);
    for (const auto& line : all)
      reply.prose(fmt::format("  {} ", line.id),
                  fmt::format("{}: {}{}{}", desk.day(line.on), line.theme.empty() ? "" : "[" + line.theme + "] ",
                              line.text, line.changed ? text::msg("mending.mark_changed").in(desk.voice()) : ""));
  }

  static void print_absences(Desk& desk, Reply& reply, const std::vector<Absence>& all) {
    const auto today = desk.today();
    bool first = true;
    for (const auto& it : all) {
      if (it.to && *it.to < today) continue;
      if (std::exchange(first, false)) {
        reply.line();
        reply.line(desk.say("team.away"), Tone::strong);
      }
      reply.line(it.to ? desk.say("team.from_2", "name"_is = it.name, "from"_is = desk.day(it.from),
                                  "to"_is = desk.day(*it.to))
                       : desk.say("team.from", "name"_is = it.name, "from"_is = desk.day(it.from)));
    }
  }

  static void print(Desk& desk, Reply& reply, const Team& team) {
    const auto voice = desk.voice();
    reply.line(team.name, Tone::strong);
    if (team.closed_at) {
      reply.line(desk.say("team.closed_since", "on"_is = desk.day(date_of(*team.closed_at))), Tone::warning);
      reply.line(team.closed_because, Tone::warning);
    }
    reply.fact(desk.say("team.meeting"),
               desk.say("team.minutes", "minutes"_is = text::msg("count.minutes", "count"_is = team.minutes)));
    reply.fact(desk.say("team.mode"), label(team.mode, voice));
    // As people call them; one that is not on this computer has no name here.
    const auto* workflow = desk.workflows().find(team.workflow);
    reply.fact(desk.say("team.workflow"), workflow == nullptr ? team.workflow : workflow->workflow.name.in(voice));
    const auto* method = desk.methods().find(team.method);
    reply.fact(desk.say("team.method"), method == nullptr ? team.method : method->definition.name.in(voice));
    if (!team.phone.empty()) reply.fact(desk.say("team.phone"), team.phone);
    std::vector<page::Row> rows;
    for (const auto& member : team.members) rows.push_back({member.name, member.profession});
    reply.line();
    if (rows.empty())
      reply.line(desk.say("team.no_members_yet", "add"_is = text::way("team add", "name"_is = text::gap("gap.name"))));
    else reply.table({desk.say("team_verbs.column_name"), desk.say("team_verbs.column_profession")}, rows);
    print_absences(desk, reply, team.absences);
    print_lines(desk, reply, "team.lines_learning", team.learning);
    print_lines(desk, reply, "team.signals", team.signals);
    if (!team.signals.empty())
      reply.line(desk.say("team.signal_form", "form"_is = text::way("area signal", "line"_is = team.signals.back().id)),
                 Tone::quiet);
    if (team.phrases.empty()) return;
    reply.line();
    reply.line(desk.say("team.own_words_listen"), Tone::strong);
    for (const auto& [list, phrases] : team.phrases) reply.fact(list, joined({phrases.begin(), phrases.end()}));
  }
};

}  // namespace

Entries team_verbs() {
  return {
      {"team init", "help.begin_team_once_per_store", "help.team_init_team_north_minutes", fresh<TeamInit>},
      {"team add", "help.somebody_joins_team", "help.team_add_noor_district_nurse", fresh<TeamAdd>},
      {"team absent", "help.somebody_away_time_reason_needed", "help.team_absent_noor_from_2026", fresh<TeamAbsent>},
      {"team back", "help.somebody_back", "help.team_back_noor_from_2026", fresh<TeamBack>},
      {"team list", "help.team_learning_signals", "help.team_list", fresh<TeamList>},
      {"team set", "help.other_settings_new_cases", "help.team_set_method_solution_focused", fresh<TeamSet>},
      {"team partner add", "help.organisation_partner_map", "help.team_partner_add_linden_primary", fresh<PartnerAdd>},
      {"team partner drop", "help.take_organisation_off_map", "help.team_partner_drop_linden_primary",
       fresh<PlainTeam<DropPartner, partner_drop_slots, partner_dropped>>},
      {"team partner list", "help.whom_we_work_whom_we", "help.team_partner_list", fresh<PartnerMap>},
  };
}

}  // namespace casus::desk
