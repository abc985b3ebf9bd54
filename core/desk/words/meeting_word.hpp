// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/words.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The words that a guided meeting knows, one table for reading, help and completion. Dutch and English are both
/// taken, whatever the language of the screen.
namespace casus::desk {

enum class Ask {
  next,
  back,
  pass,
  why,
  suggest,
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
  undo,
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
  help,
  stop,
};

struct MeetingWord {
  Ask ask{};
  std::vector<std::string_view> nl;  ///< the first is the one to show
  std::vector<std::string_view> en;
  Words form;         ///< as it is typed
  Words about;        ///< what it does
  bool text = false;  ///< takes a text behind a colon

  std::string_view name(Lang lang) const { return lang == Lang::nl ? nl.front() : en.front(); }
};

const std::vector<MeetingWord>& meeting_words();

/// The word as it was typed, in either language; nullptr when it is none.
const MeetingWord* meeting_word(std::string_view typed);

/// How the word is typed in a language.
std::string name_of(Ask ask, Lang lang);

/// What can be typed in a meeting: all of it, or about one word. Lines of text, unwrapped.
std::vector<std::string> meeting_help(std::string_view about, Lang lang);

}  // namespace casus::desk
