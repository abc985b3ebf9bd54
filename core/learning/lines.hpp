// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/learning/learning.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The texts of a session that all read, by the event that holds them: asked by whatever destroys one.
namespace casus::learning {

/// Stands where a text was that is destroyed.
inline constexpr std::string_view kTextGone = "[…]";

/// An event as it was kept, or what is left of it; nothing for one that was of somebody and is gone with them.
using KeptEvents = std::vector<std::optional<LearningEvent>>;

struct SessionLine {
  std::int64_t number = 0;  ///< of the event, from 1
  std::string id;           ///< of what it is about: "h1", "r2", "bijeenkomst-3"; the number for what has none
  std::vector<std::string> texts;

  bool gone() const;
};

/// Those that hold a text, in order. What is sealed for one person alone is not among them.
std::vector<SessionLine> lines_of(const KeptEvents& history);

/// Texts that all read, and that are not empty.
std::vector<std::string> texts_of(const LearningEventBody& body);

/// What it is about, without who or where from: a paper or a later session may have taken it over.
std::vector<std::string> main_texts_of(const LearningEventBody& body);

/// Puts kTextGone in the place of every such text.
void take_out_texts(LearningEventBody& body);

/// Fields of an event in which somebody writes what they like, what it is about first; empty for one without.
std::vector<std::string_view> text_fields(std::string_view event);

}  // namespace casus::learning
