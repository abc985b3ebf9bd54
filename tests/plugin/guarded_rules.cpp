// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/guard.hpp"
#include "tests/plugin/trial.hpp"
#include "tests/support/catch.hpp"

#include <functional>
#include <new>

// Whatever rules do, the host gets findings that are fit to keep, or a fault that names the plugin.

namespace casus::test {
namespace {

using method::Finding;
using method::Findings;

struct FakeRules final : method::Rules {
  explicit FakeRules(std::function<Findings()> what) : answer(std::move(what)) {}

  Findings review(const method::View&, const method::Draft&) const override { return answer(); }
  Findings assess(const method::View&) const override { return answer(); }
  Findings suggest(const method::View&) const override { return answer(); }
  Findings fidelity(const method::View&) const override { return answer(); }

  std::function<Findings()> answer;
};

std::string fault_of(const std::function<Findings()>& answer) {
  const FakeRules rules(answer);
  const auto guard = plugin::guarded("trial", rules);
  try {
    guard->assess(EmptyView());
    return "no fault";
  } catch (const Fault& fault) {
    CHECK(fault.kind() == Fault::Kind::plugin);
    return fault.what();
  }
}

std::string fault_of(Finding finding) {
  return fault_of([&] { return Findings{finding}; });
}

const Finding kGood{"trial/rule", Finding::Weight::soft, {"wat er is", "what there is"}, {"c1", "c2"}};

}  // namespace

TEST_CASE("good findings pass the guard as they are", "[plugin]") {
  const FakeRules rules([] { return Findings{kGood, kGood}; });
  const auto guard = plugin::guarded("trial", rules);
  const EmptyView view;
  for (const auto& findings :
       {guard->review(view, {}), guard->assess(view), guard->suggest(view), guard->fidelity(view)}) {
    REQUIRE(findings.size() == 2);
    CHECK(findings[1].rule == "trial/rule");
    CHECK(findings[1].weight == Finding::Weight::soft);
    CHECK(findings[1].message == kGood.message);
    CHECK(findings[1].proof == kGood.proof);
  }
}

TEST_CASE("what findings say comes on one line, and under a name of the plugin", "[plugin]") {
  Finding odd{"R6", Finding::Weight::warning, {"let\nop:\t\xE2\x80\xAEhcafrom", "look \x1b[31mout"}, {"c1\n"}};
  Finding other{"werf/rule", Finding::Weight::info, {"caf\xC3\xA9", "caf\xC3\xA9"}, {}};
  const FakeRules rules([&] { return Findings{odd, other}; });
  const auto findings = plugin::guarded("trial", rules)->assess(EmptyView());
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].rule == "trial/R6");
  CHECK(findings[0].message == Text{"let op: hcafrom", "look [31mout"});
  CHECK(findings[0].proof == std::vector<std::string>{"c1"});
  CHECK(findings[1].rule == "trial/werf/rule");
  CHECK(findings[1].message.nl == "caf\xC3\xA9");
  odd.message.nl = "\xE2\x80\xAE";
  CHECK_THROWS_WITH(plugin::guarded("trial", rules)->assess(EmptyView()),
                    "plugin 'trial': assess gave a finding without Dutch words for rule 'R6'");
}

TEST_CASE("a fault names the function that failed", "[plugin]") {
  const FakeRules rules([]() -> Findings { throw std::runtime_error("no"); });
  const auto guard = plugin::guarded("werf", rules);
  const EmptyView view;
  CHECK_THROWS_WITH(guard->review(view, {}), "plugin 'werf': review threw: no");
  CHECK_THROWS_WITH(guard->assess(view), "plugin 'werf': assess threw: no");
  CHECK_THROWS_WITH(guard->suggest(view), "plugin 'werf': suggest threw: no");
  CHECK_THROWS_WITH(guard->fidelity(view), "plugin 'werf': fidelity threw: no");
}

TEST_CASE("anything that is thrown becomes a fault with its text, made printable", "[plugin]") {
  CHECK(fault_of([]() -> Findings { throw std::bad_alloc(); }) == "plugin 'trial': assess threw: std::bad_alloc");
  CHECK(fault_of([]() -> Findings { throw 42; }) == "plugin 'trial': assess threw: something that is not an exception");
  CHECK(fault_of([]() -> Findings { throw "text"; }) ==
        "plugin 'trial': assess threw: something that is not an exception");
  CHECK(fault_of([]() -> Findings { throw Fault(Fault::Kind::store, "not a disk at all"); }) ==
        "plugin 'trial': assess threw: not a disk at all");
  CHECK(fault_of([]() -> Findings { throw std::runtime_error("red \x1b[31m, caf\xc3\xa9\n"); }) ==
        "plugin 'trial': assess threw: red ?[31m, caf\xc3\xa9?");
  CHECK(fault_of([]() -> Findings { throw std::runtime_error("caf\xe9"); }) == "plugin 'trial': assess threw: caf?");
  // What steers a terminal in one sign, and what turns the direction of reading.
  CHECK(fault_of([]() -> Findings {
          throw std::runtime_error(
              "a\xc2\x9b"
              "31m \xe2\x80\xae"
              "b\xe2\x80\xa8"
              "c");
        }) == "plugin 'trial': assess threw: a?31m ?b?c");
  CHECK(fault_of([]() -> Findings { throw std::runtime_error(""); }) ==
        "plugin 'trial': assess threw: an exception without words");
}

TEST_CASE("a very long text is cut between two letters", "[plugin]") {
  CHECK(plugin::printable(std::string(500, 'x')) == std::string(500, 'x'));
  CHECK(plugin::printable(std::string(501, 'x')) == std::string(500, 'x') + "...");
  CHECK(plugin::printable(std::string(499, 'x') + "\xc3\xa9") == std::string(499, 'x') + "...");
  CHECK(plugin::printable(std::string(499, 'x') + "\xc3\xff") == std::string(499, 'x') + "?...");
}

TEST_CASE("findings that are not fit to keep are refused", "[plugin]") {
  const auto with = [](const auto& change) {
    auto finding = kGood;
    change(finding);
    return fault_of(finding);
  };
  CHECK(with([](auto&) {}) == "no fault");
  const std::string gave = "plugin 'trial': assess gave a finding ";
  const std::string of = " for rule 'trial/rule'";
  CHECK(with([](auto& f) { f.rule.clear(); }) == gave + "without a rule id");
  CHECK(with([](auto& f) { f.rule = "\xff"; }) == gave + "whose rule id is no text");
  CHECK(with([](auto& f) { f.weight = static_cast<Finding::Weight>(4); }) == gave + "with weight 4" + of);
  CHECK(with([](auto& f) { f.message.nl = " "; }) == gave + "without Dutch words" + of);
  CHECK(with([](auto& f) { f.message.en.clear(); }) == gave + "without English words" + of);
  CHECK(with([](auto& f) { f.message.nl = "\xed\xa0\x80"; }) == gave + "whose Dutch words are no text" + of);
  CHECK(with([](auto& f) { f.message.en = "x\xff"; }) == gave + "whose English words are no text" + of);
  CHECK(with([](auto& f) { f.proof.back() = "\x80"; }) == gave + "whose proof is no text" + of);
}

}  // namespace casus::test
