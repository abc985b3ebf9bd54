// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/plugin/package.hpp"
#include "core/store/keys/minisign.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Methods that came from another house: whose are taken, what was installed and what was taken away again.
namespace casus::desk {

/// Somebody whose methods may be installed on this machine, known by a key alone.
struct Publisher {
  std::string key;  ///< as minisign writes it
  std::string by;   ///< who let it in
  std::string at;   ///< day
};

/// What was done with a method, kept for whoever asks later.
struct InstallNote {
  std::string did;  ///< "install", "replace", "remove"
  std::string plugin;
  std::string content;  ///< 64 hexadecimal digits: which content
  std::string key;
  std::string by;
  std::string at;
  std::string because;
};

struct InstallBook {
  std::vector<Publisher> publishers;
  std::vector<InstallNote> notes;
};

/// Nobody and nothing for a file that is not there, is not ours alone, or is damaged.
InstallBook install_book(const std::string& file);
/// Throws Fault(store).
void write_install_book(const std::string& file, const InstallBook& book);

/// Says of a folder that it was installed here, and from what. Lies hidden in that folder.
struct Installed {
  std::string content;
  std::string key;
  std::string by;
  std::string at;
};
/// Nothing for a folder that was put there by hand.
std::optional<Installed> installed_in(const std::string& folder);

/// Whether the files of a folder are still what was installed there.
bool is_as_installed(const std::string& folder, const Installed& installed);

/// The package as a new folder of its name in `home`, hidden until it takes its place; it goes with this value when
/// it did not.
class NewFolder {
 public:
  NewFolder(const std::string& home, const plugin::Package& package, const Installed& installed);
  ~NewFolder();
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;

  std::string path() const;
  /// In one step: what was there before is there, or what is new. Throws Fault(store).
  void take_place();

 private:
  std::string home_;
  std::string hidden_;
  std::string plugin_;
};

/// In one step out of sight, and then gone. Throws Fault(store).
void remove_folder(const std::string& home, const std::string& plugin);

/// What a kill left behind in `home`.
void sweep(const std::string& home);

/// 64 hexadecimal digits of a content.
std::string content_name(std::string_view content);

}  // namespace casus::desk
