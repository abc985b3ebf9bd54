// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/instrument.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::learning {

/// One file that was found, good or not.
struct InstrumentFile {
  std::string path;
  std::string bytes;
  Instrument instrument;  ///< usable when `problems` is empty
  FileProblems problems;
};

/// All instruments of some folders. The first good file with an id wins; a second one is a problem of its own.
class Instruments {
 public:
  /// Reads every *.json directly in the folders, except *.schema.json. A folder that does not exist is skipped.
  static Instruments scan(const std::vector<std::string>& folders);

  const std::vector<InstrumentFile>& files() const { return files_; }
  const InstrumentFile* find(std::string_view id) const;  ///< good ones only
  /// The one of a kind of which a team uses one: its own when there is one, else the one that ships, which is called as
  /// the kind is.
  const InstrumentFile* of_kind(InstrumentKind kind) const;
  /// A file from anywhere beside these: its id may be another's.
  InstrumentFile among_them(InstrumentFile file) const;
  std::vector<std::string_view> ids(InstrumentKind kind) const;
  std::vector<std::string_view> ids() const;

 private:
  std::vector<InstrumentFile> files_;
};

/// One file, also one that lies elsewhere.
InstrumentFile instrument_file(const std::string& path);

}  // namespace casus::learning
