// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

namespace casus::plugin {

/// Whether this process was started to be a plugin's helper (see Helper); then it is one until the other end goes, and
/// this is its exit code. Call it first in `main`, before anything else of the program.
std::optional<int> serve_plugin(int count, char** arguments);

/// How it is started: this word, the path of the library, the plugin's id, and the setting of language. The socket is
/// standard input + 3, and the file behind it is the end of a pipe whose other end only this program holds: when that
/// is closed, however this program ended, the helper is killed.
inline constexpr const char* kHelperMode = "plugin/apart";
inline constexpr int kHelperSocket = 3;
inline constexpr int kHelperLifeline = 4;

}  // namespace casus::plugin
