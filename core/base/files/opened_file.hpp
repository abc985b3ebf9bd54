// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <unistd.h>

namespace casus {

/// Closes what was opened, also when something is thrown.
struct OpenedFile {
  int number;  ///< negative: it was not opened

  explicit OpenedFile(int the_number) : number(the_number) {}
  ~OpenedFile() {
    if (number >= 0) ::close(number);
  }
  OpenedFile(const OpenedFile&) = delete;
  OpenedFile& operator=(const OpenedFile&) = delete;
};

}  // namespace casus
