// SPDX-License-Identifier: EUPL-1.2
#include "core/base/matching.hpp"
#include "core/base/time.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/half_said.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/desk/words/meeting_word.hpp"
#include "core/method/phrases.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

/// What is typed beside the talk, and words of the meeting that are not typed as they should be. Nothing of what
/// somebody said is changed: a guess is offered only where the whole line fits the word.
namespace casus::desk {

using text::msg;

namespace {

constexpr std::size_t kShortTalk = 5;

/// The use under which the whole line stands in a list of the catalogue, "people: wie is er|wie is er nog"; empty for
/// none.
std::string use_of(std::string_view line, const text::Message& list) {
  line = trimmed(line);
  while (!line.empty() && std::string_view(".,!? ").find(line.back()) != std::string_view::npos) line.remove_suffix(1);
  return use_in_list(line, list);
}

/// "haha ja die ken ik ook", "ok marieke, begin jij maar", and before a case lies on the table "goedemorgen, koffie
/// staat klaar": talk between people. What holds a figure, asks or tells of danger may be more.
bool is_chatter(const std::string& line, bool case_on_table, const std::vector<std::string_view>& people) {
  constexpr std::size_t kMostWords = 8;
  const bool more = line.find_first_of("0123456789?:") != std::string::npos || words_in(line).size() > kMostWords;
  if (more || method::tells_of_danger(line) || method::tells_of_worry(line)) return false;
  if (begins_as(line, msg("line.laughing_words")) > 0) return true;
  if (!case_on_table && begins_as(line, msg("line.greeting_words")) > 0) return true;
  const auto gives = [&](const Filling& one) { return !called_plainly(without_excuse(one.open), people).empty(); };
  return std::ranges::any_of(fillings(line, msg("line.your_turn_words")), gives);
}

/// "haal die laatste maar even weg" without its small words.
std::string without_soft_words(std::vector<std::string> words) {
  std::erase_if(words, [](const std::string& word) { return is_said_as(word, msg("line.soft_words")); });
  return joined_words(words, 0, words.size());
}

bool is_figures(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.:,") == std::string_view::npos;
}

/// "5 min break", "pauze tot kwart over 10": a word for a pause, and how long, and nothing else.
bool calls_a_pause(std::string_view line) {
  constexpr std::size_t kMostWords = 7;
  const auto words = words_in(line);
  if (words.empty() || words.size() > kMostWords || line.ends_with('?')) return false;
  const auto is_pause = [](const std::string& word) { return is_said_as(word, msg("line.pause_words")); };
  return std::ranges::any_of(words, is_pause) && std::ranges::all_of(words, [&](const std::string& word) {
           return is_pause(word) || is_figures(word) || is_said_as(word, msg("line.pause_around_words"));
         });
}

/// "even snel, we hebben nog 10 min", "laatste casus, hou het kort": each piece of it is about the meeting, and one
/// says so.
bool tells_of_the_meeting(std::string_view line) {
  bool of_meeting = false;
  for (std::size_t at = 0; at < line.size();) {
    const auto end = std::min(line.find_first_of(",.;!?", at), line.size());
    const auto piece = trimmed(line.substr(at, end - at));
    at = end + 1;
    if (piece.empty()) continue;
    const auto left = [&](const Filling& one) {
      const auto words = words_in(one.open);
      return words.size() == 1 && (is_figures(words[0]) || figure_in(words[0]));
    };
    if (is_said_as(piece, msg("line.of_meeting_words")) ||
        std::ranges::any_of(fillings(piece, msg("line.time_left_words")), left)) {
      of_meeting = true;
      continue;
    }
    const bool small = is_said_as(piece, msg("line.small_words")) || is_said_as(piece, msg("line.filler_words")) ||
                       is_said_as(piece, msg("line.hurry_words")) || is_said_as(piece, msg("line.excuse_words")) ||
                       !use_of(piece, msg("line.move_on_words")).empty();
    if (!small) return false;
  }
  return of_meeting;
}

}  // namespace

std::optional<Meant> LineReader::beside_the_talk() const {
  auto use = use_of(line_, msg("line.look_words"));
  // "wie is er nu eigenlijk?", and "even pauze, koffie".
  if (use.empty())
    use = use_of(without_fillers(line_.substr(0, line_.find_last_not_of("?!. ") + 1)).text, msg("line.look_words"));
  if (const auto comma = line_.find(','); use.empty() && comma != std::string::npos)
    if (use_of(std::string_view(line_).substr(0, comma), msg("line.look_words")) == "pause" &&
        words_in(line_).size() <= kShortTalk && !line_.ends_with('?') && !method::tells_of_danger(line_))
      use = "pause";
  if (use.empty() && calls_a_pause(line_)) use = "pause";
  if (use == "step" || use == "people" || use == "agenda") {
    const auto what = use == "step" ? Ask::step : use == "people" ? Ask::people : Ask::agenda;
    return LookAt{what, {}};
  }
  // "we gaan door", "haal dat weg": as people say a word of the meeting. It may be said in the talk as well.
  auto said_so = use_of(line_, msg("line.spoken_words"));
  // "oké, volgende stap", "so let's move on".
  if (said_so.empty() && head_.size() > 1 &&
      (is_said_as(head_.front(), msg("line.filler_words")) || is_said_as(head_.front(), msg("line.small_words"))))
    said_so = use_of(joined_words(head_, 1, head_.size()), msg("line.spoken_words"));
  // "gewoon doorgaan" is what somebody who was asked may answer; "haal dat maar even weg" is not.
  if (said_so.empty())
    if (auto soft = use_of(without_soft_words(head_), msg("line.spoken_words"));
        soft == "undo" || std::ranges::none_of(t_.seats, &service::Seat::asked))
      said_so = std::move(soft);
  if (said_so.empty())
    if (const auto* word = moving_on(line_, !t_.case_id.empty()))
      // "nou, afgerond" is what somebody who was asked may answer.
      if (meeting_word(line_) == nullptr &&
          (word->ask != Ask::ready || std::ranges::none_of(t_.seats, &service::Seat::asked)))
        said_so = std::string(word->name(how_.voice));
  // With a case on the table the meeting has begun: it is the case that begins.
  const bool begun = said_so == "start" && !t_.case_id.empty();
  if (const auto* word = said_so.empty() ? nullptr : meeting_word(begun ? "next" : said_so)) {
    std::string name(word->name(how_.voice));
    return Unsure{say("line.word_meant", "line"_is = name), name, true};
  }
  // "volgende week is henk voorzitter": of the next meeting, and nothing of this case.
  for (const auto& [when, open] : fillings(line_, msg("line.next_chair_words")))
    if (const auto name = called_plainly(open, {names_.team.begin(), names_.team.end()}); !name.empty()) {
      constexpr int kWeek = 7;
      const auto day = plus_days(how_.today, kWeek);
      return Unsure{say("line.next_chair", "name"_is = name, "day"_is = text::day_in_full(day, how_.voice)),
                    fmt::format("/meeting chair \"{}\" --date {}", name, to_string(day)), true};
    }
  if (use == "pause")
    return Unsure{say("line.pause"), t_.case_id.empty() ? std::string() : say("line.park_for_pause"),
                  !t_.case_id.empty(), false};
  // Where one person was asked something, it is their answer.
  const bool asked = !only_answerer(t_, line_, false).empty();
  if (asked && ((head_.size() == 1 && answer_called(line_)) || is_verdict(line_, people_))) return std::nullopt;
  if ((head_.size() == 1 && answer_called(line_)) || is_said_as(line_, msg("line.no_answer_words")))
    return Unsure{say("line.nothing_asked"), {}, false, false};
  if (is_said_as(without_excuse(line_), msg("line.small_words")) || is_said_as(line_, msg("line.small_words")) ||
      is_said_as(line_, msg("line.laugh_words")) || is_chatter(line_, !t_.case_id.empty(), people_))
    return Unsure{say("line.small"), {}, false, false};
  // "Sam?" calls somebody, and says nothing yet.
  if (head_.size() == 1 && line_.ends_with('?') &&
      !called_plainly(std::string_view(line_).substr(0, line_.find_last_not_of("?! ") + 1), people_).empty())
    return Unsure{say("line.small"), {}, false, false};
  // "we lopen uit"; who is back, is asked.
  if (tells_of_who_types(line_)) return Unsure{say("line.of_meeting"), {}, false, false};
  if (tells_of_the_meeting(line_) && !is_said_as(line_, msg("line.i_am_back_words")))
    return Unsure{say("line.of_meeting"), {}, false, false};
  return std::nullopt;
}

bool LineReader::is_meeting_talk() {
  const auto plain = std::string(trimmed(std::string_view(line_).substr(0, line_.find_last_not_of(":.,;!? ") + 1)));
  if (plain.empty()) return true;
  if (plain.find_first_not_of("0123456789") == std::string::npos) return plain != "112";
  if (is_ref(plain)) return true;
  // A name in full: "moe" is not Moeder.
  const auto is_name = [&](std::string_view name) {
    const auto words = words_in(std::string(name));
    return matched(name) == matched(plain) || (!words.empty() && matched(words.front()) == matched(plain));
  };
  if (std::ranges::any_of(people_, is_name) || std::ranges::any_of(names_.team, is_name)) return true;
  if (!has_colon() && !use_of(line_, msg("line.spoken_words")).empty()) return true;
  const auto meant = this->meant();
  if (const auto* unsure = std::get_if<Unsure>(&meant)) return !unsure->waits && text_.empty();
  if (const auto* steers = std::get_if<SteerMeeting>(&meant)) return steers->because.empty();
  if (const auto* typed = std::get_if<TypedCommand>(&meant)) {
    constexpr std::size_t kBare = 3;  // "case show 2026-001"
    return typed->arguments.size() <= kBare && std::ranges::all_of(typed->arguments, [](const std::string& one) {
             return one.find(' ') == std::string::npos;
           });
  }
  if (const auto* given = std::get_if<GiveCommand>(&meant)) {
    if (const auto* next = std::get_if<NextStep>(&given->body)) return next->because.empty();
    if (const auto* back = std::get_if<BackStep>(&given->body)) return back->because.empty();
    if (const auto* undo = std::get_if<Withdraw>(&given->body)) return undo->because.empty();
    return std::holds_alternative<Pass>(given->body) || std::holds_alternative<ResumeCase>(given->body);
  }
  return std::holds_alternative<LookAt>(meant) || std::holds_alternative<std::monostate>(meant);
}

std::optional<Unsure> LineReader::word_misspelt() const {
  const auto& typed = head_.front();
  // "nee, donderdag" is no "neem" misspelt, and "Vader is weg" is not "verder is weg".
  if (answer_called(std::string_view(typed).substr(0, typed.find_last_not_of(",.!") + 1))) return std::nullopt;
  if (meeting_word(typed) != nullptr || is_family(typed)) return std::nullopt;
  std::vector<std::string_view> known;
  for (const auto& word : meeting_words()) known.push_back(word.name(how_.voice));
  const auto near = nearest(typed, known);
  if (near.empty()) return std::nullopt;
  const auto* word = meeting_word(near);
  // Danger is no guess: "gedaan" is not "gevaar" misspelt, "gevaaar" is.
  constexpr std::size_t kSameHead = 3;
  if (word->ask == Ask::acute && !folded(typed).starts_with(near.substr(0, kSameHead))) return std::nullopt;
  const auto meant = say("contribution.i_do_know_did_mean", "head"_is = typed, "near"_is = near);
  if (head_.size() == 1) return Unsure{meant, near, true, false};
  if (typed.size() <= 3) return std::nullopt;
  const auto rest = joined_words(head_, 1, head_.size());
  if (word->ask == Ask::acute) return Unsure{say("line.danger_now"), std::string(near) + ": " + line_, true};
  const bool belongs = is_ref(head_[1]) || !called(rest, people_).empty() || !people_in(rest).empty() ||
                       read_day(rest, how_.today).day.has_value() || item_called(rest) != rest ||
                       std::ranges::find(names_.cases, rest) != names_.cases.end();
  auto line = near + ' ' + rest;
  if (word->text || !belongs || !LineReader(line, t_, names_, how_).is_for(*word)) return std::nullopt;
  return Unsure{meant, std::move(line), true, false};
}

std::optional<Meant> LineReader::word_with_colon(const MeetingWord& word) const {
  if (!has_colon() || head_.size() != 1 || word.text || text_.empty()) return std::nullopt;
  const auto typed = folded(head_.front());
  if (!kind_called(typed).empty() || !called(head_.front(), people_).empty()) return std::nullopt;
  if (t_.private_time) return nothing_kept();
  // "voorzitter: de schulden parkeren we nu": the chair says it, and nobody else is made chair.
  constexpr std::size_t kLongestName = 3;
  if (word.ask == Ask::chair && !t_.case_id.empty() && !t_.acting.empty() && people_in(text_).empty() &&
      called(text_, people_).empty() && words_in(text_).size() > kLongestName)
    return Unsure{say("contribution.does_say_enter_if_so", "who"_is = t_.acting), t_.acting + ": " + text_, true};
  auto line = head_.front() + ' ' + text_;
  if (text_.find(':') == std::string::npos && LineReader(line, t_, names_, how_).is_for(word)) return again(line);
  return Unsure{say("line.takes_no_text", "word"_is = word.name(how_.voice)), std::string(word.name(how_.voice)), true};
}

/// "erbij inwoner", "erbij moeder als inwoner".
std::optional<Meant> LineReader::resident_arrives() const {
  const auto typed = about();
  const auto role = label(Role::resident, how_.voice);
  if (called(typed, people_).empty() && is_said_as(typed, msg("line.resident_words")))
    return SteerMeeting{Ask::arrive, role, {}, true};
  const auto words = words_in(typed);
  for (std::size_t at = 1; at + 1 < words.size(); ++at)
    if (is_said_as(words[at], msg("line.as_words")) &&
        is_said_as(joined_words(words, at + 1, words.size()), msg("line.resident_words")))
      return SteerMeeting{Ask::arrive, person(joined_words(words, 0, at)), {}, true};
  return std::nullopt;
}

}  // namespace casus::desk
