// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/meetings/meetings.hpp"
#include "tests/engine/shipped.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/manual_clock.hpp"
#include "tests/support/open_service.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace casus::test {

/// A fictitious team through a year, by the real service and engine: 48 meetings on Mondays, 120 cases, holidays,
/// illness, danger in the middle of a meeting, agreements that nobody kept. The same every time, ids of commands too;
/// with another seed it is another team.
class TeamYear {
 public:
  static constexpr int kMeetings = 48;
  static constexpr int kCases = 120;

  explicit TeamYear(std::unique_ptr<store::Store> in = store::open_memory(), int cases = kCases,
                    std::uint32_t seed = 20260105);

  /// All of it: each week the cases that come in, and the meeting as it is proposed.
  void pass();

  void open_cases(int week);
  /// Runs the meeting that was planned for this Monday.
  void hold(const PlanMeeting& plan);
  void next_week();

  Date on() const { return date_of(clock.now()); }
  std::string day() const { return to_string(on()); }
  /// By the cases alone, without the proposal's help: those with a review date or an open action up to this day.
  std::set<std::string> due();
  std::set<std::string> in_danger();

  ManualClock clock{"2026-01-05T09:00:00Z"};
  std::unique_ptr<store::Store> store;
  workflow::Catalogue workflows;
  OpenService service;
  service::Meetings meetings;
  std::vector<std::string> cases;
  int interrupts = 0;
  int left_open = 0;                 ///< times that a due action was looked at and stayed undone
  std::vector<std::string> refused;  ///< in words
  int commands = 0;                  ///< so many were given; their ids are those of `command_id`
  static std::string command_id(int number) { return "k" + std::to_string(number); }

 private:
  std::string next_id() { return command_id(++commands); }
  int chance(int of);  ///< 0 to of - 1, always the same row
  void tells(TeamBody body);
  void does(const std::string& id, const std::string& by, CommandBody body);
  void meets(MeetingBody body, const std::string& by);
  void look_back(const std::string& id, const std::string& by);
  void review(const std::string& id, const std::string& by);
  void interrupt(const std::string& by);

  const int wanted_;
  std::uint32_t row_;
};

}  // namespace casus::test
