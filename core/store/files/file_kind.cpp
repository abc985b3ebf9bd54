// SPDX-License-Identifier: EUPL-1.2
#include "core/store/files/file_kind.hpp"

#include "core/base/fault.hpp"
#include "core/base/files/late_library.hpp"
#include "core/text/said_fault.hpp"

#include <magic.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <utility>

namespace casus::store {

namespace {

/// It unpacks with three libraries more: only what is attached asks for it.
struct Magic : LateLibrary {
  Magic() : LateLibrary(CASUS_LIBMAGIC) {}

  decltype(::magic_open)* open = found("magic_open");
  decltype(::magic_load)* load = found("magic_load");
  decltype(::magic_buffer)* buffer = found("magic_buffer");
  decltype(::magic_close)* close = found("magic_close");
};

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
  static const Magic library;
  const std::unique_ptr<magic_set, decltype(library.close)> magic(library.open(MAGIC_MIME_TYPE), library.close);
  if (!magic || library.load(magic.get(), nullptr) != 0)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.no_file_types"));
  const char* const found = library.buffer(magic.get(), bytes.data(), bytes.size());
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
