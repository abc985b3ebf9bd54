// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/fault.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// Files that the program writes for a person: the one place where they are written.
namespace casus::store {

/// What the server keeps beside a store: who is signed in, cards, passphrases, calendar links, and that it is there.
/// Nothing else is written there.
inline constexpr std::string_view kDevices = ".devices", kCards = ".cards", kPassphrases = ".passphrases",
                                  kFeeds = ".feeds", kServing = ".serving";

/// Where something is to be written, and whether a file that is there already may go.
struct OutputFile {
  std::string path;
  bool overwrite = false;
  bool beside_store = false;  ///< it is one of those above
  bool over_backup = false;   ///< what is there is a backup of this store (`backup_in`), and may go like another file
  bool stays = false;         ///< it has to be there afterwards: no pipe, no terminal and no /dev/null

  bool empty() const { return path.empty(); }
};

/// A citizen service number in the name of a file, or in the folders that were typed before it; where a machine has its
/// files is not looked at, since one in eleven numbers of nine digits could be one.
bool names_a_citizen(const std::string& path);

/// Nothing may be written there, and nothing was.
class OutputRefused : public Fault {
 public:
  enum class Why {
    store_file,      ///< a store, its keys, or a file that SQLite or we keep beside one; `overwrite` does not help
    exists,          ///< something is there, and nobody asked to overwrite it
    sealed,          ///< saved keys, or a case on its way to another team: there may be no other copy of either
    folder,          ///< a folder
    no_file,         ///< "-", which elsewhere is the standard output: here it would be a file of that name; a disk;
                     ///< and where a file has to stay, a pipe or a device
    citizen_number,  ///< a citizen service number in its name: that may be kept nowhere
  };

  OutputRefused(Why why, const std::string& path);

  Why why;
  std::string path;
};

/// Throws OutputRefused when `file` may not be written. For a command that asks before it works or logs.
void check_output(const OutputFile& file);

/// A file that is whole or not there: it grows in its folder without a name (or under another one, where the file
/// system cannot), with mode 0600, is synced, and takes its place at `finish`. Whatever goes wrong before leaves what
/// was there as it was. Links are followed, so that another name for a store is found. A terminal, a pipe and /dev/null
/// are written as they are. Throws OutputRefused, and Fault(store) with the name and what is wrong.
class OutputWriter {
 public:
  explicit OutputWriter(const OutputFile& file);
  ~OutputWriter();
  OutputWriter(const OutputWriter&) = delete;
  OutputWriter& operator=(const OutputWriter&) = delete;

  void add(std::string_view bytes);
  void finish();
  /// For a file that is written before what it is for is done: keeps what was there under another name until this
  /// goes, so that `take_back` finds it.
  void finish_for_now();
  /// What was written is no more, and what was there before is back. Only the file that was made here goes, through
  /// every link, and nothing when another took its place meanwhile; of what went into a pipe nothing comes back.
  void take_back() noexcept;

 private:
  [[noreturn]] void fail(int error);
  void write_out();
  void give_name();
  void take_place();
  void set_aside();

  OutputFile file_;
  std::string target_;     ///< `file_.path` with its links followed
  std::string beside_;     ///< the name that it is renamed from; empty when there is nothing to rename
  bool nameless_ = false;  ///< it has none yet, so that a kill leaves nothing
  bool for_now_ = false;
  std::string before_;      ///< what was there, under its other name; empty when there was nothing, or it is not kept
  std::uint64_t made_ = 0;  ///< the file that was made, by its number on its disk; 0 when none was put in its place
  std::uint64_t disk_ = 0;
  std::string waiting_;
  int handle_ = -1;
};

/// The whole file at once.
void write_output(const OutputFile& file, std::string_view bytes);

}  // namespace casus::store
