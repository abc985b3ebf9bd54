// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/verbs/destroying.hpp"

/// Putting right what was said: correct, withdraw, undo, destroy, move.
namespace casus::desk {

using namespace text::literals;

namespace {

constexpr Words kRef("help.what_b3_contribution_g1_a2");

void parameters_of(Slots& slots, Correct& body) {
  slots.word(body.ref, kRef);
  slots.word(body.text, "help.as_should");
  slots.option(body.set, "help.another_field_like_score_6");
  slots.option(body.whose, "help.said_when_has_another_name");
  slots.option(body.because, "help.why_needed_own_last_line");
}

void parameters_of(Slots& slots, Withdraw& body) {
  slots.word("REF", body.ref, kRef);  // of a withdrawal it may be left out; then it is `undo`
  slots.option(body.because, "help.why_needed_own_last_line");
}

void parameters_of(Slots& slots, Restore& body) {
  slots.word(body.ref, kRef);
  slots.option(body.because, "help.why_needed_own_last_line");
}

void parameters_of(Slots& slots, MoveOver& body) {
  slots.word(body.ref, "help.contribution_like_b3");
  slots.word(body.to, "help.case_where_belongs");
}

/// One's own last line in this step; the same command as withdraw, without saying what.
class Undo final : public CaseVerb {
 public:
  void parameters(Slots&) override {}
  CommandBody body() const override { return Withdraw{}; }
  bool take(const CommandBody& body, const text::Voice&) override {
    const auto* own = std::get_if<Withdraw>(&body);
    return own != nullptr && own->ref.empty();
  }
};

class WithdrawRef final : public Plain<Withdraw, parameters_of> {
 public:
  bool take(const CommandBody& body, const text::Voice& voice) override {
    const auto* own = std::get_if<Withdraw>(&body);
    return own != nullptr && !own->ref.empty() && Plain::take(body, voice);
  }
};

/// What is destroyed cannot be brought back, so it is asked once more.
class DestroyText final : public CaseVerb {
 public:
  bool by_own_hand() const override { return true; }
  void parameters(Slots& slots) override {
    slots.of(body_);
    slots.word(body_.ref, kRef);
    destroying(slots, body_, yes_);
    slots.option(body_.with, "help.destroy_with");
  }
  CommandBody body() const override { return body_; }
  bool take(const CommandBody& body, const text::Voice&) override {
    yes_ = true;
    const auto* own = std::get_if<Destroy>(&body);
    if (own != nullptr) body_ = *own;
    return own != nullptr;
  }

 protected:
  bool before(Desk& desk, Reply& reply) override {
    if (yes_) return true;
    ask_before_destroying(desk, reply, body_.ref);
    return false;
  }

 private:
  Destroy body_;
  bool yes_ = false;
};

}  // namespace

Entries mending_verbs() {
  return {
      {"case correct", "help.correct_what_what_before_stays", "help.case_correct_2026_001_b3",
       fresh<Plain<Correct, parameters_of>>},
      {"case withdraw", "help.withdraw_what_counts_more", "help.case_withdraw_2026_001_b3", fresh<WithdrawRef>},
      {"case restore", "help.restore_what_was_withdrawn", "help.case_restore_2026_001_b3",
       fresh<Plain<Restore, parameters_of>>},
      {"case undo", "help.withdraw_own_last_line_step", "help.case_undo_2026_001_as", fresh<Undo>},
      {"case destroy", "help.destroy_good_what_may_kept", "help.case_destroy_2026_001_b3", fresh<DestroyText>},
      {"case move-to", "help.move_contribution_case_where_belongs", "help.case_move_2026_001_b3",
       fresh<Plain<MoveOver, parameters_of>>},
  };
}

}  // namespace casus::desk
