// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/learn/learn_verb.hpp"

#include "core/text/day_words.hpp"
#include "core/text/names_in_a_row.hpp"

#include <nlohmann/json.hpp>

/// The circle of learning, step by step: by many, each on an own device, or by one who types for the table.
namespace casus::desk {
namespace {

using text::msg;

void start_slots(Slots& s, BeginCircle& c) {
  s.word(c.question, "learnhelp.circle_question");
  s.option(c.others, "learnhelp.circle_others");
  s.option(c.instrument, "learnhelp.instrument_circle");
}
text::Message start_done(const BeginCircle&, const Learned& answer) {
  return msg("learn.circle.begun", "circle"_is = answer.session,
             "ask"_is = text::way("learn circle ask", "question"_is = text::gap()));
}

void ask_slots(Slots& s, AskRound& c) {
  s.word(c.question, "learnhelp.circle_question");
  s.option(c.most, "learnhelp.circle_most");
}
text::Message ask_done(const AskRound&, const Learned&) {
  return msg("learn.circle.asked", "card"_is = text::way("learn circle card", "text"_is = text::gap()),
             "reveal"_is = text::way("learn circle reveal"));
}

void card_slots(Slots& s, WriteCard& c) {
  s.word(c.text, "learnhelp.circle_card_text");
  s.option(c.sort, "learnhelp.circle_sort");
  s.flag(c.guest, "learnhelp.circle_guest");
}
text::Message card_done(const WriteCard&, const Learned& answer) {
  return msg("learn.circle.written", "card"_is = made_in(answer));
}

void back_slots(Slots& s, TakeCardBack& c) { s.word(c.card, "learnhelp.circle_card"); }
text::Message back_done(const TakeCardBack& c, const Learned& answer) {
  const auto* back = std::get_if<CardTakenBack>(&answer.events.back().body);
  return back != nullptr && !back->counted.empty() ? msg("learn.circle.words_gone", "card"_is = c.card)
                                                   : msg("learn.circle.taken_back", "card"_is = c.card);
}
using CircleBack = Gives<LearnVerb, TakeCardBack, back_slots, back_done>;

text::Message reveal_done(const ShowCards&, const Learned&) {
  return msg("learn.circle.revealed", "show"_is = text::way("learn circle show"),
             "cluster"_is = text::way("learn circle cluster", "name"_is = text::gap(), "cards"_is = text::gap()));
}

void cluster_slots(Slots& s, ClusterCards& c) {
  s.word(c.name, "learnhelp.circle_cluster_name");
  s.word(c.cards, "learnhelp.circle_cluster_cards");
  s.option(c.called, "learnhelp.circle_called");
  s.flag(c.apart, "learnhelp.circle_apart");
}
text::Message cluster_done(const ClusterCards& c, const Learned& answer) {
  if (!c.called.empty()) return msg("learn.circle.renamed", "name"_is = c.called, "id"_is = made_in(answer));
  if (c.apart) return msg("learn.circle.is_apart", "cards"_is = text::names_in_a_row(c.cards));
  return msg("learn.circle.clustered", "name"_is = c.name, "id"_is = made_in(answer));
}

void dots_slots(Slots& s, PlaceDots& c) {
  s.word(c.clusters, "learnhelp.circle_dots_clusters");
  s.option(c.guest, "learnhelp.circle_which_guest");
}
text::Message dots_done(const PlaceDots&, const Learned&) {
  return msg("learn.circle.dotted", "count"_is = text::way("learn circle count"));
}
text::Message count_done(const ShowDots&, const Learned&) {
  return msg("learn.circle.dots_counted", "show"_is = text::way("learn circle show"));
}

void stand_slots(Slots& s, StandOnLine& c) {
  s.word(c.line, "learnhelp.circle_line");
  s.word(c.place, "learnhelp.circle_place");
  s.option(c.guest, "learnhelp.circle_which_guest");
}
text::Message stand_done(const StandOnLine& c, const Learned&) {
  return msg("learn.circle.stood", "line"_is = text::way("learn circle line", "line"_is = c.line));
}

void line_slots(Slots& s, ShowLine& c) {
  s.word(c.line, "learnhelp.circle_line");
  s.option(c.step, "learnhelp.circle_line_step");
}
text::Message line_done(const ShowLine&, const Learned& answer) {
  const auto* shown = std::get_if<LineShown>(&answer.events.back().body);
  return shown != nullptr && shown->second ? msg("learn.circle.line_moved") : msg("learn.circle.line_shown");
}

void harvest_slots(Slots& s, NoteHarvest& c) {
  s.word(c.item, "learnhelp.circle_item");
  s.word(c.text, "learnhelp.circle_said");
}
text::Message harvest_done(const NoteHarvest& c, const Learned&) {
  return msg("learn.circle.harvested", "item"_is = c.item);
}

class CircleHarvest final : public Gives<LearnVerb, NoteHarvest, harvest_slots, harvest_done> {
 protected:
  text::Message done_at(Desk& desk, const Learned& answer) const override {
    const auto seen = session_meant(desk, "circle", answer.session, true);
    const auto* noted = std::get_if<HarvestNoted>(&answer.events.back().body);
    const auto* item = noted != nullptr ? seen.circle->instrument.item(noted->item) : nullptr;
    return item == nullptr ? done(answer) : msg("learn.circle.harvested", "item"_is = item->title);
  }
};

void circle_strike_slots(Slots& s, StrikeFromCircle& c) { s.word(c.what, "learnhelp.circle_what_out"); }
text::Message circle_strike_done(const StrikeFromCircle& c, const Learned&) {
  return msg("learn.paper.taken_out", "what"_is = c.what);
}

void circle_cancel_slots(Slots& s, CancelCircle& c) { s.option(c.because, "learnhelp.because"); }
text::Message circle_cancel_done(const CancelCircle&, const Learned& answer) {
  return msg("learn.circle.cancelled_now", "circle"_is = answer.session);
}
text::Message circle_cancel_lost(const std::string& session) {
  return msg("learn.circle.cancel_ask", "circle"_is = session);
}

using CircleCancel =
    AsksFirst<Gives<LearnVerb, CancelCircle, circle_cancel_slots, circle_cancel_done>, circle_cancel_lost>;

/// What earlier circles left, the last first.
learning::CircleBefore circles_before(Desk& desk, const std::string& session) {
  learning::CircleBefore all;
  for (const auto& id : desk.learning().sessions("circle")) {
    if (id == session) break;
    const auto seen = desk.learning().look(id, {});
    if (!seen || !seen->circle || seen->circle->cancelled) continue;
    for (const auto& line : seen->circle->lines)
      if (line.shown)
        all.lines.insert(all.lines.begin(), {line.id, seen->begun_on, line.moved ? *line.moved : *line.shown});
    if (auto partners = learning::named_partners(*seen->circle); !partners.empty()) all.partners = std::move(partners);
  }
  return all;
}

void act_slots(Slots& s, AgreeCircleStep& c) {
  s.word(c.what, "learnhelp.circle_what");
  s.option(c.who, "learnhelp.circle_who");
  s.option(c.by_when, "learnhelp.circle_by_when");
}
text::Message act_done(const AgreeCircleStep&, const Learned&) { return msg("learn.circle.agreed"); }

void circle_answer_slots(Slots& s, AnswerCircleStep& c) {
  s.word(c.step, "learnhelp.circle_step");
  s.word(c.outcome, "learnhelp.paper_outcome");
  s.option(c.state, "help.done_partly_2");
}
text::Message circle_answer_done(const AnswerCircleStep& c, const Learned&) {
  return msg("learn.paper.promise_answered", "promise"_is = c.step);
}

void which_circle(Slots& s, std::string& circle) { s.option("circle", circle, "learnhelp.which_circle"); }

/// Of an earlier circle too: what it agreed stays until somebody says what came of it.
using CircleAnswer =
    OfSession<Gives<LearnVerb, AnswerCircleStep, circle_answer_slots, circle_answer_done>, which_circle>;

void report_slots(Slots& s, ReportCircle& c) { s.word(c.until, "learnhelp.circle_until"); }
text::Message report_done(const ReportCircle& c, const Learned&) {
  return msg("learn.circle.reported", "until"_is = text::day_message(c.until),
             "object"_is = text::way("learn circle object", "text"_is = text::gap()));
}

void object_slots(Slots& s, ObjectToCircle& c) {
  s.word(c.text, "learnhelp.circle_objection");
  s.flag(c.withdraw, "learnhelp.withdraw");
}
text::Message object_done(const ObjectToCircle& c, const Learned& answer) {
  if (c.withdraw) return msg("learn.circle.withdrawn");
  const auto* objected = std::get_if<CircleObjected>(&answer.events.back().body);
  return objected != nullptr && !objected->events.empty() ? msg("learn.circle.objected_anew")
                                                          : msg("learn.circle.objected");
}
text::Message settle_done(const SettleCircle&, const Learned&) {
  return msg("learn.circle.settled_now", "show"_is = text::way("learn circle show"));
}

class CircleShow final : public SessionPage {
 public:
  CircleShow() : SessionPage("CIRCLE", "learnhelp.which_circle") {}

 protected:
  void run(Desk& desk, Reply& reply) override {
    const bool shared = not_in_private(desk).has_value();
    const auto seen = session_meant(desk, "circle", session_, shared);
    paper_.put(desk, reply, learning::circle_page(seen, desk.voice(), circles_before(desk, seen.id)),
               learning::circle_json(seen));
  }
};

/// Partner cards onto the team's map of partners: each organisation with how often it was named.
class CirclePartners final : public Verb {
 public:
  Access access() const override { return does(Ground::team); }
  void shape(Slots& slots) override { slots.maybe("CIRCLE", circle_, "learnhelp.which_circle"); }

 protected:
  void run(Desk& desk, Reply& reply) override {
    const auto seen = session_meant(desk, "circle", circle_, true);
    const auto partners = learning::named_partners(*seen.circle);
    const auto team = desk.service().team().value_or(Team{});
    int added = 0;
    for (const auto& one : partners) {
      const auto* known = team.partner(one.name);
      const bool there = known != nullptr;
      const auto standing = one.sort == CardSort::present ? Partnership::present : Partnership::wished;
      // Who is there already is not wished any more, however often the name is on a card.
      if (there && (known->partnership == standing || standing == Partnership::wished)) continue;
      AddPartner add{{.name = there ? known->name : one.name,
                      .kind = there ? known->kind : PartnerKind::other,
                      .partnership = standing}};
      if (!there || known->purpose.empty())
        add.purpose = desk.voice().say("learn.circle.partner_purpose", "count"_is = one.cards);
      const auto id = command_id.empty() ? std::string() : command_id + "/" + std::to_string(added);
      const auto answer = desk.service().handle(completed(desk, TeamCommand{id, desk.now(), std::move(add)}));
      if (!answer.done()) return show(desk, reply, answer);
      ++added;
    }
    if (desk.json()) return reply.json({{"ok", true}, {"partners", added}});
    reply.line(added == 0 ? desk.voice().say("learn.circle.no_partners")
                          : desk.voice().say("learn.circle.partners_added", "count"_is = added,
                                             "list"_is = text::way("team partner list")),
               Tone::good);
  }

 private:
  std::string circle_;
};

}  // namespace

Entries learn_circle_verbs() {
  return {
      {"learn circle start", "learnhelp.circle_start", "learnhelp.circle_start_line",
       fresh<Gives<LearnVerb, BeginCircle, start_slots, start_done>>},
      {"learn circle ask", "learnhelp.circle_ask", "learnhelp.circle_ask_line",
       fresh<Gives<LearnVerb, AskRound, ask_slots, ask_done>>},
      {"learn circle card", "learnhelp.circle_write", "learnhelp.circle_write_line",
       fresh<Gives<LearnVerb, WriteCard, card_slots, card_done>>},
      {"learn circle back", "learnhelp.circle_back", "learnhelp.circle_back_line", fresh<CircleBack>},
      {"learn circle reveal", "learnhelp.circle_reveal", "learnhelp.circle_reveal_line",
       fresh<Gives<LearnVerb, ShowCards, no_words<ShowCards>, reveal_done>>},
      {"learn circle cluster", "learnhelp.circle_cluster", "learnhelp.circle_cluster_line",
       fresh<Gives<LearnVerb, ClusterCards, cluster_slots, cluster_done>>},
      {"learn circle dots", "learnhelp.circle_dots", "learnhelp.circle_dots_line",
       fresh<Gives<LearnVerb, PlaceDots, dots_slots, dots_done>>},
      {"learn circle count", "learnhelp.circle_count", "learnhelp.circle_count_line",
       fresh<Gives<LearnVerb, ShowDots, no_words<ShowDots>, count_done>>},
      {"learn circle stand", "learnhelp.circle_stand", "learnhelp.circle_stand_line",
       fresh<Gives<LearnVerb, StandOnLine, stand_slots, stand_done>>},
      {"learn circle line", "learnhelp.circle_line_show", "learnhelp.circle_line_show_line",
       fresh<Gives<LearnVerb, ShowLine, line_slots, line_done>>},
      {"learn circle harvest", "learnhelp.circle_harvest", "learnhelp.circle_harvest_line", fresh<CircleHarvest>},
      {"learn circle agree", "learnhelp.circle_agree", "learnhelp.circle_agree_line",
       fresh<Gives<LearnVerb, AgreeCircleStep, act_slots, act_done>>},
      {"learn circle answer", "learnhelp.circle_answer", "learnhelp.circle_answer_line", fresh<CircleAnswer>},
      {"learn circle strike", "learnhelp.circle_strike", "learnhelp.circle_strike_line",
       fresh<Gives<LearnVerb, StrikeFromCircle, circle_strike_slots, circle_strike_done>>},
      {"learn circle partners", "learnhelp.circle_partners", "learnhelp.circle_partners_line", fresh<CirclePartners>},
      {"learn circle report", "learnhelp.circle_report", "learnhelp.circle_report_line",
       fresh<Gives<LearnVerb, ReportCircle, report_slots, report_done>>},
      {"learn circle object", "learnhelp.circle_object", "learnhelp.circle_object_line",
       fresh<Gives<LearnVerb, ObjectToCircle, object_slots, object_done>>},
      {"learn circle settle", "learnhelp.circle_settle", "learnhelp.circle_settle_line",
       fresh<Gives<LearnVerb, SettleCircle, no_words<SettleCircle>, settle_done>>},
      {"learn circle cancel", "learnhelp.circle_cancel", "learnhelp.circle_cancel_line", fresh<CircleCancel>},
      {"learn circle show", "learnhelp.circle_show", "learnhelp.circle_show_line", fresh<CircleShow>},
  };
}

}  // namespace casus::desk
