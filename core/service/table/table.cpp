// SPDX-License-Identifier: EUPL-1.2
#include "core/service/table/table.hpp"

#include "core/base/first_that.hpp"
#include "core/engine/access/around.hpp"
#include "core/engine/engine.hpp"
#include "core/engine/floor/course.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/floor_limits.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/method/phrases.hpp"
#include "core/method/vocabulary.hpp"
#include "core/model/case/stays.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/step_words.hpp"
#include "core/service/library_definitions.hpp"
#include "core/service/table/saying_kind.hpp"
#include "core/service/table/table_course.hpp"
#include "core/service/table/table_kinds.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::service {

namespace {

using std::chrono::seconds;

class Seen {
 public:
  Seen(const Case& state, const engine::Library& library, Time now, const text::Voice& voice,
       const std::vector<Sitting>* sittings)
      : c_(state),
        library_(library),
        definitions_(library),
        names_(state, definitions_, voice),
        now_(std::max(now, state.changed_at)),
        sittings_(sittings) {}

  /// `goes_on`: with what going on would need.
  Table table(std::string_view chair, bool goes_on) {
    t_.case_id = c_.id;
    t_.version = c_.version;
    t_.stage = c_.stage;
    const auto* step = step_now();
    t_.acting = acting(chair);
    t_.notes_beside = c_.mode == Mode::coaching;
    t_.resident_here = c_.with(Role::resident) != nullptr;
    t_.safety = names_.safety();
    if (goes_on) door(step);
    if (step != nullptr && c_.stage.life == Life::open) {
      for (const auto* person : engine::who_lead(c_, step)) t_.leaders.push_back(names_.person(person->id));
      t_.private_time = step->floor.is_private;
      if (t_.private_time) return std::move(t_);
    }
    t_.title = c_.title;
    t_.question = c_.question;
    t_.hoped_for = c_.hoped_for;
    if (const auto* presenter = c_.with(Role::presenter)) t_.presenter = presenter->name;
    t_.standing = names_.standing();
    t_.method = method_with_source();
    seats(step);
    if (step != nullptr) this->step(*step);
    for (const auto& action : c_.actions)
      if (action.state == Done::open)
        t_.open_actions.push_back({action.plan.id, page::one_line(action.plan.what),
                                   action.plan.who.empty() ? std::string() : names_.person(action.plan.who),
                                   action.plan.checks.empty() ? std::string() : names_.person(action.plan.checks),
                                   action.plan.by_when, !action.plan.repeats.empty()});
    if (goes_on) said();
    return std::move(t_);
  }

 private:
  const text::Voice& voice() const { return names_.voice(); }

  const method::Step* step_now() {
    const auto* visit = c_.here();
    if (visit == nullptr || c_.stage.life == Life::erased) return nullptr;
    definition_ = library_.pinned_method(c_.method(visit->phase));
    const auto* step = definition_ == nullptr ? nullptr : definition_->step(visit->phase, visit->step);
    t_.stepless = step == nullptr;
    return step;
  }

  TypedIn typed_in(int visit) const {
    if (visit < 0 || c_.visits[static_cast<std::size_t>(visit)].anonymous) return {};
    const auto& stay = c_.visits[static_cast<std::size_t>(visit)];
    const auto first = std::ranges::find_if(c_.visits, [&](const Visit& one) { return same_time(one, stay); });
    return {static_cast<int>(first - c_.visits.begin()), stay.step};
  }

  std::string acting(std::string_view chair) const {
    const auto* person = c_.person(chair);
    if (person == nullptr || !person->at_table()) person = c_.with(Role::chair);
    // A colleague before those around: what the talk comes to is a colleague's to write down.
    if (person == nullptr) person = first_that(c_.people, engine::is_colleague_here);
    if (person == nullptr) person = first_that(c_.people, &Person::at_table);
    return person == nullptr ? std::string() : person->name;
  }

  std::string method_with_source() const {
    const auto& pin = c_.method(c_.stage.phase);
    const auto* method = library_.pinned_method(pin);
    if (method == nullptr) return pin.id;
    return report::name_with_status(*method, voice());
  }

  void seats(const method::Step* step) {
    const auto here = c_.visit_index();
    for (const auto& person : c_.people) {
      if (person.away && person.has_seat()) t_.away.push_back(names_.person(person.id));
      if (!person.at_table()) continue;
      Seat seat{person.id, names_.person(person.id), {}};
      for (const auto role : person.roles)
        seat.roles +=
            (seat.roles.empty() ? "" : ", ") + (definition_ == nullptr || (role == Role::member && !person.team_member)
                                                    ? report::role_in_case(role, person.team_member, voice())
                                                    : report::role_name(*definition_, role, voice()));
      if (step != nullptr) {
        const auto part = engine::part_in_talk(c_, *step, person);
        seat.speaks = part.speaks;
        seat.answers = part.answers;
        seat.kinds = engine::kinds_for(c_, *step, person);
        seat.asked = engine::question_to_answer(c_, person) != nullptr;
        if (const auto* question = open_question(c_, person); question != nullptr && report::is_shown(c_, *question))
          seat.question = page::one_line(question->text);
        const auto group = engine::group_of(c_, person.id);
        seat.group = names_.group_number(group);
        const auto turn = engine::turn_shown(c_, *step, group);
        seat.has_turn = turn.current == &person;
        seat.is_next = turn.next == &person && turn.next != turn.current;
      }
      seat.said = static_cast<int>(std::ranges::count_if(c_.contributions, [&](const Contribution& it) {
        return it.visit == here && here >= 0 && it.by == person.id && it.kind != method::kUnplacedKind &&
               report::is_shown(c_, it);
      }));
      seat.passed = std::ranges::any_of(
          c_.turns, [&](const Turn& it) { return it.visit == here && it.by == person.id && it.passed; });
      t_.seats.push_back(std::move(seat));
    }
  }

  void step(const method::Step& step) {
    const auto& visit = *c_.here();
    t_.in_step = true;
    t_.step = step.name.in(voice());
    t_.phase = label(visit.phase, voice());
    show_course(t_, c_, now_, library_, *definition_, step, names_);
    t_.floor = report::floor_in_words(*definition_, step.floor, voice(), step.parallel.has_value());
    if (step.parallel) t_.floor = report::parallel_in_words(*definition_, step, voice()) + "; " + t_.floor;
    show_kinds(t_, c_, library_, *definition_, step, voice());
    for (const auto& prompt : step.prompts)
      t_.prompts.push_back(prompt.in(voice()) + report::mark_note(prompt.mark, voice()));
    if (!step.records.empty()) t_.records = step.records.in(voice()) + report::mark_note(step.records.mark, voice());
    t_.advice_locked = step.advice_waits();
    if (step.choice_moves) t_.choice_gives = report::role_name(*definition_, *step.choice_moves, voice());
    t_.hidden = step.floor.hidden;
    t_.takes_scores = !step.floor.hidden || step.floor.holds_for(method::Beside::scores);
    t_.unnamed = visit.anonymous;
    t_.typed = typed_in(c_.visit_index());
    t_.time = countdown(engine::planned_minutes(c_, step), spent_in(visit));
  }

  /// Time at the table alone: not what passed while the meeting spoke of something else.
  seconds spent_in(const Visit& visit) const {
    if (sittings_ == nullptr) {
      auto spent = now_ - visit.entered - visit.idle;
      if (visit.idle_since) spent -= now_ - *visit.idle_since;
      return spent;
    }
    seconds spent{0};
    for (const auto& sitting : *sittings_) {
      const auto from = std::max(sitting.from, visit.entered);
      const auto to = sitting.to.value_or(now_);
      if (to > from) spent += to - from;
    }
    return spent;
  }

  /// What `next` would say now, from the engine itself.
  void door(const method::Step* step) {
    if (c_.stage.life == Life::erased || t_.acting.empty()) return;
    Command next{.case_id = c_.id, .by = engine::goes_on(c_, step, t_.acting), .at = now_, .body = NextStep{}};
    auto decided = engine::decide(c_, next, library_);
    if (decided) return;
    if (decided.error().missing.empty()) t_.no_way = std::move(decided.error());
    else if (step == nullptr || !step->floor.is_private) t_.missing = std::move(decided.error().missing);
  }

  bool in_round(const Made& made) const {
    const auto visit = static_cast<std::size_t>(made.visit);
    return made.visit < 0 ? c_.round == 1 : visit < c_.visits.size() && c_.visits[visit].round == c_.round;
  }

  struct Line {
    const Made* made;
    Time at;
    SaidLine line;
  };

  /// What is said, recorded or scored: by nobody, at no moment, where names are kept back.
  void add_said(std::vector<Line>& lines, const Made& made, const std::string& id, std::string kind,
                const std::string& text, const std::vector<Noticed>& noticed = {}) {
    const auto before = lines.size();
    const bool unnamed = c_.is_anonymous(made);
    add(lines, made, id, std::move(kind), text, unnamed ? std::vector<Noticed>() : noticed);
    if (!unnamed || lines.size() == before) return;
    lines.back().at = c_.said_at(made);
    lines.back().line.who = names_.said_by(made);
  }

  void add(std::vector<Line>& lines, const Made& made, std::string id, std::string kind, const std::string& text,
           const std::vector<Noticed>& noticed = {}) {
    if (!in_round(made)) return;
    const auto mark = report::changed_mark(c_, id, made, voice());
    lines.push_back({&made,
                     made.at,
                     {std::move(id),
                      names_.person(made.by),
                      std::move(kind),
                      page::one_line(text) + mark,
                      {},
                      made.visit >= 0 && made.visit == c_.visit_index(),
                      noticed,
                      text}});
  }

  /// The words alone of the line that was added last; `before` is how many there were before it.
  static void put_words(std::vector<Line>& lines, std::size_t before, const std::string& words) {
    if (lines.size() > before) lines.back().line.words = words;
  }

  std::string action_words(const Action& action) const {
    auto out = action.plan.what;
    if (!action.plan.who.empty()) out = names_.person(action.plan.who) + ": " + out;
    if (action.plan.by_when)
      out += fmt::format(" ({} {})", text::say(voice(), "table.by"), report::day(*action.plan.by_when, voice()));
    return out;
  }

  std::string kind_and_group(const Contribution& it) const {
    const auto number = names_.group_number(it.group);
    if (number == 0) return names_.kind_name(it);
    return text::say(voice(), "groups.kind_in", "kind"_is = names_.kind_name(it), "number"_is = number);
  }

  void said() {
    std::vector<Line> lines;
    for (const auto& it : c_.contributions) {
      if (it.kind == method::kUnplacedKind) {
        if (it.text.empty() || !report::is_shown(c_, it)) continue;
        auto& line = t_.unplaced.emplace_back(it.id);
        line.text = it.text;
        line.typed = typed_in(it.typed_visit < 0 ? it.visit : it.typed_visit);
        continue;
      }
      if (!in_round(it)) continue;
      if (!report::is_shown(c_, it)) {
        ++t_.hidden_count;
        continue;
      }
      const auto before = lines.size();
      add_said(lines, it, it.id, kind_and_group(it), names_.words(it), it.noticed);
      put_words(lines, before, it.text);
      if (lines.size() > before) lines.back().line.record = it.is_record();
    }
    for (const auto& it : c_.scores) {
      if (!report::is_shown(c_, it)) continue;
      const auto before = lines.size();
      add_said(lines, it, it.given.id, label(it.given.scale, voice()),
               fmt::format("{}. {}", it.given.value, it.given.evidence));
      put_words(lines, before, it.given.evidence);
    }
    for (const auto& it : c_.goals) add(lines, it, it.set.id, text::say(voice(), "table.goal"), it.set.text);
    for (const auto& it : c_.actions) {
      const auto before = lines.size();
      add(lines, it, it.plan.id, text::say(voice(), "table.action"), action_words(it));
      put_words(lines, before, it.plan.what);
    }
    for (const auto& it : c_.decisions) {
      const auto before = lines.size();
      add(lines, it, it.raised.id, text::say(voice(), "table.decision"),
          it.taken ? it.raised.question + ' ' + it.taken->outcome : it.raised.question);
      put_words(lines, before, it.raised.question);
    }
    for (const auto& it : c_.evaluations) add(lines, it, {}, text::say(voice(), "table.what_better"), it.said.better);
    std::vector<Line*> in_order;
    for (auto& line : lines) in_order.push_back(&line);
    std::ranges::stable_sort(in_order, {}, [](const Line* it) { return std::pair(it->made->visit, it->at); });
    int last = -2;
    for (auto* const one : in_order) {
      auto& [made, at, line] = *one;
      if (made->visit != last && made->visit >= 0)
        line.step = names_.step_name(c_.visits[static_cast<std::size_t>(made->visit)]);
      last = made->visit;
      t_.said.push_back(std::move(line));
    }
  }

  const Case& c_;
  const engine::Library& library_;
  LibraryDefinitions definitions_;
  report::Naming names_;
  Time now_;
  const std::vector<Sitting>* sittings_;
  const method::Definition* definition_ = nullptr;
  Table t_;
};

}  // namespace

Countdown countdown(double planned_minutes, seconds spent) {
  Countdown clock;
  spent = std::max(spent, seconds(0));
  if (spent > std::chrono::minutes(static_cast<int>(report::kOneSitting))) {
    clock.pace = Countdown::Pace::stale;
    return clock;
  }
  if (planned_minutes <= 0) return clock;
  clock.planned = seconds(static_cast<std::int64_t>(planned_minutes * 60));
  clock.left = clock.planned - spent;
  const auto warned = std::max(clock.planned / 5, std::min(clock.planned, seconds(60)));
  clock.pace = clock.left < seconds(0) ? Countdown::Pace::over
               : clock.left <= warned  ? Countdown::Pace::nearly
                                       : Countdown::Pace::running;
  return clock;
}

const Seat* Table::turn() const {
  const auto found = std::ranges::find_if(seats, &Seat::has_turn);
  return found == seats.end() || groups.size() > 1 ? nullptr : &*found;
}

const Seat* Table::next_turn() const { return first_that(seats, &Seat::is_next); }

Table table(const Case& state, const engine::Library& library, Time now, const text::Voice& voice,
            std::string_view chair, const std::vector<Sitting>* sittings) {
  return Seen(state, library, now, voice, sittings).table(chair, true);
}

Table table_as_read(const Case& state, const engine::Library& library, Time now, const text::Voice& voice) {
  return Seen(state, library, now, voice, nullptr).table({}, false);
}

}  // namespace casus::service
