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

enum class InstrumentKind { scan, goals, circle, cards };

constexpr std::array<Named<InstrumentKind>, 4> names_of(InstrumentKind) {
  return {{{InstrumentKind::scan, "scan", "word.instrument_kind.scan"},
           {InstrumentKind::goals, "goals", "word.instrument_kind.goals"},
           {InstrumentKind::circle, "circle", "word.instrument_kind.circle"},
           {InstrumentKind::cards, "cards", "word.instrument_kind.cards"}}};
}

/// Where something was read, or is named.
struct Source {
  std::string key;
  Text text;
  std::string url;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("key", self.key);
    visit.required("text", self.text);
    visit.optional("url", self.url);
  }
};

struct ScaleChoice {
  std::string key;
  Text text;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("key", self.key);
    visit.required("text", self.text);
  }
};

struct AnswerScale {
  std::string id;
  std::vector<ScaleChoice> choices;  ///< in order; no answer is better than another

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
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

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
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

/// Words that something listens for, in both languages at once.
struct WordList {
  std::vector<std::string> nl;
  std::vector<std::string> en;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
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

  const Item* item(std::string_view id) const;
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
