// SPDX-License-Identifier: EUPL-1.2
#include "core/remote/address.hpp"

#include <algorithm>

namespace casus::remote {
namespace {

constexpr std::string_view kSecret = "https://";
constexpr std::string_view kPlain = "http://";

bool is_plain_text(std::string_view address) {
  return std::ranges::all_of(address, [](char c) { return c > ' ' && c < 0x7f && c != '\\' && c != '"' && c != '#'; });
}

}  // namespace

std::string host_of(std::string_view address) {
  const auto begin = address.find("://");
  if (begin == std::string_view::npos) return {};
  address.remove_prefix(begin + 3);
  return std::string(address.substr(0, address.find_first_of("/?")));
}

bool is_safe_address(std::string_view address) {
  if (!is_plain_text(address)) return false;
  if (!address.starts_with(kSecret) && !address.starts_with(kPlain)) return false;
  const auto server = host_of(address);
  if (server.empty() || server.find('@') != std::string::npos) return false;
  if (address.starts_with(kSecret)) return true;
  const auto host = server.ends_with(']') ? server : server.substr(0, server.rfind(':'));
  return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    if (plain) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

}  // namespace casus::remote
