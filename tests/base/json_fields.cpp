// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_fields.hpp"

#include "core/base/stage.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"

#include <limits>
#include <ostream>

namespace casus {

// How a failing test writes a problem. Catch2 finds it beside the type.
inline std::ostream& operator<<(std::ostream& out, const Problem& problem) {
  return out << problem.pointer << ": " << test::english(problem);
}

namespace {

using nlohmann::json;

struct Goal {
  std::string text;
  std::optional<Date> by_when;
  int score = 0;
  bool operator==(const Goal&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("by_when", self.by_when);
    visit.optional("score", self.score);
  }
};

struct Plan {
  std::string owner;
  Phase phase = Phase::analysis;
  bool agreed = false;
  double weight = 0;
  Time at{};
  std::vector<Goal> goals;
  std::map<std::string, int> minutes;
  bool operator==(const Plan&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("owner", self.owner);
    visit.required("phase", self.phase);
    visit.optional("agreed", self.agreed);
    visit.optional("weight", self.weight);
    visit.optional("at", self.at);
    visit.optional("goals", self.goals);
    visit.optional("minutes", self.minutes);
  }
};

template <class T>
Problems problems_of(const json& in, T out = {}, const std::string& pointer = "") {
  Problems problems;
  fields::read(in, out, pointer, problems);
  return test::english(problems);
}

template <class T>
T value_of(const json& in) {
  T out{};
  Problems problems;
  fields::read(in, out, "", problems);
  CHECK(problems == Problems{});
  return out;
}

Plan full_plan() {
  return Plan{.owner = "Noor Veenstra",
              .phase = Phase::plan_of_action,
              .agreed = true,
              .weight = 0.5,
              .at = *time_from("2026-03-02T09:30:00Z"),
              .goals = {{"eten met de buren", date_from("2026-04-01"), 6}, {"een vaste dag", std::nullopt, 0}},
              .minutes = {{"analysis", 20}, {"a/b~c", 5}}};
}

}  // namespace

TEST_CASE("what is written is read back the same", "[base]") {
  CHECK(value_of<Plan>(fields::write(full_plan())) == full_plan());
  CHECK(value_of<Plan>(json::parse(fields::write(full_plan()).dump())) == full_plan());
}

TEST_CASE("an optional field is left out when it has its usual value, a required one never", "[base]") {
  CHECK(fields::write(Plan{}) == json{{"owner", ""}, {"phase", "analysis"}});
  CHECK(fields::write(Goal{"rust", std::nullopt, 0}) == json{{"text", "rust"}});
}

TEST_CASE("a missing field is named at its object", "[base]") {
  CHECK(problems_of<Plan>(json::object()) == Problems{{"", "missing 'owner'"}, {"", "missing 'phase'"}});
}

TEST_CASE("an unknown field is an error, with the name that was meant", "[base]") {
  CHECK(problems_of<Goal>({{"text", "rust"}, {"by_wen", "2026-04-01"}}) ==
        Problems{{"/by_wen", "unknown key 'by_wen' (did you mean 'by_when'?)"}});
  CHECK(problems_of<Goal>({{"text", "rust"}, {"fietsenstalling", 1}}) ==
        Problems{{"/fietsenstalling", "unknown key 'fietsenstalling'"}});
}

TEST_CASE("an unknown word of a vocabulary is answered with all of them and the nearest", "[base]") {
  CHECK(problems_of<Plan>({{"owner", "Noor"}, {"phase", "evalution"}}) ==
        Problems{{"/phase",
                  "expected one of analysis, plan_of_action, network_involvement, evaluation, got 'evalution' (did "
                  "you mean 'evaluation'?)"}});
  CHECK(problems_of<Plan>({{"owner", "Noor"}, {"phase", 3}}) ==
        Problems{{"/phase", "expected one of analysis, plan_of_action, network_involvement, evaluation, got 3"}});
}

TEST_CASE("a wrong type is told by what was expected and what is there", "[base]") {
  CHECK(problems_of<std::string>(7) == Problems{{"", "expected text, got 7"}});
  CHECK(problems_of<bool>("ja") == Problems{{"", "expected true or false, got \"ja\""}});
  CHECK(problems_of<int>("zes") == Problems{{"", "expected a whole number, got \"zes\""}});
  CHECK(problems_of<int>(6.5) == Problems{{"", "expected a whole number, got 6.5"}});
  CHECK(problems_of<int>(true) == Problems{{"", "expected a whole number, got true"}});
  CHECK(problems_of<double>(nullptr) == Problems{{"", "expected a number, got null"}});
  CHECK(problems_of<Goal>(json::array()) == Problems{{"", "expected an object, got []"}});
  CHECK(problems_of<std::vector<int>>(json::object()) == Problems{{"", "expected a list, got {}"}});
  CHECK(problems_of<std::map<std::string, int>>(3) == Problems{{"", "expected an object, got 3"}});
}

TEST_CASE("days and moments that do not exist are problems", "[base]") {
  CHECK(problems_of<Date>("2026-02-30") == Problems{{"", "expected a day like 2026-03-02, got \"2026-02-30\""}});
  CHECK(problems_of<Date>(20260302) == Problems{{"", "expected a day like 2026-03-02, got 20260302"}});
  CHECK(problems_of<Time>("2026-03-02T25:00:00Z") ==
        Problems{{"", "expected a moment like 2026-03-02T09:30:00Z, got \"2026-03-02T25:00:00Z\""}});
}

TEST_CASE("all problems are told at once, each with its own pointer", "[base]") {
  const auto in = json::parse(R"({
    "owner": 1,
    "agreed": "ja",
    "goals": [{"text": "rust"}, {"txt": "x", "by_when": "gisteren"}, 3],
    "minutes": {"analysis": "veel", "a/b~c": null}
  })");
  auto found = problems_of<Plan>(in);
  const Problems wanted{{"/owner", "expected text, got 1"},
                        {"", "missing 'phase'"},
                        {"/agreed", "expected true or false, got \"ja\""},
                        {"/goals/1", "missing 'text'"},
                        {"/goals/1/by_when", "expected a day like 2026-03-02, got \"gisteren\""},
                        {"/goals/1/txt", "unknown key 'txt' (did you mean 'text'?)"},
                        {"/goals/2", "expected an object, got 3"},
                        {"/minutes/a~1b~0c", "expected a whole number, got null"},
                        {"/minutes/analysis", "expected a whole number, got \"veel\""}};
  CHECK(found == wanted);
}

TEST_CASE("a pointer found in a problem leads to the place", "[base]") {
  const json in = {{"owner", "Noor"}, {"phase", "analysis"}, {"minutes", {{"a/b~c", "x"}}}};
  const auto found = problems_of<Plan>(in);
  REQUIRE(found.size() == 1);
  CHECK(in.at(json::json_pointer(found[0].pointer)) == "x");
}

TEST_CASE("reading begins at the pointer where the caller is", "[base]") {
  CHECK(problems_of<Goal>({{"text", 1}}, {}, "/steps/3") == Problems{{"/steps/3/text", "expected text, got 1"}});
}

TEMPLATE_TEST_CASE("whole numbers are read up to their limits and not past them", "[base]", std::int8_t, std::uint8_t,
                   int, unsigned, std::int64_t) {
  using Limits = std::numeric_limits<TestType>;
  CHECK(value_of<TestType>(Limits::max()) == Limits::max());
  CHECK(value_of<TestType>(Limits::min()) == Limits::min());
  CHECK(value_of<TestType>(0) == 0);
  const auto past = json::parse("18446744073709551615");
  if constexpr (sizeof(TestType) < 8) {
    CHECK(problems_of<TestType>(static_cast<std::int64_t>(Limits::max()) + 1).size() == 1);
    CHECK(problems_of<TestType>(static_cast<std::int64_t>(Limits::min()) - 1).size() == 1);
    CHECK(problems_of<TestType>(past) == Problems{{"", "expected a smaller number, got 18446744073709551615"}});
  }
  if constexpr (std::is_unsigned_v<TestType>) CHECK(problems_of<TestType>(-1).size() == 1);
}

TEST_CASE("a number too large for any field is a problem and not another number", "[base]") {
  CHECK(problems_of<std::int64_t>(json::parse("18446744073709551615")) ==
        Problems{{"", "expected a smaller number, got 18446744073709551615"}});
  CHECK(problems_of<std::int64_t>(json::parse("9223372036854775808")).size() == 1);
}

TEST_CASE("a value that is shown in a problem is cut short and stays UTF-8", "[base]") {
  const auto found = problems_of<int>(std::string(5000, 'x'));
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.words().size() < 100);
  CHECK(found[0].message.words().ends_with("..."));
  // The cut falls inside a letter of two bytes for one of these.
  for (const std::size_t shift : {0U, 1U}) {
    const auto dutch = problems_of<int>(std::string(shift, 'x') + [] {
      std::string text;
      for (int i = 0; i < 100; ++i) text += "é";
      return text;
    }());
    REQUIRE(dutch.size() == 1);
    CHECK(is_utf8(dutch[0].message.words()));
  }
}

TEST_CASE("a list that is read again holds nothing of before", "[base]") {
  std::vector<int> numbers{1, 2, 3};
  Problems problems;
  fields::read(json{4}, numbers, "", problems);
  CHECK(numbers == std::vector<int>{4});
  CHECK(problems.empty());
}

TEST_CASE("keys that the caller reads itself are no unknown keys", "[base]") {
  const json in = {{"format", 1}, {"text", "rust"}, {"other", 2}};
  Problems problems;
  fields::ObjectReader reader(in, "", problems);
  Goal goal;
  reader.allow("format");
  Goal::fields(goal, reader);
  reader.finish();
  CHECK(goal.text == "rust");
  CHECK(test::english(problems) == Problems{{"/other", "unknown key 'other'"}});
}

}  // namespace casus
