// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/slots.hpp"

#include "core/base/text.hpp"
#include "core/desk/words/days/days.hpp"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <iterator>
#include <utility>

namespace casus::desk {

const Slots::Field& Slots::field_of(const void* member) const {
  const auto found = std::ranges::find(fields_, member, &Field::member);
  assert(found != fields_.end());
  return *found;
}

std::string_view Slots::key_of(const void* member) const {
  const auto found = std::ranges::find(fields_, member, &Field::member);
  return found == fields_.end() ? std::string_view() : found->key;
}

std::string Slots::upper_case(std::string_view key) {
  std::string name(key);
  for (char& c : name) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return name;
}

std::string Slots::dashed(std::string_view key) {
  std::string name(key);
  std::ranges::replace(name, '_', '-');
  return name;
}

bool Slots::is_said(std::string_view name) {
  static constexpr std::string_view kSaid[] = {"TEXT",   "TITLE",   "QUESTION", "WHAT", "BETTER",
                                               "ANSWER", "OUTCOME", "PHRASE",   "DAY"};
  return std::ranges::find(kSaid, name) != std::end(kSaid);
}

void Slots::tells_joined(std::string_view name, bool& joined) {
  const auto found = std::ranges::find(all_, name, &Slot::name);
  assert(found != all_.end());
  found->joined = &joined;
}

std::string field_name(const Slot& slot) {
  std::string name = slot.name.starts_with("--") ? slot.name.substr(2) : slot.name;
  for (char& c : name) c = c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return name;
}

void Slots::never_empty(Slot& slot) {
  slot.set = [set = std::move(slot.set)](const std::string& typed, const Spelling& how) {
    return trimmed(typed).empty() ? how.voice.say("spelling.empty") : set(typed, how);
  };
}

void Slots::looks_back(Slot& slot, std::optional<Date>& day) {
  slot.set = [&day, set = std::move(slot.set)](const std::string& typed, const Spelling& how) {
    const auto was = day_gone_by(typed, how.today);
    if (!was) return set(typed, how);
    day = was;
    return std::string();
  };
}

std::string shown_to_type(const Slot& slot, const std::string& value, const text::Voice& voice) {
  if (voice.lang() == Lang::en) return value;
  if (slot.called) return slot.called(value, voice);
  const auto choice = std::ranges::find(slot.choices, std::string_view(value), &Choice::key);
  return choice == slot.choices.end() ? value : choice->words.in(voice);
}

void Slots::names_file(std::string_view name) {
  const auto found = std::ranges::find(all_, "--" + std::string(name), &Slot::name);
  assert(found != all_.end());
  found->input = Input::file;
}

Slot& Slots::flag(std::string_view name, bool& value, Words about, bool meaning) {
  Slot slot{.kind = Slot::Kind::flag,
            .name = "--" + std::string(name),
            .key = key_of(&value),
            .about = about,
            .input = Input::tick};
  slot.get = [&value, meaning] { return value == meaning ? std::vector<std::string>{""} : std::vector<std::string>{}; };
  slot.set = [&value, meaning](const std::string&, const Spelling&) {
    value = meaning;
    return std::string();
  };
  return all_.emplace_back(std::move(slot));
}

void Slots::writes(Slot::Kind kind, std::string name, store::OutputFile& value, Words about, bool required) {
  auto& slot = add(kind, std::move(name), value.path, about);
  never_empty(slot);  // a name that a script forgot to fill in: what was meant for a file is not shown instead
  slot.writes = true;
  slot.input = Input::file;
  slot.required = required;
  outputs_->push_back(&value);
  if (outputs_->size() > 1) return;
  flag("overwrite", value.overwrite, "slots.also_when_file_never_over");
  all_.back().input = Input::file;  // it says nothing without one
  all_.back().set = [all = outputs_](const std::string&, const Spelling&) {
    for (auto* const one : *all) one->overwrite = true;
    return std::string();
  };
}

}  // namespace casus::desk
