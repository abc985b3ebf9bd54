// SPDX-License-Identifier: EUPL-1.2
#include "core/report/history/naming.hpp"
#include "core/base/first_that.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include "core/method/course.hpp"
#include "core/model/ref_words.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/event_shown.hpp"
#include "core/report/history/taken_back_words.hpp"
#include "core/report/step_words.hpp"
#include "core/text/day_words.hpp"
#include "core/text/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::report {

using namespace text::literals;

std::string day(Date date, const text::Voice& voice) { return text::day_in_words(date, voice); }

namespace {

std::string and_again(const ActionFields& action, const text::Voice& voice) {
  const auto again = recurrence_from(action.repeats);
  return again ? ", " + text::again_in_words(*again, voice) : std::string();
}

}  // namespace

std::string due(const ActionFields& action, const text::Voice& voice) {
  return action.by_when ? day(*action.by_when, voice) + and_again(action, voice) : std::string();
}

std::string role_in_case(Role role, bool of_the_team, const text::Voice& voice) {
  return role == Role::member && !of_the_team ? text::say(voice, "naming.guest") : label(role, voice);
}

std::string due_in_full(const ActionFields& action, const text::Voice& voice) {
  return action.by_when ? text::day_in_full(*action.by_when, voice) + and_again(action, voice) : std::string();
}

std::string what_to_do(const ActionFields& action, const text::Voice& voice) {
  return action.tells_resident ? text::say(voice, "naming.tell_the_resident", "what"_is = action.what) : action.what;
}

std::string minutes(double value, const text::Voice& voice) {
  const auto shown = number(value, voice);
  return text::say(voice, "naming.minutes", "count"_is = shown == "1" ? 1 : 2, "number"_is = shown);
}

std::string spent_minutes(double value, const text::Voice& voice) {
  return value < 1 ? text::say(voice, "naming.less_than_a_minute") : minutes(std::round(value), voice);
}

std::string typed_by(const std::optional<Typist>& seat, const std::string& name, const text::Voice& voice) {
  if (!seat) return {};
  const auto who = !name.empty()            ? name
                   : !seat->account.empty() ? seat->account
                                            : text::say(voice, "naming.somebody_without_name");
  return text::say(voice, "naming.typed", "who"_is = who);
}

std::string capital(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string changed_mark(const Case& state, std::string_view ref, const Made& made, const text::Voice& voice) {
  const auto* mending = state.mended(ref, made.event);
  if (mending == nullptr) return {};
  if (mending->how == Mend::corrected || mending->earlier)  // of what has no name it stands beside the stay
    return state.is_anonymous(made) || state.is_anonymous(ref) ? std::string()
                                                               : text::msg("mending.mark_changed").in(voice);
  // It is still here, so only its text is gone.
  return mending->how == Mend::destroyed ? text::msg("mending.mark_destroyed").in(voice) : std::string();
}

std::string changed_mark(const Case& state, std::string_view ref, const text::Voice& voice) {
  return changed_mark(state, ref, {}, voice);
}

std::string Naming::taken_back(const TakenBack& mark) const {
  const auto* mending = state_.mended(mark.ref, mark.event);
  const auto visit = static_cast<std::size_t>(mark.visit);
  const auto method = mark.visit < 0 || visit >= state_.visits.size() ? std::string_view()
                                                                      : std::string_view(state_.visits[visit].method);
  const auto what =
      mark.kind.empty() ? taken_back_words(mark) : text::Message::verbatim(std::string(kind_name(method, mark.kind)));
  const bool unnamed = state_.is_anonymous(mark);
  const auto said = unnamed ? person(kSomebody) : person(mark.by);
  if (mending == nullptr || unnamed)  // when and by whom would say whose it was
    return text::msg("mending.taken_back_unknown", "who"_is = said, "what"_is = what,
                     "how"_is = label(mending == nullptr ? Mend::withdrawn : mending->how, voice_))
        .in(voice_);
  return text::msg("mending.taken_back", "who"_is = said, "what"_is = what, "how"_is = label(mending->how, voice_),
                   "by"_is = who(mending->by, mending->seat, mending->at), "day"_is = day(date_of(mending->at), voice_))
      .in(voice_);
}

std::string Naming::ref(std::string_view ref) const {
  if (const auto* one = state_.person(ref); one != nullptr && one->id == ref)
    return text::msg("mending.ref_name", "person"_is = person(ref)).in(voice_);
  // Without an id of its own it is called by its number in the history, which nobody knows it by: what was it?
  for (const auto& mark : state_.taken_back)
    if (std::to_string(mark.event) == ref) return taken_back_words(mark).in(voice_);
  return ref_words(ref).in(voice_);
}

std::string Naming::person(std::string_view id) const {
  if (id == "inwoner" || id == "resident") return text::say(voice_, "naming.resident");
  return state_.name_of(id, voice_);
}

std::string Naming::people(const std::vector<std::string>& ids) const {
  std::string out;
  for (const auto& id : ids) out += (out.empty() ? "" : ", ") + person(id);
  return out;
}

std::int64_t Naming::place_of(const Made& said) const {
  auto first = said.event;
  if (said.visit < 0 || !state_.is_anonymous(said)) return first;
  for (const auto& it : state_.contributions)
    if (it.visit == said.visit) first = std::min(first, it.event);
  return first;
}

std::string Naming::who(const Event& event) const {
  return is_unnamed(state_, event) ? person(kSomebody) : who(event.by, event.seat, event.at);
}

std::string Naming::who(const std::string& by, const std::optional<Typist>& seat, Time at) const {
  // From afar, in the own name: how sure that is.
  if (seat && seat->name == by) return fmt::format("{} ({})", person(by), label(seat->sureness, voice_));
  // Who typed it at the team that the case came from, and was not at its table, is no business of this one.
  if (seat && state_.person(seat->name) == nullptr)
    for (const auto& came : state_.came_from)
      if (at < came.at) return person(by) + text::say(voice_, "naming.typed_elsewhere", "team"_is = came.what.team);
  return person(by) + typed_by(seat, seat ? person(seat->name) : std::string(), voice_);
}

std::string Naming::role_of(std::string_view method_id, Role role, bool of_the_team) const {
  const auto* definition = method(method_id);
  if (definition == nullptr || (role == Role::member && !of_the_team)) return role_in_case(role, of_the_team, voice_);
  return role_name(*definition, role, voice_);
}

std::string Naming::role(Role role, bool of_the_team) const {
  return role_of(state_.method(state_.stage.phase).id, role, of_the_team);
}

std::string Naming::role_then(Role role, bool of_the_team, Time at) const {
  if (state_.visits.empty()) return this->role(role, of_the_team);
  const auto* then = &state_.visits.front();
  for (const auto& visit : state_.visits)
    if (visit.entered <= at) then = &visit;
  return role_of(then->method, role, of_the_team);
}

const method::Definition* Naming::method(std::string_view id) const {
  const auto pin = std::ranges::find(state_.methods, id, &Pin::id);
  if (pin != state_.methods.end())
    if (const auto* found = definitions_.method(*pin)) return found;
  return definitions_.method(Pin{std::string(id), "", ""});
}

bool Naming::about_resident() const {
  return std::ranges::any_of(state_.methods, [&](const Pin& pin) {
    const auto* definition = definitions_.method(pin);
    return definition == nullptr || definition->about_resident;
  });
}

const method::Step* Naming::step(const Visit& visit) const {
  const auto* definition = method(visit.method);
  return definition == nullptr ? nullptr : definition->step(visit.phase, visit.step);
}

std::string Naming::method_name(const Pin& pin) const {
  const auto* definition = definitions_.method(pin);
  return definition == nullptr || definition->name.empty() ? pin.id : definition->name.in(voice_);
}

std::string Naming::method_name(std::string_view id) const {
  const auto* definition = method(id);
  return definition == nullptr || definition->name.empty() ? std::string(id) : definition->name.in(voice_);
}

std::string Naming::workflow_name() const {
  const auto* definition = workflow();
  return definition == nullptr || definition->name.empty() ? state_.workflow.id : definition->name.in(voice_);
}

std::string Naming::step_name(Phase phase, std::string_view method_id, std::string_view step) const {
  const auto* definition = method(method_id);
  const auto* found = definition == nullptr ? nullptr : definition->step(phase, step);
  return found == nullptr || found->name.empty() ? std::string(step) : found->name.in(voice_);
}

std::string Naming::step_name(Phase phase, std::string_view method, std::string_view step, std::string_view about,
                              int again) const {
  auto name = step_name(phase, method, step);
  if (about.empty() && again == 0) return name;
  const auto what = this->about(about);
  if (what.empty()) return text::say(voice_, "naming.time", "step"_is = name, "time"_is = again + 1);
  return text::say(voice_, "naming.time_about", "step"_is = name, "time"_is = again + 1, "about"_is = what);
}

std::string Naming::about(std::string_view id) const {
  constexpr std::size_t kQuote = 60;
  const auto said = std::ranges::find(state_.contributions, id, &Contribution::id);
  if (said != state_.contributions.end()) {
    if (!is_shown(state_, *said)) return {};
    // Of a record its text says which one it is; all its fields would be cut off halfway.
    return page::clipped(page::one_line(said->text.empty() ? words(*said) : said->text), kQuote);
  }
  return state_.entry(id) == nullptr ? std::string() : person(id);
}

Naming::Passed Naming::passed(const PassedStep& it, Phase phase, std::string_view method_id) const {
  const std::string_view id = it.phase == phase ? method_id : std::string_view(state_.method(it.phase).id);
  const auto* definition = method(id);
  if (it.step.empty()) {
    const auto* why =
        definition == nullptr || !definition->leaves_out(it.phase) ? nullptr : &*definition->leaves_out(it.phase);
    return {std::string(label(it.phase, voice_)), why == nullptr ? "" : why->in(voice_), true};
  }
  const auto* found = definition == nullptr ? nullptr : definition->step(it.phase, it.step);
  return {step_name(it.phase, id, it.step), found == nullptr ? std::string() : comes_if(*definition, it.phase, *found)};
}

std::string Naming::comes_if(const method::Definition& definition, Phase phase, const method::Step& step) const {
  if (step.when) return step.when->text.in(voice_);
  const auto& steps = definition.steps(phase);
  const auto repeat = method::repeated_at(steps, static_cast<std::size_t>(&step - steps.data()));
  if (!repeat || !repeat->how->for_each) return {};
  if (const auto& when = steps[repeat->first].when) return when->text.in(voice_);
  const auto& each = *repeat->how->for_each;
  if (each.role)
    return text::say(voice_, "naming.somebody_to_go_through", "what"_is = role_name(definition, *each.role, voice_));
  return text::say(voice_, "naming.something_to_go_through",
                   "what"_is = method::kind_label(&definition, each.kind, voice_));
}

std::string Naming::branch_name(const Made& made, std::string_view branch) const {
  const auto place = static_cast<std::size_t>(made.visit);
  const auto* here = made.visit < 0 || place >= state_.visits.size() ? nullptr : step(state_.visits[place]);
  if (here != nullptr && here->menu)
    for (const auto& one : here->menu->branches)
      if (one.id == branch) return one.name.in(voice_);
  return std::string(branch);
}

std::string Naming::kind_name(std::string_view method_id, std::string_view kind) const {
  return std::string(method::kind_label(method(method_id), kind, voice_));
}

std::string Naming::kind_name(const Contribution& contribution) const {
  return kind_name(method_of(contribution), contribution.kind);
}

namespace {

/// What no method says, as it holds for each; empty for what is not known.
std::string common_requirement(std::string_view id, const text::Voice& voice) {
  if (id == "question") return text::say(voice, "requirement.question");
  if (id == "hoped-for") return text::say(voice, "requirement.hoped_for");
  if (id == "chair") return text::say(voice, "requirement.chair");
  if (id == "presenter") return text::say(voice, "requirement.presenter");
  if (id == "review-date") return text::say(voice, "requirement.review_date");
  if (id == "network-first") return text::say(voice, "requirement.network_first");
  if (id == "resident-told") return text::say(voice, "requirement.resident_told");
  if (id == "branch-chosen") return text::say(voice, "requirement.branch_chosen");
  if (id == "again-chosen") return text::say(voice, "requirement.again_chosen");
  if (id == "everyone-had-a-turn") return text::say(voice, "requirement.everyone_had_a_turn");
  return {};
}

}  // namespace

std::string Naming::requirement(const Visit& visit, std::string_view id) const {
  const auto in = [&](const std::vector<method::Requirement>& list) -> const method::Requirement* {
    return with_id(list, id);
  };
  const method::Requirement* found = nullptr;
  if (const auto* here = step(visit)) found = in(here->done_when);
  if (const auto* flow = workflow(); flow != nullptr && found == nullptr) {
    for (const auto& rule : flow->phases)
      if (found == nullptr && rule.phase == visit.phase) found = in(rule.done_when);
    if (found == nullptr) found = in(flow->close_when);
  }
  if (found != nullptr && !found->text.empty()) return found->text.in(voice_);
  const auto common = common_requirement(id, voice_);
  return common.empty() ? text::say(voice_, "naming.rule_of_the_method") : common;
}

std::string Naming::method_with_status(std::string_view id) const {
  const auto* definition = method(id);
  return definition == nullptr ? method_name(id) : name_with_status(*definition, voice_);
}

std::vector<std::string> Naming::sources() const {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < kPhases; ++i) {
    const auto& pin = state_.methods[i];
    if (pin.id.empty() ||
        std::find(state_.methods.begin(), state_.methods.begin() + i, pin) != state_.methods.begin() + i)
      continue;
    const auto* definition = definitions_.method(pin);
    auto line = definition == nullptr ? method_name(pin) : name_with_status(*definition, voice_);
    std::vector<text::Message> phases;  // in the order of the workflow, where it is known
    std::vector<Phase> order(kAllPhases.begin(), kAllPhases.end());
    if (workflow() != nullptr)
      std::ranges::transform(workflow()->phases, order.begin(), [](const auto& rule) { return rule.phase; });
    for (const auto phase : order)
      if (state_.method(phase) == pin) phases.push_back(text::label(phase));
    if (std::ranges::count(state_.methods, pin) < static_cast<std::ptrdiff_t>(kPhases))
      line += text::say(voice_, "naming.for", "phases"_is = text::all_of(std::move(phases)));
    if (definition != nullptr && !definition->status_note.empty()) line += ". " + definition->status_note.in(voice_);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> Naming::missing() const {
  std::vector<std::string> lines;
  std::vector<std::string_view> ids;
  const auto note = [&](std::string_view id) {
    if (id.empty() || std::ranges::find(ids, id) != ids.end()) return;
    ids.push_back(id);
    lines.push_back(text::say(voice_, "naming.method_missing", "method"_is = std::string(id)));
  };
  for (const auto& pin : state_.methods)
    if (definitions_.method(pin) == nullptr) note(pin.id);
  for (const auto& visit : state_.visits)
    if (method(visit.method) == nullptr) note(visit.method);
  if (!state_.workflow.id.empty() && workflow() == nullptr)
    lines.push_back(text::say(voice_, "naming.workflow_machine", "workflow"_is = state_.workflow.id));
  return lines;
}

std::string Naming::standing() const {
  const auto& stage = state_.stage;
  if (state_.given_over) return text::say(voice_, "transfer.standing", "team"_is = state_.given_over->what.team);
  std::string out(label(stage.life, voice_));
  if (stage.life == Life::intake || stage.life == Life::erased) return out;
  out += fmt::format(", {} {}, {}", text::say(voice_, "naming.round"), state_.round, label(stage.phase, voice_));
  // Without what it is about: who may know where a case stands may not read what was said in it.
  if (const auto* visit = state_.here()) out += ": " + step_name(visit->phase, visit->method, visit->step);
  return out;
}

std::string Naming::safety() const {
  const auto& stage = state_.given_over ? state_.given_over->before : state_.stage;  // it went along
  // Who closes a concern does not unsay it: what was reported stays said.
  const auto& notes = state_.safety_notes;
  const auto closed =
      std::find_if(notes.rbegin(), notes.rend(), [](const SafetyNote& note) { return note.level == Safety::clear; });
  if (stage.safety == Safety::clear && closed != notes.rend())
    return text::say(voice_, "naming.concern_closed", "day"_is = day(date_of(closed->at), voice_));
  std::string out(label(stage.safety, voice_));
  if (stage.safety == Safety::acute) out += text::say(voice_, "naming.safety_comes_first_method_stands");
  else if (stage.safety == Safety::concern)
    out += text::say(voice_, "naming.step_meldcode", "meldcode_step"_is = stage.meldcode_step,
                     "meldcode_steps"_is = kMeldcodeSteps);
  return out;
}

}  // namespace casus::report
