// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <optional>
#include <vector>

/// What a floor may ask beyond roles and turns (R4): limits of a step, a talk of two, answers to a question only.
/// Each function answers with what is broken, nothing when it fits. Internal to core/engine.
namespace casus::engine {

/// Whom a choice names: `to`, an id, else who said `re`. nullptr: nobody.
const Person* named_by(const Case& state, const std::string& to, const std::string& re);

/// Whom a choice in this step can give the role that goes along with it: of who speaks here, and never one who has the
/// role apart from it.
std::vector<const Person*> can_be_chosen(const Case& state, const method::Step& step);

/// The step in which a kind is told that is written unseen in this one: the first after it, in the order of the
/// workflow, in which the kind fits and is seen. nullptr when there is none, or the kind is seen at once.
const method::Step* told_later(const Case& state, const Library& library, const method::Step& step,
                               std::string_view kind);

/// What this person wrote unseen to be told in this step, and did not tell yet; the first of this kind.
const Contribution* untold(const Case& state, const Person& person, std::string_view step, std::string_view kind);

/// The person whom the latest choice since the case came into this phase names, by `to` or as who wrote `re`. nullptr:
/// nobody yet.
const Person* chosen_now(const Case& state);

/// What somebody does in a step: talks in it, answers in between, or neither and only listens.
struct PartInTalk {
  bool speaks = false;
  bool answers = false;
};
PartInTalk part_in_talk(const Case& state, const method::Step& step, const Person& person);

/// The kinds that fit in this step when this person says them, in the order of the step; none where they only listen.
std::vector<std::string> kinds_for(const Case& state, const method::Step& step, const Person& person);

/// Whether a question of who does this fits here.
bool can_ask(const Deciding& d);

/// What this person would answer now: of the questions asked to them or to all since they answered somebody else, the
/// oldest that they left open; when all are answered the last question. Of this stay, and of what counts as one with it
/// when the table went back. nullptr when nobody else asked.
const Contribution* question_to_answer(const Case& state, const Person& person);

/// What is kept beside the talk, whoever has the floor, and takes no turn: what nobody placed; a note of who leads or
/// writes down, as it is what the table said, or of who is there to answer; in coaching what somebody has to tell where
/// only questions fit, and a note of who may speak. While everything stands still for danger each is noted in their own
/// name (R14).
bool is_beside_the_talk(const Deciding& d, const Say& say);

/// `per_step`: most contributions of a kind in this step by all together. Counted since the case came into this
/// phase, so that going back a step gives no second helping. In groups: by each group.
std::vector<Refusal> beyond_step(const Deciding& d, const Say& say);

/// `only_chosen`: of these roles only the chosen person speaks. Turning to another is a choice among the chosen.
std::vector<Refusal> outside_pair(const Deciding& d, const Say& say);

/// `answer_to_question`: an answer names a question that somebody else asked in this step, now or before the table went
/// back to it.
std::vector<Refusal> without_question(const Deciding& d, const Say& say);

}  // namespace casus::engine
