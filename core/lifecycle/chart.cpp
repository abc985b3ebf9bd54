// SPDX-License-Identifier: EUPL-1.2
#include "core/lifecycle/chart.hpp"

#include <boost/mpl/list.hpp>
#include <boost/statechart/custom_reaction.hpp>
#include <boost/statechart/event.hpp>
#include <boost/statechart/shallow_history.hpp>
#include <boost/statechart/state.hpp>
#include <boost/statechart/state_machine.hpp>
#include <boost/statechart/transition.hpp>

namespace casus::lifecycle {

namespace {

namespace sc = boost::statechart;
namespace mpl = boost::mpl;

/// The event of one kind of step. A state that refuses an event forwards it; an event that no state consumed was a step
/// that is not allowed.
template <Kind kind>
struct On : sc::event<On<kind>> {
  explicit On(const Step& s) : step(s) {}
  Step step;
};

constexpr int kBeforeWeighing = 3;  ///< the step of the meldcode from which step 4, the weighing, is the next

struct Kept;
struct Alive;
struct Closed;
struct Erased;

// Region 0 of Alive: how far the case is.
struct Intake;
struct Open;
template <Phase phase>
struct In;
struct Paused;

// Region 1 of Alive: danger waits for nothing, so it is told from intake on, and while the case is paused.
struct Clear;
struct Concern;
template <int step>
struct Meldcode;
struct Acute;

/// `now` mirrors the active states: each writes its own part on entry and nobody decides by it, so what a history
/// brings back can be seen from outside.
struct Machine : sc::state_machine<Machine, Kept> {
  void unconsumed_event(const sc::event_base&) { refused = true; }

  Stage now;
  bool refused = false;
};

/// What the states share: their machine, and the guards that look across regions.
template <class State, class Context, class Inner = mpl::list<>, sc::history_mode history = sc::has_no_history>
struct Base : sc::state<State, Context, Inner, history> {
  using sc::state<State, Context, Inner, history>::state;

  Stage& now() { return this->template context<Machine>().now; }

  template <class Other>
  bool is_in() const {
    return this->template state_downcast<const Other*>() != nullptr;
  }

  sc::result enter(Phase phase) {
    switch (phase) {
      case Phase::analysis: return this->template transit<In<Phase::analysis>>();
      case Phase::plan_of_action: return this->template transit<In<Phase::plan_of_action>>();
      case Phase::network_involvement: return this->template transit<In<Phase::network_involvement>>();
      case Phase::evaluation: return this->template transit<In<Phase::evaluation>>();
    }
    return this->forward_event();
  }
};

/// Every case of which the words still exist. Erasing is possible from everywhere in here.
struct Kept : Base<Kept, Machine, Alive> {
  using reactions = sc::transition<On<Kind::erase>, Erased>;
  explicit Kept(my_context context) : Base(context) {}
};

struct Erased : Base<Erased, Machine> {
  explicit Erased(my_context context) : Base(context) { now() = {.life = Life::erased}; }
};

struct Alive : Base<Alive, Kept, mpl::list<Intake, Clear>> {
  explicit Alive(my_context context) : Base(context) {}
};

struct Intake : Base<Intake, Alive::orthogonal<0>> {
  using reactions = sc::custom_reaction<On<Kind::open>>;
  explicit Intake(my_context context) : Base(context) { now().life = Life::intake; }

  sc::result react(const On<Kind::open>& on);
};

/// Its history is the phase that a paused case goes on in.
struct Open
    : Base<Open, Alive::orthogonal<0>, mpl::list<sc::shallow_history<In<Phase::analysis>>>, sc::has_shallow_history> {
  using reactions = mpl::list<sc::custom_reaction<On<Kind::pause>>, sc::custom_reaction<On<Kind::close>>>;
  explicit Open(my_context context) : Base(context) { now().life = Life::open; }

  sc::result react(const On<Kind::pause>&);
  sc::result react(const On<Kind::close>&);
};

struct Paused : Base<Paused, Alive::orthogonal<0>> {
  using reactions = sc::transition<On<Kind::resume>, Open>;
  explicit Paused(my_context context) : Base(context) { now().life = Life::paused; }
};

struct Closed : Base<Closed, Kept> {
  using reactions = sc::custom_reaction<On<Kind::reopen>>;
  explicit Closed(my_context context) : Base(context) { now().life = Life::closed; }

  sc::result react(const On<Kind::reopen>& on) { return enter(on.step.phase); }
};

template <Phase phase>
struct In : Base<In<phase>, Open> {
  using Self = Base<In<phase>, Open>;
  using reactions = mpl::list<sc::custom_reaction<On<Kind::enter_phase>>, sc::custom_reaction<On<Kind::start_round>>>;
  explicit In(typename Self::my_context context) : Self(context) { this->now().phase = phase; }

  sc::result react(const On<Kind::enter_phase>& on) { return move(on.step.phase, true); }
  sc::result react(const On<Kind::start_round>& on) { return move(on.step.phase, phase == Phase::evaluation); }

 private:
  sc::result move(Phase to, bool allowed);
};

struct Clear : Base<Clear, Alive::orthogonal<1>> {
  using reactions =
      mpl::list<sc::transition<On<Kind::raise_concern>, Concern>, sc::transition<On<Kind::raise_acute>, Acute>>;
  explicit Clear(my_context context);
};

/// Its history is what acute danger returns to.
struct Concern
    : Base<Concern, Alive::orthogonal<1>, mpl::list<sc::shallow_history<Meldcode<1>>>, sc::has_shallow_history> {
  using reactions =
      mpl::list<sc::transition<On<Kind::raise_acute>, Acute>, sc::transition<On<Kind::clear_safety>, Clear>>;
  explicit Concern(my_context context) : Base(context) { now().safety = Safety::concern; }
};

template <int step>
struct Meldcode : Base<Meldcode<step>, Concern> {
  using Self = Base<Meldcode<step>, Concern>;
  using reactions = mpl::list<sc::custom_reaction<On<Kind::meldcode>>, sc::custom_reaction<On<Kind::raise_concern>>>;
  explicit Meldcode(typename Self::my_context context) : Self(context) { this->now().meldcode_step = step; }

  sc::result react(const On<Kind::meldcode>& on) {
    if (on.step.meldcode_step == step) return this->template transit<Meldcode<step>>();
    if constexpr (step < kMeldcodeSteps) {
      if (on.step.meldcode_step == step + 1) return this->template transit<Meldcode<step + 1>>();
    }
    return this->forward_event();
  }

  /// One more concern joins the one that stands. What was weighed without it is weighed again.
  sc::result react(const On<Kind::raise_concern>&) {
    if constexpr (step > kBeforeWeighing) return this->template transit<Meldcode<kBeforeWeighing>>();
    else return this->discard_event();
  }
};

struct Acute : Base<Acute, Alive::orthogonal<1>> {
  using reactions =
      mpl::list<sc::transition<On<Kind::handle_acute>, Concern>, sc::custom_reaction<On<Kind::raise_concern>>>;
  explicit Acute(my_context context) : Base(context) { now().safety = Safety::acute; }

  sc::result react(const On<Kind::raise_concern>&) { return discard_event(); }
};

Clear::Clear(my_context context) : Base(context) {
  now().safety = Safety::clear;
  now().meldcode_step = 0;
  // A later concern is a new one and begins at the first step.
  clear_shallow_history<Concern, 0>();
}

sc::result Intake::react(const On<Kind::open>& on) { return is_in<Acute>() ? forward_event() : enter(on.step.phase); }

sc::result Open::react(const On<Kind::pause>&) { return is_in<Acute>() ? forward_event() : transit<Paused>(); }

sc::result Open::react(const On<Kind::close>&) { return is_in<Clear>() ? transit<Closed>() : forward_event(); }

template <Phase phase>
sc::result In<phase>::move(Phase to, bool allowed) {
  if (!allowed || to == phase || this->template is_in<Acute>()) return this->forward_event();
  return this->enter(to);
}

}  // namespace

struct Chart::Impl {
  template <Kind kind>
  void process(const Step& step) {
    machine.process_event(On<kind>(step));
  }

  Machine machine;
};

Chart::Chart() : impl_(std::make_unique<Impl>()) { impl_->machine.initiate(); }

Chart::Chart(Chart&&) noexcept = default;
Chart& Chart::operator=(Chart&&) noexcept = default;
Chart::~Chart() = default;

const Stage& Chart::stage() const { return impl_->machine.now; }

bool Chart::take(const Step& step) {
  impl_->machine.refused = false;
  switch (step.kind) {
    case Kind::open: impl_->process<Kind::open>(step); break;
    case Kind::enter_phase: impl_->process<Kind::enter_phase>(step); break;
    case Kind::start_round: impl_->process<Kind::start_round>(step); break;
    case Kind::pause: impl_->process<Kind::pause>(step); break;
    case Kind::resume: impl_->process<Kind::resume>(step); break;
    case Kind::close: impl_->process<Kind::close>(step); break;
    case Kind::reopen: impl_->process<Kind::reopen>(step); break;
    case Kind::erase: impl_->process<Kind::erase>(step); break;
    case Kind::raise_concern: impl_->process<Kind::raise_concern>(step); break;
    case Kind::meldcode: impl_->process<Kind::meldcode>(step); break;
    case Kind::raise_acute: impl_->process<Kind::raise_acute>(step); break;
    case Kind::handle_acute: impl_->process<Kind::handle_acute>(step); break;
    case Kind::clear_safety: impl_->process<Kind::clear_safety>(step); break;
    default: return false;
  }
  return !impl_->machine.refused;
}

}  // namespace casus::lifecycle
