// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/instrument.hpp"
#include "core/model/learning/area_cycle.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A cycle of the area analysis as its events made it.
namespace casus::learning {

/// Fewer people than this are somebody.
inline constexpr int kFewestVoices = 3;
/// After so long the next cycle begins, when nothing was said; ours.
inline constexpr int kNextCycle = 365;

/// A focus point of the team as a cycle needs it.
struct FocusThen {
  std::string id;
  std::string text;
  bool open = false;
  int contributions = 0;
  std::string outcome;
};

/// A period that was counted for a cycle that did not go on: it may begin again, with the same counts.
struct AreaCounted {
  Date from{};
  Date to{};
  std::vector<AreaCount> counts;
};

/// What a new cycle builds on.
struct AreaBefore {
  std::string session;                 ///< the last that ended; empty when there is none
  std::string going_on;                ///< one that was begun and did not end
  std::optional<Date> counted_to;      ///< the last day of any period that was counted, of a cancelled one too
  std::vector<AreaCounted> cancelled;  ///< those of which no other cycle counted a day
};

/// A figure; one of a year that had still to come when it was noted is a forecast.
struct AreaFigure : AreaFigureNoted {
  bool forecast = false;
};

struct AreaCycle {
  Instrument instrument;
  Date from{};
  Date to{};
  std::string before;
  std::vector<AreaCount> counts;
  std::size_t turned = 0;  ///< steps that are over
  std::vector<AreaFigure> figures;
  std::vector<AreaVoiceNoted> voices;
  std::vector<AreaPointNoted> points;
  std::vector<AreaAnswerFields> answers;
  std::vector<AreaOutcome> outcomes;
  std::optional<Date> next_on;
  std::optional<Date> ended_on;
  bool cancelled = false;
  std::string because;
  int noted_ever = 0;

  bool going_on() const { return !ended_on && !cancelled; }
  /// The step that is being done; nullptr when all are over.
  const Item* step() const;
  std::vector<const AreaPointNoted*> of(AreaSort sort) const;
  const AreaAnswerFields* answer(std::string_view question) const;
};

}  // namespace casus::learning
