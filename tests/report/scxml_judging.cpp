// SPDX-License-Identifier: EUPL-1.2
#include "tests/report/scxml_judging.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <sstream>

namespace casus::test {

std::vector<std::vector<std::string>> judged_each(const std::string& chart,
                                                  const std::vector<std::vector<std::string>>& rows) {
  const TempDir folder;
  const auto file = folder.write("chart.scxml", chart);
  std::string lines;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > 0) lines += '\n';  // begin anew
    for (const auto& event : rows[i]) lines += event + '\n';
  }
  const auto input = folder.write("events", lines);
  const auto output = folder.path() / "states";
  const auto done = std::system(fmt::format("QT_LOGGING_RULES='*=false' '{}' '{}' < '{}' > '{}'", CASUS_SCXML_JUDGE,
                                            file.string(), input.string(), output.string())
                                    .c_str());
  REQUIRE(done == 0);
  std::istringstream in(content_of(output));
  std::vector<std::vector<std::string>> states(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::string line; states[i].size() < rows[i].size() + 1 && std::getline(in, line);) states[i].push_back(line);
  REQUIRE(states.back().size() == rows.back().size() + 1);
  std::string more;
  REQUIRE_FALSE(std::getline(in, more));
  return states;
}

std::vector<std::string> judged(const std::string& chart, const std::vector<std::string>& events) {
  return judged_each(chart, {events}).front();
}

}  // namespace casus::test
