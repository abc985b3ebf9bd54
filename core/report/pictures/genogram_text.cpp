// SPDX-License-Identifier: EUPL-1.2
#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/naming.hpp"
#include "core/report/pictures/genogram.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

std::string family_name(const Case& state, std::string_view id, Lang lang) {
  if (id == "resident") return std::string(pick(lang, "inwoner", "resident"));
  return page::one_line(state.name_of(id, lang));
}

std::string member_in_words(const Case& state, const FamilyMember& member, Lang lang) {
  auto out = fmt::format("{} ({}", family_name(state, member.person, lang), label(member.symbol, lang));
  if (member.state != Vital::alive) out += fmt::format(", {}", label(member.state, lang));
  return out + ")";
}

std::vector<std::string> lines_in_words(const Case& state, Lang lang) {
  std::vector<std::string> out;
  for (const auto& link : state.family.partners)
    out.push_back(fmt::format("{} {} {}: {}, {}", family_name(state, link.one, lang), pick(lang, "en", "and"),
                              family_name(state, link.other, lang), pick(lang, "partners", "partners"),
                              label(link.bond, lang)));
  for (const auto& link : state.family.parents) {
    auto line = fmt::format("{} {} {}", family_name(state, link.parent, lang),
                            pick(lang, "is ouder van", "is a parent of"), family_name(state, link.child, lang));
    if (link.how != Descent::birth) line += fmt::format(" ({})", label(link.how, lang));
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

std::vector<std::string> genogram_in_words(const Case& state, Lang lang) {
  std::vector<std::string> out;
  for (const auto& member : state.family.members) out.push_back(member_in_words(state, member, lang) + ".");
  for (const auto& line : lines_in_words(state, lang)) out.push_back(line + ".");
  return out;
}

std::string genogram_text(const Case& state, Lang lang) {
  auto out = page::paragraph("", fmt::format("{} {}", pick(lang, "Genogram van casus", "Genogram of case"), state.id));
  if (state.family.members.empty())
    return out + page::paragraph("", fmt::format("{} casus network family person {} inwoner",
                                                 pick(lang, "Er staat nog niemand in. Begin met de inwoner:",
                                                      "There is nobody in it yet. Begin with the resident:"),
                                                 state.id));
  auto places = genogram_places(state.family);
  std::ranges::stable_sort(
      places, [](const OnSheet& a, const OnSheet& b) { return a.row != b.row ? a.row < b.row : a.at.x < b.at.x; });
  int row = -1;
  for (const auto& place : places) {
    if (place.row != row)
      out += page::heading(fmt::format("{} {}", pick(lang, "Generatie", "Generation"), place.row + 1));
    row = place.row;
    out += page::paragraph("- ", member_in_words(state, *place.member, lang));
  }
  const auto lines = lines_in_words(state, lang);
  if (!lines.empty()) out += page::heading(pick(lang, "Wie hoort bij wie", "Who belongs to whom"));
  for (const auto& line : lines) out += page::paragraph("- ", line);
  return out;
}

}  // namespace casus::report
