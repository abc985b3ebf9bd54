// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/base/text.hpp"
#include "core/service/index.hpp"
#include "core/service/service_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

/// Which cases there are.
namespace casus::service {

std::vector<CaseLine> Service::cases(const store::IndexQuery& query) {
  const auto held = state_->session.hold();
  state_->cases.settle();
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

std::int64_t Service::rebuild(const std::function<void(std::int64_t, std::int64_t)>& progress) {
  const auto held = state_->session.hold();
  const auto ids = case_ids();
  const auto of = static_cast<std::int64_t>(ids.size());
  state_->cases.forget();
  store_.together([&] {
    store_.clear_index();
    std::int64_t done = 0;
    for (const auto& id : ids) {
      if (const auto* const it = readable(id)) store_.put_index(index_row(*it));
      if (progress) progress(++done, of);
    }
  });
  return of;
}

namespace {

/// Which columns of the index differ from what the events make of the case; technical, English.
std::string differing(const store::IndexRow& is, const store::IndexRow& right) {
  std::vector<std::string_view> columns;
  const auto same = [&](std::string_view name, const auto& one, const auto& other) {
    if (!(one == other)) columns.push_back(name);
  };
  same("stage", is.stage, right.stage);
  same("round", is.round, right.round);
  same("step", is.step, right.step);
  same("workflow", is.workflow, right.workflow);
  same("method", is.method, right.method);
  same("review_on", is.review_on, right.review_on);
  same("action_due", is.action_due, right.action_due);
  same("opened_on", is.opened_on, right.opened_on);
  same("changed_at", is.changed_at, right.changed_at);
  if (!is.locked && (is.summary != right.summary || !is.neighbourhood.empty())) {
    // A line of before it held a glance, or the neighbourhood, is right as far as it goes.
    const auto said = case_line(is), meant = case_line(right);
    const bool as_now = said.glance && is.neighbourhood.empty();
    if (as_now ||
        std::tie(said.title, said.into, said.neighbourhood) != std::tie(meant.title, meant.into, meant.neighbourhood))
      columns.push_back("summary");
  }
  return joined(columns);
}

}  // namespace

std::vector<store::Finding> Service::index_findings(std::set<ErasedSince>* since) {
  const auto held = state_->session.hold();
  const auto differences = [&] {
    state_->cases.settle();
    std::map<std::string, store::IndexRow> lines;
    store::IndexQuery page{.limit = 1000};
    for (bool more = true; more; page.offset += page.limit) {
      auto rows = store_.list(page);
      more = std::ssize(rows) == page.limit;
      for (auto& row : rows) lines.insert_or_assign(row.stream, std::move(row));
    }
    std::vector<store::Finding> findings;
    if (since != nullptr) since->clear();
    for (const auto& id : case_ids()) {
      const auto stream = CaseStream::stream_of(id);
      const auto line = lines.extract(stream);
      try {
        const auto* const it = readable(id);
        if (it == nullptr) continue;  // its key is not here: that is said by itself, and no line can be made of it
        const auto columns = line.empty() ? std::string() : differing(line.mapped(), index_row(*it));
        if (line.empty()) findings.push_back({stream, 0, text::msg("finding.line_missing"), true});
        else if (!columns.empty())
          findings.push_back({stream, it->version, text::msg("finding.line_differs", "columns"_is = columns), true});
        if (since != nullptr) add_erased_since(id, *since);
      } catch (const Fault&) {
        continue;  // its events are damaged: that is said by itself
      }
    }
    for (const auto& [stream, line] : lines)
      findings.push_back({stream, 0, text::msg("finding.line_without_events"), true});
    return findings;
  };
  const auto first = differences();
  if (first.empty()) return first;
  // Somebody may have written between the list and the case. What is wrong is wrong still.
  auto still = differences();
  std::erase_if(still, [&](const store::Finding& one) {
    return std::ranges::find(first, one.stream, &store::Finding::stream) == first.end();
  });
  return still;
}

void Service::each_case(const std::function<void(const Case&)>& visit) {
  const auto held = state_->session.hold();
  for (const auto& id : case_ids()) {
    const auto* const it = readable(id);
    if (it != nullptr && it->stage.life != Life::erased && it->into().empty()) visit(*it);
  }
}

const Case* Service::readable(const std::string& case_id) {
  try {
    return &current(case_id);
  } catch (const store::KeyMissing&) {
    state_->without_key.insert(case_id);
    return nullptr;
  }
}

const std::set<std::string>& Service::met_without_key() const { return state_->without_key; }

std::vector<std::string> Service::cases_without_key() {
  const auto held = state_->session.hold();
  std::vector<std::string> ids;
  for (const auto& id : case_ids())
    if (readable(id) == nullptr) ids.push_back(id);
  return ids;
}

}  // namespace casus::service
