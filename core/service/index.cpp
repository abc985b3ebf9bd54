// SPDX-License-Identifier: EUPL-1.2
#include "core/service/index.hpp"

#include "core/base/json/json_text.hpp"
#include "core/model/case/waits_here.hpp"
#include "core/store/codec/quick_reader.hpp"

namespace casus::service {

store::IndexRow index_row(const Case& it) {
  store::IndexRow row{.stream = "case/" + it.id, .opened_on = date_of(it.opened_at), .changed_at = it.changed_at};
  if (it.stage.life == Life::erased) {  // the same line whether or not the case can still be read
    row.stage.life = Life::erased;
    return row;
  }
  row.stage = it.stage;
  row.round = it.round;
  if (const auto* here = it.here()) row.step = here->step;
  row.workflow = it.workflow.id;
  row.method = it.method(it.stage.phase).id;
  if (it.stage.life != Life::closed) {
    row.review_on = it.review_on;
    row.action_due = meeting::next_action_day(it);
  }
  for (const auto& one : it.requests)  // of a closed case too: the month does not stop
    if (waits_here(it, one) && (!row.action_due || one.due() < *row.action_due)) row.action_due = one.due();
  // Made at every append, so written without a tree of values.
  text::ObjectWriter summary;
  summary.required("title", it.title);
  // Sealed too: where an area is meant a street may be typed, and what was destroyed must not lie readable in a backup.
  if (!it.neighbourhood.empty()) summary.required("neighbourhood", it.neighbourhood);
  if (!it.into().empty()) summary.required("into", std::string(it.into()));
  if (it.given_over) summary.required("team", it.given_over->what.team);
  const auto glance = meeting::glance_of(it);
  summary.required("glance", glance);
  summary.finish(row.summary);
  return row;
}

namespace {

/// Nothing for one of another version: then the case is opened to know.
std::optional<meeting::Glance> glance_from(store::QuickValue in) {
  meeting::Glance glance;
  return store::quick::read(in, glance) ? std::optional(std::move(glance)) : std::nullopt;
}

}  // namespace

CaseLine case_line(const store::IndexRow& row) {
  CaseLine line{.id = row.stream.substr(row.stream.find('/') + 1)};
  line.neighbourhood = row.neighbourhood;  // of a line that an earlier version wrote
  // An agenda reads ten thousand of these.
  thread_local store::QuickJson json;
  if (const auto summary = json.parse(row.summary); summary && summary->is_object()) {
    const auto take = [&](std::string_view name, std::string& out) {
      if (const auto found = summary->find(name)) store::quick::read(*found, out);
    };
    take("title", line.title);
    take("neighbourhood", line.neighbourhood);
    take("into", line.into);
    take("team", line.team);
    if (const auto found = summary->find("glance")) line.glance = glance_from(*found);
  }
  line.stage = row.stage;
  line.round = row.round;
  line.step = row.step;
  line.workflow = row.workflow;
  line.method = row.method;
  line.review_on = row.review_on;
  line.action_due = row.action_due;
  line.opened_on = row.opened_on;
  line.changed_at = row.changed_at;
  return line;
}

}  // namespace casus::service
