// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/socket_file.hpp"

#include "core/base/files/opened_file.hpp"
#include "core/web/server/cannot_listen.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace casus::web {
namespace {

constexpr mode_t kOwnerAndGroup = 0660;

[[noreturn]] void cannot_listen_at(const std::string& path, const text::Value& why) {
  cannot_listen("unix:" + path, why);
}

[[noreturn]] void failed_at(const std::string& path) { not_to_be_had("unix:" + path, errno); }

sockaddr_un address_of(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.empty() || path.size() >= sizeof address.sun_path)
    cannot_listen_at(path, text::msg("listen.name_length", "most"_is = sizeof address.sun_path - 1));
  std::memcpy(address.sun_path, path.data(), path.size());
  return address;
}

const sockaddr* general(const sockaddr_un& address) { return reinterpret_cast<const sockaddr*>(&address); }

int new_socket(const std::string& path) {
  const int made = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (made < 0) failed_at(path);
  return made;
}

/// Takes away what a server left that was killed.
void clear(const std::string& path, const sockaddr_un& address) {
  struct stat found {};
  if (::lstat(path.c_str(), &found) != 0) {
    if (errno == ENOENT) return;
    failed_at(path);
  }
  if (!S_ISSOCK(found.st_mode)) cannot_listen_at(path, text::msg("listen.no_socket"));
  const OpenedFile trial(new_socket(path));
  if (::connect(trial.number, general(address), sizeof address) == 0 || errno == EAGAIN)
    cannot_listen_at(path, text::msg("listen.other_server"));
  if (errno != ECONNREFUSED) failed_at(path);
  if (::unlink(path.c_str()) != 0) failed_at(path);
}

}  // namespace

SocketFile::SocketFile(std::string path) : path_(std::move(path)) {
  const auto address = address_of(path_);
  // Two that start at once do this one after the other: the second finds that somebody listens.
  const auto above = std::filesystem::path(path_).parent_path();
  const OpenedFile folder(::open(above.empty() ? "." : above.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.number < 0 || ::flock(folder.number, LOCK_EX) != 0) failed_at(path_);
  clear(path_, address);
  OpenedFile made(new_socket(path_));
  if (::bind(made.number, general(address), sizeof address) != 0) failed_at(path_);
  // Nobody can connect before it listens, so nobody did with other rights.
  OpenedFile held(::open(path_.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
  if (held.number < 0 || ::chmod(path_.c_str(), kOwnerAndGroup) != 0 || ::listen(made.number, SOMAXCONN) != 0) {
    const int why = errno;
    ::unlink(path_.c_str());
    not_to_be_had("unix:" + path_, why);
  }
  held_ = std::exchange(held.number, -1);
  socket_ = std::exchange(made.number, -1);
}

SocketFile::~SocketFile() {
  if (socket_ >= 0) ::close(socket_);
  struct stat ours {
  }, now{};
  const bool is_ours = ::fstat(held_, &ours) == 0 && ::lstat(path_.c_str(), &now) == 0 && now.st_dev == ours.st_dev &&
                       now.st_ino == ours.st_ino;
  if (is_ours) ::unlink(path_.c_str());
  ::close(held_);
}

std::string peer_at(int socket, const std::vector<unsigned>& users) {
  ucred who{};
  socklen_t size = sizeof who;
  if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &who, &size) != 0) return {};
  const bool is_known = who.uid == 0 || who.uid == ::geteuid() || std::ranges::count(users, who.uid) > 0;
  return is_known ? std::string(kSocketProxy) : fmt::format("user {}", who.uid);
}

}  // namespace casus::web
