// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/places.hpp"

#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace casus::desk {
namespace {

namespace fs = std::filesystem;

/// <somewhere>/<name> for a program in <somewhere>/bin, through links.
std::string beside_program(std::string_view name) {
  std::error_code ignored;
  const auto program = fs::read_symlink("/proc/self/exe", ignored);
  if (ignored || program.empty()) return std::string(name);
  return (program.parent_path().parent_path() / name).string();
}

std::vector<std::string> folders(const char* variable, std::string_view name) {
  const auto set = environment(variable);
  if (set.empty()) return {beside_program(name)};
  std::vector<std::string> all;
  std::string_view rest = set;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(':'), rest.size());
    if (end > 0) all.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return all;
}

}  // namespace

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string data_folder() {
  if (auto set = environment("XDG_DATA_HOME"); !set.empty()) return set;
  if (const auto home = environment("HOME"); !home.empty()) return (fs::path(home) / ".local" / "share").string();
  return ".";
}

std::string default_store() {
  if (auto set = environment("CASUS_STORE"); !set.empty()) return set;
  return (fs::path(data_folder()) / "casus" / "casus.db").string();
}

std::string default_keys() { return environment("CASUS_KEYS"); }

std::string default_training_store() {
  if (auto set = environment("CASUS_TRAINING_STORE"); !set.empty()) return set;
  return (fs::path(data_folder()) / "casus" / "training.db").string();
}

std::vector<std::string> plugin_folders() { return folders("CASUS_PLUGINS", "plugins"); }

std::string shipped_plugins() { return beside_program("plugins"); }

std::string trust_file() { return (fs::path(data_folder()) / "casus" / "trusted.json").string(); }

std::vector<std::string> workflow_folders() { return folders("CASUS_WORKFLOWS", "workflows"); }

namespace {

std::vector<std::string> in_workflow_folders(const char* name) {
  auto all = workflow_folders();
  for (auto& folder : all) folder = (fs::path(folder) / name).string();
  return all;
}

}  // namespace

std::vector<std::string> scenario_folders() {
  std::vector<std::string> all{(fs::path(beside_program("workflows")) / "scenarios").string()};
  for (auto& folder : in_workflow_folders("scenarios")) all.push_back(std::move(folder));
  all.push_back(own_scenarios());
  return all;
}

std::string own_scenarios() { return (fs::path(data_folder()) / "casus" / "scenarios").string(); }

std::vector<std::string> instrument_folders() { return in_workflow_folders("learning"); }

}  // namespace casus::desk
