// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"
#include "core/text/catalogue.hpp"

#include <fmt/format.h>

/// "noor: zij huilt daan: ja klopt": what two people said, typed in one line.
namespace casus::desk {

using text::msg;

namespace {

constexpr std::string_view kEnds = ",;./ \t\n|";

/// Without what stands between the words of one and those of the next.
std::string without_end(std::string text) {
  const auto cut = [&] {
    while (!text.empty() && kEnds.substr(0, 2).find(text.back()) != std::string_view::npos) text.pop_back();
    while (!text.empty() && std::string_view(" \t\n/|").find(text.back()) != std::string_view::npos) text.pop_back();
  };
  for (auto before = text.size() + 1; before != text.size();) before = text.size(), cut();
  // "vraag het maar." is a whole sentence.
  const auto space = text.ends_with('.') ? std::string::npos : text.find_last_of(" \t\n");
  if (space != std::string::npos && is_said_as(std::string_view(text).substr(space + 1), msg("line.and_words"))) {
    text.erase(space);
    cut();
  }
  return text;
}

}  // namespace

bool LineReader::speaks_here(std::string_view before, const std::string& name, const std::string& by) const {
  const auto there = trimmed(before);
  if (there.empty()) return false;
  // "afgesproken met daan: ..." is no word of Daan.
  const auto space = there.find_last_of(" \t\n");
  if (is_said_as(there.substr(space == std::string_view::npos ? 0 : space + 1), msg("line.link_words"))) return false;
  const auto who = called(name, people_);
  if (!who.empty()) return who != by && name.size() > 2;
  // Of the family only where a sentence ended.
  const bool ended = std::string_view(";./|").find(there.back()) != std::string_view::npos || before.ends_with("  ");
  return ended && is_family(name);
}

/// "daan: actie ria: ..." is a word of the meeting, with whom it is about; "daan: laat het zo. ria: ja" is a sentence
/// that begins like one, and then somebody else speaks.
bool LineReader::is_word_with_text() const {
  const LineReader inner(text_, t_, names_, how_);
  const auto* word = inner.head_.empty() ? nullptr : meeting_word(inner.head_.front());
  if (word == nullptr) return false;
  const auto about = joined_words(inner.head_, 1, inner.head_.size());
  if (about.empty() || !called(about, people_).empty()) return true;
  const bool sentence_ends = about.find_first_of(".;!?|") != std::string::npos;
  return word->text && !sentence_ends && inner.is_for(*word);
}

std::optional<Unsure> LineReader::of_several(const Head& head) const {
  // "stefan: idee 1: een klusdag, idee 2: de zus".
  if (!head.by.empty() && head.kind.empty() && head.unknown.empty() && head.say.re.empty())
    for (const auto& kind : t_.kinds) {
      const auto name = spoken(kind.name);
      auto each = numbered_parts(text_, name);
      if (each.empty()) continue;
      if (each.size() == 1)
        return Unsure{say(msg("line.kind_meant", "who"_is = head.by, "kind"_is = name)),
                      fmt::format("{} {}: {}", head.by, name, each.front()), true};
      std::vector<text::Message> lines;
      for (auto& part : each) {
        part = head.by + ' ' + name + ": " + part;
        lines.push_back(text::Message::verbatim("'" + part + "'"));
      }
      Unsure asked{say("line.several_of_one", "lines"_is = text::all_of(std::move(lines))),
                   name_of(Ask::pasted, how_.voice), true};
      asked.apart = std::move(each);
      return asked;
    }
  if (head.by.empty() || !head.unknown.empty() || text_.find(':') == std::string::npos) return std::nullopt;
  if (is_word_with_text()) return std::nullopt;
  // "noor zegt: ..." is all Noor's.
  if (head_.size() > 1 && is_said_as(head_.back(), msg("line.say_words"))) return std::nullopt;
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (auto colon = text_.find(':'); colon != std::string::npos; colon = text_.find(':', colon + 1)) {
    // The longest name right before the colon.
    constexpr int kLongestName = 4;
    std::size_t found = std::string::npos;
    auto at = colon;
    for (int words = 0; words < kLongestName && at > from; ++words) {
      while (at > from && std::string_view(" \t\n").find(text_[at - 1]) != std::string_view::npos) --at;
      while (at > from && kEnds.find(text_[at - 1]) == std::string_view::npos) --at;
      const std::string name(trimmed(std::string_view(text_).substr(at, colon - at)));
      if (!name.empty() && speaks_here(std::string_view(text_).substr(from, at - from), name, head.by)) found = at;
    }
    if (found == std::string::npos) continue;
    parts.push_back(without_end(std::string(trimmed(std::string_view(text_).substr(from, found - from)))));
    from = found;
  }
  if (parts.empty()) return std::nullopt;
  parts.emplace_back(trimmed(std::string_view(text_).substr(from)));
  parts.front() = joined_words(head_, 0, head_.size()) + ": " + parts.front();
  std::vector<text::Message> lines;
  for (const auto& part : parts) lines.push_back(text::Message::verbatim("'" + part + "'"));
  Unsure asked{say("line.of_two_in_one", "lines"_is = text::all_of(std::move(lines)), "name"_is = head.by),
               name_of(Ask::pasted, how_.voice), true};
  asked.apart = std::move(parts);
  return asked;
}

}  // namespace casus::desk
