// SPDX-License-Identifier: EUPL-1.2
// A delivery that breaks off anywhere, and is gone on with.
#include "tests/remote/zgw_register.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {

using nlohmann::json;

namespace {

/// The program is killed.
struct Killed {};

/// Hands it over and is killed at the question with this number, before it comes there or after it was done. Whether it
/// came so far.
bool killed_at(ZgwRegister& it, const json& file, int number, bool after) {
  auto world = it.world();
  world.fetch = [&](const remote::Question& question) {
    if (number-- > 0) return it.answer(question).value_or(remote::Answer{});
    if (after) (void)it.answer(question);
    throw Killed{};
  };
  const auto settings = it.settings();
  try {
    return !remote::deliver(file, zgw_own(), settings, world);
  } catch (const Killed&) {
    return true;
  }
}

json all_after(const std::vector<json>& files) {
  ZgwRegister it;
  for (const auto& file : files) REQUIRE(zgw_delivered(it, file));
  return it.all();
}

}  // namespace

TEST_CASE("killed at any question and given again, a register ends as if nothing had happened", "[remote][zgw]") {
  const auto first = zgw_file_of(zgw_open_case());
  auto later = zgw_open_case();
  later.goals.front().set.text += " en nog iets";
  auto ended = zgw_ended_case();
  ended.goals = later.goals;
  const std::vector<std::vector<json>> courses{{first},
                                               {first, zgw_file_of(later)},
                                               {first, zgw_file_of(ended)},
                                               {zgw_file_of(zgw_ended_case()), zgw_file_of(zgw_reopened_case())}};
  for (const auto& course : courses) {
    const auto whole = all_after(course);
    for (const bool after : {false, true})
      for (int number = 0;; ++number) {
        ZgwRegister it;
        for (std::size_t i = 0; i + 1 < course.size(); ++i) REQUIRE(zgw_delivered(it, course[i]));
        if (!killed_at(it, course.back(), number, after)) {
          CHECK(number > 5);
          break;
        }
        const auto again = zgw_delivered(it, course.back());
        CAPTURE(after, number);
        REQUIRE(again);
        CHECK(it.all() == whole);
        CHECK(it.wrong.empty());
      }
  }
}

TEST_CASE("a connection that is cut after something was made makes no second", "[remote][zgw]") {
  const auto first = zgw_file_of(zgw_open_case());
  auto changed = zgw_ended_case();
  changed.goals.front().set.text += " en nog iets";
  const auto last = zgw_file_of(changed);
  const auto whole = all_after({first, last});
  for (const auto* question : {"POST zaken", "POST statussen", "POST rollen", "POST resultaten",
                               "POST zaakinformatieobjecten", "POST enkelvoudiginformatieobjecten",
                               "POST enkelvoudiginformatieobjecten/lock", "POST enkelvoudiginformatieobjecten/unlock",
                               "PATCH enkelvoudiginformatieobjecten", "PATCH zaken", "GET statussen"})
    for (const int status : {0, 502}) {
      CAPTURE(question, status);
      ZgwRegister it;
      it.failing = {{question, 1, status, true}};
      REQUIRE(zgw_delivered(it, first));
      it.failing = {{question, 1, status, true}};
      REQUIRE(zgw_delivered(it, last));
      CHECK(it.all() == whole);
      CHECK(it.wrong.empty());
    }
  ZgwRegister open;
  REQUIRE(zgw_delivered(open, zgw_file_of(zgw_ended_case())));
  open.failing = {{"DELETE resultaten", 1, 0, true}};
  REQUIRE(zgw_delivered(open, zgw_file_of(zgw_reopened_case())));
  CHECK(open.of("resultaten").empty());
}

}  // namespace casus::test
