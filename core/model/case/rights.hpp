// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/time.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>

/// What a resident may ask of the team about the own data: dated, and answered within a month (AVG 12.3). Commands and
/// their events.
namespace casus {

enum class Right { access, rectification, erasure, restriction, objection };

constexpr std::array<Named<Right>, 5> names_of(Right) {
  return {{{Right::access, "access", "word.right.access"},
           {Right::rectification, "rectification", "word.right.rectification"},
           {Right::erasure, "erasure", "word.right.erasure"},
           {Right::restriction, "restriction", "word.right.restriction"},
           {Right::objection, "objection", "word.right.objection"}}};
}

/// The article of the GDPR that gives it.
constexpr int article_of(Right right) {
  constexpr std::array<int, 5> kArticles{15, 16, 17, 18, 21};
  return kArticles[static_cast<std::size_t>(right)];
}

/// What came of a request.
enum class RightAnswer { granted, partly, refused, extended };

constexpr std::array<Named<RightAnswer>, 4> names_of(RightAnswer) {
  return {{{RightAnswer::granted, "granted", "word.right_answer.granted"},
           {RightAnswer::partly, "partly", "word.right_answer.partly"},
           {RightAnswer::refused, "refused", "word.right_answer.refused"},
           {RightAnswer::extended, "extended", "word.right_answer.extended"}}};
}

/// Command. The resident asks for something that the law gives them; whoever hears it writes it down.
struct AskRight {
  static constexpr std::string_view kName = "AskRight";

  Right right{};
  std::string text;        ///< what was asked, in the resident's words
  std::optional<Date> on;  ///< day on which it was asked; nothing: today
  std::string asked_by;    ///< who asked, when it was another than the resident: a parent, a representative
  std::optional<int> age;  ///< of the youth, when the resident is one: from 12 with the parents, from 16 alone

  static void fields(auto& self, auto&& visit) {
    visit.required("right", self.right);
    visit.optional("text", self.text);
    visit.optional("on", self.on);
    visit.optional("asked_by", self.asked_by);
    visit.optional("age", self.age);
  }
};

struct RightAsked {
  static constexpr std::string_view kName = "RightAsked";
  static constexpr int kVersion = 1;

  std::string id;
  Right right{};
  std::string text;
  Date on{};
  std::string asked_by;
  std::optional<int> age;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("right", self.right);
    visit.optional("text", self.text);
    visit.required("on", self.on);
    visit.optional("asked_by", self.asked_by);
    visit.optional("age", self.age);
  }
};

struct RightAnswerFields {
  std::string request;
  RightAnswer answer{};
  std::string because;
  std::optional<Date> on;  ///< day on which the resident heard; nothing: today

  static void fields(auto& self, auto&& visit) {
    visit.required("request", self.request);
    visit.required("answer", self.answer);
    visit.optional("because", self.because);
    visit.optional("on", self.on);
  }
};

/// Command. What the resident was told; refusing and putting off take a reason.
struct AnswerRight : RightAnswerFields {
  static constexpr std::string_view kName = "AnswerRight";
};

struct RightAnswered : RightAnswerFields {
  static constexpr std::string_view kName = "RightAnswered";
  static constexpr int kVersion = 1;
};

struct RestrictionLiftFields {
  std::string request;
  std::string because;
  std::optional<Date> told;  ///< day on which the resident heard that it would end: before it does (AVG 18.3)
  std::optional<Date> on;    ///< day from which it is lifted; nothing: today

  static void fields(auto& self, auto&& visit) {
    visit.required("request", self.request);
    visit.optional("because", self.because);
    visit.optional("told", self.told);
    visit.optional("on", self.on);
  }
};

/// Command. A restriction that was granted ends: what it was for is settled, and the resident was told so.
struct LiftRestriction : RestrictionLiftFields {
  static constexpr std::string_view kName = "LiftRestriction";
};

struct RestrictionLifted : RestrictionLiftFields {
  static constexpr std::string_view kName = "RestrictionLifted";
  static constexpr int kVersion = 1;
};

}  // namespace casus
