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

/// "veiligheid: geregeld", "zorg: op orde, oma slaapt er".
bool is_fine(const std::string& text) {
  return begins_as(text, msg("line.fine_words")) > 0 && value_told(text, msg("line.doubt_words")).empty() &&
         !method::tells_of_danger(text) && !method::tells_of_worry(text);
}

/// "een 5 zegt noor", "5", "5 want het huis is warm"; "2 kinderen slapen slecht" is none.
bool is_score(std::string_view text) {
  const auto article = begins_as(text, msg("line.article_words"));
  const auto words = words_in(text.substr(article));
  if (words.empty() || !figure_in(words.front())) return false;
  const bool alone = words.size() == 1 || is_because(words[1]) || words.front().ends_with(',');
  return (alone || article > 0) && !method::tells_of_danger(text) && !method::tells_of_worry(text);
}

/// "zou ik een 6 geven", "staat op een 4": it is scored in a sentence.
bool is_scored_in(const std::string& text) {
  const auto scored = fillings(text, msg("line.scored_words"));
  return std::ranges::any_of(scored, [](const Filling& one) { return figure_in(one.open).has_value(); }) &&
         !method::tells_of_danger(text) && !method::tells_of_worry(text);
}

/// "112": a word of danger that is a part of what happened too.
bool is_number_word(std::string_view word) { return !word.empty() && word.front() >= '0' && word.front() <= '9'; }

}  // namespace

bool LineReader::is_beside_safety(const MeetingWord& word, const std::string& behind, const std::string& text) {
  if (word.ask == Ask::handled || method::tells_of_danger(text) || method::tells_of_worry(text)) return false;
  if (behind.empty() && is_fine(text)) return true;
  if (says_none(text) || !value_told(text, msg("line.money_words")).empty()) return true;
  // An amount, or nothing but signs: "zorg: 800".
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (std::ranges::none_of(text, is_letter)) return true;
  if (word.ask == Ask::concern) return begins_as(behind, msg("line.care_for_words")) > 0;
  return !behind.empty() && begins_as(behind, msg("line.danger_for_words")) == 0;
}

Meant LineReader::danger(const MeetingWord& word) const {
  if (!has_colon() && head_.size() > 1) {
    const auto rest = joined_words(head_, 1, head_.size());
    const bool figure = is_said_as(head_.front(), msg("line.safety_names")) && (is_score(rest) || is_scored_in(rest));
    if (word.ask == Ask::concern && (is_fine(rest) || figure)) return not_of_safety(word, {});
    const auto path = "case " + folded(head_[0]) + ' ' + folded(head_[1]);
    if (std::ranges::find(catalogue(), path, &Entry::path) != catalogue().end()) return again("/case " + line_);
    // "112 is gebeld": a number is part of what happened.
    const bool number = is_number_word(head_[0]);
    return Unsure{
        say(msg("line.danger_meant", "what"_is = word.about.in(how_.voice))),
        number ? fmt::format("{}: {}", word.name(how_.voice), line_) : fmt::format("{}: {}", head_.front(), rest),
        true};
  }
  if (text_.empty()) return text_missing(word);
  // "zorg ja: 120 euro ...": it was asked, and it is.
  if (answer_called(about()) == Answer::yes && word.ask != Ask::handled)
    return GiveCommand{{}, *report_of(&word, text_)};
  const auto by = about().empty() ? std::string() : called(about(), people_);
  const auto behind = by.empty() ? about() : std::string();
  if (word.ask == Ask::handled) return told_safe(by, behind.empty() ? text_ : behind + ": " + text_);
  // "veiligheid: nee".
  if (is_said_as(head_.front(), msg("line.safety_names")) && is_said_as(text_, msg("line.not_safe_words")))
    return Unsure{say(msg("line.worry_meant")),
                  fmt::format("{}{}: {}: {}", name_of(Ask::concern, how_.voice), by.empty() ? "" : ' ' + by,
                              folded(head_.front()), text_),
                  true};
  if (is_beside_safety(word, behind, text_)) return not_of_safety(word, by);
  return GiveCommand{by, *report_of(&word, behind.empty() ? text_ : behind + ": " + text_)};
}

/// A concern, once made, stays: what does not sound like one is kept as what somebody says, unless they say it is one.
Unsure LineReader::not_of_safety(const MeetingWord& word, const std::string& by) const {
  const auto sure = fmt::format("{} {}: ", word.name(how_.voice), folded(label(Answer::yes, how_.voice)));
  const auto told = by.empty() ? line_ : fmt::format("{}: {}", word.name(how_.voice), text_);
  const auto text = has_colon() ? text_ : joined_words(head_, 1, head_.size());
  const bool fine = is_fine(text);
  if (fine && t_.stage.safety == Safety::acute)
    return Unsure{say(msg("line.no_danger_any_more")),
                  fmt::format("{}{}: {}", name_of(Ask::handled, how_.voice), by.empty() ? "" : ' ' + by, text), true};
  // Of danger the other way about: asked once, and one Enter reports it.
  if (word.ask == Ask::acute && !says_none(text_) && !fine)
    return Unsure{say(msg("line.danger_surely")), sure + told, true};
  const auto who = !by.empty() || t_.case_id.empty() || people_.empty() ? by : teller();
  if (who.empty()) return Unsure{say(msg("line.safety_meant", "sure"_is = sure)), sure + told};
  return Unsure{say(fine ? msg("line.safety_fine", "sure"_is = sure, "who"_is = who)
                         : msg("line.safety_not_meant", "sure"_is = sure, "who"_is = who)),
                who + ": " + told, true};
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
  if (const auto* safe = std::get_if<HandleAcute>(&*body)) return told_safe(head.by, safe->text);
  return GiveCommand{head.by, std::move(*body)};
}

std::optional<Meant> LineReader::danger_of_others(const Head& head) const {
  if (!head.by.empty() || head.unknown.empty() || text_.empty()) return std::nullopt;
  const LineReader inner(text_, t_, names_, how_);
  if (inner.head_.empty()) return std::nullopt;
  const auto* word = meeting_word(inner.head_[0]);
  const auto whose = [&](const std::string& text) { return head.unknown + ": " + text; };
  if (inner.has_colon() && inner.head_.size() == 1 && !inner.text_.empty())
    if (auto body = report_of(word, whose(inner.text_)); body && !is_beside_safety(*word, {}, inner.text_)) {
      if (const auto* safe = std::get_if<HandleAcute>(&*body)) return told_safe({}, safe->text);
      return GiveCommand{{}, std::move(*body)};
    }
  if (is_no_danger()) return std::nullopt;
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
  const auto* word = words.empty() || is_number_word(words.front()) ? nullptr : meeting_word(words.front());
  if (is_no_danger()) return std::nullopt;
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
  if (use.empty() || text.empty() || takes_kind(head.say.kind) || is_no_danger()) return std::nullopt;
  if (folded(joined_words(head_, 0, head_.size())) == typed) by.clear();
  return Unsure{say(msg("line.danger_now")),
                fmt::format("{}{}: {}{}", name_of(Ask::acute, how_.voice), by.empty() ? "" : ' ' + by,
                            use == "keep" ? typed + ": " : "", text),
                true};
}

std::optional<Unsure> LineReader::danger_in_sentence() const {
  const bool calls = is_said_as(line_, msg("line.cry_words"));  // "hulp!"
  const bool now = calls || !use_of_danger_word(folded(line_)).empty() || method::tells_of_danger(line_);
  if ((!now && !method::tells_of_worry(line_)) || is_no_danger()) return std::nullopt;
  Unsure asked{say(now ? msg("line.danger_now") : msg("line.worry_meant")),
               fmt::format("{}: {}", name_of(now ? Ask::acute : Ask::concern, how_.voice), line_), true};
  asked.speech = true;
  return asked;
}

/// As a word of danger with a colon it is that; a sentence that begins so may tell what was done, or be about an
/// agency.
bool LineReader::is_told_of_danger(const MeetingWord& word) const {
  const bool of_danger = word.ask == Ask::acute || word.ask == Ask::concern || word.ask == Ask::handled;
  if (!of_danger || head_.size() < 2) return false;
  if (begins_as(joined_words(head_, 0, head_.size()), msg("line.agency_words")) > 0) return true;
  if (has_colon()) return false;
  if (word.ask == Ask::handled) return t_.stage.safety != Safety::acute;
  return is_no_danger() ||
         (is_number_word(head_.front()) && method::tells_of_help(line_) && !method::tells_of_danger(line_));
}

bool LineReader::is_no_danger() const {
  const auto answered = [&](const std::string& line) {
    return std::ranges::find(names_.no_danger, folded(line)) != names_.no_danger.end();
  };
  return answered(line_) || (has_colon() && answered(text_));  // behind the name of who said it, too
}

std::optional<Unsure> LineReader::help_told() const {
  if (t_.stage.safety != Safety::acute || head_.empty() || line_.ends_with('?')) return std::nullopt;
  const auto* word = meeting_word(head_.front());
  if (word != nullptr && !is_told_of_danger(*word) && (has_colon() || !is_number_word(head_.front())))
    return std::nullopt;
  auto text = line_;
  std::string by;
  if (has_colon()) {
    const auto head = this->head();
    const bool plain = head.kind.empty() && head.say.re.empty() && !head.say.answer && head.say.to.empty();
    if (!plain || text_.find(':') != std::string::npos || (!head.by.empty() && !head.unknown.empty()))
      return std::nullopt;
    by = head.unknown.empty() ? head.by : std::string();
    if (!by.empty()) text = text_;
  }
  // A call for help is one too: nobody has to be told that there is danger.
  const bool helps = method::calls_for_help(text) || (method::tells_of_help(text) && !method::tells_of_danger(text));
  if (!helps) return std::nullopt;
  return Unsure{say("line.help_told"),
                fmt::format("{}{}: {}", name_of(Ask::handled, how_.voice), by.empty() ? "" : ' ' + by, text), true};
}

Meant LineReader::told_safe(const std::string& by, const std::string& text) const {
  const bool acute = t_.stage.safety == Safety::acute;
  const auto name = name_of(Ask::handled, how_.voice);
  const auto who = by.empty() ? std::string() : ' ' + by;
  if (is_said_as(text, msg("line.not_safe_words")) || (!acute && method::tells_of_danger(text)))
    return Unsure{say(msg("line.danger_now")),
                  fmt::format("{}{}: {}: {}", name_of(Ask::acute, how_.voice), who, name, text), true};
  // "veilig: ja" tells nothing of what was done.
  if (acute && answer_called(text)) return Unsure{say(msg("line.no_danger_any_more")), name + who + ": "};
  if (acute || t_.case_id.empty()) return GiveCommand{by, HandleAcute{text}};
  if (t_.private_time) return nothing_kept();
  Say note;
  note.kind = "note";
  note.text = name + ": " + text;
  return GiveCommand{by, std::move(note), say("line.safe_noted")};
}

}  // namespace casus::desk
