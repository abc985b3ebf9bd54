// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/keys/seal.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::store {

/// Place of a key in the tree: 1 is the root, 2n and 2n+1 are the children of n.
using TreePlace = std::uint64_t;

/// The key of event `number`, from 1. Events lie under the left child of the root, in trees that double: number 1
/// alone, then 2 and 3, then 4 to 7, so that a short stream has short paths. Fault(store) beyond 2^30.
TreePlace event_place(std::int64_t number);

/// The key of the stream's line in the index, the same under the right child: a line gets the next place when an event
/// is destroyed, for the line of before may repeat what was said there.
TreePlace line_place(std::int64_t generation);

/// What is left of the keys of one stream: at first the root, which all keys follow from; once something was destroyed,
/// the keys beside the path to it, from which all others still follow and the destroyed one does not (GGM tree).
class KeyTree {
 public:
  explicit KeyTree(const Key& root);

  /// As written by `bytes`; nothing for bytes that are no tree.
  static std::optional<KeyTree> from(std::string_view bytes);

  /// The root alone is its 32 bytes; else 40 bytes for each key that is left.
  std::string bytes() const;

  /// Whether nothing was destroyed yet.
  const Key* root() const;

  /// Nothing when it was destroyed.
  std::optional<Key> key(TreePlace leaf) const;

  /// False, and nothing changes, when it was destroyed already.
  bool destroy(TreePlace leaf);

  /// Another key in the place of one that was destroyed: nothing that was sealed with that one opens with it.
  void put(TreePlace leaf, const Key& key);

  bool has(TreePlace leaf) const { return above(leaf) != nullptr; }

 private:
  struct Node {
    TreePlace place = 0;
    Key key;
  };

  KeyTree() = default;
  const Node* above(TreePlace leaf) const;

  std::vector<Node> nodes_;
  /// The way to the key that was asked last, with the keys beside it: the next event is mostly one step from there. One
  /// for events and one for lines, which are asked in turns.
  mutable std::array<std::vector<Node>, 2> ways_;
};

/// Which key the line in the index has now: the first that is left.
std::int64_t line_generation(const KeyTree& tree);

/// Destroys the key of an event, and that of the line, which may repeat what the event said. Does nothing the second
/// time.
void destroy_event(KeyTree& tree, std::int64_t number);

/// Gives an event a new key, of its own; that of before is destroyed with it, where it was not yet.
void begin_event_anew(KeyTree& tree, std::int64_t number);

}  // namespace casus::store
