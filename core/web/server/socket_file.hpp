// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::web {

/// A Unix socket that listens under a name in the file system: for its owner and the group of the file (0660), which is
/// that of its folder where the folder says so (setgid). A file that a killed server left is replaced; one at which
/// somebody listens is not, and what is no socket is never removed. Internal to the server: plain system calls, no
/// Asio.
class SocketFile {
 public:
  /// Listens. Throws Fault(store) with why it cannot.
  explicit SocketFile(std::string path);
  /// Removes the name, when it is still this socket.
  ~SocketFile();
  SocketFile(const SocketFile&) = delete;
  SocketFile& operator=(const SocketFile&) = delete;

  /// Once: from here on the caller closes it.
  int take() { return std::exchange(socket_, -1); }

 private:
  std::string path_;
  int socket_ = -1;
  int held_ = -1;  ///< the file that was made, so that no other gets its number meanwhile
};

/// The peer that a proxy is over a socket file; no address is written so.
inline constexpr std::string_view kSocketProxy = "proxy at the socket";

/// Who is at the other end of a connection over a socket file, by what the kernel says: `kSocketProxy` for root, for
/// the user of this program and for one of `users`; another name for a stranger, and none when it is gone already.
std::string peer_at(int socket, const std::vector<unsigned>& users);

}  // namespace casus::web
