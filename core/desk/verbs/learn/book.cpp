// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/reading.hpp"
#include "core/desk/verbs/learn/learn_verb.hpp"
#include "core/model/redaction.hpp"
#include "core/text/day_words.hpp"

#include <nlohmann/json.hpp>

/// The team's own playbook: propose, try, object, hear, adopt in a meeting.
namespace casus::desk {
namespace {

using text::msg;

class BookVerb : public LearnVerb {
 protected:
  BookVerb() { session_ = std::string(kBookSession); }
};

/// The words of a sentence: one without "we" is told of.
template <class Body, void (*Shape)(Slots&, Body&), text::Message (*Done)(const Body&, const Learned&)>
class SentenceVerb final : public Gives<BookVerb, Body, Shape, Done> {
 protected:
  void run(Desk& desk, Reply& reply) override {
    BookVerb::run(desk, reply);
    if (desk.json() || reply.status != Status::done || reply.refusal) return;
    const auto* goals = desk.instruments().of_kind(learning::InstrumentKind::goals);
    if (goals != nullptr && !learning::says_we(this->body_.text, goals->instrument))
      reply.line(desk.voice().say("learn.book.says_no_we",
                                  "reword"_is = text::way("learn book reword", "sentence"_is = text::gap(),
                                                          "text"_is = text::gap())),
                 Tone::warning);
  }
};

text::Message proposed(const Learned& answer) {
  if (const auto* made = std::get_if<SentenceProposed>(&answer.events.back().body))
    return msg("learn.book.proposed", "sentence"_is = made->id,
               "adopt"_is = text::way("learn book adopt", "sentence"_is = made->id));
  const auto* backed = std::get_if<SentenceBacked>(&answer.events.back().body);
  const bool by_hand = backed != nullptr && backed->grew == SentenceFrom::hand;
  const auto sentence = backed != nullptr ? backed->sentence : std::string();
  return by_hand ? msg("learn.book.was_there_by_hand", "sentence"_is = sentence)
                 : msg("learn.book.was_there", "sentence"_is = sentence);
}

void propose_slots(Slots& s, ProposeSentence& c) {
  s.word(c.text, "learnhelp.book_text");
  s.option(c.theme, "learnhelp.book_theme");
  s.option(c.element, "learnhelp.book_element");
}
text::Message propose_done(const ProposeSentence&, const Learned& answer) { return proposed(answer); }

void reword_slots(Slots& s, RewordSentence& c) {
  s.word(c.sentence, "learnhelp.which_sentence");
  s.word(c.text, "learnhelp.book_text");
  s.option(c.because, "learnhelp.because");
}
text::Message reword_done(const RewordSentence& c, const Learned&) {
  return msg("learn.book.reworded", "sentence"_is = c.sentence);
}

/// A slip was taken back.
text::Message put_right(const std::string& sentence) {
  return msg("learn.book.put_right", "sentence"_is = sentence,
             "history"_is = text::way("learn book history", "sentence"_is = sentence));
}

void try_slots(Slots& s, TrySentence& c) {
  s.word(c.sentence, "learnhelp.which_sentence");
  s.option(c.until, "learnhelp.book_until");
  s.option(c.sign, "learnhelp.book_sign");
  s.flag(c.undo, "learnhelp.undo");
}
text::Message try_done(const TrySentence& c, const Learned&) {
  if (c.undo) return put_right(c.sentence);
  return msg("learn.book.tried", "sentence"_is = c.sentence, "until"_is = text::day_message(*c.until));
}

void adopt_slots(Slots& s, AdoptSentence& c) {
  s.word(c.sentence, "learnhelp.which_sentence");
  s.option(c.meeting, "learnhelp.book_meeting");
  s.option(c.review_on, "learnhelp.book_review");
  s.flag(c.undo, "learnhelp.undo");
}
text::Message adopt_done(const AdoptSentence& c, const Learned& answer) {
  if (c.undo) return put_right(c.sentence);
  const auto* adopted = std::get_if<SentenceAdopted>(&answer.events.back().body);
  return msg("learn.book.adopted", "sentence"_is = c.sentence,
             "review"_is = adopted != nullptr ? text::day_message(adopted->review_on) : text::Message());
}

void lapse_slots(Slots& s, LapseSentence& c) {
  s.word(c.sentence, "learnhelp.which_sentence");
  s.option(c.because, "learnhelp.because");
  s.flag(c.undo, "learnhelp.undo");
}
text::Message lapse_done(const LapseSentence& c, const Learned&) {
  if (c.undo) return put_right(c.sentence);
  return msg("learn.book.lapsed", "sentence"_is = c.sentence);
}

void destroy_slots(Slots& s, DestroySentence& c) {
  s.word(c.sentence, "learnhelp.which_sentence");
  s.needed("ground", c.ground, "learnhelp.why_destroyed");
}
text::Message destroy_done(const DestroySentence& c, const Learned&) {
  return msg("learn.book.destroyed", "sentence"_is = c.sentence);
}
text::Message destroy_lost(const std::string&) { return msg("learn.book.destroy_ask"); }

void object_slots(Slots& s, ObjectToSentence& c) {
  s.word(c.sentence, "learnhelp.which_sentence");
  s.word(c.text, "learnhelp.circle_objection");
  s.flag(c.withdraw, "learnhelp.withdraw");
}
text::Message object_done(const ObjectToSentence& c, const Learned& answer) {
  if (c.withdraw) return msg("learn.circle.withdrawn");
  return msg("learn.book.objected", "objection"_is = made_in(answer));
}

void hear_slots(Slots& s, HearObjection& c) {
  s.word(c.objection, "learnhelp.which_objection");
  s.word(c.outcome, "learnhelp.book_outcome");
}
text::Message hear_done(const HearObjection& c, const Learned&) {
  return msg("learn.book.is_heard", "objection"_is = c.objection);
}

learning::Session book_of(Desk& desk) {
  auto seen = desk.learning().look(std::string(kBookSession), desk.who_or_nobody());
  return seen ? std::move(*seen) : learning::Session{};
}

class BookShow final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override { paper_.shape(slots); }

 protected:
  void run(Desk& desk, Reply& reply) override {
    const auto seen = book_of(desk);
    const auto lines = learning::stands_for(desk.service().team().value_or(Team{}));
    const auto* file = desk.instruments().of_kind(learning::InstrumentKind::playbook);
    const auto* instrument = file != nullptr ? &file->instrument : nullptr;
    paper_.put(desk, reply, learning::playbook_page(seen, desk.today(), desk.voice(), lines, instrument),
               learning::playbook_json(seen, desk.today(), lines, instrument));
  }

 private:
  LearnPaper paper_;
};

class BookHistory final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    slots.word("SENTENCE", sentence_, "learnhelp.which_sentence");
    paper_.shape(slots);
  }

 protected:
  void run(Desk& desk, Reply& reply) override {
    const auto seen = book_of(desk);
    if (seen.book.sentence(sentence_) == nullptr)
      throw Usage{desk.voice().say("learn.book.none_here", "sentence"_is = sentence_,
                                   "show"_is = text::way("learn book show"))};
    paper_.put(desk, reply, learning::sentence_page(seen, sentence_, desk.voice()),
               learning::sentence_json(seen, sentence_));
  }

 private:
  std::string sentence_;
  LearnPaper paper_;
};

/// The practice sentences of a WERF round, or the harvest of a circle, as concepts. The case is not named in the book,
/// and the texts pass the same filter as any other: what names somebody is left out, and told.
class BookFrom final : public Verb {
 public:
  Access access() const override { return does(Ground::team); }
  void shape(Slots& slots) override {
    slots.word("CASE", where_, "learnhelp.book_case");
    slots.option("theme", theme_, "learnhelp.book_theme");
  }

 protected:
  void run(Desk& desk, Reply& reply) override {
    std::vector<ProposeSentence> found;
    if (const auto circle = desk.learning().look(where_, desk.who_or_nobody()); circle && circle->circle) {
      found = harvested(*circle->circle);
    } else {
      const auto reading = read(desk, where_, CasePart::texts);
      if (!reading) return show(desk, reply, reading.error());
      found = said_in(desk, reply, reading->state());
    }
    nlohmann::json all = nlohmann::json::array();
    for (auto& sentence : found) {
      const auto text = sentence.text;
      const auto answer = desk.learning().handle(
          {{}, std::string(kBookSession), desk.actor(), {}, {}, std::move(sentence), desk.typist()});
      all.push_back(answer_json(answer, desk.voice()));
      if (desk.json()) continue;
      if (answer.repeated || (answer.refusal && answer.refusal->name == "IdOfAnother")) {
        reply.line(desk.voice().say("learn.book.came_before", "text"_is = text), Tone::quiet);
        continue;
      }
      if (answer.refusal) print_refusal(desk, reply, *answer.refusal);
      else if (!answer.events.empty()) reply.line(desk.voice().say(proposed(answer)), Tone::good);
    }
    if (desk.json()) return reply.json({{"ok", true}, {"answers", std::move(all)}});
    if (all.empty() && reply.sayings().empty())
      reply.line(desk.voice().say("learn.book.no_sentences", "case"_is = where_));
  }

 private:
  ProposeSentence sentence(const std::string& id, const std::string& text) const {
    return ProposeSentence{.text = text, .theme = theme_, .out_of = where_ + '/' + id};
  }

  std::vector<ProposeSentence> harvested(const learning::Circle& circle) const {
    std::vector<ProposeSentence> found;
    for (const auto& one : circle.harvest) {
      const auto element = from_key<PracticeElement>(one.item);
      if (!element) continue;  // an answer to a question of 5V is no sentence of the team
      found.push_back(sentence(one.id, one.text));
      found.back().element = *element;
    }
    return found;
  }

  std::vector<ProposeSentence> said_in(Desk& desk, Reply& reply, const Case& state) {
    where_ = state.id;
    std::vector<ProposeSentence> found;
    std::vector<std::string> names;
    for (const auto& person : state.people)
      if (!person.name.empty()) names.push_back(person.name);
    for (const auto& said : state.contributions) {
      if (said.kind != "practice_sentence" || said.answer != Answer::yes) continue;
      if (personal_data(said.text, names).empty()) found.push_back(sentence(said.id, said.text));
      else if (!desk.json()) reply.line(desk.voice().say("learn.book.left_out", "text"_is = said.text), Tone::warning);
    }
    return found;
  }

  std::string where_;
  SentenceTheme theme_ = SentenceTheme::other;
};

}  // namespace

Entries learn_book_verbs() {
  return {
      {"learn book show", "learnhelp.book_show", "learnhelp.book_show_line", fresh<BookShow>},
      {"learn book history", "learnhelp.book_history", "learnhelp.book_history_line", fresh<BookHistory>},
      {"learn book propose", "learnhelp.book_propose", "learnhelp.book_propose_line",
       fresh<SentenceVerb<ProposeSentence, propose_slots, propose_done>>},
      {"learn book from", "learnhelp.book_from", "learnhelp.book_from_line", fresh<BookFrom>},
      {"learn book reword", "learnhelp.book_reword", "learnhelp.book_reword_line",
       fresh<SentenceVerb<RewordSentence, reword_slots, reword_done>>},
      {"learn book try", "learnhelp.book_try", "learnhelp.book_try_line",
       fresh<Gives<BookVerb, TrySentence, try_slots, try_done>>},
      {"learn book destroy", "learnhelp.book_destroy", "learnhelp.book_destroy_line",
       fresh<AsksFirst<Gives<BookVerb, DestroySentence, destroy_slots, destroy_done>, destroy_lost>>},
      {"learn book object", "learnhelp.book_object", "learnhelp.book_object_line",
       fresh<Gives<BookVerb, ObjectToSentence, object_slots, object_done>>},
      {"learn book hear", "learnhelp.book_hear", "learnhelp.book_hear_line",
       fresh<Gives<BookVerb, HearObjection, hear_slots, hear_done>>},
      {"learn book adopt", "learnhelp.book_adopt", "learnhelp.book_adopt_line",
       fresh<Gives<BookVerb, AdoptSentence, adopt_slots, adopt_done>>},
      {"learn book lapse", "learnhelp.book_lapse", "learnhelp.book_lapse_line",
       fresh<Gives<BookVerb, LapseSentence, lapse_slots, lapse_done>>},
  };
}

}  // namespace casus::desk
