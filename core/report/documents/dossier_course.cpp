// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/documents/dossier_parts.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace casus::report::dossier {

namespace {

constexpr std::size_t kQuote = 50;

/// The text with what it answers, the answer and the day, as far as they were given. Below what it answers, that need
/// not be said again.
std::string said(const Case& state, const Naming& names, const Contribution& contribution, bool alone = true) {
  const auto& voice = names.voice();
  std::string more;
  const auto add = [&](const std::string& part) { more += (more.empty() ? "" : "; ") + part; };
  if (contribution.answer && *contribution.answer != Answer::none)
    add(fmt::format("{}: {}", text::say(voice, "dossier_course.answer"), label(*contribution.answer, voice)));
  if (contribution.on) add(day(*contribution.on, voice));
  const auto re = std::ranges::find(state.contributions, contribution.re, &Contribution::id);
  if (alone && !contribution.re.empty() && re != state.contributions.end() && is_shown(state, *re))
    add(text::say(voice, "dossier_course.on", "quote"_is = page::clipped(page::one_line(re->text), kQuote)));
  return contribution.text + changed_mark(state, contribution.id, contribution, voice) +
         (more.empty() ? "" : " (" + more + ")");
}

/// A follow-up stands with the questions: together they are one conversation.
std::string_view group_of(const Contribution& it) {
  return it.kind == "follow_up" ? "question" : std::string_view(it.kind);
}

/// Whether it answers a contribution of the same stay, and so stands below that one.
bool stands_below(const Case& state, const Contribution& it) {
  if (it.kind != "answer") return false;
  const auto re = std::ranges::find(state.contributions, it.re, &Contribution::id);
  return re != state.contributions.end() && re->visit == it.visit && is_shown(state, *re);
}

/// What belongs to a contribution: its answers, and what rules noticed.
void add_below(page::Page& page, const Case& state, const Naming& names, const Contribution& contribution) {
  const auto& voice = names.voice();
  for (const auto& it : state.contributions)
    if (it.re == contribution.id && is_shown(state, it) && stands_below(state, it))
      page.detail(fmt::format("{}: {}", names.person(it.by), said(state, names, it, false)));
  for (const auto& noticed : contribution.noticed)
    page.detail(fmt::format("{} {}: {}", text::say(voice, "dossier_course.noticed_rule"), noticed.rule,
                            noticed.message.in(voice)));
}

std::string score_in_words(const ScoreFields& given, const text::Voice& voice) {
  std::string text = fmt::format("{}: {}", capital(label(given.scale, voice)), given.value);
  if (!given.domain.empty()) text += fmt::format(" ({})", given.domain);
  const auto add = [&](text::Literal id, std::string_view what) {
    if (what.empty()) return;
    if (!text.ends_with('.')) text += '.';  // people end a sentence themselves, or not
    text += fmt::format(" {}: {}", text::say(voice, id), what);
  };
  add("dossier_course.evidence", given.evidence);
  add("dossier_course.one_point_higher", given.next_point);
  if (given.good_enough) add("dossier_course.good_enough", std::to_string(*given.good_enough));
  return text;
}

/// What was said in a stay, by kind in the order in which kinds came up, and the scores that were given.
void add_said(page::Page& page, const Case& state, const Naming& names, int visit) {
  const auto& voice = names.voice();
  std::vector<const Contribution*> shown;
  std::vector<std::string_view> kinds;
  for (const auto& it : state.contributions) {
    if (it.visit != visit || !is_shown(state, it) || stands_below(state, it)) continue;
    shown.push_back(&it);
    if (std::ranges::find(kinds, group_of(it)) == kinds.end()) kinds.push_back(group_of(it));
  }
  for (const auto& kind : kinds) {
    std::string name;
    for (const auto* it : shown)
      if (group_of(*it) == kind && (name.empty() || it->kind == kind)) name = names.kind_name(*it);
    page.paragraph(page::Line().strong(capital(name)));
    for (const auto* it : shown) {
      if (group_of(*it) != kind) continue;
      auto by = names.person(it->by);
      if (!it->to.empty()) by += fmt::format(", {} {}", text::say(voice, "dossier_course.to"), names.person(it->to));
      page.bullet(fmt::format("{} ({})", said(state, names, *it), by));
      add_below(page, state, names, *it);
    }
  }
  bool first = true;
  for (const auto& score : state.scores) {
    if (score.visit != visit) continue;
    if (std::exchange(first, false)) page.paragraph(page::Line().strong(text::say(voice, "dossier_course.scores")));
    page.bullet(fmt::format("{}{} ({})", score_in_words(score.given, voice),
                            changed_mark(state, score.given.id, score, voice), names.person(score.by)));
  }
  for (const auto& mark : state.taken_back)
    if (mark.visit == visit) page.bullet(names.taken_back(mark));
}

std::string passed(const Case& state, const Naming& names, int visit) {
  std::vector<std::string> who;
  for (const auto& turn : state.turns)
    if (turn.visit == visit && turn.passed && std::ranges::find(who, turn.by) == who.end()) who.push_back(turn.by);
  if (who.empty()) return {};
  return fmt::format("{}: {}", text::say(names.voice(), "dossier_course.passed_turn"), names.people(who));
}

bool is_private(const Naming& names, const Visit& visit) {
  const auto* definition = names.method(visit.method);
  const auto* step = definition == nullptr ? nullptr : definition->step(visit.phase, visit.step);
  return step != nullptr && step->floor.is_private;
}

/// "Reflecterend team, 2 maart 2026. 9 minuten, gepland 8: 1 minuut over."
std::string about(const Naming& names, const Visit& visit) {
  const auto& voice = names.voice();
  auto text = fmt::format("{}, {}.", names.method_with_status(visit.method), day(date_of(visit.entered), voice));
  if (is_private(names, visit)) text += text::say(voice, "dossier_course.circle_among_itself_nothing_recorded");
  if (!visit.left) {
    text += text::say(voice, "dossier_course.where_case_now");
    if (visit.planned_minutes > 0)
      text +=
          fmt::format(" {} {}.", text::say(voice, "dossier_course.planned_2"), minutes(visit.planned_minutes, voice));
  } else {
    if (visit.minutes() > kOneSitting) {
      text += fmt::format(" {} {}.", text::say(voice, "dossier_course.finished"), day(date_of(*visit.left), voice));
    } else {
      text += ' ' + minutes(visit.minutes(), voice);
      if (visit.planned_minutes > 0)
        text +=
            fmt::format(", {} {}", text::say(voice, "dossier_course.planned"), number(visit.planned_minutes, voice));
      if (visit.overrun() >= 0.05)
        text += fmt::format(": {} {}", minutes(visit.overrun(), voice), text::say(voice, "dossier_course.over"));
      text += '.';
    }
    if (visit.back) text += text::say(voice, "dossier_course.from_here_we_went_back");
  }
  return text;
}

}  // namespace

void add_course(page::Page& page, const Case& state, const Naming& names) {
  const auto& voice = names.voice();
  page::Page intake;
  intake.section(text::say(voice, "dossier_course.before_first_step"), 1);
  add_said(intake, state, names, -1);
  if (!intake.sections.front().blocks.empty()) {
    page.section("Intake");
    page.append(std::move(intake));
  }
  for (std::size_t i = 0; i < state.visits.size(); ++i) {
    const auto& visit = state.visits[i];
    const bool starts = i == 0 || state.visits[i - 1].phase != visit.phase || state.visits[i - 1].round != visit.round;
    if (starts)
      page.section(
          fmt::format("{} {}: {}", text::say(voice, "dossier_course.round_2"), visit.round, label(visit.phase, voice)));
    page.section(names.step_name(visit), 1);
    page.paragraph(about(names, visit));
    add_said(page, state, names, static_cast<int>(i));
    if (const auto who = passed(state, names, static_cast<int>(i)); !who.empty()) page.paragraph(who);
  }
}

std::vector<std::string> reasons(const Case& state, const Naming& names) {
  const auto& voice = names.voice();
  std::vector<std::string> out;
  for (const auto& visit : state.visits) {
    if (!visit.begun_because.empty())
      out.push_back(
          text::say(voice, "dossier_course.begun_while_intake_complete", "begun_because"_is = visit.begun_because));
    if (visit.explained.empty() && !(visit.back && !visit.because.empty())) continue;
    auto line = fmt::format("{} ({} {}, {}): {}", names.step_name(visit), text::say(voice, "dossier_course.round"),
                            visit.round, label(visit.phase, voice), visit.because);
    std::string lacking;
    for (const auto& id : visit.explained) {
      auto text = names.requirement(visit, id);
      if (text.ends_with('.')) text.pop_back();
      lacking += (lacking.empty() ? "" : "; ") + text;
    }
    if (!lacking.empty()) line += fmt::format(" ({}: {})", text::say(voice, "dossier_course.passed_over"), lacking);
    if (visit.back) line += text::say(voice, "dossier_course.went_back");
    out.push_back(line);
  }
  return out;
}

}  // namespace casus::report::dossier
