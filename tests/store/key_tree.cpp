// SPDX-License-Identifier: EUPL-1.2
// The keys of one stream: every event its own, and a destroyed one is not to be had from those that are left.
#include "core/store/keys/key_tree.hpp"
#include "core/base/fault.hpp"
#include "tests/support/catch.hpp"

#include <random>
#include <set>
#include <string>

using namespace casus;
using namespace casus::store;

namespace {

std::string bytes_of(const std::optional<Key>& key) { return key ? std::string(key->bytes()) : std::string(); }

}  // namespace

TEST_CASE("places of events and lines are all apart, and none lies under another", "[store]") {
  std::set<TreePlace> places;
  for (std::int64_t number = 1; number <= 300; ++number) {
    CHECK(places.insert(event_place(number)).second);
    CHECK(places.insert(line_place(number - 1)).second);
  }
  for (const auto leaf : places)
    for (TreePlace above = leaf >> 1; above > 0; above >>= 1) CHECK_FALSE(places.contains(above));
  CHECK_THROWS_AS(event_place(0), Fault);
  CHECK_THROWS_AS(event_place(std::int64_t{1} << 30), Fault);
}

TEST_CASE("every key of a tree is another, and the same however it is come to", "[store]") {
  const auto root = Key::random();
  const KeyTree forth(root), back(root);
  std::set<std::string> keys{std::string(root.bytes())};
  std::vector<std::string> in_order;
  for (std::int64_t number = 1; number <= 200; ++number) {
    in_order.push_back(bytes_of(forth.key(event_place(number))));
    CHECK(keys.insert(in_order.back()).second);
    CHECK(keys.insert(bytes_of(forth.key(line_place(number - 1)))).second);
  }
  for (std::int64_t number = 200; number >= 1; --number)
    CHECK(bytes_of(back.key(event_place(number))) == in_order[static_cast<std::size_t>(number - 1)]);
}

TEST_CASE("a destroyed key is gone, the others stay, also after writing and reading", "[store]") {
  const auto root = Key::random();
  const KeyTree whole(root);
  KeyTree tree(root);
  std::set<std::int64_t> gone;
  std::mt19937 chance(7);  // NOLINT: the same numbers each time
  for (int round = 0; round < 60; ++round) {
    const auto number = static_cast<std::int64_t>(chance() % 100 + 1);
    CHECK(tree.destroy(event_place(number)) == gone.insert(number).second);
    const auto again = KeyTree::from(tree.bytes());
    REQUIRE(again.has_value());
    for (std::int64_t other = 1; other <= 130; ++other) {
      const auto key = bytes_of(again->key(event_place(other)));
      CHECK(key == (gone.contains(other) ? std::string() : bytes_of(whole.key(event_place(other)))));
    }
  }
  CHECK(tree.root() == nullptr);
  // What is written has neither the root nor a destroyed key in it.
  const auto bytes = tree.bytes();
  CHECK(bytes.find(root.bytes()) == std::string::npos);
  for (const auto number : gone) CHECK(bytes.find(bytes_of(whole.key(event_place(number)))) == std::string::npos);
}

TEST_CASE("with an event the key of the line goes too, once", "[store]") {
  KeyTree tree(Key::random());
  CHECK(line_generation(tree) == 0);
  destroy_event(tree, 12);
  CHECK(line_generation(tree) == 1);
  destroy_event(tree, 12);
  CHECK(line_generation(tree) == 1);
  CHECK_FALSE(tree.key(event_place(12)).has_value());
  CHECK_FALSE(tree.key(line_place(0)).has_value());
  CHECK(tree.key(line_place(1)).has_value());
}

TEST_CASE("what is no tree is not read as one", "[store]") {
  CHECK_FALSE(KeyTree::from("").has_value());
  CHECK_FALSE(KeyTree::from(std::string(33, 'x')).has_value());
  CHECK(KeyTree::from(std::string(32, 'x')).has_value());
  CHECK(KeyTree::from(std::string(80, 'x')).has_value());
}

TEST_CASE("an event that begins anew has another key, and those beside it have theirs", "[store]") {
  KeyTree tree(Key::random());
  const auto before = bytes_of(tree.key(event_place(5)));
  const auto beside = bytes_of(tree.key(event_place(6)));
  destroy_event(tree, 5);
  begin_event_anew(tree, 5);
  const auto anew = bytes_of(tree.key(event_place(5)));
  CHECK(anew.size() == kKeyBytes);
  CHECK(anew != before);
  CHECK(bytes_of(tree.key(event_place(6))) == beside);
  const auto again = KeyTree::from(tree.bytes());
  REQUIRE(again);
  CHECK(bytes_of(again->key(event_place(5))) == anew);
  CHECK(bytes_of(again->key(event_place(6))) == beside);
  destroy_event(tree, 5);
  CHECK_FALSE(tree.key(event_place(5)));
}
