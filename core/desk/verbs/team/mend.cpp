// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/destroying.hpp"
#include "core/desk/verbs/team/team_verb.hpp"

/// Putting right what the team wrote down: learning, signals, its paper, focus points.
namespace casus::desk {

using namespace text::literals;

namespace {

constexpr Words kLine("help.what_l1_learning_s1_signal");

/// One command about a line that the team wrote down.
template <class Body>
class OnTeamLine : public TeamVerb {
 public:
  void shape(Slots& slots) final {
    slots.of(body_);
    slots.word(body_.line, kLine);
    shape_more(slots);
  }
  void run(Desk& desk, Reply& reply) override {
    desk.who();
    give(desk, reply, body_, desk.voice().say(done()));
  }

 protected:
  /// What stands behind the line.
  virtual void shape_more(Slots& slots) {
    if constexpr (requires(Body & body) { body.because; }) slots.option(body_.because, "help.why").needed_by_rules();
  }
  virtual text::Message done() const = 0;

  Body body_;
};

class CorrectTeamLine final : public OnTeamLine<CorrectLine> {
  void shape_more(Slots& slots) override {
    slots.word(body_.text, "help.as_should");
    slots.option(body_.set, "help.another_field_like_theme_housing");
    OnTeamLine::shape_more(slots);
  }
  text::Message done() const override { return text::msg("mending.line_corrected", "line"_is = body_.line); }
};

class WithdrawTeamLine final : public OnTeamLine<WithdrawLine> {
  text::Message done() const override { return text::msg("mending.line_withdrawn", "line"_is = body_.line); }
};

class RestoreTeamLine final : public OnTeamLine<RestoreLine> {
  text::Message done() const override { return text::msg("mending.line_restored", "line"_is = body_.line); }
};

class DestroyTeamLine final : public OnTeamLine<DestroyLine> {
 public:
  void run(Desk& desk, Reply& reply) override {
    if (yes_) return OnTeamLine::run(desk, reply);
    desk.who();
    ask_before_destroying(desk, reply, body_.line);
  }

 private:
  void shape_more(Slots& slots) override { destroying(slots, body_, yes_); }
  text::Message done() const override { return text::msg("mending.line_destroyed", "line"_is = body_.line); }

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
