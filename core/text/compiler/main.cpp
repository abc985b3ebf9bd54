// SPDX-License-Identifier: EUPL-1.2
// The compiler of the catalogue: runs when the program is built.
//   catalogue tables OUT.cpp nl.po en.po ...   checks the languages against each other and writes them as one source
//   catalogue mark IN.po OUT.po CODE           makes a language in which each text stands between marks
#include "core/text/compiler/catalogue_source.hpp"

#include <cstdio>
#include <fstream>

// libgettextpo keeps what it parsed of a plural rule until the process ends, which is at once: nothing to find here for
// who looks for leaks under sanitizers, the only ones who ask.
extern "C" __attribute__((visibility("default"))) const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }

namespace {

using namespace casus::text::compiler;

int tables(const std::string& out, const std::vector<std::string>& paths) {
  int problems = 0;
  std::vector<PoFile> languages;
  for (const auto& path : paths) languages.push_back(read_po(path, problems));
  problems += check(languages);
  if (problems > 0) return 1;
  std::ofstream file(out, std::ios::binary);
  file << catalogue_source(languages);
  return file.flush() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() > 2 && words[0] == "tables") return tables(words[1], {words.begin() + 2, words.end()});
  if (words.size() == 4 && words[0] == "mark") {
    int problems = 0;
    mark_po(words[1], words[2], words[3], problems);
    return problems == 0 ? 0 : 1;
  }
  std::fputs("usage: catalogue tables OUT.cpp PO... | catalogue mark IN.po OUT.po CODE\n", stderr);
  return 2;
}
