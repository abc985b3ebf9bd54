// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/guidance.hpp"
#include "core/training/debrief/debrief_scores.hpp"
#include "core/training/play/refused_reason.hpp"

#include <algorithm>
#include <map>

/// What can be seen of the protocol: the method's own list, then the floor, the form and the steps.
namespace casus::training {
namespace {

Item kept_item(std::string id, text::Message text, std::vector<int> broken, text::Message note) {
  Item item{std::move(id), std::move(text), broken.empty() ? 1 : 0, 1, {}, std::move(broken)};
  if (*item.points == 0) item.note = std::move(note);
  tidy_beats(item.beats);
  return item;
}

void not_counted(Item& item, text::Message why) {
  item.points.reset();
  item.note = std::move(why);
}

/// Where nothing happened in which it could be broken, nothing was kept: it holds of an empty log too.
Item kept_where(bool occasion, Item item) {
  if (!occasion && item.beats.empty()) not_counted(item, msg("debrief_scores.no_occasion"));
  return item;
}

/// Whether advice has to wait in the step where this move was made; elsewhere its words come too early for nothing.
bool advice_has_to_wait(const Play& play, const Beat& beat) {
  const auto* method = play.library().method(beat.method);
  return method != nullptr && std::ranges::any_of(kAllPhases, [&](Phase phase) {
           const auto* step = method->step(phase, beat.step);
           return step != nullptr && step->advice_locked;
         });
}

/// Kept, and so before anybody did anything.
bool given_by_the_scenario(const method::Judged& judged, const method::Definition* method, const ProofTrail& trail) {
  if (method == nullptr || judged.kept != method::Judged::Kept::yes) return false;
  const auto item = std::ranges::find(method->fidelity, judged.id, &method::FidelityItem::id);
  return item != method->fidelity.end() && trail.held_at_the_start(item->holds);
}

/// The method's own list, as far as it was judged.
std::vector<Item> judged_items(const Play& play, const engine::Library& library, const ProofTrail& trail) {
  std::vector<Item> items;
  for (const auto& kept : engine::fidelity(play.state(), library))
    for (const auto& judged : kept.fidelity.items) {
      if (judged.kept != method::Judged::Kept::yes && judged.kept != method::Judged::Kept::no) continue;
      std::vector<method::RowRef> rows;
      for (const auto& proof : judged.proof) rows.push_back({proof.rows, proof.row});
      items.push_back({judged.id,
                       judged.text,
                       judged.kept == method::Judged::Kept::yes ? 1 : 0,
                       1,
                       {},
                       trail.beats(rows),
                       {},
                       judged.mark});
      if (given_by_the_scenario(judged, kept.definition, trail))
        not_counted(items.back(), msg("debrief_scores.given_by_the_scenario"));
      else if (judged.no_occasion) not_counted(items.back(), msg("debrief_scores.nothing_written_of_it"));
    }
  return items;
}

/// The beats in which the floor, the form and the steps were not kept.
struct OffProtocol {
  std::map<RefusedReason, std::vector<int>> refused;
  std::vector<int> noticed, passed, late;
  bool anything_said = false, any_step_left = false;
};

OffProtocol off_protocol(const Play& play) {
  OffProtocol off;
  for (const auto& beat : play.beats()) {
    off.anything_said = off.anything_said || (beat.taken_back == 0 && said_with(play, beat) != nullptr);
    if (beat.refusal) off.refused[refused_reason(*beat.refusal)].push_back(beat.number);
    // Refused because of the floor, it was typed all the same, and stands in the transcript.
    if (const auto* say = said_with(play, beat);
        say != nullptr && beat.taken_back == 0 && advice_has_to_wait(play, beat) &&
        (sounds_like_advice({beat.number, say, &beat}) || told_as_advice({beat.number, say, &beat})))
      off.refused[RefusedReason::advice].push_back(beat.number);
    if (!beat.counts()) continue;
    if (notices(beat, "R4")) off.noticed.push_back(beat.number);
    for (const auto& event : beat.events)
      if (const auto* left = std::get_if<StepLeft>(&event.body)) {
        off.any_step_left = true;
        if (!left->explained.empty()) off.passed.push_back(beat.number);
      }
  }
  for (std::size_t i = 0, visit = 0; i < play.history().size(); ++i)
    if (std::holds_alternative<StepLeft>(play.history()[i].event.body) && visit < play.state().visits.size()) {
      if (play.state().visits[visit++].overrun() > 0) off.late.push_back(play.history()[i].beat);
    }
  return off;
}

}  // namespace

LevelScore protocol_score(const Play& play, const engine::Library& library, const ProofTrail& trail) {
  LevelScore score{Level::protocol, judged_items(play, library, trail)};
  auto off = off_protocol(play);
  const auto kept = [&](std::string id, text::Message text, RefusedReason reason, text::Message note) {
    auto item = kept_item(std::move(id), std::move(text), std::move(off.refused[reason]), std::move(note));
    // Where the floor is noticed and not refused, nothing was held back, so nothing was kept either.
    if (play.setup().mode == Mode::coaching && reason != RefusedReason::advice) {
      not_counted(item, msg("debrief_scores.coaching_notices", "count"_is = off.noticed.size()));
      item.beats = off.noticed;
      score.items.push_back(std::move(item));
      return;
    }
    score.items.push_back(kept_where(off.anything_said, std::move(item)));
  };
  kept("turns", msg("debrief_scores.everybody_waited_turn"), RefusedReason::turn,
       msg("debrief_scores.somebody_spoke_out_turn"));
  kept("form", msg("debrief_scores.what_was_said_fits"), RefusedReason::form,
       msg("debrief_scores.said_in_another_form"));
  kept("measure", msg("debrief_scores.no_more_than_turn_takes"), RefusedReason::measure,
       msg("debrief_scores.more_than_turn_takes"));
  if (off.refused.contains(RefusedReason::hidden))
    kept("private", msg("debrief_scores.private_stayed_private"), RefusedReason::hidden,
         msg("debrief_scores.recorded_in_private"));
  // With coaching no advice is refused: it is noticed, by what it was called or by its words.
  kept("advice-waits", msg("debrief_scores.advice_waited_step"), RefusedReason::advice,
       play.setup().mode == Mode::coaching ? msg("debrief_scores.advice_came_too_soon_coaching")
                                           : msg("debrief_scores.advice_came_too_soon_packed"));
  score.items.push_back(
      kept_where(off.any_step_left, kept_item("steps-done", msg("debrief_scores.each_step_done_before_went"),
                                              off.passed, msg("debrief_scores.step_left_unfinished_reason"))));
  auto timer = kept_where(off.any_step_left, kept_item("timer", msg("debrief_scores.time_each_step_kept"),
                                                       std::move(off.late), msg("debrief_scores.step_ran_over")));
  // A minute a move: who types much is no slower than who talked long and typed little.
  if (timer.points)
    not_counted(timer, timer.beats.empty() ? msg("debrief_scores.no_step_ran_over") : std::move(timer.note));
  score.items.push_back(std::move(timer));
  return score;
}

}  // namespace casus::training
