// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/voice.hpp"

#include <string>
#include <string_view>

namespace casus::desk {

/// A fixed sentence of a face, by its id in the catalogue. As a table holds it: what fills its places comes later.
class Words {
 public:
  constexpr Words() = default;
  template <std::size_t N>
  consteval Words(const char (&id)[N]) : id_(id, N - 1) {}

  /// Of an id that is known at run time only: the word of a value.
  static Words of(std::string_view id) {
    Words words;
    words.id_ = id;
    return words;
  }

  /// What is said as it is, in every language: "nl".
  static Words verbatim(std::string_view text) {
    Words words;
    words.verbatim_ = text;
    return words;
  }

  constexpr bool empty() const { return id_.empty() && verbatim_.empty(); }
  text::Message message() const {
    return id_.empty() ? text::Message::verbatim(std::string(verbatim_)) : text::Message(id_, {});
  }
  std::string in(const text::Voice& voice) const { return voice.say(message()); }

  /// With its places filled: words.said(voice, "file"_is = path).
  template <std::same_as<text::Argument>... Arguments>
  std::string said(const text::Voice& voice, Arguments... arguments) const {
    return voice.say(id_.empty() ? message() : text::Message(id_, {std::move(arguments)...}));
  }

 private:
  std::string_view id_;
  std::string_view verbatim_;
};

}  // namespace casus::desk
