// SPDX-License-Identifier: EUPL-1.2
#include "cli/serve.hpp"
#include "core/base/fault.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

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
  throw Fault(Fault::Kind::store, fmt::format("{}: cannot be run: {}", program, std::strerror(errno)));
}

}  // namespace casus::cli
