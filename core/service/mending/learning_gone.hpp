// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/lines.hpp"
#include "core/service/stream.hpp"
#include "core/service/streams.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// What goes for good with an event of the team's learning. Internal to core/service; the caller holds the session, and
/// a transaction.
namespace casus::service {

/// As it is in the store.
learning::KeptEvents kept_in(store::Store& store, const std::string& session);

/// Says in each event that destroys lines what remains of those that it names: all but their texts. What those were
/// about is given back: copies of it go too.
std::vector<std::string> say_what_remains_of_session(LearningEvents& decided, const learning::KeptEvents& kept);

/// Destroys what an event says is to go: somebody's words, a line, a sentence. Whether anything went. `texts`: what
/// lines that go were about.
bool destroy_with(store::Store& store, Stream<LearningStream>& streams, const std::string& session,
                  const LearningEvent& done, const std::vector<std::string>& texts);

/// What is destroyed, of which there may be copies.
struct Destruction {
  Time at{};
  DestroyGround ground{};
  std::string session{};               ///< where it was; empty: with the team
  std::vector<std::int64_t> events{};  ///< that held it there
};

/// What one session took over from another or from the team (a paper its sentences, a cycle its focus points) goes with
/// what it was taken from; and what it took over in the same moment goes too. That session says itself what remains.
void destroy_copies(store::Store& store, Stream<LearningStream>& streams, const std::vector<std::string>& texts,
                    const Destruction& of);

}  // namespace casus::service
