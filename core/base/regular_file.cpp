// SPDX-License-Identifier: EUPL-1.2
#include "core/base/regular_file.hpp"

#include "core/base/opened_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace casus {
namespace {

auto unread(Telling why) { return failure(Problem{"", tell("wrong.unread_file", {{"why", std::move(why)}})}); }

auto unread(int error) { return unread(system_said({error, std::generic_category()})); }

}  // namespace

Telling system_said(const std::error_code& error) {
  if (error == std::errc::no_such_file_or_directory) return tell("wrong.not_there");
  if (error == std::errc::permission_denied) return tell("wrong.not_allowed");
  if (error == std::errc::not_a_directory) return tell("wrong.no_folder");
  return error.message();
}

Outcome<std::string, Problem> read_regular_file(const std::string& path, std::size_t most, const LookAtFile& look) {
  // What was opened is looked at, not what has the name a moment later.
  const OpenedFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat found {};
  if (file.number < 0 && errno == ENXIO) return unread(tell("wrong.not_regular"));  // a socket, or a device of none
  if (file.number < 0 || ::fstat(file.number, &found) != 0) return unread(errno);
  if (!S_ISREG(found.st_mode)) return unread(tell("wrong.not_regular"));
  if (look)
    if (auto wrong = look(found)) return failure(std::move(*wrong));
  std::string bytes;
  std::array<char, 16384> part;  // most fit; a string of `most` would be cleared for each of them
  while (bytes.size() <= most) {
    const auto got = ::read(file.number, part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unread(errno);
    if (got == 0) return bytes;
    bytes.append(part.data(), static_cast<std::size_t>(got));
  }
  return unread(tell("wrong.larger", {{"most", most}}));
}

}  // namespace casus
