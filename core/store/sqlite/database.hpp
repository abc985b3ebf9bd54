// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace casus::store {

/// Bytes to bind as BLOB; a plain string_view is bound as TEXT.
struct Blob {
  std::string_view bytes;
};

/// One connection. Every function throws Fault(store) with the file, SQLite's own words and a remedy. One thread at a
/// time.
class Database {
 public:
  /// The file must exist (files.hpp makes it, with the right mode, before SQLite sees it). Waits at most five seconds
  /// for a lock that another connection holds.
  explicit Database(std::string path);

  /// It is a key file: where it is damaged, another remedy is told.
  void holds_keys() { keys_ = true; }

  /// Who only reads it: what is in the log beside it stays there, and so does the log.
  void leaves_log();

  void run(const char* sql);
  std::int64_t number(std::string_view sql);  ///< first column of the first row; 0 when there is none

  /// All bytes of the file as they are at this moment, for a copy of it.
  std::string image();

  /// A copy of it as it stands, in a file that is new or empty. What that file or its disk refuses is said of `named`,
  /// which is what the copy will be called.
  void copy_to(const std::string& file, const std::string& named);

  /// What the open transaction has changed goes to the disk, and is durable there, without being committed.
  void flush();

  std::int64_t changed_rows() const;
  bool in_transaction() const;
  /// All of it, or nothing when it throws.
  void transaction(const std::function<void()>& work, const char* begin = "BEGIN IMMEDIATE");
  const std::string& path() const { return path_; }

  [[noreturn]] void fail(int code) const;

 private:
  friend class Statement;
  struct Close {
    void operator()(sqlite3* db) const;
  };

  std::string path_;
  std::unique_ptr<sqlite3, Close> db_;
  bool keys_ = false;
};

class Statement;

/// One run of a statement; the statement is reset when this goes. Texts and blobs live until the next `next`.
class Rows {
 public:
  explicit Rows(Statement& statement) : statement_(&statement) {}
  Rows(Rows&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  Rows& operator=(Rows&&) = delete;
  ~Rows();

  bool next();
  std::int64_t integer(int column) const;
  std::string_view bytes(int column) const;  ///< TEXT or BLOB
  bool is_null(int column) const;
  std::optional<std::int64_t> maybe(int column) const;

 private:
  Statement* statement_;
};

/// A prepared statement, kept for the life of the store. The database must outlive it.
class Statement {
 public:
  Statement(Database& db, std::string_view sql);

  /// Binds the values to ?1, ?2, … (copied, so temporaries are fine).
  template <class... Values>
  Rows rows(const Values&... values) {
    Rows run(*this);
    int place = 0;
    (bind(++place, values, true), ...);
    return run;
  }

  /// The same for a statement that answers nothing; values are not copied.
  template <class... Values>
  void run(const Values&... values) {
    Rows run(*this);
    int place = 0;
    (bind(++place, values, false), ...);
    run.next();
  }

 private:
  friend class Database;
  friend class Rows;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  void bind(int place, std::int64_t value);
  void bind(int place, std::string_view text, bool copy);
  void bind(int place, Blob blob, bool copy);
  void bind_null(int place);

  template <std::integral Number>
  void bind(int place, Number value, bool) {
    bind(place, static_cast<std::int64_t>(value));
  }
  template <class Value>
  void bind(int place, const std::optional<Value>& value, bool copy) {
    if (value) bind(place, *value, copy);
    else bind_null(place);
  }

  Database* db_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace casus::store
