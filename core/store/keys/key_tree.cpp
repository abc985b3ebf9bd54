// SPDX-License-Identifier: EUPL-1.2
#include "core/store/keys/key_tree.hpp"

#include "core/base/fault.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace casus::store {

namespace {

constexpr std::size_t kNodeBytes = 8 + kKeyBytes;
constexpr TreePlace kEvents = 2;
constexpr TreePlace kLines = 3;
constexpr std::int64_t kMostLeaves = std::int64_t{1} << 30;

/// Right as often as the doubling says, once left, and then down by the digits of the number.
TreePlace place_under(TreePlace top, std::int64_t number) {
  if (number < 1 || number >= kMostLeaves)
    throw Fault(Fault::Kind::store, fmt::format("a stream has no place for number {}", number));
  const auto value = static_cast<std::uint64_t>(number);
  const int digits = std::bit_width(value) - 1;
  const TreePlace spine = ((top + 1) << digits) - 1;
  return (spine << 1 << digits) | (value - (std::uint64_t{1} << digits));
}

bool is_above(TreePlace place, TreePlace leaf) {
  const int steps = std::bit_width(leaf) - std::bit_width(place);
  return steps >= 0 && leaf >> steps == place;
}

/// The child of `place` on the way to `leaf`.
TreePlace next_on_way(TreePlace place, TreePlace leaf) {
  return leaf >> (std::bit_width(leaf) - std::bit_width(place) - 1);
}

TreePlace place_in(std::string_view bytes) {
  TreePlace place = 0;
  for (int i = 7; i >= 0; --i) place = place << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
  return place;
}

}  // namespace

TreePlace event_place(std::int64_t number) { return place_under(kEvents, number); }

TreePlace line_place(std::int64_t generation) { return place_under(kLines, generation + 1); }

KeyTree::KeyTree(const Key& root) { nodes_.push_back({1, root}); }

std::optional<KeyTree> KeyTree::from(std::string_view bytes) {
  if (const auto root = Key::from(bytes)) return KeyTree(*root);
  if (bytes.empty() || bytes.size() % kNodeBytes != 0) return std::nullopt;
  KeyTree tree;
  for (; !bytes.empty(); bytes.remove_prefix(kNodeBytes))
    tree.nodes_.push_back({place_in(bytes), *Key::from(bytes.substr(8, kKeyBytes))});
  return tree;
}

std::string KeyTree::bytes() const {
  if (const auto* whole = root()) return std::string(whole->bytes());
  std::string bytes;
  bytes.reserve(nodes_.size() * kNodeBytes);
  for (const auto& node : nodes_) {
    for (int i = 0; i < 8; ++i) bytes += static_cast<char>(node.place >> (8 * i) & 0xff);
    bytes += node.key.bytes();
  }
  return bytes;
}

const Key* KeyTree::root() const { return nodes_.size() == 1 && nodes_[0].place == 1 ? &nodes_[0].key : nullptr; }

const KeyTree::Node* KeyTree::above(TreePlace leaf) const {
  const auto at =
      std::find_if(nodes_.begin(), nodes_.end(), [&](const Node& node) { return is_above(node.place, leaf); });
  return at == nodes_.end() ? nullptr : &*at;
}

std::optional<Key> KeyTree::key(TreePlace leaf) const {
  auto& way = ways_[is_above(kLines, leaf) ? 1 : 0];
  while (!way.empty() && !is_above(way.back().place, leaf)) way.pop_back();
  if (way.empty()) {
    const auto* const start = above(leaf);
    if (start == nullptr) return std::nullopt;
    way.push_back(*start);
  }
  while (way.back().place != leaf) {
    const Node node = way.back();
    way.pop_back();
    const auto next = next_on_way(node.place, leaf);
    auto [left, right] = children_of(node.key);
    // The one beside it first: keys are mostly asked from left to right, and it is the next that is needed.
    if (next % 2 == 0) {
      way.push_back({next + 1, right});
      way.push_back({next, left});
    } else {
      way.push_back({next - 1, left});
      way.push_back({next, right});
    }
  }
  return way.back().key;
}

bool KeyTree::destroy(TreePlace leaf) {
  const auto* const start = above(leaf);
  if (start == nullptr) return false;
  for (auto& way : ways_) way.clear();
  Node node = *start;
  nodes_.erase(nodes_.begin() + (start - nodes_.data()));
  while (node.place != leaf) {
    const auto next = next_on_way(node.place, leaf);
    auto [left, right] = children_of(node.key);
    nodes_.push_back(next % 2 == 0 ? Node{next + 1, right} : Node{next - 1, left});
    node = {next, next % 2 == 0 ? left : right};
  }
  return true;
}

void KeyTree::put(TreePlace leaf, const Key& key) {
  destroy(leaf);
  for (auto& way : ways_) way.clear();
  nodes_.push_back({leaf, key});
}

std::int64_t line_generation(const KeyTree& tree) {
  std::int64_t generation = 0;
  while (!tree.has(line_place(generation))) ++generation;
  return generation;
}

void destroy_event(KeyTree& tree, std::int64_t number) {
  const auto line = line_place(line_generation(tree));
  if (tree.destroy(event_place(number))) tree.destroy(line);
}

void begin_event_anew(KeyTree& tree, std::int64_t number) {
  destroy_event(tree, number);
  tree.put(event_place(number), Key::random());
}

}  // namespace casus::store
