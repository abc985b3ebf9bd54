// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/learning/learning_due.hpp"
#include "core/desk/outsider.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/verbs/meeting/meeting_verb.hpp"
#include "core/learning/pages/pages.hpp"
#include "core/meeting/lengths.hpp"
#include "core/page/layout.hpp"
#include "core/report/agenda_text.hpp"
#include "core/service/meetings/meetings.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

/// Meetings before and after: propose, plan, the agenda by hand, list, show.
namespace casus::desk {
namespace {

using nlohmann::json;

/// Titles of the cases in these lines, as far as this seat may know them; empty for an erased one.
std::map<std::string, std::string> titles_of(Desk& desk, const std::vector<const AgendaLine*>& lines) {
  std::map<std::string, std::string> titles;
  for (const auto* line : lines) {
    if (line->case_id.empty() || !can_be_read(desk, line->case_id)) continue;
    const auto title = title_in_list(desk, line->case_id);
    titles[line->case_id] = title.withheld ? on_screen(desk, title) : title.text;
  }
  return titles;
}

/// Without what was typed about a case of which this seat may not know the title.
Meeting as_seen(Desk& desk, Meeting meeting) {
  const auto is_hidden = [&](const AgendaLine& line, const std::string& typed) {
    return !typed.empty() && !may_know_words_about(desk, line.case_id);
  };
  for (auto& item : meeting.items) {
    if (is_hidden(item.line, item.line.because)) item.line.because.clear();
    if (is_hidden(item.line, item.because)) item.because.clear();
  }
  for (auto& line : meeting.left_off)
    if (is_hidden(line, line.because)) line.because.clear();
  return meeting;
}

json agenda_json(Desk& desk, const Meeting& whole) {
  const auto meeting = as_seen(desk, whole);
  std::vector<const AgendaLine*> lines;
  for (const auto& item : meeting.items) lines.push_back(&item.line);
  for (const auto& line : meeting.left_off) lines.push_back(&line);
  return report::meeting_json(meeting, titles_of(desk, lines), desk.now(), desk.voice());
}

void print_meeting(Desk& desk, Reply& reply, const Meeting& whole, const std::vector<RotaPlace>& rota = {}) {
  const auto meeting = as_seen(desk, whole);
  const auto titles = titles_of(desk, report::lines_on_paper(meeting));
  auto page = report::agenda_page(meeting, titles, desk.now(), desk.voice());
  report::add_rota(page, rota, desk.voice());
  page::Page ours;
  learning::add_stands_for(ours, learning::stands_for(desk.service().team().value_or(Team{})), desk.voice());
  const auto below = ours.sections.empty() ? std::string() : "\n" + page::page_text(ours);
  page.append(std::move(ours));
  reply.text(
      report::agenda_text(meeting, titles, desk.now(), desk.voice()) + report::rota_text(rota, desk.voice()) + below,
      std::move(page));
}

/// Not kept: what a meeting would be if the plan were.
Meeting as_meeting(Desk& desk, Date on, const PlanMeeting& plan) {
  Meeting meeting{.id = to_string(on)};
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
    slots.option("date", date_, "help.which_day_else_today_2");
    slots.option("minutes", minutes_, "help.how_long_else_as_team");
  }

  void run(Desk& desk, Reply& reply) override {
    const auto on = date_.value_or(desk.today());
    if (minutes_ && (*minutes_ < 15 || *minutes_ > 480)) throw Usage{desk.say("agenda.minutes_15_480")};
    const auto proposal = desk.meetings().propose(on, minutes_);
    const auto meeting = as_meeting(desk, on, proposal.plan);
    if (desk.json()) {
      auto document = agenda_json(desk, meeting);
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
    print_meeting(desk, reply, meeting, proposal.rota);
    for (const auto& line : in_words(learning_due(desk, on))) reply.line(desk.voice().say(line));
    reply.line();
    tell_next(desk, reply, on);
  }

 private:
  static void tell_next(Desk& desk, Reply& reply, Date on) {
    auto& meetings = desk.meetings();
    const bool kept = meetings.exists(to_string(on));
    const bool begun = kept && meetings.kept(to_string(on)).value().started_at.has_value();
    const auto plan = kept ? text::way("meeting plan", "date"_is = to_string(on), "again"_is = text::yes())
                           : text::way("meeting plan", "date"_is = to_string(on));
    reply.line(begun
                   ? desk.say("agenda.meeting_has_begun_agenda",
                              "show"_is = text::way("meeting show", "date"_is = to_string(on)), "on"_is = desk.day(on))
                   : desk.say("agenda.keep", "plan"_is = plan),
               Tone::quiet);
    reply.ways.push_back(begun ? text::way("meeting show", "date"_is = to_string(on)) : plan);
  }

  std::optional<Date> date_;
  std::optional<int> minutes_;
};

class MeetingPlan final : public MeetingVerb {
 protected:
  void parameters(Slots& slots) override {
    slots.of(plan_);
    slots.option("minutes", minutes_, "help.how_long_else_as_team");
    slots.option(plan_.chair, "help.chair");
    slots.option(plan_.note_taker, "help.note_taker");
    slots.flag(plan_.again, "help.make_agenda_anew");
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

/// What is typed there is taken, and it is kept that something was: left out, the verb finds the minutes itself.
void may_be_left_out(Slot& minutes, bool& given) {
  minutes.required = false;
  minutes.set = [take = minutes.set, &given](const std::string& typed, const Spelling& how) {
    given = true;
    return take(typed, how);
  };
}

/// Without minutes: as long as the proposal of that day gives the case; where it does not have it, as any review.
class AgendaAdd final : public MeetingVerb {
 protected:
  void parameters(Slots& slots) override {
    slots.of(body_);
    slots.word(body_.case_id, "help.id_case_without_subject_because");
    may_be_left_out(slots.option(body_.minutes, "help.how_long_else_as_proposed"), given_);
    slots.option(body_.because, "help.why_without_names_residents");
    slots.option(body_.part, "help.kind_item");
    slots.option(body_.method, "help.which_method");
    slots.option(body_.presenter, "help.presents");
    slots.option(body_.before, "help.before_which_item");
  }

  MeetingBody body(Desk& desk) override {
    if (!given_) body_.minutes = minutes_for(desk);
    return body_;
  }

  void after(Desk& desk, Reply& reply, const service::MeetingAnswer& answer) override {
    if (given_ || !answer.after) return;
    for (const auto& event : answer.events)
      if (const auto* added = std::get_if<ItemAdded>(&event.body))
        reply.line(desk.say("agenda.other_minutes",
                            "set"_is = text::way("meeting agenda minutes", "item"_is = added->line.id,
                                                 "minutes"_is = text::gap("gap.number"), "date"_is = answer.meeting)),
                   Tone::quiet);
  }

 private:
  int minutes_for(Desk& desk) const {
    if (body_.case_id.empty()) return meeting::kLearning;
    const auto on = date_ ? date_ : date_from(meeting_meant(desk));
    const auto lines = desk.meetings().propose(on.value_or(desk.today()), {}).plan.lines;
    const auto found = std::ranges::find(lines, body_.case_id, &AgendaLine::case_id);
    return found == lines.end() || found->minutes <= 0 ? meeting::kReview : found->minutes;
  }

  AddItem body_;
  bool given_ = false;
};

void parameters_of(Slots& slots, DropItem& body) {
  slots.word(body.item, "help.item_i3_case");
  slots.option(body.because, "help.why_without_names");
}

void parameters_of(Slots& slots, MoveItem& body) {
  slots.word(body.item, "help.item_i3_case");
  slots.option(body.before, "help.before_which_item_else_after");
}

void parameters_of(Slots& slots, SetItemMinutes& body) {
  slots.word(body.item, "help.item_i3_case");
  slots.word(body.minutes, "help.how_long");
}

/// Without minutes: a few for each case.
class AgendaRound final : public MeetingVerb {
 protected:
  void parameters(Slots& slots) override {
    slots.of(body_);
    slots.word(body_.items, "help.items_of_round");
    may_be_left_out(slots.option(body_.minutes, "help.how_long_together"), given_);
  }

  MeetingBody body(Desk& desk) override {
    if (!given_) body_.minutes = meeting::kQuickEach * std::max(2, how_many(desk));
    return body_;
  }

  void after(Desk& desk, Reply& reply, const service::MeetingAnswer& answer) override {
    if (!given_ && answer.after)
      reply.line(desk.say("agenda.other_minutes_round", "minutes"_is = body_.minutes,
                          "set"_is = text::way("meeting agenda round", "items"_is = text::gap("gap.items"),
                                               "minutes"_is = text::gap("gap.number"), "date"_is = answer.meeting)),
                 Tone::quiet);
  }

 private:
  /// One that is named twice is one.
  int how_many(Desk& desk) const {
    const auto day = date_ ? to_string(*date_) : meeting_meant(desk);
    if (!desk.meetings().exists(day)) return 0;
    const auto meeting = desk.meetings().open(day);
    std::set<std::string> ids;
    for (const auto& typed : body_.items) {
      const auto* item = meeting.item(typed);
      ids.insert(item == nullptr ? typed : item->line.id);
    }
    return static_cast<int>(ids.size());
  }

  MakeRound body_;
  bool given_ = false;
};

class MeetingShow final : public Verb {
 public:
  Access access() const override { return reads(Ground::meeting); }
  void shape(Slots& slots) override { slots.option("date", date_, "help.which_meeting_else_one_going"); }

  void run(Desk& desk, Reply& reply) override {
    const auto meeting = found_for_team(desk, reply, [&] { return meant(desk); });
    if (!meeting) return;
    if (const auto refusal = not_of_the_team(desk, &*meeting)) return show(desk, reply, *refusal);
    if (desk.json()) {
      reply.json(agenda_json(desk, *meeting));
    } else {
      tell_forgotten(desk, reply);
      print_meeting(desk, reply, *meeting);
    }
  }

 private:
  Meeting meant(Desk& desk) const {
    const auto day = date_ ? to_string(*date_) : meeting_meant(desk);
    if (!desk.meetings().exists(day))
      throw Usage{desk.say("agenda.meeting_see", "list"_is = text::way("meeting list"),
                           "day"_is = date_ ? desk.day(*date_) : day)};
    return desk.meetings().open(day);
  }

  std::optional<Date> date_;
};

class MeetingList final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override { slots.option("limit", limit_, "help.how_many_last_first"); }

  void run(Desk& desk, Reply& reply) override {
    if (limit_ < 1) throw Usage{desk.say("help.limit_least_1")};
    auto days = desk.meetings().days();
    std::vector<page::Row> rows;
    json all = json::array();
    for (auto day = days.rbegin(); day != days.rend() && static_cast<int>(all.size()) < limit_; ++day) {
      const auto meeting = desk.meetings().kept(*day).value();
      const auto state = report::meeting_state(meeting);
      all.push_back({{"meeting", meeting.id},
                     {"state", key(state)},
                     {"chair", meeting.chair},
                     {"minutes", meeting.minutes},
                     {"items", meeting.items.size()}});
      rows.push_back(
          {desk.day(meeting.on()), label(state, desk.voice()), meeting.chair, std::to_string(meeting.items.size())});
    }
    if (desk.json()) {
      reply.json({{"meetings", std::move(all)}});
    } else if (rows.empty()) {
      reply.line(desk.say("agenda.no_meetings_yet",
                          "plan"_is = text::way("meeting plan", "date"_is = to_string(desk.today()))));
    } else {
      tell_forgotten(desk, reply);
      reply.table({desk.say("agenda.column_day"), desk.say("agenda.column_state"), desk.say("agenda.column_chair"),
                   desk.say("agenda.column_items")},
                  rows);
      if (days.size() > rows.size())
        reply.line(desk.say("agenda.more_meetings", "count"_is = days.size() - rows.size(),
                            "all"_is = text::way("meeting list", "limit"_is = days.size())),
                   Tone::quiet);
    }
  }

 private:
  int limit_ = 20;
};

}  // namespace

Entries meeting_verbs() {
  return {
      {"meeting propose", "help.agenda_proposes_itself_why_each", "help.meeting_propose_date_2026_03",
       fresh<MeetingPropose>},
      {"meeting plan", "help.keep_proposed_agenda_can_changed", "help.meeting_plan_date_2026_03", fresh<MeetingPlan>},
      {"meeting show", "help.agenda_what_done_table", "help.meeting_show", fresh<MeetingShow>},
      {"meeting list", "help.all_meetings_last_first", "help.meeting_list", fresh<MeetingList>},
      {"meeting agenda add", "help.case_subject_agenda", "help.meeting_agenda_add_2026_001", fresh<AgendaAdd>},
      {"meeting agenda drop", "help.take_item_off_agenda", "help.meeting_agenda_drop_i3_because",
       fresh<PlainMeeting<DropItem, parameters_of>>},
      {"meeting agenda move", "help.item_another_place", "help.meeting_agenda_move_i4_before",
       fresh<PlainMeeting<MoveItem, parameters_of>>},
      {"meeting agenda minutes", "help.item_longer_shorter", "help.meeting_agenda_minutes_i4_20",
       fresh<PlainMeeting<SetItemMinutes, parameters_of>>},
      {"meeting agenda round", "help.cases_in_one_round", "help.meeting_agenda_round_example", fresh<AgendaRound>},
  };
}

}  // namespace casus::desk
