// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/from_outside.hpp"
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/meeting/guided/words_completed.hpp"
#include "core/desk/meeting/typed_again.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/method/vocabulary.hpp"

#include <algorithm>
#include <string>
#include <string_view>

/// What was asked about is said later, with the kind that it had; what was asked stands in the line that was given
/// back: "omdat ..." behind it is its reason, and behind the question for other words those words are them.
namespace casus::desk {

using text::msg;

namespace {

/// The line with that reason, where it asks for one; empty where it does not.
std::string with_reason(const std::string& back, const std::string& why, const std::string& place) {
  const auto asked = words_in(back);
  if (asked.empty()) return {};
  const std::string line(trimmed(back));
  // "a1 naar vrijdag omdat ", "verder omdat ".
  if (is_because(asked.back())) return line + ' ' + why;
  // "corrigeer b3 omdat REDEN: tekst".
  if (const auto at = line.find(' ' + place); at != std::string::npos && why.find(':') == std::string::npos)
    return line.substr(0, at + 1) + why + line.substr(at + 1 + place.size());
  // "cijfer Ria 5: ".
  const auto* word = word_of_line(line);
  return word != nullptr && word->ask == Ask::score && (line.ends_with(':') || line.ends_with(',')) ? line + ' ' + why
                                                                                                    : std::string();
}

}  // namespace

std::string GuidedMeeting::filled(const std::string& line) const {
  if (!shown_.back || in_paste_) return line;
  const auto words = words_in(line);
  if (words.empty()) return line;
  if (words.size() > 1 && is_because(words.front())) {
    const std::string why(trimmed(trimmed(std::string_view(line)).substr(words.front().size())));
    auto whole = with_reason(*shown_.back, why, msg("line.reason_here").in(desk_.voice()));
    return whole.empty() ? line : whole;
  }
  // "corrigeer b8: "; whatever begins anew, or is a word of the meeting, is no other words for it.
  const std::string back(trimmed(*shown_.back));
  const auto* asks = word_of_line(back);
  if (asks == nullptr || asks->ask != Ask::correct || !back.ends_with(':') || line.starts_with('/')) return line;
  const service::Table nobody;
  const auto& table = shown_.table ? *shown_.table : nobody;
  const auto known = names();
  const Spelling how{desk_.voice(), desk_.today()};
  if (meeting_word(words.front()) != nullptr || is_meeting_talk(line, table, known, how)) return line;
  if (LineReader(line, table, known, how).begins_apart()) return line;
  return back + ' ' + std::string(trimmed(line));
}

std::optional<std::string> GuidedMeeting::plain_reason(const std::string& line, const Meant& meant) const {
  const auto* asked = std::get_if<Unsure>(&meant);
  const bool plain = asked != nullptr && asked->speech && line.find(':') == std::string::npos && !line.ends_with('?');
  if (!plain || !shown_.back || in_paste_ || word_of_line(asked->line) != nullptr) return std::nullopt;
  // "ria moet zo weg", "hij slaat haar": of the table, or of danger, and nobody's reason to write other words.
  const auto first = words_in(line.substr(0, line.find(',')));
  std::vector<std::string_view> people;
  if (shown_.table)
    for (const auto& seat : shown_.table->seats) people.emplace_back(seat.name);
  if (may_tell_of_danger(line) || (!first.empty() && !somebody_called(first.front(), people).empty()))
    return std::nullopt;
  // Why the table goes on may be what somebody says of the case.
  const auto* word = word_of_line(*shown_.back);
  if (word != nullptr && (word->ask == Ask::next || word->ask == Ask::back)) return std::nullopt;
  auto whole = with_reason(*shown_.back, std::string(trimmed(line)), msg("line.reason_here").in(desk_.voice()));
  return whole.empty() ? std::nullopt : std::optional(std::move(whole));
}

std::string GuidedMeeting::kind_here(const Unsure& asked) const {
  if (!asked.whole || !shown_.table || !shown_.table->in_step || shown_.table->unnamed) return {};
  const auto meant = meant_by(asked.line, *shown_.table, names(), {desk_.voice(), desk_.today()});
  const auto said = words_completed(desk_, shown_.table->case_id, std::get_if<GiveCommand>(&meant), acting());
  return !said || said->kind == "choice" || said->kind == "answer" ? std::string() : said->kind;
}

std::string GuidedMeeting::with_kind_typed(const WaitingLine& waits) const {
  if (waits.kind.empty() || !waits.ref.empty() || !coached_ || step_typed(waits).empty()) return waits.way;
  const auto colon = waits.way.find(':');
  const auto name = colon == std::string::npos ? std::string() : std::string(trimmed(waits.way.substr(0, colon)));
  const auto is_name = [&](const service::Seat& seat) { return seat.name == name; };
  if (std::ranges::none_of(shown_.table->seats, is_name)) return waits.way;
  auto kind = std::string(method::kind_label(nullptr, waits.kind, desk_.voice()));
  for (const auto* kinds : {&shown_.table->other_kinds, &shown_.table->kinds})
    for (const auto& one : *kinds)
      if (one.key == waits.kind) kind = spoken(one.name);
  return name + ' ' + kind + waits.way.substr(colon);
}

std::string GuidedMeeting::kind_typed(const std::string& line, bool as_offered) const {
  const auto* waits = instead_of_ ? &*instead_of_ : answered_by(line, as_offered);
  return waits == nullptr || !coached_ || step_typed(*waits).empty() ? std::string() : waits->kind;
}

/// In the step at hand it would become a choice there, or an idea.
Command GuidedMeeting::as_typed(Command command) const {
  auto* said = std::get_if<Say>(&command.body);
  if (said == nullptr) return command;
  said->typed_in = typed_in_;
  if (said->kind.empty() && !typed_in_.empty()) said->kind = kind_typed_;
  return command;
}

}  // namespace casus::desk
