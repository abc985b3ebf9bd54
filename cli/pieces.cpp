// SPDX-License-Identifier: EUPL-1.2
#include "cli/pieces.hpp"

#include "core/base/fault.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace casus::cli {
namespace {

[[noreturn]] void cannot(const char* what, const std::string& path) {
  throw Fault(Fault::Kind::store, fmt::format("cannot {} {}: {}", what, path, std::strerror(errno)));
}

}  // namespace

FileInPieces::FileInPieces(std::string path) : path_(std::move(path)), file_(std::fopen(path_.c_str(), "wb")) {
  if (file_ == nullptr) cannot("open", path_);
}

void FileInPieces::add(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) cannot("write", path_);
}

void FileInPieces::finish() {
  if (std::fclose(file_.release()) != 0) cannot("write", path_);
}

}  // namespace casus::cli
