// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/withheld.hpp"

#include "core/base/citizen_number.hpp"
#include "core/base/json/field_walk.hpp"
#include "core/engine/refusing.hpp"
#include "core/model/event_field.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace casus::training {
namespace {

/// With the first field of a move in which such a number stands. Unlike engine::ReadableTexts it stops at nothing else:
/// a text can be too long and hold a number.
template <class Body>
Withheld looked_through(const Body& body, const std::string& by) {
  std::string numbered;
  const auto look = [&](std::string_view key, const std::string& text) {
    if (numbered.empty() && !citizen_numbers(text).empty()) numbered = key;
  };
  look("by", by);
  fields::walk(body, look);
  return {std::string(Body::kName), numbered};
}

/// As people call the field; a key that has no word stays as files write it.
text::Value field_called(const std::string& key) {
  if (const auto own = from_key<MoveField>(key)) return text::label(*own);
  if (const auto known = from_key<EventField>(key)) return text::label(*known);
  return std::string_view(key);
}

struct Tried {
  std::string_view move;
  text::Literal words;
};

constexpr std::array<Tried, 12> kTried{{{Say::kName, "withheld.say"},
                                        {NextStep::kName, "withheld.next"},
                                        {Choose::kName, "withheld.choose"},
                                        {Consult::kName, "withheld.consult"},
                                        {Observe::kName, "withheld.observe"},
                                        {Learn::kName, "withheld.learn"},
                                        {Signal::kName, "withheld.signal"},
                                        {JudgeGoal::kName, "withheld.judge"},
                                        {Overrule::kName, "withheld.overrule"},
                                        {Remark::kName, "withheld.remark"},
                                        {Retract::kName, "withheld.retract"},
                                        {Inject::kName, "withheld.inject"}}};

}  // namespace

std::optional<Move> without_texts(const Move& move) {
  auto withheld = std::visit(
      [&](const auto& body) {
        if constexpr (std::is_same_v<std::decay_t<decltype(body)>, CommandBody>)
          return std::visit([&](const auto& command) { return looked_through(command, move.by); }, body);
        else return looked_through(body, move.by);
      },
      move.body);
  if (withheld.field.empty()) return std::nullopt;
  const bool in_name = !citizen_numbers(move.by).empty();
  return Move{in_name ? "–" : move.by, move.at, std::move(withheld)};
}

Refusal why_withheld(const Withheld& withheld) {
  return engine::no("CitizenNumber", "",
                    withheld.field == "text"
                        ? text::msg("refuse.said_citizen_number")
                        : text::msg("refuse.citizen_number", "field"_is = field_called(withheld.field)),
                    text::msg("refuse.citizen_number_do"));
}

std::string withheld_in_words(const Withheld& withheld, const text::Voice& voice) {
  const auto tried = std::ranges::find(kTried, std::string_view(withheld.move), &Tried::move);
  return text::say(voice, tried == kTried.end() ? text::Literal("withheld.other") : tried->words);
}

}  // namespace casus::training
