// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/typed/case_line.hpp"

#include "core/desk/desk.hpp"
#include "core/meeting/glance.hpp"
#include "core/text/label.hpp"
#include "core/workflow/terms.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::desk {

std::string method_called(Desk& desk, const std::string& id) {
  const auto* method = desk.methods().find(id);
  return method == nullptr || method->definition.name.empty() ? id : method->definition.name.in(desk.voice());
}

std::string standing(Desk& desk, const service::CaseLine& line) {
  const auto voice = desk.voice();
  if (!line.into.empty()) return text::msg("merging.standing", "into"_is = line.into).in(voice);
  if (!line.team.empty()) return text::msg("transfer.standing", "team"_is = line.team).in(voice);
  auto out = label(line.stage.life, voice);
  if (line.stage.life == Life::open) {
    const auto* method = desk.methods().find(line.method);
    const auto* step = method == nullptr ? nullptr : method->definition.step(line.stage.phase, line.step);
    out = fmt::format("{}: {}", label(line.stage.phase, voice), step == nullptr ? line.step : step->name.in(voice));
  }
  if (line.stage.safety != Safety::clear) out += fmt::format(" · {}", label(line.stage.safety, voice));
  return out;
}

namespace {

std::vector<LegalDay> days_of(Desk& desk, const meeting::Glance& glance, Life life) {
  std::vector<LegalDay> days;
  if (life == Life::erased) return days;
  const auto voice = desk.voice();
  for (const auto& one : glance.requests)
    days.push_back({one.due, fmt::format("AVG {}", article_of(one.right)), label(one.right, voice), one.request});
  const auto* workflow = desk.service().library().pinned_workflow(glance.workflow);
  if (workflow == nullptr || life == Life::closed) return days;
  std::vector<GroundSince> grounds;
  for (const auto& one : glance.grounds) grounds.push_back({one.basis, one.reported_on});
  for (const auto& it : workflow::open_terms(*workflow, grounds, desk.today())) {
    const std::string law(it.basis ? law_of(*it.basis) : "");
    days.push_back({it.end, law, workflow::cited(*it.term).in(voice), {}});
  }
  std::ranges::stable_sort(days, {}, &LegalDay::on);
  return days;
}

}  // namespace

std::vector<LegalDay> legal_days(Desk& desk, const service::CaseLine& line) {
  return line.glance ? days_of(desk, *line.glance, line.stage.life) : std::vector<LegalDay>();
}

std::vector<LegalDay> legal_days(Desk& desk, const Case& state) {
  return days_of(desk, meeting::glance_of(state), state.stage.life);
}

std::string in_words(const std::vector<LegalDay>& days, const std::function<std::string(Date)>& written) {
  std::string out;
  std::vector<std::string> told;
  for (const auto& one : days) {
    const auto head =
        one.request.empty() ? (one.law.empty() ? one.what : one.law) : fmt::format("{} ({})", one.what, one.request);
    if (std::ranges::find(told, head) != told.end()) continue;
    told.push_back(head);
    out += (out.empty() ? "" : "; ") + head + ": " + written(one.on);
    if (!one.request.empty()) continue;
    for (const auto& more : days)
      if (&more != &one && more.request.empty() && more.law == one.law && !one.law.empty())
        out += ", " + written(more.on);
  }
  return out;
}

std::optional<Date> action_day(const service::CaseLine& line) {
  if (!line.glance || line.glance->requests.empty()) return line.action_due;
  return line.glance->requests.front().due == line.action_due ? line.glance->acts_on : line.action_due;
}

}  // namespace casus::desk
