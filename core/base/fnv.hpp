// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>

namespace casus {

inline constexpr std::uint64_t kFnvBasis = 14695981039346656037U;

/// FNV-1a: the same on every machine. It spreads, and keeps nothing secret. `from`: what came before, or a seed.
constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t from = kFnvBasis) {
  for (const char byte : bytes) from = (from ^ static_cast<unsigned char>(byte)) * 1099511628211U;
  return from;
}

}  // namespace casus
