// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"

#include "core/text/catalogue.hpp"

#include <algorithm>

/// Letting a turn go by, as people say it in a round: it is a turn that was had, and never an idea.
namespace casus::desk {

using text::msg;

namespace {

enum class Passing { no, has_nothing, passes };

/// "nee, niks", "sla mij maar over, dank je": all of it says so.
Passing passing_in(std::string_view text) {
  auto found = Passing::no;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(",;."), text.size());
    const auto piece = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (piece.empty()) continue;
    if (is_said_as(piece, msg("line.passes_words"))) {
      found = Passing::passes;
    } else if (is_said_as(piece, msg("line.pass_words"))) {
      if (found == Passing::no) found = Passing::has_nothing;
    } else if (const auto around = begins_as(piece, msg("line.pass_around_words")); around == 0) {
      return Passing::no;
    } else if (around < piece.size()) {
      // "ok ik heb geen vraag".
      const auto behind = passing_in(trimmed(piece.substr(around)));
      if (behind == Passing::no) return Passing::no;
      found = std::max(found, behind);
    }
  }
  return found;
}

bool had_no_turn(const service::Seat& seat) { return seat.speaks && !seat.passed && seat.said == 0; }

}  // namespace

bool LineReader::lets_pass(const std::string& text, const service::Seat& seat) const {
  if (text.ends_with('?')) return false;  // "geen vragen?" is asked of the table
  const auto how = passing_in(text);
  if (how != Passing::has_nothing) return how == Passing::passes;
  return seat.question.empty() && !(seat.asked && (seat.answers || !seat.speaks));
}

std::optional<Meant> LineReader::pass_unnamed() const {
  const auto how = line_.ends_with('?') ? Passing::no : passing_in(line_);
  if (how == Passing::no || !t_.in_step || t_.stage.safety == Safety::acute) return std::nullopt;
  // "niks" may be what somebody answers.
  if (how == Passing::has_nothing)
    for (const auto& seat : t_.seats)
      if (!seat.question.empty())
        return Unsure{say("contribution.does_say_enter_if_so", "who"_is = seat.name), as_said(seat.name, line_), true};
  auto meant = LineReader(name_of(Ask::pass, how_.voice), t_, names_, how_).pass();
  if (auto* asked = std::get_if<Unsure>(&meant)) asked->waits = false;
  return meant;
}

std::optional<Unsure> LineReader::next_in_round() const {
  const auto is_its_name = [&](Lang lang) { return meeting_word(line_)->names(lang).front() == folded(line_); };
  if (head_.size() != 1 || !is_said_as(line_, msg("line.next_speaker_words"))) return std::nullopt;
  if (meeting_word(line_) == nullptr || std::ranges::any_of(text::languages(), is_its_name)) return std::nullopt;
  const auto* turn = t_.turn();
  if (turn == nullptr || !had_no_turn(*turn) || std::ranges::count_if(t_.seats, had_no_turn) < 2) return std::nullopt;
  return Unsure{say("line.next_in_round", "who"_is = turn->name, "next"_is = name_of(Ask::next, how_.voice)),
                name_of(Ask::pass, how_.voice) + ' ' + turn->name, true, false};
}

}  // namespace casus::desk
