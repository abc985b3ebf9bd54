// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/typed/typed_line.hpp"

#include "core/base/first_that.hpp"
#include "core/desk/typed/command_text.hpp"

#include <algorithm>
#include <iterator>

namespace casus::desk {
namespace {

constexpr std::size_t kNone = std::string::npos;

bool is_option(std::string_view argument) {
  return argument.size() > 1 && argument.front() == '-' && (argument[1] < '0' || argument[1] > '9');
}

std::string_view without_stop(std::string_view word) {
  return word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
}

/// Whether what is given there can be more than one word, as a text or "2 december" is; "2026-001" and "a1" are not.
bool is_said(const Slot& slot, std::string_view value) {
  if ((slot.input != Input::text && slot.input != Input::day) || !slot.choices.empty() || slot.name == "CASE")
    return false;
  return value.size() < 2 || value[0] < 'a' || value[0] > 'z' ||
         value.find_first_not_of("0123456789", 1) != std::string_view::npos;
}

}  // namespace

const Entry* entry_in(const Entries& entries, std::string_view path) { return first_with(entries, path, &Entry::path); }

std::vector<std::string_view> names_below(const Entries& entries, std::string_view path) {
  std::vector<std::string_view> names;
  const auto start = path.empty() ? 0 : path.size() + 1;
  for (const auto& entry : entries) {
    if (!path.empty() && !entry.path.starts_with(std::string(path) + ' ')) continue;
    const auto name = entry.path.substr(start, entry.path.find(' ', start) - start);
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

TypedLine::TypedLine(const Entries& entries, const Slots& common, const std::vector<std::string>& arguments)
    : entries_(entries), common_(common) {
  bool words_only = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto& argument = arguments[i];
    if (words_only || !is_option(argument)) {
      take_word(argument);
      behind_ = kNone;
      option_of_.emplace_back();
      continue;
    }
    const auto name = option_of_.emplace_back(argument.substr(0, argument.find('=')));
    if (argument == "--") {
      words_only = true;
    } else if (take_option(argument, i + 1 < arguments.size() ? &arguments[i + 1] : nullptr)) {
      behind_ = options_.size() - 1;
      option_of_.push_back(name);
      ++i;
    } else {
      behind_ = kNone;
    }
  }
}

bool TypedLine::has_only_common() const {
  return std::ranges::all_of(options_, [&](const Given& given) {
    return std::ranges::any_of(common_.all(), [&](const Slot& slot) { return slot.name == given.name; });
  });
}

void TypedLine::fill_verb(const Spelling& how, std::vector<std::string>& wrong, std::vector<Lack>& lacks) {
  if (is_lost()) return wrong.push_back(unknown_name(how.voice));
  if (!verb_) return;
  join_rest();
  skip_left_out();
  fill(own_, how, wrong);
  tell_options(how.voice, wrong);
  tell_slots(how.voice, wrong, lacks);
}

void TypedLine::join_rest() {
  std::size_t places = 0;
  const Slot* last = nullptr;
  for (const auto& slot : own_.all()) {
    if (slot.kind != Slot::Kind::word) continue;
    ++places;
    last = &slot;
  }
  if (last == nullptr || !last->rest || words_.size() <= places) return;
  // Behind an option it may be the rest of its value.
  const auto behind = option_before_.begin() + static_cast<std::ptrdiff_t>(places);
  if (std::any_of(behind, option_before_.end(), [](std::size_t before) { return before != kNone; })) return;
  for (auto i = places; i < words_.size(); ++i) words_[places - 1] += ' ' + words_[i];
  words_.resize(places);
  option_before_.resize(places);
  if (last->joined != nullptr) *last->joined = true;
}

void TypedLine::skip_left_out() {
  std::vector<const Slot*> places;
  for (const auto& slot : own_.all())
    if (slot.kind == Slot::Kind::word && slot.required) places.push_back(&slot);
  if (words_.size() + 1 != places.size()) return;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (!places[i]->left_out || !places[i]->left_out(words_[i])) continue;
    const auto place = static_cast<std::ptrdiff_t>(i);
    words_.insert(words_.begin() + place, std::string());
    option_before_.insert(option_before_.begin() + place, kNone);
    return;
  }
}

void TypedLine::take_word(const std::string& word) {
  if (is_lost()) return;  // only what every verb takes is still heard: how to tell what is wrong
  if (verb_) {
    words_.push_back(word);
    option_before_.push_back(behind_);
    return;
  }
  const auto names = names_below(entries_, path_);
  // Copied with the full stop of the sentence that it stood in.
  const auto name = without_stop(word);
  if (std::ranges::find(names, name) == names.end()) {
    wrong_name_ = word;
    return;
  }
  path_ += path_.empty() ? "" : " ";
  path_ += name;
  if (const auto* entry = entry_in(entries_, path_)) {
    verb_ = entry->fresh();
    verb_->shape(own_);
  }
}

bool TypedLine::take_option(const std::string& argument, const std::string* next) {
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

const Slot* TypedLine::option(std::string_view name) const {
  for (const auto* slots : {&own_, &common_})
    for (const auto& slot : slots->all())
      if (slot.kind != Slot::Kind::word && slot.name == name) return &slot;
  return nullptr;
}

void TypedLine::fill(const Slots& slots, const Spelling& how, std::vector<std::string>& wrong) {
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

std::string TypedLine::unknown_name(const text::Voice& voice) const {
  const auto names = names_below(entries_, path_);
  const auto near = hint_in(voice, wrong_name_, names);
  if (path_.empty())
    return text::say(voice, "tree.choose", "wrong_name"_is = wrong_name_, "near"_is = near, "names"_is = joined(names));
  return text::say(voice, "tree.has_choose", "path"_is = path_, "wrong_name"_is = wrong_name_, "near"_is = near,
                   "names"_is = joined(names));
}

void TypedLine::tell_options(const text::Voice& voice, std::vector<std::string>& wrong) const {
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

void TypedLine::tell_slots(const text::Voice& voice, std::vector<std::string>& wrong, std::vector<Lack>& lacks) const {
  std::size_t places = 0;
  for (const auto& slot : own_.all()) {
    const bool word = slot.kind == Slot::Kind::word;
    const auto times = word ? (places < words_.size() ? 1 : 0) : std::ranges::count(options_, slot.name, &Given::name);
    if (word) places = slot.many ? std::max(places + 1, words_.size()) : places + 1;
    if (slot.required && times == 0) {
      wrong.push_back(text::say(voice, "tree.missing", "slot"_is = slot.name, "about"_is = slot.about.in(voice)));
      lacks.push_back({slot.name, slot.about, slot.choices, word, slot.asks});
    }
    if (slot.kind == Slot::Kind::option && !slot.many && times > 1)
      wrong.push_back(text::say(voice, "tree.may_given_once_only", "slot"_is = slot.name));
  }
  for (const auto& slot : common_.all())
    if (slot.kind == Slot::Kind::option && !is_own(slot.name) &&
        std::ranges::count(options_, slot.name, &Given::name) > 1)
      wrong.push_back(text::say(voice, "tree.may_given_once_only", "slot"_is = slot.name));
  // After an option that is not there stands its value, most likely.
  const bool unknown = std::ranges::any_of(options_, [&](const Given& given) { return option(given.name) == nullptr; });
  if (words_.size() > places && !unknown) wrong.push_back(too_much(voice, places));
}

std::string TypedLine::too_much(const text::Voice& voice, std::size_t places) const {
  const auto& word = words_[places];
  const auto with_rest = [&](std::string text) {
    for (auto i = places; i < words_.size(); ++i) text += ' ' + words_[i];
    return text;
  };
  const auto in_quotes = [&](const std::string& meant) {
    return text::say(voice, "tree.text_in_quotes", "word"_is = word, "meant"_is = meant);
  };
  if (option_before_[places] != kNone) {
    const auto& given = options_[option_before_[places]];
    if (const auto* slot = option(given.name); slot != nullptr && is_said(*slot, given.value))
      return in_quotes(given.name + ' ' + shell_quoted(with_rest(given.value)));
  }
  std::vector<const Slot*> slots;
  for (const auto& slot : own_.all())
    if (slot.kind == Slot::Kind::word) slots.push_back(&slot);
  if (slots.empty() || places == 0 || !is_said(*slots.back(), words_[places - 1]))
    return text::say(voice, "tree.too_much", "word"_is = word);
  std::vector<std::string> names;
  std::ranges::transform(slots, std::back_inserter(names), [](const Slot* slot) { return field_name(*slot); });
  text::Way line{path_, {}};
  for (std::size_t i = 0; i < places && i < slots.size(); ++i)
    line.fields.push_back({names[i], i + 1 < places ? words_[i] : with_rest(words_[i])});
  return in_quotes(voice.write(line));
}

}  // namespace casus::desk
