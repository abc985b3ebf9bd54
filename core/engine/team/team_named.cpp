// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/said.hpp"
#include "core/engine/team/team_mending.hpp"
#include "core/engine/team/team_words.hpp"
#include "core/model/redaction.hpp"

#include <algorithm>

/// Where the team's own words name somebody.
namespace casus::engine {

namespace {

/// Who is in the team, and that they are away, is no text of anybody's.
bool is_about_members(const TeamEventBody& body) {
  return std::holds_alternative<MemberAdded>(body) || std::holds_alternative<MemberRenamed>(body) ||
         std::holds_alternative<MemberLeft>(body) || std::holds_alternative<AbsenceSet>(body) ||
         std::holds_alternative<AbsenceEnded>(body);
}

bool says_name(const TeamEventBody& body, std::string_view name) {
  const std::vector<HiddenName> erased{{std::string(name), {}, true}};
  const auto named = [&](const FieldNow& one) { return is_named(one.to, erased); };
  if (const auto* words = words_beside(body)) return is_named(*words, erased);
  if (std::ranges::any_of(texts_of(body), named)) return true;
  const auto* corrected = std::get_if<LineCorrected>(&body);
  return corrected != nullptr && std::ranges::any_of(corrected->now, named);
}

/// As `team destroy` takes it.
std::string line_called(const TeamEventBody& body, const std::string& line) {
  if (const auto* corrected = std::get_if<LineCorrected>(&body)) return corrected->line;
  if (const auto* withdrawn = std::get_if<LineWithdrawn>(&body)) return withdrawn->line;
  if (const auto* restored = std::get_if<LineRestored>(&body)) return restored->line;
  if (const auto* partner = std::get_if<PartnerAdded>(&body)) return partner->name;
  if (const auto* partner = std::get_if<PartnerDropped>(&body)) return partner->name;
  return line;
}

}  // namespace

std::vector<std::string> lines_naming(const TeamEvents& history, std::string_view name) {
  std::vector<std::string> found;
  const auto lines = lines_of(history);
  std::int64_t number = 0;
  for (const auto& event : history) {
    const auto& line = lines.at(++number);
    if (is_about_members(event.body) || !says_name(event.body, name)) continue;
    auto called = line_called(event.body, line);
    if (std::ranges::find(found, called) == found.end()) found.push_back(std::move(called));
  }
  return found;
}

}  // namespace casus::engine
