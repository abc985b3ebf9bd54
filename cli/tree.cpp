// SPDX-License-Identifier: EUPL-1.2
#include "cli/tree.hpp"
#include "core/text/voice.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace casus::cli {
namespace {

bool is_option(std::string_view argument) {
  return argument.size() > 1 && argument.front() == '-' && (argument[1] < '0' || argument[1] > '9');
}

/// A line taken apart: how far its names lead, and which text goes to which slot. What it means is found out after
/// that, when the language of the user is known wherever in the line it was said.
class Line {
 public:
  Line(Globals& globals, const std::vector<std::string>& arguments) {
    globals.shape(common_);
    bool words_only = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      const auto& argument = arguments[i];
      if (words_only || !is_option(argument)) take_word(argument);
      else if (argument == "--") words_only = true;
      else if (take_option(argument, i + 1 < arguments.size() ? &arguments[i + 1] : nullptr)) ++i;
    }
  }
  Line(const Line&) = delete;  // slots point into it
  Line& operator=(const Line&) = delete;

  const std::string& path() const { return path_; }
  const std::vector<std::string>& words() const { return words_; }  ///< behind the verb
  bool asks_help() const { return help_; }
  /// Whether a name was reached that is not known.
  bool is_lost() const { return !wrong_name_.empty(); }
  /// Whether every option is one that all verbs take.
  bool has_only_common() const {
    return std::ranges::all_of(options_, [&](const Given& given) {
      return std::ranges::any_of(common_.all(), [&](const Slot& slot) { return slot.name == given.name; });
    });
  }
  std::unique_ptr<Verb> take_verb() { return std::move(verb_); }

  /// What every verb takes, as it was typed.
  void fill_common(const Spelling& how, std::vector<std::string>& wrong) { fill(common_, how, wrong); }

  /// The same for what is of the verb, and everything that is wrong with the line.
  void fill_verb(const Spelling& how, std::vector<std::string>& wrong, std::vector<Parsed::Lack>& lacks) {
    if (is_lost()) return wrong.push_back(unknown_name(how.voice));
    if (!verb_) return;
    fill(own_, how, wrong);
    tell_options(how.voice, wrong);
    tell_slots(how.voice, wrong, lacks);
  }

 private:
  struct Given {
    std::string name;  ///< of the option; empty for a word
    std::string value;
    bool has_value = false;
  };

  void take_word(const std::string& word) {
    if (is_lost()) return;  // only what every verb takes is still heard: how to tell what is wrong
    if (verb_) return words_.push_back(word);
    const auto names = names_below(path_);
    if (std::ranges::find(names, word) == names.end()) {
      wrong_name_ = word;
      return;
    }
    path_ += (path_.empty() ? "" : " ") + word;
    if (const auto* entry = entry_of(path_)) {
      verb_ = entry->fresh();
      verb_->shape(own_);
    }
  }

  /// Whether the argument behind it is its value.
  bool take_option(const std::string& argument, const std::string* next) {
    const auto sign = argument.find('=');
    const auto name = argument.substr(0, sign);
    help_ = help_ || (!is_lost() && (name == "--help" || name == "-h"));
    const auto* slot = option(name);
    const bool wants = slot != nullptr && slot->kind == Slot::Kind::option;
    if (sign != std::string::npos) {
      options_.push_back({name, argument.substr(sign + 1), true});
      return false;
    }
    const bool behind = wants && next != nullptr && *next != "--" && option(*next) == nullptr;
    options_.push_back({name, behind ? *next : std::string(), behind || !wants});
    return behind;
  }

  const Slot* option(std::string_view name) const {
    for (const auto* slots : {&own_, &common_})
      for (const auto& slot : slots->all())
        if (slot.kind != Slot::Kind::word && slot.name == name) return &slot;
    return nullptr;
  }

  void fill(Slots& slots, const Spelling& how, std::vector<std::string>& wrong) {
    std::size_t word = 0;
    const auto set = [&](const Slot& slot, const std::string& value) {
      if (auto problem = slot.set(value, how); !problem.empty()) wrong.push_back(slot.name + ": " + problem);
    };
    for (const auto& slot : slots.all()) {
      if (&slots == &common_ && is_own(slot.name)) continue;
      if (slot.kind == Slot::Kind::word) {
        do {
          if (word < words_.size()) set(slot, words_[word]);
          ++word;
        } while (slot.many && word < words_.size());  // the last one takes all that is left
        continue;
      }
      for (const auto& given : options_)
        if (given.name == slot.name && given.has_value) set(slot, given.value);
    }
  }

  /// A verb may mean something else by what every verb takes: `case export --format xes`.
  bool is_own(std::string_view name) const { return own_.has(name); }

  std::string unknown_name(const text::Voice& voice) const {
    const auto names = names_below(path_);
    const auto near = hint_in(voice, wrong_name_, names);
    if (path_.empty())
      return text::say(voice, "tree.choose", "wrong_name"_is = wrong_name_, "near"_is = near,
                       "names"_is = joined(names));
    return text::say(voice, "tree.has_choose", "path"_is = path_, "wrong_name"_is = wrong_name_, "near"_is = near,
                     "names"_is = joined(names));
  }

  void tell_options(const text::Voice& voice, std::vector<std::string>& wrong) const {
    std::vector<std::string_view> known;
    for (const auto* slots : {&own_, &common_})
      for (const auto& slot : slots->all())
        if (slot.kind != Slot::Kind::word) known.push_back(slot.name);
    for (const auto& given : options_)
      if (option(given.name) == nullptr && given.name != "-h")
        wrong.push_back(text::say(voice, "tree.has", "path"_is = path_, "given"_is = given.name,
                                  "known"_is = hint_in(voice, given.name, known)));
    for (const auto& given : options_)
      if (!given.has_value) wrong.push_back(text::say(voice, "tree.needs_value", "given"_is = given.name));
  }

  void tell_slots(const text::Voice& voice, std::vector<std::string>& wrong, std::vector<Parsed::Lack>& lacks) const {
    std::size_t places = 0;
    for (const auto& slot : own_.all()) {
      const bool word = slot.kind == Slot::Kind::word;
      const auto times =
          word ? (places < words_.size() ? 1 : 0) : std::ranges::count(options_, slot.name, &Given::name);
      if (word) places = slot.many ? std::max(places + 1, words_.size()) : places + 1;
      if (slot.required && times == 0) {
        wrong.push_back(text::say(voice, "tree.missing", "slot"_is = slot.name, "about"_is = slot.about.in(voice)));
        lacks.push_back({slot.name, slot.about, slot.choices, word});
      }
      if (slot.kind == Slot::Kind::option && !slot.many && times > 1)
        wrong.push_back(text::say(voice, "tree.may_given_once_only", "slot"_is = slot.name));
    }
    for (const auto& slot : common_.all())
      if (slot.kind == Slot::Kind::option && !is_own(slot.name) &&
          std::ranges::count(options_, slot.name, &Given::name) > 1)
        wrong.push_back(text::say(voice, "tree.may_given_once_only", "slot"_is = slot.name));
    // After an option that is not there stands its value, most likely.
    const bool unknown =
        std::ranges::any_of(options_, [&](const Given& given) { return option(given.name) == nullptr; });
    if (words_.size() > places && !unknown)
      wrong.push_back(text::say(voice, "tree.too_much_put_text_spaces", "places"_is = words_[places]));
  }

  Slots common_, own_;
  std::string path_, wrong_name_;
  std::unique_ptr<Verb> verb_;
  std::vector<std::string> words_;
  std::vector<Given> options_;
  bool help_ = false;
};

}  // namespace

const Entry* entry_of(std::string_view path) {
  const auto found = std::ranges::find(all_verbs(), path, &Entry::path);
  return found == all_verbs().end() ? nullptr : &*found;
}

std::vector<std::string_view> names_below(std::string_view path) {
  std::vector<std::string_view> names;
  const auto start = path.empty() ? 0 : path.size() + 1;
  for (const auto& entry : all_verbs()) {
    if (!path.empty() && !entry.path.starts_with(std::string(path) + ' ')) continue;
    const auto name = entry.path.substr(start, entry.path.find(' ', start) - start);
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

Walk walk_of(const std::vector<std::string>& arguments) {
  Globals globals;
  const Line line(globals, arguments);
  return {line.path(), line.words()};
}

Parsed parse(const std::vector<std::string>& arguments, const Globals& globals, const Spelling& how) {
  Parsed parsed;
  parsed.globals = globals;
  Line line(parsed.globals, arguments);
  parsed.path = line.path();
  // The language may stand behind what is wrong, so it is listened for before anything is said.
  std::vector<std::string> unsaid;
  line.fill_common({globals.lang, how.today}, unsaid);
  line.fill_common({parsed.globals.lang, how.today}, parsed.problems);
  if (!line.asks_help() && line.path().empty() && !line.is_lost() && line.has_only_common() &&
      parsed.problems.empty()) {
    parsed.outcome = Parsed::Outcome::bare;
    return parsed;
  }
  if (line.asks_help()) {
    parsed.outcome = Parsed::Outcome::help;
    parsed.problems.clear();
    return parsed;
  }
  line.fill_verb({parsed.globals.lang, how.today}, parsed.problems, parsed.lacks);
  if (!parsed.problems.empty()) return parsed;
  parsed.verb = line.take_verb();
  if (parsed.verb) parsed.outcome = Parsed::Outcome::run;
  return parsed;
}

}  // namespace casus::cli
