// SPDX-License-Identifier: EUPL-1.2
// Record types in a method file: what is read, what is refused, and criteria on what they declare.
#include "core/method/criterion.hpp"
#include "tests/method/declared_records.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"
#include "tests/support/schema_file.hpp"

using namespace casus;
using namespace casus::test;
using nlohmann::json;
using nlohmann::ordered_json;

namespace {

using Lines = std::vector<std::string>;

/// What is wrong with the file after a change.
Lines wrong_after(const ordered_json& change) {
  const auto [method, problems] = parsed(records_file().patch(ordered_json::array({change})));
  return lines_of(problems);
}

ordered_json put(const std::string& path, const ordered_json& value) {
  return {{"op", "add"}, {"path", path}, {"value", value}};
}

/// A point of the checklist that asks this.
Lines wrong_asked(const char* holds) { return wrong_after(put("/fidelity/0/holds", ordered_json::parse(holds))); }

}  // namespace

TEST_CASE("a method declares records with fields, and they are kinds of its steps", "[method]") {
  const auto [method, problems] = parsed(records_file());
  CHECK(lines_of(problems) == Lines{});
  const auto* type = method.record_type("harm");
  REQUIRE(type != nullptr);
  CHECK(type->parts.size() == 8);
  CHECK(type->first_text()->id == "what");
  CHECK(type->field_meant("ERNST")->id == "severity");
  CHECK(type->field_meant("sever")->id == "severity");
  CHECK(type->field_meant("w") == nullptr);  // what happened, who saw it, with whom
  CHECK(method.knows_kind("harm"));
  CHECK(method::kind_label(&method, "harm", Lang::nl) == "schade");
  CHECK(method::kind_meant(&method, "Schade") == "harm");
  CHECK(SchemaFile("plugins/method.schema.json").accepts(json::parse(records_file().dump())));
}

TEST_CASE("what a record type cannot be is told with its place", "[method]") {
  const std::string type = "/record_types/0", field = type + "/fields";
  const auto one = [](Lines lines) { return lines.size() == 1; };
  CHECK(wrong_after(put(type + "/id", "idea")).front().find("'idea' is a kind of contribution already") !=
        std::string::npos);
  CHECK(one(wrong_after(put(field + "/1/scale/max", 0))));
  CHECK(one(wrong_after(put(field + "/0/scale", records_file()["record_types"][0]["fields"][1]["scale"]))));
  CHECK(one(wrong_after(put(field + "/2/options", ordered_json::array()))));
  CHECK(one(wrong_after(put(field + "/4/options", records_file()["record_types"][0]["fields"][2]["options"]))));
  CHECK(one(wrong_after(put(field + "/3/at_least", 3))));
  CHECK(one(wrong_after(put(field + "/1/id", "what"))));
  CHECK(one(wrong_after(put(field + "/6/to/0", "feit"))));
  CHECK(one(wrong_after(put(field + "/0/type", "long text"))));
  CHECK_FALSE(wrong_after(put(field, ordered_json::array())).empty());
}

TEST_CASE("criteria ask what the method declares, and nothing else", "[method]") {
  CHECK(wrong_asked(
            R"({"count": "records", "where": {"kind": "harm", "own.severity": {"at_least": 7}}, "at_least": 1})") ==
        Lines{});
  CHECK(wrong_asked(R"({"count": "records", "where": {"own.seen-by": ["worker", "family"]}, "at_least": 1})") ==
        Lines{});
  CHECK(wrong_asked(
            R"({"every": "contributions", "where": {"kind": "fact"}, "has": {"in": "records", "on": "own.from"}})") ==
        Lines{});
  CHECK(wrong_asked(R"({"count": "records", "where": {"own.severty": 7}, "at_least": 1})") ==
        Lines{"/fidelity/0/holds/where/own.severty: none of these records has a field 'severty' "
              "(did you mean 'own.severity'?)"});
  CHECK(wrong_asked(R"({"count": "records", "where": {"own.severity": "high"}, "at_least": 1})") ==
        Lines{"/fidelity/0/holds/where/own.severity: this does not fit field 'severity' of type 'number'"});
  CHECK(wrong_asked(R"({"count": "records", "where": {"own.seen-by": "nobody"}, "at_least": 1})").size() == 1);
  CHECK(wrong_asked(R"({"count": "contributions", "where": {"own.severity": 7}, "at_least": 1})").size() == 1);
  CHECK(wrong_asked(
            R"({"every": "contributions", "where": {"kind": "fact"}, "has": {"in": "records", "on": "own.form"}})")
            .size() == 1);
}

TEST_CASE("a criterion on declared fields is written as it is read", "[method]") {
  for (
      const char* text :
      {R"({"count":"records","where":{"kind":"harm","own.on":{"at_least":"2026-03-02"},"own.severity":{"at_least":3,"at_most":7}},"at_least":1})",
       R"({"every":"goals","has":{"in":"records","on":"own.from","where":{"own.signs":{"present":true}},"at_least":1.0}})"}) {
    Problems problems;
    const auto criterion = method::criterion_from(json::parse(text), "", problems);
    CHECK(lines_of(problems) == Lines{});
    CHECK(method::to_json(criterion) == json::parse(text));
  }
}

TEST_CASE("what the guide shows of records and votes can be pasted", "[method]") {
  const auto guide = source_file("plugins/README.md");
  const auto blocks = [&](const std::string& heading) {
    std::vector<ordered_json> found;
    const auto begin = guide.find(heading), end = guide.find("\n## ", begin + 1);
    for (auto at = guide.find("\n\n    {", begin); at < end; at = guide.find("\n\n    {", at + 1))
      found.push_back(ordered_json::parse(guide.substr(at, guide.find("\n\n", at + 2) - at)));
    return found;
  };
  auto file = records_file();
  const auto records = blocks("\n## Records of your own");
  REQUIRE(records.size() == 5);
  file.update(records[0]);
  auto& unnamed = file["phases"]["plan_of_action"][0];
  unnamed.update(records[4]);
  unnamed["done_when"] = ordered_json::array();
  const auto votes = blocks("\n## Voting and ranking");
  REQUIRE(votes.size() == 3);
  file["phases"]["plan_of_action"][3].update(votes[0]);
  file["phases"]["plan_of_action"][3]["done_when"] = ordered_json::array();
  auto fidelity = ordered_json::array(
      {file["fidelity"][0], file["fidelity"][0], file["fidelity"][0], file["fidelity"][0], file["fidelity"][0]});
  const std::vector<ordered_json> asked{records[1], records[2], records[3], votes[1], votes[2]};
  for (std::size_t i = 0; i < asked.size(); ++i) {
    fidelity[i]["id"] = "asked-" + std::to_string(i);
    fidelity[i]["holds"] = asked[i];
  }
  file["fidelity"] = fidelity;
  CHECK(lines_of(parsed(file).second) == Lines{});
}
