// SPDX-License-Identifier: EUPL-1.2
// The only source that sees libpq.
#include "core/store/postgres/connection.hpp"

#include "core/base/files/late_library.hpp"
#include "core/store/database_fault.hpp"
#include "core/text/said_fault.hpp"

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

/// So much is under way at most before anybody looks what it came to.
constexpr std::size_t kPostedAtMost = std::size_t{1} << 20;
/// So long after somebody waited in vain for a server, the next one does not wait for it again: they get the answer
/// that it is away, and whoever comes behind them is not kept up.
constexpr auto kAfterGivingUp = 15s;

/// It brings cryptography and sign-in of its own with it: only a store in a database asks for it.
struct Libpq : LateLibrary {
  Libpq() : LateLibrary(CASUS_LIBPQ) {}

  decltype(::PQclear)* clear = found("PQclear");
  decltype(::PQcmdStatus)* cmd_status = found("PQcmdStatus");
  decltype(::PQcmdTuples)* cmd_tuples = found("PQcmdTuples");
  decltype(::PQconnectdbParams)* connectdb_params = found("PQconnectdbParams");
  decltype(::PQconnectionNeedsPassword)* connection_needs_password = found("PQconnectionNeedsPassword");
  decltype(::PQconsumeInput)* consume_input = found("PQconsumeInput");
  decltype(::PQenterPipelineMode)* enter_pipeline_mode = found("PQenterPipelineMode");
  decltype(::PQerrorMessage)* error_message = found("PQerrorMessage");
  decltype(::PQexec)* exec = found("PQexec");
  decltype(::PQexitPipelineMode)* exit_pipeline_mode = found("PQexitPipelineMode");
  decltype(::PQfinish)* finish = found("PQfinish");
  decltype(::PQflush)* flush = found("PQflush");
  decltype(::PQgetResult)* get_result = found("PQgetResult");
  decltype(::PQgetisnull)* getisnull = found("PQgetisnull");
  decltype(::PQgetlength)* getlength = found("PQgetlength");
  decltype(::PQgetvalue)* getvalue = found("PQgetvalue");
  decltype(::PQisBusy)* is_busy = found("PQisBusy");
  decltype(::PQntuples)* ntuples = found("PQntuples");
  decltype(::PQpipelineSync)* pipeline_sync = found("PQpipelineSync");
  decltype(::PQreset)* reset = found("PQreset");
  decltype(::PQresultErrorField)* result_error_field = found("PQresultErrorField");
  decltype(::PQresultStatus)* result_status = found("PQresultStatus");
  decltype(::PQsendPrepare)* send_prepare = found("PQsendPrepare");
  decltype(::PQsendQueryPrepared)* send_query_prepared = found("PQsendQueryPrepared");
  decltype(::PQsetErrorVerbosity)* set_error_verbosity = found("PQsetErrorVerbosity");
  decltype(::PQsetNoticeProcessor)* set_notice_processor = found("PQsetNoticeProcessor");
  decltype(::PQsetnonblocking)* setnonblocking = found("PQsetnonblocking");
  decltype(::PQsocket)* socket = found("PQsocket");
  decltype(::PQstatus)* status = found("PQstatus");
};

const Libpq& pq() {
  static const Libpq opened;
  return opened;
}

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
text::Message remedy(std::string_view state) {
  if (state == "55P03") return text::msg("fault.do.busy");
  if (state == "42501") return text::msg("fault.do.not_this_role");
  if (state.starts_with("53")) return text::msg("fault.do.server_full");
  if (state.starts_with("57P")) return text::msg("fault.do.server_stops");
  if (state.starts_with("28") || state.starts_with("3D")) return text::msg("fault.do.address");
  if (state.starts_with("40")) return text::msg("fault.do.in_the_way");
  if (state.starts_with("XX")) return text::msg("fault.do.database_damaged");
  return text::msg("fault.do.verify");
}

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

/// Behind what libpq says when it is to tell the state and no words: "... failed: FATAL:  28P01". Empty when no server
/// said it.
std::string_view state_in(std::string_view said) {
  constexpr std::size_t kSigns = 5;
  if (said.size() < kSigns || !said.substr(0, said.size() - kSigns).ends_with(":  ")) return {};
  const auto state = said.substr(said.size() - kSigns);
  const bool fits = std::ranges::all_of(state, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
  return fits ? state : std::string_view();
}

/// Whether a server that answers so will let somebody in a moment later: it starts, stops, or is full.
bool will_pass(std::string_view state) { return state.starts_with("57P") || state.starts_with("53"); }

}  // namespace

// ---- values

Parameter::Parameter(std::int64_t number, Type) : type(Type::number) {
  auto bits = static_cast<std::uint64_t>(number);
  value.resize(sizeof bits);
  for (auto place = value.rbegin(); place != value.rend(); ++place, bits >>= 8) *place = static_cast<char>(bits & 0xff);
}

void Answer::Clear::operator()(pg_result* result) const { pq().clear(result); }

int Answer::rows() const { return pq().ntuples(result_.get()); }

std::int64_t Answer::integer(int row, int column) const {
  std::uint64_t bits = 0;
  const auto all = bytes(row, column);
  for (const char byte : all) bits = bits << 8 | static_cast<unsigned char>(byte);
  if (all.size() == 4) return static_cast<std::int32_t>(static_cast<std::uint32_t>(bits));
  return static_cast<std::int64_t>(bits);
}

std::string_view Answer::bytes(int row, int column) const {
  return {pq().getvalue(result_.get(), row, column),
          static_cast<std::size_t>(pq().getlength(result_.get(), row, column))};
}

bool Answer::is_null(int row, int column) const { return pq().getisnull(result_.get(), row, column) == 1; }

std::optional<std::int64_t> Answer::maybe(int row, int column) const {
  if (is_null(row, column)) return std::nullopt;
  return integer(row, column);
}

std::int64_t Answer::changed() const {
  const std::string text = pq().cmd_tuples(result_.get());
  return text.empty() ? 0 : std::stoll(text);
}

std::string_view Answer::did() const { return pq().cmd_status(result_.get()); }

// ---- the connection

void Connection::Close::operator()(pg_conn* connection) const { pq().finish(connection); }

Connection::Connection(DatabaseAddress address, Patience patience)
    : address_(std::move(address)), patience_(patience) {}

Connection::~Connection() = default;

void Connection::connect() {
  const auto begun = steady_clock::now();
  const auto until = gave_up_ && begun - *gave_up_ < kAfterGivingUp ? begun : begun + patience_.connecting;
  // What is given in the address comes after these, and holds.
  const std::array<const char*, 8> names{"client_encoding",  "connect_timeout",  "tcp_user_timeout", "keepalives_idle",
                                         "keepalives_count", "application_name", "dbname",           nullptr};
  const std::array<const char*, 8> values{"UTF8", "5", "30000", "20", "3", "casus", address_.server.c_str(), nullptr};
  for (auto pause = 100ms;; pause = std::min(pause * 2, std::chrono::milliseconds(1000))) {
    disconnect();
    connection_.reset(pq().connectdb_params(names.data(), values.data(), 1));
    auto* const it = connection_.get();
    if (it != nullptr && pq().status(it) == CONNECTION_OK) break;
    const std::string why = it != nullptr ? one_line(pq().error_message(it)) : "no memory";
    std::string said = why;
    if (it != nullptr) {
      // Those words are in the language of the server. So it is asked once more, for the state alone.
      pq().set_error_verbosity(it, PQERRORS_SQLSTATE);
      pq().reset(it);
      pq().set_error_verbosity(it, PQERRORS_DEFAULT);
      if (pq().status(it) == CONNECTION_OK) break;
      said = one_line(pq().error_message(it));
    }
    const auto state = state_in(said);
    // Of a server that answers and says no, waiting makes no yes; nor of an address that libpq did not even try, of
    // which it says nothing more.
    if (said.empty() || (!state.empty() && !will_pass(state)) ||
        (it != nullptr && pq().connection_needs_password(it) == 1)) {
      disconnect();
      throw text::SaidFault(Fault::Kind::store,
                            text::msg("fault.database_said_no", "database"_is = address_.shown, "error"_is = why,
                                      "remedy"_is = text::msg("fault.do.address")));
    }
    if (steady_clock::now() + pause > until) {
      disconnect();
      gave_up_ = steady_clock::now();
      throw DatabaseFault(DatabaseFault::Why::gone, address_.shown,
                          fmt::format("database '{}' cannot be reached: {}", address_.shown, why));
    }
    std::this_thread::sleep_for(pause);
  }
  gave_up_.reset();
  pq().set_notice_processor(
      connection_.get(), [](void*, const char*) {}, nullptr);  // nothing in here prints
  if (pq().setnonblocking(connection_.get(), 1) != 0 || pq().enter_pipeline_mode(connection_.get()) != 1) gone(false);
}

void Connection::disconnect() noexcept {
  connection_.reset();
  prepared_.clear();
  expected_.clear();
  posted_bytes_ = 0;
}

void Connection::gone(bool slow) {
  const auto why = connection_ ? one_line(pq().error_message(connection_.get())) : std::string("no connection");
  disconnect();
  if (slow)
    throw DatabaseFault(DatabaseFault::Why::slow, address_.shown,
                        fmt::format("database '{}' gave no answer for {} seconds", address_.shown,
                                    std::chrono::duration_cast<std::chrono::seconds>(patience_.answering).count()));
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
    if (pq().send_prepare(connection_.get(), name.c_str(), sql.c_str(), count, types.data()) != 1) gone(false);
    expected_.push_back({sql, false});
  }
  if (pq().send_query_prepared(connection_.get(), name.c_str(), count, values.data(), lengths.data(), binary.data(),
                               1) != 1)
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
  return std::move(collect().front());
}

std::pair<Answer, Answer> Connection::ask_both(const std::string& first, const Parameters& of_first,
                                               const std::string& second, const Parameters& of_second) {
  send(first, of_first, true);
  send(second, of_second, true);
  auto answers = collect();
  return {std::move(answers.front()), std::move(answers.back())};
}

void Connection::settle() {
  if (!expected_.empty()) collect();
}

/// The next result, when there is one; libpq says with none that those of a statement end.
Answer Connection::next() {
  for (;;) {
    const int left = pq().flush(connection_.get());
    if (left < 0) gone(false);
    if (left == 0 && pq().is_busy(connection_.get()) == 0) break;
    const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(until_ - steady_clock::now());
    if (wait <= 0ms) gone(true);
    pollfd it{pq().socket(connection_.get()), static_cast<short>(left == 1 ? POLLIN | POLLOUT : POLLIN), 0};
    if (poll(&it, 1, static_cast<int>(wait.count())) < 0 && errno != EINTR) gone(false);
    if ((it.revents & (POLLIN | POLLERR | POLLHUP)) != 0 && pq().consume_input(connection_.get()) == 0) gone(false);
  }
  Answer answer;
  answer.result_.reset(pq().get_result(connection_.get()));
  return answer;
}

/// Sends all that is under way, and takes all that comes of it: the answers to what was asked, in that order. The first
/// that was refused is what counts.
std::vector<Answer> Connection::collect() {
  if (pq().pipeline_sync(connection_.get()) != 1) gone(false);
  const auto expected = std::exchange(expected_, {});
  posted_bytes_ = 0;
  until_ = steady_clock::now() + patience_.answering;
  std::vector<Answer> asked;
  Answer refusal;
  for (const auto& it : expected) {
    auto answer = next();
    if (!answer.result_) gone(false);
    const auto status = pq().result_status(answer.result_.get());
    const bool fine = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (!fine && !it.prepares.empty()) prepared_.erase(it.prepares);
    if (status == PGRES_FATAL_ERROR && !refusal.result_) refusal = std::move(answer);
    else if (fine && it.asked) asked.push_back(std::move(answer));
    if (pq().status(connection_.get()) == CONNECTION_BAD) gone(false);
    if (next().result_) gone(false);  // the end of those of this statement
  }
  const auto end = next();
  if (!end.result_ || pq().result_status(end.result_.get()) != PGRES_PIPELINE_SYNC) gone(false);
  if (refusal.result_) refused(refusal);
  return asked;
}

void Connection::refused(const Answer& answer) const {
  const char* const code = pq().result_error_field(answer.result_.get(), PG_DIAG_SQLSTATE);
  const char* const primary = pq().result_error_field(answer.result_.get(), PG_DIAG_MESSAGE_PRIMARY);
  const std::string state = code == nullptr ? "" : code;
  const std::string message = primary == nullptr ? "it refused" : one_line(primary);
  const auto said = text::msg("fault.database_said_no", "database"_is = address_.shown, "error"_is = message,
                              "remedy"_is = remedy(state));
  if (state == "55P03")  // lock_not_available
    throw DatabaseFault(DatabaseFault::Why::busy, address_.shown, said.in(Lang::en));
  if (state.starts_with("57P"))  // shut down, or this connection was ended
    throw DatabaseFault(DatabaseFault::Why::lost, address_.shown, said.in(Lang::en));
  throw text::SaidFault(Fault::Kind::store, said);
}

void Connection::run(const std::string& script) {
  if (!connection_) connect();
  settle();
  // Many statements in one text are not for a pipeline.
  if (pq().exit_pipeline_mode(connection_.get()) != 1 || pq().setnonblocking(connection_.get(), 0) != 0) gone(false);
  Answer answer;
  answer.result_.reset(pq().exec(connection_.get(), script.c_str()));
  const bool fine = answer.result_ && pq().result_status(answer.result_.get()) != PGRES_FATAL_ERROR;
  if (pq().status(connection_.get()) == CONNECTION_BAD) gone(false);
  if (pq().setnonblocking(connection_.get(), 1) != 0 || pq().enter_pipeline_mode(connection_.get()) != 1) gone(false);
  if (!fine) refused(answer);
}

}  // namespace casus::store
