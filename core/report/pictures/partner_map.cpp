// SPDX-License-Identifier: EUPL-1.2
#include "core/report/pictures/partner_map.hpp"

#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace casus::report {

using nlohmann::json;

namespace {

/// "Anders" is no group that a team could miss.
bool can_be_missed(PartnerKind kind) { return kind != PartnerKind::other; }

auto partners_of(const Team& team, PartnerKind kind, Partnership partnership) {
  std::vector<const Partner*> out;
  for (const auto& partner : team.partners)
    if (partner.kind == kind && partner.partnership == partnership) out.push_back(&partner);
  return out;
}

std::string names_of_partners(const std::vector<const Partner*>& partners) {
  std::string out;
  for (const auto* partner : partners) out += (out.empty() ? "" : ", ") + page::one_line(partner->name);
  return out.empty() ? "-" : out;
}

std::vector<PartnerKind> empty_groups(const Team& team) {
  std::vector<PartnerKind> out;
  for (const auto& kind : names_of(PartnerKind{}))
    if (can_be_missed(kind.value) && partners_of(team, kind.value, Partnership::present).empty())
      out.push_back(kind.value);
  return out;
}

}  // namespace

std::string partners_text(const Team& team, const text::Voice& voice) {
  if (team.partners.empty())
    return page::paragraph(
        "", text::say(voice, "partner_map.nobody_partner_map_yet_add", "add"_is = way("team partner add")));
  std::vector<page::Row> rows;
  for (const auto& kind : names_of(PartnerKind{})) {
    const auto present = partners_of(team, kind.value, Partnership::present);
    const auto wished = partners_of(team, kind.value, Partnership::wished);
    if (present.empty() && wished.empty() && !can_be_missed(kind.value)) continue;
    rows.push_back({capital(label(kind.value, voice)), names_of_partners(present), names_of_partners(wished)});
  }
  auto out = page::table({text::say(voice, "partner_map.group"), text::say(voice, "partner_map.we_work"),
                          text::say(voice, "partner_map.we_want_work")},
                         rows);
  out += page::heading(text::say(voice, "partner_map.gap"));
  const auto gaps = empty_groups(team);
  std::string groups;
  for (const auto kind : gaps) groups += (groups.empty() ? "" : ", ") + label(kind, voice);
  if (groups.empty()) out += page::paragraph("- ", text::say(voice, "partner_map.somebody_every_group"));
  else out += page::paragraph("- ", text::say(voice, "partner_map.nobody_yet_from") + groups + ".");
  for (const auto& partner : team.partners) {
    if (partner.partnership != Partnership::wished) continue;
    auto line = fmt::format("{} ({}), {} {}", page::one_line(partner.name), label(partner.kind, voice),
                            text::say(voice, "partner_map.wished_since"), text::day_in_words(partner.since, voice));
    if (!partner.purpose.empty()) line += ": " + page::one_line(partner.purpose);
    out += page::paragraph("- ", line);
  }
  return out;
}

json partners_json(const Team& team) {
  auto partners = json::array();
  auto wished = json::array();
  for (const auto& partner : team.partners) {
    partners.push_back({{"name", partner.name},
                        {"kind", key(partner.kind)},
                        {"partnership", key(partner.partnership)},
                        {"purpose", partner.purpose},
                        {"since", to_string(partner.since)}});
    if (partner.partnership == Partnership::wished) wished.push_back(partner.name);
  }
  auto groups = json::array();
  for (const auto& kind : names_of(PartnerKind{}))
    groups.push_back({{"kind", kind.key},
                      {"present", partners_of(team, kind.value, Partnership::present).size()},
                      {"wished", partners_of(team, kind.value, Partnership::wished).size()}});
  auto missed = json::array();
  for (const auto kind : empty_groups(team)) missed.push_back(key(kind));
  return {{"partners", std::move(partners)},
          {"groups", std::move(groups)},
          {"gap", {{"empty_groups", std::move(missed)}, {"wished", std::move(wished)}}}};
}

}  // namespace casus::report
