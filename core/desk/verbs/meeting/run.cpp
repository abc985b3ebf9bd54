// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/meetings_meant.hpp"
#include "core/desk/verbs/meeting/meeting_verb.hpp"
#include "core/service/meetings.hpp"

/// Running a meeting: start, arrive, leave, chair, take, park, done, signal, learn, finish.
namespace casus::desk {
namespace {

class MeetingStart final : public MeetingVerb {
 protected:
  void parameters(Slots& slots) override {
    slots.of(start_);
    slots.option("present", start_.present,
                 {"wie er is, per persoon; anders het hele team dat niet afwezig is",
                  "who is there, each person; else the whole team that is not away"});
    slots.option(start_.chair, {"gespreksleider; anders zoals gepland", "chair; else as planned"});
    slots.option(start_.note_taker, {"verslaglegger", "note-taker"});
  }

  std::string meant(Desk& desk, Reply& reply) override {
    tell_forgotten(desk, reply);
    if (const auto next = meeting_to_start(desk.meetings(), desk.today())) return *next;
    return meeting_meant(desk);
  }

  MeetingBody body(Desk&) override { return start_; }

  void after(Desk& desk, Reply& reply, const service::MeetingAnswer&) override {
    reply.line(desk.say({"  het eerste punt: casus meeting take{}", "  the first item: casus meeting take{}"},
                        desk.store_option()),
               Tone::quiet);
  }

 private:
  StartMeeting start_;
};

void parameters_of(Slots& slots, Arrive& body) { slots.word(body.name, {"wie er aanschuift", "who joins"}); }

void parameters_of(Slots& slots, LeaveMeeting& body) { slots.word(body.name, {"wie er weggaat", "who leaves"}); }

void parameters_of(Slots& slots, TakeChair& body) {
  slots.word(body.name, {"wie het overneemt; anders jijzelf", "who takes over; else you"});
}

void parameters_of(Slots& slots, ParkItem& body) {
  slots.option(body.because, {"waarom; zonder namen", "why; without names"});
}

void parameters_of(Slots&, FinishItem&) {}

void parameters_of(Slots&, FinishMeeting&) {}

void parameters_of(Slots& slots, ReopenMeeting& body) {
  slots.option(body.because,
               {"waarom het verder gaat, zonder namen van inwoners", "why it goes on, without names of residents"});
}

class MeetingTake final : public MeetingVerb {
 protected:
  void parameters(Slots& slots) override {
    slots.of(take_);
    slots.word(take_.item, {"punt (i3) of casus; anders het volgende", "item (i3) or case; else the next"});
    slots.option(take_.chair, {"wie dit punt voorzit", "who chairs this item"});
  }
  MeetingBody body(Desk&) override { return take_; }

  void after(Desk& desk, Reply& reply, const service::MeetingAnswer& answer) override {
    std::size_t seated = 0;
    for (const auto& seat : answer.seats) seated += seat.done() ? 1 : 0;
    if (seated > 0)
      reply.line(desk.say({"  de tafel van de casus is bijgewerkt naar wie er zijn",
                           "  the table of the case now holds those who are here"}),
                 Tone::quiet);
    if (!answer.after) return;
    if (const auto* item = answer.after->at_hand(); item != nullptr && !item->line.case_id.empty())
      reply.line(desk.say({"  kijk met: casus case show {}{}", "  look with: casus case show {}{}"}, item->line.case_id,
                          desk.look_option()),
                 Tone::quiet);
  }

 private:
  TakeItem take_;
};

/// A line for the team, said in the meeting.
template <class Count, class Note>
class MeetingLine : public MeetingVerb {
 protected:
  MeetingBody body(Desk&) override { return count_; }
  service::MeetingAnswer hand_over(Desk& desk, MeetingCommand command) override {
    Note note;
    note.text = text_;
    note.theme = count_.theme;
    return desk.meetings().note(std::move(command), TeamCommand{{}, {}, note});
  }

  Count count_;
  std::string text_;
};

class MeetingSignal final : public MeetingLine<CountMeetingSignal, NoteSignal> {
 protected:
  void parameters(Slots& slots) override {
    slots.of(count_);
    slots.word("TEXT", text_, {"wat er in de wijk speelt; geen namen", "what goes on in the area; no names"});
    slots.option(count_.theme, {"onderwerp, om signalen bij elkaar te leggen", "theme, to put signals together"});
  }
};

class MeetingLearn final : public MeetingLine<CountMeetingLearning, NoteLearning> {
 protected:
  void parameters(Slots& slots) override {
    slots.of(count_);
    slots.word("TEXT", text_, {"wat het team ervan leert; geen namen", "what the team learns; no names"});
    slots.option(count_.theme, {"onderwerp", "theme"});
  }
};

/// That of today, which is over.
class MeetingReopen final : public MeetingVerb {
 protected:
  void parameters(Slots& slots) override {
    slots.of(reopen_);
    parameters_of(slots, reopen_);
  }
  std::string meant(Desk& desk, Reply&) override { return to_string(desk.today()); }
  MeetingBody body(Desk&) override { return reopen_; }

 private:
  ReopenMeeting reopen_;
};

}  // namespace

Entries meeting_run_verbs() {
  return {
      {"meeting start",
       {"begin het overleg, met wie er zijn", "start the meeting, with who is there"},
       {"meeting start --present Noor --present Samira --chair Samira --as Samira",
        "meeting start --present Noor --present Samira --chair Samira --as Samira"},
       fresh<MeetingStart>},
      {"meeting take",
       {"het volgende punt op tafel, of een ander", "the next item on the table, or another"},
       {"meeting take 2026-001 --as Samira", "meeting take 2026-001 --as Samira"},
       fresh<MeetingTake>},
      {"meeting done",
       {"het punt op tafel is klaar", "the item on the table is done"},
       {"meeting done --as Samira", "meeting done --as Samira"},
       fresh<PlainMeeting<FinishItem, parameters_of>>},
      {"meeting park",
       {"het punt op tafel even weg, of naar de volgende keer", "put the item on the table aside, or to the next time"},
       {"meeting park --because 'Noor moet eerst bellen' --as Samira",
        "meeting park --because 'Noor has to phone first' --as Samira"},
       fresh<PlainMeeting<ParkItem, parameters_of>>},
      {"meeting chair",
       {"een ander wordt gespreksleider: ruil vooraf, of neem over", "another chair: swap before, or take over"},
       {"meeting chair Daan --as Samira", "meeting chair Daan --as Samira"},
       fresh<PlainMeeting<TakeChair, parameters_of>>},
      {"meeting arrive",
       {"iemand schuift later aan", "somebody joins later"},
       {"meeting arrive Daan --as Samira", "meeting arrive Daan --as Samira"},
       fresh<PlainMeeting<Arrive, parameters_of>>},
      {"meeting leave",
       {"iemand gaat eerder weg", "somebody leaves early"},
       {"meeting leave Daan --as Samira", "meeting leave Daan --as Samira"},
       fresh<PlainMeeting<LeaveMeeting, parameters_of>>},
      {"meeting signal",
       {"een signaal over de wijk, bij het team bewaard", "a signal about the area, kept with the team"},
       {"meeting signal 'De wachttijd is een half jaar' --theme wachttijd --as Noor",
        "meeting signal 'The waiting time is half a year' --theme waiting --as Noor"},
       fresh<MeetingSignal>},
      {"meeting learn",
       {"een leerlijn, bij het team bewaard", "a line of learning, kept with the team"},
       {"meeting learn 'Eerst vragen wat al lukt' --theme gesprek --as Noor",
        "meeting learn 'First ask what works already' --theme talking --as Noor"},
       fresh<MeetingLearn>},
      {"meeting finish",
       {"sluit het overleg af", "end the meeting"},
       {"meeting finish --as Samira", "meeting finish --as Samira"},
       fresh<PlainMeeting<FinishMeeting, parameters_of>>},
      {"meeting reopen",
       {"een overleg van vandaag dat te vroeg is afgesloten, gaat verder",
        "go on with a meeting of today that was ended too soon"},
       {"meeting reopen --because 'Er was nog een casus' --as Samira",
        "meeting reopen --because 'There was one case more' --as Samira"},
       fresh<MeetingReopen>},
  };
}

}  // namespace casus::desk
