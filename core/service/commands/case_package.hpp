// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/problem.hpp"
#include "core/base/time.hpp"
#include "core/store/store.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// A case as it goes from one store to another: all that the other needs to read it on and on. Sealed with a passphrase
/// (store/keys/seal.hpp) it is the file of a transfer.
namespace casus::service {

/// A case with its events, in order; of one that was destroyed the place alone.
struct PackedCase {
  std::string id;
  std::vector<store::StoredEvent> events;
};

/// What is in an attachment.
struct PackedBytes {
  std::string case_id;
  std::string id;
  Time at{};
  std::string bytes;
};

struct CasePackage {
  std::string transfer;                            ///< id, different for every time that a case is handed out
  std::string from;                                ///< the team that has it
  std::string to;                                  ///< the team that gets it
  std::string receipt;                             ///< what only who opened it can tell
  std::string checkpoint;                          ///< code of the store that it came from, just before
  std::vector<PackedCase> cases;                   ///< the case itself, and behind it those that ended in it
  std::vector<PackedBytes> files;                  ///< attachments of all of them
  std::map<std::string, std::string> definitions;  ///< by content hash: what it was pinned to
};

/// A case of twenty years has some thousands of events; attachments weigh more.
inline constexpr std::size_t kMostCaseBytes = std::size_t{256} << 20U;

/// Id of the command by which a transfer comes in: done, it is in the store that has its receipt.
std::string taking_over(const std::string& transfer);

std::string case_package_text(const CasePackage& package);

/// All that is wrong with it, with places in the text. Whether the events make a case is seen when they are read.
Outcome<CasePackage, Problems> case_package_from(std::string_view text);

}  // namespace casus::service
