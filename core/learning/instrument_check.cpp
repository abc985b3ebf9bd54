// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/circle.hpp"
#include "core/learning/course.hpp"
#include "core/learning/instrument.hpp"
#include "core/learning/playbook.hpp"

#include <algorithm>
#include <set>

namespace casus::learning {
namespace {

using text::Message;
using text::msg;

/// A number that must be given, and between what: more is a slip of the key.
struct Number {
  std::string_view name;
  int least;
  int most;
};

/// What a kind of instrument is made of.
struct Made {
  InstrumentKind kind;
  std::vector<std::string_view> groups;  ///< to which an item can belong; each needs one item
  std::vector<Number> numbers;           ///< all that it has
  std::vector<std::string_view> words;   ///< lists that must be given
};

constexpr int kMostRound = 240;  ///< minutes of a round of the paper

const Made& made_of(InstrumentKind kind) {
  static const std::vector<Made> all{
      {InstrumentKind::scan, {"general", "domain", "open"}, {}, {}},
      {InstrumentKind::goals, {"question"}, {}, {"absence"}},
      {InstrumentKind::circle,
       {"agenda", "line", "five-v", "harvest"},
       {{"cards", 1, kMostCards}, {"dots", 1, kMostDots}},
       {}},
      {InstrumentKind::cards, {"card"}, {}, {}},
      {InstrumentKind::paper,
       {"me", "team", "area"},
       {{"minutes-me", 1, kMostRound},
        {"minutes-team", 1, kMostRound},
        {"minutes-area", 1, kMostRound},
        {"minutes-shift", 1, kMostRound},
        {"cards", 1, kMostCards},
        {"lines", 1, 10}},
       {}},
      {InstrumentKind::course, {"line", "homework"}, {{"weeks", 1, kMostWeeks}}, {}},
      {InstrumentKind::area, {"step", "question"}, {}, {}},
      {InstrumentKind::playbook, {"theme", "element", "rule"}, {{"letters", 40, 1000}, {"review-days", 28, 1830}}, {}},
  };
  return *std::ranges::find(all, kind, &Made::kind);
}

std::vector<std::string> item_ids(const std::vector<std::string_view>& keys) {
  std::vector<std::string> ids;
  for (const auto key : keys) ids.push_back(book_item(key));
  return ids;
}

/// As it stands in the file.
std::string quoted(const std::string& word) { return '"' + word + '"'; }

/// What a course can add up to.
int most_of(CourseCount of) {
  switch (of) {
    case CourseCount::meetings: return 100;
    case CourseCount::months: return 60;
    case CourseCount::contact_hours:
    case CourseCount::study_hours: break;
  }
  return 1000;
}

/// A file names a thing by a short word; in a scan it is typed in front of an answer.
constexpr std::size_t kMostChoices = 9;

class InstrumentCheck {
 public:
  InstrumentCheck(const Instrument& it, const FileProblems& shape) : it_(it), shape_(shape), made_(made_of(it.kind)) {}

  FileProblems run() {
    if (!is_id(it_.id)) add("/id", msg("learnfile.id", "got"_is = it_.id), msg("learnfile.id_do"));
    if (!is_version(it_.version))
      add("/version", msg("learnfile.version", "got"_is = it_.version), msg("learnfile.version_do"));
    words(it_.name, "/name");
    words(it_.summary, "/summary");
    sources();
    scales();
    // What it is made of hangs on its kind.
    if (is_off("kind")) return std::move(problems_);
    items();
    if (it_.kind == InstrumentKind::course) course();
    numbers();
    word_lists();
    return std::move(problems_);
  }

 private:
  /// Whether a part of the file is missing or of another shape.
  bool is_off(std::string_view part) const {
    return std::ranges::any_of(shape_, [&](const FileProblem& one) {
      return one.pointer.empty() ? one.what.arguments().size() == 1 && one.what.arguments().front().value.text() == part
                                 : one.pointer == "/" + std::string(part);
    });
  }

  void add(std::string pointer, Message what, Message remedy) {
    // Where the shape is wrong there is a default that says nothing.
    const auto part = std::string_view(pointer).substr(1);
    const auto wrong = [&](const FileProblem& one) {
      return one.pointer == pointer || pointer.starts_with(one.pointer + "/") || one.pointer.starts_with(pointer + "/");
    };
    if (is_off(part.substr(0, part.find('/'))) ||
        std::ranges::any_of(shape_, [&](const auto& one) { return !one.pointer.empty() && wrong(one); }))
      return;
    problems_.push_back({std::move(pointer), std::move(what), std::move(remedy)});
  }

  void between(int number, int least, int most, const std::string& pointer) {
    if (number < least || number > most)
      add(pointer, msg("learnfile.number_off", "got"_is = number),
          msg("learnfile.number_off_do", "least"_is = least, "most"_is = most));
  }

  void numbers() {
    std::vector<std::string_view> known;
    for (const auto& one : made_.numbers) {
      known.push_back(one.name);
      const auto found = it_.numbers.find(std::string(one.name));
      if (found == it_.numbers.end())
        add("/numbers", msg("learnfile.missing", "key"_is = one.name),
            msg("learnfile.missing_do", "key"_is = one.name));
      else between(found->second, one.least, one.most, "/numbers/" + found->first);
    }
    for (const auto& [name, number] : it_.numbers) {
      if (std::ranges::find(known, name) != known.end()) continue;
      const auto near = nearest(name, known);
      add("/numbers/" + name, msg("learnfile.unknown", "key"_is = name),
          near.empty() ? msg("learnfile.unknown_do") : msg("learn.did_you_mean", "near"_is = near));
    }
  }

  void word_lists() {
    for (const auto name : made_.words)
      if (!it_.words.contains(std::string(name)))
        add("/words", msg("learnfile.missing", "key"_is = name), msg("learnfile.missing_do", "key"_is = name));
    for (const auto& [name, lists] : it_.words) {
      word_list(lists.nl, "/words/" + name + "/nl");
      word_list(lists.en, "/words/" + name + "/en");
    }
  }

  void word_list(const std::vector<std::string>& list, const std::string& pointer) {
    if (list.empty()) add(pointer, msg("learnfile.empty_list"), msg("learnfile.empty_words_do"));
    std::set<std::string> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto at = pointer + '/' + std::to_string(i);
      if (trimmed(list[i]).empty()) add(at, msg("learnfile.no_words"), msg("learnfile.strike_empty_do"));
      else if (!seen.insert(folded(trimmed(list[i]))).second)
        add(at, msg("learnfile.twice", "id"_is = list[i]), msg("learnfile.strike_do"));
    }
  }

  void words(const Text& text, const std::string& pointer) {
    if (trimmed(text.nl).empty()) add(pointer + "/nl", msg("learnfile.no_words"), msg("learnfile.no_words_do"));
    if (trimmed(text.en).empty()) add(pointer + "/en", msg("learnfile.no_words"), msg("learnfile.no_words_do"));
  }

  void id(const std::string& value, const std::string& pointer, std::set<std::string>& seen) {
    if (!is_id(value)) add(pointer, msg("learnfile.id", "got"_is = value), msg("learnfile.id_do"));
    else if (!seen.insert(value).second)
      add(pointer, msg("learnfile.twice", "id"_is = value), msg("learnfile.twice_do"));
  }

  void sources() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < it_.sources.size(); ++i) {
      const auto& one = it_.sources[i];
      const auto at = "/sources/" + std::to_string(i);
      if (trimmed(one.key).empty()) add(at + "/key", msg("learnfile.no_words"), msg("learnfile.source_key_do"));
      else if (!seen.insert(one.key).second)
        add(at + "/key", msg("learnfile.twice", "id"_is = one.key), msg("learnfile.twice_do"));
      words(one.text, at + "/text");
    }
  }

  void scales() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < it_.scales.size(); ++i) {
      const auto& one = it_.scales[i];
      const auto at = "/scales/" + std::to_string(i);
      id(one.id, at + "/id", seen);
      if (one.choices.size() < 2 || one.choices.size() > kMostChoices)
        add(at + "/choices", msg("learnfile.choices", "count"_is = one.choices.size()),
            msg("learnfile.choices_do", "most"_is = kMostChoices));
      std::set<std::string> keys;
      for (std::size_t k = 0; k < one.choices.size(); ++k) {
        const auto choice = at + "/choices/" + std::to_string(k);
        id(one.choices[k].key, choice + "/key", keys);
        words(one.choices[k].text, choice + "/text");
      }
    }
  }

  void items() {
    std::set<std::string> seen;
    std::set<std::string_view> groups;
    for (std::size_t i = 0; i < it_.items.size(); ++i) {
      const auto& one = it_.items[i];
      const auto at = "/items/" + std::to_string(i);
      id(one.id, at + "/id", seen);
      words(one.title, at + "/title");
      groups.insert(one.group);
      if (std::ranges::find(made_.groups, one.group) == made_.groups.end())
        add(at + "/group", msg("learnfile.not_one_of", "got"_is = quoted(one.group)),
            msg("learnfile.not_one_of_do", "known"_is = joined(made_.groups)));
      sources_of(one.mark, one.source, one.empty, at);
      if (one.source.empty() && one.text_mark != Mark::own && one.mark == Mark::own && !one.empty)
        add(at + "/source", msg("learnfile.no_source", "mark"_is = key(one.text_mark)), msg("learnfile.no_source_do"));
      if (one.empty && !one.text.empty())
        add(at + "/text", msg("learnfile.empty_place"), msg("learnfile.empty_place_do"));
      if (!one.empty) words(one.text, at + "/text");
      if (it_.kind == InstrumentKind::scan) answered_by(one, at);
      if (it_.kind == InstrumentKind::playbook) of_the_book(one, at);
    }
    if (it_.items.empty())
      return add("/items", msg("learnfile.empty_list"),
                 msg("learnfile.empty_items_do", "groups"_is = joined(made_.groups)));
    for (const auto group : made_.groups)
      if (!groups.contains(group))
        add("/items", msg("learnfile.no_item", "group"_is = group), msg("learnfile.no_item_do", "group"_is = group));
  }

  /// What is said to be read somewhere names where; an empty place names where it is mentioned.
  void sources_of(Mark mark, const std::vector<std::string>& source, bool empty, const std::string& at) {
    if (source.empty() && (mark != Mark::own || empty))
      add(at + "/source", msg("learnfile.no_source", "mark"_is = key(mark)), msg("learnfile.no_source_do"));
    if (is_off("sources")) return;
    std::vector<std::string_view> known;
    for (const auto& one : it_.sources)
      if (!trimmed(one.key).empty()) known.push_back(one.key);
    std::set<std::string> seen;
    for (std::size_t k = 0; k < source.size(); ++k) {
      const auto place = at + "/source/" + std::to_string(k);
      if (trimmed(source[k]).empty())
        add(place, msg("learnfile.no_words"),
            known.empty() ? msg("learnfile.strike_empty_do")
                          : msg("learnfile.name_source_do", "known"_is = joined(known)));
      else if (!seen.insert(source[k]).second)
        add(place, msg("learnfile.twice", "id"_is = source[k]), msg("learnfile.strike_do"));
      else if (std::ranges::find(known, source[k]) == known.end())
        add(place, msg("learnfile.source_unknown", "key"_is = source[k]),
            known.empty() ? msg("learnfile.no_sources_do")
                          : msg("learnfile.source_unknown_do", "known"_is = joined(known)));
    }
  }

  /// Meetings with minutes on lines that there are, and totals that can be met.
  void course() {
    if (it_.meetings.empty()) add("/meetings", msg("learnfile.no_meetings"), msg("learnfile.no_meetings_do"));
    std::vector<std::string_view> lines;
    for (const auto* line : it_.in_group("line")) lines.push_back(line->id);
    std::set<std::string> seen, totals;
    std::set<std::string_view> groups;
    for (std::size_t i = 0; i < it_.meetings.size(); ++i) {
      const auto& one = it_.meetings[i];
      const auto at = "/meetings/" + std::to_string(i);
      id(one.id, at + "/id", seen);
      words(one.title, at + "/title");
      sources_of(one.mark, one.source, one.empty, at);
      if (!one.before.empty()) words(one.before, at + "/before");
      if (!one.after.empty()) words(one.after, at + "/after");
      groups.insert(one.group);
      between(one.study, 0, kMostStudy, at + "/study");
      if (one.parts.empty()) add(at + "/parts", msg("learnfile.no_parts"), msg("learnfile.no_parts_do"));
      for (std::size_t k = 0; k < one.parts.size(); ++k) {
        const auto part = at + "/parts/" + std::to_string(k);
        if (std::ranges::find(lines, one.parts[k].line) == lines.end())
          add(part + "/line", msg("learnfile.not_one_of", "got"_is = quoted(one.parts[k].line)),
              msg("learnfile.not_one_of_do", "known"_is = joined(lines)));
        if (one.parts[k].minutes < 1)
          add(part + "/minutes", msg("learnfile.no_minutes"), msg("learnfile.no_minutes_do"));
        else between(one.parts[k].minutes, 1, kMostMinutes, part + "/minutes");
      }
    }
    for (std::size_t i = 0; i < it_.totals.size(); ++i) {
      const auto& one = it_.totals[i];
      const auto at = "/totals/" + std::to_string(i);
      id(one.id, at + "/id", totals);
      words(one.title, at + "/title");
      sources_of(one.mark, one.source, false, at);
      between(one.least, 0, most_of(one.of), at + "/least");
      between(one.most, 0, most_of(one.of), at + "/most");
      if (one.least > one.most)
        add(at + "/most", msg("learnfile.least_most", "least"_is = one.least, "most"_is = one.most),
            msg("learnfile.least_most_do"));
      if (!one.group.empty() && !groups.contains(one.group))
        add(at + "/group", msg("learnfile.no_meeting_of", "group"_is = one.group), msg("learnfile.no_meeting_of_do"));
    }
  }

  /// Themes and elements are those that a sentence can have; a team gives them another title.
  void of_the_book(const Item& one, const std::string& at) {
    const auto known = one.group == "theme"     ? item_ids(keys_of<SentenceTheme>())
                       : one.group == "element" ? item_ids(keys_of<PracticeElement>())
                                                : std::vector<std::string>{one.id};
    if (!is_id(one.id) || std::ranges::find(known, one.id) != known.end()) return;
    add(at + "/id", msg("learnfile.not_one_of", "got"_is = quoted(one.id)),
        msg("learnfile.not_one_of_do", "known"_is = joined(std::vector<std::string_view>(known.begin(), known.end()))));
  }

  void answered_by(const Item& one, const std::string& at) {
    if (one.group == "open") {
      if (!one.scale.empty()) add(at + "/scale", msg("learnfile.open_scale"), msg("learnfile.open_scale_do"));
    } else if (it_.scales.empty()) {
      // Said once: each item would say it again.
      if (!without_scales_)
        add(at + "/scale", msg("learnfile.no_scale", "scale"_is = one.scale), msg("learnfile.no_scales_do"));
      without_scales_ = true;
    } else if (it_.scale(one.scale) == nullptr) {
      std::vector<std::string_view> known;
      for (const auto& scale : it_.scales) known.push_back(scale.id);
      add(at + "/scale", msg("learnfile.no_scale", "scale"_is = one.scale),
          msg("learnfile.not_one_of_do", "known"_is = joined(known)));
    }
  }

  const Instrument& it_;
  const FileProblems& shape_;
  const Made& made_;
  FileProblems problems_;
  bool without_scales_ = false;
};

}  // namespace

FileProblems check(const Instrument& instrument, const FileProblems& shape) {
  return InstrumentCheck(instrument, shape).run();
}

}  // namespace casus::learning
