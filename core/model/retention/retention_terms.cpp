// SPDX-License-Identifier: EUPL-1.2
#include "core/model/retention/retention_terms.hpp"

#include "core/base/fault.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/base/json/strict_json.hpp"
#include "core/text/problem_words.hpp"

#include <algorithm>

namespace casus {

namespace {

struct File {
  int format = 0;
  std::vector<RetentionTerm> terms;

  static void fields(auto& self, auto&& visit) {
    visit.required("format", self.format);
    visit.required("terms", self.terms);
  }
};

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

std::vector<const RetentionTerm*> retention_terms_of(Basis basis) {
  std::vector<const RetentionTerm*> out;
  for (const std::string_view wanted : {key(basis), std::string_view("*")}) {
    if (!out.empty()) break;
    for (const auto& term : retention_terms())
      if (term.basis == wanted && term.record != "looks") out.push_back(&term);
  }
  return out;
}

bool is_law(std::string_view reason) {
  return std::ranges::any_of(retention_terms(), [&](const RetentionTerm& term) { return term.law == reason; });
}

}  // namespace casus
