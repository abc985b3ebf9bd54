// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/instrument.hpp"
#include "core/model/learning/circle.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A circle of learning as its events made it, and what is worked out from it.
namespace casus::learning {

/// On whose card a guest's words stand: of nobody in particular.
inline constexpr std::string_view kGuests = "guests";

/// Most cards of one person in a round, and most dots: nobody weighs more.
inline constexpr int kMostCards = 20;
inline constexpr int kMostDots = 20;
/// Letters on a card: one thought.
inline constexpr std::size_t kLongestCard = 80;

struct Card {
  std::string id;
  std::string person;
  std::string text;  ///< empty when it may not be seen yet, or its person is forgotten
  CardSort sort{};
  std::string round;
  std::string cluster;     ///< empty: it stands alone
  std::int64_t event = 0;  ///< that holds its words
};

struct Round {
  std::string id;
  std::string question;
  int most = 0;
  bool shown = false;
  bool counted = false;  ///< the dots on its clusters are, and what they lie on stays as it is
};

struct Cluster {
  std::string id;
  std::string name;
  std::string round;
  int dots = 0;
};

struct ScaleLine {
  std::string id;
  std::map<std::string, int> first;  ///< by person; empty once it is shown
  std::map<std::string, int> second;
  std::optional<LineShown> shown;
  std::optional<LineShown> moved;  ///< the second time
};

struct Objection {
  std::string person;
  std::string text;                  ///< empty when the person is forgotten: that somebody objected stays
  std::vector<std::int64_t> events;  ///< that hold words of it
};

/// With the id that it has for who takes it out.
struct HarvestLine : HarvestFields {
  std::string id;  ///< "h1"
};
struct CircleStep : CircleStepFields {
  std::string id;  ///< "a1"
  Done state = Done::open;
  std::string outcome;

  /// Its day has come, and nobody said that it is done or will not be. Done in part is not done.
  bool is_due(Date on) const { return by_when <= on && (state == Done::open || state == Done::partly); }
};

struct Circle {
  Instrument instrument;
  std::string question;
  int others = 0;
  std::vector<Round> rounds;
  std::vector<Card> cards;
  std::vector<Cluster> clusters;
  std::map<std::string, std::vector<std::string>> dots;  ///< by person; empty once they are shown
  std::vector<ScaleLine> lines;
  std::vector<HarvestLine> harvest;
  std::vector<CircleStep> steps;
  std::optional<Date> reported_on;
  std::optional<Date> feedback_until;
  std::vector<Objection> objections;
  std::optional<Date> settled_on;
  std::optional<int> reported_with;  ///< who were there, of the team, when the report went out
  std::optional<Date> erased_on;     ///< when somebody took their words along after the report went out
  bool cancelled = false;
  std::string because;
  int cards_ever = 0;
  int harvest_ever = 0;
  int steps_ever = 0;

  bool going_on() const { return !settled_on && !cancelled; }
  bool at_it() const { return going_on() && !feedback_until; }  ///< people still write in it; the report is not out
  const Round* open_round() const;  ///< in which cards are written; nullptr when there is none
  const Round* round(std::string_view id) const;
  const Card* card(std::string_view id) const;
  const Cluster* cluster(std::string_view id_or_name) const;
  ScaleLine& line(std::string_view id);
};

/// What was said on one question, most mentioned first; what was said as often shares a place.
struct Mentioned {
  std::string what;     ///< name of the cluster, or the text of a card that stands alone
  std::string id;       ///< of the cluster, or of the cards that say the same
  std::string cluster;  ///< its id; empty for a card alone
  int cards = 0;
  int chances = 0;
  int problems = 0;
  int dots = 0;
  int place = 0;
};
std::vector<Mentioned> order_of_mention(const Circle& circle, std::string_view round);

/// How many cards of a sort there are, of shown rounds.
int cards_of(const Circle& circle, CardSort sort);

/// Organisations on the partner cards, most mentioned first.
struct NamedPartner {
  std::string name;
  CardSort sort{};
  int cards = 0;
};
std::vector<NamedPartner> named_partners(const Circle& circle);

/// Where the people of an earlier circle stood on a line, the last time they did.
struct LineBefore {
  std::string line;
  Date on{};
  LineShown shown;
};

/// What earlier circles left to compare with: each line the last time, and the partners of the last that named any.
struct CircleBefore {
  std::vector<LineBefore> lines{};
  std::vector<NamedPartner> partners{};
};

/// Whether one or two people stood on a line one time only: the two spreads would tell where.
bool few_differ(const ScaleLine& line);

/// Whether one or two people more stand on one side of a place in the second spread than in the first: told beside each
/// other, the two would count them.
bool few_crossed(const std::vector<LineBand>& first, const std::vector<LineBand>& second);

/// What a circle is at, as far as it can be seen from what was done: what the table does next.
enum class CircleAt { asking, writing, explaining, weighing, dots, walking, harvest };
CircleAt is_at(const Circle& circle);

/// Where people stand, in bands of three and more from 0 to 10; empty for fewer than four. The bands are cut at fixed
/// places, so that no edge of one says where somebody stands.
std::vector<LineBand> bands(const std::map<std::string, int>& places);

}  // namespace casus::learning
