// SPDX-License-Identifier: EUPL-1.2
#include "core/report/term_words.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/model/case/help_ended.hpp"
#include "core/model/retention/retention_terms.hpp"
#include "core/text/label.hpp"
#include "core/text/message.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report {

using text::msg;

namespace {

text::Message amount(const workflow::Term& term) {
  switch (term.unit) {
    case workflow::Unit::days: return msg("count.days", "count"_is = term.amount);
    case workflow::Unit::weeks: return msg("count.weeks", "count"_is = term.amount);
    case workflow::Unit::months: return msg("terms.months", "count"_is = term.amount);
    case workflow::Unit::years: return msg("terms.years", "count"_is = term.amount);
  }
  return {};
}

text::Message length(const workflow::Term& term) {
  return msg("terms.length", "amount"_is = amount(term), "from"_is = text::label(term.from));
}

nlohmann::json shown(const workflow::Term& term, const std::optional<Date>& ends) {
  return {{"term", term.id},
          {"basis", fields::write(term.basis)},
          {"law", term.basis ? law_of(*term.basis) : ""},
          {"amount", term.amount},
          {"unit", key(term.unit)},
          {"from", key(term.from)},
          {"source", term.source},
          {"ends", fields::write(ends)}};
}

/// Nothing as long as the help has not ended: until then no term of keeping counts.
std::optional<Date> kept_until(const Case& state, const workflow::Term& term) {
  if (state.stage.life != Life::closed || !state.into().empty()) return std::nullopt;
  return workflow::end_of(term, term.basis ? kept_from(state, *term.basis) : help_ended(state));
}

std::vector<const workflow::Term*> keeping_terms(const Case& state, const Naming& names) {
  if (names.workflow() == nullptr) return {};
  return workflow::keeping_terms(*names.workflow(), state.grounds());
}

/// A term that the law gives, as the resident reads it: nobody needs to know in which list it stands.
text::Message said_to_resident(const RetentionTerm& term) {
  constexpr std::string_view kAny = "*";
  if (!term.years && term.basis != kAny) return msg("extract.keeping_municipality");
  if (term.years && term.record == "plan_only")
    return msg("extract.keeping_plan", "years"_is = msg("terms.years", "count"_is = *term.years));
  return msg("terms.keeps", "term"_is = term.law, "length"_is = term.text);
}

/// Of grounds for which the workflow has no term of keeping.
std::vector<const RetentionTerm*> terms_beside_workflow(const Case& state, const Naming& names) {
  const auto there = keeping_terms(state, names);
  std::vector<const RetentionTerm*> all;
  for (const auto& ground : state.grounds()) {
    if (std::ranges::any_of(there, [&](const auto* term) { return !term->basis || term->basis == ground.basis; }))
      continue;
    for (const auto* term : retention_terms_of(ground.basis))
      if (std::ranges::find(all, term) == all.end()) all.push_back(term);
  }
  return all;
}

}  // namespace

std::string ground_in_words(const Case& state, const text::Voice& voice) {
  return state.has_ground() ? label(state.basis, voice) : msg("terms.no_ground").in(voice);
}

std::string term_length(const workflow::Term& term, const text::Voice& voice) { return length(term).in(voice); }

std::vector<std::string> running_in_words(const Case& state, const Naming& names) {
  std::vector<std::string> lines;
  if (names.workflow() == nullptr) return lines;
  for (const auto& it : workflow::running_terms(*names.workflow(), state.grounds()))
    lines.push_back(msg("terms.runs", "term"_is = workflow::cited(*it.term), "on"_is = day(it.end, names.voice()))
                        .in(names.voice()));
  return lines;
}

std::vector<std::string> keeping_in_words(const Case& state, const Naming& names, bool to_resident) {
  const auto& voice = names.voice();
  std::vector<std::string> lines;
  for (const auto* term : keeping_terms(state, names)) {
    const auto cited = workflow::cited(*term);
    const auto until = kept_until(state, *term);
    lines.push_back(
        (until ? msg("terms.keeps_until", "term"_is = cited, "length"_is = length(*term), "on"_is = day(*until, voice))
               : msg("terms.keeps", "term"_is = cited, "length"_is = length(*term)))
            .in(voice));
  }
  for (const auto* term : terms_beside_workflow(state, names))
    lines.push_back(to_resident ? said_to_resident(*term).in(voice)
                                : fmt::format("{}: {}", term->law, term->text.in(voice)));
  return lines;
}

std::vector<std::string> reported_in_words(const Case& state, const text::Voice& voice) {
  const auto grounds = state.grounds();
  std::vector<std::string> lines;
  for (const auto& one : grounds) {
    if (!one.reported_on) continue;
    const auto on = day(*one.reported_on, voice);
    const std::string law(law_of(one.basis));
    lines.push_back(grounds.size() == 1 ? on : fmt::format("{}: {}", law.empty() ? label(one.basis, voice) : law, on));
  }
  return lines;
}

nlohmann::json terms_json(const Case& state, const Naming& names) {
  auto all = nlohmann::json::array();
  if (names.workflow() == nullptr) return all;
  const auto grounds = state.grounds();
  for (const auto& it : workflow::running_terms(*names.workflow(), grounds)) all.push_back(shown(*it.term, it.end));
  for (const auto* term : keeping_terms(state, names)) all.push_back(shown(*term, kept_until(state, *term)));
  return all;
}

}  // namespace casus::report
