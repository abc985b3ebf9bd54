// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/destroying.hpp"
#include "core/desk/verbs/team/team_verb.hpp"

/// Putting right what the team wrote down: learning, signals, its paper, focus points.
namespace casus::desk {

using namespace text::literals;

namespace {

constexpr Words kLine{"wat: l1 (leerlijn), s1 (signaal), n1 (wijkkrant), f1 (speerpunt)",
                      "what: l1 (learning), s1 (signal), n1 (paper), f1 (focus point)"};

class CorrectTeamLine final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(body_);
    slots.word(body_.line, kLine);
    slots.word(body_.text, {"zoals het moet zijn", "as it should be"});
    slots.option(body_.set, {"een ander veld, zoals thema=wonen", "another field, like theme=housing"});
    slots.option(body_.because, {"waarom", "why"});
  }
  void run(Desk& desk, Reply& reply) override {
    desk.who();
    give(desk, reply, body_, desk.voice().say("mending.line_corrected", "line"_is = body_.line));
  }

 private:
  CorrectLine body_;
};

class WithdrawTeamLine final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(body_);
    slots.word(body_.line, kLine);
    slots.option(body_.because, {"waarom", "why"});
  }
  void run(Desk& desk, Reply& reply) override {
    desk.who();
    give(desk, reply, body_, desk.voice().say("mending.line_withdrawn", "line"_is = body_.line));
  }

 private:
  WithdrawLine body_;
};

class DestroyTeamLine final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(body_);
    slots.word(body_.line, kLine);
    destroying(slots, body_, yes_);
  }
  void run(Desk& desk, Reply& reply) override {
    desk.who();
    if (yes_) return give(desk, reply, body_, desk.voice().say("mending.line_destroyed", "line"_is = body_.line));
    ask_before_destroying(desk, reply, body_.line);
  }

 private:
  DestroyLine body_;
  bool yes_ = false;
};

}  // namespace

Entries team_mending_verbs() {
  return {
      {"team correct",
       {"een leerlijn, signaal of andere regel van het team verbeteren", "correct a line of learning, a signal, ..."},
       {"team correct l1 'Eerst vragen wat al lukt' --because Typfout --as Noor",
        "team correct l1 'First ask what works already' --because 'A slip' --as Noor"},
       fresh<CorrectTeamLine>},
      {"team withdraw",
       {"een regel van het team intrekken", "withdraw a line of the team"},
       {"team withdraw s1 --because 'Stond er dubbel' --as Noor",
        "team withdraw s1 --because 'Entered twice' --as Noor"},
       fresh<WithdrawTeamLine>},
      {"team destroy",
       {"voorgoed vernietigen wat het team niet mag bewaren", "destroy for good what the team may not keep"},
       {"team destroy s1 --ground name --as Noor", "team destroy s1 --ground name --as Noor"},
       fresh<DestroyTeamLine>},
  };
}

}  // namespace casus::desk
