// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/meeting_minutes.hpp"

#include "core/base/text.hpp"
#include "core/report/discreet.hpp"
#include "core/report/meeting_words.hpp"
#include "core/report/naming.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

using Lines = std::vector<std::string>;

struct MinutesWriter {
  const Definitions& definitions;
  Lang lang;

  template <class... Args>
  std::string say(std::string_view nl, std::string_view en, const Args&... args) const {
    return fmt::format(fmt::runtime(pick(lang, nl, en)), args...);
  }

  std::string used(double spent, double planned) const {
    auto out = minutes(spent, lang);
    if (planned > 0 && spent > planned) out += say(" ({} over de tijd)", " ({} over)", minutes(spent - planned, lang));
    return out;
  }

  /// What was agreed and told while the case was on the table, by the heading under which it stands.
  struct Agreed {
    Lines safety, decisions, actions, told, dissent;
    std::string review;
  };

  Agreed agreed_in(const AgendaItem& item, const CaseRecord& record, Time now) const {
    const auto& c = *record.state;
    const Discreet discreet(c, lang);
    const auto during = [&](Time at) {
      return std::ranges::any_of(item.sittings,
                                 [&](const Sitting& s) { return at >= s.from && at <= s.to.value_or(now); });
    };
    const auto action_name = [&](const std::string& id) {
      const auto planned = std::ranges::find(c.actions, id, [](const Action& a) { return a.plan.id; });
      return planned == c.actions.end() ? id : discreet.text(planned->plan.what);
    };
    const auto mark = [&](std::string_view ref) { return changed_mark(c, ref, lang); };
    Agreed out;
    for (const auto& event : record.events) {
      if (!during(event.at)) continue;
      if (const auto* e = std::get_if<DecisionTaken>(&event.body)) {
        const auto raised = std::ranges::find(c.decisions, e->decision, [](const Decision& d) { return d.raised.id; });
        const auto question = raised == c.decisions.end() ? e->decision : raised->raised.question;
        out.decisions.push_back(
            discreet.text(fmt::format("{}{} {}{}", question, mark(e->decision), e->outcome,
                                      e->because.empty() ? "" : say(" (want: {})", " (because: {})", e->because))));
        for (const auto& other : e->dissent) out.dissent.push_back(discreet.text(other));
      } else if (const auto* action = std::get_if<ActionAdded>(&event.body)) {
        out.actions.push_back(say("{}: {}, uiterlijk {}; {} kijkt na", "{}: {}, by {}; {} checks",
                                  discreet.person(action->who), discreet.text(action->what) + mark(action->id),
                                  action->by_when ? due(*action, lang) : "?", discreet.person(action->checks)));
      } else if (const auto* done = std::get_if<ActionFinished>(&event.body)) {
        out.actions.push_back(fmt::format("{}: {}{}", action_name(done->action), label(done->state, lang),
                                          done->note.empty() ? "" : "; " + discreet.text(done->note)));
      } else if (const auto* moved = std::get_if<ActionMoved>(&event.body)) {
        out.actions.push_back(say("{}: verzet naar {} ({})", "{}: moved to {} ({})", action_name(moved->action),
                                  day(moved->by_when, lang), discreet.text(moved->because)));
      } else if (const auto* heard = std::get_if<ResidentTold>(&event.body)) {
        out.told.push_back(
            fmt::format("{}: {} ({})", discreet.person(heard->who), discreet.text(heard->what), day(heard->on, lang)));
      } else if (const auto* set = std::get_if<ReviewSet>(&event.body)) {
        out.review = day(set->on, lang);
      } else if (std::holds_alternative<ConcernRaised>(event.body)) {
        out.safety.push_back(say("zorg over veiligheid gemeld", "safety concern reported"));
      } else if (std::holds_alternative<AcuteRaised>(event.body)) {
        out.safety.push_back(say("acuut gevaar gemeld", "acute danger reported"));
      } else if (const auto* step = std::get_if<MeldcodeStepTaken>(&event.body)) {
        out.safety.push_back(say("meldcode: stap {}", "meldcode: step {}", step->step));
      }
    }
    if (out.told.empty())
      out.told.push_back(say("nog niet vastgelegd wie de inwoner wat vertelt (R16)",
                             "not written down yet who tells the resident what (R16)"));
    return out;
  }

  void add_agreed(page::Page& page, const Agreed& agreed) const {
    const auto group = [&](const std::string& name, const Lines& lines) {
      if (!lines.empty()) page.paragraph(page::Line().strong(name));
      page.bullets(lines);
    };
    group(say("Veiligheid", "Safety"), agreed.safety);
    group(say("Besluiten", "Decisions"), agreed.decisions);
    group(say("Afspraken", "Agreements"), agreed.actions);
    group(say("Wat de inwoner hoort", "What the resident is told"), agreed.told);
    group(say("Wie het anders ziet", "Who sees it otherwise"), agreed.dissent);
  }

  void add_item(page::Page& page, const AgendaItem& item, const Meeting& meeting, const std::vector<CaseRecord>& cases,
                Time now) const {
    page.section(capital(item_name(item.line, lang)));
    const auto record = std::ranges::find(cases, item.line.case_id, &CaseRecord::id);
    const bool has_case = record != cases.end() && record->state;
    Agreed agreed;
    std::vector<page::Row> steps;
    if (has_case) {
      const auto& c = *record->state;
      const Naming names(c, definitions, lang);
      const Discreet discreet(c, lang);
      agreed = agreed_in(item, *record, now);
      std::string methods;
      for (const auto& time : step_times(item, c, definitions, now)) {
        const auto name = names.method_with_status(time.method);
        if (methods.find(name) == std::string::npos) methods += (methods.empty() ? "" : ", ") + name;
        steps.push_back({names.step_name(time.phase, time.method, time.step),
                         time.planned > 0 ? minutes(time.planned, lang) : "-", used(time.spent, time.planned)});
      }
      page.fact(say("casus", "case"), discreet.text(c.title) + changed_mark(c, "title", lang));
      page.fact(say("vraag", "question"),
                c.question.empty() ? "" : discreet.text(c.question) + changed_mark(c, "question", lang));
      page.fact(say("methode", "method"), methods);
      page.fact(say("terugkijken", "review"), agreed.review);
    } else if (!item.line.case_id.empty()) {
      page.fact(say("casus", "case"), record != cases.end() && record->withheld
                                          ? say("niet voor wie niet aan tafel zit", "not for who is not at its table")
                                          : say("gewist", "erased"));
    }
    page.fact(say("waarom", "why"), item.line.why == Why::standard ? "" : why_in_words(item.line, lang));
    if (item.chair != meeting.chair) page.fact(say("gespreksleider", "chair"), item.chair);
    const auto spent = static_cast<double>(item.spent(now).count()) / 60.0;
    page.fact(say("tijd", "time"),
              say("{} van {}", "{} of {}", used(spent, item.line.minutes), minutes(item.line.minutes, lang)));
    if (item.state == ItemState::untouched)
      page.fact(say("niet besproken", "not discussed"), say("de vraag blijft staan", "its question stays asked"));
    if (item.state == ItemState::parked)
      page.fact(say("geparkeerd", "parked"), item.because.empty() ? say("voor later", "for later") : item.because);
    add_agreed(page, agreed);
    if (!steps.empty()) page.table({say("stap", "step"), say("gepland", "planned"), say("gebruikt", "used")}, steps);
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

page::Page minutes_page(const Meeting& meeting, const std::vector<CaseRecord>& cases, const Definitions& definitions,
                        Time now, Lang lang) {
  const MinutesWriter writer{definitions, lang};
  page::Page page;
  page.title = writer.say("Verslag van het overleg van {}", "Minutes of the meeting of {}", day(meeting.on(), lang));
  auto there = meeting.present;
  there.insert(there.end(), meeting.were_there.begin(), meeting.were_there.end());
  page.fact(writer.say("gespreksleider", "chair"), meeting.chair);
  page.fact(writer.say("verslaglegger", "note-taker"), meeting.note_taker);
  page.fact(writer.say("aanwezig", "present"), joined({there.begin(), there.end()}));
  page.fact(writer.say("afwezig", "away"), joined({meeting.away.begin(), meeting.away.end()}));
  double spent = 0;
  std::string not_reached;
  for (const auto& item : meeting.items) {
    spent += static_cast<double>(item.spent(now).count()) / 60.0;
    if (item.sittings.empty() && item.state == ItemState::planned && !item.line.case_id.empty())
      not_reached += (not_reached.empty() ? "" : ", ") + item.line.case_id;
  }
  page.fact(writer.say("tijd", "time"),
            writer.say("{} van {}", "{} of {}", minutes(spent, lang), minutes(meeting.minutes, lang)));
  page.fact(writer.say("niet aan toegekomen", "not reached"), not_reached);
  if (meeting.signals + meeting.learning > 0)
    page.fact(writer.say("bij het team genoteerd", "noted with the team"),
              writer.say("{} signalen, {} leerlijnen", "{} signals, {} lines of learning", meeting.signals,
                         meeting.learning));
  for (const auto& item : meeting.items)
    if (!item.sittings.empty() && (!item.line.case_id.empty() || item.line.why != Why::standard))
      writer.add_item(page, item, meeting, cases, now);
  return page;
}

}  // namespace casus::report
