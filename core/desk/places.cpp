// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/places.hpp"

#include "core/base/fault.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/store/address.hpp"
#include "core/store/store.hpp"

#include <sys/stat.h>

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace casus::desk {
namespace {

namespace fs = std::filesystem;

/// <somewhere>/<name> for a program in <somewhere>/bin, through links; <somewhere>/lib/casus/<name> of an installed
/// one.
std::string beside_program(std::string_view name) {
  std::error_code ignored;
  const auto program = fs::read_symlink("/proc/self/exe", ignored);
  if (ignored || program.empty()) return std::string(name);
  const auto up = program.parent_path().parent_path();
  const auto installed = up / "lib" / "casus" / name;
  return (fs::is_directory(installed, ignored) ? installed : up / name).string();
}

/// What ships first: nothing that comes after it can take its place.
std::vector<std::string> folders(std::string_view name, const char* variable) {
  std::vector<std::string> all{beside_program(name)};
  const auto set = environment(variable);
  std::string_view rest = set;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(':'), rest.size());
    if (end > 0) all.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  all.push_back((fs::path(data_folder()) / "casus" / name).string());
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

std::string store_as_typed(const std::string& store, const std::string& keys, const std::string& usual) {
  // What the environment names from the folder where it is typed, means something else in another.
  const auto lies_here = [](const std::string& path) {
    return !path.empty() && !store::in_database(path) && !store::is_mangled_address(path) &&
           fs::path(path).is_relative();
  };
  const auto option = [](const char* name, const std::string& path) {
    std::error_code none;  // of a folder that is gone the path stays as it was typed
    const auto whole = fs::absolute(path, none).lexically_normal();
    return name + shell_quoted(none || store::in_database(path) ? path : whole.string());
  };
  const bool is_named = !store.empty() && (store != usual || lies_here(usual));
  const bool has_default_keys = keys.empty() && store == default_store() && (is_named || lies_here(default_keys()));
  const auto file = has_default_keys ? default_keys() : keys;
  return (is_named ? option(" --store ", store) : std::string()) +
         (file.empty() ? std::string() : option(" --keys ", file));
}

std::string keys_of(const std::string& store, const std::string& named) {
  const auto keys = named.empty() && store == default_store() ? default_keys() : named;
  if (!keys.empty()) return keys;
  if (!store::in_database(store)) return store + ".keys";
  return (fs::path(data_folder()) / "casus" / (store::address_from(store).file_name + ".keys")).string();
}

bool may_be_store(const std::string& store) {
  if (store::is_mangled_address(store)) return false;
  if (!store::in_database(store)) return true;
  try {
    (void)store::address_from(store);
    return true;
  } catch (const Fault&) {
    return false;
  }
}

bool holds_password(const std::string& store) {
  return (store::in_database(store) || store::is_mangled_address(store)) && store::without_password(store) != store;
}

bool may_be_there(const std::string& store) {
  std::error_code none;
  return store::in_database(store) || fs::exists(store, none);
}

std::string real_place_of(const std::string& store) {
  if (store::in_database(store)) return store::place_in_database(store);
  struct stat found {};
  if (::stat(store.c_str(), &found) == 0) return fmt::format("file {}:{}", found.st_dev, found.st_ino);
  std::error_code error;
  const auto real = fs::weakly_canonical(store, error);
  return error ? fs::absolute(store, error).lexically_normal().string() : real.string();
}

std::string database_named_by(const std::string& store) {
  if (!store::in_database(store)) return {};
  const auto place = store::place_in_database(store);
  return place.substr(0, place.rfind("?team="));
}

std::optional<std::string> told_by_database(const std::string& store) {
  if (!store::in_database(store)) return std::nullopt;
  try {
    return store::identity_in_database(store);
  } catch (const Fault&) {
    return std::nullopt;
  }
}

bool is_same_store(const std::string& one, const std::string& other) {
  if (real_place_of(one) == real_place_of(other)) return true;
  if (!store::in_database(one) || !store::in_database(other)) return false;
  const auto told = told_by_database(one);
  return told && !told->empty() && told == told_by_database(other);
}

std::string stem_of(const std::string& store, const std::string& named_keys) {
  return store::stem_of(store, keys_of(store, named_keys));
}

std::string default_training_store() {
  if (auto set = environment("CASUS_TRAINING_STORE"); !set.empty()) return set;
  return (fs::path(data_folder()) / "casus" / "training.db").string();
}

std::vector<std::string> plugin_folders() { return folders("plugins", "CASUS_PLUGINS"); }

std::string shipped_plugins() { return beside_program("plugins"); }

std::string own_plugins() { return plugin_folders().back(); }

std::string trust_file() { return (fs::path(data_folder()) / "casus" / "trusted.json").string(); }

namespace {

std::string in_data_folder(std::string_view name) { return (fs::path(data_folder()) / "casus" / name).string(); }

}  // namespace

std::string installed_file() { return in_data_folder("methods.json"); }
std::string signing_key_file() { return in_data_folder("method.key"); }
std::string public_key_file() { return in_data_folder("method.pub"); }

std::vector<std::string> workflow_folders() { return folders("workflows", "CASUS_WORKFLOWS"); }

namespace {

std::vector<std::string> in_workflow_folders(const char* name) {
  auto all = workflow_folders();
  for (auto& folder : all) folder = (fs::path(folder) / name).string();
  return all;
}

}  // namespace

std::vector<std::string> scenario_folders() {
  auto all = in_workflow_folders("scenarios");
  all.push_back(own_scenarios());
  return all;
}

std::string own_scenarios() { return (fs::path(data_folder()) / "casus" / "scenarios").string(); }

std::vector<std::string> instrument_folders() { return in_workflow_folders("learning"); }

}  // namespace casus::desk
