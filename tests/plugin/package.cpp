// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/package.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"
#include "tests/support/temp_dir.hpp"

namespace casus::plugin {
namespace {

using test::TempDir;

/// What is told of a text, as "place: words".
std::string told_of(const std::string& text) {
  const auto read = package_from(text);
  if (read) return "";
  const auto& first = read.error().front();
  return std::to_string(first.at.line) + ":" + first.pointer + ": " + test::english(first);
}

std::string with_file(const std::string& line) {
  return "{\"format\": 1, \"plugin\": \"buurt\",\n\"files\": [\n" + line + "]}";
}

}  // namespace

TEST_CASE("a package is the same after it was sent, whatever its bytes are", "[plugin]") {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  const Package package{"buurt", {{"a.json", "{}\n"}, {"README.md", "# Één \"map\"\n"}, {"buurt.so", bytes}}};
  const auto text = package_text(package);
  CHECK(text.find("# Één") != std::string::npos);
  REQUIRE(package_from(text).has_value());
  CHECK(*package_from(text) == package);
}

TEST_CASE("what cannot be a file of one folder is told with its place", "[plugin]") {
  const std::vector<std::pair<std::string, std::string>> names{
      {R"(../evil.json)", R"("../evil.json" is not allowed)"},
      {R"(/etc/cron.json)", R"("/etc/cron.json" is not allowed)"},
      {R"(a/b.json)", R"("a/b.json" is not allowed)"},
      {R"(..\\evil.json)", R"("..\\evil.json" is not allowed)"},
      {R"(.installed.json)", R"(".installed.json" is not allowed)"},
      {R"(-rf.json)", R"("-rf.json" is not allowed)"},
      {R"(a.json\nb.json)", R"("a.json\nb.json" is not allowed)"},
      {R"(a\u0000.json)", "control"},
      {R"(a.sh)", R"("a.sh" is not allowed)"},
      {R"()", R"("" is not allowed)"},
  };
  for (const auto& [name, words] : names) {
    INFO(name);
    const auto told = told_of(with_file(R"({"name": ")" + name + R"(", "text": "x"})"));
    CHECK(told.starts_with("3:/files/0/name: "));
    CHECK_THAT(told, Catch::Contains(words));
  }
  CHECK_THAT(told_of(with_file(R"({"name": ")" + std::string(101, 'a') + R"(.json", "text": "x"})")),
             Catch::Contains("is not allowed"));
}

TEST_CASE("a package that is not as it must be is told with its place", "[plugin]") {
  const std::vector<std::pair<std::string, std::string>> texts{
      {"", "0:: there is nothing in it"},
      {"[]", "0:: expected an object"},
      {R"({"plugin": "buurt"})", "'format'"},
      {R"({"format": 2, "plugin": "buurt", "files": []})", "format 1"},
      {R"({"format": 1, "plugin": "../buurt", "files": [{"name": "a.json", "text": ""}]})", "0:/plugin: "},
      {R"({"format": 1, "plugin": "buurt", "files": []})", "0:/files: expected 1 to 64 files, got 0"},
      {with_file(R"({"name": "a.json", "text": "x"}, {"name": "A.json", "text": "y"})"), "/files/1/name: 'A.json' is"},
      {with_file(R"({"name": "a.json", "text": "x", "text": "y"})"), "3:/files/0/text: "},
      {with_file(R"({"name": "a.json", "text": "x", "base64": ""})"), "3:/files/0: file \"a.json\" has two contents"},
      {with_file(R"({"name": "a.json"})"), "3:/files/0: file \"a.json\" has no content"},
      {with_file(R"({"name": "a.json", "link": "/etc/passwd"})"), "unknown key 'link'"},
      {with_file(R"({"name": "a.json", "base64": "?"})"), "3:/files/0/base64: "},
      {with_file(R"({"name": "a.json", "text": 5})"), "3:/files/0/text: "},
      {std::string(kMostPackageBytes + 1, ' '), "expected at most 16777216 bytes, got 16777217"},
  };
  for (const auto& [text, words] : texts) {
    INFO(text.substr(0, 200));
    CHECK_THAT(told_of(text), Catch::Contains(words));
  }
  std::string many;
  for (int i = 0; i < 65; ++i)
    many += std::string(i > 0 ? "," : "") + R"({"name": "m)" + std::to_string(i) + R"(.md", "text": ""})";
  CHECK(told_of(with_file(many)) == "2:/files: expected 1 to 64 files, got 65");
}

TEST_CASE("of a folder goes along what belongs to its methods, and no link", "[plugin]") {
  const TempDir dir;
  dir.write("buurt/b.json", "{}");
  dir.write("buurt/a.json", "{}");
  dir.write("buurt/README.md", "x");
  dir.write("buurt/kring.cpp", "x");
  dir.write("buurt/.installed.json", "{}");
  dir.write("buurt/build/c.json", "{}");
  const auto packed = packed_folder((dir / "buurt").string());
  REQUIRE(packed.has_value());
  CHECK(packed->package == Package{"buurt", {{"README.md", "x"}, {"a.json", "{}"}, {"b.json", "{}"}}});
  CHECK(packed->left_out == std::vector<std::string>{".installed.json", "build", "kring.cpp"});

  std::filesystem::create_symlink("/etc/passwd", dir / "buurt/users.md");
  const auto linked = packed_folder((dir / "buurt").string());
  REQUIRE_FALSE(linked.has_value());
  CHECK(test::english(linked.error()) == Problems{{"/users.md", "a link is not sent along"}});
  CHECK_FALSE(packed_folder((dir / "nowhere").string()).has_value());
}

}  // namespace casus::plugin
