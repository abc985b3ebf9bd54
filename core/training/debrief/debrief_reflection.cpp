// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_fields.hpp"
#include "core/training/debrief/by_words.hpp"
#include "core/training/debrief/debrief_scores.hpp"
#include "core/training/play/small_talk.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

/// What was learned, and what was tried again.
namespace casus::training {
namespace {

const Say* said_in(const PlayBody& body) {
  const auto* command = std::get_if<CommandBody>(&body);
  return command == nullptr ? nullptr : std::get_if<Say>(command);
}

/// Something that the case answers, not a question to the program nor a line beside it.
bool is_played(const PlayBody& body) {
  return std::holds_alternative<CommandBody>(body) || std::holds_alternative<Choose>(body) ||
         std::holds_alternative<Consult>(body) || std::holds_alternative<Wait>(body);
}

/// Played, and more than the time going on: who waits, or goes to the next step, tried nothing with it.
bool is_tried(const PlayBody& body) {
  const auto* command = std::get_if<CommandBody>(&body);
  const bool goes_on = command != nullptr && std::holds_alternative<NextStep>(*command);
  return is_played(body) && !goes_on && !std::holds_alternative<Wait>(body);
}

/// Said about the case, at the table or to somebody of the circle: no note, and not "Hoe laat is het?".
bool is_talk(const Play& play, const PlayBody& body) {
  if (std::holds_alternative<Consult>(body)) return true;
  const auto* say = said_in(body);
  if (say == nullptr || say->kind == "note") return false;
  const bool asks = say->kind == "question" || say->kind == "follow_up";
  return asks ? may_be_of_the_case(play, say->text) : !is_small_talk(say->text, play.scenario());
}

/// Capitals and signs aside.
std::string bare_words(std::string_view text) {
  auto bare = folded(text);
  std::erase_if(bare, [](char c) { return std::string_view(".,;:!?'\"").find(c) != std::string_view::npos; });
  return std::string(trimmed(bare));
}

bool is_same_command(const CommandBody& one, const CommandBody& other) {
  if (one.index() != other.index()) return false;
  if (const auto* say = std::get_if<Say>(&one)) {
    const auto& earlier = std::get<Say>(other);
    return say->kind == earlier.kind && bare_words(say->text) == bare_words(earlier.text);
  }
  const auto written = [](const CommandBody& body) {
    return std::visit([](const auto& command) { return fields::write(command); }, body);
  };
  return written(one) == written(other);
}

/// The same once more is no other try, whatever the reason that goes with a choice.
bool is_same_try(const Scenario& scenario, const PlayBody& one, const PlayBody& other) {
  if (one.index() != other.index()) return false;
  if (const auto* choice = std::get_if<Choose>(&one)) {
    const auto& earlier = std::get<Choose>(other);
    return choice->decision == earlier.decision && choice->option == earlier.option;
  }
  if (const auto* talk = std::get_if<Consult>(&one)) {
    const auto& earlier = std::get<Consult>(other);
    return scenario.acquaintance(talk->person) == scenario.acquaintance(earlier.person) &&
           bare_words(talk->about) == bare_words(earlier.about);
  }
  const auto* command = std::get_if<CommandBody>(&one);
  return command != nullptr && is_same_command(*command, std::get<CommandBody>(other));
}

/// Whether this is tried in the place of what was taken back. A choice: another, also where only time was taken back,
/// as it was too late or not made. What is said: otherwise than what was said, or before choosing after all. What is
/// done: in the place of the same, or of a choice.
bool is_tried_instead(const Play& play, const PlayBody& later, const std::vector<const PlayBody*>& undone) {
  const auto was = [&](const auto& such) {
    return std::ranges::any_of(undone, [&](const PlayBody* body) { return such(*body); });
  };
  if (!is_tried(later) || was([&](const PlayBody& body) { return is_same_try(play.scenario(), later, body); }))
    return false;
  if (std::holds_alternative<Choose>(later)) return true;
  const bool chose = was([](const PlayBody& body) { return std::holds_alternative<Choose>(body); });
  const auto talks = [&](const PlayBody& body) { return is_talk(play, body); };
  if (std::holds_alternative<Consult>(later) || said_in(later) != nullptr) return talks(later) && (chose || was(talks));
  const auto& command = std::get<CommandBody>(later);
  return chose || was([&](const PlayBody& body) {
           const auto* earlier = std::get_if<CommandBody>(&body);
           return earlier != nullptr && earlier->index() == command.index();
         });
}

/// A note, or "Even kijken, hoe laat is het?": said in between, it tries nothing and ends nothing.
bool is_said_between(const Play& play, const PlayBody& body) {
  return said_in(body) != nullptr && !is_talk(play, body);
}

/// Where something that was played was taken back, and what was tried in its place. Who only took back, or took back a
/// hint or the waiting and went on, tried nothing again.
std::vector<int> tried_again(const Play& play) {
  std::vector<int> moves;
  for (const auto& back : play.beats()) {
    if (!play.takes_back(back)) continue;
    std::vector<const PlayBody*> undone;
    for (const auto& beat : play.beats())
      if (beat.taken_back == back.number && is_played(beat.move.body)) undone.push_back(&beat.move.body);
    const auto next = std::ranges::find_if(play.beats(), [&](const Beat& beat) {
      return beat.number > back.number && beat.counts() && is_played(beat.move.body) &&
             !is_said_between(play, beat.move.body);
    });
    if (!undone.empty() && next != play.beats().end() && !play.is_withdrawn(*next) &&
        is_tried_instead(play, next->move.body, undone))
      moves.insert(moves.end(), {back.number, next->number});
  }
  tidy_beats(moves);
  return moves;
}

}  // namespace

LevelScore reflection_score(const Play& play) {
  Item learning{"learning", msg("debrief_scores.line_learning_concrete"), 0, 2, {}, {}};
  Item next{"next-try", msg("debrief_scores.next_try"), 0, 2, {}, {}};
  Item again{"retry", msg("debrief_scores.something_tried_again"), 0, 2, {}, {}};
  constexpr int kConcrete = 6;
  for (const auto& beat : play.beats()) {
    if (!beat.counts()) continue;
    if (const auto* line = std::get_if<Learn>(&beat.move.body)) {
      learning.points = std::max(*learning.points, words_in(line->text) >= kConcrete ? 2 : 1);
      learning.beats.push_back(beat.number);
    }
    if (const auto* sheet = std::get_if<Observe>(&beat.move.body);
        sheet != nullptr && !trimmed(sheet->next_try).empty()) {
      next.points = std::max(*next.points, words_in(sheet->next_try) >= 4 ? 2 : 1);
      next.beats.push_back(beat.number);
    }
  }
  again.beats = tried_again(play);
  if (!again.beats.empty()) again.points = 2;
  if (*learning.points < 2) learning.note = msg("debrief_scores.sentence_six_words_more_what");
  if (*next.points < 2) next.note = msg("debrief_scores.let_observer_write_something_small");
  again.note = *again.points < 2 ? msg("debrief_scores.doing_moment_again_part_back")
                                 : msg("debrief_scores.something_else_after_back");
  return {Level::reflection, {std::move(learning), std::move(next), std::move(again)}};
}

}  // namespace casus::training
