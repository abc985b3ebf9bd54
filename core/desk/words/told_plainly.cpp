// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/desk/words/meeting_word.hpp"
#include "core/method/vocabulary.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

/// What people say in a sentence, without the word of the meeting that does it: that the table goes on, what the
/// resident wants, what is strong. It is offered, for it may be meant otherwise.
namespace casus::desk {

using text::msg;

std::string use_in_list(std::string_view text, const text::Message& list) {
  const auto typed = folded(trimmed(text));
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(list.in(lang)))
      if (std::ranges::find(use.said, typed) != use.said.end()) return use.value;
  return {};
}

namespace {

/// "ok", "goed", "dan": words that stand before what is said, and say nothing themselves.
bool says_little(std::string_view text) {
  const std::array lists{msg("line.small_words"), msg("line.filler_words"), msg("line.excuse_words"),
                         msg("line.laugh_words")};
  return std::ranges::any_of(lists, [&](const auto& list) { return is_said_as(text, list); });
}

/// What one piece of a line does: "next", "done" or "take" is that word of the meeting, "small" says nothing; empty for
/// something said.
std::string use_of_piece(std::string_view piece) {
  auto words = words_in(piece);
  while (!words.empty()) {
    const auto typed = joined_words(words, 0, words.size());
    if (const auto* word = meeting_word(typed)) {
      if (word->ask == Ask::next) return "next";
      if (word->ask == Ask::ready) return "done";
      if (word->ask == Ask::take) return "take";
      return {};
    }
    if (auto use = use_in_list(typed, msg("line.move_on_words")); !use.empty()) return use;
    if (auto use = use_in_list(typed, msg("line.spoken_words")); !use.empty())
      return use == "next" || use == "done" || use == "take" ? use : std::string();
    if (says_little(typed)) return "small";
    if (!says_little(words.front()) && use_in_list(words.front(), msg("line.move_on_words")) != "small") return {};
    words.erase(words.begin());
  }
  return {};
}

/// "mw. Yilmaz", "meneer van den Berg", "mevrouw yilmaz": a title and a name, and nothing else.
bool is_title_and_name(const std::vector<std::string>& words) {
  constexpr std::size_t kFewest = 2, kMost = 5;
  if (words.size() < kFewest || words.size() > kMost || !is_said_as(words[0], msg("line.title_words"))) return false;
  if (words.size() == kFewest) return !is_family(words[1]);
  return std::all_of(words.begin() + 1, words.end(), [](const std::string& word) {
    return word.front() < 'a' || word.front() > 'z' || is_said_as(word, msg("line.name_link_words"));
  });
}

/// "ze wil weer durven opendoen", "moeder wil gewoon rust": the resident, and what they want. Of the people around them
/// it is told only with a word that says so: "oma wil graag oppassen" is what she can do. "hij zou weer gaan werken" is
/// what was thought, "hij zou graag weer werken" what he wants.
bool tells_a_wish(std::vector<std::string> words) {
  constexpr std::size_t kFewest = 4, kNear = 6;
  const auto says = [](const std::string& word, std::string_view use) {
    return use_in_list(word, msg("line.wants_words")) == use;
  };
  const auto wanting =
      std::ranges::find_if(words, [&](const auto& word) { return says(word, "wants") || says(word, "would"); });
  const bool titled = is_title_and_name({words.begin(), wanting});
  if (titled) words.erase(words.begin() + 1, wanting);
  if (words.size() < kFewest) return false;
  const bool resident = titled || says(words[0], "who") || is_said_as(words[0], msg("line.resident_words"));
  if (!resident && !is_family(words[0])) return false;
  const bool wants = says(words[1], "wants");
  if (!wants && !says(words[1], "would")) return false;
  const auto near = std::min(words.size(), kNear);
  bool more = false;
  for (std::size_t at = 2; at < near; ++at) {
    if (is_said_as(words[at], msg("line.denial_words"))) return false;
    more = more || (wants && says(words[at], "again")) || (resident && says(words[at], "gladly"));
  }
  return more;
}

/// "(wil per se) thuis blijven": what is wanted; "(wil per se) niet naar het ziekenhuis" is told.
bool insists(std::string_view what) {
  const auto words = words_in(what);
  return !words.empty() && !is_said_as(words.front(), msg("line.denial_words"));
}

/// "hij zegt zelf: ik wil gewoon rust": their own words, as somebody passes them on.
bool passes_on_a_wish(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const auto head = words_in(text.substr(0, colon));
  constexpr std::size_t kMost = 4;
  if (head.size() < 2 || head.size() > kMost) return false;
  const bool resident = use_in_list(head[0], msg("line.wants_words")) == "who" ||
                        is_said_as(head[0], msg("line.resident_words")) || is_family(head[0]);
  auto said = trimmed(text.substr(colon + 1));
  while (!said.empty() && std::string_view("'\"").find(said.front()) != std::string_view::npos) said.remove_prefix(1);
  const bool speaks = std::any_of(head.begin() + 1, head.end(),
                                  [](const auto& word) { return is_said_as(word, msg("line.say_words")); });
  return resident && speaks && begins_as(said, msg("line.i_want_words")) > 0;
}

}  // namespace

const MeetingWord* moving_on(std::string_view line, bool at_item) {
  bool next = false, done = false, take = false;
  std::size_t count = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto end = std::min(line.find_first_of(",.;!?", at), line.size());
    const auto piece = trimmed(line.substr(at, end - at));
    at = end + 1;
    if (piece.empty()) continue;
    const auto use = use_of_piece(piece);
    if (use.empty()) return nullptr;
    ++count;
    next = next || use == "next";
    done = done || use == "done";
    take = take || use == "take";
  }
  if (count == 0 || !(next || done || take)) return nullptr;
  const auto what = done || (take && at_item) ? Ask::ready : take ? Ask::take : Ask::next;
  const auto found = std::ranges::find(meeting_words(), what, &MeetingWord::ask);
  return found == meeting_words().end() ? nullptr : &*found;
}

std::optional<Unsure> told_as_kind(const service::Table& table, const text::Voice& voice, const std::string& by,
                                   const std::string& text) {
  const auto seat = std::ranges::find(table.seats, by, &service::Seat::name);
  if (!table.in_step || seat == table.seats.end() || seat->asked || text.ends_with('?')) return std::nullopt;
  // Who is there to answer tells a wish that is still to be written down.
  const bool due = seat->answers && table.notes_beside &&
                   std::ranges::find(table.missing, "resident-wish", &Missing::id) != table.missing.end();
  if (!seat->speaks && !due) return std::nullopt;
  if (table.stage.safety == Safety::acute || table.hidden || table.kinds.empty()) return std::nullopt;
  if (may_tell_of_danger(text)) return std::nullopt;  // that it may be danger is told first
  const auto& kinds = seat->speaks ? table.kinds : table.other_kinds;
  const auto kind_of = [&](std::string_view key) {
    const auto found = std::ranges::find(kinds, key, &service::SaidKind::key);
    return found == kinds.end() ? std::string() : spoken(found->name);
  };
  const auto first = seat->speaks ? spoken(table.kinds.front().name) : method::kind_label(nullptr, "note", voice);
  const auto behind = [&](const text::Message& list) {
    const auto length = begins_as(text, list);
    const auto what = length == 0 ? std::string_view() : trimmed(std::string_view(text).substr(length));
    return begins_as(what, msg("line.unclear_words")) > 0 ? std::string_view() : what;
  };
  if (const auto kind = kind_of("wish"); !kind.empty())
    if (!behind(msg("line.wish_told_words")).empty() || insists(behind(msg("line.wish_insists_words"))) ||
        tells_a_wish(words_in(text)) || passes_on_a_wish(text))
      return Unsure{voice.say(msg("line.wish_meant", "who"_is = by, "kind"_is = first)),
                    fmt::format("{} {}: {}", by, kind, text), true};
  if (!seat->speaks) return std::nullopt;
  const auto kind = kind_of("strength");
  const auto what = behind(msg("line.strength_told_words"));
  if (kind.empty() || what.empty() || begins_as(what, msg("line.denial_words")) > 0 ||
      begins_as(what, msg("line.gone_words")) > 0)
    return std::nullopt;
  return Unsure{voice.say(msg("line.kind_near", "who"_is = by, "kind"_is = kind, "first"_is = first)),
                fmt::format("{} {}: {}", by, kind, text), true};
}

std::vector<std::string> numbered_parts(const std::string& text, const std::string& kind) {
  const auto words = words_in(text);
  const auto is_number = [](std::string_view word) {
    while (word.ends_with(':') || word.ends_with('.') || word.ends_with(')')) word.remove_suffix(1);
    return !word.empty() && word.size() < 3 && word.find_first_not_of("0123456789") == std::string_view::npos;
  };
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at + 2 < words.size(); ++at)
    if (folded(words[at]) == kind && words[at + 1].ends_with(':') && is_number(words[at + 1])) begins.push_back(at);
  if (begins.empty() || begins.front() != 0) return {};
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    auto part = joined_words(words, begins[i] + 2, i + 1 < begins.size() ? begins[i + 1] : words.size());
    // "..., en idee 2: ...".
    if (const auto space = part.rfind(' ');
        i + 1 < begins.size() && space != std::string::npos && is_said_as(part.substr(space), msg("line.and_words")))
      part.erase(space);
    while (!part.empty() && std::string_view(",; ").find(part.back()) != std::string_view::npos) part.pop_back();
    if (part.empty()) return {};
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace casus::desk
