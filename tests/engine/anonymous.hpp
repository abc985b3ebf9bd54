// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/engine/records_story.hpp"

#include <string>

/// The example of a nominal group, in which nobody reads who wrote an idea, who scored and who voted for what.
namespace casus::test {

inline nlohmann::ordered_json without_names() {
  auto file = ranking();
  auto& plan = file["phases"]["plan_of_action"];
  plan[0]["kinds"].push_back("harm");
  plan[0]["floor"] = {
      {"speakers", {"presenter", "member"}}, {"hidden", true}, {"anonymous", true}, {"also", {"scores"}}};
  plan[3]["floor"] = {{"speakers", {"presenter", "member"}}, {"hidden", true}, {"anonymous", true}};
  return file;
}

inline Story began_without_names() { return asked_by(without_names()); }

inline GiveScore unnamed_score(int value, const std::string& evidence) {
  return GiveScore{{.value = value, .evidence = evidence}};
}

/// In the step where each writes: four wrote, two scored.
inline Story written_without_names() {
  auto story = began_without_names();
  story.go_to(Phase::plan_of_action, "write");
  story.does("Ria", say("idea", "Samen koken"));
  story.does("Noor", say("idea", "De tuin in"));
  story.does("Yusuf", Record{"harm", "Hij viel; ernst: 6", {}});
  story.does("Ria", unnamed_score(3, "er is een dag rust"));
  story.does("Yusuf", unnamed_score(7, "zij lacht weer"));
  story.does("Femke", say("idea", "Elke week bellen"));
  return story;
}

/// In the step where each votes; nobody did.
inline Story voting_without_names() {
  auto story = written_without_names();
  return story.go_to(Phase::plan_of_action, "vote");
}

/// The first thing said in this step.
inline std::string first_said_in(const Story& story, const std::string& step) {
  for (const auto& it : story.c.contributions)
    if (it.visit >= 0 && story.c.visits[static_cast<std::size_t>(it.visit)].step == step) return it.id;
  return {};
}

}  // namespace casus::test
