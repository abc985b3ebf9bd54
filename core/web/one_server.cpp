// SPDX-License-Identifier: EUPL-1.2
#include "core/web/one_server.hpp"

#include "core/base/fault.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fcntl.h>

#include <cerrno>
#include <utility>

namespace casus::web {
namespace {

/// Whether the path still leads to what is open: another server may have let go of it, and taken it away, in between.
bool is_there(const std::string& path, int open) {
  struct stat here {
  }, there{};
  return ::fstat(open, &here) == 0 && ::stat(path.c_str(), &there) == 0 && here.st_ino == there.st_ino &&
         here.st_dev == there.st_dev;
}

}  // namespace

OneServer::OneServer(std::string file, const std::string& store) : path_(std::move(file)) {
  while (held_ < 0) {
    const int open = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (open < 0 && errno == ENOENT) return;
    if (open < 0)
      throw text::SaidFault(Fault::Kind::store, text::msg("fault.output_not_written", "path"_is = path_,
                                                          "error"_is = text::system_words(errno)));
    if (::flock(open, LOCK_EX | LOCK_NB) != 0) {
      ::close(open);
      throw text::SaidFault(Fault::Kind::store, text::msg("fault.served_already", "path"_is = store));
    }
    if (is_there(path_, open)) held_ = open;
    else ::close(open);
  }
}

OneServer::~OneServer() {
  if (held_ < 0) return;
  ::unlink(path_.c_str());
  ::close(held_);
}

}  // namespace casus::web
