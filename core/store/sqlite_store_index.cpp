// SPDX-License-Identifier: EUPL-1.2
// The rest of SqliteStore: what is derived from the events, what is erased, and the store as a whole.
#include "core/base/fault.hpp"
#include "core/store/files.hpp"
#include "core/store/sqlite_store.hpp"
#include "core/store/verify.hpp"

#include <fmt/format.h>

namespace casus::store {

std::vector<IndexRow> SqliteStore::list(const IndexQuery& query) {
  write_out();
  std::vector<IndexRow> rows;
  for (auto& [row, erasures] : index_.list(query)) {
    if (!row.summary.empty()) {
      // A lost key must not take the whole agenda away: the line is shown without its text, and opening the case tells.
      const auto key = keys_.find({row.stream, erasures}, "").key;
      auto clear = key ? unseal(*key, {row.stream, 0}, row.summary) : std::optional(std::string());
      if (!clear)
        throw Fault(Fault::Kind::store,
                    fmt::format("store file '{}': the line of '{}' in the index is damaged; do: casus store rebuild",
                                db_.path(), row.stream));
      row.summary = std::move(*clear);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

void SqliteStore::clear_index() {
  Work work(*this);
  for (auto& [name, stream] : touched_) stream.line.reset();
  index_.clear();
  work.done();
}

void SqliteStore::put_index(const IndexRow& row) {
  Work work(*this);
  Named* const at = find(row.stream);
  if (!at)
    throw Fault(Fault::Kind::store,
                fmt::format("stream '{}' does not exist, so it has no line in the index", row.stream));
  at->second.line = row;
  work.done();
}

// ---- erasing

void SqliteStore::erase_keys(std::string_view stream) { erase(stream, ""); }

void SqliteStore::erase_person(std::string_view stream, std::string_view person) {
  if (person.empty()) {
    broken_ = open_;
    throw Fault(Fault::Kind::store, fmt::format("stream '{}': no person named to erase", stream));
  }
  erase(stream, person);
}

void SqliteStore::erase(std::string_view stream, std::string_view person) {
  const bool joined = open_;
  Work work(*this);
  Named* const at = find(stream);
  if (!at) {
    work.done();
    return;
  }
  write_out();
  index_.erase_summary(at->second.id);
  Rows rows = count_erasure_.rows(at->second.id);
  if (rows.next()) at->second.erasures = rows.integer(0);
  while (rows.next()) {
  }
  // The key goes while the write lock is held and before others can see the new count: who sees it finds no key.
  if (joined) keys_.plan_destruction(stream, person);
  else keys_.destroy(stream, person);
  work.done();
}

// ---- the whole

Verification SqliteStore::verify() {
  write_out();
  types_.forget();
  return verify_store(db_, keys_, types_);
}

Info SqliteStore::info() {
  write_out();
  Info info;
  info.path = db_.path();
  info.keys_path = keys_.path();
  info.streams = db_.number("SELECT count(*) FROM streams WHERE head > 0");
  info.events = db_.number("SELECT count(*) FROM events");
  info.commands = db_.number("SELECT count(*) FROM commands");
  info.bytes = size_of(info.path) + size_of(info.path + "-wal");
  info.schema = static_cast<int>(db_.number("PRAGMA user_version"));
  return info;
}

}  // namespace casus::store
