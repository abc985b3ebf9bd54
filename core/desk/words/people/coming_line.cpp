// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

/// Who comes to the table, leads there and leaves it, a case that is put away, and the day to look back, as people say
/// them.
namespace casus::desk {

using text::msg;

namespace {

/// "joost van de woningbouw" as a name; "de buurvrouw" is none.
std::string with_capital(std::string name) {
  constexpr std::size_t kShort = 3;
  const auto words = words_in(name);
  const bool plain = !name.empty() && name.front() >= 'a' && name.front() <= 'z';
  if (plain && (words.size() > kShort || !is_said_as(words.front(), msg("line.link_words"))))
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

/// "Peter", "de juf": somebody, and not "de angst".
bool is_somebody(const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [](const std::string& word) {
    if (is_said_as(word, msg("line.link_words"))) return false;
    const bool capital = word.front() >= 'A' && word.front() <= 'Z';
    return capital || is_said_as(word, msg("line.guest_words")) || is_family(word);
  });
}

/// "3 weken terug" was three weeks ago; "over 3 weken terug" is still to come.
bool is_amount_of_time(const std::string& open) {
  const auto first = words_in(open).front();
  return (first.front() >= '0' && first.front() <= '9') || figure_in(first);
}

/// "over een maand ofzo": the day is no other by the small word behind it.
std::string without_about(const std::string& typed) {
  auto words = words_in(typed);
  for (std::size_t count = 1; count <= 2; ++count)
    if (words.size() > count &&
        is_said_as(joined_words(words, words.size() - count, words.size()), msg("line.about_words")))
      words.resize(words.size() - count);
  return joined_words(words, 0, words.size());
}

/// "samira moet om 10 uur weg": the line without its hour; nothing where it has none.
std::optional<std::string> without_its_hour(std::string_view text) {
  constexpr std::size_t kMost = 4;  // "om kwart voor tien"
  const auto words = words_in(text);
  const auto of_clock = [](const std::string& word) {
    const bool figures = word.find_first_not_of("0123456789.:,") == std::string::npos;
    return figures || figure_in(word) || is_said_as(word, msg("line.clock_words"));
  };
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    if (!is_said_as(words[at], msg("line.clock_before_words"))) continue;
    auto end = at + 1;
    while (end < words.size() && end <= at + kMost && of_clock(words[end])) ++end;
    if (end == at + 1) continue;
    auto out = joined_words(words, 0, at);
    if (end < words.size()) out += ' ' + joined_words(words, end, words.size());
    return out;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Unsure> LineReader::comes_or_goes() const {
  if (names_.people.empty() && names_.team.empty()) return std::nullopt;
  if (is_said_as(line_, msg("line.who_chairs_words"))) return who_chairs();
  if (line_.ends_with('?')) return std::nullopt;
  if (is_said_as(line_, msg("line.i_am_back_words"))) {
    std::string comes(name_of(Ask::arrive, how_.voice));
    const auto* word = meeting_word(comes);
    return Unsure{say("asked.who", "how"_is = word->form.in(how_.voice)), comes + ' ', false, false};
  }
  // Who goes at an hour sits here until then.
  if (const auto plain = without_its_hour(line_))
    if (const auto out = leaving(*plain, {}); out && !out->who.empty())
      return Unsure{say("line.leaves_later", "name"_is = out->who,
                        "line"_is = fmt::format("{} {}", name_of(Ask::leave, how_.voice), out->who)) +
                        ' ' + or_said({}),
                    {},
                    false,
                    false};
  if (const auto out = leaving(line_, {})) return leaving_asked(*out, {});
  // Before the meeting begins nobody sits there yet: it begins without them.
  for (const auto& [use, open] : fillings(line_, msg("line.comes_words")))
    if (people_.empty() && (use == "leaves" || use == "away"))
      if (const auto away = somebody_called(open, {names_.team.begin(), names_.team.end()}); !away.empty())
        return Unsure{
            say(msg("line.begins_without", "name"_is = away)),
            fmt::format("{} {}", name_of(Ask::start, how_.voice), say("line.everyone_but", "names"_is = away)), true};
  return comes(line_, {});
}

std::optional<Unsure> LineReader::comes(std::string_view said, const std::string& by) const {
  constexpr std::size_t kLongestGuest = 6;  // words: "joost van de woningbouw"
  // Behind a name only a colleague is meant: who else comes is told of the case.
  auto everybody = by.empty() ? people_ : std::vector<std::string_view>();
  for (const auto& name : names_.team)
    if (std::ranges::find(everybody, name) == everybody.end()) everybody.emplace_back(name);
  for (const auto& clause : clauses_of(without_excuse(said))) {
    if (!clause.behind.empty() && (!clause.is_reason || tells_of_danger(clause))) continue;
    const auto plain = without_fillers(clause.said).text;
    for (const auto& typed : {clause.said, plain})
      for (const auto& [use, open] : fillings(typed, msg("line.comes_words"))) {
        if (use == "leaves" || use == "away") continue;
        const auto known = somebody_called(open, everybody);
        if (use == "chairs") {
          if (known.empty()) continue;
          return Unsure{say(msg("line.chairs_asked", "name"_is = known)) + ' ' + or_said(by),
                        fmt::format("{} {}", name_of(Ask::chair, how_.voice), known), true};
        }
        const auto words = words_in(open);
        // "moeder is er weer" is told; of who sits down only, nobody knows yet who they are.
        const bool guest = known.empty();
        const bool sits_down = use == "joins" || (use == "also" && is_somebody(words));
        if (guest && (!sits_down || !by.empty() || !clause.behind.empty() || typed != clause.said ||
                      words.size() > kLongestGuest || is_said_as(words.front(), msg("line.no_guest_words"))))
          continue;
        const auto who = guest ? with_capital(open) : known;
        Unsure asked{guest ? say(msg("line.guest_meant", "name"_is = who))
                           : say(msg("line.comes_asked", "name"_is = who)) + ' ' + or_said(by),
                     fmt::format("{} {}", name_of(Ask::arrive, how_.voice), who), true};
        asked.guest = guest;
        return asked;
      }
  }
  return std::nullopt;
}

std::optional<Meant> LineReader::parked() const {
  auto line = line_;
  if (has_colon()) line[colon_] = ',';
  const auto length = begins_as(line, msg("line.park_words"));
  if (length == 0 || t_.case_id.empty()) return std::nullopt;
  auto rest = trimmed(std::string_view(line).substr(length));
  const bool sign = !rest.empty() && std::string_view(",;:.-").find(rest.front()) != std::string_view::npos;
  while (!rest.empty() && std::string_view(",;:.- ").find(rest.front()) != std::string_view::npos)
    rest.remove_prefix(1);
  const auto words = words_in(rest);
  const bool because = !words.empty() && is_because(words.front());
  // "parkeer deze auto ergens anders" is a sentence.
  if (!words.empty() && !sign && !because) return std::nullopt;
  return SteerMeeting{Ask::park, {}, joined_words(words, because ? 1 : 0, words.size())};
}

std::optional<Meant> LineReader::looks_back() const {
  if (t_.case_id.empty() || line_.ends_with('?')) return std::nullopt;
  // "volgende keer: 3 februari".
  const auto typed = has_colon() ? joined_words(head_, 0, head_.size()) + ' ' + text_ : line_;
  for (const auto& [use, told] : fillings(without_about(typed), msg("line.review_around_words"))) {
    const auto open = without_about(told);
    const auto day = read_day(open, how_.today);
    if (!day || day.again) continue;
    if (use == "back" && (is_amount_of_time(open) || *day.day <= how_.today)) continue;
    auto line = name_of(Ask::review, how_.voice) + ' ' + open;
    if (use == "sure") return again(line);
    return Unsure{say(msg("line.word_meant", "line"_is = line)), line, true};
  }
  // "we spreken mevr over 2 weken weer, di": which day of that week stands behind.
  const auto comma = typed.rfind(',');
  if (comma == std::string::npos) return std::nullopt;
  for (const auto& [use, told] : fillings(without_about(typed.substr(0, comma)), msg("line.review_around_words"))) {
    const auto open = fmt::format("{} {}", without_about(told), trimmed(std::string_view(typed).substr(comma + 1)));
    const auto day = read_day(open, how_.today);
    if (!day || day.again || use == "back" || *day.day <= how_.today) continue;
    auto line = name_of(Ask::review, how_.voice) + ' ' + open;
    return Unsure{say(msg("line.word_meant", "line"_is = line)), line, true};
  }
  return std::nullopt;
}

std::optional<Unsure> LineReader::looks_back_behind(const Head& head) const {
  const auto seat = std::ranges::find(t_.seats, head.by, &service::Seat::name);
  // To a question it may be the answer.
  if (seat != t_.seats.end() && seat->asked) return std::nullopt;
  const LineReader inner(text_, t_, names_, how_);
  for (const auto& [use, open] : fillings(inner.line_, msg("line.review_around_words"))) {
    const auto day = read_day(open, how_.today);
    if (!day || day.again || inner.line_.ends_with('?') || *day.day <= how_.today) continue;
    if (use == "back" && is_amount_of_time(open)) continue;
    auto line = name_of(Ask::review, how_.voice) + ' ' + open;
    if (t_.kinds.empty()) return Unsure{say(msg("line.word_meant", "line"_is = line)), line, true};
    return Unsure{
        say("line.kind_near", "who"_is = head.by, "kind"_is = line, "first"_is = spoken(t_.kinds.front().name)), line,
        true};
  }
  return std::nullopt;
}

}  // namespace casus::desk
