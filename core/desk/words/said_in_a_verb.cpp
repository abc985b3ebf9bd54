// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"
#include "core/desk/words/people/names_line.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

/// Lines in which a verb says what is meant: whose question or answer it is, who is there, whose action it is, what
/// somebody scores. Each stands behind a name of somebody at the table, and only as the whole line.
namespace casus::desk {

using text::msg;

namespace {

/// The kind of what follows such a verb: "vraagt", "answers"; empty for another word.
std::string kind_of_verb(std::string_view typed) {
  const auto wanted = folded(trimmed(typed));
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(msg("line.verb_kinds").in(lang)))
      if (std::ranges::find(use.said, wanted) != use.said.end()) return use.value;
  return {};
}

}  // namespace

std::optional<Meant> LineReader::kind_in_a_verb() const {
  if (text_.empty()) return std::nullopt;
  for (auto end = head_.size(); end-- > 1;) {
    const auto kind = kind_of_verb(joined_words(head_, end, head_.size()));
    const auto by = kind.empty() ? std::string() : called_plainly(joined_words(head_, 0, end), people_);
    if (by.empty()) continue;
    // Of the menu of a step, and where no choice or wish is known, it is told in words.
    const bool wish =
        kind == "wish" &&
        (takes_kind(kind) || std::ranges::find(t_.other_kinds, kind, &service::SaidKind::key) != t_.other_kinds.end());
    if ((kind == "choice" || kind == "wish") && !takes_kind(kind) && !wish)
      return again(fmt::format("{}: {} {}", by, joined_words(head_, end, head_.size()), text_));
    return again(kind_called(kind).empty() ? fmt::format("{}: {}", by, text_)
                                           : fmt::format("{} {}: {}", by, kind, text_));
  }
  return std::nullopt;
}

/// In answer to who is there; with a case on the table that was told before.
std::optional<Meant> LineReader::all_are_there() const {
  if (!t_.case_id.empty() || line_.ends_with('?')) return std::nullopt;
  const auto begin = name_of(Ask::start, how_.voice) + ' ';
  auto team = people_;
  for (const auto& name : names_.team) team.emplace_back(name);
  const auto all_known = [&](std::string_view typed, std::size_t least) {
    const auto row = read_names(typed, team);
    return row.known.size() >= least && row.unknown.empty();
  };
  const bool nobody_yet = people_.empty();
  // "noor, daan en ria", "aanwezig: noor, daan".
  if (has_colon()) {
    const bool listed = is_said_as(joined_words(head_, 0, head_.size()), msg("line.present_words"));
    return nobody_yet && listed && all_known(text_, 1) ? std::optional(again(begin + text_)) : std::nullopt;
  }
  if (nobody_yet && all_known(line_, 2)) return again(begin + line_);
  const auto& ways = msg("line.all_there_words");
  if (is_said_as(line_, ways)) return again(begin + say("line.everyone"));
  for (const auto& [use, open] : fillings(line_, ways))
    if (all_known(open, 1)) return again(begin + say("line.everyone_but", "names"_is = open));
  return nobody_yet ? all_but_some() : std::nullopt;
}

/// "daan is ziek, de rest is er": without those last words others may be away as well, and it is asked elsewhere.
std::optional<Meant> LineReader::all_but_some() const {
  std::size_t end = head_.size();
  for (std::size_t at = 1; at < head_.size() && end == head_.size(); ++at)
    if (is_said_as(joined_words(head_, at, head_.size()), msg("line.rest_there_words"))) end = at;
  if (end == head_.size()) return std::nullopt;
  auto told = joined_words(head_, 0, end);
  while (told.ends_with(',') || told.ends_with('.') || told.ends_with(';')) told.pop_back();
  for (const auto& [use, open] : fillings(told, msg("line.comes_words"))) {
    const auto away = read_names(open, {names_.team.begin(), names_.team.end()});
    if ((use != "leaves" && use != "away") || away.known.empty() || !away.unknown.empty()) continue;
    return again(name_of(Ask::start, how_.voice) + ' ' + say("line.everyone_but", "names"_is = open));
  }
  return std::nullopt;
}

std::optional<Meant> LineReader::action_handed(const std::string& id, std::string_view rest,
                                               const std::string& by) const {
  for (const auto& [use, open] : fillings(rest, msg("line.action_owner_words"))) {
    auto who = called_plainly(open, people_);
    // "op naam van Joost", who is not at the table: whether there is somebody called so is known to the case.
    if (who.empty() && use == "sure") who = trimmed(open);
    if (who.empty()) continue;
    ChangeAction handed;
    handed.action = id;
    handed.who = std::move(who);
    return GiveCommand{by, std::move(handed)};
  }
  return std::nullopt;
}

}  // namespace casus::desk
