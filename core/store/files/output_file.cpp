// SPDX-License-Identifier: EUPL-1.2
#include "core/store/files/output_file.hpp"

#include "core/base/citizen_number.hpp"

#include "core/store/files/files.hpp"
#include "core/store/files/snapshots.hpp"
#include "core/store/keys/seal.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace casus::store {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = 1 << 16;

/// What SQLite keeps beside a database, and what we do. One written by somebody else would be taken for its own at the
/// next opening.
constexpr std::array<std::string_view, 4> kBeside{"-wal", "-shm", "-journal", ".keys"};
constexpr std::array<std::string_view, 5> kOwn{kDevices, kCards, kPassphrases, kFeeds, kServing};
/// The folders of the trainings that were played and of snapshots; of a store in use all that lies in them.
constexpr std::array<std::string_view, 2> kFolders{".runs", kSnapshots};

std::optional<struct stat> status_of(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) == 0) return found;
  return std::nullopt;
}

/// The file that is meant, through every link; of one that is not there yet, the folder is.
std::string followed(const std::string& path) {
  std::error_code error;
  auto target = fs::absolute(path, error);
  // A link to what is not there yet is not followed by what comes after.
  for (int links = 0; links < 40 && fs::is_symlink(target, error) && !fs::exists(target, error); ++links)
    target = target.parent_path() / fs::read_symlink(target, error);
  const auto whole = fs::weakly_canonical(target, error);
  return error ? path : whole.string();
}

/// In whatever case: some file systems (of a network, of a phone) take "CASUS.DB-WAL" for "casus.db-wal".
bool has_ending(std::string_view path, std::string_view ending) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return path.size() > ending.size() && std::ranges::equal(path.substr(path.size() - ending.size()), ending, {}, lower);
}

bool lies_beside_a_store(const std::string& target) {
  for (const auto ending : kBeside) {
    if (!has_ending(target, ending)) continue;
    const auto stem = target.substr(0, target.size() - ending.size());
    if (status_of(stem) || lies_beside_a_store(stem)) return true;  // "x.db.keys-wal" too
  }
  return false;
}

/// One of our own files there.
bool is_ours(const std::string& target) {
  const auto of_a_store = [](std::string_view path, std::string_view ending) {
    return has_ending(path, ending) && status_of(std::string(path.substr(0, path.size() - ending.size())));
  };
  if (std::ranges::any_of(kOwn, [&](auto ending) { return of_a_store(target, ending); })) return true;
  for (auto folder = fs::path(target).parent_path(); folder.has_relative_path(); folder = folder.parent_path())
    if (std::ranges::any_of(kFolders, [&](auto ending) { return of_a_store(folder.string(), ending); })) return true;
  return false;
}

/// Its first bytes, as many as are needed to tell what it is; empty when it cannot be read.
std::string head_of(const std::string& path) {
  const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (handle < 0) return {};
  std::array<char, 64> head{};
  const auto got = ::read(handle, head.data(), head.size());
  ::close(handle);
  return {head.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
}

/// A database, a write-ahead log (of either byte order), a rollback journal.
bool is_of_sqlite(std::string_view begin) {
  using namespace std::string_view_literals;
  return begin.starts_with("SQLite format 3\0"sv) || begin.starts_with("\x37\x7f\x06\x82"sv) ||
         begin.starts_with("\x37\x7f\x06\x83"sv) || begin.starts_with("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"sv);
}

/// A copy that nobody opened as a store since: a store writes ahead, and its header says so.
bool is_at_rest(std::string_view begin) { return begin.size() > 19 && begin[18] == 1 && begin[19] == 1; }

bool has_files_beside(const std::string& target) {
  return std::ranges::any_of(kBeside, [&](auto ending) { return status_of(target + std::string(ending)).has_value(); });
}

bool is_device(const struct stat& found) {
  return S_ISCHR(found.st_mode) || S_ISFIFO(found.st_mode) || S_ISSOCK(found.st_mode);
}

std::string sentence(OutputRefused::Why why, const std::string& path) {
  switch (why) {
    case OutputRefused::Why::store_file:
      return fmt::format("'{}' belongs to a store: it is never written over; give another path", path);
    case OutputRefused::Why::exists:
      return fmt::format("'{}' is there already; give another path, or ask to overwrite it", path);
    case OutputRefused::Why::sealed:
      return fmt::format("'{}' holds saved keys, or a case on its way: it is never written over; give another path",
                         path);
    case OutputRefused::Why::folder: return fmt::format("'{}' is a folder; give the path of a file", path);
    case OutputRefused::Why::no_file: return fmt::format("'{}' is no file; give the path of one", path);
    case OutputRefused::Why::citizen_number: return "this name holds a citizen service number; give another path";
  }
  return path;
}

/// Nothing when it may be written. An empty file holds nothing that could be lost.
std::optional<OutputRefused::Why> why_not(const OutputFile& file, const std::string& target) {
  if (file.path == "-") return OutputRefused::Why::no_file;
  if (names_a_citizen(file.path) || names_a_citizen(target)) return OutputRefused::Why::citizen_number;
  if (lies_beside_a_store(target) || (!file.beside_store && is_ours(target))) return OutputRefused::Why::store_file;
  const auto found = status_of(target);
  if (!found) return std::nullopt;
  if (is_device(*found)) return file.stays ? std::optional(OutputRefused::Why::no_file) : std::nullopt;
  if (S_ISDIR(found->st_mode)) return OutputRefused::Why::folder;
  if (!S_ISREG(found->st_mode)) return OutputRefused::Why::no_file;  // a disk
  const auto begin = head_of(target);
  const bool may_go = file.over_backup && is_at_rest(begin) && !has_files_beside(target);
  if (is_of_sqlite(begin) && !may_go) return OutputRefused::Why::store_file;
  if (is_sealed_with_passphrase(begin)) return OutputRefused::Why::sealed;
  // A store whose making was cut short is an empty file with keys beside it; and a log is read into what it lies
  // beside.
  if (has_files_beside(target)) return OutputRefused::Why::store_file;
  if (!file.overwrite && found->st_size > 0) return OutputRefused::Why::exists;
  return std::nullopt;
}

}  // namespace

bool names_a_citizen(const std::string& path) {
  const fs::path typed(path);
  return !citizen_numbers(typed.is_absolute() ? typed.filename().string() : path).empty();
}

OutputRefused::OutputRefused(Why the_reason, const std::string& the_path)
    : Fault(Kind::store, sentence(the_reason, the_path)), why(the_reason), path(the_path) {}

void check_output(const OutputFile& file) {
  if (file.empty()) return;
  if (const auto why = why_not(file, followed(file.path))) throw OutputRefused(*why, file.path);
}

OutputWriter::OutputWriter(const OutputFile& file) : file_(file), target_(followed(file.path)) {
  check_output(file_);
  if (const auto found = status_of(target_); found && is_device(*found)) {
    handle_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (handle_ < 0) fail(errno);
    return;
  }
  const fs::path place(target_);
  beside_ = (place.parent_path() / fmt::format(".{}.XXXXXX", place.filename().string().substr(0, 200))).string();
  handle_ = ::open(place.parent_path().c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
  nameless_ = handle_ >= 0;
  if (!nameless_) handle_ = ::mkostemp(beside_.data(), O_CLOEXEC);
  if (handle_ < 0) {
    beside_.clear();
    fail(errno);
  }
  ::fchmod(handle_, S_IRUSR | S_IWUSR);  // for the owner only, whatever the umask is
}

OutputWriter::~OutputWriter() {
  if (handle_ >= 0) ::close(handle_);
  if (!beside_.empty() && !nameless_) ::unlink(beside_.c_str());
  if (!before_.empty()) ::unlink(before_.c_str());
}

void OutputWriter::fail(int error) {
  throw text::SaidFault(Fault::Kind::store, text::msg("fault.output_not_written", "path"_is = file_.path,
                                                      "error"_is = text::system_words_of_making(error)));
}

void OutputWriter::add(std::string_view bytes) {
  waiting_ += bytes;
  if (waiting_.size() >= kPiece) write_out();
}

void OutputWriter::write_out() {
  std::string_view rest = waiting_;
  while (!rest.empty()) {
    const auto put = ::write(handle_, rest.data(), rest.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) fail(errno);
    rest.remove_prefix(static_cast<std::size_t>(put));
  }
  waiting_.clear();
}

void OutputWriter::finish() {
  write_out();
  if (!beside_.empty() && ::fsync(handle_) != 0) fail(errno);
  if (nameless_) give_name();
  struct stat made {};
  const bool known = !beside_.empty() && ::fstat(handle_, &made) == 0;
  if (::close(std::exchange(handle_, -1)) != 0) fail(errno);
  if (beside_.empty()) return;
  take_place();
  if (known) {
    made_ = made.st_ino;
    disk_ = made.st_dev;
  }
}

void OutputWriter::finish_for_now() {
  for_now_ = true;
  finish();
}

void OutputWriter::take_back() noexcept {
  struct stat there {};
  if (made_ == 0 || ::lstat(target_.c_str(), &there) != 0 || there.st_ino != made_ || there.st_dev != disk_) return;
  made_ = 0;
  if (before_.empty()) {
    ::unlink(target_.c_str());
  } else {
    ::rename(before_.c_str(), target_.c_str());
    before_.clear();  // where it cannot go back it is there still, under its other name
  }
}

/// Where a file system knows no second name for a file (of a stick) it is copied; without either it stays, and what was
/// to come in its place does not.
void OutputWriter::set_aside() {
  auto name = beside_;
  name.replace(name.size() - 6, 6, "XXXXXX");
  const int free = ::mkostemp(name.data(), O_CLOEXEC);
  if (free < 0) fail(errno);
  ::close(free);
  ::unlink(name.c_str());
  if (::link(target_.c_str(), name.c_str()) != 0) {
    std::error_code error;
    if (!fs::copy_file(target_, name, error)) {
      ::unlink(name.c_str());
      fail(error.value());
    }
  }
  before_ = std::move(name);
}

/// Only for as long as the rename takes.
void OutputWriter::give_name() {
  const auto file = fmt::format("/proc/self/fd/{}", handle_);
  for (int tries = 0;; ++tries) {
    auto name = beside_;
    const int free = ::mkostemp(name.data(), O_CLOEXEC);  // a name that nobody has
    if (free < 0) fail(errno);
    ::close(free);
    ::unlink(name.c_str());
    if (::linkat(AT_FDCWD, file.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) {
      beside_ = std::move(name);
      nameless_ = false;
      return;
    }
    if (errno != EEXIST || tries == 10) fail(errno);
  }
}

void OutputWriter::take_place() {
  // Somebody may have put something there since it was looked at.
  if (const auto why = why_not(file_, target_)) throw OutputRefused(*why, file_.path);
  const bool there = status_of(target_).has_value();
  const bool replace = file_.overwrite || there;
  if (there && for_now_) set_aside();
  if (::renameat2(AT_FDCWD, beside_.c_str(), AT_FDCWD, target_.c_str(), replace ? 0 : RENAME_NOREPLACE) != 0) {
    if (errno == EEXIST) throw OutputRefused(OutputRefused::Why::exists, file_.path);
    // Some file systems (of a network, of a phone) know no such rename.
    if (replace || errno != EINVAL || ::rename(beside_.c_str(), target_.c_str()) != 0) fail(errno);
  }
  beside_.clear();
  sync_folder(fs::path(target_).parent_path().string());
}

void write_output(const OutputFile& file, std::string_view bytes) {
  OutputWriter writer(file);
  writer.add(bytes);
  writer.finish();
}

}  // namespace casus::store
