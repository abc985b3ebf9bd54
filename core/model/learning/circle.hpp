// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/model/learning/circle_harvest.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// A circle of learning [S4]: cards that each writes alone, put in clusters, dots, a walk along a scale, and a report
/// that is settled after feedback (learning.md 2). Typed by one person for all, or by many.
namespace casus {

/// What a card says of its thought: nothing more, a chance or a problem, or a partner of the team.
enum class CardSort { thought, chance, problem, present, wished };

constexpr std::array<Named<CardSort>, 5> names_of(CardSort) {
  return {{{CardSort::thought, "thought", "word.card_sort.thought"},
           {CardSort::chance, "chance", "word.card_sort.chance"},
           {CardSort::problem, "problem", "word.card_sort.problem"},
           {CardSort::present, "present", "word.card_sort.present"},
           {CardSort::wished, "wished", "word.card_sort.wished"}}};
}

/// Command. A circle begins, with the question of today.
struct BeginCircle {
  static constexpr std::string_view kName = "BeginCircle";

  std::string question;
  int others = 0;  ///< who are there beside the team, unnamed: partners, guests
  std::string instrument = "circle";

  static void fields(auto& self, auto&& visit) {
    visit.required("question", self.question);
    visit.optional("others", self.others);
    visit.optional("instrument", self.instrument);
  }
};

struct CircleBegun {
  static constexpr std::string_view kName = "CircleBegun";
  static constexpr int kVersion = 1;

  std::string question;
  int others = 0;
  std::string definition;

  static void fields(auto& self, auto&& visit) {
    visit.required("question", self.question);
    visit.optional("others", self.others);
    visit.required("definition", self.definition);
  }
};

/// Command. The next question to write cards on; what is written stays hidden until the cards are shown.
struct AskRound {
  static constexpr std::string_view kName = "AskRound";

  std::string question;
  int most = 0;  ///< cards of each; 0: as the instrument says

  static void fields(auto& self, auto&& visit) {
    visit.required("question", self.question);
    visit.optional("most", self.most);
  }
};

struct RoundAsked {
  static constexpr std::string_view kName = "RoundAsked";
  static constexpr int kVersion = 1;

  std::string id;
  std::string question;
  int most = 0;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("question", self.question);
    visit.required("most", self.most);
  }
};

/// Command. One thought on a card, in the round that is open.
struct WriteCard {
  static constexpr std::string_view kName = "WriteCard";

  std::string text;
  CardSort sort = CardSort::thought;
  bool guest = false;  ///< of one of the unnamed others, typed for them

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("sort", self.sort);
    visit.optional("guest", self.guest);
  }
};

struct CardWritten {
  static constexpr std::string_view kName = "CardWritten";
  static constexpr int kVersion = 1;

  std::string id;
  std::string person;  ///< empty for a guest
  std::string text;
  CardSort sort{};

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("person", self.person);
    visit.secret("text", self.person, self.text);
    visit.required("sort", self.sort);
  }
};

/// Command. A card is taken back by whoever wrote it; one of a guest by anybody at the table. Once the dots are counted
/// it goes on being counted, and only its words go.
struct TakeCardBack {
  static constexpr std::string_view kName = "TakeCardBack";

  std::string card;

  static void fields(auto& self, auto&& visit) { visit.required("card", self.card); }
};

/// The card as it goes on being counted without its words: the event that had them is destroyed.
struct CountedCard {
  CardSort sort = CardSort::thought;
  std::string round;
  std::string cluster;

  bool operator==(const CountedCard&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.optional("sort", self.sort);
    visit.required("round", self.round);
    visit.optional("cluster", self.cluster);
  }
};

struct CardTakenBack {
  static constexpr std::string_view kName = "CardTakenBack";
  static constexpr int kVersion = 1;

  std::string card;
  std::vector<std::int64_t> events{};  ///< that had its words; they are destroyed with this one
  std::vector<CountedCard> counted{};  ///< one when the dots were counted, or none

  static void fields(auto& self, auto&& visit) {
    visit.required("card", self.card);
    visit.optional("events", self.events);
    visit.optional("counted", self.counted);
  }
};

/// Command. Writing ends: the cards of this round are there for all. Each is explained by its owner, without debate.
struct ShowCards {
  static constexpr std::string_view kName = "ShowCards";

  static void fields(auto&, auto&&) {}
};

struct CardsShown {
  static constexpr std::string_view kName = "CardsShown";
  static constexpr int kVersion = 1;

  std::string round;

  static void fields(auto& self, auto&& visit) { visit.required("round", self.round); }
};

/// Command. Cards that belong together, under a name. A card lies in one cluster: named again, it moves.
struct ClusterCards {
  static constexpr std::string_view kName = "ClusterCards";

  std::string name;
  std::vector<std::string> cards;  ///< of a shown round; none: the cluster is a gap that the table filled
  std::string called{};            ///< another name for a cluster that is there; after the dots are counted too
  bool apart = false;              ///< the cards stand alone again

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.optional("cards", self.cards);
    visit.optional("called", self.called);
    visit.optional("apart", self.apart);
  }
};

struct CardsClustered {
  static constexpr std::string_view kName = "CardsClustered";
  static constexpr int kVersion = 1;

  std::string id;    ///< of the cluster, also of one that was there
  std::string name;  ///< from now on
  std::vector<std::string> cards;
  std::string round;
  bool apart = false;  ///< the cards stand alone again

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("name", self.name);
    visit.optional("cards", self.cards);
    visit.required("round", self.round);
    visit.optional("apart", self.apart);
  }
};

/// Command. Somebody's dots, on clusters; the same cluster may have several. Said again, they are replaced. Hidden
/// until they are shown.
struct PlaceDots {
  static constexpr std::string_view kName = "PlaceDots";

  std::vector<std::string> clusters;
  int guest = 0;  ///< which of the unnamed others, from 1, typed for them; 0: of who does it

  static void fields(auto& self, auto&& visit) {
    visit.required("clusters", self.clusters);
    visit.optional("guest", self.guest);
  }
};

struct DotsPlaced {
  static constexpr std::string_view kName = "DotsPlaced";
  static constexpr int kVersion = 1;

  std::string person;
  std::string clusters;  ///< with spaces between, sealed

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.secret("clusters", self.person, self.clusters);
  }
};

/// Command. All dots are placed: they are counted, and who placed which is not kept.
struct ShowDots {
  static constexpr std::string_view kName = "ShowDots";

  static void fields(auto&, auto&&) {}
};

struct DotCount {
  std::string cluster;
  int dots = 0;

  static void fields(auto& self, auto&& visit) {
    visit.required("cluster", self.cluster);
    visit.required("dots", self.dots);
  }
};

struct DotsShown {
  static constexpr std::string_view kName = "DotsShown";
  static constexpr int kVersion = 1;

  std::vector<DotCount> counts;

  static void fields(auto& self, auto&& visit) { visit.required("counts", self.counts); }
};

}  // namespace casus
