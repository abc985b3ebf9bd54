// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/instrument.hpp"

#include <algorithm>
#include <set>

namespace casus::learning {
namespace {

using text::Message;
using text::msg;

/// What a kind of instrument is made of.
struct Made {
  InstrumentKind kind;
  std::vector<std::string_view> groups;   ///< to which an item can belong; each needs one item
  std::vector<std::string_view> numbers;  ///< that must be given
  std::vector<std::string_view> words;    ///< lists that must be given
};

const Made& made_of(InstrumentKind kind) {
  static const std::vector<Made> all{
      {InstrumentKind::scan, {"general", "domain", "open"}, {}, {}},
      {InstrumentKind::goals, {"question"}, {}, {"absence"}},
      {InstrumentKind::circle, {"agenda", "line", "five-v", "harvest"}, {"cards", "dots"}, {}},
      {InstrumentKind::cards, {"card"}, {}, {}},
  };
  return *std::ranges::find(all, kind, &Made::kind);
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
    if (std::ranges::any_of(shape_, [](const FileProblem& one) { return one.pointer == "/kind"; }))
      return std::move(problems_);
    items();
    for (const auto name : made_.numbers)
      if (!it_.numbers.contains(std::string(name)))
        add("/numbers", msg("learnfile.missing", "key"_is = name), msg("learnfile.missing_do", "key"_is = name));
    for (const auto name : made_.words)
      if (!it_.words.contains(std::string(name)))
        add("/words", msg("learnfile.missing", "key"_is = name), msg("learnfile.missing_do", "key"_is = name));
    return std::move(problems_);
  }

 private:
  void add(std::string pointer, Message what, Message remedy) {
    // Where the shape is wrong there is a default that says nothing.
    const auto wrong = [&](const FileProblem& one) {
      return one.pointer == pointer || pointer.starts_with(one.pointer + "/") || one.pointer.starts_with(pointer + "/");
    };
    const bool top_missing = std::ranges::any_of(shape_, [&](const FileProblem& one) {
      return one.pointer.empty() && one.what.arguments().size() == 1 &&
             pointer == "/" + one.what.arguments().front().value.text();
    });
    if (top_missing || std::ranges::any_of(shape_, [&](const auto& one) { return !one.pointer.empty() && wrong(one); }))
      return;
    problems_.push_back({std::move(pointer), std::move(what), std::move(remedy)});
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
      if (trimmed(one.key).empty()) add(at + "/key", msg("learnfile.no_words"), msg("learnfile.no_words_do"));
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
        add(at + "/group", msg("learnfile.not_one_of", "got"_is = one.group),
            msg("learnfile.not_one_of_do", "known"_is = joined(made_.groups)));
      sources_of(one, at);
      if (one.empty && !one.text.empty())
        add(at + "/text", msg("learnfile.empty_place"), msg("learnfile.empty_place_do"));
      if (!one.empty) words(one.text, at + "/text");
      if (it_.kind == InstrumentKind::scan) answered_by(one, at);
    }
    for (const auto group : made_.groups)
      if (!groups.contains(group))
        add("/items", msg("learnfile.no_item", "group"_is = group), msg("learnfile.no_item_do", "group"_is = group));
  }

  /// What is said to be read somewhere names where; an empty place names where it is mentioned.
  void sources_of(const Item& one, const std::string& at) {
    if (one.source.empty() && (one.mark != Mark::own || one.empty))
      add(at + "/source", msg("learnfile.no_source", "mark"_is = key(one.mark)), msg("learnfile.no_source_do"));
    std::vector<std::string_view> known;
    for (const auto& source : it_.sources) known.push_back(source.key);
    for (std::size_t k = 0; k < one.source.size(); ++k)
      if (std::ranges::find(known, one.source[k]) == known.end())
        add(at + "/source/" + std::to_string(k), msg("learnfile.source_unknown", "key"_is = one.source[k]),
            msg("learnfile.source_unknown_do", "known"_is = joined(known)));
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
