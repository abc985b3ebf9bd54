// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/answers.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/verbs/meeting/meeting_verb.hpp"
#include "core/page/layout.hpp"
#include "core/report/agenda_text.hpp"
#include "core/service/meetings.hpp"

#include <nlohmann/json.hpp>

#include <map>

/// Meetings before and after: propose, plan, the agenda by hand, list, show.
namespace casus::desk {
namespace {

using nlohmann::json;

/// Titles of the cases on an agenda, as far as this seat may know them; empty for an erased one.
std::map<std::string, std::string> titles_of(Desk& desk, const Meeting& meeting) {
  std::map<std::string, std::string> titles;
  const auto add = [&](const AgendaLine& line) {
    if (line.case_id.empty() || !desk.service().exists(line.case_id)) return;
    const auto title = title_in_list(desk, line.case_id);
    titles[line.case_id] = title.withheld ? on_screen(desk, title) : title.text;
  };
  for (const auto& item : meeting.items) add(item.line);
  for (const auto& line : meeting.left_off) add(line);
  return titles;
}

void print_meeting(Desk& desk, Reply& reply, const Meeting& meeting) {
  reply.text(report::agenda_text(meeting, titles_of(desk, meeting), desk.now(), desk.lang()));
}

/// Not kept: what a meeting would be if the plan were.
Meeting as_meeting(Desk& desk, Date on, const PlanMeeting& plan) {
  Meeting meeting;
  meeting.id = to_string(on);
  meeting::evolve(meeting, {desk.now(), "", MeetingPlanned{plan}});
  int number = 0;
  for (auto& item : meeting.items) item.line.id = fmt::format("i{}", ++number);
  meeting.version = 0;
  return meeting;
}

class MeetingPropose final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    slots.option("date", date_, {"voor welke dag; anders vandaag", "for which day; else today"});
    slots.option("minutes", minutes_, {"hoe lang; anders zoals bij het team staat", "how long; else as the team says"});
  }

  void run(Desk& desk, Reply& reply) override {
    const auto on = date_.value_or(desk.today());
    if (minutes_ && (*minutes_ < 15 || *minutes_ > 480))
      throw Usage{desk.say({"--minutes is 15 tot 480", "--minutes is 15 to 480"})};
    const auto proposal = desk.meetings().propose(on, minutes_);
    const auto meeting = as_meeting(desk, on, proposal.plan);
    if (desk.json()) {
      auto document = report::meeting_json(meeting, titles_of(desk, meeting), desk.now(), desk.lang());
      document["rota"] = json::array();
      for (const auto& place : proposal.rota)
        document["rota"].push_back({{"name", place.name},
                                    {"turns", place.turns},
                                    {"last", place.last ? json(to_string(*place.last)) : json()},
                                    {"away", place.away}});
      reply.json(document);
      return;
    }
    tell_forgotten(desk, reply);
    print_meeting(desk, reply, meeting);
    reply.text(report::rota_text(proposal.rota, desk.lang()));
    reply.line();
    tell_next(desk, reply, on);
  }

 private:
  static void tell_next(Desk& desk, Reply& reply, Date on) {
    auto& meetings = desk.meetings();
    const bool kept = meetings.exists(to_string(on));
    const bool begun = kept && meetings.open(to_string(on)).started_at.has_value();
    const std::string_view again = kept ? " --again" : "";
    reply.line(
        begun ? desk.say({"het overleg van {} is al begonnen; de agenda daarvan: casus meeting show --date {}{}",
                          "the meeting of {} has begun; its agenda: casus meeting show --date {}{}"},
                         to_string(on), to_string(on), desk.look_option())
              : desk.say({"zo bewaren: casus meeting plan --date {}{}{}", "keep it: casus meeting plan --date {}{}{}"},
                         to_string(on), again, desk.look_option()),
        Tone::quiet);
  }

  std::optional<Date> date_;
  std::optional<int> minutes_;
};

class MeetingPlan final : public MeetingVerb {
 protected:
  void parameters(Slots& slots) override {
    slots.of(plan_);
    slots.option("minutes", minutes_, {"hoe lang; anders zoals bij het team staat", "how long; else as the team says"});
    slots.option(plan_.chair, {"gespreksleider", "chair"});
    slots.option(plan_.note_taker, {"verslaglegger", "note-taker"});
    slots.flag(plan_.again, {"maak de agenda opnieuw", "make the agenda anew"});
  }

  std::string meant(Desk& desk, Reply&) override { return to_string(desk.today()); }

  MeetingBody body(Desk& desk) override {
    const auto on = date_.value_or(desk.today());
    auto plan = desk.meetings().propose(on, minutes_, plan_.chair, plan_.note_taker).plan;
    plan.again = plan_.again;
    return plan;
  }

  void after(Desk& desk, Reply& reply, const service::MeetingAnswer& answer) override {
    if (answer.after) print_meeting(desk, reply, *answer.after);
  }

 private:
  std::optional<int> minutes_;
  PlanMeeting plan_;
};

void parameters_of(Slots& slots, AddItem& body) {
  slots.word(body.case_id, {"nummer van de casus; zonder: een onderwerp in --because",
                            "id of the case; without: a subject in --because"});
  slots.option(body.minutes, {"hoe lang", "how long"});
  slots.option(body.because, {"waarom, zonder namen van inwoners", "why, without names of residents"});
  slots.option(body.part, {"soort punt", "kind of item"});
  slots.option(body.method, {"met welke methode", "by which method"});
  slots.option(body.presenter, {"wie het inbrengt", "who presents it"});
  slots.option(body.before, {"voor welk punt", "before which item"});
}

void parameters_of(Slots& slots, DropItem& body) {
  slots.word(body.item, {"punt (i3) of casus", "item (i3) or case"});
  slots.option(body.because, {"waarom, zonder namen", "why, without names"});
}

void parameters_of(Slots& slots, MoveItem& body) {
  slots.word(body.item, {"punt (i3) of casus", "item (i3) or case"});
  slots.option(body.before,
               {"voor welk punt; anders na de andere casussen", "before which item; else after the other cases"});
}

void parameters_of(Slots& slots, SetItemMinutes& body) {
  slots.word(body.item, {"punt (i3) of casus", "item (i3) or case"});
  slots.word(body.minutes, {"hoe lang", "how long"});
}

class MeetingShow final : public Verb {
 public:
  Access access() const override { return reads(Ground::meeting); }
  void shape(Slots& slots) override {
    slots.option(
        "date", date_,
        {"welk overleg; anders het lopende, of het volgende", "which meeting; else the one going on, or the next"});
  }

  void run(Desk& desk, Reply& reply) override {
    const auto day = date_ ? to_string(*date_) : meeting_meant(desk);
    if (!desk.meetings().exists(day))
      throw Usage{desk.say(
          {"op {} is geen overleg; zie: casus meeting list", "there is no meeting on {}; see: casus meeting list"},
          day)};
    const auto meeting = desk.meetings().open(day);
    if (const auto refusal = not_of_the_team(desk, &meeting)) return show(desk, reply, *refusal);
    if (desk.json()) {
      reply.json(report::meeting_json(meeting, titles_of(desk, meeting), desk.now(), desk.lang()));
    } else {
      tell_forgotten(desk, reply);
      print_meeting(desk, reply, meeting);
    }
  }

 private:
  std::optional<Date> date_;
};

class MeetingList final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    slots.option("limit", limit_, {"hoeveel, de laatste eerst", "how many, the last first"});
  }

  void run(Desk& desk, Reply& reply) override {
    if (limit_ < 1) throw Usage{desk.say({"--limit is minstens 1", "--limit is at least 1"})};
    auto days = desk.meetings().days();
    std::vector<page::Row> rows;
    json all = json::array();
    for (auto day = days.rbegin(); day != days.rend() && static_cast<int>(all.size()) < limit_; ++day) {
      const auto meeting = desk.meetings().open(*day);
      const auto state = report::meeting_state(meeting);
      all.push_back({{"meeting", meeting.id},
                     {"state", key(state)},
                     {"chair", meeting.chair},
                     {"minutes", meeting.minutes},
                     {"items", meeting.items.size()}});
      rows.push_back(
          {meeting.id, std::string(label(state, desk.lang())), meeting.chair, std::to_string(meeting.items.size())});
    }
    if (desk.json()) {
      reply.json({{"meetings", std::move(all)}});
    } else if (rows.empty()) {
      reply.line(desk.say({"nog geen overleg; plan er een: casus meeting plan --date 2026-03-02",
                           "no meetings yet; plan one: casus meeting plan --date 2026-03-02"}));
    } else {
      tell_forgotten(desk, reply);
      reply.table(desk.lang() == Lang::nl ? page::Row{"dag", "stand", "gespreksleider", "punten"}
                                          : page::Row{"day", "state", "chair", "items"},
                  rows);
    }
  }

 private:
  int limit_ = 20;
};

}  // namespace

Entries meeting_verbs() {
  return {
      {"meeting propose",
       {"de agenda die zichzelf voorstelt, met per punt waarom", "the agenda that proposes itself, and why each item"},
       {"meeting propose --date 2026-03-02 --minutes 90 --as Noor",
        "meeting propose --date 2026-03-02 --minutes 90 --as Noor"},
       fresh<MeetingPropose>},
      {"meeting plan",
       {"bewaar de voorgestelde agenda; daarna kan hij anders", "keep the proposed agenda; it can be changed after"},
       {"meeting plan --date 2026-03-02 --minutes 90 --chair Samira --as Noor",
        "meeting plan --date 2026-03-02 --minutes 90 --chair Samira --as Noor"},
       fresh<MeetingPlan>},
      {"meeting show",
       {"de agenda, met wat klaar is en wat nu op tafel ligt", "the agenda, with what is done and on the table"},
       {"meeting show --as Noor", "meeting show --as Noor"},
       fresh<MeetingShow>},
      {"meeting list",
       {"alle overleggen, het laatste eerst", "all meetings, the last first"},
       {"meeting list --as Noor", "meeting list --as Noor"},
       fresh<MeetingList>},
      {"meeting agenda add",
       {"een casus of onderwerp op de agenda", "a case or subject on the agenda"},
       {"meeting agenda add 2026-001 --minutes 10 --because 'De huisarts belde' --as Noor",
        "meeting agenda add 2026-001 --minutes 10 --because 'The GP phoned' --as Noor"},
       fresh<PlainMeeting<AddItem, parameters_of>>},
      {"meeting agenda drop",
       {"een punt van de agenda", "take an item off the agenda"},
       {"meeting agenda drop i3 --because 'Volgende week' --as Noor",
        "meeting agenda drop i3 --because 'Next week' --as Noor"},
       fresh<PlainMeeting<DropItem, parameters_of>>},
      {"meeting agenda move",
       {"een punt op een andere plek", "an item in another place"},
       {"meeting agenda move i4 --before i2 --as Noor", "meeting agenda move i4 --before i2 --as Noor"},
       fresh<PlainMeeting<MoveItem, parameters_of>>},
      {"meeting agenda minutes",
       {"een punt langer of korter", "an item longer or shorter"},
       {"meeting agenda minutes i4 20 --as Noor", "meeting agenda minutes i4 20 --as Noor"},
       fresh<PlainMeeting<SetItemMinutes, parameters_of>>},
  };
}

}  // namespace casus::desk
