// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/circle.hpp"
#include "core/learning/instrument.hpp"
#include "core/learning/own_numbers.hpp"
#include "core/learning/playbook.hpp"
#include "core/model/learning/paper.hpp"
#include "core/model/team/team.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// An edition of the team's paper as its events made it, and what is worked out from it.
namespace casus::learning {

/// The rounds in their order: Ik, Wij, Wijk; groups of the instrument too.
inline constexpr std::array<std::string_view, 3> kPaperRounds{"me", "team", "area"};

struct OwnPaperLine {
  std::string id;      ///< empty where it is another's
  std::string person;  ///< empty where it is another's
  std::string text;
  bool offered = false;
  std::int64_t event = 0;
};

struct PaperCard {
  std::string id;
  std::string person;
  std::string question;
  std::string text;  ///< empty when it may not be seen yet, or its person is forgotten
};

struct SettledLine {
  std::string id;
  std::string question;
  std::string text;
};

struct CarriedPromise {
  PaperPromise promised;
  std::optional<PromiseAnswer> answer;
};

struct Paper {
  Instrument instrument;
  PaperEmphasis emphasis{};
  int others = 0;
  std::string before;      ///< session of the edition before
  std::size_t turned = 0;  ///< rounds that are over
  std::vector<OwnPaperLine> own;
  std::vector<PaperCard> cards;
  std::vector<SettledLine> lines;
  std::vector<CarriedPromise> carried;
  std::vector<PaperPromise> promises;
  PaperDrawn drawn;
  std::optional<Date> proofed_on;
  bool proof_holds = false;  ///< nothing changed since the proof
  std::optional<Date> published_on;
  int number = 0;
  int withdrawn = 0;  ///< own lines that stood in it when it came out, and were taken out since
  bool cancelled = false;
  std::string because;
  OwnNumbers own_numbers;  ///< an id is never given twice
  int cards_ever = 0;
  int lines_ever = 0;
  int promises_ever = 0;

  bool going_on() const { return !published_on && !cancelled; }
  bool is_out() const { return published_on.has_value() && !cancelled; }
  /// "me", "team" or "area"; empty when all are over.
  std::string_view round() const { return turned < kPaperRounds.size() ? kPaperRounds[turned] : std::string_view(); }
  bool is_over(std::string_view round) const;
  /// Minutes of a round, with the emphasis that was chosen; our own.
  int minutes(std::string_view round) const;
  /// Texts that go on the paper: of a question what was settled.
  std::vector<std::string> settled(std::string_view question) const;
};

/// What a new edition builds on.
struct PaperBefore {
  std::string session;  ///< of the last edition that is out; empty when there is none
  int number = 0;       ///< the highest that was ever given
  std::vector<PaperPromise> promises;
  std::string going_on;  ///< a session that was begun and is not out
};

/// What an edition takes from the team, its playbook and its circles, beyond what stood in the edition before.
/// `before`: the edition before as it is; nullptr for the first.
PaperDrawn drawn_from(const Team& team, const Playbook& book, const std::vector<const Circle*>& circles,
                      const Paper* before);

/// A line of the paper compared with the edition before.
enum class PaperChange { same, fresh, gone };
struct ComparedLine {
  std::string text;
  PaperChange change{};
};
/// The lines of now, and behind them those that are gone; all `same` when there is nothing to compare with.
std::vector<ComparedLine> compared(const std::vector<std::string>& now, const std::vector<std::string>* before);

}  // namespace casus::learning
