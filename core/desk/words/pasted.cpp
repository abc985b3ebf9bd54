// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"

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
  if (found.by.empty() || !found.unknown.empty()) return false;
  for (auto end = head_.size(); end > 0; --end)
    if (head_.front().size() > 1 && !called(joined_words(head_, 0, end), people_).empty()) return true;
  const auto typed = folded(joined_words(head_, 0, head_.size()));
  return std::ranges::any_of(t_.kinds, [&](const auto& kind) { return spoken(kind.name) == typed; });
}

std::vector<std::string> pasted_lines(const std::string& text, const service::Table& table, const MeetingNames& names,
                                      const Spelling& how) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of("\r\n", at), text.size());
    const auto line = without_bullet(std::string_view(text).substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    if (lines.empty() || LineReader(std::string(line), table, names, how).begins_anew()) lines.emplace_back(line);
    else lines.back() += '\n' + std::string(line);
  }
  return lines;
}

}  // namespace casus::desk
