// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/definition_file.hpp"
#include "core/base/files/definition_head.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/base/json/json_place.hpp"
#include "core/method/content_hash.hpp"
#include "core/workflow/workflow.hpp"

#include <iterator>

namespace casus::workflow {
namespace {

using nlohmann::json;

constexpr int kFormat = 1;

/// A term of an older file does not say of which law it is, but its id does. Without this the term of one law would run
/// in a case of another.
std::optional<Basis> basis_by_id(std::string_view id) {
  for (const auto basis : {Basis::wmo, Basis::jeugdwet}) {
    const std::string law(key(basis));
    if (id.starts_with(law + '-') || id.ends_with('-' + law) || id.find('-' + law + '-') != std::string_view::npos)
      return basis;
  }
  return std::nullopt;
}

Workflow read_shape(const json& in, Problems& problems) {
  Workflow out;
  fields::ObjectReader reader(in, "", problems);
  read_head(reader, kFormat, out);
  reader.required("status", out.status);
  reader.required("method", out.method);
  reader.required("phases", out.phases);
  reader.optional("close_when", out.close_when);
  reader.optional("terms", out.terms);
  reader.finish();
  return out;
}

}  // namespace

std::pair<Workflow, Problems> parse(std::string_view bytes) {
  Problems problems;
  const auto in = strict_json(bytes, kDefinitionBounds, problems);
  if (!in.is_object()) return {Workflow{}, std::move(problems)};
  auto workflow = read_shape(in, problems);
  workflow.hash = method::content_hash(bytes);
  for (auto& term : workflow.terms)
    if (!term.basis) term.basis = basis_by_id(term.id);
  auto meaning = check(workflow, problems);
  problems.insert(problems.end(), std::make_move_iterator(meaning.begin()), std::make_move_iterator(meaning.end()));
  place(problems, bytes);
  return {std::move(workflow), std::move(problems)};
}

}  // namespace casus::workflow
