// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/index_table.hpp"
#include "core/store/keys.hpp"
#include "core/store/seal.hpp"
#include "core/store/sqlite.hpp"
#include "core/store/store.hpp"
#include "core/store/type_table.hpp"

#include <map>
#include <string>

namespace casus::store {

/// The store on disk. Inside a transaction the ends of the streams that were touched, and the new lines of the index,
/// are kept here and written once at its end: a thousand events of one case cost one update of its stream, not a
/// thousand.
class SqliteStore final : public Store {
 public:
  SqliteStore(Database db, const std::string& keys_path);

  Outcome<Receipt, Conflict> append(std::string_view stream, std::int64_t expected, std::string_view command_id,
                                    const std::vector<NewEvent>& events, const IndexRow* index,
                                    std::int64_t content) override;
  std::optional<Receipt> receipt(std::string_view command_id) override;
  std::vector<StoredEvent> read(std::string_view stream, std::int64_t after) override;
  std::int64_t head(std::string_view stream) override;
  std::vector<std::string> streams(std::string_view prefix) override;
  std::vector<IndexRow> list(const IndexQuery& query) override;
  void clear_index() override;
  void put_index(const IndexRow& row) override;
  void erase_keys(std::string_view stream) override;
  void erase_person(std::string_view stream, std::string_view person) override;
  void together(const std::function<void()>& work) override;
  Verification verify() override;
  Info info() override;

 private:
  /// A stream as this transaction leaves it.
  struct Stream {
    std::int64_t id = 0;
    std::int64_t head = 0;
    Digest digest{};
    std::int64_t erasures = 0;
    bool grown = false;
    std::optional<IndexRow> line;  ///< new line for the index
  };
  using Named = std::pair<const std::string, Stream>;

  /// Begins a transaction, or joins the one that is open. One that goes without `done` takes all of it down: what was
  /// half written may never be committed, not even when somebody up the stack catches the exception.
  class Work {
   public:
    explicit Work(SqliteStore& store);
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;
    ~Work();
    void done();

   private:
    SqliteStore& store_;
    bool owner_;
    bool done_ = false;
  };

  void begin();
  void commit();
  void rollback() noexcept;
  void write_out();

  Named* find(std::string_view name);
  Named& make(std::string_view name);
  std::optional<Key> key_to_write(const Named& stream);
  std::optional<Key> key_to_read(std::string_view stream, std::int64_t erasures, std::string_view person);
  std::string sealed(const Named& stream, const Key& key, std::int64_t number, const NewEvent& event);
  void append_event(Named& stream, const Key& key, const NewEvent& event);
  void erase(std::string_view stream, std::string_view person);
  void count_erasure(Named& stream);
  StoredEvent opened(const Named& stream, const std::optional<Key>& key, const Rows& rows);

  Database db_;
  Keys keys_;
  TypeTable types_;
  IndexTable index_;
  Statement begin_;
  Statement commit_;
  Statement select_stream_;
  Statement insert_stream_;
  Statement update_stream_;
  Statement insert_event_;
  Statement select_events_;
  Statement insert_command_;
  Statement select_command_;
  Statement select_streams_;
  Statement count_erasure_;

  bool open_ = false;    ///< a transaction of ours is open
  bool broken_ = false;  ///< and must not be committed
  std::map<std::string, Stream, std::less<>> touched_;
};

}  // namespace casus::store
