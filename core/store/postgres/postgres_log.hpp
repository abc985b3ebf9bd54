// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/database_fault.hpp"
#include "core/store/log.hpp"
#include "core/store/postgres/connection.hpp"
#include "core/text/said_fault.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::store {

/// The log of one team in a PostgreSQL database. Whoever begins holds the row of the team until the end, so that a
/// position is given once, in the order of the commits, and a transaction that began does not lose. Readers wait for
/// nobody.
///
/// A connection that was lost is made again where nothing can be done twice by it: before a transaction, and for a
/// question outside one. In the middle of one all of it is gone, and that is thrown. At its end the database is asked
/// whether the last row that was written is there.
class PostgresLog final : public Log {
 public:
  /// Of a team whose row is there (open.cpp).
  PostgresLog(std::unique_ptr<Connection> connection, std::int64_t team, std::string store_id, Purpose purpose);

  std::string path() const override { return connection_->address().shown; }
  void begin() override { begin_with({}); }
  void begin_with(std::string_view stream) override;
  void commit() override;
  void rollback() noexcept override;
  void flush() override { connection_->settle(); }
  std::int64_t reconnects() const override { return reconnects_; }
  void serve_alone() override;
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
  /// As a store in a file (copy.hpp).
  void copy_to(const std::string& file) override;

 private:
  /// A row that is there when the transaction was kept, and only then: what it holds is nobody else's.
  struct Trace {
    std::string sql;
    Parameters parameters;
  };

  /// A stream as it is until this transaction writes to it.
  struct Ahead {
    std::string name;
    std::optional<StreamRow> row;
  };

  /// What nobody is harmed by when it is done twice, once more on a new connection when this one turns out to be gone.
  auto connected(const auto& work) {
    if (connection_->connected()) {
      try {
        return work();
      } catch (const DatabaseFault& fault) {
        if (fault.why() != DatabaseFault::Why::lost) throw;
        connection_->disconnect();
      }
    }
    connection_->connect();
    ++reconnects_;
    alone_ = false;  // what the connection held went with it
    return work();
  }
  Answer ask(const std::string& sql, const Parameters& parameters);
  std::vector<Checkpoint> selected(std::string_view order);
  bool was_kept();
  struct OtherServer {
    std::int64_t number = 0;  ///< of its connection
    std::string host;         ///< empty: the machine of the database
    std::string role;         ///< empty: the same as ours
  };
  struct Serving {
    std::optional<OtherServer> other;
    bool ours = false;  ///< a connection that this server had before
  };
  Serving who_serves();
  /// Who is in the way; nothing when nobody is.
  std::optional<OtherServer> try_alone();
  text::SaidFault served_already(const OtherServer& other) const;

  std::unique_ptr<Connection> connection_;
  std::int64_t team_;
  std::string store_id_;
  Purpose purpose_;
  std::int64_t reconnects_ = 0;
  bool wants_alone_ = false;     ///< a server shows this team
  bool alone_ = false;           ///< and this connection keeps others from it
  bool kept_out_ = false;        ///< another one did, when this was asked last
  std::int64_t serving_as_ = 0;  ///< this server's own number, by which its connections are known to be its own
  bool open_ = false;            ///< a transaction is
  std::optional<Ahead> ahead_;   ///< what was answered along with its beginning
  std::int64_t position_ = 0;
  std::int64_t streams_ = 0;
  bool counted_ = false;  ///< one of these two moved
  std::optional<Trace> trace_;
};

}  // namespace casus::store
