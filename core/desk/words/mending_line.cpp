// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"
#include "core/text/catalogue.hpp"

/// Putting right what was said: other words for it, taking it back, letting it stand again. And what a line that was
/// offered still leaves open.
namespace casus::desk {

using text::msg;

namespace {

/// Whether nobody says this: a place in a line that is offered, such as "REDEN", which stands for what somebody types.
bool is_place(std::string_view typed) {
  static const auto kPlaces = [] {
    std::vector<std::string> all;
    const auto add = [&](std::string_view text) {
      constexpr std::size_t kShortest = 3;
      if (text.size() >= kShortest && folded(text) != text) all.emplace_back(text);
    };
    for (const auto lang : text::languages()) {
      for (std::size_t i = 0; i < text::size(); ++i)
        if (const auto entry = text::entry(i); entry.id.starts_with("gap.") || entry.id == "line.reason_here")
          add(entry.text(lang));
      for (const auto& word : meeting_words()) {
        const auto form = word.form.in(lang);
        if (const auto colon = form.find(": "); colon != std::string::npos)
          add(std::string_view(form).substr(colon + 2));
      }
    }
    return all;
  }();
  return std::ranges::find(kPlaces, trimmed(typed)) != kPlaces.end();
}

}  // namespace

std::optional<Unsure> LineReader::place_left() const {
  std::string place;
  if (is_place(text_)) place = text_;
  else if (is_place(because())) place = because();
  for (std::size_t i = 1; i + 1 < head_.size() && place.empty(); ++i)
    if (is_because(head_[i]) && is_place(joined_words(head_, i + 1, head_.size())))
      place = joined_words(head_, i + 1, head_.size());
  if (place.empty()) return std::nullopt;
  return Unsure{say("line.place_left", "place"_is = place), line_};
}

bool LineReader::mends_last() const {
  if (head_.size() < 2 || !is_said_as(head_[1], msg("line.last_words"))) return false;
  // "trek laatste in want dubbel"; "zet laatste punt op de agenda" is a sentence.
  const std::size_t at = head_.size() > 2 && is_said_as(head_[2], msg("line.mend_words")) ? 3 : 2;
  return at >= head_.size() || is_because(head_[at]);
}

/// "trek b3 in omdat REDEN", "zet laatste terug": without a number it is whatever was typed last in this step.
Meant LineReader::mended(const MeetingWord& word) const {
  if (word.ask == Ask::correct) return correct(word);
  if (head_.size() < 2)
    return Unsure{msg("mending.withdraw_what", "form"_is = word.form.in(how_.voice)).in(how_.voice), line_ + ' '};
  const bool last = mends_last();
  if (last && t_.case_id.empty()) return Unsure{say("line.nothing_said"), line_};
  const auto ref = last ? std::string() : head_[1];
  if (word.ask == Ask::withdraw) return GiveCommand{{}, Withdraw{ref, because()}};
  return GiveCommand{{}, Restore{ref, because()}};
}

Meant LineReader::correct(const MeetingWord& word) const {
  if (head_.size() < 2) return text_missing(word);
  Correct correct;
  correct.ref = head_[1];
  if (is_said_as(head_[1], msg("line.last_words"))) {
    if (t_.case_id.empty()) return Unsure{say("line.nothing_said"), line_};
    correct.ref.clear();  // whatever was typed last in this step, be it a concern or a result
  }
  correct.text = text_;
  for (std::size_t i = 2; i < head_.size(); ++i)
    if (is_because(head_[i])) correct.because = joined_words(head_, i + 1, head_.size());
  return GiveCommand{{}, std::move(correct)};
}

}  // namespace casus::desk
