// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/learn/learn_verb.hpp"
#include "core/text/day_words.hpp"

#include <nlohmann/json.hpp>

/// The team's paper as a session: three rounds, a proof, and out.
namespace casus::desk {
namespace {

using text::gap;
using text::msg;
using text::way;

void paper_start_slots(Slots& s, BeginPaper& c) {
  s.word(c.present, "learnhelp.paper_present");
  s.option(c.emphasis, "learnhelp.paper_emphasis");
  s.option(c.others, "learnhelp.circle_others");
  s.option(c.instrument, "learnhelp.instrument_paper");
}
text::Message paper_start_done(const BeginPaper&, const Learned& answer) {
  return msg("learn.paper.begun", "paper"_is = answer.session, "me"_is = way("learn paper me", "text"_is = gap()));
}

/// What somebody writes alone: never on a screen that others see, and never typed for another.
class PaperOwnVerb : public LearnVerb {
 protected:
  bool is_private() const override { return true; }
};

void paper_me_slots(Slots& s, WriteOwnLine& c) {
  s.word(c.text, "learnhelp.paper_me_text");
  s.flag(c.offer, "learnhelp.paper_me_offer");
}
text::Message paper_me_done(const WriteOwnLine& c, const Learned& answer) {
  const auto line = made_in(answer);
  return c.offer
             ? msg("learn.paper.written_offered", "line"_is = line)
             : msg("learn.paper.written", "line"_is = line, "offer"_is = way("learn paper offer", "line"_is = line));
}

void paper_offer_slots(Slots& s, OfferOwnLine& c) {
  s.word(c.line, "learnhelp.paper_line");
  s.flag(c.keep, "learnhelp.paper_keep");
}
text::Message paper_offer_done(const OfferOwnLine& c, const Learned&) {
  return c.keep ? msg("learn.paper.kept", "line"_is = c.line) : msg("learn.paper.offered", "line"_is = c.line);
}

void paper_card_slots(Slots& s, WritePaperCard& c) {
  s.word(c.question, "learnhelp.paper_question");
  s.word(c.text, "learnhelp.circle_card_text");
}
text::Message paper_card_done(const WritePaperCard&, const Learned& answer) {
  return msg("learn.circle.written", "card"_is = made_in(answer));
}

text::Message paper_next_done(const TurnPaperRound&, const Learned&) {
  return msg("learn.paper.turned", "show"_is = way("learn paper show"));
}

void paper_settle_slots(Slots& s, SettlePaperLine& c) {
  s.word(c.question, "learnhelp.paper_question");
  s.word(c.text, "learnhelp.paper_settled_text");
}
text::Message paper_settle_done(const SettlePaperLine&, const Learned& answer) {
  const auto line = made_in(answer);
  return msg("learn.paper.line_settled", "line"_is = line, "out"_is = way("learn paper out", "what"_is = line));
}

void paper_promise_slots(Slots& s, PromiseInPaper& c) {
  s.word(c.what, "learnhelp.circle_what");
  s.option(c.who, "learnhelp.paper_who");
  s.option(c.by_when, "learnhelp.circle_by_when");
}
text::Message paper_promise_done(const PromiseInPaper&, const Learned& answer) {
  return msg("learn.paper.promised", "promise"_is = made_in(answer));
}

void paper_answer_slots(Slots& s, AnswerPromise& c) {
  s.word(c.promise, "learnhelp.paper_promise");
  s.word(c.outcome, "learnhelp.paper_outcome");
  s.option(c.state, "help.done_partly_2");
}
text::Message paper_answer_done(const AnswerPromise& c, const Learned&) {
  return msg("learn.paper.promise_answered", "promise"_is = c.promise);
}

text::Message paper_proof_done(const ProofPaper&, const Learned&) {
  return msg("learn.paper.proofed", "show"_is = way("learn paper show"), "publish"_is = way("learn paper publish"));
}
text::Message paper_publish_done(const PublishPaper&, const Learned& answer) {
  const auto* out = std::get_if<PaperPublished>(&answer.events.back().body);
  return msg("learn.paper.published", "number"_is = out != nullptr ? out->number : 0,
             "show"_is = way("learn paper show"));
}

void which_paper(Slots& s, std::string& paper) { s.option("paper", paper, "learnhelp.which_paper"); }

template <class Body, void (*Shape)(Slots&, Body&), text::Message (*Done)(const Body&, const Learned&)>
using OfAnEdition = OfSession<Gives<LearnVerb, Body, Shape, Done>, which_paper>;

void paper_out_slots(Slots& s, TakeOutOfPaper& c) { s.word(c.what, "learnhelp.paper_what"); }
text::Message paper_out_done(const TakeOutOfPaper& c, const Learned&) {
  return msg("learn.paper.taken_out", "what"_is = c.what);
}
void paper_cancel_slots(Slots& s, CancelPaper& c) { s.option(c.because, "learnhelp.because"); }
text::Message paper_cancel_done(const CancelPaper&, const Learned& answer) {
  return msg("learn.paper.cancelled_now", "paper"_is = answer.session);
}

text::Message paper_cancel_lost(const std::string& session) {
  return msg("learn.paper.cancel_ask", "paper"_is = session);
}

using PaperCancel = AsksFirst<OfAnEdition<CancelPaper, paper_cancel_slots, paper_cancel_done>, paper_cancel_lost>;

/// The edition that is meant; left out, the last that was not taken back.
learning::Session paper_meant(Desk& desk, const std::string& given, bool shared) {
  if (given.empty()) {
    const auto all = desk.learning().sessions("paper");
    for (auto id = all.rbegin(); id != all.rend(); ++id) {
      auto seen = session_meant(desk, "paper", *id, shared);
      if (!seen.paper->cancelled) return seen;
    }
  }
  return session_meant(desk, "paper", given, shared);
}

class PaperShow final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    slots.maybe("PAPER", paper_, "learnhelp.which_paper");
    slots.flag("aloud", aloud_, "learnhelp.paper_aloud");
    sheet_.shape(slots);
  }

 protected:
  void run(Desk& desk, Reply& reply) override {
    const bool shared = not_in_private(desk).has_value();
    const auto seen = paper_meant(desk, paper_, shared);
    std::optional<learning::Session> before;
    if (!seen.paper->before.empty())
      before = desk.learning().look(seen.paper->before, shared ? std::string() : desk.who_or_nobody());
    const auto* previous = before ? &*before : nullptr;
    sheet_.put(desk, reply,
               aloud_ ? learning::paper_aloud(seen, previous, desk.voice())
                      : learning::paper_page(seen, previous, desk.voice()),
               learning::paper_json(seen, previous));
  }

 private:
  std::string paper_;
  bool aloud_ = false;
  LearnPaper sheet_;
};

class PaperMine final : public SessionPage {
 public:
  PaperMine() : SessionPage("PAPER", "learnhelp.which_paper") {}

 protected:
  void run(Desk& desk, Reply& reply) override {
    if (const auto refusal = not_in_private(desk)) return show(desk, reply, *refusal);
    const auto& name = desk.who();
    const auto seen = paper_meant(desk, session_, false);
    const auto person = desk.learning().person_in(seen, name);
    const auto last = desk.learning().current("scan");
    const auto scan = last.empty() ? std::nullopt : desk.learning().look(last, name);
    const auto* answers = scan && scan->scan ? &*scan : nullptr;
    paper_.put(desk, reply, learning::paper_mine_page(seen, person, answers, desk.voice()),
               learning::paper_mine_json(seen, person, answers));
  }
};

/// The editions there are, with the day on which each was out.
class PaperList final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots&) override {}

 protected:
  void run(Desk& desk, Reply& reply) override {
    nlohmann::json all = nlohmann::json::array();
    for (const auto& id : desk.learning().sessions("paper")) {
      const auto seen = desk.learning().look(id, {});
      if (!seen || !seen->paper) continue;
      all.push_back(learning::paper_json(*seen, nullptr));
      if (!desk.json())
        reply.line(id + "  " + learning::paper_page(*seen, nullptr, desk.voice()).title + ", " +
                   text::day_in_words(seen->paper->published_on.value_or(seen->begun_on), desk.voice()) +
                   (seen->paper->cancelled ? " (" + desk.voice().say("learn.paper.taken_back") + ")" : ""));
    }
    if (desk.json()) return reply.json({{"papers", std::move(all)}});
    if (all.empty()) reply.line(desk.voice().say("learn.begin_with", "way"_is = way("learn paper start")));
  }
};

}  // namespace

Entries learn_paper_verbs() {
  return {
      {"learn paper start", "learnhelp.paper_start", "learnhelp.paper_start_line",
       fresh<Gives<LearnVerb, BeginPaper, paper_start_slots, paper_start_done>>},
      {"learn paper me", "learnhelp.paper_me", "learnhelp.paper_me_line",
       fresh<Gives<PaperOwnVerb, WriteOwnLine, paper_me_slots, paper_me_done>>},
      {"learn paper offer", "learnhelp.paper_offer", "learnhelp.paper_offer_line",
       fresh<Gives<PaperOwnVerb, OfferOwnLine, paper_offer_slots, paper_offer_done>>},
      {"learn paper mine", "learnhelp.paper_mine", "learnhelp.paper_mine_line", fresh<PaperMine>},
      {"learn paper next", "learnhelp.paper_next", "learnhelp.paper_next_line",
       fresh<Gives<LearnVerb, TurnPaperRound, no_words<TurnPaperRound>, paper_next_done>>},
      {"learn paper card", "learnhelp.paper_card", "learnhelp.paper_card_line",
       fresh<Gives<LearnVerb, WritePaperCard, paper_card_slots, paper_card_done>>},
      {"learn paper settle", "learnhelp.paper_settle", "learnhelp.paper_settle_line",
       fresh<Gives<LearnVerb, SettlePaperLine, paper_settle_slots, paper_settle_done>>},
      {"learn paper promise", "learnhelp.paper_promising", "learnhelp.paper_promising_line",
       fresh<Gives<LearnVerb, PromiseInPaper, paper_promise_slots, paper_promise_done>>},
      {"learn paper answer", "learnhelp.paper_answer", "learnhelp.paper_answer_line",
       fresh<Gives<LearnVerb, AnswerPromise, paper_answer_slots, paper_answer_done>>},
      {"learn paper out", "learnhelp.paper_out", "learnhelp.paper_out_line",
       fresh<OfAnEdition<TakeOutOfPaper, paper_out_slots, paper_out_done>>},
      {"learn paper proof", "learnhelp.paper_proof", "learnhelp.paper_proof_line",
       fresh<Gives<LearnVerb, ProofPaper, no_words<ProofPaper>, paper_proof_done>>},
      {"learn paper publish", "learnhelp.paper_publish", "learnhelp.paper_publish_line",
       fresh<Gives<LearnVerb, PublishPaper, no_words<PublishPaper>, paper_publish_done>>},
      {"learn paper cancel", "learnhelp.paper_cancel", "learnhelp.paper_cancel_line", fresh<PaperCancel>},
      {"learn paper show", "learnhelp.paper_show", "learnhelp.paper_show_line", fresh<PaperShow>},
      {"learn paper list", "learnhelp.paper_list", "learnhelp.paper_list_line", fresh<PaperList>},
  };
}

}  // namespace casus::desk
