// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/definition_file.hpp"

#include "core/base/files/regular_file.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace casus {
namespace {

namespace fs = std::filesystem;

auto unreadable_folder(Telling why) {
  return failure(Problem{"", tell("wrong.unread_folder", {{"why", std::move(why)}})});
}

/// The entries of a folder that `wanted` wants, by name. Goes through the folder without exceptions: what it holds is
/// not ours.
Outcome<std::vector<std::string>, Problem> entries_of(const std::string& folder, auto&& wanted) {
  std::vector<std::string> paths;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error))
    if (wanted(*entry)) paths.push_back(entry->path().string());
  if (error) return unreadable_folder(system_said(error));
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

std::string absolute_path(const std::string& path) {
  std::error_code error;
  const auto whole = fs::absolute(path, error);
  return (error ? fs::path(path) : whole).lexically_normal().string();
}

std::vector<std::string> existing_folders(const std::vector<std::string>& folders) {
  std::vector<std::string> found;
  std::vector<fs::path> seen;
  for (const auto& folder : folders) {
    std::error_code error;
    const auto real = fs::canonical(folder, error);
    if (error || !fs::is_directory(real, error) || std::ranges::find(seen, real) != seen.end()) continue;
    seen.push_back(real);
    found.push_back(absolute_path(folder));
  }
  return found;
}

Outcome<std::vector<std::string>, Problem> definition_files(const std::string& folder) {
  return entries_of(folder, [](const fs::directory_entry& entry) {
    const auto name = entry.path().filename().string();
    std::error_code ignored;  // a dangling link is a definition that cannot be read, not one that is not there
    return name.ends_with(".json") && !name.ends_with(".schema.json") && !name.starts_with('.') &&
           !entry.is_directory(ignored);
  });
}

Outcome<std::vector<std::string>, Problem> folders_in(const std::string& folder) {
  return entries_of(folder, [](const fs::directory_entry& entry) {
    std::error_code ignored;
    return !entry.is_regular_file(ignored) && !entry.path().filename().string().starts_with('.');
  });
}

Outcome<std::string, Problem> read_definition(const std::string& path, std::size_t most) {
  return read_regular_file(path, most);
}

}  // namespace casus
