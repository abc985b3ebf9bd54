// SPDX-License-Identifier: EUPL-1.2
#include "core/report/pictures/network_change.hpp"

#include "core/report/pictures/network_gaps.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

/// Oom Kees went, the neighbour came closer, a club came in, a tie got lighter.
Case later_case() {
  auto c = full_case();
  c.people[4].network.reset();
  c.people[3].network->shell = Shell::intimate;
  c.people[3].network->answer = Answer::later;
  c.people.back().network = NetworkPlace{"club", Shell::acquaintance, Quadrant::peers, false, {}, {}, {}, ""};
  std::erase_if(c.ties, [](const Tie& tie) { return tie.tie.to == "p5"; });
  c.ties.back().tie.strength = Strength::strong;
  Tie fresh;
  fresh.tie.from = "inwoner";
  fresh.tie.to = "p12";
  c.ties.push_back(fresh);
  return c;
}

}  // namespace

TEST_CASE("a change in the network says who came, who went and what moved", "[report][network]") {
  const auto change = report::network_change(full_case(), later_case());
  CHECK(change.came == std::vector<std::string>{"p12"});
  CHECK(change.went == std::vector<std::string>{"p5"});
  REQUIRE(change.moved.size() == 1);
  CHECK(change.moved.front().person == "p4");
  CHECK(change.then.people == 2);
  CHECK(change.then.professionals == 1);
  CHECK(change.then.join == 1);
  CHECK(change.now.join == 0);
  CHECK(change.ties_came.size() == 1);
  CHECK(change.ties_went.size() == 1);
  CHECK(change.ties_moved.size() == 1);
  for (const auto lang : {Lang::nl, Lang::en})
    check_golden(lang == Lang::nl ? "network_change.nl.txt" : "network_change.en.txt",
                 page::page_text(report::network_change_page(change, later_case(), *date_from("2026-03-02"),
                                                             *date_from("2026-06-01"), lang)));
  const auto out = report::network_change_json(change);
  CHECK(out.at("changed").at(0).at("to").at("shell") == "intimate");
  CHECK(out.at("now") == nlohmann::json{{"people", 2}, {"professionals", 1}, {"join", 0}, {"ties", 3}});
}

TEST_CASE("a tie drawn the other way round is the same tie", "[report][network]") {
  auto turned = full_case();
  std::swap(turned.ties[0].tie.from, turned.ties[0].tie.to);
  const auto change = report::network_change(full_case(), turned);
  CHECK(change.ties_came.empty());
  CHECK(change.ties_went.empty());
  CHECK(change.ties_moved.size() == 1);
  CHECK(report::network_change(full_case(), full_case()).empty());
}

TEST_CASE("who was erased has no name in a change either", "[report][network]") {
  auto now = later_case();
  now.people[4].erased = true;
  now.people[4].name.clear();
  const auto text = page::page_text(report::network_change_page(
      report::network_change(full_case(), now), now, *date_from("2026-03-02"), *date_from("2026-06-01"), Lang::nl));
  CHECK_THAT(text, Contains("Weg: (gewist)") && !Contains("Kees"));
}

TEST_CASE("gaps in the network are counted without professionals", "[report][network]") {
  const auto gaps = report::network_gaps(full_case());
  CHECK(gaps.shells == std::vector<Shell>{Shell::acquaintance});
  CHECK(gaps.quadrants == std::vector<Quadrant>{Quadrant::peers});
  CHECK(gaps.listed == std::vector<std::string>{"p12"});
  CHECK(gaps.unasked.empty());
  CHECK_FALSE(gaps.ask_on);
  const auto empty = report::network_gaps(Case{});
  CHECK(empty.shells.size() == 3);
  CHECK(empty.quadrants.size() == 3);
  CHECK(empty.ask_on);
  CHECK_THAT(report::gaps_in_words(Case{}, Lang::nl).back(), Contains("buren van nu en vroeger"));
}

}  // namespace casus::test
