// SPDX-License-Identifier: EUPL-1.2
#include "core/base/record_field.hpp"
#include "core/method/criterion.hpp"

#include <nlohmann/json.hpp>

/// Criteria as JSON, in the form that criterion_read.cpp reads.
namespace casus::method {

using nlohmann::json;

namespace {

json written(const Literal& literal) {
  return std::visit([](const auto& value) { return json(value); }, literal);
}

json written(const std::vector<Literal>& literals) {
  if (literals.size() == 1) return written(literals.front());
  auto out = json::array();
  for (const auto& literal : literals) out.push_back(written(literal));
  return out;
}

json written(const Filter& filter) {
  using Op = Condition::Op;
  auto out = json::object();
  for (const auto& condition : filter) {
    auto& place = out[condition.name()];
    switch (condition.op) {
      case Op::one_of: place = written(condition.literals); break;
      case Op::not_one_of: place = {{"not", written(condition.literals)}}; break;
      case Op::at_least:  // both limits of one field share its object
        place["at_least"] = written(condition.literals);
        break;
      case Op::at_most: place["at_most"] = written(condition.literals); break;
      case Op::present: place = {{"present", true}}; break;
      case Op::absent: place = {{"present", false}}; break;
    }
  }
  return out;
}

std::string written(Field field, const std::string& own) {
  return own.empty() ? std::string(key(field)) : std::string(kOwnField) + own;
}

json written(const Criterion::Also& also) {
  auto out = json::object();
  out["every"] = std::string(key(also.collection));
  out["on"] = written(also.on, also.on_own);
  if (!also.where.empty()) out["where"] = written(also.where);
  if (also.scope != Scope::everything) out["scope"] = std::string(key(also.scope));
  return out;
}

void put_common(json& out, const Criterion& in) {
  if (!in.where.empty() || in.op == Criterion::Op::share) out["where"] = written(in.where);
  if (in.scope != Scope::everything) out["scope"] = std::string(key(in.scope));
}

void put_limits(json& out, const Criterion& in) {
  if (in.at_least) out["at_least"] = *in.at_least;
  if (in.at_most) out["at_most"] = *in.at_most;
}

}  // namespace

json to_json(const Criterion& in) {
  using Op = Criterion::Op;
  auto out = json::object();
  switch (in.op) {
    case Op::count:
      out["count"] = std::string(key(in.collection));
      if (in.different) out["different"] = written(in.different->field, in.different->own);
      put_common(out, in);
      put_limits(out, in);
      break;
    case Op::share:
      out["share"] = std::string(key(in.collection));
      put_common(out, in);
      if (!in.of.empty()) out["of"] = written(in.of);
      put_limits(out, in);
      break;
    case Op::median:
    case Op::spread:
      out[in.op == Op::median ? "median" : "spread"] = std::string(key(in.collection));
      out["field"] = written(in.numbers->field, in.numbers->own);
      put_common(out, in);
      put_limits(out, in);
      break;
    case Op::every:
      out["every"] = std::string(key(in.collection));
      put_common(out, in);
      out["has"] = written(in.of);
      break;
    case Op::every_in: {
      out["every"] = std::string(key(in.collection));
      put_common(out, in);
      auto has = json::object();
      has["in"] = std::string(key(in.in));
      has["on"] = written(in.on, in.on_own);
      if (!in.of.empty()) has["where"] = written(in.of);
      if (in.in_scope != Scope::everything) has["scope"] = std::string(key(in.in_scope));
      put_limits(has, in);
      if (in.also) has["and"] = written(*in.also);
      out["has"] = std::move(has);
      break;
    }
    case Op::present: out["present"] = std::string(key(in.fact)); break;
    case Op::negation: out["not"] = to_json(in.parts.front()); break;
    case Op::all:
    case Op::any: {
      auto parts = json::array();
      for (const auto& part : in.parts) parts.push_back(to_json(part));
      out[in.op == Op::all ? "all" : "any"] = std::move(parts);
      break;
    }
  }
  return out;
}

}  // namespace casus::method
