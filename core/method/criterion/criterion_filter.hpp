// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/json/json_fields.hpp"
#include "core/method/criterion.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Filters as JSON, and names of fields in a criterion; of reading criteria only.
namespace casus::method {

/// Knows the vocabulary, nothing of a method. Of rows that are not known (`rows` is empty) nothing is judged.
class FilterReader {
 public:
  explicit FilterReader(Problems& problems) : problems_(problems) {}

  /// The filter under this name of `in`; `required`: it must be there and ask for something.
  Filter filter(std::string_view name, std::optional<Collection> rows, const nlohmann::json& in,
                const std::string& outer, fields::ObjectReader& reader, bool required);

  /// The name of a field of these rows, declared ones too.
  void field_named(std::string_view name, std::optional<Collection> rows, const nlohmann::json& in,
                   const std::string& pointer, fields::ObjectReader& reader, Field& field, std::string& own);

 private:
  void problem(const std::string& pointer, Telling message) { problems_.push_back({pointer, std::move(message)}); }
  void belongs(Collection rows, Field field, const std::string& pointer);
  void unknown_field(Collection rows, std::string_view word, const std::string& pointer);
  void conditions(Collection rows, Field field, const nlohmann::json& in, const std::string& pointer, Filter& out,
                  bool own = false);
  std::vector<Literal> literals(Collection rows, Field field, const nlohmann::json& in, const std::string& pointer);
  void literal(Collection rows, Field field, const nlohmann::json& in, const std::string& pointer,
               std::vector<Literal>& out);
  std::vector<Literal> limit(Collection rows, Field field, const nlohmann::json& in, const std::string& pointer);

  Problems& problems_;
  bool own_ = false;  ///< the condition that is read is on a declared field
};

}  // namespace casus::method
