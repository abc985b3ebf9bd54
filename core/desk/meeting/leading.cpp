// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/leading.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/reading.hpp"
#include "core/engine/refusing.hpp"
#include "core/report/history/naming.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::desk {
bool is_present(const service::Room& room, const std::string& name) {
  return std::ranges::any_of(room.present, [&](const std::string& one) { return same_name(one, name); });
}

const std::string* away_as(const service::Table& table, const std::string& name) {
  const auto who = std::ranges::find_if(table.away, [&](const std::string& one) { return same_name(one, name); });
  return who == table.away.end() ? nullptr : &*who;
}

std::optional<Refusal> may_not_lead(const service::Room& room, const Seat& seat) {
  if (seat.sureness == Sureness::named || seat.sureness == Sureness::table) return std::nullopt;
  const auto* at_hand = room.at_hand();
  if (same_name(seat.name, room.chair) || same_name(seat.name, room.note_taker) ||
      (at_hand != nullptr && same_name(seat.name, at_hand->chair)))
    return std::nullopt;
  return engine::no("NotLeading", "R3", text::msg("web.not_leading", "chair"_is = room.chair),
                    text::msg("web.not_leading_do"));
}

std::optional<Refusal> may_not_take_chair(const service::Room& room, const Seat& seat) {
  if (is_present(room, seat.name)) return std::nullopt;
  return engine::no("NotPresent", "R3", text::msg("web.not_present", "name"_is = seat.name),
                    text::msg("web.not_present_do"));
}

std::vector<OwnWord> own_words(Desk& desk, const service::Table& table) {
  if (table.private_time || !table.in_step) return {};
  return own_words_in_step(desk, table.case_id);
}

std::vector<OwnWord> own_words_before(Desk& desk, const service::Table& table) {
  constexpr std::size_t kLookedBackAt = 20;
  if (table.private_time) return {};
  auto all = own_words_of(desk, table.case_id);
  for (const auto& here : own_words(desk, table))
    std::erase_if(all, [&](const OwnWord& one) { return one.id == here.id; });
  if (all.size() > kLookedBackAt) all.resize(kLookedBackAt);
  return all;
}

std::vector<ReportedDanger> reported_danger(Desk& desk, const service::Table& table) {
  std::vector<ReportedDanger> reported;
  if (table.stage.safety != Safety::acute) return reported;
  const auto let_in = read_again(desk, table.case_id, CasePart::overview, {}, Sight::table);
  if (!let_in) return reported;
  const auto& state = let_in->state();
  for (const auto& note : state.safety_notes) {
    if (note.handled || note.level == Safety::clear) reported.clear();
    else if (note.level == Safety::acute) reported.push_back({state.name_of(note.by, desk.voice()), note.text});
  }
  return reported;
}

std::string meeting_pulse(Desk& desk, const std::string& day) {
  const auto meeting = desk.meetings().open(day);
  const auto* item = meeting.at_hand();
  // Danger in a case that is not on the table is on every page at once too.
  const auto acute = std::ranges::count_if(meeting.items, [&](const AgendaItem& one) {
    return &one != item && !one.line.case_id.empty() && is_acute(desk, one.line.case_id);
  });
  const auto elsewhere = acute > 0 ? fmt::format(".a{}", acute) : std::string();
  if (item == nullptr || item->line.case_id.empty()) return fmt::format("{}{}", meeting.version, elsewhere);
  return fmt::format("{}.{}{}", meeting.version, changes_in(desk, item->line.case_id), elsewhere);
}

}  // namespace casus::desk
