// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec/frame.hpp"

namespace casus::store {

namespace {

void put(std::string& out, std::string_view part) {
  std::size_t length = part.size();
  while (length >= 0x80) {
    out += static_cast<char>((length & 0x7f) | 0x80);
    length >>= 7;
  }
  out += static_cast<char>(length);
  out += part;
}

/// Takes one part off the front.
std::optional<std::string_view> take(std::string_view& bytes) {
  std::size_t length = 0;
  for (int shift = 0; shift < 63; shift += 7) {
    if (bytes.empty()) return std::nullopt;
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    length |= static_cast<std::size_t>(byte & 0x7f) << shift;
    if (byte < 0x80) {
      if (length > bytes.size()) return std::nullopt;
      const std::string_view part = bytes.substr(0, length);
      bytes.remove_prefix(length);
      return part;
    }
  }
  return std::nullopt;
}

}  // namespace

std::string packed(std::string_view payload, const std::vector<Secret>& sealed_secrets) {
  std::string out;
  std::size_t size = payload.size() + 8;
  for (const auto& secret : sealed_secrets) size += secret.person.size() + secret.text.size() + 8;
  out.reserve(size);
  put(out, payload);
  for (const auto& secret : sealed_secrets) {
    put(out, secret.person);
    put(out, secret.text);
  }
  return out;
}

std::optional<Frame> unpacked(std::string bytes) {
  std::string_view rest = bytes;
  const auto payload = take(rest);
  if (!payload) return std::nullopt;
  Frame frame;
  while (!rest.empty()) {
    const auto person = take(rest);
    const auto text = person ? take(rest) : std::nullopt;
    if (!text) return std::nullopt;
    frame.sealed_secrets.push_back({std::string(*person), std::string(*text)});
  }
  // The payload stays in the bytes it came in: it is nearly all of them.
  const auto begin = static_cast<std::size_t>(payload->data() - bytes.data());
  const auto size = payload->size();
  bytes.resize(begin + size);
  bytes.erase(0, begin);
  frame.payload = std::move(bytes);
  return frame;
}

}  // namespace casus::store
