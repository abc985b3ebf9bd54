// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/method/phrases.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

/// Danger, in every form in which people type it then. What is not surely meant so is asked with one Enter: nobody has
/// to look for a word.
namespace casus::desk {

using text::msg;

namespace {

/// Words that tell of danger, without saying that it is now: "keep" stays in the text, "drop" says no more than that.
std::string use_of_danger_word(std::string_view typed) {
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(msg("line.danger_words").in(lang)))
      if (std::ranges::find(use.said, typed) != use.said.end()) return use.value;
  return {};
}

}  // namespace

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
  const auto by = about().empty() ? std::string() : called(about(), people_);
  const auto text = by.empty() && !about().empty() ? about() + ": " + text_ : text_;
  if (word.ask == Ask::concern) return GiveCommand{by, RaiseConcern{text}};
  if (word.ask == Ask::acute) return GiveCommand{by, RaiseAcute{text}};
  return GiveCommand{by, HandleAcute{text}};
}

std::optional<Unsure> LineReader::danger_told(const Head& head) const {
  auto by = head.by;
  auto typed = folded(head.kind.empty() ? head.unknown : head.kind);
  auto text = text_;
  auto use = use_of_danger_word(typed);
  if (use.empty() && !by.empty() && typed.empty()) {  // "daan: geweld: hij slaat"
    const auto second = text_.find(':');
    if (second == std::string::npos) return std::nullopt;
    typed = folded(trimmed(std::string_view(text_).substr(0, second)));
    use = use_of_danger_word(typed);
    text = trimmed(std::string_view(text_).substr(second + 1));
  }
  if (use.empty() || text.empty()) return std::nullopt;
  if (folded(joined_words(head_, 0, head_.size())) == typed) by.clear();
  return Unsure{say(msg("line.danger_now")),
                fmt::format("{}{}: {}{}", name_of(Ask::acute, how_.voice), by.empty() ? "" : ' ' + by,
                            use == "keep" ? typed + ": " : "", text),
                true};
}

std::optional<Unsure> LineReader::danger_in_sentence() const {
  if (use_of_danger_word(folded(line_)).empty() && !method::tells_of_danger(line_)) {
    if (!method::tells_of_worry(line_)) return std::nullopt;
    return Unsure{say(msg("line.worry_meant")), fmt::format("{}: {}", name_of(Ask::concern, how_.voice), line_), true};
  }
  return Unsure{say(msg("line.danger_now")), fmt::format("{}: {}", name_of(Ask::acute, how_.voice), line_), true};
}

}  // namespace casus::desk
