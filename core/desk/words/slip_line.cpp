// SPDX-License-Identifier: EUPL-1.2
#include "core/base/matching.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/service/table/saying_kind.hpp"

#include <algorithm>

/// "nee, dat was 3 weken", "dat was joost", "niet morgen maar overmorgen": what was typed just before was wrong, and
/// nobody says that they mend it.
namespace casus::desk {

using text::msg;

namespace {

/// "dat was ria, niet daan": without who it was not. "dat zei ria niet" stays: it says that she did not.
std::string without_denied(const std::vector<std::string>& words, const std::vector<std::string_view>& people) {
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    if (!is_said_as(words[at], msg("line.denial_words"))) continue;
    if (called_plainly(joined_words(words, at + 1, words.size()), people).empty()) continue;
    const bool joined = is_said_as(words[at - 1], msg("line.and_words"));
    return joined_words(words, 0, joined ? at - 1 : at);
  }
  return joined_words(words, 0, words.size());
}

/// Of somebody's question no amount is put right by what may be the answer to it.
bool asks_something(const service::SaidLine& line) {
  return line.words.ends_with('?') || service::asks_without_mark(line.words);
}

/// Where what it was not begins: the last "niet" between other words; 0 for none.
std::size_t last_denial(const std::vector<std::string>& words) {
  std::size_t denied = 0;
  for (std::size_t at = 1; at + 1 < words.size(); ++at)
    if (is_said_as(words[at], msg("line.denial_words"))) denied = at;
  return denied;
}

/// "4300 euro, niet 3400", "Assen, niet Groningen": what it was is a figure, or a name as it stands in the text. "nu"
/// and "haar" stand everywhere.
bool denies_figure_or_name(const std::string& right, const std::string& text) {
  const auto told = without_end_signs(words_in(right));
  const auto denied = last_denial(told);
  if (denied == 0) return false;
  if (told[denied + 1].find_first_of("0123456789") != std::string::npos) return true;
  const auto words = without_end_signs(words_in(text));
  for (std::size_t at = 1; at < words.size(); ++at)
    if (words[at].front() >= 'A' && words[at].front() <= 'Z' && matched(words[at]) == matched(told.back())) return true;
  return false;
}

/// "oeps", "o nee": said of what went wrong, and of nothing else. What stands behind it; empty where that is nothing.
std::string behind_oops(std::string_view text) {
  constexpr std::size_t kLongest = 2;
  const auto use = [](std::string typed) {
    while (typed.size() > 1 && std::string_view(",;:.-!").find(typed.back()) != std::string_view::npos)
      typed.pop_back();
    return use_in_list(typed, msg("line.take_back_words"));
  };
  const auto words = words_in(text);
  for (std::size_t count = 1; count <= kLongest && count < words.size(); ++count) {
    if (use(joined_words(words, 0, count)) != "slip") continue;
    auto rest = joined_words(words, count, words.size());
    return use(rest).empty() ? rest : std::string();
  }
  return {};
}

/// "vier keer" behind "drie keer in de week", "gisteren gebeld" behind "ja, morgen gebeld": the text with those words
/// at the one place that shares the last or the first of them; nothing where there is none, or more.
std::optional<std::string> with_words_around(const std::string& text, const std::string& typed) {
  constexpr std::size_t kMost = 3, kShortest = 3;
  const auto put = words_in(typed), words = words_in(text);
  if (put.size() < 2 || put.size() > kMost || text.find('\n') != std::string::npos) return std::nullopt;
  const auto length = [](const std::string& word) { return word.find_last_not_of(",;.!?") + 1; };
  for (const bool last : {true, false}) {
    const auto& shared = last ? put.back() : put.front();
    const auto is_shared = [&](const std::string& word) {
      return matched(std::string_view(word).substr(0, length(word))) == matched(shared);
    };
    if (shared.size() < kShortest || std::ranges::count_if(words, is_shared) != 1) continue;
    const auto at = static_cast<std::size_t>(std::ranges::find_if(words, is_shared) - words.begin());
    if (last ? at + 1 < put.size() : at + put.size() > words.size()) continue;
    const auto from = last ? at + 1 - put.size() : at;
    const auto to = from + put.size();
    auto out = joined_words(words, 0, from);
    out += (out.empty() ? "" : " ") + joined_words(put, 0, put.size()) + words[to - 1].substr(length(words[to - 1]));
    if (to < words.size()) out += ' ' + joined_words(words, to, words.size());
    if (out != joined_words(words, 0, words.size())) return out;
  }
  return std::nullopt;
}

/// A word without the signs around it, and how much of it stands before: "82" in "(82),", and of a figure in
/// "82-jarige" too.
struct BareWord {
  std::size_t before = 0;
  std::string word;
};

BareWord bare_word(const std::string& typed, const std::string& figure) {
  BareWord out;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view sign : {"(", "[", "\"", "'", "€"})
      if (std::string_view(typed).substr(out.before).starts_with(sign) && typed.size() > out.before + sign.size()) {
        out.before += sign.size();
        more = true;
      }
  }
  out.word = typed.substr(out.before);
  while (out.word.size() > 1 && std::string_view(",;:.-()!?]\"'").find(out.word.back()) != std::string_view::npos)
    out.word.pop_back();
  if (figure.empty() || !out.word.starts_with(figure) || out.word.size() == figure.size()) return out;
  const auto next = out.word[figure.size()];
  if (next == '-' || (next >= 'a' && next <= 'z')) out.word = figure;
  return out;
}

}  // namespace

std::string doer_meant(std::string_view right, const std::vector<std::string_view>& people) {
  if (auto who = taker_in(right, people); !who.empty()) return who;
  if (auto who = called_plainly(right, people); !who.empty()) return who;
  const auto words = words_in(right);
  // "dat moest Bram zijn, niet Noor", "Bram not Noor".
  const auto meant = without_denied(words, people);
  if (auto who = called_plainly(meant, people); !who.empty()) return who;
  for (const auto& [use, open] : fillings(meant, msg("line.must_be_who_words")))
    if (auto who = called_plainly(open, people); !who.empty()) return who;
  for (std::size_t at = 1; at + 1 < words.size(); ++at)
    if (is_said_as(words[at], msg("line.for_words")) && is_said_as(words[at - 1], msg("line.slip_after_words")))
      if (auto who = called_plainly(joined_words(words, at + 1, words.size()), people); !who.empty()) return who;
  return {};
}

std::string behind_not_but(std::string_view text) {
  const auto words = words_in(text);
  if (words.size() < 4 || !is_said_as(words.front(), msg("line.denial_words"))) return {};
  for (std::size_t at = 2; at + 1 < words.size(); ++at)
    if (is_said_as(words[at], msg("line.but_words"))) return joined_words(words, at + 1, words.size());
  return {};
}

std::string this_not_that(std::string_view text, Date today) {
  const auto words = words_in(behind_each(text, msg("line.slip_no_words")));
  if (words.size() < 3 || !is_said_as(words.front(), msg("line.denial_words"))) return {};
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    if (!words[at].ends_with(',')) continue;
    auto was = joined_words(words, 1, at + 1);
    was.pop_back();
    const auto now = joined_words(words, at + 1, words.size());
    const auto is_figure = [](const std::string& typed) { return typed.front() >= '0' && typed.front() <= '9'; };
    const auto is_name = [](const std::string& typed) {
      return typed.front() >= 'A' && typed.front() <= 'Z' && typed.find(' ') == std::string::npos;
    };
    if (was.empty()) return {};
    const bool alike = (read_day(was, today) && read_day(now, today)) || (is_figure(was) && is_figure(now)) ||
                       (is_name(was) && is_name(now));
    return alike ? now + ", " + words.front() + ' ' + was : std::string();
  }
  return {};
}

std::optional<std::string> put_instead(const std::string& text, const std::string& typed) {
  constexpr std::size_t kMost = 3;
  const auto is_amount_word = [](std::string_view word) {
    return !word.empty() && word.front() >= '0' && word.front() <= '9' &&
           word.find_first_not_of("0123456789.,:") == std::string_view::npos;
  };
  const auto as_typed = words_in(typed);
  const auto told = without_end_signs(as_typed);
  auto denied = last_denial(told);
  if (denied == 0) return std::nullopt;
  const std::vector<std::string> was(told.begin() + static_cast<std::ptrdiff_t>(denied) + 1, told.end());
  const bool joined = denied > 1 && is_said_as(told[denied - 1], msg("line.and_words"));
  const bool parted = joined || as_typed[denied - 1] != told[denied - 1] || is_amount_word(was.front());
  if (joined) --denied;
  std::vector<std::string> now(told.begin(), told.begin() + static_cast<std::ptrdiff_t>(denied));
  auto length = was.size();
  // "de dochter woont in Assen niet Groningen": in a sentence the same word stands before both. "hij komt niet op
  // school" puts nothing right.
  std::string before;
  if ((!parted || now.size() > kMost) && !is_amount_word(was.front())) {
    if (now.size() <= length) return std::nullopt;
    before = now[now.size() - length - 1];
    now.erase(now.begin(), now.end() - static_cast<std::ptrdiff_t>(length));
  }
  // "2 weken niet op school, niet 3": of an amount only the figure is another.
  if (is_amount_word(was.front())) {
    const auto figure = std::ranges::find_if(now, is_amount_word);
    if (figure == now.end()) return std::nullopt;
    now = {*figure};
    length = 1;
  }
  // "nee, dat wil hij, niet zij" puts no "zij" right; "nee hij, niet zij" does.
  if (was.size() != now.size() && is_said_as(joined_words(was, 0, was.size()), msg("line.subject_words")))
    return std::nullopt;
  if (was.size() > kMost || now.size() > kMost || text.find('\n') != std::string::npos) return std::nullopt;
  const auto words = words_in(text);
  const auto figure = length == 1 && is_amount_word(was.front()) ? was.front() : std::string();
  std::vector<std::string> plain;
  std::vector<std::size_t> before_word;
  for (const auto& word : words) {
    auto bare = bare_word(word, figure);
    plain.push_back(std::move(bare.word));
    before_word.push_back(bare.before);
  }
  const auto wanted = matched(joined_words(was, 0, was.size()));
  std::optional<std::size_t> at;
  for (std::size_t i = 0; i + was.size() <= plain.size(); ++i) {
    if (matched(joined_words(plain, i, i + was.size())) != wanted) continue;
    if (at) return std::nullopt;
    at = i;
  }
  if (!at) return std::nullopt;
  if (!before.empty() && (*at == 0 || matched(plain[*at - 1]) != matched(before))) return std::nullopt;
  // "nee, in Assen, niet Groningen" behind "woont in Groningen": once.
  if (now.size() > 1 && *at > 0 && matched(plain[*at - 1]) == matched(now.front())) now.erase(now.begin());
  const auto last = *at + length - 1;
  auto out = joined_words(words, 0, *at);
  out += (out.empty() ? "" : " ") + words[*at].substr(0, before_word[*at]) + joined_words(now, 0, now.size()) +
         words[last].substr(before_word[last] + plain[last].size());
  if (last + 1 < words.size()) out += ' ' + joined_words(words, last + 1, words.size());
  return out;
}

std::string without_slip(std::string_view text) {
  auto rest = trimmed(text);
  bool slip = false;
  const auto strip = [&](const text::Message& list) {
    const auto length = begins_as(rest, list);
    if (length == 0 || length >= rest.size()) return false;
    rest = behind_signs(rest.substr(length));
    return true;
  };
  while (strip(msg("line.slip_words"))) slip = true;
  while (slip && strip(msg("line.slip_after_words"))) {
  }
  auto words = words_in(rest);
  constexpr std::size_t kLongestEnd = 2;  // "bedoel ik"
  for (auto count = kLongestEnd; count > 0; --count)
    while (words.size() > count &&
           is_said_as(joined_words(words, words.size() - count, words.size()), msg("line.slip_end_words"))) {
      words.resize(words.size() - count);
      slip = true;
    }
  if (!slip || words.empty()) return {};
  while (words.back().size() > 1 && std::string_view(",;.!").find(words.back().back()) != std::string_view::npos)
    words.back().pop_back();
  return joined_words(words, 0, words.size());
}

/// "dat was joost", "nee, dat was joost en niet daan": whose words the last ones are. It may be an answer as well:
/// asked.
std::optional<Meant> LineReader::said_by_another(const service::SaidLine& last) const {
  if (!is_record(last.id, 'b')) return std::nullopt;
  auto words = words_in(behind_each(line_, msg("line.slip_no_words")));
  while (words.size() > 1 && is_said_as(words.back(), msg("line.slip_end_words"))) words.pop_back();
  const auto said = without_denied(words, people_);
  auto ways = fillings(said, msg("line.said_by_words"));
  for (auto& way : fillings(said, msg("line.must_be_who_words"))) ways.push_back(std::move(way));
  for (const auto& [use, open] : ways) {
    const auto name = called_plainly(open, people_);
    if (name.empty()) continue;
    if (name == last.who) return Unsure{say("line.said_by_already", "name"_is = name), {}, false, false};
    return Unsure{
        say("line.said_by_meant", "name"_is = name, "who"_is = last.who, "ref"_is = last.id, "was"_is = last.text),
        say("line.said_by", "ref"_is = last.id, "name"_is = name), true};
  }
  return std::nullopt;
}

/// Of the lines that hold what it was: the last; of who says so, where that is somebody. Of an earlier step only where
/// it is sure that this is what was meant.
std::optional<Unsure> LineReader::put_instead_in_any(const std::string& by, const std::string& right) const {
  for (auto line = t_.said.rbegin(); line != t_.said.rend(); ++line)
    if (!line->id.empty() && (by.empty() || line->who == by) &&
        (line->here || denies_figure_or_name(right, line->words)))
      if (const auto words = put_instead(line->words, right)) return offered_for(*line, *words);
  return std::nullopt;
}

std::optional<Meant> LineReader::slip_mended() const {
  if (t_.case_id.empty() || t_.unnamed || t_.hidden || line_.ends_with('?')) return std::nullopt;
  const auto last = t_.said.empty() || !t_.said.back().here ? t_.said.end() : t_.said.end() - 1;
  if (last == t_.said.end() || last->id.empty()) return std::nullopt;
  std::string by;
  if (has_colon()) {
    // "marieke: nee 2025 sorry", right behind what she said herself, and no answer to a question.
    by = called(joined_words(head_, 0, head_.size()), people_);
    const auto seat = std::ranges::find(t_.seats, by, &service::Seat::name);
    if (by.empty() || by != last->who || (seat != t_.seats.end() && seat->asked)) return std::nullopt;
  } else if (auto other = said_by_another(*last)) {
    return other;
  }
  const auto& said = has_colon() ? text_ : line_;
  auto right = behind_not_but(said);
  if (right.empty()) right = this_not_that(said, how_.today);
  if (right.empty()) right = without_slip(said);
  // "o nee, ze bloedt": that comes first.
  const auto oops = may_tell_of_danger(said) ? std::string() : behind_oops(said);
  if (right.empty()) right = oops;
  if (right.empty()) return std::nullopt;
  const bool agreed = is_record(last->id, 'a');
  if (agreed && by.empty())
    if (const auto who = doer_meant(right, people_);
        !who.empty() && (who != teller() || taker_in(right, people_).empty()))
      if (const auto open = std::ranges::find(t_.open_actions, last->id, &service::OpenAction::id);
          open != t_.open_actions.end() && open->who != who)
        return Unsure{say("line.who_of_action", "action"_is = open->id, "what"_is = open->what, "name"_is = who),
                      say("line.action_is_for", "action"_is = open->id, "name"_is = who), true};
  // What it should be is not guessed.
  const auto which = [&]() -> std::optional<Meant> {
    if (oops.empty() || has_colon()) return std::nullopt;
    return Unsure{say("line.slip_of_last", "was"_is = last->words, "ref"_is = last->id,
                      "undo"_is = name_of(Ask::undo, how_.voice)),
                  correcting(last->id, last->words, how_.voice)};
  };
  // "nee 3, niet 2" behind "zijn er 2 kinderen?": where somebody is to answer, that is the answer, and it stays a
  // question.
  if (by.empty() && asks_something(*last) && (asks_only() || std::ranges::any_of(t_.seats, &service::Seat::asked)) &&
      put_instead(last->words, right))
    return which();
  // "het was 4300 euro, niet 3400", "niet vrijdag, donderdag": it names what it puts right, so it answers nothing.
  // "sorry, hij slaat met een stok, niet met zijn hand": that it may be danger is told first.
  if (!may_tell_of_danger(said))
    if (auto offered = put_instead_in_any(by, right)) return std::move(*offered);
  if (const auto pair = slip_pair(right); pair.figures() && (pair.instead || !oops.empty())) {
    if (auto offered = may_tell_of_danger(said) ? std::nullopt : put_instead_in_any(by, pair.denied()))
      return std::move(*offered);
    if (by.empty() && words_in(pair.now).size() == 1) return stands_nowhere(pair);
  }
  if (by.empty() && asks_something(*last)) return which();
  // The day of an action is asked for with its reason.
  if (agreed && read_day(right, how_.today)) return std::nullopt;
  const auto may_be = [&](const service::SaidLine& line) {
    return !line.id.empty() && (by.empty() ? !asks_something(line) : line.who == by);
  };
  for (auto line = t_.said.rbegin(); line != t_.said.rend() && line->here; ++line)
    if (const auto words = may_be(*line) ? put_in_words(line->words, right, how_.today) : std::nullopt)
      return offered_for(*line, *words);
  if (!may_tell_of_danger(said) && std::ranges::none_of(t_.seats, &service::Seat::asked))
    if (auto offered = other_figure(right)) return std::move(*offered);
  if (!oops.empty())
    if (const auto words = with_words_around(last->words, right)) return offered_for(*last, *words);
  return which();
}

}  // namespace casus::desk
