// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

/// Addresses of other machines.
namespace casus::remote {

/// Whether what is sent there is read by nobody on the way: https, or this machine itself.
bool is_safe_address(std::string_view address);

/// "zaken.voorbeeld.nl:8443" of "https://zaken.voorbeeld.nl:8443/api"; empty for what is no address.
std::string host_of(std::string_view address);

/// For a part of a path or a value in a query.
std::string percent_encoded(std::string_view text);

}  // namespace casus::remote
