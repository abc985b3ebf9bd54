// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload_agenda.hpp"

#include "core/meeting/foresee.hpp"
#include "core/meeting/lengths.hpp"

#include <fmt/format.h>

#include <cmath>

namespace casus::simulation {

Agenda::Agenda(const engine::Library& library, const Assumptions& a) : library_(library) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(a.workers.value); ++i)
    names_.push_back(fmt::format("Werker {}", i + 1));
  for (const auto& name : names_) situation_.team.members.push_back({name, {}});
  // What the parts without a case take is an assumption; the proposal reckons with a length of its own for them.
  situation_.minutes = static_cast<int>(std::lround(a.minutes.value - a.fixed_minutes.value)) + meeting::kOpening +
                       meeting::kLearning + meeting::kClosing;
  situation_.chair = situation_.note_taker = kChairName;  // who it is changes nothing that is counted
}

std::vector<AgendaLine> Agenda::lines(Date on, const std::vector<bool>& present, std::vector<CaseEntry>& entries) {
  situation_.on = on;
  situation_.team.absences.clear();
  for (std::size_t i = 0; i < present.size(); ++i)
    if (!present[i]) situation_.team.absences.push_back({names_[i], on, on});
  const auto people = meeting::people_there(situation_);
  std::vector<meeting::WantedLine> wanted;
  wanted.reserve(entries.size());
  for (auto& entry : entries) {
    if (entry.life == nullptr || entry.waits == CaseEntry::Waits::outside) continue;
    const auto& state = entry.life->state();
    if (entry.silent_at == state.version && (!entry.silent_until || on < *entry.silent_until)) continue;
    auto line = meeting::line_of(state, situation_, people, memory_, library_);
    if (!line) {
      // What was asked for is answered, and stays so until something is said.
      entry.silent_at = state.version;
      entry.silent_until = meeting::day_of_reason(meeting::seen_of(state), plus_days(on, 1), library_);
      continue;
    }
    // Who presents is called by a role in every playbook; here it is this worker.
    line->line.presenter = names_[entry.worker];
    if (line->due) line->due->presenter = line->line.presenter;
    wanted.push_back(std::move(*line));
  }
  auto plan = meeting::fitted(situation_, std::move(wanted), library_).plan;
  memory_.left.clear();
  for (const auto& line : plan.left_off) left(line);
  std::erase_if(plan.lines, [](const AgendaLine& line) { return line.case_id.empty(); });
  return std::move(plan.lines);
}

void Agenda::finished(const AgendaLine& line, Time from) {
  memory_.on_table[line.case_id] = situation_.on;
  if (line.part == AgendaPart::review) memory_.reviewed[line.case_id] = from;
}

void Agenda::forget(const std::string& case_id) {
  memory_.left.erase(case_id);
  memory_.on_table.erase(case_id);
  memory_.reviewed.erase(case_id);
}

}  // namespace casus::simulation
