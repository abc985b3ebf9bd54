// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/refusal.hpp"
#include "core/text/voice.hpp"
#include "core/training/play/play_moves.hpp"

#include <optional>
#include <string>

/// What stays of a move that holds a citizen service number, which nobody may keep (domain.md 8).
namespace casus::training {

/// Fields of a move of the training itself, as people call them; those of a command have their words in the model.
enum class MoveField { by, whom, person, about, option, point, said, effect, score, next_try, finding, of };

constexpr std::array<Named<MoveField>, 12> names_of(MoveField) {
  return {{{MoveField::by, "by", "word.move_field.by"},
           {MoveField::whom, "whom", "word.move_field.whom"},
           {MoveField::person, "person", "word.move_field.person"},
           {MoveField::about, "about", "word.move_field.about"},
           {MoveField::option, "option", "word.move_field.option"},
           {MoveField::point, "point", "word.move_field.point"},
           {MoveField::said, "said", "word.move_field.said"},
           {MoveField::effect, "effect", "word.move_field.effect"},
           {MoveField::score, "score", "word.move_field.score"},
           {MoveField::next_try, "next_try", "word.move_field.next_try"},
           {MoveField::finding, "finding", "word.move_field.finding"},
           {MoveField::of, "of", "word.move_field.of"}}};
}

/// The move without any of its texts, when there is such a number in one of them or in the name of who makes it;
/// nothing for every other move. It is refused, now and whenever the log is played again.
std::optional<Move> without_texts(const Move& move);

/// Why it was not taken.
Refusal why_withheld(const Withheld& withheld);

/// "wilde iets opmerken; de tekst is niet bewaard"
std::string withheld_in_words(const Withheld& withheld, const text::Voice& voice);

}  // namespace casus::training
