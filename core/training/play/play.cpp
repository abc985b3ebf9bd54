// SPDX-License-Identifier: EUPL-1.2
#include "core/training/play/play.hpp"

#include "core/engine/refusing.hpp"
#include "core/engine/remarks/readable.hpp"
#include "core/training/debrief/withheld.hpp"
#include "core/training/play/called.hpp"
#include "core/training/play/what_is_asked.hpp"

#include <algorithm>

namespace casus::training {

const Beat& Play::take(Move move) {
  Beat beat{.number = static_cast<int>(beats_.size()) + 1};
  if (auto bare = without_texts(move)) beat.move = std::move(*bare);
  else beat.move = std::move(move);
  // The clock in the log goes first: what comes due by then has happened when the move is made.
  static const std::vector<std::string> kNothingYet;
  heard_ = beat.move.heard ? &kNothingYet : nullptr;
  if (beat.move.at && *beat.move.at > now_.clock) move_clock(*beat.move.at, beat.came_out);
  if (beat.move.heard) heard_ = &*beat.move.heard;
  beat.at = now_.clock;
  beat_ = beat.number;
  if (const auto* here = now_.state.here()) beat.step = here->step, beat.method = here->method;
  auto done = apply(beat);
  if (done) {
    beat.events = std::move(*done);
    settle(beat.came_out);
  } else {
    beat.refusal = std::move(done.error());
  }
  heard_ = nullptr;
  beats_.push_back(std::move(beat));
  return beats_.back();
}

Play::Done Play::apply(Beat& beat) {
  // It is printed as theirs.
  if (is_of_trainer(beat.move.body) && trimmed(beat.move.by).empty())
    return engine::refuse("WhoIsThis", "", text::msg("play_moves.whose_is_this"),
                          text::msg("play_moves.whose_is_this_do"));
  return std::visit(
      [&](const auto& body) -> Done {
        // The engine looks at the texts of a command; those beside it are kept in the log all the same.
        if constexpr (!std::is_same_v<std::decay_t<decltype(body)>, CommandBody>)
          if (auto refusal = engine::unreadable(body)) return failure(std::move(*refusal));
        return apply_body(beat, body);
      },
      beat.move.body);
}

Play::Done Play::apply_body(Beat&, const Withheld& body) { return failure(why_withheld(body)); }

/// Decides one command on the case, and keeps it. It takes a minute at the table.
Play::Done Play::decide(const std::string& by, const CommandBody& body) {
  Command command{{}, now_.state.id, by, now_.clock, std::nullopt, body};
  const bool puts_right = engine::asks_history(body);
  Events so_far;
  if (puts_right)
    for (const auto& done : now_.history) so_far.push_back(done.event);
  auto events = engine::decide(now_.state, command, library_, &so_far);
  if (!events) return events;
  for (const auto& event : *events) {
    if (puts_right) so_far.push_back(event);
    else engine::evolve(now_.state, event);
    now_.history.push_back({beat_, event});
  }
  if (puts_right) {
    now_.state = engine::fold(now_.state.id, so_far);
    now_.withdrawn.clear();
    for (const auto& said : now_.said)
      if (!said.record.empty() &&
          std::ranges::find(now_.state.contributions, said.record, &Contribution::id) == now_.state.contributions.end())
        now_.withdrawn.insert(said.record);
  }
  listen(*events);
  now_.kept.push_back({std::move(command), std::nullopt});
  return events;
}

/// By the name that it is said to, or that it begins or ends with: "Femke, wie helpt u?".
bool Play::is_to_colleague(std::string_view to, std::string_view text) const {
  const auto is_colleague = [&](std::string_view name) {
    const auto* person = now_.state.person(std::string(name));
    return person != nullptr && person->team_member && !person->has(Role::resident);
  };
  if (!to.empty()) return is_colleague(to);
  const auto comma = text.find(','), last = text.rfind(',');
  if (comma == std::string_view::npos) return false;
  auto end = trimmed(text.substr(last + 1));
  while (!end.empty() && (end.back() == '?' || end.back() == '!' || end.back() == '.')) end.remove_suffix(1);
  return is_colleague(trimmed(text.substr(0, comma))) || is_colleague(trimmed(end));
}

/// Nothing where the whole text is about the case.
std::optional<std::string> Play::of_the_case(std::string_view text) const {
  NamesAtTable names;
  for (const auto& person : now_.state.people)
    if (person.team_member && !person.has(Role::resident)) names.colleagues.push_back(person.name);
  if (const auto* presenter = now_.state.with(Role::presenter)) names.presenter = presenter->name;
  names.others.push_back(scenario_.persona.name);
  for (const auto& person : scenario_.network) names.others.push_back(person.name);
  auto left = without_the_table(text, names);
  return left.size() == text.size() ? std::nullopt : std::optional(std::move(left));
}

std::string Play::asked_of_the_case(std::string_view text) const {
  return what_is_asked(of_the_case(text).value_or(std::string(text)));
}

/// What the conditions ask of what was just done in the case.
void Play::listen(const Events& events) {
  for (const auto& event : events) {
    if (const auto* said = std::get_if<Contributed>(&event.body)) {
      const auto* whom = now_.state.person(said->to);
      const auto* known = whom == nullptr ? nullptr : scenario_.acquaintance(whom->name);
      now_.said.push_back({said->kind, with_pronouns(said->text, scenario_.persona.name), event.by,
                           known == nullptr ? "" : known->id, beat_, said->id, is_to_colleague(said->to, said->text),
                           false, of_the_case(said->text)});
    }
    if (const auto* made = std::get_if<Recorded>(&event.body))
      now_.said.push_back({made->type, first_text(made->values), event.by, "", beat_, made->id});
    if (const auto* asked = std::get_if<PersonAsked>(&event.body))
      if (const auto* person = now_.state.person(asked->person))
        if (const auto* known = scenario_.acquaintance(person->name)) now_.consulted.emplace(known->id, beat_);
  }
}

}  // namespace casus::training
