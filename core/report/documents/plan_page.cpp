// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/plan_page.hpp"

#include "core/page/safe_text.hpp"
#include "core/report/documents/plan_check.hpp"
#include "core/report/documents/plan_scores.hpp"
#include "core/report/naming.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report {

using nlohmann::json;

namespace {

/// The plan in words of one language.
class PlanWords {
 public:
  PlanWords(const Case& state, Lang lang) : state_(state), lang_(lang) {}

  std::string word(std::string_view nl, std::string_view en) const { return std::string(pick(lang_, nl, en)); }

  std::string person(const std::string& id) const { return id.empty() ? "-" : state_.name_of(id, lang_); }

  std::string when(const ActionFields& plan) const {
    if (!plan.by_when) return "-";
    const auto again = recurrence_from(plan.repeats);
    return to_string(*plan.by_when) + (again ? ", " + text::again_in_words(*again, lang_) : std::string());
  }

  void goal(page::Page& page, const Goal& goal) const {
    page.bullet(fmt::format("{} ({}): {}{}", goal.set.id, label(goal.state, lang_), goal.set.text,
                            changed_mark(state_, goal.set.id, goal, lang_)) +
                (goal.set.resident_words ? word(" [woorden van de inwoner]", " [the resident's words]") : ""));
    if (!goal.set.scale) return;
    page.detail(fmt::format("{}: {} ({})", word("schaal", "scale"), goal.set.variable, label(*goal.set.scale, lang_)));
    const auto scores = both_scores(state_, goal);
    if (scores.worker == nullptr && scores.resident == nullptr) return;
    page.detail(side_by_side(scores));
  }

  std::string side_by_side(const BothScores& scores) const {
    const auto one = [&](const GoalMark* mark) {
      if (mark == nullptr) return word("nog geen cijfer", "no score yet");
      return fmt::format("{} ({})", scale_point(*mark->given.value), day(date_of(mark->at), lang_));
    };
    auto out = fmt::format("{}: {} | {}: {}", word("werker", "worker"), one(scores.worker), word("inwoner", "resident"),
                           one(scores.resident));
    if (scores.worker == nullptr || scores.resident == nullptr) return out;
    const int apart = std::abs(*scores.worker->given.value - *scores.resident->given.value);
    if (apart == 0) return out + word(". Jullie zien het gelijk.", ". You see it alike.");
    return out + fmt::format(fmt::runtime(word(". Verschil {}: vraag 'Wat ziet u dat ik niet zie?'",
                                               ". {} apart: ask 'What do you see that I do not?'")),
                             apart);
  }

  std::string agreed() const {
    if (state_.agreed.empty()) return word("nog niet vastgelegd", "not recorded yet");
    const auto& last = state_.agreed.back();
    auto out = day(last.given.on, lang_);
    if (!last.given.line.empty()) out += " (" + last.given.line + ")";
    if (!last.given.note.empty()) out += ": " + last.given.note;
    return out;
  }

  std::string remark(const PlanRemark& remark) const {
    return fmt::format("{} {} [{}]", remark.says.in(lang_), remark.how.in(lang_),
                       remark.source == "own" ? word("eigen", "own") : remark.source);
  }

  void remarks(page::Page& page, const std::vector<PlanRemark>& all) const {
    std::string line = "?";
    for (const auto& one : all) {
      if (one.line != line) {
        line = one.line;
        page.paragraph(line_name(line));
      }
      page.bullet(remark(one));
    }
  }

 private:
  std::string line_name(const std::string& line) const {
    if (line.empty()) return word("Het plan als geheel", "The plan as a whole");
    for (const auto& goal : state_.goals)
      if (goal.set.id == line) return fmt::format("{}: {}", line, goal.set.text);
    for (const auto& action : state_.actions)
      if (action.plan.id == line) return fmt::format("{}: {}", line, action.plan.what);
    return line;
  }

  const Case& state_;
  Lang lang_;
};

std::string remarks_heading(std::size_t count, Lang lang) {
  if (count == 1) return std::string(pick(lang, "Wat nog scherper kan (1)", "What can be sharper (1)"));
  return fmt::format("{} ({})", pick(lang, "Wat nog scherper kan", "What can be sharper"), count);
}

}  // namespace

std::vector<page::Bar> ladder(const Case& state, Lang lang) {
  std::vector<page::Bar> out;
  const auto add = [&](std::string_view name, const std::optional<Rung>& rung) {
    const auto count = static_cast<std::size_t>(
        std::ranges::count(state.actions, rung, [](const Action& action) { return action.plan.rung; }));
    if (!rung && count == 0) return;
    const auto all = std::max<std::size_t>(1, state.actions.size());
    out.push_back({capital(name), count, static_cast<double>(count) / static_cast<double>(all)});
  };
  if (state.actions.empty()) return out;
  for (const auto& rung : names_of(Rung{})) add(label(rung.value, lang), rung.value);
  add(pick(lang, "nog geen trede gekozen", "no rung chosen yet"), std::nullopt);
  return out;
}

page::Page plan_page(const Case& state, Date today, Lang lang) {
  const PlanWords in(state, lang);
  page::Page page;
  page.title = fmt::format("{} {}: {}", in.word("Plan van casus", "Plan of case"), state.id, state.title);
  page.section(in.word("Doelen", "Goals"));
  if (state.goals.empty())
    page.paragraph(fmt::format(fmt::runtime(in.word("Nog geen doelen. Zet er een met: casus plan goal {} TEKST",
                                                    "No goals yet. Set one with: casus plan goal {} TEXT")),
                               state.id));
  for (const auto& goal : state.goals) in.goal(page, goal);
  page.section(in.word("Acties", "Actions"));
  if (state.actions.empty()) {
    page.paragraph(fmt::format(
        fmt::runtime(in.word("Nog geen acties. Voeg er een toe met: casus plan action {} TEKST --who ... --by-when ...",
                             "No actions yet. Add one with: casus plan action {} TEXT --who ... --by-when ...")),
        state.id));
  } else {
    std::vector<page::Row> rows;
    for (const auto& action : state.actions) {
      auto what = action.plan.what;
      if (action.plan.first_step) what += in.word(" (eerste stap)", " (first step)");
      rows.push_back({action.plan.id, what, in.person(action.plan.who), in.when(action.plan),
                      in.person(action.plan.checks),
                      action.plan.rung ? std::string(label(*action.plan.rung, lang)) : "-",
                      action.plan.goal.empty() ? "-" : action.plan.goal, std::string(label(action.state, lang))});
    }
    page.table(
        {in.word("Nr", "No"), in.word("Wat", "What"), in.word("Wie", "Who"), in.word("Voor", "By"),
         in.word("Kijkt na", "Checks"), in.word("Trede", "Rung"), in.word("Doel", "Goal"), in.word("Stand", "State")},
        std::move(rows));
    page.section(in.word("Eerst het netwerk", "Network first"));
    page.bars(ladder(state, lang));
  }
  page.section(in.word("Afspraken over het plan", "About the plan"));
  page.bullet(in.word("Terugkijken op: ", "Looking back on: ") +
              (state.review_on ? day(*state.review_on, lang) : in.word("nog geen dag gekozen", "no day chosen yet")));
  page.bullet(in.word("De inwoner is het ermee eens: ", "The resident agrees: ") + in.agreed());
  const auto remarks = plan_check(state, today);
  if (!remarks.empty()) {
    page.section(remarks_heading(remarks.size(), lang));
    for (const auto& one : remarks) page.bullet((one.line.empty() ? "" : one.line + ": ") + one.says.in(lang));
    page.paragraph(fmt::format(
        fmt::runtime(in.word("Hoe het beter kan: casus plan check {}", "How to mend it: casus plan check {}")),
        state.id));
  }
  return page;
}

page::Page plan_check_page(const Case& state, Date today, Lang lang) {
  const PlanWords in(state, lang);
  page::Page page;
  page.title = fmt::format("{} {}", in.word("Nagekeken: het plan van casus", "Checked: the plan of case"), state.id);
  const auto remarks = plan_check(state, today);
  if (remarks.empty()) {
    page.paragraph(
        in.word("Elke open regel heeft wat een goed plan vraagt.", "Every open line has what a good plan asks for."));
    return page;
  }
  page.paragraph(in.word("Dit zijn vragen, geen verboden: het programma ziet woorden, jij kent de inwoner.",
                         "These are questions, nothing is forbidden: the program sees words, you know the resident."));
  in.remarks(page, remarks);
  return page;
}

json plan_json(const Case& state, Date today) {
  auto rungs = json::array();
  const auto bars = ladder(state, Lang::en);
  for (std::size_t i = 0; i < bars.size(); ++i)
    rungs.push_back({{"rung", i < names_of(Rung{}).size() ? json(names_of(Rung{})[i].key) : json()},
                     {"count", bars[i].count},
                     {"share", bars[i].share}});
  auto scores = json::array();
  for (const auto& goal : state.goals) {
    if (!goal.set.scale) continue;
    const auto both = both_scores(state, goal);
    const auto value = [](const GoalMark* mark) { return mark == nullptr ? json() : json(*mark->given.value); };
    scores.push_back({{"goal", goal.set.id}, {"worker", value(both.worker)}, {"resident", value(both.resident)}});
  }
  auto remarks = json::array();
  for (const auto& one : plan_check(state, today))
    remarks.push_back({{"line", one.line},
                       {"check", one.check},
                       {"source", one.source},
                       {"says", {{"nl", one.says.nl}, {"en", one.says.en}}},
                       {"how", {{"nl", one.how.nl}, {"en", one.how.en}}}});
  return {{"ladder", std::move(rungs)}, {"both_scores", std::move(scores)}, {"remarks", std::move(remarks)}};
}

}  // namespace casus::report
