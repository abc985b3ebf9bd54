// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/owning.hpp"
#include "core/engine/decide/steps.hpp"
#include "core/engine/decide/transferring.hpp"
#include "core/text/day_words.hpp"

/// Handing a case out to another team, and having it back. Our own rule, as nothing in the sources says who: whose case
/// it is.
namespace casus::engine {

namespace {

std::optional<Refusal> not_the_owner(const Deciding& d) {
  if (blank(d.command.by)) return no("WhoIsThis", "", msg("access.unclear_who"), msg("remedy.say_who_you_are"));
  if (owns(d.c, d.library, d.command.by)) return std::nullopt;
  const auto* owner = d.c.owner();
  const auto who = owner == nullptr ? msg("erasing.who_may") : Message::verbatim(owner->name);
  return no("NotYoursToTransfer", "", msg("transfer.not_yours", "by"_is = d.command.by, "case"_is = d.c.id),
            msg("transfer.not_yours_do", "who"_is = who));
}

Refusal not_given_over(const Case& c) {
  return no("NotTransferred", "", msg("transfer.not_transferred", "case"_is = c.id), msg("remedy.leave_it"));
}

}  // namespace

Refusal transferred_away(const Case& c) {
  const auto& over = *c.given_over;
  const auto on = text::day_message(date_of(over.at));
  if (over.confirmed)
    return no("CaseTransferred", "", msg("transfer.there", "case"_is = c.id, "to"_is = over.what.team, "on"_is = on),
              msg("transfer.there_do", "to"_is = over.what.team, "show"_is = way("case show", "case"_is = c.id)));
  return no("CaseTransferred", "", msg("transfer.under_way", "case"_is = c.id, "to"_is = over.what.team, "on"_is = on),
            msg("transfer.under_way_do", "to"_is = over.what.team,
                "received"_is = way("case received", "case"_is = c.id, "receipt"_is = gap("gap.receipt")),
                "back"_is = way("case call-back", "case"_is = c.id, "because"_is = gap())));
}

/// By itself it is refused: a case is handed out with its file (engine::hand_out).
Decided decide_on(const Deciding& d, const TransferCase& command) {
  if (auto refusal = not_the_owner(d)) return failure(std::move(*refusal));
  if (blank(command.to)) return empty_text(msg("transfer.to_whom"));
  if (blank(command.told)) return reason_missing(msg("transfer.what_was_told"), "R16");
  if (blank(command.because)) return reason_missing(msg("transfer.why"));
  if (d.c.stage.safety == Safety::acute)
    return refuse(
        "AcuteSafety", "R14", msg("transfer.acute"),
        msg("case.acute_safety_do", "handle"_is = way("case safety handle", "case"_is = d.c.id, "text"_is = gap())));
  if (auto refusal = in_the_middle(d.c, d.library)) return failure(std::move(*refusal));
  CaseTransferred over{.team = std::string(trimmed(command.to)), .heard = command.told, .because = command.because};
  Events events;
  if (d.c.here() != nullptr) events.push_back(d.event(leaving(d, {}, {}, false)));
  events.push_back(d.event(std::move(over)));
  return events;
}

Decided hand_out(const Case& state, const Command& command, const Library& library, const HandedOut& file) {
  auto decided = decide(state, command, library);
  if (!decided) return decided;
  auto& over = std::get<CaseTransferred>(decided->back().body);
  over.code = file.code;
  over.receipt = file.receipt;
  return decided;
}

Decided decide_on(const Deciding& d, const ConfirmTransfer&) {
  if (auto refusal = not_the_owner(d)) return failure(std::move(*refusal));
  if (!d.c.given_over) return failure(not_given_over(d.c));
  if (d.c.given_over->confirmed)
    return refuse("ConfirmedAlready", "", msg("transfer.confirmed_already", "to"_is = d.c.given_over->what.team),
                  msg("remedy.leave_it"));
  return d.one(TransferConfirmed{});
}

Decided confirm(const Case& state, const Command& command, const Library& library, std::string_view receipt) {
  auto decided = decide(state, command, library);
  if (!decided || state.given_over->what.receipt == receipt) return decided;
  return refuse("OtherReceipt", "", msg("transfer.other_receipt"),
                msg("transfer.other_receipt_do", "to"_is = state.given_over->what.team));
}

Decided decide_on(const Deciding& d, const CallBackTransfer& command) {
  if (auto refusal = not_the_owner(d)) return failure(std::move(*refusal));
  if (!d.c.given_over) return failure(not_given_over(d.c));
  if (d.c.given_over->confirmed) return failure(transferred_away(d.c));
  if (blank(command.because)) return reason_missing(msg("transfer.why_back"));
  Events events{d.event(TransferCalledBack{command.because})};
  if (auto step = left_at(d.c, d.c.given_over->at)) events.push_back(d.event(std::move(*step)));
  return events;
}

}  // namespace casus::engine
