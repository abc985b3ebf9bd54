// SPDX-License-Identifier: EUPL-1.2
#include "core/remote/zgw_line.hpp"

#include "core/base/fault.hpp"
#include "core/base/json/json_at.hpp"
#include "core/base/json/strict_json.hpp"
#include "core/remote/address.hpp"
#include "core/remote/jose.hpp"

#include <algorithm>

namespace casus::remote {

using nlohmann::json;

namespace {

constexpr std::size_t kMostPages = 50;
constexpr std::size_t kMostZgwBytes = std::size_t{8} << 20;
constexpr int kZgwSeconds = 15;
constexpr JsonBounds kZgwBounds{kMostZgwBytes, 24, ""};

bool may_pass(const Answer& answer) { return answer.status == 0 || answer.status == 429 || answer.status >= 500; }

bool is_good(const Answer& answer) { return answer.status >= 200 && answer.status < 300; }

/// "zaaktype: De waarde is ongeldig.", one for each field that it names; else what it says in general.
std::string said_in(const std::string& body) {
  Problems problems;
  const auto in = strict_json(body, kZgwBounds, problems);
  if (!in.is_object()) return {};
  std::string all;
  if (const auto wrong = in.find("invalidParams"); wrong != in.end() && wrong->is_array())
    for (const auto& one : *wrong) {
      if (!one.is_object()) continue;
      all += (all.empty() ? "" : "; ") + text_at(one, "name") + ": " + text_at(one, "reason");
    }
  if (all.empty()) all = text_at(in, "detail");
  return all.empty() ? text_at(in, "title") : all;
}

}  // namespace

ZgwTrouble ZgwLine::trouble(ZgwTrouble::Kind kind, const Answer& answer, const std::string& what) const {
  return {kind, host_of(root_of(what)), what, answer.status, answer.status == 0 ? answer.why : said_in(answer.body)};
}

const std::string& ZgwLine::root_of(const std::string& what) const {
  return what == kZgwDocuments ? settings_.documents : settings_.cases;
}

std::string ZgwLine::address_of(const std::string& what, const std::string& url) const {
  const auto path = url.substr(0, url.find('?'));
  const auto last = path.substr(path.rfind('/') + 1);
  return root_of(what) + what + '/' + percent_encoded(last);
}

Question ZgwLine::question(const std::string& what, const std::string& address) const {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(world_.now().time_since_epoch()).count();
  // Who it is at this end stays here: the register gets the name of the program's account.
  const json claims{{"iss", settings_.client},
                    {"iat", seconds},
                    {"client_id", settings_.client},
                    {"user_id", settings_.client},
                    {"user_representation", settings_.client}};
  const auto token = token_with_secret(settings_.secret, claims.dump());
  if (!token) throw Fault(Fault::Kind::store, "no token could be made for the register of cases");
  Question asked{address};
  asked.bearer = *token;
  asked.most = kMostZgwBytes;
  asked.seconds = kZgwSeconds;
  if (world_.waits) asked.waits = [this, host = host_of(address)](int seconds) { world_.waits(host, seconds); };
  if (what == "zaken") asked.headers = {"Accept-Crs: EPSG:4326", "Content-Crs: EPSG:4326"};
  return asked;
}

void ZgwLine::pause(const Answer& answer, int times, const std::string& what) {
  const bool silent = answer.status == 0;
  if (silent && answer.silence == Silence::for_good) throw trouble(ZgwTrouble::Kind::unreachable, answer, what);
  const int most = silent && answer.silence == Silence::too_slow ? kAgainWhenSlow : kAgain;
  auto length = kFirstPause;
  for (int i = 1; i < times; ++i) length *= kTimesLonger;
  if (answer.retry_after)
    length = std::max<std::chrono::milliseconds>(length, std::chrono::seconds(*answer.retry_after));
  if (times > most || length > kLongestPause)
    throw trouble(silent ? ZgwTrouble::Kind::silent : ZgwTrouble::Kind::busy, answer, what);
  world_.wait(length);
}

Answer ZgwLine::patiently(const std::function<Question()>& ask, const std::string& what, bool* again) {
  for (int times = 1;; ++times) {
    auto answer = world_.fetch(ask());
    if (!may_pass(answer)) return answer;
    pause(answer, times, what);
    if (again != nullptr) *again = true;
  }
}

void ZgwLine::require_taken(const Answer& answer, const std::string& what) const {
  if (is_good(answer)) return;
  if (answer.status == 401) throw trouble(ZgwTrouble::Kind::not_let_in, answer, what);
  if (answer.status == 403) throw trouble(ZgwTrouble::Kind::no_right, answer, what);
  throw trouble(answer.status >= 400 ? ZgwTrouble::Kind::refused : ZgwTrouble::Kind::odd, answer, what);
}

/// Some lists come as they are, others in pages: here they are alike.
json ZgwLine::read(const Answer& answer, const std::string& what) const {
  require_taken(answer, what);
  const auto begin = answer.body.find_first_not_of(" \t\r\n");
  const bool bare = begin != std::string::npos && answer.body[begin] == '[';
  Problems problems;
  auto in = strict_json(bare ? R"({"results":)" + answer.body + '}' : answer.body, kZgwBounds, problems);
  if (!in.is_object()) throw trouble(ZgwTrouble::Kind::odd, answer, what);
  return in;
}

std::vector<json> ZgwLine::all(const std::string& what, const Fields& query) {
  std::string asked;
  for (const auto& [name, value] : query) asked += (asked.empty() ? "?" : "&") + name + '=' + percent_encoded(value);
  std::vector<json> found;
  for (std::size_t page = 0; page < kMostPages; ++page) {
    const auto answer = patiently([&] { return question(what, root_of(what) + what + asked); }, what, nullptr);
    auto in = read(answer, what);
    auto rows = in.value("results", json());
    if (!rows.is_array() ||
        !std::ranges::all_of(rows, [](const json& row) { return row.is_object() && !text_at(row, "url").empty(); }))
      throw trouble(ZgwTrouble::Kind::odd, answer, what);
    for (auto& row : rows) found.push_back(std::move(row));
    const auto next = text_at(in, "next");
    if (next.find('?') == std::string::npos) return found;
    asked = next.substr(next.find('?'));
  }
  throw ZgwTrouble{ZgwTrouble::Kind::odd, host_of(root_of(what)), what, 200, {}};
}

json ZgwLine::make(const std::string& what, const json& body, const std::function<std::vector<json>()>& find) {
  for (int times = 1;; ++times) {
    auto asked = question(what, root_of(what) + what);
    asked.json = body.dump();
    const auto answer = world_.fetch(asked);
    if (!may_pass(answer)) {
      auto made = read(answer, what);
      if (text_at(made, "url").empty()) throw trouble(ZgwTrouble::Kind::odd, answer, what);
      return made;
    }
    pause(answer, times, what);
    if (auto there = find(); !there.empty()) return std::move(there.front());
  }
}

ZgwLine::Sent ZgwLine::send(const std::string& method, const std::string& what, const std::string& address,
                            const json& body) {
  Sent sent;
  sent.answer = patiently(
      [&] {
        auto asked = question(what, address);
        asked.method = method;
        if (!body.is_null()) asked.json = body.dump();
        return asked;
      },
      what, &sent.again);
  return sent;
}

void ZgwLine::change(const std::string& what, const std::string& url, const json& body) {
  require_taken(send("PATCH", what, address_of(what, url), body).answer, what);
}

void ZgwLine::take_away(const std::string& what, const std::string& url) {
  const auto [answer, again] = send("DELETE", what, address_of(what, url), json());
  if (again && answer.status == 404) return;  // the first time it was done
  require_taken(answer, what);
}

std::string ZgwLine::lock_in(const Answer& answer) const {
  const std::string what(kZgwDocuments);
  const auto lock = text_at(read(answer, what), "lock");
  if (lock.empty()) throw trouble(ZgwTrouble::Kind::odd, answer, what);
  return lock;
}

std::string ZgwLine::bytes_of(const std::string& what, const std::string& url) {
  auto answer = patiently(
      [&] {
        auto asked = question(what, address_of(what, url) + "/download");
        asked.accept = "*/*";
        return asked;
      },
      what, nullptr);
  require_taken(answer, what);
  return std::move(answer.body);
}

}  // namespace casus::remote
