// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/spelling.hpp"
#include "core/desk/words.hpp"
#include "core/store/output_file.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace casus::desk {

/// One thing that can be typed after a verb. Parsing, help, completion and writing a line all go by the slots, so they
/// cannot drift apart.
struct Slot {
  enum class Kind { word, option, flag };

  Kind kind{};
  std::string name;  ///< "TEXT" of a word, "--by-when" of an option or flag
  Words about;
  bool required = false;
  bool many = false;                                   ///< may be given more than once
  bool writes = false;                                 ///< names a file that the verb writes
  std::vector<std::string_view> choices;               ///< the closed list of values, if there is one
  std::function<std::vector<std::string>()> get;       ///< the value as typed; empty when there is none
  std::function<std::string(const std::string&)> set;  ///< takes what was typed; what is wrong with it, or nothing
};

/// The slots of one verb, each bound to a member of the value it fills.
class Slots {
 public:
  explicit Slots(Spelling how) : how_(how) {}

  /// Words come in their order; those that may be left out come last.
  template <class T>
  void word(std::string_view name, T& value, Words about) {
    add(Slot::Kind::word, std::string(name), value, about).required = true;
  }
  template <class T>
  void maybe(std::string_view name, T& value, Words about) {
    add(Slot::Kind::word, std::string(name), value, about);
  }
  template <class T>
  void option(std::string_view name, T& value, Words about) {
    add(Slot::Kind::option, "--" + std::string(name), value, about);
  }
  template <class T>
  void needed(std::string_view name, T& value, Words about) {
    add(Slot::Kind::option, "--" + std::string(name), value, about).required = true;
  }

  /// A file that the verb writes. With the first comes --overwrite, which holds for all of them.
  void output(std::string_view name, store::OutputFile& value, Words about) {
    writes(Slot::Kind::option, "--" + std::string(name), value, about, false);
  }
  void needed_output(std::string_view name, store::OutputFile& value, Words about) {
    writes(Slot::Kind::option, "--" + std::string(name), value, about, true);
  }
  void output_word(std::string_view name, store::OutputFile& value, Words about) {
    writes(Slot::Kind::word, std::string(name), value, about, true);
  }

  /// Given, it sets `value` to `meaning`.
  void flag(std::string_view name, bool& value, Words about, bool meaning = true);

  Lang lang() const { return how_.lang; }
  const Spelling& how() const { return how_; }
  const std::vector<Slot>& all() const { return all_; }
  /// The files that the verb will write, as they were typed.
  const std::vector<store::OutputFile*>& outputs() const { return *outputs_; }

 private:
  template <class T>
  Slot& add(Slot::Kind kind, std::string name, T& value, Words about) {
    Slot slot;
    slot.kind = kind;
    slot.name = std::move(name);
    slot.about = about;
    slot.many = is_list<T>;
    slot.choices = choices_of<T>();
    slot.get = [&value] { return spelled(value); };
    slot.set = [&value, how = how_](const std::string& typed) { return read_typed(typed, value, how); };
    return all_.emplace_back(std::move(slot));
  }

  void writes(Slot::Kind kind, std::string name, store::OutputFile& value, Words about, bool required);

  Spelling how_;
  std::vector<Slot> all_;
  std::shared_ptr<std::vector<store::OutputFile*>> outputs_ = std::make_shared<std::vector<store::OutputFile*>>();
};

}  // namespace casus::desk
