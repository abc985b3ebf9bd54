// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin_rules/shipped_rules.hpp"

#include "tests/support/catch.hpp"

#include <dlfcn.h>

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
