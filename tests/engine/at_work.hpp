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

inline Say fact(const std::string& text) {
  Say say;
  say.kind = "fact";
  say.text = text;
  return say;
}

inline Correct correct(const std::string& ref, const std::string& text, const std::string& because = {}) {
  Correct command;
  command.ref = ref;
  command.text = text;
  command.because = because;
  return command;
}

/// What Noor does for the first goal, and Daan looks at.
inline AddAction call_together() {
  AddAction action;
  action.what = "Samen bellen";
  action.who = "Noor";
  action.checks = "Daan";
  action.by_when = on("2026-03-20");
  action.goal = "g1";
  return action;
}

}  // namespace casus::test
