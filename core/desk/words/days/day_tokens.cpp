// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/days/day_tokens.hpp"

#include "core/base/text.hpp"
#include "core/desk/words/words_of_line.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace casus::desk {
namespace {

using text::msg;

constexpr char kNoise = '-';
constexpr std::size_t kMostWords = 20;
constexpr std::size_t kMostLetters = 120;

struct Lexicon {
  std::map<std::string, DayToken, std::less<>> words;
  std::vector<std::string> parts;  ///< "ochtend": says when on a day, and is left out
  std::size_t most_words = 1;      ///< in one entry
  std::map<std::string, std::vector<std::string>, std::less<>> in_full;  ///< "eow": what it is short for
};

bool number_of(std::string_view text, int& value) {
  if (text.empty() || text.size() > 4 || text.front() < '0' || text.front() > '9') return false;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && stop == text.data() + text.size();
}

/// A hyphen between letters parts words, as in "mid-December"; between figures it does not. Nor does the comma of
/// "1,5 week".
std::vector<std::string> words_of(std::string typed) {
  std::vector<std::string> words;
  static constexpr std::string_view kCurved = "\u2019";
  for (auto at = typed.find(kCurved); at != std::string::npos; at = typed.find(kCurved, at))
    typed.replace(at, kCurved.size(), "'");
  const auto is_figure = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 1; i + 1 < typed.size(); ++i)
    if (typed[i] == '-' && !is_figure(typed[i - 1]) && !is_figure(typed[i + 1])) typed[i] = ' ';
  const std::string_view text = typed;
  const auto is_half = [&](std::size_t at) {
    return text.substr(at).starts_with(",5") && is_figure(text[at - 1]) &&
           (at + 2 == text.size() || text[at + 2] == ' ');
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find_first_not_of(" \t\n,;()", at);
    if (begin == std::string_view::npos) break;
    auto end = std::min(text.find_first_of(" \t\n,;()", begin), text.size());
    if (end < text.size() && end > begin && is_half(end)) end += 2;
    auto word = text.substr(begin, end - begin);
    // "in six weeks' time": the apostrophe behind a word counts no more than a full stop.
    while (word.size() > 1 && std::string_view(".!?'").find(word.back()) != std::string_view::npos)
      word.remove_suffix(1);
    words.emplace_back(word);
    at = end;
  }
  return words;
}

Lexicon made() {
  Lexicon all;
  const auto add = [&](const text::Message& message, char letter, Lang lang) {
    for (const auto& entry : text::day_words(message.in(lang))) {
      DayToken token{letter, 0, 0, {}};
      const auto* const begin = entry.value.data();
      if (letter == kNoise) token.letter = entry.value.front();
      else std::from_chars(begin, begin + entry.value.size(), token.value);
      for (const auto& word : entry.said) {
        auto parts = words_of(folded(word));
        std::string whole;
        for (const auto& part : parts) whole += (whole.empty() ? "" : " ") + part;
        all.most_words = std::max(all.most_words, parts.size());
        all.words.emplace(std::move(whole), token);
      }
    }
  };
  for (const auto lang : text::languages()) {
    add(msg("days.weekday"), 'W', lang);
    add(msg("days.weekdays"), 'S', lang);
    add(msg("days.month"), 'M', lang);
    add(msg("days.number"), 'N', lang);
    add(msg("days.ordinal"), 'O', lang);
    add(msg("days.unit"), 'U', lang);
    add(msg("days.near"), 'R', lang);
    add(msg("days.named"), 'G', lang);
    add(msg("days.feast"), 'E', lang);
    add(msg("days.regular"), 'Z', lang);
    add(msg("days.word"), kNoise, lang);
    for (const auto& entry : text::day_words(msg("days.short").in(lang)))
      for (const auto& word : entry.said) all.in_full.emplace(folded(word), words_of(folded(entry.value)));
    for (const auto& entry : text::day_words(msg("days.part").in(lang)))
      for (const auto& word : entry.said) all.parts.push_back(folded(word));
  }
  return all;
}

const Lexicon& lexicon() {
  static const Lexicon all = made();
  return all;
}

/// "2-12-2026", "2/12", "2.12.26", "2026-12-02": day first, unless the year is.
std::optional<DayToken> numeric(std::string_view word) {
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> lengths{};
  std::size_t count = 0;
  char separator = 0;
  for (std::size_t at = 0; at <= word.size();) {
    const auto end = std::min(word.find_first_of("-/.", at), word.size());
    if (count == 3 || !number_of(word.substr(at, end - at), numbers[count])) return std::nullopt;
    lengths[count++] = end - at;
    if (end < word.size()) {
      if (separator != 0 && word[end] != separator) return std::nullopt;
      separator = word[end];
    }
    at = end + 1;
  }
  if (count < 2) return std::nullopt;
  if (count == 2)
    return lengths[0] <= 2 && lengths[1] <= 2 ? std::optional(DayToken{'P', numbers[0], numbers[1], {}}) : std::nullopt;
  if (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2) return DayToken{'D', numbers[2], numbers[1], numbers[0]};
  if (lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 2 || lengths[2] == 4))
    return DayToken{'D', numbers[0], numbers[1], numbers[2]};
  return std::nullopt;
}

/// "16.00", "9.30": written as a day and a month, of which there is no such month.
bool is_dotted_time(std::string_view word) {
  const auto dot = word.find('.');
  int hour = 0, minutes = 0;
  constexpr int kHours = 24, kMinutes = 60, kMonths = 12;
  return dot != std::string_view::npos && word.size() == dot + 3 && number_of(word.substr(0, dot), hour) &&
         number_of(word.substr(dot + 1), minutes) && hour < kHours && minutes < kMinutes &&
         (minutes == 0 || minutes > kMonths);
}

/// "14:30", "10u", "10.30u": a time of the clock.
bool is_time(std::string_view word) {
  if (word.empty() || word.front() < '0' || word.front() > '9') return false;
  const auto colon = word.find(':');
  if (colon != std::string_view::npos)
    return word.size() > colon + 1 && word[colon + 1] >= '0' && word[colon + 1] <= '9';
  const auto tail = word.substr(std::min(word.find_first_not_of("0123456789."), word.size()));
  return tail == "u" || tail == "am" || tail == "pm" || tail == "uur";
}

std::optional<DayToken> known(std::string_view word) {
  const auto& words = lexicon().words;
  if (const auto found = words.find(word); found != words.end()) return found->second;
  int number = 0;
  // "'26": a year.
  if (word.size() == 3 && word.front() == '\'' && number_of(word.substr(1), number))
    return DayToken{'Y', number, 0, {}};
  if (number_of(word, number)) return DayToken{word.size() == 4 ? 'Y' : 'N', number, 0, {}};
  if (is_dotted_time(word)) return DayToken{'z', 0, 0, {}};
  if (auto date = numeric(word)) return date;
  if (is_time(word)) return DayToken{'z', 0, 0, {}};
  // "a week's time".
  if (word.size() > 2 && word.ends_with("'s"))
    if (const auto found = words.find(word.substr(0, word.size() - 2));
        found != words.end() && found->second.letter == 'U')
      return found->second;
  // "2e", "1st", "8ste".
  const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
  if (digits > 0 && digits < 3 && number_of(word.substr(0, digits), number))
    for (const std::string_view tail : {"e", "de", "ste", "st", "nd", "rd", "th"})
      if (word.substr(digits) == tail) return DayToken{'O', number, 0, {}};
  // "woensdagmiddag".
  for (const auto& part : lexicon().parts)
    if (word.size() > part.size() && word.ends_with(part))
      if (const auto found = words.find(word.substr(0, word.size() - part.size()));
          found != words.end() && (found->second.letter == 'W' || found->second.letter == 'R'))
        return found->second;
  return std::nullopt;
}

/// "14d", "2wk", "2dec", "+3m", "2x", "1,5": a number with a word behind it, as two.
bool split(std::string_view word, std::vector<DayToken>& out) {
  if (word.starts_with('+')) word.remove_prefix(1);
  const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
  int number = 0;
  if (digits == 0 || digits > 5 || digits == word.size()) return false;
  const auto [stop, error] = std::from_chars(word.data(), word.data() + digits, number);
  if (error != std::errc{} || stop != word.data() + digits) return false;
  const auto tail = word.substr(digits);
  std::optional<DayToken> unit;
  if (tail == ",5") unit = DayToken{'l', 0, 0, {}};
  else if (tail == "d") unit = DayToken{'U', 1, 0, {}};
  else if (tail == "w") unit = DayToken{'U', 7, 0, {}};
  else if (tail == "m") unit = DayToken{'U', 100, 0, {}};
  else if (const auto found = lexicon().words.find(tail);
           found != lexicon().words.end() &&
           (found->second.letter == 'U' || found->second.letter == 'M' || found->second.letter == 'r'))
    unit = found->second;
  if (!unit) return false;
  out.push_back({'N', number, 0, {}});
  out.push_back(*unit);
  return true;
}

std::vector<std::string> written_out(const std::vector<std::string>& words) {
  std::vector<std::string> all;
  for (const auto& word : words)
    if (const auto found = lexicon().in_full.find(word); found != lexicon().in_full.end())
      all.insert(all.end(), found->second.begin(), found->second.end());
    else all.push_back(word);
  return all;
}

std::string near_to(std::string_view word) {
  constexpr std::size_t kLong = 5;  // of shorter words too many are near
  if (word.size() < kLong) return {};
  std::vector<std::string_view> all;
  for (const auto& [name, token] : lexicon().words)
    if (name.size() >= kLong && (token.letter == 'W' || token.letter == 'M' || token.letter == 'R'))
      all.push_back(name);
  return nearest(word, all);
}

}  // namespace

DayTokens day_tokens(std::string_view typed) {
  DayTokens out;
  if (typed.size() > kMostLetters) {
    out.unknown = typed;
    return out;
  }
  const auto words = written_out(words_of(folded(typed)));
  const auto add = [&](const DayToken& token) {
    if (token.letter == kNoise) return;
    if (out.row.empty()) out.begins = token.letter >= 'a' && token.letter <= 'z';
    out.row += token.letter;
    out.tokens.push_back(token);
  };
  if (words.size() > kMostWords) out.unknown = typed;
  const auto& parts = lexicon().parts;
  for (std::size_t at = 0; at < words.size() && out.unknown.empty();) {
    // The longest entry that begins here.
    std::size_t taken = 0;
    for (auto length = std::min(lexicon().most_words, words.size() - at); length > 1 && taken == 0; --length) {
      std::string whole;
      for (auto i = at; i < at + length; ++i) whole += (whole.empty() ? "" : " ") + words[i];
      if (const auto found = lexicon().words.find(whole); found != lexicon().words.end()) {
        add(found->second);
        taken = length;
      }
    }
    if (taken == 0) {
      const auto& word = words[at];
      taken = 1;
      std::vector<DayToken> two;
      const auto token = known(word);
      // "voor het eind van de week een gesprek": behind a week that something leads to that is an article, and no
      // number; "week een" is one, and "in week een".
      constexpr std::string_view kBeforeNumber = "ifayu";
      const auto leads = at > 1 ? known(words[at - 2]) : std::nullopt;
      const bool article = token && token->letter == 'N' && at > 1 && !out.row.empty() && out.row.back() == 'U' &&
                           known(words[at - 1]) &&
                           !(leads && kBeforeNumber.find(leads->letter) != std::string_view::npos) &&
                           is_said_as(word, msg("line.article_words"));
      if (article) out.unknown = word;
      else if (token) add(*token);
      else if (split(word, two)) std::ranges::for_each(two, add);
      else if (out.row.empty() || std::ranges::find(parts, word) == parts.end()) {
        out.unknown = word;
        if (const auto near = near_to(word); !near.empty())
          for (std::size_t i = 0; i < words.size(); ++i) out.near += (i > 0 ? " " : "") + (i == at ? near : words[i]);
      }
    }
    at += taken;
  }
  // "1.5 weeks" is no fifth month.
  for (std::size_t i = 0; i + 1 < out.row.size(); ++i)
    if (constexpr int kHalf = 5; out.row[i] == 'P' && out.row[i + 1] == 'U' && out.tokens[i].month == kHalf) {
      out.row.replace(i, 1, "Nl");
      out.tokens[i] = DayToken{'N', out.tokens[i].value, 0, {}};
      out.tokens.insert(out.tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, DayToken{'l', 0, 0, {}});
    }
  // "in" before what is no length of time is only a small word: "in januari", "in week 50".
  for (std::size_t i = 0; i < out.row.size();) {
    const bool counts =
        i + 1 < out.row.size() && (out.row[i + 1] == 'N' || out.row[i + 1] == 'h' || out.row[i + 1] == 'q');
    const auto next = i + 1 < out.row.size() ? out.row[i + 1] : ' ';
    if (out.row[i] == 'w' && (next == 'k' || next == 't')) out.row[i] = 'y';  // "by the weekend"
    const bool before = next == 'k' || next == 't' || next == 'E' || next == 'G';
    const bool half = i + 1 < out.row.size() && out.row[i + 1] == 'l';
    const bool hour =
        i + 1 < out.row.size() && (out.row[i + 1] == 'N' || out.row[i + 1] == 'h' || out.row[i + 1] == 'z');
    // "tot vrijdag" is Friday; only behind what comes again it says until when.
    const bool ends = (out.row[i] == 'u' || out.row[i] == 's') && i > 0 && out.row.find_first_of("vSZxr") < i;
    // "2 weken voor 1 maart" counts back from that day.
    const bool back = i > 1 && out.row[i - 1] == 'U' && out.row[i - 2] == 'N' &&
                      std::string_view("NOPD").find(next) != std::string_view::npos;
    // "1 jan a.s.", "komende kerst": a day without a year is the first that comes.
    const auto is_date = [](char letter) { return std::string_view("MPGE").find(letter) != std::string_view::npos; };
    const bool comes = out.row[i] == 'c' && (is_date(next) || (next == ' ' && i > 0 && is_date(out.row[i - 1])));
    const bool drop = ((out.row[i] == 'u' || out.row[i] == 's') && !ends) || (out.row[i] == 'i' && !counts && !half) ||
                      (out.row[i] == 'y' && !before && !back) || out.row[i] == 'w' || (out.row[i] == '@' && !hour) ||
                      (out.row[i] == 'f' && i == 0) || comes;
    if (drop) {
      out.row.erase(i, 1);
      out.tokens.erase(out.tokens.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
  return out;
}

bool name_the_year(DayTokens& words, int this_year) {
  constexpr int kYear = 12 * 100, kWeek = 7;
  auto& row = words.row;
  auto& tokens = words.tokens;
  for (std::size_t at = 0; at + 1 < row.size(); ++at) {
    const bool this_one = row[at] == 't';
    if ((!this_one && row[at] != 'n') || row[at + 1] != 'U' || tokens[at + 1].value != kYear) continue;
    auto rest = part_of(words, 0, at);
    const auto behind = part_of(words, at + 2);
    rest.row += behind.row;
    rest.tokens.insert(rest.tokens.end(), behind.tokens.begin(), behind.tokens.end());
    auto day = rest.row.find_first_of("MPGE");
    if (day == std::string::npos && (day = rest.row.find("UN")) != std::string::npos && rest.tokens[day].value != kWeek)
      day = std::string::npos;
    if (day == std::string::npos) return false;
    const int year = this_year + (this_one ? 0 : 1);
    if (rest.row[day] == 'P') {
      rest.row[day] = rest.tokens[day].letter = 'D';
      rest.tokens[day].year = year;
    } else {
      const auto place = day < at ? at : rest.row.size();
      rest.row.insert(place, 1, 'Y');
      rest.tokens.insert(rest.tokens.begin() + static_cast<std::ptrdiff_t>(place), DayToken{'Y', year, 0, {}});
    }
    row = std::move(rest.row);
    tokens = std::move(rest.tokens);
    return this_one;
  }
  return false;
}

DayTokens part_of(const DayTokens& words, std::size_t from, std::size_t count) {
  DayTokens out;
  out.row = words.row.substr(from, count);
  const auto begin = words.tokens.begin() + static_cast<std::ptrdiff_t>(from);
  out.tokens.assign(begin, begin + static_cast<std::ptrdiff_t>(out.row.size()));
  return out;
}

}  // namespace casus::desk
