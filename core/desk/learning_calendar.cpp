// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/learning_calendar.hpp"

#include "core/desk/desk.hpp"
#include "core/page/safe_text.hpp"

namespace casus::desk {
namespace {

using text::msg;

class Days {
 public:
  Days(Desk& desk, bool texts) : desk_(desk), texts_(texts) {}

  void add_course(const learning::Session& seen) {
    const auto& course = *seen.course;
    for (const auto& one : course.meetings) {
      const auto* made = course.instrument.meeting(one.id);
      const auto about = !one.topic.empty() ? one.topic : made != nullptr ? made->title.in(desk_.voice()) : one.id;
      add(seen, one.id, one.on, msg("learn.calendar.course", "meeting"_is = one.id), about,
          course.cancelled || one.dropped);
    }
  }
  void add_paper(const learning::Session& seen) {
    for (const auto& one : seen.paper->promises)
      add(seen, one.id, one.by_when, msg("learn.calendar.promise", "number"_is = seen.paper->number),
          one.who + ": " + one.what, seen.paper->cancelled);
  }
  void add_area(const learning::Session& seen) {
    if (seen.area->next_on) add(seen, "next", *seen.area->next_on, msg("learn.calendar.area"), {}, false);
  }
  void add_contributions(const Team& team) {
    learning::Session none;
    none.id = "area";
    for (const auto& focus : team.focuses)
      for (std::size_t i = 0; i < focus.contributions.size(); ++i) {
        const auto& part = focus.contributions[i];
        if (part.by_when)
          add(none, focus.chosen.id + "-" + std::to_string(i + 1), *part.by_when,
              msg("learn.calendar.contribution", "focus"_is = focus.chosen.id), part.who + ": " + part.what,
              focus.state != Done::open);
      }
  }

  std::vector<report::CalendarEntry> entries;

 private:
  void add(const learning::Session& seen, const std::string& part, Date on, const text::Message& what,
           const std::string& words, bool over) {
    auto summary = desk_.voice().say(what);
    if (texts_ && !words.empty()) summary += ": " + page::one_line(words);
    entries.push_back({seen.id + "-" + part + "@casusberaad", seen.changed_at, seen.version, over, on, std::nullopt,
                       std::nullopt, std::move(summary)});
  }

  Desk& desk_;
  bool texts_;
};

}  // namespace

std::vector<report::CalendarEntry> learning_days(Desk& desk, bool texts, const std::string& session) {
  Days days(desk, texts);
  for (const auto* kind : {"course", "paper", "area"})
    for (const auto& id : desk.learning().sessions(kind)) {
      if (!session.empty() && id != session) continue;
      const auto seen = desk.learning().look(id, {});
      if (!seen) continue;
      if (seen->course) days.add_course(*seen);
      if (seen->paper && seen->paper->is_out()) days.add_paper(*seen);
      if (seen->area) days.add_area(*seen);
    }
  if (session.empty())
    if (const auto team = desk.service().team()) days.add_contributions(*team);
  return std::move(days.entries);
}

}  // namespace casus::desk
