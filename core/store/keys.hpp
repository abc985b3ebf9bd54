// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/seal.hpp"
#include "core/store/sqlite/database.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace casus::store {

/// Whose keys: a stream, and how many were destroyed in it so far (the store keeps that count, so that a key which
/// another process destroyed is not used from memory here).
struct Owner {
  std::string_view stream;
  std::int64_t erasures = 0;
};

/// The key file: the store key, one key a stream, one a person in a stream (`person` empty: the stream's own). A small
/// database of its own, mode 0600. A destroyed key leaves a mark, so that it is told from one that was lost.
/// Written only by whoever holds the write lock of the store beside it.
class Keys {
 public:
  using Name = std::pair<std::string, std::string>;  ///< of a key: stream and person
  struct ByName {
    using is_transparent = void;
    using Called = std::pair<std::string_view, std::string_view>;
    bool operator()(const Called& a, const Called& b) const { return a < b; }
  };

  enum class State { present, absent, erased };
  struct Found {
    State state = State::absent;
    std::optional<Key> key;  ///< when present
  };

  /// Makes the key file of a store that is being made and returns the store id. One that was left by a making that did
  /// not finish is taken over; one with keys in it belongs to a store that is gone, and is refused unless that store
  /// `store_is_there` after all: asked last, since another program may be making it at this moment.
  static std::string make(const std::string& path, const std::function<bool()>& store_is_there);

  /// Throws Fault(store) when the file is missing, open to others, damaged, or of another store.
  Keys(const std::string& path, const std::string& store_id);

  const StoreKeys& store() const { return *store_; }
  const std::string& path() const { return db_.path(); }

  Found find(const Owner& owner, std::string_view person);

  /// A new key, in memory until `write_new`.
  Key add(const Owner& owner, std::string_view person);

  /// Makes the new keys durable, in one transaction. Before the events sealed with them are.
  void write_new();

  /// Forgets the new keys and the planned destructions of a transaction that did not happen.
  void drop_new();

  /// From now on found as erased; `destroy` follows when the transaction is done.
  void plan_destruction(std::string_view stream, std::string_view person);

  /// The planned destructions, handed over.
  std::set<Name, ByName> take_planned();

  /// Overwrites the key, or with an empty person all keys of the stream. Durable when it returns.
  void destroy(std::string_view stream, std::string_view person);

 private:
  struct Cached {
    std::int64_t erasures = 0;
    std::map<std::string, Key, std::less<>> keys;
  };

  Cached& cached(const Owner& owner);

  Database db_;
  Statement select_;
  Statement insert_;
  Statement erase_stream_;
  Statement erase_person_;
  std::optional<StoreKeys> store_;
  std::map<std::string, Cached, std::less<>> cache_;
  std::map<Name, Key, ByName> new_;
  std::set<Name, ByName> planned_;
};

}  // namespace casus::store
