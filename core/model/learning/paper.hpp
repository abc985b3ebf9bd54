// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/model/learning/paper_edition.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The team's paper as a session of three rounds, Ik-Wij-Wijk [S3] (learning.md 3): each writes alone and offers what
/// may go on; the team and its area by cards; lines that the table settles. The edition stands in paper_edition.hpp.
namespace casus {

/// Which round gets more of the time: it follows how far the team is [S3].
enum class PaperEmphasis { even, team, area };

constexpr std::array<Named<PaperEmphasis>, 3> names_of(PaperEmphasis) {
  return {{{PaperEmphasis::even, "even", "word.paper_emphasis.even"},
           {PaperEmphasis::team, "team", "word.paper_emphasis.team"},
           {PaperEmphasis::area, "area", "word.paper_emphasis.area"}}};
}

/// Command. An edition begins, with who is there; the first round is open.
struct BeginPaper {
  static constexpr std::string_view kName = "BeginPaper";

  PaperEmphasis emphasis = PaperEmphasis::even;
  std::vector<std::string> present;  ///< of the team; who writes something is there too
  int others = 0;                    ///< beside the team, unnamed
  std::string instrument = "paper";

  static void fields(auto& self, auto&& visit) {
    visit.optional("emphasis", self.emphasis);
    visit.optional("present", self.present);
    visit.optional("others", self.others);
    visit.optional("instrument", self.instrument);
  }
};

/// `carried`: what was promised in the edition before, to be answered in this one.
struct PaperBegun {
  static constexpr std::string_view kName = "PaperBegun";
  static constexpr int kVersion = 1;

  PaperEmphasis emphasis{};
  int others = 0;
  std::string definition;
  std::string before;  ///< session of the edition before; empty for the first
  std::vector<PaperPromise> carried;

  static void fields(auto& self, auto&& visit) {
    visit.required("emphasis", self.emphasis);
    visit.optional("others", self.others);
    visit.required("definition", self.definition);
    visit.optional("before", self.before);
    visit.optional("carried", self.carried);
  }
};

/// Command. A line of the first round, written alone. Nobody else sees it unless it is offered.
struct WriteOwnLine {
  static constexpr std::string_view kName = "WriteOwnLine";

  std::string text;
  bool offer = false;  ///< at once for the paper, without a name

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("offer", self.offer);
  }
};

struct OwnLineWritten {
  static constexpr std::string_view kName = "OwnLineWritten";
  static constexpr int kVersion = 1;

  std::string id;
  std::string person;
  std::string text;
  bool offered = false;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("person", self.person);
    visit.secret("text", self.person, self.text);
    visit.optional("offered", self.offered);
  }
};

/// Command. An own line goes on the paper, without a name; or it does not, after all.
struct OfferOwnLine {
  static constexpr std::string_view kName = "OfferOwnLine";

  std::string line;
  bool keep = false;  ///< it stays with who wrote it

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.optional("keep", self.keep);
  }
};

struct OwnLineOffered {
  static constexpr std::string_view kName = "OwnLineOffered";
  static constexpr int kVersion = 1;
  static constexpr bool kOfItsActor = true;

  std::string line;
  bool offered = false;
  std::string person{};  ///< whose; empty: of who did it

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.optional("offered", self.offered);
    visit.optional("person", self.person);
  }
};

/// Command. A card of the round that is open, on one of its questions; hidden until the round is over.
struct WritePaperCard {
  static constexpr std::string_view kName = "WritePaperCard";

  std::string question;
  std::string text;

  static void fields(auto& self, auto&& visit) {
    visit.required("question", self.question);
    visit.required("text", self.text);
  }
};

struct PaperCardWritten {
  static constexpr std::string_view kName = "PaperCardWritten";
  static constexpr int kVersion = 1;

  std::string id;
  std::string person;
  std::string question;
  std::string text;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("person", self.person);
    visit.required("question", self.question);
    visit.secret("text", self.person, self.text);
  }
};

/// Command. The round is over: what was offered, or the cards, are there for all. The next begins.
struct TurnPaperRound {
  static constexpr std::string_view kName = "TurnPaperRound";

  static void fields(auto&, auto&&) {}
};

struct PaperRoundTurned {
  static constexpr std::string_view kName = "PaperRoundTurned";
  static constexpr int kVersion = 1;

  std::string round;

  static void fields(auto& self, auto&& visit) { visit.required("round", self.round); }
};

/// Command. What the table says to a question of the second or third round, for the paper.
struct SettlePaperLine {
  static constexpr std::string_view kName = "SettlePaperLine";

  std::string question;
  std::string text;

  static void fields(auto& self, auto&& visit) {
    visit.required("question", self.question);
    visit.required("text", self.text);
  }
};

struct PaperLineSettled {
  static constexpr std::string_view kName = "PaperLineSettled";
  static constexpr int kVersion = 1;

  std::string id;
  std::string question;
  std::string text;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("question", self.question);
    visit.required("text", self.text);
  }
};

/// Command. Something goes out again: an own line (for good, also of an edition that is out), a card of one's own that
/// is hidden, and while the edition is being made any card, settled line or promise.
struct TakeOutOfPaper {
  static constexpr std::string_view kName = "TakeOutOfPaper";

  std::string what;

  static void fields(auto& self, auto&& visit) { visit.required("what", self.what); }
};

/// What stands in `events` is destroyed with it.
struct TakenOutOfPaper {
  static constexpr std::string_view kName = "TakenOutOfPaper";
  static constexpr int kVersion = 2;
  static constexpr bool kOfItsActor = true;

  std::string what;
  std::vector<std::int64_t> events;
  std::string person{};    ///< whose own line; empty for what is of all, and for one of who did it
  bool withdrawn = false;  ///< it stood in an edition that is out: that says so

  static void fields(auto& self, auto&& visit) {
    visit.required("what", self.what);
    visit.optional("events", self.events);
    visit.optional("person", self.person);
    visit.optional("withdrawn", self.withdrawn);
  }
};

}  // namespace casus
