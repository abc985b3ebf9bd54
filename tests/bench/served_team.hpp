// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/bench/http_client.hpp"
#include "tests/bench/program.hpp"
#include "tests/support/temp_dir.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace casus::bench {

/// A team of two with a case on the table, served by the program on loopback.
class ServedTeam {
 public:
  ServedTeam();

  /// A connection of somebody who came in.
  HttpClient browser() const;

  unsigned short port = 0;
  std::string cookie;

 private:
  std::vector<std::string> words(const std::string& by, std::vector<std::string> all) const;
  void types(const std::string& by, const std::vector<std::string>& command);

  const test::TempDir folder_;
  std::optional<Program> served_;
};

/// Gives up when the page answered otherwise.
void needs(const HttpClient::Answer& answer, int status);

/// The form with which somebody says something, with a number of its own.
std::vector<std::pair<std::string, std::string>> contribution(const std::string& token, int number);

}  // namespace casus::bench
