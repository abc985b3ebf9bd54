// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/evaluation.hpp"

#include "core/page/safe_text.hpp"
#include "core/report/documents/plan_scores.hpp"
#include "core/report/naming.hpp"
#include "core/report/pictures/network_change.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report {

using nlohmann::json;

namespace {

constexpr Done kOutcomes[] = {Done::done, Done::partly, Done::not_done, Done::open};

template <class T>
std::size_t count_of(const std::vector<T>& items, Done state) {
  return static_cast<std::size_t>(std::ranges::count(items, state, [](const T& item) { return item.state; }));
}

template <class T>
json counts_json(const std::vector<T>& items) {
  auto out = json::object();
  for (const auto state : kOutcomes) out[std::string(key(state))] = count_of(items, state);
  return out;
}

/// What came of each, those that worked first.
template <class T, class Words>
void add_outcomes(page::Page& page, const std::vector<T>& items, Words&& words, Lang lang) {
  std::string counts;
  for (const auto state : kOutcomes)
    counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", count_of(items, state), label(state, lang));
  page.paragraph(capital(counts) + ".");
  for (const auto state : kOutcomes)
    for (const auto& item : items)
      if (item.state == state) page.bullet(fmt::format("{}: {}", capital(label(state, lang)), words(item)));
}

void add_next(page::Page& page, const Case& now, Lang lang) {
  const auto word = [&](std::string_view nl, std::string_view en) { return std::string(pick(lang, nl, en)); };
  const auto because = [&](const std::string& reason) {
    return reason.empty() ? word(" Er staat geen reden bij.", " No reason was given.") : " " + capital(reason);
  };
  const Time looked = now.evaluations.empty() ? Time{} : now.evaluations.back().at;
  bool decided = false;
  for (const auto& round : now.rounds)
    if (round.at >= looked) {
      page.bullet(fmt::format("{}, {} {} {}.{}", day(date_of(round.at), lang), word("ronde", "round"), round.round,
                              fmt::format("{}: {}", word("begint bij", "begins at"), label(round.phase, lang)),
                              because(round.because)));
      decided = true;
    }
  for (const auto& ending : now.endings)
    if (ending.at >= looked && ending.life != Life::erased) {
      page.bullet(
          fmt::format("{}: {}.{}", day(date_of(ending.at), lang), label(ending.life, lang), because(ending.because)));
      decided = true;
    }
  if (decided) return;
  page.paragraph(fmt::format(fmt::runtime(word("Nog niet besloten. Een volgende ronde: casus case round {0} --because "
                                               "\"...\". Afsluiten: casus case close {0} --because \"...\".",
                                               "Not decided yet. A next round: casus case round {0} --because \"...\". "
                                               "Closing: casus case close {0} --because \"...\".")),
                             now.id));
}

}  // namespace

void add_then_and_now(page::Page& page, const Case& now, const Case& then, Date then_day, Lang lang) {
  const auto word = [&](std::string_view nl, std::string_view en) { return std::string(pick(lang, nl, en)); };
  const auto scores = score_series(now, lang);
  page.section(word("Cijfers, toen en nu", "Scores, then and now"));
  if (scores.empty()) page.paragraph(word("Er zijn geen cijfers gegeven.", "No scores were given."));
  else page.figure(scores_svg(scores, lang), scores_text(scores, lang));

  page.section(word("Doelen", "Goals"));
  if (now.goals.empty()) page.paragraph(word("Er waren geen doelen.", "There were no goals."));
  else
    add_outcomes(
        page, now.goals, [](const Goal& goal) { return goal.set.text; }, lang);

  page.section(word("Acties", "Actions"));
  if (now.actions.empty()) page.paragraph(word("Er waren geen acties.", "There were no actions."));
  else
    add_outcomes(
        page, now.actions,
        [&](const Action& action) {
          auto out = action.plan.what;
          if (!action.plan.who.empty()) out += fmt::format(" ({})", now.name_of(action.plan.who, lang));
          if (!action.result.empty()) out += ": " + action.result;
          return out;
        },
        lang);

  page.section(
      fmt::format("{} {}", word("Netwerk, toen en nu: sinds", "Network, then and now: since"), day(then_day, lang)));
  add_network_change(page, network_change(then, now), now, lang);
}

page::Page evaluation_page(const Case& now, const Case& then, Date then_day, Lang lang) {
  const auto word = [&](std::string_view nl, std::string_view en) { return std::string(pick(lang, nl, en)); };
  page::Page page;
  page.title = fmt::format("{} {}: {}", word("Terugkijken op casus", "Looking back on case"), now.id, now.title);
  const Evaluation* last = now.evaluations.empty() ? nullptr : &now.evaluations.back();
  page.section(word("Wat gaat er beter?", "What is better?"));
  if (last == nullptr)
    page.paragraph(fmt::format(
        fmt::runtime(word("Nog niet gevraagd. Begin hiermee, ook als er weinig veranderd is: 'Wat gaat er beter? Hoe "
                          "kreeg u dat voor elkaar? Wat nog meer?' Vastleggen: casus case evaluate {} \"...\"",
                          "Not asked yet. Begin with it, also when little changed: 'What is better? How did you do "
                          "that? What else?' To record: casus case evaluate {} \"...\"")),
        now.id));
  for (const auto& one : now.evaluations)
    page.bullet(fmt::format("{}: {}", day(date_of(one.at), lang), one.said.better));

  add_then_and_now(page, now, then, then_day, lang);

  page.section(word("Houden, veranderen, stoppen", "Keep, change, stop"));
  const auto said = [&](std::string_view nl, std::string_view en, const std::string& text) {
    page.bullet(
        fmt::format("{}: {}", word(nl, en), text.empty() ? word("nog niets gezegd", "nothing said yet") : text));
  };
  said("Houden", "Keep", last == nullptr ? "" : last->said.keep);
  said("Veranderen", "Change", last == nullptr ? "" : last->said.change);
  said("Stoppen", "Stop", last == nullptr ? "" : last->said.stop);

  page.section(word("Hoe verder", "What next"));
  add_next(page, now, lang);

  page.section(word("Wat het team leerde", "What the team learned"));
  page.paragraph(fmt::format(
      fmt::runtime(word("{} bij het team genoteerd, los van deze casus. Noteren: casus case learn {} \"...\"",
                        "{} noted with the team, apart from this case. To note one: casus case learn {} \"...\"")),
      now.learning.size() == 1 ? word("1 leerlijn", "1 learning line")
                               : fmt::format("{} {}", now.learning.size(), word("leerlijnen", "learning lines")),
      now.id));
  return page;
}

json evaluation_json(const Case& now, const Case& then, Date then_day) {
  auto better = json::array();
  for (const auto& one : now.evaluations)
    better.push_back({{"on", to_string(date_of(one.at))},
                      {"by", one.by},
                      {"better", one.said.better},
                      {"keep", one.said.keep},
                      {"change", one.said.change},
                      {"stop", one.said.stop}});
  auto scores = json::array();
  for (const auto& series : score_series(now, Lang::en)) {
    auto points = json::array();
    for (const auto& point : series.points) points.push_back({{"on", to_string(point.on)}, {"value", point.value}});
    scores.push_back({{"id", series.id},
                      {"what", series.what},
                      {"resident", series.resident},
                      {"low", series.low},
                      {"high", series.high},
                      {"points", std::move(points)},
                      {"change", series.change()}});
  }
  auto rounds = json::array();
  for (const auto& round : now.rounds)
    rounds.push_back({{"on", to_string(date_of(round.at))},
                      {"round", round.round},
                      {"phase", key(round.phase)},
                      {"because", round.because}});
  return {{"evaluations", std::move(better)},    {"since", to_string(then_day)},
          {"scores", std::move(scores)},         {"goals", counts_json(now.goals)},
          {"actions", counts_json(now.actions)}, {"network", network_change_json(network_change(then, now))},
          {"rounds", std::move(rounds)},         {"life", key(now.stage.life)},
          {"learning", now.learning.size()}};
}

}  // namespace casus::report
