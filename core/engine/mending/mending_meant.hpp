// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"
#include "core/engine/mending/put_right.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What somebody means who wants to put something right, and whether they may. Shared by correcting, taking back,
/// destroying and moving; internal to them.
namespace casus::engine {

/// What is meant: the events that give it its words, in order, and those that rest on it.
struct Meant {
  std::string ref;
  std::vector<std::size_t> words;
  std::vector<std::size_t> rests;
};

/// `gone`: also what was taken back already.
Outcome<Meant, Refusal> meant_by(const Deciding& d, const PutRight& right, const std::string& typed, bool gone);

/// What a ref is called: "b3", "the title", "the name of Noor", "line 12".
Message called(const Deciding& d, std::string_view ref);

/// Whether what this event of the history made was written unseen and is not opened yet, also when it was taken back
/// since. `place` counts from 0.
bool is_still_unseen(const Case& c, const Event& event, std::size_t place);

/// Whether it is the name of a person.
bool is_name(const Deciding& d, const Meant& meant);

/// The place where the current step began.
std::size_t step_began(const PutRight& right);

/// Said by who does this, in the step that is going on: a slip of the pen, which needs no reason.
bool is_own_and_fresh(const Deciding& d, const PutRight& right, const Meant& meant);

/// Whoever said it, or the owner; when nobody owns the case any more, whoever works in it.
std::optional<Refusal> may_not(const Deciding& d, const PutRight& right, const Meant& meant);

/// The same for what leaves its words, or its place, other than they are: what was written unseen, and what put that
/// right, is only theirs who wrote it until it is opened, or whoever owns the case would change what nobody can see yet
/// (R4).
std::optional<Refusal> may_not_yet(const Deciding& d, const PutRight& right, const Meant& meant);

/// Why a choice cannot be put right so: whoever it names would lead the talk about what they brought in (R3).
/// `body`: the choice as it will read.
std::optional<Refusal> two_roles_apart(const Deciding& d, const EventBody& body, const Events& events);

/// The case as it would be with these events; refused when something that stays rests on what goes.
Outcome<Case, Refusal> folded_with(const Deciding& d, const Events& events);

/// The events, unless something that stays rests on what goes.
Decided if_it_folds(const Deciding& d, Events events);

/// The same, and unless a role of which there is one would be of two people, as somebody else took it since, or chair
/// and presenter of one person: what is put right later never takes a role from who has it.
Decided if_roles_fit(const Deciding& d, Events events);

/// Places of the events that put these right or took them back: they repeat the words.
std::vector<std::size_t> told_of(const PutRight& right, const std::vector<std::size_t>& places, const std::string& ref);

/// Numbers of events, in order, each once.
std::vector<std::int64_t> numbers_of(std::vector<std::size_t> places);

/// What a request of the resident and its answer may not become, by whoever puts it right (decide_rights.cpp): a day
/// that has to come, an answer before the request.
std::optional<Refusal> not_asked_so(const Deciding& d, const RightAsked& asked);
std::optional<Refusal> not_answered_so(const Deciding& d, const RightAnswered& answered);

/// What a request may not become: one without what is asked, or of a youth without who has authority.
std::optional<Refusal> not_corrected_thus(const Deciding& d, const RightAsked& asked);

/// What an answer may not become: refused or put off without a reason, put off twice or too late, or another than put
/// off when it was answered since.
std::optional<Refusal> not_answered_thus(const Deciding& d, const RightAnswered& was, const RightAnswered& now);

/// Number in the history of the last answer to a request that stands; nothing when there is none.
std::optional<std::size_t> line_of_answer(const PutRight& right, std::string_view request);

/// Why it is not taken back: an answer, and a request that was not made by a slip today, are answered (AVG 12).
std::optional<Refusal> request_stands(const Deciding& d, const EventBody& body);

/// A report of a day that has to come.
std::optional<Refusal> reported_off(const Deciding& d, const std::optional<Date>& on);

/// Refuses without the history.
tl::unexpected<Refusal> needs_history();

}  // namespace casus::engine
