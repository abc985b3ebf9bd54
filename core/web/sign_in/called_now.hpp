// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace casus::web {

/// What somebody is called now who was known by this name here at this second (0: some time); empty when they are not
/// of the team any more, and whoever is called so is somebody else.
using CalledNow = std::function<std::string(const std::string& name, std::int64_t known)>;

}  // namespace casus::web
