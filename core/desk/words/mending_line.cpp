// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"
#include "core/method/phrases.hpp"
#include "core/model/ref_words.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

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

constexpr std::string_view kSigns = ",;:.-()";

bool is_plain(char c) { return kSigns.find(c) == std::string_view::npos; }

/// Without what stands around a reason: ", dubbel", "(dubbel)", "in:".
std::string_view without_signs(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && !is_plain(text.front())) text = trimmed(text.substr(1));
  while (!text.empty() && text.back() != '.' && !is_plain(text.back())) text = trimmed(text.substr(0, text.size() - 1));
  return text;
}

/// "b2." is b2, and so is "b2?".
std::string_view word_alone(std::string_view typed) {
  typed = without_signs(typed);
  while (!typed.empty() && (typed.back() == '.' || typed.back() == '!' || typed.back() == '?')) typed.remove_suffix(1);
  return typed;
}

/// What is to be destroyed in "vernietig b2", "vernietig regel b2", "b2 moet vernietigd worden"; empty for other words.
std::string ref_destroyed_in(const std::vector<std::string>& words) {
  const auto near = std::min<std::size_t>(words.size(), 4);
  const auto record = [&](std::size_t at) {
    const auto ref = folded(word_alone(words[at]));
    return std::ranges::any_of(std::string_view("bgasdpf"), [&](char c) { return is_record(ref, c); }) ? ref : "";
  };
  const auto says_it = [&](std::size_t at) { return is_said_as(word_alone(words[at]), msg("line.destroy_words")); };
  if (near < 2) return {};
  if (const auto ref = folded(word_alone(words[1])); is_ref(ref) && says_it(0)) return ref;
  const auto first = record(0);
  for (std::size_t at = 1; at < near; ++at) {
    if (!first.empty() && says_it(at)) return first;
    if (auto ref = record(at); !ref.empty() && says_it(0)) return ref;
  }
  return {};
}

}  // namespace

std::optional<Unsure> LineReader::destroys() const {
  // "daan: vernietig b2" is no word of Daan: whoever types it asks for it.
  const bool behind_name = has_colon() && !called(joined_words(head_, 0, head_.size()), people_).empty();
  const auto words = words_in(behind_name ? text_ : line_);
  const auto ref = ref_destroyed_in(words);
  if (ref.empty()) return std::nullopt;
  const auto ground =
      from_key<DestroyGround>(value_told(joined_words(words, 1, words.size()), msg("line.destroy_ground_words")));
  // "vernietigen 3 dossiers per week" tells something, and so does what tells of danger.
  const bool counts = is_line_number(ref) && words.size() > 2 && !ground;
  if (counts || method::tells_of_danger(line_)) return std::nullopt;
  std::vector<text::Message> grounds;
  for (const auto& one : names_of(DestroyGround{})) grounds.push_back(text::label(one.value));
  const auto typed = ground ? folded(words_in(say(text::label(*ground))).front()) : std::string();
  return Unsure{say(msg("line.destroy_why", "grounds"_is = text::any_of(std::move(grounds)))),
                fmt::format("/case destroy {} --ground {}", ref, typed), ground.has_value(), false};
}

std::optional<Unsure> LineReader::mends_behind_name() const {
  const auto name = has_colon() ? called(joined_words(head_, 0, head_.size()), people_) : std::string();
  const auto words = words_in(text_);
  const auto* word = name.empty() || words.empty() ? nullptr : meeting_word(words.front());
  if (word == nullptr) return std::nullopt;
  // "Trek 3 dagen uit" tells something: a number alone names no line here.
  const auto is_named = [&](const std::string& typed) {
    const auto ref = folded(word_alone(typed));
    return std::ranges::any_of(std::string_view("bgasdpf"), [&](char c) { return is_record(ref, c); });
  };
  const bool mends = (word->ask == Ask::withdraw || word->ask == Ask::restore) && words.size() > 1 &&
                     is_named(words[1]) &&
                     (words.size() == 2 || is_said_as(word_alone(words[2]), msg("line.mend_words")));
  const bool undoes = word->ask == Ask::undo && words.size() == 1;
  if (!mends && !undoes) return std::nullopt;
  return Unsure{say(msg("line.mend_behind_name", "name"_is = name)), std::string(trimmed(text_)), true, false};
}

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
  // "trek laatste in want dubbel", "trek laatste in, dubbel"; "zet laatste punt op de agenda" is a sentence.
  const bool mends = head_.size() > 2 && is_said_as(head_[2], msg("line.mend_words"));
  if (mends && (head_[2].ends_with(',') || head_[2].ends_with(';'))) return true;
  const std::size_t at = mends ? 3 : 2;
  return at >= head_.size() || is_because(head_[at]) || !is_plain(head_[at].front());
}

/// Why, with or without a word for it: "trek b3 in omdat dubbel", "trek b3 in, dubbel", "trek b3 in: dubbel".
std::string LineReader::why_mended() const {
  auto words = words_in(line_);
  std::size_t at = std::min<std::size_t>(2, words.size());
  if (at > 0 && words[at - 1].ends_with(':')) return joined_words(words, at, words.size());
  if (at < words.size() && is_said_as(without_signs(words[at]), msg("line.mend_words"))) ++at;
  auto why = std::string(without_signs(joined_words(words, at, words.size())));
  if (const auto rest = words_in(why); !rest.empty() && is_because(rest.front()))
    why = joined_words(rest, 1, rest.size());
  return why;
}

/// "trek b3 in omdat REDEN", "zet laatste terug": without a number it is whatever was typed last in this step.
Meant LineReader::mended(const MeetingWord& word) const {
  if (word.ask == Ask::correct) return correct(word);
  if (head_.size() < 2)
    return Unsure{msg("mending.withdraw_what", "form"_is = word.form.in(how_.voice)).in(how_.voice), line_ + ' '};
  const bool last = mends_last();
  if (last && t_.case_id.empty()) return Unsure{say("line.nothing_said"), line_};
  const auto ref = last ? std::string() : head_[1];
  if (word.ask == Ask::withdraw) return GiveCommand{{}, Withdraw{ref, why_mended()}};
  return GiveCommand{{}, Restore{ref, why_mended()}};
}

/// "corrigeer b4 ernst: 5" and "corrigeer b4: ernst: 5" are about that field, and "corrigeer b4: hij viel; ernst: 5"
/// about two; which fields there are the case knows.
Meant LineReader::record_corrected(const service::SaidLine& stands, std::size_t why, Correct correct) const {
  const auto field = joined_words(head_, 2, why);
  if (!field.empty()) correct.text = field + ": " + text_;
  const bool words_alone = correct.text.find_first_of(":;=") == std::string::npos;
  auto note = words_alone && !text_.empty() && !stands.words.empty() ? was_and_is(stands.words, text_) : std::string();
  return GiveCommand{{}, std::move(correct), std::move(note)};
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
  std::size_t why = 2;
  while (why < head_.size() && !is_because(head_[why])) ++why;
  if (why < head_.size()) correct.because = joined_words(head_, why + 1, head_.size());
  const auto ref = ref_typed(correct.ref);
  const auto stands = std::ranges::find(t_.said, ref, &service::SaidLine::id);
  if (stands != t_.said.end() && stands->record) return record_corrected(*stands, why, std::move(correct));
  const auto last = std::find_if(t_.said.rbegin(), t_.said.rend(), [](const auto& line) { return line.here; });
  if (correct.ref.empty() && last != t_.said.rend() && last->record)
    return record_corrected({}, why, std::move(correct));  // whose line it is the case knows
  // "corrigeer b1: 84 ipv 82", "corrigeer a1: vrijdag ipv donderdag": that alone, and the rest of it stays.
  if (!t_.unnamed &&
      (is_record(ref, 'a') || stands != t_.said.end() || (correct.ref.empty() && last != t_.said.rend())))
    if (auto part = corrected_in_part(ref,
                                      stands != t_.said.end()                         ? *stands
                                      : correct.ref.empty() && last != t_.said.rend() ? *last
                                                                                      : service::SaidLine{},
                                      correct))
      return std::move(*part);
  // "corrigeer a1: donderdag", "corrigeer s1: 6": the day, the figure, and not the words.
  if (is_record(ref, 'a') || stands != t_.said.end()) {
    service::SaidLine line;
    if (stands != t_.said.end()) line = *stands;
    line.id = ref;
    if (auto fields = text_.empty() ? std::nullopt : fields_otherwise(line, {}, text_)) {
      if (auto* given = std::get_if<GiveCommand>(&*fields))
        std::get<Correct>(given->body).because = std::move(correct.because);
      // What comes again is asked about: the reason that was given stays.
      else if (auto* asked = std::get_if<Unsure>(&*fields);
               asked != nullptr && !correct.because.empty() && !asked->whole && asked->line.ends_with(' ')) {
        auto line = asked->line + correct.because;
        *asked = Unsure{say("line.word_meant", "line"_is = line), std::move(line), true};
      }
      return std::move(*fields);
    }
  }
  const bool known = !correct.ref.empty() && !text_.empty() && stands != t_.said.end() && !stands->words.empty();
  auto note = known ? was_and_is(stands->words, text_) : std::string();
  return GiveCommand{{}, std::move(correct), std::move(note)};
}

}  // namespace casus::desk
