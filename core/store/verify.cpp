// SPDX-License-Identifier: EUPL-1.2
#include "core/store/verify.hpp"

#include "core/base/fault.hpp"
#include "core/store/frame.hpp"
#include "core/store/keys.hpp"
#include "core/store/sqlite/database.hpp"
#include "core/store/sqlite/type_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::store {

namespace {

std::optional<Digest> digest_from(std::string_view bytes) {
  Digest digest{};
  if (bytes.size() != digest.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), digest.begin());
  return digest;
}

struct Stream {
  std::int64_t id = 0;
  std::string name;
  std::int64_t head = 0;
  std::string digest;
  std::string mark;
  std::int64_t erasures = 0;
};

class Verifier {
 public:
  Verifier(Database& db, Keys& keys, TypeTable& types)
      : db_(db),
        keys_(keys),
        types_(types),
        events_(
            db,
            "SELECT version, type, type_version, at, sealed, digest FROM events WHERE stream = ?1 ORDER BY version"),
        lines_(db, "SELECT summary FROM case_index WHERE stream = ?1") {}

  Verification run() {
    guarded("", [&] { check_file(); });
    guarded("", [&] { check_references(); });
    std::vector<Stream> streams;
    guarded("", [&] { streams = load(); });
    for (const auto& stream : streams) guarded(stream.name, [&] { check(stream); });
    return std::move(result_);
  }

 private:
  void find(const std::string& stream, std::int64_t number, std::string message) {
    result_.findings.push_back({stream, number, std::move(message)});
  }

  /// A page that SQLite cannot read is a finding like any other; the rest is still looked at.
  template <class Check>
  void guarded(const std::string& stream, Check&& check) {
    try {
      check();
    } catch (const Fault& fault) {
      find(stream, 0, fault.what());
    }
  }

  void check_file() {
    Statement statement(db_, "PRAGMA integrity_check");
    Rows rows = statement.rows();
    while (rows.next())
      if (rows.bytes(0) != "ok") find("", 0, fmt::format("database file: {}", rows.bytes(0)));
  }

  void check_references() {
    Statement lost(db_,
                   "SELECT stream, version, count(*) FROM events WHERE stream NOT IN (SELECT id FROM streams) "
                   "GROUP BY stream");
    for (Rows rows = lost.rows(); rows.next();)
      find(fmt::format("#{}", rows.integer(0)), rows.integer(1),
           fmt::format("{} events of a stream that is not in the table of streams", rows.integer(2)));
    Statement commands(db_,
                       "SELECT coalesce(s.name, '#' || c.stream), c.last FROM commands AS c "
                       "LEFT JOIN streams AS s ON s.id = c.stream WHERE s.id IS NULL OR c.last > s.head");
    for (Rows rows = commands.rows(); rows.next();)
      find(std::string(rows.bytes(0)), rows.integer(1), "a command was answered with events that are not there");
  }

  std::vector<Stream> load() {
    std::vector<Stream> streams;
    Statement select(db_, "SELECT id, name, head, digest, mark, erasures FROM streams ORDER BY name");
    for (Rows rows = select.rows(); rows.next();)
      streams.push_back({rows.integer(0), std::string(rows.bytes(1)), rows.integer(2), std::string(rows.bytes(3)),
                         std::string(rows.bytes(4)), rows.integer(5)});
    return streams;
  }

  void check(const Stream& stream) {
    const auto found = keys_.find({stream.name, stream.erasures}, "");
    Digest last{};
    std::int64_t number = 0;
    Rows rows = events_.rows(stream.id);
    // Two digests may precede an event: as stored, and as computed. When an event was tampered with, one of them is
    // the true one, so the finding stays at that event and does not run down the chain.
    Digest computed{};
    while (rows.next()) {
      ++result_.events;
      const std::int64_t at = rows.integer(0);
      const bool gap = at != number + 1;
      if (gap) find(stream.name, number + 1, missing(number + 1, at - 1));
      check_event(stream, found.key, rows, gap, last, computed);
      number = at;
    }
    if (number == 0 && stream.head == 0) return;
    ++result_.streams;
    check_end(stream, number, last);
    if (found.state == Keys::State::erased) ++result_.erased_streams;
    if (found.state == Keys::State::absent)
      find(stream.name, 0, fmt::format("its key is not in '{}', and was not erased", keys_.path()));
    check_line(stream, found.key);
  }

  static std::string missing(std::int64_t first, std::int64_t last) {
    return first == last ? "event is missing" : fmt::format("events {} to {} are missing", first, last);
  }

  void check_event(const Stream& stream, const std::optional<Key>& key, const Rows& rows, bool gap, Digest& last,
                   Digest& computed) {
    const std::int64_t number = rows.integer(0);
    const auto stored = digest_from(rows.bytes(5));
    const std::string* const type = types_.name_of(rows.integer(1));
    const Link link{stream.name,
                    number,
                    type ? std::string_view(*type) : std::string_view(),
                    static_cast<int>(rows.integer(2)),
                    rows.integer(3),
                    rows.bytes(4)};
    const Digest after_last = digest_of(keys_.store(), last, link);
    // Behind a gap there is nothing to compare with: the gap itself has been told.
    const bool holds =
        gap || (stored && (*stored == after_last || *stored == digest_of(keys_.store(), computed, link)));
    if (!type) find(stream.name, number, fmt::format("event type {} is not in the table of types", rows.integer(1)));
    else if (!holds)
      find(stream.name, number, "digest does not match: the event was changed, moved or put in another's place");
    else if (key) check_payload(stream, *key, number, link.sealed);
    computed = after_last;
    last = stored.value_or(after_last);
  }

  void check_payload(const Stream& stream, const Key& key, std::int64_t number, std::string_view sealed) {
    const auto clear = unseal(key, {stream.name, number}, sealed);
    const auto frame = clear ? unpacked(*clear) : std::nullopt;
    if (!frame) return find(stream.name, number, "payload does not open with the key of its stream");
    for (const auto& secret : frame->sealed_secrets) {
      const auto found = keys_.find({stream.name, stream.erasures}, secret.person);
      if (found.state == Keys::State::absent)
        find(stream.name, number, fmt::format("the key of person '{}' is lost", secret.person));
      else if (found.key && !unseal(*found.key, {stream.name, number, secret.person}, secret.text))
        find(stream.name, number, fmt::format("the secret of person '{}' does not open with their key", secret.person));
    }
  }

  void check_end(const Stream& stream, std::int64_t number, const Digest& last) {
    if (number < stream.head) return find(stream.name, number + 1, missing(number + 1, stream.head));
    if (number > stream.head)
      return find(stream.name, stream.head + 1, fmt::format("the stream should end at event {}", stream.head));
    const bool holds =
        stream.digest == view(last) && stream.mark == view(head_mark(keys_.store(), stream.name, stream.head, last));
    if (!holds) find(stream.name, number, "the recorded end of the stream does not match its last event");
  }

  void check_line(const Stream& stream, const std::optional<Key>& key) {
    Rows rows = lines_.rows(stream.id);
    if (key && rows.next() && !rows.is_null(0) && !unseal(*key, {stream.name, 0}, rows.bytes(0)))
      find(stream.name, 0, "its line in the index does not open; do: casus store rebuild");
  }

  Database& db_;
  Keys& keys_;
  TypeTable& types_;
  Statement events_;
  Statement lines_;
  Verification result_;
};

}  // namespace

Verification verify_store(Database& db, Keys& keys, TypeTable& types) {
  // One view of the file for all checks, while others go on writing.
  const bool mine = !db.in_transaction();
  if (mine) db.run("BEGIN");
  Verification result;
  try {
    result = Verifier(db, keys, types).run();
  } catch (...) {
    if (mine) db.run("ROLLBACK");
    throw;
  }
  if (mine) db.run("COMMIT");
  return result;
}

}  // namespace casus::store
