// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/package.hpp"

#include "core/base/base64.hpp"
#include "core/base/files/definition_file.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/base/json/json_place.hpp"
#include "core/base/json/strict_json.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>

namespace casus::plugin {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr JsonBounds kPackageBounds{kMostPackageBytes, 4, "format"};
constexpr int kPackageFormat = 1;
constexpr std::size_t kMostName = 100;

/// A file in the text: readable when it is text, and else in signs that any post lets through.
struct FileLine {
  std::string name;
  std::optional<std::string> text;
  std::optional<std::string> base64;

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.optional("text", self.text);
    visit.optional("base64", self.base64);
  }
};

bool is_plain_text(std::string_view bytes) { return is_utf8(bytes) && !has_control(bytes); }

std::string named(const std::string& name) { return fields::shown(json(name)); }

/// The bytes of a file; nothing, and a problem, when it gives none or two.
std::optional<std::string> bytes_of(FileLine& line, const std::string& pointer, Problems& problems) {
  if (line.text && line.base64) {
    problems.push_back({pointer, tell("wrong.packed_twice", {{"name", named(line.name)}})});
    return std::nullopt;
  }
  if (line.text) return std::move(line.text);
  if (!line.base64) {
    problems.push_back({pointer, tell("wrong.packed_empty", {{"name", named(line.name)}})});
    return std::nullopt;
  }
  auto bytes = from_base64(*line.base64);
  if (!bytes) problems.push_back({fields::child(pointer, "base64"), tell("wrong.packed_base64")});
  return bytes;
}

}  // namespace

bool is_packed_name(std::string_view name) {
  if (name.empty() || name.size() > kMostName || name.front() == '.' || name.front() == '-') return false;
  const bool plain = std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_';
  });
  return plain && (name.ends_with(".json") || name.ends_with(".so") || name.ends_with(".md") || name.ends_with(".txt"));
}

std::string package_text(const Package& package) {
  auto files = nlohmann::ordered_json::array();
  for (const auto& file : package.files) {
    nlohmann::ordered_json line{{"name", file.name}};
    if (is_plain_text(file.bytes)) line["text"] = file.bytes;
    else line["base64"] = to_base64(file.bytes);
    files.push_back(std::move(line));
  }
  return nlohmann::ordered_json{{"format", kPackageFormat}, {"plugin", package.plugin}, {"files", std::move(files)}}
             .dump(1) +
         "\n";
}

Outcome<Package, Problems> package_from(std::string_view text) {
  Problems problems;
  const auto value = strict_json(text, kPackageBounds, problems);
  Package package;
  std::vector<FileLine> lines;
  if (!value.is_null()) {
    fields::ObjectReader reader(value, "", problems);
    reader.format(kPackageFormat);
    reader.required("plugin", package.plugin);
    reader.required("files", lines);
    reader.finish();
  }
  if (problems.empty() && !is_id(package.plugin))
    problems.push_back({"/plugin", tell("wrong.packed_plugin", {{"got", named(package.plugin)}})});
  if (problems.empty() && (lines.empty() || lines.size() > kMostPackedFiles))
    problems.push_back({"/files", tell("wrong.packed_count", {{"most", kMostPackedFiles}, {"got", lines.size()}})});
  if (problems.empty()) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      auto& line = lines[i];
      const auto pointer = "/files/" + std::to_string(i);
      if (!is_packed_name(line.name))
        problems.push_back({pointer + "/name", tell("wrong.packed_name", {{"got", named(line.name)}})});
      else if (!names.insert(folded(line.name)).second)
        problems.push_back({pointer + "/name", tell("wrong.packed_name_twice", {{"got", line.name}})});
      if (auto bytes = bytes_of(line, pointer, problems)) package.files.push_back({line.name, std::move(*bytes)});
    }
  }
  const auto is_method = [](const PackedFile& file) {
    return file.name.ends_with(".json") && !file.name.ends_with(".schema.json");
  };
  if (problems.empty() && std::ranges::none_of(package.files, is_method))
    problems.push_back({"/files", tell("wrong.packed_no_method")});
  if (problems.empty()) return package;
  place(problems, text);
  return failure(std::move(problems));
}

Outcome<PackedFolder, Problems> packed_folder(const std::string& folder) {
  PackedFolder out{{fs::path(folder).filename().string(), {}}, {}};
  Problems problems;
  std::vector<fs::directory_entry> entries;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error))
    entries.push_back(*entry);
  if (error) problems.push_back({"", tell("wrong.unread_folder", {{"why", error.message()}})});
  std::ranges::sort(entries);
  std::size_t total = 0;
  for (const auto& entry : entries) {
    const auto name = entry.path().filename().string();
    const auto at = "/" + name;
    if (entry.is_directory(error) || !is_packed_name(name)) {
      out.left_out.push_back(name);
    } else if (entry.is_symlink(error)) {
      problems.push_back({at, tell("wrong.packed_link")});
    } else if (auto bytes = read_definition(entry.path().string(), kMostPackageBytes / 2)) {
      total += bytes->size();
      out.package.files.push_back({name, std::move(*bytes)});
    } else {
      problems.push_back({at, bytes.error().message});
    }
  }
  if (out.package.files.size() > kMostPackedFiles)
    problems.push_back(
        {"", tell("wrong.packed_count", {{"most", kMostPackedFiles}, {"got", out.package.files.size()}})});
  if (total > kMostPackageBytes / 2)
    problems.push_back({"", tell("wrong.packed_large", {{"most", kMostPackageBytes / 2 >> 20U}})});
  if (!problems.empty()) return failure(std::move(problems));
  return out;
}

}  // namespace casus::plugin
