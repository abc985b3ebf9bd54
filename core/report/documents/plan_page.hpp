// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/page/page.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace casus::report {

/// The plan for the team: goals with both scores side by side, actions, the share of each rung of the network-first
/// ladder (R9), the review date (R10), and what each line still lacks.
page::Page plan_page(const Case& state, Date today, const text::Voice& voice);

/// What `plan check` shows: the remarks by line, or that there are none.
page::Page plan_check_page(const Case& state, Date today, const text::Voice& voice);

/// Who gives the plan to the resident, and when.
struct PlanSender {
  std::string team;
  std::string phone;
  std::optional<Date> on;
};

/// The plan for the resident, in plain words: who it is from, what you want, who does what by when, what worked, when
/// we look again, and room to sign. Scores are said in words. Left out: what the team wrote for itself (notes,
/// evidence, reasons, rungs, remarks) and everything about other people but what they do in the plan.
page::Page plan_page_for_resident(const Case& state, const text::Voice& voice, const PlanSender& sender = {});
nlohmann::json plan_json_for_resident(const Case& state);

/// Of the plan what is for `reader` alone, somebody of the circle: the own actions. Neither goals nor what others do:
/// those are the resident's to tell.
page::Page plan_page_for_circle(const Case& state, std::string_view reader, const text::Voice& voice,
                                const PlanSender& sender = {});
nlohmann::json plan_json_for_circle(const Case& state, std::string_view reader);

/// {"ladder": [...], "both_scores": [...], "remarks": [...]}: what the page adds to goals and actions.
nlohmann::json plan_json(const Case& state, Date today, const text::Voice& voice);

/// Actions per rung, in the order of the ladder; those without one last.
std::vector<page::Bar> ladder(const Case& state, const text::Voice& voice);

}  // namespace casus::report
