// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/address.hpp"

#include <chrono>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct pg_conn;
struct pg_result;

namespace casus::store {

/// Bytes for a bytea; a plain string_view is a text.
struct Bytes {
  std::string_view bytes;
};

/// A value for $1, $2, ... of a statement, in PostgreSQL's binary form.
class Parameter {
 public:
  enum class Type { number, text, bytes };

  template <std::integral Number>
  Parameter(Number value) : Parameter(static_cast<std::int64_t>(value), Type::number) {}
  Parameter(std::string_view text) : type(Type::text), value(text) {}
  Parameter(const std::string& text) : Parameter(std::string_view(text)) {}
  Parameter(const char* text) : Parameter(std::string_view(text)) {}
  Parameter(Bytes bytes) : type(Type::bytes), value(bytes.bytes) {}
  template <class Value>
  Parameter(const std::optional<Value>& maybe) : Parameter(maybe ? Parameter(*maybe) : Parameter(Value{})) {
    is_null = !maybe;
  }

  Type type;
  std::string value;
  bool is_null = false;

 private:
  Parameter(std::int64_t value, Type number);
};

using Parameters = std::vector<Parameter>;

/// What a statement answered. Texts and bytes live as long as this.
class Answer {
 public:
  int rows() const;
  std::int64_t integer(int row, int column) const;
  std::string_view bytes(int row, int column) const;  ///< of a text too
  bool is_null(int row, int column) const;
  std::optional<std::int64_t> maybe(int row, int column) const;
  std::int64_t changed() const;  ///< rows that an INSERT, UPDATE or DELETE touched
  std::string_view did() const;  ///< "COMMIT", "ROLLBACK", "INSERT 0 1"

 private:
  friend class Connection;
  struct Clear {
    void operator()(pg_result* result) const;
  };
  std::unique_ptr<pg_result, Clear> result_;
};

/// How long is waited for a server.
struct Patience {
  std::chrono::milliseconds connecting{8'000};  ///< one that is started again is there within seconds
  std::chrono::milliseconds answering{30'000};
};

/// One connection to a server, in libpq's pipeline: what needs no answer is sent along with what follows, so that many
/// rows cost one turn. Statements are prepared at their first use. Every function throws DatabaseFault when the server
/// is gone or slow (and is not connected then), and Fault(store) with the server's words for everything else.
class Connection {
 public:
  explicit Connection(DatabaseAddress address, Patience patience = {});
  ~Connection();
  Connection(const Connection&) = delete;

  const DatabaseAddress& address() const { return address_; }

  /// Waits a few seconds for a server that is being started again; once it waited in vain, the next times shortly after
  /// try without waiting.
  void connect();
  bool connected() const { return connection_ != nullptr; }
  void disconnect() noexcept;

  /// Goes with what follows. What it comes to is told by the next function that waits.
  void post(const std::string& sql, const Parameters& parameters = {});
  Answer ask(const std::string& sql, const Parameters& parameters = {});
  /// Two questions in one turn.
  std::pair<Answer, Answer> ask_both(const std::string& first, const Parameters& of_first, const std::string& second,
                                     const Parameters& of_second);
  /// Until all that was posted is done.
  void settle();

  /// Many statements in one text, without values; not inside a transaction of posts.
  void run(const std::string& script);

 private:
  struct Close {
    void operator()(pg_conn* connection) const;
  };
  /// What the next result belongs to.
  struct Expected {
    std::string prepares;  ///< the statement; empty when this is one that ran
    bool asked = false;
  };

  void send(const std::string& sql, const Parameters& parameters, bool asked);
  std::vector<Answer> collect();
  Answer next();
  [[noreturn]] void refused(const Answer& answer) const;
  [[noreturn]] void gone(bool slow);

  DatabaseAddress address_;
  Patience patience_;
  std::unique_ptr<pg_conn, Close> connection_;
  std::unordered_map<std::string, std::string> prepared_;  ///< name, by text
  std::vector<Expected> expected_;
  std::size_t posted_bytes_ = 0;
  std::chrono::steady_clock::time_point until_{};
  std::optional<std::chrono::steady_clock::time_point> gave_up_;  ///< when was waited in vain for a server
  int names_ = 0;
};

}  // namespace casus::store
