// SPDX-License-Identifier: EUPL-1.2
#include "core/store/keys.hpp"

#include "core/base/fault.hpp"
#include "core/store/files.hpp"
#include "core/store/sqlite/schema.hpp"

#include <fmt/format.h>

namespace casus::store {

namespace {

/// Streams whose keys are kept in memory; beyond it all are read again. About 4 MB.
constexpr std::size_t kCachedStreams = 20'000;

Database open(const std::string& path) {
  if (!file_exists(path))
    throw Fault(
        Fault::Kind::store,
        fmt::format("key file '{}' is missing, and without it nothing in the store can be read; put it back from "
                    "where you keep it",
                    path));
  require_private(path);
  Database db(path);
  // EXTRA: the end of the journal is durable too, so that a destroyed key does not come back after a power failure.
  db.run(
      "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; "
      "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF");
  return db;
}

/// Refuses what is no key file before anything is prepared on it.
Database open_for(const std::string& path, const std::string& store_id) {
  Database db = open(path);
  if (is_empty(db, kKeyFile))
    throw Fault(Fault::Kind::store, fmt::format("key file '{}' is empty; put the right one back", path));
  if (store_id_of(db) != store_id)
    throw Fault(Fault::Kind::store,
                fmt::format("key file '{}' belongs to another store; put the right one back", path));
  return db;
}

}  // namespace

std::string Keys::make(const std::string& path, const std::function<bool()>& store_is_there) {
  make_private_file(path);
  Database db = open(path);
  db.run("BEGIN IMMEDIATE");  // first: two processes may begin one store
  if (is_empty(db, kKeyFile)) {
    make_key_tables(db, random_id());
    const Key store_key = Key::random();
    Statement(db, "INSERT INTO keys(stream, person, key) VALUES('', '', ?1)").run(Blob{store_key.bytes()});
  } else if (db.number("SELECT count(*) FROM keys") > 1 && !store_is_there()) {
    throw Fault(
        Fault::Kind::store,
        fmt::format("key file '{}' belongs to a store that is gone; put the store back from a backup, or move the "
                    "key file away to begin a new store",
                    path));
  }
  db.run("COMMIT");
  return store_id_of(db);
}

Keys::Keys(const std::string& path, const std::string& store_id)
    : db_(open_for(path, store_id)),
      select_(db_, "SELECT key FROM keys WHERE stream = ?1 AND person = ?2"),
      insert_(db_, "INSERT INTO keys(stream, person, key) VALUES(?1, ?2, ?3)"),
      erase_stream_(db_, "UPDATE keys SET key = NULL WHERE stream = ?1"),
      erase_person_(db_, "UPDATE keys SET key = NULL WHERE stream = ?1 AND person = ?2") {
  Rows rows = select_.rows(std::string_view(), std::string_view());
  const auto store_key = rows.next() ? Key::from(rows.bytes(0)) : std::nullopt;
  if (!store_key)
    throw Fault(Fault::Kind::store, fmt::format("key file '{}' has no store key; put the right one back", path));
  store_.emplace(*store_key);
}

Keys::Cached& Keys::cached(const Owner& owner) {
  auto at = cache_.find(owner.stream);
  if (at == cache_.end()) {
    if (cache_.size() >= kCachedStreams) cache_.clear();
    at = cache_.emplace(std::string(owner.stream), Cached{owner.erasures, {}}).first;
  }
  if (at->second.erasures != owner.erasures) at->second = Cached{owner.erasures, {}};
  return at->second;
}

Keys::Found Keys::find(const Owner& owner, std::string_view person) {
  using Called = ByName::Called;
  if (!planned_.empty() &&
      (planned_.contains(Called(owner.stream, "")) || planned_.contains(Called(owner.stream, person))))
    return {State::erased, std::nullopt};
  if (!new_.empty()) {
    if (const auto at = new_.find(Called(owner.stream, person)); at != new_.end()) return {State::present, at->second};
    // A stream that begins in this transaction has no keys in the file yet.
    if (new_.contains(Called(owner.stream, ""))) return {};
  }
  auto& known = cached(owner).keys;
  if (const auto at = known.find(person); at != known.end()) return {State::present, at->second};
  Rows rows = select_.rows(owner.stream, person);
  if (!rows.next()) return {};
  if (rows.is_null(0)) return {State::erased, std::nullopt};
  const auto key = Key::from(rows.bytes(0));
  if (!key)
    throw Fault(Fault::Kind::store, fmt::format("key file '{}' is damaged: the key of '{}' has the wrong size; put the "
                                                "right file back",
                                                path(), owner.stream));
  known.emplace(std::string(person), *key);
  return {State::present, key};
}

Key Keys::add(const Owner& owner, std::string_view person) {
  const auto [at, made] = new_.emplace(Name(owner.stream, person), Key::random());
  return at->second;
}

void Keys::write_new() {
  if (new_.empty()) return;
  db_.run("BEGIN IMMEDIATE");
  try {
    for (const auto& [name, key] : new_)
      insert_.run(std::string_view(name.first), std::string_view(name.second), Blob{key.bytes()});
    db_.run("COMMIT");
  } catch (...) {
    if (db_.in_transaction()) db_.run("ROLLBACK");
    throw;
  }
  new_.clear();
}

void Keys::drop_new() {
  new_.clear();
  planned_.clear();
}

void Keys::plan_destruction(std::string_view stream, std::string_view person) { planned_.emplace(stream, person); }

std::set<Keys::Name, Keys::ByName> Keys::take_planned() { return std::exchange(planned_, {}); }

void Keys::destroy(std::string_view stream, std::string_view person) {
  if (const auto at = cache_.find(stream); at != cache_.end()) cache_.erase(at);
  if (person.empty()) erase_stream_.run(stream);
  else erase_person_.run(stream, person);
}

}  // namespace casus::store
