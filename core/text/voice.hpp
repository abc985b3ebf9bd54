// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/text/message.hpp"

#include <map>
#include <string>

namespace casus::text {

class Voice;

/// Words of a team's own for terms of the catalogue: "-wijkteam" -> "kernteam". By language.
struct OwnWords {
  std::map<std::string, Text, std::less<>> terms;
};

/// How a face writes a way on.
class WayWriter {
 public:
  virtual ~WayWriter() = default;
  virtual std::string write(const Way& way, const Voice& voice) const = 0;
  /// Whether whoever reads it goes on by what they type. A face with buttons says a message as its form for pages
  /// ("line.says_this.page") where the catalogue has one: that names no key and no word to type.
  virtual bool by_keys() const { return true; }
};

/// Puts messages in words: in a language, with a team's own words over it, and ways on as one face writes them. Cheap
/// to copy; what it points to must outlive it. A language alone is a voice: then a way is written as in `Way::line`.
class Voice {
 public:
  Voice(Lang lang) : lang_(lang) {}
  Voice(Lang lang, const OwnWords* words, const WayWriter* ways) : lang_(lang), words_(words), ways_(ways) {}

  /// The same voice in another language.
  Voice in(Lang lang) const { return {lang, words_, ways_}; }

  operator Lang() const { return lang_; }
  Lang lang() const { return lang_; }

  std::string say(const Message& message) const;
  /// What stands at a place of a message. Not `say`, which would take the id of a message for words.
  std::string write(const Value& value) const;
  std::string write(const Way& way) const;

  template <std::same_as<Argument>... Arguments>
  std::string say(Literal id, Arguments... arguments) const {
    return say(msg(id, std::move(arguments)...));
  }

 private:
  std::string term(std::string_view name) const;
  std::string filled(std::string_view text, const Message& message) const;

  Lang lang_;
  const OwnWords* words_ = nullptr;
  const WayWriter* ways_ = nullptr;
};

/// The sentence of a message in a language.
template <std::same_as<Argument>... Arguments>
std::string say(const Voice& voice, Literal id, Arguments... arguments) {
  return voice.say(msg(id, std::move(arguments)...));
}
inline std::string say(const Voice& voice, const Message& message) { return voice.say(message); }

}  // namespace casus::text
