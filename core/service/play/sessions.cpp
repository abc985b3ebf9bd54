// SPDX-License-Identifier: EUPL-1.2
#include "core/service/play/sessions.hpp"

#include "core/base/fault.hpp"
#include "core/engine/engine.hpp"
#include "core/engine/explain/explain.hpp"
#include "core/service/commands/command_json.hpp"
#include "core/service/definitions.hpp"
#include "core/service/play/session_moves.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace casus::service {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;

constexpr int kFewestFree = 10, kMostFree = 120;  ///< moves of chance before the table wants to be done
constexpr int kMostWays = 400;                    ///< ways on from there to the next round

using Reached = std::set<std::pair<Phase, std::string>>;

class OneSession {
 public:
  OneSession(const engine::Library& library, const method::Definition& method, std::uint64_t seed,
             const text::Voice& voice)
      : library_(library),
        method_(method),
        voice_(voice),
        chance_(seed, {}, simulation::Purpose::session),
        draws_(c_, library, chance_, voice.lang()) {
    c_.id = "oefening";
    bad_.seed = seed;
  }

  /// Whether all went well.
  bool play() { return opened() && by_chance() && to_the_end() && came_as_chosen() && plays_the_same(); }

  BadSession bad() && { return std::move(bad_); }
  std::int64_t moves() const { return moves_; }
  void reached(Reached& all) const {
    for (const auto& visit : c_.visits)
      if (visit.method == method_.id) all.emplace(visit.phase, visit.step);
  }

 private:
  bool wrong(SessionFault fault, std::string why) { return wrong(fault, std::move(why), c_.here()); }

  bool wrong(SessionFault fault, std::string why, const Visit* at) {
    bad_.fault = fault;
    bad_.why = std::move(why);
    if (at != nullptr) {
      const auto& steps = method_.steps(at->phase);
      const auto step = std::ranges::find(steps, at->step, &method::Step::id);
      if (step != steps.end()) bad_.at = method_.place(at->phase, static_cast<std::size_t>(step - steps.begin()));
    }
    return false;
  }

  enum class Did { yes, refused, wrong };

  /// What is refused says what would do instead.
  Did does(Command command) {
    command.at = now_ += 1min;
    ++moves_;
    auto decided = engine::decide(c_, command, library_);
    if (!decided) {
      refusal_ = std::move(decided.error());
      const auto told = refusal_.remedies_in(voice_);
      if (!told.empty() || !refusal_.missing.empty()) return Did::refused;
      bad_.moves.push_back(std::move(command));
      wrong(SessionFault::no_way_told, refusal_.reason.in(voice_));
      return Did::wrong;
    }
    for (auto& event : *decided) {
      engine::evolve(c_, event);
      events_.push_back(std::move(event));
    }
    bad_.moves.push_back(std::move(command));
    return Did::yes;
  }

  Did does(std::string by, CommandBody body) {
    return does(Command{{}, c_.id, std::move(by), now_, std::nullopt, std::move(body)});
  }

  bool opened() {
    OpenCase open{.title = text::say(voice_, "rehearsal.title"),
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wmo,
                  .purpose = text::say(voice_, "rehearsal.purpose"),
                  .method = method_.id,
                  .mode = chance_.happens(0.25) ? Mode::coaching : Mode::strict};
    const auto first = text::say(voice_, "sessions.person", "number"_is = 0);
    if (does(first, open) != Did::yes) return wrong(SessionFault::dead_end, refusal_.reason.in(voice_));
    for (auto& one : draws_.people(method_))
      if (does(first, std::move(one)) == Did::wrong) return false;
    return true;
  }

  bool by_chance() {
    std::size_t stays = 0;
    for (int left = chance_.whole(kFewestFree, kMostFree); left > 0 && !is_through(); --left) {
      auto move = draws_.next();
      if (does(std::move(move.by), std::move(move.body)) == Did::wrong) return false;
      const bool came = c_.visits.size() > stays;
      stays = c_.visits.size();
      // Each step that is come to can be left; now and then the table does what it is told.
      if (came && !has_way()) return false;
      if (chance_.happens(0.08) && !takes_way()) return false;
    }
    return true;
  }

  bool has_way() {
    return !engine::explain(c_, library_, c_.people.front().name, now_, voice_.lang()).stuck || no_way();
  }

  bool no_way() {
    const auto told = engine::explain(c_, library_, c_.people.front().name, now_, voice_.lang());
    std::string why;
    for (const auto& missing : told.missing) why += (why.empty() ? "" : " ") + missing.text.in(voice_);
    return wrong(SessionFault::dead_end, why.empty() ? told.standing.in(voice_) : why);
  }

  bool takes_way() {
    const auto told = engine::explain(c_, library_, c_.people.front().name, now_, voice_.lang());
    if (told.stuck || told.way.empty()) return no_way();
    for (const auto& command : told.way) {
      const auto did = does(command);
      if (did == Did::wrong) return false;
      if (did == Did::yes) continue;
      bad_.moves.push_back(command);
      return wrong(SessionFault::way_refused, refusal_.reason.in(voice_));
    }
    return true;
  }

  bool to_the_end() {
    for (int ways = 0; ways < kMostWays; ++ways) {
      if (is_through()) return true;
      if (!takes_way()) return false;
    }
    return wrong(SessionFault::too_long, text::say(voice_, "sessions.too_long", "count"_is = kMostWays));
  }

  /// Asked of what was chosen, not of how steps follow one another.
  bool came_as_chosen() {
    for (std::size_t i = 0; i < c_.visits.size(); ++i) {
      const auto& visit = c_.visits[i];
      const auto* step = visit.method == method_.id ? method_.step(visit.phase, visit.step) : nullptr;
      if (step == nullptr || step->in_menu.empty() || chosen_before(i, step->in_menu) == step->in_branch) continue;
      return wrong(SessionFault::not_chosen, step->name.in(voice_.lang()), &visit);
    }
    return true;
  }

  /// The last that was chosen from this menu, in the round and phase of a stay, before it.
  std::string_view chosen_before(std::size_t visit, std::string_view menu) const {
    std::string_view branch;
    for (const auto& one : c_.branches) {
      if (one.visit < 0 || static_cast<std::size_t>(one.visit) >= visit) continue;
      const auto& at = c_.visits[static_cast<std::size_t>(one.visit)];
      const auto& here = c_.visits[visit];
      if (at.round == here.round && at.phase == here.phase && at.step == menu) branch = one.branch;
    }
    return branch;
  }

  bool is_through() const { return c_.round > 1 || c_.stage.life == Life::closed; }

  bool plays_the_same() {
    try {
      if (same(decided_again()) && same(engine::fold(c_.id, events_))) return true;
      return wrong(SessionFault::played_otherwise, {});
    } catch (const Fault& fault) {
      return wrong(SessionFault::played_otherwise, fault.what());
    }
  }

  /// The moves decided on once more. Throws Fault(store) when that gives another history.
  Case decided_again() const {
    Case again{.id = c_.id};
    std::size_t number = 0;
    for (const auto& command : bad_.moves) {
      const auto decided = engine::decide(again, command, library_);
      if (!decided) throw Fault(Fault::Kind::store, decided.error().name);
      for (const auto& event : *decided) {
        if (number >= events_.size() || event_json(event, 0) != event_json(events_[number], 0))
          throw Fault(Fault::Kind::store, fmt::format("event {}", number + 1));
        engine::evolve(again, event);
        ++number;
      }
    }
    if (number != events_.size()) throw Fault(Fault::Kind::store, fmt::format("event {}", number + 1));
    return again;
  }

  bool same(const Case& again) const {
    const auto line = [](const Case& c) {
      json out = json::array();
      for (const auto& it : c.visits)
        out.push_back({key(it.phase), it.round, it.step, it.about, it.again, it.left.has_value(), it.back});
      for (const auto& it : c.contributions) out.push_back({it.id, it.kind, it.text, it.by, it.visit, it.hidden});
      for (const auto& it : c.turns) out.push_back({it.by, it.visit, it.count, it.passed});
      for (const auto& it : c.branches) out.push_back({it.branch, it.visit});
      for (const auto& it : c.people) out.push_back({it.id, it.name, it.roles.size(), it.left, it.away});
      out.push_back({c.version, c.round, c.actions.size(), c.goals.size(), c.scores.size(), c.decisions.size()});
      return out;
    };
    return c_.stage == again.stage && line(c_) == line(again);
  }

  const engine::Library& library_;
  const method::Definition& method_;
  const text::Voice& voice_;
  Case c_;
  Events events_;
  Time now_ = *time_from("2026-03-02T09:00:00Z");  // any day: the same every time
  simulation::Chance chance_;
  MovesByChance draws_;
  Refusal refusal_;
  BadSession bad_;
  std::int64_t moves_ = 0;
};

}  // namespace

Sessions play_sessions(const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
                       const method::Definition& method, int count, std::uint64_t seed, const text::Voice& voice) {
  const auto memory = store::open_memory();
  const Definitions library(*memory, methods, workflows);
  Sessions all;
  Reached reached;
  for (int number = 0; number < count; ++number) {
    OneSession session(library, method, seed + static_cast<std::uint64_t>(number), voice);
    const bool well = session.play();
    ++all.played;
    all.moves += session.moves();
    session.reached(reached);
    if (well) continue;
    ++all.bad;
    if (all.shown.size() < kMostShown) all.shown.push_back(std::move(session).bad());
  }
  for (const auto phase : kAllPhases)
    for (std::size_t i = 0; i < method.steps(phase).size(); ++i)
      if (!reached.contains({phase, method.steps(phase)[i].id})) all.not_reached.push_back(method.place(phase, i));
  return all;
}

std::vector<std::vector<Command>> moves_of_sessions(const plugin::Catalogue& methods,
                                                    const workflow::Catalogue& workflows,
                                                    const method::Definition& method, int count, std::uint64_t seed,
                                                    const text::Voice& voice) {
  const auto memory = store::open_memory();
  const Definitions library(*memory, methods, workflows);
  std::vector<std::vector<Command>> all;
  for (int number = 0; number < count; ++number) {
    OneSession session(library, method, seed + static_cast<std::uint64_t>(number), voice);
    session.play();
    all.push_back(std::move(session).bad().moves);
  }
  return all;
}

}  // namespace casus::service
