// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"

#include <optional>
#include <string>
#include <vector>

/// Whether a certificate that was made before can be shown once more.
namespace casus::web {

/// Why not.
enum class Outworn { unreadable, expires, other_address };

/// A certificate goes on until this long before its end: whoever starts the page once a week meets a new one before
/// browsers refuse the old.
inline constexpr int kRenewDays = 30;

/// Nothing when it is good for these names and addresses, and for `kRenewDays` from `now`.
std::optional<Outworn> outworn(const std::string& certificate, const std::vector<std::string>& hosts, Time now);

}  // namespace casus::web
