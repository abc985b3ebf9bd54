// SPDX-License-Identifier: EUPL-1.2
#include "core/base/matching.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/desk/words/people/names_line.hpp"
#include "core/desk/words/people/people_line.hpp"

#include "core/text/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

/// The words of a meeting and what stands behind them, as commands.
namespace casus::desk {

using text::msg;

namespace {

/// Behind the text of a signal, after a semicolon, what its form asks besides.
enum class SignalPart { where, since, seen_by, agenda };

constexpr std::array<Named<SignalPart>, 4> names_of(SignalPart) {
  return {{{SignalPart::where, "where", "word.signal_part.where"},
           {SignalPart::since, "since", "word.signal_part.since"},
           {SignalPart::seen_by, "seen_by", "word.signal_part.seen_by"},
           {SignalPart::agenda, "agenda", "word.signal_part.agenda"}}};
}

}  // namespace

Meant LineReader::asked(const MeetingWord& word) const {
  if (auto left = place_left()) return std::move(*left);
  if (word.ask == Ask::concern || word.ask == Ask::acute || word.ask == Ask::handled) return danger(word);
  if (word.ask == Ask::network) return network(word);
  if (word.ask == Ask::meldcode) return meldcode(word);
  if (word.ask == Ask::score && text_.empty())
    if (auto asked = score_told()) return std::move(*asked);
  if (word.text && text_.empty()) return text_missing(word);
  if (const auto behind = line_behind_because()) return again(*behind);
  // The screen gives "verder omdat " back after a refusal; whoever then types "waarom" gave no reason.
  if (const auto reason = because(); !word.text && meeting_word(reason) != nullptr)
    return Unsure{say("asked.reason_but_word_meeting_enter", "reason"_is = reason), reason, true};
  switch (word.ask) {
    case Ask::next:
      if (auto turn = next_in_round()) return std::move(*turn);
      return moved({}, NextStep{because()});
    case Ask::back:
      if (auto day = back_to_a_day()) return std::move(*day);
      return moved({}, BackStep{about(), because()});
    case Ask::pass: return pass();
    case Ask::choose: return choose(word, {});
    case Ask::group: return group(word);
    case Ask::question:
    case Ask::hopes: {
      const auto by = called(about(), people_);
      return presented(word.ask, by, text_);
    }
    case Ask::goal: return goal();
    case Ask::action: return action();
    case Ask::result: return result(word);
    case Ask::score: return score(word);
    case Ask::review: return review(word);
    case Ask::tell: return tell();
    case Ask::signal: return signal(word);
    case Ask::learn: return NoteLine{CountLearning{about()}, NoteLearning{text_, about()}};
    case Ask::correct:
    case Ask::withdraw:
    case Ask::restore: return mended(word);
    case Ask::undo: return GiveCommand{{}, Withdraw{}};
    case Ask::resume: return GiveCommand{{}, ResumeCase{}};
    case Ask::start: return SteerMeeting{word.ask, joined_words(head_, 1, head_.size()), {}};
    case Ask::take: return take();
    case Ask::chair:
    case Ask::arrive:
    case Ask::leave:
      if (about().empty()) return Unsure{say("asked.who", "how"_is = word.form.in(how_.voice)), line_ + ' '};
      if (word.ask == Ask::arrive)
        if (auto resident = resident_arrives()) return std::move(*resident);
      if (word.ask == Ask::leave)
        if (auto hands = hands_over()) return std::move(*hands);
      if (word.ask == Ask::chair) {  // "voorzitter is daan"
        const auto who = about().substr(begins_as(about(), msg("line.as_words")));
        if (!called(who, people_).empty()) return SteerMeeting{word.ask, person(who), {}};
      }
      return SteerMeeting{word.ask, person(about()), {}};
    case Ask::other: return other();
    case Ask::waiting:
    case Ask::drop: return SteerMeeting{word.ask, about(), {}};
    case Ask::park:
    case Ask::ready:
    case Ask::finish:
    case Ask::pasted:
    case Ask::stop: return SteerMeeting{word.ask, {}, because()};
    default: return LookAt{word.ask, about()};
  }
}

/// "terug: half jan": a day is no reason to go a step back; it may be the day to look back.
std::optional<Unsure> LineReader::back_to_a_day() const {
  const auto day = has_colon() && head_.size() == 1 ? text_ : about();
  const bool letters = std::ranges::any_of(day, [](unsigned char c) { return std::isalpha(c) != 0; });
  const auto read = read_day(day, how_.today);
  if (!read || read.again || (!letters && day.find_first_of("-/") == std::string::npos)) return std::nullopt;
  const auto line = name_of(Ask::review, how_.voice) + ' ' + day;
  return Unsure{say("line.back_or_look_back", "line"_is = line, "back"_is = line_.substr(0, line_.find_first_of(" :")),
                    "day"_is = day),
                line, true, false};
}

/// A word of the meeting that is typed by itself, or with a number or a name, holds nothing that somebody said.
Meant LineReader::steered(const MeetingWord& word) const {
  auto meant = asked(word);
  auto* unsure = std::get_if<Unsure>(&meant);
  const auto names = [&](const std::string& typed) { return is_ref(typed) || !called(typed, people_).empty(); };
  if (unsure != nullptr && text_.empty() && (head_.size() == 1 || (head_.size() == 2 && names(head_[1]))))
    unsure->waits = false;
  return meant;
}

/// Whether what stands behind a word that takes no text belongs to it. "Klaar is hij nog niet met school" is a
/// sentence.
bool LineReader::takes_words(const MeetingWord& word) const {
  const auto typed = about();
  if (typed.empty()) return true;
  const auto words = words_in(typed);
  constexpr std::size_t kName = 3;
  const bool named = !called(typed, people_).empty() || !people_in(typed).empty();
  const bool like_a_name = named || words.size() == 1;
  switch (word.ask) {
    case Ask::next:
    case Ask::why:
    case Ask::suggest:
    case Ask::park:
    case Ask::ready:
    case Ask::finish:
    case Ask::agenda:
    case Ask::said:
    case Ask::plan:
    case Ask::network:
    case Ask::people:
    case Ask::step:
    case Ask::pasted:
    case Ask::stop: return false;
    case Ask::back: return words.size() < kName;
    case Ask::pass:
      return named || is_said_as(typed, msg("line.all_words")) || !of_team(typed).empty() ||
             !nearest(typed, people_).empty();
    case Ask::choose: return t_.case_id.empty() || takes_kind("choice") || like_a_name || names_branch(typed);
    case Ask::group:
      return !t_.groups.empty() && words.size() >= 2 &&
             words.back().find_first_not_of("0123456789") == std::string::npos;
    case Ask::take: return words.size() == 1 || item_called(typed) != typed;
    // With a case on the table the meeting has begun: "begin bij de post" is a sentence.
    case Ask::start:
      if (!t_.case_id.empty()) return named || names_team(typed, false);
      [[fallthrough]];
    case Ask::chair:
    case Ask::arrive:
      return named || names_team(typed, word.ask == Ask::start) || words.size() <= kName ||
             typed.find(',') != std::string::npos || words.front() != folded(words.front());
    case Ask::leave:
      return like_a_name || words.front() != folded(words.front()) ||
             !called(typed.substr(0, typed.find(',')), people_).empty();
    // "terugkijken over een paar weken": no day yet, and it is a day that is told.
    case Ask::review: return words.size() <= kName || read_day(typed, how_.today).problem.id() != "days.unknown";
    case Ask::help: return words.size() == 1;
    // "doel was anders", "vertel hem dat maar eens": a sentence, to be kept as one.
    case Ask::goal:
    case Ask::score:
    case Ask::learn:
    case Ask::tell:
    case Ask::signal:
    case Ask::result: return named || (words.size() <= kName && !is_told_of(typed));
    default: return true;
  }
}

/// "begin samira en noor en daan", "begin iedereen": whoever is of the team and not there yet. `some`: others may be
/// named besides, when nothing else can be meant.
bool LineReader::names_team(const std::string& typed, bool some) const {
  if (const auto all = begins_as(typed, msg("line.all_words")); all > 0)
    return all == typed.size() || begins_as(trimmed(std::string_view(typed).substr(all)), msg("line.except_words")) > 0;
  auto people = people_;
  for (const auto& name : names_.team) people.emplace_back(name);
  const auto read = read_names(typed, people);
  return !read.known.empty() && (some || read.unknown.empty());
}

Meant LineReader::moved(const std::string& by, CommandBody body) const {
  const auto& who = by.empty() ? t_.acting : by;
  const auto& may = t_.leaders;
  if (may.empty() || std::ranges::find(may, who) != may.end()) return GiveCommand{by, std::move(body)};
  std::vector<text::Message> names;
  for (const auto& name : may) names.push_back(text::Message::verbatim(name));
  return Unsure{say(msg("line.led_by", "who"_is = text::any_of(std::move(names)), "first"_is = may.front())),
                may.front() + ": " + line_, true};
}

std::optional<Meant> LineReader::word_of_leader() const {
  const auto words = words_in(text_);
  const auto* word = words.empty() || !has_colon() ? nullptr : meeting_word(words.front());
  if (word == nullptr || (word->ask != Ask::next && word->ask != Ask::back && word->ask != Ask::choose))
    return std::nullopt;
  const auto& may = word->ask == Ask::choose ? t_.choosers : t_.leaders;
  const auto by = called(joined_words(head_, 0, head_.size()), {may.begin(), may.end()});
  if (by.empty()) return std::nullopt;
  const LineReader line(text_, t_, names_, how_);
  if (!line.takes_words(*word)) return std::nullopt;
  if (word->ask == Ask::choose) return line.choose(*word, by);
  if (word->ask == Ask::next) return GiveCommand{by, NextStep{line.because()}};
  return GiveCommand{by, BackStep{line.about(), line.because()}};
}

Meant LineReader::other() const {
  Date day{};
  if (about().empty()) return SteerMeeting{Ask::other, {}, {}};
  if (auto wrong = read_typed(about(), day, how_); !wrong.empty()) return Unsure{std::move(wrong), line_};
  return SteerMeeting{Ask::other, to_string(day), {}};
}

Meant LineReader::choose(const MeetingWord& word, const std::string& by) const {
  if (about().empty() && !t_.menu.empty())
    return Unsure{say("asked.choose_what", "how"_is = word.form.in(how_.voice)), line_ + ' '};
  const auto& who = by.empty() ? t_.acting : by;
  if (t_.menu.empty() && takes_kind("choice") && !about().empty()) {
    const auto seat = std::ranges::find(t_.seats, who, &service::Seat::name);
    const auto chooser = seat != t_.seats.end() && seat->speaks ? std::string(who) : speaker();
    if (chooser.empty()) return whose_kind(spoken(word.name(how_.voice)), text_);
    return GiveCommand{chooser, chosen(about())};
  }
  const auto& may = t_.choosers;
  if (may.empty() || std::ranges::find(may, who) != may.end()) return GiveCommand{by, ChooseBranch{about()}};
  std::vector<text::Message> names;
  for (const auto& name : may) names.push_back(text::Message::verbatim(name));
  return Unsure{say(msg("line.chosen_by", "who"_is = text::any_of(std::move(names)), "first"_is = may.front())),
                may.front() + ": " + line_, true};
}

Meant LineReader::group(const MeetingWord& word) const {
  const auto typed = about();
  const auto space = typed.rfind(' ');
  int number = 0;
  if (space == std::string::npos || !read_typed(typed.substr(space + 1), number, how_).empty())
    return Unsure{say("asked.which_group", "how"_is = word.form.in(how_.voice)), line_ + ' '};
  return GiveCommand{{}, MoveToGroup{person(typed.substr(0, space)), number}};
}

Meant LineReader::pass() const {
  const auto had_turn = [](const service::Seat& seat) { return !seat.speaks || seat.passed || seat.said > 0; };
  const bool any = std::ranges::any_of(t_.seats, &service::Seat::speaks);
  // One more round is theirs to begin: then it is said who passes.
  if (any && about().empty() && std::ranges::all_of(t_.seats, had_turn))
    return Unsure{say(msg("line.all_had_turn")), name_of(Ask::next, how_.voice), true};
  if (is_said_as(about(), msg("line.all_words")) && called(about(), people_).empty()) return all_pass();
  // "pas daan en mo": each of them, or nobody.
  if (const auto list = people_in(about()); list.size() > 1) {
    GiveCommands all;
    for (const auto& name : list) {
      all.bodies.emplace_back(Pass{});
      all.by.push_back(name);
    }
    return all;
  }
  if (const auto absent = of_team(about()); !absent.empty() && called(about(), people_).empty())
    return absent_passes(absent);
  const auto who = about().empty() ? speaker() : person(about());
  if (who.empty()) return Unsure{say("asked.passes_type_pass_name"), line_ + ' '};
  return passed_by(who);
}

Unsure LineReader::absent_passes(const std::string& who) const {
  return {say("line.pass_of_absent", "name"_is = who), fmt::format("{} {}", name_of(Ask::arrive, how_.voice), who),
          false, false};
}

/// Who has no turn in this step has none to let go by: the record would hold a turn that never was.
Meant LineReader::passed_by(const std::string& who) const {
  const auto seat = std::ranges::find(t_.seats, who, &service::Seat::name);
  if (!t_.in_step || seat == t_.seats.end() || seat->speaks) return GiveCommand{who, Pass{}};
  return Unsure{say(msg("line.no_turn_to_pass", "who"_is = who)), {}, false, false};
}

/// Alone it shows them; with people behind a colon it adds those.
Meant LineReader::network(const MeetingWord& word) const {
  if (!has_colon()) return LookAt{word.ask, about()};
  // "netwerk oma: intimi; familie": who it is stands before the colon, unless that says that people follow, or of which
  // side of the resident they are.
  const bool people_follow =
      begins_as(about(), msg("people_line.words_before_people")) > 0 || is_place_word(trimmed(about()));
  const auto who = people_follow ? std::string() : about();
  auto line = network_line(who.empty() ? text_ : who + ": " + text_);
  if (!line) return Unsure{line.error().in(how_.voice), line_};
  return GiveCommands{std::move(*line)};
}

std::optional<std::string> LineReader::line_behind_because() const {
  auto reason = because();
  if (reason.find(':') == std::string::npos || !LineReader(reason, t_, names_, how_).begins_anew()) return std::nullopt;
  return reason;
}

Meant LineReader::review(const MeetingWord& word) const {
  SetReview review;
  const auto day = about().empty() ? text_ : about();
  if (day.empty()) return text_missing_day(word);
  std::vector<text::Message> beside;
  auto how = how_;
  how.beside = &beside;
  if (auto wrong = read_typed(day, review.on, how); !wrong.empty()) return Unsure{std::move(wrong), line_};
  return GiveCommand{{}, review, beside.empty() ? std::string() : beside.front().in(how_.voice)};
}

Unsure LineReader::text_missing_day(const MeetingWord& word) const {
  return {say("asked.which_day", "how"_is = word.form.in(how_.voice)), line_ + ' '};
}

Meant LineReader::signal(const MeetingWord& word) const {
  if (about().empty()) return text_missing(word);  // it lacks its theme
  NoteSignal line;
  line.theme = about();
  // "de wachttijd is lang; sinds de zomer; ook de huisarts; agenda de gemeente". What begins otherwise is of the text.
  std::string_view rest = text_;
  for (bool first = true; !rest.empty() || first; first = false) {
    const auto end = std::min(rest.find(';'), rest.size());
    const auto piece = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto words = words_in(piece);
    const auto part = first || words.size() < 2 ? std::nullopt : word_of<SignalPart>(words.front());
    if (!part) {
      line.text.append(first ? "" : "; ").append(trimmed(piece));
      continue;
    }
    auto& field = *part == SignalPart::where     ? line.neighbourhood
                  : *part == SignalPart::since   ? line.form.since
                  : *part == SignalPart::seen_by ? line.form.seen_by
                                                 : line.form.agenda;
    field = joined_words(words, 1, words.size());
  }
  return NoteLine{CountSignal{about()}, std::move(line)};
}

Say LineReader::chosen(const std::string& what) const {
  Say choice;
  choice.kind = "choice";
  choice.text = what;
  if (is_record(folded(what), 'b')) {
    choice.re = folded(what);
    const auto said = std::ranges::find(t_.said, choice.re, &service::SaidLine::id);
    if (said != t_.said.end()) choice.text = said->text;
  } else if (auto name = called(what, people_); !name.empty()) {
    choice.to = choice.text = std::move(name);
  }
  return choice;
}

}  // namespace casus::desk
