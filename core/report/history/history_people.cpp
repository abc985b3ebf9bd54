// SPDX-License-Identifier: EUPL-1.2
#include "core/report/history/history_people.hpp"

#include "core/base/text.hpp"
#include "core/report/meldcode_text.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"
#include "core/text/message.hpp"

namespace casus::report {

using text::msg;

std::string PeopleTeller::said(const text::Message& message, const std::string& because) const {
  const auto voice = names_.voice();
  auto out = message.in(voice);
  if (!because.empty()) out += msg("history.people_because", "because"_is = because).in(voice);
  return out;
}

/// Whoever goes by themselves is not taken off the table; of a seat that was for a time, the day is why.
std::string PeopleTeller::operator()(const ParticipantLeft& e) const {
  if (e.for_now)
    return said(e.person == event_.by ? msg("history.not_there_today")
                                      : msg("history.noted_not_there_today", "person"_is = names_.person(e.person)),
                {});
  if (e.person != event_.by)
    return said(msg("history.took_off_table_what_said", "person"_is = names_.person(e.person)), {});
  const auto* person = names_.state().person(e.person);
  const bool was_over = person != nullptr && person->until && *person->until < date_of(event_.at);
  return was_over ? said(msg("history.seat_was_over", "until"_is = text::day_message(*person->until)), {})
                  : said(msg("history.left_table"), {});
}

std::string PeopleTeller::operator()(const HandedOver& e) const {
  return said(msg("history.handed_over", "person"_is = names_.person(e.person), "to"_is = names_.person(e.to)),
              e.because);
}

std::string PeopleTeller::operator()(const PersonsMerged& e) const {
  return said(msg("history.persons_merged", "person"_is = names_.person(e.person), "into"_is = names_.person(e.into)),
              e.because);
}

std::string PeopleTeller::operator()(const BasisAdded& e) const {
  auto out =
      said(msg("history.basis_added", "basis"_is = text::label(e.basis), "purpose"_is = names_.or_gone(e.purpose)), {});
  return e.basis_text.empty() ? out : out + "; " + e.basis_text;
}

std::string PeopleTeller::operator()(const BasisDropped& e) const {
  return said(msg("history.basis_dropped", "basis"_is = text::label(e.basis)), e.because);
}

std::string PeopleTeller::operator()(const RightAsked& e) const {
  const auto voice = names_.voice();
  auto out = msg("history.right_asked", "right"_is = text::label(e.right), "article"_is = article_of(e.right),
                 "on"_is = day(e.on, voice))
                 .in(voice);
  if (!e.asked_by.empty()) out += msg("history.right_by", "who"_is = e.asked_by).in(voice);
  return e.text.empty() ? out : out + ": " + e.text;
}

std::string PeopleTeller::operator()(const RightAnswered& e) const {
  return said(msg("history.right_answered", "request"_is = e.request, "answer"_is = text::label(e.answer),
                  "on"_is = day(e.on.value_or(Date{}), names_.voice())),
              e.because);
}

std::string PeopleTeller::operator()(const RestrictionLifted& e) const {
  const auto voice = names_.voice();
  return said(msg("history.restriction_lifted", "request"_is = e.request, "on"_is = day(e.on.value_or(Date{}), voice),
                  "told"_is = day(e.told.value_or(Date{}), voice)),
              e.because);
}

std::string PeopleTeller::with(const std::string& second) const {
  return second.empty() ? "" : msg("history.with", "second"_is = second).in(names_.voice());
}

std::string PeopleTeller::operator()(const CaseMerged& e) const {
  return msg("history.case_merged", "into"_is = e.into).in(names_.voice()) + with(e.with) + said({}, e.because);
}

std::string PeopleTeller::operator()(const CaseTakenIn& e) const {
  const auto voice = names_.voice();
  auto out = msg("history.case_taken_in", "case"_is = e.case_id, "count"_is = e.lines.size()).in(voice);
  if (!e.title.empty()) out += msg("history.case_called", "title"_is = e.title).in(voice);
  if (!e.question.empty()) out += msg("history.case_asked", "question"_is = e.question).in(voice);
  return out + with(e.with) + said({}, e.because);
}

std::string PeopleTeller::operator()(const CaseSeparated& e) const {
  return msg("history.case_separated", "into"_is = e.into).in(names_.voice()) + with(e.with) + said({}, e.because);
}

std::string PeopleTeller::operator()(const CaseGivenBack& e) const {
  const auto voice = names_.voice();
  auto out = msg("history.case_given_back", "case"_is = e.case_id).in(voice);
  if (!e.changed.empty()) {
    std::vector<std::string_view> refs(e.changed.begin(), e.changed.end());
    out += msg("history.case_changed_since", "refs"_is = joined(refs)).in(voice);
  }
  return out + with(e.with) + said({}, e.because);
}

std::string PeopleTeller::operator()(const CaseTransferred& e) const {
  return said(
      msg("history.case_transferred", "team"_is = e.team, "code"_is = e.code, "heard"_is = names_.or_gone(e.heard)),
      e.because);
}

std::string PeopleTeller::operator()(const TransferConfirmed&) const {
  return msg("history.transfer_confirmed").in(names_.voice());
}

std::string PeopleTeller::operator()(const TransferCalledBack& e) const {
  return said(msg("history.transfer_called_back"), e.because);
}

std::string PeopleTeller::operator()(const CaseReceived& e) const {
  return msg("history.case_received", "team"_is = e.team, "case"_is = e.case_id, "code"_is = e.code).in(names_.voice());
}

std::string PeopleTeller::operator()(const MeldcodeStepTaken& e) const {
  if (e.not_held != NotHeld::held)
    return said(msg("history.step_passed", "step"_is = e.step, "ground"_is = text::label(e.not_held),
                    "text"_is = names_.or_gone(e.text)),
                {});
  const auto out = said(msg("history.took_step_meldcode", "step"_is = e.step, "words"_is = names_.or_gone(e.text)), {});
  const auto beside = beside_step(e, names_.voice());
  return beside.empty() ? out : out + " (" + beside + ")";
}

std::string PeopleTeller::operator()(const RoleTurned& e) const {
  return said(msg("history.role_turned", "person"_is = names_.person(e.person),
                  "role"_is = names_.role_then(e.role, true, event_.at)),
              {});
}

std::string PeopleTeller::operator()(const GroupsMade& e) const {
  return said(msg("history.made_groups", "groups"_is = names_.groups(e)), {});
}

}  // namespace casus::report
