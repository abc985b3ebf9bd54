// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/reply.hpp"
#include "core/engine/mending/said.hpp"
#include "core/engine/team/team_mending.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/team_history.hpp"
#include "core/service/commands/command_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

/// All that happened in the team: what was done and by whom, with the number or id by which it is put right.
namespace casus::desk {
namespace {

using nlohmann::json;

class TeamHistory final : public Verb {
 public:
  Access access() const override { return reads(Ground::house); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    auto events = desk.service().team_history();
    const bool keeper = desk.seat().sureness == Sureness::keeper;
    if (keeper)
      for (auto& event : events)
        if (is_for_the_team(event)) engine::take_out_texts(event.body);
    if (desk.json()) return reply.json(document(events));
    if (events.empty()) return reply.line(desk.say("team.history_empty"));
    const auto lines = engine::lines_of(events);
    const auto destroyed = engine::destroyed_in(events);
    std::vector<std::vector<std::string>> rows;
    std::int64_t number = 0;
    for (const auto& event : events) {
      const bool gone = destroyed.contains(++number);
      rows.push_back(
          {lines.at(number), desk.day(date_of(event.at)), page::one_line(report::who_did(event, desk.voice())),
           keeper && is_for_the_team(event) ? desk.say("team.history_for_the_team")
                                            : page::one_line(report::team_event_in_words(event, gone, desk.voice()))});
    }
    reply.table({desk.say("team.history_number"), desk.say("team.history_day"), desk.say("team.history_who"),
                 desk.say("team.history_what")},
                std::move(rows));
    if (std::ranges::any_of(events, keeps_no_name)) {
      reply.line();
      reply.prose("", desk.say("team.history_nameless"));
    }
  }

 private:
  /// R15.
  static bool keeps_no_name(const TeamEvent& event) {
    return std::holds_alternative<LearningNoted>(event.body) || std::holds_alternative<SignalNoted>(event.body);
  }

  /// Lines that come from cases, and what was said when they were put right: nothing for who looks after the store, as
  /// on the pages that show them.
  static bool is_for_the_team(const TeamEvent& event) {
    return keeps_no_name(event) || std::holds_alternative<LineCorrected>(event.body) ||
           std::holds_alternative<LineWithdrawn>(event.body) || std::holds_alternative<LineRestored>(event.body) ||
           std::holds_alternative<FocusChosen>(event.body) || std::holds_alternative<ContributionAgreed>(event.body) ||
           std::holds_alternative<FocusFinished>(event.body);
  }

  static json document(const engine::TeamEvents& events) {
    json all = json::array();
    std::int64_t number = 0;
    for (const auto& event : events) all.push_back(service::event_json(event, ++number));
    return {{"events", std::move(all)}};
  }
};

}  // namespace

Entries team_history_verbs() {
  return {{"team history", "help.team_history_about", "help.team_history_example", fresh<TeamHistory>}};
}

}  // namespace casus::desk
