// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

/// Where one line of what was pasted ends and the next begins.
namespace casus::desk {

using text::msg;

namespace {

/// How long the sign of a list in front is: "- ", "2. ", "-"; 0 for none.
std::size_t list_sign(std::string_view line) {
  for (const std::string_view sign : {"- ", "* ", "\u2022", "\u2013 ", "+ ", "-", "*"})
    if (line.starts_with(sign) && line.size() > sign.size()) return sign.size();
  constexpr std::size_t kMostDigits = 2;
  const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const auto sign = line.substr(digits, 2);
  return digits > 0 && digits <= kMostDigits && (sign == ") " || sign == ". ") ? digits + 2 : 0;
}

}  // namespace

std::string LineReader::listed_kind(const std::string& typed) const {
  std::vector<std::string> one{typed};
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(msg("line.plural_ends").in(lang)))
      for (const auto& end : use.said)
        if (typed.size() > end.size() && folded(typed).ends_with(end))
          one.push_back(typed.substr(0, typed.size() - end.size()));
  for (const auto& each : one) {
    const auto* word = meeting_word(each);
    if (word != nullptr && (word->ask == Ask::action || word->ask == Ask::goal)) return name_of(word->ask, how_.voice);
    if (auto kind = kind_at({each}, 0).first; !kind.empty()) return kind;
    if (is_said_as(each, msg("line.agreement_words"))) return name_of(Ask::action, how_.voice);
  }
  return {};
}

std::optional<LineReader::Heading> LineReader::heading(bool list_follows) const {
  constexpr std::size_t kMostWords = 4, kMostOfKind = 2;
  if (!has_colon() || head_.empty() || head_.size() > kMostWords) return std::nullopt;
  const auto typed = joined_words(head_, 0, head_.size());
  const auto of = [&](const std::string& who, const std::string& kind) {
    const auto* word = meeting_word(kind);
    const bool does = word != nullptr && word->ask == Ask::action;
    if (word != nullptr && !does) return Heading{kind, {}, false};  // a goal is nobody's
    return Heading{does ? kind + (who.empty() ? "" : " " + who) : who + (who.empty() ? "" : " ") + kind,
                   who.empty() ? kind : std::string(), does};
  };
  auto end = head_.size();
  while (end > 0 && called_plainly(joined_words(head_, 0, end), people_).empty()) --end;
  const auto who = end == 0 ? std::string() : called_plainly(joined_words(head_, 0, end), people_);
  if (!text_.empty()) {
    // "Noor: acties", and what they are below it.
    if (who.empty() || end < head_.size() || !list_follows || words_in(text_).size() > kMostOfKind) return std::nullopt;
    const auto kind = listed_kind(text_);
    return kind.empty() ? std::nullopt : std::optional(of(who, kind));
  }
  if (!who.empty() && end == head_.size()) return Heading{who, {}, false};
  if (const auto kind = listed_kind(joined_words(head_, end, head_.size())); !kind.empty()) return of(who, kind);
  // "acties van noor:".
  const std::size_t from = head_.size() > 2 && is_said_as(head_[1], msg("line.link_words")) ? 2 : 1;
  if (const auto doer = called_plainly(joined_words(head_, from, head_.size()), people_); !doer.empty())
    if (const auto kind = listed_kind(head_.front()); !kind.empty()) return of(doer, kind);
  // "de juf:": somebody else, and it is asked who, of each line.
  const bool nobody = is_said_as(typed, msg("line.no_name_words")) || is_said_as(typed, msg("line.filler_words"));
  const bool digits = std::ranges::any_of(typed, [](char c) { return c >= '0' && c <= '9'; });
  if (!list_follows || nobody || digits || end > 0 || meeting_word(head_.front()) != nullptr) return std::nullopt;
  return Heading{typed, {}, false};
}

std::optional<std::string> LineReader::below(const Heading& heading) const {
  const auto who = has_colon() ? called_plainly(joined_words(head_, 0, head_.size()), people_) : std::string();
  // "noor: school bellen" below "Acties:" is an action of Noor.
  if (!who.empty() && !text_.empty() && !heading.kind.empty())
    return heading.of_actions ? fmt::format("{} {}: {}", heading.kind, who, text_)
                              : fmt::format("{} {}: {}", who, heading.kind, text_);
  // "wens: rust" below "Mo:" is a wish of Mo.
  const auto typed = joined_words(head_, 0, head_.size());
  if (has_colon() && !text_.empty() && !called_plainly(heading.front, people_).empty()) {
    if (kind_at(head_, 0).second == head_.size()) return fmt::format("{} {}: {}", heading.front, typed, text_);
    if (const auto* word = meeting_word(typed); word != nullptr && word->ask == Ask::action)
      return fmt::format("{} {}: {}", typed, heading.front, text_);
  }
  if (has_colon() ? begins_apart() : !heading.kind.empty() && does_something()) return std::nullopt;
  return fmt::format("{}: {}", heading.front, line_);
}

bool LineReader::begins_anew() const {
  if (line_.empty() || head_.empty()) return false;
  if (line_.starts_with('/') || line_.starts_with("casus ")) return true;
  if (const auto* word = meeting_word(head_.front()); word != nullptr && is_for(*word)) {
    if (head_.size() == 1) return !word->text || has_colon();
    if (word->text) return has_colon();
    return is_because(head_[1]) ||
           (word->ask == Ask::take && std::ranges::find(names_.cases, item_called(head_[1])) != names_.cases.end());
  }
  if (!has_colon() || text_.empty()) return false;
  const auto found = head();
  if (!found.by.empty() && found.unknown.empty()) {
    for (auto end = head_.size(); end > 0; --end)
      if (head_.front().size() > 1 && !called(joined_words(head_, 0, end), people_).empty()) return true;
    const auto typed = folded(joined_words(head_, 0, head_.size()));
    return std::ranges::any_of(t_.kinds, [&](const auto& kind) { return spoken(kind.name) == typed; });
  }
  return false;
}

/// "terugkijken over 6 weken", "a1 is gelukt", "ria slaat over": all of it is understood, and none of it is only said.
bool LineReader::does_something() const {
  if (has_colon() || head_.size() < 2) return false;
  const auto meant = again(line_);
  const auto* give = std::get_if<GiveCommand>(&meant);
  if (give == nullptr) return false;
  if (std::holds_alternative<Pass>(give->body)) return !give->by.empty();
  return std::holds_alternative<SetReview>(give->body) || std::holds_alternative<FinishAction>(give->body) ||
         std::holds_alternative<MoveAction>(give->body) || std::holds_alternative<ChangeAction>(give->body);
}

/// "actie noor oma bellen vrijdag": of whom it is, and only the colon is missing.
bool LineReader::is_action_of_somebody() const {
  const auto* word = has_colon() || head_.size() < 3 ? nullptr : meeting_word(head_.front());
  return word != nullptr && word->ask == Ask::action && !called_plainly(head_[1], people_).empty();
}

bool LineReader::begins_apart() const {
  if (begins_anew() || does_something() || is_action_of_somebody()) return true;
  if (!has_colon() || head_.empty() || text_.empty()) return false;
  // "pietje: twee", "de juf: vier": somebody else, and it is asked who. Not "om 10:30", nor a sentence with a colon.
  constexpr std::size_t kMostWords = 3;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool spaced = std::string_view(" \t").find(line_[colon_ + 1]) != std::string_view::npos;
  return head_.size() <= kMostWords && spaced && std::ranges::none_of(line_.substr(0, colon_), is_digit);
}

bool LineReader::is_whole_word() const {
  const auto* word = has_colon() || head_.size() != 1 ? nullptr : meeting_word(head_.front());
  return word != nullptr && !word->text && is_for(*word);
}

std::vector<std::string> pasted_lines(const std::string& text, const service::Table& table, const MeetingNames& names,
                                      const Spelling& how) {
  struct Typed {
    std::string_view line;
    bool after_blank = false;
  };
  std::vector<Typed> typed;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of("\r\n", at), text.size());
    const auto line = trimmed(std::string_view(text).substr(at, end - at));
    if (!line.empty()) typed.push_back({line, std::exchange(blank, false)});
    else if (text.compare(at == 0 ? 0 : at - 1, 2, "\r\n") != 0) blank = true;
    at = end + 1;
  }
  std::vector<std::string> lines;
  std::optional<LineReader::Heading> over;  // what the lines of a list stand below
  bool ended = true;
  bool bare = false;   // nothing stands below it yet
  bool plain = false;  // its lines may have no sign
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const auto sign = list_sign(typed[i].line);
    const bool list_follows = i + 1 < typed.size() && list_sign(typed[i + 1].line) > 0;
    plain = plain && sign == 0 && (bare || !typed[i].after_blank);
    const bool listed = over && (sign > 0 || plain);
    const std::string line(listed ? trimmed(typed[i].line.substr(sign)) : without_bullet(typed[i].line));
    if (line.empty()) continue;
    const LineReader reader(line, table, names, how);
    if (auto below = listed ? reader.below(*over) : std::nullopt) {
      // The name above goes with each of them, and is no line of its own.
      if (std::exchange(bare, false)) lines.pop_back();
      lines.push_back(std::move(*below));
      ended = false;
      continue;
    }
    const auto heading = reader.heading(list_follows);
    const bool begins = std::exchange(ended, reader.is_whole_word()) || reader.begins_apart() || heading;
    // A line with a name of its own leaves the list above it as it was.
    if (listed && std::exchange(bare, false)) lines.pop_back();
    if (begins) lines.push_back(line);
    else lines.back() += '\n' + line;
    bare = heading.has_value();
    plain = heading ? heading->of_actions : plain && listed;
    if (heading) over = heading;
    else if (begins && !listed) over.reset();
  }
  return lines;
}

}  // namespace casus::desk
