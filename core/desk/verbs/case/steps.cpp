// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/command_text.hpp"
#include "core/desk/verbs/meeting/meeting_verb.hpp"
#include "core/service/service.hpp"

/// Going through the steps, and what is said in them: next, back, say, pass, score, domain, learn, signal.
namespace casus::desk {
namespace {

void parameters_of(Slots& slots, NextStep& body) {
  slots.option(body.because, {"waarom je verdergaat terwijl er iets mist", "why you go on with something missing"});
}

void parameters_of(Slots& slots, BackStep& body) {
  slots.word(body.step, {"stap waar je heen wilt; anders de vorige", "step to return to; else the one before"});
  slots.option(body.because, {"waarom", "why"});
}

void parameters_of(Slots& slots, Say& body) {
  slots.word(body.kind,
             {"soort: feit, vraag, idee, ... (of fact, question, idea, ...)", "kind: fact, question, idea, ..."});
  slots.word(body.text, {"wat er gezegd wordt", "what is said"});
  slots.option(body.to, {"tegen wie", "to whom"});
  slots.option(body.re, {"waarop: nummer van de bijdrage, zoals b4", "to what: id of a contribution, like b4"});
  slots.option(body.answer, {"het antwoord op een aanbod of vraag", "the answer to an offer or question"});
  slots.option(body.on, {"op welke dag", "on which day"});
}

void parameters_of(Slots&, Pass&) {}

void parameters_of(Slots& slots, OptInDomain& body) {
  slots.word(body.domain, {"leefgebied", "life domain"});
  slots.option(body.because, {"waarom dat in deze casus nodig is", "why this case needs it"});
}

void parameters_of(Slots& slots, GiveScore& body) {
  slots.word(body.value, {"het cijfer", "the score"});
  slots.option(body.evidence, {"wat maakt het dit en niet lager", "what makes it this and not lower"});
  slots.option(body.scale, {"welke schaal", "which scale"});
  slots.option(body.domain, {"leefgebied, bij domain_1_5", "life domain, with domain_1_5"});
  slots.option(body.next_point, {"wat is er anders bij één punt hoger", "what is different one higher"});
  slots.option(body.good_enough, {"welk cijfer goed genoeg is", "the score that would do"});
}

class Speak final : public Plain<Say, parameters_of> {
 public:
  CommandBody body() const override {
    auto said = body_;
    said.kind = kind_typed(said.kind);
    return said;
  }
};

/// A line for the team, without personal data, that the case only counts (R15). The text never comes into the case.
template <class Count, class Note>
class Line : public CaseVerb {
 public:
  CommandBody body() const override { return count_; }

  bool take(const CommandBody& body, Lang lang) override {
    const auto* own = std::get_if<Count>(&body);
    if (own == nullptr) return false;
    count_ = *own;
    text_ = lang == Lang::nl ? "Wat wij hiervan leren, zonder namen" : "What we learn from this, without names";
    return true;
  }

 protected:
  service::Answer hand_over(Desk& desk, Command command) override {
    Note note;
    note.text = text_;
    note.theme = count_.theme;
    return desk.service().note(std::move(command), TeamCommand{{}, {}, note});
  }

  Count count_;
  std::string text_;
};

class Learn final : public Line<CountLearning, NoteLearning> {
 public:
  void parameters(Slots& slots) override {
    slots.of(count_);
    slots.word("TEXT", text_, {"wat het team ervan leert; geen namen", "what the team learns; no names"});
    slots.option(count_.theme, {"onderwerp", "theme"});
  }
};

class Signal final : public Line<CountSignal, NoteSignal> {
 public:
  void parameters(Slots& slots) override {
    slots.of(count_);
    slots.word("TEXT", text_, {"wat er in de wijk speelt; geen namen", "what goes on in the area; no names"});
    slots.option(count_.theme, {"onderwerp, om signalen bij elkaar te leggen", "theme, to put signals together"});
  }
};

}  // namespace

Entries at_hand_verbs() {
  return {
      {"meeting say",
       {"een bijdrage aan de casus op tafel (als case say)", "a contribution to the case at hand (like case say)"},
       {"meeting say feit 'Zij belt elke week met haar zus' --as Noor",
        "meeting say fact 'She phones her sister every week' --as Noor"},
       fresh<AtHand<Speak>>},
      {"meeting pass",
       {"de beurt voorbij laten gaan (als case pass)", "give up the turn (like case pass)"},
       {"meeting pass --as Daan", "meeting pass --as Daan"},
       fresh<AtHand<Plain<Pass, parameters_of>>>},
      {"meeting next",
       {"de casus op tafel een stap verder (als case next)", "the case at hand a step on (like case next)"},
       {"meeting next --as Samira", "meeting next --as Samira"},
       fresh<AtHand<Plain<NextStep, parameters_of>>>},
      {"meeting back",
       {"de casus op tafel een stap terug (als case back)", "the case at hand a step back (like case back)"},
       {"meeting back --because 'Er kwam nieuws' --as Samira", "meeting back --because 'There was news' --as Samira"},
       fresh<AtHand<Plain<BackStep, parameters_of>>>},
  };
}

Entries step_verbs() {
  return {
      {"case next",
       {"verder: naar de volgende stap of fase", "go on: to the next step or phase"},
       {"case next 2026-001 --as Samira", "case next 2026-001 --as Samira"},
       fresh<Plain<NextStep, parameters_of>>},
      {"case back",
       {"terug naar een eerdere stap", "back to an earlier step"},
       {"case back 2026-001 --because 'Er kwam nieuws' --as Samira",
        "case back 2026-001 --because 'There was news' --as Samira"},
       fresh<Plain<BackStep, parameters_of>>},
      {"case say",
       {"een bijdrage aan deze stap", "a contribution to this step"},
       {"case say 2026-001 feit 'Zij belt elke week met haar zus' --as Noor",
        "case say 2026-001 fact 'She phones her sister every week' --as Noor"},
       fresh<Speak>},
      {"case pass",
       {"de beurt voorbij laten gaan", "give up the turn"},
       {"case pass 2026-001 --as Daan", "case pass 2026-001 --as Daan"},
       fresh<Plain<Pass, parameters_of>>},
      {"case score",
       {"een cijfer, met waarom", "a score, with its evidence"},
       {"case score 2026-001 5 --evidence 'De huur is betaald' --next-point 'Zij slaapt door' --as Noor",
        "case score 2026-001 5 --evidence 'The rent is paid' --next-point 'She sleeps well' --as Noor"},
       fresh<Plain<GiveScore, parameters_of>>},
      {"case domain",
       {"een leefgebied toelaten, met reden", "allow a life domain, with the reason"},
       {"case domain 2026-001 finance --because 'De vraag gaat over schulden' --as Noor",
        "case domain 2026-001 finance --because 'The question is about debts' --as Noor"},
       fresh<Plain<OptInDomain, parameters_of>>},
      {"case learn",
       {"een leerlijn voor het team (komt niet in de casus)", "a line of learning for the team (not kept in the case)"},
       {"case learn 2026-001 'Eerst vragen wat al lukt' --theme gesprek --as Noor",
        "case learn 2026-001 'First ask what works already' --theme talking --as Noor"},
       fresh<Learn>},
      {"case signal",
       {"een signaal over de wijk (komt niet in de casus)", "a signal about the area (not kept in the case)"},
       {"case signal 2026-001 'De wachttijd is een half jaar' --theme wachttijd --as Noor",
        "case signal 2026-001 'The waiting time is half a year' --theme waiting --as Noor"},
       fresh<Signal>},
  };
}

}  // namespace casus::desk
