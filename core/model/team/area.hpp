// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/model/words.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the team keeps about its area and itself: focus points with what everybody contributes (gebiedsanalyse [S2]),
/// and the lines of its one-page paper (Ik-Wij-Wijk [S3]). All without personal data (R15).
namespace casus {

/// The three layers of Ik-Wij-Wijk [S3]: how do I stand in it, how is the team, how is the team in the area.
enum class PaperLayer { me, team, area };

constexpr std::array<Named<PaperLayer>, 3> names_of(PaperLayer) {
  return {{{PaperLayer::me, "me", "word.paper_layer.me"},
           {PaperLayer::team, "team", "word.paper_layer.team"},
           {PaperLayer::area, "area", "word.paper_layer.area"}}};
}

/// No line of the paper is longer, in letters: it must fit on one page.
inline constexpr std::size_t kLongestPaperLine = 160;

/// Command. A line for the team's own paper.
struct WritePaperLine {
  static constexpr std::string_view kName = "WritePaperLine";

  PaperLayer layer{};
  std::string text;

  static void fields(auto& self, auto&& visit) {
    visit.required("layer", self.layer);
    visit.required("text", self.text);
  }
};

struct PaperLineWritten {
  static constexpr std::string_view kName = "PaperLineWritten";
  static constexpr int kVersion = 1;

  std::string id;
  PaperLayer layer{};
  std::string text;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("layer", self.layer);
    visit.required("text", self.text);
  }
};

struct PaperStrikeFields {
  std::string line;

  static void fields(auto& self, auto&& visit) { visit.required("line", self.line); }
};

/// Command. A line does not stand in the paper any more.
struct StrikePaperLine : PaperStrikeFields {
  static constexpr std::string_view kName = "StrikePaperLine";
};

struct PaperLineStruck : PaperStrikeFields {
  static constexpr std::string_view kName = "PaperLineStruck";
  static constexpr int kVersion = 1;
};

/// Command. What the team and its partners will pay attention to in the area.
struct ChooseFocus {
  static constexpr std::string_view kName = "ChooseFocus";

  std::string text;
  std::string theme;
  std::string because;                ///< what in the figures or the talks led to it
  std::vector<std::string> together;  ///< with whom it was discussed: residents, organisations

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("theme", self.theme);
    visit.optional("because", self.because);
    visit.optional("together", self.together);
  }
};

struct FocusChosen {
  static constexpr std::string_view kName = "FocusChosen";
  static constexpr int kVersion = 1;

  std::string id;
  std::string text;
  std::string theme;
  std::string because;
  std::vector<std::string> together;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("text", self.text);
    visit.optional("theme", self.theme);
    visit.optional("because", self.because);
    visit.optional("together", self.together);
  }
};

struct FocusContribution {
  std::string focus;
  std::string who;  ///< an organisation or a role: residents, the library, the team
  std::string what;
  std::optional<Date> by_when;

  static void fields(auto& self, auto&& visit) {
    visit.required("focus", self.focus);
    visit.required("who", self.who);
    visit.required("what", self.what);
    visit.optional("by_when", self.by_when);
  }
};

/// Command. What one party does for a focus point.
struct AgreeContribution : FocusContribution {
  static constexpr std::string_view kName = "AgreeContribution";
};

struct ContributionAgreed : FocusContribution {
  static constexpr std::string_view kName = "ContributionAgreed";
  static constexpr int kVersion = 1;
};

struct FocusOutcomeFields {
  std::string focus;
  Done state = Done::done;
  std::string outcome;

  static void fields(auto& self, auto&& visit) {
    visit.required("focus", self.focus);
    visit.required("state", self.state);
    visit.required("outcome", self.outcome);
  }
};

/// Command. What came of a focus point; said again, it replaces what was said.
struct FinishFocus : FocusOutcomeFields {
  static constexpr std::string_view kName = "FinishFocus";
};

struct FocusFinished : FocusOutcomeFields {
  static constexpr std::string_view kName = "FocusFinished";
  static constexpr int kVersion = 2;
};

struct PaperLine {
  std::string id;  ///< "n1", "n2", ...
  PaperLayer layer{};
  std::string text;
  Date on{};
  bool struck = false;
};

struct Focus {
  FocusChosen chosen;  ///< id "f1", "f2", ...
  Date on{};
  std::vector<FocusContribution> contributions;
  Done state = Done::open;
  std::string outcome;
};

}  // namespace casus
