// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/half_said.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/method/vocabulary.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

/// What is agreed in half a sentence, about what was said just before: who takes it, by when, and what is decided.
namespace casus::desk {

using text::msg;

std::string taker_in(std::string_view line, const std::vector<std::string_view>& people) {
  if (line.ends_with('?')) return {};
  for (const auto& [use, open] : fillings(line, msg("line.takes_it_words")))
    if (auto name = called_plainly(open, people); !name.empty()) return name;
  return {};
}

std::string day_alone(std::string_view line, Date today) {
  constexpr std::size_t kMostWords = 6;
  // A number alone is no day, but an answer or a mark.
  const auto is_day = [&](std::string_view typed) {
    const bool number = typed.find_first_not_of("0123456789. ") == std::string_view::npos;
    return !number && words_in(typed).size() <= kMostWords && read_day(typed, today).day.has_value();
  };
  if (line.ends_with('?')) return {};
  if (is_day(line)) return std::string(trimmed(line));
  for (const auto& [use, open] : fillings(line, msg("line.day_of_last_words")))
    if (is_day(open)) return open;
  return {};
}

std::pair<std::size_t, std::size_t> day_without_hour(const std::vector<std::string>& words, std::size_t from,
                                                     std::size_t to, Date today) {
  const auto day = read_day(joined_words(words, from, to), today);
  if (!day || day.note.id().empty()) return {from, to};
  const auto same = [&](std::size_t begin, std::size_t end) {
    const auto other = read_day(joined_words(words, begin, end), today);
    return other.day == day.day && other.again == day.again && other.note.id().empty();
  };
  for (std::size_t length = 1; length < to - from; ++length)
    for (auto at = from; at + length <= to; ++at) {
      if (!same(at, at + length)) continue;
      const auto end = at + length;
      while (at > from && same(at - 1, end)) --at;  // "voor vrijdag"
      return {at, end};
    }
  return {from, to};
}

std::size_t day_behind_comma(const std::vector<std::string>& words, std::size_t from, std::size_t to, Date today) {
  const auto day = read_day(joined_words(words, from, to), today);
  for (auto at = from; day && at + 1 < to; ++at) {
    if (!words[at].ends_with(',') || read_day(joined_words(words, from, at + 1), today)) continue;
    const auto rest = read_day(joined_words(words, at + 1, to), today);
    if (rest.day == day.day && rest.again == day.again) return at + 1;
  }
  return from;
}

std::size_t day_behind_verb(const std::vector<std::string>& words, std::size_t from, std::size_t to, Date today) {
  constexpr std::size_t kFewest = 3;
  // "zoekt uit of dat potje er is ma": what is closes the sentence before the day; "bellen, is vrijdag" says when.
  if (from > 0 && to - from > 1 && is_said_as(words[from], msg("line.is_words")) && !words[from - 1].ends_with(',')) {
    const auto whole = read_day(joined_words(words, from, to), today);
    const auto rest = read_day(joined_words(words, from + 1, to), today);
    return rest && rest.day == whole.day && rest.again == whole.again ? from + 1 : from;
  }
  // "drop by friday": "by" belongs to the verb.
  const auto belongs = from > 0 ? use_in_list(words[from - 1], msg("line.verb_end_words")) : std::string();
  if (to - from > 1 && folded(words[from]) == belongs) {
    const auto whole = read_day(joined_words(words, from, to), today);
    const auto rest = read_day(joined_words(words, from + 1, to), today);
    return rest && rest.day == whole.day && rest.again == whole.again ? from + 1 : from;
  }
  if (to - from < kFewest || !is_said_as(words[from], msg("line.verb_end_words")) ||
      !is_said_as(words[from + 1], msg("line.day_link_words")))
    return from;
  const auto day = read_day(joined_words(words, from, to), today);
  const auto rest = read_day(joined_words(words, from + 1, to), today);
  return rest && rest.day == day.day && rest.again == day.again ? from + 1 : from;
}

namespace {

/// "wie belt school?" asks for somebody who "belt school"; empty for a question that asks for nobody.
std::string work_asked(std::string_view question) {
  constexpr std::size_t kFewest = 3;
  if (!question.ends_with('?')) return {};
  auto words = words_in(question.substr(0, question.find_last_not_of("? ") + 1));
  if (words.size() < kFewest || use_in_list(words.front(), msg("line.who_asked_words")) != "who") return {};
  words.erase(words.begin());
  std::erase_if(words, [](const auto& word) { return use_in_list(word, msg("line.who_asked_words")) == "there"; });
  if (words.size() >= kFewest &&
      (is_said_as(words.front(), msg("line.can_words")) || is_said_as(words.front(), msg("line.future_words"))))
    words.erase(words.begin());
  return joined_words(words, 0, words.size());
}

}  // namespace

/// The idea or choice that was said last is most likely what somebody takes, or what was asked who does it: shown, to
/// be mended.
Unsure LineReader::action_for(const std::string& who) const {
  const bool may_be_done = asks_ideas() || (takes_kind("choice") && !takes_kind("fact"));
  const auto* said = t_.said.empty() || !t_.said.back().here || !may_be_done ? nullptr : &t_.said.back();
  // An action that was agreed is somebody's already.
  const bool open = said != nullptr && is_record(said->id, 'b');
  const bool plain = open && said->text.find_first_of(";\n?") == std::string::npos;
  const auto head = fmt::format("{} {}: ", name_of(Ask::action, how_.voice), who);
  auto asked = said != nullptr ? work_asked(said->text) : std::string();
  if (asked.empty() && may_be_done) asked = work_asked(names_.asked_last);
  if (!plain && !asked.empty() && asked.find_first_of(";\n") == std::string::npos)
    return {say(msg("line.takes_it", "who"_is = who, "what"_is = asked)), head + asked + "; "};
  if (!plain) return {say(msg("line.takes_what", "who"_is = who)), head};
  return {say(msg("line.takes_it", "who"_is = who, "what"_is = said->text)), head + said->text + "; "};
}

/// "Noor doet dat vanmiddag", "doe ik wel, morgen": who takes what is talked about, and when. `by` says it; empty:
/// whoever is named in it takes it.
std::optional<Unsure> LineReader::taken_on_day(const std::string& by, const std::string& text) const {
  constexpr std::size_t kMostWords = 10;
  const auto words = words_in(text);
  if (words.size() > kMostWords || text.ends_with('?')) return std::nullopt;
  for (std::size_t length = 1; length <= kMostDayWords && length < words.size(); ++length)
    for (std::size_t from = 0; from + length <= words.size(); ++from) {
      auto rest = joined_words(words, 0, from);
      if (const auto behind = joined_words(words, from + length, words.size()); !behind.empty())
        rest += (rest.empty() ? "" : " ") + behind;
      while (!rest.empty() && std::string_view(",; ").find(rest.back()) != std::string_view::npos) rest.pop_back();
      const bool own = !by.empty() && is_said_as(rest, msg("line.i_take_it_words"));
      const auto who = own ? by : by.empty() ? taker_in(rest, people_) : std::string();
      if (who.empty()) continue;
      const auto typed = joined_words(words, from, from + length);
      const auto day = read_day(typed, how_.today);
      if (!day || *day.day < how_.today || is_said_as(typed, msg("line.no_day_words"))) continue;
      if (day.again && takes_kind("fact")) continue;  // what somebody does every week is told
      return action_for(who, typed, day);
    }
  return std::nullopt;
}

/// As `action_for`, with the day that was said with it. What was agreed last by them gets that day.
Unsure LineReader::action_for(const std::string& who, const std::string& typed, const DayRead& day) const {
  const auto* last = t_.said.empty() || !t_.said.back().here ? nullptr : &t_.said.back();
  if (last != nullptr && !day.again)
    if (const auto open = std::ranges::find(t_.open_actions, last->id, &service::OpenAction::id);
        open != t_.open_actions.end() && open->who == who)
      return {say("line.day_of_last", "action"_is = open->id, "what"_is = open->what,
                  "day"_is = text::day_in_full(*day.day, how_.voice)),
              say("line.move_because", "action"_is = open->id, "day"_is = typed) + ' '};
  auto asked = action_for(who);
  const auto head = fmt::format("{} {}: ", name_of(Ask::action, how_.voice), who);
  // What it is, is typed behind the day: "actie noor: dinsdag post openen".
  if (asked.line == head) return {std::move(asked.message), head + typed + ' '};
  return {say("line.action_meant", "who"_is = who, "when"_is = by_when(day)), asked.line + typed + "; "};
}

/// "hanneke kijkt dat na", right behind an action.
std::optional<Unsure> LineReader::checks_the_last() const {
  constexpr std::size_t kMostWords = 8;
  if (t_.said.empty() || !t_.said.back().here || head_.size() < 2 || head_.size() > kMostWords) return std::nullopt;
  const auto open = std::ranges::find(t_.open_actions, t_.said.back().id, &service::OpenAction::id);
  if (open == t_.open_actions.end()) return std::nullopt;
  for (auto end = head_.size(); end-- > 1;) {
    const auto name = called_plainly(joined_words(head_, 0, end), people_);
    if (name.empty() || name == open->who ||
        !is_said_as(joined_words(head_, end, head_.size()), msg("line.checks_said")))
      continue;
    return Unsure{say("line.checks_the_last", "name"_is = name, "action"_is = open->id, "what"_is = open->what),
                  say("line.i_mean_checks", "checks"_is = say("line.checks_said_by", "name"_is = name)), true};
  }
  return std::nullopt;
}

std::optional<Unsure> LineReader::taken_up() const {
  if (has_colon() || t_.case_id.empty()) return std::nullopt;
  if (auto asked = checks_the_last()) return asked;
  if (auto asked = joins_the_last(t_, how_.voice, people_, {}, line_)) return asked;
  const auto who = taker_in(line_, people_);
  if (who.empty()) return taken_on_day({}, line_);
  return action_for(who);
}

std::optional<Unsure> LineReader::day_of_last() const {
  if (has_colon() || t_.open_actions.empty()) return std::nullopt;
  const auto& last = t_.open_actions.back();
  const auto typed = day_alone(line_, how_.today);
  // A day by itself may be the answer to anything.
  if (typed.empty() || typed == line_) return std::nullopt;
  const auto day = read_day(typed, how_.today);
  if (day.again) return std::nullopt;
  return Unsure{say(msg("line.day_of_last", "action"_is = last.id, "what"_is = last.what,
                        "day"_is = text::day_in_full(*day.day, how_.voice))),
                say(msg("line.move_because", "action"_is = last.id, "day"_is = typed)) + ' '};
}

std::optional<Unsure> LineReader::only_a_day() const {
  constexpr std::size_t kShortest = 4;  // "nu", "zo" and "ma" are said of more than a day
  if (has_colon() || t_.case_id.empty() || line_.size() < kShortest) return std::nullopt;
  if (!called_plainly(line_, people_).empty() || !of_team(line_).empty()) return std::nullopt;
  const auto read = read_day(line_, how_.today);
  // Two days that it may be, or a day that does not fit: asked, as it would be where a day is asked for.
  if (!read.problem.empty() && read.problem.id().empty()) return Unsure{say(read.problem), line_, false, false};
  if (day_alone(line_, how_.today) != line_ || *read.day <= how_.today) return std::nullopt;
  auto line = read.again ? std::string() : name_of(Ask::review, how_.voice) + ' ' + line_;
  return Unsure{
      say(read.again ? msg("line.only_days", "typed"_is = line_) : msg("line.only_a_day", "typed"_is = line_)),
      std::move(line), false, false};
}

std::optional<Unsure> LineReader::agreed(const Head& head) const {
  const bool other_word = !head_.empty() && is_said_as(head_.front(), msg("line.agreement_words"));
  if (!other_word || text_.empty() || t_.case_id.empty() || takes_kind(head.say.kind)) return std::nullopt;
  if (head_.size() == 1) return agreed_by_doer();
  // "taak voor mo: ...".
  const std::size_t from = head_.size() > 2 && is_said_as(head_[1], msg("line.link_words")) ? 2 : 1;
  const auto who = called_plainly(joined_words(head_, from, head_.size()), people_);
  if (who.empty()) return std::nullopt;
  return action_whole(who, text_);
}

/// "afspraak: mo zoekt het uit voor vrijdag": who does it stands in the text.
std::optional<Unsure> LineReader::agreed_by_doer() const {
  if (auto asked = doer_in_the_text()) return asked;
  const auto words = words_in(text_);
  const auto [who, from] = doer_at(words);
  // "afspraak: noor en daan gaan vrijdag samen langs".
  if (who.empty()) return LineReader(text_, t_, names_, how_).action_told();
  return action_whole(who, joined_words(words, from, words.size()));
}

/// As an action of theirs. Where a day stands in the text, it comes back with its semicolons.
Unsure LineReader::action_whole(const std::string& who, const std::string& text) const {
  auto line = fmt::format("{} {}: {}", name_of(Ask::action, how_.voice), who, text);
  auto meant = again(line);
  if (auto* asked = std::get_if<Unsure>(&meant)) return std::move(*asked);
  return {say(msg("line.word_meant", "line"_is = line)), std::move(line), true};
}

std::optional<Meant> LineReader::goal_named() const {
  if (!has_colon() || t_.case_id.empty() || text_.empty()) return std::nullopt;
  const auto named = joined_words(head_, 0, head_.size());
  if (!is_said_as(named, msg("line.goal_words")) || !kind_called(named).empty()) return std::nullopt;
  return again(name_of(Ask::goal, how_.voice) + ": " + text_);
}

namespace {

/// Takes out of a goal what says that it is in the resident's own words, where that stands in the text: before a colon,
/// behind a semicolon, between brackets, or as the option of the command line. Whether it did.
bool takes_whose_words(std::string& text) {
  // "Contact met de dochter (van de inwoner)" says whose daughter, not whose words.
  const auto says_so = [](std::string_view part) {
    return is_said_as(std::string(trimmed(part)), msg("line.goal_own_words"));
  };
  constexpr std::string_view kOption = "--resident-words";
  auto left = std::string_view(text);
  bool taken = false;
  if (left.ends_with(kOption)) {
    left.remove_suffix(kOption.size());
    taken = true;
  } else if (const auto colon = left.find(": "); colon != std::string_view::npos && says_so(left.substr(0, colon))) {
    left.remove_prefix(colon + 1);
    taken = true;
  } else if (const auto mark = left.rfind(';'); mark != std::string_view::npos && says_so(left.substr(mark + 1))) {
    left = left.substr(0, mark);
    taken = true;
  } else if (const auto open = left.rfind('('); left.ends_with(')') && open != std::string_view::npos &&
                                                says_so(left.substr(open + 1, left.size() - open - 2))) {
    left = left.substr(0, open);
    taken = true;
  }
  if (!taken || trimmed(left).empty()) return false;
  text = std::string(trimmed(left));
  return true;
}

}  // namespace

Meant LineReader::goal() const {
  SetGoal goal;
  goal.text = text_;
  const auto named = head_.size() > 1 && is_record(folded(head_[1]), 'g') ? folded(head_[1]) : std::string();
  const std::size_t at = named.empty() ? 1 : 2;
  const auto rest = joined_words(head_, at, head_.size());
  // "doel 1: ..." is the first of a list, and "doel is: ..." says no more than "doel: ...".
  const bool plain = named.empty() && (rest.find_first_not_of("0123456789.") == std::string::npos ||
                                       is_said_as(joined_words(head_, 0, head_.size()), msg("line.goal_told_words")));
  goal.resident_words = named.empty() && (is_said_as(rest, msg("line.goal_own_words")) ||
                                          is_said_as(rest, msg("line.goal_resident_words")));
  if (plain || goal.resident_words) {
    goal.resident_words |= takes_whose_words(goal.text);
    return GiveCommand{{}, std::move(goal)};
  }
  const bool why = !named.empty() && !rest.empty() && is_because(head_[at]);
  auto line = named.empty() ? std::string(name_of(Ask::goal, how_.voice))
                            : fmt::format("{} {}", name_of(Ask::correct, how_.voice), named);
  if (why) line += ' ' + rest;
  line += ": " + text_;
  if (rest.empty() || why) return Unsure{say(msg("line.word_meant", "line"_is = line)), std::move(line), true};
  line += " (" + rest + ')';
  return Unsure{say(msg("line.goal_has_text", "rest"_is = rest, "line"_is = line,
                        "review"_is = name_of(Ask::review, how_.voice))),
                std::move(line), true};
}

/// "het doel is bereikt" is told.
std::optional<Unsure> LineReader::goal_told() const {
  if (t_.case_id.empty() || line_.ends_with('?')) return std::nullopt;
  const auto length = begins_as(line_, msg("line.goal_told_words"));
  const auto rest = trimmed(std::string_view(line_).substr(length));
  const auto words = words_in(rest);
  const auto stands = [](const std::string& word) {
    return is_said_as(word, msg("line.goal_stands_words")) || is_said_as(word, msg("line.denial_words"));
  };
  if (length == 0 || words.empty() || stands(words.front())) return std::nullopt;
  auto line = fmt::format("{}: {}", name_of(Ask::goal, how_.voice), rest);
  return Unsure{say("line.word_meant", "line"_is = line), std::move(line), true};
}

std::optional<Unsure> LineReader::decided(const Head& head) const {
  if (head_.empty() || text_.empty() || people_.empty() || !head.by.empty()) return std::nullopt;
  if (!is_said_as(head_.front(), msg("line.decision_words"))) return std::nullopt;
  const auto named = joined_words(head_, 1, head_.size());
  const auto who = named.empty() ? teller() : called_plainly(named, people_);
  if (who.empty()) return std::nullopt;
  for (const auto* kinds : {&t_.kinds, &t_.other_kinds})
    if (const auto choice = std::ranges::find(*kinds, "choice", &service::SaidKind::key); choice != kinds->end())
      return Unsure{say(msg("line.decision_meant", "who"_is = who, "kind"_is = spoken(choice->name))),
                    fmt::format("{} {}: {}", who, spoken(choice->name), text_), true};
  return Unsure{say("contribution.does_say_enter_if_so", "who"_is = who), who + ": " + line_, true};
}

}  // namespace casus::desk
