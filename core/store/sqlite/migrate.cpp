// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sqlite/migrate.hpp"

#include "core/base/fault.hpp"
#include "core/store/keys/line_seal.hpp"
#include "core/store/sqlite/database.hpp"
#include "core/store/sqlite/schema.hpp"
#include "core/store/vault.hpp"
#include "core/text/said_fault.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::store {

namespace {

struct OldStream {
  std::int64_t id = 0;
  std::string name;
  std::int64_t head = 0;
  std::string digest;
  std::string mark;
};

struct OldEvent {
  std::int64_t id = 0;
  std::int64_t number = 0;
  std::int64_t type = 0;
  int type_version = 0;
  std::int64_t at = 0;
  std::string sealed;
  std::string digest;
};

struct OldCommand {
  std::int64_t mark = 0, stream = 0, first = 0, last = 0;
};

/// No event has it: what bears it is found by verify.
constexpr Digest kBroken{};

class Migration {
 public:
  Migration(Database& db, Vault& vault)
      : db_(db),
        vault_(vault),
        keys_(vault.store_key()),
        select_events_(db,
                       "SELECT id, version, type, type_version, at, sealed, digest FROM events WHERE stream = ?1 "
                       "ORDER BY version"),
        update_event_(db, "UPDATE events SET sealed = ?2, digest = ?3 WHERE id = ?1"),
        update_stream_(db, "UPDATE streams SET digest = ?2, mark = ?3 WHERE id = ?1"),
        select_line_(db, "SELECT summary FROM case_index WHERE stream = ?1"),
        update_line_(db, "UPDATE case_index SET summary = ?2 WHERE stream = ?1"),
        wait_(db, "INSERT INTO waiting(stream) VALUES(?1) ON CONFLICT DO NOTHING"),
        go_on_(db, "DELETE FROM waiting WHERE stream = ?1") {
    Statement types(db_, "SELECT id, name FROM types");
    for (Rows rows = types.rows(); rows.next();) types_.emplace(rows.integer(0), rows.bytes(1));
  }

  void streams(std::string_view where) {
    std::vector<OldStream> streams;
    {
      Statement select(db_, fmt::format("SELECT id, name, head, digest, mark FROM streams {} ORDER BY id", where));
      for (Rows rows = select.rows(); rows.next();)
        streams.push_back({rows.integer(0), std::string(rows.bytes(1)), rows.integer(2), std::string(rows.bytes(3)),
                           std::string(rows.bytes(4))});
    }
    for (const auto& stream : streams) one(stream);
  }

 private:
  void one(const OldStream& stream) {
    const auto held = vault_.find(stream.name, "");
    if (held.state == Vault::Held::State::erased || stream.head == 0)  // nobody can read it, or nothing is in it
      return go_on_.run(stream.id);
    if (held.state == Vault::Held::State::absent) return wait_.run(stream.id);
    const auto tree = KeyTree::from(held.bytes);
    if (!tree || tree->root() == nullptr)
      throw text::SaidFault(Fault::Kind::store,
                            text::msg("fault.old_copy", "path"_is = db_.path(), "stream"_is = stream.name));
    events(stream, *tree);
    line(stream, *tree);
    go_on_.run(stream.id);
  }

  void events(const OldStream& stream, const KeyTree& tree) {
    std::vector<OldEvent> events;
    for (Rows rows = select_events_.rows(stream.id); rows.next();)
      events.push_back({rows.integer(0), rows.integer(1), rows.integer(2), static_cast<int>(rows.integer(3)),
                        rows.integer(4), std::string(rows.bytes(5)), std::string(rows.bytes(6))});
    Digest old_last{}, new_last{};
    for (auto& event : events) {
      const auto name = types_.find(event.type);
      Link link{
          stream.name,        event.number, name == types_.end() ? std::string_view() : std::string_view(name->second),
          event.type_version, event.at,     event.sealed};
      const bool holds = event.digest == view(digest_of(keys_, old_last, link));
      old_last = digest_from(event.digest).value_or(kBroken);
      const auto clear = holds ? unseal(*tree.root(), {stream.name, event.number}, event.sealed) : std::nullopt;
      if (clear) {
        event.sealed = seal_once(*tree.key(event_place(event.number)), {stream.name, event.number}, *clear);
        link.sealed = event.sealed;
        new_last = digest_of(keys_, new_last, link);
      } else {
        new_last = kBroken;
      }
      update_event_.run(event.id, Blob{event.sealed}, Blob{view(new_last)});
    }
    const bool whole = stream.digest == view(old_last) && (events.empty() ? 0 : events.back().number) == stream.head &&
                       stream.mark == view(head_mark(keys_, stream.name, stream.head, old_last));
    update_stream_.run(stream.id, Blob{view(new_last)},
                       Blob{view(whole ? head_mark(keys_, stream.name, stream.head, new_last) : kBroken)});
  }

  void line(const OldStream& stream, const KeyTree& tree) {
    std::string sealed;
    {
      Rows rows = select_line_.rows(stream.id);
      if (!rows.next() || rows.is_null(0)) return;
      sealed = rows.bytes(0);
    }
    // One that does not open stays as it is, and does not open then either.
    if (const auto text = unseal(*tree.root(), {stream.name, 0}, sealed))
      update_line_.run(stream.id, Blob{seal_line(tree, stream.name, *text)});
  }

  Database& db_;
  Vault& vault_;
  StoreKeys keys_;
  Statement select_events_;
  Statement update_event_;
  Statement update_stream_;
  Statement select_line_;
  Statement update_line_;
  Statement wait_;
  Statement go_on_;
  std::map<std::int64_t, std::string> types_;
};

std::vector<OldCommand> old_commands(Database& db) {
  std::vector<OldCommand> commands;
  Statement select(db, "SELECT mark, stream, first, last FROM commands");
  for (Rows rows = select.rows(); rows.next();)
    if (rows.bytes(0).size() >= 8)
      commands.push_back({command_mark_from(rows.bytes(0)), rows.integer(1), rows.integer(2), rows.integer(3)});
  // In order, so that the new table is written from its first page to its last.
  std::ranges::sort(commands, {}, &OldCommand::mark);
  return commands;
}

void put_commands(Database& db, const std::vector<OldCommand>& commands) {
  Statement insert(db,
                   "INSERT INTO commands(mark, stream, first, last, content) VALUES(?1, ?2, ?3, ?4, 0) "
                   "ON CONFLICT DO NOTHING");
  for (const auto& command : commands) insert.run(command.mark, command.stream, command.first, command.last);
}

/// What was erased under format 1 stands in the vault alone; of a stream that waited, in the one that it waited for.
void list_erased(Database& db, Vault& vault, std::string_view where) {
  const StoreKeys keys(vault.store_key());
  Statement insert(
      db, fmt::format("INSERT INTO erased(id, stream, person, number, mark) SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS "
                      "(SELECT 1 FROM streams WHERE name = ?2 {}) AND NOT EXISTS (SELECT 1 FROM erased WHERE stream = "
                      "?2 AND person = ?3 AND number = ?4)",
                      where));
  ErasedRow last;
  {
    Statement select(db, "SELECT id, mark FROM erased ORDER BY id DESC LIMIT 1");
    Rows rows = select.rows();
    if (rows.next()) last = {rows.integer(0), {}, digest_from(rows.bytes(1)).value_or(Digest{})};
  }
  for (const auto& what : vault.destroyed()) {
    const auto mark = erased_mark(keys, last.mark, last.id + 1, what);
    insert.run(last.id + 1, std::string_view(what.stream), std::string_view(what.person), what.number,
               Blob{view(mark)});
    if (db.changed_rows() == 1) last = {last.id + 1, what, mark};
  }
  db.run(
      "UPDATE streams SET erasures = max(erasures, (SELECT count(*) FROM erased WHERE stream = name)) "
      "WHERE name IN (SELECT stream FROM erased)");
}

}  // namespace

void migrate(Database& db, Vault& vault) {
  const bool old = format_of(db, kStoreFile) == 1;
  if (!old && db.number("SELECT count(*) FROM waiting") == 0) return;
  db.transaction([&] {
    if (format_of(db, kStoreFile) == 1) {
      const auto commands = old_commands(db);
      upgrade_store_tables(db);
      put_commands(db, commands);
      list_erased(db, vault, "");
      Migration(db, vault).streams("");
    } else {
      list_erased(db, vault, "AND id IN (SELECT stream FROM waiting)");
      Migration(db, vault).streams("WHERE id IN (SELECT stream FROM waiting)");
    }
  });
  // The log has a copy of every page; what was sealed in the old way should not lie there longer than it must.
  if (old) db.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace casus::store
