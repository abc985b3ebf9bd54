// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/history/naming.hpp"
#include "core/text/message.hpp"

namespace casus::report {

/// The sentences of a history on who is who, on what grounds a case stands, what the law gives the resident, and the
/// meldcode.
class PeopleTeller {
 public:
  /// `names` is looked at only while telling, and must outlive this, as the event.
  PeopleTeller(const Naming& names, const Event& event) : names_(names), event_(event) {}

  std::string operator()(const ParticipantLeft& e) const;
  std::string operator()(const HandedOver& e) const;
  std::string operator()(const PersonsMerged& e) const;
  std::string operator()(const BasisAdded& e) const;
  std::string operator()(const BasisDropped& e) const;
  std::string operator()(const RightAsked& e) const;
  std::string operator()(const RightAnswered& e) const;
  std::string operator()(const RestrictionLifted& e) const;
  std::string operator()(const CaseMerged& e) const;
  std::string operator()(const CaseTakenIn& e) const;
  std::string operator()(const CaseSeparated& e) const;
  std::string operator()(const CaseGivenBack& e) const;
  std::string operator()(const CaseTransferred& e) const;
  std::string operator()(const TransferConfirmed&) const;
  std::string operator()(const TransferCalledBack& e) const;
  std::string operator()(const CaseReceived& e) const;
  std::string operator()(const MeldcodeStepTaken& e) const;
  std::string operator()(const RoleTurned& e) const;
  std::string operator()(const GroupsMade& e) const;

 private:
  std::string with(const std::string& second) const;
  /// With the reason behind it.
  std::string said(const text::Message& message, const std::string& because) const;

  const Naming& names_;
  const Event& event_;
};

}  // namespace casus::report
