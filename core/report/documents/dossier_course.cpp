// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/documents/dossier_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace casus::report::dossier {

namespace {

constexpr std::size_t kQuote = 50;

/// The text with what it answers, the answer and the day, as far as they were given. Below what it answers, that need
/// not be said again.
std::string said(const Case& state, const Naming& names, const Contribution& contribution, bool alone = true) {
  const auto lang = names.lang();
  std::string more;
  const auto add = [&](const std::string& part) { more += (more.empty() ? "" : "; ") + part; };
  if (contribution.answer && *contribution.answer != Answer::none)
    add(fmt::format("{}: {}", pick(lang, "antwoord", "answer"), label(*contribution.answer, lang)));
  if (contribution.on) add(day(*contribution.on, lang));
  const auto re = std::ranges::find(state.contributions, contribution.re, &Contribution::id);
  if (alone && !contribution.re.empty() && re != state.contributions.end() && is_shown(state, *re))
    add(fmt::format(fmt::runtime(pick(lang, "bij: \"{}\"", "on: \"{}\"")),
                    page::clipped(page::one_line(re->text), kQuote)));
  return contribution.text + changed_mark(state, contribution.id, contribution, lang) +
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
  const auto lang = names.lang();
  for (const auto& it : state.contributions)
    if (it.re == contribution.id && is_shown(state, it) && stands_below(state, it))
      page.detail(fmt::format("{}: {}", names.person(it.by), said(state, names, it, false)));
  for (const auto& noticed : contribution.noticed)
    page.detail(fmt::format("{} {}: {}", pick(lang, "Opgemerkt door regel", "Noticed by rule"), noticed.rule,
                            noticed.message.in(lang)));
}

std::string score_in_words(const ScoreFields& given, Lang lang) {
  std::string text = fmt::format("{}: {}", capital(label(given.scale, lang)), given.value);
  if (!given.domain.empty()) text += fmt::format(" ({})", given.domain);
  const auto add = [&](std::string_view nl, std::string_view en, std::string_view what) {
    if (what.empty()) return;
    if (!text.ends_with('.')) text += '.';  // people end a sentence themselves, or not
    text += fmt::format(" {}: {}", pick(lang, nl, en), what);
  };
  add("Waaraan zie je dat", "Evidence", given.evidence);
  add("Eén punt hoger", "One point higher", given.next_point);
  if (given.good_enough) add("Goed genoeg", "Good enough", std::to_string(*given.good_enough));
  return text;
}

/// What was said in a stay, by kind in the order in which kinds came up, and the scores that were given.
void add_said(page::Page& page, const Case& state, const Naming& names, int visit) {
  const auto lang = names.lang();
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
      if (!it->to.empty()) by += fmt::format(", {} {}", pick(lang, "aan", "to"), names.person(it->to));
      page.bullet(fmt::format("{} ({})", said(state, names, *it), by));
      add_below(page, state, names, *it);
    }
  }
  bool first = true;
  for (const auto& score : state.scores) {
    if (score.visit != visit) continue;
    if (std::exchange(first, false)) page.paragraph(page::Line().strong(std::string(pick(lang, "Cijfers", "Scores"))));
    page.bullet(fmt::format("{}{} ({})", score_in_words(score.given, lang),
                            changed_mark(state, score.given.id, score, lang), names.person(score.by)));
  }
  for (const auto& mark : state.taken_back)
    if (mark.visit == visit) page.bullet(names.taken_back(mark));
}

std::string passed(const Case& state, const Naming& names, int visit) {
  std::vector<std::string> who;
  for (const auto& turn : state.turns)
    if (turn.visit == visit && turn.passed && std::ranges::find(who, turn.by) == who.end()) who.push_back(turn.by);
  if (who.empty()) return {};
  return fmt::format("{}: {}", pick(names.lang(), "Beurt voorbij laten gaan", "Passed a turn"), names.people(who));
}

bool is_private(const Naming& names, const Visit& visit) {
  const auto* definition = names.method(visit.method);
  const auto* step = definition == nullptr ? nullptr : definition->step(visit.phase, visit.step);
  return step != nullptr && step->floor.is_private;
}

/// "Reflecterend team, 2 maart 2026. 9 minuten, gepland 8: 1 minuut over."
std::string about(const Naming& names, const Visit& visit) {
  const auto lang = names.lang();
  auto text = fmt::format("{}, {}.", names.method_with_status(visit.method), day(date_of(visit.entered), lang));
  if (is_private(names, visit))
    text += pick(lang, " De kring was onder elkaar; er is niets vastgelegd.",
                 " The circle was among itself; nothing was recorded.");
  if (!visit.left) {
    text += pick(lang, " Hier is de casus nu.", " This is where the case is now.");
    if (visit.planned_minutes > 0)
      text += fmt::format(" {} {}.", pick(lang, "Gepland:", "Planned:"), minutes(visit.planned_minutes, lang));
  } else {
    if (visit.minutes() > kOneSitting) {
      text += fmt::format(" {} {}.", pick(lang, "Afgerond op", "Finished on"), day(date_of(*visit.left), lang));
    } else {
      text += ' ' + minutes(visit.minutes(), lang);
      if (visit.planned_minutes > 0)
        text += fmt::format(", {} {}", pick(lang, "gepland", "planned"), number(visit.planned_minutes, lang));
      if (visit.overrun() >= 0.05)
        text += fmt::format(": {} {}", minutes(visit.overrun(), lang), pick(lang, "te lang", "over"));
      text += '.';
    }
    if (visit.back) text += pick(lang, " Van hier zijn we teruggegaan.", " From here we went back.");
  }
  return text;
}

}  // namespace

void add_course(page::Page& page, const Case& state, const Naming& names) {
  const auto lang = names.lang();
  page::Page intake;
  intake.section(pick(lang, "Voor de eerste stap", "Before the first step"), 1);
  add_said(intake, state, names, -1);
  if (!intake.sections.front().blocks.empty()) {
    page.section("Intake");
    page.append(std::move(intake));
  }
  for (std::size_t i = 0; i < state.visits.size(); ++i) {
    const auto& visit = state.visits[i];
    const bool starts = i == 0 || state.visits[i - 1].phase != visit.phase || state.visits[i - 1].round != visit.round;
    if (starts)
      page.section(fmt::format("{} {}: {}", pick(lang, "Ronde", "Round"), visit.round, label(visit.phase, lang)));
    page.section(names.step_name(visit), 1);
    page.paragraph(about(names, visit));
    add_said(page, state, names, static_cast<int>(i));
    if (const auto who = passed(state, names, static_cast<int>(i)); !who.empty()) page.paragraph(who);
  }
}

std::vector<std::string> reasons(const Case& state, const Naming& names) {
  const auto lang = names.lang();
  std::vector<std::string> out;
  for (const auto& visit : state.visits) {
    if (!visit.begun_because.empty())
      out.push_back(fmt::format(fmt::runtime(pick(lang, "Begonnen terwijl de intake nog niet klaar was: {}",
                                                  "Begun while the intake was not complete: {}")),
                                visit.begun_because));
    if (visit.explained.empty() && !(visit.back && !visit.because.empty())) continue;
    auto line = fmt::format("{} ({} {}, {}): {}", names.step_name(visit), pick(lang, "ronde", "round"), visit.round,
                            label(visit.phase, lang), visit.because);
    std::string lacking;
    for (const auto& id : visit.explained) {
      auto text = names.requirement(visit, id);
      if (text.ends_with('.')) text.pop_back();
      lacking += (lacking.empty() ? "" : "; ") + text;
    }
    if (!lacking.empty()) line += fmt::format(" ({}: {})", pick(lang, "overgeslagen", "passed over"), lacking);
    if (visit.back) line += pick(lang, " (teruggegaan)", " (went back)");
    out.push_back(line);
  }
  return out;
}

}  // namespace casus::report::dossier
