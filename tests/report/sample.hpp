// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"
#include "core/report/definitions.hpp"
#include "tests/support/times.hpp"

#include <string>

/// Made-up cases for the reports. Everybody in them is fictitious.
namespace casus::test {

/// Knows one method and one workflow, or nothing.
struct SampleDefinitions final : report::Definitions {
  method::Definition known_method;
  workflow::Workflow known_workflow;
  bool empty = false;

  const method::Definition* method(const Pin& pin) const override {
    return !empty && pin.id == known_method.id ? &known_method : nullptr;
  }
  const workflow::Workflow* workflow(const Pin& pin) const override {
    return !empty && pin.id == known_workflow.id ? &known_workflow : nullptr;
  }
};

SampleDefinitions sample_definitions();
SampleDefinitions no_definitions();

/// A case in its second round with something of everything; the last visit is a hidden step that still goes on.
Case full_case();

/// Texts that try to break out of Markdown, HTML, SVG, Mermaid, DOT and the terminal.
extern const std::string kHostile;
/// The same case with a hostile text in every place where a person can type.
Case hostile_case();

/// One event of each type, in the order of `EventBody`.
Events one_of_each();

}  // namespace casus::test
