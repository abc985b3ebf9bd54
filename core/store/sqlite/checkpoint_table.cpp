// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sqlite/checkpoint_table.hpp"

#include "core/store/sqlite/database.hpp"

#include <fmt/format.h>

namespace casus::store {

namespace {

Digest digest_in(const Rows& rows, int column) { return digest_from(rows.bytes(column)).value_or(Digest{}); }

std::vector<Checkpoint> selected(Database& db, std::string_view order) {
  std::vector<Checkpoint> list;
  Statement select(db, fmt::format("SELECT id, at, position, streams, erased, erased_mark, root, mark FROM checkpoints "
                                   "ORDER BY {}",
                                   order));
  for (Rows rows = select.rows(); rows.next();)
    list.push_back({rows.integer(0), Time(std::chrono::seconds(rows.integer(1))), rows.integer(2), rows.integer(3),
                    rows.integer(4), digest_in(rows, 5), digest_in(rows, 6), digest_in(rows, 7)});
  return list;
}

}  // namespace

void insert_checkpoint(Database& db, const Checkpoint& it) {
  Statement(db,
            "INSERT INTO checkpoints(id, at, position, streams, erased, erased_mark, root, mark) "
            "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
      .run(it.id, it.at.time_since_epoch().count(), it.position, it.streams, it.erased, Blob{view(it.erased_mark)},
           Blob{view(it.root)}, Blob{view(it.mark)});
}

std::vector<Checkpoint> checkpoints_in(Database& db) { return selected(db, "id"); }

std::optional<Checkpoint> last_checkpoint_in(Database& db) {
  auto list = selected(db, "id DESC LIMIT 1");
  if (list.empty()) return std::nullopt;
  return list.front();
}

}  // namespace casus::store
