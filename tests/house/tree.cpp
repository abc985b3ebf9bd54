// SPDX-License-Identifier: EUPL-1.2
#include "tests/house/tree.hpp"

#include "core/base/text.hpp"
#include "tests/support/temp_dir.hpp"

#include <algorithm>
#include <filesystem>

namespace casus::test {

namespace fs = std::filesystem;

namespace {

bool is_kept(const std::string& entry) {
  return entry != ".git" && entry != ".build" && entry != ".cache" && entry != ".vscode" && entry != ".idea";
}

}  // namespace

std::vector<std::string> root_entries() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(CASUS_SOURCE_DIR))
    if (is_kept(entry.path().filename().string())) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

std::vector<TreeFile> files_in(const std::vector<std::string>& entries) {
  const fs::path root(CASUS_SOURCE_DIR);
  std::vector<TreeFile> files;
  const auto add = [&](const fs::path& file) {
    files.push_back({file.lexically_relative(root).generic_string(), content_of(file)});
  };
  for (const auto& entry : entries) {
    if (fs::is_regular_file(root / entry)) add(root / entry);
    if (!fs::is_directory(root / entry)) continue;
    for (const auto& found : fs::recursive_directory_iterator(root / entry))
      if (found.is_regular_file()) add(found.path());
  }
  std::ranges::sort(files, {}, &TreeFile::path);
  return files;
}

std::vector<TreeFile> sources(std::vector<TreeFile> files) {
  std::erase_if(files, [](const auto& file) { return !file.path.ends_with(".cpp") && !file.path.ends_with(".hpp"); });
  return files;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::string> includes_of(std::string_view text) {
  std::vector<std::string> includes;
  for (auto line : lines_of(text)) {
    line = trimmed(line);
    if (!line.starts_with('#')) continue;
    line = trimmed(line.substr(1));
    if (!line.starts_with("include")) continue;
    line = trimmed(line.substr(std::string_view("include").size()));
    if (line.empty()) continue;
    const auto end = line.find(line.front() == '<' ? '>' : '"', 1);
    if (end != std::string_view::npos) includes.emplace_back(line.substr(1, end - 1));
  }
  return includes;
}

}  // namespace casus::test
