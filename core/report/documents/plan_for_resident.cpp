// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/documents/plan_page.hpp"
#include "core/report/documents/plan_scores.hpp"
#include "core/report/naming.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

/// The plan as the resident gets it: plain words, "u", and nothing that the team wrote for itself.
namespace casus::report {

using nlohmann::json;

namespace {

std::string without_full_stop(std::string_view text) {
  auto out = page::one_line(text);
  while (out.ends_with('.')) out.pop_back();
  return out;
}

class PlainPlan {
 public:
  PlainPlan(const Case& state, Lang lang) : state_(state), lang_(lang) {}

  std::string word(std::string_view nl, std::string_view en) const { return std::string(pick(lang_, nl, en)); }

  bool is_you(std::string_view id) const {
    const auto* person = state_.person(id);
    return id == "resident" || (person != nullptr && person->has(Role::resident));
  }

  /// Somebody who is erased is still somebody.
  std::string name(std::string_view id) const {
    const auto* person = state_.person(id);
    return person == nullptr || person->erased ? word("iemand", "somebody") : person->name;
  }

  void goal(page::Page& page, const Goal& goal) const {
    page.bullet(capital(without_full_stop(goal.set.text)) + "." + come_of(goal.state));
    const auto scores = both_scores(state_, goal);
    const auto said = [&](const GoalMark* mark, std::string_view nl, std::string_view en) {
      if (mark == nullptr) return;
      const int value = *mark->given.value;
      const int low = *goal.set.scale == GoalScale::minus3_plus2 ? -3 : -2;
      const auto level = static_cast<std::size_t>(value - low);
      auto line = fmt::format("{} {}", word(nl, en), scale_point(value));
      if (level < goal.set.levels.size()) line += ": " + without_full_stop(goal.set.levels[level]);
      page.detail(line + ".");
    };
    said(scores.resident, "Zo ver bent u volgens uzelf:", "How far you are, as you see it:");
    said(scores.worker, "Zo zien wij het:", "As we see it:");
  }

  std::string come_of(Done state) const {
    switch (state) {
      case Done::done: return word(" Dit is gelukt.", " This worked out.");
      case Done::partly: return word(" Dit is voor een deel gelukt.", " This worked out in part.");
      case Done::not_done: return word(" Dit is niet gelukt.", " This did not work out.");
      default: return {};
    }
  }

  /// "Bellen met tante Els. Dat doet Noor, voor 9 maart 2026. Bram kijkt of het lukt."
  std::string action(const Action& action) const {
    const auto& plan = action.plan;
    auto out = capital(without_full_stop(plan.what)) + ".";
    if (action.state != Done::open) return out + come_of(action.state);
    if (!plan.who.empty()) {
      out += is_you(plan.who) ? word(" Dat doet u zelf", " You do this yourself")
                              : fmt::format(fmt::runtime(word(" Dat doet {}", " {} does this")), name(plan.who));
      if (plan.by_when)
        out += fmt::format(fmt::runtime(word(", uiterlijk op {}", ", by {} at the latest")), due(plan, lang_));
      out += '.';
    }
    if (!plan.checks.empty() && plan.checks != plan.who)
      out += is_you(plan.checks)
                 ? word(" U kijkt of het lukt.", " You see whether it works.")
                 : fmt::format(fmt::runtime(word(" {} kijkt of het lukt.", " {} sees whether it works.")),
                               name(plan.checks));
    return out;
  }

  /// Whom the resident can turn to: who brought the case in.
  std::string contact() const {
    const auto* person = state_.with(Role::presenter);
    return person == nullptr || person->erased ? word("het team", "the team") : person->name;
  }

 private:
  const Case& state_;
  Lang lang_;
};

/// The open ones by day, then those that came to something.
std::vector<const Action*> actions_by_day(const Case& state, bool open) {
  std::vector<const Action*> out;
  for (const auto& action : state.actions)
    if ((action.state == Done::open) == open) out.push_back(&action);
  std::ranges::stable_sort(out, [](const Action* a, const Action* b) {
    return a->plan.by_when && (!b->plan.by_when || *a->plan.by_when < *b->plan.by_when);
  });
  return out;
}

}  // namespace

page::Page plan_page_for_resident(const Case& state, Lang lang) {
  const PlainPlan in(state, lang);
  page::Page page;
  page.title = in.word("Uw plan", "Your plan");
  page.section("");
  page.paragraph(
      in.word("Hier staat wat u wilt bereiken en wie wat doet. Het is uw plan: u mag het altijd veranderen.",
              "This says what you want to reach and who does what. It is your plan: you can always change it."));
  if (!state.goals.empty()) {
    page.section(in.word("Wat u wilt bereiken", "What you want to reach"));
    for (const auto& goal : state.goals) in.goal(page, goal);
  }
  const auto open = actions_by_day(state, true);
  page.section(in.word("Wat er gaat gebeuren", "What will be done"));
  if (open.empty()) page.paragraph(in.word("Er staan nu geen afspraken open.", "There is nothing agreed right now."));
  for (const auto* action : open) page.bullet(in.action(*action));
  if (const auto past = actions_by_day(state, false); !past.empty()) {
    page.section(in.word("Wat er al is gedaan", "What has been done"));
    for (const auto* action : past) page.bullet(in.action(*action));
  }
  if (state.stage.life == Life::closed) {
    page.section(in.word("Uw plan is afgerond", "Your plan is finished"));
    page.paragraph(fmt::format(fmt::runtime(in.word("Heeft u later weer een vraag? Zeg het tegen {}.",
                                                    "Do you have a question again later? Tell {}.")),
                               in.contact()));
    return page;
  }
  page.section(in.word("Wanneer we samen kijken hoe het gaat", "When we look together how things are"));
  page.paragraph(state.review_on ? fmt::format(fmt::runtime(in.word("Op {}.", "On {}.")), day(*state.review_on, lang))
                                 : in.word("Die dag kiezen we nog met u.", "We will choose that day with you."));
  page.section(in.word("Klopt er iets niet?", "Is something not right?"));
  page.paragraph(fmt::format(fmt::runtime(in.word("Zeg het tegen {}. Dan passen we het plan samen aan.",
                                                  "Tell {}. Then we change the plan together.")),
                             in.contact()));
  return page;
}

json plan_json_for_resident(const Case& state) {
  const PlainPlan in(state, Lang::nl);
  auto goals = json::array();
  for (const auto& goal : state.goals) {
    const auto both = both_scores(state, goal);
    const auto value = [](const GoalMark* mark) { return mark == nullptr ? json() : json(*mark->given.value); };
    goals.push_back({{"text", goal.set.text},
                     {"state", key(goal.state)},
                     {"your_score", value(both.resident)},
                     {"our_score", value(both.worker)}});
  }
  auto actions = json::array();
  for (const auto& action : state.actions) {
    const auto who = [&](const std::string& id) {
      if (id.empty()) return json();
      return in.is_you(id) ? json("you") : json(in.name(id));
    };
    actions.push_back({{"what", action.plan.what},
                       {"who", who(action.plan.who)},
                       {"by_when", action.plan.by_when ? json(to_string(*action.plan.by_when)) : json()},
                       {"checks", who(action.plan.checks)},
                       {"state", key(action.state)}});
  }
  return {{"goals", std::move(goals)},
          {"actions", std::move(actions)},
          {"review_on", state.review_on ? json(to_string(*state.review_on)) : json()},
          {"contact", in.contact()}};
}

}  // namespace casus::report
