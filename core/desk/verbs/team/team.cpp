// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/team/team_verb.hpp"
#include "core/page/layout.hpp"
#include "core/report/pictures/partner_map.hpp"

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
    slots.word(team_.name, {"hoe het team heet", "name of the team"});
    slots.option(team_.minutes, {"lengte van het wekelijkse casusberaad", "length of the weekly meeting"});
    slots.option(team_.mode, {"strikt of oefenend, voor nieuwe casussen", "strict or coaching, for new cases"});
    slots.option(team_.workflow, {"werkwijze voor nieuwe casussen", "workflow of new cases"});
    slots.option(team_.method, {"methode voor nieuwe casussen", "method of new cases"});
  }

  void run(Desk& desk, Reply& reply) override {
    require(desk, team_.method, team_.workflow);
    return give(desk, reply, team_,
                desk.say({"team {} is begonnen; voeg mensen toe met: casus team add NAAM{}",
                          "team {} has begun; add people with: casus team add NAME{}"},
                         team_.name, desk.store_option()),
                Desk::Make::yes);
  }

 private:
  FoundTeam team_;
};

class TeamAdd final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(member_);
    slots.word(member_.name, {"wie erbij komt", "who joins"});
    slots.word(member_.profession, {"beroep of rol", "profession"});
  }

  void run(Desk& desk, Reply& reply) override {
    const auto team = desk.service().team().value_or(Team{});
    const auto* before = team.member(member_.name);
    if (before == nullptr)
      return give(desk, reply, member_, text::say(desk.voice(), "team.joined", "name"_is = member_.name));
    // The same name is the same person; whoever meant another has to hear it.
    const auto add = text::way("team add", "name"_is = text::gap("gap.full_name"));
    const bool other = !member_.profession.empty() && member_.profession != before->profession;
    return give(desk, reply, member_,
                other ? text::say(desk.voice(), "team.already_with_profession", "name"_is = before->name,
                                  "profession"_is = member_.profession, "add"_is = add)
                      : text::say(desk.voice(), "team.already", "name"_is = before->name, "add"_is = add));
  }

 private:
  AddMember member_;
};

class TeamAbsent final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(absence_);
    slots.word(absence_.name, {"wie er niet is", "who is away"});
    slots.option("from", from_, {"eerste dag; anders vandaag", "first day; else today"});
    slots.option(absence_.to, {"laatste dag; anders tot je zegt dat die er weer is",
                               "last day; else until you say that they are back"});
  }

  void run(Desk& desk, Reply& reply) override {
    absence_.from = from_.value_or(desk.today());
    return give(desk, reply, absence_,
                absence_.to ? desk.say({"{} is afwezig van {} tot en met {}", "{} is away from {} to {}"},
                                       absence_.name, to_string(absence_.from), to_string(*absence_.to))
                            : desk.say({"{} is afwezig vanaf {}; is die er weer: casus team back",
                                        "{} is away from {}; once back: casus team back"},
                                       absence_.name, to_string(absence_.from)));
  }

 private:
  std::optional<Date> from_;
  SetAbsence absence_;
};

class TeamBack final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(back_);
    slots.word(back_.name, {"wie er weer is", "who is back"});
    slots.option("from", from_, {"vanaf welke dag; anders vandaag", "from which day; else today"});
  }

  void run(Desk& desk, Reply& reply) override {
    back_.from = from_.value_or(desk.today());
    return give(desk, reply, back_,
                desk.say({"{} is er weer vanaf {}", "{} is back from {}"}, back_.name, to_string(back_.from)));
  }

 private:
  std::optional<Date> from_;
  EndAbsence back_;
};

class TeamSet final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(set_);
    slots.option(set_.minutes, {"lengte van het wekelijkse casusberaad", "length of the weekly meeting"});
    slots.option(set_.mode, {"strikt of oefenend, voor nieuwe casussen", "strict or coaching, for new cases"});
    slots.option(set_.workflow, {"werkwijze voor nieuwe casussen", "workflow of new cases"});
    slots.option(set_.method, {"methode voor nieuwe casussen", "method of new cases"});
  }

  void run(Desk& desk, Reply& reply) override {
    require(desk, set_.method.value_or(""), set_.workflow.value_or(""));
    return give(desk, reply, set_,
                desk.say({"de instellingen zijn veranderd, voor nieuwe casussen", "settings changed, for new cases"}));
  }

 private:
  SetTeam set_;
};

class PartnerAdd final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(partner_);
    slots.word(partner_.name, {"de organisatie", "the organisation"});
    slots.option(partner_.kind, {"welke groep", "which group"});
    slots.flag("wished", wished_, {"daar willen we mee gaan werken", "we want to work with them"});
    slots.option(partner_.purpose, {"waarvoor", "what for"});
  }

  void run(Desk& desk, Reply& reply) override {
    partner_.partnership = wished_ ? Partnership::wished : Partnership::present;
    return give(desk, reply, partner_,
                desk.say({"{} staat op de partnerkaart: {}", "{} is on the partner map: {}"}, partner_.name,
                         label(partner_.partnership, desk.lang())));
  }

 private:
  AddPartner partner_;
  bool wished_ = false;
};

class PartnerDrop final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(drop_);
    slots.word(drop_.name, {"de organisatie", "the organisation"});
  }

  void run(Desk& desk, Reply& reply) override {
    return give(desk, reply, drop_,
                desk.say({"{} staat niet meer op de partnerkaart", "{} is off the partner map"}, drop_.name));
  }

 private:
  DropPartner drop_;
};

class PartnerMap final : public Verb {
 public:
  Access access() const override { return reads(Ground::house); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto team = desk.service().team().value_or(Team{});
    if (desk.json()) reply.json(report::partners_json(team));
    else reply.text(report::partners_text(team, desk.lang()));
  }
};

class TeamList final : public Verb {
 public:
  Access access() const override { return reads(Ground::house); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto team = desk.service().team();
    if (desk.json()) reply.json(team ? document(*team) : json{{"team", nullptr}});
    else if (team) print(desk, reply, *team);
    else
      reply.line(desk.say({"er is nog geen team; begin met: casus team init NAAM",
                           "there is no team yet; begin with: casus team init NAME"}));
  }

 private:
  static json lines(const std::vector<TeamLine>& all) {
    json out = json::array();
    for (const auto& line : all)
      out.push_back({{"id", line.id},
                     {"changed", line.changed},
                     {"text", line.text},
                     {"theme", line.theme},
                     {"neighbourhood", line.neighbourhood},
                     {"on", to_string(line.on)}});
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
    return {{"team", team.name},
            {"minutes", team.minutes},
            {"mode", key(team.mode)},
            {"workflow", team.workflow},
            {"method", team.method},
            {"members", std::move(members)},
            {"absences", std::move(absences)},
            {"learning", lines(team.learning)},
            {"signals", lines(team.signals)},
            {"phrases", team.phrases}};
  }

  static void print_lines(Desk& desk, Reply& reply, Words heading, const std::vector<TeamLine>& all) {
    if (all.empty()) return;
    reply.line();
    reply.line(desk.say(heading), Tone::strong);
    for (const auto& line : all)
      reply.line(fmt::format("  {} {} {}{}{}", line.id, to_string(line.on),
                             line.theme.empty() ? "" : "[" + line.theme + "] ", line.text,
                             line.changed ? text::msg("mending.mark_changed").in(desk.lang()) : ""));
  }

  static void print_absences(Desk& desk, Reply& reply, const std::vector<Absence>& all) {
    const auto today = desk.today();
    bool first = true;
    for (const auto& it : all) {
      if (it.to && *it.to < today) continue;
      if (std::exchange(first, false)) {
        reply.line();
        reply.line(desk.say({"Afwezig", "Away"}), Tone::strong);
      }
      reply.line(it.to ? desk.say({"  {} van {} tot en met {}", "  {} from {} to {}"}, it.name, to_string(it.from),
                                  to_string(*it.to))
                       : desk.say({"  {} vanaf {}", "  {} from {}"}, it.name, to_string(it.from)));
    }
  }

  static void print(Desk& desk, Reply& reply, const Team& team) {
    const auto lang = desk.lang();
    reply.line(team.name, Tone::strong);
    reply.text(page::field(desk.say({"overleg", "meeting"}), desk.say({"{} minuten", "{} minutes"}, team.minutes)));
    reply.text(page::field(desk.say({"stand", "mode"}), label(team.mode, lang)));
    reply.text(page::field(desk.say({"werkwijze", "workflow"}), team.workflow));
    reply.text(page::field(desk.say({"methode", "method"}), team.method));
    std::vector<page::Row> rows;
    for (const auto& member : team.members) rows.push_back({member.name, member.profession});
    reply.line();
    if (rows.empty())
      reply.line(desk.say(
          {"nog geen leden; voeg toe met: casus team add NAAM", "no members yet; add with: casus team add NAME"}));
    else reply.table(lang == Lang::nl ? page::Row{"naam", "beroep"} : page::Row{"name", "profession"}, rows);
    print_absences(desk, reply, team.absences);
    print_lines(desk, reply, {"Leerlijnen", "Lines of learning"}, team.learning);
    print_lines(desk, reply, {"Signalen", "Signals"}, team.signals);
    if (team.phrases.empty()) return;
    reply.line();
    reply.line(desk.say({"Eigen woorden om op te letten", "Own words to listen for"}), Tone::strong);
    for (const auto& [list, phrases] : team.phrases)
      reply.text(page::field(list, joined({phrases.begin(), phrases.end()}), 30));
  }
};

}  // namespace

Entries team_verbs() {
  return {
      {"team init",
       {"begin een team, eenmaal per register", "begin a team, once per store"},
       {"team init 'Wijkteam Noord' --minutes 90", "team init 'Team North' --minutes 90"},
       fresh<TeamInit>},
      {"team add",
       {"iemand komt bij het team", "somebody joins the team"},
       {"team add Noor 'wijkverpleegkundige'", "team add Noor 'district nurse'"},
       fresh<TeamAdd>},
      {"team absent",
       {"iemand is er een tijd niet; een reden hoeft niet", "somebody is away for a time; no reason needed"},
       {"team absent Noor --from 2026-07-13 --to 2026-07-31", "team absent Noor --from 2026-07-13 --to 2026-07-31"},
       fresh<TeamAbsent>},
      {"team back",
       {"iemand is er weer", "somebody is back"},
       {"team back Noor --from 2026-07-20", "team back Noor --from 2026-07-20"},
       fresh<TeamBack>},
      {"team list",
       {"het team, zijn leerlijnen en signalen", "the team, its learning and signals"},
       {"team list --as Noor", "team list --as Noor"},
       fresh<TeamList>},
      {"team set",
       {"andere instellingen voor nieuwe casussen", "other settings for new cases"},
       {"team set --method solution-focused/reflecting-team", "team set --method solution-focused/reflecting-team"},
       fresh<TeamSet>},
      {"team partner add",
       {"een organisatie op de partnerkaart", "an organisation on the partner map"},
       {"team partner add 'Basisschool De Linde' --kind school --wished --purpose 'Eerder horen hoe het gaat'",
        "team partner add 'Linden Primary School' --kind school --wished --purpose 'Hear sooner how things are'"},
       fresh<PartnerAdd>},
      {"team partner drop",
       {"een organisatie van de kaart halen", "take an organisation off the map"},
       {"team partner drop 'Basisschool De Linde'", "team partner drop 'Linden Primary School'"},
       fresh<PartnerDrop>},
      {"team partner list",
       {"met wie we werken, met wie we willen, en wat er mist", "whom we work with, whom we want, and the gap"},
       {"team partner list --as Noor", "team partner list --as Noor"},
       fresh<PartnerMap>},
  };
}

}  // namespace casus::desk
