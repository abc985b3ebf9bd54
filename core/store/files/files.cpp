// SPDX-License-Identifier: EUPL-1.2
#include "core/store/files/files.hpp"

#include "core/base/fault.hpp"
#include "core/store/files/copy.hpp"
#include "core/store/files/output_file.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace casus::store {

using namespace text::literals;

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(text::Message said) { throw text::SaidFault(Fault::Kind::store, std::move(said)); }

[[noreturn]] void not_written(const std::string& path, int error) {
  fail(text::msg("fault.file_not_written", "path"_is = path, "error"_is = text::system_words_of_making(error)));
}

std::optional<struct stat> look(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) == 0) return found;
  if (errno == ENOENT) return std::nullopt;
  fail(text::msg("fault.file_not_seen", "path"_is = path, "error"_is = text::system_words(errno)));
}

}  // namespace

void sync_folder(const std::string& folder) {
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  ::fsync(handle);
  ::close(handle);
}

bool file_exists(const std::string& path) {
  const auto found = look(path);
  if (found && !S_ISREG(found->st_mode)) fail(text::msg("fault.not_a_file", "path"_is = path));
  return found.has_value();
}

void make_folder_of(const std::string& path) {
  const fs::path folder = fs::absolute(path).parent_path();
  fs::path sofar;
  for (const auto& part : folder) {
    const fs::path above = sofar;
    sofar /= part;
    if (look(sofar.string())) continue;
    if (::mkdir(sofar.c_str(), S_IRWXU) != 0 && errno != EEXIST)
      fail(text::msg("fault.folder_not_made", "path"_is = path, "folder"_is = sofar.string(),
                     "error"_is = text::system_words(errno)));
    sync_folder(above);
  }
}

void make_private_file(const std::string& path) {
  const int handle = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (handle < 0) {
    if (errno == EEXIST) return;
    fail(text::msg("fault.file_not_made", "path"_is = path, "error"_is = text::system_words_of_making(errno)));
  }
  ::fchmod(handle, S_IRUSR | S_IWUSR);  // whatever the umask is
  ::close(handle);
}

void overwrite_file(const std::string& path) {
  const auto found = look(path);
  if (!found || found->st_size == 0) return;
  const int handle = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
  if (handle < 0)
    fail(text::msg("fault.file_not_opened_over", "path"_is = path, "error"_is = text::system_words(errno)));
  const std::string zeros(65536, '\0');
  auto left = static_cast<std::size_t>(found->st_size);
  int error = 0;
  while (left > 0 && error == 0) {
    const auto wrote = ::write(handle, zeros.data(), std::min(left, zeros.size()));
    if (wrote < 0) error = errno == EINTR ? 0 : errno;
    else left -= static_cast<std::size_t>(wrote);
  }
  if (error == 0 && ::fdatasync(handle) != 0) error = errno;
  ::close(handle);
  if (error != 0)
    fail(text::msg("fault.file_not_overwritten", "path"_is = path, "error"_is = text::system_words(error)));
}

void put_in_place(const std::string& written, const std::string& file, bool replace) {
  const int handle = ::open(written.c_str(), O_RDONLY | O_CLOEXEC);
  int error = handle < 0 || ::fsync(handle) != 0 ? errno : 0;
  if (handle >= 0) ::close(handle);
  // A link, unlike a rename, fails when there is something.
  const auto put = [&] {
    return replace ? ::rename(written.c_str(), file.c_str()) : ::link(written.c_str(), file.c_str());
  };
  if (error == 0 && put() != 0) error = errno;
  if (error != 0 || !replace) ::unlink(written.c_str());
  if (error != 0) not_written(file, error);
  sync_folder(fs::absolute(file).parent_path());
}

namespace {

constexpr std::string_view kUnfinished = ".casus-part";

/// Whoever writes it holds it.
void remove_if_left(const std::string& path) {
  const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (handle < 0) return;
  struct stat found {};
  const bool file = ::fstat(handle, &found) == 0 && S_ISREG(found.st_mode);
  if (file && ::flock(handle, LOCK_EX | LOCK_NB) == 0) ::unlink(path.c_str());
  ::close(handle);
}

}  // namespace

Unfinished::Unfinished(const std::string& target) {
  // By its whole path: SQLite takes a name such as "file:b.db" for an address, and would write elsewhere.
  const auto path = fs::absolute(target);
  remove_unfinished(path.parent_path().string());
  path_ = path.string() + std::string(kUnfinished);
  if (file_exists(path_))
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.being_written", "path"_is = target));
  make_private_file(path_);
  held_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (held_ >= 0) ::flock(held_, LOCK_EX);
}

Unfinished::~Unfinished() {
  ::unlink(path_.c_str());
  if (held_ >= 0) ::close(held_);
}

void remove_unfinished_of(const std::string& target) { remove_if_left(target + std::string(kUnfinished)); }

void remove_unfinished(const std::string& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->path().string().ends_with(kUnfinished)) remove_if_left(entry->path().string());
}

bool is_held(const std::string& path) {
  const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (handle < 0) return false;
  // Shared, for a file system that lends no file for oneself alone to who only reads it; one that lends none holds
  // none.
  const bool held = ::flock(handle, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(handle);
  return held;
}

void require_not_served(const std::string& stem) {
  if (is_held(stem + std::string(kServing)))
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.served_now", "path"_is = stem));
}

namespace {

constexpr std::array<std::string_view, 2> kLogs{"-wal", "-journal"};

/// What is written to none of them, or was emptied by SQLite when all of it was in the database, begins with a zero or
/// with nothing. One that is there and does not open may hold them.
bool holds_lines(const std::string& log) {
  const int handle = ::open(log.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (handle < 0) return errno != ENOENT && errno != ENOTDIR && errno != ENAMETOOLONG;
  char first = '\0';
  const bool holds = ::read(handle, &first, 1) == 1 && first != '\0';
  ::close(handle);
  return holds;
}

}  // namespace

bool has_log_beside(const std::string& path) {
  return std::ranges::any_of(kLogs, [&](auto ending) { return holds_lines(path + std::string(ending)); });
}

void require_nothing_left_of(const std::string& path) {
  for (const auto ending : kLogs) {
    const auto log = path + std::string(ending);
    // Another program may have made the store since somebody looked: then the log is its own.
    if (holds_lines(log) && !look(path)) fail(text::msg("fault.log_left", "path"_is = log));
  }
}

void restore_copy(const std::string& backup, const std::string& store_path, const std::string& keys_path) {
  require_not_served(store_path);
  if (!file_exists(keys_path))
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.restore_without_keys", "path"_is = keys_path));
  require_nothing_left_of(store_path);
  const Unfinished beside(store_path);
  std::error_code error;
  if (has_log_beside(backup)) copy_with_log(backup, beside.path(), store_path);
  else fs::copy_file(backup, beside.path(), fs::copy_options::overwrite_existing, error);
  if (error) not_written(store_path, error.value());
  ::chmod(beside.path().c_str(), S_IRUSR | S_IWUSR);  // whatever mode the backup had
  put_in_place(beside.path(), store_path);
}

void require_private(const std::string& path, const text::Message& what) {
  const auto found = look(path);
  if (found && (found->st_mode & (S_IRWXG | S_IRWXO)) != 0)
    fail(text::msg("fault.read_by_others", "what"_is = what, "path"_is = path,
                   "mode"_is = fmt::format("{:03o}", found->st_mode & 0777U)));
}

FileHeld::FileHeld(const std::string& path) : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  int held = file_ < 0 ? -1 : ::flock(file_, LOCK_EX);
  while (file_ >= 0 && held != 0 && errno == EINTR) held = ::flock(file_, LOCK_EX);
  if (held == 0) return;
  const int error = errno;
  if (file_ >= 0) ::close(file_);
  fail(text::msg("fault.file_not_held", "path"_is = path, "error"_is = text::system_words_of_making(error)));
}

FileHeld::~FileHeld() { ::close(file_); }

std::int64_t size_of(const std::string& path) {
  const auto found = look(path);
  return found ? static_cast<std::int64_t>(found->st_size) : 0;
}

}  // namespace casus::store
