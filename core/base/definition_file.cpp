// SPDX-License-Identifier: EUPL-1.2
#include "core/base/definition_file.hpp"

#include "core/base/unread_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace casus {
namespace {

namespace fs = std::filesystem;

auto unreadable_folder(Telling why) {
  return failure(Problem{"", tell("wrong.unread_folder", {{"why", std::move(why)}})});
}
auto unreadable(Telling why) { return failure(unread_file(std::move(why))); }

/// The entries of a folder that `wanted` wants, by name. Goes through the folder without exceptions: what it holds is
/// not ours.
template <class Wanted>
Outcome<std::vector<std::string>, Problem> entries_of(const std::string& folder, Wanted&& wanted) {
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

Problem unread_file(Telling why) { return {"", tell("wrong.unread_file", {{"why", std::move(why)}})}; }

Telling system_said(const std::error_code& error) {
  if (error == std::errc::no_such_file_or_directory) return tell("wrong.not_there");
  if (error == std::errc::permission_denied) return tell("wrong.not_allowed");
  if (error == std::errc::not_a_directory) return tell("wrong.no_folder");
  return error.message();
}

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
    return entry.is_directory(ignored) && !entry.path().filename().string().starts_with('.');
  });
}

Outcome<std::string, Problem> read_definition(const std::string& path, std::size_t most) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (error) return unreadable(system_said(error));
  if (!fs::is_regular_file(status)) return unreadable(tell("wrong.not_regular"));
  std::ifstream in(path, std::ios::binary);
  if (!in) return unreadable(tell("wrong.cannot_open"));
  std::string bytes;
  std::array<char, 16384> part;  // most definitions fit; a string of `most` would be cleared for each of them
  do {
    in.read(part.data(), part.size());
    bytes.append(part.data(), static_cast<std::size_t>(in.gcount()));
  } while (in && bytes.size() <= most);
  if (in.bad()) return unreadable(tell("wrong.reading_failed"));
  if (bytes.size() > most) return unreadable(tell("wrong.larger", {{"most", most}}));
  return bytes;
}

}  // namespace casus
