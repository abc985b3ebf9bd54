// SPDX-License-Identifier: EUPL-1.2
#include "cli/program.hpp"
#include "core/desk/apart.hpp"

#include <sys/stat.h>

int main(int count, char** arguments) {
  if (const auto served = casus::desk::serve_plugin(count, arguments)) return *served;
  // Dossiers, pictures and stores are about people: no file that this program makes is for anybody else to read.
  ::umask(077);
  return casus::cli::run({arguments + 1, arguments + count});
}
