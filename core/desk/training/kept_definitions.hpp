// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/service/play/training_run.hpp"

#include <string>
#include <vector>

/// What a run keeps of the files that it is played by, so that it can be played again when those have changed.
namespace casus::desk {

/// Puts the method of the setup and its workflow in it, as their files are now.
void keep_definitions(Desk& desk, training::Setup& setup);

/// What a run goes by where this machine offers others by now. A log of before a run kept its method is helped by the
/// store that it was played in. Throws Usage when it is nowhere or cannot be used here, Fault(definition) when this
/// version cannot read it.
service::KeptDefinitions definitions_of(Desk& desk, const training::Setup& setup);

/// What changed on this machine since a run began: its scenario, its method, the workflow.
std::vector<text::Message> changed_since(Desk& desk, service::Replay& replay);

}  // namespace casus::desk
