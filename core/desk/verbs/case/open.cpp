// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/meeting/meetings_meant.hpp"
#include "core/desk/reading.hpp"
#include "core/model/person_name.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>

/// Opening a case and who is at the table: open, basis, basis-add, basis-drop, question, join, leave.
namespace casus::desk {
namespace {

void basis_slots(Slots& slots, auto& body) {
  slots.needed("privacy", body.privacy, "help.how_resident_present_discussion");
  slots.needed("basis", body.basis, "help.legal_ground_using_personal_data");
  slots.needed("purpose", body.purpose, "help.what_review");
  slots.option("basis-text", body.basis_text, "help.why_ground_holds_when_task");
}

void parameters_of(Slots& slots, SetBasis& body) { basis_slots(slots, body); }

void parameters_of(Slots& slots, AddBasis& body) {
  slots.word(body.basis, "help.ground_comes_beside");
  slots.needed("purpose", body.purpose, "help.what_2");
  slots.option("basis-text", body.basis_text, "help.why_ground_holds_when_task");
  Slots::looks_back(slots.option(body.reported_on, "help.day_of_report_under_law"), body.reported_on);
}

void parameters_of(Slots& slots, DropBasis& body) {
  slots.word(body.basis, "help.ground_none_2");
  slots.option("because", body.because, "help.why").needed_by_rules();
}

void parameters_of(Slots& slots, AskForPlace& body) {
  slots.maybe("QUESTION", body.question, "help.one_question_else_one").usual = true;
  slots.flag("no-longer", body.no_longer, "help.needed_after_all");
}

/// Asks for a place; and says so when the agenda that comes first was kept before, as no case comes on it by itself.
class AskPlace final : public Plain<AskForPlace, parameters_of> {
 public:
  void run(Desk& desk, Reply& reply) override {
    Plain::run(desk, reply);
    if (reply.status != Status::done || desk.json() || body_.no_longer || not_of_the_team(desk)) return;
    const auto there = meeting_meant(desk.meetings(), desk.today());
    const auto meeting = there ? desk.meetings().find(there->day) : std::nullopt;
    const auto is_it = [&](const auto& item) { return item.line.case_id == case_id; };
    if (!meeting || std::ranges::any_of(meeting->items, is_it)) return;
    const auto add = text::way("meeting agenda add", "case"_is = case_id, "minutes"_is = text::gap("gap.number"),
                               "date"_is = meeting->id);
    reply.line(
        desk.say("agenda.kept_without_it", "day"_is = text::day_in_full(meeting->on(), desk.voice()), "add"_is = add),
        Tone::warning);
    reply.ways.push_back(add);
  }
};

void parameters_of(Slots& slots, AskQuestion& body) {
  slots.word(body.text, "help.one_question_question_mark").asks = "ask.question";
  auto& hoped_for = slots.option(body.hoped_for, "help.how_will_notice_review_useful");
  hoped_for.usual = true;
  hoped_for.asks = "ask.hoped_for";
}

void parameters_of(Slots& slots, AddParticipant& body) {
  slots.word(body.name, "help.joins").asks = "ask.joins";
  auto& role = slots.option("role", body.roles, "help.role_case_may_repeated");
  role.usual = true;
  role.asks = "ask.role";
  slots.flag("external", body.team_member, "help.does_work_team", false);
  slots.flag(body.caseload, "help.carries_household_caseload");
  slots.option(body.contact, "help.phone_mail");
  slots.flag(body.absent, "help.absent");
  slots.option(body.until, "help.seat_until");
}

/// A colleague without a word on the role takes part. Of anybody else the role is asked: resident, circle, guest; and
/// so it is where somebody of this case is called so: the resident's Sam is not Samira.
class Join final : public Plain<AddParticipant, parameters_of> {
 protected:
  bool before(Desk& desk, Reply&) override {
    if (!body_.roles.empty() || !body_.team_member || body_.name.empty()) return true;
    const auto members = desk.service().library().members_meant(body_.name);
    const auto there = name_in_case(desk, case_id, body_.name);
    if (members.size() == 1 && (there.empty() || same_name(there, members.front()))) body_.roles = {Role::member};
    return true;
  }
};

void parameters_of(Slots& slots, RemoveParticipant& body) {
  slots.word(body.person, "help.name_id");
  slots.flag(body.for_now, "help.for_now");
}

/// What is left out comes from the team's settings.
class Open final : public CaseVerb {
 public:
  void parameters(Slots& slots) override {
    slots.of(body_);
    slots.word(body_.title, "help.how_team_knows_roles_names").asks = "ask.open_title";
    // Left out on the line, the refusal names all that is missing at once.
    const auto asked = [](Slot& slot, Words asks) {
      slot.usual = slot.stops = true;
      slot.asks = asks;
    };
    asked(slots.option(body_.privacy, "help.how_resident_present_discussion"), "ask.open_privacy");
    auto& basis = slots.option(body_.basis, "help.legal_ground_using_personal_data");
    asked(basis, "ask.open_basis");
    basis.further = "--more-bases";
    asked(slots.option(body_.purpose, "help.what_review"), "ask.open_purpose");
    slots.option(body_.more_bases, "help.grounds_beside_the_first");
    slots.option(body_.basis_text, "help.why_ground_holds_when_task");
    slots.option(body_.method, "help.method_see_2");
    slots.option(body_.workflow, "help.see");
    slots.option(body_.mode, "help.strict_coaching");
    slots.option(body_.neighbourhood, "help.neighbourhood");
    Slots::looks_back(slots.option(body_.reported_on, "help.day_report_from_which_legal"), body_.reported_on);
  }

  Access access() const override { return does(Ground::self); }
  CommandBody body() const override { return body_; }

  bool take(const CommandBody& body, const text::Voice&) override {
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
    if (case_id.empty()) case_id = opened_before(desk);
    numbered_here_ = case_id.empty();
    if (numbered_here_) case_id = service.free_case_id(desk.today());
    return true;
  }

  /// Another who opened one at this moment took the number: nobody typed it, so the next one will do.
  service::Answer hand_over(Desk& desk, Command command) override {
    constexpr int kMostAtOnce = 50;
    auto answer = CaseVerb::hand_over(desk, command);
    for (int tries = 0; tries < kMostAtOnce && is_taken(answer); ++tries) {
      command.case_id = case_id = desk.service().free_case_id(desk.today());
      answer = CaseVerb::hand_over(desk, command);
    }
    return answer;
  }

 private:
  bool is_taken(const service::Answer& answer) const {
    return numbered_here_ && answer.refusal && answer.refusal->name == "CaseExists";
  }

  /// The case that this command opened when it came before: sent twice, it must not ask for another number.
  std::string opened_before(Desk& desk) const {
    constexpr std::string_view kCase = "case/";
    const auto receipt = command_id.empty() ? std::nullopt : desk.store().receipt(command_id);
    return receipt && receipt->stream.starts_with(kCase) ? receipt->stream.substr(kCase.size()) : std::string();
  }

  OpenCase body_;
  bool numbered_here_ = false;
};

}  // namespace

Entries asking_verbs() {
  return {
      {"meeting ask", "help.ask_place_agenda_case_question", "help.meeting_ask_2026_001_how", fresh<AskPlace>},
  };
}

Entries opening_verbs() {
  return {
      {"case open", "help.begin_case", "help.case_open_mother_two_debts", fresh<Open>},
      {"case join", "help.somebody_table_role", "help.case_join_2026_001_samira", fresh<Join>},
      {"case leave", "help.somebody_leaves_table", "help.case_leave_2026_001_samira",
       fresh<Plain<RemoveParticipant, parameters_of>>},
      {"case question", "help.one_question_presenter", "help.case_question_2026_001_how",
       fresh<Plain<AskQuestion, parameters_of>>},
      {"case basis", "help.another_legal_ground_privacy_purpose", "help.case_basis_2026_001_privacy",
       fresh<Plain<SetBasis, parameters_of>>},
      {"case basis-add", "help.one_more_ground_purpose_terms", "help.case_basis_add_2026_001",
       fresh<Plain<AddBasis, parameters_of>>},
      {"case basis-drop", "help.ground_none", "help.case_basis_drop_2026_001", fresh<Plain<DropBasis, parameters_of>>},
  };
}

}  // namespace casus::desk
