// SPDX-License-Identifier: EUPL-1.2
#include "core/store/file_kind.hpp"

#include "core/base/fault.hpp"

#include <magic.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <utility>

namespace casus::store {

namespace {

constexpr std::array<std::pair<std::string_view, FileKind>, 9> kKinds{
    {{"application/pdf", FileKind::pdf},
     {"image/jpeg", FileKind::jpeg},
     {"image/png", FileKind::png},
     {"image/heic", FileKind::heic},
     {"image/heif", FileKind::heic},
     {"text/plain", FileKind::text},
     {"message/rfc822", FileKind::text},
     {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", FileKind::docx},
     {"application/vnd.oasis.opendocument.text", FileKind::odt}}};

}  // namespace

SeenInFile kind_of_file(std::string_view bytes) {
  const std::unique_ptr<magic_set, decltype(&magic_close)> magic(magic_open(MAGIC_MIME_TYPE), &magic_close);
  if (!magic || magic_load(magic.get(), nullptr) != 0)
    throw Fault(Fault::Kind::store, "the list of file types of this machine cannot be read; install libmagic-mgc");
  const char* const found = magic_buffer(magic.get(), bytes.data(), bytes.size());
  SeenInFile seen{std::nullopt, found == nullptr ? "?" : found};
  for (const auto& [type, kind] : kKinds)
    if (seen.words == type) seen.kind = kind;
  return seen;
}

std::optional<std::string> read_file(const std::string& path, std::size_t most) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none)) return std::nullopt;  // nor a device, nor a pipe
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes(most + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.bad()) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

}  // namespace casus::store
