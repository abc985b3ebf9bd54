// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/from_outside.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

/// An action as a sentence: "Noor belt morgen de wijkverpleging", "elke vrijdag belt Daan", "actie: noor belt school".
namespace casus::desk {

using text::msg;

namespace {

/// "belt", "will": what stands behind a name when somebody does something.
bool is_done_by_somebody(std::string_view word) {
  for (const auto lang : text::languages())
    for (const auto& sign : text::day_words(msg("line.word_does").in(lang)))
      if (sign.value == "not" && std::ranges::find(sign.said, word) != sign.said.end()) return false;
  for (const auto lang : text::languages())
    for (const auto& sign : text::day_words(msg("line.word_does").in(lang)))
      for (const auto& said : sign.said)
        if (sign.value == "end" ? word.size() > 3 && word.ends_with(said) : sign.value == "word" && word == said)
          return true;
  return false;
}

}  // namespace

namespace {

/// "gaat ma langs", "calls wed": a short weekday that is another word as well ("belt ma", "she sat down"), where it can
/// be nothing else.
bool is_short_weekday(const std::vector<std::string>& words, std::size_t at, Lang lang) {
  if (at == 0 || !is_said_in(lang, words[at], msg("line.short_day_words"))) return false;
  // "vraagt do de buurvrouw": that is nobody, and a verb in another language only, "will do".
  const bool verb = use_in_list(words[at], msg("line.short_day_words")) == "verb";
  for (const auto other : text::languages())
    if (is_said_in(other, words[at - 1], msg("line.no_short_day_words")) && !(verb && other == lang)) return false;
  return at + 1 == words.size() || !words[at + 1].ends_with("en");  // "gaat ma helpen"
}

/// "met ma", "naar ma": somebody; "op ma" and "voor ma" are days.
bool is_with_somebody(const std::string& link, const std::string& short_day, Lang lang) {
  return is_said_in(lang, short_day, msg("line.short_day_words")) && is_said_as(link, msg("line.no_short_day_words")) &&
         !is_said_as(link, msg("line.day_link_words"));
}

/// "a.s.", "aanstaande": belongs to the day in front of it, though it is that day without it.
bool belongs_to_day(std::string word, Lang lang) {
  while (!word.empty() && std::string_view(",;.").find(word.back()) != std::string_view::npos) word.pop_back();
  for (const auto& use : text::day_words(msg("days.word").in(lang)))
    if (use.value == "c" && std::ranges::find(use.said, folded(word)) != use.said.end()) return true;
  return false;
}

/// "zal de school bellen" as an action is "de school bellen", and "to ring him" is "ring him"; "to the GP" stays.
std::string without_future(std::string what) {
  const auto ahead = std::max(begins_as(what, msg("line.future_words")), begins_as(what, msg("line.can_words")));
  if (const auto length = ahead; length > 0)
    if (const std::string rest(trimmed(std::string_view(what).substr(length))); !rest.empty()) return rest;
  const auto length = begins_as(what, msg("line.to_words"));
  const std::string rest(trimmed(std::string_view(what).substr(length)));
  const auto words = words_in(rest);
  if (length == 0 || words.empty() || is_said_as(words.front(), msg("line.article_words")) ||
      is_said_as(words.front(), msg("line.link_words")))
    return what;
  return rest;
}

}  // namespace

std::string LineReader::by_when(const DayRead& day) const {
  if (day.again) return text::again_in_words(*day.again, how_.voice);
  return say(msg("line.by_day", "day"_is = text::day_in_full(*day.day, how_.voice)));
}

/// What somebody does and a day in it, as the action that it is. `words` begin with the verb.
std::optional<Unsure> LineReader::action_of(const std::string& who, const std::vector<std::string>& words) const {
  if (auto asked = action_on_rung(who, words)) return asked;
  // "vraagt zich af of hij morgen komt" is no agreement.
  if (begins_as(joined_words(words, 1, words.size()), msg("line.asks_self_words")) > 0) return std::nullopt;
  for (auto length = std::min(kMostDayWords, words.size() - 1); length > 0; --length)
    for (std::size_t from = 1; from + length <= words.size(); ++from) {
      const auto day = read_day(joined_words(words, from, from + length), how_.today);
      if (!day) continue;
      if (*day.day < how_.today) return std::nullopt;  // "2 weken geleden" is told
      const auto same = [&](const DayRead& other) { return other.day == day.day && other.again == day.again; };
      // "morgen de" is "morgen": small words behind the day belong to what follows.
      auto end = from + length;
      while (end - from > 1 && !belongs_to_day(words[end - 1], how_.voice) &&
             same(read_day(joined_words(words, from, end - 1), how_.today)))
        --end;
      if (is_said_as(joined_words(words, from, end), msg("line.no_day_words")) &&
          !is_short_weekday(words, from, how_.voice))
        continue;  // "komt zo terug"
      if (end - from == 2 && is_with_somebody(words[from], words[from + 1], how_.voice)) continue;
      from = day_behind_verb(words, day_behind_comma(words, from, end, how_.today), end, how_.today);
      std::tie(from, end) = day_without_hour(words, from, end, how_.today);
      const auto day_end = end;
      // "see her tomorrow morning": the part of the day says nothing without its day, and both stay in the words.
      std::string part_too;
      if (end < words.size() && is_said_as(words[end], msg("line.day_part_words")))
        part_too = joined_words(words, from, ++end);
      // "praat het donderdag met hem door": what is talked about; "het weekend" is the day.
      if (part_too.empty() && end - from > 1 && is_said_as(words[from], msg("line.object_words")) &&
          begins_as(joined_words(words, from, end), msg("line.the_day_words")) == 0 &&
          same(read_day(joined_words(words, from + 1, end), how_.today)))
        ++from;
      const auto plain = [](std::string text) {
        const auto cut = [&](std::string_view signs) {
          while (!text.empty() && signs.find(text.back()) != std::string_view::npos) text.pop_back();
        };
        cut(",; ");
        if (text.ends_with(" -")) cut("-,; ");
        return text;
      };
      // "..., mo kijkt mee" says who checks; the rest is of what is done.
      auto after = joined_words(words, end, words.size());
      auto checks = take_checker(after);
      if (after == "-") after.clear();
      // "..., ik check dat": who that is, is asked, and it is no part of what is done.
      if (checks.empty() && is_said_as(after, msg("line.i_check_words"))) after.clear();
      // "belt de wijkagent, morgen, henk": a name behind a comma is no part of what is done.
      if (const auto name = words[end - 1].ends_with(',') ? called_plainly(plain(after), people_) : std::string();
          checks.empty() && !name.empty() && name != who) {
        checks = name;
        after.clear();
      }
      const auto said = plain(joined_words(words, 0, from)) + (part_too.empty() ? "" : " ") + plain(part_too);
      const auto what = without_future(said + (after.empty() ? "" : " ") + after);
      const auto when = by_when(day);
      return Unsure{checks.empty()
                        ? say(msg("line.action_meant", "who"_is = who, "when"_is = when))
                        : say(msg("line.action_whole", "who"_is = who, "when"_is = when, "checks"_is = checks)),
                    fmt::format("{} {}: {}; {}; {}", name_of(Ask::action, how_.voice), who, what,
                                plain(joined_words(words, from, part_too.empty() ? end : day_end)), checks),
                    !checks.empty()};
    }
  return std::nullopt;
}

/// "Daan can look into it, end of the month", where no facts are told; "kan vrijdag niet" is no agreement, and "kan
/// morgen" or "kan er morgen zijn" says when they are there.
bool LineReader::can_be_done(const std::vector<std::string>& does) const {
  constexpr std::size_t kFewest = 4;
  if (takes_kind("fact") || asks_only() || does.size() < kFewest) return false;
  return is_said_as(does.front(), msg("line.can_words")) &&
         std::ranges::none_of(does, [](const auto& word) { return is_said_as(word, msg("line.denial_words")); });
}

/// "@noor formulier voor de 5e": who is called on does it, where no facts are told and nothing is asked.
std::optional<Unsure> LineReader::action_of_called() const {
  constexpr std::size_t kFewest = 3;
  if (!line_.starts_with('@') || has_colon() || t_.case_id.empty() || head_.size() < kFewest) return std::nullopt;
  if (takes_kind("fact") || asks_only() || line_.ends_with('?') || may_tell_of_danger(line_)) return std::nullopt;
  for (auto end = head_.size() - 2; end > 0; --end)
    if (const auto who = called_plainly(joined_words(head_, 0, end).substr(1), people_); !who.empty())
      return action_of(who, {head_.begin() + static_cast<std::ptrdiff_t>(end), head_.end()});
  return std::nullopt;
}

/// "Noor belt morgen de wijkverpleging": somebody, what they do, and a day.
std::optional<Unsure> LineReader::action_told() const {
  constexpr std::size_t kFewest = 3, kMostWords = 20;
  if (has_colon() || t_.case_id.empty() || head_.size() < kFewest || head_.size() > kMostWords || line_.ends_with('?'))
    return std::nullopt;
  if (auto asked = action_on_day()) return asked;
  if (auto asked = action_of_both()) return asked;
  if (head_.size() == kFewest) return std::nullopt;
  // "moeder belt zelf de school voor vrijdag", where agreements are made: of somebody of the circle.
  const std::size_t first = is_said_as(head_.front(), msg("line.link_words")) ? 1 : 0;  // "de dochter"
  const auto says = [](const text::Message& list) {
    return [list](const std::string& word) { return is_said_as(word, list); };
  };
  // "mevrouw zelf zet elke avond de pillendoos klaar".
  const bool self = first + 2 < head_.size() && is_said_as(head_[first + 1], msg("line.self_words"));
  const auto verb = first + (self ? 2 : 1);
  if (takes_kind("choice") && !takes_kind("fact") && !may_tell_of_danger(line_) &&
      called_plainly(head_[first], people_).empty() &&
      (is_family(head_[first]) || is_said_as(head_[first], msg("line.resident_words"))) &&
      is_done_by_somebody(folded(head_[verb])) && std::ranges::none_of(head_, says(msg("line.denial_words")))) {
    const std::vector<std::string> does(head_.begin() + static_cast<std::ptrdiff_t>(verb), head_.end());
    if (auto action = action_of(head_[first], does)) {
      if (self)
        action->line +=
            (action->whole ? "; " : "") + folded(label(Rung::self, how_.voice)) + (action->whole ? "" : "; ");
      return action;
    }
    if (self || std::ranges::any_of(does, says(msg("line.self_words")))) {
      const auto what = joined_words(does, 0, does.size());
      return Unsure{say("line.takes_it", "who"_is = head_[first], "what"_is = what),
                    fmt::format("{} {}: {}; ", name_of(Ask::action, how_.voice), head_[first], what)};
    }
  }
  std::size_t behind = head_.size() - 1;
  while (behind > 0 && called(joined_words(head_, 0, behind), people_).empty()) --behind;
  if (behind == 0 || called_plainly(joined_words(head_, 0, behind), people_).empty()) return std::nullopt;
  if (!is_done_by_somebody(folded(head_[behind])) &&
      !can_be_done({head_.begin() + static_cast<std::ptrdiff_t>(behind), head_.end()}))
    return std::nullopt;
  const auto who = called(joined_words(head_, 0, behind), people_);
  // "noor belt school; morgen; ria" lacks only the word in front.
  if (const auto last = line_.rfind(';'); last != std::string::npos) {
    const auto text = joined_words(head_, behind, head_.size());
    // "noor kookt elke woensdag; netwerk".
    if (AddAction part; takes_part(part, std::string(trimmed(std::string_view(line_).substr(last + 1)))) && part.rung)
      if (auto action = action_of(who, words_in(text))) return action;
    // "noor vraagt het uiterlijk 8 december aan; ria": the day stands in what is done.
    const auto checks = called_plainly(trimmed(std::string_view(line_).substr(last + 1)), people_);
    if (!checks.empty() && checks != who && text.find(';') == text.rfind(';'))
      if (auto action = action_of(who, words_in(std::string_view(text).substr(0, text.rfind(';'))));
          action && !action->whole) {
        action->line += checks;
        action->whole = true;
        return action;
      }
    return action_by(who, text);
  }
  const std::vector<std::string> does(head_.begin() + static_cast<std::ptrdiff_t>(behind), head_.end());
  // Where facts are told, what somebody does every week is one.
  if (takes_kind("fact") && comes_again(does)) return std::nullopt;
  return action_of(who, does);
}

/// Somebody, a day and what is done, in whatever order: a second name is who checks.
std::optional<Unsure> LineReader::action_in_fields() const {
  constexpr std::size_t kFewest = 3, kMost = 4;
  if (has_colon() || t_.case_id.empty() || line_.ends_with('?')) return std::nullopt;
  const auto has = [&](std::string_view sign) { return line_.find(sign) != std::string::npos; };
  const std::string_view sign = has(";") ? ";" : has(" - ") && !has(",") ? " - " : ",";
  std::vector<std::string> names, left;
  std::string day;
  std::size_t count = 0;
  for (std::size_t at = 0; at <= line_.size(); ++count) {
    const auto end = std::min(line_.find(sign, at), line_.size());
    std::string part(trimmed(std::string_view(line_).substr(at, end - at)));
    at = end + sign.size();
    if (auto name = called_plainly(part, people_); !name.empty()) names.push_back(std::move(name));
    else if (auto checks = checker_in(part, people_); !checks.empty()) names.push_back(std::move(checks));
    else if (auto typed = day_alone(part, how_.today); !typed.empty() && day.empty()) day = std::move(typed);
    else left.push_back(std::move(part));
  }
  const bool fields = count >= kFewest && count <= kMost && !names.empty() && names.size() < kFewest;
  if (!fields || day.empty() || left.size() != 1 || words_in(left.front()).size() < 2) return std::nullopt;
  const auto read = read_day(day, how_.today);
  if (!read || *read.day < how_.today) return std::nullopt;
  const auto when = by_when(read);
  const auto checks = names.size() > 1 ? names.back() : std::string();
  return Unsure{
      checks.empty() ? say(msg("line.action_meant", "who"_is = names.front(), "when"_is = when))
                     : say(msg("line.action_whole", "who"_is = names.front(), "when"_is = when, "checks"_is = checks)),
      fmt::format("{} {}: {}; {}; {}", name_of(Ask::action, how_.voice), names.front(), left.front(), day, checks),
      !checks.empty()};
}

/// "Noor en Daan gaan dinsdag naar de huisarts": of the first of them, and who goes along stays in the words.
std::optional<Unsure> LineReader::action_of_both() const {
  if (std::ranges::any_of(head_, [](const std::string& word) { return is_said_as(word, msg("line.denial_words")); }))
    return std::nullopt;
  for (std::size_t link = 1; link + 2 < head_.size(); ++link) {
    const bool joins = head_[link] == "&" || head_[link] == "+" || is_said_as(head_[link], msg("line.names_joined"));
    const auto first = joins ? called_plainly(joined_words(head_, 0, link), people_) : std::string();
    if (first.empty()) continue;
    for (auto end = head_.size() - 1; end > link + 1; --end) {
      const auto other = called_plainly(joined_words(head_, link + 1, end), people_);
      if (other.empty() || other == first) continue;
      auto verb_first = std::vector<std::string>(head_.begin() + static_cast<std::ptrdiff_t>(end), head_.end());
      const auto together =
          std::erase_if(verb_first, [](const auto& word) { return is_said_as(word, msg("line.together_words")); });
      const auto does = joined_words(verb_first, 0, verb_first.size());
      // "noor en daan samen vrijdag langs de huisarts" needs no verb where nothing is told.
      const bool agreed = together > 0 && !takes_kind("fact");
      if (!agreed && begins_as(does, msg("line.do_together_words")) == 0) return std::nullopt;
      // Where facts are told, what they do every week is one.
      if (takes_kind("fact") && comes_again(words_in(does))) return std::nullopt;
      return action_of(first, words_in(say(msg("line.action_together", "other"_is = other, "what"_is = does))));
    }
  }
  return std::nullopt;
}

/// "belt elke week": a day in it comes again.
bool LineReader::comes_again(const std::vector<std::string>& words) const {
  for (std::size_t from = 0; from < words.size(); ++from)
    for (auto end = from + 1; end <= std::min(words.size(), from + kMostDayWords); ++end)
      if (read_day(joined_words(words, from, end), how_.today).again) return true;
  return false;
}

/// "Morgen belt Noor de zus", "elke vrijdag belt Daan", "tomorrow Noor will ring the sister": the day stands in front.
std::optional<Unsure> LineReader::action_on_day() const {
  constexpr std::size_t kLongestName = 3;
  for (auto length = std::min(kMostDayWords, head_.size() - 2); length > 0; --length) {
    const auto typed = joined_words(head_, 0, length);
    const auto day = read_day(typed, how_.today);
    if (!day || *day.day < how_.today || is_said_as(typed, msg("line.no_day_words"))) continue;
    const bool named = !called_plainly(head_[length], people_).empty();
    const bool verb_first = !named && is_done_by_somebody(folded(head_[length]));
    const auto name = length + (verb_first ? 1 : 0);
    // Only a verb in front may be all of it.
    const auto last = verb_first ? head_.size() : head_.size() - 1;
    for (auto end = std::min(name + kLongestName, last); end > name; --end) {
      const auto who = called_plainly(joined_words(head_, name, end), people_);
      if (who.empty() || (!verb_first && !is_done_by_somebody(folded(head_[end])))) continue;
      const auto at = [&](std::size_t index) { return head_.begin() + static_cast<std::ptrdiff_t>(index); };
      const auto behind = verb_first ? end : end + 1;
      // "Morgen wil Mo niet komen" is told.
      constexpr std::size_t kNear = 2;
      const auto near = std::min(head_.size(), behind + kNear);
      if (std::any_of(at(behind), at(near),
                      [](const auto& word) { return is_said_as(word, msg("line.denial_words")); }))
        return std::nullopt;
      // As it would be said with the name in front: what is done, and then the day.
      std::vector<std::string> words{head_[verb_first ? length : end]};
      words.insert(words.end(), at(behind), head_.end());
      // Where facts are told, what comes again is one, unless a colleague does it.
      const bool agreed = begins_as(joined_words(words, 0, words.size()), msg("line.act_words")) > 0;
      if (day.again && takes_kind("fact") && (!agreed || is_resident_at_table(who))) return std::nullopt;
      words.insert(words.begin() + 1, at(0), at(length));
      return action_of(who, words);
    }
  }
  return std::nullopt;
}

std::optional<Unsure> LineReader::agreed_in_sentence() const {
  const auto length = begins_as(line_, msg("line.we_agree_words"));
  if (length == 0 || has_colon() || t_.case_id.empty() || line_.ends_with('?')) return std::nullopt;
  auto words = words_in(std::string_view(line_).substr(length));
  auto end = words.size();
  while (end > 0 && called_plainly(joined_words(words, 0, end), people_).empty()) --end;
  if (end == 0 || end == words.size()) return std::nullopt;
  const auto who = called_plainly(joined_words(words, 0, end), people_);
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end));
  while (words.back().size() > 1 && words.back().ends_with('.')) words.back().pop_back();
  // "dat noor vrijdag de school belt": with the verb in front, as it is said of an action.
  if (!is_done_by_somebody(folded(words.front())) && is_done_by_somebody(folded(words.back())))
    std::ranges::rotate(words, words.end() - 1);
  if (auto action = action_of(who, words)) return action;
  return action_whole(who, joined_words(words, 0, words.size()));
}

/// As an action of theirs, when what stands behind it is understood.
std::optional<Unsure> LineReader::action_by(const std::string& who, const std::string& text) const {
  auto line = fmt::format("{} {}: {}", name_of(Ask::action, how_.voice), who, text);
  if (!std::holds_alternative<GiveCommand>(again(line))) return std::nullopt;
  return Unsure{say("line.word_meant", "line"_is = line), std::move(line), true};
}

/// "actie: noor belt school; morgen; ria", "actie ik: school bellen": who does it, where nobody is named in front.
std::optional<Unsure> LineReader::doer_in_the_text() const {
  // Whoever "ik" is, nobody is called so.
  if (is_said_as(about(), msg("line.i_words")) && called(about(), people_).empty() && !t_.acting.empty())
    return Unsure{say(msg("line.who_is_i", "word"_is = about(), "who"_is = t_.acting)),
                  fmt::format("{} {}: {}", head_.front(), t_.acting, text_), true};
  if (!about().empty()) return std::nullopt;
  const auto words = words_in(text_);
  const auto [who, from] = doer_at(words);
  if (who.empty()) return std::nullopt;
  const std::vector<std::string> does(words.begin() + static_cast<std::ptrdiff_t>(from), words.end());
  // "actie: noor haalt de post op, uiterlijk vrijdag": who checks is asked, as it is without the word in front.
  auto meant =
      again(fmt::format("{} {}: {}", name_of(Ask::action, how_.voice), who, joined_words(words, from, words.size())));
  const auto* given = std::get_if<GiveCommand>(&meant);
  const auto* whole_action = given == nullptr ? nullptr : std::get_if<AddAction>(&given->body);
  if (whole_action != nullptr && whole_action->checks.empty() && text_.find(';') == std::string::npos)
    if (auto told = action_of(who, does)) return told;
  if (auto whole = action_by(who, joined_words(words, from, words.size()))) return whole;
  return action_of(who, does);
}

std::pair<std::string, std::size_t> LineReader::doer_at(const std::vector<std::string>& words) const {
  for (std::size_t end = words.size(); end-- > 1;)
    if (auto who = called_plainly(joined_words(words, 0, end), people_);
        !who.empty() && is_done_by_somebody(folded(words[end])))
      return {std::move(who), end};
  return {};
}

}  // namespace casus::desk
