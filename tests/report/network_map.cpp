// SPDX-License-Identifier: EUPL-1.2
#include "core/report/pictures/network_map.hpp"

#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/pictures/network_places.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fits_terminal.hpp"

#include <cmath>
#include <cstdio>

namespace casus::test {

using Catch::Matchers::Contains;
using report::network_svg;

namespace {

std::string network_text(const Case& state, Lang lang) { return page::page_text(report::network_page(state, lang)); }

/// `count` people, all in the cell that `shell` and `quadrant` give for their number.
Case crowd(int count, auto shell, auto quadrant) {
  Case state{.id = "2026-900"};
  for (int i = 0; i < count; ++i) {
    Person person;
    person.id = "p" + std::to_string(i);
    person.name = i % 3 == 0 ? "Wilhelmina van der Broecke-Vermeulen" : i % 3 == 1 ? "Bo" : "Ahmed Yılmaz";
    person.network =
        NetworkPlace{"", static_cast<Shell>(shell(i)), static_cast<Quadrant>(quadrant(i)), i % 4 == 0, {}, {}, {}, ""};
    state.people.push_back(person);
  }
  return state;
}

void check_places(const Case& state) {
  const auto places = report::placed(state, Lang::nl);
  REQUIRE(places.people.size() == state.people.size());
  for (std::size_t i = 0; i < places.people.size(); ++i) {
    const auto& one = places.people[i];
    const auto shell = static_cast<std::size_t>(one.person->network->shell);
    const double inner = shell == 0 ? report::NetworkPlaces::kCentre : places.rings[shell - 1];
    const auto side = report::side_of(one.person->network->quadrant);
    CHECK(one.at.x * side.x > 0);
    CHECK(one.at.y * side.y > 0);
    for (const double x : {one.box.left, one.box.right})
      for (const double y : {one.box.top, one.box.bottom}) {
        CHECK(std::hypot(x, y) > inner);
        CHECK(std::hypot(x, y) < places.rings[shell]);
      }
    for (std::size_t k = i + 1; k < places.people.size(); ++k) CHECK_FALSE(one.box.overlaps(places.people[k].box));
  }
}

}  // namespace

TEST_CASE("the network map of a full case looks as it did", "[report]") {
  check_golden("network.nl.svg", network_svg(full_case(), Lang::nl));
  check_golden("network.en.svg", network_svg(full_case(), Lang::en));
  check_golden("network.nl.txt", network_text(full_case(), Lang::nl));
  check_golden("network.en.txt", network_text(full_case(), Lang::en));
}

TEST_CASE("people stand in their shell and quadrant, and nobody overlaps", "[report]") {
  const auto first = [](int) { return 0; };
  const auto third = [](int) { return 2; };
  const auto spread = [](int i) { return i % 4; };
  check_places(crowd(25, spread, [](int i) { return i / 4 % 4; }));
  check_places(crowd(25, first, first));
  check_places(crowd(25, third, spread));
  check_places(crowd(60, spread, spread));
}

TEST_CASE("the arrow of a tie can be seen, also of who stands nearest to the resident", "[report]") {
  for (int quadrant = 0; quadrant < 4; ++quadrant)
    for (const auto direction : {Direction::gives, Direction::takes}) {
      auto state = crowd(
          1, [](int) { return 0; }, [&](int) { return quadrant; });
      Tie tie;
      tie.tie.from = "p0";
      tie.tie.to = "resident";
      tie.tie.direction = direction;
      state.ties.push_back(tie);
      const auto svg = network_svg(state, Lang::nl);
      const auto places = report::placed(state, Lang::nl);
      // The head is the one path that is filled: "<path d="Mx y L... Z" fill=...".
      const auto head = svg.rfind("<path d=\"M", svg.find(" Z\" fill=\"#222\"/>"));
      REQUIRE(head != std::string::npos);
      double x = 0, y = 0;
      REQUIRE(std::sscanf(svg.c_str() + head, "<path d=\"M%lf %lf", &x, &y) == 2);
      CAPTURE(quadrant, x, y);
      // Out of the resident's circle, and out of the symbol of the other, with room for the whole head between them.
      CHECK(std::hypot(x, y) >= report::NetworkPlaces::kCentre - 0.5);
      const auto at = places.people[0].at;
      CHECK(std::hypot(x - at.x, y - at.y) >= report::NetworkPlaces::kSymbol);
      CHECK(std::hypot(at.x, at.y) >= report::NetworkPlaces::kCentre + report::NetworkPlaces::kSymbol + 15);
    }
}

TEST_CASE("the same case gives the same picture", "[report]") {
  const auto state = crowd(
      25, [](int i) { return i % 4; }, [](int i) { return i % 3; });
  CHECK(network_svg(state, Lang::nl) == network_svg(state, Lang::nl));
}

TEST_CASE("the picture is well-formed and says everything in words", "[report]") {
  auto erased = full_case();
  erased.people[3].erased = true;
  erased.people[3].name.clear();
  for (const auto& state : {full_case(), hostile_case(), erased, Case{}})
    for (const auto lang : {Lang::nl, Lang::en}) CHECK(accepted_by("xmllint", "--noout", network_svg(state, lang)));
  const auto picture = network_svg(full_case(), Lang::nl);
  const auto words = picture.substr(picture.find("<desc"), picture.find("</desc>") - picture.find("<desc"));
  CHECK_THAT(words, Contains("Joke van der Plas (buurvrouw): vrienden, samenleving; antwoord: ja."));
  CHECK_THAT(words, Contains("Joke van der Plas en Oom Kees: gewoon contact, Joke van der Plas geeft, met spanning."));
  CHECK_THAT(network_svg(erased, Lang::nl), Contains("(gewist)") && !Contains("Joke"));
  CHECK_THAT(network_svg(Case{}, Lang::en), Contains("There is nobody on the map yet."));
}

TEST_CASE("hostile names stay text in the map", "[report]") {
  const auto picture = network_svg(hostile_case(), Lang::nl);
  CHECK(is_utf8(picture));
  CHECK_THAT(picture, !Contains("<script") && !Contains("]]>") && !Contains("\x1b"));
  CHECK_THAT(network_text(hostile_case(), Lang::nl), !Contains("\x1b"));
}

TEST_CASE("the network as text fits a terminal and counts professionals apart", "[report]") {
  const auto text = network_text(full_case(), Lang::nl);
  CHECK_THAT(text, Contains("Mensen om de inwoner heen (2)") && Contains("Professionals (1)"));
  for (const auto& state : {full_case(), hostile_case()})
    for (const auto& line : page::lines_of(network_text(state, Lang::nl))) CHECK(fits_terminal(line));
  CHECK_THAT(network_text(Case{}, Lang::nl), Contains("Er staat nog niemand op de kaart."));
}

}  // namespace casus::test
