// SPDX-License-Identifier: EUPL-1.2
// A plugin in C, made by another compiler: its rules answer as any others, inside and apart.
#include "core/base/fault.hpp"
#include "core/plugin/catalogue.hpp"
#include "core/plugin/stamp.hpp"
#include "tests/method/made_up_view.hpp"
#include "tests/plugin/trial.hpp"
#include "tests/support/catch.hpp"

#include <cstring>

namespace casus::test {
namespace {

using method::Collection;
using method::Field;
using method::Finding;
using plugin::Catalogue;
using plugin::Inside;

/// A folder of methods with the library in C.
struct InC {
  InC() {
    for (const auto* name : {"m", "short", "unknown", "odd", "none"})
      dir.write(std::string("trial/") + name + ".json", method_json(std::string("trial/") + name, "trial"));
    dir.write("trial/trial.so", content_of(trial_library("in-c")));
  }
  Catalogue scan(bool inside) const {
    return Catalogue::scan({dir.path().string()}, inside ? Inside([](const std::string&) { return true; }) : Inside());
  }
  TempDir dir;
};

method::MadeUpView some_case() {
  method::MadeUpView view;
  view.add(Collection::contributions, {{Field::id, "b1"}, {Field::kind, "question"}, {Field::text, "Wie?"}});
  view.add(Collection::contributions, {{Field::id, "b2"}, {Field::kind, "question"}, {Field::text, "Toen?"}},
           method::Scope::round);
  view.add(Collection::contributions, {{Field::id, "b3"}, {Field::kind, "wish"}, {Field::text, "Rust"}});
  view.add(Collection::scores, {{Field::value, 8.0}}).add(Collection::scores, {{Field::value, 3.0}});
  view.add(Collection::participants, {{Field::present, true}}).add(Collection::participants, {{Field::present, false}});
  return view;
}

std::vector<std::string> rules_in_c(const method::Findings& findings) {
  std::vector<std::string> out;
  for (const auto& it : findings) out.push_back(it.rule + (it.proof.empty() ? "" : ":" + it.proof.front()));
  return out;
}

std::string fault_in_c(const std::function<void()>& call) {
  try {
    call();
  } catch (const Fault& fault) {
    return fault.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("rules in C read a case and answer, inside and apart", "[plugin]") {
  const InC folder;
  const auto view = some_case();
  for (const bool inside : {true, false}) {
    INFO(inside);
    const auto catalogue = folder.scan(inside);
    const auto* rules = catalogue.rules("trial/m");
    REQUIRE(rules != nullptr);
    const auto found = rules->review(view, {"p1", "question", "Wie belt er? En hoe vaak?", "", ""});
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == "trial/one-question");
    CHECK(found[0].weight == Finding::Weight::warning);
    CHECK(found[0].message == Text{"Stel één vraag tegelijk.", "Ask one question at a time."});
    CHECK(rules->review(view, {"p1", "wish", "Rust? Echt?", "", ""}).empty());
    CHECK(rules_in_c(rules->assess(view)) ==
          std::vector<std::string>{"trial/question:b1", "trial/high", "trial/there", "trial/none"});
    CHECK(rules_in_c(rules->suggest(view)) == std::vector<std::string>{"trial/analysis"});
    CHECK(rules->fidelity(view).empty());
  }
}

TEST_CASE("what is wrong in C is a fault that says it", "[plugin]") {
  const InC folder;
  const auto view = some_case();
  for (const bool inside : {true, false}) {
    INFO(inside);
    const auto catalogue = folder.scan(inside);
    CHECK(fault_in_c([&] { (void)catalogue.rules("trial/unknown")->assess(view); }) ==
          "plugin 'trial': assess threw: asked for the field 'knd', which is not there (did you mean 'kind'?)");
    CHECK_THAT(fault_in_c([&] { (void)catalogue.rules("trial/odd")->assess(view); }),
               Catch::Contains("plugin 'trial': assess gave "));
    CHECK_THAT(fault_in_c([&] { (void)catalogue.rules("trial/odd")->suggest(view); }),
               Catch::Contains("plugin 'trial': suggest gave a finding "));
    CHECK_THAT(fault_in_c([&] { (void)catalogue.rules("trial/none")->assess(view); }),
               Catch::Contains("gives no rules for method 'trial/none'"));
    // A struct of an earlier size: only what it has is called.
    CHECK(catalogue.rules("trial/short")->assess(view).empty());
    CHECK(catalogue.rules("trial/short")->review(view, {"p1", "question", "A? B?", "", ""}).size() == 1);
  }
}

TEST_CASE("a stamp in C is held to the number of its interface and its plugin", "[plugin]") {
  const auto bytes = content_of(trial_library("in-c"));
  const auto at = bytes.find("CASUSPLC");
  REQUIRE(at != std::string::npos);
  const auto refused = [&](const std::function<void(method::Stamp&)>& change, std::string_view name) {
    auto changed = bytes;
    method::Stamp stamp{};
    std::memcpy(&stamp, changed.data() + at, sizeof stamp);
    change(stamp);
    std::memcpy(changed.data() + at, &stamp, sizeof stamp);
    const TempDir dir;
    const auto told = plugin::stamp_of(dir.write("x.so", changed).string(), name);
    return told ? std::string() : told.error().en;
  };
  CHECK(refused([](method::Stamp&) {}, "trial").empty());
  CHECK(refused([](method::Stamp& it) { it.view_size = 7; }, "trial").empty());
  CHECK_THAT(refused([](method::Stamp& it) { it.api = 9; }, "trial"), Catch::Contains("(api) is 9, expected 1"));
  CHECK_THAT(refused([](method::Stamp& it) { it.size = 9; }, "trial"), Catch::Contains("(size) is 9, expected 152"));
  CHECK_THAT(refused([](method::Stamp&) {}, "werf"), Catch::Contains("(plugin) is 'trial', expected 'werf'"));
}

}  // namespace casus::test
