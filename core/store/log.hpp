// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/checkpoint.hpp"
#include "core/store/erased.hpp"
#include "core/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::store {

/// A stream as kept: where it ends, and how many keys were destroyed in it. Digest and mark are what is in the row,
/// which somebody may have damaged.
struct StreamRow {
  std::int64_t id = 0;
  std::string name;
  std::int64_t head = 0;
  std::string digest;
  std::string mark;
  std::int64_t erasures = 0;
};

struct StreamEnd {
  std::int64_t head = 0;
  Digest digest{};
  std::string mark;  ///< as end_of_stream.hpp makes it
};

/// One event. The texts live as long as whoever gave them says.
struct EventRow {
  std::int64_t number = 0;
  std::string_view type;  ///< empty for one whose type is in no table
  int type_version = 1;
  std::int64_t at = 0;
  std::string_view sealed;
  std::string_view digest;
};

/// One event and its place among those of all streams. The texts live as long as whoever gave them says.
struct PlacedEvent {
  std::int64_t position = 0;
  std::int64_t stream = 0;  ///< id
  EventRow event;
};

/// What a command came to. `content` is a digest of what was asked, 0 when nobody said.
struct CommandRow {
  std::int64_t mark = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::int64_t content = 0;
};

/// A line of the index: `row.summary` is sealed, empty when there is none.
struct IndexLine {
  IndexRow row;
  std::int64_t erasures = 0;
};

/// Puts rows in and gets rows out; knows nothing of keys, clear text or digests. Everything that a database has to do
/// for us, and all of it: sealed_store.hpp is written once, above any log. Throws Fault(store).
///
/// Writing is between `begin` and `commit` (durable when it returns); a transaction sees what it wrote. Others may
/// write at the same time: what keeps one stream whole is that `move_end` tells when it lost, and that a number is
/// there once.
class Log {
 public:
  virtual ~Log() = default;

  /// For messages: the file.
  virtual std::string path() const = 0;

  virtual void begin() = 0;
  /// Likewise, for who asks for this stream next: a log on a server answers both in one turn.
  virtual void begin_with(std::string_view stream) {
    (void)stream;
    begin();
  }
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;
  /// Inside a transaction: brings to the disk what it has written so far, so that `commit` has less to wait for. It is
  /// no more committed than before.
  virtual void flush() {}
  /// Connections that were lost and made again; a file has none.
  virtual std::int64_t reconnects() const { return 0; }
  /// See Store::serve_alone.
  virtual void serve_alone() {}
  /// One view of everything for all that `work` reads, while others go on writing.
  virtual void look(const std::function<void()>& work) = 0;

  // ---- streams
  virtual std::optional<StreamRow> stream(std::string_view name) = 0;
  virtual std::int64_t add_stream(std::string_view name, const StreamEnd& end) = 0;
  /// False, and nothing changes, when the stream does not end at `from` any more.
  virtual bool move_end(std::int64_t stream, std::int64_t from, const StreamEnd& end) = 0;
  /// The new count.
  virtual std::int64_t count_erasure(std::int64_t stream) = 0;
  /// With events, by name.
  virtual std::vector<std::string> names(std::string_view prefix) = 0;
  /// All of them, by name.
  virtual std::vector<StreamRow> streams() = 0;
  /// The one that was made last, of those with events.
  virtual std::optional<StreamRow> newest_stream() = 0;

  // ---- events
  virtual void add_event(std::int64_t stream, const EventRow& event) = 0;
  /// Those after number `after`, in order, for as long as `visit` answers true.
  virtual void events(std::int64_t stream, std::int64_t after, const std::function<bool(const EventRow&)>& visit) = 0;
  /// Of the last event of all; every later event has a higher one.
  virtual std::int64_t position() = 0;
  /// Where each stream ended at `position`, by name; only those that have events after `since`.
  virtual std::vector<NamedEnd> ends(std::int64_t position, std::int64_t since) = 0;

  // ---- commands
  /// False, and nothing changes, when that mark is there.
  virtual bool add_command(std::int64_t stream, const CommandRow& command) = 0;
  virtual std::optional<std::pair<std::string, CommandRow>> command(std::int64_t mark) = 0;  ///< and its stream
  virtual void commands(const std::function<void(std::int64_t stream, const CommandRow&)>& visit) = 0;

  // ---- the index
  virtual void put_line(std::int64_t stream, const IndexRow& row, const std::optional<std::string>& sealed_summary) = 0;
  virtual void erase_summary(std::int64_t stream) = 0;
  virtual void clear_lines() = 0;
  virtual std::vector<IndexLine> lines(const IndexQuery& query) = 0;
  /// The sealed summary of one; nothing when there is no line, or no text in it.
  virtual std::optional<std::string> summary(std::int64_t stream) = 0;

  // ---- what was erased, and checkpoints
  virtual void add_erased(const ErasedRow& row) = 0;
  virtual std::vector<ErasedRow> erased(std::int64_t after) = 0;
  virtual std::vector<Erased> erased_in(std::string_view stream) = 0;
  virtual Wiped last_erased() = 0;
  virtual void add_checkpoint(const Checkpoint& checkpoint) = 0;
  virtual std::vector<Checkpoint> checkpoints() = 0;
  virtual std::optional<Checkpoint> last_checkpoint() = 0;

  /// Whether this database was found to be older than its keys, until somebody says that it is meant.
  virtual bool is_older() = 0;
  virtual void set_older(bool older) = 0;

  // ---- the whole
  /// What is in it that this program did not make, and that could change what a write does (a trigger, a view, another
  /// table); one sentence each. Asked at every opening.
  virtual std::vector<text::Message> strange() = 0;
  /// What it can say of itself: damage, rows that belong to nothing, tables that are not as they were made.
  virtual std::vector<Finding> check() = 0;
  virtual Info info() = 0;
  /// A whole copy of this moment in a new file, while others go on.
  virtual void copy_to(const std::string& file) = 0;
  /// Of all streams, those after that position, in the order in which they were kept, for as long as `visit` answers
  /// true. Whoever goes on from the last that they saw misses none, also while others write.
  virtual void all_events(std::int64_t after, const std::function<bool(const PlacedEvent&)>& visit) = 0;
};

}  // namespace casus::store
