// SPDX-License-Identifier: EUPL-1.2
#include "core/store/copy.hpp"
#include "core/store/files.hpp"
#include "core/store/output_file.hpp"
#include "core/store/sqlite/database.hpp"
#include "core/store/sqlite/schema.hpp"
#include "core/store/sqlite/sqlite_log.hpp"

namespace casus::store {

void copy_to_file(Log& from, const std::string& file, const std::string& store_id, Purpose purpose) {
  check_output({file, true});
  const Unfinished beside(file);
  {
    Database db(beside.path());
    db.run("PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY");
    db.transaction([&] { make_store_tables(db, store_id, purpose); });
    SqliteLog to(std::move(db));
    copy_log(from, to);
  }
  put_in_place(beside.path(), file, true);
}

}  // namespace casus::store
