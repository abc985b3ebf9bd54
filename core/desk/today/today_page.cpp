// SPDX-License-Identifier: EUPL-1.2
#include "core/base/recurrence.hpp"
#include "core/desk/today/today.hpp"
#include "core/page/safe_text.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <nlohmann/json.hpp>

#include <ranges>

/// Today as a page, and as a document for a program.
namespace casus::desk {
namespace {

using nlohmann::json;

/// Lines of a meeting that are in no case, with a way on that leads to them now.
std::string of_no_case(const Today& today, const text::Voice& voice) {
  if (today.meeting && today.meeting->on == today.on)
    return voice.say("today.aside", "count"_is = today.aside, "run"_is = text::way("meeting run"));
  if (today.ended)
    return voice.say(
        "today.aside_reopen", "count"_is = today.aside,
        "reopen"_is = text::way("meeting reopen", "because"_is = text::gap(), "date"_is = to_string(*today.ended)));
  if (today.meeting)
    return voice.say("today.aside_later", "count"_is = today.aside,
                     "day"_is = text::day_in_full(today.meeting->on, voice));
  return voice.say("today.aside_plan", "count"_is = today.aside, "plan"_is = text::way("meeting plan"));
}

void add_meeting(page::Page& page, const Today& today, const text::Voice& voice) {
  if (today.closed) {
    page.notice(voice.say("today.team_closed", "on"_is = text::day_in_words(*today.closed, voice)));
    if (!today.closed_because.empty()) page.paragraph(today.closed_because);
    return;
  }
  if (today.outside) {
    page.notice(voice.say("today.outside", "who"_is = today.who));
    page.paragraph(voice.say("today.outside_do", "who"_is = today.who,
                             "add"_is = text::way("team add", "name"_is = today.who, "as"_is = text::gap("gap.name"))));
    return;
  }
  page.section(voice.say("today.meeting"));
  if (today.ended) {
    const auto day = to_string(*today.ended);
    page.paragraph(voice.say("today.meeting_ended", "minutes"_is = text::way("meeting minutes", "date"_is = day),
                             "reopen"_is = text::way("meeting reopen", "because"_is = text::gap(), "date"_is = day)));
  }
  if (!today.meeting) {
    page.paragraph(voice.say("today.no_meeting", "plan"_is = text::way("meeting plan")));
  } else {
    const auto& then = *today.meeting;
    const auto what = voice.say("today.meeting_holds", "cases"_is = then.cases, "minutes"_is = then.minutes);
    if (then.on != today.on)
      page.paragraph(voice.say("today.meeting_later", "day"_is = text::day_in_full(then.on, voice), "what"_is = what));
    else if (then.started)
      page.paragraph(voice.say("today.meeting_now", "chair"_is = then.chair, "run"_is = text::way("meeting run")));
    else
      page.paragraph(voice.say("today.meeting_today", "chair"_is = then.chair, "run"_is = text::way("meeting run"),
                               "what"_is = what));
  }
  if (today.aside > 0) page.notice(of_no_case(today, voice));
  for (const auto day : today.never_ended)
    page.notice(voice.say("today.never_ended", "day"_is = text::day_in_full(day, voice),
                          "finish"_is = text::way("meeting finish", "date"_is = to_string(day))));
}

void add_agreed(page::Page& page, const Today& today, const text::Voice& voice, bool checks) {
  std::vector<page::Row> rows;
  for (const auto& one : today.agreed) {
    if (one.checks != checks) continue;
    const auto what = in_words(one, voice);
    rows.push_back(
        {when_due(today, one.by_when, voice), checks ? one.who + ": " + what : what, one.case_id + ' ' + one.action});
  }
  if (rows.empty()) return;
  page.section(checks ? voice.say("today.to_check") : voice.say("today.my_actions"));
  page.table({voice.say("today.column_when"), voice.say("today.column_what"), voice.say("today.column_case")}, rows);
}

void add_what_came_in(page::Page& page, const Today& today, const text::Voice& voice) {
  std::vector<page::Row> rows;
  for (const auto& one : today.came_in)
    rows.push_back({one.unseen ? voice.say("today.unseen", "day"_is = text::day_in_words(one.on, voice))
                               : text::day_in_words(one.on, voice),
                    page::one_line((one.danger ? voice.say("today.came_in_danger") + ' ' : std::string()) + one.who +
                                   ' ' + one.what),
                    one.case_id});
  if (rows.empty()) return;
  page.section(voice.say("today.came_in"));
  page.table({voice.say("today.column_when"), voice.say("today.column_what"), voice.say("today.column_case")}, rows);
}

void add_days_of_law(page::Page& page, const Today& today, const text::Voice& voice) {
  if (today.by_law.empty()) return;
  page.section(voice.say("today.by_law"));
  for (const auto& one : today.by_law | std::views::take(Today::kCasesShown))
    page.bullet(voice.say("today.by_law_line", "when"_is = when_due(today, one.day.on, voice),
                          "what"_is = in_words(one, voice), "case"_is = one.case_id, "do"_is = way_on(one)));
}

void add_cases(page::Page& page, const Today& today, const text::Voice& voice) {
  std::vector<page::Row> rows;
  for (const auto& one : today.cases | std::views::take(Today::kCasesShown))
    rows.push_back({one.id, page::one_line(one.title), standing(today, one, voice)});
  if ((today.closed || today.outside) && rows.empty()) return;
  page.section(voice.say("today.my_cases"));
  if (rows.empty()) page.paragraph(voice.say("today.no_cases", "open"_is = text::way("case open")));
  else
    page.table({voice.say("today.column_case"), voice.say("today.column_title"), voice.say("today.column_standing")},
               rows);
  if (today.cases.size() > rows.size())
    page.paragraph(voice.say("today.more_cases", "count"_is = today.cases.size() - rows.size(),
                             "list"_is = text::way("case list")));
}

}  // namespace

std::string when_due(const Today& today, Date day, const text::Voice& voice) {
  const auto late = days_between(day, today.on);
  if (late > 0) return voice.say("today.late", "days"_is = late);
  if (late == 0) return voice.say("today.is_today");
  return text::day_in_full(day, voice);
}

std::string standing(const Today& today, const Today::Mine& mine, const text::Voice& voice) {
  if (mine.stage.safety != Safety::clear) return voice.say(text::label(mine.stage.safety));
  if (mine.only_kept) return voice.say("today.only_kept");
  if (today.is_due(mine)) return voice.say("today.review_due");
  if (mine.review_on) return voice.say("today.review_on", "day"_is = text::day_in_words(*mine.review_on, voice));
  return voice.say(text::label(mine.stage.life));
}

std::string in_words(const Today::UnderWay& one, const text::Voice& voice) {
  return voice.say("today.under_way", "case"_is = one.case_id, "team"_is = one.team,
                   "day"_is = text::day_in_words(one.on, voice));
}

std::string in_words(const Today::ByLaw& one, const text::Voice& voice) {
  const auto& day = one.day;
  return day.request.empty()
             ? day.what
             : voice.say("today.request", "what"_is = day.what, "law"_is = day.law, "request"_is = day.request);
}

text::Way way_on(const Today::ByLaw& one) {
  if (one.day.request.empty()) return text::way("case why", "case"_is = one.case_id);
  return text::way("case answer", "case"_is = one.case_id, "request"_is = one.day.request,
                   "answer"_is = text::gap("gap.answer"));
}

std::string in_words(const Today::Agreed& agreed, const text::Voice& voice) {
  auto what = page::one_line(agreed.what);
  if (const auto again = recurrence_from(agreed.repeats)) what += ", " + text::again_in_words(*again, voice);
  return what;
}

page::Page today_page(const Today& today, const text::Voice& voice) {
  page::Page page;
  page.title = text::day_in_full(today.on, voice);
  page.section({});
  page.paragraph(today.team.empty() ? today.who : today.who + ", " + today.team);
  add_meeting(page, today, voice);
  for (const auto& one : today.under_way)
    page.paragraph(in_words(one, voice) + ' ' +
                   voice.say("today.under_way_do", "show"_is = text::way("case show", "case"_is = one.case_id)));
  add_what_came_in(page, today, voice);
  add_agreed(page, today, voice, false);
  add_agreed(page, today, voice, true);
  add_days_of_law(page, today, voice);
  add_cases(page, today, voice);
  if (today.learning.any()) page.section(voice.say("today.learning"));
  for (const auto& line : in_words(today.learning)) page.bullet(voice.say(line));
  if (!today.next.empty()) page.section(voice.say("today.next"));
  for (const auto& one : today.next) page.bullet(voice.write(one));
  page.paragraph(voice.say("today.more", "find"_is = text::way("case find", "text"_is = text::gap("gap.text"))));
  return page;
}

namespace {

json came_in_json(const Today& today) {
  json all = json::array();
  for (const auto& one : today.came_in)
    all.push_back({{"case", one.case_id},
                   {"title", one.title},
                   {"who", one.who},
                   {"what", one.what},
                   {"on", to_string(one.on)},
                   {"unseen", one.unseen},
                   {"danger", one.danger}});
  return all;
}

json agreed_json(const Today& today) {
  json all = json::array();
  for (const auto& one : today.agreed)
    all.push_back({{"case", one.case_id},
                   {"title", one.title},
                   {"action", one.action},
                   {"what", one.what},
                   {"who", one.who},
                   {"by_when", to_string(one.by_when)},
                   {"due", today.is_due(one)},
                   {"repeats", one.repeats},
                   {"checks", one.checks}});
  return all;
}

json cases_json(const Today& today) {
  json all = json::array();
  for (const auto& one : today.cases)
    all.push_back({{"case", one.id},
                   {"title", one.title},
                   {"life", key(one.stage.life)},
                   {"safety", key(one.stage.safety)},
                   {"owner", one.owner},
                   {"review_on", one.review_on ? json(to_string(*one.review_on)) : json()},
                   {"only_kept", one.only_kept},
                   {"due", today.is_due(one)}});
  return all;
}

json by_law_json(const Today& today) {
  json all = json::array();
  for (const auto& one : today.by_law)
    all.push_back({{"case", one.case_id},
                   {"title", one.title},
                   {"on", to_string(one.day.on)},
                   {"law", one.day.law},
                   {"what", one.day.what},
                   {"request", one.day.request},
                   {"do", way_on(one).line()}});
  return all;
}

json learning_json(const Today& today) {
  const auto& learning = today.learning;
  return {{"goals", learning.goals},
          {"sentences", learning.sentences},
          {"circle", learning.circle},
          {"promises", learning.promises},
          {"contributions", learning.contributions},
          {"area", learning.area},
          {"meeting", learning.meeting},
          {"agreed", learning.agreed},
          {"my_scan", learning.my_scan},
          {"scan_until", learning.scan_until ? json(to_string(*learning.scan_until)) : json()},
          {"scan", learning.scan}};
}

}  // namespace

json today_json(const Today& today) {
  json under_way = json::array(), never_ended = json::array(), next = json::array();
  for (const auto& one : today.under_way)
    under_way.push_back({{"case", one.case_id}, {"title", one.title}, {"team", one.team}, {"on", to_string(one.on)}});
  for (const auto day : today.never_ended) never_ended.push_back(to_string(day));
  for (const auto& one : today.next) next.push_back(one.line());
  json meeting;
  if (today.meeting)
    meeting = {{"day", to_string(today.meeting->on)},
               {"started", today.meeting->started},
               {"chair", today.meeting->chair},
               {"minutes", today.meeting->minutes},
               {"cases", today.meeting->cases}};
  return {{"day", to_string(today.on)},
          {"team", today.team},
          {"team_closed", today.closed ? json(to_string(*today.closed)) : json()},
          {"who", today.who},
          {"meeting", meeting},
          {"learning", learning_json(today)},
          {"ended", today.ended ? json(to_string(*today.ended)) : json()},
          {"never_ended", never_ended},
          {"lines_aside", today.aside},
          {"actions", agreed_json(today)},
          {"came_in", came_in_json(today)},
          {"by_law", by_law_json(today)},
          {"under_way", under_way},
          {"cases", cases_json(today)},
          {"next", next}};
}

}  // namespace casus::desk
