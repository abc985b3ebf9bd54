// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/team/team.hpp"
#include "core/page/page.hpp"
#include "core/report/documents/counts.hpp"
#include "core/report/documents/in_fives.hpp"
#include "core/text/voice.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The area as the team's cases show it, without personal data: signals counted, the yearly review, the paper.
namespace casus::report {

enum class SignalBy { theme, neighbourhood, quarter };

constexpr std::array<Named<SignalBy>, 3> names_of(SignalBy) {
  return {{{SignalBy::theme, "theme", "word.signal_by.theme"},
           {SignalBy::neighbourhood, "neighbourhood", "word.signal_by.neighbourhood"},
           {SignalBy::quarter, "quarter", "word.signal_by.quarter"}}};
}

/// What all cases add up to; nothing of a single case is left.
struct AreaFigures {
  std::map<std::string, ByQuarter> opened;  ///< by neighbourhood
  ByQuarter closed;
  std::array<ByQuarter, 5> actions;  ///< by rung
  ByQuarter actions_without_rung;
};

void add_case(AreaFigures& figures, const Case& state);

/// Signals of a period in rows, and in columns when asked for, in fives. Every quarter of the period has its line;
/// columns that would be only one are left out.
CountTable signal_counts(const std::vector<TeamLine>& signals, const Period& period, SignalBy by,
                         std::optional<SignalBy> across, const text::Voice& voice);

/// The yearly review (gebiedsanalyse [S2]): figures, signals, what was learned, focus points with contributions, and
/// the talk to have about them.
page::Page area_review(const Team& team, const AreaFigures& figures, const Period& period, const text::Voice& voice);

/// The team's one-page paper (wijkkrant, Ik-Wij-Wijk [S3]): its newest lines by layer and its focus points. Of each
/// layer as many as fit on one page of A4; the rest is counted.
page::Page team_paper(const Team& team, const Period& period, const text::Voice& voice);

}  // namespace casus::report
