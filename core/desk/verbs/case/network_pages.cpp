// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/case/network_pages.hpp"
#include "core/desk/reading.hpp"

#include "core/desk/catalogue.hpp"
#include "core/desk/file_endings.hpp"
#include "core/engine/mending/looking_back.hpp"
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
  if (day > desk.today()) throw Usage{desk.say("network.day_to_come", "day"_is = desk.day(day))};
  auto then = engine::as_of(state.id, history_of(desk, state), day);
  if (then.exists()) return then;
  throw Usage{desk.say("network.case_opened", "day"_is = desk.day(day), "case"_is = state.id,
                       "opened_at"_is = desk.day(date_of(state.opened_at)))};
}

Case on_day(Desk& desk, const Case& state, const std::optional<Date>& day) {
  return day ? on_day(desk, state, *day) : state;
}

}  // namespace

void NetworkPage::shape(Slots& slots) {
  PaperPage::shape(slots);
  slots.option("at", at_, "help.as_day");
}

page::Page NetworkPage::paper(Desk& desk, const Case& state) {
  return report::network_page(on_day(desk, state, at_), desk.voice());
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
  slots.word("FROM", from_, "help.first_day");
  slots.maybe("TO", to_, "help.other_day_else_today");
}

page::Page NetworkCompare::paper(Desk& desk, const Case& state) {
  const auto then = on_day(desk, state, from_);
  const auto later = on_day(desk, state, to_);
  return report::network_change_page(report::network_change(then, later), state, from_, to_.value_or(desk.today()),
                                     desk.voice());
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
  slots.option("at", at_, "help.as_day");
  slots.output("out", out_, "help.file_write_else_screen");
}

std::string NetworkMap::picture(const Case& state, const text::Voice& voice) const {
  return report::network_svg(state, voice);
}
Words NetworkMap::written() const { return "document.network_written"; }

std::string Genogram::picture(const Case& state, const text::Voice& voice) const {
  return report::genogram_svg(state, voice);
}
Words Genogram::written() const { return "document.genogram_written"; }

void NetworkMap::page(Desk& desk, Reply& reply, const Case& state, Sight) {
  const auto drawn = picture(on_day(desk, state, at_), desk.voice());
  require_ending(desk, out_, "svg");
  if (!out_.empty()) write_file(desk, out_, drawn);
  if (desk.json()) {
    json document{{"case", state.id}, {"version", state.version}};
    if (out_.empty()) document["svg"] = drawn;
    else document["file"] = out_.path;
    reply.json(document);
  } else if (out_.empty()) {
    reply.picture(drawn);
  } else {
    reply.line(desk.say(written(), "file"_is = out_.path));
  }
}

void FamilyPage::page(Desk& desk, Reply& reply, const Case& state, Sight) {
  if (desk.json()) reply.json(parts_of_case(state, desk.definitions(), {"people", "family"}));
  else reply.text(report::genogram_text(state, desk.voice()));
}

}  // namespace casus::desk
