// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/by_words.hpp"

#include "core/training/debrief/debrief_proof.hpp"
#include "core/training/debrief/debrief_scores.hpp"
#include "core/training/play/small_talk.hpp"
#include "core/training/play/what_is_asked.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <string>

namespace casus::training {
namespace {

constexpr int kEver = std::numeric_limits<int>::max();

/// What was said or asked with the move; empty where it was another kind of move.
std::string_view line_of_move(const Move& move) {
  if (const auto* consult = std::get_if<Consult>(&move.body)) return consult->about;
  const auto* command = std::get_if<CommandBody>(&move.body);
  const auto* say = command == nullptr ? nullptr : std::get_if<Say>(command);
  return say == nullptr ? std::string_view() : std::string_view(say->text);
}

class Ear {
 public:
  explicit Ear(const Play& play) : play_(play) {}

  /// Where the words were heard by which it holds.
  void hear(const Condition& part, std::vector<int>& moves) const {
    using Op = Condition::Op;
    switch (part.op) {
      case Op::said:
        if (part.hears_words()) std::ranges::copy(play_.moves_that_said(part), std::back_inserter(moves));
        break;
      case Op::known:
        if (const auto* told = beat_of_fact(play_, part.id); told != nullptr && brought_out_by_words(part.id, *told))
          moves.push_back(told->number);
        break;
      case Op::before: hear(part.parts.front(), moves); break;
      case Op::all:
      case Op::any:
        for (const auto& one : part.parts) hear(one, moves);
        break;
      default: break;
    }
  }

  /// What was said before that move and may have been it, of what does not hold, or came later.
  void miss(const Condition& part, int before, std::vector<int>& moves) {
    using Op = Condition::Op;
    if (was_there(part, before)) return;
    switch (part.op) {
      case Op::said:
        if (part.hears_words()) add_unheard(part, before, moves);
        break;
      case Op::known: miss_fact(part.id, before, moves); break;
      case Op::before: {
        const auto then = play_.first_held(part.parts.back());
        miss(part.parts.front(), std::min(before, then.value_or(kEver)), moves);
        break;
      }
      case Op::all:
      case Op::any:
        for (const auto& one : part.parts) miss(one, before, moves);
        break;
      default: break;
    }
  }

  /// Of what holds because something was not heard.
  void miss_denied(const Condition& part, std::vector<int>& moves) {
    using Op = Condition::Op;
    if (part.op == Op::negation) return miss(part.parts.front(), kEver, moves);
    if (part.op == Op::before) {
      if (!play_.first_held(part.parts.back())) miss(part.parts.back(), kEver, moves);
      return;
    }
    if (part.op == Op::all || part.op == Op::any)
      for (const auto& one : part.parts) miss_denied(one, moves);
  }

 private:
  /// Whether it held before that move: then nothing is missed, whatever else keeps the whole from holding.
  bool was_there(const Condition& part, int before) const {
    using Op = Condition::Op;
    if (before == kEver) return play_.holds(part);
    const auto there = [&](const Condition& one) { return was_there(one, before); };
    switch (part.op) {
      case Op::said: {
        const auto said = play_.moves_that_said(part);
        return std::ranges::count_if(said, [&](int move) { return move < before; }) >= part.at_least;
      }
      case Op::known: {
        const auto* told = beat_of_fact(play_, part.id);
        return play_.is_known(part.id) && told != nullptr && told->number < before;
      }
      case Op::all: return std::ranges::all_of(part.parts, there);
      case Op::any: return std::ranges::any_of(part.parts, there);
      default: return play_.holds(part);
    }
  }

  bool brought_out_by_words(const std::string& id, const Beat& told) const {
    const auto* fact = play_.scenario().fact(id);
    if (told.of_trainer() || fact == nullptr || !fact->when) return false;
    bool by_words = false;
    each_part(*fact->when, "", [&](const Condition& part, const std::string&) {
      if (!part.hears_words()) return;
      const auto said = play_.moves_that_said(part);
      by_words |= std::ranges::find(said, told.number) != said.end();
    });
    return by_words;
  }

  void miss_fact(const std::string& id, int before, std::vector<int>& moves) {
    const auto* fact = play_.scenario().fact(id);
    if (fact == nullptr || !fact->when || !looked_at_.insert(id).second) return;
    if (play_.is_known(id)) {
      const auto* told = beat_of_fact(play_, id);
      if (before == kEver || told == nullptr) return;
      before = std::min(before, told->number);
    }
    miss(*fact->when, before, moves);
  }

  bool is_of_the_case(int move) const {
    const auto line = line_of_move(play_.beats()[static_cast<std::size_t>(move) - 1].move);
    return line.empty() || may_be_of_the_case(play_, line);
  }

  void add_unheard(const Condition& part, int before, std::vector<int>& moves) const {
    const auto heard = play_.moves_that_said(part);
    auto of_the_kind = part;
    of_the_kind.about = {};
    for (const int move : play_.moves_that_said(of_the_kind))
      if (move < before && std::ranges::find(heard, move) == heard.end() && is_of_the_case(move)) moves.push_back(move);
  }

  const Play& play_;
  std::set<std::string> looked_at_;  ///< a fact can wait for another, and for more than one at once
};

}  // namespace

bool may_be_of_the_case(const Play& play, std::string_view line) {
  const bool of_the_table = trimmed(play.asked_of_the_case(line)).empty() && !trimmed(what_is_asked(line)).empty();
  return !of_the_table && !is_small_talk(line, play.scenario());
}

ByWords by_words(const Play& play, const Condition& part) {
  ByWords words;
  Ear ear(play);
  if (play.holds(part)) {
    ear.hear(part, words.heard);
    ear.miss_denied(part, words.unheard);
  } else {
    ear.miss(part, kEver, words.unheard);
  }
  tidy_beats(words.heard);
  tidy_beats(words.unheard);
  return words;
}

}  // namespace casus::training
