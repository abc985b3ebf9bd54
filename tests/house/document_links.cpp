// SPDX-License-Identifier: EUPL-1.2
// What the documents point at is there: files that they name, pages and headings that they link to.
#include "tests/house/tree.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

namespace casus::test {

namespace {

namespace fs = std::filesystem;

using Headings = std::map<std::string, std::set<std::string>>;

/// What is written for readers: not the list of changes, which names what there was once, and no dossier of a story.
std::vector<TreeFile> documents() {
  auto files = files_in({"README.md", ".github", "core", "plugins", "workflows", "cli", "tests"});
  std::erase_if(files, [](const auto& file) {
    return !file.path.ends_with("README.md") && !file.path.ends_with("CONTRIBUTING.md");
  });
  return files;
}

/// The lines outside blocks.
std::vector<std::string> prose_of(const std::string& text) {
  std::vector<std::string> lines;
  bool inside = false;
  for (const auto line : lines_of(text))
    if (line.starts_with("```")) inside = !inside;
    else if (!inside) lines.emplace_back(line);
  return lines;
}

/// As a page on the web calls a heading: small letters, without marks, with a stroke for each space.
std::string name_of_heading(std::string_view heading) {
  std::string name;
  for (const char sign : heading) {
    const auto byte = static_cast<unsigned char>(sign);
    if (sign == ' ') name += '-';
    else if (byte >= 0x80 || std::isalnum(byte) != 0 || sign == '-' || sign == '_')
      name += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
  }
  return name;
}

Headings headings_of(const std::vector<TreeFile>& files) {
  Headings all;
  for (const auto& file : files)
    for (const auto& line : prose_of(file.text))
      if (const auto end = line.find_first_not_of('#'); end != 0 && end != std::string::npos && line[end] == ' ')
        all[file.path].insert(name_of_heading(line.substr(end + 1)));
  return all;
}

std::vector<std::string> lost_links(const TreeFile& file, const Headings& headings) {
  static const std::regex kLink(R"(\]\(([^)\s#]*)#?([^)\s]*)\))");
  std::vector<std::string> lost;
  for (const auto& line : prose_of(file.text))
    for (std::sregex_iterator it(line.begin(), line.end(), kLink), end; it != end; ++it) {
      const auto to = (*it)[1].str(), heading = (*it)[2].str();
      if (to.starts_with("http")) continue;
      const auto page = to.empty() ? file.path : (fs::path(file.path).parent_path() / to).lexically_normal().string();
      const bool is_there = to.empty() || fs::exists(fs::path(CASUS_SOURCE_DIR) / page);
      const auto known = headings.find(page);
      const bool has_heading = heading.empty() || (known != headings.end() && known->second.contains(heading));
      if (!is_there || !has_heading) lost.push_back(file.path + " -> " + to + (heading.empty() ? "" : "#" + heading));
    }
  return lost;
}

/// Paths from the root that stand between backquotes; a source may be named without its ending.
std::vector<std::string> lost_files(const TreeFile& file) {
  static const std::regex kPath("`((?:core|cli|tests|plugins|workflows|\\.ci|\\.github)/[A-Za-z0-9_./-]*)`");
  std::vector<std::string> lost;
  for (const auto& line : prose_of(file.text))
    for (std::sregex_iterator it(line.begin(), line.end(), kPath), end; it != end; ++it) {
      const auto path = fs::path(CASUS_SOURCE_DIR) / (*it)[1].str();
      const auto with = [&](const char* ending) { return fs::exists(path.string() + ending); };
      if (!with("") && !with(".hpp") && !with(".cpp") && !with(".json"))
        lost.push_back(file.path + ": " + (*it)[1].str());
    }
  return lost;
}

}  // namespace

TEST_CASE("every file that a document names and every heading that it links to is there", "[house]") {
  const auto files = documents();
  CHECK(files.size() > 20);
  const auto headings = headings_of(files);
  std::vector<std::string> lost;
  for (const auto& file : files) {
    std::ranges::move(lost_links(file, headings), std::back_inserter(lost));
    std::ranges::move(lost_files(file), std::back_inserter(lost));
  }
  CHECK(lost == std::vector<std::string>{});
}

TEST_CASE("a document that points at nothing is found out", "[house]") {
  const TreeFile page{
      "cli/README.md",
      "# Één dag, `casus`\n[a](#één-dag-casus) [b](../README.md) [c](none.md) [d](../core/README.md#no)\n"
      "```\n[e](gone.md) `core/gone.cpp`\n```\n`core/desk/catalogue`, `core/desk/gone.hpp`, `core/<x>`\n"};
  const auto headings = headings_of({page});
  // Only ASCII is made small, so a heading that begins with such a letter keeps it.
  CHECK(headings.at("cli/README.md") == std::set<std::string>{"Één-dag-casus"});
  CHECK(lost_links(page, headings) == std::vector<std::string>{"cli/README.md -> #één-dag-casus",
                                                               "cli/README.md -> none.md",
                                                               "cli/README.md -> ../core/README.md#no"});
  CHECK(lost_files(page) == std::vector<std::string>{"cli/README.md: core/desk/gone.hpp"});
}

}  // namespace casus::test
