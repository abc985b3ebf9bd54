// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/base/json_fields.hpp"
#include "core/base/strict_json.hpp"
#include "core/method/phrases.hpp"
#include "core/method/phrases_data.hpp"

#include <algorithm>
#include <map>

/// What the program itself listens for, from phrases.json.
namespace casus::method {
namespace {

struct File {
  int format = 0;
  std::vector<PhraseList> lists;
  std::vector<std::string> plain;  ///< the same words where nobody is in danger

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("format", self.format);
    visit.required("lists", self.lists);
    visit.required("plain", self.plain);
  }
};

const File& file() {
  static const File kFile = [] {
    Problems problems;
    File read;
    const auto json = strict_json(kPhrasesData, {64 * 1024, 6, "format"}, problems);
    if (problems.empty()) fields::read(json, read, "", problems);
    // It is compiled in, so a file that does not fit is a program that was built wrong.
    if (!problems.empty()) throw Fault(Fault::Kind::definition, "phrases.json: " + problems.front().pointer);
    for (auto& list : read.lists) list.note_beginnings();
    return read;
  }();
  return kFile;
}

/// What stands there is not heard as the phrase of a list that it holds.
bool is_plain(const std::string& spoken_text, std::string_view phrase) {
  return std::ranges::any_of(file().plain, [&](const std::string& plain) {
    return plain.find(phrase) != std::string::npos && said_in(spoken_text, std::span(&plain, 1));
  });
}

bool stands_in(const std::string& spoken_text, std::string_view list) {
  static const auto kIndexes = [] {
    std::map<std::string_view, PhraseIndex> all;
    for (const auto& one : core_phrases()) all.emplace(one.id, PhraseIndex(one));
    return all;
  }();
  const auto found = kIndexes.find(list);
  return found != kIndexes.end() &&
         found->second.is_said_in(spoken_text, [&](std::string_view phrase) { return !is_plain(spoken_text, phrase); });
}

}  // namespace

const std::vector<PhraseList>& core_phrases() { return file().lists; }

bool tells_of_danger(std::string_view text) { return spoken_of_danger(spoken(text)); }

bool tells_of_worry(std::string_view text) { return spoken_of_worry(spoken(text)); }

bool spoken_of_danger(const std::string& spoken_text) { return stands_in(spoken_text, kDanger); }

bool spoken_of_worry(const std::string& spoken_text) { return stands_in(spoken_text, kWorry); }

}  // namespace casus::method
