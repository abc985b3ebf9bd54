// SPDX-License-Identifier: EUPL-1.2
// A simulation at the keyboard: stopped by Ctrl-C, gone on with, and the same to the byte.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

/// Few cases, so that it is soon done; the signal comes before the end all the same.
const std::vector<std::string> kAsked{"simulate", "--teams",          "8", "--weeks",          "6",    "--runs",
                                      "1",        "--seed",           "7", "--cases-per-week", "0.25", "--json",
                                      "--method", "eigen-kracht/lens"};

}  // namespace

TEST_CASE("a simulation that is stopped keeps what is done, and goes on to the same bytes", "[stories]") {
  const Home home;
  const auto& line = kAsked;

  auto stopped = line;
  stopped.insert(stopped.end(), {"--threads", "1", "--checkpoint", "half.json"});
  auto process = home.begin_casus(stopped);
  process.interrupt();
  const auto ran = process.finish();
  INFO(ran.out << ran.err);
  REQUIRE(ran.exit == 130);
  const auto told = nlohmann::json::parse(ran.out);
  CHECK(told.at("file") == "half.json");
  CHECK(told.at("of") == 8);
  CHECK(told.at("done") < 8);

  const auto refused = home.begin_casus({"simulate", "--resume", "half.json", "--teams", "2", "--lang", "en"}).finish();
  CHECK(refused.exit == 2);
  CHECK(refused.err ==
        "with --resume the settings are fixed; only add --threads, --csv, --html or --checkpoint\n"
        "help: casus simulate --help\n");

  const auto on = home.begin_casus({"simulate", "--resume", "half.json", "--threads", "2", "--json"}).finish();
  const auto whole = home.begin_casus(line).finish();
  CHECK(on.exit == 0);
  CHECK(on.out == whole.out);
  CHECK(nlohmann::json::parse(whole.out).at("case_lives") > 20);
}

}  // namespace casus::test
