// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/template.hpp"

#include "core/base/fault.hpp"
#include "core/page/safe_text.hpp"

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

namespace casus::report {

namespace {

namespace mustache = kainjow::mustache;

mustache::data converted(const nlohmann::json& in) {
  switch (in.type()) {
    case nlohmann::json::value_t::object: {
      mustache::data out{mustache::data::type::object};
      for (const auto& [name, value] : in.items()) out.set(name, converted(value));
      return out;
    }
    case nlohmann::json::value_t::array: {
      mustache::data out{mustache::data::type::list};
      for (const auto& item : in) out.push_back(converted(item));
      return out;
    }
    case nlohmann::json::value_t::string:
      if (in.get_ref<const std::string&>().empty()) return mustache::data{false};
      return mustache::data{in.get_ref<const std::string&>()};
    case nlohmann::json::value_t::boolean: return mustache::data{in.get<bool>()};
    case nlohmann::json::value_t::null: return mustache::data{false};
    default: return mustache::data{in.dump()};
  }
}

}  // namespace

std::string filled(const std::string& text, const nlohmann::json& data) {
  mustache::mustache page(text);
  if (!page.is_valid()) throw Fault(Fault::Kind::definition, "report template: " + page.error_message());
  page.set_custom_escape([](const std::string& value) { return page::markdown_safe(value); });
  return page.render(converted(data));
}

}  // namespace casus::report
