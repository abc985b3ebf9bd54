// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/play_words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Reads a line typed in a training, in four sources: the moves of a training, what is said, the words of a meeting,
/// and those of the command line. Internal to them.
namespace casus::cli {

/// Who types, in which training.
struct Typist {
  Context& context;
  const training::Play& play;
  std::string by;

  const std::string& case_id() const { return play.state().id; }
  Understood move(training::PlayBody body) const { return training::Move{by, std::nullopt, std::move(body)}; }
  template <class... Args>
  Understood not_understood(Words words, const Args&... args) const {
    return NotUnderstood{context.say(words, args...)};
  }
};

// ---- the moves of a training, without their first word

/// "3 weken".
Understood typed_wait(const Typist& typist, const std::string& rest);
/// "a omdat ...", "schuldhulp b omdat ...": without its name, the decision that came up last.
Understood typed_choose(const Typist& typist, const std::string& rest);
/// "zus waarover": the longest name of the network that the text begins with.
Understood typed_consult(const Typist& typist, const std::string& rest);
/// "Ria punt: open-vragen gezegd: ... effect: ... cijfer: 2 sterk: ... probeer: ...".
Understood typed_observe(const Typist& typist, const std::string& rest);
/// "2", or nothing for one.
Understood typed_back(const Typist& typist, const std::string& rest);

// ---- what is said

/// "vraag Wat wil zij zelf? --re b4": a kind, and everything behind it as it is. Nothing when no kind is named.
std::optional<Understood> typed_speech(const Typist& typist, const std::string& text);

// ---- the words of a meeting (guided_words.hpp): whoever trains types what is typed in a real one

/// Whether the text begins with such a word. Behind a name: the word alone, or before a reason or a colon; otherwise it
/// begins a sentence.
bool is_of_meeting(const std::string& text, bool behind_a_name);
Understood typed_as_in_meeting(const Typist& typist, const std::string& line);
std::vector<std::string> meeting_completions(const training::Play& play, const std::string& beginning, Lang lang);

// ---- the words of the command line

/// "next", "goal ...", "case back": with "casus", "case", "plan", "network" and the case left out or not. Nothing when
/// the text names no verb.
std::optional<Understood> typed_verb(const Typist& typist, const std::string& text);
Understood typed_arguments(const Typist& typist, const std::vector<std::string>& arguments);
/// "'Eerst vragen' --theme gesprek", or the text without quotes; for `case learn` and `case signal`.
Understood typed_line(const Typist& typist, std::string_view path, const std::string& rest);

}  // namespace casus::cli
