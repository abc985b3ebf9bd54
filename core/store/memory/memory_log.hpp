// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/log.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace casus::store {

/// The log without a disk, for tests, dry runs and training. What a transaction wrote is taken back step by step.
class MemoryLog final : public Log {
 public:
  std::string path() const override { return "memory"; }
  void begin() override { undo_.clear(); }
  void commit() override { undo_.clear(); }
  void rollback() noexcept override;
  void look(const std::function<void()>& work) override { work(); }

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
  std::int64_t position() override { return position_; }
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
  std::vector<Checkpoint> checkpoints() override { return checkpoints_; }
  std::optional<Checkpoint> last_checkpoint() override;

  bool is_older() override { return false; }
  void set_older(bool) override {}

  std::vector<text::Message> strange() override { return {}; }
  std::vector<Finding> check() override { return {}; }
  Info info() override;
  void copy_to(const std::string& file) override;

 private:
  struct Event {
    std::int64_t position = 0;
    std::string type;
    int type_version = 0;
    std::int64_t at = 0;
    std::string sealed;
    std::string digest;
  };
  struct Stream {
    StreamRow row;
    std::vector<Event> events;
    std::optional<IndexRow> line;
  };

  Stream& at(std::int64_t stream) { return *by_id_[static_cast<std::size_t>(stream - 1)]; }
  void set_line(Stream& stream, std::optional<IndexRow> line);

  std::map<std::string, Stream, std::less<>> streams_;
  std::vector<Stream*> by_id_;  ///< in the order of making
  std::map<std::int64_t, std::pair<std::int64_t, CommandRow>> commands_;
  std::vector<ErasedRow> erased_;
  std::vector<Checkpoint> checkpoints_;
  std::int64_t position_ = 0;
  std::vector<std::function<void()>> undo_;  ///< of the open transaction, last step last
};

}  // namespace casus::store
