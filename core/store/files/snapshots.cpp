// SPDX-License-Identifier: EUPL-1.2
#include "core/store/files/snapshots.hpp"

#include "core/store/codec/state_coding.hpp"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace casus::store {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstBytes = "casus snapshot 1\n";

/// The build id that the linker wrote in the program itself, which the loader tells of first.
int take_build_id(dl_phdr_info* info, std::size_t, void* out) {
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const auto& part = info->dlpi_phdr[i];
    if (part.p_type != PT_NOTE) continue;
    const auto* at = reinterpret_cast<const char*>(info->dlpi_addr + part.p_vaddr);
    const auto* const end = at + part.p_memsz;
    const auto padded = [](std::size_t size) { return (size + 3) / 4 * 4; };
    while (at + sizeof(ElfW(Nhdr)) <= end) {
      const auto& note = *reinterpret_cast<const ElfW(Nhdr)*>(at);
      const auto* const name = at + sizeof note;
      const auto* const content = name + padded(note.n_namesz);
      if (note.n_type == NT_GNU_BUILD_ID && std::string_view(name, note.n_namesz) == std::string_view("GNU", 4))
        *static_cast<std::string*>(out) = std::string(content, note.n_descsz);
      at = content + padded(note.n_descsz);
    }
  }
  return 1;  // the libraries behind it do not count
}

/// Renamed when it is whole, so that a reader sees the one before or this.
void put_file(const fs::path& folder, const std::string& name, const std::string& bytes) {
  ::mkdir(folder.c_str(), 0700);
  // What a kill left of one that was being written. Who is writing it now does without.
  std::error_code ignored;
  for (const auto& other : fs::directory_iterator(folder, ignored))
    if (other.path().filename().string().starts_with(name + ".")) fs::remove(other.path(), ignored);
  const auto written = folder / (name + "." + std::to_string(::getpid()));
  const int handle = ::open(written.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (handle < 0) return;
  std::size_t done = 0;
  while (done < bytes.size()) {
    const auto wrote = ::write(handle, bytes.data() + done, bytes.size() - done);
    if (wrote <= 0) break;
    done += static_cast<std::size_t>(wrote);
  }
  ::close(handle);
  if (done < bytes.size() || std::rename(written.c_str(), (folder / name).c_str()) != 0) ::unlink(written.c_str());
}

}  // namespace

std::optional<SealedSnapshot> Snapshots::find(const std::string& name) const noexcept try {
  const auto path = fs::path(folder_) / name;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes(fs::file_size(path), '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return std::nullopt;
  if (!bytes.starts_with(kFirstBytes)) return std::nullopt;
  state::Reader reader(std::string_view(bytes).substr(kFirstBytes.size()));
  SealedSnapshot found;
  reader(found.number, found.persons, found.sealed);
  return reader.finish() ? std::optional(std::move(found)) : std::nullopt;
} catch (...) {
  return std::nullopt;
}

void Snapshots::put(const std::string& name, const SealedSnapshot& it) const noexcept try {
  state::Writer writer;
  writer(it.number, it.persons, it.sealed);
  put_file(folder_, name, std::string(kFirstBytes) + writer.take());
} catch (...) {
  // There is none then, and the events are read.
}

void Snapshots::remove(const std::string& name) const noexcept try {
  std::error_code ignored;
  fs::remove(fs::path(folder_) / name, ignored);
} catch (...) {
}

std::string_view program_mark() {
  static const auto kMark = [] {
    std::string mark;
    dl_iterate_phdr(&take_build_id, &mark);
    return mark;
  }();
  return kMark;
}

}  // namespace casus::store
