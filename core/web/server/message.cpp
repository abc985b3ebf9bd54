// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/message.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace casus::web {

std::string_view Request::header(std::string_view lower_case_name) const {
  const auto it = std::ranges::find(headers, lower_case_name, &Header::name);
  return it == headers.end() ? std::string_view() : std::string_view(it->value);
}

std::size_t Request::count(std::string_view lower_case_name) const {
  return static_cast<std::size_t>(std::ranges::count(headers, lower_case_name, &Header::name));
}

std::string_view Request::cookie(std::string_view name) const {
  auto rest = header("cookie");
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    const auto one = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=')
      return one.substr(name.size() + 1);
  }
  return {};
}

const std::string& Fields::get(std::string_view name) const {
  static const std::string none;
  const auto it = std::ranges::find(all_, name, &Header::name);
  return it == all_.end() ? none : it->value;
}

bool Fields::has(std::string_view name) const { return std::ranges::find(all_, name, &Header::name) != all_.end(); }

std::vector<std::string> Fields::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& field : all_)
    if (field.name == name) values.push_back(field.value);
  return values;
}

std::vector<std::string> Fields::beginning(std::string_view prefix) const {
  std::vector<std::string> names;
  for (const auto& field : all_)
    if (field.name.starts_with(prefix) && std::ranges::find(names, field.name) == names.end())
      names.push_back(field.name);
  return names;
}

}  // namespace casus::web
