// SPDX-License-Identifier: EUPL-1.2
#include "core/web/meeting/button_words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::web {
namespace {

using Buttons = std::vector<std::pair<std::string_view, text::Message>>;

std::optional<text::Message> button_for(const Buttons& buttons, std::string_view verb) {
  const auto found = std::ranges::find(buttons, verb, &Buttons::value_type::first);
  return found == buttons.end() ? std::nullopt : std::optional(found->second);
}

/// The question stands already where only what is hoped for is asked.
text::Message asked_by(const text::Way& way) {
  const bool hopes = std::ranges::find(way.fields, "hoped-for", &text::Argument::name) != way.fields.end();
  return hopes ? text::msg("web.presenter_hopes") : text::msg("web.presenter_asks");
}

/// Going on with a reason has a button of its own, beside the reason.
bool asks_reason(const text::Way& way) {
  return std::ranges::find(way.fields, "because", &text::Argument::name) != way.fields.end();
}

}  // namespace

std::optional<text::Message> lead_words(const text::Way& way) {
  static const Buttons buttons{{"case next", text::msg("web.next")},
                               {"case round", text::msg("web.form_round")},
                               {"case close", text::msg("web.form_close")},
                               {"case evaluate", text::msg("web.form_evaluate")},
                               {"case decide raise", text::msg("web.form_decide")},
                               {"case decide opinion", text::msg("web.form_opinion")},
                               {"case decide take", text::msg("web.form_decision")},
                               {"meeting next", text::msg("web.next")},
                               {"case back", text::msg("web.back")},
                               {"meeting back", text::msg("web.back")},
                               {"case why", text::msg("web.why")},
                               {"case say", text::msg("web.write_for")},
                               {"case safety concern", text::msg("web.concern")},
                               {"case safety acute", text::msg("web.acute")},
                               {"case safety handle", text::msg("web.handled")},
                               {"plan action", text::msg("web.action")},
                               {"plan goal", text::msg("web.goal")},
                               {"plan done", text::msg("web.form_result")},
                               {"case tell", text::msg("web.form_tell")},
                               {"case score", text::msg("web.form_score")},
                               {"case learn", text::msg("web.form_learn")},
                               {"case signal", text::msg("web.form_signal")},
                               {"case resume", text::msg("web.form_resume")},
                               {"case reopen", text::msg("web.form_reopen")},
                               {"case circle-plan present", text::msg("web.form_plan_told")},
                               {"case circle-plan answer", text::msg("web.form_plan_answer")},
                               {"case group", text::msg("web.form_group")},
                               {"case safety step", text::msg("web.form_meldcode")},
                               {"network add", text::msg("web.form_network")},
                               {"case correct", text::msg("web.mend_or_undo")},
                               {"case withdraw", text::msg("web.mend_or_undo")},
                               {"case review", text::msg("web.review")},
                               {"meeting start", text::msg("web.begin")},
                               {"meeting done", text::msg("web.item_ready")},
                               {"meeting park", text::msg("web.park")},
                               {"meeting finish", text::msg("web.finish")}};
  if (way.path == "case question") return asked_by(way);
  if (way.path == "case next" && asks_reason(way)) return text::msg("web.next_because");
  return button_for(buttons, way.path);
}

std::optional<text::Message> mine_words(const text::Way& way) {
  static const Buttons buttons{{"case safety concern", text::msg("web.concern")},
                               {"case safety acute", text::msg("web.acute")},
                               {"case pass", text::msg("web.pass")},
                               {"case score", text::msg("web.form_score")},
                               {"case decide opinion", text::msg("web.form_opinion")},
                               {"case learn", text::msg("web.form_learn")},
                               {"case signal", text::msg("web.form_signal")},
                               {"case correct", text::msg("web.mend")},
                               {"case withdraw", text::msg("web.take_back")}};
  return button_for(buttons, way.path);
}

}  // namespace casus::web
