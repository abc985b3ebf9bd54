// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/served_team.hpp"

#include "tests/bench/samples.hpp"

#include <unistd.h>

namespace casus::bench {

ServedTeam::ServedTeam() {
  types("Noor", {"team", "init", "Bench"});
  for (const auto* name : {"Noor", "Samira"}) types("Noor", {"team", "add", name});
  types("Noor", {"case", "open", "Moeder met twee kinderen", "--id", "c1", "--privacy", "anonymous", "--basis", "wmo",
                 "--purpose", "Een stap", "--method", "kort/ronde", "--mode", "coaching"});
  types("Noor", {"meeting", "ask", "c1", "Hoe verder?"});
  types("Noor", {"meeting", "plan", "--chair", "Samira"});
  for (const auto* verb : {"start", "take", "done", "take"}) types("Noor", {"meeting", verb});
  types("Samira", {"case", "next", "c1", "--because", "begin"});
  served_.emplace(words("Noor", {"serve", "--listen", "127.0.0.1:0"}));
  const auto said = served_->line_with("/in/");
  const auto at = said.find("http://127.0.0.1:");
  port = static_cast<unsigned short>(std::stoi(said.substr(at + 17)));
  const auto link = said.find("/in/");
  const auto path = said.substr(link, said.find_first_of(" \n", link) - link);
  HttpClient browser(port);
  const auto page = browser.get(path);
  if (browser.post(path, {{"token", hidden_value(page.body, "link-form", "token")}}).status != 303)
    give_up("nobody came in");
  cookie = browser.cookie;
}

HttpClient ServedTeam::browser() const {
  HttpClient it(port);
  it.cookie = cookie;
  return it;
}

std::vector<std::string> ServedTeam::words(const std::string& by, std::vector<std::string> all) const {
  all.insert(all.begin(), CASUS_BINARY);
  for (const auto& more : std::vector<std::string>{"--as", by, "--store", (folder_ / "casus.db").string()})
    all.push_back(more);
  return all;
}

void ServedTeam::types(const std::string& by, const std::vector<std::string>& command) {
  Program program(words(by, command));
  if (!program.end()) give_up("this did not end well: " + command[0] + ' ' + command[1]);
}

void needs(const HttpClient::Answer& answer, int status) {
  if (answer.status != status) give_up("the page answered " + std::to_string(answer.status));
}

std::vector<std::pair<std::string, std::string>> contribution(const std::string& token, int number) {
  return {{"token", token}, {"command", "bench-" + std::to_string(::getpid()) + '-' + std::to_string(number)},
          {"at", "c1"},     {"do", "say"},
          {"kind", "fact"}, {"text", "Zij belt haar zus elke week, nummer " + std::to_string(number)}};
}

}  // namespace casus::bench
