// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/meeting_minutes.hpp"

#include "core/base/text.hpp"
#include "core/report/discreet.hpp"
#include "core/report/documents/template.hpp"
#include "core/report/meeting_words.hpp"
#include "core/report/naming.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report {

namespace {

using nlohmann::json;

constexpr const char* kMinutes = R"(# {{title}}

{{#facts}}
- **{{label}}:** {{text}}
{{/facts}}
{{#items}}

## {{name}}

{{#facts}}
- **{{label}}:** {{text}}
{{/facts}}
{{#groups}}

**{{name}}**

{{#lines}}
- {{.}}
{{/lines}}
{{/groups}}
{{#has_steps}}

| {{w.step}} | {{w.planned}} | {{w.used}} |
|---|---|---|
{{#steps}}
| {{name}} | {{planned}} | {{used}} |
{{/steps}}
{{/has_steps}}
{{/items}}
)";

struct MinutesWriter {
  const Definitions& definitions;
  Lang lang;

  template <class... Args>
  std::string say(std::string_view nl, std::string_view en, const Args&... args) const {
    return fmt::format(fmt::runtime(pick(lang, nl, en)), args...);
  }

  static void fact(json& facts, const std::string& label, const std::string& text) {
    if (!text.empty()) facts.push_back({{"label", label}, {"text", text}});
  }
  static void group(json& groups, const std::string& name, json lines) {
    if (!lines.empty()) groups.push_back({{"name", name}, {"lines", std::move(lines)}});
  }

  std::string used(double spent, double planned) const {
    auto out = minutes(spent, lang);
    if (planned > 0 && spent > planned) out += say(" ({} over de tijd)", " ({} over)", minutes(spent - planned, lang));
    return out;
  }

  /// What was agreed and told while the case was on the table, from its own events.
  json of_case(const AgendaItem& item, const CaseRecord& record, Time now) const {
    const auto& c = *record.state;
    const Naming names(c, definitions, lang);
    const Discreet discreet(c, lang);
    json facts = json::array(), decisions = json::array(), actions = json::array(), told = json::array(),
         dissent = json::array(), safety = json::array(), steps = json::array();
    fact(facts, say("casus", "case"), discreet.text(c.title));
    fact(facts, say("vraag", "question"), discreet.text(c.question));
    std::string review, methods;
    for (const auto& time : step_times(item, c, definitions, now)) {
      const auto name = names.method_name(time.method);
      if (methods.find(name) == std::string::npos) methods += (methods.empty() ? "" : ", ") + name;
      steps.push_back({{"name", names.step_name(time.phase, time.method, time.step)},
                       {"planned", time.planned > 0 ? minutes(time.planned, lang) : "-"},
                       {"used", used(time.spent, time.planned)}});
    }
    const auto during = [&](Time at) {
      return std::ranges::any_of(item.sittings,
                                 [&](const Sitting& s) { return at >= s.from && at <= s.to.value_or(now); });
    };
    for (const auto& event : record.events) {
      if (!during(event.at)) continue;
      if (const auto* e = std::get_if<DecisionTaken>(&event.body)) {
        const auto raised = std::ranges::find(c.decisions, e->decision, [](const Decision& d) { return d.raised.id; });
        const auto question = raised == c.decisions.end() ? e->decision : raised->raised.question;
        decisions.push_back(
            discreet.text(fmt::format("{} {}{}", question, e->outcome,
                                      e->because.empty() ? "" : say(" (want: {})", " (because: {})", e->because))));
        for (const auto& other : e->dissent) dissent.push_back(discreet.text(other));
      } else if (const auto* action = std::get_if<ActionAdded>(&event.body)) {
        actions.push_back(say("{}: {}, uiterlijk {}; {} kijkt na", "{}: {}, by {}; {} checks",
                              discreet.person(action->who), discreet.text(action->what),
                              action->by_when ? day(*action->by_when, lang) : "?", discreet.person(action->checks)));
      } else if (const auto* done = std::get_if<ActionFinished>(&event.body)) {
        const auto planned = std::ranges::find(c.actions, done->action, [](const Action& a) { return a.plan.id; });
        actions.push_back(
            fmt::format("{}: {}{}", planned == c.actions.end() ? done->action : discreet.text(planned->plan.what),
                        label(done->state, lang), done->note.empty() ? "" : "; " + discreet.text(done->note)));
      } else if (const auto* moved = std::get_if<ActionMoved>(&event.body)) {
        const auto planned = std::ranges::find(c.actions, moved->action, [](const Action& a) { return a.plan.id; });
        actions.push_back(say("{}: verzet naar {} ({})", "{}: moved to {} ({})",
                              planned == c.actions.end() ? moved->action : discreet.text(planned->plan.what),
                              day(moved->by_when, lang), discreet.text(moved->because)));
      } else if (const auto* heard = std::get_if<ResidentTold>(&event.body)) {
        told.push_back(fmt::format("{}: {}", discreet.person(heard->who), discreet.text(heard->what)) +
                       (heard->on ? fmt::format(" ({})", day(*heard->on, lang)) : ""));
      } else if (const auto* set = std::get_if<ReviewSet>(&event.body)) {
        review = day(set->on, lang);
      } else if (std::holds_alternative<ConcernRaised>(event.body)) {
        safety.push_back(say("zorg over veiligheid gemeld", "safety concern reported"));
      } else if (std::holds_alternative<AcuteRaised>(event.body)) {
        safety.push_back(say("acuut gevaar gemeld", "acute danger reported"));
      } else if (const auto* step = std::get_if<MeldcodeStepTaken>(&event.body)) {
        safety.push_back(say("meldcode: stap {}", "meldcode: step {}", step->step));
      }
    }
    fact(facts, say("methode", "method"), methods);
    fact(facts, say("terugkijken", "review"), review);
    if (told.empty())
      told.push_back(say("nog niet vastgelegd wie de inwoner wat vertelt (R16)",
                         "not written down yet who tells the resident what (R16)"));
    json groups = json::array();
    group(groups, say("Veiligheid", "Safety"), std::move(safety));
    group(groups, say("Besluiten", "Decisions"), std::move(decisions));
    group(groups, say("Afspraken", "Agreements"), std::move(actions));
    group(groups, say("Wat de inwoner hoort", "What the resident is told"), std::move(told));
    group(groups, say("Wie het anders ziet", "Who sees it otherwise"), std::move(dissent));
    return {{"facts", std::move(facts)},
            {"groups", std::move(groups)},
            {"has_steps", !steps.empty()},
            {"steps", std::move(steps)}};
  }

  json of_item(const AgendaItem& item, const Meeting& meeting, const std::vector<CaseRecord>& cases, Time now) const {
    json out{{"facts", json::array()}, {"groups", json::array()}, {"has_steps", false}};
    const auto record = std::ranges::find(cases, item.line.case_id, &CaseRecord::id);
    if (record != cases.end() && record->state) out = of_case(item, *record, now);
    out["name"] = capital(item_name(item.line, lang));
    auto& facts = out["facts"];
    if (!item.line.case_id.empty() && (record == cases.end() || !record->state))
      fact(facts, say("casus", "case"),
           record != cases.end() && record->withheld
               ? say("niet voor wie niet aan tafel zit", "not for who is not at its table")
               : say("gewist", "erased"));
    fact(facts, say("waarom", "why"), item.line.why == Why::standard ? "" : why_in_words(item.line, lang));
    if (!item.chair.empty() && item.chair != meeting.chair) fact(facts, say("gespreksleider", "chair"), item.chair);
    const auto spent = static_cast<double>(item.spent(now).count()) / 60.0;
    fact(facts, say("tijd", "time"),
         say("{} van {}", "{} of {}", used(spent, item.line.minutes), minutes(item.line.minutes, lang)));
    if (item.state == ItemState::untouched)
      fact(facts, say("niet besproken", "not discussed"), say("de vraag blijft staan", "its question stays asked"));
    if (item.state == ItemState::parked)
      fact(facts, say("geparkeerd", "parked"), item.because.empty() ? say("voor later", "for later") : item.because);
    return out;
  }
};

}  // namespace

std::vector<StepTime> step_times(const AgendaItem& item, const Case& state, const Definitions& definitions, Time now) {
  const Naming names(state, definitions, Lang::nl);
  std::vector<StepTime> times;
  for (const auto& visit : state.visits) {
    double spent = 0;
    for (const auto& sitting : item.sittings) {
      const auto end = sitting.to.value_or(now);
      if (end - sitting.from > kLongestSitting) continue;
      const auto from = std::max(sitting.from, visit.entered);
      const auto to = std::min(end, visit.left.value_or(end));
      if (to > from) spent += static_cast<double>((to - from).count()) / 60.0;
    }
    if (spent <= 0) continue;
    // What was planned is written when the step is left; until then the method says it.
    const auto* step = visit.left ? nullptr : names.step(visit);
    times.push_back(
        {visit.method, visit.phase, visit.step, step == nullptr ? visit.planned_minutes : step->minutes, spent});
  }
  return times;
}

std::string minutes_markdown(const Meeting& meeting, const std::vector<CaseRecord>& cases,
                             const Definitions& definitions, Time now, Lang lang) {
  const MinutesWriter writer{definitions, lang};
  json facts = json::array(), items = json::array();
  auto there = meeting.present;
  there.insert(there.end(), meeting.were_there.begin(), meeting.were_there.end());
  writer.fact(facts, writer.say("gespreksleider", "chair"), meeting.chair);
  writer.fact(facts, writer.say("verslaglegger", "note-taker"), meeting.note_taker);
  writer.fact(facts, writer.say("aanwezig", "present"), joined({there.begin(), there.end()}));
  writer.fact(facts, writer.say("afwezig", "away"), joined({meeting.away.begin(), meeting.away.end()}));
  double spent = 0;
  std::string not_reached;
  for (const auto& item : meeting.items) {
    spent += static_cast<double>(item.spent(now).count()) / 60.0;
    if (item.sittings.empty()) {
      if (item.state == ItemState::planned && !item.line.case_id.empty())
        not_reached += (not_reached.empty() ? "" : ", ") + item.line.case_id;
    } else if (!item.line.case_id.empty() || item.line.why != Why::standard) {
      items.push_back(writer.of_item(item, meeting, cases, now));
    }
  }
  writer.fact(facts, writer.say("tijd", "time"),
              writer.say("{} van {}", "{} of {}", minutes(spent, lang), minutes(meeting.minutes, lang)));
  writer.fact(facts, writer.say("niet aan toegekomen", "not reached"), not_reached);
  if (meeting.signals + meeting.learning > 0)
    writer.fact(facts, writer.say("bij het team genoteerd", "noted with the team"),
                writer.say("{} signalen, {} leerlijnen", "{} signals, {} lines of learning", meeting.signals,
                           meeting.learning));
  return filled(
      kMinutes,
      {{"title", writer.say("Verslag van het overleg van {}", "Minutes of the meeting of {}", day(meeting.on(), lang))},
       {"facts", std::move(facts)},
       {"items", std::move(items)},
       {"w",
        {{"step", writer.say("stap", "step")},
         {"planned", writer.say("gepland", "planned")},
         {"used", writer.say("gebruikt", "used")}}}});
}

}  // namespace casus::report
