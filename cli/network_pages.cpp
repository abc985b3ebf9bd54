// SPDX-License-Identifier: EUPL-1.2
#include "cli/network_pages.hpp"

#include "cli/context.hpp"
#include "core/engine/looking_back.hpp"
#include "core/report/pictures/genogram.hpp"
#include "core/report/pictures/network_change.hpp"
#include "core/report/pictures/network_gaps.hpp"
#include "core/report/pictures/network_map.hpp"

#include <nlohmann/json.hpp>

namespace casus::cli {

using nlohmann::json;

namespace {

/// The case at the end of a day.
Case on_day(Context& context, const Case& state, Date day) {
  auto then = engine::as_of(state.id, context.service().history(state.id), day);
  if (then.exists()) return then;
  throw Usage{context.say(
      {"op {} was casus {} er nog niet; die is geopend op {}", "case {1} was not there on {0}; it was opened on {2}"},
      to_string(day), state.id, to_string(date_of(state.opened_at)))};
}

Case on_day(Context& context, const Case& state, const std::optional<Date>& day) {
  return day ? on_day(context, state, *day) : state;
}

}  // namespace

void NetworkPage::shape(Slots& slots) {
  PaperPage::shape(slots);
  slots.option("at", at_, {"zoals het was op deze dag", "as it was on this day"});
}

page::Page NetworkPage::paper(Context& context, const Case& state) {
  return report::network_page(on_day(context, state, at_), context.lang());
}

json NetworkPage::document(Context& context, const Case& state) {
  const auto then = on_day(context, state, at_);
  auto out = parts_of_case(then, context.definitions(), {"people", "network", "ties"});
  out["count"] = report::network_count_json(report::network_count(then));
  out["gaps"] = report::network_gaps_json(then);
  return out;
}

void NetworkCompare::shape(Slots& slots) {
  PaperPage::shape(slots);
  slots.word("FROM", from_, {"de eerste dag", "the first day"});
  slots.maybe("TO", to_, {"de andere dag; anders vandaag", "the other day; else today"});
}

page::Page NetworkCompare::paper(Context& context, const Case& state) {
  const auto then = on_day(context, state, from_);
  const auto later = on_day(context, state, to_);
  return report::network_change_page(report::network_change(then, later), state, from_, to_.value_or(context.today()),
                                     context.lang());
}

json NetworkCompare::document(Context& context, const Case& state) {
  const auto then = on_day(context, state, from_);
  const auto later = on_day(context, state, to_);
  json out{{"from", to_string(from_)}, {"to", to_string(to_.value_or(context.today()))}};
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

int NetworkMap::page(Context& context, const Case& state, Sight) {
  const auto drawn = picture(on_day(context, state, at_), context.lang());
  if (!out_.empty()) write_file(context, out_, drawn);
  if (context.json()) {
    json document{{"case", state.id}, {"version", state.version}};
    if (out_.empty()) document["svg"] = drawn;
    else document["file"] = out_.path;
    context.screen().json(document);
  } else if (out_.empty()) {
    context.screen().text(drawn);
  } else {
    context.screen().line(context.say(written(), out_.path));
  }
  return kDone;
}

int FamilyPage::page(Context& context, const Case& state, Sight) {
  if (context.json()) context.screen().json(parts_of_case(state, context.definitions(), {"people", "family"}));
  else context.screen().text(report::genogram_text(state, context.lang()));
  return kDone;
}

}  // namespace casus::cli
