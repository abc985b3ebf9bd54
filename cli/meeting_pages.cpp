// SPDX-License-Identifier: EUPL-1.2
#include "cli/meeting_verb.hpp"
#include "core/report/documents/dossier.hpp"
#include "core/report/documents/meeting_minutes.hpp"
#include "core/report/naming.hpp"
#include "core/service/meetings.hpp"

#include <nlohmann/json.hpp>

#include <set>

/// What remains of meetings: minutes, time.
namespace casus::cli {
namespace {

using nlohmann::json;

enum class MinutesFormat { markdown, html };

constexpr std::array<Named<MinutesFormat>, 2> names_of(MinutesFormat) {
  return {{{MinutesFormat::markdown, "md", "markdown", "markdown"}, {MinutesFormat::html, "html", "html", "html"}}};
}

/// The cases that these meetings had on the table.
std::vector<report::CaseRecord> records_of(Context& context, const std::vector<Meeting>& meetings) {
  std::vector<report::CaseRecord> records;
  std::set<std::string> seen;
  for (const auto& meeting : meetings)
    for (const auto& item : meeting.items) {
      const auto& id = item.line.case_id;
      if (id.empty() || item.sittings.empty() || !seen.insert(id).second) continue;
      auto& record = records.emplace_back();
      record.id = id;
      if (!context.service().exists(id)) continue;
      auto state = context.service().open(id);
      if (state.stage.life == Life::erased) continue;
      record.state = std::move(state);
      record.events = context.service().history(id);
    }
  return records;
}

class MeetingMinutes final : public Verb {
 public:
  void shape(Slots& slots) override {
    slots.option("date", date_,
                 {"welk overleg; anders het laatste dat begonnen is", "which meeting; else the last that was started"});
    slots.option("format", format_, {"soort bestand", "kind of file"});
    slots.output("out", out_, {"bestand om te schrijven; anders het scherm", "file to write; else the screen"});
  }

  int run(Context& context) override {
    const auto meeting = meant(context);
    const auto bytes = written(context, meeting);
    return put_document(context, {{"meeting", meeting.id}, {"version", meeting.version}, {"format", key(format_)}},
                        bytes, out_, {"verslag geschreven: {}", "minutes written: {}"}, Screen::Tone::plain);
  }

 private:
  Meeting meant(Context& context) const {
    auto& meetings = context.meetings();
    if (date_) {
      const auto day = to_string(*date_);
      if (meetings.exists(day)) {
        if (auto meeting = meetings.open(day); meeting.started_at) return meeting;
        throw Usage{context.say({"het overleg van {} is nog niet begonnen; een verslag komt daarna",
                                 "the meeting of {} has not started yet; minutes come after"},
                                day)};
      }
      throw Usage{context.say(
          {"op {} is geen overleg; zie: casus meeting list", "there is no meeting on {}; see: casus meeting list"},
          day)};
    }
    const auto days = meetings.days();
    for (auto day = days.rbegin(); day != days.rend(); ++day)
      if (auto meeting = meetings.open(*day); meeting.started_at) return meeting;
    throw Usage{context.say({"er is nog geen overleg geweest; zie: casus meeting list",
                             "there has been no meeting yet; see: casus meeting list"})};
  }

  std::string written(Context& context, const Meeting& meeting) const {
    auto text = report::minutes_markdown(meeting, records_of(context, {meeting}), context.definitions(), context.now(),
                                         context.lang());
    if (format_ == MinutesFormat::markdown) return text;
    return report::dossier_html(
        text, context.say({"Overleg {}", "Meeting {}"}, report::day(meeting.on(), context.lang())), context.lang());
  }

  std::optional<Date> date_;
  MinutesFormat format_ = MinutesFormat::markdown;
  store::OutputFile out_;
};

class MeetingTime final : public Verb {
 public:
  void shape(Slots& slots) override {
    slots.option("weeks", weeks_, {"over hoeveel weken tot nu", "over how many weeks until now"});
    slots.option("until", until_, {"tot en met welke dag; anders vandaag", "until which day; else today"});
  }

  int run(Context& context) override {
    if (weeks_ < 1 || weeks_ > 520) throw Usage{context.say({"--weeks is 1 tot 520", "--weeks is 1 to 520"})};
    const auto until = until_.value_or(context.today());
    const auto from = plus_days(until, -7 * weeks_);
    std::vector<Meeting> held;
    for (const auto& day : context.meetings().days())
      if (auto meeting = context.meetings().open(day);
          meeting.started_at && from < meeting.on() && meeting.on() <= until)
        held.push_back(std::move(meeting));
    if (context.json()) {
      context.screen().json(document(held, context.now()));
    } else if (held.empty()) {
      context.screen().line(context.say({"geen overleg geweest in deze weken", "no meeting was held in these weeks"}));
    } else {
      context.screen().text(
          report::time_text(held, records_of(context, held), context.definitions(), context.now(), context.lang()));
    }
    return kDone;
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
      {"meeting minutes",
       {"het verslag: vraag, methode, besluiten, afspraken, wie het anders ziet",
        "the minutes: question, method, decisions, agreements, who sees it otherwise"},
       {"meeting minutes --date 2026-03-02 --format html --out verslag.html",
        "meeting minutes --date 2026-03-02 --format html --out minutes.html"},
       fresh<MeetingMinutes>},
      {"meeting time",
       {"gepland en gebruikt, per overleg, casus en stap", "planned and used, each meeting, case and step"},
       {"meeting time --weeks 8", "meeting time --weeks 8"},
       fresh<MeetingTime>},
  };
}

}  // namespace casus::cli
