// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/decide/decide.hpp"
#include "core/learning/instruments.hpp"
#include "core/learning/session.hpp"
#include "core/service/service.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace casus::service {

struct LearningAnswer : AnswerWith<LearningEvents> {
  std::string session;
};

/// The team's own learning: streams "learning/<session>" beside the cases, in the same store. For any number of
/// threads, as the Service is.
class Learning {
 public:
  Learning(Service& service, const learning::Instruments& instruments, const Clock& clock = system_clock());
  ~Learning();

  /// Decides one command and keeps what follows, durably, before it answers; ids, times, two writers and expected
  /// versions as in Service. Who is forgotten in it, and what is struck, is destroyed in the same transaction.
  LearningAnswer handle(LearningCommand command);

  /// Why a command would be refused now; nothing when it would be done. Nothing is kept.
  std::optional<Refusal> refusal_of(LearningCommand command);

  /// The session as this person may see it (learning::seen_by): there is no other way to read one. Nothing when it is
  /// not there. `name` as somebody was let in under it; empty for what all may see.
  std::optional<learning::Session> look(const std::string& session, const std::string& name);

  /// The id of who is called so in a session that was looked at; empty when they are not in it.
  std::string person_in(const learning::Session& seen, const std::string& name);

  /// All that somebody gave for themselves, in every session, in one transaction.
  struct Forgotten {
    int sessions = 0;
    std::optional<Refusal> refusal{};
  };
  Forgotten forget(const std::string& name, const Typist& seat, const std::string& command_id);

  /// In how many sessions something of somebody lies that goes when they do.
  int sessions_of(const std::string& name);

  /// How many events all sessions hold. What is counted for who looks after the store is told without them: one more
  /// would be an answer of somebody.
  std::int64_t events();

  /// Ids of the sessions of a kind ("scan"), in the order in which they were begun.
  std::vector<std::string> sessions(const std::string& kind);
  /// "scan-3": for one that begins.
  std::string free_id(const std::string& kind);
  /// The one that is going on, or the last; empty when there was none.
  std::string current(const std::string& kind);

 private:
  std::optional<learning::MeetingThere> meeting_on(Date on, const Team& team);

  struct State;
  Service& service_;
  const learning::Instruments& instruments_;
  std::unique_ptr<State> state_;
};

}  // namespace casus::service
