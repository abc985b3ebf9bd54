// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/log.hpp"
#include "core/store/sqlite/database.hpp"
#include "core/store/sqlite/index_table.hpp"
#include "core/store/sqlite/type_table.hpp"

namespace casus::store {

/// The log in a database file: WAL, synchronous=FULL. One writer at a time holds the lock of the file, so a transaction
/// that began never loses.
class SqliteLog final : public Log {
 public:
  /// Of format 2, and configured (open.cpp).
  explicit SqliteLog(Database db);

  std::string path() const override { return db_.path(); }
  void begin() override;
  void commit() override;
  void rollback() noexcept override;
  void flush() override { db_.flush(); }
  void look(const std::function<void()>& work) override;

  std::optional<StreamRow> stream(std::string_view name) override;
  std::int64_t add_stream(std::string_view name, const StreamEnd& end) override;
  bool move_end(std::int64_t stream, std::int64_t from, const StreamEnd& end) override;
  std::int64_t count_erasure(std::int64_t stream) override;
  std::vector<std::string> names(std::string_view prefix) override;
  std::vector<StreamRow> streams() override;
  std::optional<StreamRow> newest_stream() override;

  void add_event(std::int64_t stream, const EventRow& event) override;
  void events(std::int64_t stream, std::int64_t after, const std::function<bool(const EventRow&)>& visit) override;
  void all_events(std::int64_t after, const std::function<bool(const PlacedEvent&)>& visit) override;
  std::int64_t position() override;
  std::vector<NamedEnd> ends(std::int64_t position, std::int64_t since) override;

  bool add_command(std::int64_t stream, const CommandRow& command) override;
  std::optional<std::pair<std::string, CommandRow>> command(std::int64_t mark) override;
  void commands(const std::function<void(std::int64_t stream, const CommandRow&)>& visit) override;

  void put_line(std::int64_t stream, const IndexRow& row, const std::optional<std::string>& sealed_summary) override;
  void erase_summary(std::int64_t stream) override;
  void clear_lines() override;
  std::vector<IndexLine> lines(const IndexQuery& query) override;
  std::optional<std::string> summary(std::int64_t stream) override;

  void add_erased(const ErasedRow& row) override;
  std::vector<ErasedRow> erased(std::int64_t after) override;
  std::vector<Erased> erased_in(std::string_view stream) override;
  Wiped last_erased() override;
  void add_checkpoint(const Checkpoint& checkpoint) override;
  std::vector<Checkpoint> checkpoints() override;
  std::optional<Checkpoint> last_checkpoint() override;

  bool is_older() override;
  void set_older(bool older) override;
  std::vector<text::Message> strange() override;
  std::vector<Finding> check() override;
  Info info() override;
  void copy_to(const std::string& file) override;

 private:
  Database db_;
  TypeTable types_;
  IndexTable index_;
  Statement begin_;
  Statement commit_;
  Statement select_stream_;
  Statement insert_stream_;
  Statement update_stream_;
  Statement count_erasure_;
  Statement insert_event_;
  Statement select_events_;
  Statement insert_command_;
  Statement select_command_;
  Statement select_name_;
};

}  // namespace casus::store
