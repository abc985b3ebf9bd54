// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/typed/command_text.hpp"

#include "core/desk/catalogue.hpp"
#include "core/method/definition.hpp"

#include <algorithm>
#include <mutex>
#include <ranges>
#include <set>
#include <utility>

namespace casus::desk {
namespace {

std::string option_text(const Slot& slot, const std::string& key, const text::Voice& voice) {
  if (slot.kind == Slot::Kind::flag) return ' ' + slot.name;
  const auto value = shown_to_type(slot, key, voice);
  return ' ' + slot.name + (value.starts_with('-') ? '=' : ' ') + shell_quoted(value);
}

/// Numbers below zero are taken for words.
bool could_be_option(std::string_view word) {
  return word.size() > 1 && word.front() == '-' && (word[1] < '0' || word[1] > '9');
}

/// Empty on purpose, as what was written is told. Before any other word it is the case, which a training has none of.
bool is_empty_word(const Slots& given, std::size_t place) {
  const auto is_word = [](const Slot& slot) { return slot.kind == Slot::Kind::word; };
  const auto& slot = given.all()[place];
  return is_word(slot) && slot.required && slot.get().empty() &&
         std::ranges::any_of(given.all() | std::views::take(place),
                             [&](const Slot& before) { return is_word(before) && !before.get().empty(); });
}

struct Parts {
  std::string words;
  std::string options;
  bool guarded = false;  ///< a word could be taken for an option: all words go behind `--`
};

/// What differs from a verb that nobody filled in.
Parts parts_of(const Slots& given, const Slots& untouched, const text::Voice& voice) {
  Parts line;
  for (std::size_t i = 0; i < given.all().size(); ++i) {
    const auto& slot = given.all()[i];
    const auto values = slot.get();
    if (slot.kind == Slot::Kind::word) {
      if (is_empty_word(given, i)) line.words += " ''";
      for (const auto& value : values) {
        line.words += ' ' + shell_quoted(shown_to_type(slot, value, voice));
        line.guarded = line.guarded || could_be_option(value);
      }
      continue;
    }
    if (!slot.required && values == untouched.all()[i].get()) continue;
    for (const auto& value : values) line.options += option_text(slot, value, voice);
  }
  return line;
}

/// A name of a field for as long as the program runs; there are some two hundred.
std::string_view kept(const std::string& name) {
  static std::mutex busy;
  static std::set<std::string> names;
  const std::lock_guard lock(busy);
  return *names.insert(name).first;
}

}  // namespace

std::string kind_typed(const std::string& kind) { return method::kind_meant(nullptr, kind); }

std::string kind_called(const std::string& kind, const text::Voice& voice) {
  return std::string(method::kind_label(nullptr, kind, voice));
}

std::string shell_quoted(std::string_view text) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-./:,+@%").find(c) != std::string_view::npos;
  };
  if (!text.empty() && std::ranges::all_of(text, plain)) return std::string(text);
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += "'\\''";
    else out += c;
  }
  return out + '\'';
}

std::optional<std::vector<std::string>> shell_words(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool begun = false;
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote == '\'' && c != '\'') {
      word += c;
    } else if (c == '\\' && i + 1 < line.size()) {
      word += line[++i];
      begun = true;
    } else if (quote != 0 && c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
      begun = true;
    } else if (quote == 0 && (c == ' ' || c == '\t' || c == '\n')) {
      if (begun) words.push_back(std::exchange(word, {}));
      begun = false;
    } else {
      word += c;
      begun = true;
    }
  }
  if (quote != 0) return std::nullopt;
  if (begun) words.push_back(std::move(word));
  return words;
}

namespace {

/// The verb that gives this command, filled in, beside one that nobody filled in.
struct Said {
  const Entry* entry = nullptr;
  std::unique_ptr<Verb> verb;
  std::unique_ptr<Verb> empty;
  Slots given;
  Slots untouched;
};

std::optional<Said> said_by(const Command& command, const text::Voice& voice) {
  for (const auto& entry : catalogue()) {
    Said said{&entry, entry.fresh(), nullptr, {}, {}};
    auto* const own = dynamic_cast<CaseVerb*>(said.verb.get());
    if (own == nullptr || !own->take(command.body, voice)) continue;
    own->case_id = command.case_id;
    own->expect = command.expect;
    own->shape(said.given);
    said.empty = entry.fresh();
    said.empty->shape(said.untouched);
    return said;
  }
  return std::nullopt;
}

}  // namespace

std::optional<text::Way> way_of(const Command& command, const text::Voice& voice) {
  const auto said = said_by(command, voice);
  if (!said) return std::nullopt;
  text::Way way{said->entry->path, {}};
  for (std::size_t i = 0; i < said->given.all().size(); ++i) {
    const auto& slot = said->given.all()[i];
    const auto values = slot.get();
    if (slot.kind != Slot::Kind::word && !slot.required && values == said->untouched.all()[i].get()) continue;
    if (is_empty_word(said->given, i)) way.fields.push_back({kept(field_name(slot)), text::Value(std::string())});
    for (const auto& value : values)
      way.fields.push_back({kept(field_name(slot)), slot.kind == Slot::Kind::flag ? text::yes() : text::Value(value)});
  }
  if (!command.by.empty()) way.fields.push_back({"as", command.by});
  return way;
}

std::string typed(const Command& command, const text::Voice& voice, std::string_view more) {
  const auto said = said_by(command, voice);
  if (!said) return {};
  auto line = parts_of(said->given, said->untouched, voice);
  if (!command.by.empty())
    line.options += (command.by.starts_with('-') ? " --as=" : " --as ") + shell_quoted(command.by);
  line.options += more;
  return "casus " + std::string(said->entry->path) +
         (line.guarded ? line.options + " --" + line.words : line.words + line.options);
}

}  // namespace casus::desk
