// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/restriction.hpp"

#include "core/engine/mending/last_done.hpp"
#include "core/engine/mending/mending_meant.hpp"
#include "core/model/ref_words.hpp"
#include "core/model/restriction_words.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

template <class... Commands>
bool is_any(const CommandBody& body) {
  return (std::holds_alternative<Commands>(body) || ...);
}

bool belongs_to_a_request(const EventBody& body) {
  return std::holds_alternative<RightAsked>(body) || std::holds_alternative<RightAnswered>(body) ||
         std::holds_alternative<RestrictionLifted>(body);
}

/// The request itself can be put right, and so can its answer: either may have been written down wrongly.
bool is_about_a_request(const Deciding& d, const std::string& ref) {
  const auto wanted = folded(trimmed(ref));
  if (std::ranges::any_of(d.c.requests, [&](const RightRequest& one) { return one.asked.id == wanted; })) return true;
  if (d.history == nullptr || d.actor == nullptr) return false;
  const auto asked = [&](const Event& event) {  // also one that was taken back
    const auto* right = std::get_if<RightAsked>(&event.body);
    return right != nullptr && right->id == wanted;
  };
  if (std::ranges::any_of(*d.history, asked)) return true;
  const PutRight right(*d.history);
  if (wanted.empty()) {  // what somebody typed last
    const auto done = d.c.here() == nullptr ? std::nullopt : last_done(right, d.actor->id);
    return done && done->how == LastDone::How::line && belongs_to_a_request(right.event(done->place).body);
  }
  const auto line = ref_typed(wanted);
  if (!is_line_number(line)) return false;
  const auto number = std::stoul(line);
  return number >= 1 && number <= right.size() && belongs_to_a_request(right.event(number - 1).body);
}

bool still_may(const Deciding& d) {
  const auto& body = d.command.body;
  return mends_a_request(d) || is_any<AskRight, AnswerRight, LiftRestriction, TellResident>(body) ||
         is_any<RaiseConcern, RaiseAcute, TakeMeldcodeStep, HandleAcute, ClearSafety>(body) ||
         is_any<HandOver, RemoveParticipant, PauseCase, ConfirmTransfer, CallBackTransfer>(body);
}

}  // namespace

bool mends_a_request(const Deciding& d) {
  const auto& body = d.command.body;
  if (const auto* correct = std::get_if<Correct>(&body)) return is_about_a_request(d, correct->ref);
  if (const auto* withdraw = std::get_if<Withdraw>(&body)) return is_about_a_request(d, withdraw->ref);
  if (const auto* restore = std::get_if<Restore>(&body)) return is_about_a_request(d, restore->ref);
  return false;
}

std::optional<Refusal> only_kept(const Deciding& d, bool outside) {
  if (d.c.restriction() == nullptr || outside || still_may(d)) return std::nullopt;
  return kept_only(d.c);
}

Refusal kept_only(const Case& state) { return no("OnlyKept", "", restricted_since(state), while_restricted(state)); }

}  // namespace casus::engine
