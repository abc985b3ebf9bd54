// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/engine/story.hpp"

#include <string>

namespace casus::test {

/// Noor presents, Samira is the chair, Daan is a member; in a step in which all may speak.
inline Story at_work() {
  Story story;
  story.does("Noor", open_command("werf/werf", Mode::coaching));
  story.does("Noor", AddParticipant{"Samira", {Role::chair}, true, false, {}});
  story.does("Noor", AddParticipant{"Daan", {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe nu verder?", "een eerste stap"});
  story.does("Samira", NextStep{});
  return story;
}

inline Say fact(const std::string& text) { return Say{{.kind = "fact", .text = text}}; }

inline Correct correct(const std::string& ref, const std::string& text, const std::string& because = {}) {
  return Correct{.ref = ref, .text = text, .because = because};
}

/// What Noor does for the first goal, and Daan looks at.
inline AddAction call_together() {
  return AddAction{
      {.what = "Samen bellen", .who = "Noor", .by_when = on("2026-03-20"), .checks = "Daan", .goal = "g1"}};
}

}  // namespace casus::test
