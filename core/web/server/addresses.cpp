// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/addresses.hpp"

#include <fmt/format.h>
#include <boost/asio/ip/address.hpp>

#include <algorithm>

namespace casus::web {

bool is_loopback(const std::string& address) {
  boost::system::error_code error;
  const auto parsed = boost::asio::ip::make_address(address, error);
  return !error && parsed.is_loopback();
}

std::string network_of(const std::string& address) {
  namespace ip = boost::asio::ip;
  constexpr std::size_t kBytesOfNetwork = 8;
  boost::system::error_code error;
  const auto parsed = ip::make_address(address, error);
  if (error || !parsed.is_v6()) return address;
  const auto six = parsed.to_v6();
  if (six.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, six).to_string();
  auto bytes = six.to_bytes();
  const bool is_unique_local = (bytes[0] & 0xfe) == 0xfc;
  if (six.is_loopback() || six.is_link_local() || is_unique_local) return address;
  std::fill(bytes.begin() + kBytesOfNetwork, bytes.end(), static_cast<unsigned char>(0));
  return ip::make_address_v6(bytes).to_string() + "/64";
}

bool is_known_host(const Listening& how, unsigned short port, std::string_view host) {
  const auto known = [&](std::string_view name) {
    const bool bracketed = name.find(':') != std::string_view::npos;
    const auto bare = bracketed ? fmt::format("[{}]", name) : std::string(name);
    return host == bare || host == fmt::format("{}:{}", bare, port);
  };
  if (std::ranges::any_of(how.names, known)) return true;
  if (!how.socket_file.empty()) return false;
  if (known(how.address)) return true;
  return is_loopback(how.address) && (known("localhost") || known("127.0.0.1") || known("::1"));
}

std::string origin_of(const Listening& how, unsigned short port) {
  if (!how.proxy.empty() && !how.names.empty()) return "https://" + how.names.front();
  auto host = how.names.empty() ? how.address : how.names.front();
  if (host.find(':') != std::string::npos) host = fmt::format("[{}]", host);
  return fmt::format("{}://{}:{}", how.tls ? "https" : "http", host, port);
}

}  // namespace casus::web
