// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/words/line.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Lines that lean on what was said before, or on what everybody at the table knows. For the reader of lines.
namespace casus::desk {

/// "mijn laptop hangt", "sorry ik ben te laat, de brug stond open": of who types, and of no case.
bool tells_of_who_types(std::string_view text);

/// "hij geeft zichzelf een 4": the resident's figure, as `by` tells it. The sentence is offered as what they say, with
/// where the figure itself goes: it is nobody else's score. Nothing where `by` is asked something, for then it answers.
std::optional<Unsure> score_of_resident(const service::Table& table, const text::Voice& voice, const std::string& by,
                                        const std::string& text);

/// "youssef gaat mee", "ik ga mee", right behind an action: the same, for one more. `by` says it; empty: nobody knows
/// who, or it stands in the line.
std::optional<Unsure> joins_the_last(const service::Table& table, const text::Voice& voice,
                                     const std::vector<std::string_view>& people, const std::string& by,
                                     const std::string& text);

/// "voor volgende keer: weten of er beslag ligt": an action of `teller`, or of whoever is named in it, for the next
/// meeting.
std::optional<Unsure> for_next_time(const service::Table& table, const Spelling& how,
                                    const std::vector<std::string_view>& people, const std::string& teller,
                                    const std::string& line);

/// "belt de school voor volgende keer" with the day that it means, a week from now, in the words of the voice; the text
/// itself where it does not end so.
std::string with_next_meeting(const std::string& text, const text::Voice& voice);

/// "ik hoop dat ik straks weet wat ik zeg", of who brings the case in, while that is still to be said.
std::optional<Unsure> hope_of_presenter(const service::Table& table, const text::Voice& voice, const std::string& by,
                                        const std::string& line);

/// Who was asked something, where another has the turn to ask: what only tells is most likely their answer. Empty for
/// whatever may ask too, and where it is not sure who that is.
std::string asked_who_tells(const service::Table& table, const std::string& line);

}  // namespace casus::desk
