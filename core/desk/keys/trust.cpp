// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/keys/trust.hpp"

#include "core/base/files/definition_file.hpp"
#include "core/base/json/json_at.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/files/output_file.hpp"
#include "core/store/keys/seal.hpp"

#include <sys/stat.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace casus::desk {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kMostLibrary = std::size_t{256} << 20U;

}  // namespace

bool is_ours(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return false;
  return (found.st_uid == ::geteuid() || found.st_uid == 0) && (found.st_mode & S_IWOTH) == 0;
}

std::vector<Trusted> trusted_in(const std::string& file) {
  std::vector<Trusted> out;
  if (!is_ours(file)) return out;
  const auto bytes = read_definition(file);
  if (!bytes) return out;
  const auto all = json::parse(*bytes, nullptr, false);
  if (!all.is_object() || !all.contains("trusted") || !all["trusted"].is_array()) return out;
  for (const auto& it : all["trusted"]) {
    if (!it.is_object()) continue;
    Trusted one{text_at(it, "hash"), text_at(it, "file"), text_at(it, "by"), text_at(it, "at")};
    if (one.hash.size() == 64) out.push_back(std::move(one));
  }
  return out;
}

void write_trusted(const std::string& file, const std::vector<Trusted>& trusted) {
  json all = json::array();
  for (const auto& it : trusted) all.push_back({{"hash", it.hash}, {"file", it.file}, {"by", it.by}, {"at", it.at}});
  std::error_code error;
  fs::create_directories(fs::path(file).parent_path(), error);
  store::write_output({file, true}, json{{"format", 1}, {"trusted", std::move(all)}}.dump(1) + "\n");
}

std::string library_hash(const std::string& library) {
  const auto bytes = read_definition(library, kMostLibrary);
  if (!bytes) return {};
  return store::hex_of(store::hash_of(*bytes));
}

plugin::Inside may_run_inside(const std::string& shipped, const std::string& trust_file) {
  return [shipped, trust_file](const std::string& library) {
    std::error_code error;
    const auto real = fs::canonical(library, error);
    if (error || !is_ours(real.string()) || !is_ours(real.parent_path().string())) return false;
    const auto home = fs::canonical(shipped, error);
    if (!error && real.parent_path().parent_path() == home) return true;
    const auto trusted = trusted_in(trust_file);
    if (trusted.empty()) return false;
    return std::ranges::find(trusted, library_hash(real.string()), &Trusted::hash) != trusted.end();
  };
}

}  // namespace casus::desk
