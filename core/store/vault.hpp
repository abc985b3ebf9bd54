// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/checkpoint.hpp"
#include "core/store/erased.hpp"
#include "core/text/message.hpp"

#include <cstdint>
#include <functional>
#include <map>
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

  using KeysByPerson = std::map<std::string, std::string, std::less<>>;

  struct NewKey {
    std::string_view stream;
    std::string_view person;
    std::string_view key;
  };

  virtual ~Vault() = default;

  /// For messages: the file.
  virtual std::string path() const = 0;

  /// What `work` reads here is of one moment, and the file is asked once for all of it. Short: nobody writes meanwhile.
  virtual void look(const std::function<void()>& work) = 0;

  virtual Key store_key() = 0;
  virtual Held find(std::string_view stream, std::string_view person) = 0;
  /// The tree of a stream and the keys of its persons, as of one moment. What is erased is not among them, nor the key
  /// of a person that does not open: `find` says which. Throws when the tree does not open.
  virtual KeysByPerson find_all(std::string_view stream) = 0;

  /// All or none. Before the events that are sealed with them are durable.
  virtual void add(const std::vector<NewKey>& keys) = 0;

  /// Destroys what the rows name, and remembers that it followed the list so far; keeps what is left of single events
  /// until their stream is erased. Gives an event that is begun anew its new key: once, however often it follows the
  /// same row, until that key is destroyed too. Of an event the rows say one thing (`last_words`).
  virtual void destroy(const std::vector<ErasedRow>& rows, const Wiped& now, const Husks& left) = 0;
  virtual std::optional<Husk> left(std::string_view stream, std::int64_t number) = 0;
  /// What will be left of single events, before the log says that they are destroyed: a kill between the two leaves
  /// nothing that cannot be read, and of what the log then does not say nothing is shown.
  virtual void keep_left(const Husks& left) = 0;
  /// Nothing will be left of an event that a group which was not kept said something of.
  virtual void drop_left(std::string_view stream, std::int64_t number) = 0;
  /// In the place of what is left of an event here; nothing of that stays. Not of one of which nothing is.
  virtual void reword_left(std::string_view stream, std::int64_t number, const Husk& left) = 0;
  /// Nothing is known any more of keys that are destroyed: of a person, or of a whole stream. For a database in which
  /// nothing was ever sealed with them, so that they can be made there.
  virtual void forget_destroyed(const std::vector<Erased>& keys) = 0;
  virtual Wiped wiped() = 0;

  /// All that is destroyed in this vault, whatever the list of a database says.
  virtual std::vector<Erased> destroyed() = 0;

  /// Names of streams whose tree is here, or was and is destroyed.
  virtual std::vector<std::string> streams() = 0;

  /// In the place of the key of a stream that is there or is lost.
  virtual void replace_tree(std::string_view stream, std::string_view tree) = 0;

  /// The log is about to keep this one: when the two are cut off from each other here, the vault is not taken for an
  /// older one.
  virtual void begin_checkpoint(const Checkpoint& checkpoint) = 0;
  virtual Digest begun() = 0;  ///< mark of the one that was begun last
  /// The same checkpoints that the log keeps, in order, and the ends of the streams that moved since the one before
  /// them. What is there already stays as it is.
  virtual void add_checkpoints(const std::vector<Checkpoint>& checkpoints, const std::vector<NamedEnd>& moved) = 0;
  /// Instead of all that it knew: an older state of the log was put back on purpose.
  virtual void replace_checkpoints(const std::vector<Checkpoint>& checkpoints, const std::vector<NamedEnd>& ends) = 0;
  virtual std::vector<Checkpoint> checkpoints() = 0;
  virtual std::optional<Checkpoint> last_checkpoint() = 0;
  virtual bool knows_end(std::string_view stream) = 0;
  virtual std::vector<NamedEnd> ends() = 0;  ///< by name, as of the last checkpoint

  /// Whether something vouches for its rows. A vault of before that has nothing; it gets it over what is in it then.
  virtual bool has_seal() = 0;
  virtual void begin_seal() = 0;

  /// As `Log::strange`, and what keeps it from being written to.
  virtual std::vector<text::Message> strange() = 0;
  /// What it can say of itself: damage, tables that are not as they were made, rows that something else changed.
  virtual std::vector<text::Message> check() = 0;
};

}  // namespace casus::store
