// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/verbs/destroying.hpp"

/// Putting right what was said: correct, withdraw, undo, destroy, move.
namespace casus::desk {

using namespace text::literals;

namespace {

constexpr Words kRef{
    "wat: b3 (bijdrage), g1, a2, s1, d1, p4 (naam), titel, vraag, doel, of een nummer uit de "
    "geschiedenis",
    "what: b3 (contribution), g1, a2, s1, d1, p4 (name), title, question, purpose, or a number from "
    "the history"};

void parameters_of(Slots& slots, Correct& body) {
  slots.word(body.ref, kRef);
  slots.word(body.text, {"zoals het moet zijn", "as it should be"});
  slots.option(body.set, {"een ander veld, zoals cijfer=6 of wie=Noor", "another field, like score=6 or who=Noor"});
  slots.option(body.whose,
               {"wie het zei, als het op de verkeerde naam staat", "who said it, when it has another name"});
  slots.option(body.because,
               {"waarom; bij je eigen laatste regel niet nodig", "why; not needed for your own last line"});
}

void parameters_of(Slots& slots, Withdraw& body) {
  slots.word("REF", body.ref, kRef);  // of a withdrawal it may be left out; then it is `undo`
  slots.option(body.because,
               {"waarom; bij je eigen laatste regel niet nodig", "why; not needed for your own last line"});
}

void parameters_of(Slots& slots, MoveOver& body) {
  slots.word(body.ref, {"de bijdrage, zoals b3", "the contribution, like b3"});
  slots.word(body.to, {"de casus waar het bij hoort", "the case where it belongs"});
}

/// One's own last line in this step; the same command as withdraw, without saying what.
class Undo final : public CaseVerb {
 public:
  void parameters(Slots&) override {}
  CommandBody body() const override { return Withdraw{}; }
  bool take(const CommandBody& body, Lang) override {
    const auto* own = std::get_if<Withdraw>(&body);
    return own != nullptr && own->ref.empty();
  }
};

class WithdrawRef final : public Plain<Withdraw, parameters_of> {
 public:
  bool take(const CommandBody& body, Lang lang) override {
    const auto* own = std::get_if<Withdraw>(&body);
    return own != nullptr && !own->ref.empty() && Plain::take(body, lang);
  }
};

/// What is destroyed cannot be brought back, so it is asked once more.
class DestroyText final : public CaseVerb {
 public:
  void parameters(Slots& slots) override {
    slots.of(body_);
    slots.word(body_.ref, kRef);
    destroying(slots, body_, yes_);
  }
  CommandBody body() const override { return body_; }
  bool take(const CommandBody& body, Lang) override {
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
      {"case correct",
       {"verbeteren wat er staat; wat er eerder stond, blijft in de geschiedenis",
        "correct what is there; what was there before stays in the history"},
       {"case correct 2026-001 b3 'Zij belt elke week met haar zus' --because Typfout --as Noor",
        "case correct 2026-001 b3 'She phones her sister every week' --because 'A slip' --as Noor"},
       fresh<Plain<Correct, parameters_of>>},
      {"case withdraw",
       {"intrekken wat er staat; het telt niet meer mee", "withdraw what is there; it counts no more"},
       {"case withdraw 2026-001 b3 --because 'Dit ging over iemand anders' --as Noor",
        "case withdraw 2026-001 b3 --because 'This was about somebody else' --as Noor"},
       fresh<WithdrawRef>},
      {"case undo",
       {"je eigen laatste regel in deze stap intrekken", "withdraw your own last line in this step"},
       {"case undo 2026-001 --as Noor", "case undo 2026-001 --as Noor"},
       fresh<Undo>},
      {"case destroy",
       {"voorgoed vernietigen wat er niet mag staan, ook in reservekopieën",
        "destroy for good what may not be kept, in backups too"},
       {"case destroy 2026-001 b3 --ground bsn --as Noor", "case destroy 2026-001 b3 --ground bsn --as Noor"},
       fresh<DestroyText>},
      {"case move-to",
       {"een bijdrage naar de casus waar die bij hoort", "move a contribution to the case where it belongs"},
       {"case move-to 2026-001 b3 2026-002 --as Noor", "case move-to 2026-001 b3 2026-002 --as Noor"},
       fresh<Plain<MoveOver, parameters_of>>},
  };
}

}  // namespace casus::desk
