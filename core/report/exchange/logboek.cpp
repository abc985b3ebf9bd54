// SPDX-License-Identifier: EUPL-1.2
#include "core/report/exchange/logboek.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>

namespace casus::report {

using nlohmann::json;

bool names_activity(std::string_view uri) {
  const auto colon = uri.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == uri.size()) return false;
  const auto in_scheme = [](unsigned char c) {
    return c < 0x80 && (std::isalnum(c) != 0 || c == '+' || c == '-' || c == '.');
  };
  constexpr std::string_view kNever = "\"<>\\^`{|}";
  return std::isalpha(static_cast<unsigned char>(uri.front())) != 0 &&
         std::ranges::all_of(uri.substr(0, colon), in_scheme) && std::ranges::all_of(uri, [&](unsigned char c) {
           return c > ' ' && c < 0x7F && kNever.find(static_cast<char>(c)) == std::string_view::npos;
         });
}

json logboek_line(const LoggedLook& look, const std::string& activity) {
  // A look is over when it is kept: both moments are that one, to the millisecond that the standard asks for.
  auto moment = to_string(look.at);
  moment.insert(moment.size() - 1, ".000");
  json attributes{{"dpl.core.processing_activity_id", activity}};
  if (!look.subject.empty()) {
    attributes["dpl.core.data_subject_id"] = look.subject;
    attributes["dpl.core.data_subject_id_type"] = "casus-pseudonym";
  }
  return {{"trace_id", look.trace},
          {"span_id", look.span},
          {"status", "Ok"},
          {"name", fmt::format("casus inzien: {}", key(look.part))},
          {"start_time", moment},
          {"end_time", moment},
          {"resource", {{"attributes", {{"service.name", "casus"}}}}},
          {"attributes", std::move(attributes)}};
}

}  // namespace casus::report
