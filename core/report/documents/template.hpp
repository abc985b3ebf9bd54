// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace casus::report {

/// Fills a Mustache template. {{name}} is made safe for Markdown, {{{name}}} stands as it is. Texts that are empty,
/// null, false and empty lists count as absent for sections. Dots in a name look inside: {{w.title}}.
/// The template is ours: a faulty one is a Fault of kind `definition`.
std::string filled(const std::string& text, const nlohmann::json& data);

}  // namespace casus::report
