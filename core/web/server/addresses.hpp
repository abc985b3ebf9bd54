// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/server.hpp"

#include <string>
#include <string_view>

/// Under which names a server is asked for.
namespace casus::web {

/// Whether only this machine itself can reach the address.
bool is_loopback(const std::string& address);

/// Of whom an address is, where something is counted: of IPv6 somebody has a whole network of 64 bits to ask from, so
/// that is counted as one. In the own building a network is all who sit there: each address counts, and so does any
/// other.
std::string network_of(const std::string& address);

/// Whether the page may be asked for under this name: that of a stranger that points here reads nothing.
bool is_known_host(const Listening& how, unsigned short port, std::string_view host);

/// "https://casus.example.nl:8443", where browsers reach it.
std::string origin_of(const Listening& how, unsigned short port);

}  // namespace casus::web
