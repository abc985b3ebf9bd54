// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/unordered_id.hpp"

#include <algorithm>
#include <cstdint>

namespace casus::engine {

namespace {

/// FNV-1a: the same on every machine. It spreads; whoever has the log needs no guessing.
std::uint64_t mixed(std::uint64_t sum, std::string_view bytes) {
  for (const char byte : bytes) {
    sum ^= static_cast<unsigned char>(byte);
    sum *= 1099511628211ULL;
  }
  return sum;
}

bool is_given(const Case& c, std::string_view id) {
  return c.record(id) != nullptr || std::ranges::find(c.taken_back, id, &TakenBack::ref) != c.taken_back.end();
}

}  // namespace

std::string id_here(const Deciding& d, char letter, std::size_t have, std::string_view text) {
  const auto* here = d.c.here();
  if (here == nullptr || !here->anonymous) return next_id(d.c, letter, have);
  auto sum = mixed(14695981039346656037ULL, d.c.id);
  sum = mixed(sum, std::to_string(d.c.version));
  sum = mixed(sum, to_string(d.at()));
  sum = mixed(sum, text);
  constexpr std::uint64_t kFirst = 10000, kIds = 90000;  // an ordinary id has fewer digits
  for (auto chance = (sum ^ (sum >> 32)) % kIds;; chance = (chance + 1) % kIds)
    if (auto id = letter + std::to_string(kFirst + chance); !is_given(d.c, id)) return id;
}

}  // namespace casus::engine
