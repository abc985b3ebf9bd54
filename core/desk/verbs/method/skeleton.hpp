// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <string>
#include <string_view>

/// The first draft of a method, for `casus method new`: small, whole, and good enough to be played at once.
namespace casus::desk {

/// `id` is "<plugin>/<method>".
std::string skeleton_json(std::string_view id);
/// For whoever writes it, in their language.
std::string skeleton_readme(std::string_view id, Lang lang);

/// The same with a library of the plugin's name, as `skeleton_source` makes it and `skeleton_cmake` builds it.
std::string native_skeleton_json(std::string_view id);
std::string skeleton_source(std::string_view id);
std::string skeleton_cmake(std::string_view plugin);

}  // namespace casus::desk
