// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "core/method/vocabulary.hpp"
#include "core/text/message.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a team learns by, as data: one JSON file each, with a mark and a source for every item. Field by field:
/// workflows/learning/README.md. A team adds its own by a file of its own.
namespace casus::learning {

using method::Mark;

enum class InstrumentKind { scan, goals, circle, cards, paper, course, area, playbook };

constexpr std::array<Named<InstrumentKind>, 8> names_of(InstrumentKind) {
  return {{{InstrumentKind::scan, "scan", "word.instrument_kind.scan"},
           {InstrumentKind::goals, "goals", "word.instrument_kind.goals"},
           {InstrumentKind::circle, "circle", "word.instrument_kind.circle"},
           {InstrumentKind::cards, "cards", "word.instrument_kind.cards"},
           {InstrumentKind::paper, "paper", "word.instrument_kind.paper"},
           {InstrumentKind::course, "course", "word.instrument_kind.course"},
           {InstrumentKind::area, "area", "word.instrument_kind.area"},
           {InstrumentKind::playbook, "playbook", "word.instrument_kind.playbook"}}};
}

/// Where something was read, or is named.
struct Source {
  std::string key;
  Text text;
  std::string url;

  static void fields(auto& self, auto&& visit) {
    visit.required("key", self.key);
    visit.required("text", self.text);
    visit.optional("url", self.url);
  }
};

struct ScaleChoice {
  std::string key;
  Text text;

  static void fields(auto& self, auto&& visit) {
    visit.required("key", self.key);
    visit.required("text", self.text);
  }
};

struct AnswerScale {
  std::string id;
  std::vector<ScaleChoice> choices;  ///< in order; no answer is better than another

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("choices", self.choices);
  }
};

/// One thing that is asked, done or named. `title` is what the source says, with `mark` and `source`; `text` is what
/// stands on the screen, with a mark of its own.
struct Item {
  std::string id;
  std::string group;
  Text title;
  Mark mark = Mark::own;
  std::vector<std::string> source{};  ///< keys of Instrument::sources
  Text text{};
  Mark text_mark = Mark::own;
  std::string scale{};  ///< of a scan: empty for an open text
  bool empty = false;   ///< named somewhere and not publicly read: the team fills it itself

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("group", self.group);
    visit.required("title", self.title);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
    visit.optional("text", self.text);
    visit.optional("text_mark", self.text_mark);
    visit.optional("scale", self.scale);
    visit.optional("empty", self.empty);
  }
};

/// So many minutes of a meeting on one of the lines of a course.
struct CoursePart {
  std::string line;  ///< an item of the group "line"
  int minutes = 0;
  Mark mark = Mark::own;

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.required("minutes", self.minutes);
    visit.optional("mark", self.mark);
  }
};

/// A meeting of a course. `title`, `mark`, `source` and `empty` as of an item; an open one gets its topic from the
/// group.
struct CourseMeeting {
  std::string id;
  std::string group;
  Text title;
  Mark mark = Mark::own;
  std::vector<std::string> source{};
  bool open = false;
  bool empty = false;
  std::vector<CoursePart> parts{};
  int study = 0;  ///< hours of self-study after it
  Mark study_mark = Mark::own;
  Text before{};  ///< what to do before it, and what after it; our own words
  Text after{};

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("group", self.group);
    visit.required("title", self.title);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
    visit.optional("open", self.open);
    visit.optional("empty", self.empty);
    visit.required("parts", self.parts);
    visit.optional("study", self.study);
    visit.optional("study_mark", self.study_mark);
    visit.optional("before", self.before);
    visit.optional("after", self.after);
  }
};

/// What is added up.
enum class CourseCount { meetings, contact_hours, study_hours, months };

constexpr std::array<Named<CourseCount>, 4> names_of(CourseCount) {
  return {{{CourseCount::meetings, "meetings", "word.course_count.meetings"},
           {CourseCount::contact_hours, "contact_hours", "word.course_count.contact_hours"},
           {CourseCount::study_hours, "study_hours", "word.course_count.study_hours"},
           {CourseCount::months, "months", "word.course_count.months"}}};
}

/// A number that the source of a course gives; a plan that departs from it is told.
struct CourseTotal {
  std::string id;
  Text title;
  CourseCount of{};
  std::string group{};  ///< of the meetings that count; empty: all
  int least = 0;
  int most = 0;
  Mark mark = Mark::own;
  std::vector<std::string> source{};

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("title", self.title);
    visit.required("of", self.of);
    visit.optional("group", self.group);
    visit.required("least", self.least);
    visit.required("most", self.most);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
  }
};

/// Words that something listens for, in both languages at once.
struct WordList {
  std::vector<std::string> nl;
  std::vector<std::string> en;

  static void fields(auto& self, auto&& visit) {
    visit.required("nl", self.nl);
    visit.required("en", self.en);
  }
};

struct Instrument {
  std::string id;
  std::string version;
  InstrumentKind kind{};
  Mark status = Mark::own;
  Text name;
  Text summary;
  std::vector<Source> sources;
  std::vector<AnswerScale> scales;
  std::vector<Item> items;
  std::map<std::string, int> numbers;
  std::map<std::string, WordList> words;
  std::vector<CourseMeeting> meetings;  ///< of a course
  std::vector<CourseTotal> totals;      ///< the same

  const CourseMeeting* meeting(std::string_view id) const;
  const Item* item(std::string_view id) const;
  /// As people call it: by its id, or by its title when no other of these groups has that.
  const Item* called(std::string_view typed, const std::vector<std::string_view>& groups) const;
  const AnswerScale* scale(std::string_view id) const;
  std::vector<const Item*> in_group(std::string_view group) const;
  std::vector<std::string_view> item_ids() const;
};

/// Something wrong in a file, in the reader's language when it is told: where (a JSON pointer), what, and what to do.
struct FileProblem {
  std::string pointer;
  text::Message what;
  text::Message remedy;
  FilePlace at = {};
};
using FileProblems = std::vector<FileProblem>;

/// Reads and checks a file: shape first, then meaning. The instrument is usable only when there are no problems.
std::pair<Instrument, FileProblems> parse_instrument(std::string_view bytes);

/// The second pass on its own. What the first found wrong is not told again.
FileProblems check(const Instrument& instrument, const FileProblems& shape = {});

}  // namespace casus::learning
