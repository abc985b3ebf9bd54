// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/sqlite/database.hpp"
#include "core/store/vault.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>

namespace casus::store {

struct Options;

/// Opens a key file that is locked, as the options say: asked once, and held as long as the store is open.
Key lock_key(const Options& options);

/// The key file: a small database of its own, mode 0600. A destroyed key leaves a mark, so that it is told from one
/// that was lost. A seal in `meta` vouches for its rows: the sum of a digest of each. Its journal stays beside it and
/// is overwritten whenever a key is destroyed: it holds what pages were before.
class SqliteVault final : public Vault {
 public:
  /// Makes the key file of a store that is being made and returns the store id. One that was left by a making that did
  /// not end is used again; one with keys of streams belongs to a store that is gone, and is refused unless that store
  /// `store_is_there` after all: asked last, since another program may be making it at this moment.
  static std::string make(const std::string& path, const std::function<bool()>& store_is_there);
  /// Whether a key file is there that holds keys of streams; of no other file anything is said.
  static bool has_keys_of_streams(const std::string& path);

  /// Throws Fault(store) when the file is missing, open to others, damaged, or of another store. One of format 1 is
  /// given what format 2 has more. `ask_lock` gives the key that opens one that is locked; of one that is not it is not
  /// asked.
  SqliteVault(const std::string& path, const std::string& store_id, const std::function<Key()>& ask_lock);

  ~SqliteVault() override;

  std::string path() const override { return db_.path(); }
  void look(const std::function<void()>& work) override;
  Key store_key() override;
  Held find(std::string_view stream, std::string_view person) override;
  KeysByPerson find_all(std::string_view stream) override;
  void add(const std::vector<NewKey>& keys) override;
  void destroy(const std::vector<ErasedRow>& rows, const Wiped& now, const Husks& left) override;
  std::optional<Husk> left(std::string_view stream, std::int64_t number) override;
  void keep_left(const Husks& left) override;
  void drop_left(std::string_view stream, std::int64_t number) override;
  void reword_left(std::string_view stream, std::int64_t number, const Husk& left) override;
  void forget_destroyed(const std::vector<Erased>& keys) override;
  Wiped wiped() override;
  std::vector<Erased> destroyed() override;
  std::vector<std::string> streams() override;
  void replace_tree(std::string_view stream, std::string_view tree) override;
  void begin_checkpoint(const Checkpoint& checkpoint) override;
  Digest begun() override;
  void add_checkpoints(const std::vector<Checkpoint>& checkpoints, const std::vector<NamedEnd>& moved) override;
  void replace_checkpoints(const std::vector<Checkpoint>& checkpoints, const std::vector<NamedEnd>& ends) override;
  std::vector<Checkpoint> checkpoints() override;
  std::optional<Checkpoint> last_checkpoint() override;
  bool knows_end(std::string_view stream) override;
  std::vector<NamedEnd> ends() override;
  bool has_seal() override;
  void begin_seal() override;
  std::vector<text::Message> strange() override;
  std::vector<text::Message> check() override;

 private:
  /// What the seal is the sum of: the rows of one stream, or of all.
  Digest sum_of(std::string_view stream);
  template <class... Values>
  Digest sum_where(std::string_view where, const Values&... values);
  Digest sum_of_wiped();
  Digest sum_of_checkpoints();  ///< and of where streams ended then
  Digest sum_of_all();
  void widen_seal();
  void change(const std::set<std::string>& streams, const std::function<void()>& work);
  /// The same of what may not be found again: nothing of how it was stays in the journal.
  void overwrite(const std::set<std::string>& streams, const std::function<void()>& work);
  void add_to_seal(const std::function<void(Digest&)>& change);
  void put_checkpoint(const Checkpoint& checkpoint);
  void put_ends(const std::vector<NamedEnd>& ends);
  bool has_noted(const Erased& what);
  void destroy_one(const Erased& what, const Husks& left);
  void overwrite_left(std::string_view stream, std::int64_t number);
  void require_same_lock();
  /// A key out of the file: `lies` as it is, or opened with the lock; nothing when it does not open.
  [[noreturn]] void does_not_open(std::string_view stream) const;
  std::optional<std::string> opened(std::string_view stream, std::string_view person, std::string_view lies) const;
  std::string as_it_lies(std::string_view stream, std::string_view person, std::string_view key) const;

  Database db_;
  std::string locked_as_;       ///< what the file said of its lock when it was opened; empty: it was open
  std::optional<Key> lock_;     ///< there when it was locked
  bool keeps_journal_ = false;  ///< emptied after each transaction, not removed
  /// Within one look the file stays as it is, so its lock is asked once.
  enum class Asked { each_time, not_yet, same } asked_ = Asked::each_time;
  Statement select_;
  Statement select_all_;
  Statement insert_;
  Statement select_lock_;
  std::optional<StoreKeys> keys_;  ///< made from the key of the store when the seal needs them first
};

}  // namespace casus::store
