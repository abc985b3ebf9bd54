// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"

#include <utility>

/// Where one line of what was pasted ends and the next begins.
namespace casus::desk {

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
  std::vector<std::string> lines;
  bool ended = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of("\r\n", at), text.size());
    const auto line = without_bullet(std::string_view(text).substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    const LineReader reader(std::string(line), table, names, how);
    if (std::exchange(ended, reader.is_whole_word()) || reader.begins_apart()) lines.emplace_back(line);
    else lines.back() += '\n' + std::string(line);
  }
  return lines;
}

}  // namespace casus::desk
