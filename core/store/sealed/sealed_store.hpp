// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/fault.hpp"
#include "core/store/files/snapshots.hpp"
#include "core/store/keys/keychain.hpp"
#include "core/store/keys/seal.hpp"
#include "core/store/log.hpp"
#include "core/store/sealed/end_of_stream.hpp"
#include "core/store/sealed/work_queue.hpp"
#include "core/store/store.hpp"
#include "core/store/vault.hpp"

#include <atomic>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace casus::store {

/// The store above a log and a vault: sealing, the chain of digests, doing a command once, the order in which things
/// are erased, checkpoints. Inside a transaction the ends of the streams that were touched, and the new lines of the
/// index, are kept here and written once at its end: a thousand events of one case cost one update of its stream, not a
/// thousand.
///
/// In a group of many appends (`Coming`) a second thread writes them. It does `look_up` and `write` and nothing else,
/// in the order of the appends; the log is its own meanwhile, and so are `row` and `digest` of a stream. Everybody else
/// asks for the log, and for keys that the log has a say in, by `log()` and `keys()`, which wait until it has done all
/// that it was given.
class SealedStore final : public Store {
 public:
  /// Finishes what an earlier end left undone (`Verification::finished`).
  SealedStore(std::unique_ptr<Log> log, std::unique_ptr<Vault> vault, std::optional<Snapshots> snapshots = {});

  Outcome<Receipt, Conflict> append(std::string_view stream, std::int64_t expected, std::string_view command_id,
                                    std::vector<NewEvent> events, const IndexRow* index, std::int64_t content) override;
  std::optional<Receipt> receipt(std::string_view command_id) override;
  std::vector<StoredEvent> read(std::string_view stream, std::int64_t after) override;
  std::optional<Snapshot> snapshot(std::string_view stream) override;
  void keep_snapshot(std::string_view stream, const Snapshot& it) override;
  std::int64_t head(std::string_view stream) override;
  std::vector<std::string> streams(std::string_view prefix) override;
  std::int64_t position() override { return log().position(); }
  std::int64_t reconnects() const override { return log_->reconnects(); }
  void serve_alone() override { log_->serve_alone(); }
  std::vector<IndexRow> list(const IndexQuery& query) override;
  void clear_index() override;
  void put_index(const IndexRow& row) override;
  void erase_keys(std::string_view stream) override;
  void erase_person(std::string_view stream, std::string_view person) override;
  void destroy_event(std::string_view stream, std::int64_t number, const std::optional<Husk>& left = {}) override;
  text::Message unfinished() override;
  void together(const std::function<void()>& work) override;
  void together(const Coming& coming, const std::function<void()>& work) override;
  bool checkpoint_due(Time now) override;
  Checkpoint checkpoint(Time now) override;
  std::vector<Checkpoint> checkpoints() override;
  std::vector<Finding> verify_against(std::string_view code) override;
  Checkpoint backup(const std::string& file, Time now) override;
  AcceptedBackup accept_backup(Time now) override;
  std::int64_t places_anew(std::string_view stream) override;
  AcceptedKeys accept_keys(std::string_view begun_anew, Time now) override;
  std::string older_keys() override;
  Verification verify() override;
  Info info() override;
  std::string pseudonym(std::string_view name) override;

 private:
  /// A stream as this transaction leaves it.
  struct Stream {
    std::int64_t row = 0;  ///< of the log; 0: not there yet
    std::int64_t head = 0;
    Digest digest{};  ///< of the last event that was written
    std::int64_t erasures = 0;
    Receipts receipts{};
    bool sound = true;                   ///< as it was found; what was changed in it stays to be seen
    std::optional<std::int64_t> from{};  ///< where it ended before its row changed
    std::optional<IndexRow> line{};      ///< new line for the index

    void changes() {
      if (!from) from = head;
    }
  };
  using Named = std::pair<const std::string, Stream>;

  /// An append that is decided, and has to be sealed and written.
  struct Writing {
    Named* stream = nullptr;
    std::int64_t first = 0;
    std::vector<NewEvent> events;
    std::optional<CommandRow> command{};
    std::shared_ptr<const KeyTree> tree{};
    std::vector<Key> persons{};  ///< of the secrets of all events, in their order
  };

  /// What is known of a command in a group of many appends.
  struct Known {
    std::size_t after = 0;  ///< known when so many have been looked up
    std::int64_t mark = 0;
    std::optional<Receipt> done;
  };

  /// In a group of many appends.
  struct Behind {
    std::unordered_map<std::string, Known> commands;
    std::atomic<std::size_t> looked_up = 0;  ///< so many of those that were coming
    std::vector<Writing> waiting;            ///< not given yet
    std::list<std::vector<Writing>> given;   ///< freed where they were made: the other thread would wait for the memory
    std::atomic<std::size_t> written = 0;    ///< so many of those that were given
    std::size_t freed = 0;
    bool begun = false;  ///< the queue has been given something
    WorkQueue queue;
  };

  /// Begins a transaction, or joins the one that is open. One that goes without `done` takes all of it down: what was
  /// half written may never be committed, not even when somebody up the stack catches the exception.
  class Work {
   public:
    /// Of a stream that is asked for first, if any.
    explicit Work(SealedStore& store, std::string_view stream = {});
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;
    ~Work();
    /// A conflict when the log let another writer in between; then nothing happened.
    std::optional<Conflict> done();

   private:
    SealedStore& store_;
    bool owner_;
    bool done_ = false;
  };

  /// What was kept cannot be read as it was kept.
  static text::SaidFault damage(text::Message what);

  IndexRow opened(IndexRow row, std::int64_t erasures);

  Log& log();
  Keychain& keys();
  const StoreKeys& store_keys() const { return keys_.store(); }
  void settle();
  void hand_over();

  void begin(std::string_view stream);
  void look_ahead(const Coming& coming);
  std::optional<Conflict> commit();
  void rollback() noexcept;
  std::optional<Conflict> write_out();
  void write_line(Named& entry);

  Named* find(std::string_view name);
  Named& make(std::string_view name);
  std::int64_t row_of(Named& stream);
  std::string mark_of(const Named& stream) const;
  bool add_command(Named& stream, const CommandRow& command);
  std::shared_ptr<const KeyTree> tree_to_write(const Named& stream, std::int64_t number);
  std::shared_ptr<const KeyTree> tree_to_read(std::string_view stream, std::int64_t erasures);
  void find_keys(Writing& it);
  void write(Writing& it);
  void write_event(Named& stream, std::int64_t number, const NewEvent& event, const Key& key, const Key* persons);
  void write_behind(Writing it);
  Known look_up(std::string_view command_id);
  Known& known_here(std::string_view command_id);
  Husk sealed_husk(const Named& stream, std::int64_t number, const Husk& clear);
  std::optional<Husk> husk_of(const Named& stream, std::int64_t number);
  StoredEvent opened(const Named& stream, const KeyTree* tree, const EventRow& row);

  void erase(const Erased& what);
  bool can_be_erased(const Named& stream, const Erased& what);
  void follow(const std::vector<ErasedRow>& rows);
  bool still_held(const Erased& what);
  void wipe();
  void follow_list();
  void list_again();
  bool is_of_another_copy();
  bool is_of_another_line(const std::vector<Erased>& destroyed);
  bool may_hold(const Named& stream, const Erased& what);
  std::optional<std::vector<std::string>> persons_in(const Named& stream, const KeyTree& tree, const EventRow& row);
  std::vector<NotInCopy> not_in_copy();
  bool begin_places_anew();
  void list(Named& stream, const Erased& what);
  void keep_in_vault(const Checkpoint& checkpoint);
  Checkpoint make_checkpoint(Time now, bool always);
  void compare_files();
  void require_writable() const;
  bool opens(const Named& stream, const KeyTree* tree, const EventRow& row);
  std::int64_t begin_anew(const std::string& stream);
  std::optional<Key> snapshot_key(const Named& stream, std::int64_t number, const std::vector<std::string>& persons);

  std::unique_ptr<Log> log_;
  std::unique_ptr<Vault> vault_;
  Keychain keys_;
  std::optional<Snapshots> snapshots_;

  bool open_ = false;     ///< a transaction of ours is open
  bool broken_ = false;   ///< and must not be committed
  Husks left_;            ///< of events that are destroyed in it
  bool erasing_ = false;  ///< and something is erased in it
  std::map<std::string, Stream, std::less<>> touched_;
  std::set<std::string, std::less<>> absent_;  ///< there are no such streams, and nobody else can make them
  std::optional<Behind> behind_;
  text::Message unfinished_;
  text::Message why_older_;  ///< the same as one of the next two, in words for people
  std::string older_keys_;   ///< how it shows that the vault is older than the log; empty: it is not
  std::string older_log_;    ///< how it shows that the log is older than the vault; empty: it is not
  text::Message not_ours_;   ///< what lies in one of the files and could change what a write does
  std::vector<text::Message> finished_;
};

}  // namespace casus::store
