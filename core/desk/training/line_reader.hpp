// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/training/words.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Reads a line typed in a training, in three sources: the moves of a training, what is said, and the words of a
/// meeting. Internal to them.
namespace casus::desk {

// ---- the moves of a training, without their first word

/// "3 weken", "een week", "tot vrijdag", "tot 9 maart".
Understood typed_wait(const Trainee& trainee, const std::string& rest);
/// "a omdat ...", "schuldhulp b omdat ...": without its name, the decision that came up last.
Understood typed_choose(const Trainee& trainee, const std::string& rest);
/// "zus waarover": the longest name of the network that the text begins with.
Understood typed_consult(const Trainee& trainee, const std::string& rest);
/// The line with which this trainee speaks with somebody.
std::string consult_line(const Trainee& trainee, const std::string& person, const std::string& about);
/// "Ria punt: open-vragen gezegd: ... effect: ... cijfer: 2 sterk: ... probeer: ...".
Understood typed_observe(const Trainee& trainee, const std::string& rest);
/// Of the trainer: "schaamte ja omdat ...", a goal by its id.
Understood typed_judge(const Trainee& trainee, const std::string& rest);
/// "talk/questions omdat ...": a finding as the debrief names it.
Understood typed_overrule(const Trainee& trainee, const std::string& rest);
/// "12 omdat ...": the number of what was written; by who wrote it.
Understood typed_retract(const Trainee& trainee, const std::string& rest);
/// Of the trainer: "Er komt een brief", or with the kind before it: "feit zus", "gebeurtenis letter", "gevolg
/// first-visit", "nee zus Ik doe niet mee".
Understood typed_inject(const Trainee& trainee, const std::string& rest);
/// "2", or nothing for one.
Understood typed_back(const Trainee& trainee, const std::string& rest);

// ---- what is said

/// "vraag Wat wil zij zelf? --re b4": a kind, and everything behind it as it is. Nothing when no kind is named.
std::optional<Understood> typed_speech(const Trainee& trainee, const std::string& text);

// ---- the words of a meeting (core/desk/words): whoever trains types what is typed in a real one

/// Whether the text begins with such a word. Behind a name: the word alone, or before a reason, a colon or somebody at
/// the table with a colon ("actie Noor: ..."); otherwise it begins a sentence.
bool is_of_meeting(const training::Play& play, const std::string& text, bool behind_a_name);
/// "action noor: bellen; vrijdag": as in a meeting, though a command is called so too.
bool is_form_of_meeting(const training::Play& play, const std::string& text);
Understood typed_as_in_meeting(const Trainee& trainee, const std::string& line);
std::vector<std::string> meeting_completions(const training::Play& play, const std::string& beginning,
                                             const text::Voice& voice);

// ---- what is typed as if it were real

/// "pauze", "even schorsen": how a training is left for a while. Nothing for another line.
std::optional<Understood> typed_pause(const Trainee& trainee, std::string_view said);
/// "bel Esra wanneer het is", "praat met Kers": somebody of the network is spoken to. Nothing for another line.
std::optional<Understood> typed_call(const Trainee& trainee, const std::string& text);
/// Behind a name: "belt Esra: wanneer is dat?", "vraagt Anja of zij meekijkt", "aan mevrouw Pot: ...". A question that
/// is put to somebody of the network is a talk with them; what may be one, or be meant for later, is asked about.
std::optional<Understood> typed_approach(const Trainee& trainee, const std::string& said);
/// A question to somebody of the circle who is not at the table ("Esra, wanneer is dat?") is not asked there: it says
/// how that person is spoken to. All else as it is.
Understood asked_elsewhere(const Trainee& trainee, Understood understood);

// ---- a line for the team

/// "'Eerst vragen' --theme gesprek", or the text without quotes; for `case learn` and `case signal`.
Understood typed_line(const Trainee& trainee, std::string_view path, const std::string& rest);

}  // namespace casus::desk
