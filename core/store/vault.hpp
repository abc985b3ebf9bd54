// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/checkpoint.hpp"
#include "core/store/erased.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::store {

/// Keeps keys, apart from the log: the key of the store, a tree of keys for each stream, a key for each person in a
/// stream (`person` empty: the tree of the stream itself). What it is told to keep is durable when the call returns,
/// and what it is told to destroy is overwritten. Every function throws Fault(store).
class Vault {
 public:
  struct Held {
    enum class State { present, absent, erased };
    State state = State::absent;
    std::string bytes;  ///< a KeyTree, or the key of a person; when present
  };

  struct NewKey {
    std::string_view stream;
    std::string_view person;
    std::string_view key;
  };

  virtual ~Vault() = default;

  /// For messages: the file.
  virtual std::string path() const = 0;

  virtual Key store_key() = 0;
  virtual Held find(std::string_view stream, std::string_view person) = 0;

  /// All or none. Before the events that are sealed with them are durable.
  virtual void add(const std::vector<NewKey>& keys) = 0;

  /// Destroys what the rows name, and remembers that it followed the list so far; keeps what is left of single events
  /// until their stream is erased.
  virtual void destroy(const std::vector<ErasedRow>& rows, const Wiped& now, const Husks& left) = 0;
  virtual std::optional<Husk> left(std::string_view stream, std::int64_t number) = 0;
  virtual Wiped wiped() = 0;

  /// All that is destroyed in this vault, whatever the list of a database says.
  virtual std::vector<Erased> destroyed() = 0;

  /// Names of streams whose tree is here, or was and is destroyed.
  virtual std::vector<std::string> streams() = 0;

  /// The same checkpoint that the log keeps, and the ends of the streams that moved since the one before.
  virtual void add_checkpoint(const Checkpoint& checkpoint, const std::vector<NamedEnd>& moved) = 0;
  /// Instead of all that it knew: an older state of the log was put back on purpose.
  virtual void replace_checkpoints(const std::vector<Checkpoint>& checkpoints, const std::vector<NamedEnd>& ends) = 0;
  virtual std::vector<Checkpoint> checkpoints() = 0;
  virtual std::vector<NamedEnd> ends() = 0;  ///< by name, as of the last checkpoint
};

}  // namespace casus::store
