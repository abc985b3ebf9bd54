// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/sheets.hpp"

#include "core/desk/catalogue.hpp"

#include <nlohmann/json.hpp>

/// A sheet to print: one verb.
namespace casus::desk {
namespace {

class TeamSheet final : public Verb {
 public:
  Access access() const override { return reads(Ground::anybody); }
  void shape(Slots& slots) override { slots.word("SHEET", sheet_, "help.which_sheet"); }

  void run(Desk& desk, Reply& reply) override {
    auto page = sheet_page(sheet_, desk.voice());
    if (desk.json()) return reply.json({{"sheet", key(sheet_)}, {"markdown", page::page_markdown(page)}});
    reply.page(std::move(page));
  }

 private:
  Sheet sheet_{};
};

}  // namespace

Entries sheet_verbs() { return {{"team sheet", "help.sheet_to_print", "help.team_sheet_monday", fresh<TeamSheet>}}; }

}  // namespace casus::desk
