// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/regular_file.hpp"

#include "core/base/files/opened_file.hpp"

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
  if (error == std::errc::is_a_directory) return tell("wrong.is_folder");
  if (error == std::errc::no_space_on_device) return tell("wrong.no_space");
  if (error == std::errc::read_only_file_system) return tell("wrong.read_only");
  return error.message();
}

FileRead read_whole(const std::string& path, std::size_t most, const LookAtFile& look) {
  using Came = FileRead::Came;
  // What was opened is looked at, not what has the name a moment later.
  const OpenedFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat found {};
  if (file.number < 0 || ::fstat(file.number, &found) != 0) return {Came::system_error, {}, errno};
  if (!S_ISREG(found.st_mode)) return {Came::not_regular};
  if (look)
    if (auto wrong = look(found)) return {Came::looked_wrong, {}, 0, std::move(wrong)};
  FileRead read;
  std::array<char, 16384> part;  // most fit; a string of `most` would be cleared for each of them
  while (read.bytes.size() <= most) {
    const auto got = ::read(file.number, part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return {Came::system_error, {}, errno};
    if (got == 0) return read;
    read.bytes.append(part.data(), static_cast<std::size_t>(got));
  }
  return {Came::larger};
}

Outcome<std::string, Problem> read_regular_file(const std::string& path, std::size_t most, const LookAtFile& look) {
  auto read = read_whole(path, most, look);
  switch (read.came) {
    case FileRead::Came::whole: break;
    case FileRead::Came::system_error:
      if (read.error == ENXIO) return unread(tell("wrong.not_regular"));  // a socket, or a device of none
      return unread(read.error);
    case FileRead::Came::not_regular: return unread(tell("wrong.not_regular"));
    case FileRead::Came::looked_wrong: return failure(std::move(*read.wrong));
    case FileRead::Came::larger: return unread(tell("wrong.larger", {{"most", most}}));
  }
  return std::move(read.bytes);
}

}  // namespace casus
