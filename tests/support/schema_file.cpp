// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/schema_file.hpp"

#include "tests/support/temp_dir.hpp"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace casus::test {

using valijson::adapters::NlohmannJsonAdapter;

struct SchemaFile::Compiled {
  valijson::Schema schema;
};

SchemaFile::SchemaFile(const std::string& path)
    : text(nlohmann::json::parse(content_of(std::filesystem::path(CASUS_SOURCE_DIR) / path))),
      compiled_(std::make_unique<Compiled>()) {
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(NlohmannJsonAdapter(text), compiled_->schema);
}

SchemaFile::~SchemaFile() = default;

bool SchemaFile::accepts(const nlohmann::json& document) const {
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  return validator.validate(compiled_->schema, NlohmannJsonAdapter(document), nullptr);
}

std::vector<std::string> SchemaFile::words(const std::string& definition) const {
  return text.at("definitions").at(definition).at("enum").get<std::vector<std::string>>();
}

namespace {

using nlohmann::ordered_json;

void each_place(const ordered_json& in, const ordered_json::json_pointer& place,
                std::vector<ordered_json::json_pointer>& out) {
  out.push_back(place);
  if (in.is_object())
    for (const auto& [name, value] : in.items()) each_place(value, place / name, out);
  if (in.is_array())
    for (std::size_t i = 0; i < in.size(); ++i) each_place(in[i], place / i, out);
}

}  // namespace

std::vector<Spoilt> spoilt(const ordered_json& good) {
  const std::vector<ordered_json> strangers{
      nullptr, true, -1, 0.5, "", "x y", ordered_json::array(), ordered_json::object()};
  std::vector<ordered_json::json_pointer> places;
  each_place(good, ordered_json::json_pointer(), places);
  std::vector<Spoilt> out;
  for (const auto& place : places) {
    for (const auto& stranger : strangers) {
      auto changed = good;
      changed[place] = stranger;
      out.push_back({place.to_string() + " = " + stranger.dump(), changed.dump()});
    }
    if (place.empty() || !good[place.parent_pointer()].is_object()) continue;
    auto changed = good;
    changed[place.parent_pointer()].erase(place.back());
    out.push_back({place.to_string() + " left out", changed.dump()});
  }
  return out;
}

}  // namespace casus::test
