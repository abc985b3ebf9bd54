// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <cstdint>
#include <string>

/// A letter or a photo with a case. What is in it lies in a stream of its own, sealed like every text, so that a case
/// opens no slower for it; the case holds that it is there. Command and event.
namespace casus {

/// What can be kept, seen by content and not by name.
enum class FileKind { pdf, jpeg, png, heic, text, docx, odt };

constexpr std::array<Named<FileKind>, 7> names_of(FileKind) {
  return {{{FileKind::pdf, "pdf", "word.file_kind.pdf"},
           {FileKind::jpeg, "jpeg", "word.file_kind.jpeg"},
           {FileKind::png, "png", "word.file_kind.png"},
           {FileKind::heic, "heic", "word.file_kind.heic"},
           {FileKind::text, "text", "word.file_kind.text"},
           {FileKind::docx, "docx", "word.file_kind.docx"},
           {FileKind::odt, "odt", "word.file_kind.odt"}}};
}

/// Ten megabytes, of whichever size: what a file manager calls 10 MB fits.
inline constexpr std::int64_t kLargestFile = 10 * 1024 * 1024;

/// Command. A file comes with the case. Kind and size are what was found in it, not what somebody says.
struct AttachFile {
  static constexpr std::string_view kName = "AttachFile";

  std::string file;   ///< where it is; only its name is kept
  std::string about;  ///< what it is, in a few words

  static void fields(auto& self, auto&& visit) {
    visit.required("file", self.file);
    visit.optional("about", self.about);
  }
};

struct FileAttached {
  static constexpr std::string_view kName = "FileAttached";
  static constexpr int kVersion = 1;

  std::string id;    ///< "f1", "f2", ...
  std::string name;  ///< of the file
  std::string what;  ///< what it is, in a few words
  FileKind kind{};
  std::int64_t size = 0;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("what", self.what);
    visit.required("file", self.name);
    visit.required("kind", self.kind);
    visit.required("size", self.size);
  }
};

}  // namespace casus
