// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/forms/spelling.hpp"
#include "core/desk/typed/words.hpp"
#include "core/store/files/output_file.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace casus::desk {

/// How a value is put in where it is not typed in a line.
enum class Input { text, lines, number, day, moment, choice, tick, file };

template <class T>
constexpr Input input_of() {
  using B = typename Bare<T>::Type;
  if constexpr (std::same_as<B, Date>) return Input::day;
  else if constexpr (std::same_as<B, Time>) return Input::moment;
  else if constexpr (std::same_as<B, bool> || NamedEnum<B>) return Input::choice;
  else if constexpr (std::integral<B> || std::floating_point<B>) return Input::number;
  else return Input::text;
}

/// One thing that can be typed after a verb. Parsing, help, completion and writing a line all go by the slots, so they
/// cannot drift apart.
struct Slot {
  enum class Kind { word, option, flag };

  Kind kind{};
  std::string name;      ///< "TEXT" of a word, "--by-when" of an option or flag
  std::string_view key;  ///< of the command's field that it fills, as lines of JSON call it; may be empty
  Words about;
  Words asks{};  ///< what is asked of who is asked for it, as a person would ask; empty: what it is about
  bool required = false;
  bool usual = false;   ///< it may be left out, but most people fill it in: a form asks for it at once
  bool stops = false;   ///< the rules refuse without it: who is asked and says nothing stops
  bool many = false;    ///< may be given more than once
  std::string further;  ///< the option that takes what is answered besides, where one answer is not all
  /// All that is typed behind it belongs to it, in quotation marks or not, when it is the last word: who types what was
  /// said, or "over 6 weken", need not think of them. So it is for what is called a text, a question, a day.
  bool rest = false;
  bool* joined = nullptr;  ///< is set when words behind it were taken so
  /// A word that may be left out though words follow: with one word too few, whether this one was. Gets what was typed
  /// in its place; null for a word that may not.
  std::function<bool(const std::string&)> left_out{};
  bool writes = false;                            ///< names a file that the verb writes
  Input input = Input::text;                      ///< `file`: the value names a file on this computer
  Choices choices;                                ///< the closed list of values, if there is one
  std::function<std::vector<std::string>()> get;  ///< the value as typed; empty when there is none
  /// How people call a value that files call otherwise; none for what has no words but its own.
  std::function<std::string(const std::string&, const text::Voice&)> called;
  /// Takes what was typed; what is wrong with it, or nothing.
  std::function<std::string(const std::string&, const Spelling&)> set;

  /// Without it the rules refuse: asked for at once, and not to be skipped then.
  void needed_by_rules() { usual = stops = true; }
};

/// The slot as a face calls it that does not type: "by-when" for "--by-when", "text" for "TEXT".
std::string field_name(const Slot& slot);

/// The value as it is shown to be typed: in the words of who reads, which are taken as well as the key. Keys are
/// English, so who reads English gets those.
std::string shown_to_type(const Slot& slot, const std::string& value, const text::Voice& voice);

/// The slots of one verb, each bound to a member of the value it fills.
class Slots {
 public:
  /// The fields of this command are described once, by itself: a slot for one of them takes its name from there, and
  /// whether it must be given.
  template <class Body>
  void of(Body& body) {
    Body::fields(body, *this);
  }
  void required(std::string_view key, auto& member) { fields_.push_back({&member, key, true}); }
  template <class T>
  void optional(std::string_view key, T& member) {
    fields_.push_back({&member, key, false});
  }

  /// A field of the command. Words come in their order; those that may be left out come last. The slot is there to say
  /// more of it, until the next is made.
  Slot& word(auto& member, Words about) {
    const auto& field = field_of(&member);
    auto& slot = add(Slot::Kind::word, upper_case(field.key), member, about);
    slot.required = field.required;
    return slot;
  }
  Slot& option(auto& member, Words about) {
    const auto& field = field_of(&member);
    auto& slot = add(Slot::Kind::option, "--" + dashed(field.key), member, about);
    slot.required = field.required;
    return slot;
  }
  Slot& flag(bool& member, Words about) { return flag(dashed(field_of(&member).key), member, about); }

  /// The same by a name of its own: for what is no field of a command, or is typed otherwise.
  Slot& word(std::string_view name, auto& value, Words about) {
    auto& slot = add(Slot::Kind::word, std::string(name), value, about);
    slot.required = true;
    return slot;
  }
  Slot& maybe(std::string_view name, auto& value, Words about) {
    return add(Slot::Kind::word, std::string(name), value, about);
  }
  Slot& option(std::string_view name, auto& value, Words about) {
    return add(Slot::Kind::option, "--" + std::string(name), value, about);
  }
  Slot& needed(std::string_view name, auto& value, Words about) {
    auto& slot = add(Slot::Kind::option, "--" + std::string(name), value, about);
    slot.required = true;
    return slot;
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
  /// The same where the verb has a place of its own for it.
  void maybe_output_word(std::string_view name, store::OutputFile& value, Words about) {
    writes(Slot::Kind::word, std::string(name), value, about, false);
  }

  /// What is given there counts only with something in it: typed empty, as a variable that was never set is, it would
  /// pass for left out, and prove or name something else than was asked. In a form an empty field is left out.
  static void never_empty(Slot& slot);

  /// A day that was: without a year it is the last, not the next.
  static void looks_back(Slot& slot, std::optional<Date>& day);

  /// What is given there is the name of a file that is read. A word FILE or FOLDER always is.
  void names_file(std::string_view name);

  /// Whether the text of this name was typed without quotation marks, as more than one word.
  void tells_joined(std::string_view name, bool& joined);

  /// Given, it sets `value` to `meaning`.
  Slot& flag(std::string_view name, bool& value, Words about, bool meaning = true);

  const std::vector<Slot>& all() const { return all_; }
  /// Whether there is one that is typed so: "--by-when", "TEXT".
  bool has(std::string_view name) const { return std::ranges::find(all_, name, &Slot::name) != all_.end(); }
  /// The files that the verb will write, as they were typed.
  const std::vector<store::OutputFile*>& outputs() const { return *outputs_; }

 private:
  struct Field {
    const void* member;
    std::string_view key;
    bool required;
  };
  /// The field must be described (see `of`).
  const Field& field_of(const void* member) const;
  std::string_view key_of(const void* member) const;
  static std::string upper_case(std::string_view key);  ///< "by_when" as "BY_WHEN"
  static std::string dashed(std::string_view key);      ///< "by_when" as "by-when"
  /// Whether what is called so is said in words of one's own, or as a day is.
  static bool is_said(std::string_view name);

  template <class T>
  Slot& add(Slot::Kind kind, std::string name, T& value, Words about) {
    Slot slot{.kind = kind,
              .name = std::move(name),
              .key = key_of(&value),
              .about = about,
              .many = is_list<T>,
              .choices = choices_of<T>()};
    slot.rest = kind == Slot::Kind::word && !slot.many && slot.choices.empty() && is_said(slot.name);
    slot.input = slot.name == "FILE" || slot.name == "FOLDER" ? Input::file : input_of<T>();
    slot.get = [&value] { return spelled(value); };
    slot.set = [&value](const std::string& typed, const Spelling& how) { return read_typed(typed, value, how); };
    return all_.emplace_back(std::move(slot));
  }

  void writes(Slot::Kind kind, std::string name, store::OutputFile& value, Words about, bool required);

  std::vector<Field> fields_;
  std::vector<Slot> all_;
  std::shared_ptr<std::vector<store::OutputFile*>> outputs_ = std::make_shared<std::vector<store::OutputFile*>>();
};

}  // namespace casus::desk
