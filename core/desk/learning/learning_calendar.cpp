// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/learning/learning_calendar.hpp"

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
  void add_circle(const learning::Session& seen) {
    const auto& circle = *seen.circle;
    for (const auto& one : circle.steps)
      add(seen, one.id, one.by_when, msg("learn.calendar.circle"), one.who + ": " + one.what,
          circle.cancelled || one.state == Done::done || one.state == Done::not_done);
    if (circle.feedback_until)
      add(seen, "feedback", *circle.feedback_until, msg("learn.calendar.feedback"), {}, !circle.going_on());
  }
  void add_book(const learning::Session& seen) {
    for (const auto& one : seen.book.sentences) {
      if (one.trial_ends)
        add(seen, one.id + "-trial", *one.trial_ends, msg("learn.calendar.trial", "sentence"_is = one.id), one.text,
            one.state != learning::SentenceState::on_trial);
      if (one.review_on)
        add(seen, one.id + "-review", *one.review_on, msg("learn.calendar.review", "sentence"_is = one.id), one.text,
            one.state != learning::SentenceState::adopted);
    }
  }
  void add_scan(const learning::Session& seen) {
    if (seen.scan->until) add(seen, "until", *seen.scan->until, msg("learn.calendar.scan"), {}, !seen.scan->open());
  }
  void add_area(const learning::Session& seen) {
    if (seen.area->next_on) add(seen, "next", *seen.area->next_on, msg("learn.calendar.area"), {}, false);
  }
  void add_contributions(const Team& team) {
    learning::Session none{.id = "area"};
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
  for (const auto* kind : {"scan", "course", "circle", "paper", "area"})
    for (const auto& id : desk.learning().sessions(kind)) {
      if (!session.empty() && id != session) continue;
      const auto seen = desk.learning().look(id, {});
      if (!seen) continue;
      if (seen->scan) days.add_scan(*seen);
      if (seen->course) days.add_course(*seen);
      if (seen->circle) days.add_circle(*seen);
      if (seen->paper && seen->paper->is_out()) days.add_paper(*seen);
      if (seen->area) days.add_area(*seen);
    }
  if (session.empty())
    if (const auto book = desk.learning().look(std::string(kBookSession), {})) days.add_book(*book);
  if (session.empty())
    if (const auto team = desk.service().team()) days.add_contributions(*team);
  return std::move(days.entries);
}

}  // namespace casus::desk
