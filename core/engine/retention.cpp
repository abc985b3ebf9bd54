// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/retention.hpp"

#include "core/base/fault.hpp"
#include "core/base/json_fields.hpp"
#include "core/base/strict_json.hpp"
#include "core/text/problem_words.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

constexpr std::string_view kCaseFile = "case";
constexpr std::string_view kLooks = "looks";

struct File {
  int format = 0;
  std::vector<RetentionTerm> terms;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("format", self.format);
    visit.required("terms", self.terms);
  }
};

/// Keys of the grounds on which a case is worked in.
std::vector<std::string_view> bases_of(const Case& state) {
  std::vector<std::string_view> out{key(state.basis)};
  for (const auto& one : state.more_bases) out.push_back(key(one.added.basis));
  return out;
}

/// The same day so many years later; for 29 February the day after the last that there is.
Date after_years(Date from, int years) {
  const auto on = from + std::chrono::years(years);
  return on.ok() ? on : Date(on.year() / std::chrono::March / 1);
}

}  // namespace

const std::vector<RetentionTerm>& retention_terms() {
  static const auto kTerms = [] {
    Problems problems;
    File file;
    const auto json = strict_json(kRetentionData, {64 * 1024, 6, "format"}, problems);
    if (problems.empty()) fields::read(json, file, "", problems);
    // It is compiled in, so a file that does not fit is a program that was built wrong.
    if (!problems.empty())
      throw Fault(Fault::Kind::definition, "retention.json: " + text::problem_line(problems.front(), Lang::en));
    return file.terms;
  }();
  return kTerms;
}

std::vector<Retention> retentions(const Case& state) {
  std::vector<Retention> out;
  if (state.stage.life != Life::closed || !state.into().empty()) return out;  // it ends with the one that it is in
  if (state.given_over && !state.given_over->confirmed) return out;           // it may still come back
  const auto ended = date_of(state.changed_at);
  const auto add = [&](const RetentionTerm& term) {
    out.push_back({&term, ended, term.years ? std::optional(after_years(ended, *term.years)) : std::nullopt});
  };
  for (const auto basis : bases_of(state)) {
    const auto before = out.size();
    for (const auto& term : retention_terms())
      if (term.basis == basis) add(term);
    if (out.size() > before) continue;
    for (const auto& term : retention_terms())
      if (term.basis == "*" && term.record == kCaseFile) add(term);
  }
  return out;
}

std::optional<Retention> due_for_erasure(const Case& state, Date today) {
  if (state.restriction() != nullptr) return std::nullopt;  // to be kept, and nothing more (AVG 18)
  std::optional<Retention> last;
  for (const auto& one : retentions(state)) {
    if (one.term->record != kCaseFile) continue;
    if (!one.is_due(today)) return std::nullopt;
    if (!last || *one.due > *last->due) last = one;
  }
  return last;
}

const RetentionTerm& term_of_looks() {
  const auto& terms = retention_terms();
  const auto found = std::ranges::find(terms, kLooks, &RetentionTerm::record);
  if (found == terms.end() || !found->years)
    throw Fault(Fault::Kind::definition, "retention.json: who looked has no term of its own");
  return *found;
}

Date looks_kept_from(Date today) { return after_years(today, -*term_of_looks().years); }

}  // namespace casus::engine
