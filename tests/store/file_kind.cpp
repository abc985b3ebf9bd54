// SPDX-License-Identifier: EUPL-1.2
#include "core/store/files/file_kind.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

using namespace casus;
using namespace casus::store;
using namespace casus::test;

TEST_CASE("the kind of a file is that of its content, whatever it is called", "[store][files]") {
  using namespace std::string_literals;
  CHECK(kind_of_file("%PDF-1.4\n1 0 obj\n").kind == FileKind::pdf);
  CHECK(kind_of_file("\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01"s).kind == FileKind::jpeg);
  CHECK(kind_of_file("\x89PNG\r\n\x1A\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"s).kind ==
        FileKind::png);
  CHECK(kind_of_file("Beste mevrouw,\n\nHierbij de afspraak.\n").kind == FileKind::text);
  CHECK_FALSE(kind_of_file("\x7F"
                           "ELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x3E\x00"s)
                  .kind);
  const auto page = kind_of_file("<!DOCTYPE html><html><script>alert(1)</script></html>");
  CHECK_FALSE(page.kind);
  CHECK(page.words == "text/html");
}

TEST_CASE("of a file no more is read than may be kept, and of what is no file nothing", "[store][files]") {
  TempDir folder;
  folder.write("brief.txt", "0123456789");
  CHECK(read_file((folder / "brief.txt").string(), 20) == "0123456789");
  CHECK(read_file((folder / "brief.txt").string(), 5)->size() == 6);  // one more, so that it shows
  CHECK_FALSE(read_file((folder / "niets.txt").string(), 5));
  CHECK_FALSE(read_file("/dev/zero", 5));
  CHECK_FALSE(read_file((folder / ".").string(), 5));
}
