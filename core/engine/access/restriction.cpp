// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/restriction.hpp"

#include "core/model/restriction_words.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

template <class... Commands>
bool is_any(const CommandBody& body) {
  return (std::holds_alternative<Commands>(body) || ...);
}

/// The request itself can be put right: it may have been written down wrongly.
bool is_about_a_request(const Case& c, const std::string& ref) {
  const auto wanted = folded(trimmed(ref));
  return std::ranges::any_of(c.requests, [&](const RightRequest& one) { return one.asked.id == wanted; });
}

bool still_may(const Case& c, const CommandBody& body) {
  if (const auto* correct = std::get_if<Correct>(&body)) return is_about_a_request(c, correct->ref);
  if (const auto* withdraw = std::get_if<Withdraw>(&body)) return is_about_a_request(c, withdraw->ref);
  if (const auto* restore = std::get_if<Restore>(&body)) return is_about_a_request(c, restore->ref);
  return is_any<AskRight, AnswerRight, LiftRestriction, TellResident>(body) ||
         is_any<RaiseConcern, RaiseAcute, TakeMeldcodeStep, HandleAcute, ClearSafety>(body) ||
         is_any<HandOver, RemoveParticipant, PauseCase, ConfirmTransfer, CallBackTransfer>(body);
}

}  // namespace

std::optional<Refusal> only_kept(const Deciding& d, bool outside) {
  if (d.c.restriction() == nullptr || outside || still_may(d.c, d.command.body)) return std::nullopt;
  return kept_only(d.c);
}

Refusal kept_only(const Case& state) { return no("OnlyKept", "", restricted_since(state), while_restricted(state)); }

}  // namespace casus::engine
