// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"

/// Opening a case and who is at the table: open, basis, basis-add, basis-drop, question, join, leave.
namespace casus::desk {
namespace {

void basis_slots(Slots& slots, auto& body) {
  slots.needed("privacy", body.privacy,
               {"hoe de inwoner in de bespreking zit", "how the resident is present in the discussion"});
  slots.needed("basis", body.basis,
               {"op welke grond je gegevens gebruikt", "the legal ground for using personal data"});
  slots.needed("purpose", body.purpose, {"waar deze bespreking voor is", "what this review is for"});
  slots.option("basis-text", body.basis_text,
               {"waarom die grond geldt, als het geen taak van het team is",
                "why that ground holds, when it is no task of the team"});
}

void parameters_of(Slots& slots, SetBasis& body) { basis_slots(slots, body); }

void parameters_of(Slots& slots, AddBasis& body) {
  slots.word(body.basis, {"de grond die erbij komt", "the ground that comes beside it"});
  slots.needed("purpose", body.purpose, {"waar die voor is", "what it is for"});
  slots.option("basis-text", body.basis_text,
               {"waarom die grond geldt, als het geen taak van het team is",
                "why that ground holds, when it is no task of the team"});
}

void parameters_of(Slots& slots, DropBasis& body) {
  slots.word(body.basis, {"de grond die er geen was", "the ground that was none"});
  slots.option("because", body.because, {"waarom", "why"});
}

void parameters_of(Slots& slots, AskForPlace& body) {
  slots.maybe("QUESTION", body.question,
              {"je ene vraag; anders de vraag die de casus al heeft", "your one question; else the one that is there"});
  slots.flag("no-longer", body.no_longer, {"toch niet nodig", "not needed after all"});
}

void parameters_of(Slots& slots, AskQuestion& body) {
  slots.word(body.text, {"de ene vraag, met een vraagteken", "the one question, with a question mark"});
  slots.option(body.hoped_for,
               {"waaraan je merkt dat de bespreking nuttig was", "how you will notice that the review was useful"});
}

void parameters_of(Slots& slots, AddParticipant& body) {
  slots.word(body.name, {"wie erbij komt", "who joins"});
  slots.needed("role", body.roles, {"rol in deze casus; mag vaker", "role in this case; may be repeated"});
  slots.flag("external", body.team_member, {"werkt niet in dit team", "does not work in this team"}, false);
  slots.flag(body.caseload, {"heeft dit gezin in de caseload", "carries this household on the caseload"});
  slots.option(body.contact, {"telefoon of mail", "phone or mail"});
}

void parameters_of(Slots& slots, RemoveParticipant& body) { slots.word(body.person, {"naam of nummer", "name or id"}); }

/// What is left out comes from the team's settings.
class Open final : public CaseVerb {
 public:
  void parameters(Slots& slots) override {
    slots.of(body_);
    slots.word(body_.title, {"herkenbaar voor het team; rollen, geen namen", "how the team knows it; roles, no names"});
    slots.option(body_.privacy,
                 {"hoe de inwoner in de bespreking zit", "how the resident is present in the discussion"});
    slots.option(body_.basis, {"op welke grond je gegevens gebruikt", "the legal ground for using personal data"});
    slots.option(body_.purpose, {"waar deze bespreking voor is", "what this review is for"});
    slots.option(body_.basis_text, {"waarom die grond geldt, als het geen taak van het team is",
                                    "why that ground holds, when it is no task of the team"});
    slots.option(body_.method, {"methode, zie casus method list", "method, see casus method list"});
    slots.option(body_.workflow, {"werkwijze, zie casus workflow list", "see casus workflow list"});
    slots.option(body_.mode, {"strikt of oefenend", "strict or coaching"});
    slots.option(body_.neighbourhood, {"wijk of buurt", "neighbourhood"});
    slots.option(body_.reported_on,
                 {"dag van de melding; daarop lopen termijnen", "day of the report, from which legal terms run"});
  }

  Access access() const override { return does(Ground::self); }
  CommandBody body() const override { return body_; }

  bool take(const CommandBody& body, Lang) override {
    const auto* own = std::get_if<OpenCase>(&body);
    if (own == nullptr) return false;
    body_ = *own;
    return true;
  }

 protected:
  bool begins() const override { return true; }

  bool before(Desk& desk, Reply&) override {
    if (!body_.method.empty()) desk.require_method(body_.method);
    if (!body_.workflow.empty()) desk.require_workflow(body_.workflow);
    auto& service = desk.service(Desk::Make::yes);
    if (case_id.empty()) case_id = service.free_case_id(desk.today());
    return true;
  }

 private:
  OpenCase body_;
};

}  // namespace

Entries asking_verbs() {
  return {
      {"meeting ask",
       {"vraag een plek op de agenda voor je casus, met je vraag",
        "ask for a place on the agenda for your case, with your question"},
       {"meeting ask 2026-001 'Hoe help ik haar de post weer te openen?' --as Noor",
        "meeting ask 2026-001 'How do I help her open the post again?' --as Noor"},
       fresh<Plain<AskForPlace, parameters_of>>},
  };
}

Entries opening_verbs() {
  return {
      {"case open",
       {"begin een casus", "begin a case"},
       {"case open 'Moeder met twee kinderen, schulden' --privacy anonymous --basis wmo "
        "--purpose 'Een volgende stap vinden' --as Noor",
        "case open 'Mother of two, debts' --privacy anonymous --basis wmo --purpose 'Finding a next step' --as Noor"},
       fresh<Open>},
      {"case join",
       {"iemand aan tafel, met een rol", "somebody at the table, with a role"},
       {"case join 2026-001 Samira --role chair --as Noor", "case join 2026-001 Samira --role chair --as Noor"},
       fresh<Plain<AddParticipant, parameters_of>>},
      {"case leave",
       {"iemand gaat van tafel", "somebody leaves the table"},
       {"case leave 2026-001 Samira --as Noor", "case leave 2026-001 Samira --as Noor"},
       fresh<Plain<RemoveParticipant, parameters_of>>},
      {"case question",
       {"de ene vraag van de inbrenger", "the one question of the presenter"},
       {"case question 2026-001 'Hoe krijg ik weer contact?' --as Noor",
        "case question 2026-001 'How do I get back in touch?' --as Noor"},
       fresh<Plain<AskQuestion, parameters_of>>},
      {"case basis",
       {"andere grond, privacy of doel", "another legal ground, privacy or purpose"},
       {"case basis 2026-001 --privacy agreed --basis wmo --purpose 'Samen een plan maken' --as Noor",
        "case basis 2026-001 --privacy agreed --basis wmo --purpose 'Making a plan together' --as Noor"},
       fresh<Plain<SetBasis, parameters_of>>},
      {"case basis-add",
       {"nog een grond, met een eigen doel en eigen termijnen", "one more ground, with a purpose and terms of its own"},
       {"case basis-add 2026-001 wgs --purpose 'De schulden regelen' --as Noor",
        "case basis-add 2026-001 wgs --purpose 'Settling the debts' --as Noor"},
       fresh<Plain<AddBasis, parameters_of>>},
      {"case basis-drop",
       {"een grond die er geen was", "a ground that was none"},
       {"case basis-drop 2026-001 wgs --because 'Er waren geen schulden' --as Noor",
        "case basis-drop 2026-001 wgs --because 'There were no debts' --as Noor"},
       fresh<Plain<DropBasis, parameters_of>>},
  };
}

}  // namespace casus::desk
