// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/case/network_pages.hpp"
#include "core/desk/reading.hpp"

#include "core/desk/catalogue.hpp"
#include "core/engine/looking_back.hpp"
#include "core/report/pictures/genogram.hpp"
#include "core/report/pictures/network_change.hpp"
#include "core/report/pictures/network_gaps.hpp"
#include "core/report/pictures/network_map.hpp"

#include <nlohmann/json.hpp>

namespace casus::desk {

using nlohmann::json;

namespace {

/// The case at the end of a day.
Case on_day(Desk& desk, const Case& state, Date day) {
  auto then = engine::as_of(state.id, history_of(desk, state), day);
  if (then.exists()) return then;
  throw Usage{desk.say(
      {"op {} was casus {} er nog niet; die is geopend op {}", "case {1} was not there on {0}; it was opened on {2}"},
      to_string(day), state.id, to_string(date_of(state.opened_at)))};
}

Case on_day(Desk& desk, const Case& state, const std::optional<Date>& day) {
  return day ? on_day(desk, state, *day) : state;
}

}  // namespace

void NetworkPage::shape(Slots& slots) {
  PaperPage::shape(slots);
  slots.option("at", at_, {"zoals het was op deze dag", "as it was on this day"});
}

page::Page NetworkPage::paper(Desk& desk, const Case& state) {
  return report::network_page(on_day(desk, state, at_), desk.lang());
}

json NetworkPage::document(Desk& desk, const Case& state) {
  const auto then = on_day(desk, state, at_);
  auto out = parts_of_case(then, desk.definitions(), {"people", "network", "ties"});
  out["count"] = report::network_count_json(report::network_count(then));
  out["gaps"] = report::network_gaps_json(then);
  return out;
}

void NetworkCompare::shape(Slots& slots) {
  PaperPage::shape(slots);
  slots.word("FROM", from_, {"de eerste dag", "the first day"});
  slots.maybe("TO", to_, {"de andere dag; anders vandaag", "the other day; else today"});
}

page::Page NetworkCompare::paper(Desk& desk, const Case& state) {
  const auto then = on_day(desk, state, from_);
  const auto later = on_day(desk, state, to_);
  return report::network_change_page(report::network_change(then, later), state, from_, to_.value_or(desk.today()),
                                     desk.lang());
}

json NetworkCompare::document(Desk& desk, const Case& state) {
  const auto then = on_day(desk, state, from_);
  const auto later = on_day(desk, state, to_);
  json out{{"from", to_string(from_)}, {"to", to_string(to_.value_or(desk.today()))}};
  out.update(report::network_change_json(report::network_change(then, later)));
  return out;
}

void NetworkMap::shape(Slots& slots) {
  CasePage::shape(slots);
  slots.option("at", at_, {"zoals het was op deze dag", "as it was on this day"});
  slots.output("out", out_, {"bestand om te schrijven; anders het scherm", "file to write; else the screen"});
}

std::string NetworkMap::picture(const Case& state, Lang lang) const { return report::network_svg(state, lang); }
Words NetworkMap::written() const { return {"netwerkkaart geschreven: {}", "network map written: {}"}; }

std::string Genogram::picture(const Case& state, Lang lang) const { return report::genogram_svg(state, lang); }
Words Genogram::written() const { return {"genogram geschreven: {}", "genogram written: {}"}; }

void NetworkMap::page(Desk& desk, Reply& reply, const Case& state, Sight) {
  const auto drawn = picture(on_day(desk, state, at_), desk.lang());
  if (!out_.empty()) write_file(desk, out_, drawn);
  if (desk.json()) {
    json document{{"case", state.id}, {"version", state.version}};
    if (out_.empty()) document["svg"] = drawn;
    else document["file"] = out_.path;
    reply.json(document);
  } else if (out_.empty()) {
    reply.picture(drawn);
  } else {
    reply.line(desk.say(written(), out_.path));
  }
}

void FamilyPage::page(Desk& desk, Reply& reply, const Case& state, Sight) {
  if (desk.json()) reply.json(parts_of_case(state, desk.definitions(), {"people", "family"}));
  else reply.text(report::genogram_text(state, desk.lang()));
}

}  // namespace casus::desk
