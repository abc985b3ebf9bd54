// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/half_said.hpp"
#include "core/desk/words/line_reader.hpp"

#include "core/method/vocabulary.hpp"

#include <fmt/format.h>

/// Somebody and what they do, as people type it: a pass, a choice, a wish, an agreement, thanks. Each comes back as the
/// line that does it, so that none of them becomes an idea.
namespace casus::desk {

using text::msg;

namespace {

bool is_thanks(std::string_view text) {
  constexpr std::size_t kMostWords = 5;
  return words_in(text).size() <= kMostWords && begins_as(text, msg("line.thanks_words")) > 0;
}

/// "die naam", "mijn laatste opmerking", "dat": something that was written; "die jongen", "dat gesprek" are of the
/// case.
bool is_piece_of_text(std::string_view typed) {
  const auto length = begins_as(typed, msg("line.deictic_words"));
  const auto what = trimmed(typed.substr(length));
  return length > 0 && (what.empty() || is_said_as(what, msg("line.piece_words")));
}

/// "morgen bel ik de school", "ma bel ik de school": as it is said with the day behind the verb. Any other text as it
/// is.
std::string with_day_behind_verb(const std::string& text, Lang lang, Date today) {
  const auto words = words_in(text);
  for (std::size_t length = 1; length <= kMostDayWords && length + 2 < words.size(); ++length) {
    const auto& verb = words[length];
    if (!is_said_as(words[length + 1], msg("line.i_words"))) continue;
    if (begins_as(verb, msg("line.act_own_words")) == 0 && begins_as(verb, msg("line.act_own_more")) == 0) continue;
    const auto typed = joined_words(words, 0, length);
    // Between the verb and "ik" no short day is somebody: "op ma" is surely one.
    const bool is_short = length == 1 && is_said_in(lang, typed, msg("line.short_day_words"));
    if (!is_short && is_said_as(typed, msg("line.no_day_words"))) continue;
    if (const auto day = read_day(typed, today); !day || *day.day < today) continue;
    return fmt::format("{} {} {}{} {}", words[length + 1], verb,
                       is_short ? text::msg("line.on_day_word").in(lang) + " " : std::string(), typed,
                       joined_words(words, length + 2, words.size()));
  }
  return text;
}

/// "i can see her friday" is agreed; "i can see a change this week", "happy to see him back this week" and "i can tell
/// you it was better today" are told.
bool is_only_seen_or_told(const std::vector<std::string>& does, Date today) {
  const auto use = use_in_list(does[0], msg("line.can_told_words"));
  if (use == "you") return is_said_as(does[1], msg("line.you_words"));
  return use == "see" && !read_day(joined_words(does, 2, does.size()), today);
}

}  // namespace

std::optional<Unsure> LineReader::finds_out(const std::string& by, const std::string& text) const {
  const auto seat = std::ranges::find(t_.seats, by, &service::Seat::name);
  if (!asks_only() || seat == t_.seats.end() || !seat->answers) return std::nullopt;
  if (seat->question.empty() || seat->question.find_first_of(";\n") != std::string::npos) return std::nullopt;
  const auto taken = taken_on_day(by, text);
  const auto head = fmt::format("{} {}: ", name_of(Ask::action, how_.voice), by);
  if (!taken || !taken->line.starts_with(head)) return std::nullopt;
  const auto day = std::string(trimmed(std::string_view(taken->line).substr(head.size())));
  if (day.empty() || day.find(';') != std::string::npos) return std::nullopt;
  return Unsure{say("line.find_out_meant", "who"_is = by, "question"_is = seat->question,
                    "kind"_is = folded(method::kind_label(nullptr, "answer", how_.voice))),
                fmt::format("{}{}; {}; ", head, say("line.find_out", "question"_is = seat->question), day)};
}

bool LineReader::asks_ideas() const {
  if (takes_kind("fact") || takes_kind("choice")) return false;
  return takes_kind("idea") || takes_kind("advice") || takes_kind("option");
}

std::optional<Meant> LineReader::sentence_about(const std::string& by, const std::string& rest) const {
  if (by.empty() || rest.empty()) return std::nullopt;
  if (is_signs_only(rest)) return Unsure{say("line.small"), {}, false, false};
  if (auto seats = seats_told(by, rest)) return std::move(*seats);
  if (!t_.in_step) return std::nullopt;
  const auto seat = std::ranges::find(t_.seats, by, &service::Seat::name);
  if (seat != t_.seats.end() && seat->speaks && lets_pass(rest, *seat)) return GiveCommand{by, Pass{}};
  if (t_.stage.safety == Safety::acute) return std::nullopt;
  if (is_thanks(rest)) return Unsure{say("line.thanks"), line_, false, false};
  // "haal die naam maar weg": of the last that they said themselves.
  for (const auto& [use, open] : fillings(rest, msg("line.take_out_words")))
    if (is_piece_of_text(open))
      for (auto line = t_.said.rbegin(); line != t_.said.rend() && line->here; ++line)
        if (line->who == by && is_record(line->id, 'b'))
          return Unsure{say("line.take_out", "ref"_is = line->id, "was"_is = line->words,
                            "correct"_is = name_of(Ask::correct, how_.voice)),
                        msg("line.withdraw_it", "ref"_is = line->id).in(how_.voice), true};
  // "haha", "oei": of who is asked something it may be the answer.
  if (const bool asked = seat != t_.seats.end() && seat->asked; !asked && is_said_as(rest, msg("line.laugh_words")))
    return Unsure{say("line.small"), {}, false, false};
  // "ik ben er weer", "we lopen uit": no fact and no idea.
  if (is_said_as(rest, msg("line.of_meeting_words"))) return Unsure{say("line.of_meeting"), line_, false, false};
  if (tells_of_who_types(rest)) return Unsure{say("line.of_meeting"), line_};
  const auto behind = [&](const text::Message& list) {
    return std::string(behind_signs(std::string_view(rest).substr(begins_as(rest, list))));
  };
  const auto kind_named = [&](std::string_view key) {
    for (const auto* kinds : {&t_.kinds, &t_.other_kinds})
      if (const auto found = std::ranges::find(*kinds, key, &service::SaidKind::key); found != kinds->end())
        return spoken(found->name);
    return std::string();
  };
  const auto first_kind = t_.kinds.empty() ? std::string() : spoken(t_.kinds.front().name);
  if (begins_as(rest, msg("line.chooses_words")) > 0 && !takes_kind("choice")) {
    const auto what = behind(msg("line.chooses_words"));
    if (!what.empty() && !t_.menu.empty())
      return Unsure{say("line.choice_meant", "who"_is = by),
                    fmt::format("{} {}", name_of(Ask::choose, how_.voice), what), true};
    if (const auto kind = kind_named("choice"); !what.empty() && !kind.empty())
      return Unsure{say("line.choice_meant", "who"_is = by), fmt::format("{} {}: {}", by, kind, what), true};
  }
  // "noor kiest daan": where a choice is asked for, of somebody or of what was said.
  if (const auto what = behind(msg("line.chooses_words"));
      takes_kind("choice") && !what.empty() && what.size() < rest.size() && !has_colon() &&
      (is_record(folded(what), 'b') || !called(what, people_).empty()))
    return Unsure{say("line.choice_meant", "who"_is = by), fmt::format("{} {}: {}", by, kind_named("choice"), what),
                  true};
  if (begins_as(rest, msg("line.wish_words")) > 0) {
    const auto kind = kind_named("wish");
    if (const auto what = behind(msg("line.wish_words")); !what.empty() && !kind.empty())
      return Unsure{say("line.wish_meant", "who"_is = by, "kind"_is = first_kind),
                    fmt::format("{} {}: {}", by, kind, what), true};
  }
  if (auto asked = told_as_kind(t_, how_.voice, by, rest)) return std::move(*asked);
  if (auto asked = finds_out(by, rest)) return std::move(*asked);
  if (!asks_ideas() && (!takes_kind("choice") || takes_kind("fact"))) return std::nullopt;
  if (auto asked = joins_the_last(t_, how_.voice, people_, by, rest)) return std::move(*asked);
  if (const auto dated = with_next_meeting(rest, how_.voice); dated != rest)
    if (auto asked = sentence_about(by, dated)) return asked;
  if (is_said_as(rest, msg("line.i_take_it_words"))) return action_for(by);
  if (auto taken = taken_on_day(by, rest)) return std::move(*taken);
  // "Els vraagt zich af of ...": what she wonders is no agreement. "ik vraag me af of ..." is how an idea is said with
  // care, and stays that.
  const auto own = begins_as(rest, msg("line.i_words"));
  const auto asking = words_in(std::string_view(rest).substr(own));
  const auto wondered = asking.empty() ? std::string() : joined_words(asking, 1, asking.size());
  if (const auto length = begins_as(wondered, msg("line.asks_self_words")); length > 0 && length < wondered.size()) {
    if (own > 0) return std::nullopt;
    if (const auto kind = kind_named("question"); !kind.empty())
      return Unsure{say("line.kind_meant", "who"_is = by, "kind"_is = kind),
                    fmt::format("{} {}: {}", by, kind, behind_signs(std::string_view(wondered).substr(length))), true};
  }
  // "belt oma", "ik bel oma"; "bel oma" is an idea. Where a choice is made, only what somebody does themselves is more.
  const auto told = with_day_behind_verb(rest, how_.voice, how_.today);
  // "i can speak to the head next tues": with a day in it that is agreed too, and without one it is an idea.
  const auto can = begins_as(told, msg("line.i_can_words"));
  const auto from = can > 0 ? 0 : begins_as(told, msg("line.i_words"));
  const auto does = std::string(trimmed(std::string_view(told).substr(from + can)));
  const bool self = from + can > 0;
  const auto verb = begins_as(does, self ? msg("line.act_own_words") : msg("line.act_words"));
  const auto words = words_in(does);
  if (words.size() < 2 || rest.ends_with('?')) return std::nullopt;
  if (can > 0 && is_only_seen_or_told(words, how_.today)) return std::nullopt;
  if (verb > 0 || (self && begins_as(does, msg("line.act_own_more")) > 0))
    if (auto action = action_of(by, words)) return std::move(*action);
  if (verb == 0 || can > 0 || (from == 0 && !asks_ideas())) return std::nullopt;
  return Unsure{say("line.act_meant", "who"_is = by, "kind"_is = first_kind),
                fmt::format("{} {}: {}; ", name_of(Ask::action, how_.voice), by, does)};
}

std::optional<Meant> LineReader::told_without_colon() const {
  if (t_.in_step && is_thanks(line_)) return Unsure{say("line.thanks"), line_, false, false};
  // "linda en ayse passen".
  for (auto end = head_.size() - 1; end > 1 && t_.in_step; --end)
    if (is_said_as(joined_words(head_, end, head_.size()), msg("line.all_pass_words")))
      if (const auto who = joined_words(head_, 0, end); people_in(who).size() > 1)
        return again(fmt::format("{} {}", name_of(Ask::pass, how_.voice), who));
  // "iedereen past".
  if (const auto all = t_.in_step ? begins_as(line_, msg("line.all_words")) : 0; all > 0 && !line_.ends_with('?')) {
    const auto rest = trimmed(std::string_view(line_).substr(all));
    if (is_said_as(rest, msg("line.all_pass_words")) || is_said_as(rest, msg("line.passes_words")) ||
        is_said_as(rest, msg("line.says_nothing_words")))
      return again(fmt::format("{} {}", name_of(Ask::pass, how_.voice), say("line.everyone")));
  }
  const auto passes = [&](const std::string& rest) {
    return is_said_as(rest, msg("line.pass_words")) || is_said_as(rest, msg("line.says_nothing_words"));
  };
  for (auto end = head_.size() - 1; end > 0 && t_.in_step; --end)
    if (const auto absent = of_team(joined_words(head_, 0, end)); !absent.empty())
      if (called(joined_words(head_, 0, end), people_).empty() && passes(joined_words(head_, end, head_.size())))
        return absent_passes(absent);
  for (auto end = head_.size() - 1; end > 0; --end)
    if (const auto by = called(joined_words(head_, 0, end), people_); !by.empty() && head_.front().size() > 1) {
      const auto rest = joined_words(head_, end, head_.size());
      // Behind a colon this may be what the resident did.
      if (t_.in_step &&
          (is_said_as(rest, msg("line.says_nothing_words")) || is_said_as(rest, msg("line.passes_words"))))
        return passed_by(by);
      if (end == 1 && opens_a_sentence()) return std::nullopt;  // "will ring oma"
      // "daan antwoordt nee", "lotte vraagt of hij kinderen heeft": among questions such a verb says what it is.
      if (const auto key = value_told(head_[end], msg("line.verb_kinds"));
          asks_only() && end + 1 < head_.size() && (key == "question" || key == "answer"))
        if (const auto kind = std::ranges::find(t_.kinds, key, &service::SaidKind::key); kind != t_.kinds.end()) {
          const auto name = spoken(kind->name);
          // "priya vroeg zich af wie er thuis is".
          const auto behind = joined_words(head_, end + 1, head_.size());
          const auto what = std::string(trimmed(behind.substr(begins_as(behind, msg("line.asks_self_words")))));
          if (what.empty()) break;
          return Unsure{say(msg("line.kind_meant", "who"_is = by, "kind"_is = name)),
                        fmt::format("{} {}: {}", by, name, what), true};
        }
      return sentence_about(by, rest);
    }
  return std::nullopt;
}

/// "pas iedereen": whoever did not have a turn yet, from the one who has it now.
Meant LineReader::all_pass() const {
  GiveCommands all;
  const auto turn = std::ranges::find_if(t_.seats, &service::Seat::has_turn);
  const auto from = turn == t_.seats.end() ? 0 : turn - t_.seats.begin();
  const auto count = std::ssize(t_.seats);
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    const auto& seat = t_.seats[static_cast<std::size_t>((from + i) % count)];
    if (!seat.speaks || seat.passed || seat.said > 0) continue;
    all.bodies.emplace_back(Pass{});
    all.by.push_back(seat.name);
  }
  if (all.bodies.empty()) return Unsure{say("line.all_had_turn"), name_of(Ask::next, how_.voice), true};
  return all;
}

}  // namespace casus::desk
