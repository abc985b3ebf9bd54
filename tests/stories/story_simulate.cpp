// SPDX-License-Identifier: EUPL-1.2
// A simulation at the keyboard: stopped by Ctrl-C, gone on with, and the same to the byte.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

/// Enough short team-years that the signal comes before the end.
const std::vector<std::string> kAsked{"simulate", "--teams", "100", "--weeks", "5",        "--runs",
                                      "1",        "--seed",  "7",   "--json",  "--method", "eigen-kracht/lens"};

}  // namespace

TEST_CASE("a simulation that is stopped keeps what is done, and goes on to the same bytes", "[stories]") {
  const Home home;
  // Without weeks that do not count, so that a team-year is soon done.
  auto assumptions =
      nlohmann::ordered_json::parse(content_of(CASUS_SOURCE_DIR "/workflows/caseload/neighbourhood-team.json"));
  assumptions["days"]["warm_up_weeks"]["value"] = 0;
  home.folder().write("mine.json", assumptions.dump());
  auto line = kAsked;
  line.insert(line.end(), {"--assumptions", "mine.json"});

  auto stopped = line;
  stopped.insert(stopped.end(), {"--threads", "1", "--checkpoint", "half.json"});
  auto process = home.begin_casus(stopped);
  process.interrupt();
  const auto ran = process.finish();
  INFO(ran.out << ran.err);
  REQUIRE(ran.exit == 130);
  const auto told = nlohmann::json::parse(ran.out);
  CHECK(told.at("file") == "half.json");
  CHECK(told.at("of") == 100);
  CHECK(told.at("done") < 100);

  const auto refused = home.begin_casus({"simulate", "--resume", "half.json", "--teams", "2", "--lang", "en"}).finish();
  CHECK(refused.exit == 2);
  CHECK(refused.err ==
        "with --resume the settings are fixed; only add --threads, --csv, --html or --checkpoint\n"
        "help: casus simulate --help\n");

  const auto on = home.begin_casus({"simulate", "--resume", "half.json", "--threads", "2", "--json"}).finish();
  const auto whole = home.begin_casus(line).finish();
  CHECK(on.exit == 0);
  CHECK(on.out == whole.out);
  CHECK(nlohmann::json::parse(whole.out).at("case_lives") > 100);
}

}  // namespace casus::test
