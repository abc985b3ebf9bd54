// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus::web {

/// Which kind of page a path is: "/case/{case}/{page}", and never whose. For figures and the log, where nothing of a
/// path may stand that could be somebody's. Lives as long as the program; `kNoRoute` for what is no page.
std::string_view route_of(std::string_view path);

}  // namespace casus::web
