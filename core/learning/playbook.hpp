// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/learning/playbook.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::learning {

enum class SentenceState { concept_, on_trial, adopted, lapsed };

constexpr std::array<Named<SentenceState>, 4> names_of(SentenceState) {
  return {{{SentenceState::concept_, "concept", "word.sentence_state.concept"},
           {SentenceState::on_trial, "on_trial", "word.sentence_state.on_trial"},
           {SentenceState::adopted, "adopted", "word.sentence_state.adopted"},
           {SentenceState::lapsed, "lapsed", "word.sentence_state.lapsed"}}};
}

/// The item of the instrument that says a theme or an element: "own_strength" is "own-strength" there.
std::string book_item(std::string_view key);

/// A concept that waits longer is offered for the agenda; ours.
inline constexpr int kConceptWaits = 42;
/// An adopted sentence is looked at again after so long; ours.
inline constexpr int kReviewAfter = 365;

/// What a moment says that is no state: other words, an objection that was heard in another way before, a slip that was
/// put right.
inline constexpr std::string_view kReworded = "reworded";
inline constexpr std::string_view kHeardBefore = "heard_before";
inline constexpr std::string_view kUndone = "undone";

/// Something that happened to a sentence, for its history.
struct SentenceMoment {
  Date on{};
  std::string what;  ///< key of a state, or one of the above
  std::string note;  ///< the earlier words, the reason, the sign, the earlier hearing; of a slip the key of the state
  int present = 0;
};

/// How a sentence stands.
struct SentenceStands {
  SentenceState state = SentenceState::concept_;
  Date since{};                      ///< the day on which it came to stand so
  std::optional<Date> trial_ends{};  ///< of one on trial
  std::optional<Date> review_on{};   ///< of one that is adopted
  std::optional<Date> meeting{};     ///< in which it was adopted
};

struct SentenceObjection {
  std::string id;
  std::string person;
  std::string text;                  ///< empty when the person is forgotten: it stays an objection, to be heard
  std::string outcome;               ///< what the table did with it; empty: not heard yet
  std::vector<std::int64_t> events;  ///< that hold words of it
};

struct Sentence : SentenceStands {
  std::string id;
  std::string text;
  SentenceTheme theme{};
  PracticeElement element{};
  SentenceFrom grew{};
  int rounds = 0;                     ///< of WERF in which the team said it
  int circles = 0;                    ///< of learning in which it was harvested
  int by_hand = 0;                    ///< how often somebody proposed it
  std::vector<SentenceStands> stood;  ///< before, the last behind
  std::vector<SentenceMoment> moments;
  std::vector<SentenceObjection> objections;
  std::vector<std::int64_t> events;  ///< numbers of all that name it

  /// It came up once more.
  void came_up(SentenceFrom from);
  int how_often(SentenceFrom from) const;
  bool unheard() const;
  /// A concept that waited too long, a trial that is over, a review that is due.
  bool is_due(Date today) const;
};

struct Playbook {
  std::vector<Sentence> sentences;
  int objections_ever = 0;
  int sentences_ever = 0;  ///< one that was destroyed leaves its number

  const Sentence* sentence(std::string_view id) const;
  int due(Date today) const;
};

}  // namespace casus::learning
