// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/typed/words.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The words that a guided meeting knows, one table for reading, help and completion. The words of every
/// language are taken, whatever the language of the screen.
namespace casus::desk {

enum class Ask {
  next,
  back,
  pass,
  choose,
  group,
  why,
  suggest,
  question,
  hopes,
  goal,
  action,
  result,
  score,
  review,
  tell,
  signal,
  learn,
  correct,
  withdraw,
  restore,
  undo,
  resume,
  concern,
  acute,
  handled,
  meldcode,
  start,
  take,
  park,
  ready,
  chair,
  arrive,
  leave,
  finish,
  other,
  agenda,
  said,
  plan,
  network,
  people,
  step,
  pasted,
  waiting,
  drop,
  help,
  stop,
};

struct MeetingWord {
  Ask ask{};
  std::string_view word;  ///< id of what can be typed: "verder, v, volgende", the first is the one to show
  Words form;             ///< as it is typed
  Words about;            ///< what it does
  bool text = false;      ///< takes a text behind a colon

  std::vector<std::string_view> names(Lang lang) const;  ///< what can be typed in a language; at least one
  std::string_view name(const text::Voice& voice) const { return names(voice.lang()).front(); }
};

const std::vector<MeetingWord>& meeting_words();

/// The word as it was typed, in any language; nullptr when it is none.
const MeetingWord* meeting_word(std::string_view typed);

/// How the word is typed in a language.
std::string name_of(Ask ask, const text::Voice& voice);

/// What can be typed in a meeting: all of it, or about one word. Lines of text, unwrapped.
std::vector<std::string> meeting_help(std::string_view about, const text::Voice& voice);

}  // namespace casus::desk
