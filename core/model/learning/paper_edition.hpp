// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/model/team/area.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The edition that comes of a paper session: what is promised and what came of it, the proof with what it took from
/// elsewhere, the number. The rounds stand in paper.hpp.
namespace casus {

/// What the team will have done before the next edition; `who` is the team, an organisation, residents.
struct PaperPromise {
  std::string id;
  std::string who;
  std::string what;
  Date by_when{};

  bool operator==(const PaperPromise&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("who", self.who);
    visit.required("what", self.what);
    visit.required("by_when", self.by_when);
  }
};

/// Command. Something is promised in this edition.
struct PromiseInPaper {
  static constexpr std::string_view kName = "PromiseInPaper";

  std::string what;
  std::string who;
  Date by_when{};

  static void fields(auto& self, auto&& visit) {
    visit.required("what", self.what);
    visit.required("who", self.who);
    visit.required("by_when", self.by_when);
  }
};

struct PaperPromised : PaperPromise {
  static constexpr std::string_view kName = "PaperPromised";
  static constexpr int kVersion = 1;
};

/// What came of a promise of the edition before.
struct PromiseAnswer {
  std::string promise;
  Done state{};
  std::string outcome;

  static void fields(auto& self, auto&& visit) {
    visit.required("promise", self.promise);
    visit.required("state", self.state);
    visit.required("outcome", self.outcome);
  }
};

/// Command. What came of a promise of the edition before; said again, it replaces what was said. Without a state it is
/// done.
struct AnswerPromise {
  static constexpr std::string_view kName = "AnswerPromise";

  std::string promise;
  Done state = Done::done;
  std::string outcome;

  static void fields(auto& self, auto&& visit) {
    visit.required("promise", self.promise);
    visit.optional("state", self.state);
    visit.required("outcome", self.outcome);
  }
};

struct PromiseAnswered : PromiseAnswer {
  static constexpr std::string_view kName = "PromiseAnswered";
  static constexpr int kVersion = 2;
};

/// A circle of learning that was settled since the edition before: headings of clusters, and what was agreed.
struct PaperCircle {
  std::string question;
  std::vector<std::string> mentioned;  ///< most mentioned first
  std::vector<std::string> agreed;

  bool operator==(const PaperCircle&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("question", self.question);
    visit.optional("mentioned", self.mentioned);
    visit.optional("agreed", self.agreed);
  }
};

/// A line of the team's own (`team line`).
struct PaperTeamLine {
  PaperLayer layer{};
  std::string text;

  bool operator==(const PaperTeamLine&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("layer", self.layer);
    visit.required("text", self.text);
  }
};

/// What an edition takes from elsewhere, as it was when the proof was made.
struct PaperDrawn {
  std::vector<PaperTeamLine> lines;    ///< since the edition before
  std::vector<std::string> focuses;    ///< open focus points of the area
  std::vector<std::string> sentences;  ///< of the playbook, adopted since the edition before
  std::vector<PaperCircle> circles;

  bool operator==(const PaperDrawn&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.optional("lines", self.lines);
    visit.optional("focuses", self.focuses);
    visit.optional("sentences", self.sentences);
    visit.optional("circles", self.circles);
  }
};

/// Command. A proof (drukproef): the edition as it will be. What changes after it asks for another.
struct ProofPaper {
  static constexpr std::string_view kName = "ProofPaper";

  static void fields(auto&, auto&&) {}
};

struct PaperProofed {
  static constexpr std::string_view kName = "PaperProofed";
  static constexpr int kVersion = 1;

  PaperDrawn drawn;

  static void fields(auto& self, auto&& visit) { visit.required("drawn", self.drawn); }
};

/// Command. The edition is out, as it stands in the proof.
struct PublishPaper {
  static constexpr std::string_view kName = "PublishPaper";

  static void fields(auto&, auto&&) {}
};

struct PaperPublished {
  static constexpr std::string_view kName = "PaperPublished";
  static constexpr int kVersion = 1;

  int number = 0;

  static void fields(auto& self, auto&& visit) { visit.required("number", self.number); }
};

struct PaperCancelFields {
  std::string because;

  static void fields(auto& self, auto&& visit) { visit.required("because", self.because); }
};

/// Command. The edition was begun by mistake, or is taken back after it was out: what people wrote goes for good, its
/// number is not given again.
struct CancelPaper : PaperCancelFields {
  static constexpr std::string_view kName = "CancelPaper";
};

struct PaperCancelled : PaperCancelFields {
  static constexpr std::string_view kName = "PaperCancelled";
  static constexpr int kVersion = 1;
};

}  // namespace casus
