// SPDX-License-Identifier: EUPL-1.2
// A case, a training and a session of a team say by which version of a definition they went. So one that ships never
// changes under the version that it had: versions.txt holds each to its content.
#include "core/method/content_hash.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <map>
#include <sstream>

namespace casus::method {
namespace {

const char* const kVersions = "tests/method/versions.txt";

struct HeldVersion {
  std::string version, digest;
  bool operator==(const HeldVersion&) const = default;
};

using HeldVersions = std::map<std::string, HeldVersion>;

/// What ships with a version of its own, by its path: methods, workflows, scenarios, instruments.
HeldVersions versions_shipped() {
  const std::filesystem::path root(CASUS_SOURCE_DIR);
  HeldVersions out;
  for (const auto* folder : {"plugins", "workflows"})
    for (const auto& file : std::filesystem::recursive_directory_iterator(root / folder)) {
      const auto path = file.path().lexically_relative(root).generic_string();
      if (file.path().extension() != ".json" || path.ends_with(".schema.json")) continue;
      const auto content = source_file(path);
      const auto read = nlohmann::json::parse(content, nullptr, false);
      if (!read.is_object() || !read.contains("id") || !read.contains("version")) continue;
      out[path] = {read["version"].get<std::string>(), content_hash(content)};
    }
  return out;
}

HeldVersions versions_in(const std::string& table) {
  HeldVersions out;
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream words(line);
    std::string path;
    words >> path;
    words >> out[path].version >> out[path].digest;
  }
  return out;
}

/// Files that changed under the version that they had.
std::vector<std::string> changed_unsaid(const HeldVersions& held, const HeldVersions& shipped) {
  std::vector<std::string> out;
  for (const auto& [path, now] : shipped)
    if (const auto before = held.find(path);
        before != held.end() && before->second.version == now.version && before->second.digest != now.digest)
      out.push_back(path + " changed and still says version " + now.version +
                    ": raise its version first, then renew the table");
  return out;
}

/// The lines that the table lacks, and those of files that are gone.
std::vector<std::string> lines_to_renew(const HeldVersions& held, const HeldVersions& shipped) {
  std::vector<std::string> out;
  for (const auto& [path, now] : shipped)
    if (const auto before = held.find(path); before == held.end() || before->second.version != now.version)
      out.push_back("put in " + std::string(kVersions) + ": " + path + ' ' + now.version + ' ' + now.digest);
  for (const auto& [path, before] : held)
    if (!shipped.contains(path)) out.push_back("take out of " + std::string(kVersions) + ": " + path);
  return out;
}

}  // namespace

TEST_CASE("no definition that ships changed under the version that it had", "[method]") {
  const auto shipped = versions_shipped();
  const auto table = source_file(kVersions);
  const auto held = versions_in(table);
  const auto unsaid = changed_unsaid(held, shipped);
  CHECK(unsaid == std::vector<std::string>{});
  const char* const update = std::getenv("CASUS_UPDATE_GOLDEN");
  if (update != nullptr && *update == '1' && unsaid.empty()) {
    std::ofstream out(std::filesystem::path(CASUS_SOURCE_DIR) / kVersions, std::ios::binary);
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line) && line.starts_with('#');) out << line << '\n';
    for (const auto& [path, now] : shipped) out << path << ' ' << now.version << ' ' << now.digest << '\n';
    return;
  }
  CHECK(lines_to_renew(held, shipped) == std::vector<std::string>{});
}

TEST_CASE("a change without another version is told, and what to write for one with it", "[method]") {
  const HeldVersions held{{"a.json", {"1.0.0", "d1"}}, {"b.json", {"1.0.0", "d2"}}, {"gone.json", {"1.0.0", "d3"}}};
  const HeldVersions shipped{
      {"a.json", {"1.0.0", "other"}}, {"b.json", {"1.0.1", "d4"}}, {"new.json", {"0.1.0", "d5"}}};
  CHECK(changed_unsaid(held, shipped) ==
        std::vector<std::string>{
            "a.json changed and still says version 1.0.0: raise its version first, then renew the table"});
  CHECK(lines_to_renew(held, shipped) == std::vector<std::string>{"put in tests/method/versions.txt: b.json 1.0.1 d4",
                                                                  "put in tests/method/versions.txt: new.json 0.1.0 d5",
                                                                  "take out of tests/method/versions.txt: gone.json"});
  CHECK(versions_in("# why\na.json 1.0.0 d1\n") == HeldVersions{{"a.json", {"1.0.0", "d1"}}});
}

}  // namespace casus::method
