// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace casus::cli {

/// A file that is written piece by piece. Throws Fault(store) with its name and what is wrong.
class FileInPieces {
 public:
  explicit FileInPieces(std::string path);

  void add(std::string_view bytes);
  /// All of it is out of our hands. Without it the file is not whole.
  void finish();

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace casus::cli
