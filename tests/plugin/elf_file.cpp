// SPDX-License-Identifier: EUPL-1.2
#include "core/method/plugin_api.hpp"
#include "core/plugin/elf.hpp"
#include "tests/plugin/trial.hpp"
#include "tests/support/catch.hpp"

#include <elf.h>
#include <sys/stat.h>

#include <cstring>
#include <functional>
#include <map>
#include <random>

// Reading a section of a library from its file, whatever the file turns out to be.

namespace casus::test {
namespace {

using plugin::ElfFault;

std::string answer(const std::string& path, std::string_view section = method::kStampSection) {
  const auto found = plugin::section_of(path, section, sizeof(method::Stamp));
  return found ? "found" : std::string(key(found.error()));
}

std::string answer_for(const TempDir& dir, std::string_view bytes) { return answer(dir.write("x.so", bytes).string()); }

/// The good trial plugin with its ELF header, or one row of a table, changed.
std::string with_header(const std::function<void(Elf64_Ehdr&)>& change) {
  auto bytes = content_of(trial_library("good"));
  Elf64_Ehdr header;
  std::memcpy(&header, bytes.data(), sizeof header);
  change(header);
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

template <class Row>
std::string with_rows(const std::function<bool(Row&)>& change) {
  auto bytes = content_of(trial_library("good"));
  Elf64_Ehdr header;
  std::memcpy(&header, bytes.data(), sizeof header);
  const bool segments = std::is_same_v<Row, Elf64_Phdr>;
  const auto offset = segments ? header.e_phoff : header.e_shoff;
  for (int i = 0; i < (segments ? header.e_phnum : header.e_shnum); ++i) {
    Row row;
    std::memcpy(&row, bytes.data() + offset + i * sizeof row, sizeof row);
    if (!change(row)) continue;
    std::memcpy(bytes.data() + offset + i * sizeof row, &row, sizeof row);
    return bytes;
  }
  throw std::logic_error("no such row in the trial plugin");
}

}  // namespace

TEST_CASE("the stamp section is found in a library, whole and as it was compiled", "[plugin]") {
  const auto found = plugin::section_of(trial_library("good"), method::kStampSection, sizeof(method::Stamp));
  REQUIRE(found);
  const auto expected = method::stamp_for("trial", "1.0.0");
  REQUIRE(found->size() == sizeof expected);
  CHECK(std::memcmp(found->data(), &expected, sizeof expected) == 0);
  CHECK(plugin::section_of(trial_library("good"), method::kStampSection, 8).value() == "CASUSPLG");
}

TEST_CASE("what is not a library is told from what is one for another machine", "[plugin]") {
  const TempDir dir;
  CHECK(answer((dir / "nowhere.so").string()) == "missing");
  CHECK(answer(dir.path().string()) == "no_library");
  CHECK(answer("/dev/zero") == "no_library");
  CHECK(answer_for(dir, "") == "no_library");
  CHECK(answer_for(dir,
                   "\x7f"
                   "EL") == "no_library");
  CHECK(answer_for(dir,
                   "\x7f"
                   "ELF") == "cut_off");
  CHECK(answer_for(dir, "#!/bin/sh\necho this is a text that is longer than a header of a library is, by far\n") ==
        "no_library");
  CHECK(answer(trial_library("no-stamp")) == "no_section");
  CHECK(answer(trial_library("good"), ".casus") == "no_section");

  CHECK(answer_for(dir, with_header([](auto& h) { h.e_ident[EI_CLASS] = ELFCLASS32; })) == "other_machine");
  CHECK(answer_for(dir, with_header([](auto& h) { h.e_ident[EI_DATA] = ELFDATA2MSB; })) == "other_machine");
  CHECK(answer_for(dir, with_header([](auto& h) { h.e_machine = EM_S390; })) == "other_machine");
  CHECK(answer_for(dir, with_header([](auto& h) { h.e_type = ET_REL; })) == "no_library");
}

TEST_CASE("a pipe in the place of a library is refused and not waited for", "[plugin]") {
  const TempDir dir;
  const auto pipe = (dir / "pipe.so").string();
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(answer(pipe) == "no_library");
}

TEST_CASE("headers that lie are refused without following them", "[plugin]") {
  const TempDir dir;
  const auto header = [&](const auto& change) { return answer_for(dir, with_header(change)); };
  CHECK(header([](auto& h) { h.e_phoff = ~0ULL; }) == "cut_off");
  CHECK(header([](auto& h) { h.e_shoff = ~0ULL - 8; }) == "cut_off");
  CHECK(header([](auto& h) { h.e_phnum = 0; }) == "damaged");
  CHECK(header([](auto& h) { h.e_phnum = PN_XNUM; }) == "damaged");
  CHECK(header([](auto& h) { h.e_phentsize = 1; }) == "damaged");
  CHECK(header([](auto& h) { h.e_shnum = 0; }) == "damaged");
  CHECK(header([](auto& h) { h.e_shnum = 0xffff; }) == "cut_off");
  CHECK(header([](auto& h) { h.e_shentsize = 0; }) == "damaged");
  CHECK(header([](auto& h) { h.e_shstrndx = 0xffff; }) == "damaged");
  CHECK(header([](auto& h) { h.e_shstrndx = 0; }) == "damaged");

  const auto segment = [&](const auto& change) {
    return answer_for(dir, with_rows<Elf64_Phdr>([&](Elf64_Phdr& row) {
                        if (row.p_type != PT_LOAD) return false;
                        change(row);
                        return true;
                      }));
  };
  CHECK(segment([](auto& row) { row.p_filesz = row.p_memsz = 1ULL << 40; }) == "cut_off");
  CHECK(segment([](auto& row) { row.p_offset = ~0ULL; }) == "cut_off");
  CHECK(segment([](auto& row) { row.p_memsz = 0; }) == "damaged");
  CHECK(segment([](auto& row) { row.p_vaddr = ~0ULL; }) == "damaged");

  const auto names = [&](const auto& change) {
    const auto at = [](const Elf64_Ehdr& h) { return h.e_shoff + h.e_shstrndx * sizeof(Elf64_Shdr); };
    auto bytes = content_of(trial_library("good"));
    Elf64_Ehdr h;
    Elf64_Shdr row;
    std::memcpy(&h, bytes.data(), sizeof h);
    std::memcpy(&row, bytes.data() + at(h), sizeof row);
    change(row);
    std::memcpy(bytes.data() + at(h), &row, sizeof row);
    return answer_for(dir, bytes);
  };
  CHECK(names([](auto& row) { row.sh_size = 0; }) == "no_section");
  CHECK(names([](auto& row) { row.sh_type = SHT_NOTE; }) == "damaged");
  CHECK(names([](auto& row) { row.sh_size = 1ULL << 40; }) == "cut_off");

  const auto section = [&](const auto& change) {
    return answer_for(dir, with_rows<Elf64_Shdr>([&](Elf64_Shdr& row) {
                        if (row.sh_type != SHT_PROGBITS) return false;
                        change(row);
                        return true;
                      }));
  };
  CHECK(section([](auto& row) { row.sh_size = ~0ULL; }) == "cut_off");
  CHECK(section([](auto& row) { row.sh_offset = ~0ULL; }) == "cut_off");
  CHECK(section([](auto& row) { row.sh_name = 0xffffffff; }) == "found");
}

TEST_CASE("a library cut off anywhere is never taken for a whole one", "[plugin]") {
  const TempDir dir;
  const auto whole = content_of(trial_library("good"));
  REQUIRE(whole.size() > 4096);
  for (std::size_t length = 0; length < whole.size(); length += 61) {
    CAPTURE(length);
    REQUIRE(answer_for(dir, std::string_view(whole).substr(0, length)) ==
            (length < SELFMAG ? "no_library" : "cut_off"));
  }
  CHECK(answer_for(dir, std::string_view(whole).substr(0, whole.size() - 1)) == "cut_off");
  CHECK(answer_for(dir, whole) == "found");
}

TEST_CASE("headers of noise are answered, not believed", "[plugin]") {
  const TempDir dir;
  const auto whole = content_of(trial_library("good"));
  Elf64_Ehdr header;
  std::memcpy(&header, whole.data(), sizeof header);
  std::mt19937 random(20260302);  // the same noise every time
  std::map<std::string, int> answers;
  for (int round = 0; round < 2000; ++round) {
    auto bytes = whole;
    const std::size_t tables[] = {0, header.e_phoff, header.e_shoff};
    const std::size_t lengths[] = {sizeof header, header.e_phnum * sizeof(Elf64_Phdr),
                                   header.e_shnum * sizeof(Elf64_Shdr)};
    for (int hits = 0; hits < 4; ++hits) {
      const auto table = random() % 3;
      bytes[tables[table] + random() % lengths[table]] = static_cast<char>(random());
    }
    ++answers[answer_for(dir, bytes)];
  }
  CHECK(answers["cut_off"] > 100);
  CHECK(answers["found"] > 100);  // most bytes of a section header do not concern the stamp
  CHECK(answers["unreadable"] == 0);
}

}  // namespace casus::test
