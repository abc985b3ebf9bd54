// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/gateway/headers.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace casus::web::gateway {
namespace {

constexpr std::size_t kLongestPerson = 200;
constexpr std::size_t kLongestGroups = std::size_t{8} << 10;

std::optional<Doubt> doubt_of(const Request& request, const std::string& name, std::size_t longest) {
  if (request.count(name) > 1) return Doubt::twice;
  const auto value = request.header(name);
  if (value.size() > longest) return Doubt::too_long;
  const bool tab = value.find('\t') != std::string_view::npos;
  if (tab || has_control(value) || value.find('\n') != std::string_view::npos || !is_utf8(value)) return Doubt::signs;
  return std::nullopt;
}

std::vector<std::string> split(std::string_view all, std::string_view separator) {
  std::vector<std::string> parts;
  while (!all.empty()) {
    const auto end = std::min(all.find(separator), all.size());
    if (const auto part = trimmed(all.substr(0, end)); !part.empty()) parts.emplace_back(part);
    all.remove_prefix(std::min(end + separator.size(), all.size()));
  }
  return parts;
}

}  // namespace

Outcome<Subject, Doubt> told_in(const Request& request, const Settings::Headers& headers) {
  if (!request.over_socket) return failure(Doubt::missing);
  if (const auto doubt = doubt_of(request, headers.person, kLongestPerson)) return failure(*doubt);
  if (const auto doubt = doubt_of(request, headers.groups, kLongestGroups)) return failure(*doubt);
  Subject told{.person = std::string(trimmed(request.header(headers.person)))};
  if (told.person.empty()) return failure(Doubt::missing);
  if (request.count(headers.groups) == 1) told.groups = split(request.header(headers.groups), headers.separator);
  return told;
}

}  // namespace casus::web::gateway
