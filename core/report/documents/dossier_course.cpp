// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/method/vocabulary.hpp"
#include "core/model/case/stays.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/documents/dossier_parts.hpp"
#include "core/report/history/nameless_words.hpp"
#include "core/report/history/repeat_end.hpp"
#include "core/report/number_spread.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

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
    add(text::say(voice, "dossier_course.on", "quote"_is = page::clipped(page::one_line(names.words(*re)), kQuote)));
  return names.words(contribution) + changed_mark(state, contribution.id, contribution, voice) +
         names.typed_mark(contribution) + (more.empty() ? "" : " (" + more + ")");
}

/// Whether it answers a contribution of the same stay, and so stands below that one.
bool stands_below(const Case& state, const Contribution& it) {
  if (it.kind != "answer") return false;
  const auto re = std::ranges::find(state.contributions, it.re, &Contribution::id);
  return re != state.contributions.end() && re->visit == it.visit && is_shown(state, *re);
}

/// The answers to a contribution.
void add_below(page::Page& page, const Case& state, const Naming& names, const Contribution& contribution) {
  for (const auto& it : state.contributions)
    if (it.re == contribution.id && is_shown(state, it) && stands_below(state, it))
      page.detail(fmt::format("{}: {}", names.said_by(it), said(state, names, it, false)));
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

/// What was said in a stay in the order in which it was said, each question with its answers, and then the scores.
void add_said(page::Page& page, const Case& state, const Naming& names, int visit, Audience audience) {
  const auto& voice = names.voice();
  for (const auto& it : state.contributions) {
    if (it.visit != visit || !is_shown(state, it) || stands_below(state, it)) continue;
    if (it.kind == method::kUnplacedKind) continue;  // has a section of its own
    auto by = names.said_by(it);
    if (!it.to.empty()) by += fmt::format(", {} {}", text::say(voice, "dossier_course.to"), names.person(it.to));
    const bool plain_note = audience.resident && it.kind == "note";
    page.bullet(page::Line()
                    .strong(plain_note ? text::say(voice, "extract.written_down") : capital(names.kind_name(it)))
                    .plain(fmt::format(" ({}): ", by))
                    .plain(said(state, names, it)));
    add_below(page, state, names, it);
  }
  const auto* step = visit < 0 ? nullptr : names.step(state.visits[static_cast<std::size_t>(visit)]);
  const auto how = step == nullptr || !step->vote ? std::nullopt : std::optional(step->vote->how);
  for (const auto& vote : state.votes)
    if (vote.visit == visit && is_shown(state, vote))
      page.bullet(page::Line()
                      .strong(capital(text::say(voice, "dossier_course.vote")))
                      .plain(fmt::format(" ({}): {}", names.said_by(vote), names.words(vote.choices, how))));
  bool first = true;
  for (const auto& score : state.scores) {
    if (score.visit != visit || !is_shown(state, score)) continue;
    if (std::exchange(first, false)) page.paragraph(page::Line().strong(text::say(voice, "dossier_course.scores")));
    page.bullet(fmt::format("{}{} ({})", score_in_words(score.given, voice),
                            changed_mark(state, score.given.id, score, voice), names.said_by(score)));
  }
  for (const auto& mark : state.taken_back)
    if (mark.visit == visit && mark.kind != method::kUnplacedKind) page.bullet(names.taken_back(mark));
  for (const auto& stay : changed_without_name(state))
    if (stay.visit == visit) page.bullet(text::say(voice, "case.changed_without_name"));
}

std::string passed(const Case& state, const Naming& names, int visit) {
  std::vector<std::string> who;
  for (const auto& turn : state.turns)
    if (turn.visit == visit && turn.passed && std::ranges::find(who, turn.by) == who.end()) who.push_back(turn.by);
  if (who.empty()) return {};
  return fmt::format("{}: {}", text::say(names.voice(), "dossier_course.passed_turn"), names.people(who));
}

bool is_private(const Naming& names, const Visit& visit) {
  const auto* step = names.step(visit);
  return step != nullptr && step->floor.is_private;
}

/// "9 minuten, gepland 8: 1 minuut te lang." Before it the method and the day, where they differ from those of the stay
/// before. To a resident the day and how long it took.
std::string about(const Naming& names, const Visit& visit, const Visit* before, Audience audience) {
  const auto& voice = names.voice();
  std::string text;
  const bool planned = visit.planned_minutes > 0 && !audience.resident;
  if (!audience.resident && (before == nullptr || before->method != visit.method))
    text = names.method_with_status(visit.method);
  if (before == nullptr || date_of(before->entered) != date_of(visit.entered))
    text += (text.empty() ? "" : ", ") + day(date_of(visit.entered), voice);
  if (!text.empty()) text += '.';
  if (is_private(names, visit)) text += text::say(voice, "dossier_course.circle_among_itself_nothing_recorded");
  if (!visit.left) {
    text += text::say(voice, audience.of("dossier_course.where_case_now", "extract.where_we_are"));
    if (planned)
      text +=
          fmt::format(" {} {}.", text::say(voice, "dossier_course.planned_2"), minutes(visit.planned_minutes, voice));
  } else {
    if (visit.minutes() > kOneSitting) {
      text += fmt::format(" {} {}.", text::say(voice, "dossier_course.finished"), day(date_of(*visit.left), voice));
    } else {
      text += ' ' + capital(spent_minutes(visit.minutes(), voice));
      if (planned)
        text += fmt::format(", {} {}", text::say(voice, "meeting_time.planned"), number(visit.planned_minutes, voice));
      if (planned && visit.overrun() >= 1)
        text += fmt::format(": {} {}", spent_minutes(visit.overrun(), voice), text::say(voice, "dossier_course.over"));
      text += '.';
    }
    if (visit.back) text += text::say(voice, "dossier_course.from_here_we_went_back");
  }
  return std::string(trimmed(text));
}

/// What was voted in this stay and those that count with it, added up, behind the last of them; the most first.
std::string vote_total(const Case& state, const Naming& names, int visit) {
  const auto& here = state.visits[static_cast<std::size_t>(visit)];
  int last = -1;
  for (const auto& vote : state.votes)
    if (vote.visit >= 0 && same_time(state.visits[static_cast<std::size_t>(vote.visit)], here))
      last = std::max(last, vote.visit);
  if (last != visit) return {};
  struct Got {
    std::string_view of;
    int points = 0, voters = 0;
  };
  std::vector<Got> all;
  for (const auto* ballot : ballots(state, here)) {
    if (!is_shown(state, *ballot)) return {};
    for (const auto& choice : ballot->choices) {
      auto got = std::ranges::find(all, std::string_view(choice.of), &Got::of);
      if (got == all.end()) got = all.insert(all.end(), Got{choice.of});
      got->points += choice.points;
      ++got->voters;
    }
  }
  std::ranges::stable_sort(all, std::ranges::greater(), &Got::points);
  std::string result;
  for (const auto& got : all)
    result += (result.empty() ? "" : "; ") + text::say(names.voice(), "table.vote_got", "id"_is = got.of,
                                                       "what"_is = names.about(got.of), "points"_is = got.points,
                                                       "voters"_is = got.voters);
  return result.empty()
             ? result
             : text::say(names.voice(), "table.vote_result", "step"_is = names.step_name(here), "result"_is = result);
}

/// Whether the table came back later to what counts as the same stay: the numbers of both stand behind that one.
bool counted_again(const Case& state, std::size_t visit) {
  return std::any_of(state.visits.begin() + static_cast<std::ptrdiff_t>(visit) + 1, state.visits.end(),
                     [&](const Visit& later) { return same_time(later, state.visits[visit]); });
}

/// What was passed over on the way to a stay, and what was chosen from its menu.
std::string course_taken(const Case& state, const Naming& names, int visit) {
  const auto& here = state.visits[static_cast<std::size_t>(visit)];
  std::string text;
  for (const auto& one : here.passed_over) {
    const auto words = names.passed(one, here.phase, here.method);
    text += (text.empty() ? "" : " ") +
            (words.is_phase
                 ? text::say(names.voice(), "table.phase_left_out", "phase"_is = words.step, "why"_is = words.when)
             : words.when.empty()
                 ? text::say(names.voice(), "table.passed_over", "step"_is = words.step)
                 : text::say(names.voice(), "table.passed_over_when", "step"_is = words.step, "when"_is = words.when));
  }
  GroupsMade groups;
  for (const auto& one : state.groups) {
    if (one.visit != visit) continue;
    groups.groups.push_back({one.id, one.people, one.one});
    groups.place = one.place;
  }
  if (!groups.groups.empty()) text += (text.empty() ? "" : " ") + capital(names.groups(groups)) + '.';
  const TakenBranch* taken = nullptr;
  for (const auto& one : state.branches)
    if (one.visit == visit) taken = &one;
  if (taken != nullptr) {
    auto branch = names.branch_name(*taken, taken->branch);
    if (branch.ends_with('.')) branch.pop_back();  // what ends a repeat is a sentence of its own
    text += (text.empty() ? "" : " ") + text::say(names.voice(), "dossier_course.chosen", "branch"_is = branch);
  }
  return text;
}

}  // namespace

void add_course(page::Page& page, const Case& state, const Naming& names, Audience audience) {
  const auto& voice = names.voice();
  page::Page intake;
  intake.section(text::say(voice, "dossier_course.before_first_step"), 1);
  add_said(intake, state, names, -1, audience);
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
    page.paragraph(about(names, visit, i == 0 ? nullptr : &state.visits[i - 1], audience));
    if (const auto way = course_taken(state, names, static_cast<int>(i)); !way.empty()) page.paragraph(way);
    add_said(page, state, names, static_cast<int>(i), audience);
    if (const auto total = vote_total(state, names, static_cast<int>(i)); !total.empty()) page.paragraph(total);
    if (!counted_again(state, i))
      for (const auto& line : number_spreads(state, names, static_cast<int>(i))) page.paragraph(line);
    if (const auto who = passed(state, names, static_cast<int>(i)); !who.empty()) page.paragraph(who);
    if (const auto ended = repeat_end(state, names, i); !ended.empty()) page.paragraph(ended);
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
