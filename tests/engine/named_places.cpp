// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks.hpp"
#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("erasing a person says where others still wrote the name", "[engine][identity]") {
  auto story = begun();
  story.go_to(Phase::analysis, "present");
  story.does("Noor", AddNetworkPerson{"Els", "tante", Shell::friend_, Quadrant::peers, false});
  const auto says = [&](const std::string& whom) {
    const Command erase{{}, story.c.id, "Noor", story.now, {}, CommandBody(ErasePerson{whom, "op verzoek", "Bram"})};
    std::vector<std::string> out;
    for (const auto& remark : engine::remarks(story.c, erase, &story.history))
      out.push_back(remark.message.in(Lang::nl));
    return out;
  };
  CHECK(says("els").empty());
  story.does("Noor", say("fact", "Els belt elke dag"));
  story.does("Noor", SetGoal{"Els blijft bellen", false, {}, "", {}});
  CHECK(says("els") ==
        std::vector<std::string>{"waar de naam stond, staat nu […]; hoe het er eerst stond, is nog te lezen in de "
                                 "geschiedenis. Vernietig wat er niet mag blijven: b1 (case destroy case=2026-001 "
                                 "ref=b1 ground=other_person); g1 "
                                 "(case destroy case=2026-001 ref=g1 ground=other_person)"});
  CHECK(says("Niemand").empty());
}
