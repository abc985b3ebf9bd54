// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload_text.hpp"

#include "core/base/csv.hpp"
#include "core/report/naming.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace casus::simulation {

namespace {

using nlohmann::json;
using report::pick;

json estimate_json(const std::optional<Estimate>& it) {
  if (!it) return json();
  return {{"mean", it->mean},           {"low", it->low},         {"high", it->high}, {"tenth", it->tenth},
          {"ninetieth", it->ninetieth}, {"team_years", it->units}};
}

json measures_json(const Estimates& estimates) {
  json out = json::object();
  for (const auto& name : names_of(Measure{}))
    out[std::string(name.key)] = estimate_json(estimates[static_cast<std::size_t>(name.value)]);
  return out;
}

/// A number that was asked for, as it was asked: 8, 1.25.
std::string asked_number(double value, Lang lang) {
  auto text = fmt::format("{:g}", value);
  if (lang == Lang::nl) std::ranges::replace(text, '.', ',');
  return text;
}

}  // namespace

std::string shown_number(double value, Lang lang) {
  if (value == 0 || std::abs(value) < 0.005) return "0";
  auto text = std::abs(value) >= 100  ? fmt::format("{:.0f}", value)
              : std::abs(value) >= 10 ? fmt::format("{:.1f}", value)
                                      : fmt::format("{:.2f}", value);
  if (lang == Lang::nl) std::ranges::replace(text, '.', ',');
  return text;
}

std::string shown_estimate(const Estimate& it, Lang lang) {
  if (it.units < 2) return shown_number(it.mean, lang);
  return fmt::format("{} ({} – {})", shown_number(it.mean, lang), shown_number(it.low, lang),
                     shown_number(it.high, lang));
}

std::string told_request(const CaseloadRequest& request, const CaseloadPlan& plan, Lang lang) {
  const auto& a = plan.settings.front().assumptions;
  const auto asked = plan.settings.size() < 2 ? std::string() : fmt::format(" ({})", request.compare);
  if (lang == Lang::nl)
    return fmt::format(
        "{} teams van {} mensen, {} weken, {} keer doorgerekend; {} nieuwe casussen per week, overleg van {} "
        "minuten{}; "
        "toeval {}.",
        plan.teams, asked_number(a.workers.value, lang), plan.scale.weeks, plan.runs,
        asked_number(a.cases_per_week.value, lang), asked_number(a.minutes.value, lang), asked, plan.scale.seed);
  return fmt::format(
      "{} teams of {} people, {} weeks, simulated {} time(s); {} new cases a week, a meeting of {} minutes{}; seed {}.",
      plan.teams, asked_number(a.workers.value, lang), plan.scale.weeks, plan.runs,
      asked_number(a.cases_per_week.value, lang), asked_number(a.minutes.value, lang), asked, plan.scale.seed);
}

std::vector<std::string> how_to_read(const CaseloadFigures& figures, Lang lang) {
  std::vector<std::string> out;
  if (figures.team_years < 2) {
    out.emplace_back(pick(lang, "Eén teamjaar: er is geen spreiding te zien. Reken vaker door met --runs.",
                          "One team-year: no spread can be seen. Simulate more often with --runs."));
    return out;
  }
  out.push_back(fmt::format(
      fmt::runtime(pick(
          lang,
          "Tussen haakjes: het 95%-interval van het gemiddelde over {} teamjaren (t-verdeling). Dat is hoe zeker het "
          "gemiddelde is, niet hoeveel teams van elkaar verschillen.",
          "In brackets: the 95% interval of the mean over {} team-years (Student's t). That is how sure the mean is, "
          "not how much teams differ.")),
      figures.team_years));
  if (figures.settings.size() > 1)
    out.emplace_back(pick(lang,
                          "Het verschil is per teamjaar genomen: beide instellingen kregen dezelfde casussen en "
                          "hetzelfde toeval.",
                          "The difference is taken team-year by team-year: both settings met the same cases and the "
                          "same chance."));
  return out;
}

std::vector<std::string> cannot_say(const CaseloadPlan& plan, Lang lang) {
  Rests rests = rests_on(plan.settings.front().assumptions);
  return {
      fmt::format(fmt::runtime(pick(lang,
                                    "{} van de {} getallen zijn aannames zonder bron. Andere aannames geven andere "
                                    "uitkomsten: verander ze in een eigen bestand (--assumptions).",
                                    "{} of the {} numbers are assumptions without a source. Other assumptions give "
                                    "other outcomes: change them in a file of your own (--assumptions).")),
                  rests.assumed, rests.assumed + rests.sourced),
      std::string(
          pick(lang,
               "Of inwoners er beter van worden, zegt dit niet. Er is doorgerekend wat regels en tijd doen met de "
               "volgorde en de afspraken.",
               "It does not say whether residents are better off. What is simulated is what rules and time do to order "
               "and agreements.")),
      std::string(pick(
          lang,
          "Mensen passen zich aan: ze slaan een overleg over, helpen elkaar, vragen buiten het overleg om raad. Dat "
          "zit er niet in.",
          "People adapt: they skip a meeting, help each other, ask for advice outside the meeting. That is not in "
          "it.")),
      std::string(pick(
          lang,
          "De agenda volgt een eenvoudige regel: wat afgebroken is, dan terugblikken, dan wie het langst wacht; wat "
          "niet past, wordt overgeslagen voor iets dat wel past.",
          "The agenda follows a simple rule: what was broken off, then follow-ups, then who waits longest; what "
          "does not fit is passed over for something that does.")),
      std::string(pick(
          lang,
          "Wie bij de eerste bespreking aan tafel zat, telt ook later mee; afwezigheid van anderen dan de inbrenger "
          "verandert een latere bespreking niet.",
          "Who sat at the table at the first review counts later too; absence of others than the presenter does "
          "not change a later review.")),
  };
}

std::string caseload_csv(const CaseloadFigures& figures) {
  std::vector<std::vector<std::string>> rows{{"setting", "measure", "mean", "low95", "high95", "tenth", "ninetieth",
                                              "team_years", "difference", "difference_low95", "difference_high95"}};
  const auto number = [](double value) { return fmt::format("{}", value); };
  for (const auto& setting : figures.settings)
    for (const auto& name : names_of(Measure{})) {
      const auto& it = setting.measures[static_cast<std::size_t>(name.value)];
      const auto& difference = setting.differences[static_cast<std::size_t>(name.value)];
      std::vector<std::string> row{setting.name, std::string(name.key)};
      if (it)
        row.insert(row.end(), {number(it->mean), number(it->low), number(it->high), number(it->tenth),
                               number(it->ninetieth), std::to_string(it->units)});
      row.resize(8);
      if (difference)
        row.insert(row.end(), {number(difference->mean), number(difference->low), number(difference->high)});
      row.resize(rows.front().size());
      rows.push_back(std::move(row));
    }
  return csv::written(rows);
}

json caseload_json(const CaseloadRequest& request, const CaseloadPlan& plan, const CaseloadFigures& figures,
                   Lang lang) {
  json settings = json::array();
  for (std::size_t i = 0; i < figures.settings.size(); ++i) {
    const auto& setting = figures.settings[i];
    const auto& assumptions = plan.settings[i].assumptions;
    json one{{"setting", setting.name},
             {"assumptions", {{"id", assumptions.id}, {"version", assumptions.version}, {"hash", assumptions.hash}}},
             {"measures", measures_json(setting.measures)},
             {"waiting_by_week", setting.queue},
             {"reviewed_by_day", setting.waits}};
    if (i > 0) one["differences"] = measures_json(setting.differences);
    settings.push_back(std::move(one));
  }
  return {{"teams", plan.teams},
          {"weeks", plan.scale.weeks},
          {"runs", plan.runs},
          {"seed", plan.scale.seed},
          {"compare", request.compare},
          {"team_years", figures.team_years},
          {"interval", "95%, Student's t over team-years"},
          {"case_lives", figures.lives},
          {"commands", figures.doings.commands},
          {"events", figures.doings.events},
          {"refused", figures.doings.refused},
          {"replanned", figures.doings.replanned},
          {"settings", std::move(settings)},
          {"cannot_say", cannot_say(plan, lang)}};
}

}  // namespace casus::simulation
