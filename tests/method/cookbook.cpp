// SPDX-License-Identifier: EUPL-1.2
// The requirements that the guide gives to copy: each is read as it stands there, and means what is said above it.
#include "core/method/criterion.hpp"
#include "tests/method/files.hpp"
#include "tests/method/made_up_view.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <functional>

namespace casus::method {
namespace {

using C = Collection;
using F = Field;
using Roles = std::vector<std::string>;
using Change = std::function<void(MadeUpView&)>;

std::vector<Criterion> recipes() {
  const auto guide = source_file("plugins/README.md");
  const auto begin = guide.find("## Sixteen requirements to copy");
  const auto end = guide.find("\n## ", begin + 1);
  std::vector<Criterion> all;
  for (auto at = guide.find("    {", begin); at < end; at = guide.find("    {", at + 1)) {
    Problems problems;
    const auto line = guide.substr(at, guide.find('\n', at) - at);
    all.push_back(criterion_from(nlohmann::json::parse(line), "", problems));
    INFO(line);
    CHECK(lines_of(problems).empty());
    CHECK(criterion_from(to_json(all.back()), "", problems) == all.back());
  }
  return all;
}

/// Anna presents; Bram and Cor are members, Dirk is one who is not there.
MadeUpView made_up() {
  MadeUpView view;
  view.add(C::participants, {{F::id, "p1"}, {F::role, Roles{"presenter"}}, {F::present, true}})
      .add(C::participants, {{F::id, "p2"}, {F::role, Roles{"member"}}, {F::present, true}})
      .add(C::participants, {{F::id, "p3"}, {F::role, Roles{"member"}}, {F::present, true}})
      .add(C::participants, {{F::id, "p4"}, {F::role, Roles{"member"}}, {F::present, false}});
  return view;
}

Change says(const char* id, const char* kind, const char* by, const char* re = "") {
  return [=](MadeUpView& view) {
    view.add(C::contributions, {{F::id, id}, {F::kind, kind}, {F::by, by}, {F::re, re}});
  };
}

/// Said in one of the times of a step that comes again.
Change in_time(const char* id, double time) {
  return [=](MadeUpView& view) {
    view.add(C::contributions,
             {{F::id, id}, {F::kind, "question"}, {F::by, "p2"}, {F::step, "discuss"}, {F::time, time}});
  };
}

Change turn(const char* by) {
  return [=](MadeUpView& view) { view.add(C::turns, {{F::by, by}}); };
}

Change action(const char* who, const char* day) {
  return [=](MadeUpView& view) { view.add(C::actions, {{F::id, "a"}, {F::who, who}, {F::by_when, day}}); };
}

Change knows(bool professional) {
  return [=](MadeUpView& view) { view.add(C::network, {{F::id, "n"}, {F::professional, professional}}); };
}

Change score(double value, const char* evidence) {
  return [=](MadeUpView& view) { view.add(C::scores, {{F::value, value}, {F::evidence, evidence}}); };
}

Change estimates(double severity) {
  return [=](MadeUpView& view) { view.record({{F::kind, "harm"}}, {{"severity", severity}}); };
}

Change fact(Fact which) {
  return [=](MadeUpView& view) { view.facts[which] = "2026-03-02"; };
}

/// With all of the first it does not hold yet; with the second as well it does, and for some with the third no more.
struct Meaning {
  std::vector<Change> not_yet;
  Change enough;
  Change too_much = {};
};

const std::vector<Meaning>& meanings() {
  static const std::vector<Meaning> all{
      {{says("c1", "question", "p2")}, says("c2", "wish", "p1")},
      {{says("c1", "strength", "p2"), says("c2", "strength", "p2")}, says("c3", "strength", "p3")},
      {{says("c1", "question", "p2"), says("c2", "question", "p3"), says("c3", "answer", "p1", "c1")},
       says("c4", "answer", "p1", "c2"),
       says("c5", "follow_up", "p2")},
      {{turn("p1"), turn("p2"), turn("p2")}, turn("p3")},
      {{},
       {},
       [](MadeUpView& view) {
         for (const auto* id : {"c1", "c2", "c3", "c4"}) says(id, "idea", "p2")(view);
       }},
      {{}, action("p2", "2026-03-02"), action("p2", "")},
      {{knows(true)}, knows(false), knows(true)},
      {{score(9, ""), score(6, "belt zelf")}, score(7, "belt zelf")},
      {{fact(Fact::question)}, fact(Fact::review_date)},
      {{says("c1", "fact", "p1")}, says("c2", "choice", "p1"), says("c3", "advice", "p2")},
      {{}, says("c1", "idea", "p2"), [](MadeUpView& view) { says("c2", "idea", "p2")(view); }},
      // Two concerns by two members are four ideas, and twice of one is not once of each.
      {{says("c1", "concern", "p1"), says("c2", "concern", "p1"), says("c3", "idea", "p2", "c1"),
        says("c4", "idea", "p2", "c2"), says("c5", "idea", "p3", "c1"), says("c6", "idea", "p3", "c1")},
       says("c7", "idea", "p3", "c2"),
       says("c8", "concern", "p1")},
      {{says("c1", "strength", "p1"), says("c2", "strength", "p2"), says("c3", "strength", "p2")},
       says("c4", "strength", "p3")},
      {{in_time("c1", 1), in_time("c2", 1)}, in_time("c3", 2)},
      {{score(6, ""), score(5, ""), score(9, "")}, score(8, ""), score(3, "")},
      {{},
       [](MadeUpView& view) {
         for (const auto value : {41, 60, 52}) estimates(value)(view);
       },
       estimates(39)},
  };
  return all;
}

}  // namespace

TEST_CASE("each of the requirements of the guide means what is said of it", "[method]") {
  const auto all = recipes();
  REQUIRE(all.size() == meanings().size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    INFO("requirement " << i + 1);
    const auto& meaning = meanings()[i];
    auto view = made_up();
    for (const auto& change : meaning.not_yet) change(view);
    CHECK(holds(all[i], view) == meaning.not_yet.empty());
    if (meaning.enough) meaning.enough(view);
    CHECK(holds(all[i], view));
    if (!meaning.too_much) continue;
    meaning.too_much(view);
    CHECK_FALSE(holds(all[i], view));
  }
}

}  // namespace casus::method
