// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/mended_words.hpp"

#include "core/text/message.hpp"

#include <algorithm>
#include <string_view>

namespace casus::desk {
namespace {

using text::msg;
using namespace text::literals;

/// "b3", "a1": a record of the case by its number. A person, a field or a line of the history has words of its own.
bool is_numbered(std::string_view ref, const Case& state) {
  constexpr std::string_view kRecords = "abgs";
  return ref.size() > 1 && kRecords.find(ref.front()) != std::string_view::npos &&
         ref.find_first_not_of("0123456789", 1) == std::string_view::npos && state.person(ref) == nullptr;
}

text::Message quoted(const std::string& words) {
  return words.empty() ? msg("guided.a_line") : msg("guided.quoted", "words"_is = words);
}

std::string words_before(const service::Table* before, std::string_view ref) {
  if (before == nullptr) return {};
  const auto line = std::ranges::find(before->said, ref, &service::SaidLine::id);
  return line == before->said.end() ? std::string() : line->words.empty() ? line->text : line->words;
}

std::string words_after(const Case& after, std::string_view ref) {
  const auto said = std::ranges::find(after.contributions, ref, &Contribution::id);
  return said == after.contributions.end() || said->hidden ? std::string() : said->text;
}

}  // namespace

std::optional<std::string> told_without_number(const Event& event, const Case& after, const service::Table* before,
                                               const text::Voice& voice) {
  const auto* withdrawn = std::get_if<Withdrawn>(&event.body);
  const auto* restored = std::get_if<Restored>(&event.body);
  const auto* corrected = std::get_if<Corrected>(&event.body);
  const auto ref = withdrawn != nullptr   ? withdrawn->ref
                   : restored != nullptr  ? restored->ref
                   : corrected != nullptr ? corrected->ref
                                          : std::string();
  if (!is_numbered(ref, after) || after.is_anonymous(ref)) return std::nullopt;
  const auto told = [&](const text::Message& what) { return after.name_of(event.by, voice) + ' ' + what.in(voice); };
  if (withdrawn != nullptr) return told(msg("mending.told_withdrawn", "ref"_is = quoted(words_before(before, ref))));
  if (restored != nullptr) return told(msg("mending.told_restored", "ref"_is = quoted(words_after(after, ref))));
  const bool is_text = corrected->now.size() == 1 && corrected->whose.empty() && before != nullptr &&
                       (corrected->now.front().field == "text" || corrected->now.front().field == "what");
  const auto now = is_text ? corrected->now.front().to : std::string();
  // What is still hidden is read by nobody else, and this may be the page of who leads.
  const bool shown = !words_before(before, ref).empty();
  if (now.empty() || !shown) return told(msg("mending.told_corrected_hidden", "ref"_is = msg("guided.a_line")));
  return told(msg("mending.told_corrected", "ref"_is = msg("guided.a_line"), "now"_is = text::Message::verbatim(now)));
}

}  // namespace casus::desk
