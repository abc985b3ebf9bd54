// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_at_table.hpp"

#include "core/base/matching.hpp"
#include "core/desk/words/among_questions.hpp"
#include "core/desk/words/meeting_word.hpp"
#include "core/desk/words/people/names_line.hpp"
#include "core/desk/words/words_of_line.hpp"
#include "core/text/label.hpp"

/// A line as it was typed, in its parts, and who is at the table to say it.
namespace casus::desk {
namespace {

/// The first colon, but that of a time: "om 14:30 komt de buurman".
std::size_t colon_in(std::string_view line) {
  const auto digit = [&](std::size_t at) { return at < line.size() && line[at] >= '0' && line[at] <= '9'; };
  // "a1:30 keer" is no time.
  const auto hour = [&](std::size_t at) {
    return at > 0 && digit(at - 1) && (at == 1 || digit(at - 2) || line[at - 2] == ' ');
  };
  auto at = line.find(':');
  while (at != std::string_view::npos && hour(at) && digit(at + 1) && digit(at + 2)) at = line.find(':', at + 1);
  return at;
}

}  // namespace

LineAtTable::LineAtTable(const std::string& line, const service::Table& table, const MeetingNames& names,
                         const Spelling& how)
    : line_(without_bullet(line)), t_(table), names_(names), how_(how) {
  // "klaar." and "klaar!" are the word as well; to stop is asked, and "help!" is a cry.
  if (const auto word = line_.substr(0, line_.find_last_not_of(".,!") + 1); word.size() < line_.size())
    if (const auto* known = meeting_word(word); known != nullptr && known->ask != Ask::stop && !known->text &&
                                                !(known->ask == Ask::help && line_.ends_with('!')))
      line_ = word;
  colon_ = colon_in(line_);
  head_ = words_in(line_.substr(0, colon_));
  if (colon_ != std::string::npos) text_ = trimmed(std::string_view(line_).substr(colon_ + 1));
  for (const auto& seat : t_.seats) people_.emplace_back(seat.name);
  for (const auto& name : names_.people)
    if (std::ranges::find(people_, name) == people_.end()) people_.emplace_back(name);
  // "@noor: ..." is "noor: ...".
  if (has_colon() && line_.starts_with('@') && !called_plainly(line_.substr(1, colon_ - 1), people_).empty()) {
    line_.erase(0, 1);
    head_.front().erase(0, 1);
    --colon_;
  }
}

std::string LineAtTable::person(std::string_view typed) const {
  const auto name = called(typed, people_);
  return name.empty() ? std::string(trimmed(typed)) : name;
}

std::string LineAtTable::speaker() const {
  if (const auto* turn = t_.turn()) return turn->name;
  std::string only;
  for (const auto& seat : t_.seats) {
    if (!seat.speaks) continue;
    if (!only.empty()) return {};
    only = seat.name;
  }
  return only;
}

std::string LineAtTable::teller() const {
  if (auto who = speaker(); !who.empty()) return who;
  if (!t_.presenter.empty()) return t_.presenter;
  return std::string(people_.front());
}

std::vector<std::string_view> LineAtTable::people_meant(std::string_view typed) const {
  const auto wanted = matched(trimmed(typed));
  std::vector<std::string_view> found;
  for (const auto name : people_)
    if (!wanted.empty() && matched(name).starts_with(wanted)) found.push_back(name);
  return found;
}

std::vector<std::string> LineAtTable::people_in(const std::string& typed) const {
  auto read = read_names(typed, people_);
  return read.unknown.empty() ? std::move(read.known) : std::vector<std::string>();
}

std::string LineAtTable::of_team(const std::string& typed) const {
  return called_plainly(typed, {names_.team.begin(), names_.team.end()});
}

std::vector<std::string_view> LineAtTable::colleagues() const {
  std::vector<std::string_view> all;
  for (const auto name : people_)
    if (std::ranges::find(names_.team, name) != names_.team.end()) all.push_back(name);
  return all;
}

bool LineAtTable::is_resident_at_table(const std::string& typed) const {
  const auto name = called_plainly(typed, people_);
  const auto seat = std::ranges::find(t_.seats, name, &service::Seat::name);
  return !name.empty() && seat != t_.seats.end() &&
         folded(seat->roles).find(folded(label(Role::resident, how_.voice))) != std::string::npos;
}

bool LineAtTable::names_branch(const std::string& typed) const {
  return std::ranges::any_of(
      t_.menu, [&](const auto& one) { return matched(one.name).find(matched(typed)) != std::string::npos; });
}

bool LineAtTable::takes_kind(std::string_view kind) const {
  return std::ranges::find(t_.kinds, kind, &service::SaidKind::key) != t_.kinds.end();
}

bool LineAtTable::asks_only() const { return only_asks(t_); }

std::string LineAtTable::kinds_offered() const {
  std::vector<text::Message> all;
  for (const auto& kind : t_.kinds) all.push_back(text::Message::verbatim(kind.name));
  return how_.voice.write(text::any_of(std::move(all)));
}

std::string LineAtTable::because() const {
  if (has_colon() && head_.size() == 1) return text_;
  const auto words = words_in(line_);
  for (std::size_t i = 1; i < words.size(); ++i)
    if (is_because(words[i])) return joined_words(words, i + 1, words.size());
  return {};
}

std::string LineAtTable::about() const {
  std::size_t end = 1;
  while (end < head_.size() && !is_because(head_[end])) ++end;
  return joined_words(head_, 1, end);
}

std::vector<std::string> LineAtTable::fields() const {
  std::vector<std::string> all;
  for (std::size_t at = 0; at <= text_.size();) {
    const auto end = std::min(text_.find(';', at), text_.size());
    all.emplace_back(trimmed(std::string_view(text_).substr(at, end - at)));
    at = end + 1;
  }
  return all;
}

}  // namespace casus::desk
