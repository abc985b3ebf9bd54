// SPDX-License-Identifier: EUPL-1.2
#include "core/base/guarded_file.hpp"

#include "core/base/opened_file.hpp"
#include "core/base/unread_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace casus {
namespace {

constexpr mode_t kAllRights = 07777;
constexpr mode_t kOthers = 0007;
constexpr mode_t kGroupReads = 0040;
constexpr mode_t kMoreWrite = 0022;  ///< the group, or everybody

Problem not_read(int error) { return unread_file(system_said({error, std::generic_category()})); }

std::optional<Problem> wrong_rights(const struct stat& found, Guarded how, const std::string& path) {
  const auto user = ::geteuid();
  if (found.st_uid != 0 && found.st_uid != user)
    return Problem{"", tell("wrong.of_another_user", {{"owner", found.st_uid}, {"user", user}, {"file", path}})};
  const auto rights = fmt::format("{:03o}", found.st_mode & kAllRights);
  const bool given_by_root = found.st_uid != user;
  const mode_t readers = given_by_root ? kOthers : kOthers | kGroupReads;
  if (how == Guarded::from_reading && (found.st_mode & readers) != 0)
    return Problem{
        "", tell("wrong.others_may_read", {{"rights", rights}, {"to", given_by_root ? "640" : "600"}, {"file", path}})};
  if ((found.st_mode & kMoreWrite) != 0)
    return Problem{"", tell("wrong.others_may_write", {{"rights", rights}, {"file", path}})};
  return std::nullopt;
}

}  // namespace

Outcome<std::string, Problem> read_guarded(const std::string& path, Guarded how, std::size_t most) {
  // What was opened is looked at, not what has the name a moment later.
  const OpenedFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat found {};
  if (file.number < 0 || ::fstat(file.number, &found) != 0) return failure(not_read(errno));
  if (!S_ISREG(found.st_mode)) return failure(unread_file(tell("wrong.not_regular")));
  if (auto wrong = wrong_rights(found, how, path)) return failure(std::move(*wrong));
  std::string bytes;
  std::array<char, 16384> part;
  while (bytes.size() <= most) {
    const auto got = ::read(file.number, part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(not_read(errno));
    if (got == 0) return bytes;
    bytes.append(part.data(), static_cast<std::size_t>(got));
  }
  return failure(unread_file(tell("wrong.larger", {{"most", most}})));
}

std::optional<Problem> wrong_with_folder(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0 || !S_ISDIR(found.st_mode)) return std::nullopt;
  return wrong_rights(found, Guarded::from_writing, path);
}

}  // namespace casus
