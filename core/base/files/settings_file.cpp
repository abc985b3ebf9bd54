// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/settings_file.hpp"

#include "core/base/files/definition_file.hpp"
#include "core/base/json/json_place.hpp"
#include "core/base/text.hpp"

#include <utility>

namespace casus {

Problems read_settings(std::string_view bytes, int format, const std::function<void(fields::ObjectReader&)>& read,
                       const std::function<void(Problems&)>& check) {
  Problems problems;
  const auto in = strict_json(bytes, kDefinitionBounds, problems);
  if (in.is_object()) {
    fields::ObjectReader file(in, "", problems);
    file.format(format);
    read(file);
    file.finish();
  } else if (problems.empty()) {
    fields::wrong(in, tell("wrong.object"), "", problems);
  }
  if (problems.empty()) check(problems);
  place(problems, bytes);
  return problems;
}

void check_not_empty(std::string pointer, const std::string& text, Problems& problems) {
  if (trimmed(text).empty()) problems.push_back({std::move(pointer), tell("wrong.empty_text")});
}

}  // namespace casus
