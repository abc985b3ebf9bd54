// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/events.hpp"

#include <vector>

namespace casus::test {

/// One of each kind of event on who is who, on grounds, on what the resident asks, and on cases that are one; for a
/// case that has p1 to p4.
inline std::vector<EventBody> events_of_people() {
  const auto on = [](const char* day) { return *date_from(day); };
  NamedForNetwork twice_there{.person = "p5", .name = "GEHEIM-naam"};
  PersonsMerged merged{{.person = "p5", .into = "p3"}};
  HandedOver over{{.person = "p2", .to = "p1"}};
  BasisAdded more{{.basis = Basis::wgs}};
  BasisDropped dropped{{.basis = Basis::wgs}};
  RightAsked right{.id = "r1", .on = on("2026-03-03")};
  RightAnswered answered{{.request = "r1", .on = on("2026-03-03")}};
  RestrictionLifted lifted{{.request = "r1"}};
  CaseTakenIn taken{.case_id = "c-9"};
  CaseGivenBack given_back{.case_id = "c-9"};
  CaseMerged into{.into = "c-9"};
  CaseSeparated apart{.into = "c-9"};
  CaseTransferred gone{.team = "Zuid"};
  CaseReceived received{.team = "Noord"};
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
