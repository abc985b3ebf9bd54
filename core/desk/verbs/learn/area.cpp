// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/learn/learn_verb.hpp"
#include "core/text/day_words.hpp"

#include <nlohmann/json.hpp>

/// The area analysis as a cycle that comes back. Its focus points and contributions are those of `area focus`.
namespace casus::desk {
namespace {

using text::gap;
using text::msg;
using text::way;

void area_begin_slots(Slots& s, BeginAreaCycle& c) {
  s.option(c.from, "learnhelp.area_from");
  s.option(c.to, "learnhelp.area_to");
  s.option(c.instrument, "learnhelp.instrument_area");
}
text::Message area_begin_done(const BeginAreaCycle&, const Learned& answer) {
  const auto* begun = std::get_if<AreaCycleBegun>(&answer.events.back().body);
  return msg("learn.area.begun", "from"_is = begun != nullptr ? text::day_message(begun->from) : text::Message(),
             "to"_is = begun != nullptr ? text::day_message(begun->to) : text::Message(),
             "figure"_is = way("area figure", "what"_is = gap(), "value"_is = gap(), "source"_is = gap()));
}

void area_next_slots(Slots& s, TurnAreaCycle& c) { s.option(c.next_on, "learnhelp.area_next_on"); }
text::Message area_next_done(const TurnAreaCycle&, const Learned& answer) {
  const auto* turned = std::get_if<AreaCycleTurned>(&answer.events.back().body);
  return msg("learn.area.ended",
             "on"_is = turned != nullptr && turned->next_on ? text::day_message(*turned->next_on) : text::Message(),
             "show"_is = way("area show"));
}

class AreaNext final : public Gives<LearnVerb, TurnAreaCycle, area_next_slots, area_next_done> {
 protected:
  text::Message done_at(Desk& desk, const Learned& answer) const override {
    const auto seen = session_meant(desk, "area", answer.session, true);
    const auto* step = seen.area->step();
    return step == nullptr ? done(answer)
                           : msg("learn.area.turned", "step"_is = step->title, "text"_is = step->text,
                                 "show"_is = way("area show"));
  }
};

void area_asks_slots(Slots& s, AnswerAreaQuestion& c) {
  s.word(c.question, "learnhelp.area_question");
  s.word(c.text, "learnhelp.area_answer");
}
text::Message area_asks_done(const AnswerAreaQuestion& c, const Learned&) {
  return msg("learn.circle.harvested", "item"_is = c.question);
}

class AreaAsks final : public Gives<LearnVerb, AnswerAreaQuestion, area_asks_slots, area_asks_done> {
 protected:
  text::Message done_at(Desk& desk, const Learned& answer) const override {
    const auto seen = session_meant(desk, "area", answer.session, true);
    const auto* said = std::get_if<AreaQuestionAnswered>(&answer.events.back().body);
    const auto* item = said != nullptr ? seen.area->instrument.item(said->question) : nullptr;
    return item == nullptr ? done(answer) : msg("learn.circle.harvested", "item"_is = item->title);
  }
};

void area_cancel_slots(Slots& s, CancelAreaCycle& c) { s.option(c.because, "learnhelp.because"); }
text::Message area_cancel_done(const CancelAreaCycle&, const Learned& answer) {
  return msg("learn.area.cancelled_now", "area"_is = answer.session, "begin"_is = way("area begin"));
}

void area_figure_slots(Slots& s, NoteAreaFigure& c) {
  s.word(c.what, "learnhelp.area_figure_what");
  s.word(c.value, "learnhelp.area_figure_value");
  s.option(c.year, "learnhelp.area_figure_year");
  s.option(c.source, "learnhelp.area_figure_source");
  s.option(c.unit, "learnhelp.area_figure_unit");
}
template <class Body>
text::Message area_noted(const Body&, const Learned& answer) {
  const auto id = made_in(answer);
  return msg("learn.area.noted", "what"_is = id, "strike"_is = way("area strike", "what"_is = id));
}

void area_voice_slots(Slots& s, NoteAreaVoice& c) {
  s.word(c.text, "learnhelp.area_voice_text");
  s.option(c.from, "learnhelp.area_voice_from");
  s.option(c.people, "learnhelp.area_voice_people");
  s.option(c.on, "learnhelp.area_voice_on");
}

void area_point_slots(Slots& s, NoteAreaPoint& c) {
  s.word(c.sort, "learnhelp.area_point_sort");
  s.word(c.text, "learnhelp.area_point_text");
  s.option(c.who, "learnhelp.area_point_who");
}

void area_strike_slots(Slots& s, StrikeFromArea& c) { s.word(c.what, "learnhelp.area_what"); }
text::Message area_strike_done(const StrikeFromArea& c, const Learned&) {
  return msg("learn.paper.taken_out", "what"_is = c.what);
}

class AreaShow final : public SessionPage {
 public:
  AreaShow() : SessionPage("CYCLE", "learnhelp.which_cycle") {}

 protected:
  void run(Desk& desk, Reply& reply) override {
    const auto seen = session_meant(desk, "area", session_, true);
    const auto before =
        seen.area->before.empty() ? std::nullopt : desk.learning().look(seen.area->before, std::string());
    const auto* previous = before ? &*before : nullptr;
    const auto team = desk.service().team().value_or(Team{});
    paper_.put(desk, reply, learning::area_page(seen, previous, team, desk.voice()),
               learning::area_json(seen, previous));
  }
};

}  // namespace

Entries learn_area_verbs() {
  return {
      {"area begin", "learnhelp.area_begin", "learnhelp.area_begin_line",
       fresh<Gives<LearnVerb, BeginAreaCycle, area_begin_slots, area_begin_done>>},
      {"area figure", "learnhelp.area_figure", "learnhelp.area_figure_line",
       fresh<Gives<LearnVerb, NoteAreaFigure, area_figure_slots, area_noted<NoteAreaFigure>>>},
      {"area voice", "learnhelp.area_voice", "learnhelp.area_voice_line",
       fresh<Gives<LearnVerb, NoteAreaVoice, area_voice_slots, area_noted<NoteAreaVoice>>>},
      {"area point", "learnhelp.area_point", "learnhelp.area_point_line",
       fresh<Gives<LearnVerb, NoteAreaPoint, area_point_slots, area_noted<NoteAreaPoint>>>},
      {"area strike", "learnhelp.area_strike", "learnhelp.area_strike_line",
       fresh<Gives<LearnVerb, StrikeFromArea, area_strike_slots, area_strike_done>>},
      {"area next", "learnhelp.area_next", "learnhelp.area_next_line", fresh<AreaNext>},
      {"area asks", "learnhelp.area_asks", "learnhelp.area_asks_line", fresh<AreaAsks>},
      {"area cancel", "learnhelp.area_cancel", "learnhelp.area_cancel_line",
       fresh<Gives<LearnVerb, CancelAreaCycle, area_cancel_slots, area_cancel_done>>},
      {"area show", "learnhelp.area_show", "learnhelp.area_show_line", fresh<AreaShow>},
  };
}

}  // namespace casus::desk
