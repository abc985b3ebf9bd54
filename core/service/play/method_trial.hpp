// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/audit/audit.hpp"
#include "core/service/play/rehearsal.hpp"
#include "core/text/voice.hpp"

namespace casus::service {

/// The conformance kit: what is wrong with a method beyond its file. It is played to its end; native rules are played
/// three times, the last in another language setting and time zone, and then asked about hostile cases
/// (core/plugin/hostile.hpp). Each in a process of its own with a limit of time and memory, so that nothing that a
/// library does reaches this one. `entry` has no problems and is in `methods`.
std::vector<method::Remark> try_method(const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
                                       const plugin::Entry& entry, const text::Voice& voice);

/// Where a rehearsal stands still, as a place in the method's file: "/phases/analysis/2"; empty before the first step.
std::string place_of(const Rehearsal& played, const method::Definition& method);

}  // namespace casus::service
