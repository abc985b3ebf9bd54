// SPDX-License-Identifier: EUPL-1.2
#include "core/page/described.hpp"

namespace casus::page {

void Properties::add(Values values, std::string_view label, std::string_view shown) {
  all_.push_back({std::move(values), std::string(label), std::string(shown)});
}

void Properties::add(Values values) { all_.push_back({std::move(values), {}, {}}); }

void Properties::into(nlohmann::json& object) const {
  for (const auto& property : all_)
    for (const auto& [key, value] : property.values) object[key] = value;
}

void Properties::onto(Page& page) const {
  for (const auto& property : all_)
    if (!property.label.empty()) page.fact(property.label, property.shown);
}

}  // namespace casus::page
