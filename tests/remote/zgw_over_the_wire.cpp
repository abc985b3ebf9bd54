// SPDX-License-Identifier: EUPL-1.2
// The same over a real connection.
#include "core/remote/fetch.hpp"
#include "core/web/server/certificate.hpp"
#include "tests/remote/loopback.hpp"
#include "tests/remote/zgw_register.hpp"
#include "tests/support/catch.hpp"
#include "tests/web/echo.hpp"

#include <chrono>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace casus::test {

using Catch::Matchers::Contains;

TEST_CASE("a question goes as it is put, and an answer comes with what it says of waiting", "[remote]") {
  std::vector<remote::Question> asked;
  Loopback server;
  server.serve([&](const remote::Question& question) -> std::optional<remote::Answer> {
    asked.push_back(question);
    if (question.address.ends_with("/weg")) return std::nullopt;
    remote::Answer answer{429, R"({"detail":"straks"})"};
    answer.retry_after = 7;
    return answer;
  });
  remote::Question question{server.root() + "iets?a=1"};
  question.method = "PATCH";
  question.json = R"({"a":1})";
  question.bearer = "sleutel";
  question.headers = {"Accept-Crs: EPSG:4326"};
  const auto answer = remote::fetched(question);
  CHECK(answer.status == 429);
  CHECK(answer.body == R"({"detail":"straks"})");
  CHECK(answer.retry_after == 7);
  question.most = 5;
  CHECK(remote::fetched(question).status == 0);
  const auto none = remote::fetched({server.root() + "weg"});
  CHECK(none.status == 0);
  CHECK_FALSE(none.why.empty());
  CHECK(remote::fetched({"http://voorbeeld.invalid/"}).status == 0);
  server.stop();
  CHECK(asked.size() == 3);
  const auto& seen = asked.at(0);
  CHECK(seen.method == "PATCH");
  CHECK(seen.address == question.address);
  CHECK(seen.json == question.json);
  CHECK(seen.bearer == "sleutel");
  CHECK_THAT(seen.headers.at(0), Contains("\r\nAccept-Crs: EPSG:4326\r\n") &&
                                     Contains("\r\nContent-Type: application/json\r\n") &&
                                     Contains("\r\nAccept: application/json\r\n"));
}

TEST_CASE("a certificate that nobody vouches for is not believed", "[remote]") {
  auto listening = on_a_free_port();
  listening.tls = web::made_certificate({"localhost", "127.0.0.1"});
  const Running server(std::move(listening));
  const auto answer = remote::fetched({"https://" + server.host() + "/hello"});
  CHECK(answer.status == 0);
  CHECK_FALSE(answer.why.empty());
  CHECK(answer.silence == remote::Silence::for_good);
}

TEST_CASE("who waits for an answer is told so, and one that comes too late is none", "[remote]") {
  Loopback server;
  server.serve([](const remote::Question&) -> std::optional<remote::Answer> {
    std::this_thread::sleep_for(std::chrono::seconds(3));
    return std::nullopt;
  });
  remote::Question question{server.root() + "traag"};
  question.seconds = 2;
  int told = 0;
  question.waits = [&](int) { ++told; };
  const auto answer = remote::fetched(question);
  server.stop();
  CHECK(answer.status == 0);
  CHECK(answer.silence == remote::Silence::too_slow);
  CHECK(told > 0);
}

TEST_CASE("a case goes to a register over a connection that is cut in the middle", "[remote][zgw]") {
  ZgwRegister it;
  Loopback server;
  it.move_to(server.root());
  it.failing = {{"POST zaken", 1, 0, true}, {"POST rollen", 1, 503, true}};
  server.serve([&](const remote::Question& question) { return it.answer(question); });
  const auto file = zgw_file_of(zgw_ended_case());
  auto world = it.world();
  world.fetch = remote::fetched;
  const auto settings = it.settings();
  const auto own = zgw_own();
  REQUIRE(remote::deliver(file, own, settings, world));
  REQUIRE(remote::deliver(file, own, settings, world));
  server.stop();
  ZgwRegister in_memory;
  REQUIRE(zgw_delivered(in_memory, file));
  CHECK(it.all() == in_memory.all());
  CHECK(it.waited.size() == 2);
}

}  // namespace casus::test
