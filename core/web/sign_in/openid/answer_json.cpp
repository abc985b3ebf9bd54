// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid/answer_json.hpp"

#include "core/base/json/strict_json.hpp"

#include <nlohmann/json.hpp>

namespace casus::web::openid {
namespace {

constexpr JsonBounds kAnswerBounds{std::size_t{256} << 10, 16, ""};

std::vector<std::string> texts_in(const nlohmann::json& value) {
  if (value.is_string()) return {value.get<std::string>()};
  std::vector<std::string> all;
  if (!value.is_array()) return all;
  for (const auto& one : value) {
    if (!one.is_string()) return {};
    all.push_back(one.get<std::string>());
  }
  return all;
}

}  // namespace

std::unique_ptr<nlohmann::json> answer_json(std::string_view bytes) {
  Problems problems;
  auto in = strict_json(bytes, kAnswerBounds, problems);
  if (!in.is_object() || !problems.empty()) return nullptr;
  return std::make_unique<nlohmann::json>(std::move(in));
}

std::vector<std::string> texts_at(const nlohmann::json& in, std::string_view name) {
  const auto found = in.find(name);
  return found == in.end() ? std::vector<std::string>() : texts_in(*found);
}

}  // namespace casus::web::openid
