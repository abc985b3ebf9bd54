// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/team.hpp"
#include "core/page/page.hpp"
#include "core/report/documents/counts.hpp"
#include "core/text/voice.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The area as the team's cases show it, without personal data: signals counted, the yearly review, the paper.
namespace casus::report {

/// Both days belong to it.
struct Period {
  Date from{};
  Date to{};

  bool holds(Date day) const { return from <= day && day <= to; }
};

enum class SignalBy { theme, neighbourhood, month, quarter };

constexpr std::array<Named<SignalBy>, 4> names_of(SignalBy) {
  return {{{SignalBy::theme, "theme", "word.signal_by.theme"},
           {SignalBy::neighbourhood, "neighbourhood", "word.signal_by.neighbourhood"},
           {SignalBy::month, "month", "word.signal_by.month"},
           {SignalBy::quarter, "quarter", "word.signal_by.quarter"}}};
}

/// What the cases of a period add up to; nothing of a single case is left.
struct AreaFigures {
  std::map<std::string, int> opened;  ///< by neighbourhood
  int closed = 0;
  std::array<int, 5> actions{};  ///< agreed in the period, by rung
  int actions_without_rung = 0;
};

int all_actions(const AreaFigures& figures);

void add_case(AreaFigures& figures, const Case& state, const Period& period);

/// What else was counted, and what is left over of it beside this table (see area_rest.hpp). Nothing: this table alone.
struct Elsewhere {
  std::vector<Period> cycles{};              ///< counted over some days of this table
  std::vector<std::vector<Period>> rests{};  ///< the days of each difference
  std::vector<AreaFigures> figures{};        ///< of each difference
};

/// Signals of a period in rows, and in columns when asked for, small counts hidden, also those that would be left over.
/// Themes that differ in capitals only are one; every month or quarter of the period has its line; columns that would
/// be only one are left out.
CountTable signal_counts(const std::vector<TeamLine>& signals, const Period& period, SignalBy by,
                         std::optional<SignalBy> across, const text::Voice& voice, const Elsewhere& elsewhere = {});

/// The yearly review (gebiedsanalyse [S2]): figures, signals, what was learned, focus points with contributions, and
/// the talk to have about them.
page::Page area_review(const Team& team, const AreaFigures& figures, const Period& period, const text::Voice& voice,
                       const Elsewhere& elsewhere = {});

/// The team's one-page paper (wijkkrant, Ik-Wij-Wijk [S3]): its newest lines by layer and its focus points. Of each
/// layer as many as fit on one page of A4; the rest is counted.
page::Page team_paper(const Team& team, const Period& period, const text::Voice& voice);

}  // namespace casus::report
