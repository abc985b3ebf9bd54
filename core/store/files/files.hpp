// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace casus::text {
class Message;
}

namespace casus::store {

/// The few things about files that SQLite does not do for us. All throw Fault(store) with the file and the remedy.

bool file_exists(const std::string& path);

/// Makes the folder of `path`, and those above it, for the owner only (0700), where they do not exist.
void make_folder_of(const std::string& path);

/// Makes a new name in a folder survive a power failure. Nothing happens where a folder cannot be synced.
void sync_folder(const std::string& folder);

/// Makes an empty file with mode 0600, before anything is written to it; leaves a file that exists alone.
void make_private_file(const std::string& path);

/// Zeros in the place of everything in it, durable; its size stays. Nothing happens for a file that does not exist.
void overwrite_file(const std::string& path);

/// Makes `written` durable and gives it the name `file`, which is then whole. There must be nothing under that name,
/// unless `replace` says that it may go.
void put_in_place(const std::string& written, const std::string& file, bool replace = false);

/// A file that grows beside its place, and is held while it does; it goes when this goes, unless it was put in its
/// place. What a kill left of an earlier one is removed first.
class Unfinished {
 public:
  explicit Unfinished(const std::string& target);
  ~Unfinished();
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
  int held_ = -1;
};

/// Removes what kills left of such files in a folder; not those that somebody is writing now.
void remove_unfinished(const std::string& folder);
void remove_unfinished_of(const std::string& target);

/// Whether a log or a journal lies beside a database, with lines that are not in the file itself yet.
bool has_log_beside(const std::string& path);

/// A backup to where there is no store: copied beside it, made durable, then whole under its name, mode 0600. The keys
/// must lie in `keys_path` already, for without them nothing in it can be read. Of a store that was moved as it was
/// what is in its log comes too.
void restore_copy(const std::string& backup, const std::string& store_path, const std::string& keys_path);

/// Whether another program, or another part of this one, holds the file (flock). False when it is not there.
bool is_held(const std::string& path);

/// Refuses to put files in the place of a store, or of its keys, that is being served: the server would go on in the
/// file that was there, and what is typed in the browser would be in none that anybody opens. `stem`: what the files
/// beside it are called after (address.hpp).
void require_not_served(const std::string& stem);

/// Refuses to put a database where none is while the log or the journal of one that was there lies beside that place.
/// SQLite would take it for that of the new one, change the new one by it, and throw it away; and it may hold the
/// newest lines of a store whose own file was moved.
void require_nothing_left_of(const std::string& path);

/// Refuses a file that others than its owner may read or write. `what`: how a message calls it.
void require_private(const std::string& path, const text::Message& what);

/// Holds a file that exists: who asks for it too, in this program or another, waits until it is let go.
class FileHeld {
 public:
  explicit FileHeld(const std::string& path);
  ~FileHeld();
  FileHeld(const FileHeld&) = delete;

 private:
  int file_;
};

/// 0 for a file that does not exist.
std::int64_t size_of(const std::string& path);

}  // namespace casus::store
