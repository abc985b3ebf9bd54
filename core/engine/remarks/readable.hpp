// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/citizen_number.hpp"
#include "core/base/json/field_walk.hpp"
#include "core/base/text.hpp"
#include "core/model/commands.hpp"
#include "core/model/refusal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::engine {

/// No single text in a command is longer than this, in bytes.
inline constexpr std::size_t kLongestText = 10'000;

/// Walks over the texts of a command, those inside others too, and remembers the first that cannot be kept.
class ReadableTexts {
 public:
  /// Typed by a person: then an empty place of an example, "[wat er gedaan is]" or "NAAM", is no text. What the program
  /// tries out by itself (explain, a playbook) has nothing else to say.
  explicit ReadableTexts(bool typed = false) : typed_(typed) {}

  void look(std::string_view key, const std::string& text) {
    if (!text.empty()) take(key, text);  // most fields of most commands are empty
  }
  /// Every text of a command.
  void look_through(const auto& body) {
    fields::walk(body, [this](std::string_view key, const std::string& text) { look(key, text); });
  }

  std::optional<Refusal> refusal() && { return std::move(refusal_); }

 private:
  void take(std::string_view key, const std::string& text);

  bool typed_;
  std::optional<Refusal> refusal_;
};

/// Why a command cannot be kept as text: broken UTF-8, a text over the limit, or a citizen service number in it, which
/// nobody here may keep (domain.md 8); the refusal does not repeat it. Nor when somebody typed an example as it stands.
/// Nothing when all is well.
std::optional<Refusal> unreadable(const auto& body, bool typed = false) {
  ReadableTexts texts(typed);
  texts.look_through(body);
  return std::move(texts).refusal();
}

/// The same for a command with its sender and its case: both come back in events and refusals.
std::optional<Refusal> unreadable(const Command& command, const auto& body) {
  ReadableTexts texts(command.seat.has_value());
  texts.look("by", command.by);
  texts.look("case", command.case_id);
  if (command.seat) texts.look("seat", command.seat->name);
  texts.look_through(body);
  return std::move(texts).refusal();
}

}  // namespace casus::engine
