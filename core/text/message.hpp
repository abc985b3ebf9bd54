// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// What is said to people, before it is put in a language: an id of the catalogue and named arguments.
namespace casus::text {

class Message;
class Voice;
struct Way;

/// An id or a name as it stands in the source: only a literal will do, so that a test can hold every use to the
/// catalogue.
class Literal {
 public:
  template <std::size_t N>
  consteval Literal(const char (&text)[N]) : text_(text, N - 1) {}
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// "2 December 2026", "Wednesday 2 December 2026", "Wednesday".
enum class DayForm { date, in_full, weekday };

/// What stands at a place of a message. A value, cheap to copy.
class Value {
 public:
  enum class Kind { text, number, message, list, bilingual, way, gap, flag, day };

  Value() = default;
  Value(std::string text);
  Value(std::string_view text);
  Value(const char* text);
  /// Chooses the plural form when the message has one by this name.
  template <std::integral Number>
  requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) Value(Number number)
      : kind_(Kind::number), number_(static_cast<std::int64_t>(number)) {}
  Value(Message message);
  Value(std::vector<Message> list);  ///< with commas; see `all_of` and `any_of`
  Value(const Text& both);           ///< the words of a definition, which are in no catalogue
  Value(Way way);

  /// A place that a person fills in: the word that stands there until then.
  static Value gap(Message word);
  static Value list(std::vector<Message> parts, Literal joined_by);
  static Value flag();  ///< of a way: what needs no more than its name
  /// A day as files write it ("2026-12-02"), said in the language of who reads; what is no day stays as it is.
  static Value day(std::string written, DayForm form = DayForm::date);

  Kind kind() const { return kind_; }
  const std::string& text() const { return text_; }
  std::int64_t number() const { return number_; }
  const Message& message() const;             ///< also the word of a gap
  const std::vector<Message>& parts() const;  ///< of a list
  const Text& bilingual() const;
  DayForm day_form() const { return static_cast<DayForm>(number_); }
  const Way& way() const;
  std::string_view joined_by() const { return joined_by_; }  ///< id of what stands before the last part; may be empty
  bool operator==(const Value& other) const;

 private:
  struct Held;
  Value(Kind kind, Held held);

  Kind kind_ = Kind::text;
  std::string text_;
  std::int64_t number_ = 0;
  std::string_view joined_by_;
  std::shared_ptr<const Held> held_;
};

/// "a, b and c", "a, b or c".
Value all_of(std::vector<Message> parts);
Value any_of(std::vector<Message> parts);

struct Argument {
  std::string_view name;
  Value value;
  bool operator==(const Argument&) const = default;
};

/// `"on"_is = day`
class Name {
 public:
  constexpr explicit Name(std::string_view name) : name_(name) {}
  Argument operator=(Value value) const { return {name_, std::move(value)}; }

 private:
  std::string_view name_;
};

/// A sentence or word that is not yet said: made where something happens, put in words by a Voice where it is told.
class Message {
 public:
  Message() = default;
  Message(std::string_view id, std::vector<Argument> arguments) : id_(id), arguments_(std::move(arguments)) {}
  /// Words that stand in a definition in both languages of the product, said as they are.
  Message(const Text& both);
  /// Words of a person, said as they are.
  static Message verbatim(std::string words);
  /// No more than a list of messages.
  static Message listed(Value list);

  bool empty() const { return id_.empty() && arguments_.empty(); }
  std::string_view id() const { return id_; }  ///< empty for words said as they are
  const std::vector<Argument>& arguments() const { return arguments_; }
  /// The sentence in a language, without a team's own words; see Voice for more.
  std::string in(Lang lang) const;
  std::string in(const Voice& voice) const;
  /// In both languages of the product, for what is kept and read back later.
  Text in_both() const { return {in(Lang::nl), in(Lang::en)}; }
  /// The ways on that it names, in order.
  std::vector<Way> ways() const;
  bool operator==(const Message&) const = default;

 private:
  std::string_view id_;  // of a literal or of the catalogue, so it lives as long as the program
  std::vector<Argument> arguments_;
};

/// A way on: a command or a look by its path in the catalogue of commands ("case next"), with the fields that are known
/// and gaps for the rest. Each face writes it in its own form: a line to type, a word, a button.
struct Way {
  std::string_view path;
  std::vector<Argument> fields;
  std::string line() const;  ///< path and fields in a form for programs and tests: "case next case=2026-001 because=?"
  bool operator==(const Way&) const = default;
};

/// `msg("plan.day_is_past", "on"_is = day)`: a test holds ids and names of arguments to the catalogue.
template <std::same_as<Argument>... Arguments>
Message msg(Literal id, Arguments... arguments) {
  std::vector<Argument> all;
  if constexpr (sizeof...(arguments) > 0) {
    all.reserve(sizeof...(arguments));
    (all.push_back(std::move(arguments)), ...);
  }
  return Message(id.text(), std::move(all));
}

/// `way("case join", "case"_is = id, "name"_is = gap("gap.name"), "role"_is = "presenter")`
template <std::same_as<Argument>... Arguments>
Way way(Literal path, Arguments... fields) {
  std::vector<Argument> all;
  if constexpr (sizeof...(fields) > 0) {
    all.reserve(sizeof...(fields));
    (all.push_back(std::move(fields)), ...);
  }
  return Way{path.text(), std::move(all)};
}

/// The word for a gap: "gap.name" (NAME); without one, a text to write ("...").
Value gap(Literal id);
Value gap();
/// `"external"_is = yes()`
inline Value yes() { return Value::flag(); }

inline namespace literals {
consteval Name operator""_is(const char* name, std::size_t size) { return Name({name, size}); }
}  // namespace literals

}  // namespace casus::text

namespace casus {
using text::literals::operator""_is;
}
