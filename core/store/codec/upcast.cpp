// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec/upcast.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace casus::store {

namespace {

using nlohmann::json;

/// One version to the next. Names and contacts lie aside, sealed: no step sees them.
struct Step {
  std::string_view type;
  int from;
  void (*change)(json& payload, Time at);
};

/// Left out, the day was that of the event.
void say_the_day(json& payload, Time at) {
  if (const auto on = payload.find("on"); on == payload.end() || on->is_null()) payload["on"] = to_string(date_of(at));
}

/// A field came that may be left out, or a word for what it may hold.
void stays(json&, Time) {}

/// What was a whole number became one with decimals, as a text.
void value_in_words(json& payload, Time) {
  if (const auto value = payload.find("value"); value != payload.end() && value->is_number_integer())
    *value = value->dump();
}

/// Nothing showed that it came up in a round, so it did not.
void by_hand(json& payload, Time) { payload["grew"] = "hand"; }

constexpr std::array kSteps = {
    Step{"PlanAgreed", 1, &say_the_day},
    Step{"ResidentTold", 1, &say_the_day},
    Step{"PersonErased", 1, &stays},
    Step{"MeetingPlanned", 1, &stays},
    Step{"ItemAdded", 1, &stays},
    Step{"ActionAdded", 1, &stays},
    Step{"ActionChanged", 1, &stays},
    Step{"CaseErased", 1, &stays},
    Step{"ItemTaken", 1, &stays},
    Step{"ItemFinished", 1, &stays},
    Step{"ItemFinished", 2, &stays},
    Step{"CaseSeen", 1, &stays},
    Step{"CaseSeen", 2, &stays},
    Step{"CaseSeen", 3, &stays},
    Step{"CaseSeen", 4, &stays},
    Step{"ErasureRecorded", 1, &stays},
    Step{"CaseGivenUp", 1, &stays},
    Step{"BasisAdded", 1, &stays},
    Step{"MeldcodeStepTaken", 1, &stays},
    Step{"TeamSet", 1, &stays},
    Step{"Contributed", 1, &stays},
    Step{"StepEntered", 1, &stays},
    Step{"StepEntered", 2, &stays},
    Step{"Scored", 1, &stays},
    Step{"SignalNoted", 1, &stays},
    Step{"MeetingFinished", 1, &stays},
    Step{"AreaFigureNoted", 1, &value_in_words},
    Step{"SentenceBacked", 1, &by_hand},
    Step{"TakenOutOfPaper", 1, &stays},
    Step{"ParticipantAdded", 1, &stays},
    Step{"ParticipantAdded", 2, &stays},
    Step{"CaseOpened", 1, &stays},
    Step{"HandedOver", 1, &stays},
    Step{"ParticipantLeft", 1, &stays},
    Step{"MemberAdded", 1, &stays},
    Step{"ActionFinished", 1, &stays},
    Step{"GoalScored", 1, &stays},
    Step{"FocusFinished", 1, &stays},
    Step{"CircleStepAnswered", 1, &stays},
    Step{"PromiseAnswered", 1, &stays},
    Step{"ParticipantLeft", 2, &stays},
    Step{"LineTakenUp", 1, &stays},
    Step{"LineTakenUp", 2, &stays},
    Step{"ItemReworded", 1, &stays},
    Step{"SessionLineDestroyed", 1, &stays},
    Step{"Contributed", 2, &stays},
    Step{"GroupsMade", 1, &stays},
};

}  // namespace

std::optional<std::string> upcast(const StoredEvent& stored, int to) {
  auto payload = json::parse(*stored.payload, nullptr, false);
  if (!payload.is_object()) return std::nullopt;
  for (int version = stored.type_version; version < to; ++version) {
    const auto step =
        std::ranges::find_if(kSteps, [&](const Step& one) { return one.type == stored.type && one.from == version; });
    if (step == kSteps.end()) return std::nullopt;
    step->change(payload, stored.at);
  }
  return payload.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace casus::store
