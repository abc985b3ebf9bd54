// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid/claims.hpp"

#include "core/web/sign_in/openid/answer_json.hpp"

#include <nlohmann/json.hpp>

namespace casus::web::openid {
namespace {

using nlohmann::json;

/// What a claim says, by its name or by the pointer to it; null when it is not there.
const json* claim(const json& in, const std::string& name) {
  if (!name.starts_with('/')) {
    const auto found = in.find(name);
    return found == in.end() ? nullptr : &*found;
  }
  try {
    const json::json_pointer pointer(name);
    return in.contains(pointer) ? &in.at(pointer) : nullptr;
  } catch (const json::exception&) {
    return nullptr;
  }
}

/// Of an address of mail, wherever it lies, it must be said beside it that it was verified.
bool counts(const json& in, const std::string& name) {
  if (name.substr(name.rfind('/') + 1) != "email") return true;
  const auto* const verified = claim(in, name + "_verified");
  return verified != nullptr && verified->is_boolean() && verified->get<bool>();
}

}  // namespace

Subject told_in(std::string_view bytes, const Settings::Claims& claims) {
  const auto in = answer_json(bytes);
  Subject told;
  if (!in) return told;
  told.subject = text_at(*in, "sub");
  const auto* person = claim(*in, claims.person);
  if (person != nullptr && person->is_string() && counts(*in, claims.person)) told.person = person->get<std::string>();
  if (const auto* groups = claim(*in, claims.groups); groups != nullptr)
    told.groups = texts_at(json{{"groups", *groups}}, "groups");
  return told;
}

}  // namespace casus::web::openid
