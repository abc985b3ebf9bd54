// SPDX-License-Identifier: EUPL-1.2
#include "cli/serve.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

/// The page, by the program beside this one.
namespace casus::cli {

int serve(Context& context, const Serving&) {
  std::error_code none;
  const auto program = (std::filesystem::read_symlink("/proc/self/exe", none).parent_path() / "casus-serve").string();
  auto typed = context.globals().typed;
  std::vector<char*> arguments;
  std::string name = "casus";
  arguments.push_back(name.data());
  for (auto& one : typed) arguments.push_back(one.data());
  arguments.push_back(nullptr);
  context.screen().flush();
  ::execv(program.c_str(), arguments.data());
  throw text::SaidFault(Fault::Kind::store, text::msg("fault.server_not_there", "program"_is = program,
                                                      "error"_is = text::system_words(errno)));
}

}  // namespace casus::cli
