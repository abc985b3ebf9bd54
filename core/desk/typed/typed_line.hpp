// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"
#include "core/desk/forms/slots.hpp"
#include "core/desk/forms/spelling.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// A verb as it is typed: its names, words and options, read into its slots.
namespace casus::desk {

const Entry* entry_in(const Entries& entries, std::string_view path);

/// Names directly below a path: "case" has "open", "list", ...
std::vector<std::string_view> names_below(const Entries& entries, std::string_view path);

/// What must be given and was not.
struct Lack {
  std::string name;  ///< as in the slot
  Words about;
  Choices choices;
  bool word = false;
  Words asks{};  ///< as in the slot
};

/// A line taken apart: how far its names lead, and which text goes to which slot. What it means is found out after
/// that, when the language of the user is known wherever in the line it was said.
class TypedLine {
 public:
  /// `common`: what every verb of that face takes. Both must outlive the line.
  TypedLine(const Entries& entries, const Slots& common, const std::vector<std::string>& arguments);
  TypedLine(const TypedLine&) = delete;  // slots point into it
  TypedLine& operator=(const TypedLine&) = delete;

  const std::string& path() const { return path_; }
  const std::vector<std::string>& words() const { return words_; }  ///< behind the verb
  /// Of each argument: the option that it is or whose value it is, "--" for what says that words follow, and nothing
  /// for a word.
  const std::vector<std::string>& options() const { return option_of_; }
  /// One that the verb or every verb takes, or null.
  const Slot* option(std::string_view name) const;
  bool asks_help() const { return help_; }
  /// Whether a name was reached that is not known.
  bool is_lost() const { return !wrong_name_.empty(); }
  /// Whether every option is one that all verbs take.
  bool has_only_common() const;
  /// Null when no verb was reached.
  std::unique_ptr<Verb> take_verb() { return std::move(verb_); }
  const Slots& slots() const { return own_; }  ///< of the verb

  /// What every verb takes, as it was typed.
  void fill_common(const Spelling& how, std::vector<std::string>& wrong) { fill(common_, how, wrong); }
  /// The same for what is of the verb, and everything that is wrong with the line.
  void fill_verb(const Spelling& how, std::vector<std::string>& wrong, std::vector<Lack>& lacks);

 private:
  struct Given {
    std::string name;  ///< of the option; empty for a word
    std::string value;
    bool has_value = false;
  };

  void take_word(const std::string& word);
  /// Whether the argument behind it is its value.
  bool take_option(const std::string& argument, const std::string* next);
  /// Words behind the last place are part of its text, where it takes all that is left.
  void join_rest();
  /// One word too few, and one of them may be left out: that one is empty, and what was typed belongs to the next.
  void skip_left_out();
  void fill(const Slots& slots, const Spelling& how, std::vector<std::string>& wrong);
  /// A verb may mean something else by what every verb takes: `case export --format xes`.
  bool is_own(std::string_view name) const { return own_.has(name); }
  std::string unknown_name(const text::Voice& voice) const;
  void tell_options(const text::Voice& voice, std::vector<std::string>& wrong) const;
  void tell_slots(const text::Voice& voice, std::vector<std::string>& wrong, std::vector<Lack>& lacks) const;
  /// More words than the verb takes: a text without quotes, as it was meant, or nothing that goes there.
  std::string too_much(const text::Voice& voice, std::size_t places) const;

  const Entries& entries_;
  const Slots& common_;
  Slots own_;
  std::string path_, wrong_name_;
  std::unique_ptr<Verb> verb_;
  std::vector<std::string> words_, option_of_;
  std::vector<std::size_t> option_before_;  ///< of each word: the option whose value it follows, or npos
  std::size_t behind_ = std::string::npos;  ///< while the line is taken apart
  std::vector<Given> options_;
  bool help_ = false;
};

}  // namespace casus::desk
