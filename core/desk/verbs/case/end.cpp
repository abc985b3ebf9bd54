// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/answers.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/reading.hpp"

#include <nlohmann/json.hpp>

/// Pausing, closing, another method, erasing: pause, resume, close, reopen, method, erase.
namespace casus::desk {
namespace {

void parameters_of(Slots& slots, PauseCase& body) {
  slots.option("because", body.because, {"waarom", "why"});
  slots.option(body.until, {"wanneer je weer kijkt, zoals +4w", "when to look again, like +4w"});
}

void parameters_of(Slots&, ResumeCase&) {}

void parameters_of(Slots& slots, CloseCase& body) { slots.option("because", body.because, {"waarom", "why"}); }

void parameters_of(Slots& slots, ReopenCase& body) { slots.option("because", body.because, {"waarom", "why"}); }

/// Another method (ChangeMethod), or the definitions as they are now (AdoptDefinitions), with a dry run in words.
class Method final : public CaseVerb {
 public:
  void parameters(Slots& slots) override {
    slots.of(change_);
    slots.maybe("METHOD", change_.method, {"de nieuwe methode", "the new method"});
    slots.option(change_.phase, {"alleen voor deze fase", "for this phase only"});
    slots.option(change_.because, {"waarom", "why"});
    slots.flag("adopt", adopt_,
               {"neem de methoden en werkwijze zoals ze nu zijn", "take the definitions as they are now"});
    slots.flag("dry-run", dry_run_, {"zeg alleen wat er verandert", "only say what would change"});
  }

  CommandBody body() const override {
    if (adopt_) return AdoptDefinitions{};
    return change_;
  }

  bool take(const CommandBody& body, Lang) override {
    if (const auto* own = std::get_if<ChangeMethod>(&body)) change_ = *own;
    adopt_ = std::holds_alternative<AdoptDefinitions>(body);
    return adopt_ || std::holds_alternative<ChangeMethod>(body);
  }

 protected:
  bool before(Desk& desk, Reply& reply) override {
    if (adopt_ == !change_.method.empty())
      throw Usage{desk.say({"noem een methode, of neem de nieuwe definities met --adopt",
                            "name a method, or take the new definitions with --adopt"})};
    if (!adopt_) {
      desk.require_method(change_.method);
      if (dry_run_) throw Usage{desk.say({"--dry-run hoort bij --adopt", "--dry-run goes with --adopt"})};
      return true;
    }
    if (!dry_run_) return true;
    const auto reading = read(desk, case_id, CasePart::guidance);
    if (!reading) {
      show(desk, reply, reading.error());
      return false;
    }
    const auto changed = desk.service().changed_definitions(reading->state);
    if (desk.json()) show_json(reply, changed);
    else show_words(desk, reply, changed);
    return false;
  }

 private:
  using Changed = std::vector<service::Service::Changed>;

  void show_json(Reply& reply, const Changed& changed) const {
    nlohmann::json all = nlohmann::json::array();
    for (const auto& one : changed)
      all.push_back({{"definition", one.id}, {"pinned", one.pinned}, {"offered", one.offered}});
    reply.json({{"case", case_id}, {"ok", true}, {"dry_run", true}, {"changed", std::move(all)}});
  }

  void show_words(Desk& desk, Reply& reply, const Changed& changed) const {
    if (changed.empty()) {
      reply.line(desk.say({"er zou niets veranderen: casus {} werkt al met de definities van nu",
                           "nothing would change: case {} works by the definitions of now"},
                          case_id));
      return;
    }
    reply.line(desk.say({"dit zou er veranderen voor casus {} (er is nog niets gedaan):",
                         "this would change for case {} (nothing was done yet):"},
                        case_id));
    for (const auto& one : changed)
      reply.line(one.offered.empty()
                     ? desk.say({"  {}: nu versie {}; op deze machine is die er niet",
                                 "  {}: now version {}; not on this machine"},
                                one.id, one.pinned)
                     : desk.say({"  {}: van versie {} naar versie {}", "  {}: from version {} to version {}"}, one.id,
                                one.pinned, one.offered));
    reply.line(desk.say({"wat er is vastgelegd blijft staan; de stappen en eisen gaan volgens de nieuwe versie",
                         "what was recorded stays; steps and requirements follow the new version"}));
  }

  ChangeMethod change_;
  bool adopt_ = false;
  bool dry_run_ = false;
};

/// The whole case, or one person in it. What is erased cannot be brought back, so it is asked once more.
class Erase final : public CaseVerb {
 public:
  Access access() const override { return does(Ground::erasing); }
  void parameters(Slots& slots) override {
    slots.option("person", person_, {"alleen deze persoon: naam of nummer", "this person only: name or id"});
    slots.option("because", because_, {"waarom", "why"});
    slots.flag("due", due_,
               {"de bewaartermijn is voorbij (zie store retention)", "its term is over (see store retention)"});
    slots.option("with", with_, {"de collega met wie je dit samen doet", "the colleague who does this with you"});
    slots.flag("yes", yes_, {"vraag het niet nog eens", "do not ask again"});
  }

  CommandBody body() const override {
    if (due_) return EraseDue{with_};
    if (person_.empty()) return EraseCase{because_, with_};
    return ErasePerson{person_, because_, with_};
  }

  bool take(const CommandBody& body, Lang) override {
    yes_ = true;
    if (const auto* whole = std::get_if<EraseCase>(&body)) {
      because_ = whole->because;
      with_ = whole->with;
      return true;
    }
    if (const auto* due = std::get_if<EraseDue>(&body)) {
      due_ = true;
      with_ = due->with;
      return true;
    }
    const auto* one = std::get_if<ErasePerson>(&body);
    if (one == nullptr) return false;
    person_ = one->person;
    because_ = one->because;
    with_ = one->with;
    return true;
  }

 protected:
  bool before(Desk& desk, Reply& reply) override {
    if (due_ && !(person_.empty() && because_.empty())) throw Usage{text::msg("retention.due_alone").in(desk.voice())};
    if (yes_) return true;
    reply.status = Status::usage;
    const auto unsure = desk.say({"wissen kan niet ongedaan worden gemaakt; zeg er --yes bij als je het zeker weet",
                                  "erasing cannot be undone; add --yes when you are sure"});
    const auto question =
        person_.empty()
            ? desk.say({"De hele casus {0} wordt onleesbaar, ook in reservekopieën. Typ {0} om te wissen:",
                        "The whole case {0} becomes unreadable, in backups too. Type {0} to erase it:"},
                       case_id)
            : desk.say(
                  {"Naam, contact en relatie van {1} worden onleesbaar, ook in reservekopieën. Typ {0} om te wissen:",
                   "Name, contact and relation of {1} become unreadable, in backups too. Type {0} to erase:"},
                  case_id, person_);
    reply.confirmation = {question, case_id, "--yes", unsure, desk.say({"niet gewist", "not erased"})};
    return false;
  }

 private:
  std::string person_;
  std::string because_;
  std::string with_;
  bool due_ = false;
  bool yes_ = false;
};

}  // namespace

Entries ending_verbs() {
  return {
      {"case pause",
       {"de casus even laten rusten", "let the case rest for a while"},
       {"case pause 2026-001 --because 'Zij is opgenomen' --until +4w --as Noor",
        "case pause 2026-001 --because 'She is in hospital' --until +4w --as Noor"},
       fresh<Plain<PauseCase, parameters_of>>},
      {"case resume",
       {"verder waar de casus was", "go on where the case was"},
       {"case resume 2026-001 --as Noor", "case resume 2026-001 --as Noor"},
       fresh<Plain<ResumeCase, parameters_of>>},
      {"case close",
       {"afsluiten", "close the case"},
       {"case close 2026-001 --because 'Het loopt weer' --as Samira",
        "case close 2026-001 --because 'Things go well again' --as Samira"},
       fresh<Plain<CloseCase, parameters_of>>},
      {"case reopen",
       {"een afgesloten casus weer openen", "open a closed case again"},
       {"case reopen 2026-001 --because 'Er is een nieuwe vraag' --as Noor",
        "case reopen 2026-001 --because 'There is a new question' --as Noor"},
       fresh<Plain<ReopenCase, parameters_of>>},
      {"case method",
       {"een andere methode, of de definities van nu", "another method, or the definitions of now"},
       {"case method 2026-001 action-learning/advice-round --phase plan-of-action --as Samira",
        "case method 2026-001 action-learning/advice-round --phase plan-of-action --as Samira"},
       fresh<Method>},
      {"case erase",
       {"de casus of één persoon erin voorgoed wissen", "erase the case, or one person in it, for good"},
       {"case erase 2026-001 --person Joke --because 'Op verzoek' --with Samira --as Noor",
        "case erase 2026-001 --person Joke --because 'On request' --with Samira --as Noor"},
       fresh<Erase>},
  };
}

}  // namespace casus::desk
