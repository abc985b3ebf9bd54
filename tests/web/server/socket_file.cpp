// SPDX-License-Identifier: EUPL-1.2
// A server that a proxy reaches over a Unix socket: the file, who may connect, and what is believed.
#include "core/web/server/socket_file.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/web/echo.hpp"
#include "tests/web/wire.hpp"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace casus::test {
namespace {

namespace fs = std::filesystem;

constexpr uid_t kStranger = 65534;

/// Does something as another user: this thread's alone, which the kernel keeps with a connection that it makes. Nothing
/// is done when this one may not be another.
void as_user(uid_t user, auto work) {
  std::thread([&] {
    if (::syscall(SYS_setresuid, -1, user, -1) == 0) work();
  }).join();
}

struct AtSocket {
  explicit AtSocket(std::vector<unsigned> users = {}) {
    auto listening = on_a_free_port();
    listening.socket_file = file;
    listening.socket_users = std::move(users);
    listening.names = {"casus.example"};
    listening.bounds.work_of_one = 1;
    running = std::make_unique<Running>(std::move(listening));
  }

  static std::string request(const std::string& path, const std::string& lines = {}) {
    return "GET " + path + " HTTP/1.1\r\nHost: casus.example\r\n" + lines + "\r\n";
  }
  Got get(const std::string& path, const std::string& lines = {}) const {
    Wire wire(file);
    wire.send(request(path, lines));
    return wire.answer();
  }

  TempDir folder;
  std::string file = (folder / "casus.sock").string();
  std::unique_ptr<Running> running;
};

}  // namespace

TEST_CASE("over a socket file a proxy is answered, under the name of the page alone", "[web]") {
  AtSocket it;
  CHECK(it.get("/hello").body == "hello");
  CHECK(it.running->server.origin() == "https://casus.example");
  Wire wire(it.file);
  wire.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(wire.answer().status == 421);
  Wire nameless(it.file);
  nameless.send("GET /hello HTTP/1.1\r\nHost:\r\n\r\n");
  CHECK(nameless.answer().status == 421);
  struct stat found {};
  REQUIRE(::stat(it.file.c_str(), &found) == 0);
  CHECK((found.st_mode & 07777) == 0660);
  it.running.reset();
  CHECK_FALSE(fs::exists(it.file));
}

TEST_CASE("who asks is whom the proxy at the socket says that it is for", "[web]") {
  AtSocket it;
  const auto asks = [&](const std::string& from) {
    auto wire = std::make_unique<Wire>(it.file);
    wire->send(AtSocket::request("/held", "X-Forwarded-For: " + from + "\r\n"));
    return wire;
  };
  const auto one = asks("elsewhere, 192.0.2.1");
  REQUIRE(comes_true([&] { return it.running->site.begun == 1; }));
  CHECK(asks("192.0.2.1")->answer().status == 429);
  const auto other = asks("192.0.2.2");
  it.running->site.held = false;
  CHECK(one->answer().status == 200);
  CHECK(other->answer().status == 200);
}

TEST_CASE("a stranger at the socket file is refused, and a user who was named is not", "[web]") {
  int both[2] = {-1, -1};
  REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, both) == 0);
  CHECK(web::peer_at(both[0], {}) == web::kSocketProxy);  // this user itself
  ::close(both[0]);
  ::close(both[1]);
  bool gets_there = false;  // only root can be another, and not every place for passing files is open to all
  as_user(kStranger, [&] { gets_there = ::euidaccess(fs::temp_directory_path().c_str(), X_OK) == 0; });
  if (!gets_there) return;
  const auto knocks = [](const AtSocket& it) {
    fs::permissions(it.folder.path(), fs::perms(0755));
    fs::permissions(it.file, fs::perms(0666));
    std::unique_ptr<Wire> wire;
    as_user(kStranger, [&] {
      if (::euidaccess(it.file.c_str(), R_OK | W_OK) == 0) wire = std::make_unique<Wire>(it.file);
    });
    REQUIRE(wire);
    wire->send(AtSocket::request("/hello"));
    return wire->answer().status;
  };
  CHECK(knocks(AtSocket()) == 403);
  CHECK(knocks(AtSocket({kStranger})) == 200);
}

TEST_CASE("a socket file that a killed server left is replaced, and nothing else is", "[web]") {
  const TempDir folder;
  const auto file = (folder / "casus.sock").string();
  Echo site;
  auto listening = on_a_free_port();
  listening.names = {"casus.example"};
  listening.socket_file = file;
  {
    // As after a kill: bound once, and nobody listens.
    const int left = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un at{};
    at.sun_family = AF_UNIX;
    file.copy(at.sun_path, file.size());
    REQUIRE(::bind(left, reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0);
    ::close(left);
  }
  {
    const web::Server server(listening, site);
    CHECK_THROWS_WITH(web::Server(listening, site), "cannot listen on unix:" + file + ": another server listens there");
    CHECK(fs::is_socket(file));
  }
  CHECK_FALSE(fs::exists(file));
  folder.write("casus.sock", "notes of somebody");
  CHECK_THROWS_WITH(web::Server(listening, site),
                    "cannot listen on unix:" + file + ": there is a file of that name that is no socket");
  CHECK(fs::file_size(file) == 17);
  // Nor through a link, or in a folder that is not there.
  listening.socket_file = (folder / "link.sock").string();
  fs::create_symlink(file, listening.socket_file);
  CHECK_THROWS_AS(web::Server(listening, site), Fault);
  CHECK(fs::is_symlink(listening.socket_file));
  listening.socket_file = (folder / "none" / "casus.sock").string();
  CHECK_THROWS_AS(web::Server(listening, site), Fault);
  listening.socket_file = (folder / std::string(120, 'a')).string();
  CHECK_THROWS_AS(web::Server(listening, site), Fault);
}

TEST_CASE("a server takes away its own socket file, not that of who came after it", "[web]") {
  const TempDir folder;
  const auto file = (folder / "casus.sock").string();
  auto first = std::make_unique<web::SocketFile>(file);
  ::close(first->take());  // killed, as far as anybody can see
  const web::SocketFile second(file);
  first.reset();
  CHECK(fs::is_socket(file));
}

}  // namespace casus::test
