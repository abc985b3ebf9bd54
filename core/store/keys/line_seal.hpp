// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/keys/key_tree.hpp"

#include <string>
#include <string_view>

namespace casus::store {

/// The text of a stream's line in the index, sealed with the key that the tree has for lines now; which key that is
/// stands before it, as one varint.
std::string seal_line(const KeyTree& tree, std::string_view stream, std::string_view text);

struct OpenedLine {
  enum class State {
    open,
    outdated,  ///< of before something in the stream was destroyed; its key went with that
    damaged,
  };
  State state = State::damaged;
  std::string text;
};

OpenedLine open_line(const KeyTree& tree, std::string_view stream, std::string_view sealed);

}  // namespace casus::store
