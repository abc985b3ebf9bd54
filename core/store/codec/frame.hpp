// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::store {

/// What is sealed as one blob: the payload, and the secrets, each already sealed with its person's key. Lengths are
/// varints (7 bits a byte, low first), so that a short event without secrets costs one byte.
struct Frame {
  std::string payload;
  std::vector<Secret> sealed_secrets;
};

std::string packed(std::string_view payload, const std::vector<Secret>& sealed_secrets);

/// Nothing when the bytes are not a whole frame.
std::optional<Frame> unpacked(std::string bytes);

}  // namespace casus::store
