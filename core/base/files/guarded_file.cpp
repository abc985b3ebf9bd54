// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/guarded_file.hpp"

#include "core/base/files/regular_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace casus {
namespace {

constexpr mode_t kAllRights = 07777;
constexpr mode_t kOthers = 0007;
constexpr mode_t kGroupReads = 0040;
constexpr mode_t kMoreWrite = 0022;  ///< the group, or everybody

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
  return read_regular_file(path, most, [&](const struct stat& found) { return wrong_rights(found, how, path); });
}

std::optional<Problem> wrong_with_folder(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0 || !S_ISDIR(found.st_mode)) return std::nullopt;
  return wrong_rights(found, Guarded::from_writing, path);
}

}  // namespace casus
