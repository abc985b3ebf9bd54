// SPDX-License-Identifier: EUPL-1.2
#include "core/report/team_history.hpp"

#include "core/model/person_name.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/message.hpp"

#include <fmt/format.h>

namespace casus::report {

namespace {

using text::Message;
using text::msg;

struct TeamTeller {
  const text::Voice& voice;
  bool destroyed = false;

  std::string on(Date date) const { return day(date, voice); }
  /// What somebody wrote; that it was destroyed, where it was.
  Message words(const std::string& text) const {
    if (!text.empty()) return Message::verbatim(text);
    return destroyed ? msg("teamhistory.text_gone") : Message();
  }
  /// What was said beside it, where somebody did.
  Message with(Message what, const std::string& said) const {
    auto more = words(said);
    return more.empty() ? what : msg("teamhistory.with", "what"_is = std::move(what), "more"_is = std::move(more));
  }

  Message operator()(const TeamFounded& e) const { return msg("teamhistory.founded", "name"_is = words(e.name)); }
  Message operator()(const MemberAdded& e) const {
    return with(msg("teamhistory.member_added", "name"_is = e.name), e.profession);
  }
  Message operator()(const MemberRenamed& e) const {
    return e.to.empty() ? with(msg("teamhistory.other_profession", "name"_is = e.name), e.profession)
                        : with(msg("teamhistory.renamed", "name"_is = e.name, "to"_is = e.to), e.profession);
  }
  Message operator()(const MemberLeft& e) const { return msg("teamhistory.left", "name"_is = e.name); }
  Message operator()(const TeamRenamed& e) const { return msg("teamhistory.team_renamed", "name"_is = words(e.name)); }
  Message operator()(const TeamClosed& e) const { return with(msg("teamhistory.closed"), e.because); }
  Message operator()(const TeamReopened& e) const { return with(msg("teamhistory.reopened"), e.because); }
  Message operator()(const TeamSet& e) const {
    if (!e.phone) return msg("teamhistory.settings");
    const bool alone = !e.minutes && !e.mode && !e.workflow && !e.method;
    return with(alone ? msg("teamhistory.phone") : msg("teamhistory.settings"), *e.phone);
  }
  Message operator()(const AbsenceSet& e) const {
    return e.to ? msg("teamhistory.away", "name"_is = e.name, "from"_is = on(e.from), "to"_is = on(*e.to))
                : msg("teamhistory.away_from", "name"_is = e.name, "from"_is = on(e.from));
  }
  Message operator()(const AbsenceEnded& e) const {
    return msg("teamhistory.back", "name"_is = e.name, "from"_is = on(e.from));
  }
  Message operator()(const LearningNoted& e) const { return msg("teamhistory.learning", "text"_is = words(e.text)); }
  Message operator()(const SignalNoted& e) const { return msg("teamhistory.signal", "text"_is = words(e.text)); }
  Message operator()(const PaperLineWritten& e) const { return msg("teamhistory.paper", "text"_is = words(e.text)); }
  Message operator()(const PaperLineStruck& e) const { return msg("teamhistory.struck", "line"_is = e.line); }
  Message operator()(const FocusChosen& e) const { return msg("teamhistory.focus", "text"_is = words(e.text)); }
  Message operator()(const ContributionAgreed& e) const {
    return msg("teamhistory.agreed", "focus"_is = e.focus, "who"_is = words(e.who), "what"_is = words(e.what));
  }
  Message operator()(const FocusFinished& e) const {
    return msg("teamhistory.finished", "focus"_is = e.focus, "outcome"_is = words(e.outcome));
  }
  Message operator()(const PhraseAdded& e) const {
    return msg("teamhistory.phrase", "phrase"_is = words(e.phrase), "list"_is = e.list);
  }
  Message operator()(const PhraseRemoved& e) const {
    return msg("teamhistory.phrase_removed", "phrase"_is = words(e.phrase), "list"_is = e.list);
  }
  Message operator()(const PartnerAdded& e) const {
    return msg("teamhistory.partner", "name"_is = words(e.name), "standing"_is = text::label(e.partnership));
  }
  Message operator()(const PartnerDropped& e) const {
    return msg("teamhistory.partner_dropped", "name"_is = words(e.name));
  }
  Message operator()(const LineCorrected& e) const {
    std::string now;
    for (const auto& one : e.now)
      if (!one.to.empty()) now += (now.empty() ? "" : ", ") + one.to;
    return with(msg("teamhistory.corrected", "line"_is = e.line, "now"_is = words(now)), e.because);
  }
  Message operator()(const LineWithdrawn& e) const {
    return with(msg("teamhistory.withdrawn", "line"_is = e.line), e.because);
  }
  Message operator()(const LineRestored& e) const {
    return with(msg("mending.line_restored", "line"_is = e.line), e.because);
  }
  Message operator()(const LineDestroyed& e) const {
    return msg("teamhistory.destroyed", "line"_is = e.line, "ground"_is = text::label(e.ground));
  }
  Message operator()(const MemberErased& e) const { return msg("teamhistory.erased", "with"_is = e.with); }
};

}  // namespace

std::string team_event_in_words(const TeamEvent& event, bool destroyed, const text::Voice& voice) {
  return std::visit(TeamTeller{voice, destroyed}, event.body).in(voice);
}

std::string who_did(const TeamEvent& event, const text::Voice& voice) {
  if (event.seat && same_name(event.seat->name, event.by))
    return fmt::format("{} ({})", event.by, label(event.seat->sureness, voice));
  return event.by + typed_by(event.seat, event.seat ? event.seat->name : std::string(), voice);
}

}  // namespace casus::report
