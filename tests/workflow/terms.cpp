// SPDX-License-Identifier: EUPL-1.2
#include "core/workflow/terms.hpp"

#include "tests/support/catch.hpp"
#include "tests/workflow/samples.hpp"

// Terms of law: which run in a case, from which day, and how they are cited.

namespace casus::workflow {
namespace {

Date day(std::string_view text) { return *date_from(text); }

Term term(const char* id, std::optional<Basis> basis, int amount, Unit unit, From from = From::reported) {
  return Term{.id = id, .name = {id, id}, .amount = amount, .unit = unit, .from = from, .basis = basis};
}

std::vector<std::string> running(const Workflow& workflow, std::vector<GroundSince> grounds) {
  std::vector<std::string> out;
  for (const auto& it : running_terms(workflow, grounds)) out.push_back(it.term->id + " " + to_string(it.end));
  return out;
}

}  // namespace

TEST_CASE("a term runs only in a case on its own ground, from the report under that law", "[workflow]") {
  Workflow workflow;
  workflow.terms = {term("wmo", Basis::wmo, 6, Unit::weeks), term("wgs", Basis::wgs, 4, Unit::weeks),
                    term("any", {}, 7, Unit::days), term("kept", Basis::wmo, 15, Unit::years, From::ended)};
  using Lines = std::vector<std::string>;
  const std::optional<Date> march = day("2026-03-02"), may = day("2026-05-01");
  CHECK(running(workflow, {{Basis::jeugdwet, march}}) == Lines{"any 2026-03-09"});
  CHECK(running(workflow, {{Basis::wmo, march}}) == Lines{"wmo 2026-04-13", "any 2026-03-09"});
  CHECK(running(workflow, {{Basis::jeugdwet, march}, {Basis::wgs, may}}) == Lines{"wgs 2026-05-29", "any 2026-03-09"});
  CHECK(running(workflow, {{Basis::wmo, {}}, {Basis::wgs, may}}) == Lines{"wgs 2026-05-29", "any 2026-05-08"});
  CHECK(running(workflow, {{Basis::wmo, {}}}).empty());
}

TEST_CASE("how long something is kept belongs to the grounds of the case", "[workflow]") {
  Workflow workflow;
  workflow.terms = {term("wmo", Basis::wmo, 15, Unit::years, From::ended),
                    term("youth", Basis::jeugdwet, 20, Unit::years, From::ended),
                    term("report", Basis::wmo, 6, Unit::weeks)};
  const auto kept = [&](std::vector<GroundSince> grounds) {
    std::vector<std::string> out;
    for (const auto* it : keeping_terms(workflow, grounds)) out.push_back(it->id);
    return out;
  };
  CHECK(kept({{Basis::wmo, {}}}) == std::vector<std::string>{"wmo"});
  CHECK(kept({{Basis::jeugdwet, {}}, {Basis::wmo, {}}}) == std::vector<std::string>{"wmo", "youth"});
  CHECK(kept({{Basis::consent, {}}}).empty());
}

TEST_CASE("a term is never cited without its law", "[workflow]") {
  auto it = term("x", Basis::wgs, 4, Unit::weeks);
  it.name = {"eerste gesprek", "first talk"};
  CHECK(cited(it) == Text{"Wgs: eerste gesprek", "Wgs: first talk"});
  it.name = {"Wgs: eerste gesprek", "first talk under the Wgs"};
  CHECK(cited(it) == it.name);
  it.basis.reset();
  CHECK(cited(it) == it.name);
}

TEST_CASE("a term ends on the last day of a month that is too short", "[workflow]") {
  CHECK(end_of(term("x", {}, 1, Unit::months), day("2026-01-31")) == day("2026-02-28"));
  CHECK(end_of(term("x", {}, 1, Unit::years), day("2024-02-29")) == day("2025-02-28"));
  CHECK(end_of(term("x", {}, 10, Unit::days), day("2026-12-30")) == day("2027-01-09"));
}

TEST_CASE("a term of an older file belongs to the law that its id names", "[workflow]") {
  const auto basis = [](const std::string& id) {
    const auto [workflow, problems] = parse(
        patched(R"([{"op": "remove", "path": "/terms/0/basis"}, {"op": "replace", "path": "/terms/0/id", "value": ")" +
                id + R"("}])"));
    REQUIRE(problems.empty());
    return workflow.terms.at(0).basis;
  };
  CHECK(basis("wmo-decision") == Basis::wmo);
  CHECK(basis("retention-jeugdwet") == Basis::jeugdwet);
  CHECK(basis("keep-wmo-plan") == Basis::wmo);
  CHECK_FALSE(basis("wmoo-plan"));
  CHECK_FALSE(basis("access-request"));
}

}  // namespace casus::workflow
