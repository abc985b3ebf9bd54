// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::store {

/// What lies beside a store's file, or the key file of a team in a database: the folder of its snapshots.
inline constexpr std::string_view kSnapshots = ".snapshots";

/// One of them, sealed.
struct SealedSnapshot {
  std::int64_t number = 0;  ///< of the event up to which it goes
  std::vector<std::string> persons;
  std::string sealed;
};

/// Files in a folder beside a store, and no part of it: who takes the folder away loses nothing but time. So whatever
/// the disk refuses is passed over, nothing waits for the disk, and what came out half is told by its seal. No function
/// throws.
class Snapshots {
 public:
  /// The folder is made with the first that is put in it, for the owner only.
  explicit Snapshots(std::string folder) : folder_(std::move(folder)) {}

  /// `name` is the name of a file, that says nothing to who reads it.
  std::optional<SealedSnapshot> find(const std::string& name) const noexcept;
  void put(const std::string& name, const SealedSnapshot& it) const noexcept;
  void remove(const std::string& name) const noexcept;

 private:
  std::string folder_;
};

/// Names the program that runs: another build has another one. Empty where that cannot be told.
std::string_view program_mark();

}  // namespace casus::store
