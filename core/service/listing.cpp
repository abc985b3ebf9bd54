// SPDX-License-Identifier: EUPL-1.2
#include "core/service/index.hpp"
#include "core/service/service_state.hpp"

#include <fmt/format.h>

#include <algorithm>

/// Which cases there are.
namespace casus::service {

std::vector<CaseLine> Service::cases(const store::IndexQuery& query) {
  const auto held = state_->session.hold();
  std::vector<CaseLine> lines;
  for (auto& row : store_.list(query)) lines.push_back(case_line(row));
  return lines;
}

std::vector<std::string> Service::case_ids() {
  const auto held = state_->session.hold();
  auto ids = store_.streams("case/");
  for (auto& id : ids) id.erase(0, std::string_view("case/").size());
  return ids;
}

std::string Service::free_case_id(Date today) {
  const auto held = state_->session.hold();
  const auto year = static_cast<int>(today.year());
  // Streams come by name, so the last of this year that ends in a number is the highest.
  const auto prefix = fmt::format("case/{}-", year);
  int highest = 0;
  for (const auto& name : store_.streams(prefix)) {
    const auto tail = std::string_view(name).substr(prefix.size());
    if (tail.empty() || tail.size() > 6 || !std::ranges::all_of(tail, [](char c) { return c >= '0' && c <= '9'; }))
      continue;
    highest = std::max(highest, std::stoi(std::string(tail)));
  }
  return fmt::format("{}-{:03}", year, highest + 1);
}

void Service::each_case(const std::function<void(const Case&)>& visit) {
  const auto held = state_->session.hold();
  for (const auto& id : case_ids()) {
    const auto& it = current(id);
    if (it.stage.life != Life::erased) visit(it);
  }
}

}  // namespace casus::service
