// SPDX-License-Identifier: EUPL-1.2
#include "core/method/content_hash.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>

namespace casus::method {

std::string content_hash(std::string_view bytes) {
  // Our own namespace, made once at random; another one would change every pinned hash.
  constexpr boost::uuids::uuid kNamespace{
      {0x6f, 0x1d, 0x5b, 0x0e, 0x83, 0xc4, 0x4a, 0x27, 0x9b, 0x52, 0x31, 0xe8, 0x70, 0xad, 0x94, 0x1c}};
  const auto name = boost::uuids::name_generator_sha1(kNamespace)(bytes.data(), bytes.size());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * name.size());
  for (const auto byte : name) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 0xF];
  }
  return out;
}

std::string content_uuid(std::string_view bytes) {
  auto hex = content_hash(bytes);
  for (const std::size_t at : {20, 16, 12, 8}) hex.insert(at, "-");
  return hex;
}

}  // namespace casus::method
