// SPDX-License-Identifier: EUPL-1.2
// The only source that sees SQLite.
#include "core/store/sqlite/database.hpp"

#include "core/base/fault.hpp"
#include "core/text/said_fault.hpp"

#include <sqlite3.h>

#include <filesystem>

namespace casus::store {

namespace {

constexpr int kBusyMilliseconds = 5000;

text::Message remedy(int code, bool keys) {
  // The first thing that is written on a full disk is the file beside the database that readers share, and SQLite says
  // of it no more than that it did not grow.
  if (code == SQLITE_IOERR_SHMSIZE) return text::msg("fault.do.full");
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return text::msg("fault.do.busy");
    case SQLITE_FULL: return text::msg("fault.do.full");
    case SQLITE_IOERR: return text::msg("fault.do.disk");
    case SQLITE_NOTADB: return keys ? text::msg("fault.do.damaged_keys") : text::msg("fault.do.no_database");
    case SQLITE_CORRUPT: return keys ? text::msg("fault.do.damaged_keys") : text::msg("fault.do.damaged");
    case SQLITE_READONLY: return text::msg("fault.do.read_only");
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN: return text::msg("fault.do.rights");
    default: return text::msg("fault.do.verify");
  }
}

/// The verb that helps, where one does.
std::string_view way_on(int code) {
  const auto told = remedy(code, false).id();
  return told == "fault.do.damaged" || told == "fault.do.verify" ? "store verify" : "";
}

/// Whether it is said of a file that is written, in contrast with one that is only read.
bool is_of_writing(int code) {
  switch (code) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA: return false;
    default: break;
  }
  switch (code & 0xff) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: return true;
    default: return false;
  }
}

}  // namespace

void Database::Close::operator()(sqlite3* db) const { sqlite3_close_v2(db); }

Database::Database(std::string path) : path_(std::move(path)) {
  sqlite3* opened = nullptr;
  // By its whole path: a name such as "file:a.db" is a name, and no address.
  const auto whole = path_ == ":memory:" ? path_ : std::filesystem::absolute(path_).string();
  const int code = sqlite3_open_v2(whole.c_str(), &opened,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  db_.reset(opened);
  if (code != SQLITE_OK) fail(code);
  // SQLite falls back on reading only, without a word; the first append would then be the one to find out.
  if (sqlite3_db_readonly(opened, "main") == 1) fail(SQLITE_READONLY);
  sqlite3_busy_timeout(opened, kBusyMilliseconds);
  // Nothing that somebody put into one of our files does anything while we write: a trigger would keep what is erased.
  for (const int feature : {SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW})
    sqlite3_db_config(opened, feature, 0, nullptr);
}

void Database::fail(int code) const {
  const bool same = db_ && (sqlite3_extended_errcode(db_.get()) & 0xff) == (code & 0xff);
  throw text::SaidFault(Fault::Kind::store,
                        text::msg("fault.database_file", "path"_is = path_,
                                  "error"_is = same ? sqlite3_errmsg(db_.get()) : sqlite3_errstr(code),
                                  "remedy"_is = remedy(code, keys_)),
                        way_on(code));
}

void Database::leaves_log() { sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); }

void Database::run(const char* sql) {
  const int code = sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(std::string_view sql) {
  Statement statement(*this, sql);
  Rows rows = statement.rows();
  return rows.next() ? rows.integer(0) : 0;
}

std::string Database::image() {
  struct Free {
    void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
  };
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, Free> bytes(sqlite3_serialize(db_.get(), "main", &size, 0));
  if (!bytes) fail(SQLITE_NOMEM);
  return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

void Database::copy_to(const std::string& file, const std::string& named) {
  Statement into(*this, "VACUUM INTO ?1");
  into.bind(1, std::string_view(file), true);
  const int code = sqlite3_step(into.statement_.get());
  if (code == SQLITE_DONE) return;
  if (!is_of_writing(code)) fail(code);
  const bool full = (code & 0xff) == SQLITE_FULL;
  throw text::SaidFault(
      Fault::Kind::store,
      text::msg("fault.copy_not_written", "path"_is = named, "error"_is = sqlite3_errmsg(db_.get()),
                "remedy"_is = full ? text::msg("fault.do.full_there") : text::msg("fault.do.folder_there")));
}

void Database::flush() {
  int code = sqlite3_db_cacheflush(db_.get());
  sqlite3_file* log = nullptr;
  if (code == SQLITE_OK) code = sqlite3_file_control(db_.get(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  if (code == SQLITE_OK && log != nullptr && log->pMethods != nullptr)
    code = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::changed_rows() const { return sqlite3_changes64(db_.get()); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }

void Database::transaction(const std::function<void()>& work, const char* begin) {
  run(begin);
  try {
    work();
    run("COMMIT");
  } catch (...) {
    if (in_transaction()) run("ROLLBACK");
    throw;
  }
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(Database& db, std::string_view sql) : db_(&db) {
  sqlite3_stmt* prepared = nullptr;
  const int code = sqlite3_prepare_v3(db.db_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &prepared, nullptr);
  statement_.reset(prepared);
  if (code != SQLITE_OK) db.fail(code);
}

void Statement::bind(int place, std::int64_t value) {
  const int code = sqlite3_bind_int64(statement_.get(), place, value);
  if (code != SQLITE_OK) db_->fail(code);
}

void Statement::bind(int place, std::string_view text, bool copy) {
  // A null pointer would bind NULL; an empty text is a text.
  const int code = sqlite3_bind_text64(statement_.get(), place, text.empty() ? "" : text.data(), text.size(),
                                       copy ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) db_->fail(code);
}

void Statement::bind(int place, Blob blob, bool copy) {
  const int code = sqlite3_bind_blob64(statement_.get(), place, blob.bytes.empty() ? "" : blob.bytes.data(),
                                       blob.bytes.size(), copy ? SQLITE_TRANSIENT : SQLITE_STATIC);
  if (code != SQLITE_OK) db_->fail(code);
}

void Statement::bind_null(int place) { sqlite3_bind_null(statement_.get(), place); }

Rows::~Rows() {
  // Errors were told by `next`; reset only repeats them. Bindings go too: they may point at what is gone, or be keys.
  if (!statement_) return;
  sqlite3_reset(statement_->statement_.get());
  sqlite3_clear_bindings(statement_->statement_.get());
}

bool Rows::next() {
  const int code = sqlite3_step(statement_->statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) statement_->db_->fail(code);
  return false;
}

std::int64_t Rows::integer(int column) const { return sqlite3_column_int64(statement_->statement_.get(), column); }

std::string_view Rows::bytes(int column) const {
  const void* const data = sqlite3_column_blob(statement_->statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_->statement_.get(), column);
  return data ? std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size)) : std::string_view();
}

bool Rows::is_null(int column) const {
  return sqlite3_column_type(statement_->statement_.get(), column) == SQLITE_NULL;
}

std::optional<std::int64_t> Rows::maybe(int column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

}  // namespace casus::store
