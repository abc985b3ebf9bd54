// SPDX-License-Identifier: EUPL-1.2
#include "core/base/matching.hpp"
#include "core/desk/words/line_reader.hpp"

#include <fmt/format.h>

/// Who goes, for a moment or for today, and who leads then: what a sentence says of it, with the words around it.
namespace casus::desk {

using text::msg;

namespace {

constexpr std::size_t kLongestMoment = 4;      // words: "ik ben zo terug"
constexpr std::size_t kMostWordsOfReason = 7;  // "want de trein gaat zo"
constexpr std::size_t kLongestSentence = 16;   // words: more than that is told

std::string_view without_end(std::string_view text) {
  while (!text.empty() && std::string_view(" ,;.-").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

bool steps_out(std::string_view text) { return is_said_as(text, msg("line.i_step_out_words")); }

}  // namespace

/// "sorry, ik moet weg", "ik moet weg, sorry": without what is said around it.
std::string_view without_excuse(std::string_view text) {
  for (auto length = begins_as(text, msg("line.excuse_words")); length > 0;
       length = begins_as(text, msg("line.excuse_words"))) {
    text.remove_prefix(length);
    text.remove_prefix(std::min(text.find_first_not_of(" ,.;!:-"), text.size()));
  }
  const auto comma = text.rfind(',');
  if (comma != std::string_view::npos && is_said_as(text.substr(comma + 1), msg("line.excuse_words")))
    text = text.substr(0, comma);
  return text;
}

PlainWords without_fillers(std::string_view text) {
  const auto words = words_in(text);
  PlainWords plain;
  std::vector<std::string> left;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t taken = 0;
    for (auto to = std::min(words.size(), at + kLongestMoment); at > 0 && to > at && taken == 0; --to) {
      const auto some = joined_words(words, at, to);
      const bool moment = is_said_as(some, msg("line.moment_words"));
      plain.moment = plain.moment || moment;
      if (moment || is_said_as(some, msg("line.going_filler_words"))) taken = to - at;
    }
    if (taken == 0) left.push_back(words[at]);
    at += std::max<std::size_t>(taken, 1);
  }
  plain.text = joined_words(left, 0, left.size());
  return plain;
}

std::vector<Clause> clauses_of(std::string_view text) {
  std::vector<Clause> all{{std::string(without_end(text)), {}, false}};
  const auto words = words_in(text);
  if (words.size() > kLongestSentence) return all;
  for (std::size_t at = 1; at < words.size(); ++at) {
    const bool sign = std::string_view(",;.-").find(words[at - 1].back()) != std::string_view::npos;
    const bool link = is_said_as(words[at], msg("line.clause_words"));
    if (!sign && !link) continue;
    const auto from = link ? at + 1 : at;
    auto behind = joined_words(words, from, words.size());
    const bool short_reason = words.size() - from <= kMostWordsOfReason && (!link || is_because(words[at]));
    if (!behind.empty())
      all.push_back({std::string(without_end(joined_words(words, 0, at))), std::move(behind), short_reason});
  }
  return all;
}

bool says_to_go(std::string_view text) {
  const auto said = without_end(without_excuse(text));
  const auto plain = without_fillers(said).text;
  return is_said_as(said, msg("line.i_go_words")) || is_said_as(plain, msg("line.i_go_words")) || steps_out(said) ||
         steps_out(plain);
}

std::string somebody_called(std::string_view typed, const std::vector<std::string_view>& known) {
  auto name = called_plainly(typed, known);
  const bool beginning =
      is_family(typed) || is_said_as(typed, msg("line.subject_words")) || is_said_as(typed, msg("line.opening_words"));
  if (name.empty() || !beginning) return name;
  // "oma" is not Omar, and in "het is weg" nobody called Hetty goes.
  const auto whole = matched(name);
  return whole.substr(0, whole.find(' ')) == matched(trimmed(typed)) ? name : std::string();
}

std::string who_takes_over(std::string_view text, const std::vector<std::string_view>& people) {
  const auto typed = std::string(without_end(text));
  for (const auto& said : {typed, without_fillers(typed).text}) {
    for (const auto& one : fillings(said, msg("line.takes_over_words")))
      if (auto name = somebody_called(one.open, people); !name.empty()) return name;
    for (const auto& one : fillings(said, msg("line.comes_words")))
      if (auto name = somebody_called(one.open, people); one.use == "chairs" && !name.empty()) return name;
  }
  return {};
}

std::optional<Leaving> LineReader::leaving(std::string_view said, const std::string& by) const {
  if (said.ends_with('?')) return std::nullopt;
  const auto people = by.empty() ? people_ : colleagues();
  for (const auto& clause : clauses_of(without_excuse(said))) {
    Leaving out;
    const auto plain = without_fillers(clause.said);
    bool goes = says_to_go(clause.said);
    if (goes) {
      out.who = by;
      out.moment = plain.moment || steps_out(clause.said) || steps_out(plain.text);
    }
    for (const auto& typed : {clause.said, plain.text})
      for (const auto& [use, open] : fillings(typed, msg("line.comes_words"))) {
        if (goes || (use != "leaves" && use != "away")) continue;
        out.who = somebody_called(open, people);
        out.moment = plain.moment || use == "away";
        goes = !out.who.empty();
      }
    if (!goes) continue;
    if (!clause.behind.empty()) {
      out.next = who_takes_over(clause.behind, names_.team.empty() ? people_ : colleagues());
      if (out.next.empty() && (!clause.is_reason || tells_of_danger(clause))) continue;
      // "ben zo terug", "telefoontje" behind it.
      out.moment = out.moment || (out.next.empty() && without_fillers("- " + clause.behind).moment);
    }
    return out;
  }
  return std::nullopt;
}

/// "daan is weg, hij slaat haar": nobody's reason.
bool LineReader::tells_of_danger(const Clause& clause) const {
  return !clause.behind.empty() && LineReader(clause.behind, t_, names_, how_).danger_in_sentence().has_value();
}

/// What to type when it is no more than what somebody said.
std::string LineReader::or_said(const std::string& by) const {
  if (by.empty() || t_.kinds.empty()) return say("line.or_part_of_talk");
  return say("line.or_kind_of_talk", "who"_is = by, "kind"_is = spoken(t_.kinds.front().name));
}

Unsure LineReader::leaving_asked(const Leaving& out, const std::string& by) const {
  // Who hands over the chair has it.
  const auto& who = out.who.empty() && !out.next.empty() ? names_.chair : out.who;
  auto line = name_of(Ask::leave, how_.voice) + ' ';
  if (who.empty())
    return {say("asked.who", "how"_is = meeting_word(name_of(Ask::leave, how_.voice))->form.in(how_.voice)), line,
            false, false};
  line += who;
  const auto chair = name_of(Ask::chair, how_.voice);
  const auto with = [&](const text::Message& question) { return say(question) + ' ' + or_said(by); };
  if (who == names_.chair && !out.next.empty() && out.next != who)
    return {with(msg("line.hands_over_asked", "name"_is = who, "next"_is = out.next)),
            fmt::format("{}, {} {}", line, chair, out.next), true};
  if (who == names_.chair && out.moment) return {with(msg("line.chair_moment", "name"_is = who)), chair + ' '};
  if (who == names_.chair) return {with(msg("line.chair_goes", "name"_is = who)), fmt::format("{}, {} ", line, chair)};
  return {with(out.moment ? msg("line.moment_asked", "name"_is = who) : msg("line.leaves_asked", "name"_is = who)),
          std::move(line), true};
}

/// "weg ruud, voorzitter joost": both, or neither.
std::optional<Meant> LineReader::hands_over() const {
  const auto typed = about();
  const auto comma = typed.rfind(',');
  const auto words = comma == std::string::npos ? std::vector<std::string>() : words_in(typed.substr(comma + 1));
  const auto* word = words.empty() ? nullptr : meeting_word(words.front());
  if (word == nullptr || word->ask != Ask::chair) return std::nullopt;
  if (words.size() == 1) return who_chairs();
  SteerMeeting steer{Ask::leave, person(typed.substr(0, comma)), {}};
  steer.next_chair = person(joined_words(words, 1, words.size()));
  return steer;
}

std::optional<Unsure> LineReader::seats_told(const std::string& by, std::string_view said) const {
  if (t_.stage.safety == Safety::acute) return std::nullopt;
  if (is_said_as(said, msg("line.who_chairs_words"))) return who_chairs();
  if (const auto out = leaving(said, by)) return leaving_asked(*out, by);
  return comes(said, by);
}

Unsure LineReader::who_chairs() const {
  const auto chair = name_of(Ask::chair, how_.voice);
  return {say("line.who_chairs", "how"_is = meeting_word(chair)->form.in(how_.voice)), chair + ' ', false, false};
}

}  // namespace casus::desk
