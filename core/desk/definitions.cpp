// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/definitions.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace casus::desk {

nlohmann::json problems_json(const Problems& problems) {
  nlohmann::json out = nlohmann::json::array();
  for (const auto& problem : problems) out.push_back({{"pointer", problem.pointer}, {"message", problem.message}});
  return out;
}

void print_problems(Reply& reply, const std::string& path, const Problems& problems) {
  for (const auto& problem : problems)
    reply.error(fmt::format("{}: {}{}{}", path, problem.pointer, problem.pointer.empty() ? "" : ": ", problem.message),
                Tone::bad);
}

std::string read_file(Desk& desk, const std::string& path, std::size_t limit) {
  const auto fail = [&](const std::string& why) {
    return Usage{desk.say("definitions.cannot_read", "path"_is = path, "why"_is = why)};
  };
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) throw fail(desk.say("definitions.folder"));
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) throw fail(std::strerror(errno));
  std::string bytes;
  std::string part(1 << 16, '\0');
  for (;;) {
    const auto got = std::fread(part.data(), 1, part.size(), file.get());
    bytes.append(part, 0, got);
    if (bytes.size() > limit)
      throw Usage{desk.say("definitions.larger_than_mb_split_give", "path"_is = path, "limit"_is = limit >> 20)};
    if (got < part.size()) break;
  }
  if (std::ferror(file.get()) != 0) throw fail(std::strerror(errno));
  return bytes;
}

}  // namespace casus::desk
