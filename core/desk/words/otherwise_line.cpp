// SPDX-License-Identifier: EUPL-1.2
#include "core/base/matching.hpp"
#include "core/base/text.hpp"
#include "core/base/time.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>
#include <iterator>

/// "ik bedoel: ...", "correctie: ...": which line is meant, and what of it reads otherwise.
namespace casus::desk {

using text::msg;

namespace {

constexpr std::size_t kMostWordsOfDay = 5;

bool is_all_figures(const std::string& word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// The words that tell something: longer ones and figures.
std::vector<std::string> telling_words(std::string_view text) {
  constexpr std::size_t kSmallWord = 3;
  auto words = without_end_signs(words_in(matched(text)));
  std::erase_if(words, [](const std::string& word) { return word.size() <= kSmallWord && !is_all_figures(word); });
  std::ranges::sort(words);
  const auto twice = std::ranges::unique(words);
  words.erase(twice.begin(), twice.end());
  return words;
}

/// How much of the longer of two texts is in both, in hundredths.
std::size_t likeness(std::string_view one, std::string_view other) {
  const auto first = telling_words(one), second = telling_words(other);
  std::vector<std::string> both;
  std::ranges::set_intersection(first, second, std::back_inserter(both));
  const auto most = std::max(first.size(), second.size());
  return most == 0 ? 0 : both.size() * 100 / most;
}

/// "3 maanden" counts from today, and is no day that stands in a sentence: "huurschuld van 3 maanden".
bool is_amount(const std::string& typed, Date today) {
  if (std::ranges::none_of(words_in(typed), is_all_figures)) return false;
  return read_day(typed, today).day != read_day(typed, plus_days(today, 1)).day;
}

struct Stretch {
  std::size_t from = 0, to = 0;
};

/// Where days stand in those words, without the small words around them.
std::vector<Stretch> days_among(const std::vector<std::string>& words, Date today) {
  constexpr std::size_t kShortest = 3;  // "zo" and "do" stand for more than a day
  std::vector<Stretch> all;
  for (std::size_t from = 0; from < words.size();) {
    Stretch place;
    for (auto to = std::min(words.size(), from + kMostWordsOfDay); to > from && place.to == 0; --to) {
      const auto typed = joined_words(words, from, to);
      if (typed.size() < kShortest || is_said_as(typed, msg("line.no_day_words"))) continue;
      if (read_day(typed, today) && !is_amount(typed, today)) place = {from, to};
    }
    if (place.to == 0) {
      ++from;
      continue;
    }
    const auto day = read_day(joined_words(words, place.from, place.to), today);
    const auto same = [&](std::size_t begin, std::size_t end) {
      const auto other = read_day(joined_words(words, begin, end), today);
      return other.day == day.day && other.again == day.again;
    };
    while (place.to - place.from > 1 && same(place.from, place.to - 1)) --place.to;
    while (place.to - place.from > 1 && same(place.from + 1, place.to)) ++place.from;
    all.push_back(place);
    from = place.to;
  }
  return all;
}

/// The text with the one day, number or misspelt word in it as it is meant. Nothing where it is not sure which that is.
std::optional<std::string> put_in_place(const std::string& text, const std::string& typed, Date today, bool any_word) {
  constexpr std::size_t kShortestWord = 5;
  const auto words = words_in(text), there = without_end_signs(words), put = without_end_signs(words_in(typed));
  if (put.empty() || put.size() > kMostWordsOfDay + 1 || text.find('\n') != std::string::npos) return std::nullopt;
  std::vector<Stretch> places;
  std::string with;
  if (is_all_figures(put[0]) && put.size() <= 2) {
    with = put[0];
    for (std::size_t i = 0; i + put.size() <= there.size(); ++i)
      if (is_all_figures(there[i]) && (put.size() == 1 || matched(there[i + 1]) == matched(put[1])))
        places.push_back({i, i + 1});
  }
  if (places.empty() && read_day(joined_words(put, 0, put.size()), today)) {
    const auto own = days_among(put, today);
    if (own.size() != 1) return std::nullopt;
    with = joined_words(put, own[0].from, own[0].to);
    places = days_among(there, today);
  } else if (places.empty() && any_word && put.size() == 1 && put[0].size() >= kShortestWord) {
    with = put[0];
    for (std::size_t i = 0; i < there.size(); ++i) {
      if (matched(there[i]) == matched(put[0])) return std::nullopt;
      if (there[i].size() + 1 >= kShortestWord && !nearest(put[0], {there[i]}).empty()) places.push_back({i, i + 1});
    }
  }
  if (places.size() != 1) return std::nullopt;
  const auto [from, to] = places.front();
  auto out = joined_words(words, 0, from);
  out += (from == 0 ? "" : " ") + with + words[to - 1].substr(there[to - 1].size());
  if (to < words.size()) out += ' ' + joined_words(words, to, words.size());
  return out == joined_words(words, 0, words.size()) ? std::nullopt : std::optional(std::move(out));
}

/// The text with that word in the place of the only one that is near it, however short; nothing where none is, or more.
std::optional<std::string> with_near_word(const std::string& text, const std::string& word) {
  auto words = words_in(text);
  const auto plain = without_end_signs(words);
  std::optional<std::size_t> at;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (folded(plain[i]).substr(0, 1) != folded(word).substr(0, 1) || nearest(word, {plain[i]}).empty()) continue;
    if (at) return std::nullopt;
    at = i;
  }
  if (!at) return std::nullopt;
  words[*at] = word + words[*at].substr(plain[*at].size());
  return joined_words(words, 0, words.size());
}

/// "kredietbank moet stadsbank zijn": the text with the other word in the place of the one; nothing where it is not
/// there, or more than once, or where that is not what is typed.
std::optional<std::string> with_word_for_word(const std::string& text, const std::string& typed) {
  constexpr std::size_t kMost = 6;
  const auto told = without_end_signs(words_in(typed));
  if (told.size() < 4 || told.size() > kMost) return std::nullopt;
  std::size_t must = 1;
  while (must + 2 < told.size() && !is_said_as(told[must] + ' ' + told.back(), msg("line.must_be_words"))) ++must;
  if (must + 2 >= told.size()) return std::nullopt;
  const auto words = words_in(text), plain = without_end_signs(words);
  std::optional<std::size_t> at;
  for (std::size_t i = 0; i + must <= plain.size(); ++i) {
    if (matched(joined_words(plain, i, i + must)) != matched(joined_words(told, 0, must))) continue;
    if (at) return std::nullopt;
    at = i;
  }
  if (!at) return std::nullopt;
  const auto last = *at + must - 1;
  auto out = joined_words(words, 0, *at);
  out +=
      (out.empty() ? "" : " ") + joined_words(told, must + 1, told.size() - 1) + words[last].substr(plain[last].size());
  if (last + 1 < words.size()) out += ' ' + joined_words(words, last + 1, words.size());
  return out;
}

}  // namespace

std::optional<std::string> put_in_words(const std::string& text, const std::string& typed, Date today) {
  return put_in_place(text, typed, today, false);
}

std::optional<OtherWords> other_words_in(const std::string& line) {
  const auto says_so = [](const std::string& typed) {
    return is_said_as(typed, msg("line.i_mean_words")) || is_said_as(typed, msg("line.correction_words"));
  };
  if (const auto colon = line.find(':'); colon != std::string::npos) {
    const auto head = without_end_signs(words_in(std::string_view(line).substr(0, colon)));
    if (!says_so(joined_words(head, 0, head.size()))) return std::nullopt;
    return OtherWords{std::string(trimmed(std::string_view(line).substr(colon + 1))), true};
  }
  // "oh wacht, ik bedoel ..."; "maar ik bedoel dat hij ..." goes on with what was said.
  const bool goes_on = begins_as(line, msg("line.and_words")) > 0;
  const auto words = words_in(goes_on ? std::string_view(line) : behind_each(line, msg("line.slip_no_words")));
  const auto plain = without_end_signs(words);
  // "bedoel je de zus?", "bedoelde hij dat" and "bedoelde moeder dat?" ask; "meant to ring them" is told.
  const bool asks = words.size() > 1 &&
                    (is_said_as(plain[1], msg("line.you_words")) || is_said_as(plain[1], msg("line.subject_words")) ||
                     is_said_as(plain[1], msg("line.to_words")) || (line.ends_with('?') && is_family(plain[1])));
  for (auto end = words.size(); end-- > 1;)
    if (is_said_as(joined_words(plain, 0, end), msg("line.i_mean_words")) && !(end == 1 && asks))
      return OtherWords{joined_words(words, end, words.size())};
  return std::nullopt;
}

std::optional<Meant> LineReader::said_otherwise() const {
  if (t_.case_id.empty()) return std::nullopt;
  const auto* last = t_.said.empty() || !t_.said.back().here || t_.said.back().id.empty() ? nullptr : &t_.said.back();
  if (const auto told = other_words_in(line_)) {
    if (!told->colon) return last == nullptr ? std::nullopt : std::optional(put_right({}, *told));
    if (!kind_called(joined_words(head_, 0, head_.size())).empty()) return std::nullopt;
    if (told->text.empty()) return Unsure{say("line.what_is_meant"), line_ + ' ', false, false};
    if (last != nullptr) return put_right({}, *told);
    // Of what was said before nobody knows which of it is meant.
    if (people_.empty()) return std::nullopt;
    return Unsure{say("contribution.does_say_enter_if_so", "who"_is = teller()), teller() + ": " + line_, true};
  }
  if (!has_colon()) return std::nullopt;
  // "daan: nee, ik bedoel: ...", right behind what Daan said himself.
  const auto told = other_words_in(text_);
  const auto by = called(joined_words(head_, 0, head_.size()), people_);
  if (by.empty() || last == nullptr || last->who != by || !told || told->text.empty()) return std::nullopt;
  // "joost: ik bedoel betaalt" is a word of it; "ik bedoel het goed" is told.
  if (!told->colon) {
    const auto put = put_in_place(last->words, told->text, how_.today, true);
    return put ? std::optional<Meant>(offered_for(*last, *put)) : std::nullopt;
  }
  return put_right(by, *told);
}

std::string LineReader::was_and_is(const std::string& was, const std::string& now) const {
  return say("line.was_and_is", "was"_is = was, "now"_is = now);
}

Unsure LineReader::offered_for(const service::SaidLine& line, const std::string& text) const {
  auto offer = correcting(line.id, text, how_.voice);
  return Unsure{say("line.correct_meant", "line"_is = offer, "was"_is = line.words), std::move(offer), true};
}

Meant LineReader::put_right(const std::string& by, const OtherWords& told) const {
  constexpr std::size_t kClearlyAlike = 50;
  const auto& last = t_.said.back();
  if (auto meant = fields_otherwise(last, by, told.text)) return std::move(*meant);
  const auto corrected = [&](std::string words) {
    Correct correct;
    if (!t_.unnamed) correct.ref = last.id;  // where nobody reads who wrote it, only the case knows whose it is
    auto note = was_and_is(last.words, words);
    correct.text = std::move(words);
    return GiveCommand{by, std::move(correct), std::move(note)};
  };
  // "typfout: het is 9 december".
  const auto from = told.colon ? begins_as(told.text, msg("line.slip_after_words")) : 0;
  const auto right = from < told.text.size() ? std::string(trimmed(told.text.substr(from))) : told.text;
  if (auto offered = put_instead_in_any(by, right)) return std::move(*offered);
  // "typfoutje: 84 ipv 82": in the line that holds it, and in no other.
  if (const auto pair = slip_pair(right); told.colon && (pair.figures() || pair.instead)) {
    for (auto open = t_.open_actions.rbegin(); by.empty() && open != t_.open_actions.rend(); ++open)
      if (auto asked = instead_in_action(*open, pair)) return std::move(*asked);
    if (auto offered = put_instead_in_any(by, pair.denied())) return std::move(*offered);
    if (words_in(pair.now).size() == 1 && pair.figures()) return stands_nowhere(pair);
  }
  if (auto words = put_in_place(last.words, right, how_.today, told.colon)) return corrected(std::move(*words));
  for (auto line = t_.said.rbegin(); told.colon && line != t_.said.rend() && line->here; ++line)
    if (auto words = line->id.empty() ? std::nullopt : with_word_for_word(line->words, told.text))
      return offered_for(*line, *words);
  const auto* best = &last;
  auto most = likeness(last.words, told.text);
  // Of an earlier line, a question is put right by a question: "correctie: de school weet het" is no other question.
  const bool asks = told.text.find('?') != std::string::npos;
  for (const auto& line : t_.said)
    if (line.here && !line.id.empty() && &line != &last && line.words.ends_with('?') == asks)
      if (const auto like = likeness(line.words, told.text); like > most) {
        best = &line;
        most = like;
      }
  // A day in the words of an action is no new day of it.
  const bool has_day =
      is_record(last.id, 'a') && !days_among(without_end_signs(words_in(told.text)), how_.today).empty();
  if (told.colon && best == &last && most >= kClearlyAlike && !has_day) return corrected(told.text);
  if (most < kClearlyAlike)
    for (auto line = t_.said.rbegin(); line != t_.said.rend(); ++line)
      if (line->here && !line->id.empty())
        if (auto words = put_in_place(line->words, right, how_.today, told.colon)) return offered_for(*line, *words);
  if (auto asked = word_of_action(*best, told.text); asked && most < kClearlyAlike) return std::move(*asked);
  return offered_for(*best, told.text);
}

std::optional<Unsure> LineReader::word_of_action(const service::SaidLine& line, const std::string& text) const {
  constexpr std::size_t kShort = 2;
  const auto words = words_in(text);
  if (!is_record(line.id, 'a') || words.empty() || words.size() > kShort) return std::nullopt;
  if (words_in(line.words).size() <= words.size()) return std::nullopt;
  if (words.size() == 1)
    if (auto put = with_near_word(line.words, words.front())) return offered_for(line, *put);
  const auto name = called_plainly(text, people_);
  const bool open = std::ranges::find(t_.open_actions, line.id, &service::OpenAction::id) != t_.open_actions.end();
  if (!name.empty() && open) {
    auto hands = say("line.action_is_for", "action"_is = line.id, "name"_is = name);
    return Unsure{say("line.who_of_action", "action"_is = line.id, "what"_is = line.words, "name"_is = name),
                  std::move(hands), true};
  }
  return Unsure{say("line.what_of_action", "action"_is = line.id, "what"_is = line.words, "text"_is = text),
                correcting(line.id, line.words, how_.voice)};
}

std::optional<Meant> LineReader::fields_otherwise(const service::SaidLine& line, const std::string& by,
                                                  const std::string& text) const {
  Correct correct;
  correct.ref = line.id;
  if (is_record(line.id, 's')) {
    if (!is_all_figures(text)) return std::nullopt;
    correct.set.push_back("value=" + text);
    return GiveCommand{by, std::move(correct), was_and_is(line.text.substr(0, line.text.find('.')), text)};
  }
  const auto open = std::ranges::find(t_.open_actions, line.id, &service::OpenAction::id);
  if (open == t_.open_actions.end()) return std::nullopt;
  std::string was, now;
  const auto differs = [&](const std::string& before, const std::string& after) {
    was += (was.empty() ? "" : "; ") + before;
    now += (now.empty() ? "" : "; ") + after;
  };
  // "actie noor: ..." names who does it as well.
  const auto* word = words_in(text).empty() ? nullptr : meeting_word(words_in(text).front());
  const bool anew = word != nullptr && word->ask == Ask::action && text.find(':') != std::string::npos;
  const LineReader typed(anew ? text : name_of(Ask::action, how_.voice) + ": " + text, t_, names_, how_);
  if (anew && !typed.about().empty()) {
    const auto who = called(typed.about(), people_);
    if (who.empty()) return std::nullopt;
    if (who != open->who) {
      correct.set.push_back("who=" + who);
      differs(open->who, who);
    }
  }
  const auto parts = typed.fields();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto& part = parts[i];
    const auto day = read_day(part, how_.today);
    AddAction one;
    if (part.empty()) continue;
    if (day && !is_said_as(part, msg("line.no_day_words"))) {
      // What comes again would stop by it: that is asked.
      if (open->repeats && !day.again)
        return Unsure{say("line.day_of_last", "action"_is = open->id, "what"_is = open->what,
                          "day"_is = text::day_in_full(*day.day, how_.voice)),
                      say("line.move_because", "action"_is = open->id, "day"_is = part) + ' '};
      correct.set.push_back("by_when=" + to_string(*day.day));
      if (day.again) correct.set.push_back("repeats=" + to_string(*day.again));
      DayRead before;
      before.day = open->by_when;
      differs(before ? by_when(before) : "-", by_when(day));
    } else if (auto checks = checker_in(part, people_); !checks.empty()) {
      correct.set.push_back("checks=" + checks);
      differs(open->checks.empty() ? "-" : open->checks, checks);
    } else if (i > 0 && takes_part(one, part) && !one.checks.empty()) {
      correct.set.push_back("checks=" + one.checks);
      differs(open->checks.empty() ? "-" : open->checks, one.checks);
    } else if (i == 0 && (parts.size() > 1 || anew)) {
      correct.text = part;
      differs(open->what, part);
    } else {
      return std::nullopt;
    }
  }
  if (correct.text.empty() && correct.set.empty()) return std::nullopt;
  return GiveCommand{by, std::move(correct), was_and_is(was, now)};
}

}  // namespace casus::desk
