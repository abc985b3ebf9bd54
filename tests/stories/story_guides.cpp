// SPDX-License-Identifier: EUPL-1.2
// Every line that the guides tell a reader to type, typed; and every option that a refusal names exists.
#include "tests/house/tree.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <sstream>

namespace casus::test {
namespace {

namespace fs = std::filesystem;

/// The lines behind "$ " in ```console blocks.
std::vector<std::string> typed_in(const std::string& guide) {
  std::vector<std::string> lines;
  bool inside = false;
  for (const auto& line : lines_in(guide)) {
    if (line.starts_with("```")) inside = line == "```console";
    else if (inside && line.starts_with("$ ")) lines.push_back(line.substr(2));
  }
  return lines;
}

/// A guide in two languages is two guides, each under a heading of its own: who reads one of them types nothing of the
/// other.
std::vector<std::string> halves_of(const std::string& guide) {
  std::vector<std::string> halves(1);
  bool inside = false;
  for (const auto& line : lines_in(guide)) {
    if (line.starts_with("```")) inside = !inside;
    if (!inside && line.starts_with("# ")) halves.emplace_back();
    halves.back() += line + '\n';
  }
  return halves;
}

std::vector<std::string> guides() {
  std::vector<std::string> all;
  for (const auto& file : files_in({"README.md", "cli", "plugins", "workflows"}))
    if (file.path.ends_with("README.md")) all.push_back(file.path);
  return all;
}

/// Every long option that stands in a text.
std::set<std::string> options_in(std::string_view text) {
  std::set<std::string> all;
  for (auto at = text.find("--"); at != std::string_view::npos; at = text.find("--", at + 1)) {
    if (at > 0 && (std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0 || text[at - 1] == '-')) continue;
    auto end = at + 2;
    while (end < text.size() && (std::islower(static_cast<unsigned char>(text[end])) != 0 || text[end] == '-')) ++end;
    if (end > at + 3) all.emplace(text.substr(at, end - at));
  }
  return all;
}

/// What stands between double quotes, in a source.
std::string literals_of(std::string_view source) {
  std::string all;
  bool inside = false;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (!inside && source.substr(i, 2) == "//") i = std::min(source.find('\n', i), source.size() - 1);
    if (inside && source[i] == '\\') {
      all += ' ';
      ++i;
    } else if (source[i] == '"') {
      inside = !inside;
      all += '\n';
    } else if (inside) {
      all += source[i];
    }
  }
  return all;
}

/// What may follow each group of verbs, read from the completion script.
std::map<std::string, std::set<std::string>> verbs_of(const std::string& script) {
  std::map<std::string, std::set<std::string>> all;
  for (const auto& line : lines_in(script)) {
    const auto path = line.find("    '") == 0 ? line.substr(5, line.find("')") - 5) : std::string();
    const auto words = line.find("words='");
    if (path.empty() || words == std::string::npos || line.find("--", words) != std::string::npos) continue;
    std::istringstream list(line.substr(words + 7, line.rfind('\'') - words - 7));
    for (std::string word; list >> word;) all[path].insert(word);
  }
  return all;
}

/// The words right behind "casus <group> " in a text; a placeholder is not a word.
std::set<std::string> named_below(const std::string& text, const std::string& group) {
  std::set<std::string> all;
  const auto begin = "casus " + group + " ";
  for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
    const auto first = at + begin.size();
    auto end = first;
    while (end < text.size() && (std::islower(static_cast<unsigned char>(text[end])) != 0 || text[end] == '-')) ++end;
    if (end > first && text[first] != '-') all.insert(text.substr(first, end - first));
  }
  return all;
}

/// What a check tells of a method that is sound all the same.
bool only_notices(const std::string& err) {
  return std::ranges::all_of(lines_in(err), [](const std::string& line) {
    return line.find(": let op: ") != std::string::npos || line.find(": note: ") != std::string::npos;
  });
}

}  // namespace

TEST_CASE("every line that a guide tells to type is done, in order, in a new home for each language", "[stories]") {
  std::string ran_from;
  for (const auto& guide : guides()) {
    std::size_t typed = 0;
    for (const auto& half : halves_of(content_of(fs::path(CASUS_SOURCE_DIR) / guide))) {
      const Home home;
      if (guide.starts_with("plugins/examples"))  // typed in the root of the tree
        fs::create_directory_symlink(fs::path(CASUS_SOURCE_DIR) / "plugins", home.folder() / "plugins");
      for (const auto& line : typed_in(half)) {
        const auto ran = home.type(line);
        INFO(guide << ": " << line << "\n" << ran.out << ran.err);
        CHECK(ran.exit == 0);
        CHECK(only_notices(ran.err));
        ++typed;
      }
    }
    ran_from += "\n  " + guide + ": " + std::to_string(typed) + " lines";
  }
  WARN("typed from:" << ran_from);
  for (const auto* must : {"README.md", "cli/guide/nl/README.md", "cli/guide/en/README.md"}) {
    INFO(must);
    CHECK(typed_in(content_of(fs::path(CASUS_SOURCE_DIR) / must)).size() >= 7);
  }
}

TEST_CASE("every option that a message of the engine names is one of the program", "[stories]") {
  const Home home;
  const auto known = options_in(home.type("casus completion bash").out);
  REQUIRE(known.size() > 40);
  for (const auto& file : sources(files_in({"core", "plugins", "cli"}))) {
    if (file.path == "core/page/style.cpp" || file.path == "core/web/assets/style_sheet.cpp")
      continue;  // the properties of a style sheet begin so too
    for (const auto& option : options_in(literals_of(file.text))) {
      INFO(file.path << " names " << option);
      // The second is of CMake, in the project that `method new --native` writes.
      CHECK((option == "--version" || option == "--build" || known.contains(option)));
    }
  }
}

TEST_CASE("every verb that a message names behind a noun is one of the program", "[stories]") {
  const Home home;
  const auto known = verbs_of(home.type("casus completion bash").out);
  REQUIRE(known.size() > 8);
  REQUIRE(known.at("case").contains("next"));
  REQUIRE(known.at("case safety").contains("acute"));
  for (const auto& file : sources(files_in({"core", "plugins", "cli"})))
    for (const auto& [group, verbs] : known)
      for (const auto& verb : named_below(literals_of(file.text), group)) {
        INFO(file.path << " names casus " << group << " " << verb);
        CHECK(verbs.contains(verb));
      }
}

TEST_CASE("a guide that says too much is found out", "[stories]") {
  CHECK(typed_in("```console\n$ casus demo\n  text\n```\n$ no\n```sh\n$ no\n```\n") ==
        std::vector<std::string>{"casus demo"});
  CHECK(halves_of("# A\n\n```console\n# b\n```\n## c\n# D\ne\n") ==
        std::vector<std::string>{"", "# A\n```console\n# b\n```\n## c\n", "# D\ne\n"});
  CHECK(options_in("zeg --because \"...\", of --by-when; a--b, -- en ---") ==
        std::set<std::string>{"--because", "--by-when"});
  CHECK(options_in(literals_of("f(\"a --b-c\"); // \"--no\"\n--i; g(\"--de\\\"--fg\")")) ==
        std::set<std::string>{"--b-c", "--de", "--fg"});
  CHECK(named_below("doe dit: casus case nxt {0}, of casus case {0}", "case") == std::set<std::string>{"nxt"});
}

}  // namespace casus::test
