// SPDX-License-Identifier: EUPL-1.2
#include "core/page/layout.hpp"

#include "core/page/safe_text.hpp"

#include <algorithm>
#include <numeric>

namespace casus::page {

namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowestColumn = 6;

std::string padded(const std::string& text, std::size_t width) {
  const auto used = columns(text);
  return used >= width ? text : text + std::string(width - used, ' ');
}

/// Takes a beginning of at most `width` columns (and at least one sign) off a word.
std::string bite(std::string& word, std::size_t width) {
  std::size_t end = 0;
  for (std::size_t next = 1; next <= word.size(); ++next) {
    const bool inside = next < word.size() && (static_cast<unsigned char>(word[next]) & 0xC0U) == 0x80U;
    if (inside) continue;
    if (end > 0 && columns(std::string_view(word).substr(0, next)) > width) break;
    end = next;
  }
  auto head = word.substr(0, end);
  word.erase(0, end);
  return head;
}

/// Columns that the longest word of a cell takes: an id, a day or a name that is broken in two cannot be copied.
std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    longest = std::max(longest, columns(text.substr(at, end - at)));
    at = end + 1;
  }
  return longest;
}

/// Takes columns off the widest cells until all fit, none below its floor.
void narrow(std::vector<std::size_t>& widths, const std::vector<std::size_t>& floors, std::size_t room) {
  while (std::accumulate(widths.begin(), widths.end(), std::size_t{0}) > room) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (widths[i] > floors[i] && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    if (widest == widths.size()) return;
    --widths[widest];
  }
}

std::vector<std::size_t> widths_of(const Row& header, const std::vector<Row>& rows, std::size_t width) {
  std::vector<std::size_t> widths;
  std::vector<std::size_t> words;
  for (const auto& cell : header) {
    widths.push_back(columns(cell));
    words.push_back(std::max(kNarrowestColumn, longest_word(cell)));
  }
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], columns(row[i]));
      words[i] = std::max(words[i], longest_word(row[i]));
    }
  const auto room = width - std::min(width, kGap * (widths.size() - 1));
  // Whole words first; only when even those do not fit are the longest ones cut.
  narrow(widths, words, room);
  narrow(widths, std::vector<std::size_t>(widths.size(), kNarrowestColumn), room);
  return widths;
}

std::string row_text(const Row& row, const std::vector<std::size_t>& widths) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    cells.push_back(wrapped(i < row.size() ? row[i] : "", widths[i]));
    height = std::max(height, cells.back().size());
  }
  std::string out;
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text += std::string(kGap, ' ');
      text += padded(line < cells[i].size() ? cells[i][line] : "", widths[i]);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + '\n';
  }
  return out;
}

/// Whether the sentence goes on, or ends, behind this word of a line to type.
bool ends_typed(std::string_view word) {
  if (word.empty() || (word.ends_with("...") && !word.ends_with("...."))) return false;  // "..." is an open place
  return std::string_view(".,;:)").find(word.back()) != std::string_view::npos;
}

/// What the program can be told first. A test holds it to the commands.
constexpr std::string_view kBeginnings[] = {"apply",    "area",    "case",   "completion", "demo",  "learn",
                                            "manual",   "meeting", "method", "network",    "plan",  "serve",
                                            "simulate", "store",   "team",   "today",      "train", "workflow"};

/// Whether the name of the program begins a line to type here, as nothing else than one does: where a sentence has
/// come to it (":"), in brackets or by itself, with a command behind it.
bool begins_command(std::string_view text, std::size_t begin) {
  const auto space = text.find(' ', begin);
  if (space == std::string_view::npos) return false;
  const auto behind = text.substr(space + 1);
  const bool announced = begin == 0 || text[begin] == '(' || text.substr(0, begin).ends_with(": ");
  return announced &&
         std::ranges::find(kBeginnings, behind.substr(0, behind.find_first_of(" .,;:)"))) != std::end(kBeginnings);
}

/// Where a line to type ends that begins here with the name of the program: at its full stop, its comma or the end of
/// the text. Nothing when it neither is plainly one nor has an option: "casus" is an ordinary word too.
std::size_t typed_end(std::string_view text, std::size_t begin) {
  char quote = 0;
  bool is_typed = begins_command(text, begin);
  for (auto at = begin, word = begin;; ++at) {
    if (at < text.size() && quote != 0) {
      if (text[at] == quote) quote = 0;
    } else if (at < text.size() && (text[at] == '\'' || text[at] == '"') && (at == 0 || text[at - 1] != '\\')) {
      quote = text[at];
    } else if (at == text.size() || text[at] == ' ') {
      const auto last = text.substr(word, at - word);
      is_typed = is_typed || (last.size() > 2 && last.starts_with("--"));
      if (at == text.size() || ends_typed(last)) return is_typed ? at : begin;
      word = at + 1;
      if (text.substr(word).starts_with("casus ")) return is_typed ? at : begin;
    }
  }
}

/// The end of what stays together from here: a word, and where `typed_whole` a line to type, which is to be copied.
std::size_t part_end(std::string_view text, std::size_t begin, bool typed_whole) {
  const auto word = std::min(text.find(' ', begin), text.size());
  const auto first = text.substr(begin, word - begin);
  if (!typed_whole || (first != "casus" && first != "(casus")) return word;
  return std::max(word, typed_end(text, begin));
}

std::vector<std::string> fitted(std::string_view text, std::size_t width, bool typed_whole) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t used = 0;
  const auto clean = one_line(text);
  for (std::size_t at = 0; at < clean.size();) {
    const auto end = part_end(clean, at, typed_whole);
    auto word = clean.substr(at, end - at);
    const bool is_typed = word.find(' ') != std::string::npos;
    auto wide = columns(word);
    at = end + 1;
    if (!line.empty() && used + 1 + wide <= width) {
      line += ' ' + word;
      used += 1 + wide;
      continue;
    }
    if (!line.empty()) lines.push_back(std::move(line));
    while (!is_typed && wide > width && word.size() > 1) {
      auto head = bite(word, width);
      if (word.empty()) word.swap(head);
      wide = columns(word);
      if (head.empty()) break;
      lines.push_back(std::move(head));
    }
    line = std::move(word);
    used = wide;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t width) { return fitted(text, width, false); }

std::string paragraph(std::string_view lead, std::string_view text, std::size_t width) {
  const auto indent = columns(lead);
  std::string out;
  for (const auto& line : fitted(text, width - std::min(width - 1, indent), true))
    out += (out.empty() ? std::string(lead) : std::string(indent, ' ')) + line + '\n';
  return out;
}

std::string field(std::string_view label, std::string_view text, std::size_t label_width) {
  // What is longer than its column must not read on in the text.
  const auto lead = columns(label) > label_width ? std::string(label) + ':' : padded(std::string(label), label_width);
  return paragraph("  " + lead + ' ', text);
}

std::string heading(std::string_view text) {
  const auto clean = clipped(one_line(text), kTerminal);
  return '\n' + clean + '\n' + std::string(columns(clean), '-') + '\n';
}

std::string table(const Row& header, const std::vector<Row>& rows, std::size_t width) {
  const auto widths = widths_of(header, rows, width);
  Row rule;
  for (const auto column : widths) rule.emplace_back(column, '-');
  std::string out = row_text(header, widths) + row_text(rule, widths);
  for (const auto& row : rows) out += row_text(row, widths);
  return out;
}

}  // namespace casus::page
