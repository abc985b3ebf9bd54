// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/elf.hpp"

#include <elf.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <type_traits>
#include <vector>

namespace casus::plugin {
namespace {

namespace fs = std::filesystem;

/// The machine that this program runs on; EM_NONE where we do not know its number, and then leave it to the loader.
constexpr Elf64_Half kMachine =
#if defined(__x86_64__)
    EM_X86_64;
#elif defined(__aarch64__)
    EM_AARCH64;
#elif defined(__riscv)
    EM_RISCV;
#else
    EM_NONE;
#endif

constexpr unsigned char kByteOrder = std::endian::native == std::endian::little ? ELFDATA2LSB : ELFDATA2MSB;

constexpr std::uint64_t kMostSectionNames = std::uint64_t{1} << 20;

/// One file, read in pieces. Every piece is held against the length first; a fault leaves as a value through `Stop`,
/// which never leaves this file.
struct Stop {
  ElfFault fault;
};

class File {
 public:
  explicit File(const std::string& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) throw Stop{ElfFault::missing};
    if (error) throw Stop{ElfFault::unreadable};
    if (!fs::is_regular_file(status)) throw Stop{ElfFault::no_library};
    size_ = fs::file_size(path, error);
    in_.open(path, std::ios::binary);
    if (error || !in_) throw Stop{ElfFault::unreadable};
  }

  bool holds(std::uint64_t offset, std::uint64_t length) const { return offset <= size_ && length <= size_ - offset; }

  /// `length` is bounded by the caller: no header can make us ask for all memory.
  void read(std::uint64_t offset, void* to, std::uint64_t length) {
    if (!holds(offset, length)) throw Stop{ElfFault::cut_off};
    in_.seekg(static_cast<std::streamoff>(offset));
    if (!in_.read(static_cast<char*>(to), static_cast<std::streamsize>(length))) throw Stop{ElfFault::unreadable};
  }

  template <class T>
  std::vector<T> table(std::uint64_t offset, std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    std::vector<T> rows(count);  // counts are 16 bits wide in the header
    read(offset, rows.data(), count * sizeof(T));
    return rows;
  }

  std::uint64_t size() const { return size_; }

 private:
  std::ifstream in_;
  std::uint64_t size_ = 0;
};

Elf64_Ehdr header_of(File& file) {
  unsigned char ident[EI_NIDENT] = {};
  const auto known = std::min<std::uint64_t>(file.size(), EI_NIDENT);
  file.read(0, ident, known);
  if (std::memcmp(ident, ELFMAG, SELFMAG) != 0) throw Stop{ElfFault::no_library};
  if (known < EI_NIDENT) throw Stop{ElfFault::cut_off};
  if (ident[EI_CLASS] != ELFCLASS64 || ident[EI_DATA] != kByteOrder) throw Stop{ElfFault::other_machine};
  Elf64_Ehdr header{};
  file.read(0, &header, sizeof header);
  if (kMachine != EM_NONE && header.e_machine != kMachine) throw Stop{ElfFault::other_machine};
  if (header.e_type != ET_DYN) throw Stop{ElfFault::no_library};
  // More than 65,279 sections or segments are counted elsewhere (SHN_XINDEX, PN_XNUM); no plugin has them.
  if (header.e_phnum == 0 || header.e_phnum == PN_XNUM || header.e_phentsize != sizeof(Elf64_Phdr))
    throw Stop{ElfFault::damaged};
  if (header.e_shnum == 0 || header.e_shentsize != sizeof(Elf64_Shdr) || header.e_shstrndx >= header.e_shnum)
    throw Stop{ElfFault::damaged};
  return header;
}

void check_segments(File& file, const Elf64_Ehdr& header) {
  bool loads = false;
  for (const auto& segment : file.table<Elf64_Phdr>(header.e_phoff, header.e_phnum)) {
    if (segment.p_type == PT_NULL) continue;
    if (!file.holds(segment.p_offset, segment.p_filesz)) throw Stop{ElfFault::cut_off};
    if (segment.p_type != PT_LOAD) continue;
    loads = true;
    if (segment.p_memsz < segment.p_filesz || segment.p_vaddr + segment.p_memsz < segment.p_vaddr)
      throw Stop{ElfFault::damaged};
  }
  if (!loads) throw Stop{ElfFault::damaged};
}

std::string section_names(File& file, const Elf64_Shdr& section) {
  if (section.sh_type != SHT_STRTAB || section.sh_size > kMostSectionNames) throw Stop{ElfFault::damaged};
  std::string names(section.sh_size, '\0');
  file.read(section.sh_offset, names.data(), names.size());
  return names;
}

std::string find_section(const std::string& path, std::string_view name, std::size_t most) {
  File file(path);
  const auto header = header_of(file);
  check_segments(file, header);
  const auto sections = file.table<Elf64_Shdr>(header.e_shoff, header.e_shnum);
  for (const auto& section : sections)
    if (section.sh_type != SHT_NULL && section.sh_type != SHT_NOBITS && !file.holds(section.sh_offset, section.sh_size))
      throw Stop{ElfFault::cut_off};
  const auto names = section_names(file, sections[header.e_shstrndx]);
  for (const auto& section : sections) {
    if (section.sh_name >= names.size() || section.sh_type != SHT_PROGBITS) continue;
    const auto found = std::string_view(names).substr(section.sh_name);
    if (found.substr(0, found.find('\0')) != name) continue;
    std::string bytes(std::min<std::uint64_t>(section.sh_size, most), '\0');
    file.read(section.sh_offset, bytes.data(), bytes.size());
    return bytes;
  }
  throw Stop{ElfFault::no_section};
}

}  // namespace

Outcome<std::string, ElfFault> section_of(const std::string& path, std::string_view name, std::size_t most) {
  try {
    return find_section(path, name, most);
  } catch (const Stop& stop) {
    return failure(stop.fault);
  }
}

Text words_of(ElfFault fault) {
  switch (fault) {
    case ElfFault::missing: return {"is er niet", "is not there"};
    case ElfFault::unreadable: return {"kan niet gelezen worden", "cannot be read"};
    case ElfFault::no_library: return {"is geen programmabibliotheek", "is not a shared library"};
    case ElfFault::other_machine:
      return {"is gemaakt voor een ander soort computer", "was made for another kind of machine"};
    case ElfFault::cut_off: return {"is niet compleet: het einde ontbreekt", "is not complete: its end is missing"};
    case ElfFault::damaged: return {"is beschadigd", "is damaged"};
    case ElfFault::no_section:
      return {"heeft geen stempel (.casus_stamp) en is dus geen plugin van casus",
              "has no stamp (.casus_stamp), so it is not a plugin of casus"};
  }
  return {};
}

}  // namespace casus::plugin
