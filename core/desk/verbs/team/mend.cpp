// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/destroying.hpp"
#include "core/desk/verbs/team/team_verb.hpp"

/// Putting right what the team wrote down: learning, signals, its paper, focus points.
namespace casus::desk {

using namespace text::literals;

namespace {

constexpr Words kLine("help.what_l1_learning_s1_signal");

class CorrectTeamLine final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(body_);
    slots.word(body_.line, kLine);
    slots.word(body_.text, "help.as_should");
    slots.option(body_.set, "help.another_field_like_theme_housing");
    slots.option(body_.because, "help.why");
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
    slots.option(body_.because, "help.why");
  }
  void run(Desk& desk, Reply& reply) override {
    desk.who();
    give(desk, reply, body_, desk.voice().say("mending.line_withdrawn", "line"_is = body_.line));
  }

 private:
  WithdrawLine body_;
};

class RestoreTeamLine final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(body_);
    slots.word(body_.line, kLine);
    slots.option(body_.because, "help.why");
  }
  void run(Desk& desk, Reply& reply) override {
    desk.who();
    give(desk, reply, body_, desk.voice().say("mending.line_restored", "line"_is = body_.line));
  }

 private:
  RestoreLine body_;
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
      {"team correct", "help.correct_line_learning_signal", "help.team_correct_l1_first_ask", fresh<CorrectTeamLine>},
      {"team withdraw", "help.withdraw_line_team", "help.team_withdraw_s1_because_entered", fresh<WithdrawTeamLine>},
      {"team restore", "help.restore_line_team", "help.team_restore_example", fresh<RestoreTeamLine>},
      {"team destroy", "help.destroy_good_what_team_may", "help.team_destroy_s1_ground_name", fresh<DestroyTeamLine>},
  };
}

}  // namespace casus::desk
