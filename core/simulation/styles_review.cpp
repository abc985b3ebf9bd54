// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/styles_review.hpp"

#include "core/base/fault.hpp"
#include "core/engine/explain/explain.hpp"
#include "core/engine/floor/course.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/engine/floor/phases.hpp"
#include "core/simulation/chance.hpp"
#include "core/simulation/command_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::simulation {

namespace {

using namespace std::chrono_literals;

/// More steps than any round has, and more answers of the engine than a step needs.
constexpr int kMostShownSteps = 200;
constexpr int kMostTries = 40;

class Review {
 public:
  Review(const engine::Library& library, const Participants& participants, const ReviewShow& show)
      : library_(library), participants_(participants), show_(show), now_(*time_from("2026-03-03T09:00:00Z")) {
    c_.id = "verzonnen";
    for (std::uint32_t i = 0; i < show.people.size(); ++i) {
      chances_.emplace_back(show.seed, Place{0, 0, i, 0}, Purpose::style);
      styles_[show.people[i].name] = participants.style(show.people[i].style);
    }
  }

  std::vector<ShownStep> all() {
    intake();
    for (int steps = 0; steps < kMostShownSteps; ++steps) {
      if (!go_on()) {
        end();
        return std::move(steps_);
      }
      in_step();
    }
    stuck("it takes too many steps");
  }

 private:
  [[noreturn]] void stuck(const std::string& why) const {
    throw Fault(Fault::Kind::definition, fmt::format("method '{}' cannot be shown: {}", show_.method, why));
  }

  const std::string& presenter() const { return show_.people[0].name; }
  const std::string& chair() const { return show_.people[1].name; }

  const Style* style_of(const std::string& name) const {
    const auto found = styles_.find(name);
    return found == styles_.end() ? nullptr : found->second;
  }

  /// Whether somebody does what their style has a chance of.
  bool does(const std::string& name, double Style::*chance) {
    const auto* style = style_of(name);
    if (style == nullptr) return false;
    for (std::size_t i = 0; i < show_.people.size(); ++i)
      if (show_.people[i].name == name) return chances_[i].happens(style->*chance);
    return false;
  }

  /// The next sentence of a kind: each is said once before one comes back.
  std::string sentence(const std::string& kind, const char* otherwise) {
    auto found = participants_.sentences.find(kind);
    if (found == participants_.sentences.end()) found = participants_.sentences.find(otherwise);
    auto& next = said_[found->first];
    return found->second[next++ % found->second.size()].in(show_.lang);
  }

  bool give(Command command) {
    command.case_id = c_.id;
    command.at = now_ += 1min;
    Deed deed{.by = command.by, .style = style_of(command.by), .command = command};
    auto decided = engine::decide(c_, command, library_);
    if (decided) {
      for (const auto& event : *decided) engine::evolve(c_, event);
      deed.events = std::move(*decided);
    } else {
      deed.refusal = std::move(decided.error());
    }
    const bool done = !deed.refusal;
    deed.after = c_;
    steps_.back().deeds.push_back(std::move(deed));
    return done;
  }

  bool give(const std::string& by, CommandBody body) {
    return give({{}, c_.id, by, now_, std::nullopt, std::move(body)});
  }

  bool say(const std::string& by, const std::string& kind, std::string text, std::string re = {}) {
    return give(by, Say{{.kind = kind, .text = std::move(text), .re = std::move(re)}});
  }

  void intake() {
    steps_.push_back({{}, {}, now_, {}});
    OpenCase open{.title = participants_.about.title.in(show_.lang),
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wmo,
                  .purpose = participants_.about.purpose.in(show_.lang),
                  .method = show_.method,
                  .mode = show_.mode};
    if (!give(presenter(), open)) stuck(steps_.back().deeds.back().refusal->reason.in(Lang::en));
    for (std::size_t i = 1; i < show_.people.size(); ++i) {
      AddParticipant add{.name = show_.people[i].name, .roles = {i == 1 ? Role::chair : Role::member}};
      (void)give(presenter(), add);
    }
  }

  const method::Step* step() const { return engine::step_here(c_, library_); }

  std::vector<std::string> speakers(const method::Step& step) const {
    std::vector<std::string> out;
    for (const auto* person : engine::speakers_in(c_, step, {})) out.push_back(person->name);
    return out;
  }

  std::vector<std::string> names(const std::vector<Role>& roles) const {
    std::vector<std::string> out;
    for (const auto* person : engine::with_any_role(c_, roles)) out.push_back(person->name);
    return out;
  }

  /// What a step's own people do, each by style; then whoever wants to answer.
  void in_step() {
    const auto* here = step();
    if (here == nullptr || here->floor.is_private) return;
    if (here->floor.order == method::Order::turns) in_turns(*here);
    else if (!here->kinds.empty())
      for (const auto& name : speakers(*here)) {
        interruptions(*here, name);
        if (!does(name, &Style::passes)) contribute(*here, name);
      }
  }

  void in_turns(const method::Step& here) {
    const auto all = speakers(here).size();
    for (std::size_t turn = 0; turn < all; ++turn) {
      const auto floors = engine::turns_now(c_, here);
      const auto now = floors[turn % floors.size()];
      const auto* person = now.said > 0 ? now.next : now.current;
      if (person == nullptr) return;
      const auto name = person->name;
      interruptions(here, name);
      if (does(name, &Style::passes)) (void)give(name, Pass{});
      else contribute(here, name);
    }
  }

  /// Others who cannot wait, while somebody has the floor.
  void interruptions(const method::Step& here, const std::string& speaker) {
    for (const auto& person : show_.people) {
      if (person.name == speaker || !does(person.name, &Style::jumps_in)) continue;
      const auto kind = here.kinds.empty() ? std::string("statement") : here.kinds.front();
      const bool asks = kind == "question" || kind == "follow_up";
      (void)say(person.name, kind, sentence(asks ? "question" : "opinion", "statement"));
      return;  // one at a time is enough for a table
    }
  }

  void contribute(const method::Step& here, const std::string& name) {
    if (here.kinds.empty()) return;
    const auto kind = here.kinds.front();
    const bool asks = kind == "question";
    if (does(name, &Style::advises)) (void)say(name, "advice", sentence("advice", "statement"));
    const bool disguised = asks && does(name, &Style::disguises);
    if (!say(name, kind, sentence(disguised ? "disguised" : kind, asks ? "question" : "statement"))) return;
    if (asks) answer(here);
    if (does(name, &Style::goes_on)) (void)say(name, kind, sentence(kind, asks ? "question" : "statement"));
  }

  /// Somebody who may answers the question that was asked last.
  void answer(const method::Step& here) {
    const auto id = c_.contributions.back().id;
    for (const auto& name : names(here.floor.answers)) {
      if (does(name, &Style::passes)) continue;
      (void)say(name, "answer", sentence("answer", "statement"), id);
      return;
    }
  }

  /// The chair goes on: by itself, else along the way that the engine gives. False at the end of the round.
  bool go_on() {
    const auto before = c_.visits.size();
    for (int tries = 0; tries < kMostTries; ++tries) {
      if (!evaluating() || !at_the_end()) {
        late_enough();
        if (move()) return true;
      }
      const auto found = engine::explain(c_, library_, chair(), now_, show_.lang);
      if (found.stuck) stuck(found.standing.in(Lang::en));
      const auto version = c_.version;
      for (const auto& command : found.way) {
        if (std::holds_alternative<StartRound>(command.body)) return false;
        if (std::holds_alternative<NextStep>(command.body)) break;  // tried again, with everything that happened since
        if (!give(in_words(command))) break;
      }
      if (c_.visits.size() > before) return true;
      if (c_.version == version && !move_with_reason()) stuck(found.standing.in(Lang::en));
      if (c_.visits.size() > before) return true;
    }
    stuck("the chair does not get on");
  }

  bool evaluating() const { return c_.stage.life == Life::open && c_.stage.phase == Phase::evaluation; }
  /// Whether no step of this phase comes any more.
  bool leads_out(const method::Definition& method) const {
    return step() != nullptr && engine::onward(c_, now_, library_, method, c_.stage.phase, *step()).step == nullptr;
  }
  bool at_the_end() const {
    const auto* method = library_.pinned_method(c_.method(c_.stage.phase));
    return method != nullptr && evaluating() && leads_out(*method);
  }

  /// A follow-up is held on its day, not in the same meeting.
  void late_enough() {
    const auto* workflow = library_.pinned_workflow(c_.workflow);
    const auto* method = library_.pinned_method(c_.method(c_.stage.phase));
    if (workflow == nullptr || method == nullptr || step() == nullptr || c_.stage.phase == Phase::plan_of_action)
      return;
    const bool last = leads_out(*method);
    const auto next = engine::phase_after(c_, library_, *workflow, c_.stage.phase);
    if (!last || next != Phase::evaluation || !c_.review_on) return;
    now_ = std::max(now_, Time(std::chrono::sys_days(*c_.review_on)) + 9h);
  }

  bool entered() {
    const auto* here = c_.here();
    if (here == nullptr) return false;
    steps_.push_back({here->phase, here->step, here->entered, {}});
    return true;
  }

  bool move() {
    const auto before = c_.visits.size();
    if (!give(engine::goes_on(c_, library_, chair()), NextStep{})) return false;
    return c_.visits.size() > before && entered();
  }

  bool move_with_reason() {
    const auto before = c_.visits.size();
    if (!give(engine::goes_on(c_, library_, chair()), NextStep{sentence("because", "text")})) return false;
    return c_.visits.size() > before && entered();
  }

  /// A command of the engine's way, with its example texts put into words and its names made up.
  Command in_words(Command command) {
    std::string kind(name_of(command.body));
    if (const auto* it = std::get_if<Say>(&command.body)) kind = it->kind;
    const bool names =
        std::holds_alternative<AddParticipant>(command.body) || std::holds_alternative<AddNetworkPerson>(command.body);
    bool first = true;
    each_text(command.body, [&](std::string& text) {
      if (!text.starts_with('[')) return;
      const auto known = named_.find(text);
      // The way calls the next newcomer as it called the one who came in under a name of their own.
      const bool next_one = names && first && known != named_.end() && c_.person(known->second) != nullptr;
      if (known != named_.end() && !(next_one && others_ < participants_.others.size())) {
        text = known->second;
      } else if (names && first && others_ < participants_.others.size()) {
        const auto sample = text;
        text = named_[sample] = participants_.others[others_++];
      } else {
        text = std::holds_alternative<AskQuestion>(command.body) && !first ? sentence("hoped_for", "text")
                                                                           : sentence(kind, "text");
      }
      first = false;
    });
    if (const auto known = named_.find(command.by); known != named_.end()) command.by = known->second;
    return command;
  }

  /// What came of the actions, what the resident hears, and the end.
  void end() {
    std::vector<std::string> open;
    for (const auto& action : c_.actions)
      if (action.state == Done::open) open.push_back(action.plan.id);
    for (const auto& id : open) (void)give(presenter(), FinishAction{{.action = id}});
    (void)give(presenter(), TellResident{sentence("TellResident", "text"), {}, {}});
    if (!give(chair(), CloseCase{}) && !give(chair(), CloseCase{sentence("because", "text")}))
      stuck("the case cannot be closed");
  }

  const engine::Library& library_;
  const Participants& participants_;
  const ReviewShow& show_;
  Time now_;
  Case c_;
  std::vector<Chance> chances_;
  std::map<std::string, const Style*> styles_;
  std::map<std::string, std::size_t> said_;
  std::map<std::string, std::string> named_;
  std::size_t others_ = 0;
  std::vector<ShownStep> steps_;
};

}  // namespace

std::vector<ShownStep> show_review(const engine::Library& library, const Participants& participants,
                                   const ReviewShow& show) {
  return Review(library, participants, show).all();
}

}  // namespace casus::simulation
