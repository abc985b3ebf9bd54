// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/events.hpp"

#include <vector>

namespace casus::test {

/// One of each kind of event on who is who, on grounds, on what the resident asks, and on cases that are one; for a
/// case that has p1 to p4.
inline std::vector<EventBody> events_of_people() {
  const auto on = [](const char* day) { return *date_from(day); };
  NamedForNetwork twice_there;
  twice_there.person = "p5";
  twice_there.name = "GEHEIM-naam";
  PersonsMerged merged;
  merged.person = "p5";
  merged.into = "p3";
  HandedOver over;
  over.person = "p2";
  over.to = "p1";
  BasisAdded more;
  more.basis = Basis::wgs;
  BasisDropped dropped;
  dropped.basis = Basis::wgs;
  RightAsked right;
  right.id = "r1";
  right.on = on("2026-03-03");
  RightAnswered answered;
  answered.request = "r1";
  answered.on = on("2026-03-03");
  RestrictionLifted lifted;
  lifted.request = "r1";
  CaseTakenIn taken;
  taken.case_id = "c-9";
  CaseGivenBack given_back;
  given_back.case_id = "c-9";
  CaseMerged into;
  into.into = "c-9";
  CaseSeparated apart;
  apart.into = "c-9";
  CaseTransferred gone;
  gone.team = "Zuid";
  CaseReceived received;
  received.team = "Noord";
  return {twice_there,
          merged,
          over,
          more,
          dropped,
          right,
          answered,
          lifted,
          taken,
          given_back,
          into,
          apart,
          gone,
          TransferConfirmed{},
          TransferCalledBack{},
          received};
}

}  // namespace casus::test
