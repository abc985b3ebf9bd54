// SPDX-License-Identifier: EUPL-1.2
#include "cli/diagnosis.hpp"

#include "cli/tree.hpp"

#include <algorithm>
#include <optional>

namespace casus::cli {
namespace {

/// The slots of the verb at a path and of every verb, kept with the values they are bound to.
class Known {
 public:
  Known(std::string_view path, const Spelling& how) : common_(how), own_(how) {
    globals_.shape(common_);
    if (const auto* entry = entry_of(path)) {
      verb_ = entry->fresh();
      verb_->shape(own_);
    }
  }

  Known(const Known&) = delete;  // slots point into it
  Known& operator=(const Known&) = delete;

  const Slot* option(std::string_view name) const {
    for (const auto* slots : {&own_, &common_})
      for (const auto& slot : slots->all())
        if (slot.kind != Slot::Kind::word && slot.name == name) return &slot;
    return nullptr;
  }

  std::vector<std::string_view> option_names() const {
    std::vector<std::string_view> names;
    for (const auto* slots : {&own_, &common_})
      for (const auto& slot : slots->all())
        if (slot.kind != Slot::Kind::word) names.push_back(slot.name);
    return names;
  }

  const std::vector<Slot>& own() const { return own_.all(); }

 private:
  Globals globals_;
  Slots common_;
  std::unique_ptr<Verb> verb_;
  Slots own_;
};

std::string unknown_name(const std::string& path, const std::string& word, const Spelling& how) {
  const auto names = names_below(path);
  if (path.empty())
    return said(how.lang, {"'{}' ken ik niet{}; kies uit: {}", "there is no '{}'{}; choose: {}"}, word,
                hint_in(how.lang, word, names), joined(names));
  return said(how.lang, {"'casus {}' kent geen '{}'{}; kies uit: {}", "'casus {}' has no '{}'{}; choose: {}"}, path,
              word, hint_in(how.lang, word, names), joined(names));
}

bool is_option(std::string_view argument) {
  return argument.size() > 1 && argument.front() == '-' && (argument[1] < '0' || argument[1] > '9');
}

}  // namespace

Walk walk_of(const std::vector<std::string>& arguments, const Spelling& how) {
  Walk walk;
  std::optional<Known> known;
  known.emplace("", how);
  bool words_only = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto& argument = arguments[i];
    if (!words_only && argument == "--") {
      words_only = true;
    } else if (!words_only && is_option(argument)) {
      const auto name = argument.substr(0, argument.find('='));
      walk.help = walk.help || name == "--help" || name == "-h";
      walk.options.push_back(name);
      const auto* slot = known->option(name);
      const bool takes = slot != nullptr && slot->kind == Slot::Kind::option && name.size() == argument.size();
      if (takes && i + 1 == arguments.size()) walk.no_value.push_back(name);
      else if (takes) ++i;
    } else if (entry_of(walk.path) != nullptr && !walk.path.empty()) {
      walk.words.push_back(argument);
    } else {
      const auto names = names_below(walk.path);
      if (std::ranges::find(names, argument) == names.end()) {
        walk.wrong_name = unknown_name(walk.path, argument, how);
        return walk;
      }
      if (walk.path.empty()) walk.noun = argument;
      else walk.path += ' ';
      walk.path += argument;
      known.emplace(walk.path, how);
    }
  }
  return walk;
}

std::vector<std::string> diagnosis(const Walk& walk, const Spelling& how) {
  const Known known(walk.path, how);
  std::vector<std::string> told;
  for (const auto& name : walk.options)
    if (known.option(name) == nullptr)
      told.push_back(said(how.lang, {"'casus {}' kent geen {}{}", "'casus {}' has no {}{}"}, walk.path, name,
                          hint_in(how.lang, name, known.option_names())));
  const bool unknown = !told.empty();
  for (const auto& name : walk.no_value)
    told.push_back(said(how.lang, {"achter {} hoort een waarde", "{} needs a value"}, name));

  std::size_t places = 0;
  for (const auto& slot : known.own()) {
    const bool word = slot.kind == Slot::Kind::word;
    const bool there = word ? places < walk.words.size() : std::ranges::count(walk.options, slot.name) > 0;
    if (word) ++places;
    if (slot.required && !there)
      told.push_back(said(how.lang, {"{} ontbreekt: {}", "{} is missing: {}"}, slot.name, slot.about.in(how.lang)));
    if (!word && !slot.many && slot.kind == Slot::Kind::option && std::ranges::count(walk.options, slot.name) > 1)
      told.push_back(said(how.lang, {"{} mag maar één keer", "{} may be given once only"}, slot.name));
  }
  // After an option that is not there stands its value, most likely.
  if (walk.words.size() > places && !unknown)
    told.push_back(said(how.lang,
                        {"'{}' is te veel; zet een tekst met spaties tussen aanhalingstekens",
                         "'{}' is too much; put a text with spaces between quotes"},
                        walk.words[places]));
  return told;
}

}  // namespace casus::cli
