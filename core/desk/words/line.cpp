// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line.hpp"

#include "core/desk/catalogue.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/model/person_name.hpp"

#include <cctype>

namespace casus::desk {
namespace {

bool is_number(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool names_verb(std::string_view path) {
  return std::ranges::any_of(catalogue(), [&](const Entry& entry) {
    return entry.path == path || (entry.path.starts_with(path) && entry.path[path.size()] == ' ');
  });
}

/// "/case destroy b1", or the same behind the name of the program: no beginning of a sentence. "/5 per week" is, and
/// "casus 14".
bool is_command(std::string_view text) {
  if (!text.starts_with('/')) {
    const auto words = words_in(text);
    return words.size() > 2 && words[0] == "casus" && names_verb(folded(words[1] + ' ' + words[2]));
  }
  const auto words = words_in(text.substr(1));
  const auto first = words.empty() ? std::string() : folded(words.front());
  return !first.empty() && (names_verb(first) || names_verb("case " + first) || meeting_word(first) != nullptr);
}

}  // namespace

Meant LineReader::again(const std::string& line) const {
  LineReader reader(line, t_, names_, how_);
  reader.made_of_ = made_of_ + 1;
  return reader.meant();
}

Meant LineReader::meant() {
  if (line_.empty()) return std::monostate{};
  // ":)", "??", and "noor: ??" hold no words.
  if (line_.size() > 1 && !line_.starts_with('/') && is_signs_only(line_))
    return Unsure{say("line.small"), {}, false, false};
  if (line_.starts_with('/') || line_.starts_with("casus ")) return typed_command();
  // Whoever types it gives it, and is no word of the one who is named: nor is it kept as what they said.
  if (has_colon() && is_command(text_)) return Unsure{say("line.command_behind_name"), text_};
  if (auto asked = help_told(); asked && !no_danger()) return std::move(*asked);
  const auto* word = head_.empty() ? nullptr : meeting_word(head_.front());
  // "take back b2" takes no case, and in "weg b2" nobody leaves.
  const auto is_said = [](const std::string& ref) {
    return is_record(folded(ref), 'a') || is_record(folded(ref), 'b');
  };
  if (word != nullptr && ((word->ask == Ask::take && head_.size() == 3 && is_ref(head_[2])) ||
                          (word->ask == Ask::leave && head_.size() == 2 && is_said(head_[1]))))
    if (auto asked = takes_back()) return std::move(*asked);
  if (auto asked = destroys()) return std::move(*asked);
  if (auto asked = mends_behind_name()) return std::move(*asked);
  if (auto meant = record_edited()) return std::move(*meant);
  if (auto meant = word_opens_line()) return std::move(*meant);
  if (word != nullptr && is_for(*word)) return private_or(*word, steered(*word));
  if (word != nullptr)
    if (auto meant = word_with_colon(*word)) return std::move(*meant);
  if (auto meant = parked()) return std::move(*meant);
  if (auto meant = no_danger()) return std::move(*meant);
  // "kijk terug over 6 weken", "look back in 6 weeks", "look back: mid January".
  if (const auto length =
          begins_as(has_colon() ? joined_words(head_, 0, head_.size()) : line_, text::msg("line.look_back_words"));
      length > 0)
    if (const auto rest =
            has_colon() ? trimmed(std::string_view(text_)) : trimmed(std::string_view(line_).substr(length));
        read_day(rest, how_.today))
      return again(name_of(Ask::review, how_.voice) + ' ' + std::string(rest));
  if (auto meant = word_of_leader()) return std::move(*meant);
  if (t_.private_time) return nothing_kept();
  if (auto meant = looks_back()) return std::move(*meant);
  if (auto asked = slip_of_named()) return std::move(*asked);
  if (auto meant = slip_mended()) return std::move(*meant);
  if (auto asked = takes_back()) return std::move(*asked);
  if (auto meant = outcome_told()) return std::move(*meant);
  if (auto meant = said_otherwise()) return std::move(*meant);
  if (auto meant = goal_named()) return std::move(*meant);
  if (auto asked = corrected_without_word()) return std::move(*asked);
  if (auto asked = slip_of_which()) return std::move(*asked);
  if (colon_ == std::string::npos) return no_name();
  return contribution();
}

bool LineReader::is_for(const MeetingWord& word) const {
  // "Ander idee: ..." is a sentence.
  if (Date day{}; word.ask == Ask::other && !about().empty() && !read_typed(about(), day, how_).empty()) return false;
  if (is_told_of_danger(word)) return false;
  // "Trek je niets aan van de buren" is a sentence.
  if (word.ask == Ask::correct && has_colon() && head_.size() > 1 && is_said_as(head_[1], text::msg("line.last_words")))
    return true;
  if (word.ask == Ask::correct || word.ask == Ask::withdraw || word.ask == Ask::restore)
    return head_.size() == 1 || is_ref(head_[1]) || (word.ask != Ask::correct && mends_last());
  if (word.ask == Ask::undo || word.ask == Ask::resume) return head_.size() == 1;
  // "Laat haar met rust" and "wacht even" are sentences.
  if (word.ask == Ask::waiting || word.ask == Ask::drop)
    return !has_colon() &&
           (head_.size() == 1 ||
            (head_.size() == 2 &&
             (is_number(head_[1]) || (word.ask == Ask::drop && is_said_as(head_[1], text::msg("line.all_words"))))));
  if (word.ask == Ask::question || word.ask == Ask::hopes) return is_presented(word);
  if (!has_colon()) return takes_words(word);
  if (head_.size() > 1 && is_because(head_[1])) return true;
  if (word.text) return std::ranges::none_of(people_, [&](auto name) { return same_name(name, head_[0]); });
  if (word.ask == Ask::review) {
    const auto day = read_day(text_, how_.today);
    return head_.size() == 1 && day && !day.again;
  }
  return head_.size() == 1 && (word.ask == Ask::next || word.ask == Ask::back || word.ask == Ask::park);
}

/// Where a question is a kind of what is said, "vraag: ..." is that, while the presenter's own is not still to be
/// asked. A sentence that begins so has no colon.
bool LineReader::is_presented(const MeetingWord& word) const {
  if (word.ask == Ask::question && t_.in_step && !presenter_asks_here()) return false;
  const auto typed = folded(head_[0]);
  if (std::ranges::any_of(people_, [&](auto name) { return same_name(name, head_[0]); })) return false;
  if (!has_colon()) return head_.size() == 1;
  if (word.ask == Ask::question && head_.size() == 1 && question_is_due()) return true;
  return std::ranges::none_of(t_.kinds, [&](const auto& kind) { return spoken(kind.name) == typed; });
}

/// Somebody else presents now, and the table cannot go on before their question is asked (R1).
bool LineReader::question_is_due() const {
  return t_.question.empty() && std::ranges::find(t_.missing, "question", &Missing::id) != t_.missing.end();
}

/// The presenter is chosen in this step or turned, and their question is asked here too.
bool LineReader::presenter_asks_here() const {
  return question_is_due() || (t_.question.empty() && !t_.choice_gives.empty() && !takes_kind("question"));
}

Meant LineReader::nothing_kept() const { return Unsure{say("line.private_time_nothing_recorded_does"), {}}; }

Meant LineReader::private_or(const MeetingWord& word, Meant meant) const {
  if (!t_.private_time) return meant;
  switch (word.ask) {
    case Ask::next:
    case Ask::back:
    case Ask::concern:
    case Ask::acute:
    case Ask::handled:
    case Ask::meldcode:
    case Ask::park:
    case Ask::chair:
    case Ask::help:
    case Ask::step:
    case Ask::stop: return meant;
    default: return nothing_kept();
  }
}

Meant LineReader::typed_command() const {
  const auto rest = line_.substr(line_.starts_with('/') ? 1 : 6);
  const auto words = words_in(rest);
  if (words.empty()) return Unsure{say(text::msg("line.command_missing")), line_};
  auto first = folded(words.front());
  if (first.ends_with(':')) first.pop_back();
  // "/safety step ..." is "case safety step ...", and "/zorg ..." is the word of the meeting.
  const bool alone = words.size() == 1;
  if (meeting_word(first) != nullptr && (alone || (!names_verb(first) && !names_verb("case " + first))))
    return again(rest);
  auto arguments = shell_words(rest);
  if (!arguments) return Unsure{say("line.quotation_mark_left_open"), line_};
  if (!names_verb(first) && names_verb("case " + first)) arguments->insert(arguments->begin(), "case");
  const bool safety = arguments->size() > 1 && arguments->front() == "case" && (*arguments)[1] == "safety";
  if (t_.private_time && !safety) return nothing_kept();
  return TypedCommand{std::move(*arguments)};
}

Meant meant_by(const std::string& line, const service::Table& table, const MeetingNames& names, const Spelling& how) {
  return LineReader(line, table, names, how).meant();
}

bool is_meeting_talk(const std::string& line, const service::Table& table, const MeetingNames& names,
                     const Spelling& how) {
  return LineReader(line, table, names, how).is_meeting_talk();
}

}  // namespace casus::desk
