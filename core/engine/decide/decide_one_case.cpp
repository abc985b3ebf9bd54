// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/owning.hpp"
#include "core/engine/access/restriction.hpp"
#include "core/engine/decide/steps.hpp"
#include "core/engine/mending/one_case.hpp"
#include "core/model/access.hpp"

/// That two cases are one, and that they are not. Our own rule, as nothing in the sources says who: whose cases they
/// are.
namespace casus::engine {

namespace {

std::string owner_in_words(const Case& c) {
  const auto* owner = c.owner();
  return owner == nullptr ? std::string() : owner->name;
}

Message whose(const Case& c) {
  const auto owner = owner_in_words(c);
  return owner.empty() ? msg("merging.of_nobody", "case"_is = c.id)
                       : msg("merging.of_somebody", "case"_is = c.id, "owner"_is = owner);
}

/// The same again, with whoever has to stand beside it.
text::Way once_more(const Deciding& d, const std::string& with) {
  const auto because = [](const std::string& text) { return blank(text) ? gap() : text::Value(text); };
  if (const auto* merge = std::get_if<MergeCase>(&d.command.body))
    return way("case merge", "case"_is = d.c.id, "into"_is = d.other->id, "because"_is = because(merge->because),
               "with"_is = with);
  const auto* apart = std::get_if<SeparateCase>(&d.command.body);
  return way("case separate", "case"_is = d.c.id, "because"_is = because(apart == nullptr ? "" : apart->because),
             "with"_is = with);
}

/// The owner of both, or each of the two owners: one does it, the other stands beside it.
std::optional<Refusal> not_both_owners(const Deciding& d, std::string_view with) {
  if (blank(d.command.by)) return no("WhoIsThis", "", msg("access.unclear_who"), msg("remedy.say_who_you_are"));
  const bool here = owns(d.c, d.library, d.command.by);
  const bool there = owns(*d.other, d.library, d.command.by);
  const bool beside = (here || owns(d.c, d.library, with)) && (there || owns(*d.other, d.library, with));
  if ((here || there) && beside) return std::nullopt;
  const auto other = owner_in_words(here ? *d.other : d.c);
  return no("NotBothYours", "",
            msg("merging.not_both_yours", "by"_is = d.command.by, "one"_is = whose(d.c), "other"_is = whose(*d.other)),
            here || there ? msg("merging.not_both_yours_do", "with"_is = other, "again"_is = once_more(d, other))
                          : msg("merging.not_both_yours_nobody"));
}

std::optional<Refusal> cannot_be_one(const Deciding& d, const MergeCase& command) {
  const auto& stays = *d.other;
  const auto show = way("case show", "case"_is = stays.id);
  if (!stays.exists() || stays.stage.life == Life::erased)
    return no("CaseUnknown", "", msg("case.case_unknown", "case"_is = command.into),
              msg("case.case_unknown_do", "list"_is = way("case list")));
  if (!stays.into().empty()) return merged_away(stays);
  if (stays.restriction() != nullptr) return kept_only(stays);
  if (stays.stage.life == Life::closed)
    return no(
        "CaseClosed", "", msg("merging.other_closed", "case"_is = stays.id),
        msg("merging.other_closed_do", "reopen"_is = way("case reopen", "case"_is = stays.id, "because"_is = gap()),
            "merge"_is = way("case merge", "case"_is = stays.id, "into"_is = d.c.id, "because"_is = gap())));
  if (d.c.stage.safety != Safety::clear) {
    const bool turned = stays.stage.safety == Safety::clear;
    return no("SafetyNotClear", "R14", msg("merging.safety", "case"_is = d.c.id),
              turned ? msg("merging.safety_turned", "merge"_is = way("case merge", "case"_is = stays.id,
                                                                     "into"_is = d.c.id, "because"_is = gap()))
                     : msg("merging.safety_first",
                           "clear"_is = way("case safety clear", "case"_is = d.c.id, "because"_is = gap())));
  }
  if (auto refusal = in_the_middle(d.c, d.library)) return refusal;
  return in_the_middle(stays, d.library);
}

}  // namespace

Refusal merged_away(const Case& c) {
  const std::string into(c.into());
  return no("CaseMerged", "", msg("merging.merged", "case"_is = c.id, "into"_is = into),
            msg("merging.merged_do", "show"_is = way("case show", "case"_is = into),
                "separate"_is = way("case separate", "case"_is = c.id, "because"_is = gap())));
}

Decided decide_on(const Deciding& d, const MergeCase& command) {
  if (d.other == nullptr) return refuse("NotHere", "", msg("merging.not_here"), msg("mending.not_here_do"));
  if (d.other->id == d.c.id) return refuse("SameCase", "", msg("mending.same_case"), msg("remedy.leave_it"));
  if (auto refusal = cannot_be_one(d, command)) return failure(std::move(*refusal));
  if (auto refusal = not_both_owners(d, command.with)) return failure(std::move(*refusal));
  if (blank(command.because)) return reason_missing(msg("merging.why"));
  if (auto other_half = take_in(*d.other, d.command, d.c, d.library); !other_half) return other_half;
  Events events;
  if (d.c.here() != nullptr) events.push_back(d.event(leaving(d, {}, {}, false)));
  events.push_back(d.event(CaseMerged{d.other->id, command.because, command.with}));
  return events;
}

Decided decide_on(const Deciding& d, const SeparateCase& command) {
  if (d.c.into().empty() || d.other == nullptr)
    return refuse("NotMerged", "", msg("merging.not_merged", "case"_is = d.c.id), msg("remedy.leave_it"));
  if (!d.other->into().empty()) return failure(merged_away(*d.other));
  if (auto refusal = not_both_owners(d, command.with)) return failure(std::move(*refusal));
  if (blank(command.because)) return reason_missing(msg("merging.why_separate"));
  Events events{d.event(CaseSeparated{d.other->id, command.because, command.with})};
  // It is where it was, also in its step.
  if (auto step = left_at(d.c, d.c.merged_away->at)) events.push_back(d.event(std::move(*step)));
  return events;
}

}  // namespace casus::engine
