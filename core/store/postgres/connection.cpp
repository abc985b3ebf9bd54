// SPDX-License-Identifier: EUPL-1.2
// The only source that sees libpq.
#include "core/store/postgres/connection.hpp"

#include "core/store/database_fault.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <thread>
#include <utility>

namespace casus::store {

namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

/// A server that is started again is there within seconds; one that is away is not worth a longer silence.
constexpr auto kUntilConnected = 8s;
constexpr auto kUntilAnswered = 30s;
/// So much is under way at most before anybody looks what it came to.
constexpr std::size_t kPostedAtMost = std::size_t{1} << 20;

/// Of the types that are sent, as every server numbers them.
Oid type_of(const Parameter& value) {
  switch (value.type) {
    case Parameter::Type::number: return 20;  // int8
    case Parameter::Type::bytes: return 17;   // bytea
    case Parameter::Type::text: break;
  }
  return 25;
}

/// The parts of PostgreSQL's list of errors that a person can do something about.
std::string_view remedy(std::string_view state) {
  if (state == "42501") return "the role of the program may not do this; ask who keeps the database";
  if (state.starts_with("53")) return "the server is full; ask who keeps the database, and do it again";
  if (state.starts_with("57P")) return "the server is stopping; do it again in a moment";
  if (state.starts_with("28") || state.starts_with("3D"))
    return "check the address, the role and its password (~/.pgpass)";
  if (state.starts_with("40")) return "another program was in the way; do it again";
  if (state.starts_with("XX")) return "the database is damaged; ask who keeps it, and restore a backup";
  return "run 'store verify'";
}

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace

// ---- values

Parameter::Parameter(std::int64_t number, Type) : type(Type::number) {
  auto bits = static_cast<std::uint64_t>(number);
  value.resize(sizeof bits);
  for (auto place = value.rbegin(); place != value.rend(); ++place, bits >>= 8) *place = static_cast<char>(bits & 0xff);
}

void Answer::Clear::operator()(pg_result* result) const { PQclear(result); }

int Answer::rows() const { return PQntuples(result_.get()); }

std::int64_t Answer::integer(int row, int column) const {
  std::uint64_t bits = 0;
  const auto all = bytes(row, column);
  for (const char byte : all) bits = bits << 8 | static_cast<unsigned char>(byte);
  if (all.size() == 4) return static_cast<std::int32_t>(static_cast<std::uint32_t>(bits));
  return static_cast<std::int64_t>(bits);
}

std::string_view Answer::bytes(int row, int column) const {
  return {PQgetvalue(result_.get(), row, column), static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

bool Answer::is_null(int row, int column) const { return PQgetisnull(result_.get(), row, column) == 1; }

std::optional<std::int64_t> Answer::maybe(int row, int column) const {
  if (is_null(row, column)) return std::nullopt;
  return integer(row, column);
}

std::int64_t Answer::changed() const {
  const std::string text = PQcmdTuples(result_.get());
  return text.empty() ? 0 : std::stoll(text);
}

std::string_view Answer::did() const { return PQcmdStatus(result_.get()); }

// ---- the connection

void Connection::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

Connection::Connection(DatabaseAddress address) : address_(std::move(address)) {}

Connection::~Connection() = default;

void Connection::connect() {
  const auto until = steady_clock::now() + kUntilConnected;
  // What is given in the address comes after these, and holds.
  const std::array<const char*, 8> names{"client_encoding",  "connect_timeout",  "tcp_user_timeout", "keepalives_idle",
                                         "keepalives_count", "application_name", "dbname",           nullptr};
  const std::array<const char*, 8> values{"UTF8", "5", "30000", "20", "3", "casus", address_.server.c_str(), nullptr};
  for (auto pause = 100ms;; pause = std::min(pause * 2, std::chrono::milliseconds(1000))) {
    disconnect();
    connection_.reset(PQconnectdbParams(names.data(), values.data(), 1));
    if (connection_ && PQstatus(connection_.get()) == CONNECTION_OK) break;
    const std::string why = connection_ ? one_line(PQerrorMessage(connection_.get())) : "no memory";
    // Of a server that answers and says no, waiting makes no yes; one that is starting says so.
    const auto says = [&](std::string_view words) { return why.find(words) != std::string::npos; };
    const bool soon = says("starting up") || says("shutting down") || says("recovery") || says("too many clients");
    const bool no = says("FATAL") || says("invalid") || (connection_ && PQconnectionNeedsPassword(connection_.get()));
    if (no && !soon) {
      disconnect();
      throw Fault(Fault::Kind::store,
                  fmt::format("database '{}': {}; check the address, the role and its password (~/.pgpass)",
                              address_.shown, why));
    }
    if (steady_clock::now() + pause > until) {
      disconnect();
      throw DatabaseFault(DatabaseFault::Why::gone, address_.shown,
                          fmt::format("database '{}' cannot be reached: {}", address_.shown, why));
    }
    std::this_thread::sleep_for(pause);
  }
  PQsetNoticeProcessor(
      connection_.get(), [](void*, const char*) {}, nullptr);  // nothing in here prints
  if (PQsetnonblocking(connection_.get(), 1) != 0 || PQenterPipelineMode(connection_.get()) != 1) gone(false);
}

void Connection::disconnect() noexcept {
  connection_.reset();
  prepared_.clear();
  expected_.clear();
  posted_bytes_ = 0;
}

void Connection::gone(bool slow) {
  const auto why = connection_ ? one_line(PQerrorMessage(connection_.get())) : std::string("no connection");
  disconnect();
  if (slow)
    throw DatabaseFault(DatabaseFault::Why::slow, address_.shown,
                        fmt::format("database '{}' gave no answer for {} seconds", address_.shown,
                                    std::chrono::seconds(kUntilAnswered).count()));
  throw DatabaseFault(DatabaseFault::Why::lost, address_.shown,
                      fmt::format("the connection to database '{}' was lost: {}", address_.shown, why));
}

void Connection::send(const std::string& sql, const Parameters& parameters, bool asked) {
  if (!connection_) gone(false);
  std::vector<Oid> types;
  std::vector<const char*> values;
  std::vector<int> lengths;
  std::size_t size = 0;
  for (const auto& it : parameters) {
    types.push_back(type_of(it));
    values.push_back(it.is_null ? nullptr : it.value.c_str());
    lengths.push_back(static_cast<int>(it.value.size()));
    size += it.value.size();
  }
  const std::vector<int> binary(parameters.size(), 1);
  const auto count = static_cast<int>(parameters.size());
  auto& name = prepared_[sql];
  if (name.empty()) {
    name = fmt::format("s{}", ++names_);
    if (PQsendPrepare(connection_.get(), name.c_str(), sql.c_str(), count, types.data()) != 1) gone(false);
    expected_.push_back({sql, false});
  }
  if (PQsendQueryPrepared(connection_.get(), name.c_str(), count, values.data(), lengths.data(), binary.data(), 1) != 1)
    gone(false);
  expected_.push_back({"", asked});
  posted_bytes_ += size + 64;
}

void Connection::post(const std::string& sql, const Parameters& parameters) {
  if (posted_bytes_ > kPostedAtMost) settle();
  send(sql, parameters, false);
}

Answer Connection::ask(const std::string& sql, const Parameters& parameters) {
  send(sql, parameters, true);
  return collect();
}

void Connection::settle() {
  if (!expected_.empty()) collect();
}

/// The next result, when there is one; libpq says with none that those of a statement end.
Answer Connection::next() {
  for (;;) {
    const int left = PQflush(connection_.get());
    if (left < 0) gone(false);
    if (left == 0 && PQisBusy(connection_.get()) == 0) break;
    const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(until_ - steady_clock::now());
    if (wait <= 0ms) gone(true);
    pollfd it{PQsocket(connection_.get()), static_cast<short>(left == 1 ? POLLIN | POLLOUT : POLLIN), 0};
    if (poll(&it, 1, static_cast<int>(wait.count())) < 0 && errno != EINTR) gone(false);
    if ((it.revents & (POLLIN | POLLERR | POLLHUP)) != 0 && PQconsumeInput(connection_.get()) == 0) gone(false);
  }
  Answer answer;
  answer.result_.reset(PQgetResult(connection_.get()));
  return answer;
}

/// Sends all that is under way, and takes all that comes of it. The first that was refused is what counts.
Answer Connection::collect() {
  if (PQpipelineSync(connection_.get()) != 1) gone(false);
  const auto expected = std::exchange(expected_, {});
  posted_bytes_ = 0;
  until_ = steady_clock::now() + kUntilAnswered;
  Answer asked, refusal;
  for (const auto& it : expected) {
    auto answer = next();
    if (!answer.result_) gone(false);
    const auto status = PQresultStatus(answer.result_.get());
    const bool fine = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (!fine && !it.prepares.empty()) prepared_.erase(it.prepares);
    if (status == PGRES_FATAL_ERROR && !refusal.result_) refusal = std::move(answer);
    else if (fine && it.asked) asked = std::move(answer);
    if (PQstatus(connection_.get()) == CONNECTION_BAD) gone(false);
    if (next().result_) gone(false);  // the end of those of this statement
  }
  const auto end = next();
  if (!end.result_ || PQresultStatus(end.result_.get()) != PGRES_PIPELINE_SYNC) gone(false);
  if (refusal.result_) refused(refusal);
  return asked;
}

void Connection::refused(const Answer& answer) const {
  const char* const code = PQresultErrorField(answer.result_.get(), PG_DIAG_SQLSTATE);
  const char* const primary = PQresultErrorField(answer.result_.get(), PG_DIAG_MESSAGE_PRIMARY);
  const std::string state = code == nullptr ? "" : code;
  const std::string message = primary == nullptr ? "it refused" : one_line(primary);
  const auto words = fmt::format("database '{}': {}; ", address_.shown, message);
  if (state == "55P03")  // lock_not_available
    throw DatabaseFault(DatabaseFault::Why::busy, address_.shown,
                        words + "another program is writing to it; try again");
  if (state.starts_with("57P"))  // shut down, or this connection was ended
    throw DatabaseFault(DatabaseFault::Why::lost, address_.shown, words + std::string(remedy(state)));
  throw Fault(Fault::Kind::store, words + std::string(remedy(state)));
}

void Connection::run(const std::string& script) {
  if (!connection_) connect();
  settle();
  // Many statements in one text are not for a pipeline.
  if (PQexitPipelineMode(connection_.get()) != 1 || PQsetnonblocking(connection_.get(), 0) != 0) gone(false);
  Answer answer;
  answer.result_.reset(PQexec(connection_.get(), script.c_str()));
  const bool fine = answer.result_ && PQresultStatus(answer.result_.get()) != PGRES_FATAL_ERROR;
  if (PQstatus(connection_.get()) == CONNECTION_BAD) gone(false);
  if (PQsetnonblocking(connection_.get(), 1) != 0 || PQenterPipelineMode(connection_.get()) != 1) gone(false);
  if (!fine) refused(answer);
}

}  // namespace casus::store
