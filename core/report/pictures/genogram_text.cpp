// SPDX-License-Identifier: EUPL-1.2
#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/pictures/genogram.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

std::string family_name(const Case& state, std::string_view id, const text::Voice& voice) {
  if (id == "resident") return text::say(voice, "genogram.resident");
  return page::one_line(state.name_of(id, voice));
}

std::string member_in_words(const Case& state, const FamilyMember& member, const text::Voice& voice) {
  auto out = fmt::format("{} ({}", family_name(state, member.person, voice), label(member.symbol, voice));
  if (member.state != Vital::alive) out += fmt::format(", {}", label(member.state, voice));
  return out + ")";
}

std::vector<std::string> lines_in_words(const Case& state, const text::Voice& voice) {
  std::vector<std::string> out;
  for (const auto& link : state.family.partners)
    out.push_back(fmt::format("{} {} {}: {}, {}", family_name(state, link.one, voice), text::say(voice, "genogram.and"),
                              family_name(state, link.other, voice), text::say(voice, "genogram.partners"),
                              label(link.bond, voice)));
  for (const auto& link : state.family.parents) {
    auto line = fmt::format("{} {} {}", family_name(state, link.parent, voice), text::say(voice, "genogram.parent"),
                            family_name(state, link.child, voice));
    if (link.how != Descent::birth) line += fmt::format(" ({})", label(link.how, voice));
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

std::vector<std::string> genogram_in_words(const Case& state, const text::Voice& voice) {
  std::vector<std::string> out;
  for (const auto& member : state.family.members) out.push_back(member_in_words(state, member, voice) + ".");
  for (const auto& line : lines_in_words(state, voice)) out.push_back(line + ".");
  return out;
}

std::string genogram_text(const Case& state, const text::Voice& voice) {
  auto out = page::paragraph("", fmt::format("{} {}", text::say(voice, "genogram.genogram_case"), state.id));
  if (state.family.members.empty())
    return out + page::paragraph("", text::say(voice, "genogram.nobody_yet_begin_resident",
                                               "person"_is = text::way("network family person", "case"_is = state.id,
                                                                       "name"_is = "inwoner")));
  auto places = genogram_places(state.family);
  std::ranges::stable_sort(
      places, [](const OnSheet& a, const OnSheet& b) { return a.row != b.row ? a.row < b.row : a.at.x < b.at.x; });
  int row = -1;
  for (const auto& place : places) {
    if (place.row != row)
      out += page::heading(fmt::format("{} {}", text::say(voice, "genogram.generation"), place.row + 1));
    row = place.row;
    out += page::paragraph("- ", member_in_words(state, *place.member, voice));
  }
  const auto lines = lines_in_words(state, voice);
  if (!lines.empty()) out += page::heading(text::say(voice, "genogram.belongs_whom"));
  for (const auto& line : lines) out += page::paragraph("- ", line);
  return out;
}

}  // namespace casus::report
