// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/answers.hpp"

#include <nlohmann/json.hpp>

/// Pausing, closing, another method, erasing: pause, resume, close, reopen, method, erase.
namespace casus::desk {
namespace {

void parameters_of(Slots& slots, PauseCase& body) {
  slots.option("because", body.because, "help.why").needed_by_rules();
  slots.option(body.until, "help.when_look_again_like_4w").needed_by_rules();
}

void parameters_of(Slots&, ResumeCase&) {}

void parameters_of(Slots& slots, CloseCase& body) {
  slots.option("because", body.because, "help.why").usual = true;
  slots.flag(body.long_ago, "help.closed_long_ago");
}

void parameters_of(Slots& slots, ReopenCase& body) {
  slots.option("because", body.because, "help.why").needed_by_rules();
}

/// Another method (ChangeMethod), or the definitions as they are now (AdoptDefinitions), with a dry run in words.
class Method final : public CaseVerb {
 public:
  void parameters(Slots& slots) override {
    slots.of(change_);
    slots.maybe("METHOD", change_.method, "help.new_method");
    slots.option(change_.phase, "help.phase_only");
    slots.option(change_.because, "help.why");
    slots.flag("adopt", adopt_, "help.take_definitions_as_now");
    slots.flag("dry-run", dry_run_, "help.only_say_what_would_change");
  }

  CommandBody body() const override {
    if (adopt_) return AdoptDefinitions{};
    return change_;
  }

  bool take(const CommandBody& body, const text::Voice&) override {
    if (const auto* own = std::get_if<ChangeMethod>(&body)) change_ = *own;
    adopt_ = std::holds_alternative<AdoptDefinitions>(body);
    return adopt_ || std::holds_alternative<ChangeMethod>(body);
  }

 protected:
  bool before(Desk& desk, Reply& reply) override {
    if (adopt_ == !change_.method.empty()) throw Usage{desk.say("end.name_method_take_new_definitions")};
    if (!adopt_) {
      desk.require_method(change_.method);
      if (dry_run_) throw Usage{desk.say("end.dry_run_goes_adopt")};
      return true;
    }
    if (!dry_run_) return true;
    const auto reading = read(desk, case_id, CasePart::guidance);
    if (!reading) {
      show(desk, reply, reading.error());
      return false;
    }
    const auto changed = desk.service().changed_definitions(reading->state());
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
    if (changed.empty()) return reply.line(desk.say("end.nothing_would_change_case_works", "case"_is = case_id));
    reply.line(desk.say("end.would_change_case_nothing_done", "case"_is = case_id));
    for (const auto& one : changed)
      if (one.offered == one.pinned)
        reply.line(desk.say("end.other_contents", "one"_is = one.id, "version"_is = one.pinned));
      else
        reply.line(one.offered.empty() ? not_offered(desk, one)
                                       : desk.say("end.from_version_version", "one"_is = one.id,
                                                  "pinned"_is = one.pinned, "offered"_is = one.offered));
    reply.line(desk.say("end.what_recorded_stays_steps_requirements"));
  }

  static std::string not_offered(Desk& desk, const service::Service::Changed& one) {
    if (const auto* entry = desk.methods().broken(one.id))
      return "  " + desk.say("desk.method_broken", "id"_is = one.id,
                             "why"_is = problem_in(entry->path, entry->problems.front(), desk.voice()));
    return desk.say("end.now_version_machine", "one"_is = one.id, "pinned"_is = one.pinned);
  }

  ChangeMethod change_;
  bool adopt_ = false;
  bool dry_run_ = false;
};

/// The whole case, or one person in it. What is erased cannot be brought back, so it is asked once more.
class Erase final : public CaseVerb {
 public:
  Access access() const override { return does(Ground::erasing); }
  bool by_own_hand() const override { return true; }
  void parameters(Slots& slots) override {
    slots.option("person", person_, "help.person_only_name_id");
    slots.option("because", because_, "help.why").usual = true;
    slots.flag("due", due_, "help.term_over_see_store_retention");
    slots.option("with", with_, "help.colleague_does").usual = true;
    slots.flag("yes", yes_, "help.do_ask_again");
  }

  CommandBody body() const override {
    if (due_) return EraseDue{with_};
    if (person_.empty()) return EraseCase{because_, with_};
    return ErasePerson{person_, because_, with_};
  }

  bool take(const CommandBody& body, const text::Voice&) override {
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
    const auto would = would_be_done(desk, reply, asked(desk));
    if (!would) return false;
    reply.status = Status::usage;
    for (const auto& remark : would->remarks) reply.error(remark_line(remark, desk.voice()), Tone::warning);
    const auto unsure = desk.say("erasing.unsure");
    const auto question = person_.empty() ? desk.say("end.whole_case_becomes_unreadable_backups", "case"_is = case_id)
                                          : desk.say("end.name_contact_relation_become_unreadable",
                                                     "person"_is = person_, "case"_is = case_id);
    reply.confirmation = {question, case_id, "--yes", unsure, desk.say("end.erased")};
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
      {"case pause", "help.let_case_rest_while", "help.case_pause_2026_001_because",
       fresh<Plain<PauseCase, parameters_of>>},
      {"case resume", "help.go_where_case", "help.case_resume_2026_001_as", fresh<Plain<ResumeCase, parameters_of>>},
      {"case close", "help.close_case", "help.case_close_2026_001_because", fresh<Plain<CloseCase, parameters_of>>},
      {"case reopen", "help.open_closed_case_again", "help.case_reopen_2026_001_because",
       fresh<Plain<ReopenCase, parameters_of>>},
      {"case method", "help.another_method_definitions_now", "help.case_method_2026_001_action", fresh<Method>},
      {"case erase", "help.erase_case_one_person_good", "help.case_erase_2026_001_person", fresh<Erase>},
  };
}

}  // namespace casus::desk
