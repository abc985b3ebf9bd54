// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/forms_at_table.hpp"

#include "core/desk/forms/form.hpp"
#include "core/text/label.hpp"
#include "tests/desk/room.hpp"

#include <algorithm>

namespace casus::test {
namespace {

using desk::TableForm;

service::Table table_in_a_step() {
  service::Table table{.case_id = "2026-001"};
  table.stage.life = Life::open;
  table.in_step = true;
  return table;
}

bool offers_form(const service::Table& table, std::string_view path) {
  const auto forms = desk::forms_at_table(&table);
  return std::ranges::find(forms, path, &TableForm::path) != forms.end();
}

std::string problem_of(const desk::Meant& meant) {
  const auto* unsure = std::get_if<desk::Unsure>(&meant);
  return unsure == nullptr ? std::string() : unsure->message;
}

}  // namespace

TEST_CASE("a table is offered the forms that fit at that moment, and between cases those for the team alone",
          "[desk]") {
  auto table = table_in_a_step();
  for (const auto* path : {"case tell", "case score", "case decide raise", "case decide opinion", "case decide take",
                           "network add", "case learn", "case signal"}) {
    INFO(path);
    CHECK(offers_form(table, path));
  }
  for (const auto* path :
       {"case resume", "case safety step", "case group", "plan done", "case round", "case close", "case evaluate"}) {
    INFO(path);
    CHECK_FALSE(offers_form(table, path));
  }
  table.open_actions.push_back({"a1", "De post openen"});
  table.groups.push_back({1, "Noor"});
  table.stage.safety = Safety::concern;
  for (const auto* path : {"plan done", "case group", "case safety step"}) {
    INFO(path);
    CHECK(offers_form(table, path));
  }
  table.stage.life = Life::paused;
  CHECK(offers_form(table, "case resume"));
  table.stage.life = Life::closed;
  CHECK(offers_form(table, "case reopen"));
  // What going on is refused for is done by a form, when it is one.
  table.stage.life = Life::open;
  table.stage.phase = Phase::evaluation;
  CHECK(offers_form(table, "case evaluate"));
  table.no_way = Refusal{"RoundEnds", {}, text::msg("steps.round_ends"), {}, {}};
  CHECK_FALSE(offers_form(table, "case close"));
  table.no_way->remedies.push_back(
      {text::msg("steps.round_ends_do", "round"_is = text::way("case round"), "close"_is = text::way("case close"))});
  for (const auto* path : {"case round", "case close"}) {
    INFO(path);
    CHECK(offers_form(table, path));
  }
  // The plan of the circle where somebody of it is there, in the language of the table.
  table.stage.life = Life::open;
  CHECK_FALSE(offers_form(table, "case circle-plan present"));
  for (const auto lang : {Lang::nl, Lang::en}) {
    service::Seat aunt;
    aunt.name = "Tante";
    aunt.roles = label(Role::circle, lang);
    table.seats = {aunt};
    CHECK(offers_form(table, "case circle-plan present"));
    CHECK(offers_form(table, "case circle-plan answer"));
  }
  table.private_time = true;
  CHECK(desk::forms_at_table(&table).empty());
  const auto between = desk::forms_at_table(nullptr);
  CHECK(between.size() == 2);
  CHECK(std::ranges::all_of(between, &TableForm::for_team));
}

TEST_CASE("every form of a table stands in the catalogue", "[desk]") {
  auto table = table_in_a_step();
  table.open_actions.push_back({"a1", "De post openen"});
  table.groups.push_back({1, "Noor"});
  table.stage.safety = Safety::concern;
  service::Seat aunt;
  aunt.roles = label(Role::circle, Lang::nl);
  table.seats = {aunt};
  for (const auto& form : desk::forms_at_table(&table)) {
    INFO(form.path);
    CHECK(desk::entry_at(form.path) != nullptr);
  }
}

TEST_CASE("a form becomes what a line of the meeting would be, and what it lacks is asked", "[desk]") {
  TeamRoom room;
  auto it = room.desk("Samira");
  auto table = table_in_a_step();
  const auto meant = [&](const std::string& path, std::vector<desk::GivenField> given, const std::string& by = {}) {
    return desk::meant_by_form(it, {path, std::move(given), {}}, by, &table);
  };
  const auto scored = meant("case score", {{"value", "6"}, {"evidence", "Zij slaapt"}}, "Noor");
  REQUIRE(std::holds_alternative<desk::GiveCommand>(scored));
  CHECK(std::get<desk::GiveCommand>(scored).by == "Noor");
  CHECK(std::get<GiveScore>(std::get<desk::GiveCommand>(scored).body).value == 6);
  CHECK_FALSE(problem_of(meant("case score", {})).empty());
  CHECK_FALSE(problem_of(meant("case score", {{"value", "zes of zo"}})).empty());
  const auto noted = meant("case learn", {{"text", "Eerst vragen wat werkt"}, {"theme", "vragen"}});
  REQUIRE(std::holds_alternative<desk::NoteLine>(noted));
  CHECK(std::get<NoteLearning>(std::get<desk::NoteLine>(noted).line).text == "Eerst vragen wat werkt");
  // Nothing that is no form of this table, whatever somebody sends.
  for (const auto* path : {"case erase", "plan done", "team leave", "no such verb"}) {
    INFO(path);
    CHECK(problem_of(meant(path, {})) == "Dat past nu niet bij wat er op tafel ligt.");
  }
  table.private_time = true;
  CHECK_FALSE(problem_of(meant("case score", {{"value", "6"}})).empty());
}

TEST_CASE("of a resident who is not at the table it is never written down without a moment that they know it",
          "[desk][R16]") {
  TeamRoom room;
  auto it = room.desk("Samira");
  auto table = table_in_a_step();
  const auto told = [&](std::vector<desk::GivenField> more) {
    more.insert(more.begin(), {"what", "Wat we bespraken"});
    return desk::meant_by_form(it, {"case tell", std::move(more), {}}, {}, &table);
  };
  CHECK(problem_of(told({})).starts_with("De inwoner zit niet aan tafel."));
  CHECK(problem_of(told({{"on", "2026-03-06"}})).empty());
  CHECK(problem_of(told({{"later", "1"}})).empty());
  table.resident_here = true;
  CHECK(problem_of(told({})).empty());
}

}  // namespace casus::test
