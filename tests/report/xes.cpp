// SPDX-License-Identifier: EUPL-1.2
// No XSD of the standard is packaged: the log is read by another language's XML parser with the rules written out
// there, and by xmllint.
#include "core/report/exchange/xes.hpp"

#include "core/service/commands/command_json.hpp"
#include "core/service/play/rehearsal.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"

#include <fmt/format.h>

namespace casus::test {

namespace {

/// What the independent reader says of a log: its counts, or what is wrong.
std::string read_by_python(const std::string& log) {
  const TempDir folder;
  const auto file = folder.write("log.xes", log);
  const auto out = folder.path() / "out";
  (void)std::system(fmt::format("python3 '{}/tests/report/xes_rules.py' '{}' > '{}' 2>&1", CASUS_SOURCE_DIR,
                                file.string(), out.string())
                        .c_str());
  return content_of(out);
}

std::string log_of(const std::vector<Events>& histories) {
  auto log = report::xes_head("test");
  std::size_t number = 0;
  for (const auto& history : histories) log += report::xes_trace(++number, history);
  return log + report::xes_end();
}

}  // namespace

TEST_CASE("the log of a played case is read by a reader of others", "[report][xes]") {
  const auto methods = plugin::Catalogue::scan({CASUS_PLUGIN_DIR}, [](const std::string&) { return true; });
  const auto workflows = workflow::Catalogue::scan({CASUS_SOURCE_DIR "/workflows"});
  std::vector<Events> histories;
  std::size_t events = 0;
  for (const auto* method : {"werf/werf", "eigen-kracht/lens"}) {
    histories.push_back(service::rehearse(methods, workflows, method, Lang::nl).events);
    events += histories.back().size();
  }
  const auto log = log_of(histories);
  CHECK(read_by_python(log).starts_with(fmt::format("2 {} ", events)));
  CHECK(accepted_by("xmllint", "--noout", log));
  CHECK(log_of(histories) == log);
}

TEST_CASE("the independent reader does find mistakes", "[report][xes]") {
  auto log = log_of({one_of_each()});
  REQUIRE(read_by_python(log).starts_with("1 "));
  const auto at = log.find("org:resource");
  CHECK(read_by_python(log.replace(at, 3, "who")) == "xes: no extension declares who:resource\n");
  auto history = one_of_each();
  history.back().at -= std::chrono::hours(1);
  CHECK(read_by_python(log_of({history})) == "xes: time runs back within a trace\n");
}

TEST_CASE("a log holds no word that somebody typed", "[report][xes]") {
  // Every text of every event is replaced by one that can be found again; ids of people and words of vocabularies stay.
  const auto log = log_of({one_of_each()});
  for (const auto* typed : {"Fatima", "Man alleen", "meedenken", "Hoe nu verder?", "past beter", "liep uit",
                            "Wat wil hij?", "wonen", "daar gaat het over"})
    CHECK(log.find(typed) == std::string::npos);
  Events hostile = one_of_each();
  for (auto& event : hostile)
    std::visit(
        [](auto& body) {
          if constexpr (requires { body.text; }) body.text = "GEHEIM";
          if constexpr (requires { body.because; }) body.because = "GEHEIM";
          if constexpr (requires { body.name; }) body.name = "GEHEIM";
          if constexpr (requires { body.note; }) body.note = "GEHEIM";
          if constexpr (requires { body.title; }) body.title = "GEHEIM";
          if constexpr (requires { body.what; }) body.what = "GEHEIM";
          if constexpr (requires { body.neighbourhood; }) body.neighbourhood = "GEHEIM";
          if constexpr (requires { body.relation; }) body.relation = "GEHEIM";
          if constexpr (requires { body.theme; }) body.theme = "GEHEIM";
        },
        event.body);
  CHECK(log_of({hostile}).find("GEHEIM") == std::string::npos);
}

}  // namespace casus::test
