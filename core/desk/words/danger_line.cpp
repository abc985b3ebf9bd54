// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/method/phrases.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

/// Danger, in every form in which people type it then. What is not surely meant so is asked with one Enter: nobody has
/// to look for a word.
namespace casus::desk {

using text::msg;

namespace {

/// Words that tell of danger, without saying that it is now: "keep" stays in the text, "drop" says no more than that.
std::string use_of_danger_word(std::string_view typed) {
  while (!typed.empty() && std::string_view(".,!? ").find(typed.back()) != std::string_view::npos)
    typed.remove_suffix(1);
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(msg("line.danger_words").in(lang)))
      if (std::ranges::find(use.said, typed) != use.said.end()) return use.value;
  return {};
}

/// A report in the words of danger: "gevaar", "zorg", "veilig". Nothing for another word.
std::optional<CommandBody> report_of(const MeetingWord* word, std::string text) {
  if (word == nullptr) return std::nullopt;
  if (word->ask == Ask::concern) return RaiseConcern{std::move(text)};
  if (word->ask == Ask::acute) return RaiseAcute{std::move(text)};
  if (word->ask == Ask::handled) return HandleAcute{std::move(text)};
  return std::nullopt;
}

/// "danger: no", "zorg: geen".
bool says_none(const std::string& text) { return answer_called(text) || is_said_as(text, msg("line.none_words")); }

}  // namespace

bool LineReader::is_beside_safety(const MeetingWord& word, const std::string& behind, const std::string& text) {
  if (word.ask == Ask::handled || method::tells_of_danger(text) || method::tells_of_worry(text)) return false;
  if (says_none(text) || !value_told(text, msg("line.money_words")).empty()) return true;
  // An amount, or nothing but signs: "zorg: 800".
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (std::ranges::none_of(text, is_letter)) return true;
  if (word.ask == Ask::concern) return begins_as(behind, msg("line.care_for_words")) > 0;
  return !behind.empty() && begins_as(behind, msg("line.danger_for_words")) == 0;
}

Meant LineReader::danger(const MeetingWord& word) const {
  if (!has_colon() && head_.size() > 1) {
    const auto path = "case " + folded(head_[0]) + ' ' + folded(head_[1]);
    if (std::ranges::find(catalogue(), path, &Entry::path) != catalogue().end()) return again("/case " + line_);
    // "112 is gebeld": a number is part of what happened.
    const bool number = head_[0].front() >= '0' && head_[0].front() <= '9';
    return Unsure{say(msg("line.danger_meant", "what"_is = word.about.in(how_.voice))),
                  number ? fmt::format("{}: {}", word.name(how_.voice), line_)
                         : fmt::format("{}: {}", head_.front(), joined_words(head_, 1, head_.size())),
                  true};
  }
  if (text_.empty()) return text_missing(word);
  // "zorg ja: 120 euro ...": it was asked, and it is.
  if (answer_called(about()) == Answer::yes) return GiveCommand{{}, *report_of(&word, text_)};
  const auto by = about().empty() ? std::string() : called(about(), people_);
  const auto behind = by.empty() ? about() : std::string();
  if (is_beside_safety(word, behind, text_)) return not_of_safety(word, by);
  return GiveCommand{by, *report_of(&word, behind.empty() ? text_ : behind + ": " + text_)};
}

/// A concern, once made, stays: what does not sound like one is kept as what somebody says, unless they say it is one.
Unsure LineReader::not_of_safety(const MeetingWord& word, const std::string& by) const {
  const auto sure = fmt::format("{} {}: ", word.name(how_.voice), folded(label(Answer::yes, how_.voice)));
  const auto told = by.empty() ? line_ : fmt::format("{}: {}", word.name(how_.voice), text_);
  // Of danger the other way about: asked once, and one Enter reports it.
  if (word.ask == Ask::acute && !says_none(text_)) return Unsure{say(msg("line.danger_surely")), sure + told, true};
  const auto who = !by.empty() || t_.case_id.empty() || people_.empty() ? by : teller();
  if (who.empty()) return Unsure{say(msg("line.safety_meant", "sure"_is = sure)), sure + told};
  return Unsure{say(msg("line.safety_not_meant", "sure"_is = sure, "who"_is = who)), who + ": " + told, true};
}

std::optional<Meant> LineReader::danger_of(const Head& head) const {
  if (head.by.empty() || text_.empty()) return std::nullopt;
  const auto* word = meeting_word(head.kind.empty() ? head.unknown : head.kind);
  if (word != nullptr && report_of(word, text_) && is_beside_safety(*word, {}, text_) && !takes_kind(head.say.kind))
    return not_of_safety(*word, head.by);
  auto body = report_of(word, text_);
  if (!body && head.kind.empty() && head.unknown.empty()) {  // "daan: gevaar: hij staat voor de deur"
    const LineReader inner(text_, t_, names_, how_);
    word = inner.head_.size() == 1 && !inner.text_.empty() ? meeting_word(inner.head_[0]) : nullptr;
    // "noor: zorg: 120 euro": it is what Noor says.
    if (word != nullptr && !is_beside_safety(*word, {}, inner.text_)) body = report_of(word, inner.text_);
    // Where concerns are what this step asks for, "noor: zorg: ..." is one of those.
    if (body && !head.say.re.empty()) return std::nullopt;
    const auto kind = inner.head_.empty() ? std::string() : kind_called(inner.head_[0]);
    if (takes_kind(kind)) return std::nullopt;
  }
  if (!body || takes_kind(head.say.kind)) return std::nullopt;
  return GiveCommand{head.by, std::move(*body)};
}

std::optional<Meant> LineReader::danger_of_others(const Head& head) const {
  if (!head.by.empty() || head.unknown.empty() || text_.empty()) return std::nullopt;
  const LineReader inner(text_, t_, names_, how_);
  if (inner.head_.empty()) return std::nullopt;
  const auto* word = meeting_word(inner.head_[0]);
  const auto whose = [&](const std::string& text) { return head.unknown + ": " + text; };
  if (inner.has_colon() && inner.head_.size() == 1 && !inner.text_.empty())
    if (auto body = report_of(word, whose(inner.text_)); body && !is_beside_safety(*word, {}, inner.text_))
      return GiveCommand{{}, std::move(*body)};
  const bool acute = word != nullptr && word->ask == Ask::acute;
  const auto typed = folded(joined_words(inner.head_, 0, inner.head_.size()));
  // "wim: mishandeling: ..." and "wim: mishandeling!!".
  const bool told = !use_of_danger_word(typed).empty();
  if (acute || told || method::tells_of_danger(text_))
    return Unsure{say(msg("line.danger_now")), fmt::format("{}: {}", name_of(Ask::acute, how_.voice), whose(text_)),
                  true};
  const bool concern = word != nullptr && word->ask == Ask::concern;
  if (!concern && !method::tells_of_worry(text_)) return std::nullopt;
  return Unsure{say(msg("line.worry_meant")), fmt::format("{}: {}", name_of(Ask::concern, how_.voice), whose(text_)),
                true};
}

std::optional<Unsure> LineReader::danger_behind(const std::string& by) const {
  const auto words = words_in(text_);
  const auto* word = words.empty() ? nullptr : meeting_word(words.front());
  if ((word == nullptr || word->ask != Ask::acute) && !method::tells_of_danger(text_)) return std::nullopt;
  return Unsure{say(msg("line.danger_now")), fmt::format("{} {}: {}", name_of(Ask::acute, how_.voice), by, text_),
                true};
}

std::optional<Meant> LineReader::no_danger() const {
  const auto& list = msg("line.no_danger_words");
  if (!is_said_as(has_colon() ? line_.substr(0, colon_) : line_, list)) return std::nullopt;
  if (t_.stage.safety == Safety::acute)
    return Unsure{say(msg("line.no_danger_any_more")), fmt::format("{}: {}", name_of(Ask::handled, how_.voice), text_),
                  !text_.empty()};
  const auto who = text_.empty() || people_.empty() ? std::string() : teller();
  if (who.empty()) return Unsure{say(msg("line.no_danger")), {}, false, false};
  return Unsure{say(msg("line.no_danger_said", "who"_is = who)), who + ": " + line_, true};
}

std::optional<Unsure> LineReader::danger_told(const Head& head) const {
  auto by = head.by;
  auto typed = folded(head.kind.empty() ? head.unknown : head.kind);
  auto text = text_;
  auto use = use_of_danger_word(typed);
  if (use.empty() && !by.empty() && typed.empty()) {  // "daan: geweld: hij slaat"
    const auto second = text_.find(':');
    typed = folded(trimmed(std::string_view(text_).substr(0, second)));
    use = use_of_danger_word(typed);
    if (second == std::string::npos) {  // "daan: mishandeling!!"
      if (use.empty()) return std::nullopt;
      return Unsure{say(msg("line.danger_now")), fmt::format("{} {}: {}", name_of(Ask::acute, how_.voice), by, text_),
                    true};
    }
    text = trimmed(std::string_view(text_).substr(second + 1));
  }
  if (use.empty() || text.empty() || takes_kind(head.say.kind)) return std::nullopt;
  if (folded(joined_words(head_, 0, head_.size())) == typed) by.clear();
  return Unsure{say(msg("line.danger_now")),
                fmt::format("{}{}: {}{}", name_of(Ask::acute, how_.voice), by.empty() ? "" : ' ' + by,
                            use == "keep" ? typed + ": " : "", text),
                true};
}

std::optional<Unsure> LineReader::danger_in_sentence() const {
  const bool calls = is_said_as(line_, msg("line.cry_words"));  // "hulp!"
  const bool now = calls || !use_of_danger_word(folded(line_)).empty() || method::tells_of_danger(line_);
  if (!now && !method::tells_of_worry(line_)) return std::nullopt;
  Unsure asked{say(now ? msg("line.danger_now") : msg("line.worry_meant")),
               fmt::format("{}: {}", name_of(now ? Ask::acute : Ask::concern, how_.voice), line_), true};
  asked.speech = true;
  return asked;
}

}  // namespace casus::desk
