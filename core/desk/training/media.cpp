// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/media.hpp"

#include "core/desk/training/runs.hpp"
#include "core/store/files/file_kind.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace casus::desk {
namespace {

/// What every browser shows without help, and holds no script (so no SVG).
constexpr std::array<std::string_view, 8> kTypes{"image/jpeg", "image/png",   "image/webp", "audio/mpeg",
                                                 "audio/ogg",  "audio/x-wav", "audio/flac", "audio/x-m4a"};

std::string beside(const std::string& scenario_path, const training::Medium& medium) {
  return (std::filesystem::path(scenario_path).replace_extension() / medium.file).string();
}

}  // namespace

std::string path_of(const training::Scenario& scenario, const training::Medium& medium) {
  for (const auto& file : scenario_files())
    if (file.problems.empty() && file.scenario.id == scenario.id) return beside(file.path, medium);
  return {};
}

Outcome<MediaFile, Telling> read_medium(const std::string& path) {
  auto bytes = path.empty() ? std::nullopt : store::read_file(path, kLargestFile);
  if (!bytes) return failure(tell("wrong.no_medium", {{"path", path}}));
  if (bytes->size() > kLargestFile)
    return failure(tell("wrong.medium_too_large", {{"path", path}, {"most", kLargestFile / 1'000'000}}));
  auto type = store::kind_of_file(*bytes).words;
  if (std::ranges::find(kTypes, type) == kTypes.end())
    return failure(tell("wrong.medium_type", {{"path", path}, {"got", type}}));
  return MediaFile{std::move(type), std::move(*bytes)};
}

Problems problems_of_media(const training::Scenario& scenario, const std::string& path) {
  Problems problems;
  for (std::size_t i = 0; i < scenario.media.size(); ++i)
    if (const auto file = read_medium(beside(path, scenario.media[i])); !file)
      problems.push_back({fmt::format("/media/{}/file", i), file.error()});
  return problems;
}

}  // namespace casus::desk
