// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/plugin/catalogue.hpp"
#include "tests/plugin/trial.hpp"
#include "tests/support/catch.hpp"

#include <thread>

// Real libraries through the real loader. What must not happen is a crash; what must be right is the sentence.

namespace casus::test {
namespace {

using plugin::Catalogue;
using plugin::Native;

/// The methods of a folder whose libraries are opened in this process.
Catalogue inside(const TrialPlugin& plugin) {
  return Catalogue::scan({plugin.folder()}, [](const std::string&) { return true; });
}

/// What opening the rules of a method, or calling them, says.
std::string fault_of(const Catalogue& catalogue, auto&& call, std::string_view id = "trial/m") {
  try {
    const auto* rules = catalogue.rules(id);
    REQUIRE(rules != nullptr);
    call(*rules);
    return "no fault";
  } catch (const Fault& fault) {
    CHECK(fault.kind() == Fault::Kind::plugin);
    return fault.what();
  }
}

std::string fault_of(std::string_view trial) {
  const auto plugin = TrialPlugin::of(trial);
  return fault_of(inside(plugin), [](const auto&) {});
}

bool is_mapped(const std::string& library) { return content_of("/proc/self/maps").find(library) != std::string::npos; }

const EmptyView kView;

}  // namespace

TEST_CASE("the rules of a good plugin answer", "[plugin]") {
  const auto plugin = TrialPlugin::of("good");
  const auto catalogue = inside(plugin);
  REQUIRE(catalogue.find("trial/m") != nullptr);
  CHECK(catalogue.find("trial/m")->native == Native::ready);
  CHECK(catalogue.find("trial/m")->why_not.empty());

  const auto* rules = catalogue.rules("trial/m");
  REQUIRE(rules != nullptr);
  const auto findings = rules->review(kView, {"anna", "note", "een buurvrouw kookt", "", ""});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "trial/echo");
  CHECK(findings[0].message == Text{"gezegd: een buurvrouw kookt", "said: een buurvrouw kookt"});
  CHECK(rules->assess(kView).at(0).message.nl == "doelen: 0");
  CHECK(rules->suggest(kView).empty());
}

TEST_CASE("a library is opened when its rules are asked for, once, and kept until the catalogue goes", "[plugin]") {
  const auto plugin = TrialPlugin::of("good");
  plugin.dir.write("trial/second.json", method_json("trial/second", "trial"));
  trial_has_run();
  {
    const auto catalogue = inside(plugin);
    CHECK_FALSE(is_mapped(plugin.library()));
    CHECK_FALSE(trial_has_run());
    const auto* rules = catalogue.rules("trial/m");
    CHECK(is_mapped(plugin.library()));
    CHECK(trial_has_run());
    CHECK(catalogue.rules("trial/m") == rules);
    CHECK(catalogue.rules("trial/second") != rules);
    CHECK_FALSE(trial_has_run());

    std::filesystem::remove(plugin.library());  // an open library needs its file no longer
    CHECK(catalogue.rules("trial/m") == rules);
    CHECK(rules->assess(kView).size() == 1);
  }
  CHECK_FALSE(is_mapped(plugin.library()));
}

TEST_CASE("findings outlive the library that made them", "[plugin]") {
  const auto plugin = TrialPlugin::of("good");
  method::Findings findings;
  {
    const auto catalogue = inside(plugin);
    findings = catalogue.rules("trial/m")->assess(kView);
  }
  CHECK(findings.at(0).message.en == "goals: 0");
}

TEST_CASE("a wrong stamp is refused before any code of the plugin runs", "[plugin]") {
  for (const auto* trial : {"wrong-magic", "wrong-size", "wrong-api", "wrong-view-size", "wrong-finding-size",
                            "wrong-flavour", "other-toolchain", "other-plugin", "no-stamp"}) {
    CAPTURE(trial);
    trial_has_run();
    const auto plugin = TrialPlugin::of(trial);
    const auto catalogue = inside(plugin);
    const auto* entry = catalogue.find("trial/m");
    REQUIRE(entry != nullptr);  // the definition itself is good, and can be shown
    CHECK(entry->native == Native::unusable);
    CHECK_FALSE(entry->why_not.nl.empty());
    CHECK(fault_of(catalogue, [](const auto&) {}) == "plugin 'trial': " + entry->why_not.en);
    CHECK_FALSE(trial_has_run());
  }
}

TEST_CASE("what an exception in a plugin said is told, and the exception does not outlive the library", "[plugin]") {
  const auto plugin = TrialPlugin::of("throws-error");
  std::string review, assess;
  {
    const auto catalogue = inside(plugin);
    review = fault_of(catalogue, [](const auto& rules) { rules.review(kView, {}); });
    assess = fault_of(catalogue, [](const auto& rules) { rules.assess(kView); });
  }
  CHECK(review == "plugin 'trial': review threw: no words for this");
  CHECK(assess == "plugin 'trial': assess threw: own ?[31m error");

  const auto at_once = TrialPlugin::of("throws-error", "trial/throws-at-once");
  CHECK(fault_of(
            inside(at_once), [](const auto&) {}, "trial/throws-at-once") ==
        "plugin 'trial': rules threw: not that one");

  const auto number = TrialPlugin::of("throws-int");
  CHECK(fault_of(inside(number), [](const auto& rules) { rules.suggest(kView); }) ==
        "plugin 'trial': suggest threw: something that is not an exception");
}

TEST_CASE("findings of garbage are refused, also from a real library", "[plugin]") {
  const auto plugin = TrialPlugin::of("garbage-findings");
  const auto catalogue = inside(plugin);
  CHECK(fault_of(catalogue, [](const auto& rules) { rules.review(kView, {}); }) ==
        "plugin 'trial': review gave a finding without a rule id");
  CHECK(fault_of(catalogue, [](const auto& rules) { rules.assess(kView); }) ==
        "plugin 'trial': assess gave a finding whose Dutch words are no text for rule 'trial/broken'");
}

TEST_CASE("a library with the right stamp that still cannot be used says why", "[plugin]") {
  CHECK(fault_of("no-export") == "plugin 'trial': the library does not export 'casus_method_plugin'");
  CHECK(fault_of("no-function") == "plugin 'trial': the library has no function that gives rules");
  CHECK(fault_of("no-rules") ==
        "plugin 'trial': the library gives no rules for method 'trial/m'; add them, or take "
        "\"library\" out of the method's file");
  const auto some = TrialPlugin::of("good", "trial/none");
  CHECK(fault_of(
            inside(some), [](const auto&) {}, "trial/none") ==
        "plugin 'trial': the library gives no rules for method 'trial/none'; add them, or take \"library\" out of the "
        "method's file");

  const auto plugin = TrialPlugin::of("missing-symbol");
  const auto catalogue = inside(plugin);
  const auto expected =
      "plugin 'trial': the library cannot be loaded: " + plugin.library() + ": undefined symbol: casus_not_there";
  CHECK(fault_of(catalogue, [](const auto&) {}) == expected);
  CHECK(fault_of(catalogue, [](const auto&) {}) == expected);  // asked again, it says the same
}

TEST_CASE("a library cut off at any length is refused, never loaded", "[plugin]") {
  const auto whole = content_of(trial_library("good"));
  const std::string cut = "library trial.so is not complete: its end is missing; copy trial.so again";
  const std::string text = "library trial.so is not a shared library; rebuild the plugin against this version of casus";
  for (std::size_t length = 0; length < whole.size(); length += 512) {
    CAPTURE(length);
    const auto plugin = TrialPlugin::with(std::string_view(whole).substr(0, length));
    const auto catalogue = inside(plugin);
    CHECK(catalogue.find("trial/m")->why_not.en == (length == 0 ? text : cut));
    CHECK(fault_of(catalogue, [](const auto&) {}) == "plugin 'trial': " + (length == 0 ? text : cut));
  }
}

TEST_CASE("a library that changed after the scan is looked at again before it is loaded", "[plugin]") {
  const auto scanned = [](const TrialPlugin& plugin) {
    auto catalogue = inside(plugin);
    CHECK(catalogue.find("trial/m")->native == Native::ready);
    return catalogue;
  };
  const auto whole = content_of(trial_library("good"));
  {
    const auto plugin = TrialPlugin::of("good");
    const auto catalogue = scanned(plugin);
    std::filesystem::remove(plugin.library());
    CHECK(fault_of(catalogue, [](const auto&) {}) ==
          "plugin 'trial': library trial.so is not there; build the plugin, or take \"library\" out of the method's "
          "file");
  }
  {
    const auto plugin = TrialPlugin::of("good");
    const auto catalogue = scanned(plugin);
    std::filesystem::resize_file(plugin.library(), whole.size() / 2);
    CHECK(fault_of(catalogue, [](const auto&) {}) ==
          "plugin 'trial': library trial.so is not complete: its end is missing; copy trial.so again");
  }
  {
    const auto plugin = TrialPlugin::of("good");
    const auto catalogue = scanned(plugin);
    std::filesystem::remove(plugin.library());
    std::filesystem::copy_file(trial_library("wrong-api"), plugin.library());
    CHECK(fault_of(catalogue, [](const auto&) {}) ==
          "plugin 'trial': library trial.so: the number of the interface (api) is 999, expected 3; rebuild the plugin "
          "against this version of casus");
  }
}

TEST_CASE("many threads that ask at once get the same rules", "[plugin]") {
  const auto plugin = TrialPlugin::of("good");
  const auto catalogue = inside(plugin);
  std::vector<const method::Rules*> rules(8);
  {
    std::vector<std::jthread> threads;
    for (auto& place : rules)
      threads.emplace_back([&] {
        place = catalogue.rules("trial/m");
        for (int i = 0; i < 100; ++i) (void)place->assess(kView);
      });
  }
  CHECK(rules.front() != nullptr);
  CHECK(rules == std::vector<const method::Rules*>(8, rules.front()));
}

}  // namespace casus::test
