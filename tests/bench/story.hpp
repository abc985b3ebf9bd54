// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/engine.hpp"
#include "core/plugin/catalogue.hpp"
#include "core/workflow/workflow.hpp"

#include <string>
#include <vector>

namespace casus::bench {

/// What is measured with: the methods and workflows that ship, and the two small ones of this folder.
struct Shipped {
  plugin::Catalogue methods;
  workflow::Catalogue workflows;
};
const Shipped& shipped();

/// The library that the service works with, native rules and all.
const engine::Library& full_library();
/// The same without native rules: what the declared method costs by itself.
const engine::Library& declared_library();

/// The example case of the method reflecting-team, from opening to closing: 67 commands that are all accepted.
const std::vector<Command>& story();

/// The same life for another case. Command ids are made from the case id.
std::vector<Command> story_of(const std::string& case_id);

/// A thousand commands: as many whole lives as fit, and the beginning of one more. Case ids begin with `prefix`.
std::vector<Command> thousand_commands(const std::string& prefix);

/// The story up to a step in which the presenter may speak freely, and what is then said again and again.
struct Talk {
  std::vector<Command> before;
  Command say;
};
const Talk& talk();

/// Decides one command and lets its events happen; gives up when it is refused.
void step(Case& state, const Command& command, const engine::Library& library);

/// Bytes of text that the user gave in these commands.
std::size_t text_bytes(const std::vector<Command>& commands);

}  // namespace casus::bench
