// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/engine.hpp"
#include "core/simulation/assumptions.hpp"
#include "core/simulation/chance.hpp"
#include "core/simulation/playbook.hpp"

#include <cstdint>
#include <string>

/// One case of a simulated caseload: it lives by a playbook, with chance where the assumptions give it room. Every
/// command goes through engine::decide and every event through engine::evolve.
namespace casus::simulation {

/// What happened to the commands of a team, all cases together.
struct Doings {
  std::uint64_t commands = 0;
  std::uint64_t events = 0;
  std::uint64_t refused = 0;    ///< said no to at first; then met, explained or dropped
  std::uint64_t replanned = 0;  ///< times that the playbook did not fit and the engine was asked for another way
};

/// What simulated people say and give as a reason.
inline constexpr const char* kMadeUp = "verzonnen";
inline constexpr const char* kMadeUpQuestion = "Verzonnen: wat is hier wijs?";
inline constexpr const char* kMadeUpReason = "verzonnen reden: er was nu geen tijd voor";

class CaseLife {
 public:
  /// `number` of the case in its team; `place.item` is the same. The playbook must outlive the life.
  CaseLife(const engine::Library& library, const Assumptions& assumed, const ProblemKind& problem, const Playbook& book,
           std::uint64_t seed, Place place, bool keep_events);

  void open(Time at, Date reported_on, Doings& doings);
  /// Its owner asks for a place on the agenda, with a question.
  void ask_for_place(Time at, Doings& doings);
  /// The table turns to it for the first time, with the people of this playbook: all of the intake is done. The
  /// playbook must outlive the life.
  void sit_down(const Playbook& book, Time at, Doings& doings);

  /// Whether the next step begins a phase of this kind.
  const StepScript& next_step() const { return script()[at_]; }
  bool round_over() const { return at_ == script().size(); }

  /// Enters the next step and does all that is done in it, spread over `minutes` from `from`.
  void do_step(Time from, double minutes, Doings& doings);

  /// After the last step: closes, or begins another round. True when the case is closed.
  bool end_round(Time at, Doings& doings);

  /// A safety concern with the first two steps of the meldcode. False when it cannot be raised here.
  bool raise_concern(Time at, Doings& doings);
  /// With an open concern: the next step of the meldcode, or after the last the case is safe.
  void go_on_with_code(Time at, Doings& doings);
  /// What came of the actions whose day has come.
  void look_at_actions(Time at, Doings& doings);
  bool wants_concern() const { return concern_ && !concern_raised_ && state_.round == 1; }

  const Case& state() const { return state_; }
  const Playbook& book() const { return *book_; }
  Events take_events() { return std::move(events_); }
  int supporters() const;

 private:
  const std::vector<StepScript>& script() const { return state_.round > 1 ? book_->again : book_->first; }
  bool give(Command command, Doings& doings, const Line* line = nullptr);
  void call_by_id(std::string& by) const;
  bool give_body(CommandBody body, Time at, Doings& doings, const char* by = kPresenterName);
  void go_on(Time at, Doings& doings);
  bool on_the_way(Time at, Doings& doings);
  void vary(Command& command);
  void widen_network(Time at, Doings& doings);
  void more_actions(Time at, Doings& doings);
  void finish_action(const std::string& id, Time at, Doings& doings);
  void take_code_step(int step, Time at, Doings& doings);
  bool last_of_phase() const;

  const engine::Library& library_;
  const Assumptions& assumed_;
  const ProblemKind& problem_;
  const Playbook* book_;
  Case state_;
  MadeIds made_;
  std::size_t at_ = 0;
  bool keep_events_;
  bool concern_ = false;
  bool concern_raised_ = false;
  int network_ = 0;
  int asked_ = 0;
  std::uint64_t seed_;
  Place place_;
  Chance review_;  ///< of this round
  Chance network_chance_;
  Chance actions_;
  Events events_;
};

}  // namespace casus::simulation
