// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/lines.hpp"
#include "core/service/stream.hpp"
#include "core/service/streams.hpp"

#include <string>
#include <vector>

/// What goes for good with an event of the team's learning. Internal to core/service; the caller holds the session, and
/// a transaction.
namespace casus::service {

/// As it is in the store.
learning::KeptEvents kept_in(store::Store& store, const std::string& session);

/// Says in each event that destroys lines what remains of those that it names: all but their texts.
void say_what_remains_of_session(LearningEvents& decided, const learning::KeptEvents& kept);

/// Destroys what an event says is to go: somebody's words, a line, a sentence. Whether anything went.
bool destroy_with(store::Store& store, Stream<LearningStream>& streams, const std::string& session,
                  const LearningEventBody& event);

/// What one session took over from another or from the team (a paper its sentences, a cycle its focus points) goes with
/// what it was taken from; and what it took over in the same moment goes too.
void destroy_copies(store::Store& store, Stream<LearningStream>& streams, const std::vector<std::string>& texts);

}  // namespace casus::service
