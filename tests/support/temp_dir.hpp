// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <unistd.h>

#include <stdlib.h>  // mkdtemp is POSIX

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>

namespace casus::test {

/// A new empty folder that nobody else uses; gone with all that is in it when the value ends.
class TempDir {
 public:
  TempDir() : TempDir(std::filesystem::temp_directory_path()) {}
  explicit TempDir(const std::filesystem::path& in) {
    auto pattern = (in / "casus-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
      throw std::system_error(errno, std::generic_category(), "cannot make a folder like " + pattern);
    path_ = pattern;
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  ~TempDir() {
    std::error_code ignored;  // a test may have taken the folder away itself
    std::filesystem::remove_all(path_, ignored);
  }

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

  /// Writes a file, with the folders it lies in, and returns its path.
  std::filesystem::path write(std::string_view name, std::string_view content) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << content;
    out.close();
    if (!out) throw std::filesystem::filesystem_error("cannot write", file, std::make_error_code(std::errc::io_error));
    return file;
  }

 private:
  std::filesystem::path path_;
};

/// The bytes of a file; a test that reads a file which is not there fails.
/// Where files lie in memory, for what makes and kills a store a thousand times: a kill is as sudden there, and nothing
/// waits for a disk.
inline std::filesystem::path in_memory() {
  const std::filesystem::path memory("/dev/shm");
  std::error_code none;
  return std::filesystem::is_directory(memory, none) && ::access(memory.c_str(), W_OK) == 0
             ? memory
             : std::filesystem::temp_directory_path();
}

inline std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    throw std::filesystem::filesystem_error("cannot read", file,
                                            std::make_error_code(std::errc::no_such_file_or_directory));
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace casus::test
