// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/message.hpp"

#include <string>

/// Why a server could not begin at an address, in the language of who started it.
namespace casus::web {

/// Throws Fault(store). `at`: "0.0.0.0:8443", or "unix:" and a path.
[[noreturn]] void cannot_listen(const std::string& at, const text::Value& why);
/// The same for what the system answered, as in `errno`.
[[noreturn]] void not_to_be_had(const std::string& at, int error);

}  // namespace casus::web
