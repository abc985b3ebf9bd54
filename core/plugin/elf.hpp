// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/outcome.hpp"
#include "core/base/text.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace casus::plugin {

/// Why a file cannot be loaded as a library, or not be looked into. The words continue "the library x.so ...".
enum class ElfFault { missing, unreadable, no_library, other_machine, cut_off, damaged, no_section };

constexpr std::array<Named<ElfFault>, 7> names_of(ElfFault) {
  return {{{ElfFault::missing, "missing"},
           {ElfFault::unreadable, "unreadable"},
           {ElfFault::no_library, "no_library"},
           {ElfFault::other_machine, "other_machine"},
           {ElfFault::cut_off, "cut_off"},
           {ElfFault::damaged, "damaged"},
           {ElfFault::no_section, "no_section"}}};
}
Text words_of(ElfFault fault);

/// The bytes of one section of a shared library, read from the file: nothing is loaded, so nothing of it runs.
/// All headers, segments and sections must lie inside the file: the loader maps segments without looking at the file's
/// length, and touching a page past its end would end this process (SIGBUS), which no handler can turn into a message.
/// At most `most` bytes are given.
Outcome<std::string, ElfFault> section_of(const std::string& path, std::string_view name, std::size_t most);

}  // namespace casus::plugin
