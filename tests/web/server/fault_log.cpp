// SPDX-License-Identifier: EUPL-1.2
// Who looks after a server reads in its log which fault kept a page from being made, and nothing of anybody.
#include "core/desk/fault_words.hpp"
#include "core/store/database_fault.hpp"
#include "core/text/said_fault.hpp"
#include "core/web/server/request_log.hpp"
#include "tests/support/catch.hpp"

#include <chrono>
#include <string>

namespace casus::test {

TEST_CASE("a fault has a name that says nothing of what it is about", "[web]") {
  using store::DatabaseFault;
  const DatabaseFault gone(DatabaseFault::Why::gone, "postgresql://casus@db/casus?team=noord", "connection refused");
  CHECK(desk::fault_name(gone) == "database.gone");
  const text::SaidFault keys(Fault::Kind::store, text::msg("fault.cannot_be_written", "path"_is = "/noord/els.db"));
  CHECK(desk::fault_name(keys) == "fault.cannot_be_written");
  CHECK(desk::fault_name(Fault(Fault::Kind::store, "there is no case 'els-2026'")) == "store");
  CHECK(desk::fault_name(Fault(Fault::Kind::plugin, "method of Els")) == "plugin");
  CHECK(desk::fault_name(Fault(Fault::Kind::definition, "method of Els")) == "definition");
}

TEST_CASE("a line of the log names the fault, and has no word of it where there was none", "[web]") {
  std::string lines;
  const auto at = std::chrono::system_clock::time_point(std::chrono::seconds(1772442000));
  {
    web::RequestLog log([&](const std::string& line) { lines += line; });
    web::Answered it{"/mine", "GET", 503, std::chrono::microseconds(1500), 12, "noord", "database.gone"};
    log.answered(it, at);
    it.status = 200;
    it.team = {};
    it.fault = {};
    log.answered(it, at);
  }
  CHECK(
      lines ==
      "{\"time\":\"2026-03-02T09:00:00.000Z\",\"team\":\"noord\",\"route\":\"/mine\",\"method\":\"GET\",\"status\":503,"
      "\"ms\":1.5,\"bytes\":12,\"fault\":\"database.gone\"}\n"
      "{\"time\":\"2026-03-02T09:00:00.000Z\",\"route\":\"/mine\",\"method\":\"GET\",\"status\":200,\"ms\":1.5,"
      "\"bytes\":12}\n");
}

}  // namespace casus::test
