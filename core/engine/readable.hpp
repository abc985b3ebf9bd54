// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"
#include "core/model/commands.hpp"
#include "core/model/refusal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::engine {

/// No single text in a command is longer than this, in bytes.
inline constexpr std::size_t kLongestText = 10'000;

/// Walks over the texts of a command and remembers the first that cannot be kept.
class ReadableTexts {
 public:
  template <class T>
  void required(std::string_view key, const T& value) {
    look(key, value);
  }
  template <class T>
  void optional(std::string_view key, const T& value) {
    look(key, value);
  }

  void look(std::string_view key, const std::string& text);

  std::optional<Refusal> refusal() && { return std::move(refusal_); }

 private:
  template <class T>
  void look(std::string_view, const T&) {}
  void look(std::string_view key, const std::optional<std::string>& text) {
    if (text) look(key, *text);
  }
  void look(std::string_view key, const std::vector<std::string>& texts) {
    for (const auto& text : texts) look(key, text);
  }

  std::optional<Refusal> refusal_;
};

/// Why a command cannot be kept as text: broken UTF-8, or a text over the limit. Nothing when all is well.
template <class Body>
std::optional<Refusal> unreadable(const Body& body) {
  ReadableTexts texts;
  Body::fields(body, texts);
  return std::move(texts).refusal();
}

/// The same for a command with its sender and its case: both come back in events and refusals.
template <class Body>
std::optional<Refusal> unreadable(const Command& command, const Body& body) {
  ReadableTexts texts;
  texts.look("by", command.by);
  texts.look("case", command.case_id);
  if (command.seat) texts.look("seat", command.seat->name);
  Body::fields(body, texts);
  return std::move(texts).refusal();
}

}  // namespace casus::engine
