// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <vector>

namespace casus::test {

/// A JSON schema of the source tree, as an editor would use it. The validator costs seconds per translation unit and
/// is included by one.
class SchemaFile {
 public:
  /// `path` from the root of the source tree. Throws for a schema that is no good itself.
  explicit SchemaFile(const std::string& path);
  ~SchemaFile();

  bool accepts(const nlohmann::json& document) const;

  /// The words that an enum under "definitions" lists.
  std::vector<std::string> words(const std::string& definition) const;

  const nlohmann::json text;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

/// A document with one value taken out, or replaced by one that hardly fits anywhere.
struct Spoilt {
  std::string how;
  std::string bytes;
};

/// All of them, for every place in the document: what the schema refuses of these, the check must refuse.
std::vector<Spoilt> spoilt(const nlohmann::ordered_json& good);

}  // namespace casus::test
