// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/server.hpp"

#include "core/base/fault.hpp"
#include "core/text/said_fault.hpp"
#include "core/web/server/certificate.hpp"
#include "core/web/server/head.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/web/echo.hpp"
#include "tests/web/wire.hpp"

#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace casus::test {
using namespace std::chrono_literals;

TEST_CASE("a request is answered, and many over one connection", "[web]") {
  const Running it;
  Wire wire(it.server.port());
  for (int i = 0; i < 3; ++i) {
    wire.send("POST /a%20b?x=1 HTTP/1.1\r\nHost: " + it.host() + "\r\nContent-Length: 5\r\n\r\nabcde");
    const auto got = wire.answer();
    CHECK(got.status == 200);
    CHECK(got.body == "POST /a b x=1 abcde");
  }
  // Two at once, in one packet.
  const auto hello = "GET /hello HTTP/1.1\r\nHost: " + it.host() + "\r\n\r\n";
  wire.send(hello + hello);
  CHECK(wire.answer().body == "hello");
  CHECK(wire.answer().body == "hello");
  wire.send("HEAD /hello HTTP/1.1\r\nHost: " + it.host() + "\r\n\r\n");
  const auto head = wire.answer(true);
  CHECK(head.status == 200);
  CHECK(head.headers.at("content-length") == "5");
}

TEST_CASE("what is no request of ours is refused, and never reaches a page", "[web]") {
  const Running it;
  const auto host = "Host: " + it.host() + "\r\n";
  struct Wrong {
    std::string bytes;
    int status;
  };
  const std::vector<Wrong> all{
      {"GET /../x HTTP/1.1\r\n" + host + "\r\n", 400},
      {"GET /%00 HTTP/1.1\r\n" + host + "\r\n", 400},
      {"GET http://elsewhere/ HTTP/1.1\r\n" + host + "\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", 421},
      {"GET / HTTP/1.1\r\n\r\n", 421},
      {"DELETE / HTTP/1.1\r\n" + host + "\r\n", 405},
      {"TRACE / HTTP/1.1\r\n" + host + "\r\n", 405},
      {"\x16\x03\x01\x02 not http\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\n" + host + "X: " + std::string(5000, 'a') + "\r\n\r\n", 431},
      {"POST / HTTP/1.1\r\n" + host + "Content-Length: 1001\r\n\r\n", 413},
      {"POST / HTTP/1.1\r\n" + host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\n" + host + "A b: c\r\n\r\n", 400},
      {"GET /wrong HTTP/1.1\r\n" + host + "\r\n", 500},
  };
  for (const auto& [bytes, status] : all) {
    INFO(bytes.substr(0, 60));
    const auto got = it.ask(bytes);
    CHECK(got.status == status);
    CHECK_FALSE(got.has("secret place"));
  }
  CHECK(it.get("/hello").body == "hello");
}

TEST_CASE("a head that another program could read otherwise is refused, and what follows it is not answered", "[web]") {
  const Running it;
  const auto host = "Host: " + it.host() + "\r\n";
  const std::string get = "GET /hello HTTP/1.1\r\n", post = "POST / HTTP/1.1\r\n";
  const std::string chunks = "\r\n0\r\n\r\n", nul(1, '\0');
  const std::vector<std::pair<std::string, std::string>> all{
      {"a folded line", get + host + "X: a\r\n b\r\n\r\n"},
      {"a line folded with a tab", get + host + "X: a\r\n\tb\r\n\r\n"},
      {"a folded line without anything", get + host + "X:\r\n \r\n\r\n"},
      {"a first line that is folded", get + " X: a\r\n" + host + "\r\n"},
      {"two lengths", post + host + "Content-Length: 5\r\nContent-Length: 4\r\n\r\nabcde"},
      {"the same length twice", post + host + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde"},
      {"two lengths in one line", post + host + "Content-Length: 5, 5\r\n\r\nabcde"},
      {"a length that is no number", post + host + "Content-Length: +5\r\n\r\nabcde"},
      {"a length and chunks", post + host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" + chunks},
      {"chunks and a length", post + host + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n" + chunks},
      {"another encoding", post + host + "Transfer-Encoding: gzip\r\n" + chunks},
      {"another encoding and a length", post + host + "Transfer-Encoding: identity\r\nContent-Length: 5\r\n\r\nabcde"},
      {"chunks and more", post + host + "Transfer-Encoding: gzip, chunked\r\n" + chunks},
      {"chunks twice", post + host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n" + chunks},
      {"chunks before they were", "POST / HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n" + chunks},
      {"two hosts", get + host + host + "\r\n"},
      {"a bare line feed", get + host + "X: a\nY: b\r\n\r\n"},
      {"bare line feeds alone", "GET /hello HTTP/1.1\nHost: " + it.host() + "\n\n\r\n\r\n"},
      {"a bare carriage return", get + host + "X: a\rY: b\r\n\r\n"},
      {"a NUL in a value", get + host + "X: a" + nul + "b\r\n\r\n"},
      {"a NUL in a name", get + host + "X" + nul + ": a\r\n\r\n"},
      {"a space before the colon", post + host + "Content-Length : 5\r\n\r\nabcde"},
      {"a line without a colon", get + host + "X\r\n\r\n"},
      {"a line without a name", get + host + ": a\r\n\r\n"},
  };
  for (const auto& [what, bytes] : all) {
    INFO(what);
    Wire wire(it.server.port());
    wire.send(bytes + get + host + "\r\n");
    CHECK(wire.answer().status == 400);
    CHECK(wire.is_hung_up(5s));
  }
  // What looks like it and is sound.
  CHECK(it.ask(post + host + "Transfer-Encoding: Chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n").body == "POST /  abcde");
  CHECK(it.ask(post + host + "Content-Length: 4\r\n\r\na\n b").body == "POST /  a\n b");
  CHECK(it.ask(get + host + "X:\ta \t\r\n\r\n").body == "hello");
}

TEST_CASE("who types a '/' too many is shown the page without it, and a form is not", "[web]") {
  const Running it;
  const auto host = " HTTP/1.1\r\nHost: " + it.host() + "\r\n";
  const auto got = it.ask("GET /hello/?x=1" + host + "\r\n");
  CHECK(got.status == 303);
  CHECK(got.headers.at("location") == "/hello?x=1");
  CHECK(it.ask("DELETE / HTTP/1.1\r\nHost: " + it.host() + "\r\n\r\n").headers.at("allow") == "GET, HEAD, POST");
  CHECK(it.ask("GET //elsewhere.example/" + host + "\r\n").status == 400);
  CHECK(it.ask("POST /hello/" + host + "Content-Length: 0\r\n\r\n").status == 400);
}

TEST_CASE("who sends slowly is hung up on, and keeps nobody waiting", "[web]") {
  const Running it;
  Wire silent(it.server.port());
  Wire dribble(it.server.port());
  Wire body(it.server.port());
  body.send("POST / HTTP/1.1\r\nHost: " + it.host() + "\r\nContent-Length: 100\r\n\r\nabc");
  const auto begin = std::chrono::steady_clock::now();
  bool open = true;
  for (int i = 0; i < 30 && open; ++i) {
    open = dribble.send("G") && !dribble.is_hung_up(50ms);
    CHECK(it.get("/hello").body == "hello");
  }
  CHECK_FALSE(open);
  CHECK(std::chrono::steady_clock::now() - begin < 3s);
  CHECK(silent.is_hung_up(2s));
  CHECK(body.is_hung_up(2s));
}

TEST_CASE("an event reaches who listens to its topic, and nobody else", "[web]") {
  Running it;
  const auto ask = [&](const std::string& topic) {
    return "GET /events?" + topic + " HTTP/1.1\r\nHost: " + it.host() + "\r\n\r\n";
  };
  Wire one(it.server.port());
  Wire two(it.server.port());
  one.send(ask("monday"));
  two.send(ask("tuesday"));
  REQUIRE(one.reads("data: first\n\n"));
  REQUIRE(two.reads("data: first\n\n"));
  auto& streams = it.server.streams();
  while (streams.listeners() < 2) std::this_thread::sleep_for(1ms);
  streams.tell("monday", "data: 7\n\n");
  streams.tell("tuesday", "data: 8\n\n");
  CHECK(one.reads("data: 7\n\n"));
  CHECK(two.reads("data: 8\n\n"));
  CHECK(one.read_so_far().empty());
  streams.end("owner of monday");
  CHECK(one.is_hung_up(5s));
  streams.tell("tuesday", "data: 9\n\n");
  CHECK(two.reads("data: 9\n\n"));
}

TEST_CASE("a stop answers what was asked, ends the streams, and returns", "[web]") {
  auto it = std::make_unique<Running>();
  Wire slow(it->server.port());
  slow.send("GET /slow HTTP/1.1\r\nHost: " + it->host() + "\r\n\r\n");
  Wire stream(it->server.port());
  stream.send("GET /events?x HTTP/1.1\r\nHost: " + it->host() + "\r\n\r\n");
  REQUIRE(stream.reads("data: first\n\n"));
  Wire idle(it->server.port());
  const auto begin = std::chrono::steady_clock::now();
  it.reset();
  CHECK(std::chrono::steady_clock::now() - begin < 3s);
  CHECK(slow.answer().status == 200);
  CHECK(stream.is_hung_up(1s));
  CHECK(idle.is_hung_up(1s));
}

TEST_CASE("beyond this machine nothing is served without TLS or a proxy", "[web]") {
  Echo site;
  web::Listening listening;
  listening.address = "0.0.0.0";
  listening.port = 0;
  CHECK_THROWS_WITH(web::Server(listening, site),
                    "cannot listen on 0.0.0.0:0: beyond this machine only with TLS or behind a proxy");
  listening.tls = web::made_certificate({"localhost", "127.0.0.1"});
  CHECK_NOTHROW(web::Server(listening, site));
  listening.tls->key = "nonsense";
  CHECK_THROWS_AS(web::Server(listening, site), Fault);
}

TEST_CASE("why a server cannot begin is told in the language of who starts it", "[web]") {
  Echo site;
  const auto why = [&](const web::Listening& listening) {
    try {
      const web::Server server(listening, site);
    } catch (const text::SaidFault& fault) {
      return fault.said().in(Lang::nl);
    }
    return std::string("it began");
  };
  web::Listening listening;
  listening.address = "0.0.0.0";
  listening.port = 0;
  CHECK(why(listening) == "kan niet luisteren op 0.0.0.0:0: buiten deze computer alleen met TLS of achter een proxy");
  listening.tls = web::made_certificate({"localhost"});
  listening.tls->certificate = "nonsense";
  CHECK(why(listening).starts_with("kan niet luisteren op 0.0.0.0:0: het certificaat of de sleutel klopt niet ("));
  listening.tls.reset();
  listening.address = "hier";
  CHECK(why(listening) == "kan niet luisteren op hier:0: dat is geen IP-adres");
  listening.address = "127.0.0.1";
  const web::Server first(listening, site);
  listening.port = first.port();
  CHECK(why(listening) == "kan niet luisteren op 127.0.0.1:" + std::to_string(first.port()) +
                              ": een ander programma luistert daar al; stop dat, of geef een ander adres");
  const TempDir folder;
  listening.socket_file = (folder / "weg" / "casus.sock").string();
  CHECK(why(listening).ends_with("er hoort een naam van de pagina bij; geef die met --name"));
  listening.names = {"casus.example"};
  CHECK(why(listening).ends_with("die map is er niet"));
}

TEST_CASE("a certificate is outworn when it is near its end, names another address, or cannot be read", "[web]") {
  const auto made = web::made_certificate({"wijkteam.local", "192.168.1.20", "::1"}).certificate;
  const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto why = [&](const std::vector<std::string>& hosts, int days) {
    return web::outworn(made, hosts, now + std::chrono::days(days));
  };
  CHECK_FALSE(why({"192.168.1.20"}, 0));
  CHECK_FALSE(why({"wijkteam.local", "192.168.1.20", "::1"}, 397 - web::kRenewDays - 1));
  CHECK(why({"192.168.1.20"}, 397 - web::kRenewDays) == web::Outworn::expires);
  CHECK(why({"192.168.1.20"}, 1000) == web::Outworn::expires);
  CHECK(why({"192.168.1.21"}, 0) == web::Outworn::other_address);
  CHECK(why({"192.168.1.20", "elsewhere.local"}, 0) == web::Outworn::other_address);
  CHECK(web::outworn("nonsense", {"192.168.1.20"}, now) == web::Outworn::unreadable);
  CHECK(web::outworn({}, {}, now) == web::Outworn::unreadable);
}

TEST_CASE("the token of a proxy is its address: who comes past it is refused, and its word on the asker is taken",
          "[web]") {
  auto listening = on_a_free_port();
  listening.proxy = "127.0.0.1";
  listening.names = {"casus.example"};
  const Running it(listening);
  CHECK(it.ask("GET /x HTTP/1.1\r\nHost: casus.example\r\nX-Forwarded-Proto: https\r\n\r\n").status == 200);
  listening.proxy = "127.0.0.9";
  const Running other(listening);
  CHECK(other.ask("GET /x HTTP/1.1\r\nHost: casus.example\r\n\r\n").status == 403);
}

TEST_CASE("ten thousand hostile requests leave the server as it was", "[web]") {
  const Running it;
  const auto host = "Host: " + it.host() + "\r\n";
  const std::vector<std::string> bad{
      "GET /" + std::string(3000, '%') + " HTTP/1.1\r\n" + host + "\r\n",
      "GET /..%2f..%2fetc%2fpasswd HTTP/1.1\r\n" + host + "\r\n",
      "POST / HTTP/1.1\r\n" + host + "Content-Length: 99999999999999999999\r\n\r\n",
      "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
      std::string(200, '\0') + "\r\n\r\n",
      "GET / HTTP/9.9\r\n" + host + "\r\n",
      "GET / HTTP/1.1\r\n" + host + "Cookie: casus=" + std::string(2000, 'x') + "\r\n\r\n",
      "GET / HTTP/1.1\r\n" + host + host + "\r\n",
      "\r\n\r\n\r\n\r\n",
      "GET /\xff\xfe HTTP/1.1\r\n" + host + "\r\n",
  };
  auto slowest = 0ms;
  for (int i = 0; i < 10'000; ++i) {
    Wire wire(it.server.port());
    wire.send(bad[static_cast<std::size_t>(i) % bad.size()]);
    if (i % 50 == 0) {
      const auto begin = std::chrono::steady_clock::now();
      REQUIRE(it.get("/hello").body == "hello");
      slowest = std::max(
          slowest, std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin));
    }
  }
  INFO("the slowest good answer took " << slowest.count() << " ms");
  CHECK(slowest < 2s);  // a busy machine; on an idle one it is under a tenth of a second
}

}  // namespace casus::test
