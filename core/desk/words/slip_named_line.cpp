// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/from_outside.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/method/vocabulary.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

/// "sorry, dat moet donderdag zijn voor ria", "oeps ik bedoel piet ipv daan", "dat was niet vrijdag maar maandag", "nee
/// wacht niet elke woensdag": what was wrong is named, or whose it was, so it need not be the last line.
namespace casus::desk {

using text::msg;

namespace {

/// Where somebody was asked something it may be the answer, and unseen nobody knows whose words are whose.
bool may_be_slip(const service::Table& table, std::string_view line) {
  return !table.case_id.empty() && !table.unnamed && !table.hidden && !line.ends_with('?') &&
         std::ranges::none_of(table.seats, &service::Seat::asked);
}

/// "sorry", "nee wacht, ik bedoel": how such a line begins, and what stands behind it.
struct SlipOpening {
  std::string rest;
  bool opened = false;  ///< it begins with words that may put something right
  bool surely = false;  ///< they are said of nothing else
};

SlipOpening slip_opening(std::string_view text) {
  SlipOpening out;
  auto rest = trimmed(text);
  const auto strip = [&](const text::Message& list) {
    const auto length = begins_as(rest, list);
    if (length == 0 || length >= rest.size()) return false;
    rest = behind_signs(rest.substr(length));
    return true;
  };
  for (bool more = true; more;) {
    more = true;
    if (strip(msg("line.slip_sure_words"))) out.opened = out.surely = true;
    else if (strip(msg("line.slip_words"))) out.opened = true;
    else more = strip(msg("line.slip_no_words"));
  }
  out.rest = std::string(rest);
  return out;
}

/// What it should be, what it was, and whose it is; each may be empty.
struct SlipNames {
  std::string now, was, whose;
  bool must = false;     ///< "dat moet donderdag zijn"
  bool instead = false;  ///< "piet ipv daan"
  bool but = false;      ///< "niet vrijdag maar maandag"
};

SlipNames slip_names(const std::string& rest, const std::vector<std::string_view>& people) {
  constexpr std::size_t kMostWords = 12;
  SlipNames out;
  auto words = without_end_signs(words_in(rest));
  if (words.size() > kMostWords) return out;
  // "donderdag voor ria", "donderdag bij ria".
  for (std::size_t at = 1; at + 1 < words.size() && out.whose.empty(); ++at) {
    if (!is_said_as(words[at], msg("line.slip_whose_words"))) continue;
    out.whose = called_plainly(joined_words(words, at + 1, words.size()), people);
    if (!out.whose.empty()) words.resize(at);
  }
  const auto part = [&](std::size_t from, std::size_t to) { return joined_words(words, from, to); };
  const auto denies = [&](std::size_t at) { return is_said_as(words[at], msg("line.denial_words")); };
  const auto count = words.size();
  for (std::size_t at = 1; at + 1 < count; ++at)
    if (const auto length = begins_as(part(at, count), msg("line.instead_words")); length > 0) {
      out.now = part(0, at);
      out.was = trimmed(std::string_view(part(at, count)).substr(length));
      out.instead = true;
      return out;
    }
  if (count > 1 && denies(0)) {
    std::size_t but = 2;
    while (but < count && !is_said_as(words[but], msg("line.but_words"))) ++but;
    out.was = part(1, std::min(but, count));
    out.but = but + 1 < count;
    if (out.but) out.now = part(but + 1, count);
    return out;
  }
  for (auto at = count; at-- > 1;)
    if (denies(at) && at + 1 < count) {
      const bool joined = at > 1 && is_said_as(words[at - 1], msg("line.and_words"));
      out.now = part(0, joined ? at - 1 : at);
      out.was = part(at + 1, count);
      // "dat is niet elke woensdag" says no more than "niet elke woensdag".
      if (is_said_as(out.now, msg("line.slip_after_words"))) out.now.clear();
      return out;
    }
  out.now = part(0, count);
  for (const auto& [use, open] : fillings(out.now, msg("line.must_be_who_words"))) {
    out.now = open;
    out.must = true;
    break;
  }
  return out;
}

/// A day as it would be typed alone. An amount ("3 weken") counts from today and is none.
DayRead slip_day(const std::string& typed, Date today) {
  constexpr std::size_t kMostWords = 5, kShortest = 3;
  if (typed.size() < kShortest || words_in(typed).size() > kMostWords) return {};
  if (is_said_as(typed, msg("line.no_day_words"))) return {};
  auto read = read_day(typed, today);
  const bool figures = typed.find_first_of("0123456789") != std::string::npos;
  if (!read || (figures && read_day(typed, plus_days(today, 1)).day != read.day)) return {};
  return read;
}

struct SlipPerson {
  std::string name;
  bool checks = false;  ///< "bram checkt dat"
};

SlipPerson slip_person(const std::string& typed, const std::vector<std::string_view>& people) {
  if (typed.empty()) return {};
  if (auto name = called_plainly(typed, people); !name.empty()) return {std::move(name)};
  if (auto name = taker_in(typed, people); !name.empty()) return {std::move(name)};
  for (const auto& [use, open] : fillings(typed, msg("line.must_be_who_words")))
    if (auto name = called_plainly(open, people); !name.empty()) return {std::move(name)};
  if (auto name = checker_in(typed, people, called_plainly); !name.empty()) return {std::move(name), true};
  return {};
}

}  // namespace

std::optional<Unsure> LineReader::slip_of_day(const std::string& typed, const service::OpenAction& open) const {
  const auto day = read_day(typed, how_.today);
  // What comes again would stop by it: that is asked with its reason.
  if (open.repeats && !day.again)
    return Unsure{say("line.day_of_last", "action"_is = open.id, "what"_is = open.what,
                      "day"_is = text::day_in_full(*day.day, how_.voice)),
                  say("line.move_because", "action"_is = open.id, "day"_is = typed) + ' '};
  auto line = correcting(open.id, typed, how_.voice);
  DayRead before;
  before.day = open.by_when;
  const auto was = fmt::format("{}; {}{}", open.what, open.who, before ? "; " + by_when(before) : std::string());
  return Unsure{say("line.correct_meant", "line"_is = line, "was"_is = was), std::move(line), true};
}

/// Of the lines from the last one back: whose action it was, or who said it; and else who was to check one.
std::optional<Unsure> LineReader::slip_of_person(const std::string& now, const std::string& was, bool checks) const {
  const auto done_by = [&](const service::OpenAction& open) -> std::optional<Unsure> {
    if (checks || open.who != was) return std::nullopt;
    return Unsure{say("line.who_of_action", "action"_is = open.id, "what"_is = open.what, "name"_is = now),
                  say("line.action_is_for", "action"_is = open.id, "name"_is = now), true};
  };
  for (auto line = t_.said.rbegin(); line != t_.said.rend(); ++line) {
    const auto open = std::ranges::find(t_.open_actions, line->id, &service::OpenAction::id);
    if (open != t_.open_actions.end())
      if (auto asked = done_by(*open)) return asked;
    if (checks || open != t_.open_actions.end() || !line->here || !is_record(line->id, 'b')) continue;
    const auto words = without_end_signs(words_in(line->words));
    const auto named =
        std::ranges::find_if(words, [&](const std::string& word) { return called_plainly(word, people_) == was; });
    // "de dochter van daan": what stands in the words is put right there.
    if (named != words.end())
      if (const auto put = put_instead(line->words, fmt::format("{}, {} {}", now, say("line.slip_not"), *named)))
        return offered_for(*line, *put);
    if (line->who == was)
      return Unsure{
          say("line.said_by_meant", "name"_is = now, "who"_is = line->who, "ref"_is = line->id, "was"_is = line->text),
          say("line.said_by", "ref"_is = line->id, "name"_is = now), true};
  }
  for (auto open = t_.open_actions.rbegin(); open != t_.open_actions.rend(); ++open)
    if (auto asked = done_by(*open)) return asked;
  for (auto open = t_.open_actions.rbegin(); open != t_.open_actions.rend(); ++open) {
    if (open->checks != was || open->who == now) continue;
    auto line = correcting(open->id, say("line.checks_said_by", "name"_is = now), how_.voice);
    return Unsure{say("line.correct_meant", "line"_is = line,
                      "was"_is = open->what + "; " + say("line.checks_said_by", "name"_is = was)),
                  std::move(line), true};
  }
  return std::nullopt;
}

std::optional<Unsure> LineReader::slip_of_named() const {
  if (!may_be_slip(t_, line_) || has_colon()) return std::nullopt;
  const auto opening = slip_opening(line_);
  if (may_tell_of_danger(line_)) return std::nullopt;
  if (auto offered = slip_of_figure(opening.rest, opening.surely)) return offered;
  if (!opening.opened) return std::nullopt;
  const auto names = slip_names(opening.rest, people_);
  const auto now = slip_day(names.now, how_.today), was = slip_day(names.was, how_.today);
  const auto* last = t_.said.empty() || !t_.said.back().here ? nullptr : &t_.said.back();
  const bool behind_action = last != nullptr && is_record(last->id, 'a');
  const auto is_of = [&](const service::OpenAction& open) {
    if (!names.whose.empty() && open.who != names.whose) return false;
    if (was) return open.by_when == was.day && (open.repeats || !was.again);
    return !names.whose.empty() || (names.must && behind_action && open.id == last->id);
  };
  const auto open = std::find_if(t_.open_actions.rbegin(), t_.open_actions.rend(), is_of);
  // "het was donderdag bij ria" is told; "nee, donderdag voor ria" puts right what was agreed.
  const bool denies = begins_as(line_, msg("line.slip_no_words")) > 0 && begins_as(line_, msg("line.slip_words")) > 0;
  const bool rights = opening.surely || denies || names.must || was;
  const bool found = rights && open != t_.open_actions.rend();
  // "dat was niet leuk maar wel nodig" and "nee, rust ipv drukte" are told; "hij komt niet op school" puts nothing
  // right either.
  const bool pair = ((names.instead || names.but) && opening.surely) || (now && was);
  const bool says_both = !names.now.empty() && names.was.size() > 2;
  const auto instead =
      says_both && pair && !asks_only()
          ? put_instead_in_any({}, fmt::format("{}, {} {}", names.now, say("line.slip_not"), names.was))
          : std::nullopt;
  // "sorry, dat was vorige week bij ria": nothing is agreed for a day that went.
  const bool ahead = now && *now.day >= how_.today;
  if (ahead && found && (behind_action || !instead)) return slip_of_day(names.now, *open);
  // "nee wacht, niet elke woensdag": what then, is asked.
  if (names.now.empty() && was && found && opening.surely && (behind_action || !names.whose.empty())) {
    auto line = correcting(open->id, {}, how_.voice);
    return Unsure{say("line.slip_which_day", "action"_is = open->id, "what"_is = open->what, "day"_is = names.was,
                      "line"_is = line),
                  std::move(line)};
  }
  const auto who = slip_person(names.now, people_), before = slip_person(names.was, people_);
  if (!who.name.empty() && !before.name.empty() && who.name != before.name)
    return slip_of_person(who.name, before.name, who.checks || before.checks);
  return instead;
}

std::optional<Unsure> LineReader::slip_of_which() const {
  constexpr std::size_t kMost = 3;
  if (!t_.in_step || !may_be_slip(t_, line_) || has_colon()) return std::nullopt;
  const auto opening = slip_opening(line_);
  if (!opening.surely || may_tell_of_danger(line_) || people_.empty()) return std::nullopt;
  const auto names = slip_names(opening.rest, people_);
  const auto now = slip_day(names.now, how_.today);
  const bool day = now && *now.day >= how_.today;
  const auto who = slip_person(names.now, people_).name;
  // That it puts something right must be sure: a day or somebody, with what it was or whose it is. "sorry, donderdag
  // niet thuis" is told.
  const bool was =
      day ? slip_day(names.was, how_.today).day.has_value() : !slip_person(names.was, people_).name.empty();
  if ((!day && who.empty()) || (!was && names.whose.empty() && !names.must)) return std::nullopt;
  std::vector<text::Message> may;
  const auto add = [&](const std::string& line, const std::string& of) {
    may.push_back(text::Message::verbatim(fmt::format("{} ({})", line, of)));
  };
  for (auto open = t_.open_actions.rbegin(); open != t_.open_actions.rend() && may.size() < kMost; ++open)
    add(day ? correcting(open->id, names.now, how_.voice)
            : say("line.action_is_for", "action"_is = open->id, "name"_is = who),
        open->what);
  for (auto line = t_.said.rbegin(); line != t_.said.rend() && may.empty(); ++line)
    if (line->here && is_record(line->id, 'b')) add(correcting(line->id, line->words, how_.voice), line->who);
  if (may.empty()) return std::nullopt;
  const auto note = folded(method::kind_label(nullptr, "note", how_.voice));
  return Unsure{
      say("line.slip_of_which", "lines"_is = text::any_of(std::move(may)), "kind"_is = note, "who"_is = teller()),
      fmt::format("{} {}: {}", teller(), note, line_), true};
}

}  // namespace casus::desk
