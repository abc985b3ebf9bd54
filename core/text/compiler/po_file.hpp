// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

/// Files of gettext (PO), read and written by its own library, so that they are what translators' tools make of them.
namespace casus::text::compiler {

struct PoMessage {
  std::string id;
  std::string plural;              ///< "{count}": the argument that chooses the form; empty without plural forms
  std::vector<std::string> forms;  ///< one, or one for each plural form
  std::size_t line = 0;
  bool fuzzy = false;
};

struct PoFile {
  std::string path;
  std::string language;  ///< of the header: "nl"
  int plural_count = 0;  ///< of "Plural-Forms: nplurals=2; plural=(n != 1);"
  std::string plural;    ///< "(n != 1)"
  std::vector<PoMessage> messages;
};

/// Problems are printed as file:line and counted in `problems`.
PoFile read_po(const std::string& path, int& problems);

/// Writes `path` again as `out`, in a language `code` that no human speaks: each text between marks.
void mark_po(const std::string& path, const std::string& out, const std::string& code, int& problems);

}  // namespace casus::text::compiler
