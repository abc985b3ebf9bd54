// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/line_remarks.hpp"

#include "core/base/text.hpp"
#include "core/engine/deciding.hpp"
#include "core/engine/likely_names.hpp"
#include "core/engine/typed_texts.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

/// Who is in the team, and with whom it works, stands there anyway.
std::vector<std::string_view> known_names(const Team& team) {
  std::vector<std::string_view> names;
  for (const auto& member : team.members) names.push_back(member.name);
  for (const auto& partner : team.partners) names.push_back(partner.name);
  for (const auto& signal : team.signals) names.push_back(signal.neighbourhood);
  return names;
}

void look(const LikelyNames& finder, std::string_view text, std::vector<Remark>& out) {
  if (const auto name = finder.name(text); !name.empty())
    out.push_back({"R15", msg("remark.name_apart", "found"_is = name)});
  if (const auto address = finder.address(text); !address.empty())
    out.push_back({"R15", msg("remark.address_apart", "found"_is = address)});
}

std::vector<Remark> names_said(const LikelyNames& finder,
                               const std::vector<std::pair<std::string_view, std::string_view>>& texts) {
  std::vector<Remark> out;
  for (const auto& [key, text] : texts) {
    // The name of an organisation, and what it is for, is asked for by these.
    if (key == "name" || key == "purpose" || key == "profession" || key == "because") continue;
    look(finder, text, out);
  }
  return out;
}

/// A second Enter: the same line of this day. The one that was there goes by its id.
const TeamLine* noted_today(const std::vector<TeamLine>& lines, std::string_view text, Date today) {
  const auto same = [&](const TeamLine& one) {
    return one.on == today && folded(trimmed(one.text)) == folded(trimmed(text));
  };
  const auto found = std::ranges::find_if(lines, same);
  return found == lines.end() ? nullptr : &*found;
}

std::optional<Remark> noted_twice(const Team& before, const TeamCommand& command) {
  const auto* learning = std::get_if<NoteLearning>(&command.body);
  const auto* signal = std::get_if<NoteSignal>(&command.body);
  if (learning == nullptr && signal == nullptr) return std::nullopt;
  const auto* there = learning != nullptr ? noted_today(before.learning, learning->text, date_of(command.at))
                                          : noted_today(before.signals, signal->text, date_of(command.at));
  if (there == nullptr) return std::nullopt;
  const auto fresh = learning != nullptr ? next_id('l', static_cast<std::size_t>(before.learned))
                                         : next_id('s', static_cast<std::size_t>(before.signalled));
  return Remark{
      "", msg("remark.line_twice", "line"_is = there->id,
              "withdraw"_is = way("team withdraw", "line"_is = fresh, "because"_is = msg("mending.because_twice")))};
}

}  // namespace

std::vector<Remark> remarks(const Team& before, const TeamCommand& command) {
  auto allowed = known_names(before);
  if (const auto* signal = std::get_if<NoteSignal>(&command.body)) allowed.push_back(signal->neighbourhood);
  const bool about_people =
      std::holds_alternative<AddMember>(command.body) || std::holds_alternative<RenameMember>(command.body) ||
      std::holds_alternative<FoundTeam>(command.body) || std::holds_alternative<SetTeam>(command.body);
  std::vector<Remark> out;
  if (!about_people) out = names_said(LikelyNames(allowed), typed_texts(command.body));
  if (auto twice = noted_twice(before, command)) out.push_back(std::move(*twice));
  return out;
}

std::vector<Remark> remarks(const Team& team, const LearningCommand& command) {
  return names_said(LikelyNames(known_names(team)), typed_texts(command.body));
}

std::vector<Remark> remarks(const Team& team, const MeetingCommand& command) {
  std::vector<Remark> out;
  const LikelyNames finder(known_names(team));
  for (const auto& [key, text] : typed_texts(command.body))
    if (key == "because") look(finder, text, out);  // the others are names of who is there
  return out;
}

}  // namespace casus::engine
