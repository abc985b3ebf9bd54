// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/keys/key_tree.hpp"
#include "core/store/keys/seal.hpp"
#include "core/store/vault.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace casus::store {

class Log;

/// Whose keys: a stream, and how many were destroyed in it so far (the log keeps that count, so that a key which
/// another process destroyed is not used from memory here).
struct Owner {
  std::string_view stream;
  std::int64_t erasures = 0;
};

/// The keys of a vault as far as the log lets them be used: what is on its list of erased things counts as erased, also
/// when the vault still has the key. Remembers what was asked, and keeps new keys until they are written.
class Keychain {
 public:
  using State = Vault::Held::State;

  struct Person {
    State state = State::absent;
    std::optional<Key> key;  ///< when present
  };
  struct Tree {
    State state = State::absent;
    std::shared_ptr<const KeyTree> tree;  ///< when present
  };

  /// Throws Fault(store) when the vault has no key of the store.
  Keychain(Vault& vault, Log& log);

  const StoreKeys& store() const { return store_; }

  Tree tree(const Owner& owner);
  /// For one text of a stream: nothing is remembered of it, and the keys of its persons stay unread.
  Tree tree_once(const Owner& owner);
  Person person(const Owner& owner, std::string_view person);

  /// New keys, in memory until `write_new`.
  std::shared_ptr<const KeyTree> add_tree(const Owner& owner);
  Key add_person(const Owner& owner, std::string_view person);

  /// Makes the new keys durable. Before the events sealed with them are.
  void write_new();

  /// Forgets the new keys, and all that was learnt in a transaction that did not happen.
  void drop_new();

 private:
  using Name = std::pair<std::string, std::string>;
  struct ByName {
    using is_transparent = void;
    using Called = std::pair<std::string_view, std::string_view>;
    bool operator()(const Called& a, const Called& b) const { return a < b; }
  };

  /// What is known of one stream.
  struct Known {
    std::int64_t erasures = 0;
    bool fresh = false;  ///< begins in this transaction, so there is nothing to look for in the vault
    State state = State::absent;
    std::shared_ptr<KeyTree> tree;
    std::map<std::string, Key, std::less<>> persons;
    std::set<std::string, std::less<>> erased;  ///< persons
  };

  Known& known(const Owner& owner);
  void load(Known& it, const Owner& owner);
  const Key* new_key(std::string_view stream, std::string_view person) const;
  [[noreturn]] void damaged(std::string_view stream) const;

  Vault& vault_;
  Log& log_;
  StoreKeys store_;
  std::map<std::string, Known, std::less<>> known_;
  std::map<Name, Key, ByName> new_;
};

}  // namespace casus::store
