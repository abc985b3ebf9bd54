// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sqlite_store.hpp"

#include "core/base/fault.hpp"
#include "core/store/frame.hpp"
#include "core/store/schema.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::store {

SqliteStore::SqliteStore(Database db, const std::string& keys_path)
    : db_(std::move(db)),
      keys_(keys_path, store_id_of(db_)),
      types_(db_),
      index_(db_),
      begin_(db_, "BEGIN IMMEDIATE"),
      commit_(db_, "COMMIT"),
      select_stream_(db_, "SELECT id, head, digest, erasures FROM streams WHERE name = ?1"),
      insert_stream_(db_, "INSERT INTO streams(name, head, digest, mark) VALUES(?1, 0, ?2, ?3) RETURNING id"),
      update_stream_(db_, "UPDATE streams SET head = ?2, digest = ?3, mark = ?4 WHERE id = ?1"),
      insert_event_(db_,
                    "INSERT INTO events(stream, version, type, type_version, at, sealed, digest) "
                    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
      select_events_(db_,
                     "SELECT version, type, type_version, at, sealed FROM events WHERE stream = ?1 AND version > ?2 "
                     "ORDER BY version"),
      insert_command_(db_,
                      "INSERT INTO commands(mark, stream, first, last, content) VALUES(?1, ?2, ?3, ?4, ?5) "
                      "ON CONFLICT(mark) DO NOTHING"),
      select_command_(db_,
                      "SELECT s.name, c.first, c.last, c.content FROM commands AS c JOIN streams AS s "
                      "ON s.id = c.stream WHERE c.mark = ?1"),
      select_streams_(db_, "SELECT name FROM streams WHERE name >= ?1 AND name < ?2 AND head > 0 ORDER BY name"),
      count_erasure_(db_, "UPDATE streams SET erasures = erasures + 1 WHERE id = ?1 RETURNING erasures") {}

// ---- transactions

SqliteStore::Work::Work(SqliteStore& store) : store_(store), owner_(!store.open_) {
  if (owner_) store_.begin();
}

SqliteStore::Work::~Work() {
  if (done_) return;
  if (owner_) store_.rollback();
  else store_.broken_ = true;
}

void SqliteStore::Work::done() {
  if (owner_) store_.commit();
  done_ = true;
}

void SqliteStore::begin() {
  begin_.run();
  touched_.clear();  // others may have written since
  open_ = true;
}

void SqliteStore::commit() {
  if (broken_)
    throw Fault(
        Fault::Kind::store,
        fmt::format("store file '{}': a write failed earlier in this group, so none of it was kept", db_.path()));
  write_out();
  keys_.write_new();  // a key is durable before anything sealed with it
  commit_.run();
  open_ = false;
  touched_.clear();
  // Only now, for what the transaction said about the erasure (an event) must not be lost when the key is gone.
  for (const auto& [stream, person] : keys_.take_planned()) erase(stream, person);
}

void SqliteStore::rollback() noexcept {
  try {
    if (db_.in_transaction()) db_.run("ROLLBACK");
  } catch (const Fault&) {
    // SQLite undoes what is left when the file is opened again.
  }
  open_ = false;
  broken_ = false;
  touched_.clear();
  keys_.drop_new();
  types_.forget();
}

void SqliteStore::write_out() {
  for (auto& entry : touched_) {
    auto& [name, stream] = entry;
    if (stream.grown)
      update_stream_.run(stream.id, stream.head, Blob{view(stream.digest)},
                         Blob{view(head_mark(keys_.store(), name, stream.head, stream.digest))});
    stream.grown = false;
    if (!stream.line) continue;
    const auto key = key_to_write(entry);
    index_.put(stream.id, *stream.line,
               key ? std::optional(seal(*key, {name, 0}, stream.line->summary)) : std::nullopt);
    stream.line.reset();
  }
}

void SqliteStore::together(const std::function<void()>& work) {
  Work group(*this);
  work();
  group.done();
}

// ---- streams and keys

SqliteStore::Named* SqliteStore::find(std::string_view name) {
  if (const auto at = touched_.find(name); at != touched_.end()) return &*at;
  Rows rows = select_stream_.rows(name);
  if (!rows.next()) return nullptr;
  Stream stream{rows.integer(0), rows.integer(1), {}, rows.integer(3), false, {}};
  const auto digest = rows.bytes(2);
  if (digest.size() != stream.digest.size())
    throw Fault(
        Fault::Kind::store,
        fmt::format("store file '{}': the end of stream '{}' is damaged; run 'casus store verify'", db_.path(), name));
  std::copy(digest.begin(), digest.end(), stream.digest.begin());
  return &*touched_.emplace(name, stream).first;
}

SqliteStore::Named& SqliteStore::make(std::string_view name) {
  Stream stream;
  Rows rows = insert_stream_.rows(name, Blob{view(stream.digest)},
                                  Blob{view(head_mark(keys_.store(), name, 0, stream.digest))});
  rows.next();
  stream.id = rows.integer(0);
  while (rows.next()) {
  }
  return *touched_.emplace(name, stream).first;
}

/// The stream's own key, made when the stream begins; nothing when it was erased.
std::optional<Key> SqliteStore::key_to_write(const Named& stream) {
  const Owner owner{stream.first, stream.second.erasures};
  if (auto found = keys_.find(owner, ""); found.state != Keys::State::absent) return found.key;
  if (stream.second.head > 0) return key_to_read(owner.stream, owner.erasures, "");  // lost, and that is told
  return keys_.add(owner, "");
}

/// Nothing when the key was erased. A key that is simply not there was lost, and that is not the same thing.
std::optional<Key> SqliteStore::key_to_read(std::string_view stream, std::int64_t erasures, std::string_view person) {
  auto found = keys_.find({stream, erasures}, person);
  if (found.state == Keys::State::absent)
    throw Fault(
        Fault::Kind::store,
        fmt::format("key file '{}' has no key for '{}{}{}': it is older than the store; put the newest one back",
                    keys_.path(), stream, person.empty() ? "" : "/", person));
  return found.key;
}

// ---- events

std::string SqliteStore::sealed(const Named& stream, const Key& key, std::int64_t number, const NewEvent& event) {
  const std::string& name = stream.first;
  const Owner owner{name, stream.second.erasures};
  std::vector<Secret> inner;
  for (const auto& [person, text] : event.secrets) {
    if (person.empty())
      throw Fault(Fault::Kind::store, fmt::format("stream '{}': a secret of event {} names no person", name, number));
    auto found = keys_.find(owner, person);
    if (found.state == Keys::State::erased)
      throw Fault(Fault::Kind::store,
                  fmt::format("stream '{}': the key of person '{}' is erased, so nothing about them can be kept", name,
                              person));
    if (!found.key) found.key = keys_.add(owner, person);
    inner.push_back({person, seal(*found.key, {name, number, person}, text)});
  }
  return seal(key, {name, number}, packed(event.payload, inner));
}

void SqliteStore::append_event(Named& stream, const Key& key, const NewEvent& event) {
  auto& [name, state] = stream;
  const std::int64_t number = state.head + 1;
  const std::string blob = sealed(stream, key, number, event);
  const auto at = event.at.time_since_epoch().count();
  const Digest digest =
      digest_of(keys_.store(), state.digest, {name, number, event.type, event.type_version, at, blob});
  insert_event_.run(state.id, number, types_.number_of(event.type), event.type_version, at, Blob{blob},
                    Blob{view(digest)});
  state.head = number;
  state.digest = digest;
  state.grown = true;
}

Outcome<Receipt, Conflict> SqliteStore::append(std::string_view stream, std::int64_t expected,
                                               std::string_view command_id, const std::vector<NewEvent>& events,
                                               const IndexRow* index, std::int64_t content) {
  Work work(*this);
  if (index && index->stream != stream)
    throw Fault(Fault::Kind::store,
                fmt::format("stream '{}' cannot bring the line of '{}' in the index", stream, index->stream));
  Named* at = find(stream);
  const std::int64_t head = at ? at->second.head : 0;
  // A command sent again mostly comes with the version of then; it gets its answer, not a conflict.
  if (!at || head != expected) {
    if (auto done = receipt(command_id)) {
      work.done();
      return *done;
    }
    if (head != expected) {
      work.done();
      return failure(Conflict{std::string(stream), expected, head});
    }
    at = &make(stream);
  }
  const Receipt answer{std::string(stream), head + 1, head + static_cast<std::int64_t>(events.size()), content};
  if (!command_id.empty()) {
    insert_command_.run(Blob{view(command_mark(keys_.store(), command_id))}, at->second.id, answer.first, answer.last,
                        content);
    if (db_.changed_rows() == 0) {
      auto done = receipt(command_id);
      work.done();
      return *done;
    }
  }
  if (!events.empty()) {
    const auto key = key_to_write(*at);
    if (!key)
      throw Fault(Fault::Kind::store, fmt::format("stream '{}': its key is erased, so nothing can be added", stream));
    for (const auto& event : events) append_event(*at, *key, event);
  }
  if (index) put_index(*index);
  work.done();
  return answer;
}

std::optional<Receipt> SqliteStore::receipt(std::string_view command_id) {
  if (command_id.empty()) return std::nullopt;
  Rows rows = select_command_.rows(Blob{view(command_mark(keys_.store(), command_id))});
  if (!rows.next()) return std::nullopt;
  return Receipt{std::string(rows.bytes(0)), rows.integer(1), rows.integer(2), rows.integer(3)};
}

StoredEvent SqliteStore::opened(const Named& stream, const std::optional<Key>& key, const Rows& rows) {
  const auto& [name, state] = stream;
  StoredEvent event;
  event.number = rows.integer(0);
  const auto damaged = [&](std::string_view what) {
    throw Fault(
        Fault::Kind::store,
        fmt::format("store file '{}': event {} of stream '{}' is damaged: {}; run 'casus store verify' and restore a "
                    "backup",
                    db_.path(), event.number, name, what));
  };
  const std::string* const type = types_.name_of(rows.integer(1));
  if (!type) damaged("its type is unknown");
  event.type = *type;
  event.type_version = static_cast<int>(rows.integer(2));
  event.at = Time(std::chrono::seconds(rows.integer(3)));
  if (!key) return event;
  const auto clear = unseal(*key, {name, event.number}, rows.bytes(4));
  if (!clear) damaged("its payload does not open");
  auto frame = unpacked(*clear);
  if (!frame) damaged("its payload is cut off");
  event.payload = std::move(frame->payload);
  for (auto& secret : frame->sealed_secrets) {
    const auto person_key = key_to_read(name, state.erasures, secret.person);
    if (!person_key) continue;
    auto text = unseal(*person_key, {name, event.number, secret.person}, secret.text);
    if (!text) damaged(fmt::format("the secret of person '{}' does not open", secret.person));
    event.secrets.push_back({std::move(secret.person), std::move(*text)});
  }
  return event;
}

std::vector<StoredEvent> SqliteStore::read(std::string_view stream, std::int64_t after) {
  if (!open_) touched_.clear();
  std::vector<StoredEvent> events;
  const Named* const at = find(stream);
  if (!at) return events;
  after = std::max<std::int64_t>(after, 0);
  std::int64_t last = after;
  if (at->second.head > after) {
    const auto key = key_to_read(stream, at->second.erasures, "");
    Rows rows = select_events_.rows(at->second.id, after);
    events.reserve(static_cast<std::size_t>(at->second.head - after));
    while (rows.next() && rows.integer(0) == last + 1) {
      events.push_back(opened(*at, key, rows));
      ++last;
    }
  }
  if (last < std::max(at->second.head, after))
    throw Fault(
        Fault::Kind::store,
        fmt::format(
            "store file '{}': event {} of stream '{}' is missing; run 'casus store verify' and restore a backup",
            db_.path(), last + 1, stream));
  return events;
}

std::int64_t SqliteStore::head(std::string_view stream) {
  if (!open_) touched_.clear();
  const Named* const at = find(stream);
  return at ? at->second.head : 0;
}

std::vector<std::string> SqliteStore::streams(std::string_view prefix) {
  write_out();
  // 0xff is in no UTF-8 text, so it comes after every name that begins with the prefix.
  const std::string end = std::string(prefix) + '\xff';
  std::vector<std::string> names;
  Rows rows = select_streams_.rows(prefix, std::string_view(end));
  while (rows.next()) names.emplace_back(rows.bytes(0));
  return names;
}

}  // namespace casus::store
