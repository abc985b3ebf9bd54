// SPDX-License-Identifier: EUPL-1.2
// Every sentence of a method says where it comes from.
#include "core/method/content_hash.hpp"
#include "core/method/definition.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::method {
namespace {

using nlohmann::json;

/// Places of sentences without a mark of their own or of what they stand in. The method's own names, summary and gaps
/// have its status.
void collect_unmarked(const json& in, const std::string& place, bool marked, std::vector<std::string>& out) {
  if (in.is_array()) {
    for (std::size_t i = 0; i < in.size(); ++i) collect_unmarked(in[i], place + '/' + std::to_string(i), marked, out);
    return;
  }
  if (!in.is_object()) return;
  const bool here = in.contains("mark");
  if (in.contains("nl") && in.contains("en") && in["nl"].is_string() && !here && !marked) out.push_back(place);
  for (const auto& [key, value] : in.items()) {
    const bool of_the_whole =
        place.empty() && (key == "name" || key == "summary" || key == "status_note" || key == "gaps");
    const bool steps = key == "prompts" || key == "records" || key == "done_when";  // each has its own
    collect_unmarked(value, place + '/' + key, of_the_whole || (here && !steps), out);
  }
}

TEST_CASE("every text of every shipped method has a mark, and so have its minutes", "[method]") {
  int files = 0;
  for (const auto& file : method_files()) {
    INFO(file);
    const auto in = json::parse(source_file(file));
    CHECK(in["format"] == 2);
    std::vector<std::string> unmarked;
    collect_unmarked(in, "", false, unmarked);
    CHECK(unmarked == std::vector<std::string>{});
    const auto method = parse(source_file(file)).first;
    for (const auto phase : kAllPhases)
      for (const auto& step : method.steps(phase)) {
        INFO(step.id);
        CHECK(step.minutes_mark.has_value() == (step.minutes > 0));
      }
    ++files;
  }
  CHECK(files >= 8);
}

TEST_CASE("a method of format 1 is read with the marks that it did not claim, and keeps its hash", "[method]") {
  const auto bytes = source_file("tests/method/round-format-1.json");
  const auto [method, problems] = parse(bytes);
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  CHECK(method.hash == content_hash(bytes));

  const auto& present = *method.step(Phase::analysis, "present");
  CHECK(present.mark == Mark::documented);
  CHECK(present.minutes_mark == Mark::documented);
  CHECK(present.minutes_source == std::vector<std::string>{"NWS"});
  CHECK(present.done_when[0].mark == Mark::own);
  const auto& clarify = *method.step(Phase::analysis, "clarify");
  CHECK(clarify.minutes_mark == Mark::own);
  CHECK(clarify.prompts[0].mark == Mark::own);
  CHECK(clarify.records.mark == Mark::own);
  CHECK(method.fidelity[0].mark == Mark::reconstruction);
  CHECK(method.text_checks[0].mark == Mark::own);
}

}  // namespace
}  // namespace casus::method
