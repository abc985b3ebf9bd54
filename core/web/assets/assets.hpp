// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/message.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The style sheet, the scripts and the sign in the tab: four files from memory, and nothing from elsewhere.
namespace casus::web {

std::string_view style_sheet();
/// Sent without its remarks it is under five kilobytes. Without it everything can be read and every form works; with it
/// pages keep themselves up to date, clocks run, and what is being typed survives a lost connection.
std::string_view script();
/// Lets people be moved on the network map; the form beside it does the same.
std::string_view map_script();
std::string_view icon();

/// "/casus.css?v=...": another name when the content is another, so a browser may keep it for ever.
std::string style_path();
std::string script_path();
std::string map_script_path();
std::string icon_path();

/// The answer to who asks for one of them, by its path on the site; nothing for another path. Says 304 to who has it
/// already.
std::optional<Response> asset(std::string_view path, const Request& request);

}  // namespace casus::web
