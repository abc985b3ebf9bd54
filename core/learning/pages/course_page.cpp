// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/decide/deciding.hpp"
#include "core/learning/pages/pages.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

/// A course on paper: the plan with its numbers, a sheet for a meeting, and what one person did in it.
namespace casus::learning {
namespace {

using nlohmann::json;

/// "21", "2,5" and "2.5": no more than one place, and none when it is whole.
std::string number_in(double number, const text::Voice& voice) {
  auto out = fmt::format("{:.1f}", number);
  if (out.ends_with(".0")) out.resize(out.size() - 2);
  if (voice.lang() == Lang::nl) std::ranges::replace(out, '.', ',');
  return out;
}

std::string hours_in(int minutes, const text::Voice& voice) {
  constexpr double kMinutes = 60;
  return number_in(minutes / kMinutes, voice);
}

std::string theme_of(const Course& course, const PlannedMeeting& meeting, const text::Voice& voice) {
  const auto* made = course.instrument.meeting(meeting.id);
  const auto title = made != nullptr ? made->title.in(voice) : meeting.id;
  if (!meeting.topic.empty())
    return voice.say("learn.course.filled", "title"_is = title, "topic"_is = meeting.topic,
                     "grew"_is = text::label(meeting.grew));
  return made != nullptr && (made->open || made->empty) ? voice.say("learn.course.to_fill", "title"_is = title) : title;
}

/// "b1 Zelfregie": what is typed, and what it is about.
std::string title_of(const Course& course, const std::string& id, const text::Voice& voice) {
  const auto found = std::ranges::find(course.meetings, id, &PlannedMeeting::id);
  const auto* made = course.instrument.meeting(id);
  if (found != course.meetings.end() && !found->topic.empty()) return id + " " + found->topic;
  return made != nullptr ? id + " " + made->title.in(voice) : id;
}

std::string meeting_standing(const PlannedMeeting& meeting, const text::Voice& voice) {
  if (meeting.dropped) return voice.say("learn.course.dropped", "because"_is = meeting.because);
  return meeting.held ? voice.say("learn.course.held", "count"_is = meeting.count) : std::string();
}

void add_totals(page::Page& page, const Course& course, const text::Voice& voice) {
  page.section(voice.say("learn.course.totals"));
  std::vector<page::Row> rows;
  for (const auto& one : totals_compared(course)) {
    const auto wanted =
        one.total->least == one.total->most
            ? std::to_string(one.total->least)
            : voice.say("learn.course.from_to", "least"_is = one.total->least, "most"_is = one.total->most);
    rows.push_back({one.total->title.in(voice), number_in(one.is, voice), wanted,
                    marked(one.total->mark, one.total->source, voice),
                    voice.say(one.departs ? msg("learn.course.departs") : msg("learn.course.fits"))});
  }
  page.table({"", voice.say("learn.course.here"), voice.say("learn.course.there_number"),
              voice.say("learn.page.title_mark"), ""},
             rows, {1});
}

void add_meeting_marks(page::Page& page, const Course& course, const text::Voice& voice) {
  std::vector<page::Row> rows;
  for (const auto& one : course.instrument.meetings)
    rows.push_back({one.id, one.title.in(voice), marked(one.mark, one.source, voice),
                    voice.say("learn.course.hours_mark", "parts"_is = text::label(one.parts.front().mark),
                              "study"_is = text::label(one.study_mark))});
  page.table({voice.say("learn.page.item"), voice.say("learn.page.title"), voice.say("learn.page.title_mark"),
              voice.say("learn.course.hours")},
             rows);
}

/// Sentences that grew out of a WERF talk since the course began: so many, and so many of them adopted.
std::pair<int, int> sentences_since(const Playbook& book, Date from) {
  std::pair<int, int> out;
  for (const auto& one : book.sentences) {
    if (one.grew != SentenceFrom::werf || one.moments.front().on < from) continue;
    ++out.first;
    out.second += one.state == SentenceState::adopted ? 1 : 0;
  }
  return out;
}

}  // namespace

page::Page course_page(const Session& seen, const Playbook& book, const text::Voice& voice) {
  const auto& course = *seen.course;
  page::Page page;
  page.title = course.instrument.name.in(voice);
  page.section({});
  if (course.cancelled) {
    page.notice(voice.say("learn.course.was_cancelled", "because"_is = course.because));
    return page;
  }
  page.notice(voice.say("learn.course.no_certificate"));
  page.paragraph(course.instrument.summary.in(voice));
  page.paragraph(voice.say("learn.course.period", "from"_is = text::day_in_words(course.begins(), voice),
                           "to"_is = text::day_in_words(course.ends(), voice)));
  std::vector<page::Row> rows;
  for (const auto& one : course.meetings)
    rows.push_back({one.id, text::day_in_words(one.on, voice), theme_of(course, one, voice),
                    hours_in(one.minutes, voice), std::to_string(one.study), meeting_standing(one, voice)});
  page.section(voice.say("learn.course.meetings"));
  page.table({"", voice.say("learn.own.day"), voice.say("learn.course.theme"), voice.say("learn.course.hours"),
              voice.say("learn.course.study"), ""},
             rows, {3, 4});
  if (!course.to_fill().empty())
    page.paragraph(page::Line().way_on(voice.say("learn.course.fill_way", "fill"_is = way("learn course fill"))));
  add_totals(page, course, voice);
  const auto held = std::ranges::count_if(course.meetings, [](const PlannedMeeting& one) { return one.held; });
  const auto sentences = sentences_since(book, course.begins());
  page.section(voice.say("learn.course.came"));
  page.bullet(voice.say("learn.course.came_held", "held"_is = held, "all"_is = course.meetings.size()));
  page.bullet(voice.say("learn.course.came_sentences", "count"_is = sentences.first, "adopted"_is = sentences.second));
  add_marks(page, course.instrument, voice);
  add_meeting_marks(page, course, voice);
  return page;
}

json course_json(const Session& seen, const Playbook& book) {
  const auto& course = *seen.course;
  json meetings = json::array(), totals = json::array();
  for (const auto& one : course.meetings)
    meetings.push_back({{"id", one.id},
                        {"on", to_string(one.on)},
                        {"minutes", one.minutes},
                        {"study", one.study},
                        {"topic", one.topic},
                        {"grew", one.topic.empty() ? json() : json(key(one.grew))},
                        {"dropped", one.dropped},
                        {"held", one.held},
                        {"present", one.count}});
  for (const auto& one : totals_compared(course))
    totals.push_back({{"id", one.total->id},
                      {"is", one.is},
                      {"least", one.total->least},
                      {"most", one.total->most},
                      {"departs", one.departs}});
  const auto sentences = sentences_since(book, course.begins());
  return {{"course", seen.id},
          {"cancelled", course.cancelled},
          {"meetings", std::move(meetings)},
          {"totals", std::move(totals)},
          {"sentences", sentences.first},
          {"adopted", sentences.second},
          {"marks", instrument_json(course.instrument)}};
}

page::Page course_sheet(const Session& seen, std::string_view id, const text::Voice& voice) {
  const auto& course = *seen.course;
  const auto& meeting = *course.meeting(id);
  const auto* made = course.instrument.meeting(id);
  page::Page page;
  page.title = theme_of(course, meeting, voice);
  page.section({});
  page.paragraph(text::day_in_words(meeting.on, voice) +
                 (made != nullptr ? " (" + marked(made->mark, made->source, voice) + ")" : ""));
  page.section(voice.say("learn.course.parts"));
  int planned = 0;
  if (made != nullptr)
    for (const auto& part : made->parts) {
      const auto* line = course.instrument.item(part.line);
      planned += part.minutes;
      page.bullet(voice.say("learn.course.part", "line"_is = line != nullptr ? line->title.in(voice) : part.line,
                            "minutes"_is = part.minutes, "mark"_is = text::label(part.mark)));
      if (line != nullptr) page.detail(line->text.in(voice));
    }
  if (planned != meeting.minutes)
    page.paragraph(voice.say("learn.course.other_length", "minutes"_is = meeting.minutes));
  if (made != nullptr && !made->before.empty()) page.fact(voice.say("learn.course.before"), made->before.in(voice));
  if (made != nullptr && !made->after.empty()) page.fact(voice.say("learn.course.after"), made->after.in(voice));
  if (meeting.study > 0) page.fact(voice.say("learn.course.study"), std::to_string(meeting.study));
  page.section(voice.say("learn.course.homework"));
  std::vector<page::Row> rows;
  for (const auto* item : course.instrument.in_group("homework")) rows.push_back({item->text.in(voice), "", ""});
  page.table_to_fill({voice.say("learn.course.the_homework_column"), voice.say("learn.course.my_words"),
                      voice.say("learn.course.what_came")},
                     rows);
  page.section(voice.say("learn.course.who_there"));
  page.table_to_fill({voice.say("learn.course.name"), voice.say("learn.course.sign")},
                     std::vector<page::Row>(8, page::Row{"", ""}));
  page.section(voice.say("learn.page.marks"));
  page.paragraph(marks_in_short(course.instrument, voice));
  return page;
}

page::Page course_mine_page(const Session& seen, std::string_view person, const text::Voice& voice) {
  const auto& course = *seen.course;
  const auto done = hours_done(course, person);
  page::Page page;
  page.title = course.instrument.name.in(voice);
  page.section({});
  page.notice(voice.say("learn.course.yours_alone"));
  page.fact(voice.say("learn.course.was_there"), voice.say("learn.course.was_there_count", "count"_is = done.meetings,
                                                           "hours"_is = hours_in(done.minutes, voice)));
  page.fact(voice.say("learn.course.study_of_those"), std::to_string(done.study));
  std::vector<page::Row> rows;
  for (const auto& one : course.homework)
    if (one.person == person)
      rows.push_back(
          {one.id, title_of(course, one.meeting, voice), voice.say(text::label(one.kind)), one.text, one.outcome});
  page.section(voice.say("learn.course.homework"));
  if (rows.empty())
    page.paragraph(page::Line(voice.say("learn.course.no_homework"))
                       .way_on(voice.say("learn.begin_with", "way"_is = way("learn course homework",
                                                                            "meeting"_is = gap(), "text"_is = gap()))));
  else
    page.table({"", voice.say("learn.course.meeting"), "", voice.say("learn.course.my_words"),
                voice.say("learn.course.what_came")},
               rows);
  page.section(voice.say("learn.course.taken"));
  bool any = false;
  for (const auto& one : course.taken) {
    if (one.person != person) continue;
    page.bullet(one.id + "  " + one.text);
    any = true;
  }
  if (!any)
    page.paragraph(page::Line(voice.say("learn.nothing_yet"))
                       .way_on(voice.say("learn.begin_with", "way"_is = way("learn course take", "text"_is = gap()))));
  return page;
}

json course_mine_json(const Session& seen, std::string_view person) {
  const auto& course = *seen.course;
  const auto done = hours_done(course, person);
  json homework = json::array(), taken = json::array();
  for (const auto& one : course.homework)
    if (one.person == person)
      homework.push_back({{"id", one.id},
                          {"meeting", one.meeting},
                          {"kind", key(one.kind)},
                          {"text", one.text},
                          {"outcome", one.outcome}});
  for (const auto& one : course.taken)
    if (one.person == person) taken.push_back({{"id", one.id}, {"text", one.text}});
  return {{"course", seen.id},   {"meetings", done.meetings},       {"minutes", done.minutes},
          {"study", done.study}, {"homework", std::move(homework)}, {"taken", std::move(taken)}};
}

}  // namespace casus::learning
