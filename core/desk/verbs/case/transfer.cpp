// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/engine/refusing.hpp"
#include "core/model/person_name.hpp"
#include "core/service/commands/case_package.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/files/files.hpp"
#include "core/store/files/output_file.hpp"
#include "core/store/keys/seal.hpp"
#include "core/text/problem_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>

/// A case that goes to another team's store: transfer, take-over, received, call-back.
namespace casus::desk {
namespace {

using text::msg;

/// Sealed, it is somewhat longer than what is in it.
constexpr std::size_t kMostFileBytes = service::kMostCaseBytes + (std::size_t{1} << 20U);

std::string code_of_file(std::string_view bytes) { return store::code_of(store::hash_of(bytes)); }

class Transfer final : public CaseVerb {
 public:
  Access access() const override { return here(does(Ground::table)); }

  void parameters(Slots& slots) override {
    slots.of(body_);
    slots.option(body_.to, "help.team_gets_case");
    slots.option(body_.told, "help.what_resident_heard_transfer");
    slots.needed("because", body_.because, "help.why");
    slots.needed_output("out", out_, "help.file_case_goes_in");
    out_.stays = true;  // or the case would be with nobody
  }

  CommandBody body() const override { return body_; }

  bool take(const CommandBody& body, const text::Voice&) override {
    const auto* own = std::get_if<TransferCase>(&body);
    if (own != nullptr) body_ = *own;
    return own != nullptr;
  }

  void run(Desk& desk, Reply& reply) override {
    CaseVerb::run(desk, reply);
    if (code_.empty() || desk.json()) return;
    const auto voice = desk.voice();
    reply.line(voice.say(msg("transfer.written", "file"_is = out_.path, "code"_is = code_)), Tone::good);
    reply.line(voice.say(msg("transfer.send_apart", "team"_is = body_.to)));
    // In a store of their own, with a name of their own.
    const auto they_type =
        fmt::format("casus {} {} --as {}", "case take-over",
                    shell_quoted(std::filesystem::path(out_.path).filename().string()), voice.say(msg("gap.name")));
    reply.line(voice.say(msg("transfer.they_do", "take_over"_is = they_type)));
    reply.line(
        voice.say(msg("transfer.then_confirm", "received"_is = text::way("case received", "case"_is = case_id,
                                                                         "receipt"_is = text::gap("gap.receipt")))));
  }

 protected:
  bool before(Desk& desk, Reply& reply) override {
    require_output(desk, out_);
    const auto refusal = desk.service().cannot_hand_out(asked(desk));
    if (refusal) show(desk, reply, *refusal);
    return !refusal;
  }

  service::Answer hand_over(Desk& desk, Command command) override {
    const auto passphrase = desk.passphrase(Desk::Wanted::chosen);
    std::unique_ptr<store::OutputWriter> file;
    try {
      return desk.service().hand_out(std::move(command), passphrase, [&](const std::string& bytes) {
        file = write_for_now(desk, out_, bytes);
        code_ = code_of_file(bytes);
      });
    } catch (...) {
      if (file) file->take_back();  // a case that was not handed out is in no file
      code_.clear();
      throw;
    }
  }

 private:
  TransferCase body_;
  store::OutputFile out_;
  std::string code_;
};

void parameters_of(Slots& slots, ConfirmTransfer& body) { slots.word(body.receipt, "help.receipt_other_team_told"); }

void parameters_of(Slots& slots, CallBackTransfer& body) {
  slots.option("because", body.because, "help.why").needed_by_rules();
}

class TakeOver final : public Verb {
 public:
  Access access() const override { return here(does(Ground::team)); }

  void shape(Slots& slots) override {
    slots.word("FILE", file_, "help.file_other_team_sent");
    slots.flag("yes", yes_, "help.do_ask_again");
  }

  void run(Desk& desk, Reply& reply) override {
    if (!is_there(desk, file_)) throw Usage{desk.voice().say(msg("transfer.no_such_file", "file"_is = file_))};
    const auto sealed = read_file(desk, file_, kMostFileBytes);
    const auto passphrase = desk.passphrase(Desk::Wanted::known);
    std::optional<std::string> text;
    try {
      text = store::unseal_with_passphrase(passphrase, sealed);
    } catch (const Fault&) {
      return show(desk, reply, other_file());
    }
    if (!text) return show(desk, reply, wrong_passphrase());
    const auto package = service::case_package_from(*text);
    if (!package) return show(desk, reply, no_case(desk, package.error()));
    if (is_for_others(desk, reply, *package)) return;
    Command command;
    command.by = desk.actor();
    command.seat = desk.typist();
    const auto answer = desk.service(Desk::Make::yes).take_over(std::move(command), *package, code_of_file(sealed));
    if (desk.json()) return tell_program(desk, reply, answer, *package);
    show(desk, reply, answer);
    if (answer.done()) tell(desk, reply, answer, *package);
    else reply.line(desk.voice().say(msg("transfer.still_there", "team"_is = package->from)), Tone::warning);
  }

 private:
  Refusal other_file() const {
    return engine::no("OtherFile", "", msg("transfer.other_file", "file"_is = file_), msg("transfer.other_file_do"));
  }

  Refusal wrong_passphrase() const {
    return engine::no("WrongPassphrase", "", msg("store.passphrase.wrong", "file"_is = file_),
                      msg("transfer.ask_passphrase"));
  }

  Refusal no_case(Desk& desk, const Problems& problems) const {
    const auto& first = problems.front();
    return engine::no("BrokenCase", "",
                      msg("transfer.no_case", "file"_is = file_, "where"_is = first.pointer,
                          "what"_is = text::problem_words(first, desk.voice())),
                      msg("transfer.broken_do"));
  }

  /// A file that names another team may have come to the wrong one.
  bool is_for_others(Desk& desk, Reply& reply, const service::CasePackage& package) const {
    const auto team = desk.service(Desk::Make::yes).team();
    if (yes_ || !team || same_name(team->name, package.to)) return false;
    const auto voice = desk.voice();
    reply.status = Status::usage;
    reply.confirmation = {
        voice.say(msg("transfer.for_others", "to"_is = package.to, "team"_is = team->name, "from"_is = package.from)),
        package.to, "--yes", voice.say(msg("transfer.for_others_sure", "to"_is = package.to)),
        voice.say(msg("transfer.still_there", "team"_is = package.from))};
    return true;
  }

  void tell_program(Desk& desk, Reply& reply, const service::Answer& answer,
                    const service::CasePackage& package) const {
    auto out = answer_json(answer, desk.voice());
    if (answer.done())
      out.update({{"from", package.from}, {"was", package.cases.front().id}, {"receipt", package.receipt}});
    reply.status = status_of(answer);
    reply.json(std::move(out));
  }

  void tell(Desk& desk, Reply& reply, const service::Answer& answer, const service::CasePackage& package) const {
    const auto voice = desk.voice();
    const auto& was = package.cases.front().id;
    if (answer.repeated) reply.line(voice.say(msg("transfer.taken_before", "case"_is = answer.case_id)));
    else if (was != answer.case_id)
      reply.line(voice.say(msg("transfer.other_number", "was"_is = was, "case"_is = answer.case_id)));
    tell_older(desk, reply, answer.case_id, package);
    if (answer.after) tell_home(desk, reply, *answer.after);
    reply.line(voice.say(msg("transfer.tell_receipt", "team"_is = package.from, "receipt"_is = package.receipt)),
               Tone::good);
    if (!answer.repeated) {
      reply.line(voice.say(msg("transfer.remove_file", "file"_is = file_)), Tone::quiet);
      if (answer.after) tell_left(desk, reply, *answer.after);
    }
    reply.line(voice.say(msg("transfer.look", "show"_is = text::way("case show", "case"_is = answer.case_id))));
  }

  /// The same case from an older file, which was called back there since: two copies that go on apart.
  static void tell_older(Desk& desk, Reply& reply, const std::string& here, const service::CasePackage& package) {
    each_case_kept(desk, [&](const Case& it) {
      if (it.id == here || it.stage.life == Life::closed || it.came_from.empty()) return;
      const auto& from = it.came_from.back().what;
      if (from.team != package.from || from.case_id != package.cases.front().id) return;
      reply.line(desk.voice().say(msg("transfer.older_here", "case"_is = it.id,
                                      "merge"_is = text::way("case merge", "case"_is = it.id, "into"_is = here,
                                                             "because"_is = text::gap()))),
                 Tone::warning);
    });
  }

  /// The case went there from here: what stayed behind is to read, and waits for a receipt as long as nobody typed it.
  static void tell_home(Desk& desk, Reply& reply, const Case& state) {
    each_case_kept(desk, [&](const Case& it) {
      if (it.id == state.id || !it.given_over) return;
      const auto& over = *it.given_over;
      const auto went = [&](const CameFrom& one) {
        return one.what.case_id == it.id && one.what.code == over.what.code;
      };
      if (std::ranges::none_of(state.came_from, went)) return;
      const auto voice = desk.voice();
      reply.line(voice.say(msg("transfer.came_home", "case"_is = it.id, "to"_is = over.what.team)));
      if (!over.confirmed)
        reply.line(voice.say(msg("transfer.came_home_unconfirmed", "case"_is = it.id, "team"_is = over.what.team,
                                 "received"_is = text::way("case received", "case"_is = it.id,
                                                           "receipt"_is = text::gap("gap.receipt")))),
                   Tone::warning);
    });
  }

  /// What is still of colleagues of the other team: nobody here does it unless somebody takes it.
  static void tell_left(Desk& desk, Reply& reply, const Case& state) {
    for (const auto& action : state.actions) {
      if (action.state != Done::open) continue;
      for (const auto& id : {action.plan.who, action.plan.checks}) {
        const auto* who = state.person(id);
        if (who == nullptr || !who->team_member || who->has_seat()) continue;
        reply.line(
            desk.voice().say(msg("transfer.action_left", "action"_is = action.plan.id, "what"_is = action.plan.what,
                                 "who"_is = who->name,
                                 "handover"_is = text::way("case handover", "case"_is = state.id,
                                                           "person"_is = who->name, "to"_is = text::gap("gap.name")))),
            Tone::warning);
      }
    }
  }

  std::string file_;
  bool yes_ = false;
};

}  // namespace

Entries transfer_verbs() {
  return {
      {"case transfer", "help.case_to_another_team", "help.case_transfer_example", fresh<Transfer>},
      {"case take-over", "help.take_over_case_of_another_team", "help.case_take_over_example", fresh<TakeOver>},
      {"case received", "help.other_team_has_case", "help.case_received_example",
       fresh<Plain<ConfirmTransfer, parameters_of>>},
      {"case call-back", "help.case_not_to_other_team", "help.case_call_back_example",
       fresh<Plain<CallBackTransfer, parameters_of>>},
  };
}

}  // namespace casus::desk
