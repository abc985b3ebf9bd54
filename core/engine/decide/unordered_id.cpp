// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/unordered_id.hpp"

#include "core/base/fnv.hpp"

#include <algorithm>
#include <cstdint>

namespace casus::engine {

namespace {

bool is_given(const Case& c, std::string_view id) {
  return c.record(id) != nullptr || std::ranges::find(c.taken_back, id, &TakenBack::ref) != c.taken_back.end();
}

}  // namespace

std::string id_here(const Deciding& d, char letter, std::size_t have, std::string_view text) {
  const auto* here = d.c.here();
  if (here == nullptr || !here->anonymous) return next_id(d.c, letter, have);
  // It need only spread: whoever has the log needs no guessing.
  auto sum = fnv1a(d.c.id);
  sum = fnv1a(std::to_string(d.c.version), sum);
  sum = fnv1a(to_string(d.at()), sum);
  sum = fnv1a(text, sum);
  constexpr std::uint64_t kFirst = 10000, kIds = 90000;  // an ordinary id has fewer digits
  for (auto chance = (sum ^ (sum >> 32)) % kIds;; chance = (chance + 1) % kIds)
    if (auto id = letter + std::to_string(kFirst + chance); !is_given(d.c, id)) return id;
}

}  // namespace casus::engine
