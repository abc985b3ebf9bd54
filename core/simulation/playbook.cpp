// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/playbook.hpp"

#include "core/base/fault.hpp"
#include "core/engine/engine.hpp"
#include "core/engine/explain/explain.hpp"
#include "core/engine/floor/phases.hpp"
#include "core/simulation/command_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::simulation {

namespace {

using namespace std::chrono_literals;

/// More moves than two rounds of a method of a sensible size take.
constexpr int kMostPlaybookMoves = 400;

/// Plays the method on one case and writes down how.
class PlaybookWriter {
 public:
  PlaybookWriter(const engine::Library& library, const std::string& method, int people)
      : library_(library), now_(*time_from("2026-01-05T09:00:00Z")) {
    book_.method = method;
    book_.people = people;
    c_.id = "draaiboek";
  }

  Playbook write() {
    open();
    bool again = false;
    for (int moves = 0; moves < kMostPlaybookMoves; ++moves) {
      const auto found = engine::explain(c_, library_, kPresenterName, now_, Lang::nl);
      if (found.stuck || found.way.empty()) stuck(found.standing.in(Lang::en));
      for (const auto& command : found.way) {
        if (std::holds_alternative<NextStep>(command.body)) {
          leave(command);
          enter(again);
        } else if (std::holds_alternative<StartRound>(command.body)) {
          StartRound round = std::get<StartRound>(command.body);
          const auto* workflow = library_.pinned_workflow(c_.workflow);
          const auto first = engine::first_phase(c_, library_, *workflow);
          const auto second = engine::phase_after(c_, library_, *workflow, first);
          if (second && *second != c_.stage.phase) round.phase = second;
          auto begin = command;
          begin.body = round;
          leave(begin);
          if (again) return std::move(book_);
          again = true;
          // A round is looked back on when its day has come, so the next one asks for a day of its own (R10).
          if (c_.review_on) now_ = std::max(now_, Time(std::chrono::sys_days(plus_days(*c_.review_on, 1))) + 9h);
          enter(again);
        } else {
          line(command);
        }
      }
    }
    stuck("it takes too many moves");
  }

 private:
  [[noreturn]] void stuck(const std::string& why) const {
    throw Fault(Fault::Kind::definition, fmt::format("method '{}' with {} people at the table cannot be simulated: {}",
                                                     book_.method, book_.people, why));
  }

  void open() {
    OpenCase open{.title = "Verzonnen casus uit een simulatie",
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wmo,
                  .purpose = "Doorrekenen wat een regel of agenda doet.",
                  .method = book_.method};
    book_.open = {{}, c_.id, kPresenterName, now_, std::nullopt, CommandBody(open)};
    (void)done(book_.open);
    book_.workflow = c_.workflow.id;
    const auto join = [&](std::string name, Role role) {
      AddParticipant add{.name = std::move(name), .roles = {role}};
      line({{}, c_.id, kPresenterName, now_, std::nullopt, CommandBody(add)});
    };
    join(kChairName, Role::chair);
    for (int i = 1; i + 1 < book_.people; ++i) join(fmt::format("Lid {}", i), Role::member);
  }

  Events done(Command command) {
    command.at = now_ += 1min;
    auto events = engine::decide(c_, command, library_);
    if (!events) stuck(events.error().reason.in(Lang::en));
    for (const auto& event : *events) engine::evolve(c_, event);
    return std::move(*events);
  }

  std::vector<Line>& lines() { return steps_ == nullptr ? book_.intake : steps_->back().lines; }

  void line(const Command& command) {
    Line line{.number = book_.lines++, .command = command};
    line.command.at = now_ + 1min;
    std::size_t place = 0;
    each_text(line.command.body, [&](std::string& text) {
      if (const auto known = made_by_.find(text); known != made_by_.end()) line.links.push_back({place, known->second});
      for (const auto& person : c_.people)
        if (person.id == text) text = person.name;
      ++place;
    });
    const auto events = done(command);
    remember(line, events, made_);
    if (line.number < made_.size() && !made_[line.number].empty()) made_by_[made_[line.number]] = line.number;
    lines().push_back(std::move(line));
  }

  /// The move out of what was just written; first it is tried which lines it can do without.
  void leave(const Command& move) {
    if (steps_ != nullptr) {
      auto& script = steps_->back();
      for (std::size_t i = 0; i < script.lines.size(); ++i) script.lines[i].without = without(script, i, move);
    }
    (void)done(move);
  }

  Line::Without without(const StepScript& script, std::size_t left_out, const Command& move) const {
    if (holds_without(script, left_out, move, false)) return Line::Without::fine;
    if (std::holds_alternative<Say>(script.lines[left_out].command.body) && holds_without(script, left_out, move, true))
      return Line::Without::passes;
    return Line::Without::never;
  }

  bool holds_without(const StepScript& script, std::size_t left_out, const Command& move, bool passing) const {
    auto copy = at_entry_;
    auto made = made_at_entry_;
    const auto take = [&](Command command) -> std::optional<Events> {
      command.at = std::max(command.at, copy.changed_at);
      auto events = engine::decide(copy, command, library_);
      if (!events) return std::nullopt;
      for (const auto& event : *events) engine::evolve(copy, event);
      return std::move(*events);
    };
    for (std::size_t i = 0; i < script.lines.size(); ++i) {
      const auto& line = script.lines[i];
      auto command = command_of(line, made, c_.id, line.command.at);
      if (i == left_out) {
        if (!passing) continue;
        command = line.command;
        command->body = Pass{};
      }
      if (!command) return false;
      const auto events = take(*command);
      if (!events) return false;
      if (i != left_out) remember(line, *events, made);
    }
    auto because = move;
    because.at = now_;
    std::visit(
        [](auto& body) {
          if constexpr (requires { body.because; }) body.because = "tijd";
        },
        because.body);
    return take(because).has_value();
  }

  void enter(bool again) {
    steps_ = again ? &book_.again : &book_.first;
    const auto* here = c_.here();
    const auto* method = library_.pinned_method(c_.method(c_.stage.phase));
    const auto* step = here == nullptr || method == nullptr ? nullptr : method->step(here->phase, here->step);
    if (step == nullptr) stuck("a step is not in the method");
    auto& script = steps_->emplace_back();
    script.phase = here->phase;
    script.step = here->step;
    script.recorded = !step->floor.is_private;
    script.minutes = step->minutes;
    if (step->minutes_per_person)
      script.minutes *= static_cast<double>(std::ranges::count_if(c_.people, [&](const Person& person) {
        return person.at_table() &&
               std::ranges::any_of(step->floor.speakers, [&](Role role) { return person.has(role); });
      }));
    at_entry_ = c_;
    made_at_entry_ = made_;
  }

  const engine::Library& library_;
  Time now_;
  Case c_;
  Playbook book_;
  std::vector<StepScript>* steps_ = nullptr;
  MadeIds made_;
  std::map<std::string, std::size_t> made_by_;
  Case at_entry_;
  MadeIds made_at_entry_;
};

}  // namespace

std::optional<Command> command_of(const Line& line, const MadeIds& made, const std::string& case_id, Time at) {
  for (const auto& link : line.links)
    if (link.line >= made.size() || made[link.line].empty()) return std::nullopt;
  auto command = line.command;
  command.case_id = case_id;
  command.at = at;
  if (!line.links.empty()) {
    std::size_t place = 0;
    each_text(command.body, [&](std::string& text) {
      for (const auto& link : line.links)
        if (link.text == place) text = made[link.line];
      ++place;
    });
  }
  const auto shift = days_between(date_of(line.command.at), date_of(at));
  if (shift != 0)
    std::visit(
        [&](auto& body) { fields::walk(body, [&](std::string_view, Date& day) { day = plus_days(day, shift); }); },
        command.body);
  return command;
}

void remember(const Line& line, const Events& events, MadeIds& made) {
  for (const auto& event : events)
    std::visit(
        [&](const auto& body) {
          if constexpr (requires { body.id; }) {
            if (made.size() <= line.number) made.resize(line.number + 1);
            made[line.number] = body.id;
          }
        },
        event.body);
}

Playbook playbook(const engine::Library& library, const std::string& method, int people) {
  return PlaybookWriter(library, method, people).write();
}

}  // namespace casus::simulation
