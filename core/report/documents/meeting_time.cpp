// SPDX-License-Identifier: EUPL-1.2
#include "core/page/layout.hpp"
#include "core/report/documents/meeting_minutes.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::report {

namespace {

struct Spending {
  int times = 0;
  double planned = 0;
  double spent = 0;
};

page::Row spending_row(std::string name, const Spending& one, const text::Voice& voice) {
  const auto over = one.spent - one.planned;
  return {std::move(name), std::to_string(one.times), number(one.planned, voice), number(one.spent, voice),
          one.planned > 0 ? fmt::format("{}{}", over > 0 ? "+" : "", number(over, voice)) : "-"};
}

}  // namespace

std::string time_text(const std::vector<Meeting>& meetings, const std::vector<CaseRecord>& cases,
                      const Definitions& definitions, Time now, const text::Voice& voice) {
  std::vector<page::Row> days;
  std::map<std::string, Spending> by_case;
  std::map<std::string, Spending> by_step;
  for (const auto& meeting : meetings) {
    Spending all{0, static_cast<double>(meeting.minutes), 0};
    for (const auto& item : meeting.items) {
      if (item.sittings.empty()) continue;
      const auto spent = static_cast<double>(item.spent(now).count()) / 60.0;
      ++all.times;
      all.spent += spent;
      if (item.line.case_id.empty()) continue;
      auto& one = by_case[item.line.case_id];
      ++one.times;
      one.planned += item.line.minutes;
      one.spent += spent;
      const auto record = std::ranges::find(cases, item.line.case_id, &CaseRecord::id);
      if (record == cases.end() || !record->state) continue;
      const Naming names(*record->state, definitions, voice);
      for (const auto& time : step_times(item, *record->state, definitions, now)) {
        auto& step = by_step[fmt::format("{}: {}", names.method_name(time.method),
                                         names.step_name(time.phase, time.method, time.step))];
        ++step.times;
        step.planned += time.planned;
        step.spent += time.spent;
      }
    }
    days.push_back(spending_row(day(meeting.on(), voice), all, voice));
  }
  const auto header = [&](text::Literal id) {
    return page::Row{text::say(voice, id), text::say(voice, "meeting_time.times"),
                     text::say(voice, "meeting_time.planned"), text::say(voice, "meeting_time.used"),
                     text::say(voice, "meeting_time.over")};
  };
  const auto rows_of = [&](const std::map<std::string, Spending>& all) {
    std::vector<page::Row> rows;
    for (const auto& [name, one] : all) rows.push_back(spending_row(name, one, voice));
    return rows;
  };
  auto out =
      page::heading(text::say(voice, "meeting_time.time_minutes")) + page::table(header("meeting_time.meeting"), days);
  if (!by_case.empty()) out += '\n' + page::table(header("meeting_time.case"), rows_of(by_case));
  if (!by_step.empty()) out += '\n' + page::table(header("meeting_time.step"), rows_of(by_step));
  return out;
}

}  // namespace casus::report
