// SPDX-License-Identifier: EUPL-1.2
#include "core/store/keys/line_seal.hpp"

#include <cstdint>

namespace casus::store {

std::string seal_line(const KeyTree& tree, std::string_view stream, std::string_view text) {
  const auto generation = line_generation(tree);
  std::string sealed;
  auto rest = static_cast<std::uint64_t>(generation);
  for (; rest >= 0x80; rest >>= 7) sealed += static_cast<char>((rest & 0x7f) | 0x80);
  sealed += static_cast<char>(rest);
  return sealed += seal(*tree.key(line_place(generation)), {stream, 0}, text);
}

OpenedLine open_line(const KeyTree& tree, std::string_view stream, std::string_view sealed) {
  std::uint64_t generation = 0;
  for (int shift = 0;; shift += 7) {
    if (sealed.empty() || shift > 28) return {};
    const auto byte = static_cast<unsigned char>(sealed.front());
    sealed.remove_prefix(1);
    generation |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  if (generation + 1 >= std::uint64_t{1} << 30) return {};
  const auto key = tree.key(line_place(static_cast<std::int64_t>(generation)));
  if (!key) return {OpenedLine::State::outdated, {}};
  auto text = unseal(*key, {stream, 0}, sealed);
  if (!text) return {};
  return {OpenedLine::State::open, std::move(*text)};
}

}  // namespace casus::store
