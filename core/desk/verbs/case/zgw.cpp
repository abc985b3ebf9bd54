// SPDX-License-Identifier: EUPL-1.2
#include "core/report/exchange/zgw.hpp"

#include "core/base/files/definition_file.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/file_endings.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/verbs/case/pages.hpp"
#include "core/desk/verbs/case/zgw_sending.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <utility>

/// A case for the municipality's register of cases.
namespace casus::desk {
namespace {

using nlohmann::json;

class CaseZgw final : public CasePage {
 public:
  Access access() const override { return here(reads(part())); }
  void shape(Slots& slots) override {
    CasePage::shape(slots);
    slots.needed("types", types_file_, "help.zgw_types");
    slots.names_file("types");
    slots.option("to", settings_file_, "help.zgw_to");
    slots.names_file("to");
    slots.output("out", out_, "help.file_write_else_screen");
  }

 protected:
  /// As with a spreadsheet: it leaves the store, so neither the resident nor the circle puts it out, and nobody does of
  /// a case that is only kept.
  CasePart part() const override { return CasePart::texts; }
  std::string goes_to() const override { return settings_ ? remote::hosts_of(*settings_) : std::string(); }

  bool check(Desk& desk, Reply& reply) override {
    auto read = report::zgw_types_from(read_file(desk, types_file_, kMostDefinitionBytes));
    if (!read) {
      not_usable(desk, reply, types_file_, read.error(), Status::usage);
      return false;
    }
    types_ = std::move(*read);
    if (settings_file_.empty()) return true;
    if (types_.has_draft_addresses()) throw Usage{desk.say("zgw.draft_not_sent", "file"_is = types_file_)};
    settings_ = zgw_settings(desk, reply, settings_file_);
    return settings_.has_value();
  }

  void page(Desk& desk, Reply& reply, const Case& state, Sight) override {
    if (state.stage.life == Life::erased) throw Usage{desk.say("zgw.erased", "case"_is = state.id)};
    const auto name = report::zgw_identification(types_, state.id);
    if (name.size() > report::kMostZgwIdentification)
      throw Usage{desk.say("zgw.long_name", "name"_is = name, "most"_is = report::kMostZgwIdentification)};
    const auto team = desk.service().team().value_or(Team{});
    const auto written = report::zgw_case(state, types_, {team.name, desk.now()}, desk.voice());
    const auto bytes = written.dump(2) + '\n';
    const json about{{"case", state.id}, {"version", state.version}, {"format", "zgw"}};
    if (settings_) {
      require_ending(desk, out_, "json");
      if (!out_.empty()) write_file(desk, out_, bytes);
      send_to_register(desk, reply, about, written, own(desk), *settings_, {settings_file_, types_file_});
      if (desk.json()) return;
      if (reply.status == Status::done && state.stage.life == Life::intake)
        reply.error(desk.say("zgw.not_begun", "host"_is = remote::hosts_of(*settings_)), Tone::warning);
      if (!out_.empty()) reply.line(desk.say("zgw.not_sealed"), Tone::quiet);
      return;
    }
    put_document(desk, reply, about, bytes, out_, "zgw.written");
    if (desk.json()) return;
    if (types_.has_draft_addresses())
      reply.error(desk.say("zgw.draft_addresses", "file"_is = types_file_), Tone::warning);
    if (!out_.empty()) reply.line(desk.say("zgw.not_sealed"), Tone::quiet);
  }

 private:
  /// Also what was told in another language, or before the team had words of its own.
  remote::ZgwOwn own(Desk& desk) const {
    remote::ZgwOwn own{types_.statuses.closed, {}};
    for (const auto& voice : {desk.voice(), text::Voice(Lang::nl), text::Voice(Lang::en)})
      for (auto& [type, about] : report::zgw_role_marks(types_, voice))
        own.roles.push_back({std::move(type), std::move(about)});
    return own;
  }

  std::string types_file_;
  report::ZgwTypes types_;
  std::string settings_file_;
  std::optional<remote::ZgwSettings> settings_;
  store::OutputFile out_;
};

/// What the municipality fills in before.
class TeamZgw final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override { slots.output("out", out_, "help.file_write_else_screen"); }

  void run(Desk& desk, Reply& reply) override {
    put_document(desk, reply, {{"format", "zgw"}}, report::zgw_draft(), out_);
  }

 private:
  store::OutputFile out_;
};

}  // namespace

Entries zgw_verbs() {
  return {
      {"case zgw", "help.case_as_zgw", "help.case_zgw_example", fresh<CaseZgw>},
      {"team zgw", "help.zgw_draft", "help.team_zgw_example", fresh<TeamZgw>},
  };
}

}  // namespace casus::desk
