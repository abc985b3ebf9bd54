// SPDX-License-Identifier: EUPL-1.2
#include "tests/house/tree.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cctype>

namespace casus::test {

namespace {

using Names = std::vector<std::string>;

constexpr std::size_t kMostLines = 400;

bool is_agreed(const std::string& entry) {
  constexpr std::string_view kAgreed[] = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "core",
                                          "plugins",        "workflows",         "cli",     "tests"};
  return entry.starts_with('.') || std::ranges::find(kAgreed, entry) != std::end(kAgreed);
}

Names untidy(const std::vector<TreeFile>& files) {
  Names problems;
  for (const auto& file : files) {
    const auto lines = lines_of(file.text);
    if (lines.size() > kMostLines) problems.push_back(file.path + " has " + std::to_string(lines.size()) + " lines");
    if (lines.empty() || lines[0] != "// SPDX-License-Identifier: EUPL-1.2")
      problems.push_back(file.path + " does not begin with the SPDX line");
    if (file.path.ends_with(".hpp") && (lines.size() < 2 || lines[1] != "#pragma once"))
      problems.push_back(file.path + " has no #pragma once on its second line");
  }
  return problems;
}

/// Beginnings of paths that exist on somebody's machine only. Written in halves, or this file would be one that names
/// them.
Names machine_paths(const std::vector<TreeFile>& files) {
  const Names places{std::string("/ho") + "me/", std::string("/ro") + "ot/", std::string("/Use") + "rs/",
                     std::string("/wo") + "rk/", std::string("/t") + "mp/",  std::string("C:\\Use") + "rs"};
  Names problems;
  for (const auto& file : files)
    for (const auto& place : places)
      for (auto at = file.text.find(place); at != std::string::npos; at = file.text.find(place, at + 1)) {
        // "core/work/..." is a path in the tree, and "https://example.nl/home/" a page.
        const char before = at == 0 ? ' ' : file.text[at - 1];
        if (std::isalnum(static_cast<unsigned char>(before)) != 0 ||
            std::string_view("._-/}").find(before) != std::string_view::npos)
          continue;
        problems.push_back(file.path + " names " + place);
        break;
      }
  return problems;
}

/// Sentences of a person's that are written out in code: a line to type is a value (text::Way), which each face writes
/// in its own form, and what is said comes from the catalogue, checked when it is built.
Names written_out(const std::vector<TreeFile>& files, bool lines_to_type) {
  Names problems;
  for (const auto& file : files)
    for (const auto line : lines_of(file.text)) {
      if (line.find("fmt::runtime") != std::string_view::npos) problems.push_back(file.path + " formats at run time");
      for (const auto* noun : {"case", "meeting", "team", "plan", "network", "store", "method"}) {
        const auto at = line.find("casus " + std::string(noun));
        if (lines_to_type && at != std::string_view::npos && line.substr(0, at).find('"') != std::string_view::npos)
          problems.push_back(file.path + " has a line to type");
      }
    }
  return problems;
}

}  // namespace

TEST_CASE("the root of the tree holds only what was agreed", "[house]") {
  Names others;
  for (const auto& entry : root_entries())
    if (!is_agreed(entry)) others.push_back(entry);
  CHECK(others == Names{});
  CHECK_FALSE(is_agreed("build"));
  CHECK(is_agreed(".github"));
}

TEST_CASE("every source is short, says its licence, and is included once", "[house]") {
  const auto files = sources(files_in({"core", "plugins", "cli", "tests"}));
  REQUIRE(files.size() > 20);
  CHECK(untidy(files) == Names{});
}

TEST_CASE("an untidy source is found", "[house]") {
  const std::string spdx = "// SPDX-License-Identifier: EUPL-1.2\n";
  CHECK(untidy({{"a.hpp", spdx + "#pragma once\n"}, {"a.cpp", spdx + std::string(399, '\n')}}) == Names{});
  CHECK(untidy({{"b.hpp", spdx}, {"b.cpp", "int main() {}\n"}, {"c.cpp", spdx + std::string(400, '\n')}}) ==
        Names{"b.hpp has no #pragma once on its second line", "b.cpp does not begin with the SPDX line",
              "c.cpp has 401 lines"});
}

TEST_CASE("no line to type stands in the core, and nothing is formatted by a text of the moment", "[house]") {
  CHECK(written_out(files_in({"core"}), true) == Names{});
  CHECK(written_out(sources(files_in({"cli"})), false) == Names{});
  CHECK(written_out({{"a.cpp", "say(\"type casus case show\");\n// casus case show\n"}}, true) ==
        Names{"a.cpp has a line to type"});
  CHECK(written_out({{"b.cpp", "fmt::format(fmt::runtime(text));\n"}}, true) == Names{"b.cpp formats at run time"});
}

TEST_CASE("no file names a path of somebody's machine", "[house]") {
  CHECK(machine_paths(files_in(root_entries())) == Names{});
}

TEST_CASE("a path of a machine is found, a page and a folder of the tree are not", "[house]") {
  const std::string home = std::string("/ho") + "me/";
  CHECK(machine_paths({{"README.md", "build it in " + home + "anna/casus"}}) == Names{"README.md names " + home});
  CHECK(machine_paths({{"README.md", "see https://example.nl" + home + "page and docs" + home}}) == Names{});
}

}  // namespace casus::test
