// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/time.hpp"
#include "core/model/case/mending.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The team's own way of working, sentence by sentence: proposed, tried, adopted in a meeting, looked at again
/// (methodiek [S1], learning.md 5). A sentence is the team's; nobody is named as its maker.
namespace casus {

/// The session in which the playbook lies.
inline constexpr std::string_view kBookSession = "book";

/// Themes of the course in [S1]: four are named, the fifth is not; and what a team adds.
enum class SentenceTheme { direction, own_strength, context, methodical, other };

constexpr std::array<Named<SentenceTheme>, 5> names_of(SentenceTheme) {
  return {{{SentenceTheme::direction, "direction", "word.sentence_theme.direction"},
           {SentenceTheme::own_strength, "own_strength", "word.sentence_theme.own_strength"},
           {SentenceTheme::context, "context", "word.sentence_theme.context"},
           {SentenceTheme::methodical, "methodical", "word.sentence_theme.methodical"},
           {SentenceTheme::other, "other", "word.sentence_theme.other"}}};
}

/// The four of a community of practice [S1].
enum class PracticeElement { community, practice, identity, meaning };

constexpr std::array<Named<PracticeElement>, 4> names_of(PracticeElement) {
  return {{{PracticeElement::community, "community", "word.practice_element.community"},
           {PracticeElement::practice, "practice", "word.practice_element.practice"},
           {PracticeElement::identity, "identity", "word.practice_element.identity"},
           {PracticeElement::meaning, "meaning", "word.practice_element.meaning"}}};
}

/// Out of what a sentence grew.
enum class SentenceFrom { hand, werf, circle };

constexpr std::array<Named<SentenceFrom>, 3> names_of(SentenceFrom) {
  return {{{SentenceFrom::hand, "hand", "word.sentence_from.hand"},
           {SentenceFrom::werf, "werf", "word.sentence_from.werf"},
           {SentenceFrom::circle, "circle", "word.sentence_from.circle"}}};
}

/// Command. A sentence comes in as a concept. One that is there already came up once more.
struct ProposeSentence {
  static constexpr std::string_view kName = "ProposeSentence";

  std::string text;
  SentenceTheme theme = SentenceTheme::other;
  PracticeElement element = PracticeElement::practice;
  /// The case or the circle in which the team said it, "2026-001", or the line there, "2026-001/c3"; empty: by hand. It
  /// is looked up there, and not kept.
  std::string out_of{};

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("theme", self.theme);
    visit.optional("element", self.element);
    visit.optional("out_of", self.out_of);
  }
};

struct SentenceProposed {
  static constexpr std::string_view kName = "SentenceProposed";
  static constexpr int kVersion = 1;

  std::string id;
  std::string text;
  SentenceTheme theme{};
  PracticeElement element{};
  SentenceFrom grew{};

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("text", self.text);
    visit.required("theme", self.theme);
    visit.required("element", self.element);
    visit.required("grew", self.grew);
  }
};

/// The same sentence came up once more.
struct SentenceBacked {
  static constexpr std::string_view kName = "SentenceBacked";
  static constexpr int kVersion = 2;  // the first did not say out of what

  std::string sentence;
  SentenceFrom grew{};

  static void fields(auto& self, auto&& visit) {
    visit.required("sentence", self.sentence);
    visit.required("grew", self.grew);
  }
};

struct SentenceRewordFields {
  std::string sentence;
  std::string text;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("sentence", self.sentence);
    visit.required("text", self.text);
    visit.required("because", self.because);
  }
};

/// Command. Other words; the earlier ones stay as a version. An adopted sentence is a concept again.
struct RewordSentence : SentenceRewordFields {
  static constexpr std::string_view kName = "RewordSentence";
};

struct SentenceReworded : SentenceRewordFields {
  static constexpr std::string_view kName = "SentenceReworded";
  static constexpr int kVersion = 1;
};

/// Command. The team tries it, until a day, with a sign to look for.
struct TrySentence {
  static constexpr std::string_view kName = "TrySentence";

  std::string sentence;
  std::optional<Date> until;
  std::string sign;   ///< by which the team will see that it works
  bool undo = false;  ///< it was a slip of today: it stands as before

  static void fields(auto& self, auto&& visit) {
    visit.required("sentence", self.sentence);
    visit.optional("until", self.until);
    visit.optional("sign", self.sign);
    visit.optional("undo", self.undo);
  }
};

struct SentenceTried {
  static constexpr std::string_view kName = "SentenceTried";
  static constexpr int kVersion = 1;

  std::string sentence;
  Date until{};
  std::string sign;
  bool undone = false;  ///< it stands as before

  static void fields(auto& self, auto&& visit) {
    visit.required("sentence", self.sentence);
    visit.required("until", self.until);
    visit.required("sign", self.sign);
    visit.optional("undone", self.undone);
  }
};

/// Command. Adopted, in a meeting with most of the team there and no objection unheard. For a year.
struct AdoptSentence {
  static constexpr std::string_view kName = "AdoptSentence";

  std::string sentence;
  std::optional<Date> meeting;    ///< the day of the meeting; nothing: today
  std::optional<Date> review_on;  ///< nothing: in a year
  bool undo = false;              ///< it was a slip of today: it stands as before

  static void fields(auto& self, auto&& visit) {
    visit.required("sentence", self.sentence);
    visit.optional("meeting", self.meeting);
    visit.optional("review_on", self.review_on);
    visit.optional("undo", self.undo);
  }
};

struct SentenceAdopted {
  static constexpr std::string_view kName = "SentenceAdopted";
  static constexpr int kVersion = 1;

  std::string sentence;
  Date meeting{};
  int present = 0;
  Date review_on{};
  bool undone = false;  ///< it stands as before

  static void fields(auto& self, auto&& visit) {
    visit.required("sentence", self.sentence);
    visit.required("meeting", self.meeting);
    visit.required("present", self.present);
    visit.required("review_on", self.review_on);
    visit.optional("undone", self.undone);
  }
};

/// Command. The team does not work so any more.
struct LapseSentence {
  static constexpr std::string_view kName = "LapseSentence";

  std::string sentence;
  std::string because;
  bool undo = false;  ///< it was a slip of today: it stands as before

  static void fields(auto& self, auto&& visit) {
    visit.required("sentence", self.sentence);
    visit.optional("because", self.because);
    visit.optional("undo", self.undo);
  }
};

struct SentenceLapsed {
  static constexpr std::string_view kName = "SentenceLapsed";
  static constexpr int kVersion = 1;

  std::string sentence;
  std::string because;
  bool undone = false;  ///< it stands as before

  static void fields(auto& self, auto&& visit) {
    visit.required("sentence", self.sentence);
    visit.required("because", self.because);
    visit.optional("undone", self.undone);
  }
};

/// Command. A sentence that may not be kept (somebody can be recognised in it) goes for good, with all that was said of
/// it.
struct DestroySentence {
  static constexpr std::string_view kName = "DestroySentence";

  std::string sentence;
  DestroyGround ground{};

  static void fields(auto& self, auto&& visit) {
    visit.required("sentence", self.sentence);
    visit.required("ground", self.ground);
  }
};

struct SentenceDestroyed {
  static constexpr std::string_view kName = "SentenceDestroyed";
  static constexpr int kVersion = 1;

  std::string sentence;
  DestroyGround ground{};
  std::vector<std::int64_t> events;  ///< numbers of all that named it; their keys are destroyed with this

  static void fields(auto& self, auto&& visit) {
    visit.required("sentence", self.sentence);
    visit.required("ground", self.ground);
    visit.required("events", self.events);
  }
};

/// Command. Somebody sees it otherwise, by name. Said again before it is heard, it replaces what they said.
struct ObjectToSentence {
  static constexpr std::string_view kName = "ObjectToSentence";

  std::string sentence;
  std::string text;
  bool withdraw = false;  ///< what they said is taken back, for good

  static void fields(auto& self, auto&& visit) {
    visit.required("sentence", self.sentence);
    visit.optional("text", self.text);
    visit.optional("withdraw", self.withdraw);
  }
};

struct SentenceObjected {
  static constexpr std::string_view kName = "SentenceObjected";
  static constexpr int kVersion = 1;

  std::string id;
  std::string sentence;
  std::string person;
  std::string text;
  bool withdrawn = false;
  std::vector<std::int64_t> events{};  ///< with what they said before; destroyed with this one

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("sentence", self.sentence);
    visit.required("person", self.person);
    visit.secret("text", self.person, self.text);
    visit.optional("withdrawn", self.withdrawn);
    visit.optional("events", self.events);
  }
};

struct ObjectionHearFields {
  std::string objection;
  std::string outcome;

  static void fields(auto& self, auto&& visit) {
    visit.required("objection", self.objection);
    visit.required("outcome", self.outcome);
  }
};

/// Command. The table heard an objection; what it did with it. The objection stays in the book.
struct HearObjection : ObjectionHearFields {
  static constexpr std::string_view kName = "HearObjection";
};

struct ObjectionHeard : ObjectionHearFields {
  static constexpr std::string_view kName = "ObjectionHeard";
  static constexpr int kVersion = 1;
};

}  // namespace casus
