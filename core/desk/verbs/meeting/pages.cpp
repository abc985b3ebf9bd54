// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/page_format.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/verbs/meeting/meeting_verb.hpp"
#include "core/engine/mending/put_right.hpp"
#include "core/report/documents/meeting_minutes.hpp"
#include "core/report/history/naming.hpp"
#include "core/service/meetings/meetings.hpp"
#include "core/text/message.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

/// What remains of meetings: minutes, time.
namespace casus::desk {
namespace {

using nlohmann::json;

/// The cases that these meetings had on the table; of one that this seat may not see, only that it was there.
std::vector<report::CaseRecord> records_of(Desk& desk, const std::vector<Meeting>& meetings,
                                           const std::string& because = {}) {
  std::vector<report::CaseRecord> records;
  std::set<std::string> seen;
  for (const auto& meeting : meetings)
    for (const auto& item : meeting.items) {
      const auto& id = item.line.case_id;
      if (id.empty() || item.sittings.empty() || !seen.insert(id).second) continue;
      auto& record = records.emplace_back();
      record.id = id;
      auto reading = read_in_passing(desk, id, CasePart::texts, because);
      if (!reading) {
        record.withheld = !is_erased(desk, id);
        continue;
      }
      if (reading->state().id != id) {  // it was merged since: what was said that day stands in its own history
        auto own = taken_in_case(desk, reading->state(), id);
        record.events = engine::as_it_reads(own.events);
        record.state = std::move(own.state);
        continue;
      }
      record.events = engine::as_it_reads(history_of(desk, reading->state()));
      record.state = reading->state();
    }
  return records;
}

class MeetingMinutes final : public Verb {
 public:
  Access access() const override { return reads(Ground::meeting); }
  void shape(Slots& slots) override {
    slots.option("date", date_, "help.which_meeting_else_last_started");
    slots.option("format", format_, "help.kind_file");
    slots.option("because", because_, "help.why_also_see_where_table");
    slots.output("out", out_, "help.file_write_else_screen");
  }

  void run(Desk& desk, Reply& reply) override {
    const auto meeting = found_for_team(desk, reply, [&] { return meant(desk); });
    if (!meeting) return;
    if (const auto refusal = not_of_the_team(desk, &*meeting)) return show(desk, reply, *refusal);
    auto page = paper(desk, *meeting);
    const auto format = format_.value_or(PrintFormat::markdown);
    const auto bytes = printed(page, format, desk.voice());
    put_paper(desk, reply, {{"meeting", meeting->id}, {"version", meeting->version}, {"format", key(format)}},
              std::move(page), bytes, out_, "document.minutes_written", Tone::plain, format_.has_value());
  }

 private:
  Meeting meant(Desk& desk) const {
    auto& meetings = desk.meetings();
    if (date_) {
      const auto day = to_string(*date_);
      if (meetings.exists(day)) {
        if (auto meeting = meetings.open(day); meeting.started_at) return meeting;
        throw Usage{desk.say("pages.meeting_has_started_yet_minutes", "day"_is = desk.day(*date_))};
      }
      throw Usage{desk.say("pages.meeting_see", "list"_is = text::way("meeting list"), "day"_is = desk.day(*date_))};
    }
    const auto days = meetings.days();
    for (auto day = days.rbegin(); day != days.rend(); ++day)
      if (auto meeting = meetings.open(*day); meeting.started_at) return meeting;
    throw Usage{desk.say("pages.has_been_meeting_yet_see", "list"_is = text::way("meeting list"))};
  }

  page::Page paper(Desk& desk, const Meeting& meeting) const {
    auto page = report::minutes_page(meeting, records_of(desk, {meeting}, because_), desk.definitions(), desk.now(),
                                     desk.voice());
    const auto days = desk.meetings().days();
    const auto next = std::ranges::find_if(days, [&](const std::string& day) { return day > meeting.id; });
    if (const auto on = next == days.end() ? std::nullopt : date_from(*next))
      page.fact(desk.voice().say(text::msg("minutes.next_meeting")), report::day(*on, desk.voice()));
    if (const auto code = desk.meetings().checkpoint_code(meeting); !code.empty())
      page.fact(desk.voice().say(text::msg("minutes.checkpoint")),
                desk.voice().say(text::msg("minutes.checkpoint_proves", "code"_is = code)));
    return page;
  }

  std::optional<Date> date_;
  std::string because_;
  std::optional<PrintFormat> format_;  ///< nothing: Markdown, and on a terminal text to read
  store::OutputFile out_;
};

class MeetingTime final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    slots.option("weeks", weeks_, "help.over_how_many_weeks_until");
    slots.option("until", until_, "help.until_which_day_else_today");
  }

  void run(Desk& desk, Reply& reply) override {
    if (weeks_ < 1 || weeks_ > 520) throw Usage{desk.say("pages.weeks_1_520")};
    const auto until = until_.value_or(desk.today());
    const auto from = plus_days(until, -7 * weeks_);
    std::vector<Meeting> held;
    for (const auto& day : desk.meetings().days())
      if (auto meeting = desk.meetings().open(day); meeting.started_at && from < meeting.on() && meeting.on() <= until)
        held.push_back(std::move(meeting));
    if (desk.json()) {
      reply.json(document(held, desk.now()));
    } else if (held.empty()) {
      reply.line(desk.say("pages.meeting_held_these_weeks"));
    } else {
      reply.text(report::time_text(held, records_of(desk, held), desk.definitions(), desk.now(), desk.voice()));
    }
  }

 private:
  static json document(const std::vector<Meeting>& held, Time now) {
    json meetings = json::array();
    for (const auto& meeting : held) {
      json items = json::array();
      for (const auto& item : meeting.items)
        if (!item.sittings.empty())
          items.push_back({{"item", item.line.id},
                           {"case", item.line.case_id},
                           {"planned_minutes", item.line.minutes},
                           {"spent_seconds", item.spent(now).count()}});
      meetings.push_back({{"meeting", meeting.id}, {"minutes", meeting.minutes}, {"items", std::move(items)}});
    }
    return {{"meetings", std::move(meetings)}};
  }

  int weeks_ = 8;
  std::optional<Date> until_;
};

}  // namespace

Entries meeting_page_verbs() {
  return {
      {"meeting minutes", "help.minutes_question_method_decisions_agreements", "help.meeting_minutes_date_2026_03",
       fresh<MeetingMinutes>},
      {"meeting time", "help.planned_used_each_meeting_case", "help.meeting_time_weeks_8_as", fresh<MeetingTime>},
  };
}

}  // namespace casus::desk
