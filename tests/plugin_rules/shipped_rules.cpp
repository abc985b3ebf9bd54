// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin_rules/shipped_rules.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"
#include "tests/support/temp_dir.hpp"

#include <dlfcn.h>

#include <map>
#include <stdexcept>

namespace casus::test {

const method::Rules& shipped_rules(std::string_view method_id) {
  const std::string id(method_id.substr(0, method_id.find('/')));
  const auto path = std::string(CASUS_PLUGIN_DIR) + '/' + id + '/' + id + ".so";
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);  // kept open until exit, as the program does
  if (library == nullptr) throw std::runtime_error(dlerror());
  const auto* plugin = static_cast<const method::Plugin*>(dlsym(library, std::string(method::kExport).c_str()));
  if (plugin == nullptr) throw std::runtime_error(path + " exports no plugin");
  const auto* rules = plugin->rules(method_id);
  if (rules == nullptr) throw std::runtime_error(path + " has no rules for " + std::string(method_id));
  return *rules;
}

const method::Definition* shipped_method(std::string_view method_id) {
  static std::map<std::string, method::Definition, std::less<>> read;
  const auto known = read.find(method_id);
  if (known != read.end()) return &known->second;
  auto [definition, problems] =
      method::parse(content_of(std::string(CASUS_SOURCE_DIR) + "/plugins/" + std::string(method_id) + ".json"));
  if (!problems.empty()) throw std::runtime_error(problems.front().pointer + ": " + english(problems.front()));
  return &read.emplace(std::string(method_id), std::move(definition)).first->second;
}

std::vector<std::string> rules_of(const method::Findings& findings) {
  std::vector<std::string> rules;
  for (const auto& finding : findings) rules.push_back(finding.rule);
  return rules;
}

namespace {

TEST_CASE("a shipped library has rules for its own methods and for no other", "[plugin_rules]") {
  const std::string method =
      GENERATE("solution-focused/reflecting-team", "eigen-kracht/conference", "eigen-kracht/lens",
               "action-learning/advice-round", "action-learning/learning-set", "werf/werf");
  INFO(method);
  CHECK_NOTHROW(shipped_rules(method));
  CHECK_THROWS(shipped_rules(method + "-2"));
}

}  // namespace
}  // namespace casus::test
