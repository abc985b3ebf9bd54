// SPDX-License-Identifier: EUPL-1.2
#include "core/report/history/looks_text.hpp"

#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

/// Whether these looks came from more than one account of computers: with one there is nothing to tell apart.
bool of_several_accounts(const Looks& looks) {
  const std::string* first = nullptr;
  for (const auto& look : looks) {
    if (look.seen.account.empty()) continue;
    if (first == nullptr) first = &look.seen.account;
    else if (*first != look.seen.account) return true;
  }
  return false;
}

/// What it is said with.
struct LookWords {
  const Case& state;
  const text::Voice& voice;
  LooksFor reader;
  const Definitions* definitions;

  std::string role(Role role, bool of_the_team, Time at) const {
    if (definitions == nullptr) return role_in_case(role, of_the_team, voice);
    return Naming(state, *definitions, voice).role_then(role, of_the_team, at);
  }
};

std::string who_looked(const CaseSeen& seen, Time at, const LookWords& words) {
  const auto& state = words.state;
  const auto& voice = words.voice;
  const bool nobody = seen.name.empty() && state.person(seen.person) == nullptr && !seen.sureness;
  if (seen.sight == Sight::unnamed || (seen.sight == Sight::refused && nobody))
    return text::say(voice, "looks.somebody_unnamed");
  if (seen.name.empty() && seen.sight == Sight::refused && seen.sureness && comes_from_outside(*seen.sureness))
    return text::say(voice, "looks.somebody_with_card");
  const auto* person = state.person(seen.person);
  auto name = !seen.name.empty()  ? page::one_line(seen.name)
              : person != nullptr ? state.name_of(person->id, voice)
                                  : text::say(voice, "looks.erased");
  std::string roles;
  if (person != nullptr && words.reader != LooksFor::resident)
    for (const auto role : person->roles)
      roles += (roles.empty() ? "" : ", ") + words.role(role, person->team_member, at);
  // The resident and the circle have it among their roles.
  if (seen.sureness && !comes_from_outside(*seen.sureness))
    roles += (roles.empty() ? "" : ", ") + label(*seen.sureness, voice);
  return roles.empty() ? name : fmt::format("{} ({})", name, roles);
}

std::string why_looked(const CaseSeen& seen, const Case& state, const text::Voice& voice) {
  switch (seen.sight) {
    case Sight::table: return page::one_line(seen.because.empty() ? state.purpose : seen.because);
    case Sight::reason:
      return fmt::format("{}: {}", text::say(voice, "looks.table_reason_given"), page::one_line(seen.because));
    case Sight::resident: return text::say(voice, "looks.own_data");
    case Sight::circle: return text::say(voice, "looks.circle");
    case Sight::unnamed: return seen.because.empty() ? text::say(voice, "looks.said") : page::one_line(seen.because);
    case Sight::refused: return text::say(voice, "looks.refused_nothing_seen");
  }
  return {};
}

}  // namespace

page::Row looks_header(const text::Voice& voice) {
  return {text::say(voice, "looks.column_day"), text::say(voice, "looks.column_who"),
          text::say(voice, "looks.column_what"), text::say(voice, "looks.column_why")};
}

std::vector<page::Row> looks_rows(const Looks& looks, const Case& state, const text::Voice& voice, LooksFor reader,
                                  const Definitions* definitions) {
  const LookWords words{state, voice, reader, definitions};
  struct Line {
    page::Row row;
    int times = 1;
    std::string numbers{};
  };
  const bool says_account = reader != LooksFor::resident && of_several_accounts(looks);
  std::vector<Line> lines;
  for (const auto& look : looks) {
    const auto on = date_of(look.at);
    page::Row row{day(on, voice), who_looked(look.seen, look.at, words), label(look.seen.part, voice),
                  why_looked(look.seen, state, voice)};
    if (says_account && !look.seen.account.empty())
      row[1] += ", " + text::say(voice, "looks.account", "account"_is = page::one_line(look.seen.account));
    if (!look.seen.to.empty())
      row[2] += ' ' + text::say(voice, "looks.sent_to", "host"_is = page::one_line(look.seen.to));
    if (look.seen.reworded) row.back() += ' ' + text::say(voice, "looks.reworded");
    const auto same = std::ranges::find(lines, row, &Line::row);
    const bool is_new = same == lines.end();
    auto& line = is_new ? lines.emplace_back(Line{std::move(row)}) : *same;
    if (!is_new) ++line.times;
    if (reader == LooksFor::numbered && look.number > 0 && !look.seen.because.empty())
      line.numbers += fmt::format("{}l{}", line.numbers.empty() ? "" : ", ", look.number);
  }
  std::vector<page::Row> rows;
  for (auto& line : lines) {
    if (line.times > 1) line.row[2] += fmt::format(" ({}x)", line.times);
    if (!line.numbers.empty()) line.row.back() += fmt::format(" ({})", line.numbers);
    rows.push_back(std::move(line.row));
  }
  return rows;
}

namespace {

std::string erased_line(const Erasure& erasure, const text::Voice& voice, LooksFor reader) {
  const auto& done = erasure.done;
  const auto on = day(date_of(erasure.at), voice);
  if (done.before_copy) return fmt::format("{}: {}\n", on, text::say(voice, "looks.erased_before_copy"));
  const auto what = erasure.lost ? text::say(voice, "looks.case_given_up")
                    : done.person.empty()
                        ? text::say(voice, "looks.whole_case_erased")
                        : fmt::format("{} ({})", text::say(voice, "looks.person_erased"), done.person);
  auto line = fmt::format("{}: {}, {} {}", on, what, text::say(voice, "looks.by"), page::one_line(done.by));
  if (!done.with.empty()) line += fmt::format(" {} {}", text::say(voice, "looks.with"), page::one_line(done.with));
  if (!done.because.empty())
    line += fmt::format("; {}: {}", text::say(voice, "looks.reason"), page::one_line(done.because));
  if (done.forgotten)
    line += text::say(voice, "looks.reason_forgotten", "on"_is = text::day_message(date_of(*done.forgotten)),
                      "by"_is = page::one_line(done.forgotten_by), "with"_is = page::one_line(done.forgotten_with));
  if (erasure.number > 0 && reader != LooksFor::resident) line += fmt::format(" (l{})", erasure.number);
  return line + '\n';
}

}  // namespace

std::string erasures_text(const Erasures& erasures, const text::Voice& voice, LooksFor reader) {
  std::string erased;
  for (const auto& one : erasures) erased += erased_line(one, voice, reader);
  return erased;
}

std::string looks_gone_text(const std::vector<LooksGone>& gone, const text::Voice& voice) {
  std::string out;
  for (const auto& one : gone)
    out += text::say(voice, "looks.gone", "on"_is = text::day_message(date_of(one.at)), "count"_is = one.done.count,
                     "before"_is = text::day_message(one.done.before), "by"_is = page::one_line(one.done.by),
                     "with"_is = page::one_line(one.done.with), "law"_is = one.done.law) +
           '\n';
  return out;
}

std::string nobody_looked(const text::Voice& voice) { return text::say(voice, "looks.nobody_has_looked_case_since"); }

}  // namespace casus::report
