// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/commands.hpp"
#include "core/plugin/catalogue.hpp"
#include "core/text/voice.hpp"
#include "core/workflow/workflow.hpp"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// A method played by chance: made-up people say, answer, choose, go on and go back as it comes, and after a while take
/// the way on that `explain` gives. What no rehearsal along one way comes to, some of many sessions do.
namespace casus::service {

/// What a session of chance came to that no team should.
enum class SessionFault {
  dead_end,         ///< a step that cannot be left: there is no way on
  no_way_told,      ///< something was refused, and nothing said that would do instead
  way_refused,      ///< the way on that was given was refused
  too_long,         ///< the round did not end within the bound of moves
  not_chosen,       ///< a step of a branch came that nobody had chosen
  played_otherwise  ///< its moves, decided on again, give other events, or those folded again another case
};

constexpr std::array<Named<SessionFault>, 6> names_of(SessionFault) {
  return {{{SessionFault::dead_end, "dead_end"},
           {SessionFault::no_way_told, "no_way_told"},
           {SessionFault::way_refused, "way_refused"},
           {SessionFault::too_long, "too_long"},
           {SessionFault::not_chosen, "not_chosen"},
           {SessionFault::played_otherwise, "played_otherwise"}}};
}

/// A session that went wrong, and all that is needed to see it again.
struct BadSession {
  SessionFault fault{};
  std::uint64_t seed = 0;      ///< of this session: alone it is the same
  std::string at;              ///< the step, as a place in the method's file; empty before the first
  std::string why;             ///< in words
  std::vector<Command> moves;  ///< what was done, and last what it stopped at
};

constexpr std::size_t kMostShown = 3;

struct Sessions {
  int played = 0;
  std::int64_t moves = 0;
  int bad = 0;                           ///< how many went wrong
  std::vector<BadSession> shown;         ///< the first of those, `kMostShown` at most
  std::vector<std::string> not_reached;  ///< places of steps that no session came to
};

/// Plays `count` sessions, each in memory: the first with this seed, each next one with one more. The same seed is the
/// same session, always. Throws Fault(plugin) when native rules fail.
Sessions play_sessions(const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
                       const method::Definition& method, int count, std::uint64_t seed, const text::Voice& voice);

/// What is done in such sessions, the moves of each in their order without what was refused: decided on again from
/// nothing they make the same case.
std::vector<std::vector<Command>> moves_of_sessions(const plugin::Catalogue& methods,
                                                    const workflow::Catalogue& workflows,
                                                    const method::Definition& method, int count, std::uint64_t seed,
                                                    const text::Voice& voice);

/// The bounds of a session are counted in moves, so that a slow machine gives the same. A clock is only for rules that
/// never answer: of each process, many times what its sessions take.
constexpr std::chrono::milliseconds kLastBrake{300'000};

/// The same as `play_sessions` in processes of their own, as the library of a stranger may do anything there. As a
/// document: `sessions`, `moves`, `bad`, `not_reached` and `shown` with `fault`, `seed`, `at`, `why` and `moves`, which
/// are commands that `apply` takes. With `failed` instead, in words, when there was no answer; with `stopped` besides
/// when some gave none within the last brake: then `sessions` says how many were played.
nlohmann::json try_sessions(const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
                            const plugin::Entry& entry, int count, std::uint64_t seed, const text::Voice& voice,
                            std::chrono::milliseconds last_brake = kLastBrake);

}  // namespace casus::service
